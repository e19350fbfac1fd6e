/* SPDX-License-Identifier: MIT */
/* Where the base of a period is. */
#include "make.h"

#include <dtgrowth/growth.h>

#include "growth/lag.h"

static void
check_turn(const struct vector *v)
{
    struct dt__lag lag = { (int32_t)v->value[0],
                           DT_GROWTH_LAG_END_OF_LAST_YEAR, 0, 0 };
    const int64_t period = (int64_t)v->value[1];

    assert_int_equal(dt__base_period(&lag, period), (int64_t)v->value[2]);
    lag.rule = DT_GROWTH_LAG_START_OF_THIS_YEAR;
    assert_int_equal(dt__base_period(&lag, period), (int64_t)v->value[3]);
}

static void
the_turn_of_the_year_is_that_of_the_calendar(void **state)
{
    (void)state;
    each_vector("growth_lag.txt", 4, check_turn);
}

static int64_t
period_of(int32_t frequency, const char *text)
{
    int64_t period;
    assert_int_equal(dt_series_period_parse(frequency, text, &period, NULL),
                     DT_E_OK);
    return period;
}

#define NONE ""

/* The base, or no period for an empty text. */
static void
check_years(int32_t frequency, const char *period, int64_t years_back,
            int32_t year_rule, const char *expected)
{
    const struct dt__lag lag = { frequency, DT_GROWTH_LAG_YEARS, year_rule,
                                 years_back };
    const int64_t base = dt__base_period(&lag, period_of(frequency, period));

    if (expected[0] == '\0')
        assert_true(base == DT_SERIES_NO_PERIOD);
    else
        assert_int_equal(base, period_of(frequency, expected));
}

static void
a_year_earlier_is_the_same_period_by_name(void **state)
{
    (void)state;
    check_years(DT_SERIES_FREQ_MONTH, "2024-02", 1, DT_SERIES_YEAR_AGO_SAME,
                "2023-02");
    check_years(DT_SERIES_FREQ_QUARTER, "2024-Q3", 5, DT_SERIES_YEAR_AGO_SAME,
                "2019-Q3");
    check_years(DT_SERIES_FREQ_DAY, "2024-02-29", 1, DT_SERIES_YEAR_AGO_SAME,
                NONE);
    check_years(DT_SERIES_FREQ_DAY, "2024-02-29", 1, DT_SERIES_YEAR_AGO_CLAMP,
                "2023-02-28");
    check_years(DT_SERIES_FREQ_DAY, "2024-02-29", 4, DT_SERIES_YEAR_AGO_SAME,
                "2020-02-29");
    check_years(DT_SERIES_FREQ_WEEK, "2020-W53", 1, DT_SERIES_YEAR_AGO_SAME,
                NONE);
    check_years(DT_SERIES_FREQ_WEEK, "2020-W53", 1, DT_SERIES_YEAR_AGO_CLAMP,
                "2019-W52");
    check_years(DT_SERIES_FREQ_WEEK, "2020-W53", 1, DT_SERIES_YEAR_AGO_364,
                "2020-W01");
    check_years(DT_SERIES_FREQ_WEEK, "2021-W10", 1, DT_SERIES_YEAR_AGO_SAME,
                "2020-W10");
}

static void
no_lag_leaves_the_calendar_or_its_type(void **state)
{
    (void)state;
    struct dt__lag lag = { DT_SERIES_FREQ_MONTH, DT_GROWTH_LAG_PERIODS, 0,
                           INT64_MAX };

    assert_true(dt__base_period(&lag, -1) == DT_SERIES_NO_PERIOD);
    assert_true(dt__base_period(&lag, 0) == -INT64_MAX);
    assert_true(dt__base_period(&lag, INT64_MIN + 1) == DT_SERIES_NO_PERIOD);
    lag.rule = DT_GROWTH_LAG_YEARS;
    assert_true(dt__base_period(&lag, 24000) == DT_SERIES_NO_PERIOD);
    lag.frequency = DT_SERIES_FREQ_DAY;
    assert_true(dt__base_period(&lag, 24000) == DT_SERIES_NO_PERIOD);
    lag.rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    lag.frequency = DT_SERIES_FREQ_YEAR;
    assert_true(dt__base_period(&lag, DT_SERIES_YEAR_MIN) ==
                DT_SERIES_NO_PERIOD);
    assert_true(dt__base_period(&lag, DT_SERIES_YEAR_MIN + 1) ==
                DT_SERIES_YEAR_MIN);
    assert_true(dt__base_period(&lag, INT64_MAX) == DT_SERIES_NO_PERIOD);
    lag.rule = DT_GROWTH_LAG_START_OF_THIS_YEAR;
    assert_true(dt__base_period(&lag, INT64_MAX) == DT_SERIES_NO_PERIOD);
}

static void
refused(const struct dt__lag *lag, int32_t code, const char *message)
{
    struct dt_error error;
    assert_refused(dt__check_lag(lag, false, &error), code, &error, message);
}

static void
an_impossible_lag_is_named(void **state)
{
    (void)state;
    struct dt__lag lag = { DT_SERIES_FREQ_MONTH, 4, 0, 1 };

    refused(&lag, DT_E_RULE, "options->lag_rule is 4, no known rule");
    lag.rule = -1;
    refused(&lag, DT_E_RULE, "options->lag_rule is -1, no known rule");
    lag.rule = DT_GROWTH_LAG_YEARS;
    lag.year_rule = 3;
    refused(&lag, DT_E_RULE,
            "options->year_rule is 3, no known rule of a year ago");
    lag.year_rule = -1;
    refused(&lag, DT_E_RULE,
            "options->year_rule is -1, no known rule of a year ago");
    lag.year_rule = DT_SERIES_YEAR_AGO_SAME;
    lag.lag = 0;
    refused(&lag, DT_E_LAG, "lag is 0; at least 1");
    lag.lag = INT64_MIN;
    refused(&lag, DT_E_LAG, "lag is -9223372036854775808; at least 1");
    lag.lag = 2;
    lag.rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    refused(&lag, DT_E_LAG,
            "lag is 2; 0 for a base at a turn of the year");
    lag.rule = DT_GROWTH_LAG_START_OF_THIS_YEAR;
    refused(&lag, DT_E_LAG,
            "lag is 2; 0 for a base at a turn of the year");
}

static void
undated_observations_have_no_years(void **state)
{
    (void)state;
    struct dt__lag lag = { DT_SERIES_FREQ_UNDATED, DT_GROWTH_LAG_PERIODS, 0,
                           5 };

    assert_int_equal(dt__check_lag(&lag, false, NULL), DT_E_OK);
    for (lag.rule = 1; lag.rule <= 3; lag.rule++)
        refused(&lag, DT_E_FREQUENCY,
                "x->frequency is undated: its periods have no dates");
}

static void
only_iso_weeks_have_a_name_to_find_a_year_earlier(void **state)
{
    (void)state;
    struct dt__lag lag = { DT_SERIES_FREQ_WEEK_BASE + 5, DT_GROWTH_LAG_YEARS,
                           DT_SERIES_YEAR_AGO_CLAMP, 1 };

    refused(&lag, DT_E_RULE,
            "options->year_rule is 1, but a week ending on Friday has no "
            "number: only DT_SERIES_YEAR_AGO_364 serves it");
    lag.year_rule = DT_SERIES_YEAR_AGO_364;
    assert_int_equal(dt__check_lag(&lag, false, NULL), DT_E_OK);
    lag.year_rule = DT_SERIES_YEAR_AGO_SAME;
    lag.frequency = DT_SERIES_FREQ_WEEK;
    assert_int_equal(dt__check_lag(&lag, false, NULL), DT_E_OK);
    /* The year rule is about LAG_YEARS alone. */
    lag.frequency = DT_SERIES_FREQ_WEEK_BASE + 5;
    lag.rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    lag.lag = 0;
    assert_int_equal(dt__check_lag(&lag, false, NULL), DT_E_OK);
    lag.year_rule = DT_SERIES_YEAR_AGO_364;
    refused(&lag, DT_E_RULE,
            "options->year_rule is 2, which has no effect here");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_turn_of_the_year_is_that_of_the_calendar),
        cmocka_unit_test(a_year_earlier_is_the_same_period_by_name),
        cmocka_unit_test(no_lag_leaves_the_calendar_or_its_type),
        cmocka_unit_test(an_impossible_lag_is_named),
        cmocka_unit_test(undated_observations_have_no_years),
        cmocka_unit_test(only_iso_weeks_have_a_name_to_find_a_year_earlier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
