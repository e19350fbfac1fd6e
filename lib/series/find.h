/* SPDX-License-Identifier: MIT */
/* Where a period is in a view. */
#ifndef DTGROWTH_LIB_SERIES_FIND_H
#define DTGROWTH_LIB_SERIES_FIND_H

#include <dtgrowth/series.h>

#include "base/error.h"

/* Index of a period, or -1 outside the view. No period is outside. */
int64_t dt__find(const struct dt_series *x, int64_t period);

/* The same for a period that the caller named: DT_E_PERIOD, DT_E_BEFORE or
 * DT_E_AFTER with both arguments by name, and *index left alone. */
int32_t dt__find_named(const struct dt_series *x, const char *view,
                       int64_t period, const char *name, int64_t *index,
                       struct dt_error *error);

/* Whether `end` lies after `base`, be they periods of a view or not. */
int32_t dt__check_order(int64_t base, int64_t end, struct dt_error *error);

#endif
