/* SPDX-License-Identifier: MIT */
/* What exact sums refuse, with every output as it was. */
#include "make.h"

#include <math.h>
#include <string.h>

struct fixture {
    struct dt_series_sum sum, other;
    struct dt_series_sum_result result;
    uint8_t bytes[DT_SERIES_SUM_BYTES];
    struct dt_error error;
};

static void
set_up(struct fixture *f)
{
    memset(f, 0, sizeof(*f));
    assert_int_equal(dt_series_sum_init(&f->sum, NULL), DT_E_OK);
}

/* `other` is memory that no sum was made in. */
static void
a_sum_that_was_not_made_is_refused(void **state)
{
    static const double one[] = { 1 };
    const struct dt_series s = years(one, 1, 0);
    struct fixture f;
    double ratio = 7;
    int32_t why = 7;

    (void)state;
    set_up(&f);
    assert_refused(dt_series_sum_add(&f.other, &s, NULL, &f.error), DT_E_STRUCT,
                   &f.error, "self was not made by dt_series_sum_init()");
    assert_refused(dt_series_sum_merge(&f.sum, &f.other, &f.error), DT_E_STRUCT,
                   &f.error, "other was not made by dt_series_sum_init()");
    assert_refused(dt_series_sum_read(&f.other, DT_SERIES_MISSING_COUNTS,
                                      &f.result, &f.error),
                   DT_E_STRUCT, &f.error, NULL);
    assert_refused(dt_series_sum_ratio(&f.sum, &f.other,
                                       DT_SERIES_MISSING_COUNTS, &ratio, &why,
                                       &f.error),
                   DT_E_STRUCT, &f.error,
                   "denominator was not made by dt_series_sum_init()");
    assert_refused(dt_series_sum_save(&f.other, f.bytes, sizeof(f.bytes),
                                      &f.error), DT_E_STRUCT, &f.error, NULL);
    assert_ulp(ratio, 7, 0);
    assert_int_equal(why, 7);
}

static void
null_arguments_are_named(void **state)
{
    struct fixture f;
    double ratio;
    int32_t why;

    (void)state;
    set_up(&f);
    assert_refused(dt_series_sum_init(NULL, &f.error), DT_E_NULL, &f.error,
                   "self is null");
    assert_refused(dt_series_sum_add(&f.sum, NULL, NULL, &f.error), DT_E_NULL,
                   &f.error, "x is null");
    assert_refused(dt_series_sum_merge(&f.sum, NULL, &f.error), DT_E_NULL,
                   &f.error, "other is null");
    assert_refused(
        dt_series_sum_read(&f.sum, DT_SERIES_MISSING_COUNTS, NULL, &f.error),
        DT_E_NULL, &f.error, "result is null");
    assert_refused(dt_series_sum_ratio(&f.sum, &f.sum, DT_SERIES_MISSING_COUNTS,
                                       NULL, &why, &f.error),
                   DT_E_NULL, &f.error, "ratio is null");
    assert_refused(dt_series_sum_ratio(&f.sum, &f.sum, DT_SERIES_MISSING_COUNTS,
                                       &ratio, NULL, &f.error),
                   DT_E_NULL, &f.error, "why is null");
    assert_refused(dt_series_sum_save(&f.sum, NULL, 1000, &f.error), DT_E_NULL,
                   &f.error, "bytes is null");
    assert_refused(dt_series_sum_load(NULL, f.bytes, 584, &f.error), DT_E_NULL,
                   &f.error, "self is null");
    assert_refused(dt_series_sum_load(&f.sum, NULL, 584, &f.error), DT_E_NULL,
                   &f.error, "bytes is null");
}

static void
rules_frequencies_and_room_are_checked(void **state)
{
    static const double one[] = { 1 };
    const struct dt_series s = years(one, 1, 0);
    struct dt_series months = s;
    struct fixture f;
    double ratio;
    int32_t why;

    (void)state;
    set_up(&f);
    months.frequency = DT_SERIES_FREQ_MONTH;
    assert_refused(dt_series_sum_add(&f.sum, &s, &months, &f.error), DT_E_MIXED,
                   &f.error, NULL);
    assert_refused(dt_series_sum_read(&f.sum, 2, &f.result, &f.error),
                   DT_E_RULE, &f.error, "missing is 2, no known rule");
    assert_refused(dt_series_sum_ratio(&f.sum, &f.sum, -1, &ratio, &why,
                                       &f.error), DT_E_RULE, &f.error,
                   "missing is -1, no known rule");
    assert_refused(dt_series_sum_save(&f.sum, f.bytes, 583, &f.error),
                   DT_E_CAPACITY, &f.error, "capacity is 583 for 584 bytes");
    assert_int_equal(f.bytes[0], 0);
}

static void
bytes_that_are_no_sum_are_refused(void **state)
{
    struct fixture f;
    struct dt_series_sum before;

    (void)state;
    set_up(&f);
    before = f.sum;
    assert_int_equal(dt_series_sum_save(&f.sum, f.bytes, sizeof(f.bytes), NULL),
                     DT_E_OK);
    assert_refused(dt_series_sum_load(&f.sum, f.bytes, 583, &f.error),
                   DT_E_LENGTH, &f.error,
                   "size is 583; a saved sum has 584 bytes");
    f.bytes[5] ^= 1;
    assert_refused(dt_series_sum_load(&f.sum, f.bytes, 584, &f.error),
                   DT_E_TEXT, &f.error, "bytes is no saved sum");
    f.bytes[5] ^= 1;
    f.bytes[583] ^= 1;
    assert_refused(dt_series_sum_load(&f.sum, f.bytes, 584, &f.error),
                   DT_E_TEXT, &f.error,
                   "bytes is damaged: its checksum is another");
    assert_memory_equal(&before, &f.sum, sizeof(before));
}

/* Doubles a sum n times. */
static void
double_it(struct dt_series_sum *sum, int n)
{
    for (int i = 0; i < n; i++)
        assert_int_equal(dt_series_sum_merge(sum, sum, NULL), DT_E_OK);
}

/* Of each count alone, and of the three together. */
static void
more_observations_than_an_integer_counts_are_refused(void **state)
{
    static const double kinds[] = { 1, NAN, INFINITY };
    struct fixture f;

    (void)state;
    for (int i = 0; i < 3; i++) {
        const struct dt_series s = years(kinds + i, 1, 0);
        set_up(&f);
        assert_int_equal(dt_series_sum_add(&f.sum, &s, NULL, NULL), DT_E_OK);
        double_it(&f.sum, 62);
        const struct dt_series_sum before = f.sum;
        assert_refused(dt_series_sum_merge(&f.sum, &f.sum, &f.error),
                       DT_E_OVERFLOW, &f.error,
                       "self has 4611686018427387904 observations and other "
                       "4611686018427387904; more than 9223372036854775807");
        assert_memory_equal(&f.sum, &before, sizeof(before));

        /* One less is the most there can be. */
        const struct dt_series t = years(kinds + (i + 1) % 3, 1, 0);
        set_up(&f);
        for (int k = 0; k < 62; k++) {
            double_it(&f.sum, 1);
            assert_int_equal(dt_series_sum_add(&f.sum, &t, NULL, NULL),
                             DT_E_OK);
        }
        assert_int_equal(dt_series_sum_merge(&f.sum, &before, NULL), DT_E_OK);
        const struct dt_series_sum most = f.sum;
        assert_refused(dt_series_sum_add(&f.sum, &s, NULL, &f.error),
                       DT_E_OVERFLOW, &f.error,
                       "self has 9223372036854775807 observations and x 1; "
                       "more than 9223372036854775807");
        assert_memory_equal(&f.sum, &most, sizeof(most));
        const struct dt_series none = years(kinds, 0, 0);
        assert_int_equal(dt_series_sum_add(&f.sum, &none, NULL, NULL),
                         DT_E_OK);
    }
}

/* The bytes are the same on machines of either byte order. */
static void
the_saved_form_is_fixed(void **state)
{
    static const double two[] = { 1, -0x1p-1074 };
    struct fixture f;
    const struct dt_series s = years(two, 2, 0);

    (void)state;
    set_up(&f);
    assert_int_equal(dt_series_sum_add(&f.sum, &s, NULL, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_save(&f.sum, f.bytes, sizeof(f.bytes), NULL),
                     DT_E_OK);
    assert_memory_equal(f.bytes, "dtsum\0\1\0\2\0\0\0\0\0\0\0", 16);
    /* 2^-1074 is bit 1074 above 2^-2148: limb 33, bit 18. One less than 1. */
    assert_memory_equal(f.bytes + 32 + 4 * 33, "\0\0\xfc\xff\xff\xff\xff\xff",
                        8);
    assert_memory_equal(f.bytes + 32 + 4 * 67, "\x0f\0\0\0\0\0\0\0", 8);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_that_was_not_made_is_refused),
        cmocka_unit_test(null_arguments_are_named),
        cmocka_unit_test(rules_frequencies_and_room_are_checked),
        cmocka_unit_test(bytes_that_are_no_sum_are_refused),
        cmocka_unit_test(more_observations_than_an_integer_counts_are_refused),
        cmocka_unit_test(the_saved_form_is_fixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
