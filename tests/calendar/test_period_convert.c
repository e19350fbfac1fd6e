/* SPDX-License-Identifier: MIT */
/* Periods of one frequency in another, and checked arithmetic. */
#include "support.h"

#include <dtgrowth/series.h>

#define THREE_FROM(code) (code), (code) + 1, (code) + 2

/* All with dates but business days, of which weekends are no part. */
static const int32_t frequencies[] = {
    THREE_FROM(DT_SERIES_FREQ_YEAR_BASE + 1),
    THREE_FROM(DT_SERIES_FREQ_YEAR_BASE + 4),
    THREE_FROM(DT_SERIES_FREQ_YEAR_BASE + 7),
    THREE_FROM(DT_SERIES_FREQ_YEAR_BASE + 10),
    THREE_FROM(DT_SERIES_FREQ_HALF_BASE + 1),
    THREE_FROM(DT_SERIES_FREQ_HALF_BASE + 4),
    THREE_FROM(DT_SERIES_FREQ_QUARTER_BASE + 1),
    DT_SERIES_FREQ_MONTH,
    THREE_FROM(DT_SERIES_FREQ_WEEK_BASE + 1),
    THREE_FROM(DT_SERIES_FREQ_WEEK_BASE + 4),
    DT_SERIES_FREQ_WEEK,
    DT_SERIES_FREQ_DAY,
};

static int64_t
convert(int32_t from, int64_t period, int32_t to, int32_t which)
{
    int64_t converted = -1;
    assert_int_equal(dt_series_period_convert(from, to, period, which,
                                              &converted, NULL), DT_E_OK);
    return converted;
}

static int64_t
period_of(int32_t frequency, int32_t year, int32_t month, int32_t day)
{
    int64_t period = -1;
    assert_int_equal(dt_series_period_from_date(frequency, year, month, day,
                                                &period, NULL), DT_E_OK);
    return period;
}

/* By definition: the period that contains the first or the last day. */
static void
a_conversion_goes_through_the_day_that_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(frequencies); i++)
        for (size_t j = 0; j < COUNT(frequencies); j++)
            for (int32_t which = DT_SERIES_WHICH_FIRST;
                 which <= DT_SERIES_WHICH_LAST; which++)
                for (int32_t m = 1; m <= 12; m++) {
                    const int32_t f = frequencies[i], g = frequencies[j];
                    const int64_t p = period_of(f, 2019 + m % 3, m, 2 * m + 3);
                    int32_t y, month, d;
                    assert_int_equal(dt_series_period_to_date(
                        f, p, which, &y, &month, &d, NULL), DT_E_OK);
                    assert_int_equal(convert(f, p, g, which),
                                     period_of(g, y, month, d));
                }
}

static void
a_longer_period_has_its_business_days_inside(void **state)
{
    /* June 2024: Saturday the 1st to Sunday the 30th. */
    const int64_t june = period_of(DT_SERIES_FREQ_MONTH, 2024, 6, 1);

    (void)state;
    assert_int_equal(convert(DT_SERIES_FREQ_MONTH, june,
                             DT_SERIES_FREQ_BUSINESS_DAY,
                             DT_SERIES_WHICH_FIRST),
                     period_of(DT_SERIES_FREQ_BUSINESS_DAY, 2024, 6, 3));
    assert_int_equal(convert(DT_SERIES_FREQ_MONTH, june,
                             DT_SERIES_FREQ_BUSINESS_DAY, DT_SERIES_WHICH_LAST),
                     period_of(DT_SERIES_FREQ_BUSINESS_DAY, 2024, 6, 28));
    for (int64_t day = period_of(DT_SERIES_FREQ_DAY, 2024, 6, 3); day < 19882;
         day++)
        if ((day + 3) % 7 < 5)
            assert_int_equal(convert(DT_SERIES_FREQ_BUSINESS_DAY,
                                     convert(DT_SERIES_FREQ_DAY, day,
                                             DT_SERIES_FREQ_BUSINESS_DAY,
                                             DT_SERIES_WHICH_FIRST),
                                     DT_SERIES_FREQ_DAY, DT_SERIES_WHICH_LAST),
                             day);
}

static void
a_weekend_day_has_no_business_day(void **state)
{
    struct dt_error error;
    int64_t converted = 77;

    (void)state;
    for (int32_t day = 1; day <= 2; day++)
        for (int32_t which = 0; which <= 1; which++)
            assert_error(dt_series_period_convert(
                             DT_SERIES_FREQ_DAY, DT_SERIES_FREQ_BUSINESS_DAY,
                             period_of(DT_SERIES_FREQ_DAY, 2024, 6, day), which,
                             &converted, &error),
                         DT_E_PERIOD, &error,
                         "period has no business day: it is a weekend");
    assert_int_equal(converted, 77);
}

static void
undated_converts_to_undated_only(void **state)
{
    struct dt_error error;
    int64_t converted = 77;

    (void)state;
    assert_error(
        dt_series_period_convert(DT_SERIES_FREQ_UNDATED, DT_SERIES_FREQ_YEAR, 3,
                                 0, &converted, &error),
        DT_E_FREQUENCY, &error, "from is undated: its periods have no dates");
    assert_error(
        dt_series_period_convert(DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_UNDATED, 3,
                                 0, &converted, &error),
        DT_E_FREQUENCY, &error, "to is undated: its periods have no dates");
    assert_int_equal(converted, 77);
    assert_int_equal(convert(0, INT64_MAX, 0, DT_SERIES_WHICH_LAST), INT64_MAX);
}

static void
bad_arguments_of_a_conversion_are_named(void **state)
{
    struct dt_error error;
    int64_t converted = 77;

    (void)state;
    assert_error(dt_series_period_convert(DT_SERIES_FREQ_YEAR,
                                          DT_SERIES_FREQ_MONTH, 1, 0, NULL,
                                          &error),
                 DT_E_NULL, &error, "converted is null");
    assert_error(dt_series_period_convert(99, DT_SERIES_FREQ_MONTH, 1, 0,
                                          &converted, &error),
                 DT_E_FREQUENCY, &error, "from is 99, no known frequency");
    assert_error(dt_series_period_convert(DT_SERIES_FREQ_MONTH, 304, 1, 0,
                                          &converted, &error),
                 DT_E_FREQUENCY, &error, "to is 304, no known frequency");
    assert_error(
        dt_series_period_convert(DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_MONTH, 1,
                                 -1, &converted, &error),
        DT_E_RULE, &error,
        "which is -1, neither DT_SERIES_WHICH_FIRST nor DT_SERIES_WHICH_LAST");
    assert_error(
        dt_series_period_convert(DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_MONTH,
                                 DT_SERIES_NO_PERIOD, 0, &converted, &error),
        DT_E_PERIOD, &error, "period is no period");
    assert_error(dt_series_period_convert(DT_SERIES_FREQ_YEAR,
                                          DT_SERIES_FREQ_MONTH, INT64_MAX, 0,
                                          &converted, &error),
                 DT_E_PERIOD, &error, NULL);
    /* The year lies inside the calendar, its fiscal year does not. */
    assert_error(dt_series_period_convert(
                     DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_YEAR_BASE + 6,
                     DT_SERIES_YEAR_MAX, DT_SERIES_WHICH_LAST, &converted,
                     &error),
                 DT_E_PERIOD, &error, NULL);
    assert_int_equal(converted, 77);
}

static void
a_sum_is_exact_or_refused(void **state)
{
    static const struct { int64_t period, count, sum; } good[] = {
        { 2024, 1, 2025 }, { 2024, -2025, -1 }, { INT64_MAX, 0, INT64_MAX },
        { INT64_MAX - 1, 1, INT64_MAX }, { INT64_MIN + 2, -1, INT64_MIN + 1 },
        { INT64_MAX, INT64_MIN, -1 }, { -1, INT64_MIN + 2, INT64_MIN + 1 },
    };
    struct dt_error error;
    int64_t sum = 77;

    (void)state;
    assert_error(dt_series_period_add(INT64_MAX, 1, &sum, &error),
                 DT_E_OVERFLOW, &error, "period 9223372036854775807 + count 1 "
                 "is out of range");
    /* The sum would be no period. */
    assert_error(dt_series_period_add(-1, INT64_MIN + 1, &sum, &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_error(dt_series_period_add(INT64_MIN + 1, -1, &sum, &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_error(dt_series_period_add(-5, INT64_MIN, &sum, &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_error(dt_series_period_add(DT_SERIES_NO_PERIOD, 1, &sum, &error),
                 DT_E_PERIOD, &error, "period is no period");
    assert_error(dt_series_period_add(1, 1, NULL, &error), DT_E_NULL, &error,
                 "sum is null");
    assert_int_equal(sum, 77);
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_int_equal(dt_series_period_add(good[i].period, good[i].count,
                                              &sum, NULL), DT_E_OK);
        assert_int_equal(sum, good[i].sum);
    }
}

static void
a_difference_is_exact_or_refused(void **state)
{
    static const struct { int64_t base, end, count; } good[] = {
        { 2020, 2024, 4 }, { 2024, 2020, -4 }, { INT64_MAX, INT64_MAX, 0 },
        { 1, INT64_MIN + 1, INT64_MIN }, { -1, INT64_MAX - 1, INT64_MAX },
        { 0, INT64_MAX, INT64_MAX }, { 0, INT64_MIN + 1, INT64_MIN + 1 },
    };
    struct dt_error error;
    int64_t count = 77;

    (void)state;
    assert_error(dt_series_period_difference(-1, INT64_MAX, &count, &error),
                 DT_E_OVERFLOW, &error,
                 "end 9223372036854775807 - base -1 is out of range");
    assert_error(dt_series_period_difference(2, INT64_MIN + 1, &count, &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_error(dt_series_period_difference(DT_SERIES_NO_PERIOD, 1, &count,
                                             &error),
                 DT_E_PERIOD, &error, "base is no period");
    assert_error(dt_series_period_difference(1, DT_SERIES_NO_PERIOD, &count,
                                             &error),
                 DT_E_PERIOD, &error, "end is no period");
    assert_error(dt_series_period_difference(1, 2, NULL, &error), DT_E_NULL,
                 &error, "count is null");
    assert_int_equal(count, 77);
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_int_equal(dt_series_period_difference(good[i].base, good[i].end,
                                                     &count, NULL), DT_E_OK);
        assert_int_equal(count, good[i].count);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_conversion_goes_through_the_day_that_is_named),
        cmocka_unit_test(a_longer_period_has_its_business_days_inside),
        cmocka_unit_test(a_weekend_day_has_no_business_day),
        cmocka_unit_test(undated_converts_to_undated_only),
        cmocka_unit_test(bad_arguments_of_a_conversion_are_named),
        cmocka_unit_test(a_sum_is_exact_or_refused),
        cmocka_unit_test(a_difference_is_exact_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
