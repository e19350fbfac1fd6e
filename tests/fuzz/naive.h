/* SPDX-License-Identifier: MIT */
/* A calendar of another kind than the library's: the first day of each year by
 * counting, everything else by looking it up and walking. */
#ifndef DTGROWTH_TESTS_FUZZ_NAIVE_H
#define DTGROWTH_TESTS_FUZZ_NAIVE_H

#include "fuzz.h"

#include <dtgrowth/period.h>

enum { NAIVE_MIN = DT_SERIES_YEAR_MIN, NAIVE_MAX = DT_SERIES_YEAR_MAX };

/* A date; `exists` is false for 31 February and what lies outside. */
struct naive_date {
    int64_t year;
    int month, day;
};

/* Days from 1970-01-01 to the first of each year, and of the year after the
 * last. */
static int32_t naive_starts[NAIVE_MAX - NAIVE_MIN + 2];

static inline bool
naive_leap(int64_t year)
{
    if (year % 100 == 0)
        return year % 400 == 0;
    return year % 4 == 0;
}

static inline int32_t *
naive_start(int64_t year)
{
    return &naive_starts[year - NAIVE_MIN];
}

static inline void
naive_count(void)
{
    if (*naive_start(1971) != 0)
        return;
    for (int64_t y = 1970; y <= NAIVE_MAX; y++)
        *naive_start(y + 1) = *naive_start(y) + 365 + naive_leap(y);
    for (int64_t y = 1970; y > NAIVE_MIN; y--)
        *naive_start(y - 1) = *naive_start(y) - 365 - naive_leap(y - 1);
}

static inline int
naive_month_days(int64_t year, int month)
{
    if (month == 2)
        return 28 + naive_leap(year);
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static inline bool
naive_exists(struct naive_date d)
{
    return d.year >= NAIVE_MIN && d.year <= NAIVE_MAX && d.month >= 1 &&
           d.month <= 12 && d.day >= 1 &&
           d.day <= naive_month_days(d.year, d.month);
}

static inline int64_t
naive_day(struct naive_date d)
{
    int64_t day = *naive_start(d.year) + d.day - 1;

    for (int m = 1; m < d.month; m++)
        day += naive_month_days(d.year, m);
    return day;
}

/* Whether a day is one of the calendar. */
static inline bool
naive_holds(int64_t day)
{
    return day >= *naive_start(NAIVE_MIN) && day < *naive_start(NAIVE_MAX + 1);
}

static inline struct naive_date
naive_date_of(int64_t day)
{
    int64_t low = NAIVE_MIN, high = NAIVE_MAX;

    while (low < high) {
        const int64_t middle = high - (high - low) / 2;
        if (*naive_start(middle) <= day)
            low = middle;
        else
            high = middle - 1;
    }
    struct naive_date d = { low, 1, 1 + (int)(day - *naive_start(low)) };
    for (; d.day > naive_month_days(d.year, d.month); d.month++)
        d.day -= naive_month_days(d.year, d.month);
    return d;
}

/* Without the rounding towards zero of C. */
static inline int64_t
naive_floor(int64_t a, int64_t b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/* 1 is Monday. */
static inline int
naive_weekday(int64_t day)
{
    return 1 + (int)(day + 3 - 7 * naive_floor(day + 3, 7));
}

/* The ISO week is that of its Thursday, counted from the first of the year. */
static inline void
naive_week(int64_t day, int64_t *year, int *week)
{
    const int64_t thursday = day - naive_weekday(day) + 4;

    *year = naive_date_of(thursday).year;
    *week = 1 + (int)((thursday - *naive_start(*year)) / 7);
}

/* Weeks of a year: that of 28 December is always the last. */
static inline int
naive_weeks(int64_t year)
{
    int64_t same;
    int week;

    naive_week(naive_day((struct naive_date){ year, 12, 28 }), &same, &week);
    return week;
}

/* Months of a period, or 0. */
static inline int
naive_months(int32_t frequency)
{
    switch (frequency / 100) {
    case 1:  return 12;
    case 2:  return 6;
    case 3:  return 3;
    case 4:  return 1;
    default: return 0;
    }
}

/* Every frequency but undated. */
static inline int32_t
naive_frequency(struct fuzz *f)
{
    switch (fuzz_below(f, 8)) {
    case 0:  return DT_SERIES_FREQ_YEAR_BASE + 1 + fuzz_below(f, 12);
    case 1:  return DT_SERIES_FREQ_HALF_BASE + 1 + fuzz_below(f, 6);
    case 2:  return DT_SERIES_FREQ_QUARTER_BASE + 1 + fuzz_below(f, 3);
    case 3:  return DT_SERIES_FREQ_MONTH;
    case 4:  return DT_SERIES_FREQ_WEEK_BASE + 1 + fuzz_below(f, 7);
    case 5:  return DT_SERIES_FREQ_WEEK;
    case 6:  return DT_SERIES_FREQ_BUSINESS_DAY;
    default: return DT_SERIES_FREQ_DAY;
    }
}

/* First and last day of a period; false outside of the calendar. */
static inline bool
naive_days(int32_t frequency, int64_t period, int64_t *first, int64_t *last)
{
    const int months = naive_months(frequency), anchor = frequency % 100;

    if (period > 1000000000 || period < -1000000000)
        return false;
    if (months > 0) {
        const int64_t end = period * months + (months == 1 ? 0 : anchor - 1);
        const int64_t begin = end - months + 1;
        struct naive_date a = { naive_floor(begin, 12), 0, 1 };
        struct naive_date b = { naive_floor(end, 12), 0, 1 };
        a.month = 1 + (int)(begin - 12 * a.year);
        b.month = 1 + (int)(end - 12 * b.year);
        b.day = naive_month_days(b.year, b.month);
        if (!naive_exists(a) || !naive_exists(b))
            return false;
        *first = naive_day(a);
        *last = naive_day(b);
        return true;
    }
    *last = period;
    if (frequency == DT_SERIES_FREQ_BUSINESS_DAY) {
        const int64_t week = naive_floor(period + 3, 5);
        *last = 7 * week + (period + 3 - 5 * week) - 3;
    } else if (frequency != DT_SERIES_FREQ_DAY) {
        *last = 7 * period + (anchor + 3) % 7;
    }
    *first = frequency / 100 == 5 ? *last - 6 : *last;
    return naive_holds(*first) && naive_holds(*last);
}

/* The period of a day, found by halving: each has its days after those of the
 * one before. DT_SERIES_NO_PERIOD where none holds it. */
static inline int64_t
naive_period(int32_t frequency, int64_t day)
{
    int64_t low = -400000000, high = 400000000, first, last;

    while (low < high) {
        const int64_t middle = naive_floor(low + high, 2);
        const bool inside = naive_days(frequency, middle, &first, &last);
        if (inside ? last >= day : middle > 0)
            high = middle;
        else
            low = middle + 1;
    }
    if (!naive_days(frequency, low, &first, &last) || first > day || last < day)
        return DT_SERIES_NO_PERIOD;
    return low;
}

#endif
