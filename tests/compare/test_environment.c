/* What comparisons and published figures give in every floating-point
 * environment. */
#include "environment.h"

#include <math.h>

static const struct dt_compare_figure base = { 141, 2, 0, 0, 0 };
static const struct dt_compare_figure end = { 262, 2, 0, 0, 0 };
static const struct dt_compare_figure rate = { 167, 1, 0, 0, 0 };

/* Periods that no call takes; to one who takes subnormal numbers for zero, the
 * first of them is another. */
static const struct {
    double periods;
    int32_t status;
} refused[] = {
    { 4e-310, DT_E_VALUE }, { -2.0 / 3, DT_E_PERIODS }, { NAN, DT_E_VALUE },
};

static void
check_growth(void)
{
    struct dt_compare_growth_check r;
    for (int32_t method = 0; method <= DT_COMPARE_METHOD_LOG; method++) {
        give_status(DT_E_OK, dt_compare_check_growth(&base, &end, &rate, 4.3,
                                                     method, &r, &said));
        give(&r, sizeof(r));
    }
    for (size_t i = 0; i < COUNT(refused); i++)
        give_status(refused[i].status,
                    dt_compare_check_growth(&base, &end, &rate,
                                            refused[i].periods,
                                            DT_COMPARE_METHOD_CAGR, &r, &said));
}

static void
check_sum(void)
{
    struct dt_compare_sum_check r;
    give_status(DT_E_OK, dt_compare_check_sum(&base, 1, &end, &r, &said));
    give(&r, sizeof(r));
}

static void
contributions(void)
{
    struct dt_compare_decomposition r;
    struct dt_series a = levels, b = others;
    for (int i = 0; i < 2; i++) {
        give_out(dt_compare_contributions(&a, &b, 12345.678, 13456.789, NULL,
                                          &out, &r, &said));
        give(&r, sizeof(r));
        give_out(dt_compare_contributions(&a, &b, 4e-310, 6e-310, NULL, &out,
                                          &r, &said));
        give(&r, sizeof(r));
        a.values += 150;
        b.values += 150;
        a.length = b.length = 100;
    }
}

static void
figure_format(void)
{
    static const struct dt_compare_figure figure = { 290, 2, 0, 0, 0 };
    char text[40] = "";
    give_status(DT_E_OK, dt_compare_figure_format(&figure, text, sizeof(text),
                                                  NULL, &said));
    give_text(text);
}

static void
figure_growth(void)
{
    struct dt_compare_interval r;
    for (int32_t method = 0; method <= DT_COMPARE_METHOD_LOG; method++) {
        give_status(DT_E_OK, dt_compare_figure_growth(&base, &end, 4.3, method,
                                                      &r, &said));
        give(&r, sizeof(r));
    }
    for (size_t i = 0; i < COUNT(refused); i++)
        give_status(refused[i].status, dt_compare_figure_growth(
                                           &base, &end, refused[i].periods,
                                           DT_COMPARE_METHOD_CAGR, &r, &said));
}

static void
figure_interval(void)
{
    struct dt_compare_interval r;
    give_status(DT_E_OK, dt_compare_figure_interval(&rate, &r, &said));
    give(&r, sizeof(r));
}

static void
figure_parse(void)
{
    struct dt_compare_figure figure = { 0, 0, 0, 0, 0 };
    give_status(DT_E_OK, dt_compare_figure_parse("2.90", 0, &figure, &said));
    give_status(DT_E_TEXT, dt_compare_figure_parse("x", 0, &figure, &said));
    give(&figure, sizeof(figure));
}

static void
figure_ratio(void)
{
    struct dt_compare_interval r;
    give_status(DT_E_OK, dt_compare_figure_ratio(&base, &end, &r, &said));
    give(&r, sizeof(r));
}

static void
figure_round(void)
{
    static const double numbers[] = { 4e-310, -4e-310, 0x1p-1074, 1.2345, 0,
                                      -2.0 / 3 };
    struct dt_compare_figure figure;
    for (int32_t rule = 0; rule <= DT_COMPARE_ROUNDING_CEILING; rule++)
        for (size_t i = 0; i < COUNT(numbers); i++) {
            give_status(DT_E_OK, dt_compare_figure_round(numbers[i], 2, rule,
                                                         &figure, &said));
            give(&figure, sizeof(figure));
        }
    give_status(DT_E_OVERFLOW,
                dt_compare_figure_round(
                    -2e30 / 3, 2, DT_COMPARE_ROUNDING_UNKNOWN, &figure, &said));
    give_status(DT_E_VALUE,
                dt_compare_figure_round(NAN, 2, DT_COMPARE_ROUNDING_UNKNOWN,
                                        &figure, &said));
}

/* Numbers that are told apart by their last bits, or are not normal. */
static void
rank(void)
{
    static const double tiny[] = { 0, 4e-310, 2e-310 };
    int64_t work[SERIES_LENGTH];
    struct dt_series x = levels;

    for (int32_t ties = 0; ties <= DT_COMPARE_TIES_ORDINAL; ties++) {
        x.flags = ties % 2 ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
        x.values = levels.values;
        x.length = SERIES_LENGTH;
        give_out(dt_compare_rank(&x, DT_COMPARE_ORDER_DESCENDING, ties, NULL,
                                 work, x.length, &out, &said));
        x.values = tiny;
        x.length = 3;
        give_out(dt_compare_rank(&x, DT_COMPARE_ORDER_ASCENDING, ties, NULL,
                                 work, x.length, &out, &said));
    }
}

static void
series(void)
{
    for (int32_t kind = 0; kind <= DT_COMPARE_KIND_RATIO; kind++) {
        const int64_t lag = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                            kind == DT_COMPARE_KIND_CONTRIBUTION;
        give_out(
            dt_compare_series(&levels, &others, kind, lag, NULL, &out, &said));
        give_out(
            dt_compare_series(&rates, &levels, kind, lag, NULL, &out, &said));
    }
}

static void
verdict_name(void)
{
    give_text(dt_compare_verdict_name(DT_COMPARE_VERDICT_EDGE));
}

/* A scalar of two to four numbers whose results are not exact, or not
 * normal. */
static const double pairs[][2] = {
    { 3, 7 }, { 0.1, 0.3 }, { 4e-310, 6e-310 }, { 1e-310, 3 },
    { 1e300, 1e-300 }, { -0.1, 0.3 }, { 0, 1 }, { 1, NAN },
};

#define SCALAR(name, ...) \
    static void \
    scalar_##name(void) \
    { \
        for (size_t i = 0; i < COUNT(pairs); i++) { \
            const double a = pairs[i][0], b = pairs[i][1]; \
            give_number(dt_compare_##name(__VA_ARGS__)); \
        } \
    }

SCALAR(catch_up, a, b, 0.3, 0.1)
SCALAR(contribution, a, b, 7)
SCALAR(differential, a, b)
SCALAR(overlap, a, b, 0.7)
SCALAR(relative, a, b)
SCALAR(share, a, b)
SCALAR(share_change, a, b, 3, 7)

static void
options_init(void)
{
    struct dt_compare_options options;
    give_status(DT_E_OK, dt_compare_options_init(&options, sizeof(options)));
    give(&options, sizeof(options));
}

static void
panels(void)
{
    const struct dt_series_panel x = DT_SERIES_PANEL_OF(
        levels.values, 4, levels.length / 4, levels.frequency, levels.start);
    const struct dt_series_panel y = DT_SERIES_PANEL_OF(
        others.values, 4, others.length / 4, others.frequency, others.start);
    const struct dt_series_panel_out to =
        DT_SERIES_PANEL_OUT(out.values, NULL, 4, levels.length / 4);

    static const double totals[4] = { 1e300, 4e-310, 3, 7 };
    static int64_t memory[600];
    struct dt_compare_decomposition sums[4];

    give_out(dt_compare_series_panel(&x, &y, DT_COMPARE_KIND_SHARE, 0, NULL,
                                     &to, &said));
    give_out(dt_compare_contributions_panel(&x, &y, totals, totals, NULL, &to,
                                            sums, &said));
    give(sums, sizeof(sums));
    give_out(dt_compare_rank_panel(&x, DT_COMPARE_ORDER_ASCENDING,
                                   DT_COMPARE_TIES_AVERAGE, NULL, memory,
                                   COUNT(memory), &to, &said));
}

const char *const environment_prefix = "dt_compare_";
const struct call environment_calls[] = {
    { "dt_compare_options_init", options_init, 0 },
    { "dt_compare_catch_up", scalar_catch_up, 1 },
    { "dt_compare_check_growth", check_growth, 0 },
    { "dt_compare_check_sum", check_sum, 0 },
    { "dt_compare_contribution", scalar_contribution, 1 },
    { "dt_compare_contributions", contributions, 0 },
    { "dt_compare_differential", scalar_differential, 1 },
    { "dt_compare_figure_format", figure_format, 0 },
    { "dt_compare_figure_growth", figure_growth, 0 },
    { "dt_compare_figure_interval", figure_interval, 0 },
    { "dt_compare_figure_parse", figure_parse, 0 },
    { "dt_compare_figure_ratio", figure_ratio, 0 },
    { "dt_compare_figure_round", figure_round, 0 },
    { "dt_compare_overlap", scalar_overlap, 1 },
    { "dt_compare_rank", rank, 0 },
    { "dt_compare_relative", scalar_relative, 1 },
    { "dt_compare_series", series, 0 },
    { "dt_compare_series_panel", panels, 0 },
    { "dt_compare_contributions_panel", panels, 0 },
    { "dt_compare_rank_panel", panels, 0 },
    { "dt_compare_share", scalar_share, 1 },
    { "dt_compare_share_change", scalar_share_change, 1 },
    { "dt_compare_verdict_name", verdict_name, 0 },
};
const size_t environment_count = COUNT(environment_calls);
