/* What is known of a frequency. */
#ifndef DTGROWTH_LIB_CALENDAR_FREQUENCY_H
#define DTGROWTH_LIB_CALENDAR_FREQUENCY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

bool dt__frequency_is_known(int32_t frequency);

/* DT_E_FREQUENCY unless known and dated. */
int32_t dt__check_dated(int32_t frequency, const char *name,
                        struct dt_error *error);

/* Months of a period for the families of months (12, 6, 3, 1), otherwise 0. */
int32_t dt__months(int32_t frequency);

/* The month of the year, from 0, in which a first period of a year ends. */
int64_t dt__end_month(int32_t frequency);

bool dt__is_week(int32_t frequency);

#endif
