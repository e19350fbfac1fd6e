/* SPDX-License-Identifier: MIT */
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

/* ------------------------------------------------------------------------ */
/**
 * @defgroup growth_scalars Growth of numbers
 *
 * Every result is correctly rounded: the double next to the true one, in each
 * of the cases of tests/vectors/growth_scalar.txt, which spans the whole range
 * of doubles.
 * @{
 */

/**
 * Change between two levels.
 *
 *     end - base
 *
 * @code
 * printf("%.2f\n", dt_growth_change(4.5, 7.25)); // 2.75
 * @endcode
 *
 * @param[in] base  Any finite level.
 * @param[in] end   Any finite level, in the same unit.
 * @return The change in that unit; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 */
DTGROWTH_API double dt_growth_change(double base, double end);

/**
 * Rate of growth between two levels.
 *
 *     (end - base) / base
 *
 * @code
 * printf("%.4f\n", dt_growth_rate(4.59, 7.23)); // 0.5752
 * @endcode
 *
 * @param[in] base  Level above 0. For a zero or negative base there is no rate;
 *                  dt_growth_series() has named rules for them.
 * @param[in] end   Any finite level: 0 gives -1, negative ones less.
 * @return The rate, a fraction; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @par Source
 * World Bank, World Development Indicators; Eurostat, PCH_PRE and PCH_SM.
 */
DTGROWTH_API double dt_growth_rate(double base, double end);

/**
 * Logarithmic growth between two levels.
 *
 *     ln(end / base)
 *
 * It adds up over time, and is symmetric: a rise and the fall that undoes it
 * have the same size.
 *
 * @code
 * printf("%.4f\n", dt_growth_log(4.59, 7.23)); // 0.4544
 * @endcode
 *
 * @param[in] base  Level above 0.
 * @param[in] end   Level, not negative; 0 gives -infinity.
 * @return The growth, a natural logarithm.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @par Cost
 * 50 to 100 nanoseconds, like CAGR, compounding and the conversions of logs;
 * some hundreds for the others that take a logarithm or a power.
 * @see dt_growth_from_log(), dt_growth_to_log()
 */
DTGROWTH_API double dt_growth_log(double base, double end);

/**
 * Midpoint growth between two levels.
 *
 *     (end - base) / ((base + end) / 2)
 *
 * Between -2 and 2; defined for a zero base, and symmetric.
 *
 * @code
 * printf("%.1f\n", dt_growth_midpoint(0, 3)); // 2.0
 * @endcode
 *
 * @param[in] base  Level, not negative.
 * @param[in] end   Level, not negative; not both 0.
 * @return The growth, a fraction of the mean of the two.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @par Source
 * Tornqvist, Vartia and Vartia, "How should relative changes be measured?",
 * The American Statistician 39 (1985); Davis, Haltiwanger and Schuh (1996).
 */
DTGROWTH_API double dt_growth_midpoint(double base, double end);

/**
 * Compound rate of growth per period between two levels (CAGR).
 *
 *     (end / base)^(1 / periods) - 1
 *
 * @code
 * // Digital trade, 4.59 to 7.23 trillion dollars in four years.
 * printf("%.2f %%\n", 100 * dt_growth_cagr(4.59, 7.23, 4)); // 12.03 %
 * @endcode
 *
 * @param[in] base     Level above 0.
 * @param[in] end      Level, not negative; 0 gives -1.
 * @param[in] periods  Periods from @p base to @p end, above 0; 2020 to 2024 is
 *                     4; need not be whole.
 * @return The rate per period, a fraction; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @par Source
 * BEA, average annual growth; NBS of China, the level approach.
 * @see dt_growth_compound(), dt_growth_average()
 */
DTGROWTH_API double dt_growth_cagr(double base, double end, double periods);

/**
 * Growth over several periods at a constant rate; annualization.
 *
 *     (1 + rate)^periods - 1
 *
 * @code
 * // A quarterly rate of 1.2 %, annualized.
 * printf("%.3f %%\n", 100 * dt_growth_compound(0.012, 4)); // 4.887 %
 * @endcode
 *
 * @param[in] rate     Rate per period, at least -1.
 * @param[in] periods  Any finite number; periods per year annualize a rate per
 *                     period, its inverse undoes that, negative ones go back. 0
 *                     gives 0, for any rate.
 * @return The growth, a fraction; infinite where it overflows, and for a total
 *         loss that is undone.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_growth_cagr(), dt_growth_project()
 */
DTGROWTH_API double dt_growth_compound(double rate, double periods);

/**
 * Level after several periods at a constant rate.
 *
 *     level (1 + rate)^periods
 *
 * @code
 * printf("%.2f\n", dt_growth_project(7.23, 0.121, 2)); // 9.09
 * @endcode
 *
 * @param[in] level    Any finite level.
 * @param[in] rate     Rate per period, at least -1.
 * @param[in] periods  Any finite number; negative ones go back. A total loss
 *                     that is undone is infinite, or NaN for a level of 0.
 * @return The level in the unit of @p level, without overflow or underflow on
 *         the way; infinite where the result overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_growth_backcast(), dt_growth_levels()
 */
DTGROWTH_API double dt_growth_project(double level, double rate,
                                      double periods);

/**
 * Level one period earlier.
 *
 *     level / (1 + rate)
 *
 * @code
 * // 1.49 after a rise of 8.5 %.
 * printf("%.4f\n", dt_growth_backcast(1.49, 0.085)); // 1.3733
 * @endcode
 *
 * @param[in] level  Any finite level.
 * @param[in] rate   Rate that led to it, above -1.
 * @return The level in the unit of @p level.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_growth_project()
 */
DTGROWTH_API double dt_growth_backcast(double level, double rate);

/**
 * Number of periods that growth at a constant rate takes.
 *
 *     ln(end / base) / ln(1 + rate)
 *
 * @code
 * printf("%.1f\n", dt_growth_periods(7.23, 10, 0.121)); // 2.8
 * @endcode
 *
 * @param[in] base  Level above 0.
 * @param[in] end   Level above 0.
 * @param[in] rate  Rate per period, above -1.
 * @return The periods; negative where @p end lies in the past; 0 for equal
 *         levels; infinite (with the sign of the growth) for a rate of 0, and
 *         NaN for both, since any number would do.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 */
DTGROWTH_API double dt_growth_periods(double base, double end, double rate);

/**
 * Number of periods in which a level doubles.
 *
 *     ln 2 / ln(1 + rate)
 *
 * @code
 * printf("%.1f\n", dt_growth_doubling(0.121)); // 6.1
 * @endcode
 *
 * @param[in] rate  Rate per period, above -1.
 * @return The periods; for a falling level the negative of the time in which it
 *         halves, since when it was twice as high; infinite for 0.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 */
DTGROWTH_API double dt_growth_doubling(double rate);

/**
 * Rate of a logarithmic growth.
 *
 *     exp(log_growth) - 1
 *
 * @code
 * printf("%.4f\n", dt_growth_from_log(0.1)); // 0.1052
 * @endcode
 *
 * @param[in] log_growth  Any number, infinite ones included: -infinity gives
 *                        -1.
 * @return The rate, a fraction; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_growth_to_log()
 */
DTGROWTH_API double dt_growth_from_log(double log_growth);

/**
 * Logarithmic growth of a rate.
 *
 *     ln(1 + rate)
 *
 * @code
 * printf("%.4f\n", dt_growth_to_log(0.1)); // 0.0953
 * @endcode
 *
 * @param[in] rate  Rate, at least -1, which gives -infinity.
 * @return The growth, a natural logarithm.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_growth_from_log()
 */
DTGROWTH_API double dt_growth_to_log(double rate);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup growth_series Growth of a series
 *  @{ */

/** What is computed from a base and a value. n is the number of periods from
 *  one to the other, `per_year` that in a year. */
enum dt_growth_kind {
    DT_GROWTH_KIND_RATE           = 0, /**< (value - base) / base */
    DT_GROWTH_KIND_CHANGE         = 1, /**< value - base */
    DT_GROWTH_KIND_LOG            = 2, /**< ln(value / base) */
    DT_GROWTH_KIND_MIDPOINT       = 3, /**< 2 (value - base) / (value + base) */
    DT_GROWTH_KIND_FACTOR         = 4, /**< value / base */
    DT_GROWTH_KIND_ANNUALIZED     = 5, /**< (value / base)^(per_year / n) - 1 */
    DT_GROWTH_KIND_ANNUALIZED_LOG = 6  /**< (per_year / n) ln(value / base) */
};

/** Where the base of a period is. */
enum dt_growth_lag {
    DT_GROWTH_LAG_PERIODS     = 0, /**< `lag` periods earlier. */
    DT_GROWTH_LAG_YEARS       = 1, /**< The same period `lag` years earlier, by
                                        `year_rule`: "a year ago". */
    DT_GROWTH_LAG_END_OF_LAST_YEAR   = 2, /**< The last period that ends before
                                               the calendar year in which this
                                               one ends; `lag` is 0. */
    DT_GROWTH_LAG_START_OF_THIS_YEAR = 3  /**< The one after that: the first
                                               of the year; `lag` is 0. */
};

/** What a zero or negative base leads to. A rule that changes nothing for a
 *  kind is refused with it: all but REFUSE for logarithms and annualized kinds,
 *  each of them for CHANGE. */
enum dt_growth_base {
    DT_GROWTH_BASE_MISSING  = 0, /**< No result: zero base, negative base. */
    DT_GROWTH_BASE_SIGNED   = 1, /**< Divide by a negative base as it is; RATE
                                      and FACTOR only. */
    DT_GROWTH_BASE_ABSOLUTE = 2, /**< Divide by its magnitude: a loss that
                                      shrinks is growth; RATE, FACTOR and
                                      MIDPOINT only. */
    DT_GROWTH_BASE_MIDPOINT = 3, /**< 2 (value - base) / (|value| + |base|) for
                                      such elements, a zero base included;
                                      RATE and MIDPOINT only. */
    DT_GROWTH_BASE_REFUSE   = 4  /**< The whole call fails: DT_E_BASE. */
};

/** Flags of options. */
enum dt_growth_option {
    /** Changes of rolling sums of what does not add up over time, too. */
    DT_GROWTH_OPTION_ANY_UNIT = 1
};

/**
 * Choices for functions of growth. May grow at its end in later releases.
 *
 * Start from #DT_GROWTH_OPTIONS_INIT, or zeroed with struct_size set; zero in
 * every other member is the default. A choice that a function does not look at
 * is refused.
 *
 * Every function that takes some checks them: DT_E_STRUCT for a size that is
 * not possible, DT_E_NEWER for a choice of a later release, DT_E_FLAG for a
 * flag that is unknown or has no effect, and for a spare member; DT_E_RULE for
 * such a rule, DT_E_VALUE for such a `per_year`.
 */
struct dt_growth_options {
    uint32_t struct_size; /**< sizeof(struct dt_growth_options). */
    uint32_t flags;       /**< DT_GROWTH_OPTION_*. */
    int32_t  lag_rule;    /**< DT_GROWTH_LAG_*. */
    int32_t  base_rule;   /**< DT_GROWTH_BASE_*. */
    int32_t  year_rule;   /**< DT_SERIES_YEAR_AGO_*, for DT_GROWTH_LAG_YEARS. */
    int32_t  reserved;    /**< Zero. */
    double   per_year;    /**< Periods per year for the annualized kinds; 0 is
                               what dt_series_per_year() says, which is
                               nothing for weeks, days and undated
                               (DT_E_RULE). */
};

/** The defaults. */
#define DT_GROWTH_OPTIONS_INIT \
    { sizeof(struct dt_growth_options), 0, 0, 0, 0, 0, 0 }

/**
 * Sets options to their defaults: #DT_GROWTH_OPTIONS_INIT for callers that
 * cannot see macros.
 *
 * @code
 * struct dt_growth_options options;
 *
 * if (dt_growth_options_init(&options, sizeof(options)) == 0)
 *     printf("%d\n", (int)options.struct_size); // 32
 * @endcode
 *
 * @param[out] options      Receives @p struct_size bytes.
 * @param[in]  struct_size  Size of the options that the caller knows, 32 or
 *                          more.
 *
 * @retval DT_E_OK      @p options are the defaults.
 * @retval DT_E_NULL    @p options is null.
 * @retval DT_E_STRUCT  @p struct_size is too small to be one.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_options_init(void *options, uint32_t struct_size);

/**
 * Growth of every observation of a series over its base.
 *
 * The base is found by period, never by row: a series with gaps needs no
 * padding, and a year ago is the same month of the year before. The result is
 * as long as the input, and element i belongs to period i.
 *
 * An element without a result is NaN. Of several reasons the first in this list
 * is given, as everywhere (see #DT_SERIES_WHY_DEFINED):
 *
 *   - NO_BASE: the base lies outside the series, or there is no such period
 *     (29 February a year ago);
 *   - VALUE_MISSING, BASE_MISSING: one of the two is missing;
 *   - NOT_FINITE: one of the two is infinite, or NaN as a value;
 *   - ZERO_BASE, NEGATIVE_BASE: as `base_rule` says; logarithms and annualized
 *     kinds, which no rule helps, always; never for CHANGE;
 *   - DOMAIN: no logarithm of a value of 0 or less; MIDPOINT of a negative
 *     value, unless the rule is ABSOLUTE or MIDPOINT;
 *   - NO_PERIODS: an annualized kind where base and value are the same period,
 *     the first one of a year;
 *   - OVERFLOW: the result is too large for a double.
 *
 * @code
 * // Quarterly exports against the same quarter of the year before.
 * static const double exports[] = { 40, 42, 41, 45, 44, 47 };
 * double rates[6];
 * struct dt_series x;
 * struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
 * const struct dt_series_out out = DT_SERIES_OUT(rates, 6);
 *
 * options.lag_rule = DT_GROWTH_LAG_YEARS;
 * if (dt_series_view(exports, 6, 1, DT_SERIES_FREQ_QUARTER, 4 * 2023, &x,
 *                    NULL) == 0
 *     && dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, &options, &out,
 *                         NULL) == 0)
 *     printf("%.3f\n", rates[4]); // 0.100
 * @endcode
 *
 * @param[in]  x        Levels.
 * @param[in]  kind     One of DT_GROWTH_KIND_RATE ...
 *                      DT_GROWTH_KIND_ANNUALIZED_LOG.
 * @param[in]  lag      Periods or years back to the base, at least 1; 0 for a
 *                      base at a turn of the year. A year ago is 1 in years, 12
 *                      in periods of a month.
 * @param[in]  options  Choices; null takes the defaults: `lag` in periods, no
 *                      result for a zero or negative base.
 * @param[out] out      Receives as many elements as @p x has. May be the array
 *                      of @p x with its stride.
 *
 * @retval DT_E_OK         The result is written.
 * @retval DT_E_NULL       @p x or @p out is null.
 * @retval DT_E_STRUCT     `options->struct_size` is no possible size.
 * @retval DT_E_NEWER      An option is set that only a later release knows.
 * @retval DT_E_FLAG       `options->flags` or `options->reserved` is not 0.
 * @retval DT_E_KIND       @p kind is unknown.
 * @retval DT_E_RULE       A rule is unknown, serves neither this kind nor this
 *                         frequency, or has no effect; `per_year` has to be
 *                         named.
 * @retval DT_E_UNIT       @p x is in logarithms, and @p kind is not CHANGE.
 * @retval DT_E_LAG        @p lag is less than 1, or has to be 0.
 * @retval DT_E_FREQUENCY  Undated observations have no years.
 * @retval DT_E_VALUE      `per_year` is negative or not finite, or set for a
 *                         kind that is not annualized.
 * @retval DT_E_BASE       A base is zero or negative, and the rule is REFUSE;
 *                         `error->index` is where.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, as the scalars, whose bits these are.
 * @par Cost
 * Stack: 8 KB.
 * @see dt_growth_average(), dt_growth_levels()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_series(const struct dt_series *x, int32_t kind, int64_t lag,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error);

/**
 * Growth of each series of a panel: see dt_growth_series().
 *
 * @code
 * static const double trade[] = { 4.59, 5.03, 7.23, 1.41, 1.67, 2.62 };
 * double rates[6];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(rates, 0, 2, 3);
 *
 * if (dt_growth_series_panel(&x, DT_GROWTH_KIND_RATE, 2, NULL, &out,
 *                            NULL) == 0)
 *     printf("%.3f %.3f\n", rates[2], rates[5]); // 0.575 0.858
 * @endcode
 *
 * @param[in]  x        Levels.
 * @param[in]  kind     One of DT_GROWTH_KIND_*.
 * @param[in]  lag      As in dt_growth_series().
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK    The results are written.
 * @retval DT_E_BASE  A base is zero or negative, and the rule is REFUSE;
 *                    `error->index` is the series.
 * @return Otherwise the status of dt_growth_series() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_series() for each series; what is asked is
 * checked once.
 * Stack: 12 KB.
 * @see dt_growth_series(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_series_panel(const struct dt_series_panel *x, int32_t kind,
                       int64_t lag, const struct dt_growth_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error);

/**
 * Growth of rolling sums: of each run of periods over an earlier one.
 *
 *     S_t = x[t - window + 1] + ... + x[t]
 *     RATE: (S_t - S_{t-lag}) / S_{t-lag}, and so on for the other kinds
 *
 * With `window` 12 and `lag` 12 it is the growth of the moving annual total of
 * months; with 3 and 3, three months on the previous three; with 3 and a lag of
 * one year, three months on the same three a year ago. Growth of means is the
 * same, but for CHANGE, which is that of the sums. The annualized kinds take
 * `lag` as the periods between.
 *
 * Element i belongs to the last period of its window. It depends on the values
 * of the two windows alone, whose sums are exact. An element without a result
 * is NaN: NO_BASE where a window starts before the series, VALUE_MISSING or
 * BASE_MISSING where one of its values is missing, and otherwise as for
 * dt_growth_series(), with the sums as levels.
 *
 * @code
 * // Quarterly exports: the year to a quarter against the year before.
 * static const double exports[] = { 40, 42, 41, 45, 44, 47, 45, 50 };
 * double rates[8];
 * struct dt_series x;
 * const struct dt_series_out out = DT_SERIES_OUT(rates, 8);
 *
 * if (dt_series_view(exports, 8, 1, DT_SERIES_FREQ_QUARTER, 4 * 2023, &x,
 *                    NULL) == 0
 *     && dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 4, 4, NULL, &out,
 *                          NULL) == 0)
 *     printf("%.4f\n", rates[7]); // 0.1071
 * @endcode
 *
 * @param[in]  x        Flows: levels that add up.
 * @param[in]  kind     One of DT_GROWTH_KIND_RATE ...
 *                      DT_GROWTH_KIND_ANNUALIZED_LOG.
 * @param[in]  window   Periods of a window, at least 1.
 * @param[in]  lag      Periods or years from one window to the other, at least
 *                      1; windows may overlap.
 * @param[in]  options  Choices; null takes the defaults: `lag` in periods, no
 *                      result for a zero or negative base. DT_GROWTH_LAG_YEARS
 *                      only where a year is a fixed number of periods, as
 *                      DT_SERIES_YEAR_AGO_364 makes it of days and weeks.
 * @param[out] out      Receives as many elements as @p x has. May be the array
 *                      of @p x with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_PERIODS  @p window is below 1.
 * @retval DT_E_RULE     A rule is unknown, or serves no windows: REFUSE, and
 *                       lags that differ from period to period.
 * @return Otherwise a status as of dt_growth_series().
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/growth_rolling.txt, from
 * sums that are exact. Over windows of 1 period the bits are those of
 * dt_growth_series().
 * @par Cost
 * For rates and windows of 64 periods at most some five times that of a copy;
 * some hundreds of nanoseconds an element otherwise.
 * Stack: 11 KB.
 * @par Source
 * ONS, three-month growth; national practice for moving annual totals.
 * @see dt_growth_series(), dt_series_rolling()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  int64_t lag, const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error);

/**
 * Growth of rolling sums of each series of a panel: see dt_growth_rolling().
 *
 * @code
 * static const double trade[] = { 4.59, 5.03, 7.23, 1.41, 1.67, 2.62 };
 * double rates[6];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(rates, 0, 2, 3);
 *
 * if (dt_growth_rolling_panel(&x, DT_GROWTH_KIND_RATE, 2, 1, NULL, &out,
 *                             NULL) == 0)
 *     printf("%.3f %.3f\n", rates[2], rates[5]); // 0.274 0.393
 * @endcode
 *
 * @param[in]  x        Flows.
 * @param[in]  kind     One of DT_GROWTH_KIND_*.
 * @param[in]  window   Periods of a window, at least 1.
 * @param[in]  lag      Periods or years from one window to the other, at least
 *                      1.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_growth_rolling() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_rolling() for each series; what is asked is
 * checked once.
 * Stack: 11 KB.
 * @see dt_growth_rolling(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_rolling_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t window, int64_t lag,
                        const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/**
 * Growth between two series, element by element: two columns of a table, such
 * as all countries in 2020 and in 2024.
 *
 * Element i is the growth of end[i] over base[i]; the periods of the two are
 * not looked at. The annualized kinds are the compound rate per period (CAGR)
 * and the logarithmic one, over the number of periods given:
 *
 *     ANNUALIZED:     (end / base)^(1 / periods) - 1
 *     ANNUALIZED_LOG: ln(end / base) / periods
 *
 * where `options->per_year`, if it is set, takes the place of the 1. Reasons
 * are those of dt_growth_series(); `periods_each` is a value as well, and
 * NO_PERIODS of any kind where it is not positive.
 *
 * @code
 * // Delivered and ordered trade in 2020 and 2024.
 * static const double in_2020[] = { 3.21, 1.41 }, in_2024[] = { 4.64, 2.62 };
 * double rates[2];
 * struct dt_series base, end;
 * const struct dt_series_out out = DT_SERIES_OUT(rates, 2);
 *
 * if (dt_series_view(in_2020, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &base,
 *                    NULL) == 0 &&
 *     dt_series_view(in_2024, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &end,
 *                    NULL) == 0 &&
 *     dt_growth_between(&base, &end, DT_GROWTH_KIND_ANNUALIZED, 4, NULL, NULL,
 *                       &out,
 *                       NULL) == 0)
 *     printf("%.3f %.3f\n", rates[0], rates[1]); // 0.096 0.168
 * @endcode
 *
 * @param[in]  base          Levels to start from.
 * @param[in]  end           Levels arrived at; as many, in the same unit.
 * @param[in]  kind          One of DT_GROWTH_KIND_RATE ...
 *                           DT_GROWTH_KIND_ANNUALIZED_LOG.
 * @param[in]  periods       Periods from base to end, positive, whatever the
 *                           kind: the summary says them. 0 if @p periods_each
 *                           is given.
 * @param[in]  periods_each  Periods of each element; null takes @p periods for
 *                           all.
 * @param[in]  options       Base rule and periods per year; null takes the
 *                           defaults.
 * @param[out] out           Receives as many elements. May be the array of @p
 *                           base or @p end with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_NULL     @p base, @p end or @p out is null.
 * @retval DT_E_LENGTH   @p end or @p periods_each has another length than
 *                       @p base.
 * @retval DT_E_PERIODS  @p periods is not positive and finite, or not 0 beside
 *                       @p periods_each.
 * @retval DT_E_UNIT     The units differ; or they are logarithms, and @p kind
 *                       is not CHANGE.
 * @retval DT_E_VINTAGE  The vintages differ.
 * @return Otherwise the status of dt_series_check() or of bad options, as of
 *         dt_growth_series(), or of a bad output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, as the scalars, whose bits these are.
 * @par Cost
 * Stack: 8 KB.
 * @see dt_growth_series(), dt_growth_cagr()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_between(const struct dt_series *base, const struct dt_series *end,
                  int32_t kind, double periods,
                  const struct dt_series *periods_each,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error);

/**
 * Growth between two panels: see dt_growth_between().
 *
 * Series j of @p base goes with series j of @p end, or with the only one; so do
 * those of @p periods_each.
 *
 * @code
 * // Exports and imports of two countries in 2020 and in 2024.
 * static const double in_2020[] = { 2.6, 2.1, 1.4, 2.4 };
 * static const double in_2024[] = { 3.6, 2.6, 2.1, 3.3 };
 * double rates[4];
 * const struct dt_series_panel base =
 *     DT_SERIES_PANEL_OF(in_2020, 2, 2, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel end =
 *     DT_SERIES_PANEL_OF(in_2024, 2, 2, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(rates, 0, 2, 2);
 *
 * if (dt_growth_between_panel(&base, &end, DT_GROWTH_KIND_ANNUALIZED, 4, NULL,
 *                             NULL, &out, NULL) == 0)
 *     printf("%.3f %.3f\n", rates[0], rates[3]); // 0.085 0.083
 * @endcode
 *
 * @param[in]  base          Levels to start from.
 * @param[in]  end           Levels arrived at.
 * @param[in]  kind          One of DT_GROWTH_KIND_*.
 * @param[in]  periods       Periods from base to end, positive; 0 if @p
 *                           periods_each is given.
 * @param[in]  periods_each  Periods of each element; null takes @p periods for
 *                           all.
 * @param[in]  options       Choices; null takes the defaults.
 * @param[out] out           Receives as many elements as @p base has. May be
 *                           the arrays of @p base with their strides.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p end or @p periods_each has neither one series nor as
 *                      many as @p base, or one of other elements:
 *                      `error->index` is which.
 * @retval DT_E_BASE    A base is zero or negative, and the rule is REFUSE;
 *                      `error->index` is the series.
 * @return Otherwise the status of dt_growth_between() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_between() for each series; what is asked is checked
 * once.
 * Stack: 12 KB.
 * @see dt_growth_between(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_between_panel(const struct dt_series_panel *base,
                        const struct dt_series_panel *end, int32_t kind,
                        double periods,
                        const struct dt_series_panel *periods_each,
                        const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/**
 * Numbers of periods that growth from one series to another takes, element by
 * element.
 *
 *     ln(end / base) / ln(1 + rate)
 *
 * The rate is the same for all, or each element has its own. An element without
 * a result is NaN: because one of the three is missing (VALUE_MISSING, or
 * BASE_MISSING for the base) or not finite (NOT_FINITE), for a base of 0 or
 * less (ZERO_BASE, NEGATIVE_BASE), for an end of 0 or less, a rate of -1 or
 * less, and equal levels at a rate of 0, to which any number would do (DOMAIN),
 * and for different levels at a rate of 0 (OVERFLOW).
 *
 * @code
 * // Years from digital trade of 2024 to twice and four times as much.
 * static const double now[] = { 7.23, 7.23 }, then[] = { 14.46, 28.92 };
 * double years[2];
 * struct dt_series a, b;
 * const struct dt_series_out out = DT_SERIES_OUT(years, 2);
 *
 * if (dt_series_view(now, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &a, NULL) == 0 &&
 *     dt_series_view(then, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &b, NULL) == 0 &&
 *     dt_growth_periods_between(&a, &b, 0.121, NULL, NULL, &out, NULL) == 0)
 *     printf("%.1f %.1f\n", years[0], years[1]); // 6.1 12.1
 * @endcode
 *
 * @param[in]  base     Levels to start from; the periods of no argument are
 *                      looked at.
 * @param[in]  end      Levels to arrive at, as many, in the same unit.
 * @param[in]  rate     Rate per period, finite and above -1; 0 if @p rates is
 *                      given.
 * @param[in]  rates    Rates of the elements, as many; null takes @p rate for
 *                      all.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p base has. May be the
 *                      array of @p base or @p end or @p rates with its
 *                      stride.
 *
 * @retval DT_E_OK      The result is written.
 * @retval DT_E_NULL    @p base, @p end or @p out is null.
 * @retval DT_E_LENGTH  @p end or @p rates has another length.
 * @retval DT_E_VALUE   @p rate is not finite, -1 or less, or not 0 beside @p
 *                      rates.
 * @return Otherwise the status of dt_series_check() or dt_series_unit_check(),
 *         or of a bad output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, as dt_growth_periods(), whose bits these are.
 * @par Cost
 * Some ten times that of a copy.
 * Stack: 8 KB.
 * @see dt_growth_periods(), dt_growth_between()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_periods_between(const struct dt_series *base,
                          const struct dt_series *end, double rate,
                          const struct dt_series *rates,
                          const struct dt_growth_options *options,
                          const struct dt_series_out *out,
                          struct dt_error *error);

/**
 * Numbers of periods between two panels: see dt_growth_periods_between().
 *
 * @code
 * static const double now[] = { 7.23, 2.62 }, then[] = { 14.46, 5.24 };
 * static const double rates[] = { 0.121, 0.167 };
 * double years[2];
 * const struct dt_series_panel a =
 *     DT_SERIES_PANEL_OF(now, 2, 1, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel b =
 *     DT_SERIES_PANEL_OF(then, 2, 1, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel g =
 *     DT_SERIES_PANEL_OF(rates, 2, 1, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(years, 0, 2, 1);
 *
 * if (dt_growth_periods_between_panel(&a, &b, 0, &g, NULL, &out, NULL) == 0)
 *     printf("%.1f %.1f\n", years[0], years[1]); // 6.1 4.5
 * @endcode
 *
 * @param[in]  base     Levels to start from.
 * @param[in]  end      Levels to arrive at: as many series, or one for all.
 * @param[in]  rate     Rate per period, finite and above -1; 0 if @p rates is
 *                      given.
 * @param[in]  rates    Rates of the elements, of as many series or one for all;
 *                      null takes @p rate for all.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p base has. May be the
 *                      arrays of @p base with their strides.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p end or @p rates has neither one series nor as many as
 *                      @p base, or one of other elements: `error->index` is
 *                      which.
 * @return Otherwise the status of dt_growth_periods_between() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_periods_between() for each series; what is asked is checked
 * once.
 * Stack: 12 KB.
 * @see dt_growth_periods_between(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_periods_between_panel(const struct dt_series_panel *base,
                                const struct dt_series_panel *end, double rate,
                                const struct dt_series_panel *rates,
                                const struct dt_growth_options *options,
                                const struct dt_series_panel_out *out,
                                struct dt_error *error);

/** What dt_growth_convert() makes of a rate or log growth x. */
enum dt_growth_convert {
    DT_GROWTH_CONVERT_COMPOUND = 0, /**< (1 + x)^periods - 1 */
    DT_GROWTH_CONVERT_TO_LOG   = 1, /**< ln(1 + x) */
    DT_GROWTH_CONVERT_FROM_LOG = 2, /**< exp(x) - 1 */
    DT_GROWTH_CONVERT_DOUBLING = 3  /**< ln 2 / ln(1 + x) */
};

/**
 * Restates every growth of a series: annualized or compounded, as a logarithm
 * or back, as a doubling time.
 *
 * An element without a result is NaN, because the growth is missing
 * (VALUE_MISSING) or not finite (NOT_FINITE), because the formula has no value
 * for it (DOMAIN: a rate below -1, and -1 for logarithms and doubling times;
 * a doubling time of 0), or because that is too large for a double (OVERFLOW).
 *
 * @code
 * static const double quarterly[] = { 0.012, 0.009 };
 * double annualized[2];
 * struct dt_series x;
 * const struct dt_series_out out = DT_SERIES_OUT(annualized, 2);
 *
 * if (dt_series_view(quarterly, 2, 1, DT_SERIES_FREQ_QUARTER, 8096, &x,
 *                    NULL) == 0
 *     && dt_growth_convert(&x, DT_GROWTH_CONVERT_COMPOUND, 4, NULL, &out,
 *                          NULL) == 0)
 *     printf("%.4f\n", annualized[0]); // 0.0489
 * @endcode
 *
 * @param[in]  x        Rates, or log growth for FROM_LOG; fractions.
 * @param[in]  kind     One of DT_GROWTH_CONVERT_*.
 * @param[in]  periods  For COMPOUND any finite number: 4 annualizes a quarterly
 *                      rate. 0 for the others.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the array
 *                      of @p x with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_NULL     @p x or @p out is null.
 * @retval DT_E_KIND     @p kind is unknown.
 * @retval DT_E_PERIODS  @p periods is not finite, or not 0 where it has to be.
 * @retval DT_E_UNIT     @p x is in per cent, or in levels; FROM_LOG: in
 *                       fractions; the others: in logarithms.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, as the scalars, whose bits these are.
 * @par Cost
 * Stack: 8 KB.
 * @see dt_growth_compound(), dt_growth_to_log(), dt_growth_from_log(),
 *      dt_growth_doubling()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_convert(const struct dt_series *x, int32_t kind, double periods,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error);

/**
 * Converts every growth of a panel: see dt_growth_convert().
 *
 * @code
 * static const double trade[] = { 4.59, 5.03, 7.23, 1.41, 1.67, 2.62 };
 * double rates[6];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(rates, 0, 2, 3);
 *
 * if (dt_growth_convert_panel(&x, DT_GROWTH_CONVERT_TO_LOG, 0, NULL, &out,
 *                             NULL) == 0)
 *     printf("%.3f %.3f\n", rates[0], rates[3]); // 1.721 0.880
 * @endcode
 *
 * @param[in]  x        Growth.
 * @param[in]  kind     One of DT_GROWTH_CONVERT_*.
 * @param[in]  periods  Periods that COMPOUND puts together; 0 for the others.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_growth_convert() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_convert() for each series; what is asked is
 * checked once.
 * Stack: 11 KB.
 * @see dt_growth_convert(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_convert_panel(const struct dt_series_panel *x, int32_t kind,
                        double periods,
                        const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup growth_average Average growth between two periods
 *  @{ */

/** Which average. x_0 is the base, x_n the end, n the periods between, g_t the
 *  rate of x_t over x_{t-1}. */
enum dt_growth_average {
    DT_GROWTH_AVERAGE_CAGR         = 0, /**< (x_n / x_0)^(1/n) - 1 */
    DT_GROWTH_AVERAGE_MEAN_RATE    = 1, /**< (1/n) sum of g_t */
    DT_GROWTH_AVERAGE_GEO_MEAN     = 2, /**< (prod (1 + g_t))^(1/n) - 1: the
                                             CAGR, if every period is there */
    DT_GROWTH_AVERAGE_LINEAR       = 3, /**< (x_n / x_0 - 1) / n */
    DT_GROWTH_AVERAGE_LOG          = 4, /**< ln(x_n / x_0) / n */
    DT_GROWTH_AVERAGE_LS_COEF      = 5, /**< b of ln x_t = a + b t, by least
                                             squares */
    DT_GROWTH_AVERAGE_LS_COMPOUND  = 6, /**< exp(b) - 1 */
    DT_GROWTH_AVERAGE_ACCUMULATIVE = 7, /**< g with sum (1 + g)^t = sum x_t/x_0,
                                             t = 1 ... n */
    DT_GROWTH_AVERAGE_YEARS        = 8  /**< (x_n / x_0)^(1/m) - 1, m whole
                                             years between two equal parts of
                                             years, by `year_rule` */
};

/** An average and what it rests on. The layout is frozen. */
struct dt_growth_average_result {
    double  rate;     /**< Per period (per year for DT_GROWTH_AVERAGE_YEARS), a
                           fraction or a log; NaN if undefined. */
    int64_t periods;  /**< n: periods (years) from base to end. */
    int64_t used;     /**< Observations that entered; 0 if undefined. */
    int64_t index;    /**< Index in x of the observation at fault, or -1. */
    int32_t why;      /**< DT_SERIES_WHY_*. */
    int32_t reserved; /**< Zero. */
    int64_t spare[4]; /**< Zero. */
};

/**
 * Average growth of a series from one period to another.
 *
 * CAGR, LINEAR, LOG and YEARS look at the two ends alone. MEAN_RATE, GEO_MEAN
 * and ACCUMULATIVE need every observation between, the least-squares kinds
 * leave out those that are missing. The result is undefined
 *
 *   - where an observation that is needed is missing (VALUE_MISSING, or
 *     BASE_MISSING for the base) or not finite (NOT_FINITE);
 *   - for a base that is not positive (ZERO_BASE, NEGATIVE_BASE), of every
 *     period for MEAN_RATE and GEO_MEAN;
 *   - for an end or observation without a logarithm, or of which no rate
 *     exists (DOMAIN);
 *   - where it is too large for a double (OVERFLOW).
 *
 * @code
 * static const double trade[] = { 4.59, 5.3, 5.9, 6.6, 7.23 };
 * struct dt_series x;
 * struct dt_growth_average_result r;
 *
 * if (dt_series_view(trade, 5, 1, DT_SERIES_FREQ_YEAR, 2020, &x, NULL) == 0 &&
 *     dt_growth_average(&x, DT_GROWTH_AVERAGE_CAGR, 2020, 2024, NULL, &r,
 *                       NULL) == 0)
 *     printf("%.4f over %d\n", r.rate, (int)r.periods); // 0.1203 over 4
 * @endcode
 *
 * @param[in]  x        Levels.
 * @param[in]  kind     One of DT_GROWTH_AVERAGE_*.
 * @param[in]  base     Ordinal of the period of x_0.
 * @param[in]  end      Ordinal of the period of x_n, after @p base.
 * @param[in]  options  `year_rule` for YEARS; null takes the default, the same
 *                      period.
 * @param[out] result   Receives the average.
 *
 * @retval DT_E_OK         The result is written, with a reason if undefined.
 * @retval DT_E_NULL       @p x or @p result is null.
 * @retval DT_E_KIND       @p kind is unknown.
 * @retval DT_E_UNIT       @p x is in logarithms.
 * @retval DT_E_PERIOD     @p base or @p end is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_BEFORE     @p base or @p end lies before the series.
 * @retval DT_E_AFTER      @p base or @p end lies after it.
 * @retval DT_E_PERIODS    @p end is not after @p base; YEARS: they are no whole
 *                         number of years apart.
 * @retval DT_E_FREQUENCY  YEARS: undated observations have no years.
 * @retval DT_E_RULE       YEARS: `year_rule` is unknown, or does not serve the
 *                         frequency; a choice has no effect.
 * @return Otherwise the status of dt_series_check().
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/growth_average.txt; the
 * least-squares kinds and the accumulative one rest on arithmetic of 106 bits.
 * @par Cost
 * Proportional to the periods between; ACCUMULATIVE some ten times over them.
 * Stack: 6 KB.
 * @par Source
 * UNCTAD, Handbook of Statistics (LS_COEF in older, LS_COMPOUND in later
 * editions); World Bank (LS_COMPOUND, LOG); UNSD (GEO_MEAN); NBS of China
 * (CAGR as the level and ACCUMULATIVE as the accumulative approach; YEARS: the
 * two-year averages of 2021).
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_average(const struct dt_series *x, int32_t kind, int64_t base,
                  int64_t end,
                  const struct dt_growth_options *options,
                  struct dt_growth_average_result *result,
                  struct dt_error *error);

/**
 * Average growth of each series of a panel: see dt_growth_average().
 *
 * @code
 * static const double trade[] = { 3.21, 4.11, 4.64, 1.41, 2.05, 2.62 };
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * struct dt_growth_average_result r[2];
 *
 * if (dt_growth_average_panel(&x, DT_GROWTH_AVERAGE_CAGR, 2022, 2024, NULL, r,
 *                             NULL) == 0)
 *     printf("%.3f %.3f\n", r[0].rate, r[1].rate); // 0.202 0.363
 * @endcode
 *
 * @param[in]  x        Levels.
 * @param[in]  kind     One of DT_GROWTH_AVERAGE_*.
 * @param[in]  base     Ordinal of the period of x_0, which every series has.
 * @param[in]  end      Ordinal of the period of x_n, after @p base; the same.
 * @param[in]  options  `year_rule` for YEARS; null takes the default.
 * @param[out] results  Receives as many averages as there are series.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_BEFORE  A series starts after @p base or @p end: `error->index`
 *                      is which.
 * @retval DT_E_AFTER   A series ends before one of them: the same.
 * @return Otherwise the status of dt_growth_average() or
 *         dt_series_panel_check().
 *
 * @par Cost
 * That of dt_growth_average() for each series; what is asked is checked
 * once.
 * Stack: 7 KB.
 * @see dt_growth_average(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_average_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t base, int64_t end,
                        const struct dt_growth_options *options,
                        struct dt_growth_average_result *results,
                        struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup growth_trend Trend
 *  @{ */

/** Which trend; t is the position. */
enum dt_growth_trend {
    DT_GROWTH_TREND_LOG    = 0, /**< ln x_t = a + b t: constant growth. */
    DT_GROWTH_TREND_LINEAR = 1  /**< x_t = a + b t: constant change. */
};

/** A trend, how well it fits, and what it rests on. The layout is frozen. */
struct dt_growth_trend_result {
    double  slope;        /**< b, per unit of the position: log growth for LOG,
                               change in the unit of x for LINEAR. */
    double  growth;       /**< exp(b) - 1 for LOG, a fraction; NaN for LINEAR,
                               whose growth is not constant. */
    double  intercept;    /**< a: the trend at the position 0, ln x for LOG. */
    double  slope_se;     /**< Standard error of b. */
    double  intercept_se; /**< Standard error of a. */
    double  residual_sd;  /**< Standard deviation of the residuals, n - 2
                               degrees of freedom. */
    double  r_squared;    /**< Share of the variance that the trend explains. */
    int64_t used;         /**< Observations that entered, n; 0 if undefined. */
    int64_t index;        /**< Index in x of the observation at fault, or -1. */
    int32_t why;          /**< DT_SERIES_WHY_*; otherwise than DEFINED, every
                               number above is NaN. */
    int32_t reserved;     /**< Zero. */
    int64_t spare[4];     /**< Zero. */
};

/**
 * Trend of a series by ordinary least squares.
 *
 *     b = sum (t - mean t) (y - mean y) / sum (t - mean t)^2
 *     a = mean y - b mean t                 y = ln x, or x itself
 *     s^2 = sum (y - a - b t)^2 / (n - 2)
 *     se(b)^2 = s^2 / sum (t - mean t)^2
 *     se(a)^2 = s^2 (1/n + (mean t)^2 / sum (t - mean t)^2)
 *     R^2 = 1 - sum (y - a - b t)^2 / sum (y - mean y)^2
 *
 * The position t counts periods from @p base, which has 0, so that gaps keep
 * their length; or it is given: years with fractions, days of a survey. An
 * observation is left out where it or its position is missing. The trend is
 * undefined
 *
 *   - where one of them, or its position, is not finite (NOT_FINITE), or LOG
 *     meets a value of 0 or less (DOMAIN);
 *   - with fewer than two observations (TOO_FEW), or all at one position
 *     (NO_PERIODS);
 *   - where one of its numbers is too large for a double (OVERFLOW).
 *
 * Two observations leave no residual: the standard errors and the standard
 * deviation are NaN. So is R^2 where the values do not vary.
 *
 * @code
 * // China's digitally deliverable services, trillion yuan, without 2023.
 * static const double trade[] = { 2.33, 2.51, NAN, 2.90 };
 * struct dt_series x;
 * struct dt_growth_trend_result r;
 *
 * if (dt_series_view(trade, 4, 1, DT_SERIES_FREQ_YEAR, 2021, &x, NULL) == 0 &&
 *     dt_growth_trend(&x, NULL, DT_GROWTH_TREND_LOG, 2021, 2024, NULL, &r,
 *                     NULL) == 0)
 *     printf("%.2f %%\n", 100 * r.growth); // 7.56 %
 * @endcode
 *
 * @param[in]  x         Levels.
 * @param[in]  position  Positions of the same frequency, matched by period; of
 *                       any order and spacing. Null counts periods.
 * @param[in]  kind      DT_GROWTH_TREND_LOG or DT_GROWTH_TREND_LINEAR.
 * @param[in]  base      Ordinal of the first period.
 * @param[in]  end       Ordinal of the last period, after @p base.
 * @param[in]  options   Choices; null takes the defaults.
 * @param[out] result    Receives the trend.
 *
 * @retval DT_E_OK       The result is written, with a reason if undefined.
 * @retval DT_E_NULL     @p x or @p result is null.
 * @retval DT_E_KIND     @p kind is unknown.
 * @retval DT_E_UNIT     LOG, and @p x is in logarithms.
 * @retval DT_E_MIXED    @p position has another frequency.
 * @retval DT_E_PERIOD   @p base or @p end is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_BEFORE   @p base or @p end lies before the series.
 * @retval DT_E_AFTER    @p base or @p end lies after it.
 * @retval DT_E_PERIODS  @p end is not after @p base.
 * @return Otherwise the status of dt_series_check().
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/growth_trend.txt, from
 * arithmetic of 106 bits; all certified digits of the NIST set Norris.
 * Residuals below 2^-88 of the range of the values count as 0, and so does an
 * intercept that far below its terms.
 * @par Cost
 * Proportional to the periods; four passes, for LOG with a logarithm in each.
 * Stack: 5 KB.
 * @par Source
 * NIST/ITL, Statistical Reference Datasets, linear least squares.
 * @see dt_growth_average() with LS_COEF and LS_COMPOUND
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_trend(const struct dt_series *x, const struct dt_series *position,
                int32_t kind, int64_t base, int64_t end,
                const struct dt_growth_options *options,
                struct dt_growth_trend_result *result, struct dt_error *error);

/**
 * Trend of each series of a panel: see dt_growth_trend().
 *
 * @code
 * static const double trade[] = { 3.21, 4.11, 4.64, 1.41, 2.05, 2.62 };
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * struct dt_growth_trend_result r[2];
 *
 * if (dt_growth_trend_panel(&x, NULL, DT_GROWTH_TREND_LOG, 2022, 2024, NULL, r,
 *                           NULL) == 0)
 *     printf("%.3f %.3f\n", r[0].growth, r[1].growth); // 0.202 0.363
 * @endcode
 *
 * @param[in]  x         Levels.
 * @param[in]  position  Positions of as many series, or of one for all; null
 *                       counts periods.
 * @param[in]  kind      DT_GROWTH_TREND_LOG or DT_GROWTH_TREND_LINEAR.
 * @param[in]  base      Ordinal of the first period, which every series has.
 * @param[in]  end       Ordinal of the last period, after @p base; the same.
 * @param[in]  options   Choices; null takes the defaults.
 * @param[out] results   Receives as many trends as there are series.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p position has neither one series nor as many as @p x.
 * @retval DT_E_BEFORE  A series starts after @p base or @p end: `error->index`
 *                      is which.
 * @retval DT_E_AFTER   A series ends before one of them: the same.
 * @return Otherwise the status of dt_growth_trend() or
 *         dt_series_panel_check().
 *
 * @par Cost
 * That of dt_growth_trend() for each series; what is asked is checked
 * once.
 * Stack: 6 KB.
 * @see dt_growth_trend(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_trend_panel(const struct dt_series_panel *x,
                      const struct dt_series_panel *position, int32_t kind,
                      int64_t base, int64_t end,
                      const struct dt_growth_options *options,
                      struct dt_growth_trend_result *results,
                      struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup growth_levels Levels from growth
 *  @{ */

/**
 * Levels from growth and one level that is known, forward and backward.
 *
 *     RATE:   x_t = x_{t-1} (1 + g_t)      CHANGE: x_t = x_{t-1} + g_t
 *     FACTOR: x_t = x_{t-1} g_t            LOG:    x_t = x_{t-1} exp(g_t)
 *
 * Each level is computed from the known one through all growth between, and
 * rounded once: errors do not pile up. A rate below -1, or a factor below 0,
 * changes the sign of the level, also of one that is zero or underflows: -0.0
 * stays -0.0 along positive factors. A CHANGE that leads to zero leads to 0.0.
 *
 * Away from the known level, every level is undefined from a growth on that is
 * missing (VALUE_MISSING) or not finite (NOT_FINITE), from a total loss on
 * that would have to be undone (ZERO_BASE), and from one on that is too large
 * for a double (OVERFLOW).
 *
 * @code
 * static const double growth[] = { 0.10, 0.05, -0.02 }; // of 2022 to 2024
 * double levels[3];
 * struct dt_series g;
 * const struct dt_series_out out = DT_SERIES_OUT(levels, 3);
 *
 * if (dt_series_view(growth, 3, 1, DT_SERIES_FREQ_YEAR, 2022, &g, NULL) == 0 &&
 *     dt_growth_levels(&g, DT_GROWTH_KIND_RATE, 2021, 200, NULL, &out,
 *                      NULL) == 0)
 *     printf("%.2f\n", levels[2]); // 226.38
 * @endcode
 *
 * @param[in]  growth   Element i is the growth of period i over the one before.
 * @param[in]  kind     DT_GROWTH_KIND_RATE, CHANGE, LOG or FACTOR.
 * @param[in]  period   Ordinal of the period of the known level: any of @p
 *                      growth, or the one before its first.
 * @param[in]  level    The known level, finite; of any sign.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many levels as @p growth has elements. May
 *                      be the array of @p growth with its stride.
 *
 * @retval DT_E_OK      The levels are written.
 * @retval DT_E_NULL    @p growth or @p out is null.
 * @retval DT_E_KIND    @p kind is none of the four.
 * @retval DT_E_UNIT    @p growth is in per cent, or in logarithms where none
 *                      are asked for.
 * @retval DT_E_PERIOD  @p period is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_BEFORE  @p period lies more than one period before the growth.
 * @retval DT_E_AFTER   @p period lies after it.
 * @retval DT_E_VALUE   @p level is not finite.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/growth_levels.txt; after k
 * periods the error before the one rounding is below k 2^-100 of the level.
 * @par Cost
 * Forward, for rates and factors between 1/64 and 64, two to four times that of
 * a copy; some tens of nanoseconds an element otherwise, hundreds for LOG.
 * Stack: 9 KB.
 * @see dt_growth_cumulative(), dt_growth_project(), dt_growth_backcast()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_levels(const struct dt_series *growth, int32_t kind, int64_t period,
                 double level,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out,
                 struct dt_error *error);

/**
 * Levels along the growth of each series of a panel: see dt_growth_levels().
 *
 * @code
 * static const double growth[] = { .5, .1, 1, .2 };
 * static const double known[] = { 100, 10 };
 * double levels[4];
 * const struct dt_series_panel g =
 *     DT_SERIES_PANEL_OF(growth, 2, 2, DT_SERIES_FREQ_YEAR, 2021);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(levels, 0, 2, 2);
 *
 * if (dt_growth_levels_panel(&g, DT_GROWTH_KIND_RATE, 2020, known, NULL, &out,
 *                            NULL) == 0)
 *     printf("%.0f %.0f\n", levels[1], levels[3]); // 165 24
 * @endcode
 *
 * @param[in]  growth  Growth.
 * @param[in]  kind    DT_GROWTH_KIND_RATE, CHANGE, LOG or FACTOR.
 * @param[in]  period  The period whose levels are known, in each series or one
 *                     before its start.
 * @param[in]  levels  The level of each series in it, as many as there are
 *                     series.
 * @param[in]  options Choices; null takes the defaults.
 * @param[out] out     Receives as many elements as @p growth has. May be the
 *                     arrays of @p growth with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_growth_levels() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_levels() for each series; what is asked is
 * checked once.
 * Stack: 10 KB.
 * @see dt_growth_levels(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_levels_panel(const struct dt_series_panel *growth, int32_t kind,
                       int64_t period, const double *levels,
                       const struct dt_growth_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error);

/**
 * Growth since the period before the first, through each period in turn.
 *
 *     RATE:   (1 + g_1) ... (1 + g_t) - 1    FACTOR: g_1 ... g_t
 *     LOG, CHANGE: g_1 + ... + g_t
 *
 * The result is of the kind of the input. It is what dt_growth_levels() makes
 * of a level of 1 (or 0), but for rates, whose small growth keeps all digits.
 *
 * Every element is undefined from a growth on that is missing (VALUE_MISSING)
 * or not finite (NOT_FINITE), and from one on that is too large for a double
 * (OVERFLOW). After a total loss rates stay at -1.
 *
 * @code
 * // Quarterly rates as growth since the start of the year.
 * static const double rates[] = { 0.012, 0.009, -0.002, 0.011 };
 * double so_far[4];
 * struct dt_series g;
 * const struct dt_series_out out = DT_SERIES_OUT(so_far, 4);
 *
 * if (dt_series_view(rates, 4, 1, DT_SERIES_FREQ_QUARTER, 8096, &g,
 *                    NULL) == 0 &&
 *     dt_growth_cumulative(&g, DT_GROWTH_KIND_RATE, NULL, &out, NULL) == 0)
 *     printf("%.4f\n", so_far[3]); // 0.0303
 * @endcode
 *
 * @param[in]  growth  Element i is the growth of period i over the one before.
 * @param[in]  kind    DT_GROWTH_KIND_RATE, CHANGE, LOG or FACTOR.
 * @param[in]  options Choices; null takes the defaults.
 * @param[out] out     Receives as many elements as @p growth has. May be the
 *                     array of @p growth with its stride.
 *
 * @retval DT_E_OK    The result is written.
 * @retval DT_E_NULL  @p growth or @p out is null.
 * @retval DT_E_KIND  @p kind is none of the four.
 * @retval DT_E_UNIT  @p growth is in per cent, or in logarithms where none are
 *                    asked for.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/growth_cumulative.txt; after
 * k periods the error before the one rounding is below k 2^-100 of the product,
 * and none in sums.
 * @par Cost
 * For rates and factors between 1/64 and 64 two to four times that of a copy.
 * Stack: 9 KB.
 * @see dt_growth_levels()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_cumulative(const struct dt_series *growth, int32_t kind,
                     const struct dt_growth_options *options,
                     const struct dt_series_out *out, struct dt_error *error);

/**
 * Growth since the start of each series of a panel: see dt_growth_cumulative().
 *
 * @code
 * static const double growth[] = { .5, .1, 1, .2 };
 * double total[4];
 * const struct dt_series_panel g =
 *     DT_SERIES_PANEL_OF(growth, 2, 2, DT_SERIES_FREQ_YEAR, 2021);
 * const struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(total, 0, 2, 2);
 *
 * if (dt_growth_cumulative_panel(&g, DT_GROWTH_KIND_RATE, NULL, &out,
 *                                NULL) == 0)
 *     printf("%.2f %.2f\n", total[1], total[3]); // 0.65 1.40
 * @endcode
 *
 * @param[in]  growth   Growth.
 * @param[in]  kind     DT_GROWTH_KIND_RATE, CHANGE, LOG or FACTOR.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p growth has. May be the
 *                      arrays of @p growth with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_growth_cumulative() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_growth_cumulative() for each series; what is asked is
 * checked once.
 * Stack: 11 KB.
 * @see dt_growth_cumulative(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_growth_cumulative_panel(const struct dt_series_panel *growth, int32_t kind,
                           const struct dt_growth_options *options,
                           const struct dt_series_panel_out *out,
                           struct dt_error *error);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
