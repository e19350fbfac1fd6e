/* SPDX-License-Identifier: MIT */
/** @file
 * Shares, differentials, contributions and rankings.
 */
#ifndef DTGROWTH_COMPARE_H
#define DTGROWTH_COMPARE_H

#include <stdint.h>

#include <dtgrowth/base.h>
#include <dtgrowth/growth.h>
#include <dtgrowth/series.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------ */
/**
 * @defgroup compare_scalars Comparison of numbers
 *
 * Every result is correctly rounded: the double next to the true one, in each
 * of the cases of tests/vectors/compare_scalar.txt. Shares, rates and
 * contributions are fractions: 0.02 are two percentage points.
 * @{
 */

/**
 * Share of a part in a total.
 *
 *     part / total
 *
 * @code
 * printf("%.3f\n", dt_compare_share(3.21, 4.59)); // 0.699
 * @endcode
 *
 * @param[in] part   Level, not negative. May exceed the total: parts that
 *                   overlap, re-exports.
 * @param[in] total  Level above 0.
 * @return The share, a fraction; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 */
DTGROWTH_API double dt_compare_share(double part, double total);

/**
 * Change of a share between two dates.
 *
 *     part_end / total_end - part_base / total_base
 *
 * @code
 * // Digitally ordered in digital trade, 2020 and 2024.
 * printf("%+.1f points\n",
 *        100 * dt_compare_share_change(1.41, 2.62, 4.59, 7.23)); // +5.5 points
 * @endcode
 *
 * @param[in] part_base   Part at the base, not negative.
 * @param[in] part_end    Part at the end, not negative.
 * @param[in] total_base  Total at the base, above 0.
 * @param[in] total_end   Total at the end, above 0.
 * @return Percentage points / 100.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, however close the two shares.
 * @par Cost
 * Stack: 2 KB.
 */
DTGROWTH_API double dt_compare_share_change(double part_base, double part_end,
                                            double total_base,
                                            double total_end);

/**
 * Contribution of a part to the growth of a total.
 *
 *     (part_end - part_base) / total_base
 *
 * Contributions of parts that make up the total add up to its growth.
 *
 * @code
 * printf("%.4f\n", dt_compare_contribution(3.21, 4.64, 4.59)); // 0.3115
 * @endcode
 *
 * @param[in] part_base   Part at the base, of any sign: net exports.
 * @param[in] part_end    Part at the end, of any sign.
 * @param[in] total_base  Total at the base, above 0.
 * @return Percentage points / 100; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_compare_contributions()
 */
DTGROWTH_API double dt_compare_contribution(double part_base, double part_end,
                                            double total_base);

/**
 * Growth differential.
 *
 *     rate - other
 *
 * @code
 * printf("%.3f\n", dt_compare_differential(0.121, 0.097)); // 0.024
 * @endcode
 *
 * @param[in] rate   A rate, share or log growth.
 * @param[in] other  Another of the same kind.
 * @return Percentage points / 100, also of two rates in per cent: then points.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_compare_relative()
 */
DTGROWTH_API double dt_compare_differential(double rate, double other);

/**
 * Growth of one relative to another: the growth of their ratio.
 *
 *     (1 + rate) / (1 + other) - 1
 *
 * @code
 * // China's services rose by 6.5 % in yuan and 5.4 % in dollars: the dollar
 * // rose against the yuan by
 * printf("%.4f\n", dt_compare_relative(0.065, 0.054)); // 0.0104
 * @endcode
 *
 * @param[in] rate   Rate, at least -1.
 * @param[in] other  Rate, above -1.
 * @return The rate of the ratio, a fraction; infinite where it overflows.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @see dt_compare_differential()
 */
DTGROWTH_API double dt_compare_relative(double rate, double other);

/**
 * What two overlapping parts of a total have in common, by inclusion and
 * exclusion.
 *
 *     a + b - total
 *
 * @code
 * printf("%.2f\n", dt_compare_overlap(3.21, 1.41, 4.59)); // 0.03
 * @endcode
 *
 * @param[in] a      A part.
 * @param[in] b      Another part, in the same unit.
 * @param[in] total  What at least one of them covers, in the same unit.
 * @return The overlap in that unit; negative if the two leave a gap. Summed
 *         exactly, and rounded once.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * @par Cost
 * Stack: 2 KB.
 * @see dt_compare_check_sum() for published figures, where rounding alone makes
 *      an overlap.
 */
DTGROWTH_API double dt_compare_overlap(double a, double b, double total);

/**
 * Periods until one level meets another, both at constant rates.
 *
 *     ln(ahead / behind) / ln((1 + rate_behind) / (1 + rate_ahead))
 *
 * @code
 * // Ordered against delivered trade, from 2024 on.
 * printf("%.1f\n", dt_compare_catch_up(2.62, 4.64, 0.167, 0.096)); // 9.1
 * @endcode
 *
 * @param[in] behind       Level above 0.
 * @param[in] ahead        Level above 0, in the same unit.
 * @param[in] rate_behind  Rate per period of the first, above -1.
 * @param[in] rate_ahead   Rate per period of the second, above -1.
 * @return Periods from now; 0 for equal levels; negative if they met before;
 *         infinite if the rates are equal, and NaN if the levels are too, since
 *         they are together all the time.
 * @par Accuracy
 * Error: at most 0.5 ulp.
 */
DTGROWTH_API double dt_compare_catch_up(double behind, double ahead,
                                        double rate_behind, double rate_ahead);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup compare_options Options
 *  @{ */

/** Flags of options. */
enum dt_compare_option {
    /** Units that do not add up are parts of a total all the same: shares and
     *  contributions of chained volumes, index numbers, rates or logarithms. */
    DT_COMPARE_OPTION_ANY_UNIT = 1
};

/**
 * Choices for comparisons. May grow at its end in later releases.
 *
 * Start from #DT_COMPARE_OPTIONS_INIT, or zeroed with struct_size set. A choice
 * that a function does not look at is refused.
 *
 * Every function that takes some checks them: DT_E_STRUCT for a size that is
 * not possible, DT_E_NEWER for a choice of a later release, DT_E_FLAG for a
 * flag that is unknown or has no effect, and for a spare member; DT_E_RULE for
 * such a rule.
 */
struct dt_compare_options {
    uint32_t struct_size; /**< sizeof(struct dt_compare_options). */
    uint32_t flags;       /**< DT_COMPARE_OPTION_*. */
    int32_t  lag_rule;    /**< DT_GROWTH_LAG_*, for kinds that take a lag. */
    int32_t  year_rule;   /**< DT_SERIES_YEAR_AGO_*, for DT_GROWTH_LAG_YEARS. */
    int64_t  reserved[2]; /**< Zero. */
};

/** The defaults. */
#define DT_COMPARE_OPTIONS_INIT \
    { sizeof(struct dt_compare_options), 0, 0, 0, { 0, 0 } }

/**
 * Sets options to their defaults: #DT_COMPARE_OPTIONS_INIT for callers that
 * cannot see macros.
 *
 * @code
 * struct dt_compare_options options;
 *
 * if (dt_compare_options_init(&options, sizeof(options)) == 0)
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
dt_compare_options_init(void *options, uint32_t struct_size);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup compare_series Two series, period by period
 *  @{ */

/** What is computed from a series x and the same period of a series y. */
enum dt_compare_kind {
    DT_COMPARE_KIND_SHARE        = 0, /**< x / y, y the total */
    DT_COMPARE_KIND_SHARE_CHANGE = 1, /**< x_t / y_t - x_{t-lag} / y_{t-lag} */
    DT_COMPARE_KIND_CONTRIBUTION = 2, /**< (x_t - x_{t-lag}) / y_{t-lag} */
    DT_COMPARE_KIND_DIFFERENTIAL = 3, /**< x - y, two rates */
    DT_COMPARE_KIND_RELATIVE     = 4, /**< (1 + x) / (1 + y) - 1, two rates */
    DT_COMPARE_KIND_GAP          = 5, /**< x - y, two levels */
    DT_COMPARE_KIND_RATIO        = 6  /**< x / y, two levels of any sign but
                                           y 0; units may differ (an implied
                                           rate of exchange, a unit value) */
};

/**
 * Compares two series period by period.
 *
 * The result is as long as @p x, and element i belongs to period i of @p x;
 * the periods of @p y may be others. The operands are those in the formula of
 * the kind: a contribution needs no total at its end. An element without a
 * result is NaN. Of several reasons the first in this list is given, as
 * everywhere (see #DT_SERIES_WHY_DEFINED):
 *
 *   - NO_BASE: @p y has no such period (which a contribution does without), or
 *     one of the two has none `lag` periods before;
 *   - VALUE_MISSING: the value of x is missing;
 *   - BASE_MISSING: another operand is;
 *   - NOT_FINITE: an operand is infinite, or NaN as a value;
 *   - ZERO_BASE, NEGATIVE_BASE: the total is, at a date where it is an operand;
 *     a ratio is over zero; 1 + y is zero or negative (RELATIVE);
 *   - DOMAIN: the share of a negative part; a rate below -1 (RELATIVE);
 *   - OVERFLOW: the result is too large for a double.
 *
 * @code
 * static const double ordered[] = { 1.41, 2.62 }, all[] = { 4.59, 7.23 };
 * double shares[2];
 * struct dt_series x, y;
 * const struct dt_series_out out = DT_SERIES_OUT(shares, 2);
 *
 * if (dt_series_view(ordered, 2, 1, DT_SERIES_FREQ_YEAR, 2020, &x,
 *                    NULL) == 0 &&
 *     dt_series_view(all, 2, 1, DT_SERIES_FREQ_YEAR, 2020, &y, NULL) == 0 &&
 *     dt_compare_series(&x, &y, DT_COMPARE_KIND_SHARE, 0, NULL, &out,
 *                       NULL) == 0)
 *     printf("%.3f\n", shares[1]); // 0.362
 * @endcode
 *
 * @param[in]  x        Parts, rates or levels.
 * @param[in]  y        Totals, or rates or levels to compare with.
 * @param[in]  kind     One of DT_COMPARE_KIND_SHARE ... DT_COMPARE_KIND_RATIO.
 * @param[in]  lag      Periods back, or years by `options->lag_rule`, at least
 *                      1, for SHARE_CHANGE and CONTRIBUTION; 0 at a turn of the
 *                      year, and for the other kinds.
 * @param[in]  options  Choices; null takes the defaults: `lag` in periods.
 * @param[out] out      Receives as many elements as @p x has. May be the array
 *                      of @p x with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_NULL     @p x, @p y or @p out is null.
 * @retval DT_E_KIND     @p kind is unknown.
 * @retval DT_E_LAG      @p lag does not fit the kind or its rule.
 * @retval DT_E_RULE     A rule is unknown, or serves neither this kind nor this
 *                       frequency.
 * @retval DT_E_MIXED    The frequencies differ.
 * @retval DT_E_UNIT     The units differ, RATIO aside; levels are compared as
 *                       rates; RELATIVE is asked of percentages or logarithms.
 * @retval DT_E_VINTAGE  The vintages differ, RATIO aside.
 * @return Otherwise DT_E_FREQUENCY for undated series where the rule of the lag
 *         takes dates, the status of dt_series_check() for @p x or @p y, or of
 *         a bad output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded, as the scalars, whose bits these are.
 * @par Cost
 * Stack: 8 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_series(const struct dt_series *x, const struct dt_series *y,
                  int32_t kind, int64_t lag,
                  const struct dt_compare_options *options,
                  const struct dt_series_out *out,
                  struct dt_error *error);

/**
 * Compares the series of two panels period by period: see dt_compare_series().
 *
 * Series j of @p x is compared with series j of @p y, or with the only one of
 * @p y: shares of regions in one total.
 *
 * @code
 * static const double regions[] = { 30, 33, 20, 22 }, nation[] = { 50, 55 };
 * double shares[4];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(regions, 2, 2, DT_SERIES_FREQ_YEAR, 2023);
 * const struct dt_series_panel y =
 *     DT_SERIES_PANEL_OF(nation, 1, 2, DT_SERIES_FREQ_YEAR, 2023);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(shares, 0, 2, 2);
 *
 * if (dt_compare_series_panel(&x, &y, DT_COMPARE_KIND_SHARE, 0, NULL, &out,
 *                             NULL) == 0)
 *     printf("%.1f %.1f\n", shares[1], shares[3]); // 0.6 0.4
 * @endcode
 *
 * @param[in]  x        Parts, rates or levels.
 * @param[in]  y        Totals, or rates or levels to compare with: as many
 *                      series as @p x has, or one.
 * @param[in]  kind     One of DT_COMPARE_KIND_*.
 * @param[in]  lag      As in dt_compare_series().
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p y has neither one series nor as many as @p x.
 * @return Otherwise the status of dt_compare_series() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_compare_series() for each series; what is asked is
 * checked once.
 * Stack: 12 KB.
 * @see dt_compare_series(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_series_panel(const struct dt_series_panel *x,
                        const struct dt_series_panel *y, int32_t kind,
                        int64_t lag, const struct dt_compare_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup compare_contributions Contributions of many parts
 *  @{ */

/** How parts and total fit. The layout is frozen. */
struct dt_compare_decomposition {
    double growth;           /**< (total_end - total_base) / total_base. */
    double sum;              /**< Sum of the contributions, before rounding. */
    double discrepancy;      /**< growth - sum, before rounding: what the total
                                  grew by that no part explains. */
    double discrepancy_base; /**< total_base - sum of the parts at the base. */
    double discrepancy_end;  /**< total_end - sum of the parts at the end. */
    int64_t index;           /**< First part without a contribution; -1 where
                                  there is none, or the total is at fault. */
    int32_t why;             /**< DT_SERIES_WHY_* for the five above. */
    int32_t reserved;        /**< Zero. */
    int64_t spare[4];        /**< Zero. */
};

/**
 * Contributions of parts to the growth of their total between two dates.
 *
 *     contribution of part i = (end_i - base_i) / total_base
 *
 * They add up to the growth of the total, within their own roundings, as far as
 * the parts add up to the total. What they do not explain is returned, and
 * never spread over the parts. If a part has no contribution, the others still
 * have theirs, and the members of @p result are NaN with the reason of the
 * first such part: VALUE_MISSING, BASE_MISSING, NOT_FINITE; or with that of the
 * total, which all parts share: NOT_FINITE, ZERO_BASE, NEGATIVE_BASE. A single
 * contribution may overflow (OVERFLOW); a member of @p result that is too large
 * for a double is infinite, whatever the sums on the way to it.
 *
 * @code
 * // Delivered and ordered trade in 2020 and 2024, and the total.
 * static const double at_base[] = { 3.21, 1.41 }, at_end[] = { 4.64, 2.62 };
 * double points[2];
 * struct dt_series base, end;
 * struct dt_compare_decomposition d;
 * const struct dt_series_out out = DT_SERIES_OUT(points, 2);
 *
 * if (dt_series_view(at_base, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &base,
 *                    NULL) == 0 &&
 *     dt_series_view(at_end, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &end,
 *                    NULL) == 0 &&
 *     dt_compare_contributions(&base, &end, 4.59, 7.23, NULL, &out, &d,
 *                              NULL) == 0)
 *     printf("%.4f %.4f %.4f\n", points[0], points[1],
 *            d.growth); // 0.3115 0.2636 0.5752
 * @endcode
 *
 * @param[in]  base        Parts at the base, in any order; their periods are
 *                         not looked at.
 * @param[in]  end         The same parts at the end.
 * @param[in]  total_base  Total at the base, above 0.
 * @param[in]  total_end   Total at the end.
 * @param[in]  options     Choices; null takes the defaults.
 * @param[out] out         Receives as many contributions as there are parts.
 *                         May be the array of @p base or @p end with its
 *                         stride.
 * @param[out] result      Receives how parts and total fit.
 *
 * @retval DT_E_OK       Contributions and @p result are written.
 * @retval DT_E_NULL     @p base, @p end, @p out or @p result is null.
 * @retval DT_E_LENGTH   There are not as many parts in @p end as in @p base.
 * @retval DT_E_UNIT     The units differ.
 * @retval DT_E_VINTAGE  The vintages differ.
 * @return Otherwise the status of dt_series_check() for @p base or @p end, or
 *         of a bad output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Contributions are correctly rounded. The members of @p result come from exact
 * sums, and are rounded once.
 * @par Cost
 * Stack: 8 KB.
 * @see dt_compare_contribution()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_contributions(const struct dt_series *base,
                         const struct dt_series *end, double total_base,
                         double total_end,
                         const struct dt_compare_options *options,
                         const struct dt_series_out *out,
                         struct dt_compare_decomposition *result,
                         struct dt_error *error);

/**
 * Contributions of many sets of parts: see dt_compare_contributions().
 *
 * The parts of total j are series j of @p base and of @p end.
 *
 * @code
 * // Delivered and ordered trade of two regions, in 2020 and in 2024.
 * static const double at_base[] = { 2, 1, 1.2, .4 };
 * static const double at_end[] = { 3, 2, 1.6, .6 };
 * static const double total_base[] = { 3, 1.6 }, total_end[] = { 5, 2.2 };
 * double points[4];
 * struct dt_compare_decomposition d[2];
 * const struct dt_series_panel base =
 *     DT_SERIES_PANEL_OF(at_base, 2, 2, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel end =
 *     DT_SERIES_PANEL_OF(at_end, 2, 2, DT_SERIES_FREQ_UNDATED, 0);
 * const struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(points, 0, 2, 2);
 *
 * if (dt_compare_contributions_panel(&base, &end, total_base, total_end, NULL,
 *                                    &out, d, NULL) == 0)
 *     printf("%.3f %.3f %.3f\n", points[0], points[3],
 *            d[1].growth); // 0.333 0.125 0.375
 * @endcode
 *
 * @param[in]  base        Parts at the base.
 * @param[in]  end         The same parts at the end.
 * @param[in]  total_base  The total of each series at the base.
 * @param[in]  total_end   The same at the end.
 * @param[in]  options     Choices; null takes the defaults.
 * @param[out] out         Receives as many contributions as there are parts.
 *                         May be the arrays of @p base with their strides.
 * @param[out] results     Receives how parts and total of each series fit.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p end has neither one series nor as many as @p base, or
 *                      one of other parts: `error->index` is which.
 * @return Otherwise the status of dt_compare_contributions() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_compare_contributions() for each series; what is asked is checked
 * once.
 * Stack: 9 KB.
 * @see dt_compare_contributions(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_contributions_panel(const struct dt_series_panel *base,
                               const struct dt_series_panel *end,
                               const double *total_base,
                               const double *total_end,
                               const struct dt_compare_options *options,
                               const struct dt_series_panel_out *out,
                               struct dt_compare_decomposition *results,
                               struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup compare_ranking Ranking
 *  @{ */

/** The ranks of equal values. */
enum dt_compare_ties {
    DT_COMPARE_TIES_MIN     = 0, /**< 1 2 2 4: sports ranking */
    DT_COMPARE_TIES_MAX     = 1, /**< 1 3 3 4 */
    DT_COMPARE_TIES_DENSE   = 2, /**< 1 2 2 3 */
    DT_COMPARE_TIES_AVERAGE = 3, /**< 1 2.5 2.5 4 */
    DT_COMPARE_TIES_ORDINAL = 4  /**< 1 2 3 4, the earlier element first */
};

/** Which value is rank 1. */
enum dt_compare_order {
    DT_COMPARE_ORDER_DESCENDING = 0, /**< The largest. */
    DT_COMPARE_ORDER_ASCENDING  = 1  /**< The smallest. */
};

/**
 * Ranks the observations of a series, or of a cross-section.
 *
 * Missing observations have no rank (VALUE_MISSING), nor has a NaN that counts
 * as a value (NOT_FINITE), and they take none from the others. Infinities have
 * one. 0 and -0 are equal.
 *
 * @code
 * static const double exports[] = { 3.9, 2.1, 3.9, 0.8 };
 * double ranks[4];
 * int64_t work[4];
 * struct dt_series x;
 * const struct dt_series_out out = DT_SERIES_OUT(ranks, 4);
 *
 * if (dt_series_view(exports, 4, 1, DT_SERIES_FREQ_UNDATED, 0, &x,
 *                    NULL) == 0 &&
 *     dt_compare_rank(&x, DT_COMPARE_ORDER_DESCENDING, DT_COMPARE_TIES_MIN,
 *                     NULL,
 *                     work, x.length,
 *                     &out, NULL) == 0)
 *     printf("%g %g %g %g\n", ranks[0], ranks[1], ranks[2],
 *            ranks[3]); // 1 3 1 4
 * @endcode
 *
 * @param[in]  x              Observations.
 * @param[in]  order          DT_COMPARE_ORDER_DESCENDING or
 *                            DT_COMPARE_ORDER_ASCENDING.
 * @param[in]  ties           One of DT_COMPARE_TIES_*.
 * @param[in]  options        Choices; null takes the defaults.
 * @param[out] work           Memory for as many integers as @p x has
 *                            observations; what is left in it means nothing.
 * @param[in]  work_capacity  Integers that there is room for.
 * @param[out] out            Receives as many ranks. May be the array of @p x
 *                            with its stride.
 *
 * @retval DT_E_OK         The ranks are written.
 * @retval DT_E_NULL       @p x, @p out or, unless @p x is empty, @p work is
 *                         null.
 * @retval DT_E_ALIGNMENT  @p work is not aligned for an integer of 64 bits.
 * @retval DT_E_CAPACITY   @p work_capacity is less than the observations.
 * @retval DT_E_RULE       @p order or @p ties is unknown.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Exact.
 * @par Cost
 * A heap sort: n log n comparisons, whatever the order.
 * Stack: 5 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_rank(const struct dt_series *x, int32_t order, int32_t ties,
                const struct dt_compare_options *options,
                int64_t *work, int64_t work_capacity,
                const struct dt_series_out *out, struct dt_error *error);

/**
 * Ranks the observations of each series of a panel: see dt_compare_rank().
 *
 * A panel of which each series is a period, by its strides, ranks the units of
 * each period.
 *
 * @code
 * // Three countries in two years: the rank of each in its year.
 * static const double exports[] = { 3.6, 3.9, 2.1, 2.0, 1.5, 2.2 };
 * double ranks[6];
 * int64_t work[3];
 * struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(exports, 2, 3, DT_SERIES_FREQ_UNDATED, 0);
 * struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(ranks, 0, 2, 3);
 *
 * x.stride = out.stride = 2; // from country to country,
 * x.series_stride = out.series_stride = 1; // and from year to year
 * if (dt_compare_rank_panel(&x, DT_COMPARE_ORDER_DESCENDING,
 *                           DT_COMPARE_TIES_MIN, NULL, work, 3, &out,
 *                           NULL) == 0)
 *     printf("%g %g\n", ranks[4], ranks[5]); // 3 2
 * @endcode
 *
 * @param[in]  x              Observations.
 * @param[in]  order          DT_COMPARE_ORDER_DESCENDING or
 *                            DT_COMPARE_ORDER_ASCENDING.
 * @param[in]  ties           One of DT_COMPARE_TIES_*.
 * @param[in]  options        Choices; null takes the defaults.
 * @param[out] work           Memory for as many integers as the longest series
 *                            has observations.
 * @param[in]  work_capacity  Integers that there is room for.
 * @param[out] out            Receives as many ranks. May be the arrays of @p x
 *                            with their strides.
 *
 * @retval DT_E_OK  The ranks are written.
 * @return Otherwise the status of dt_compare_rank() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_compare_rank() for each series; what is asked is checked
 * once.
 * Stack: 11 KB.
 * @see dt_compare_rank(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_rank_panel(const struct dt_series_panel *x, int32_t order,
                      int32_t ties, const struct dt_compare_options *options,
                      int64_t *work, int64_t work_capacity,
                      const struct dt_series_panel_out *out,
                      struct dt_error *error);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
