/** @file
 * Periods, units, borrowed views of observations, and level operations.
 *
 * A period is an `int64_t` ordinal of a frequency: adding 1 is the next
 * period, a difference is a count. Nothing here allocates, and a view never
 * owns what it looks at.
 */
#ifndef DTGROWTH_SERIES_H
#define DTGROWTH_SERIES_H

#include <stdint.h>

#include <dtgrowth/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------
 * Frequencies
 * ------------------------------------------------------------------------ */

/**
 * How often a series is observed. Stored as `int32_t`; one number for each
 * frequency, so that `==` is equality, and never reused.
 *
 * A family of frequencies is its base constant plus an anchor:
 *
 *   - `DT_SERIES_YEAR_BASE + m`, m = 1..12: years that end in month m;
 *   - `DT_SERIES_HALF_BASE + m`, m = 1..6: half-years that end in months m
 *     and m + 6;
 *   - `DT_SERIES_QUARTER_BASE + m`, m = 1..3: quarters that end in months m,
 *     m + 3, m + 6 and m + 9;
 *   - `DT_SERIES_WEEK_BASE + d`, d = 1..7: weeks of seven days that end on
 *     weekday d, 1 = Monday, 7 = Sunday (ISO 8601 weeks).
 */
enum {
    DT_SERIES_UNDATED      = 0,   /**< Numbered, not dated: 0, 1, 2 ... */
    DT_SERIES_YEAR_BASE    = 100,
    DT_SERIES_YEAR         = 112, /**< Calendar years. */
    DT_SERIES_HALF_BASE    = 200,
    DT_SERIES_HALF         = 206, /**< Half-years that end in June, December. */
    DT_SERIES_QUARTER_BASE = 300,
    DT_SERIES_QUARTER      = 303, /**< Quarters that end in March, June ... */
    DT_SERIES_MONTH        = 400,
    DT_SERIES_WEEK_BASE    = 500,
    DT_SERIES_WEEK         = 507, /**< ISO 8601 weeks, Monday to Sunday. */
    DT_SERIES_BUSINESS_DAY = 600, /**< Monday to Friday; holidays count. */
    DT_SERIES_DAY          = 700
};

/**
 * Names one canonical frequency from a family and an anchor.
 *
 * @param family  One of `DT_SERIES_*_BASE`.
 * @param anchor  Month (1..12) or weekday (1..7) in which a period ends; any
 *                of the equivalent ones: quarters that end in December are
 *                those that end in March.
 * @return The frequency, positive; DT_E_FREQUENCY for an unknown family or an
 *         anchor out of range.
 * @since 0.1
 */
DTGROWTH_API int32_t dt_series_frequency(int32_t family, int32_t anchor);

/**
 * Names a frequency for people: "quarter", "year ending in June".
 *
 * @return Static text; "unknown frequency" for any other number.
 * @since 0.1
 */
DTGROWTH_API const char *dt_series_frequency_name(int32_t frequency);

/**
 * The number of periods in a year, where the calendar fixes it.
 *
 * @return 1, 2, 4 or 12; 0 for weeks, days and undated observations, whose
 *         number is a convention (52, 260, 262, 365.25 ...) that the caller
 *         has to name; 0 for an unknown frequency.
 * @since 0.1
 */
DTGROWTH_API int32_t dt_series_per_year(int32_t frequency);

/* ------------------------------------------------------------------------
 * Periods
 * ------------------------------------------------------------------------ */

/** No period. Never a valid ordinal. */
#define DT_SERIES_NO_PERIOD INT64_MIN

/**
 * Ordinals and their epochs, fixed for ever:
 *
 *   - year: the calendar year in which it ends (2024 is 2024);
 *   - half-year: 2 * year + (half - 1); quarter: 4 * year + (quarter - 1);
 *     month: 12 * year + (month - 1), by the year and the place in it of the
 *     last month of the period (2024-Q3 is 8098, 2024-07 is 24294);
 *   - week: 0 is the week that contains 1970-01-01;
 *   - business day: 0 is Thursday 1970-01-01, five to a week;
 *   - day: 0 is 1970-01-01.
 *
 * Dates are those of the proleptic Gregorian calendar, years
 * #DT_SERIES_YEAR_MIN to #DT_SERIES_YEAR_MAX, with a year 0.
 */
#define DT_SERIES_YEAR_MIN (-999999)
#define DT_SERIES_YEAR_MAX 999999

/** Which end of a longer period is meant. */
enum {
    DT_SERIES_FIRST = 0, /**< Its first day. */
    DT_SERIES_LAST  = 1  /**< Its last day. */
};

/** What "a year earlier" means where the calendar leaves a choice. */
enum {
    /** The period of the same name: the same date (29 February has none in
     *  most years), the same ISO week number (week 53 has none), a business
     *  day of the same date (none if that is a weekend). No guess is made. */
    DT_SERIES_YEAR_AGO_SAME  = 0,
    /** As above, and where there is none the last one before it: 28 February,
     *  week 52, the Friday. */
    DT_SERIES_YEAR_AGO_CLAMP = 1,
    /** 364 days, 52 weeks, 260 business days: the same weekday. */
    DT_SERIES_YEAR_AGO_364   = 2
};

/** The period of @p frequency that contains a date. DT_E_DATE: no such date,
 *  or a weekend for business days. DT_E_FREQUENCY: unknown, or undated. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_from_date(int32_t frequency, int32_t year, int32_t month,
                           int32_t day, int64_t *period,
                           struct dt_error *error);

/** The first or the last day of a period, as a date. @p which is one of
 *  DT_SERIES_FIRST and DT_SERIES_LAST (DT_E_RULE otherwise). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_to_date(int32_t frequency, int64_t period, int32_t which,
                         int32_t *year, int32_t *month, int32_t *day,
                         struct dt_error *error);

/** The period of frequency @p to that contains the first or the last day of
 *  @p period. For business days: the first or last one inside the period
 *  (DT_E_PERIOD for a weekend day, which has none). Undated converts to
 *  undated only. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_convert(int32_t from, int64_t period, int32_t to,
                         int32_t which, int64_t *converted,
                         struct dt_error *error);

/** @p period + @p count, checked: DT_E_PERIOD for no period, DT_E_OVERFLOW. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_add(int64_t period, int64_t count, int64_t *sum,
                     struct dt_error *error);

/** @p end - @p base, the number of periods between, checked. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_difference(int64_t base, int64_t end, int64_t *count,
                            struct dt_error *error);

/** The same period @p years years earlier, by one of DT_SERIES_YEAR_AGO_*.
 *  Success with #DT_SERIES_NO_PERIOD where there is none. Undated has no
 *  years (DT_E_FREQUENCY); weeks that do not end on Sunday have no number, so
 *  that only DT_SERIES_YEAR_AGO_364 serves them (DT_E_RULE). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_year_ago(int32_t frequency, int64_t period, int64_t years,
                          int32_t rule, int64_t *earlier,
                          struct dt_error *error);

/**
 * Reads a period from text, the whole of which must be one.
 *
 * Years `2024` or `2024-A1`; half-years `2024-S1`; quarters `2024-Q3`; months
 * `2024-07` or `2024-M07`; ISO weeks `2024-W05`; days and business days
 * `2024-07-15`; other weeks by the date of their last day; undated an integer.
 * Years have four digits. `error->index` is the character at fault.
 *
 * @retval DT_E_EMPTY, DT_E_TEXT, DT_E_TRAILING  Not of that form.
 * @retval DT_E_DATE  31 February; a weekend for business days; for weeks that
 *                    do not end on Sunday, a date on another weekday.
 * @retval DT_E_WEEK  Week 53 of a year that has 52; week 0.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_parse(const char *text, int32_t frequency, int64_t *period,
                       struct dt_error *error);

/** Writes a period in the first form above and a terminator. @p needed, if not
 *  null, receives the bytes needed, terminator included, also when the buffer
 *  was too small (DT_E_CAPACITY; nothing else is written then). Years
 *  outside 0..9999 have no such text: DT_E_PERIOD. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_format(int32_t frequency, int64_t period, char *buffer,
                        int64_t capacity, int64_t *needed,
                        struct dt_error *error);

/* ------------------------------------------------------------------------
 * Units
 * ------------------------------------------------------------------------ */

/** What the numbers of a series are. 0 is "not stated". */
enum {
    DT_SERIES_UNIT_UNSTATED = 0,
    DT_SERIES_UNIT_FLOW     = 1, /**< An amount per period. */
    DT_SERIES_UNIT_STOCK    = 2, /**< An amount at the end of a period. */
    DT_SERIES_UNIT_AVERAGE  = 3, /**< An average over a period: a price. */
    DT_SERIES_UNIT_INDEX    = 4, /**< An index number. */
    DT_SERIES_UNIT_FRACTION = 5, /**< 0.05 is five per cent. */
    DT_SERIES_UNIT_PERCENT  = 6, /**< 5 is five per cent. */
    DT_SERIES_UNIT_LOG      = 7  /**< A natural logarithm or log growth. */
};

/** At which prices. */
enum {
    DT_SERIES_PRICE_UNSTATED = 0,
    DT_SERIES_PRICE_CURRENT  = 1,
    DT_SERIES_PRICE_CONSTANT = 2,
    DT_SERIES_PRICE_CHAINED  = 3
};

/** Which direction of trade. */
enum {
    DT_SERIES_TRADE_UNSTATED = 0,
    DT_SERIES_TRADE_EXPORTS  = 1,
    DT_SERIES_TRADE_IMPORTS  = 2,
    DT_SERIES_TRADE_BOTH     = 3 /**< Exports plus imports. */
};

/** Adjusted for season and calendar? */
enum {
    DT_SERIES_ADJUSTED_UNSTATED = 0,
    DT_SERIES_ADJUSTED_NONE     = 1,
    DT_SERIES_ADJUSTED_SEASON   = 2,
    DT_SERIES_ADJUSTED_CALENDAR = 3,
    DT_SERIES_ADJUSTED_BOTH     = 4
};

/** The published decimals are not known. */
#define DT_SERIES_DECIMALS_UNSTATED (-1)

/**
 * What the numbers of a series are. Plain values; the layout is frozen.
 *
 * Zero is "not stated" everywhere, and agrees with anything. Two stated
 * members that differ make two units that may not be compared, except
 * #decimals, which only informs. The scale counts as stated when #kind is.
 */
struct dt_series_unit {
    int32_t kind;        /**< DT_SERIES_UNIT_*. */
    char    currency[4]; /**< ISO 4217 letters and a terminator, or empty. */
    int32_t scale;       /**< Power of ten of one unit: 12 is trillions. */
    int32_t price;       /**< DT_SERIES_PRICE_*. */
    int32_t trade;       /**< DT_SERIES_TRADE_*. */
    int32_t adjusted;    /**< DT_SERIES_ADJUSTED_*. */
    int32_t decimals;    /**< Published decimals, or DT_SERIES_DECIMALS_UNSTATED. */
    int32_t reserved;    /**< Zero. */
    int64_t vintage;     /**< Edition: any number of the caller's, such as the
                              year of publication or a day ordinal. */
};

/** Nothing stated. */
#define DT_SERIES_UNIT_INIT \
    { 0, { 0, 0, 0, 0 }, 0, 0, 0, 0, DT_SERIES_DECIMALS_UNSTATED, 0, 0 }

/** Checks that two units may be compared. DT_E_UNIT or DT_E_VINTAGE with a
 *  message that names both; DT_E_UNIT too for a unit with an unknown member. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_unit_check(const struct dt_series_unit *a,
                     const struct dt_series_unit *b, struct dt_error *error);

/** Describes a unit for people: "flow, USD, 10^12, exports, vintage 2025".
 *  Buffer and @p needed as in dt_series_period_format(). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_unit_format(const struct dt_series_unit *unit, char *buffer,
                      int64_t capacity, int64_t *needed,
                      struct dt_error *error);

/* ------------------------------------------------------------------------
 * Views
 * ------------------------------------------------------------------------ */

/** Why an element of a result is undefined. Stored as `uint8_t`. */
enum {
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

/** Names a reason: "base missing". Static; "unknown reason" otherwise. */
DTGROWTH_API const char *dt_series_why_name(int32_t why);

/** Flags of a view. */
enum {
    /** A NaN is a value like any other, and not a missing observation. It
     *  makes the results that depend on it undefined (not finite). */
    DT_SERIES_NAN_IS_VALUE = 1
};

/**
 * A read-only, strided view of observations that the caller owns.
 *
 * Observation i, 0 <= i < length, is `values[i * stride]` and belongs to the
 * period `start + i`. It is missing where its bit in @ref validity is 0 (bit
 * `validity_offset + i`, least significant bit of a byte first, as in Arrow)
 * and, unless the flag DT_SERIES_NAN_IS_VALUE is set, where it is NaN.
 *
 * Make one with dt_series_view(); set unit, validity and flags afterwards. It
 * holds no resource: copy it freely. The layout is frozen.
 */
struct dt_series {
    const double  *values;          /**< First observation; null only if empty. */
    const uint8_t *validity;        /**< Bitmap, 1 = present; null: all are. */
    int64_t        length;          /**< Number of observations. */
    int64_t        stride;          /**< Step between observations, in doubles;
                                         may be negative, not 0. */
    int64_t        validity_offset; /**< Bit of observation 0; not negative. */
    int64_t        start;           /**< Ordinal of the first period. */
    int32_t        frequency;       /**< One of `DT_SERIES_YEAR` and its like. */
    uint32_t       flags;           /**< DT_SERIES_NAN_IS_VALUE or 0. */
    struct dt_series_unit unit;     /**< What the numbers are. */
};

/**
 * Where a result goes: memory of the caller. The layout is frozen.
 *
 * Start from #DT_SERIES_OUT. Element i is written to `values[i * stride]`, its
 * reason to `why[i]`, its bit to `validity`. An undefined element is NaN.
 */
struct dt_series_out {
    double  *values;          /**< First element of the result. */
    uint8_t *why;             /**< One DT_SERIES_WHY_* per element, or null. */
    uint8_t *validity;        /**< Bitmap, 1 = defined, or null. */
    void    *reserved;        /**< Null. */
    int64_t  stride;          /**< Step between elements, in doubles; not 0. */
    int64_t  capacity;        /**< Number of elements there is room for. */
    int64_t  validity_offset; /**< Bit of element 0; other bits are kept. */
};

/** A contiguous result of @p capacity elements, without reasons. */
#define DT_SERIES_OUT(values, capacity) \
    { (values), 0, 0, 0, 1, (capacity), 0 }

/** As above, with one reason per element in @p why. */
#define DT_SERIES_OUT_WHY(values, why, capacity) \
    { (values), (why), 0, 0, 1, (capacity), 0 }

/** Views an array as a series, without copying it and with nothing stated
 *  about its unit. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_view(const double *values, int64_t length, int64_t stride,
               int32_t frequency, int64_t start, struct dt_series *self,
               struct dt_error *error);

/** Checks a view that was filled by hand; every function does so too. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_check(const struct dt_series *self, struct dt_error *error);

/** Views a result as a series: the periods of @p like, values and validity of
 *  @p out, and @p unit (null: not stated). */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_from_out(const struct dt_series_out *out,
                   const struct dt_series *like,
                   const struct dt_series_unit *unit, struct dt_series *self,
                   struct dt_error *error);

/** The index of a period in a view. DT_E_BEFORE, DT_E_AFTER outside it. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_index(const struct dt_series *self, int64_t period, int64_t *index,
                struct dt_error *error);

/** The part of a view from the period @p first to the period @p last, both
 *  included. DT_E_PERIODS if @p last lies before @p first. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_slice(const struct dt_series *self, int64_t first, int64_t last,
                struct dt_series *slice, struct dt_error *error);

/** Cuts two views to the periods they share (length 0 if none). Frequencies
 *  must agree (DT_E_MIXED); units need not. @p a_cut may be @p a itself. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_align(const struct dt_series *a, const struct dt_series *b,
                struct dt_series *a_cut, struct dt_series *b_cut,
                struct dt_error *error);

/** Reads observation @p i, 0 <= i < length (not checked), missing or not. */
DTGROWTH_API double dt_series_at(const struct dt_series *self, int64_t i);

/** Whether observation @p i (not checked) is missing: 0 or 1. */
DTGROWTH_API int32_t dt_series_is_missing(const struct dt_series *self,
                                          int64_t i);

/* ------------------------------------------------------------------------
 * Level operations
 * ------------------------------------------------------------------------ */

/** Restates a series in another unit: another scale, or fraction against per
 *  cent. Correctly rounded. Every other member must agree (DT_E_UNIT,
 *  DT_E_VINTAGE). May work in place. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_convert(const struct dt_series *x, const struct dt_series_unit *to,
                  const struct dt_series_out *out, struct dt_error *error);

/** How a rate of exchange is quoted. */
enum {
    DT_SERIES_QUOTE_PER_UNIT = 0, /**< Units of the new currency per unit of
                                       the old one: multiply. */
    DT_SERIES_QUOTE_INVERSE  = 1  /**< Units of the old currency per unit of
                                       the new one (yuan per dollar for a
                                       series in yuan): divide. */
};

/** Converts a series at the rate of the same period. Rates outside the rate
 *  series or missing leave a missing element (no base, base missing), rates
 *  that are not positive zero base and negative base. Frequencies must agree. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_exchange(const struct dt_series *x, const struct dt_series *rates,
                   int32_t quote, const struct dt_series_out *out,
                   struct dt_error *error);

/** How two series are joined. */
enum {
    /** The levels as they are: units and vintages must agree, and so must the
     *  values of every shared period (DT_E_CONFLICT). */
    DT_SERIES_SPLICE_PLAIN = 0,
    /** The older series is multiplied by newer / older at the first shared
     *  period that both have (DT_E_CONFLICT if there is none): growth is kept,
     *  vintages may differ. */
    DT_SERIES_SPLICE_LINK  = 1
};

/** Joins an older and a newer series. Element i of the result belongs to
 *  the period `min(older->start, newer->start) + i`; where the newer series
 *  has a value it wins; periods between the two are missing. */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_splice(const struct dt_series *older, const struct dt_series *newer,
                 int32_t kind, const struct dt_series_out *out,
                 struct dt_error *error);

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
    return value != value && !(self->flags & DT_SERIES_NAN_IS_VALUE);
}

#  define dt_series_at(self, i) dt_series_at_i((self), (i))
#  define dt_series_is_missing(self, i) dt_series_is_missing_i((self), (i))
#endif

#ifdef __cplusplus
}
#endif

#endif
