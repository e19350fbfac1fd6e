/** @file
 * Growth between levels, average growth, and levels from growth.
 *
 * Rates are fractions, never percentages: 0.05 is five per cent. `periods`
 * counts intervals, never labels: 2020 to 2024 is 4.
 */
#ifndef DTGROWTH_GROWTH_H
#define DTGROWTH_GROWTH_H

#include <stdint.h>

#include <dtgrowth/base.h>
#include <dtgrowth/series.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------
 * Scalars: pure, total, NaN where undefined
 * ------------------------------------------------------------------------ */

/** end - base. */
DTGROWTH_API double dt_growth_change(double base, double end);

/** (end - base) / base. NaN unless base > 0 and both are finite. */
DTGROWTH_API double dt_growth_rate(double base, double end);

/** ln(end / base). NaN unless base > 0 and end >= 0, finite; -inf for end 0. */
DTGROWTH_API double dt_growth_log(double base, double end);

/** 2 (end - base) / (end + base). NaN for negative or two zero levels. */
DTGROWTH_API double dt_growth_midpoint(double base, double end);

/** (end / base)^(1 / periods) - 1. Base > 0, end >= 0, periods > 0, finite. */
DTGROWTH_API double dt_growth_cagr(double base, double end, double periods);

/** (1 + rate)^periods - 1. rate >= -1; annualize with periods per year. */
DTGROWTH_API double dt_growth_compound(double rate, double periods);

/** level (1 + rate)^periods. */
DTGROWTH_API double dt_growth_project(double level, double rate,
                                      double periods);

/** level / (1 + rate). */
DTGROWTH_API double dt_growth_backcast(double level, double rate);

/** ln(end / base) / ln(1 + rate): the periods it takes. */
DTGROWTH_API double dt_growth_periods(double base, double end, double rate);

/** ln 2 / ln(1 + rate), in periods; negative for a falling level is the time
 *  since it was twice as high. */
DTGROWTH_API double dt_growth_doubling(double rate);

/** exp(log_growth) - 1. */
DTGROWTH_API double dt_growth_from_log(double log_growth);

/** ln(1 + rate). */
DTGROWTH_API double dt_growth_to_log(double rate);

/* ------------------------------------------------------------------------
 * Growth of a series
 * ------------------------------------------------------------------------ */

/** What is computed from a base and a value. */
enum {
    DT_GROWTH_RATE           = 0, /**< (value - base) / base */
    DT_GROWTH_CHANGE         = 1, /**< value - base */
    DT_GROWTH_LOG            = 2, /**< ln(value / base) */
    DT_GROWTH_MIDPOINT       = 3, /**< 2 (value - base) / (value + base) */
    DT_GROWTH_FACTOR         = 4, /**< value / base */
    DT_GROWTH_ANNUALIZED     = 5, /**< (value / base)^(per_year / n) - 1 */
    DT_GROWTH_ANNUALIZED_LOG = 6  /**< (per_year / n) ln(value / base) */
};

/** Where the base of a period is. */
enum {
    DT_GROWTH_LAG_PERIODS     = 0, /**< @p lag periods earlier. */
    DT_GROWTH_LAG_YEARS       = 1, /**< The same period @p lag years earlier. */
    DT_GROWTH_LAG_END_OF_LAST_YEAR   = 2, /**< Last period of the calendar year
                                               before; @p lag must be 1. */
    DT_GROWTH_LAG_START_OF_THIS_YEAR = 3  /**< First period of the same
                                               calendar year; @p lag is 1. */
};

/** What a zero or negative base leads to. */
enum {
    DT_GROWTH_BASE_MISSING  = 0, /**< No result: zero base, negative base. */
    DT_GROWTH_BASE_SIGNED   = 1, /**< Divide by the negative base as it is. */
    DT_GROWTH_BASE_ABSOLUTE = 2, /**< Divide by its magnitude. */
    DT_GROWTH_BASE_MIDPOINT = 3, /**< 2 (value - base) / (|value| + |base|) for
                                      such elements, a zero base included. */
    DT_GROWTH_BASE_REFUSE   = 4  /**< The whole call fails: DT_E_BASE. */
};

/**
 * Choices for dt_growth_series(). May grow at its end in later releases.
 *
 * Start from #DT_GROWTH_OPTIONS_INIT, or zeroed with struct_size set; zero in
 * every other member is the default.
 */
struct dt_growth_options {
    uint32_t struct_size; /**< sizeof(struct dt_growth_options). */
    uint32_t flags;       /**< Zero. */
    int32_t  lag_rule;    /**< DT_GROWTH_LAG_*. */
    int32_t  base_rule;   /**< DT_GROWTH_BASE_*. */
    int32_t  year_rule;   /**< DT_SERIES_YEAR_AGO_*, for DT_GROWTH_LAG_YEARS. */
    int32_t  reserved;    /**< Zero. */
    double   per_year;    /**< Periods per year for the annualized kinds; 0 is
                               what the calendar fixes (1, 2, 4, 12), which
                               weeks, days and undated do not have (DT_E_RULE). */
};

#define DT_GROWTH_OPTIONS_INIT \
    { sizeof(struct dt_growth_options), 0, 0, 0, 0, 0, 0 }

/** #DT_GROWTH_OPTIONS_INIT for callers that cannot see macros. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_options_init(void *options, uint32_t struct_size);

/** Growth of every observation over the base that the lag rule names, by
 *  period. As long as the input; element i belongs to period i. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_series(const struct dt_series *x, int32_t kind, int64_t lag,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error);

/* ------------------------------------------------------------------------
 * Average growth between two periods
 * ------------------------------------------------------------------------ */

/** Which average. x_0 is the base, x_n the end, n the periods between. */
enum {
    DT_GROWTH_AVERAGE_CAGR         = 0, /**< (x_n / x_0)^(1/n) - 1 */
    DT_GROWTH_AVERAGE_MEAN_RATE    = 1, /**< (1/n) sum of g_t */
    DT_GROWTH_AVERAGE_GEO_MEAN     = 2, /**< (prod (1 + g_t))^(1/n) - 1 */
    DT_GROWTH_AVERAGE_LINEAR       = 3, /**< (x_n / x_0 - 1) / n */
    DT_GROWTH_AVERAGE_LOG          = 4, /**< ln(x_n / x_0) / n */
    DT_GROWTH_AVERAGE_LS_COEF      = 5, /**< b of ln x_t = a + b t */
    DT_GROWTH_AVERAGE_LS_COMPOUND  = 6, /**< exp(b) - 1 */
    DT_GROWTH_AVERAGE_ACCUMULATIVE = 7, /**< g with sum (1+g)^i = sum x_i/x_0 */
    DT_GROWTH_AVERAGE_YEARS        = 8  /**< (x_n / x_0)^(1/m) - 1, m whole
                                             years between two equal sub-periods */
};

/** An average and what it rests on. The layout is frozen. */
struct dt_growth_average_result {
    double  rate;     /**< Per period (per year for DT_GROWTH_AVERAGE_YEARS), a
                           fraction or a log; NaN if undefined. */
    int64_t periods;  /**< n: periods (years) from base to end. */
    int64_t used;     /**< Observations that entered. */
    int64_t index;    /**< Index in x of the observation at fault, or -1. */
    int32_t why;      /**< DT_SERIES_WHY_*. */
    int32_t reserved; /**< Zero. */
};

/** The average growth of @p x from the period @p base to the period @p end. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_average(const struct dt_series *x, int32_t kind, int64_t base,
                  int64_t end, struct dt_growth_average_result *result,
                  struct dt_error *error);

/** Levels from growth (kinds RATE, CHANGE, LOG, FACTOR), forward and backward
 *  from a known level at a period. Element i of @p growth is the growth of
 *  period i over the one before. @p period may be any period of @p growth or
 *  the one before its first. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_levels(const struct dt_series *growth, int32_t kind, int64_t period,
                 double level, const struct dt_series_out *out,
                 struct dt_error *error);

#ifdef __cplusplus
}
#endif

#endif
