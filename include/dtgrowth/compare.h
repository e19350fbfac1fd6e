/** @file
 * Shares, differentials, contributions, rankings, and checks of published,
 * rounded figures.
 */
#ifndef DTGROWTH_COMPARE_H
#define DTGROWTH_COMPARE_H

#include <stdint.h>

#include <dtgrowth/base.h>
#include <dtgrowth/series.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------
 * Scalars: pure, total, NaN where undefined
 * ------------------------------------------------------------------------ */

/** part / total. NaN unless total > 0, part >= 0, finite. */
DTGROWTH_API double dt_compare_share(double part, double total);

/** part_end / total_end - part_base / total_base: percentage points / 100. */
DTGROWTH_API double dt_compare_share_change(double part_base,
                                            double total_base, double part_end,
                                            double total_end);

/** (part_end - part_base) / total_base: percentage points / 100. */
DTGROWTH_API double dt_compare_contribution(double part_base, double part_end,
                                            double total_base);

/** rate - other: percentage points / 100. */
DTGROWTH_API double dt_compare_differential(double rate, double other);

/** (1 + rate) / (1 + other) - 1. */
DTGROWTH_API double dt_compare_relative(double rate, double other);

/** a + b - total: what two overlapping parts share (inclusion-exclusion). */
DTGROWTH_API double dt_compare_overlap(double a, double b, double total);

/** ln(ahead / behind) / ln((1 + rate_behind) / (1 + rate_ahead)): the periods
 *  until the levels meet; negative if they met before, infinite if the rates
 *  are equal. */
DTGROWTH_API double dt_compare_catch_up(double behind, double ahead,
                                        double rate_behind, double rate_ahead);

/* ------------------------------------------------------------------------
 * Two series, period by period
 * ------------------------------------------------------------------------ */

/** What is computed from a series x and the same period of a series y. */
enum {
    DT_COMPARE_SHARE        = 0, /**< x / y, y the total */
    DT_COMPARE_SHARE_CHANGE = 1, /**< x_t / y_t - x_{t-lag} / y_{t-lag} */
    DT_COMPARE_CONTRIBUTION = 2, /**< (x_t - x_{t-lag}) / y_{t-lag} */
    DT_COMPARE_DIFFERENTIAL = 3, /**< x - y, two rates */
    DT_COMPARE_RELATIVE     = 4, /**< (1 + x) / (1 + y) - 1, two rates */
    DT_COMPARE_GAP          = 5, /**< x - y, two levels */
    DT_COMPARE_RATIO        = 6  /**< x / y, two levels of any sign but y 0;
                                      units may differ (an implied rate of
                                      exchange, a unit value) */
};

/** As long as @p x; element i belongs to period i of x. @p lag is at least 1
 *  for the two kinds that have one and 0 for the others (DT_E_LAG). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_series(const struct dt_series *x, const struct dt_series *y,
                  int32_t kind, int64_t lag, const struct dt_series_out *out,
                  struct dt_error *error);

/* ------------------------------------------------------------------------
 * Contributions of many parts
 * ------------------------------------------------------------------------ */

/** How parts and total fit. The layout is frozen. */
struct dt_compare_decomposition {
    double growth;           /**< (total_end - total_base) / total_base. */
    double sum;              /**< Sum of the contributions, before rounding. */
    double discrepancy;      /**< growth - sum, before rounding: what the total
                                  grew by that no part explains. */
    double discrepancy_base; /**< total_base - sum of the parts at the base. */
    double discrepancy_end;  /**< total_end - sum of the parts at the end. */
    int64_t index;           /**< First part that is missing, or -1. */
    int32_t why;             /**< DT_SERIES_WHY_* for the five above. */
    int32_t reserved;        /**< Zero. */
};

/** Additive contributions of parts to the growth of a total between two
 *  points: element i is (end_i - base_i) / total_base. @p base and @p end are
 *  cross-sections of equal length, part by part. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_contributions(const struct dt_series *base,
                         const struct dt_series *end, double total_base,
                         double total_end, const struct dt_series_out *out,
                         struct dt_compare_decomposition *result,
                         struct dt_error *error);

/* ------------------------------------------------------------------------
 * Ranking
 * ------------------------------------------------------------------------ */

/** The ranks of equal values. */
enum {
    DT_COMPARE_TIES_MIN     = 0, /**< 1 2 2 4: sports ranking */
    DT_COMPARE_TIES_MAX     = 1, /**< 1 3 3 4 */
    DT_COMPARE_TIES_DENSE   = 2, /**< 1 2 2 3 */
    DT_COMPARE_TIES_AVERAGE = 3, /**< 1 2.5 2.5 4 */
    DT_COMPARE_TIES_ORDINAL = 4  /**< 1 2 3 4, the earlier element first */
};

/** Which value is rank 1. */
enum {
    DT_COMPARE_DESCENDING = 0, /**< The largest. */
    DT_COMPARE_ASCENDING  = 1  /**< The smallest. */
};

/** Ranks the observations of @p x. Missing ones get no rank; infinities do.
 *  @p work is memory for x->length integers. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_rank(const struct dt_series *x, int32_t order, int32_t ties,
                int64_t *work, const struct dt_series_out *out,
                struct dt_error *error);

/* ------------------------------------------------------------------------
 * Published figures
 * ------------------------------------------------------------------------ */

/** How a figure was rounded: which ends of its interval belong to it. */
enum {
    DT_COMPARE_ROUNDING_UNKNOWN  = 0, /**< To nearest, ties unknown: closed. */
    DT_COMPARE_ROUNDING_HALF_UP  = 1, /**< To nearest, ties away from zero. */
    DT_COMPARE_ROUNDING_HALF_EVEN = 2,/**< To nearest, ties to even. */
    DT_COMPARE_ROUNDING_TRUNCATE = 3, /**< Towards zero. */
    DT_COMPARE_ROUNDING_FLOOR    = 4, /**< Down. */
    DT_COMPARE_ROUNDING_CEILING  = 5  /**< Up. */
};

/** How sure a figure is. */
enum {
    DT_COMPARE_PRINTED = 0, /**< Printed as it stands: precise to its digits. */
    DT_COMPARE_VAGUE   = 1  /**< "nearly", "around", "more than": no precision,
                                 so that nothing can be decided by it. */
};

/**
 * A published figure: `digits * 10^-decimals`, known to half a unit of its
 * last digit. "7.23" is digits 723, decimals 2; "2.90" is not "2.9". Plain
 * values; the layout is frozen. Make one with dt_compare_figure_parse().
 */
struct dt_compare_figure {
    int64_t digits;   /**< At most 10^15 - 1 in magnitude. */
    int32_t decimals; /**< -15 to 18; negative: rounded to tens, hundreds. */
    int32_t rounding; /**< DT_COMPARE_ROUNDING_*. */
    int32_t quality;  /**< DT_COMPARE_PRINTED or DT_COMPARE_VAGUE. */
    int32_t reserved; /**< Zero. */
};

/** What a figure's text may contain besides digits, a sign, a point. */
enum {
    DT_COMPARE_TEXT_GROUPS  = 1, /**< Thousands in groups of three: "4,590". */
    DT_COMPARE_TEXT_PERCENT = 2  /**< A per cent sign at the end: "12.1%",
                                      "12.1 %"; the figure stays 12.1. */
};

/**
 * Reads a printed figure, keeping its trailing zeros.
 *
 * Form: an optional + or -, digits, optionally a point and digits ("7.23",
 * "2.90", "-0.5", "+14"). Nothing else, unless a flag allows it: no blanks, no
 * exponent, no "1." or ".5", no comma. Independent of the locale.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_parse(const char *text, uint32_t flags,
                        struct dt_compare_figure *figure,
                        struct dt_error *error);

/** Writes a figure as printed, "2.90". Buffer and @p needed as in
 *  dt_series_period_format(). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_format(const struct dt_compare_figure *figure, char *buffer,
                         int64_t capacity, int64_t *needed,
                         struct dt_error *error);

/** The figure a publisher prints for a value: to nearest with @p decimals,
 *  ties by @p rounding (or truncated, floor, ceiling), decided on the exact
 *  binary value. DT_E_VALUE: not finite; DT_E_OVERFLOW: too many digits. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_round(double value, int32_t decimals, int32_t rounding,
                        struct dt_compare_figure *figure,
                        struct dt_error *error);

/** A closed interval and a value in it. The layout is frozen. */
struct dt_compare_interval {
    double value; /**< The figures taken as exact. */
    double lower; /**< Not above the true lower end, at most 1 ulp below. */
    double upper; /**< Not below the true upper end, at most 1 ulp above. */
};

/** The interval of true values that print as the figure. A vague figure has
 *  none: -inf to inf. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_interval(const struct dt_compare_figure *figure,
                           struct dt_compare_interval *interval,
                           struct dt_error *error);

/** The ratio of two figures (a share, an implied rate of exchange, a total
 *  implied by part and share) with its interval. The interval of the
 *  denominator must not contain zero: DT_E_VALUE. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_figure_ratio(const struct dt_compare_figure *numerator,
                        const struct dt_compare_figure *denominator,
                        struct dt_compare_interval *ratio,
                        struct dt_error *error);

/** Whether published figures agree. */
enum {
    DT_COMPARE_EXACT        = 0, /**< Recomputed from the printed figures and
                                      rounded, it prints the same. */
    DT_COMPARE_WITHIN       = 1, /**< Prints differently, but the published
                                      figure lies inside the recomputed
                                      interval: rounding explains it. */
    DT_COMPARE_EDGE         = 2, /**< Only the intervals overlap: rounding can
                                      explain it, but just. */
    DT_COMPARE_INCONSISTENT = 3, /**< No overlap: something else differs. */
    DT_COMPARE_UNDECIDABLE  = 4  /**< A figure is vague. */
};

/** Says a verdict in words: "only at the edge". Static. */
DTGROWTH_API const char *dt_compare_verdict_name(int32_t verdict);

/** How the published rate was made; also bit numbers of `methods`. */
enum {
    DT_COMPARE_METHOD_CAGR   = 0, /**< (end / base)^(1/n) - 1 */
    DT_COMPARE_METHOD_TOTAL  = 1, /**< end / base - 1, whatever n */
    DT_COMPARE_METHOD_LINEAR = 2, /**< (end / base - 1) / n */
    DT_COMPARE_METHOD_LOG    = 3  /**< ln(end / base) / n */
};

/** The result of checking a published growth rate. Rates are fractions. The
 *  layout is frozen. */
struct dt_compare_growth_check {
    struct dt_compare_interval recomputed; /**< From the published levels. */
    struct dt_compare_interval published;  /**< The published rate. */
    struct dt_compare_interval implied_base; /**< Base that the end and the
                                                rate ask for. */
    struct dt_compare_interval implied_end;  /**< End that the base and the
                                                rate ask for. */
    struct dt_compare_interval implied_periods; /**< Periods that fit; NaN if
                                                no or every number may. */
    struct dt_compare_interval tight_base; /**< Base interval cut by the implied
                                                one; NaN if inconsistent. */
    struct dt_compare_interval tight_end;  /**< The same of the end. */
    int64_t  periods_first; /**< First whole number of periods that fits, */
    int64_t  periods_last;  /**< and last; 1 and 0 if none does. */
    uint32_t methods;       /**< Bit m: method m fits at the stated periods. */
    int32_t  verdict;       /**< DT_COMPARE_EXACT ... UNDECIDABLE. */
};

/**
 * Checks a published growth rate against two published levels.
 *
 * @p rate is in per cent, as printed. The levels must be positive over their
 * whole intervals (DT_E_VALUE); @p periods whole or not, positive, finite.
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
    int32_t verdict;  /**< EXACT: the printed parts add up; WITHIN: the total
                           lies in the sum's interval; EDGE; INCONSISTENT: the
                           overlap cannot be zero; UNDECIDABLE. */
    int32_t reserved; /**< Zero. */
};

/** Checks that published parts add up to a published total, and returns the
 *  overlap by inclusion-exclusion. Ends are computed from exact integers. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_compare_check_sum(const struct dt_compare_figure *parts, int64_t count,
                     const struct dt_compare_figure *total,
                     struct dt_compare_sum_check *result,
                     struct dt_error *error);

#ifdef __cplusplus
}
#endif

#endif
