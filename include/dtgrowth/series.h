/* SPDX-License-Identifier: MIT */
/** @file
 * Units, borrowed views of observations, and level operations.
 *
 * A view never owns what it looks at.
 */
#ifndef DTGROWTH_SERIES_H
#define DTGROWTH_SERIES_H

#include <stdint.h>

#include <dtgrowth/base.h>
#include <dtgrowth/period.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------ */
/** @defgroup series_units Units
 *  @{ */

/** What the numbers of a series are. */
enum dt_series_unit_kind {
    DT_SERIES_UNIT_KIND_UNSTATED = 0, /**< Not stated. */
    DT_SERIES_UNIT_KIND_FLOW     = 1, /**< An amount per period. */
    DT_SERIES_UNIT_KIND_STOCK    = 2, /**< An amount at the end of a period. */
    DT_SERIES_UNIT_KIND_AVERAGE  = 3, /**< An average over a period: a price. */
    DT_SERIES_UNIT_KIND_INDEX    = 4, /**< An index number. */
    DT_SERIES_UNIT_KIND_FRACTION = 5, /**< 0.05 is five per cent. */
    DT_SERIES_UNIT_KIND_PERCENT  = 6, /**< 5 is five per cent. */
    DT_SERIES_UNIT_KIND_LOG      = 7  /**< A natural logarithm or log growth. */
};

/** At which prices. */
enum dt_series_price {
    DT_SERIES_PRICE_UNSTATED = 0, /**< Not stated. */
    DT_SERIES_PRICE_CURRENT  = 1, /**< Those of the period: nominal. */
    DT_SERIES_PRICE_CONSTANT = 2, /**< Those of one base year: real. */
    DT_SERIES_PRICE_CHAINED  = 3  /**< Those of the year before, chained. */
};

/** Which direction of trade. */
enum dt_series_trade {
    DT_SERIES_TRADE_UNSTATED = 0, /**< Not stated. */
    DT_SERIES_TRADE_EXPORTS  = 1, /**< Sold abroad. */
    DT_SERIES_TRADE_IMPORTS  = 2, /**< Bought abroad. */
    DT_SERIES_TRADE_BOTH     = 3  /**< Exports plus imports. */
};

/** What a series is adjusted for. */
enum dt_series_adjusted {
    DT_SERIES_ADJUSTED_UNSTATED = 0, /**< Not stated. */
    DT_SERIES_ADJUSTED_NONE     = 1, /**< Nothing. */
    DT_SERIES_ADJUSTED_SEASON   = 2, /**< The season. */
    DT_SERIES_ADJUSTED_CALENDAR = 3, /**< Working days and moving holidays. */
    DT_SERIES_ADJUSTED_BOTH     = 4  /**< Season and calendar. */
};

/** What an amount is divided by. */
enum dt_series_denominator {
    DT_SERIES_DENOMINATOR_UNSTATED  = 0, /**< Not stated. */
    DT_SERIES_DENOMINATOR_NONE      = 1, /**< Nothing: a total. */
    DT_SERIES_DENOMINATOR_PERSON    = 2, /**< Population: per capita. */
    DT_SERIES_DENOMINATOR_WORKER    = 3, /**< Persons employed. */
    DT_SERIES_DENOMINATOR_HOUR      = 4, /**< Hours worked. */
    DT_SERIES_DENOMINATOR_HOUSEHOLD = 5  /**< Households. */
};

/** The published decimals are not known. */
#define DT_SERIES_DECIMALS_UNSTATED (-1)

/**
 * What the numbers of a series are. Plain values; the layout is frozen.
 *
 * Zero is "not stated", except in @ref decimals, and agrees with anything. Two
 * stated members that differ make two units that may not be compared, except
 * @ref decimals, which only inform. The scale counts as stated when @ref kind
 * is, the reference when its frequency is. Start from #DT_SERIES_UNIT_INIT.
 */
struct dt_series_unit {
    int32_t kind;         /**< DT_SERIES_UNIT_KIND_*. */
    char    currency[4];  /**< ISO 4217 letters and a terminator, or empty. */
    char    per[4];       /**< Currency of which one buys so much: the USD of
                               a rate in CNY per USD. Or empty. */
    int32_t scale;        /**< Power of ten of one unit, -30 to 30: 12 is
                               trillions. */
    int32_t price;        /**< DT_SERIES_PRICE_*. */
    int32_t trade;        /**< DT_SERIES_TRADE_*. */
    int32_t adjusted;     /**< DT_SERIES_ADJUSTED_*. */
    int32_t denominator;  /**< DT_SERIES_DENOMINATOR_*. */
    int32_t decimals;     /**< Published decimals, 0 to 30, or
                               DT_SERIES_DECIMALS_UNSTATED. */
    int32_t reference_frequency; /**< Frequency of @ref reference. */
    int64_t reference;    /**< Period whose prices those of constant or chained
                               prices are, or whose index number is 100. */
    int64_t vintage;      /**< Edition: any number of the caller's, such as the
                               year of publication or a day ordinal. */
    int64_t coverage;     /**< What is covered: any number of the caller's for a
                               territory, a set of industries or products. */
    int64_t reserved[2];  /**< Zero. */
};

/** Nothing stated. */
#define DT_SERIES_UNIT_INIT \
    { 0, { 0, 0, 0, 0 }, { 0, 0, 0, 0 }, 0, 0, 0, 0, 0, \
      DT_SERIES_DECIMALS_UNSTATED, 0, 0, 0, 0, { 0, 0 } }

/**
 * Checks that two units may be compared.
 *
 * They may where every member that both state is the same. The message of a
 * failure names all that are not, and both units.
 *
 * @code
 * struct dt_series_unit a = DT_SERIES_UNIT_INIT, b = DT_SERIES_UNIT_INIT;
 * struct dt_error error;
 *
 * a.vintage = 2024;
 * b.vintage = 2025;
 * if (dt_series_unit_check(&a, &b, &error) == DT_E_VINTAGE)
 *     puts(error.message); // units differ in vintage: vintage 2024 against ...
 * @endcode
 *
 * @param[in] a  A unit.
 * @param[in] b  The unit to compare it with.
 *
 * @retval DT_E_OK       They may be compared.
 * @retval DT_E_NULL     @p a or @p b is null.
 * @retval DT_E_UNIT     They differ in another member than the vintage; or one
 *                       has a member with an unknown value.
 * @retval DT_E_VINTAGE  They differ in nothing but the vintage.
 *
 * @par Cost
 * Stack: 2 KB.
 * @see dt_series_convert(), dt_series_unit_format()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_unit_check(const struct dt_series_unit *a,
                     const struct dt_series_unit *b, struct dt_error *error);

/**
 * Describes a unit for people: "flow, USD, 10^12, exports, vintage 2025",
 * "index, reference 2015", "average, CNY per USD".
 *
 * What is not stated is left out; a unit that states nothing is "not stated".
 *
 * @code
 * struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
 * char text[256];
 *
 * unit.kind = DT_SERIES_UNIT_KIND_FLOW;
 * unit.scale = 12;
 * if (dt_series_unit_format(&unit, text, sizeof(text), NULL, NULL) == 0)
 *     puts(text); // flow, 10^12
 * @endcode
 *
 * @param[in]  unit      The unit.
 * @param[out] buffer    Receives the text and a terminator; 256 bytes hold any
 *                       unit. May be null if @p capacity is 0.
 * @param[in]  capacity  Bytes that there is room for.
 * @param[out] needed    Receives the bytes needed, terminator included, also
 *                       where @p capacity is too small; may be null.
 *
 * @retval DT_E_OK        The text is written.
 * @retval DT_E_NULL      @p unit is null; or @p buffer is, with a capacity.
 * @retval DT_E_LENGTH    @p capacity is negative.
 * @retval DT_E_UNIT      A member of the unit has an unknown value.
 * @retval DT_E_CAPACITY  The text does not fit; only @p needed is written.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_unit_format(const struct dt_series_unit *unit, char *buffer,
                      int64_t capacity, int64_t *needed,
                      struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/**
 * @defgroup series_views Views
 *
 * To make, check, cut or align views reads no observation.
 * @{
 */

/**
 * Why an element of a result is undefined. Stored as `uint8_t`.
 *
 * Where there are several reasons, every function gives the first in this
 * order, which is not that of the numbers:
 *
 *     NO_BASE, VALUE_MISSING, BASE_MISSING, NOT_FINITE, ZERO_BASE,
 *     NEGATIVE_BASE, DOMAIN, TOO_FEW, NO_PERIODS, OVERFLOW
 *
 * So it is for a result of many observations, too: each of them is looked at,
 * and the first with that reason is the one at fault. Levels along growth stop
 * at the first reason on their way.
 */
enum dt_series_why {
    DT_SERIES_WHY_DEFINED       = 0,  /**< It is defined. */
    DT_SERIES_WHY_NO_BASE       = 1,  /**< The base lies outside the series, or
                                           there is no such period. */
    DT_SERIES_WHY_BASE_MISSING  = 2,  /**< The base is missing. */
    DT_SERIES_WHY_VALUE_MISSING = 3,  /**< The value itself is missing. */
    DT_SERIES_WHY_ZERO_BASE     = 4,  /**< The base (or total) is zero. */
    DT_SERIES_WHY_NEGATIVE_BASE = 5,  /**< The base (or total) is negative. */
    DT_SERIES_WHY_DOMAIN        = 6,  /**< The value is outside the domain of
                                           the formula: no logarithm of it. */
    DT_SERIES_WHY_NOT_FINITE    = 7,  /**< An operand is infinite, or a NaN
                                           that counts as a value. */
    DT_SERIES_WHY_OVERFLOW      = 8,  /**< The result overflows a double. */
    DT_SERIES_WHY_NO_PERIODS    = 9,  /**< No periods between base and value. */
    DT_SERIES_WHY_TOO_FEW       = 10  /**< Too few observations. */
};

/**
 * Names a reason for people.
 *
 * @code
 * puts(dt_series_why_name(DT_SERIES_WHY_ZERO_BASE)); // zero base
 * @endcode
 *
 * @param[in] why  One of DT_SERIES_WHY_*, or any other value.
 * @return "base missing" and its like; "unknown reason" for a value that this
 *         library does not know.
 */
DTGROWTH_API const char *dt_series_why_name(int32_t why);

/** Flags of a view. */
enum dt_series_flag {
    /** A NaN is a value like any other, and not a missing observation. It
     *  makes the results that depend on it undefined (not finite). */
    DT_SERIES_FLAG_NAN_IS_VALUE = 1
};

/** What an observation is beside its value. Stored as `uint8_t`; SDMX's
 *  CL_OBS_STATUS has the letter. */
enum dt_series_status {
    DT_SERIES_STATUS_NORMAL       = 0, /**< Nothing is said of it (A). */
    DT_SERIES_STATUS_BREAK        = 1, /**< What comes before is of another
                                            kind (B). */
    DT_SERIES_STATUS_PROVISIONAL  = 2, /**< It will be revised (P). */
    DT_SERIES_STATUS_ESTIMATED    = 3, /**< It was not observed (E). */
    DT_SERIES_STATUS_CONFIDENTIAL = 4  /**< It may not be shown (C). */
};

/**
 * A read-only, strided view of observations that the caller owns.
 *
 * Observation i, 0 <= i < length, is `values[i * stride]` and belongs to the
 * period `start + i`. It is missing where its bit in @ref validity is 0 (bit
 * `validity_offset + i`, least significant bit of a byte first, as in Arrow)
 * and, unless the flag DT_SERIES_FLAG_NAN_IS_VALUE is set, where it is NaN.
 *
 * Make one with dt_series_view(); set unit, validity and flags afterwards. It
 * holds no resource: copy it freely. The layout is frozen.
 */
struct dt_series {
    const double  *values;          /**< First observation; null if empty. */
    const uint8_t *validity;        /**< Bitmap, 1 = present; null: all are. */
    int64_t        length;          /**< Number of observations. */
    int64_t        stride;          /**< Step between observations, in doubles;
                                         may be negative, not 0. */
    int64_t        validity_offset; /**< Bit of observation 0; not negative. */
    int64_t        start;           /**< Ordinal of the first period. */
    int32_t        frequency;       /**< DT_SERIES_FREQ_YEAR and its like. */
    uint32_t       flags;           /**< DT_SERIES_FLAG_NAN_IS_VALUE or 0. */
    struct dt_series_unit unit;     /**< What the numbers are. */
    const uint8_t *status;          /**< One DT_SERIES_STATUS_* per observation.
                                         Null: no function reads it yet, and
                                         one that is given is refused. */
    int64_t        status_stride;   /**< Bytes from one to the next; 0. */
    int64_t        reserved[4];     /**< Zero. */
};

/**
 * Views an array in a declaration: contiguous observations, a frequency, and
 * the first period. Every function that takes a view checks it.
 *
 * @code
 * static const double gdp[] = { 98.65, 101.36, 114.92 };
 * const struct dt_series s = DT_SERIES_OF(gdp, 3, DT_SERIES_FREQ_YEAR, 2019);
 *
 * printf("%.2f\n", dt_series_at(&s, 2)); // 114.92
 * @endcode
 */
#define DT_SERIES_OF(values, length, frequency, start) \
    { (values), 0, (length), 1, 0, (start), (frequency), 0, \
      DT_SERIES_UNIT_INIT, 0, 0, { 0, 0, 0, 0 } }

/** What a result is: SDMX speaks of a time transformation. */
enum dt_series_transformation {
    DT_SERIES_TRANSFORMATION_UNSTATED       = 0,  /**< Not stated. */
    DT_SERIES_TRANSFORMATION_LEVEL          = 1,  /**< What x is. */
    DT_SERIES_TRANSFORMATION_CHANGE         = 2,  /**< value - base */
    DT_SERIES_TRANSFORMATION_RATE           = 3,  /**< value / base - 1 */
    DT_SERIES_TRANSFORMATION_LOG            = 4,  /**< ln(value / base) */
    DT_SERIES_TRANSFORMATION_MIDPOINT       = 5,  /**< Change over the mean. */
    DT_SERIES_TRANSFORMATION_FACTOR         = 6,  /**< value / base */
    DT_SERIES_TRANSFORMATION_ANNUALIZED     = 7,  /**< A compound rate. */
    DT_SERIES_TRANSFORMATION_ANNUALIZED_LOG = 8,  /**< Of logarithms. */
    DT_SERIES_TRANSFORMATION_CUMULATIVE     = 9,  /**< Growth since a start. */
    DT_SERIES_TRANSFORMATION_ROLLING_SUM    = 10, /**< Of a window. */
    DT_SERIES_TRANSFORMATION_ROLLING_MEAN   = 11, /**< Of a window. */
    DT_SERIES_TRANSFORMATION_SHARE          = 12, /**< part / total */
    DT_SERIES_TRANSFORMATION_SHARE_CHANGE   = 13, /**< Of a share. */
    DT_SERIES_TRANSFORMATION_CONTRIBUTION   = 14, /**< To growth of a total. */
    DT_SERIES_TRANSFORMATION_DIFFERENTIAL   = 15, /**< Of two rates. */
    DT_SERIES_TRANSFORMATION_RELATIVE       = 16, /**< Of two rates. */
    DT_SERIES_TRANSFORMATION_GAP            = 17, /**< Of two levels. */
    DT_SERIES_TRANSFORMATION_RATIO          = 18, /**< Of two levels. */
    DT_SERIES_TRANSFORMATION_RANK           = 19, /**< A place. */
    DT_SERIES_TRANSFORMATION_PERIODS        = 20, /**< Periods to an end. */
    DT_SERIES_TRANSFORMATION_DOUBLING       = 21  /**< Periods to double. */
};

/**
 * What came of a call: how many elements are defined, why others are not, and
 * what the numbers are. Written whole by a call that succeeds, and left alone
 * by one that fails. The layout is frozen.
 */
struct dt_series_summary {
    int64_t  defined;         /**< Elements that are defined, */
    int64_t  undefined;       /**< and that are not. */
    int64_t  first_undefined; /**< The first of those, or -1, */
    int32_t  first_why;       /**< and its reason, DT_SERIES_WHY_*. */
    uint32_t reasons;         /**< Bit `1 << DT_SERIES_WHY_*` for each that
                                   occurs. */
    int32_t  transformation;  /**< DT_SERIES_TRANSFORMATION_*. */
    int32_t  of;              /**< DT_SERIES_UNIT_KIND_* of what it was made of:
                                   a rate of per cents is their relative
                                   change, no points. */
    double   periods;         /**< n: periods from base to value, or of a
                                   window; NaN if that is not one number. */
    double   per_year;        /**< Periods per year of an annualized result;
                                   otherwise 0. */
    struct dt_series_unit unit; /**< Unit of the result. */
    int64_t  reserved[4];     /**< Zero. */
};

/**
 * Where a result goes: memory of the caller. The layout is frozen.
 *
 * Start from #DT_SERIES_OUT. Element i is written to `values[i * stride]`, its
 * reason to `why[i * why_stride]`, its bit to `validity`. An undefined element
 * is NaN.
 */
struct dt_series_out {
    double  *values;          /**< First element of the result. */
    uint8_t *why;             /**< One DT_SERIES_WHY_* per element, or null. */
    uint8_t *validity;        /**< Bitmap, 1 = defined, or null. */
    struct dt_series_summary *summary; /**< Receives what came of the call, or
                                            null. */
    int64_t  stride;          /**< Step between elements, in doubles; not 0. */
    int64_t  capacity;        /**< Number of elements there is room for. */
    int64_t  validity_offset; /**< Bit of element 0; other bits are kept. */
    int64_t  why_stride;      /**< Step between reasons, in bytes; 0 is 1. */
    uint8_t *status;          /**< Null: no function writes it yet. */
    int64_t  status_stride;   /**< 0. */
    int64_t  reserved[2];     /**< Zero. */
};

/** A contiguous result of @p capacity elements, without reasons. */
#define DT_SERIES_OUT(values, capacity) DT_SERIES_OUT_WHY(values, 0, capacity)

/** As above, with one reason per element in @p why. */
#define DT_SERIES_OUT_WHY(values, why, capacity) \
    { (values), (why), 0, 0, 1, (capacity), 0, 0, 0, 0, { 0, 0 } }

/**
 * Views an array as a series, without copying it.
 *
 * Nothing is stated about its unit, no bitmap is set and a NaN is a missing
 * observation; set the members unit, validity and flags afterwards.
 *
 * @code
 * static const double gdp[] = { 98.65, 101.36, 114.92, 120.47 };
 * struct dt_series s;
 * struct dt_error error;
 *
 * if (dt_series_view(gdp, 4, 1, DT_SERIES_FREQ_YEAR, 2019, &s, &error) < 0)
 *     puts(error.message);
 * else
 *     printf("%d from %d\n", (int)s.length, (int)s.start); // 4 from 2019
 * @endcode
 *
 * @param[in]  values     First observation, aligned as a double; may be null if
 *                        @p length is 0. Borrowed: it must outlive @p self, and
 *                        is never written to.
 * @param[in]  length     Number of observations, not of bytes; may be 0.
 * @param[in]  stride     Doubles from one observation to the next: 1 for a
 *                        plain array, the number of columns for a column of a
 *                        row-major matrix, negative to read backwards from
 *                        @p values. Not 0.
 * @param[in]  frequency  One of #DT_SERIES_FREQ_YEAR and its like.
 * @param[in]  start      Ordinal of the first period: 2019 for the year 2019.
 * @param[out] self       Receives the view.
 *
 * @retval DT_E_OK         @p self views @p values.
 * @retval DT_E_NULL       @p self is null; or @p values is, with a length.
 * @retval DT_E_LENGTH     @p length is negative, or the last observation lies
 *                         outside the address space.
 * @retval DT_E_ALIGNMENT  @p values is not aligned as a double.
 * @retval DT_E_STRIDE     @p stride is 0.
 * @retval DT_E_FREQUENCY  @p frequency is unknown.
 * @retval DT_E_PERIOD     @p start is #DT_SERIES_NO_PERIOD, or the period after
 *                         the last one overflows.
 *
 * @see dt_series_check(), dt_series_slice()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_view(const double *values, int64_t length, int64_t stride,
               int32_t frequency, int64_t start, struct dt_series *self,
               struct dt_error *error);

/**
 * Checks a view that was filled by hand.
 *
 * Every function that takes a view does so too.
 *
 * @code
 * static const double gdp[] = { 98.65, 101.36 };
 * struct dt_series s = { 0 };
 * struct dt_error error;
 *
 * s.values = gdp;
 * s.length = 2;
 * s.frequency = DT_SERIES_FREQ_YEAR;
 * if (dt_series_check(&s, &error) == DT_E_STRIDE)
 *     puts(error.message); // self->stride is 0
 * @endcode
 *
 * @param[in] self  The view.
 *
 * @retval DT_E_OK         The view is good.
 * @retval DT_E_NULL       @p self is null; or its values are, with a length.
 * @retval DT_E_LENGTH     The length or the validity offset is negative, or
 *                         cannot be addressed with this length.
 * @retval DT_E_ALIGNMENT  The values are not aligned as doubles.
 * @retval DT_E_STRIDE     The stride is 0.
 * @retval DT_E_FREQUENCY  The frequency is unknown.
 * @retval DT_E_PERIOD     The start is none, or the end overflows.
 * @retval DT_E_FLAG       A flag is unknown.
 * @retval DT_E_UNIT       A member of the unit has an unknown value.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_check(const struct dt_series *self, struct dt_error *error);

/**
 * Views a result as a series, to go on calculating with it.
 *
 * It has the periods of @p like and the values and bitmap of @p out. Without a
 * bitmap, undefined elements are missing because they are NaN.
 *
 * @code
 * static const double exports[] = { 17.23, 17.93, 21.69 };
 * double rates[3];
 * struct dt_series x, growth;
 * const struct dt_series_out out = DT_SERIES_OUT(rates, 3);
 *
 * if (dt_series_view(exports, 3, 1, DT_SERIES_FREQ_YEAR, 2019, &x,
 *                    NULL) == 0 &&
 *     dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, NULL, &out, NULL) == 0 &&
 *     dt_series_from_out(&out, &x, NULL, &growth, NULL) == 0)
 *     printf("%.3f\n", dt_series_at(&growth, 2)); // 0.210
 * @endcode
 *
 * @param[in]  out   A result that was written; borrowed, like any array.
 * @param[in]  like  The series that it was computed from.
 * @param[in]  unit  The unit of the result; null states nothing.
 * @param[out] self  Receives the view; may be @p like.
 *
 * @retval DT_E_OK    @p self views the result.
 * @retval DT_E_NULL  @p out, @p like or @p self is null.
 * @retval DT_E_UNIT  A member of the unit has an unknown value.
 * @return Otherwise the status of dt_series_check() for @p like, or of a bad
 *         output: DT_E_NULL, DT_E_LENGTH, DT_E_ALIGNMENT, DT_E_STRIDE,
 *         DT_E_CAPACITY (less room than @p like is long), DT_E_FLAG.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_from_out(const struct dt_series_out *out,
                   const struct dt_series *like,
                   const struct dt_series_unit *unit, struct dt_series *self,
                   struct dt_error *error);

/**
 * Finds a period in a view.
 *
 * @code
 * static const double gdp[] = { 98.65, 101.36, 114.92 };
 * struct dt_series s;
 * int64_t i;
 *
 * if (dt_series_view(gdp, 3, 1, DT_SERIES_FREQ_YEAR, 2019, &s, NULL) == 0 &&
 *     dt_series_find(&s, 2021, &i, NULL) == 0)
 *     printf("%.2f\n", gdp[i]); // 114.92
 * @endcode
 *
 * @param[in]  self    The view.
 * @param[in]  period  Ordinal of the period.
 * @param[out] index   Receives its index, 0 to length - 1.
 *
 * @retval DT_E_OK      The period is one of the view's.
 * @retval DT_E_NULL    @p self or @p index is null.
 * @retval DT_E_PERIOD  @p period is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_BEFORE  @p period lies before the first one.
 * @retval DT_E_AFTER   @p period lies after the last one; in an empty view, not
 *                      before its start.
 * @return Otherwise the status of dt_series_check().
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_find(const struct dt_series *self, int64_t period, int64_t *index,
                struct dt_error *error);

/**
 * Cuts a view to some of its periods.
 *
 * The slice looks at the same memory, and keeps unit, bitmap and flags.
 *
 * @code
 * static const double x[] = { 1, 2, 3, 4 };
 * struct dt_series s, part;
 *
 * if (dt_series_view(x, 4, 1, DT_SERIES_FREQ_YEAR, 2019, &s, NULL) == 0 &&
 *     dt_series_slice(&s, 2020, 2021, &part, NULL) == 0)
 *     printf("%g\n", dt_series_at(&part, 0)); // 2
 * @endcode
 *
 * @param[in]  self   The view.
 * @param[in]  first  Ordinal of the first period of the slice.
 * @param[in]  last   Ordinal of its last period, included.
 * @param[out] slice  Receives the slice; may be @p self.
 *
 * @retval DT_E_OK       @p slice has last - first + 1 observations.
 * @retval DT_E_NULL     @p self or @p slice is null.
 * @retval DT_E_PERIOD   @p first or @p last is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_BEFORE   @p first or @p last lies before the view.
 * @retval DT_E_AFTER    @p first or @p last lies after it.
 * @retval DT_E_PERIODS  @p last lies before @p first.
 * @return Otherwise the status of dt_series_check().
 *
 * @par Cost
 * Stack: 2 KB.
 * @see dt_series_align()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_slice(const struct dt_series *self, int64_t first, int64_t last,
                struct dt_series *slice, struct dt_error *error);

/**
 * Cuts two views to the periods that they share.
 *
 * Units need not agree. Views that share no period give two empty ones, which
 * start where the later one does.
 *
 * @code
 * static const double exports[] = { 17.2, 17.9, 21.7 };
 * static const double imports[] = { 14.2, 17.4, 18.1 };
 * struct dt_series x, m;
 *
 * if (dt_series_view(exports, 3, 1, DT_SERIES_FREQ_YEAR, 2019, &x,
 *                    NULL) == 0 &&
 *     dt_series_view(imports, 3, 1, DT_SERIES_FREQ_YEAR, 2020, &m,
 *                    NULL) == 0 &&
 *     dt_series_align(&x, &m, &x, &m, NULL) == 0)
 *     printf("%d from %d\n", (int)x.length, (int)x.start); // 2 from 2020
 * @endcode
 *
 * @param[in]  a      A view.
 * @param[in]  b      Another view of the same frequency.
 * @param[out] a_cut  Receives the shared part of @p a; may be @p a or @p b.
 * @param[out] b_cut  Receives the shared part of @p b, likewise; not @p a_cut.
 *
 * @retval DT_E_OK     Both have the same start and length.
 * @retval DT_E_NULL   @p a, @p b, @p a_cut or @p b_cut is null.
 * @retval DT_E_MIXED  The frequencies differ.
 * @return Otherwise the status of dt_series_check() for @p a or @p b.
 *
 * @see dt_series_slice()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_align(const struct dt_series *a, const struct dt_series *b,
                struct dt_series *a_cut, struct dt_series *b_cut,
                struct dt_error *error);

/**
 * Reads an observation, missing or not.
 *
 * @code
 * // The second column of a table of two.
 * static const double table[] = { 2019, 98.65, 2020, 101.36 };
 * struct dt_series gdp;
 *
 * if (dt_series_view(table + 1, 2, 2, DT_SERIES_FREQ_YEAR, 2019, &gdp,
 *                    NULL) == 0)
 *     printf("%.2f\n", dt_series_at(&gdp, 1)); // 101.36
 * @endcode
 *
 * @param[in] self  A good view. Not checked.
 * @param[in] i     Index, 0 <= i < length. Not checked.
 * @return `values[i * stride]`, whatever its bit in the bitmap.
 */
DTGROWTH_API double dt_series_at(const struct dt_series *self, int64_t i);

/**
 * Tells whether an observation is missing.
 *
 * @code
 * static const double trade[] = { 2.33, NAN };
 * struct dt_series x;
 *
 * if (dt_series_view(trade, 2, 1, DT_SERIES_FREQ_YEAR, 2022, &x, NULL) == 0)
 *     printf("%d\n", (int)dt_series_is_missing(&x, 1)); // 1
 * @endcode
 *
 * @param[in] self  A good view. Not checked.
 * @param[in] i     Index, 0 <= i < length. Not checked.
 * @return 1 where its bit is 0, and where it is NaN unless the flag
 *         #DT_SERIES_FLAG_NAN_IS_VALUE is set; 0 otherwise.
 */
DTGROWTH_API int32_t dt_series_is_missing(const struct dt_series *self,
                                          int64_t i);

/** @} */

/* ------------------------------------------------------------------------ */
/**
 * @defgroup series_panels Panels
 *
 * Many series of one frequency and unit, in one call: a function whose name
 * ends in `_panel` does to each of them what the function of that name does to
 * one, with the same bits, and checks its choices once. No growth is taken
 * across the border of two series.
 * @{
 */

/**
 * Many series in one array of the caller. The layout is frozen.
 *
 * Without @ref offsets a matrix: observation i of series j is
 * `values[j * series_stride + i * stride]`, its bit `validity_offset + j *
 * validity_series_stride + i`. With them, spans of one long column: series j is
 * observations `offsets[j]` to `offsets[j + 1] - 1` of it, as in the lists of
 * Arrow, with as many bits; @ref length and both series strides are 0.
 *
 * Start from #DT_SERIES_PANEL_OF or #DT_SERIES_PANEL_SPANS.
 */
struct dt_series_panel {
    const double  *values;          /**< Observation 0 of series 0. */
    const uint8_t *validity;        /**< Bitmap, 1 = present; null: all are. */
    const int64_t *offsets;         /**< Count + 1 of them, not descending; or
                                         null. */
    const int64_t *starts;          /**< First period of each series; null: all
                                         start in @ref start. */
    int64_t        count;           /**< Number of series. */
    int64_t        length;          /**< Observations of each. */
    int64_t        stride;          /**< Doubles from one period to the next. */
    int64_t        series_stride;   /**< Doubles from one series to the next. */
    int64_t        validity_offset; /**< Bit of observation 0 of series 0. */
    int64_t        validity_series_stride; /**< Bits from one series to the
                                                next. */
    int64_t        start;           /**< Ordinal of the first period. */
    int32_t        frequency;       /**< DT_SERIES_FREQ_*. */
    uint32_t       flags;           /**< DT_SERIES_FLAG_*. */
    struct dt_series_unit unit;     /**< What the numbers are. */
    const uint8_t *status;          /**< Null: no function reads it yet. */
    int64_t        status_stride;   /**< 0. */
    int64_t        reserved[4];     /**< Zero. */
};

/** A matrix of which each row is a series. */
#define DT_SERIES_PANEL_OF(values, count, length, frequency, start) \
    { (values), 0, 0, 0, (count), (length), 1, (length), 0, (length), (start), \
      (frequency), 0, DT_SERIES_UNIT_INIT, 0, 0, { 0, 0, 0, 0 } }

/** Spans of one column, each with the start of its own. */
#define DT_SERIES_PANEL_SPANS(values, count, offsets, starts, frequency) \
    { (values), 0, (offsets), (starts), (count), 0, 1, 0, 0, 0, 0, \
      (frequency), 0, DT_SERIES_UNIT_INIT, 0, 0, { 0, 0, 0, 0 } }

/**
 * Where the result of a panel goes: memory of the caller. The layout is frozen.
 *
 * The result of series j lies as the series does: in a matrix with strides of
 * its own, or in the span of that series, where both series strides are 0. It
 * may replace the panel where it has its strides, but not a panel of one series
 * beside it, which is read for each.
 */
struct dt_series_panel_out {
    double  *values;            /**< Element 0 of series 0. */
    uint8_t *why;               /**< One DT_SERIES_WHY_* for each, or null. */
    uint8_t *validity;          /**< Bitmap, 1 = defined, or null. */
    struct dt_series_summary *summaries; /**< One for each series, or null. */
    int64_t  count;             /**< Series that there is room for. */
    int64_t  length;            /**< Elements of each that there is room for; of
                                     the column, where there are spans. */
    int64_t  stride;            /**< Doubles from one period to the next. */
    int64_t  series_stride;     /**< Doubles from one series to the next. */
    int64_t  why_stride;        /**< Bytes from one reason to the next. */
    int64_t  why_series_stride; /**< Bytes from one series to the next. */
    int64_t  validity_offset;   /**< Bit of element 0 of series 0. */
    int64_t  validity_series_stride; /**< Bits from one series to the next. */
    int64_t  reserved[4];       /**< Zero. */
};

/** A matrix of which each row is the result of a series; @p why, as large, may
 *  be null. */
#define DT_SERIES_PANEL_OUT(values, why, count, length) \
    { (values), (why), 0, 0, (count), (length), 1, (length), 1, (length), 0, \
      (length), { 0, 0, 0, 0 } }

/** One column for the results of spans, of so many elements. */
#define DT_SERIES_PANEL_OUT_SPANS(values, why, count, length) \
    { (values), (why), 0, 0, (count), (length), 1, 0, 1, 0, 0, 0, \
      { 0, 0, 0, 0 } }

/**
 * Checks a panel, as every function that takes one does.
 *
 * @code
 * static const double gdp[] = { 98.65, 101.36, 114.92, 14.69, 15.32, 17.20 };
 * struct dt_series_panel p =
 *     DT_SERIES_PANEL_OF(gdp, 2, 3, DT_SERIES_FREQ_YEAR, 2019);
 * struct dt_error error;
 *
 * p.stride = 0;
 * if (dt_series_panel_check(&p, &error) == DT_E_STRIDE)
 *     puts(error.message); // self->stride is 0
 * @endcode
 *
 * @param[in] self  The panel.
 *
 * @retval DT_E_OK         The panel is good.
 * @retval DT_E_NULL       @p self is null; or its values are, with a length.
 * @retval DT_E_LENGTH     A count, a length or an offset is negative; offsets
 *                         descend; or an array cannot be addressed.
 * @retval DT_E_ALIGNMENT  The values are not aligned as doubles.
 * @retval DT_E_STRIDE     The stride is 0; or offsets have a length or series
 *                         strides beside them.
 * @retval DT_E_FREQUENCY  The frequency is unknown.
 * @retval DT_E_PERIOD     A start is none, or a series is too long for it.
 * @retval DT_E_UNIT       A member of the unit is unknown.
 * @retval DT_E_FLAG       A flag is unknown, or a reserved member is not 0.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_panel_check(const struct dt_series_panel *self,
                      struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup series_options Options
 *  @{ */

/** Flags of options. */
enum dt_series_option {
    /** Units that do not add up are added all the same: a rolling sum of
     *  stocks, averages, index numbers, rates or logarithms. */
    DT_SERIES_OPTION_ANY_UNIT = 1
};

/**
 * Choices for functions of series. May grow at its end in later releases.
 *
 * Start from #DT_SERIES_OPTIONS_INIT, or zeroed with struct_size set. A choice
 * that a function does not look at is refused.
 *
 * Every function that takes some checks them: DT_E_STRUCT for a size that is
 * not possible, DT_E_NEWER for a choice of a later release, DT_E_FLAG for a
 * flag that is unknown or has no effect, and for a spare member.
 */
struct dt_series_options {
    uint32_t struct_size; /**< sizeof(struct dt_series_options). */
    uint32_t flags;       /**< DT_SERIES_OPTION_*. */
    int64_t  reserved[3]; /**< Zero. */
};

/** The defaults. */
#define DT_SERIES_OPTIONS_INIT \
    { sizeof(struct dt_series_options), 0, { 0, 0, 0 } }

/**
 * Sets options to their defaults: #DT_SERIES_OPTIONS_INIT for callers that
 * cannot see macros.
 *
 * @code
 * struct dt_series_options options;
 *
 * if (dt_series_options_init(&options, sizeof(options)) == 0)
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
dt_series_options_init(void *options, uint32_t struct_size);

/** @} */

/* ------------------------------------------------------------------------ */
/**
 * @defgroup series_levels Level operations
 *
 * They multiply by, or divide by, a positive number: units, rates of exchange,
 * links. So a zero keeps its sign, -0.0 stays -0.0, and what underflows keeps
 * that of the level.
 * @{
 */

/**
 * Restates a series in another unit: another scale, fraction or per cent.
 *
 *     result[i] = x[i] * 10^(scale of x - scale of to)
 *
 * and 10^2 more from fraction to per cent, or less the other way.
 *
 * @code
 * double trade[] = { 31.56, 32.16, 39.10 }; // trillions of yuan
 * struct dt_series x;
 * const struct dt_series_out out = DT_SERIES_OUT(trade, 3);
 *
 * if (dt_series_view(trade, 3, 1, DT_SERIES_FREQ_YEAR, 2019, &x, NULL) < 0)
 *     puts("no view");
 * x.unit.kind = DT_SERIES_UNIT_KIND_FLOW;
 * x.unit.scale = 12;
 * struct dt_series_unit billions = x.unit;
 * billions.scale = 9;
 * if (dt_series_convert(&x, &billions, NULL, &out, NULL) == 0)
 *     printf("%.0f\n", trade[2]); // 39100
 * @endcode
 *
 * @param[in]  x        The series; its unit states a kind.
 * @param[in]  to       The unit of the result; states the same kind, or
 *                      fraction for per cent, or per cent for fraction.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has; undefined ones
 *                      are NaN, because of VALUE_MISSING, NOT_FINITE or
 *                      OVERFLOW. May be the array of @p x with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_NULL     @p x, @p to or @p out is null.
 * @retval DT_E_UNIT     A kind is not stated; the kinds cannot be converted;
 *                       another member differs, or has an unknown value.
 * @retval DT_E_VINTAGE  The vintages differ.
 * @return Otherwise the status of dt_series_check(), or of a bad output (see
 *         dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded for up to 22 powers of ten; beyond, in every case of
 * tests/vectors/series_convert.txt.
 * @par Cost
 * Stack: 8 KB.
 * @see dt_series_convert_currency()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_convert(const struct dt_series *x, const struct dt_series_unit *to,
                  const struct dt_series_options *options,
                  const struct dt_series_out *out, struct dt_error *error);

/**
 * Converts each series of a panel to another unit: see dt_series_convert().
 *
 * @code
 * static const double trade[] = { 4.59, 7.23, 1.41, 2.62 };
 * double billions[4];
 * struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 2, DT_SERIES_FREQ_YEAR, 2023);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(billions, 0, 2, 2);
 *
 * x.unit.kind = DT_SERIES_UNIT_KIND_FLOW;
 * x.unit.scale = 12;
 * struct dt_series_unit to = x.unit;
 * to.scale = 9;
 * if (dt_series_convert_panel(&x, &to, NULL, &out, NULL) == 0)
 *     printf("%.0f %.0f\n", billions[1], billions[3]); // 7230 2620
 * @endcode
 *
 * @param[in]  x        The series; their unit states a kind.
 * @param[in]  to       The unit of the result.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_series_convert() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_series_convert() for each series; what is asked is
 * checked once.
 * Stack: 11 KB.
 * @see dt_series_convert(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_convert_panel(const struct dt_series_panel *x,
                        const struct dt_series_unit *to,
                        const struct dt_series_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/** How a rate of exchange is quoted. */
enum dt_series_quote {
    DT_SERIES_QUOTE_PER_UNIT = 0, /**< Units of the new currency per unit of
                                       the old one: multiply. */
    DT_SERIES_QUOTE_INVERSE  = 1  /**< Units of the old currency per unit of
                                       the new one (yuan per dollar for a
                                       series in yuan): divide. */
};

/**
 * Converts amounts of money at the rate of exchange of the same period.
 *
 *     PER_UNIT: result[i] = x[i] * rate    INVERSE: result[i] = x[i] / rate
 *
 * Of several reasons the first in this list is given, as everywhere (see
 * #DT_SERIES_WHY_DEFINED):
 *
 *   - NO_BASE: the rates have no such period;
 *   - VALUE_MISSING: the value is missing;
 *   - BASE_MISSING: the rate of the period is missing;
 *   - NOT_FINITE: the value or the rate is infinite, or NaN as a value;
 *   - ZERO_BASE, NEGATIVE_BASE: the rate is zero, or negative;
 *   - OVERFLOW: the result is not finite.
 *
 * @code
 * static const double yuan[] = { 17.23, 17.93 }, per_dollar[] = { 6.9, 6.9 };
 * double dollars[2];
 * struct dt_series x, rates;
 * const struct dt_series_out out = DT_SERIES_OUT(dollars, 2);
 *
 * if (dt_series_view(yuan, 2, 1, DT_SERIES_FREQ_YEAR, 2019, &x, NULL) == 0 &&
 *     dt_series_view(per_dollar, 2, 1, DT_SERIES_FREQ_YEAR, 2019, &rates,
 *                    NULL) == 0
 *     && dt_series_convert_currency(&x, &rates, DT_SERIES_QUOTE_INVERSE, NULL,
 *                                   &out,
 *                           NULL) == 0)
 *     printf("%.2f\n", dollars[0]); // 2.50
 * @endcode
 *
 * @param[in]  x        Amounts; no index, fraction, per cent or logarithm, and
 *                      not per unit of another currency.
 * @param[in]  rates    Rates of exchange of the same frequency; their periods
 *                      may be others. The currencies of their unit, where
 *                      stated, are those of @p x and of the result: state
 *                      `currency` and `per` (CNY per USD), and a wrong quote is
 *                      refused. The kind is AVERAGE, or STOCK for those of the
 *                      end of a period; of one unit, not of a hundred: the
 *                      scale is 0.
 * @param[in]  quote    One of DT_SERIES_QUOTE_*.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the array
 *                      of @p x with its stride.
 *
 * @retval DT_E_OK     The result is written.
 * @retval DT_E_NULL   @p x, @p rates or @p out is null.
 * @retval DT_E_RULE   @p quote is unknown.
 * @retval DT_E_MIXED  The frequencies differ.
 * @retval DT_E_UNIT   The unit of @p x is no amount of money, that of @p rates
 *                     no rate of exchange, or one from another currency or into
 *                     that of @p x.
 * @return Otherwise the status of dt_series_check() for @p x or @p rates, or of
 *         a bad output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded.
 * @par Cost
 * Stack: 8 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_convert_currency(const struct dt_series *x,
                           const struct dt_series *rates, int32_t quote,
                           const struct dt_series_options *options,
                           const struct dt_series_out *out,
                           struct dt_error *error);

/**
 * Converts the amounts of a panel: see dt_series_convert_currency().
 *
 * @code
 * // Exports and imports in yuan, at one rate for all.
 * static const double yuan[] = { 17.24, 17.93, 14.33, 14.29 };
 * static const double per_dollar[] = { 6.9, 6.9 };
 * double dollars[4];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(yuan, 2, 2, DT_SERIES_FREQ_YEAR, 2019);
 * const struct dt_series_panel rates =
 *     DT_SERIES_PANEL_OF(per_dollar, 1, 2, DT_SERIES_FREQ_YEAR, 2019);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(dollars, 0, 2, 2);
 *
 * if (dt_series_convert_currency_panel(&x, &rates, DT_SERIES_QUOTE_INVERSE,
 *                                      NULL, &out, NULL) == 0)
 *     printf("%.2f %.2f\n", dollars[0], dollars[3]); // 2.50 2.07
 * @endcode
 *
 * @param[in]  x        Amounts.
 * @param[in]  rates    Rates of exchange: of as many series, or of one for all.
 * @param[in]  quote    One of DT_SERIES_QUOTE_*.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p rates has neither one series nor as many as @p x.
 * @return Otherwise the status of dt_series_convert_currency() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_series_convert_currency() for each series; what is asked is
 * checked once.
 * Stack: 12 KB.
 * @see dt_series_convert_currency(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_convert_currency_panel(const struct dt_series_panel *x,
                                 const struct dt_series_panel *rates,
                                 int32_t quote,
                                 const struct dt_series_options *options,
                                 const struct dt_series_panel_out *out,
                                 struct dt_error *error);

/** How two series are joined. */
enum dt_series_splice {
    /** The levels as they are: units and vintages must agree, and so must the
     *  values of every shared period (DT_E_CONFLICT). */
    DT_SERIES_SPLICE_PLAIN = 0,
    /** The older series is multiplied by newer / older at the first shared
     *  period in which both have a value (DT_E_CONFLICT if there is none, or
     *  the two are not finite and of one sign): growth is kept, vintages and
     *  reference periods may differ. */
    DT_SERIES_SPLICE_LINK  = 1
};

/**
 * Joins an older and a newer series.
 *
 * Element i of the result belongs to the period min(older->start, newer->start)
 * + i; the last one is the last of either. Where the newer series has a value
 * it wins, also one that is infinite; elsewhere the older one stands, linked
 * if asked for. Periods that neither has are missing.
 *
 * @code
 * static const double old_gdp[] = { 98, 101, 114 }, new_gdp[] = { 102, 115 };
 * double joined[3];
 * struct dt_series a, b;
 * const struct dt_series_out out = DT_SERIES_OUT(joined, 3);
 *
 * if (dt_series_view(old_gdp, 3, 1, DT_SERIES_FREQ_YEAR, 2019, &a,
 *                    NULL) == 0 &&
 *     dt_series_view(new_gdp, 2, 1, DT_SERIES_FREQ_YEAR, 2020, &b,
 *                    NULL) == 0 &&
 *     dt_series_splice(&a, &b, DT_SERIES_SPLICE_LINK, NULL, &out, NULL) == 0)
 *     printf("%.3f\n", joined[0]); // 98.970, which is 98 * 102 / 101
 * @endcode
 *
 * @param[in]  older    The series that gives way; may start or end later.
 *                      Which of the two is the older nothing tells but this.
 * @param[in]  newer    The series that wins; of the same frequency.
 * @param[in]  kind     One of DT_SERIES_SPLICE_*.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives the result, of as many elements as there are
 *                      periods from the first of either to the last of either;
 *                      undefined ones are NaN, because of VALUE_MISSING,
 *                      NOT_FINITE or OVERFLOW.
 * @param[out] error    Its `index` is the observation of @p older in a
 *                      conflict.
 *
 * @retval DT_E_OK        The result is written.
 * @retval DT_E_NULL      @p older, @p newer or @p out is null.
 * @retval DT_E_MIXED     The frequencies differ.
 * @retval DT_E_OVERFLOW  The number of periods overflows.
 * @retval DT_E_CAPACITY  @p out has room for fewer periods.
 * @retval DT_E_KIND      @p kind is unknown.
 * @retval DT_E_UNIT      The units differ.
 * @retval DT_E_VINTAGE   PLAIN: the vintages differ: two editions.
 * @retval DT_E_CONFLICT  PLAIN: two values of one period differ. LINK: nothing
 *                        links the two.
 * @return Otherwise the status of dt_series_check() for an input, or of a bad
 *         output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * LINK: older * newer / older is rounded once, without overflow on the way;
 * the last bit is right in every case of tests/vectors/series_link.txt,
 * subnormal results included.
 * @par Cost
 * Stack: 8 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_splice(const struct dt_series *older, const struct dt_series *newer,
                 int32_t kind,
                 const struct dt_series_options *options,
                 const struct dt_series_out *out,
                 struct dt_error *error);

/**
 * Joins the older and the newer series of two panels: see dt_series_splice().
 *
 * Series j of @p older is joined with series j of @p newer, or with the only
 * one. The results are a matrix, also where there are spans: element 0 of the
 * result of series j belongs to the earlier start of the two, and what lies
 * behind the last period of either is left alone.
 *
 * @code
 * static const double older[] = { 98, 101, 114, 14, 15, 17 };
 * static const double newer[] = { 102, 115, 30, 34 };
 * double joined[6];
 * const struct dt_series_panel a =
 *     DT_SERIES_PANEL_OF(older, 2, 3, DT_SERIES_FREQ_YEAR, 2019);
 * const struct dt_series_panel b =
 *     DT_SERIES_PANEL_OF(newer, 2, 2, DT_SERIES_FREQ_YEAR, 2020);
 * const struct dt_series_panel_out out = DT_SERIES_PANEL_OUT(joined, 0, 2, 3);
 *
 * if (dt_series_splice_panel(&a, &b, DT_SERIES_SPLICE_LINK, NULL, &out,
 *                            NULL) == 0)
 *     printf("%.2f %.2f\n", joined[0], joined[3]); // 98.97 28.00
 * @endcode
 *
 * @param[in]  older    The series that give way.
 * @param[in]  newer    The series that win: as many, or one for all.
 * @param[in]  kind     One of DT_SERIES_SPLICE_*.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      A matrix with room for the longest result.
 * @param[out] error    Its `index` is the series in a conflict.
 *
 * @retval DT_E_OK      The results are written.
 * @retval DT_E_LENGTH  @p newer has neither one series nor as many as @p older.
 * @return Otherwise the status of dt_series_splice() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG. Nothing is written then.
 *
 * @par Cost
 * That of dt_series_splice() for each series; what is asked is checked
 * once.
 * Stack: 9 KB.
 * @see dt_series_splice(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_splice_panel(const struct dt_series_panel *older,
                       const struct dt_series_panel *newer, int32_t kind,
                       const struct dt_series_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup series_rolling Rolling windows
 *  @{ */

/** What is computed of every window. */
enum dt_series_rolling {
    DT_SERIES_ROLLING_SUM  = 0, /**< Its sum: 12-month totals. */
    DT_SERIES_ROLLING_MEAN = 1  /**< Its mean: moving averages. */
};

/**
 * Sums or means of every run of periods.
 *
 *     sum:  x[i - window + 1] + ... + x[i]
 *     mean: the same / window
 *
 * Element i belongs to the last period of its window. It depends on the values
 * of that window alone: nothing drifts, and no earlier value leaves a trace.
 *
 * @code
 * // Quarterly exports, as totals of four quarters.
 * static const double exports[] = { 0.7, 0.8, 0.9, 1.1, 0.8 };
 * double totals[5];
 * struct dt_series x;
 * const struct dt_series_out out = DT_SERIES_OUT(totals, 5);
 *
 * if (dt_series_view(exports, 5, 1, DT_SERIES_FREQ_QUARTER, 4 * 2023, &x,
 *                    NULL) == 0
 *     && dt_series_rolling(&x, DT_SERIES_ROLLING_SUM, 4, NULL, &out,
 *                          NULL) == 0)
 *     printf("%.1f %.1f\n", totals[3], totals[4]); // 3.5 3.6
 * @endcode
 *
 * @param[in]  x        Observations, in any unit.
 * @param[in]  kind     One of DT_SERIES_ROLLING_*.
 * @param[in]  window   Periods of a window, at least 1; the first window - 1
 *                      elements are undefined.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives the result; undefined elements are NaN, because
 *                      of NO_BASE (the window starts before the series),
 *                      VALUE_MISSING (of any of its values), NOT_FINITE or
 *                      OVERFLOW. May be the array of @p x with its stride.
 *
 * @retval DT_E_OK       The result is written.
 * @retval DT_E_NULL     @p x or @p out is null.
 * @retval DT_E_KIND     @p kind is unknown.
 * @retval DT_E_PERIODS  @p window is below 1.
 * @return Otherwise the status of dt_series_check() for @p x, or of a bad
 *         output (see dt_series_from_out()).
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case of tests/vectors/series_rolling.txt: one
 * rounding after exact sums.
 * @par Cost
 * Two to four times that of a copy for a window of 12 periods, up to seven
 * times for others of 64 at most; some hundred nanoseconds an element for
 * longer ones and where values of very different size meet, about a thousand
 * for a mean.
 * Stack: 10 KB.
 * @see dt_series_sum_read()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  const struct dt_series_options *options,
                  const struct dt_series_out *out, struct dt_error *error);

/**
 * Sums or means of windows of each series of a panel: see dt_series_rolling().
 *
 * @code
 * static const double trade[] = { 4.59, 5.03, 7.23, 1.41, 1.67, 2.62 };
 * double rates[6];
 * const struct dt_series_panel x =
 *     DT_SERIES_PANEL_OF(trade, 2, 3, DT_SERIES_FREQ_YEAR, 2022);
 * const struct dt_series_panel_out out =
 *     DT_SERIES_PANEL_OUT(rates, 0, 2, 3);
 *
 * if (dt_series_rolling_panel(&x, DT_SERIES_ROLLING_SUM, 2, NULL, &out,
 *                             NULL) == 0)
 *     printf("%.2f %.2f\n", rates[2], rates[5]); // 12.26 4.29
 * @endcode
 *
 * @param[in]  x        The series.
 * @param[in]  kind     One of DT_SERIES_ROLLING_*.
 * @param[in]  window   Periods of a window, at least 1.
 * @param[in]  options  Choices; null takes the defaults.
 * @param[out] out      Receives as many elements as @p x has. May be the arrays
 *                      of @p x with their strides.
 *
 * @retval DT_E_OK  The results are written.
 * @return Otherwise the status of dt_series_rolling() or
 *         dt_series_panel_check(), or of a bad output: DT_E_CAPACITY,
 *         DT_E_STRIDE, DT_E_NULL, DT_E_FLAG.
 *
 * @par Cost
 * That of dt_series_rolling() for each series; what is asked is
 * checked once.
 * Stack: 11 KB.
 * @see dt_series_rolling(), dt_series_panel
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_rolling_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t window,
                        const struct dt_series_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error);

/** @} */

/* ------------------------------------------------------------------------ */
/** @defgroup series_sums Exact sums
 *  @{ */

/** What a missing observation does to a sum. */
enum dt_series_missing {
    DT_SERIES_MISSING_COUNTS  = 0, /**< It leaves the sum undefined. */
    DT_SERIES_MISSING_SKIPPED = 1  /**< It is left out. */
};

/** Bytes of a saved sum; what is where in them: docs/formats.md. */
#define DT_SERIES_SUM_BYTES 584

/**
 * A sum in progress: exact, whatever the order, the number and the sizes of
 * its terms. Opaque; make one with dt_series_sum_init(). The size is frozen.
 *
 * Sums of parts are merged into the sum of the whole, with the same bits as if
 * it had been summed at once, and may be saved and loaded in between, also on
 * another machine.
 */
struct dt_series_sum {
    uint64_t opaque[144]; /**< Not to be looked at. */
};

/** What a sum comes to. The layout is frozen. */
struct dt_series_sum_result {
    double  sum;        /**< The exact sum, rounded once; NaN if undefined. */
    double  mean;       /**< Sum over #used, rounded once; NaN for none. */
    int64_t used;       /**< Observations that were added. */
    int64_t missing;    /**< Observations that were missing. */
    int64_t not_finite; /**< Infinities, and NaNs as values. */
    int32_t why;        /**< DT_SERIES_WHY_VALUE_MISSING, NOT_FINITE or
                             OVERFLOW; or DEFINED. */
    int32_t reserved;   /**< Zero. */
};

/**
 * Starts a sum at nothing.
 *
 * @code
 * struct dt_series_sum sum;
 * struct dt_series_sum_result r;
 *
 * if (dt_series_sum_init(&sum, NULL) == 0 &&
 *     dt_series_sum_read(&sum, DT_SERIES_MISSING_COUNTS, &r, NULL) == 0)
 *     printf("%g of %d\n", r.sum, (int)r.used); // 0 of 0
 * @endcode
 *
 * @param[out] self  Receives an empty sum.
 *
 * @retval DT_E_OK    @p self is empty.
 * @retval DT_E_NULL  @p self is null.
 * @par Cost
 * Stack: 2 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_init(struct dt_series_sum *self, struct dt_error *error);

/**
 * Adds the observations of a series to a sum, each times its weight.
 *
 *     sum += x[0] w[0] + x[1] w[1] + ...
 *
 * @code
 * static const double x[] = { 1e300, 3.25, -1e300 };
 * struct dt_series s;
 * struct dt_series_sum sum;
 * struct dt_series_sum_result r;
 *
 * if (dt_series_view(x, 3, 1, DT_SERIES_FREQ_UNDATED, 0, &s, NULL) == 0 &&
 *     dt_series_sum_init(&sum, NULL) == 0 &&
 *     dt_series_sum_add(&sum, &s, NULL, NULL) == 0 &&
 *     dt_series_sum_read(&sum, DT_SERIES_MISSING_COUNTS, &r, NULL) == 0)
 *     printf("%.2f\n", r.sum); // 3.25
 * @endcode
 *
 * @param[in,out] self     A sum.
 * @param[in]     x        Observations. Missing and infinite ones are counted,
 *                         not added.
 * @param[in]     weights  Weights of the same periods; null weighs every one by
 *                         1. A missing weight, or none for the period, makes
 *                         the product missing.
 *
 * @retval DT_E_OK        All observations are added.
 * @retval DT_E_NULL      @p self or @p x is null.
 * @retval DT_E_STRUCT    @p self was not made by dt_series_sum_init().
 * @retval DT_E_MIXED     The frequencies differ.
 * @retval DT_E_OVERFLOW  The sum would have more than 2^63 - 1 observations,
 *                        missing and infinite ones included.
 * @return Otherwise the status of dt_series_check() for @p x or @p weights.
 *
 * @par Accuracy
 * Exact.
 * @par Cost
 * Without weights less than a plain loop over doubles, as long as blocks of
 * 512 observations span fewer than 85 bits; with weights about 20 nanoseconds
 * for each.
 * Stack: 7 KB.
 * @par Source
 * Neal, "Fast exact summation using small and large superaccumulators" (2015).
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_add(struct dt_series_sum *self, const struct dt_series *x,
                  const struct dt_series *weights, struct dt_error *error);

/**
 * Adds one sum to another.
 *
 * @code
 * // Exports of two regions, summed apart.
 * static const double north[] = { 0.7, 0.8 }, south[] = { 0.9, 1.1 };
 * struct dt_series x, y;
 * struct dt_series_sum a, b;
 * struct dt_series_sum_result r;
 *
 * if (dt_series_view(north, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &x, NULL) == 0 &&
 *     dt_series_view(south, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &y, NULL) == 0 &&
 *     dt_series_sum_init(&a, NULL) == 0 &&
 *     dt_series_sum_add(&a, &x, NULL, NULL) == 0 &&
 *     dt_series_sum_init(&b, NULL) == 0 &&
 *     dt_series_sum_add(&b, &y, NULL, NULL) == 0 &&
 *     dt_series_sum_merge(&a, &b, NULL) == 0 &&
 *     dt_series_sum_read(&a, DT_SERIES_MISSING_COUNTS, &r, NULL) == 0)
 *     printf("%.1f of %d\n", r.sum, (int)r.used); // 3.5 of 4
 * @endcode
 *
 * @param[in,out] self   Receives the sum of both.
 * @param[in]     other  Another sum; may be @p self, which doubles it.
 *
 * @retval DT_E_OK        @p self is the sum of both.
 * @retval DT_E_NULL      @p self or @p other is null.
 * @retval DT_E_STRUCT    One was not made by dt_series_sum_init().
 * @retval DT_E_OVERFLOW  The sum would have more than 2^63 - 1 observations,
 *                        missing and infinite ones included.
 *
 * @par Accuracy
 * Exact: associative and commutative.
 * @par Cost
 * Stack: 3 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_merge(struct dt_series_sum *self,
                    const struct dt_series_sum *other, struct dt_error *error);

/**
 * Reads what a sum comes to so far.
 *
 * @code
 * static const double trade[] = { 2.33, NAN, 2.90 };
 * struct dt_series x;
 * struct dt_series_sum sum;
 * struct dt_series_sum_result r;
 *
 * if (dt_series_view(trade, 3, 1, DT_SERIES_FREQ_YEAR, 2022, &x, NULL) == 0 &&
 *     dt_series_sum_init(&sum, NULL) == 0 &&
 *     dt_series_sum_add(&sum, &x, NULL, NULL) == 0 &&
 *     dt_series_sum_read(&sum, DT_SERIES_MISSING_SKIPPED, &r, NULL) == 0)
 *     printf("%.3f of %d\n", r.mean, (int)r.used); // 2.615 of 2
 * @endcode
 *
 * @param[in]  self     A sum.
 * @param[in]  missing  DT_SERIES_MISSING_COUNTS or DT_SERIES_MISSING_SKIPPED.
 * @param[out] result   Receives sum, mean and counts.
 *
 * @retval DT_E_OK      The result is written, with a reason if undefined.
 * @retval DT_E_NULL    @p self or @p result is null.
 * @retval DT_E_STRUCT  @p self was not made by dt_series_sum_init().
 * @retval DT_E_RULE    @p missing is unknown.
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Sum and mean are correctly rounded.
 * @par Cost
 * Stack: 4 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_read(const struct dt_series_sum *self, int32_t missing,
                   struct dt_series_sum_result *result,
                   struct dt_error *error);

/**
 * Divides one sum by another: a weighted mean, or the share of many parts.
 *
 *     ratio = numerator / denominator
 *
 * @code
 * // Tariffs of 5 and 10 per cent, weighted by imports of 3 and 1.
 * static const double tariff[] = { 0.05, 0.10 }, imports[] = { 3, 1 };
 * struct dt_series t, m;
 * struct dt_series_sum duties, trade;
 * double mean;
 * int32_t why;
 *
 * if (dt_series_view(tariff, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &t, NULL) == 0 &&
 *     dt_series_view(imports, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &m,
 *                    NULL) == 0 &&
 *     dt_series_sum_init(&duties, NULL) == 0 &&
 *     dt_series_sum_add(&duties, &t, &m, NULL) == 0 &&
 *     dt_series_sum_init(&trade, NULL) == 0 &&
 *     dt_series_sum_add(&trade, &m, NULL, NULL) == 0 &&
 *     dt_series_sum_ratio(&duties, &trade, DT_SERIES_MISSING_COUNTS, &mean,
 *                         &why, NULL) == 0)
 *     printf("%.4f\n", mean); // 0.0625
 * @endcode
 *
 * @param[in]  numerator    A sum, such as that of values times weights.
 * @param[in]  denominator  A sum, such as that of the weights; not 0.
 * @param[in]  missing      DT_SERIES_MISSING_COUNTS or _SKIPPED, for both.
 * @param[out] ratio        Receives the quotient; NaN if undefined.
 * @param[out] why          Receives the reason: VALUE_MISSING of the numerator,
 *                          BASE_MISSING of the denominator, NOT_FINITE of
 *                          either, ZERO_BASE, OVERFLOW; or DEFINED.
 *
 * @retval DT_E_OK      Ratio and reason are written.
 * @retval DT_E_NULL    @p numerator, @p denominator, @p ratio or @p why is
 *                      null.
 * @retval DT_E_STRUCT  A sum was not made by dt_series_sum_init().
 * @retval DT_E_RULE    @p missing is unknown.
 *
 * @par Accuracy
 * Error: at most 0.5 ulp.
 * Correctly rounded in every case tested: one rounding after exact sums.
 * @par Cost
 * Stack: 3 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_ratio(const struct dt_series_sum *numerator,
                    const struct dt_series_sum *denominator, int32_t missing,
                    double *ratio, int32_t *why, struct dt_error *error);

/**
 * Saves a sum as bytes, which are the same on every machine.
 *
 * Two sums of the same value and counts have the same bytes, whatever way they
 * came about.
 *
 * @code
 * struct dt_series_sum sum;
 * uint8_t bytes[DT_SERIES_SUM_BYTES];
 *
 * if (dt_series_sum_init(&sum, NULL) == 0 &&
 *     dt_series_sum_save(&sum, bytes, sizeof(bytes), NULL) == 0)
 *     printf("%d bytes\n", (int)sizeof(bytes)); // 584 bytes
 * @endcode
 *
 * @param[in]  self      A sum.
 * @param[out] bytes     Receives #DT_SERIES_SUM_BYTES bytes.
 * @param[in]  capacity  Bytes that there is room for.
 *
 * @retval DT_E_OK        The bytes are written.
 * @retval DT_E_NULL      @p self or @p bytes is null.
 * @retval DT_E_STRUCT    @p self was not made by dt_series_sum_init().
 * @retval DT_E_CAPACITY  The bytes do not fit.
 * @par Cost
 * Stack: 2 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_save(const struct dt_series_sum *self, uint8_t *bytes,
                   int64_t capacity, struct dt_error *error);

/**
 * Loads a sum that was saved.
 *
 * @code
 * static const double exports[] = { 0.7, 0.8 };
 * struct dt_series x;
 * struct dt_series_sum sum, again;
 * struct dt_series_sum_result r;
 * uint8_t bytes[DT_SERIES_SUM_BYTES];
 *
 * if (dt_series_view(exports, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &x,
 *                    NULL) == 0 &&
 *     dt_series_sum_init(&sum, NULL) == 0 &&
 *     dt_series_sum_add(&sum, &x, NULL, NULL) == 0 &&
 *     dt_series_sum_save(&sum, bytes, sizeof(bytes), NULL) == 0 &&
 *     dt_series_sum_load(&again, bytes, sizeof(bytes), NULL) == 0 &&
 *     dt_series_sum_read(&again, DT_SERIES_MISSING_COUNTS, &r, NULL) == 0)
 *     printf("%.1f\n", r.sum); // 1.5
 * @endcode
 *
 * @param[out] self   Receives the sum.
 * @param[in]  bytes  What dt_series_sum_save() wrote.
 * @param[in]  size   How many bytes: #DT_SERIES_SUM_BYTES.
 *
 * @retval DT_E_OK      @p self is the sum that was saved.
 * @retval DT_E_NULL    @p self or @p bytes is null.
 * @retval DT_E_LENGTH  @p size is another.
 * @retval DT_E_TEXT    The bytes are no saved sum, or one that was damaged.
 * @retval DT_E_NEWER   A later release saved them in another form.
 * @retval DT_E_VALUE   A count in them is out of range, or the sum larger than
 *                      that many observations can come to.
 * @par Cost
 * Stack: 2 KB.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_sum_load(struct dt_series_sum *self, const uint8_t *bytes,
                   int64_t size, struct dt_error *error);

/** @} */

/* The twins of the two small accessors: C and C++ callers get the inline
 * body, while `(dt_series_at)(s, i)`, its address and other languages get the
 * symbol. */
#ifndef DTGROWTH_NO_INLINE
static inline double
dt_series_at_i(const struct dt_series *self, int64_t i)
{
    return self->values[i * self->stride];
}

static inline int32_t
dt_series_is_missing_i(const struct dt_series *self, int64_t i)
{
    const int64_t bit = self->validity_offset + i;
    const double value = dt_series_at_i(self, i);

    if (self->validity && !((self->validity[bit >> 3] >> (bit & 7)) & 1))
        return 1;
    return value != value && !(self->flags & DT_SERIES_FLAG_NAN_IS_VALUE);
}

#  if !defined(dt_series_at) /* As where a prefix is put before names. */
#    define dt_series_at(self, i) dt_series_at_i((self), (i))
#    define dt_series_is_missing(self, i) dt_series_is_missing_i((self), (i))
#  endif
#endif

#ifdef __cplusplus
}
#endif

#endif
