/* SPDX-License-Identifier: MIT */
/* Levels along growth, as a plan. */
#ifndef DTGROWTH_LIB_GROWTH_LEVELS_H
#define DTGROWTH_LIB_GROWTH_LEVELS_H

#include <dtgrowth/growth.h>

#include "series/blocks.h"

struct dt__levels_plan {
    int32_t way;   /* DT__WALK_* */
    int64_t known; /* The element whose level is known; -1: the one before the
                      first. */
    double level;
    struct dt__made made;
};

void dt__levels_run(const void *plan, const struct dt_series *growth,
                    const struct dt_series_out *out);

#endif
