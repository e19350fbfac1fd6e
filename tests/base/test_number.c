/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static double
from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof(x));
    return x;
}

static void
check_text(const struct vector *v)
{
    char buffer[DT__NUMBER_SIZE];

    if (strcmp(dt__number(buffer, v->value[0]), v->text[1]) != 0)
        print_error("%s:%d: \"%s\"\n", v->file, v->line, buffer);
    assert_string_equal(buffer, v->text[1]);
}

static void
a_number_is_written_in_the_fewest_digits_that_tell_it(void **state)
{
    (void)state;
    each_vector("number.txt", 2, check_text);
}

static void
the_neighbours_of_a_round_number_look_different(void **state)
{
    (void)state;
    char buffer[DT__NUMBER_SIZE];

    assert_string_equal(dt__number(buffer, 1), "1");
    assert_string_equal(dt__number(buffer, 1.0000000000000002),
                        "1.0000000000000002");
    assert_string_equal(dt__number(buffer, 0.9999999999999999),
                        "0.9999999999999999");
    assert_string_equal(dt__number(buffer, 0.1), "0.1");
    assert_string_equal(dt__number(buffer, -12.5), "-12.5");
    assert_string_equal(dt__number(buffer, 1.0 / 3), "0.3333333333333333");
    assert_string_equal(dt__number(buffer, 1e23), "1e+23");
    assert_string_equal(dt__number(buffer, 1e300), "1e+300");
    assert_string_equal(dt__number(buffer, 0x1p-1074), "5e-324");
    assert_string_equal(dt__number(buffer, -DBL_MAX),
                        "-1.7976931348623157e+308");
    assert_string_equal(dt__number(buffer, 9007199254740991.0),
                        "9.007199254740991e+15");
    assert_string_equal(dt__number(buffer, 9007199254740993.0),
                        "9.007199254740992e+15");
    assert_string_equal(dt__number(buffer, 9007199254740994.0),
                        "9.007199254740994e+15");
}

static void
what_is_no_number_has_a_name(void **state)
{
    (void)state;
    char buffer[DT__NUMBER_SIZE];

    assert_string_equal(dt__number(buffer, (double)NAN), "nan");
    assert_string_equal(dt__number(buffer, -(double)NAN), "nan");
    assert_string_equal(dt__number(buffer, HUGE_VAL), "inf");
    assert_string_equal(dt__number(buffer, -HUGE_VAL), "-inf");
    assert_string_equal(dt__number(buffer, 0), "0");
    assert_string_equal(dt__number(buffer, -0.0), "-0");
}

/* The digits of a text, without those that only hold a place. */
static int
count_digits(const char *text)
{
    int count = 0, zeros = 0;

    for (; *text != '\0' && *text != 'e'; text++) {
        if (*text < '0' || *text > '9')
            continue;
        zeros = *text == '0' ? zeros + 1 : 0;
        count += count > 0 || *text != '0';
    }
    return count - (zeros < count ? zeros : 0);
}

/* Of all the texts with a digit less, the nearest is furthest from failing. */
static void
every_number_reads_back_and_no_shorter_text_does(void **state)
{
    (void)state;
    char buffer[DT__NUMBER_SIZE], shorter[40];

    for (int trial = 0; trial < 100000; trial++) {
        /* Normal numbers of all sizes, and the multiples of 2^-20. */
        const uint64_t high = draw_below(UINT64_C(0x7ff) << 20);
        const uint64_t low = draw_below(UINT64_C(1) << 32);
        const double x = trial % 2 ? from_bits(high << 32 | low)
                                   : (double)low * 0x1p-20;
        (void)dt__number(buffer, x);
        if (strtod(buffer, NULL) != x)
            print_error("%a is written %s\n", x, buffer);
        assert_true(strtod(buffer, NULL) == x);
        const int digits = count_digits(buffer);
        if (digits < 2)
            continue;
        (void)snprintf(shorter, sizeof(shorter), "%.*e", digits - 2, x);
        assert_true(digits <= 17 && strtod(shorter, NULL) != x);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_written_in_the_fewest_digits_that_tell_it),
        cmocka_unit_test(the_neighbours_of_a_round_number_look_different),
        cmocka_unit_test(what_is_no_number_has_a_name),
        cmocka_unit_test(every_number_reads_back_and_no_shorter_text_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
