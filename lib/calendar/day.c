/* SPDX-License-Identifier: MIT */
#include "calendar/day.h"

#include <dtgrowth/period.h>

#include "calendar/floor.h"

static bool
day_is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t
dt__days_in_month(int32_t year, int32_t month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31 };
    return month == 2 && day_is_leap(year) ? 29 : days[month - 1];
}

bool
dt__date_exists(struct dt__date date)
{
    return date.year >= DT_SERIES_YEAR_MIN && date.year <= DT_SERIES_YEAR_MAX &&
           date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= dt__days_in_month(date.year, date.month);
}

int32_t
dt__weekday(int64_t day)
{
    /* Day 0 was a Thursday. */
    return (int32_t)(day + 3 - 7 * dt__floor_divide(day + 3, 7)) + 1;
}

int64_t
dt__iso_year_start(int32_t year)
{
    /* 4 January always lies in week 1. */
    const int64_t fourth = dt__day_of_date((struct dt__date){ year, 1, 4 });
    return fourth - (dt__weekday(fourth) - 1);
}

int32_t
dt__iso_weeks(int32_t year)
{
    return (int32_t)((dt__iso_year_start(year + 1) -
                      dt__iso_year_start(year)) / 7);
}

void
dt__iso_week(int64_t day, int32_t *year, int32_t *week)
{
    /* The Thursday of a week lies in the year that counts it. */
    const int64_t thursday = day + 4 - dt__weekday(day);

    *year = dt__date_of_day(thursday).year;
    *week = (int32_t)((thursday - dt__iso_year_start(*year)) / 7) + 1;
}
