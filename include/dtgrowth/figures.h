/* SPDX-License-Identifier: MIT */
/** @file
 * Published, rounded figures: what they stand for, and checks of them.
 */
#ifndef DTGROWTH_FIGURES_H
#define DTGROWTH_FIGURES_H

#include <stdint.h>

#include <dtgrowth/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------ */
/** @defgroup compare_figures Published figures
 *  @{ */

/** How a figure was rounded: which values print as it. For a figure f with
 *  the unit u of its last digit: */
enum dt_compare_rounding {
    DT_COMPARE_ROUNDING_UNKNOWN  = 0, /**< To nearest, ties unknown:
                                           [f - u/2, f + u/2]. */
    DT_COMPARE_ROUNDING_HALF_UP  = 1, /**< To nearest, ties away from zero:
                                           [f - u/2, f + u/2) for f > 0,
                                           mirrored below, open at 0. */
    DT_COMPARE_ROUNDING_HALF_EVEN = 2,/**< To nearest, ties to even: closed if
                                           the last digit is even, or open. */
    DT_COMPARE_ROUNDING_TRUNCATE = 3, /**< Towards zero: [f, f + u) for f > 0,
                                           (f - u, f] below, (-u, u) at 0. */
    DT_COMPARE_ROUNDING_FLOOR    = 4, /**< Down: [f, f + u). */
    DT_COMPARE_ROUNDING_CEILING  = 5  /**< Up: (f - u, f]. */
};

/** How sure a figure is. */
enum dt_compare_quality {
    DT_COMPARE_QUALITY_PRINTED = 0, /**< Printed as it stands: precise to its
                                         digits. */
    DT_COMPARE_QUALITY_VAGUE   = 1  /**< "nearly", "around", "more than": no
                                         precision, so that nothing can be
                                         decided by it. */
};

/**
 * A published figure: `digits * 10^-decimals`, known to half a unit of its
 * last digit. "7.23" is digits 723, decimals 2; "2.90" is not "2.9". Plain
 * values; the layout is frozen. Make one with dt_compare_figure_parse().
 *
 * Every function that takes one checks it: DT_E_VALUE for digits or decimals
 * out of bounds, DT_E_RULE for an unknown rounding, DT_E_KIND for an unknown
 * quality, DT_E_FLAG for a reserved member that is not 0.
 */
struct dt_compare_figure {
    int64_t digits;   /**< At most 10^15 - 1 in magnitude. */
    int32_t decimals; /**< -15 to 18; negative: rounded to tens, hundreds. */
    int32_t rounding; /**< DT_COMPARE_ROUNDING_*. */
    int32_t quality;  /**< DT_COMPARE_QUALITY_*. */
    int32_t reserved; /**< Zero. */
};

/** What a figure's text may contain besides digits, a sign, a point. */
enum dt_compare_text {
    DT_COMPARE_TEXT_GROUPS  = 1, /**< Thousands in groups of three: "4,590". */
    DT_COMPARE_TEXT_PERCENT = 2  /**< A per cent sign at the end: "12.1%",
                                      "12.1 %"; the figure stays 12.1. */
};

/**
 * Reads a printed figure, keeping its trailing zeros.
 *
 * Form: an optional + or -, digits, optionally a point and digits ("7.23",
 * "2.90", "-0.5", "+14"). Nothing else, unless a flag allows it: no blanks, no
 * exponent, no "1." or ".5", no comma.
 *
 * @code
 * struct dt_compare_figure total, rate;
 *
 * if (dt_compare_figure_parse("4,590", DT_COMPARE_TEXT_GROUPS, &total,
 *                             NULL) == 0 &&
 *     dt_compare_figure_parse("12.1%", DT_COMPARE_TEXT_PERCENT, &rate,
 *                             NULL) == 0)
 *     printf("%d, %d of %d decimal\n", (int)total.digits, (int)rate.digits,
 *            (int)rate.decimals); // 4590, 121 of 1 decimal
 * @endcode
 *
 * @param[in]  text    Zero-terminated ASCII, the whole of which must be one
 *                     figure. Zeros in front are no digits: "0012" is 12;
 *                     "-0.0" is "0.0".
 * @param[in]  flags   Any of DT_COMPARE_TEXT_*, or 0. With groups, the first
 *                     has one to three digits and does not begin with 0 (such
 *                     as "0,123", which is rather a decimal comma), the others
 *                     three.
 * @param[out] figure  Receives the figure, with unknown rounding, as printed.
 * @param[out] error   Its `index` is the character at fault.
 *
 * @retval DT_E_OK        @p figure is what the text says.
 * @retval DT_E_NULL      @p text or @p figure is null.
 * @retval DT_E_FLAG      A flag is unknown.
 * @retval DT_E_EMPTY     The text is empty.
 * @retval DT_E_TEXT      It has another form: ".5", "1.", "-", "nan", a comma
 *                        where none is asked for, a bad group.
 * @retval DT_E_TRAILING  Something follows a figure: "7.23 ", "1e5".
 * @retval DT_E_OVERFLOW  It has more than 15 digits or 18 decimals.
 *
 * @par Accuracy
 * Exact.
 * @see dt_compare_figure_format(), dt_compare_figure_round()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_parse(const char *text, uint32_t flags,
                        struct dt_compare_figure *figure,
                        struct dt_error *error);

/**
 * Writes a figure as printed: "2.90".
 *
 * The inverse of dt_compare_figure_parse() for decimals from 0; with negative
 * decimals the zeros are written out, and no text says where they begin.
 *
 * @code
 * const struct dt_compare_figure figure = { 290, 2, 0, 0, 0 };
 * char text[40];
 *
 * if (dt_compare_figure_format(&figure, text, sizeof(text), NULL, NULL) == 0)
 *     puts(text); // 2.90
 * @endcode
 *
 * @param[in]  figure    The figure; rounding and quality do not show.
 * @param[out] buffer    Receives the text and a terminator; 40 bytes hold any
 *                       figure. May be null if @p capacity is 0.
 * @param[in]  capacity  Bytes that there is room for.
 * @param[out] needed    Receives the bytes needed, terminator included, also
 *                       where @p capacity is too small; may be null.
 *
 * @retval DT_E_OK        The text is written.
 * @retval DT_E_NULL      @p figure is null; or @p buffer is, with a capacity.
 * @retval DT_E_LENGTH    @p capacity is negative.
 * @retval DT_E_CAPACITY  The text does not fit; only @p needed is written.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Exact.
 * @see dt_compare_figure_parse()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_format(const struct dt_compare_figure *figure, char *buffer,
                         int64_t capacity, int64_t *needed,
                         struct dt_error *error);

/**
 * The figure that a publisher prints for a value.
 *
 * The binary value of the double decides, exactly: 2.675 to two decimals is
 * 2.67 by every rule to nearest, as the double lies below the tie; 0.125 is a
 * tie.
 *
 * @code
 * struct dt_compare_figure figure;
 *
 * if (dt_compare_figure_round(0.125, 2, DT_COMPARE_ROUNDING_HALF_EVEN,
 *                             &figure, NULL) == 0)
 *     printf("%d\n", (int)figure.digits); // 12
 * @endcode
 *
 * @param[in]  value     A finite number, in any unit.
 * @param[in]  decimals  Decimals of the figure, -15 to 18.
 * @param[in]  rounding  One of DT_COMPARE_ROUNDING_*; a tie goes away from zero
 *                       if it is unknown.
 * @param[out] figure    Receives the figure, with that rounding, as printed.
 *
 * @retval DT_E_OK        @p figure is written.
 * @retval DT_E_NULL      @p figure is null.
 * @retval DT_E_RULE      @p rounding is unknown.
 * @retval DT_E_VALUE     @p decimals is out of bounds, or @p value not finite.
 * @retval DT_E_OVERFLOW  It has more than 15 digits.
 *
 * @par Accuracy
 * Exact, as in every case of tests/vectors/figure_round.txt.
 * @par Cost
 * A division of long integers: some microseconds.
 * Stack: 2 KB.
 * @see dt_compare_figure_interval()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_round(double value, int32_t decimals, int32_t rounding,
                        struct dt_compare_figure *figure,
                        struct dt_error *error);

/** A closed interval, and what the printed figures alone give, which need not
 *  lie in it where several statements cut it down. The layout is frozen. */
struct dt_compare_interval {
    double value; /**< The figures taken as exact; rounded to nearest. */
    double lower; /**< Not above the true lower end, at most 1 ulp below. */
    double upper; /**< Not below the true upper end, at most 1 ulp above. */
};

/**
 * The interval of true values that print as the figure.
 *
 * @code
 * const struct dt_compare_figure figure = { 29, 1, 0, 0, 0 };
 * struct dt_compare_interval i;
 *
 * if (dt_compare_figure_interval(&figure, &i, NULL) == 0)
 *     printf("%.2f to %.2f\n", i.lower, i.upper); // 2.85 to 2.95
 * @endcode
 *
 * @param[in]  figure    The figure; its rounding sets the ends.
 * @param[out] interval  Receives it; -inf to inf for a vague figure, which has
 *                       no bounds. Whether an end belongs to it is not stored.
 *
 * @retval DT_E_OK    The interval is written.
 * @retval DT_E_NULL  @p figure or @p interval is null.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp of the value; ends less than 1 ulp outside.
 * The value is correctly rounded, and the ends are the nearest doubles outside,
 * in every case of tests/vectors/figure_interval.txt.
 * @par Cost
 * Three divisions of long integers.
 * Stack: 3 KB.
 * @par Source
 * XBRL International, "Precision, Decimals and Units 1.0" (2017): a number
 * with stated decimals is a range of true values.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_interval(const struct dt_compare_figure *figure,
                           struct dt_compare_interval *interval,
                           struct dt_error *error);

/**
 * The ratio of two figures with its interval: a share, an implied rate of
 * exchange, a total implied by part and share.
 *
 * @code
 * // World trade, of which digital trade of 4.59 is 20.1 per cent.
 * const struct dt_compare_figure part = { 459, 2, 0, 0, 0 };
 * const struct dt_compare_figure share = { 201, 3, 0, 0, 0 };
 * struct dt_compare_interval total;
 *
 * if (dt_compare_figure_ratio(&part, &share, &total, NULL) == 0)
 *     printf("%.2f to %.2f\n", total.lower, total.upper); // 22.75 to 22.92
 * @endcode
 *
 * @param[in]  numerator    A figure of any sign.
 * @param[in]  denominator  A figure whose interval, ends included, does not
 *                          contain zero. A share in per cent has its decimals
 *                          plus 2.
 * @param[out] ratio        Receives it; -inf to inf if a figure is vague.
 *
 * @retval DT_E_OK     The ratio is written.
 * @retval DT_E_NULL   @p numerator, @p denominator or @p ratio is null.
 * @retval DT_E_VALUE  The interval of @p denominator contains zero.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp of the value; ends less than 1 ulp outside.
 * The value is correctly rounded, and the ends are the nearest doubles outside,
 * in every case of tests/vectors/figure_ratio.txt.
 * @par Cost
 * Three divisions of long integers.
 * Stack: 4 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_ratio(const struct dt_compare_figure *numerator,
                        const struct dt_compare_figure *denominator,
                        struct dt_compare_interval *ratio,
                        struct dt_error *error);

/** How a published rate is made; also bit numbers of `methods` below. */
enum dt_compare_method {
    DT_COMPARE_METHOD_CAGR   = 0, /**< (end / base)^(1/n) - 1 */
    DT_COMPARE_METHOD_TOTAL  = 1, /**< end / base - 1, whatever n */
    DT_COMPARE_METHOD_LINEAR = 2, /**< (end / base - 1) / n */
    DT_COMPARE_METHOD_LOG    = 3  /**< ln(end / base) / n */
};

/**
 * The growth between two figures, with its interval: every growth that levels
 * may have which print as the two.
 *
 * @code
 * // Digital trade of 4.59 and 7.23 trillion dollars, four years apart.
 * const struct dt_compare_figure base = { 459, 2, 0, 0, 0 };
 * const struct dt_compare_figure end = { 723, 2, 0, 0, 0 };
 * struct dt_compare_interval rate;
 *
 * if (dt_compare_figure_growth(&base, &end, 4, DT_COMPARE_METHOD_CAGR, &rate,
 *                              NULL) == 0)
 *     printf("%.2f to %.2f %%\n", 100 * rate.lower,
 *            100 * rate.upper); // 11.98 to 12.08 %
 * @endcode
 *
 * @param[in]  base     Level to start from; its interval lies above 0.
 * @param[in]  end      Level arrived at, in the same unit; likewise.
 * @param[in]  periods  Intervals from @p base to @p end, whole or not: 2020 to
 *                      2024 is 4. From 10^-9 to 10^9; 1 for growth in all.
 * @param[in]  method   One of DT_COMPARE_METHOD_*; with 1 period, CAGR is the
 *                      rate and LOG the logarithmic growth.
 * @param[out] growth   Receives it, a fraction or a logarithm; -inf to inf if a
 *                      figure is vague.
 *
 * @retval DT_E_OK       The growth is written.
 * @retval DT_E_NULL     @p base, @p end or @p growth is null.
 * @retval DT_E_KIND     @p method is unknown.
 * @retval DT_E_PERIODS  @p periods is 0 or negative.
 * @retval DT_E_VALUE    @p periods is out of bounds or NaN; a level may be 0 or
 *                       less.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp of the value; ends at most 1 ulp outside.
 * The value is correctly rounded in every case of
 * tests/vectors/check_growth.txt. The ends enclose the true ones and are at
 * most 1 ulp wider, as long as growth over all periods is below e^600; beyond
 * it they still enclose them.
 * @par Cost
 * Three logarithms and divisions of long integers, a few microseconds.
 * Stack: 5 KB.
 * @see dt_compare_check_growth() for a published rate,
 *      dt_compare_figure_ratio()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_growth(const struct dt_compare_figure *base,
                         const struct dt_compare_figure *end, double periods,
                         int32_t method, struct dt_compare_interval *growth,
                         struct dt_error *error);

/** Whether published figures agree. */
enum dt_compare_verdict {
    DT_COMPARE_VERDICT_EXACT        = 0, /**< Recomputed from the printed
                                              figures and rounded, it prints the
                                              same. */
    DT_COMPARE_VERDICT_WITHIN       = 1, /**< Prints differently, but the
                                              published figure lies inside the
                                              recomputed interval: rounding
                                              explains it. */
    DT_COMPARE_VERDICT_EDGE         = 2, /**< Only the intervals overlap:
                                              rounding can explain it, but
                                              just. */
    DT_COMPARE_VERDICT_INCONSISTENT = 3, /**< No overlap: something else
                                              differs. */
    DT_COMPARE_VERDICT_UNDECIDABLE  = 4  /**< A figure is vague. */
};

/**
 * Says a verdict in words.
 *
 * @code
 * puts(dt_compare_verdict_name(DT_COMPARE_VERDICT_EDGE)); // only at the edge
 * @endcode
 *
 * @param[in] verdict  One of DT_COMPARE_VERDICT_*, or any other value.
 * @return "exact", "within rounding", "only at the edge", "inconsistent",
 *         "undecidable"; "unknown verdict" otherwise.
 */
DTGROWTH_API const char *dt_compare_verdict_name(int32_t verdict);

/** The result of checking a published growth rate. Rates are fractions. The
 *  layout is frozen. */
struct dt_compare_growth_check {
    struct dt_compare_interval recomputed; /**< From the published levels; NaN
                                                if one is vague. */
    struct dt_compare_interval published;  /**< The published rate; -inf to inf
                                                if it is vague. */
    struct dt_compare_interval implied_base; /**< Base that the end and the
                                                rate ask for; see below. */
    struct dt_compare_interval implied_end;  /**< End that the base and the
                                                rate ask for; see below. */
    struct dt_compare_interval implied_periods; /**< Periods that fit; NaN if
                                                no or every number may. */
    struct dt_compare_interval tight_base; /**< Base interval cut by the implied
                                                one, with the printed base as
                                                value, which may lie outside;
                                                NaN if inconsistent. */
    struct dt_compare_interval tight_end;  /**< The same of the end. */
    int64_t  periods_first; /**< First whole number of periods that fits, */
    int64_t  periods_last;  /**< and last; 1 and 0 if none does; INT64_MAX if
                                 they go on for ever. */
    uint32_t methods;       /**< Bit m: method m fits at the stated periods. */
    int32_t  verdict;       /**< DT_COMPARE_VERDICT_EXACT ... UNDECIDABLE. */
    double   share_lower;   /**< Share of the levels that print the rate.
                                 Zero, in this release, as all below. */
    double   share_upper;   /**< The two ends of what is known of it. */
    double   power;         /**< Width of the published interval over that of
                                 the recomputed one. */
    int32_t  graded;        /**< How the share was found. */
    int32_t  slips[8];      /**< What may have gone wrong, likeliest first. */
    int32_t  reserved;      /**< Zero. */
    int64_t  spare[8];      /**< Zero. */
};

/**
 * Checks a published growth rate against two published levels.
 *
 * Each figure stands for the interval of values that print as it. The rate is
 * recomputed from the levels over the whole of their intervals, and compared
 * with the interval of the published rate. Beside the verdict, it is found
 * which methods fit, and which base, end and number of periods the other
 * statements imply.
 *
 * The implied levels: where the rate may be a total loss (or, linear, one
 * within the periods), the base has no upper end (infinity) and the end is 0
 * from below; where it is one for certain, both are NaN. The value is NaN
 * where the printed rate itself is a total loss or worse.
 *
 * Implied periods are growth over rate. A rate that may be zero sets no upper
 * end (infinity), levels that may be equal no lower one (0). Opposite signs
 * fit no number of periods. A total, and a rate and a growth that may both be
 * zero, fit every number or none, which `periods_last` tells apart.
 *
 * If a figure is vague, nothing is decided: all members are NaN, except as
 * said there; `methods` is 0, and no number of periods fits.
 *
 * @code
 * // Digital trade, trillion US$: 4.59 in 2020, 7.23 in 2024, "12.1 % a year".
 * const struct dt_compare_figure base = { 459, 2, 0, 0, 0 };
 * const struct dt_compare_figure end = { 723, 2, 0, 0, 0 };
 * const struct dt_compare_figure rate = { 121, 1, 0, 0, 0 };
 * struct dt_compare_growth_check check;
 *
 * if (dt_compare_check_growth(&base, &end, &rate, 4, DT_COMPARE_METHOD_CAGR,
 *                             &check, NULL) == 0)
 *     puts(dt_compare_verdict_name(check.verdict)); // only at the edge
 * @endcode
 *
 * @param[in]  base     Level to start from; its interval lies above 0.
 * @param[in]  end      Level arrived at, in the same unit; likewise.
 * @param[in]  rate     The published rate, in per cent.
 * @param[in]  periods  Intervals from @p base to @p end, whole or not: 2020 to
 *                      2024 is 4. From 10^-9 to 10^9.
 * @param[in]  method   One of DT_COMPARE_METHOD_*: how the rate is said to be
 *                      made.
 * @param[out] result   Receives the verdict and what leads to it.
 *
 * @retval DT_E_OK       The result is written, whatever the verdict.
 * @retval DT_E_NULL     @p base, @p end, @p rate or @p result is null.
 * @retval DT_E_KIND     @p method is unknown.
 * @retval DT_E_PERIODS  @p periods is 0 or negative.
 * @retval DT_E_VALUE    @p periods is out of bounds or NaN; a level may be 0 or
 *                       less.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp of the value; ends at most 1 ulp outside.
 * The ends enclose the true ones and are at most 1 ulp wider, as long as
 * growth over all periods is below e^600; beyond it they still enclose them.
 * Verdict and methods are decided exactly, ends that belong or not included;
 * only compound rates over periods that are no multiple of a quarter, and
 * logarithmic rates, count as touching where they agree to 90 bits. So it is
 * in every case of tests/vectors/check_growth.txt and check_implied.txt.
 * @par Cost
 * Some thirty logarithms and divisions of long integers: about 50 microseconds.
 * Stack: 7 KB.
 * @see dt_compare_check_sum(), dt_compare_figure_growth()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_check_growth(const struct dt_compare_figure *base,
                        const struct dt_compare_figure *end,
                        const struct dt_compare_figure *rate, double periods,
                        int32_t method, struct dt_compare_growth_check *result,
                        struct dt_error *error);

/** The result of checking parts against a total. The layout is frozen. */
struct dt_compare_sum_check {
    struct dt_compare_interval sum;     /**< Of the parts. */
    struct dt_compare_interval overlap; /**< Sum less total: what the parts have
                                             in common if it is positive, what
                                             they leave out if negative. */
    int32_t verdict;  /**< DT_COMPARE_VERDICT_EXACT: the printed parts add up;
                           WITHIN: the total lies in the sum's interval; EDGE;
                           INCONSISTENT: the overlap cannot be zero;
                           UNDECIDABLE. */
    int32_t reserved; /**< Zero. */
    int64_t spare[4]; /**< Zero. */
};

/**
 * Checks that published parts add up to a published total, and returns the
 * overlap by inclusion-exclusion.
 *
 *     overlap = sum of the parts - total
 *
 * @code
 * // Delivered 3.21 and ordered 1.41 make 4.59, as some of it is both.
 * const struct dt_compare_figure parts[] = { { 321, 2, 0, 0, 0 },
 *                                            { 141, 2, 0, 0, 0 } };
 * const struct dt_compare_figure total = { 459, 2, 0, 0, 0 };
 * struct dt_compare_sum_check check;
 *
 * if (dt_compare_check_sum(parts, 2, &total, &check, NULL) == 0)
 *     printf("%.3f to %.3f\n", check.overlap.lower,
 *            check.overlap.upper); // 0.015 to 0.045
 * @endcode
 *
 * @param[in]  parts   Figures in one unit, of any sign and decimals.
 * @param[in]  count   How many; at least 1.
 * @param[in]  total   The figure that they are said to make.
 * @param[out] result  Receives the verdict and what leads to it. Where a figure
 *                     that enters it is vague, an interval is -inf to inf.
 * @param[out] error   Its `index` is the part at fault, or -1.
 *
 * @retval DT_E_OK      The result is written, whatever the verdict.
 * @retval DT_E_NULL    @p parts, @p total or @p result is null.
 * @retval DT_E_LENGTH  @p count is less than 1, or cannot be addressed.
 * @return Otherwise the status of a bad figure (see #dt_compare_figure).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp of the value; ends less than 1 ulp outside.
 * Sums and verdict are exact; values are correctly rounded, and the ends are
 * the nearest doubles outside, in every case of tests/vectors/check_sum.txt.
 * @par Cost
 * Six short additions per part.
 * Stack: 6 KB.
 * @par Source
 * XBRL International, Calculations 1.1 (2023): a sum is consistent where the
 * intervals of its figures allow it.
 * @see dt_compare_overlap(), dt_compare_check_growth()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_check_sum(const struct dt_compare_figure *parts, int64_t count,
                     const struct dt_compare_figure *total,
                     struct dt_compare_sum_check *result,
                     struct dt_error *error);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
