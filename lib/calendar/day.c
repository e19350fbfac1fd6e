#include "calendar/day.h"

#include <dtgrowth/series.h>

#include "calendar/floor.h"

enum {
    DAY_YEARS_PER_ERA = 400,
    DAY_DAYS_PER_ERA = 146097,
    DAY_EPOCH = 719468 /* Days from 1 March of year 0 to day 0. */
};

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

/* Years that begin in March put the leap day last, and 400 of them are an era
 * of a fixed number of days (Hinnant's days_from_civil). */
int64_t
dt__day_of_date(struct dt__date date)
{
    const int64_t year = date.year - (date.month <= 2);
    const int64_t era = dt__floor_divide(year, DAY_YEARS_PER_ERA);
    const int64_t year_of_era = year - era * DAY_YEARS_PER_ERA;
    const int64_t month = (date.month + 9) % 12; /* March is 0. */
    const int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 -
                               year_of_era / 100 + day_of_year;

    return era * DAY_DAYS_PER_ERA + day_of_era - DAY_EPOCH;
}

struct dt__date
dt__date_of_day(int64_t day)
{
    const int64_t shifted = day + DAY_EPOCH;
    const int64_t era = dt__floor_divide(shifted, DAY_DAYS_PER_ERA);
    const int64_t of_era = shifted - era * DAY_DAYS_PER_ERA;
    const int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
                          of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153;

    return (struct dt__date){
        .year = (int32_t)(year + era * DAY_YEARS_PER_ERA + (month >= 10)),
        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
        .day = (int32_t)(of_year - (153 * month + 2) / 5 + 1),
    };
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
