/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

#include <stdlib.h>

static int64_t
rounded(double value, int32_t decimals, int32_t rounding)
{
    struct dt_compare_figure figure;
    assert_int_equal(dt_compare_figure_round(value, decimals, rounding,
                                             &figure, NULL), DT_E_OK);
    assert_int_equal(figure.decimals, decimals);
    assert_int_equal(figure.rounding, rounding);
    assert_int_equal(figure.quality, DT_COMPARE_QUALITY_PRINTED);
    assert_int_equal(figure.reserved, 0);
    return figure.digits;
}

static void
check_vector(const struct vector *v)
{
    const int64_t digits = strtoll(v->text[3], NULL, 10);
    const int64_t got = rounded(v->value[0], (int32_t)v->value[1],
                                (int32_t)v->value[2]);
    if (got == digits)
        return;
    print_error("%s:%d: %lld\n", v->file, v->line, (long long)got);
    fail();
}

static void
the_exact_binary_value_decides(void **state)
{
    (void)state;
    each_vector("figure_round.txt", 4, check_vector);
}

static void
the_double_nearest_to_a_decimal_tie_is_none(void **state)
{
    (void)state;
    /* 2.675 is a little less than that as a double, 1.675 a little more. */
    for (int32_t rule = 0; rule <= DT_COMPARE_ROUNDING_HALF_EVEN; rule++) {
        assert_int_equal(rounded(2.675, 2, rule), 267);
        assert_int_equal(rounded(1.005, 2, rule), 100);
        assert_int_equal(rounded(1.675, 2, rule), 168);
    }
}

static void
a_tie_goes_by_the_rule(void **state)
{
    (void)state;
    assert_int_equal(rounded(2.5, 0, DT_COMPARE_ROUNDING_UNKNOWN), 3);
    assert_int_equal(rounded(2.5, 0, DT_COMPARE_ROUNDING_HALF_UP), 3);
    assert_int_equal(rounded(-2.5, 0, DT_COMPARE_ROUNDING_HALF_UP), -3);
    assert_int_equal(rounded(2.5, 0, DT_COMPARE_ROUNDING_HALF_EVEN), 2);
    assert_int_equal(rounded(0.125, 2, DT_COMPARE_ROUNDING_HALF_EVEN), 12);
    assert_int_equal(rounded(0.375, 2, DT_COMPARE_ROUNDING_HALF_EVEN), 38);
}

static void
a_negative_value_that_rounds_to_nothing_has_no_sign(void **state)
{
    (void)state;
    assert_int_equal(rounded(-0.4, 0, DT_COMPARE_ROUNDING_HALF_UP), 0);
    assert_int_equal(rounded(-0.0, 2, DT_COMPARE_ROUNDING_FLOOR), 0);
    assert_int_equal(rounded(-5e-324, 18, DT_COMPARE_ROUNDING_FLOOR), -1);
    assert_int_equal(rounded(5e-324, -15, DT_COMPARE_ROUNDING_CEILING), 1);
}

/* Every value prints as the figure in whose interval it is. */
static void
a_value_lies_in_the_interval_of_its_figure(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 3000; i++) {
        seed = seed * UINT64_C(6364136223846793005) +
               UINT64_C(1442695040888963407);
        const double value = ((double)(seed >> 11) * 0x1p-53 - 0.5) * 2000;
        const int32_t decimals = (int32_t)(seed % 9) - 2;
        const int32_t rule = (int32_t)(seed / 16 % 6);
        struct dt_compare_figure figure;
        struct dt_compare_interval interval;
        assert_int_equal(dt_compare_figure_round(value, decimals, rule,
                                                 &figure, NULL), DT_E_OK);
        assert_int_equal(dt_compare_figure_interval(&figure, &interval, NULL),
                         DT_E_OK);
        assert_true(interval.lower <= value && value <= interval.upper);
    }
}

static void
assert_fails(double value, int32_t decimals, int32_t rounding, int32_t status,
             const char *message)
{
    struct dt_compare_figure got, before;
    struct dt_error error;
    memset(&got, 0x5a, sizeof(got));
    before = got;
    assert_error(dt_compare_figure_round(value, decimals, rounding, &got,
                                         &error), status, &error, message);
    assert_memory_equal(&got, &before, sizeof(got));
}

static void
what_cannot_be_a_figure_is_refused(void **state)
{
    (void)state;
    struct dt_error error;
    assert_fails((double)NAN, 2, 0, DT_E_VALUE, "value is nan");
    assert_fails(HUGE_VAL, 2, 0, DT_E_VALUE, "value is inf");
    assert_fails(1, 19, 0, DT_E_VALUE, "decimals is 19; expected -15 to 18");
    assert_fails(1, -16, 0, DT_E_VALUE, "decimals is -16; expected -15 to 18");
    assert_fails(1, 2, 6, DT_E_RULE, "rounding is 6: no such rule");
    assert_fails(1, 2, -1, DT_E_RULE, "rounding is -1: no such rule");
    assert_error(dt_compare_figure_round(1, 2, DT_COMPARE_ROUNDING_UNKNOWN,
                                         NULL, &error),
                 DT_E_NULL, &error, "figure is null");
}

static void
more_than_fifteen_digits_overflow(void **state)
{
    (void)state;
    assert_int_equal(rounded(999999999999999.0, 0, 0),
                     INT64_C(999999999999999));
    assert_fails(999999999999999.5, 0, DT_COMPARE_ROUNDING_HALF_UP,
                 DT_E_OVERFLOW,
                 "value is 999999999999999.5: more than 15 digits with 0 "
                 "decimals");
    assert_fails(-1e15, 0, 0, DT_E_OVERFLOW,
                 "value is -1e+15: more than 15 digits with 0 decimals");
    assert_fails(1e300, 18, 0, DT_E_OVERFLOW,
                 "value is 1e+300: more than 15 digits with 18 decimals");
    assert_fails(0x1.fffffffffffffp1023, -15, 0, DT_E_OVERFLOW, NULL);
    assert_fails(4e15, 0, 0, DT_E_OVERFLOW, NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_exact_binary_value_decides),
        cmocka_unit_test(the_double_nearest_to_a_decimal_tie_is_none),
        cmocka_unit_test(a_tie_goes_by_the_rule),
        cmocka_unit_test(a_negative_value_that_rounds_to_nothing_has_no_sign),
        cmocka_unit_test(a_value_lies_in_the_interval_of_its_figure),
        cmocka_unit_test(what_cannot_be_a_figure_is_refused),
        cmocka_unit_test(more_than_fifteen_digits_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
