/* SPDX-License-Identifier: MIT */
/* What "a year earlier" means. */
#include "support.h"

#include <dtgrowth/series.h>

#include "calendar/year_ago.h"

static int64_t
year_ago(int32_t frequency, int64_t period, int64_t years, int32_t rule)
{
    int64_t earlier = -1;
    assert_int_equal(dt_series_period_year_ago(frequency, period, years, rule,
                                               &earlier, NULL), DT_E_OK);
    return earlier;
}

static int64_t
expected(const struct vector *v, int field)
{
    return v->text[field][0] == '-' && v->text[field][1] == '\0'
               ? DT_SERIES_NO_PERIOD : (int64_t)v->value[field];
}

static void
check_vector(const struct vector *v)
{
    const int32_t frequency = (int32_t)v->value[0];
    const int64_t period = (int64_t)v->value[1], years = (int64_t)v->value[2];

    assert_int_equal(year_ago(frequency, period, years,
                              DT_SERIES_YEAR_AGO_SAME), expected(v, 3));
    assert_int_equal(year_ago(frequency, period, years,
                              DT_SERIES_YEAR_AGO_CLAMP), expected(v, 4));
}

static void
a_year_earlier_is_the_period_of_the_same_name(void **state)
{
    (void)state;
    each_vector("year_ago.txt", 5, check_vector);
}

static void
where_the_calendar_fixes_it_every_rule_agrees(void **state)
{
    static const int32_t cases[][2] = {
        { DT_SERIES_FREQ_YEAR, 1 }, { DT_SERIES_FREQ_YEAR_BASE + 3, 1 },
        { DT_SERIES_FREQ_HALF, 2 }, { DT_SERIES_FREQ_HALF_BASE + 1, 2 },
        { DT_SERIES_FREQ_QUARTER, 4 }, { DT_SERIES_FREQ_QUARTER_BASE + 2, 4 },
        { DT_SERIES_FREQ_MONTH, 12 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int32_t rule = 0; rule <= DT_SERIES_YEAR_AGO_364; rule++) {
            assert_int_equal(year_ago(cases[i][0], 8098, 3, rule),
                             8098 - 3 * cases[i][1]);
            /* Beyond the calendar too: an ordinal needs no date here. */
            assert_int_equal(year_ago(cases[i][0], INT64_MAX, 1, rule),
                             INT64_MAX - cases[i][1]);
        }
}

static void
the_364_days_rule_keeps_the_weekday(void **state)
{
    (void)state;
    assert_int_equal(
        year_ago(DT_SERIES_FREQ_DAY, 20000, 1, DT_SERIES_YEAR_AGO_364),
        20000 - 364);
    assert_int_equal(year_ago(DT_SERIES_FREQ_BUSINESS_DAY, 20000, 2,
                              DT_SERIES_YEAR_AGO_364), 20000 - 520);
    for (int32_t day = 1; day <= 7; day++)
        assert_int_equal(year_ago(DT_SERIES_FREQ_WEEK_BASE + day, 2800, 1,
                                  DT_SERIES_YEAR_AGO_364), 2748);
}

static void
weeks_without_a_number_have_one_rule_only(void **state)
{
    const int32_t to_saturday = DT_SERIES_FREQ_WEEK_BASE + 6;
    struct dt_error error;
    int64_t earlier = 77;

    (void)state;
    for (int32_t week = DT_SERIES_FREQ_WEEK_BASE + 1; week <= to_saturday;
         week++)
        for (int32_t rule = 0; rule <= 1; rule++)
            assert_error(dt_series_period_year_ago(week, 2800, 1, rule,
                                                   &earlier, &error),
                         DT_E_RULE, &error, NULL);
    assert_error(dt_series_period_year_ago(to_saturday, 2800, 1,
                                           DT_SERIES_YEAR_AGO_CLAMP, &earlier,
                                           &error),
                 DT_E_RULE, &error,
                 "rule is 1, but a week ending on Saturday "
                 "has no number: only DT_SERIES_YEAR_AGO_364 serves it");
    assert_int_equal(earlier, 77);
}

static void
before_the_calendar_there_is_no_period(void **state)
{
    static const int64_t years[] = { 1002024, 2000000, 5000000, INT64_MAX };

    (void)state;
    for (size_t i = 0; i < COUNT(years); i++)
        for (int32_t rule = 0; rule <= 1; rule++) {
            assert_true(year_ago(DT_SERIES_FREQ_DAY, 19782, years[i], rule) ==
                        DT_SERIES_NO_PERIOD);
            assert_true(year_ago(DT_SERIES_FREQ_WEEK, 2826, years[i], rule) ==
                        DT_SERIES_NO_PERIOD);
            assert_true(year_ago(DT_SERIES_FREQ_BUSINESS_DAY, 14130, years[i],
                                 rule) == DT_SERIES_NO_PERIOD);
        }
}

static void
bad_arguments_are_named(void **state)
{
    const int32_t year = DT_SERIES_FREQ_YEAR, undated = DT_SERIES_FREQ_UNDATED;
    struct dt_error error;
    int64_t earlier = 77;

    (void)state;
    assert_error(dt_series_period_year_ago(year, 2024, 1, 0, NULL, &error),
                 DT_E_NULL, &error, "earlier is null");
    assert_error(dt_series_period_year_ago(99, 2024, 1, 0, &earlier, &error),
                 DT_E_FREQUENCY, &error, "frequency is 99, no known frequency");
    assert_error(dt_series_period_year_ago(undated, 2024, 1, 0, &earlier,
                                           &error),
                 DT_E_FREQUENCY, &error,
                 "frequency is undated: its periods have no dates");
    assert_error(dt_series_period_year_ago(year, 2024, 1, 3, &earlier, &error),
                 DT_E_RULE, &error, "rule is 3, no known rule of a year ago");
    assert_error(dt_series_period_year_ago(year, DT_SERIES_NO_PERIOD, 1, 0,
                                           &earlier, &error),
                 DT_E_PERIOD, &error, "period is no period");
    assert_error(dt_series_period_year_ago(year, 2024, 0, 0, &earlier, &error),
                 DT_E_LAG, &error, "years is 0; at least 1");
    assert_error(dt_series_period_year_ago(year, 2024, -1, 0, &earlier, &error),
                 DT_E_LAG, &error, "years is -1; at least 1");
    assert_error(dt_series_period_year_ago(DT_SERIES_FREQ_DAY, INT64_MAX, 1, 0,
                                           &earlier, &error),
                 DT_E_PERIOD, &error, NULL);
    assert_error(dt_series_period_year_ago(DT_SERIES_FREQ_MONTH, INT64_MIN + 12,
                                           1, 0, &earlier, &error),
                 DT_E_OVERFLOW, &error,
                 "period -9223372036854775796 less 1 "
                 "years is out of range");
    assert_error(dt_series_period_year_ago(DT_SERIES_FREQ_MONTH, 1, INT64_MAX,
                                           0, &earlier, &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_int_equal(earlier, 77);
}

/* Twelve times that wraps around to little more than the least. */
static void
years_that_wrap_around_are_out_of_range(void **state)
{
    struct dt_error error;
    int64_t earlier = 77;

    (void)state;
    assert_error(dt_series_period_year_ago(DT_SERIES_FREQ_MONTH, 24000,
                                           INT64_MAX / 12 + 1, 0, &earlier,
                                           &error),
                 DT_E_OVERFLOW, &error, NULL);
    assert_int_equal(earlier, 77);
}

/* Neither end of a span may lie outside. */
static void
no_years_lie_between_what_is_no_period(void **state)
{
    const int32_t day = DT_SERIES_FREQ_DAY;

    (void)state;
    assert_int_equal(dt__years_between(day, 0, 365, 0), 1);
    assert_int_equal(dt__years_between(day, 0, 366, 0), 0);
    assert_int_equal(dt__years_between(day, 0, INT64_MAX, 0), 0);
    assert_int_equal(dt__years_between(day, INT64_MIN + 1, 365, 0), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_earlier_is_the_period_of_the_same_name),
        cmocka_unit_test(where_the_calendar_fixes_it_every_rule_agrees),
        cmocka_unit_test(the_364_days_rule_keeps_the_weekday),
        cmocka_unit_test(weeks_without_a_number_have_one_rule_only),
        cmocka_unit_test(before_the_calendar_there_is_no_period),
        cmocka_unit_test(years_that_wrap_around_are_out_of_range),
        cmocka_unit_test(no_years_lie_between_what_is_no_period),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
