/* SPDX-License-Identifier: MIT */
/* The choices of functions of growth. */
#ifndef DTGROWTH_LIB_GROWTH_GROWTH_OPTIONS_H
#define DTGROWTH_LIB_GROWTH_GROWTH_OPTIONS_H

#include <dtgrowth/growth.h>

#include "base/error.h"

/* The members of options that a function looks at. */
enum {
    DT__COUNTS_LAG      = 1,
    DT__COUNTS_BASE     = 2,
    DT__COUNTS_YEAR     = 4,
    DT__COUNTS_PER_YEAR = 8,
    DT__COUNTS_ALL      = 15
};

/* The defaults with what the caller set, checked as a struct; what has no
 * effect is refused: flags that are not `possible`, members that do not
 * count. */
int32_t dt__read_growth_options(const struct dt_growth_options *options,
                                uint32_t possible, uint32_t counts,
                                struct dt_growth_options *chosen,
                                struct dt_error *error);

/* The same where there is nothing to choose. */
int32_t dt__no_growth_options(const struct dt_growth_options *options,
                              struct dt_error *error);

#endif
