/* SPDX-License-Identifier: MIT */
/* Every function of the public interface, as ab.c measures it. */
#include <stddef.h>

#include "ab.h"

enum { PARTS = 10000, PERIODS = 10 };

static volatile double sink;

#define CASE(name) \
    static int32_t name(const struct ab_api *dt, const struct ab_job *job)

/* ------------------------------------------------------------------------ */
/* Numbers: AB_CALLS calls each. */

#define SCALAR(name, call) \
    CASE(name) \
    { \
        const double *x = job->x.values, *y = job->y.values; \
        const double *z = job->z.values; \
        double total = 0; \
        for (int i = 0; i < AB_CALLS; i++) \
            total += dt->call; \
        sink = total + 0 * x[0] + 0 * y[0] + 0 * z[0]; \
        return 0; \
    }
SCALAR(change, growth_change(x[i], y[i]))
SCALAR(rate, growth_rate(x[i], y[i]))
SCALAR(log_growth, growth_log(x[i], y[i]))
SCALAR(midpoint, growth_midpoint(x[i], y[i]))
SCALAR(cagr, growth_cagr(x[i], y[i], z[i]))
SCALAR(compound, growth_compound(x[i], z[i]))
SCALAR(project, growth_project(y[i], x[i], z[i]))
SCALAR(backcast, growth_backcast(y[i], x[i]))
SCALAR(periods, growth_periods(x[i], y[i], z[i] + .01))
SCALAR(doubling, growth_doubling(x[i] + .01))
SCALAR(from_log, growth_from_log(x[i]))
SCALAR(to_log, growth_to_log(x[i]))
SCALAR(share, compare_share(x[i], y[i]))
SCALAR(share_change, compare_share_change(x[i], y[i], y[i], x[i] + 100))
SCALAR(contribution, compare_contribution(x[i], y[i], 1000))
SCALAR(differential, compare_differential(x[i], y[i]))
SCALAR(relative, compare_relative(x[i], y[i]))
SCALAR(overlap, compare_overlap(x[i], y[i], 150))
SCALAR(catch_up, compare_catch_up(x[i], y[i], z[i] + .1, z[i]))

/* ------------------------------------------------------------------------ */
/* Periods, views, units: AB_CALLS calls each. */

#define CALLS(name, declarations, call) \
    CASE(name) \
    { \
        int32_t status = 0; \
        declarations; \
        (void)job; \
        for (int i = 0; i < AB_CALLS; i++) \
            status |= dt->call; \
        return status; \
    }
#define FREQUENCY job->task->frequency
#define PERIOD (ab_start(FREQUENCY) + 37 * i)
CALLS(period_add, int64_t p, series_period_add(i, 5, &p, NULL))
CALLS(period_difference, int64_t p,
      series_period_difference(i, 5000, &p, NULL))
CALLS(period_from_date, int64_t p,
      series_period_from_date(FREQUENCY, 2024, 7, 15, &p, NULL))
CALLS(period_to_date, int32_t y; int32_t m; int32_t d,
      series_period_to_date(FREQUENCY, PERIOD, DT_SERIES_WHICH_LAST, &y, &m, &d,
                            NULL))
CALLS(period_convert, int64_t p,
      series_period_convert(FREQUENCY, job->task->kind, PERIOD,
                            DT_SERIES_WHICH_LAST, &p, NULL))
CALLS(period_year_ago, int64_t p,
      series_period_year_ago(FREQUENCY, PERIOD, 1, job->task->year_rule, &p,
                             NULL))
CALLS(period_parse, int64_t p,
      series_period_parse(FREQUENCY, job->task->text, &p, NULL))
CALLS(period_format, char text[24],
      series_period_format(FREQUENCY, PERIOD, text, sizeof(text), NULL, NULL))
CALLS(unit_check, const struct dt_series_unit u = DT_SERIES_UNIT_INIT,
      series_unit_check(&u, &job->x.unit, NULL))
CALLS(unit_format, char text[128],
      series_unit_format(&job->x.unit, text, sizeof(text), NULL, NULL))
CALLS(view_make, struct dt_series s,
      series_view(job->x.values, job->n, 1, DT_SERIES_FREQ_MONTH, i, &s, NULL))
CALLS(view_check, , series_check(&job->x, NULL))
CALLS(view_from_out, struct dt_series s,
      series_from_out(&job->out, &job->x, NULL, &s, NULL))
CALLS(view_index, int64_t index,
      series_find(&job->x, job->x.start, &index, NULL))
CALLS(view_slice, struct dt_series s,
      series_slice(&job->x, job->x.start, job->x.start, &s, NULL))
CALLS(view_align, struct dt_series a; struct dt_series b,
      series_align(&job->x, &job->y, &a, &b, NULL))

/* ------------------------------------------------------------------------ */
/* Published figures: AB_CALLS calls each, but for the check of a sum. */

static const struct dt_compare_figure in_2020 = { 459, 2, 0, 0, 0 };
static const struct dt_compare_figure in_2024 = { 723, 2, 0, 0, 0 };
static const struct dt_compare_figure rate_of_both = { 120, 3, 0, 0, 0 };

CALLS(figure_parse, struct dt_compare_figure f,
      compare_figure_parse("4,590.5", DT_COMPARE_TEXT_GROUPS, &f, NULL))
CALLS(figure_format, char text[40],
      compare_figure_format(&in_2020, text, sizeof(text), NULL, NULL))
CALLS(figure_round, struct dt_compare_figure f,
      compare_figure_round(job->x.values[i], 2, 0, &f, NULL))
CALLS(figure_interval, struct dt_compare_interval v,
      compare_figure_interval(&in_2020, &v, NULL))
CALLS(figure_ratio, struct dt_compare_interval v,
      compare_figure_ratio(&in_2024, &in_2020, &v, NULL))
CALLS(figure_growth, struct dt_compare_interval v,
      compare_figure_growth(&in_2020, &in_2024, 4, job->task->kind, &v, NULL))
CALLS(check_growth, struct dt_compare_growth_check v,
      compare_check_growth(&in_2020, &in_2024, &rate_of_both, 4,
                           job->task->kind, &v, NULL))

CASE(check_sum)
{
    static struct dt_compare_figure parts[PARTS];
    const struct dt_compare_figure total = { 123 * job->n, 2, 0, 0, 0 };
    struct dt_compare_sum_check result;

    if (parts[job->n - 1].digits == 0)
        for (int64_t i = 0; i < PARTS; i++) {
            parts[i].digits = 123;
            parts[i].decimals = 2;
        }
    return dt->compare_check_sum(parts, job->n, &total, &result, NULL);
}

/* ------------------------------------------------------------------------ */
/* Series. */

static struct dt_growth_options
options_of(const struct ab_case *task)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.year_rule = task->year_rule;
    if (task->kind == DT_GROWTH_KIND_ANNUALIZED ||
        task->kind == DT_GROWTH_KIND_ANNUALIZED_LOG)
        options.per_year = 12;
    return options;
}

CASE(series)
{
    const struct ab_case *t = job->task;
    struct dt_growth_options options = options_of(t);

    options.lag_rule = t->rule;
    return dt->growth_series(&job->x, t->kind, t->lag, &options, &job->out,
                             NULL);
}

CASE(series_base)
{
    const struct ab_case *t = job->task;
    struct dt_growth_options options = options_of(t);

    options.base_rule = t->rule;
    return dt->growth_series(&job->x, t->kind, t->lag, &options, &job->out,
                             NULL);
}

CASE(rolling_growth)
{
    const struct ab_case *t = job->task;
    const struct dt_growth_options options = options_of(t);
    return dt->growth_rolling(&job->x, t->kind, t->lag, t->lag, &options,
                              &job->out, NULL);
}

CASE(between)
{
    return dt->growth_between(&job->x, &job->y, job->task->kind, PERIODS, NULL,
                              NULL, &job->out, NULL);
}

CASE(between_each)
{
    return dt->growth_between(&job->x, &job->y, job->task->kind, 0, &job->z,
                              NULL, &job->out, NULL);
}

CASE(periods_between)
{
    return dt->growth_periods_between(&job->x, &job->y, .03, NULL, NULL,
                                      &job->out, NULL);
}

CASE(periods_between_each)
{
    return dt->growth_periods_between(&job->x, &job->y, 0, &job->z, NULL,
                                      &job->out, NULL);
}

CASE(convert_rates)
{
    const int32_t kind = job->task->kind;
    const double count = kind == DT_GROWTH_CONVERT_COMPOUND ? 12 : 1;
    return dt->growth_convert(&job->x, kind, count, NULL, &job->out, NULL);
}

/* Here `rule` tells where the known level is: 0 is before the first, 1 is
 * halfway. */
CASE(levels)
{
    const int64_t start = job->x.start;
    const int64_t known = job->task->rule ? start + job->n / 2 : start - 1;
    return dt->growth_levels(&job->x, job->task->kind, known, 100, NULL,
                             &job->out, NULL);
}

CASE(cumulative)
{
    return dt->growth_cumulative(&job->x, job->task->kind, NULL, &job->out,
                                 NULL);
}

CASE(rolling)
{
    return dt->series_rolling(&job->x, job->task->kind, job->task->lag, NULL,
                              &job->out, NULL);
}

CASE(sum)
{
    struct dt_series_sum sum;
    struct dt_series_sum_result r;
    int32_t status = dt->series_sum_init(&sum, NULL);

    status |= dt->series_sum_add(&sum, &job->x,
                                 job->task->rule ? &job->y : NULL, NULL);
    status |= dt->series_sum_read(&sum, DT_SERIES_MISSING_SKIPPED, &r, NULL);
    sink = r.sum;
    return status;
}

/* Two sums, merged, saved, loaded, and the ratio of both. */
CASE(sum_merge)
{
    struct dt_series_sum a, b;
    uint8_t bytes[DT_SERIES_SUM_BYTES];
    double ratio;
    int32_t why, status = dt->series_sum_init(&a, NULL);

    status |= dt->series_sum_init(&b, NULL);
    status |= dt->series_sum_add(&a, &job->x, NULL, NULL);
    status |= dt->series_sum_add(&b, &job->y, NULL, NULL);
    status |= dt->series_sum_merge(&a, &b, NULL);
    status |= dt->series_sum_save(&a, bytes, sizeof(bytes), NULL);
    status |= dt->series_sum_load(&b, bytes, sizeof(bytes), NULL);
    status |= dt->series_sum_ratio(&a, &b, DT_SERIES_MISSING_SKIPPED, &ratio,
                                   &why, NULL);
    sink = ratio;
    return status;
}

CASE(average)
{
    const int64_t span = job->task->kind == DT_GROWTH_AVERAGE_YEARS
                             ? (job->n - 1) / 12 * 12 : job->n - 1;
    const int64_t start = job->x.start;
    struct dt_growth_average_result r;
    const int32_t status = dt->growth_average(&job->x, job->task->kind, start,
                                              start + span, NULL, &r, NULL);
    sink = r.rate;
    return status;
}

CASE(trend)
{
    const int64_t start = job->x.start;
    struct dt_growth_trend_result r;
    const int32_t status = dt->growth_trend(
        &job->x, job->task->rule ? &job->y : NULL, job->task->kind, start,
        start + job->n - 1, NULL, &r, NULL);
    sink = r.slope;
    return status;
}

CASE(contributions)
{
    struct dt_compare_decomposition d;
    return dt->compare_contributions(&job->x, &job->y, 1e8, 1.2e8, NULL,
                                     &job->out, &d, NULL);
}

CASE(compare)
{
    return dt->compare_series(&job->x, &job->y, job->task->kind,
                              job->task->lag, NULL, &job->out, NULL);
}

CASE(convert)
{
    struct dt_series x = job->x;
    struct dt_series_unit to;

    x.unit.kind = job->task->kind;
    to = x.unit;
    to.scale = (int32_t)job->task->lag;
    if (x.unit.kind == DT_SERIES_UNIT_KIND_FRACTION)
        to.kind = DT_SERIES_UNIT_KIND_PERCENT;
    return dt->series_convert(&x, &to, NULL, &job->out, NULL);
}

CASE(convert_currency)
{
    return dt->series_convert_currency(&job->x, &job->y, job->task->kind, NULL,
                                       &job->out, NULL);
}

/* The newer series has the later half of the periods. */
CASE(splice)
{
    struct dt_series newer = job->y;
    const int64_t half = job->n / 2;

    newer.values += half * newer.stride;
    newer.validity_offset += half;
    newer.start += half;
    newer.length -= half;
    return dt->series_splice(&job->x, &newer, job->task->kind, NULL, &job->out,
                             NULL);
}

CASE(rank)
{
    return dt->compare_rank(&job->x, job->task->rule, job->task->kind, NULL,
                            job->work, job->x.length, &job->out, NULL);
}

/* ------------------------------------------------------------------------ */
/* The table. */

int64_t
ab_start(int32_t frequency)
{
    switch (frequency) {
    case 0:
    case DT_SERIES_FREQ_MONTH:
        return 12 * 2000;
    case DT_SERIES_FREQ_QUARTER:
        return 4 * 2000;
    case DT_SERIES_FREQ_YEAR:
        return 2000;
    default:
        return 10000; /* Days and weeks since 1970. */
    }
}

#define KINDS(name, ...) \
    { name " rate", .kind = DT_GROWTH_KIND_RATE, __VA_ARGS__ }, \
    { name " change", .kind = DT_GROWTH_KIND_CHANGE, __VA_ARGS__ }, \
    { name " log", .kind = DT_GROWTH_KIND_LOG, __VA_ARGS__ }, \
    { name " midpoint", .kind = DT_GROWTH_KIND_MIDPOINT, __VA_ARGS__ }, \
    { name " factor", .kind = DT_GROWTH_KIND_FACTOR, __VA_ARGS__ }, \
    { name " annualized", .kind = DT_GROWTH_KIND_ANNUALIZED, __VA_ARGS__ }, \
    { name " annualized log", .kind = DT_GROWTH_KIND_ANNUALIZED_LOG, \
      __VA_ARGS__ }
#define LINKS(name, ...)                                                       \
    { name " rate", .kind = DT_GROWTH_KIND_RATE, .x = SWINGS, __VA_ARGS__ },   \
        { name " change", .kind = DT_GROWTH_KIND_CHANGE, .x = RATES,           \
          __VA_ARGS__ },                                                       \
        { name " log", .kind = DT_GROWTH_KIND_LOG, .x = SWINGS, __VA_ARGS__ }, \
    {                                                                          \
        name " factor", .kind = DT_GROWTH_KIND_FACTOR, .x = FACTORS,           \
                        __VA_ARGS__                                            \
    }
#define RULES(name, ...) \
    { name " same", .year_rule = DT_SERIES_YEAR_AGO_SAME, __VA_ARGS__ }, \
    { name " clamp", .year_rule = DT_SERIES_YEAR_AGO_CLAMP, __VA_ARGS__ }, \
    { name " 364", .year_rule = DT_SERIES_YEAR_AGO_364, __VA_ARGS__ }
#define WINDOWS(name, ...) \
    { name " of 3", .lag = 3, __VA_ARGS__ }, \
    { name " of 12", .lag = 12, __VA_ARGS__ }, \
    { name " of 90", .lag = 90, __VA_ARGS__ }, \
    { name " of 252", .lag = 252, __VA_ARGS__ }
#define FREQUENCIES(name, ...) \
    { name " year", .frequency = DT_SERIES_FREQ_YEAR, .text = "2024", \
      __VA_ARGS__ }, \
    { name " quarter", .frequency = DT_SERIES_FREQ_QUARTER, .text = "2024-Q3", \
      __VA_ARGS__ }, \
    { name " month", .frequency = DT_SERIES_FREQ_MONTH, .text = "2024-07", \
      __VA_ARGS__ }, \
    { name " week", .frequency = DT_SERIES_FREQ_WEEK, .text = "2024-W05", \
      __VA_ARGS__ }, \
    { name " business day", .frequency = DT_SERIES_FREQ_BUSINESS_DAY, \
      .text = "2024-07-15", __VA_ARGS__ }, \
    { name " day", .frequency = DT_SERIES_FREQ_DAY, .text = "2024-07-15", \
      __VA_ARGS__ }
#define RUN(function, set) .run = function, .inputs = set
#define NUMBERS(function, a, b, c) \
    { "scalar " #function, .run = function, .x = a, .y = b, .z = c }
#define YEARS_AGO .rule = DT_GROWTH_LAG_YEARS, .lag = 1
#define IN_YEAR(name) .rule = DT_GROWTH_LAG_##name, .lag = 1
#define KIND(name) .kind = DT_GROWTH_##name
#define WITH(name) .kind = DT_COMPARE_##name

const struct ab_case ab_cases[] = {
    NUMBERS(change, LEVELS, LATER, 0),
    NUMBERS(rate, LEVELS, LATER, 0),
    NUMBERS(log_growth, LEVELS, LATER, 0),
    NUMBERS(midpoint, LEVELS, LATER, 0),
    NUMBERS(cagr, LEVELS, LATER, COUNTS),
    NUMBERS(compound, RATES, 0, COUNTS),
    NUMBERS(project, RATES, LEVELS, COUNTS),
    NUMBERS(backcast, RATES, LEVELS, 0),
    NUMBERS(periods, LEVELS, LATER, RATES),
    NUMBERS(doubling, RATES, 0, 0),
    NUMBERS(from_log, RATES, 0, 0),
    NUMBERS(to_log, RATES, 0, 0),
    NUMBERS(share, LEVELS, LATER, 0),
    NUMBERS(share_change, LEVELS, LATER, 0),
    NUMBERS(contribution, LEVELS, LATER, 0),
    NUMBERS(differential, RATES, OTHERS, 0),
    NUMBERS(relative, RATES, OTHERS, 0),
    NUMBERS(overlap, LEVELS, LATER, 0),
    NUMBERS(catch_up, LEVELS, LATER, RATES),

    { "period add", RUN(period_add, AB_ONCE) },
    { "period difference", RUN(period_difference, AB_ONCE) },
    FREQUENCIES("period from date", RUN(period_from_date, AB_ONCE)),
    FREQUENCIES("period to date", RUN(period_to_date, AB_ONCE)),
    FREQUENCIES("period to year", RUN(period_convert, AB_ONCE),
                .kind = DT_SERIES_FREQ_YEAR),
    FREQUENCIES("period to day", RUN(period_convert, AB_ONCE),
                .kind = DT_SERIES_FREQ_DAY),
    FREQUENCIES("period parse", RUN(period_parse, AB_ONCE)),
    FREQUENCIES("period format", RUN(period_format, AB_ONCE)),
    { "period year ago month", RUN(period_year_ago, AB_ONCE),
      .frequency = DT_SERIES_FREQ_MONTH },
    RULES("period year ago week", RUN(period_year_ago, AB_ONCE),
          .frequency = DT_SERIES_FREQ_WEEK),
    RULES("period year ago business day", RUN(period_year_ago, AB_ONCE),
          .frequency = DT_SERIES_FREQ_BUSINESS_DAY),
    RULES("period year ago day", RUN(period_year_ago, AB_ONCE),
          .frequency = DT_SERIES_FREQ_DAY),
    { "unit check", RUN(unit_check, AB_ONCE) },
    { "unit format", RUN(unit_format, AB_ONCE) },
    { "view make", RUN(view_make, AB_ONCE) },
    { "view check", RUN(view_check, AB_ONCE) },
    { "view from out", RUN(view_from_out, AB_ONCE) },
    { "view index", RUN(view_index, AB_ONCE) },
    { "view slice", RUN(view_slice, AB_ONCE) },
    { "view align", RUN(view_align, AB_ONCE), .y = LATER },

    { "figure parse", RUN(figure_parse, AB_ONCE) },
    { "figure format", RUN(figure_format, AB_ONCE) },
    { "figure round", RUN(figure_round, AB_ONCE) },
    { "figure interval", RUN(figure_interval, AB_ONCE) },
    { "figure ratio", RUN(figure_ratio, AB_ONCE) },
    { "figure growth cagr", RUN(figure_growth, AB_ONCE), WITH(METHOD_CAGR) },
    { "figure growth total", RUN(figure_growth, AB_ONCE), WITH(METHOD_TOTAL) },
    { "figure growth linear", RUN(figure_growth, AB_ONCE),
      WITH(METHOD_LINEAR) },
    { "figure growth log", RUN(figure_growth, AB_ONCE), WITH(METHOD_LOG) },
    { "check growth cagr", RUN(check_growth, AB_ONCE), WITH(METHOD_CAGR) },
    { "check growth total", RUN(check_growth, AB_ONCE), WITH(METHOD_TOTAL) },
    { "check growth linear", RUN(check_growth, AB_ONCE), WITH(METHOD_LINEAR) },
    { "check growth log", RUN(check_growth, AB_ONCE), WITH(METHOD_LOG) },
    { "check sum", RUN(check_sum, 1 << PLAIN), .limit = PARTS },

    KINDS("series lag 1", RUN(series, AB_ALL), .lag = 1),
    KINDS("series lag 12", RUN(series, AB_ALL), .lag = 12),
    KINDS("series year ago month", RUN(series, AB_ALL), YEARS_AGO),
    RULES("series year ago week", RUN(series, AB_ALL), YEARS_AGO,
          .frequency = DT_SERIES_FREQ_WEEK),
    RULES("series year ago business day", RUN(series, AB_ALL), YEARS_AGO,
          .frequency = DT_SERIES_FREQ_BUSINESS_DAY),
    RULES("series year ago day", RUN(series, AB_ALL), YEARS_AGO,
          .frequency = DT_SERIES_FREQ_DAY),
    { "series year ago day log", RUN(series, AB_ALL), KIND(KIND_LOG), YEARS_AGO,
      .frequency = DT_SERIES_FREQ_DAY },
    { "series since end of last year month rate", RUN(series, AB_ALL),
      IN_YEAR(END_OF_LAST_YEAR) },
    { "series since end of last year month log", RUN(series, AB_ALL),
      KIND(KIND_LOG), IN_YEAR(END_OF_LAST_YEAR) },
    { "series since end of last year month annualized", RUN(series, AB_ALL),
      KIND(KIND_ANNUALIZED), IN_YEAR(END_OF_LAST_YEAR) },
    { "series since end of last year day", RUN(series, AB_ALL),
      IN_YEAR(END_OF_LAST_YEAR), .frequency = DT_SERIES_FREQ_DAY },
    { "series since start of year month", RUN(series, AB_ALL),
      IN_YEAR(START_OF_THIS_YEAR) },
    { "series base signed rate", RUN(series_base, AB_ALL), .lag = 1,
      .rule = DT_GROWTH_BASE_SIGNED },
    { "series base absolute rate", RUN(series_base, AB_ALL), .lag = 1,
      .rule = DT_GROWTH_BASE_ABSOLUTE },
    { "series base midpoint rate", RUN(series_base, AB_ALL), .lag = 1,
      .rule = DT_GROWTH_BASE_MIDPOINT },
    { "series base refuse rate", RUN(series_base, AB_ALL), .lag = 1,
      .rule = DT_GROWTH_BASE_REFUSE },
    KINDS("between", RUN(between, AB_ALL), .y = LATER),
    KINDS("between each", RUN(between_each, AB_ALL), .y = LATER, .z = COUNTS),
    { "periods between", RUN(periods_between, AB_ALL), .y = LATER },
    { "periods between each", RUN(periods_between_each, AB_ALL), .y = LATER,
      .z = RATES },
    { "convert compound", RUN(convert_rates, AB_ALL), .x = RATES },
    { "convert to log", RUN(convert_rates, AB_ALL), KIND(CONVERT_TO_LOG),
      .x = RATES },
    { "convert from log", RUN(convert_rates, AB_ALL), KIND(CONVERT_FROM_LOG),
      .x = RATES },
    { "convert doubling", RUN(convert_rates, AB_ALL), KIND(CONVERT_DOUBLING),
      .x = RATES },
    LINKS("levels", RUN(levels, AB_ALL)),
    LINKS("levels both ways", RUN(levels, AB_ALL), .rule = 1),
    LINKS("cumulative", RUN(cumulative, AB_ALL)),

    WINDOWS("rolling sum", RUN(rolling, AB_ALL)),
    WINDOWS("rolling mean", RUN(rolling, AB_ALL),
            .kind = DT_SERIES_ROLLING_MEAN),
    KINDS("growth of sums of 12", RUN(rolling_growth, AB_ALL), .lag = 12),
    KINDS("growth of sums of 3", RUN(rolling_growth, AB_ALL), .lag = 3),
    { "growth of sums of 90 rate", RUN(rolling_growth, AB_ALL), .lag = 90 },
    { "sum", RUN(sum, AB_READ) },
    { "sum weighted", RUN(sum, AB_READ), .y = LATER, .rule = 1 },
    { "sum merge save load ratio", RUN(sum_merge, AB_READ), .y = LATER },

    { "average cagr", RUN(average, AB_READ) },
    { "average mean rate", RUN(average, AB_READ), KIND(AVERAGE_MEAN_RATE) },
    { "average geo mean", RUN(average, AB_READ), KIND(AVERAGE_GEO_MEAN) },
    { "average linear", RUN(average, AB_READ), KIND(AVERAGE_LINEAR) },
    { "average log", RUN(average, AB_READ), KIND(AVERAGE_LOG) },
    { "average ls coef", RUN(average, AB_READ), KIND(AVERAGE_LS_COEF) },
    { "average ls compound", RUN(average, AB_READ),
      KIND(AVERAGE_LS_COMPOUND) },
    { "average accumulative", RUN(average, AB_READ),
      KIND(AVERAGE_ACCUMULATIVE) },
    { "average years", RUN(average, AB_READ), KIND(AVERAGE_YEARS) },
    { "trend log", RUN(trend, AB_READ) },
    { "trend linear", RUN(trend, AB_READ), KIND(TREND_LINEAR) },
    { "trend log positions", RUN(trend, AB_READ), .y = LATER, .rule = 1 },
    { "trend linear positions", RUN(trend, AB_READ), KIND(TREND_LINEAR),
      .y = LATER, .rule = 1 },

    { "contributions", RUN(contributions, AB_ALL), .y = LATER },
    { "compare share", RUN(compare, AB_ALL), .y = LATER },
    { "compare share change", RUN(compare, AB_ALL), WITH(KIND_SHARE_CHANGE),
      .y = LATER, .lag = 1 },
    { "compare contribution", RUN(compare, AB_ALL), WITH(KIND_CONTRIBUTION),
      .y = LATER, .lag = 1 },
    { "compare differential", RUN(compare, AB_ALL), WITH(KIND_DIFFERENTIAL),
      .x = RATES, .y = OTHERS },
    { "compare relative", RUN(compare, AB_ALL), WITH(KIND_RELATIVE), .x = RATES,
      .y = OTHERS },
    { "compare gap", RUN(compare, AB_ALL), WITH(KIND_GAP), .y = LATER },
    { "compare ratio", RUN(compare, AB_ALL), WITH(KIND_RATIO), .y = LATER },
    { "convert scale", RUN(convert, AB_ALL), .kind = DT_SERIES_UNIT_KIND_FLOW,
      .lag = 3 },
    { "convert large scale", RUN(convert, AB_ALL),
      .kind = DT_SERIES_UNIT_KIND_FLOW,
      .lag = 30 },
    { "convert per cent", RUN(convert, AB_ALL), .x = RATES,
      .kind = DT_SERIES_UNIT_KIND_FRACTION },
    { "exchange multiply", RUN(convert_currency, AB_ALL), .y = LATER },
    { "exchange divide", RUN(convert_currency, AB_ALL), .y = LATER, .kind = 1 },
    { "splice plain", RUN(splice, AB_WRITE) },
    { "splice link", RUN(splice, AB_WRITE), .y = LATER, .kind = 1 },
    { "rank min", RUN(rank, AB_WRITE), WITH(TIES_MIN) },
    { "rank max", RUN(rank, AB_WRITE), WITH(TIES_MAX) },
    { "rank dense", RUN(rank, AB_WRITE), WITH(TIES_DENSE) },
    { "rank average", RUN(rank, AB_WRITE), WITH(TIES_AVERAGE) },
    { "rank ordinal ascending", RUN(rank, AB_WRITE), WITH(TIES_ORDINAL),
      .rule = DT_COMPARE_ORDER_ASCENDING },
};
const int ab_case_count = sizeof(ab_cases) / sizeof(ab_cases[0]);
