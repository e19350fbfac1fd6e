/* SPDX-License-Identifier: MIT */
#include "calendar/period_days.h"

#include <inttypes.h>

#include <dtgrowth/period.h>

#include "base/error.h"
#include "calendar/day.h"
#include "calendar/floor.h"
#include "calendar/frequency.h"

/* No period that is in the calendar is larger, and none overflows. */
#define PERIOD_DAYS_LIMIT (INT64_C(1) << 29)

/* Days from the Thursday of day 0 back to the start of week 0. */
static int64_t
period_days_week_offset(int32_t frequency)
{
    const int64_t starts_on = dt__anchor(frequency) % 7 + 1;
    return (4 - starts_on + 7) % 7;
}

/* The month of the year, from 0, in which a first period of a year ends. */
static int64_t
period_days_end_month(int32_t frequency)
{
    const int64_t anchor = dt__anchor(frequency);
    return anchor == 0 ? 0 : anchor - 1;
}

/* The first day of a month that is counted from year 0. */
static int64_t
period_days_month_start(int64_t month)
{
    const int64_t year = dt__floor_divide(month, 12);
    return dt__day_of_date((struct dt__date){
        (int32_t)year, (int32_t)(month - 12 * year) + 1, 1 });
}

/* The period of months that contains a day. */
static int64_t
period_days_months_at(int32_t frequency, int64_t day)
{
    const int64_t months = dt__family(frequency)->months;
    const struct dt__date date = dt__date_of_day(day);
    const int64_t month = INT64_C(12) * date.year + date.month - 1;
    return dt__floor_divide(month - period_days_end_month(frequency) +
                            months - 1, months);
}

/* Business days are counted from the Monday before day 0, which is ordinal
 * -3. */
static int64_t
period_days_of_business(int64_t ordinal)
{
    const int64_t week = dt__floor_divide(ordinal + 3, 5);
    return 7 * week + (ordinal + 3 - 5 * week) - 3;
}

/* The business day at or after a day. */
static int64_t
period_days_business_at(int64_t day)
{
    const int64_t week = dt__floor_divide(day + 3, 7);
    const int64_t of_week = day + 3 - 7 * week;
    return 5 * week + (of_week < 5 ? of_week : 5) - 3;
}

/* First and last day of a period within the limit. */
static void
period_days_span(int32_t frequency, int64_t period, int64_t *first,
                 int64_t *last)
{
    const struct dt__family *family = dt__family(frequency);
    const int64_t end = family->months * period +
                        period_days_end_month(frequency);

    switch (family->measure) {
    case DT__MONTHS:
        *first = period_days_month_start(end - family->months + 1);
        *last = period_days_month_start(end + 1) - 1;
        break;
    case DT__WEEKS:
        *first = 7 * period - period_days_week_offset(frequency);
        *last = *first + 6;
        break;
    case DT__BUSINESS_DAYS:
        *first = *last = period_days_of_business(period);
        break;
    case DT__DAYS:
        *first = *last = period;
        break;
    case DT__NUMBERS:
    case DT__UNKNOWN_MEASURE:
        /* No days: before and after all of them. */
        *first = INT64_MIN;
        *last = INT64_MAX;
        break;
    }
}

int32_t
dt__period_days(int32_t frequency, int64_t period, int64_t *first,
                int64_t *last, struct dt_error *error)
{
    int64_t from = INT64_MIN, to = INT64_MAX;

    if (period >= -PERIOD_DAYS_LIMIT && period <= PERIOD_DAYS_LIMIT)
        period_days_span(frequency, period, &from, &to);
    if (from < DT__FIRST_DAY || to > DT__LAST_DAY)
        return dt__fail(error, DT_E_PERIOD, -1, "period is %" PRId64
                        ", outside the calendar of frequency %s", period,
                        dt_series_frequency_name(frequency));
    *first = from;
    *last = to;
    return DT_E_OK;
}

bool
dt__day_has_period(int32_t frequency, int64_t day)
{
    return dt__family(frequency)->measure != DT__BUSINESS_DAYS ||
           dt__weekday(day) <= 5;
}

int64_t
dt__period_of_day(int32_t frequency, int64_t day)
{
    switch (dt__family(frequency)->measure) {
    case DT__MONTHS:
        return period_days_months_at(frequency, day);
    case DT__WEEKS:
        return dt__floor_divide(day + period_days_week_offset(frequency), 7);
    case DT__BUSINESS_DAYS:
        return period_days_business_at(day);
    case DT__DAYS:
        return day;
    case DT__NUMBERS:
    case DT__UNKNOWN_MEASURE:
        break;
    }
    return DT_SERIES_NO_PERIOD;
}
