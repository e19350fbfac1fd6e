/* What functions of growth give in every floating-point environment. */
#include "environment.h"

#include <math.h>

/* Levels and numbers whose results are not exact, or are not normal. */
static const double pairs[][2] = {
    { 3, 7 }, { 7, 0.1 }, { 4e-310, 6e-310 }, { 1e-310, 3 }, { 1e300, 1e-300 },
    { -0.1, 0.3 }, { 0, 1 }, { 1, NAN },
};

static void
average(void)
{
    struct dt_series positive = others;
    for (int32_t kind = 0; kind <= DT_GROWTH_AVERAGE_YEARS; kind++)
        for (int i = 0; i < 3; i++) {
            struct dt_growth_average_result r;
            const struct dt_series *x = i == 0 ? &levels : &positive;
            give_status(DT_E_OK, dt_growth_average(
                x, kind, i == 2 ? 2020 : 2100, i == 2 ? 2023 : 2290, NULL, &r,
                &said));
            give(&r, sizeof(r));
        }
    /* No 0, though for one who takes the subnormals for it. */
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_growth_average_result none;
    options.per_year = 5e-324;
    give_status(DT_E_VALUE, dt_growth_average(&positive, 0, 2020, 2023,
                                              &options, &none, &said));
}

static void
between(void)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series pair = others;
    for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
        give_out(dt_growth_between(&levels, &others, kind, 4e-310, NULL, NULL,
                                   &out, &said));
        give_out(dt_growth_between(&levels, &others, kind, 0, &others, NULL,
                                   &out, &said));
    }
    /* Positive, though not for one who takes the subnormals for zero. */
    options.base_rule = DT_GROWTH_BASE_REFUSE;
    pair.length = 30;
    give_out(dt_growth_between(&pair, &pair, DT_GROWTH_KIND_RATE, 1, NULL,
                               &options, &out, &said));
    give_status(DT_E_PERIODS,
                dt_growth_between(&levels, &others, DT_GROWTH_KIND_RATE,
                                  -2.0 / 3, NULL, NULL, &out, &said));
    give_status(DT_E_PERIODS, dt_growth_between(
        &levels, &others, DT_GROWTH_KIND_RATE, NAN, NULL, NULL, &out, &said));
    options.per_year = 4e-310;
    give_status(DT_E_VALUE, dt_growth_between(
        &levels, &others, DT_GROWTH_KIND_RATE, 1, NULL, &options, &out, &said));
}

static void
cumulative(void)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    struct dt_series x = rates;
    x.values += 100;
    x.length -= 100;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        give_out(dt_growth_cumulative(&x, kinds[i], NULL, &out, &said));
        give_out(dt_growth_cumulative(&rates, kinds[i], NULL, &out, &said));
    }
}

static void
levels_of_growth(void)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        give_out(
            dt_growth_levels(&rates, kinds[i], 2150, 100, NULL, &out, &said));
        give_out(dt_growth_levels(&rates, kinds[i], 2030, 4e-310, NULL, &out,
                                  &said));
    }
    give_status(DT_E_VALUE, dt_growth_levels(&rates, DT_GROWTH_KIND_RATE, 2150,
                                             NAN, NULL, &out, &said));
}

static void
options_init(void)
{
    struct dt_growth_options options;
    give_status(DT_E_OK, dt_growth_options_init(&options, sizeof(options)));
    give(&options, sizeof(options));
}

static void
periods_between(void)
{
    static const double slow[] = { 0.1, 4e-310, -4e-310 };
    for (size_t i = 0; i < COUNT(slow); i++)
        give_out(dt_growth_periods_between(&levels, &others, slow[i], NULL,
                                           NULL, &out, &said));
    give_out(dt_growth_periods_between(&levels, &others, 0, &rates, NULL, &out,
                                       &said));
    give_status(DT_E_VALUE, dt_growth_periods_between(
        &levels, &others, -5.0 / 3, NULL, NULL, &out, &said));
    give_status(DT_E_VALUE, dt_growth_periods_between(&levels, &others, NAN,
                                                      NULL, NULL, &out, &said));
}

static void
convert(void)
{
    struct dt_series x = rates;
    for (int i = 0; i < 2; i++) {
        for (int32_t kind = 0; kind <= DT_GROWTH_CONVERT_DOUBLING; kind++)
            give_out(dt_growth_convert(&x, kind, kind == 0 ? 2.5 : 0, NULL,
                                       &out, &said));
        give_out(dt_growth_convert(&x, DT_GROWTH_CONVERT_COMPOUND, 4e-310, NULL,
                                   &out, &said));
        x.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    }
    give_status(DT_E_PERIODS, dt_growth_convert(
        &rates, DT_GROWTH_CONVERT_TO_LOG, 5.0 / 3, NULL, &out, &said));
    give_status(DT_E_PERIODS, dt_growth_convert(
        &rates, DT_GROWTH_CONVERT_TO_LOG, 4e-310, NULL, &out, &said));
    give_status(DT_E_PERIODS, dt_growth_convert(
        &rates, DT_GROWTH_CONVERT_TO_LOG, NAN, NULL, &out, &said));
}

static void
rolling(void)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
        give_out(dt_growth_rolling(&levels, kind, 4, 4, NULL, &out, &said));
        give_out(dt_growth_rolling(&levels, kind, 70, 4, NULL, &out, &said));
    }
    options.per_year = 4e-310;
    give_out(dt_growth_rolling(&others, DT_GROWTH_KIND_ANNUALIZED_LOG, 2, 1,
                               &options, &out, &said));
    give_status(DT_E_VALUE, dt_growth_rolling(
        &others, DT_GROWTH_KIND_RATE, 2, 1, &options, &out, &said));
}

/* The rules of bases, of which one refuses a call for them. */
static void
series_refused(void)
{
    static const double bad[] = { 4e-310, -2.0 / 3, 1 };
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series x = others;

    for (int32_t rule = 0; rule <= DT_GROWTH_BASE_REFUSE; rule++) {
        options.base_rule = rule;
        give_out(dt_growth_series(&others, DT_GROWTH_KIND_RATE, 1, &options,
                                  &out, &said));
    }
    x.values = bad;
    x.length = 3;
    give_status(DT_E_BASE, dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1,
                                            &options, &out, &said));
    options.base_rule = 0;
    options.per_year = -5.0 / 3;
    give_status(DT_E_VALUE, dt_growth_series(
        &levels, DT_GROWTH_KIND_ANNUALIZED, 1, &options, &out, &said));
    options.per_year = 4e-310;
    give_status(DT_E_VALUE, dt_growth_series(&levels, DT_GROWTH_KIND_RATE, 1,
                                             &options, &out, &said));
    give_out(dt_growth_series(&levels, DT_GROWTH_KIND_ANNUALIZED_LOG, 1,
                              &options, &out, &said));
}

static void
series(void)
{
    struct dt_series days = levels;
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
        days.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
        give_out(dt_growth_series(&levels, kind, 3, NULL, &out, &said));
        give_out(dt_growth_series(&days, kind, 3, NULL, &out, &said));
    }
    days.frequency = DT_SERIES_FREQ_DAY;
    options.lag_rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    give_out(dt_growth_series(&days, DT_GROWTH_KIND_RATE, 0, &options, &out,
                              &said));
    series_refused();
}

static void
trend(void)
{
    for (int32_t kind = 0; kind <= DT_GROWTH_TREND_LINEAR; kind++) {
        struct dt_growth_trend_result r[3];
        give_status(DT_E_OK, dt_growth_trend(&levels, NULL, kind, 2100, 2290,
                                             NULL, &r[0], &said));
        give_status(DT_E_OK, dt_growth_trend(&others, NULL, kind, 2020, 2024,
                                             NULL, &r[1], &said));
        give_status(DT_E_OK, dt_growth_trend(&others, &levels, kind, 2010,
                                             2040, NULL, &r[2], &said));
        give(r, sizeof(r));
    }
}

/* A scalar of one, two or three numbers. */
#define SCALAR(name, ...) \
    static void \
    scalar_##name(void) \
    { \
        for (size_t i = 0; i < COUNT(pairs); i++) { \
            const double a = pairs[i][0], b = pairs[i][1]; \
            (void)b; \
            give_number(dt_growth_##name(__VA_ARGS__)); \
        } \
    }

SCALAR(backcast, b, a)
SCALAR(cagr, a, b, 7)
SCALAR(change, a, b)
SCALAR(compound, a, b)
SCALAR(doubling, a)
SCALAR(from_log, a)
SCALAR(log, a, b)
SCALAR(midpoint, a, b)
SCALAR(periods, a, b, 0.1)
SCALAR(project, b, a, 3)
SCALAR(rate, a, b)
SCALAR(to_log, a)

/* The levels and rates as panels of four series. */
static struct dt_series_panel
panel_of(const struct dt_series *x)
{
    struct dt_series_panel panel = DT_SERIES_PANEL_OF(
        x->values, 4, x->length / 4, x->frequency, x->start);
    panel.unit = x->unit;
    return panel;
}

static struct dt_series_panel_out
panel_out(void)
{
    return (struct dt_series_panel_out)DT_SERIES_PANEL_OUT(
        out.values, NULL, 4, levels.length / 4);
}

static void
panels(void)
{
    const struct dt_series_panel x = panel_of(&levels), g = panel_of(&rates);
    const struct dt_series_panel_out to = panel_out();
    static const double known[4] = { 100, 4e-310, 3, 1e300 };

    give_out(dt_growth_series_panel(&x, DT_GROWTH_KIND_LOG, 5, NULL, &to,
                                    &said));
    give_out(dt_growth_rolling_panel(&x, DT_GROWTH_KIND_RATE, 3, 2, NULL, &to,
                                     &said));
    give_out(dt_growth_convert_panel(&g, DT_GROWTH_CONVERT_TO_LOG, 0, NULL, &to,
                                     &said));
    give_out(dt_growth_levels_panel(&g, DT_GROWTH_KIND_RATE, g.start - 1, known,
                                    NULL, &to, &said));
    give_out(
        dt_growth_cumulative_panel(&g, DT_GROWTH_KIND_RATE, NULL, &to, &said));
}

static void
panels_beside(void)
{
    const struct dt_series_panel x = panel_of(&levels), y = panel_of(&others);
    const struct dt_series_panel g = panel_of(&rates);
    const struct dt_series_panel_out to = panel_out();
    const int64_t last = x.start + x.length - 1;
    struct dt_growth_average_result averages[4];
    struct dt_growth_trend_result trends[4];

    give_out(dt_growth_between_panel(&x, &y, DT_GROWTH_KIND_LOG, 4e-310, NULL,
                                     NULL, &to, &said));
    give_out(dt_growth_periods_between_panel(&x, &y, 0, &g, NULL, &to, &said));
    give_status(DT_E_VALUE, dt_growth_periods_between_panel(
        &x, &y, -5.0 / 3, NULL, NULL, &to, &said));
    give_status(DT_E_OK, dt_growth_average_panel(&x, DT_GROWTH_AVERAGE_LS_COEF,
                                                 x.start, last, NULL, averages,
                                                 &said));
    give(averages, sizeof(averages));
    give_status(DT_E_OK, dt_growth_trend_panel(&x, NULL, DT_GROWTH_TREND_LINEAR,
                                               x.start, last, NULL, trends,
                                               &said));
    give(trends, sizeof(trends));
}

const char *const environment_prefix = "dt_growth_";
const struct call environment_calls[] = {
    { "dt_growth_average", average, 0 },
    { "dt_growth_backcast", scalar_backcast, 1 },
    { "dt_growth_between", between, 0 },
    { "dt_growth_cagr", scalar_cagr, 1 },
    { "dt_growth_change", scalar_change, 1 },
    { "dt_growth_compound", scalar_compound, 1 },
    { "dt_growth_cumulative", cumulative, 0 },
    { "dt_growth_doubling", scalar_doubling, 1 },
    { "dt_growth_from_log", scalar_from_log, 1 },
    { "dt_growth_levels", levels_of_growth, 0 },
    { "dt_growth_log", scalar_log, 1 },
    { "dt_growth_midpoint", scalar_midpoint, 1 },
    { "dt_growth_options_init", options_init, 0 },
    { "dt_growth_periods", scalar_periods, 1 },
    { "dt_growth_periods_between", periods_between, 0 },
    { "dt_growth_project", scalar_project, 1 },
    { "dt_growth_rate", scalar_rate, 1 },
    { "dt_growth_convert", convert, 0 },
    { "dt_growth_rolling", rolling, 0 },
    { "dt_growth_series", series, 0 },
    { "dt_growth_series_panel", panels, 0 },
    { "dt_growth_rolling_panel", panels, 0 },
    { "dt_growth_convert_panel", panels, 0 },
    { "dt_growth_levels_panel", panels, 0 },
    { "dt_growth_cumulative_panel", panels, 0 },
    { "dt_growth_between_panel", panels_beside, 0 },
    { "dt_growth_periods_between_panel", panels_beside, 0 },
    { "dt_growth_average_panel", panels_beside, 0 },
    { "dt_growth_trend_panel", panels_beside, 0 },
    { "dt_growth_to_log", scalar_to_log, 1 },
    { "dt_growth_trend", trend, 0 },
};
const size_t environment_count = COUNT(environment_calls);
