/* SPDX-License-Identifier: MIT */
/* Units: their checks, and what makes two of them differ. */
#ifndef DTGROWTH_LIB_UNITS_UNIT_H
#define DTGROWTH_LIB_UNITS_UNIT_H

#include <stdbool.h>
#include <string.h>

#include <dtgrowth/series.h>

#include "base/error.h"

/* As most units are: every call checks those of its views. */
static inline bool
dt__unit_is_unstated(const struct dt_series_unit *unit)
{
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;

    return memcmp(unit, &unstated, sizeof(unstated)) == 0;
}

/* Checks a unit by itself: known members, a terminated currency. */
int32_t dt__check_unit(const struct dt_series_unit *unit, const char *name,
                       struct dt_error *error);

/* The same for a unit that is there; a message names a member as `owner`,
 * `link`, member. */
int32_t dt__check_unit_members(const struct dt_series_unit *unit,
                               const char *owner, const char *link,
                               struct dt_error *error);

/* Members that a comparison of two units leaves out. */
enum {
    DT__UNIT_ALL            = 0,
    DT__UNIT_SKIP_MAGNITUDE = 1, /* Kind and scale. */
    DT__UNIT_SKIP_EDITION   = 2  /* Reference period and vintage. */
};

/* Compares two units that are good by themselves: DT_E_UNIT, DT_E_VINTAGE. */
int32_t dt__check_same_unit(const struct dt_series_unit *a,
                            const struct dt_series_unit *b, int skip,
                            struct dt_error *error);

#endif
