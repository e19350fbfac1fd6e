/* SPDX-License-Identifier: MIT */
/* The days of a period, and the period of a day. */
#ifndef DTGROWTH_LIB_CALENDAR_PERIOD_DAYS_H
#define DTGROWTH_LIB_CALENDAR_PERIOD_DAYS_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/period.h>

#include "base/error.h"

/* DT_E_PERIOD for DT_SERIES_NO_PERIOD. */
static inline int32_t
dt__check_period(int64_t period, const char *name, struct dt_error *error)
{
    if (period == DT_SERIES_NO_PERIOD)
        return dt__fail(error, DT_E_PERIOD, -1, "%s is no period", name);
    return DT_E_OK;
}

/* First and last day of a period; DT_E_PERIOD outside the calendar. The
 * frequency is known and dated. */
int32_t dt__period_days(int32_t frequency, int64_t period, int64_t *first,
                        int64_t *last, struct dt_error *error);

/* Whether a day lies in a period: that of a weekend in no business day. */
bool dt__day_has_period(int32_t frequency, int64_t day);

/* The period that contains a day; for business days the one at or after it.
 * The day lies in the calendar. */
int64_t dt__period_of_day(int32_t frequency, int64_t day);

#endif
