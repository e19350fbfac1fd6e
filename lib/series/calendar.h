/* The proleptic Gregorian calendar in integers, and how frequencies divide it.
 * Knows nothing of text. */
#ifndef DTGROWTH_LIB_SERIES_CALENDAR_H
#define DTGROWTH_LIB_SERIES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/* A date; years within the calendar's limits. */
struct dt__date {
    int32_t year, month, day;
};

/* Months of a period for the families of months (12, 6, 3, 1), otherwise 0. */
int32_t dt__months(int32_t frequency);

bool dt__is_week(int32_t frequency);
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

/* First and last day of a period; DT_E_PERIOD outside the calendar. The
 * frequency is known and dated. */
int32_t dt__period_days(int32_t frequency, int64_t period, int64_t *first,
                        int64_t *last, struct dt_error *error);

/* The period that contains a day; for business days the one at or after it.
 * The day lies in the calendar. */
int64_t dt__period_of_day(int32_t frequency, int64_t day);

/* DT_E_FREQUENCY unless known and dated. */
int32_t dt__check_dated(int32_t frequency, const char *name,
                        struct dt_error *error);

#endif
