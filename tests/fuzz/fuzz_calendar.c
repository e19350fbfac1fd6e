/* SPDX-License-Identifier: MIT */
/* Periods, dates and a year ago against a naive calendar. */

#include "fuzz.h"
#include "naive.h"

#include <dtgrowth/period.h>

/* A period: near today, near the borders of the calendar, or anywhere. */
static int64_t
calendar_period(struct fuzz *f, int32_t frequency)
{
    static const int64_t years[] = { NAIVE_MIN, NAIVE_MAX, 1970, 0, 2000 };
    struct naive_date date = { 0, 1, 1 };

    switch (fuzz_below(f, 3)) {
    case 0:
        return fuzz_integer(f);
    case 1:
        date.year = years[fuzz_below(f, 5)];
        break;
    default:
        date.year = 1600 + fuzz_below(f, 801);
    }
    if (fuzz_below(f, 2) == 1)
        date = (struct naive_date){ date.year, 12, 31 };
    int64_t period = naive_period(frequency, naive_day(date));
    if (period == DT_SERIES_NO_PERIOD)
        period = 0;
    return period + (int8_t)fuzz_bits(f, 1);
}

static void
calendar_check_to_date(int32_t frequency, int64_t period, int32_t which)
{
    int32_t year = -7, month = -7, day = -7;
    int64_t first, last;
    const int32_t status = dt_series_period_to_date(frequency, period, which,
                                                    &year, &month, &day, NULL);

    if (!naive_days(frequency, period, &first, &last)) {
        FUZZ_NEED(status == DT_E_PERIOD && year == -7, "%d %" PRId64 ": %d",
                  (int)frequency, period, (int)status);
        return;
    }
    const struct naive_date d = naive_date_of(which ? last : first);
    FUZZ_NEED(status == DT_E_OK && year == d.year && month == d.month &&
              day == d.day, "%d %" PRId64 ": %d, %d-%d-%d", (int)frequency,
              period, (int)status, (int)year, (int)month, (int)day);
}

/* A date that exists or not: the end of a February often. */
static struct naive_date
calendar_date(struct fuzz *f)
{
    static const int32_t years[] = { 1900, 2000, 2100, 2023, 2024, 1600, -400,
                                     -100 };
    struct naive_date d = { 1890 + fuzz_below(f, 256), 2,
                            28 + fuzz_below(f, 3) };
    const int how = fuzz_below(f, 4);

    if (how == 0)
        d.year = (int32_t)fuzz_integer(f);
    if (how == 1)
        d.year = years[fuzz_below(f, 8)];
    if (how != 1) {
        d.month = fuzz_below(f, 15);
        d.day = fuzz_below(f, 34);
    }
    return d;
}

static void
calendar_check_from_date(struct fuzz *f, int32_t frequency)
{
    const struct naive_date d = calendar_date(f);
    int64_t period = -7;
    int32_t wanted = DT_E_OK;
    const int32_t status = dt_series_period_from_date(
        frequency, (int32_t)d.year, d.month, d.day, &period, NULL);
    int64_t expected = -7;

    if (!naive_exists(d) || (frequency == DT_SERIES_FREQ_BUSINESS_DAY &&
                             naive_weekday(naive_day(d)) > 5))
        wanted = DT_E_DATE;
    else if ((expected = naive_period(frequency, naive_day(d))) ==
             DT_SERIES_NO_PERIOD)
        wanted = DT_E_PERIOD;
    FUZZ_NEED(status == wanted && (status < 0 || period == expected),
              "%d %d-%d-%d: %d, %" PRId64 " not %" PRId64, (int)frequency,
              (int)d.year, d.month, d.day, (int)status, period, expected);
}

/* The day itself, or the nearest business day inside of the period. */
static int64_t
calendar_inside(int32_t to, int64_t first, int64_t last, int32_t which)
{
    int64_t day = which ? last : first;

    if (to == DT_SERIES_FREQ_BUSINESS_DAY)
        while (naive_weekday(day) > 5 && day >= first && day <= last)
            day += which ? -1 : 1;
    return day < first || day > last ? DT_SERIES_NO_PERIOD
                                     : naive_period(to, day);
}

static void
calendar_check_convert(struct fuzz *f, int32_t from, int64_t period,
                       int32_t which)
{
    const int32_t to = naive_frequency(f);
    int64_t first, last, converted = -7, expected = DT_SERIES_NO_PERIOD;
    const int32_t status = dt_series_period_convert(from, to, period, which,
                                                    &converted, NULL);

    if (naive_days(from, period, &first, &last))
        expected = calendar_inside(to, first, last, which);
    FUZZ_NEED(expected == DT_SERIES_NO_PERIOD
                  ? status == DT_E_PERIOD && converted == -7
                  : status == DT_E_OK && converted == expected,
              "%d %d %" PRId64 ": %d, %" PRId64 " not %" PRId64, (int)from,
              (int)to, period, (int)status, converted, expected);
}

/* The same name some years before; steps back where the rule clamps. */
static int64_t
calendar_named(int32_t frequency, int64_t last, int64_t years, bool clamp)
{
    struct naive_date d = naive_date_of(last);

    if (years > 2 * NAIVE_MAX)
        return DT_SERIES_NO_PERIOD;
    if (frequency == DT_SERIES_FREQ_WEEK) {
        int64_t year;
        int week;
        naive_week(last, &year, &week);
        d = (struct naive_date){ year - years, 1, 4 };
        if (!naive_exists(d))
            return DT_SERIES_NO_PERIOD;
        if (week > naive_weeks(d.year) && !clamp)
            return DT_SERIES_NO_PERIOD;
        week -= week > naive_weeks(d.year);
        const int64_t monday = naive_day(d) - naive_weekday(naive_day(d)) + 1;
        return naive_period(frequency, monday + 7 * (week - 1) + 3);
    }
    if (d.year - years < NAIVE_MIN)
        return DT_SERIES_NO_PERIOD;
    d.year -= years;
    d.day -= clamp && !naive_exists(d);
    if (!naive_exists(d))
        return DT_SERIES_NO_PERIOD;
    int64_t day = naive_day(d);
    if (frequency == DT_SERIES_FREQ_BUSINESS_DAY)
        while (clamp && naive_weekday(day) > 5)
            day--;
    return naive_period(frequency, day);
}

/* Periods of a year that has the same number always, or 0. */
static int
calendar_step(int32_t frequency, int32_t rule)
{
    if (naive_months(frequency) > 0)
        return 12 / naive_months(frequency);
    if (rule != DT_SERIES_YEAR_AGO_364)
        return 0;
    return frequency == DT_SERIES_FREQ_DAY ? 364
           : frequency == DT_SERIES_FREQ_BUSINESS_DAY ? 260 : 52;
}

static void
calendar_check_year_ago(struct fuzz *f, int32_t frequency, int64_t period)
{
    const int64_t years = fuzz_below(f, 4) > 0 ? fuzz_below(f, 30)
                                               : fuzz_integer(f);
    const int32_t rule = fuzz_below(f, 4);
    const int step = calendar_step(frequency, rule);
    int64_t earlier = -7, first, last, expected = DT_SERIES_NO_PERIOD;
    int32_t wanted = DT_E_OK;
    const int32_t status = dt_series_period_year_ago(frequency, period, years,
                                                     rule, &earlier, NULL);

    if (rule == 3 || (frequency / 100 == 5 && frequency % 100 != 7 &&
                      rule != DT_SERIES_YEAR_AGO_364))
        wanted = DT_E_RULE;
    else if (period == DT_SERIES_NO_PERIOD)
        wanted = DT_E_PERIOD;
    else if (years < 1)
        wanted = DT_E_LAG;
    else if (step > 0 && (years > INT64_MAX / step ||
                          period < INT64_MIN + 1 + years * step))
        wanted = DT_E_OVERFLOW;
    else if (step > 0)
        expected = period - years * step;
    else if (!naive_days(frequency, period, &first, &last))
        wanted = DT_E_PERIOD;
    else
        expected = calendar_named(frequency, last, years,
                                  rule == DT_SERIES_YEAR_AGO_CLAMP);
    FUZZ_NEED(status == wanted && earlier == (wanted < 0 ? -7 : expected),
              "%d %" PRId64 ", %" PRId64 ", %d: %d not %d, %" PRId64 " not %"
              PRId64, (int)frequency, period, years, (int)rule, (int)status,
              (int)wanted, earlier, expected);
}

/* By halving over the days of the year, or the months. */
static void
calendar_check_of(struct fuzz *f, int32_t frequency)
{
    const int32_t year = fuzz_below(f, 3) > 0 ? 1890 + fuzz_below(f, 256)
                                              : (int32_t)fuzz_integer(f);
    const int32_t part = fuzz_below(f, 400) - 8;
    const int months = naive_months(frequency);
    const int64_t found = dt_series_period_of(frequency, year, part);
    int64_t expected = DT_SERIES_NO_PERIOD;
    int parts = 0;

    if (year >= NAIVE_MIN && year <= NAIVE_MAX) {
        if (months > 0)
            parts = 12 / months;
        else if (frequency == DT_SERIES_FREQ_DAY)
            parts = 365 + naive_leap(year);
        else if (frequency == DT_SERIES_FREQ_WEEK)
            parts = naive_weeks(year);
        if (part >= 1 && part <= parts) {
            const struct naive_date first = { year, 1, 1 };
            const struct naive_date week = { year, 1, 4 };
            expected = months > 0 ? (int64_t)parts * year + part - 1
                       : frequency == DT_SERIES_FREQ_DAY
                           ? naive_day(first) + part - 1
                           : naive_floor(naive_day(week) + 3, 7) + part - 1;
        }
    }
    FUZZ_NEED(found == expected, "%d %d %d: %" PRId64 " not %" PRId64,
              (int)frequency, (int)year, (int)part, found, expected);
}

static void
calendar_check_count(struct fuzz *f)
{
    const int64_t a = fuzz_integer(f), b = fuzz_integer(f);
    int64_t sum = -7, count = -7, expected = -7;
    const bool fits = !__builtin_add_overflow(a, b, &expected) &&
                      expected != DT_SERIES_NO_PERIOD;
    const int32_t added = dt_series_period_add(a, b, &sum, NULL);
    const int32_t less = dt_series_period_difference(b, a, &count, NULL);

    if (a == DT_SERIES_NO_PERIOD)
        FUZZ_NEED(added == DT_E_PERIOD, "%d", (int)added);
    else
        FUZZ_NEED(fits ? added == DT_E_OK && sum == expected
                       : added == DT_E_OVERFLOW && sum == -7,
                  "%" PRId64 " %" PRId64 ": %d", a, b, (int)added);
    if (a == DT_SERIES_NO_PERIOD || b == DT_SERIES_NO_PERIOD)
        FUZZ_NEED(less == DT_E_PERIOD, "%d", (int)less);
    else if (__builtin_sub_overflow(a, b, &expected))
        FUZZ_NEED(less == DT_E_OVERFLOW && count == -7, "%d", (int)less);
    else
        FUZZ_NEED(less == DT_E_OK && count == expected, "%d", (int)less);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };

    naive_count();
    const int what = fuzz_below(&f, 6);
    const int32_t frequency = naive_frequency(&f);
    if (what == 0)
        calendar_check_from_date(&f, frequency);
    else if (what == 1)
        calendar_check_of(&f, frequency);
    else if (what == 2)
        calendar_check_count(&f);
    else {
        const int64_t period = calendar_period(&f, frequency);
        const int32_t which = fuzz_below(&f, 2);
        calendar_check_to_date(frequency, period, which);
        if (what == 3)
            calendar_check_convert(&f, frequency, period, which);
        else
            calendar_check_year_ago(&f, frequency, period);
    }
    return 0;
}
