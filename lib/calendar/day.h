/* SPDX-License-Identifier: MIT */
/* The proleptic Gregorian calendar in integers. */
#ifndef DTGROWTH_LIB_CALENDAR_DAY_H
#define DTGROWTH_LIB_CALENDAR_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "calendar/floor.h"

enum {
    DT__YEARS_PER_ERA = 400,
    DT__DAYS_PER_ERA  = 146097,
    DT__EPOCH         = 719468 /* From 1 March of the year 0 to day 0. */
};

/* A date; years within the calendar's limits. */
struct dt__date {
    int32_t year, month, day;
};

/* The days of 1 January of the first year, and 31 December of the last one. */
#define DT__FIRST_DAY INT64_C(-365961662)
#define DT__LAST_DAY  INT64_C(364522971)

bool dt__date_exists(struct dt__date date);
int32_t dt__days_in_month(int32_t year, int32_t month);

/* Inline, as lags by dates ask for both of every element.
 *
 * Years that begin in March put the leap day last, and 400 of them are an era
 * of a fixed number of days (Hinnant's days_from_civil). */
static inline int64_t
dt__day_of_date(struct dt__date date)
{
    const int64_t year = date.year - (date.month <= 2);
    const int64_t era = dt__floor_divide(year, DT__YEARS_PER_ERA);
    const int64_t year_of_era = year - era * DT__YEARS_PER_ERA;
    const int64_t month = (date.month + 9) % 12; /* March is 0. */
    const int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 -
                               year_of_era / 100 + day_of_year;

    return era * DT__DAYS_PER_ERA + day_of_era - DT__EPOCH;
}

static inline struct dt__date
dt__date_of_day(int64_t day)
{
    const int64_t shifted = day + DT__EPOCH;
    const int64_t era = dt__floor_divide(shifted, DT__DAYS_PER_ERA);
    const int64_t of_era = shifted - era * DT__DAYS_PER_ERA;
    const int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
                          of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153;

    return (struct dt__date){
        .year = (int32_t)(year + era * DT__YEARS_PER_ERA + (month >= 10)),
        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
        .day = (int32_t)(of_year - (153 * month + 2) / 5 + 1),
    };
}

/* 1 = Monday ... 7 = Sunday. */
int32_t dt__weekday(int64_t day);

/* The ISO 8601 year and number of the week that contains a day. */
void dt__iso_week(int64_t day, int32_t *year, int32_t *week);

/* The Monday of week 1 of an ISO year, as a day. */
int64_t dt__iso_year_start(int32_t year);
int32_t dt__iso_weeks(int32_t year);

#endif
