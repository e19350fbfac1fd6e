/* SPDX-License-Identifier: MIT */
/* Panels of every quantity of growth by one plan, and plans that refuse. */
#include "panels.h"

#include <stdio.h>

#include <dtgrowth/growth.h>

#include "growth/levels.h"
#include "growth/convert_rates.h"
#include "growth/rolling_growth.h"
#include "growth/series.h"
#include "growth/walk.h"

enum { LONGEST = 150 };

/* How many kinds of growth there are. */
static int32_t
kinds(void)
{
    return last_constant("DT_GROWTH_KIND_RATE") + 1;
}

static double
draw_level(void)
{
    return 100 + (double)draw_below(1000000) * 1e-5;
}

static double
draw_rate(void)
{
    return (double)draw_below(200000) * 1e-6 - 0.08;
}

/* Around whole steps and blocks, and any. */
static int64_t
draw_length(void)
{
    static const int64_t lengths[] = { 1, 7, 8, 9, 63, 64, 65, 127, 128, 129,
                                       136, LONGEST };
    return draw_below(2) ? lengths[draw_below(COUNT(lengths))]
                         : 1 + (int64_t)draw_below(LONGEST);
}

/* A lag by each rule, where that depends on the calendar, too. */
struct lagged {
    int64_t lag, start;
    int32_t frequency, lag_rule, year_rule;
    bool is_long; /* Whether it reaches beyond LONGEST observations. */
};

#define PERIODS DT_GROWTH_LAG_PERIODS
#define YEARS   DT_GROWTH_LAG_YEARS
#define LAST    DT_GROWTH_LAG_END_OF_LAST_YEAR
#define FIRST   DT_GROWTH_LAG_START_OF_THIS_YEAR
#define SAME    DT_SERIES_YEAR_AGO_SAME
#define CLAMP   DT_SERIES_YEAR_AGO_CLAMP
#define BY_364  DT_SERIES_YEAR_AGO_364

static const struct lagged lags[] = {
    { 1, 0, DT_SERIES_FREQ_UNDATED, PERIODS, 0, false },
    { 12, INT64_MIN + 1, DT_SERIES_FREQ_UNDATED, PERIODS, 0, false },
    { 64, INT64_MAX - 1000, DT_SERIES_FREQ_UNDATED, PERIODS, 0, false },
    { 149, 0, DT_SERIES_FREQ_UNDATED, PERIODS, 0, false },
    { INT64_MAX, 0, DT_SERIES_FREQ_UNDATED, PERIODS, 0, false },
    { 3, 24000, DT_SERIES_FREQ_MONTH, YEARS, SAME, false },
    { INT64_MAX / 4, 24000, DT_SERIES_FREQ_MONTH, YEARS, SAME, false },
    { 2, 8000, DT_SERIES_FREQ_QUARTER, YEARS, CLAMP, false },
    { 1, 2000, DT_SERIES_FREQ_YEAR, YEARS, BY_364, false },
    { 1, 10590, DT_SERIES_FREQ_DAY, YEARS, SAME, true },   /* From late in 1998,
      */
    { 1, 10590, DT_SERIES_FREQ_DAY, YEARS, CLAMP, true },
       /* through 29 February */
    { 1, 10590, DT_SERIES_FREQ_DAY, YEARS, BY_364, true }, /* of 2000. */
    { 2, 10590, DT_SERIES_FREQ_DAY, YEARS, SAME, true },
    { 1, 7560, DT_SERIES_FREQ_BUSINESS_DAY, YEARS, SAME, true },
    { 1, 7560, DT_SERIES_FREQ_BUSINESS_DAY, YEARS, CLAMP, true },
    { 1, 7560, DT_SERIES_FREQ_BUSINESS_DAY, YEARS, BY_364, true },
    { 1, 1820, DT_SERIES_FREQ_WEEK, YEARS, SAME, false },
      /* 2004 has week 53. */
    { 1, 1820, DT_SERIES_FREQ_WEEK, YEARS, CLAMP, false },
    { 1, 1820, DT_SERIES_FREQ_WEEK_BASE + 3, YEARS, BY_364, false },
    { 0, 24005, DT_SERIES_FREQ_MONTH, LAST, 0, false },
    { 0, 8002, DT_SERIES_FREQ_QUARTER, LAST, 0, false },
    { 0, 2000, DT_SERIES_FREQ_YEAR_BASE + 6, LAST, 0, false },
    { 0, 10590, DT_SERIES_FREQ_DAY, LAST, 0, true },
    { 0, 7560, DT_SERIES_FREQ_BUSINESS_DAY, LAST, 0, true },
    { 0, 1820, DT_SERIES_FREQ_WEEK, LAST, 0, false },
    { 0, 1820, DT_SERIES_FREQ_WEEK_BASE + 5, LAST, 0, false },
    { 0, 24005, DT_SERIES_FREQ_MONTH, FIRST, 0, false },
    { 0, 4000, DT_SERIES_FREQ_HALF, FIRST, 0, false },
    { 0, 10590, DT_SERIES_FREQ_DAY, FIRST, 0, true },
    { 0, 1820, DT_SERIES_FREQ_WEEK, FIRST, 0, false },
};

/* What a call of dt_growth_series(), or dt_growth_rolling(), chooses. */
struct choices {
    int32_t kind;
    int64_t lag, window;
    struct dt_growth_options options;
};

static struct choices
choose(int32_t kind, const struct lagged *by, int32_t base_rule)
{
    struct choices c = { kind, by->lag, 1, DT_GROWTH_OPTIONS_INIT };

    c.options.lag_rule = by->lag_rule;
    c.options.year_rule = by->year_rule;
    c.options.base_rule = served_rule(kind, base_rule);
    if (kind >= DT_GROWTH_KIND_ANNUALIZED)
        c.options.per_year = 250;
    return c;
}

static struct dt_series
like(const struct lagged *by)
{
    return panel_like(by->frequency, by->start,
                      by->is_long ? PANEL_MOST - (int64_t)draw_below(80)
                                  : draw_length());
}

static int32_t
series_alone(const void *choices, const struct dt_series *x,
             const struct dt_series_out *out)
{
    const struct choices *c = choices;

    return dt_growth_series(x, c->kind, c->lag, &c->options, out, NULL);
}

static void
check_series(int32_t kind, const struct lagged *by, int32_t base_rule)
{
    const struct choices c = choose(kind, by, base_rule);
    const struct dt_series x = like(by);
    struct dt__growth_plan plan;
    char name[80];

    (void)snprintf(name, sizeof(name), "kind %d, base rule %d, lag %d", kind,
                   base_rule, (int)(by - lags));
    assert_int_equal(
        dt__plan_growth(&x, kind, c.lag, false, &c.options, 0, &plan, NULL),
        DT_E_OK);
    panel_check(&(struct panel_case){ name, dt__series_run, &plan, series_alone,
                                      &c, draw_level }, &x);
}

static void
growth_of_a_panel_is_that_of_its_series_by_every_kind_and_lag(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < kinds(); kind++)
        for (size_t i = 0; i < COUNT(lags); i++)
            for (int32_t rule = 0; rule < DT_GROWTH_BASE_REFUSE; rule++)
                if (!lags[i].is_long || rule == (kind + (int)i) % 4)
                    check_series(kind, &lags[i], rule);
}

static void
growth_of_a_panel_is_that_of_its_series_at_every_length(void **state)
{
    const struct lagged *by = &lags[0];
    const struct choices c = choose(DT_GROWTH_KIND_RATE, by, 0);

    (void)state;
    for (int64_t length = 0; length <= LONGEST; length++) {
        const struct dt_series x = panel_like(by->frequency, 0, length);
        struct dt__growth_plan plan;
        assert_int_equal(
            dt__plan_growth(&x, c.kind, c.lag, false, NULL, 0, &plan, NULL),
            DT_E_OK);
        panel_check(&(struct panel_case){ "length", dt__series_run, &plan,
                                          series_alone, &c, draw_level }, &x);
    }
}

/* One plan is asked of each series of a panel: the words of the refusal are
 * those of dt_growth_series(). */
static void
a_plan_refuses_the_bases_that_the_call_refuses(void **state)
{
    static double values[PANEL_MOST], result[PANEL_MOST];
    const struct dt_series_out out = DT_SERIES_OUT(result, PANEL_MOST);
    int refused = 0;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        const struct lagged *by = &lags[draw_below(COUNT(lags))];
        const uint64_t kind = draw_below((uint64_t)kinds());
        const struct choices c = choose((int32_t)kind, by,
                                        DT_GROWTH_BASE_REFUSE);
        struct dt_series x = like(by);
        struct dt__growth_plan plan;
        struct dt_error a = { 0 }, b = { 0 };

        x.values = values;
        for (int64_t i = 0; i < x.length; i++)
            values[i] = draw_level();
        values[draw_below((uint64_t)x.length)] = -(double)draw_below(2);
        assert_int_equal(dt__plan_growth(&x, c.kind, c.lag, false, &c.options,
                                         0, &plan, NULL),
                         DT_E_OK);
        const int32_t status = dt__series_refuse(&plan, &x, &a);
        assert_int_equal(dt_growth_series(&x, c.kind, c.lag, &c.options, &out,
                                          &b), status);
        assert_string_equal(a.message, b.message);
        assert_int_equal(a.index, b.index);
        assert_true(status == DT_E_OK || status == DT_E_BASE);
        refused += status == DT_E_BASE;
    }
    assert_true(refused >= 300 && refused <= 2700);
}

static int32_t
missing_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    struct choices c = *(const struct choices *)choices;

    c.options.base_rule = DT_GROWTH_BASE_MISSING;
    return series_alone(&c, x, out);
}

/* Where it is run without being asked, on series with zero and negative bases
 * among them. */
static void
a_plan_that_refuses_has_the_elements_of_one_that_misses(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < kinds(); kind++)
        for (size_t i = 0; i < COUNT(lags); i++) {
            const struct choices c = choose(kind, &lags[i],
                                            DT_GROWTH_BASE_REFUSE);
            const struct dt_series x = like(&lags[i]);
            struct dt__growth_plan plan;
            assert_int_equal(dt__plan_growth(&x, kind, c.lag, false, &c.options,
                                             0, &plan, NULL),
                             DT_E_OK);
            panel_check(&(struct panel_case){ "refuse", dt__series_run, &plan,
                                              missing_alone, &c, draw_level },
                        &x);
        }
}

/* The growth of a negative base and of a zero base, by a plan that refuses. */
static void
a_plan_that_refuses_has_no_growth_of_a_base_that_is_not_positive(void **state)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_FACTOR,
                                     DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_ANNUALIZED };
    static const double values[] = { -4, 0, 5, 6 };

    (void)state;
    for (size_t k = 0; k < COUNT(kinds); k++) {
        const struct choices c = choose(kinds[k], &lags[0],
                                        DT_GROWTH_BASE_REFUSE);
        struct dt_series x =
            panel_like(DT_SERIES_FREQ_UNDATED, 0, COUNT(values));
        struct dt__growth_plan plan;
        double result[COUNT(values)];
        uint8_t why[COUNT(values)];
        struct dt_series_out out = DT_SERIES_OUT(result, COUNT(values));

        x.values = values;
        out.why = why;
        assert_int_equal(
            dt__plan_growth(&x, c.kind, 1, false, &c.options, 0, &plan, NULL),
            DT_E_OK);
        dt__series_run(&plan, &x, &out);
        assert_int_equal(why[1], DT_SERIES_WHY_NEGATIVE_BASE);
        assert_int_equal(why[2], DT_SERIES_WHY_ZERO_BASE);
        assert_int_equal(why[3], DT_SERIES_WHY_DEFINED);
    }
}

static int32_t
rolling_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const struct choices *c = choices;

    return dt_growth_rolling(x, c->kind, c->window, c->lag, &c->options, out,
                             NULL);
}

static void
check_rolling(int32_t kind, const struct lagged *by, int32_t base_rule,
              int64_t window)
{
    struct choices c = choose(kind, by, base_rule);
    const struct dt_series x = panel_like(by->frequency, by->start,
                                          draw_length());
    struct dt__rolling_growth_plan plan;

    c.window = window;
    if (dt__plan_rolling_growth(&x, kind, window, c.lag, &c.options, &plan,
                                NULL) < 0) {
        const struct dt__lag lag = { by->frequency, by->lag_rule, by->year_rule,
                                     by->lag };
        assert_int_equal(dt__constant_lag(&lag), 0);
        return;
    }
    panel_check(&(struct panel_case){ "rolling growth", dt__rolling_growth_run,
                                      &plan, rolling_alone, &c, draw_level },
                &x);
}

static void
growth_of_the_windows_of_a_panel_is_that_of_its_series(void **state)
{
    static const int64_t windows[] = { 1, 4, 12, 64, 65, 100, INT64_MAX };

    (void)state;
    for (int32_t kind = 0; kind < kinds(); kind++)
        for (size_t i = 0; i < COUNT(lags); i++)
            for (size_t w = 0; w < COUNT(windows); w++)
                check_rolling(kind, &lags[i], (int32_t)draw_below(4),
                              windows[w]);
}

struct conversion {
    int32_t kind;
    double periods;
};

static int32_t
convert_rates_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const struct conversion *c = choices;

    return dt_growth_convert(x, c->kind, c->periods, NULL, out, NULL);
}

static void
converted_panels_are_their_series_converted(void **state)
{
    static const struct conversion all[] = {
        { DT_GROWTH_CONVERT_COMPOUND, 4 },
        { DT_GROWTH_CONVERT_COMPOUND, 0 },
        { DT_GROWTH_CONVERT_COMPOUND, -1 },
        { DT_GROWTH_CONVERT_COMPOUND, 1.0 / 12 },
        { DT_GROWTH_CONVERT_COMPOUND, 1e300 },
        { DT_GROWTH_CONVERT_TO_LOG, 0 },
        { DT_GROWTH_CONVERT_FROM_LOG, 0 },
        { DT_GROWTH_CONVERT_DOUBLING, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(all); i++)
        for (int round = 0; round < 20; round++) {
            const struct dt_series x = panel_like(DT_SERIES_FREQ_YEAR, 1900,
                                                  draw_length());
            struct dt__convert_rates_plan plan;
            assert_int_equal(dt__plan_convert_rates(
                                 &x, all[i].kind, all[i].periods, &plan, NULL),
                             DT_E_OK);
            panel_check(&(struct panel_case){ "convert", dt__convert_rates_run,
                                              &plan, convert_rates_alone,
                                              &all[i], draw_rate },
                        &x);
        }
}

/* The kinds of which levels follow. */
static const int32_t walks[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                 DT_GROWTH_KIND_LOG, DT_GROWTH_KIND_FACTOR };

/* Around 1. */
static double
draw_factor(void)
{
    return 1 + draw_rate();
}

struct known {
    int32_t kind;
    int64_t period;
    double level;
};

static int32_t
levels_alone(const void *choices, const struct dt_series *x,
             const struct dt_series_out *out)
{
    const struct known *c = choices;

    return dt_growth_levels(x, c->kind, c->period, c->level, NULL, out, NULL);
}

static void
levels_of_a_panel_are_those_of_its_series(void **state)
{
    static const double levels[] = { 100, 1, -3, 0, 1e300, 1e-300, 0x1p-1074 };

    (void)state;
    for (int round = 0; round < 600; round++) {
        const int32_t kind = walks[draw_below(COUNT(walks))];
        const struct dt_series x = panel_like(
            DT_SERIES_FREQ_YEAR, 1900,
            draw_below(4) ? draw_length() : 128 + (int64_t)draw_below(300));
        const struct dt__levels_plan plan = {
            dt__growth_kind(kind)->walk,
            (int64_t)draw_below((uint64_t)x.length + 1) - 1,
            levels[draw_below(COUNT(levels))],
            { DT_SERIES_TRANSFORMATION_LEVEL, &x.unit, 0, 0 },
        };
        const struct known c = { kind, x.start + plan.known, plan.level };

        panel_check(
            &(struct panel_case){
                "levels", dt__levels_run, &plan, levels_alone, &c,
                kind == DT_GROWTH_KIND_FACTOR ? draw_factor : draw_rate },
            &x);
    }
}

static int32_t
cumulative_alone(const void *kind, const struct dt_series *x,
                 const struct dt_series_out *out)
{
    return dt_growth_cumulative(x, *(const int32_t *)kind, NULL, out, NULL);
}

static void
what_piles_up_in_a_panel_does_so_in_its_series(void **state)
{
    (void)state;
    for (int round = 0; round < 300; round++) {
        const int32_t kind = walks[draw_below(COUNT(walks))];
        const struct dt_series x = panel_like(DT_SERIES_FREQ_YEAR, 1900,
                                              draw_length());
        const bool adds =
            kind == DT_GROWTH_KIND_CHANGE || kind == DT_GROWTH_KIND_LOG;
        const struct dt__levels_plan plan = {
            dt__growth_kind(kind)->cumulative, -1, adds ? 0 : 1,
            { DT_SERIES_TRANSFORMATION_CUMULATIVE, &x.unit, 0, 0 },
        };

        panel_check(
            &(struct panel_case){
                "cumulative", dt__levels_run, &plan, cumulative_alone, &kind,
                kind == DT_GROWTH_KIND_FACTOR ? draw_factor : draw_rate },
            &x);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            growth_of_a_panel_is_that_of_its_series_by_every_kind_and_lag),
        cmocka_unit_test(
            growth_of_a_panel_is_that_of_its_series_at_every_length),
        cmocka_unit_test(a_plan_refuses_the_bases_that_the_call_refuses),
        cmocka_unit_test(
            a_plan_that_refuses_has_the_elements_of_one_that_misses),
        cmocka_unit_test(
            a_plan_that_refuses_has_no_growth_of_a_base_that_is_not_positive),
        cmocka_unit_test(
            growth_of_the_windows_of_a_panel_is_that_of_its_series),
        cmocka_unit_test(converted_panels_are_their_series_converted),
        cmocka_unit_test(levels_of_a_panel_are_those_of_its_series),
        cmocka_unit_test(what_piles_up_in_a_panel_does_so_in_its_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
