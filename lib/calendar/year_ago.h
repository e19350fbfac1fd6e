/* The same period of an earlier year. */
#ifndef DTGROWTH_LIB_CALENDAR_YEAR_AGO_H
#define DTGROWTH_LIB_CALENDAR_YEAR_AGO_H

#include <stdint.h>

/* dt_series_period_year_ago() of arguments that are checked, for each element:
 * DT_SERIES_NO_PERIOD also where that fails. */
int64_t dt__year_ago(int32_t frequency, int64_t period, int64_t years,
                     int32_t rule);

#endif
