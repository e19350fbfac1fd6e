/* SPDX-License-Identifier: MIT */
/* Where the base of a period is. */
#ifndef DTGROWTH_LIB_GROWTH_LAG_H
#define DTGROWTH_LIB_GROWTH_LAG_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/growth.h>

#include "series/block.h"

/* A lag rule for one series. */
struct dt__lag {
    int32_t frequency;
    int32_t rule;      /* DT_GROWTH_LAG_*. */
    int32_t year_rule; /* DT_SERIES_YEAR_AGO_*. */
    int64_t lag;
};

/* Checks that the rule and the lag are known and possible, and, where it has to
 * be `fixed`, that every base is as many periods back. */
int32_t dt__check_lag(const struct dt__lag *self, bool fixed,
                      struct dt_error *error);

/* How many periods back every base lies; 0 if that depends on the period. */
int64_t dt__constant_lag(const struct dt__lag *self);

/* The period of the base of `period`, or DT_SERIES_NO_PERIOD. */
int64_t dt__base_period(const struct dt__lag *self, int64_t period);

/* Sets the places in x of the bases of a block; false if there are none. */
bool dt__locate_bases(const struct dt__lag *self, const struct dt_series *x,
                      struct dt__block *block);

#endif
