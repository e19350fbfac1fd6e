/* SPDX-License-Identifier: MIT */
/* Comparisons with a base that the calendar finds: period by period, by what
 * the public calendar says of each. */
#include "make.h"

#include <math.h>
#include <stdbool.h>

#include <dtgrowth/compare.h>

enum { N = 800, LATER = 37 };

static double x[N], y[N], values[N];
static uint8_t why[N];

struct lagged {
    int32_t frequency, lag_rule, year_rule;
    int64_t lag, start;
};

static const struct lagged lags[] = {
    { DT_SERIES_FREQ_DAY, DT_GROWTH_LAG_YEARS, DT_SERIES_YEAR_AGO_SAME, 1,
      10590 }, /* Late in 1998, through 29 February of 2000. */
    { DT_SERIES_FREQ_DAY, DT_GROWTH_LAG_YEARS, DT_SERIES_YEAR_AGO_CLAMP, 1,
      10590 },
    { DT_SERIES_FREQ_DAY, DT_GROWTH_LAG_YEARS, DT_SERIES_YEAR_AGO_364, 2,
      10590 },
    { DT_SERIES_FREQ_BUSINESS_DAY, DT_GROWTH_LAG_YEARS,
      DT_SERIES_YEAR_AGO_CLAMP, 1, 7560 },
    { DT_SERIES_FREQ_WEEK, DT_GROWTH_LAG_YEARS, DT_SERIES_YEAR_AGO_SAME, 1,
      1790 }, /* 2004 has a week 53. */
    { DT_SERIES_FREQ_WEEK, DT_GROWTH_LAG_YEARS, DT_SERIES_YEAR_AGO_CLAMP, 3,
      1790 },
    { DT_SERIES_FREQ_MONTH, DT_GROWTH_LAG_YEARS, 0, 2, 24000 },
    { DT_SERIES_FREQ_QUARTER, DT_GROWTH_LAG_PERIODS, 0, 3, 8000 },
    { DT_SERIES_FREQ_MONTH, DT_GROWTH_LAG_END_OF_LAST_YEAR, 0, 0, 24005 },
    { DT_SERIES_FREQ_DAY, DT_GROWTH_LAG_END_OF_LAST_YEAR, 0, 0, 10590 },
    { DT_SERIES_FREQ_QUARTER, DT_GROWTH_LAG_START_OF_THIS_YEAR, 0, 0, 8002 },
};

/* The first or last period of months or days whose last day is in a year. */
static int64_t
at_turn(const struct lagged *by, int64_t period)
{
    const bool before = by->lag_rule == DT_GROWTH_LAG_END_OF_LAST_YEAR;
    int32_t year, month, day;
    int64_t found;

    assert_int_equal(dt_series_period_to_date(by->frequency, period,
                                              DT_SERIES_WHICH_LAST, &year,
                                              &month, &day, NULL), DT_E_OK);
    assert_int_equal(dt_series_period_from_date(by->frequency, year - before,
                                                before ? 12 : 1,
                                                before ? 31 : 1, &found, NULL),
                     DT_E_OK);
    return found;
}

static int64_t
base_of(const struct lagged *by, int64_t period)
{
    int64_t earlier;

    if (by->lag_rule == DT_GROWTH_LAG_PERIODS)
        return period - by->lag;
    if (by->lag_rule != DT_GROWTH_LAG_YEARS)
        return at_turn(by, period);
    assert_int_equal(dt_series_period_year_ago(by->frequency, period, by->lag,
                                               by->year_rule, &earlier, NULL),
                     DT_E_OK);
    return earlier;
}

/* The observation of a period; what it is where there is none. */
static double
read(const struct dt_series *s, int64_t period, int32_t missing, int32_t *whose)
{
    const bool known = period != DT_SERIES_NO_PERIOD;
    const int64_t i = known ? period - s->start : -1;
    int32_t of_one = DT_SERIES_WHY_DEFINED;

    if (i < 0 || i >= s->length)
        of_one = DT_SERIES_WHY_NO_BASE;
    else if (isnan(dt_series_at(s, i)))
        of_one = missing;
    *whose = first_reason(*whose, of_one);
    return of_one == DT_SERIES_WHY_DEFINED ? dt_series_at(s, i) : (double)NAN;
}

static void
check_element(const struct lagged *by, int32_t kind, const struct dt_series *a,
              const struct dt_series *b, int64_t i)
{
    const int64_t period = a->start + i, base = base_of(by, period);
    const bool needs_total = kind == DT_COMPARE_KIND_SHARE_CHANGE;
    int32_t expected = DT_SERIES_WHY_DEFINED;
    const double part = read(a, period, DT_SERIES_WHY_VALUE_MISSING, &expected);
    const double part_base =
        read(a, base, DT_SERIES_WHY_BASE_MISSING, &expected);
    const double total_base =
        read(b, base, DT_SERIES_WHY_BASE_MISSING, &expected);
    const double total =
        needs_total ? read(b, period, DT_SERIES_WHY_BASE_MISSING, &expected)
                    : 0;
    const double result =
        needs_total
            ? dt_compare_share_change(part_base, part, total_base, total)
            : dt_compare_contribution(part_base, part, total_base);

    if (why[i] != expected)
        fail_msg("kind %d, lag %d, element %d: %s", kind, (int)(by - lags),
                 (int)i, dt_series_why_name(why[i]));
    assert_ulp(values[i], expected == 0 ? result : (double)NAN, 0);
}

static void
check(const struct lagged *by, int32_t kind, bool in_place)
{
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;
    struct dt_series a = DT_SERIES_OF(x, N, by->frequency, by->start);
    const struct dt_series b =
        DT_SERIES_OF(y, N, by->frequency, by->start + LATER);
    struct dt_series_summary summary;
    struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, N);

    out.summary = &summary;
    options.lag_rule = by->lag_rule;
    options.year_rule = by->year_rule;
    for (int i = 0; i < N; i++) {
        x[i] = draw_below(20) ? (double)draw_below(1000) : (double)NAN;
        y[i] = draw_below(20) ? 1000 + (double)draw_below(999) : (double)NAN;
        values[i] = x[i];
    }
    struct dt_series from = a;
    if (in_place)
        from.values = values;
    assert_int_equal(dt_compare_series(&from, &b, kind, by->lag, &options, &out,
                                       NULL), DT_E_OK);
    int64_t defined = 0;
    for (int64_t i = 0; i < N; i++) {
        check_element(by, kind, &a, &b, i);
        defined += why[i] == DT_SERIES_WHY_DEFINED;
    }
    assert_int_equal(summary.defined, defined);
    assert_true(defined > N / 40);
}

static void
a_base_is_where_the_calendar_has_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lags); i++)
        for (int in_place = 0; in_place < 2; in_place++) {
            check(&lags[i], DT_COMPARE_KIND_SHARE_CHANGE, in_place);
            check(&lags[i], DT_COMPARE_KIND_CONTRIBUTION, in_place);
        }
}

static void
assert_refused_with(const struct dt_compare_options *options, int32_t kind,
                    int64_t lag, int32_t code, const char *message)
{
    const struct dt_series a =
        DT_SERIES_OF(x, 4, DT_SERIES_FREQ_UNDATED, 0);
    const struct dt_series_out out = DT_SERIES_OUT(values, 4);
    struct dt_error error;

    values[0] = 7;
    assert_refused(dt_compare_series(&a, &a, kind, lag, options, &out, &error),
                   code, &error, message);
    assert_ulp(values[0], 7, 0);
}

static void
rules_that_serve_nothing_are_refused(void **state)
{
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    (void)state;
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    assert_refused_with(&options, DT_COMPARE_KIND_CONTRIBUTION, 1,
                        DT_E_FREQUENCY,
                        "x->frequency is undated: its periods have no dates");
    assert_refused_with(&options, DT_COMPARE_KIND_GAP, 0, DT_E_RULE,
                        "options->lag_rule is 1, which has no effect here");
    options.lag_rule = 4;
    assert_refused_with(&options, DT_COMPARE_KIND_CONTRIBUTION, 1, DT_E_RULE,
                        "options->lag_rule is 4, no known rule");
    options.lag_rule = 0;
    options.year_rule = DT_SERIES_YEAR_AGO_CLAMP;
    assert_refused_with(&options, DT_COMPARE_KIND_CONTRIBUTION, 1, DT_E_RULE,
                        "options->year_rule is 1, which has no effect here");
    assert_refused_with(&options, DT_COMPARE_KIND_RATIO, 0, DT_E_RULE,
                        "options->year_rule is 1, which has no effect here");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_base_is_where_the_calendar_has_it),
        cmocka_unit_test(rules_that_serve_nothing_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
