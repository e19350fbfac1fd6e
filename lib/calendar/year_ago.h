/* SPDX-License-Identifier: MIT */
/* The same period of an earlier year. */
#ifndef DTGROWTH_LIB_CALENDAR_YEAR_AGO_H
#define DTGROWTH_LIB_CALENDAR_YEAR_AGO_H

#include <stdint.h>

#include "base/error.h"

/* A rule that there is, and one that serves a dated frequency: weeks without
 * a number are only found by days. `name` is the argument in messages. */
int32_t dt__check_year_rule(int32_t rule, const char *name,
                            struct dt_error *error);
int32_t dt__check_year_rule_serves(int32_t rule, int32_t frequency,
                                   const char *name, struct dt_error *error);

/* dt_series_period_year_ago() of arguments that are checked, for each element:
 * DT_SERIES_NO_PERIOD also where that fails. */
int64_t dt__year_ago(int32_t frequency, int64_t period, int64_t years,
                     int32_t rule);

/* How many periods a year is, where a rule makes that a fixed number;
 * otherwise 0. */
int64_t dt__year_ago_step(int32_t frequency, int32_t rule);

/* By how many years `base` lies before `end`, a later period, by such a rule; 0
 * if it is that of no year. */
int64_t dt__years_between(int32_t frequency, int64_t base, int64_t end,
                          int32_t rule);

#endif
