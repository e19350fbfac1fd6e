/* SPDX-License-Identifier: MIT */
/* What may be added up. */
#ifndef DTGROWTH_LIB_UNITS_ADDITIVE_H
#define DTGROWTH_LIB_UNITS_ADDITIVE_H

#include <dtgrowth/series.h>

#include "base/error.h"

/* How: parts to a total, or periods to a longer one. */
enum { DT__UNIT_PARTS, DT__UNIT_OVER_TIME };

/* DT_E_UNIT for a unit that states what does not add up so; the member is
 * called `name`, and `advice` says what to do. */
int32_t dt__check_adds_up(const struct dt_series_unit *unit, const char *name,
                          int how, const char *advice, struct dt_error *error);

#endif
