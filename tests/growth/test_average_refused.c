/* SPDX-License-Identifier: MIT */
/* Arguments that dt_growth_average() refuses. */
#include "make.h"

#include <string.h>

#include <dtgrowth/growth.h>

static const double values[] = { 1, 2, 3, 4, 5 };

/* A refusal leaves the result as it was, byte for byte. */
static void
refused(const struct dt_series *x, int32_t kind, int64_t base, int64_t end,
        int32_t code, const char *message)
{
    struct dt_growth_average_result result, before;
    struct dt_error error;

    memset(&result, 0x5a, sizeof(result));
    memset(&before, 0x5a, sizeof(before));
    assert_refused(dt_growth_average(x, kind, base, end, NULL, &result, &error),
                   code, &error, message);
    assert_memory_equal(&result, &before, sizeof(result));
    assert_int_equal(dt_growth_average(x, kind, base, end, NULL, &result, NULL),
                     code);
}

static void
a_null_pointer_is_named(void **state)
{
    (void)state;
    const struct dt_series x = years(values, 5, 2020);
    struct dt_error error;

    refused(NULL, 0, 2020, 2024, DT_E_NULL, "x is null");
    assert_refused(dt_growth_average(&x, DT_GROWTH_AVERAGE_CAGR, 2020, 2024,
                                     NULL, NULL, &error),
                   DT_E_NULL, &error, "result is null");
}

static void
a_bad_view_is_refused(void **state)
{
    (void)state;
    struct dt_series x = years(values, 5, 2020);

    x.stride = 0;
    refused(&x, 0, 2020, 2024, DT_E_STRIDE, "x->stride is 0");
}

static void
an_unknown_kind_is_refused(void **state)
{
    (void)state;
    const struct dt_series x = years(values, 5, 2020);

    refused(&x, 9, 2020, 2024, DT_E_KIND, "kind is 9, no known average");
    refused(&x, -1, 2020, 2024, DT_E_KIND, "kind is -1, no known average");
}

static void
a_logarithm_has_no_average_growth(void **state)
{
    (void)state;
    struct dt_series x = years(values, 5, 2020);

    x.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    refused(&x, 0, 2020, 2024, DT_E_UNIT,
            "x->unit is a logarithm, of which no average growth is defined");
}

static void
a_period_outside_the_series_is_named(void **state)
{
    (void)state;
    const struct dt_series x = years(values, 5, 2020);
    const struct dt_series none = years(values, 0, 2020);

    refused(&x, 0, 2019, 2024, DT_E_BEFORE,
            "base is 2019; x starts at 2020");
    refused(&x, 0, 2025, 2024, DT_E_AFTER,
            "base is 2025; x ends at 2024");
    refused(&x, 0, 2020, 2025, DT_E_AFTER,
            "end is 2025; x ends at 2024");
    refused(&x, 0, 2020, 2019, DT_E_BEFORE,
            "end is 2019; x starts at 2020");
    refused(&x, 0, DT_SERIES_NO_PERIOD, 2024, DT_E_PERIOD,
            "base is no period");
    refused(&x, 0, 2020, DT_SERIES_NO_PERIOD, DT_E_PERIOD,
            "end is no period");
    refused(&none, 0, 2020, 2021, DT_E_AFTER,
            "base is 2020; x is empty");
    refused(&none, 0, 2019, 2021, DT_E_BEFORE, "base is 2019; x is empty");
}

/* A year is taken for a period, here or where the view was made. */
static void
an_ordinal_that_reads_like_a_year_gets_a_hint(void **state)
{
    (void)state;
    struct dt_series quarters = years(values, 5, 2020);

    quarters.frequency = DT_SERIES_FREQ_QUARTER;
    refused(&quarters, 0, 4 * 2020, 4 * 2021, DT_E_AFTER,
            "base is 2020-Q1; x ends at 0506-Q1 (2020 is an ordinal: of the "
            "year 2020, dt_series_period_of())");
    quarters.start = 4 * 2020 + 2;
    refused(&quarters, 0, 2021, 2022, DT_E_BEFORE,
            "base is 0505-Q2; x starts at 2020-Q3 (2021 is an ordinal: of the "
            "year 2021, dt_series_period_of())");
    refused(&quarters, 0, 202101, 202201, DT_E_AFTER,
            "base is 202101; x ends at 2021-Q3 (202101 is an ordinal: of the "
            "year 2021, dt_series_period_of())");
    refused(&quarters, 0, 20210101, 4 * 2021, DT_E_AFTER,
            "base is 20210101; x ends at 2021-Q3 (20210101 is an ordinal: of "
            "the year 2021, dt_series_period_of())");
    refused(&quarters, 0, 4 * 2020, 4 * 2021, DT_E_BEFORE,
            "base is 2020-Q1; x starts at 2020-Q3");
}

/* Ordinals of weeks and days that read like years. */
static void
an_ordinal_that_is_meant_gets_none(void **state)
{
    (void)state;
    struct dt_series x = years(values, 5, 2002);

    x.frequency = DT_SERIES_FREQ_WEEK;
    refused(&x, 0, 2002, 2007, DT_E_AFTER,
            "end is 2008-W25; x ends at 2008-W24");
    x.frequency = DT_SERIES_FREQ_UNDATED;
    refused(&x, 0, 2002, 20240101, DT_E_AFTER,
            "end is 20240101; x ends at 2006");
    x.frequency = DT_SERIES_FREQ_WEEK;
    x.start = 1890;
    refused(&x, 0, 1890, 1905, DT_E_AFTER,
            "end is 2006-W27; x ends at 2006-W16");
    x.frequency = DT_SERIES_FREQ_DAY;
    x.start = 2000;
    refused(&x, 0, 2000, 2005, DT_E_AFTER,
            "end is 1975-06-29; x ends at 1975-06-28");
}

static void
base_comes_before_end(void **state)
{
    (void)state;
    const struct dt_series x = years(values, 5, 2020);

    refused(&x, 0, 2022, 2022, DT_E_PERIODS,
            "base and end are 0 periods apart; at least 1");
    refused(&x, 0, 2024, 2020, DT_E_PERIODS,
            "base and end are -4 periods apart; at least 1");
}

static void
whole_years_need_a_calendar_and_equal_sub_periods(void **state)
{
    (void)state;
    struct dt_series x = years(values, 5, 0);

    x.frequency = DT_SERIES_FREQ_QUARTER;
    refused(&x, DT_GROWTH_AVERAGE_YEARS, 0, 3, DT_E_PERIODS,
            "base and end are 3 periods apart, no whole number of years");
    x.frequency = DT_SERIES_FREQ_WEEK;
    refused(&x, DT_GROWTH_AVERAGE_YEARS, 0, 4, DT_E_PERIODS,
            "base and end are 4 periods apart, no whole number of years");
    x.frequency = DT_SERIES_FREQ_WEEK_BASE + 5;
    refused(&x, DT_GROWTH_AVERAGE_YEARS, 0, 4, DT_E_RULE,
            "options->year_rule is 0, but a week ending on Friday has no "
            "number: only DT_SERIES_YEAR_AGO_364 serves it");
    x.frequency = DT_SERIES_FREQ_DAY;
    x.start = INT64_MIN / 2; /* Before the calendar. */
    refused(&x, DT_GROWTH_AVERAGE_YEARS, x.start, x.start + 4, DT_E_PERIODS,
            "base and end are 4 periods apart, no whole number of years");
    x.start = 0;
    x.frequency = DT_SERIES_FREQ_UNDATED;
    refused(&x, DT_GROWTH_AVERAGE_YEARS, 0, 4, DT_E_FREQUENCY,
            "x->frequency is undated: its periods have no dates");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_null_pointer_is_named),
        cmocka_unit_test(a_bad_view_is_refused),
        cmocka_unit_test(an_unknown_kind_is_refused),
        cmocka_unit_test(a_logarithm_has_no_average_growth),
        cmocka_unit_test(a_period_outside_the_series_is_named),
        cmocka_unit_test(an_ordinal_that_reads_like_a_year_gets_a_hint),
        cmocka_unit_test(an_ordinal_that_is_meant_gets_none),
        cmocka_unit_test(base_comes_before_end),
        cmocka_unit_test(whole_years_need_a_calendar_and_equal_sub_periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
