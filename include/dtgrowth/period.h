/* SPDX-License-Identifier: MIT */
/** @file
 * Frequencies, and their periods.
 *
 * A period is an `int64_t` ordinal of a frequency: adding 1 is the next
 * period, a difference is a count.
 */
#ifndef DTGROWTH_PERIOD_H
#define DTGROWTH_PERIOD_H

#include <stdint.h>

#include <dtgrowth/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------ */
/** @defgroup series_frequencies Frequencies
 *  @{ */

/**
 * How often a series is observed. Stored as `int32_t`; one number for each
 * frequency, so that `==` is equality, and never reused.
 *
 * A family of frequencies is its base constant plus an anchor:
 *
 *   - `DT_SERIES_FREQ_YEAR_BASE + m`, m = 1..12: years that end in month m;
 *   - `DT_SERIES_FREQ_HALF_BASE + m`, m = 1..6: half-years that end in months m
 *     and m + 6;
 *   - `DT_SERIES_FREQ_QUARTER_BASE + m`, m = 1..3: quarters that end in months
 *     m, m + 3, m + 6 and m + 9;
 *   - `DT_SERIES_FREQ_WEEK_BASE + d`, d = 1..7: weeks of seven days that end on
 *     weekday d, 1 = Monday, 7 = Sunday (ISO 8601 weeks).
 */
enum dt_series_freq {
    DT_SERIES_FREQ_UNDATED      = 0,   /**< Numbered, not dated: 0, 1, 2 ... */
    DT_SERIES_FREQ_YEAR_BASE    = 100, /**< Plus a month: years. */
    DT_SERIES_FREQ_YEAR         = 112, /**< Calendar years. */
    DT_SERIES_FREQ_HALF_BASE    = 200, /**< Plus a month: half-years. */
    DT_SERIES_FREQ_HALF         = 206, /**< Half-years that end in June and
                                            December. */
    DT_SERIES_FREQ_QUARTER_BASE = 300, /**< Plus a month: quarters. */
    DT_SERIES_FREQ_QUARTER      = 303, /**< Quarters that end in March, June
                                            ... */
    DT_SERIES_FREQ_MONTH        = 400, /**< Calendar months. */
    DT_SERIES_FREQ_WEEK_BASE    = 500, /**< Plus a weekday: weeks. */
    DT_SERIES_FREQ_WEEK         = 507, /**< ISO 8601 weeks, Monday to Sunday. */
    DT_SERIES_FREQ_BUSINESS_DAY = 600, /**< Monday to Friday; holidays count. */
    DT_SERIES_FREQ_DAY          = 700  /**< Every day. */
};

/**
 * Names one canonical frequency from a family and an anchor.
 *
 * @code
 * // Fiscal years; and quarters, which have three anchors, not twelve.
 * const int32_t fiscal = dt_series_frequency(DT_SERIES_FREQ_YEAR_BASE, 6);
 * const int32_t usual = dt_series_frequency(DT_SERIES_FREQ_QUARTER_BASE, 12);
 *
 * puts(dt_series_frequency_name(fiscal)); // year ending in June
 * printf("%d\n", usual == DT_SERIES_FREQ_QUARTER); // 1
 * @endcode
 *
 * @param[in] family  DT_SERIES_FREQ_YEAR_BASE, HALF_BASE, QUARTER_BASE or
 *                    WEEK_BASE.
 * @param[in] anchor  Month (1..12) or weekday (1..7) that a period ends in; any
 *                    of the equivalent ones.
 * @return The frequency, positive; DT_E_FREQUENCY for an unknown family or an
 *         anchor out of range.
 */
DTGROWTH_API int32_t dt_series_frequency(int32_t family, int32_t anchor);

/**
 * Names a frequency for people: "quarter", "year ending in June".
 *
 * @code
 * puts(dt_series_frequency_name(DT_SERIES_FREQ_WEEK)); // week ending on Sunday
 * @endcode
 *
 * @param[in] frequency  Any value.
 * @return The name; "unknown frequency" for a number that is none.
 */
DTGROWTH_API const char *dt_series_frequency_name(int32_t frequency);

/**
 * The number of periods in a year, where the calendar fixes it.
 *
 * @code
 * printf("%d %d\n", (int)dt_series_per_year(DT_SERIES_FREQ_MONTH),
 *        (int)dt_series_per_year(DT_SERIES_FREQ_WEEK)); // 12 0
 * @endcode
 *
 * @param[in] frequency  Any value.
 * @return 1, 2, 4 or 12; 0 for weeks, days and undated observations, whose
 *         number is a convention (52, 260, 262, 365.25 ...) that the caller has
 *         to name; 0 for an unknown frequency.
 */
DTGROWTH_API int32_t dt_series_per_year(int32_t frequency);

/** @} */

/* ------------------------------------------------------------------------ */
/**
 * @defgroup series_periods Periods
 *
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
 * @{
 */

/** No period. Never a valid ordinal. */
#define DT_SERIES_NO_PERIOD INT64_MIN

#define DT_SERIES_YEAR_MIN (-999999) /**< First year of the calendar. */
#define DT_SERIES_YEAR_MAX 999999    /**< Last year of the calendar. */

/** Which end of a longer period is meant. */
enum dt_series_which {
    DT_SERIES_WHICH_FIRST = 0, /**< Its first day. */
    DT_SERIES_WHICH_LAST  = 1  /**< Its last day. */
};

/** What "a year earlier" means where the calendar leaves a choice. */
enum dt_series_year_ago {
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

/**
 * Finds the period that contains a date.
 *
 * @code
 * int64_t quarter;
 *
 * if (dt_series_period_from_date(DT_SERIES_FREQ_QUARTER, 2024, 7, 15, &quarter,
 *                                NULL) == 0)
 *     printf("%d\n", (int)quarter); // 8098, which is 4 * 2024 + 2
 * @endcode
 *
 * @param[in]  frequency  Any but undated.
 * @param[in]  year       Calendar year, #DT_SERIES_YEAR_MIN to
 *                        #DT_SERIES_YEAR_MAX.
 * @param[in]  month      1 to 12.
 * @param[in]  day        1 to the length of the month.
 * @param[out] period     Receives the ordinal.
 *
 * @retval DT_E_OK         @p period contains the date.
 * @retval DT_E_NULL       @p period is null.
 * @retval DT_E_FREQUENCY  @p frequency is unknown, or undated.
 * @retval DT_E_DATE       There is no such date; or it is a weekend, and
 *                         @p frequency is business days.
 * @retval DT_E_PERIOD     The period reaches beyond the calendar.
 *
 * @see dt_series_period_to_date()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_from_date(int32_t frequency, int32_t year, int32_t month,
                           int32_t day, int64_t *period,
                           struct dt_error *error);

/**
 * Gives the first or the last day of a period as a date.
 *
 * @code
 * int32_t year, month, day;
 *
 * if (dt_series_period_to_date(DT_SERIES_FREQ_QUARTER, 8098,
 *                              DT_SERIES_WHICH_LAST, &year,
 *                              &month, &day, NULL) == 0)
 *     printf("%d-%02d-%02d\n", (int)year, (int)month, (int)day); // 2024-09-30
 * @endcode
 *
 * @param[in]  frequency  Any but undated.
 * @param[in]  period     Ordinal of the period.
 * @param[in]  which      DT_SERIES_WHICH_FIRST or DT_SERIES_WHICH_LAST.
 * @param[out] year       Receives the year,
 * @param[out] month      the month, 1 to 12,
 * @param[out] day        and the day, 1 to 31.
 *
 * @retval DT_E_OK         The date is written.
 * @retval DT_E_NULL       @p year, @p month or @p day is null.
 * @retval DT_E_FREQUENCY  @p frequency is unknown, or undated.
 * @retval DT_E_RULE       @p which is neither of the two.
 * @retval DT_E_PERIOD     @p period is #DT_SERIES_NO_PERIOD, or lies outside
 *                         the calendar.
 *
 * @see dt_series_period_from_date()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_to_date(int32_t frequency, int64_t period, int32_t which,
                         int32_t *year, int32_t *month, int32_t *day,
                         struct dt_error *error);

/**
 * Finds the period of another frequency that contains the first or the last
 * day of a period.
 *
 * For business days it is the first or the last one inside the period. Undated
 * converts to undated only, and stays as it is.
 *
 * @code
 * int64_t month;
 *
 * if (dt_series_period_convert(DT_SERIES_FREQ_QUARTER, DT_SERIES_FREQ_MONTH,
 *                              8098, DT_SERIES_WHICH_LAST, &month, NULL) == 0)
 *     printf("%d\n", (int)(month % 12 + 1)); // 9
 * @endcode
 *
 * @param[in]  from       Frequency of @p period.
 * @param[in]  to         Frequency that is asked for.
 * @param[in]  period     Ordinal of the period.
 * @param[in]  which      DT_SERIES_WHICH_FIRST or DT_SERIES_WHICH_LAST.
 * @param[out] converted  Receives the ordinal.
 *
 * @retval DT_E_OK         @p converted contains the day.
 * @retval DT_E_NULL       @p converted is null.
 * @retval DT_E_FREQUENCY  A frequency is unknown; or one of them is undated.
 * @retval DT_E_RULE       @p which is neither of the two.
 * @retval DT_E_PERIOD     @p period is #DT_SERIES_NO_PERIOD; it or the result
 *                         lies outside the calendar; or it is a day of a
 *                         weekend, which has no business day.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_convert(int32_t from, int32_t to, int64_t period,
                         int32_t which, int64_t *converted,
                         struct dt_error *error);

/**
 * Adds a number of periods to a period, checked.
 *
 *     sum = period + count
 *
 * @code
 * int64_t quarter;
 *
 * // Five quarters after 2024-Q3.
 * if (dt_series_period_add(8098, 5, &quarter, NULL) == 0)
 *     printf("%d-Q%d\n", (int)(quarter / 4),
 *            (int)(quarter % 4 + 1)); // 2025-Q4
 * @endcode
 *
 * @param[in]  period  Ordinal of any frequency.
 * @param[in]  count   How many to go on; negative goes back.
 * @param[out] sum     Receives the ordinal.
 *
 * @retval DT_E_OK        @p sum is exact.
 * @retval DT_E_NULL      @p sum is null.
 * @retval DT_E_PERIOD    @p period is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_OVERFLOW  The sum is no ordinal of 64 bits.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_add(int64_t period, int64_t count, int64_t *sum,
                     struct dt_error *error);

/**
 * Counts the periods between two, checked.
 *
 *     count = end - base
 *
 * @code
 * int64_t years;
 *
 * if (dt_series_period_difference(2020, 2024, &years, NULL) == 0)
 *     printf("%.4f\n", dt_growth_cagr(4.59, 7.23, (double)years)); // 0.1203
 * @endcode
 *
 * @param[in]  base   Ordinal of a period.
 * @param[in]  end    Ordinal of a period of the same frequency.
 * @param[out] count  Receives the intervals: 4 from 2020 to 2024.
 *
 * @retval DT_E_OK        @p count is exact.
 * @retval DT_E_NULL      @p count is null.
 * @retval DT_E_PERIOD    @p base or @p end is #DT_SERIES_NO_PERIOD.
 * @retval DT_E_OVERFLOW  The difference does not fit 64 bits.
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_difference(int64_t base, int64_t end, int64_t *count,
                            struct dt_error *error);

/**
 * Finds the same period some years earlier.
 *
 * Years, half-years, quarters and months leave no choice, and every rule gives
 * the same. For days, business days and ISO weeks the rule decides.
 *
 * @code
 * int64_t day, earlier;
 *
 * if (dt_series_period_from_date(DT_SERIES_FREQ_DAY, 2024, 2, 29, &day,
 *                                NULL) == 0
 *     && dt_series_period_year_ago(DT_SERIES_FREQ_DAY, day, 1,
 *                                  DT_SERIES_YEAR_AGO_SAME, &earlier,
 *                                  NULL) == 0)
 *     printf("%d\n", earlier == DT_SERIES_NO_PERIOD); // 1: no 29 February
 * @endcode
 *
 * @param[in]  frequency  Any but undated.
 * @param[in]  period     Ordinal of the period.
 * @param[in]  years      How many years, at least 1.
 * @param[in]  rule       One of DT_SERIES_YEAR_AGO_*.
 * @param[out] earlier    Receives the ordinal, #DT_SERIES_NO_PERIOD where there
 *                        is no such period.
 *
 * @retval DT_E_OK         @p earlier is written.
 * @retval DT_E_NULL       @p earlier is null.
 * @retval DT_E_FREQUENCY  @p frequency is unknown, or undated.
 * @retval DT_E_RULE       @p rule is unknown; or weeks that do not end on
 *                         Sunday, which have no number, are asked for another
 *                         rule than DT_SERIES_YEAR_AGO_364.
 * @retval DT_E_PERIOD     @p period is #DT_SERIES_NO_PERIOD; or it lies outside
 *                         the calendar, and a year is no fixed number of
 *                         periods.
 * @retval DT_E_LAG        @p years is less than 1.
 * @retval DT_E_OVERFLOW   The result is no ordinal of 64 bits.
 */
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
 * Years have four digits. These are forms of ISO 8601 and SDMX.
 *
 * @code
 * int64_t quarter;
 * struct dt_error error;
 *
 * if (dt_series_period_parse(DT_SERIES_FREQ_QUARTER, "2024-Q5", &quarter,
 *                            &error))
 *     puts(error.message); // text is "2024-Q5": no quarter 5, only 1 to 4
 * @endcode
 *
 * @param[in]  frequency  What the text is to be read as.
 * @param[in]  text       Zero-terminated. No space before or after.
 * @param[out] period     Receives the ordinal.
 * @param[out] error      Its `index` is the character at fault.
 *
 * @retval DT_E_OK         @p period is what the text says.
 * @retval DT_E_NULL       @p text or @p period is null.
 * @retval DT_E_FREQUENCY  @p frequency is unknown.
 * @retval DT_E_EMPTY      The text is empty.
 * @retval DT_E_TEXT       It has another form.
 * @retval DT_E_TRAILING   Something follows a period.
 * @retval DT_E_DATE       31 February; month 13; a weekend for business days;
 *                         for weeks that do not end on Sunday, a date on
 *                         another weekday.
 * @retval DT_E_WEEK       Week 53 of a year that has 52; week 0.
 * @retval DT_E_OVERFLOW   An undated integer of more than 64 bits.
 *
 * @see dt_series_period_format()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_parse(int32_t frequency, const char *text, int64_t *period,
                       struct dt_error *error);

/**
 * Writes a period in the first form of dt_series_period_parse().
 *
 * @code
 * char text[24]; // enough for any period
 *
 * if (dt_series_period_format(DT_SERIES_FREQ_QUARTER, 8098, text, sizeof(text),
 *                             NULL, NULL) == 0)
 *     puts(text); // 2024-Q3
 * @endcode
 *
 * @param[in]  frequency  Any.
 * @param[in]  period     Ordinal of the period.
 * @param[out] buffer     Receives the text and a terminator. May be null if
 *                        @p capacity is 0.
 * @param[in]  capacity   Bytes that there is room for.
 * @param[out] needed     Receives the bytes needed, terminator included, also
 *                        where @p capacity is too small; may be null.
 *
 * @retval DT_E_OK         The text is written.
 * @retval DT_E_NULL       @p buffer is null, with a capacity.
 * @retval DT_E_LENGTH     @p capacity is negative.
 * @retval DT_E_FREQUENCY  @p frequency is unknown.
 * @retval DT_E_PERIOD     @p period is #DT_SERIES_NO_PERIOD, or its year is not
 *                         one of four digits.
 * @retval DT_E_CAPACITY   The text does not fit; only @p needed is written.
 *
 * @see dt_series_period_parse()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_series_period_format(int32_t frequency, int64_t period, char *buffer,
                        int64_t capacity, int64_t *needed,
                        struct dt_error *error);

/**
 * The period of a year, by its number in it.
 *
 * @code
 * const int64_t july = dt_series_period_of(DT_SERIES_FREQ_MONTH, 2024, 7);
 * const int64_t none = dt_series_period_of(DT_SERIES_FREQ_MONTH, 2024, 13);
 *
 * printf("%d %d\n", (int)july, none == DT_SERIES_NO_PERIOD); // 24294 1
 * @endcode
 *
 * @param[in] frequency  Years, half-years, quarters, months, ISO 8601 weeks, or
 *                       days.
 * @param[in] year       The year, of which a week is one by ISO 8601.
 * @param[in] part       From 1: half-year, quarter, month, week, or day of the
 *                       year; 1 for a year.
 * @return The ordinal; #DT_SERIES_NO_PERIOD where there is no such period, and
 *         for undated, business days, and weeks without a number.
 * @see dt_series_period_parse()
 */
DTGROWTH_API int64_t dt_series_period_of(int32_t frequency, int32_t year,
                                         int32_t part);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
