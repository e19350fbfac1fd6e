/* SPDX-License-Identifier: MIT */
/* The contribution of a part to the growth of a total, in a series of parts and
 * along time. */
#ifndef DTGROWTH_LIB_COMPARE_CONTRIBUTION_H
#define DTGROWTH_LIB_COMPARE_CONTRIBUTION_H

#include <dtgrowth/compare.h>

#include "series/why.h"
#include "units/additive.h"

/* What a share, or a contribution, is taken of. */
static inline int32_t
dt__check_parts(const struct dt_series_unit *unit, const char *name,
                struct dt_error *error)
{
    return dt__check_adds_up(unit, name, DT__UNIT_PARTS,
                             "take amounts at current prices or at those of "
                             "the year before, or set "
                             "DT_COMPARE_OPTION_ANY_UNIT", error);
}

/* All are finite. A reason, and the result if it is defined. */
static inline int32_t
dt__contribution(double part_base, double part_end, double total_base,
                 double *result)
{
    const int32_t why = dt__why_of_sign(total_base);

    return why != DT_SERIES_WHY_DEFINED
               ? why
               : dt__finish(dt_compare_contribution(part_base, part_end,
                                                    total_base), result);
}

#endif
