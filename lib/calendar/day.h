/* The proleptic Gregorian calendar in integers. */
#ifndef DTGROWTH_LIB_CALENDAR_DAY_H
#define DTGROWTH_LIB_CALENDAR_DAY_H

#include <stdbool.h>
#include <stdint.h>

/* A date; years within the calendar's limits. */
struct dt__date {
    int32_t year, month, day;
};

bool dt__date_exists(struct dt__date date);
int32_t dt__days_in_month(int32_t year, int32_t month);

int64_t dt__day_of_date(struct dt__date date);
struct dt__date dt__date_of_day(int64_t day);

/* 1 = Monday ... 7 = Sunday. */
int32_t dt__weekday(int64_t day);

/* The ISO 8601 year and number of the week that contains a day. */
void dt__iso_week(int64_t day, int32_t *year, int32_t *week);

/* The Monday of week 1 of an ISO year, as a day. */
int64_t dt__iso_year_start(int32_t year);
int32_t dt__iso_weeks(int32_t year);

#endif
