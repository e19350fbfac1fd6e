/* SPDX-License-Identifier: MIT */
/* Sums and means of moving windows, as a plan. */
#ifndef DTGROWTH_LIB_SERIES_ROLLING_H
#define DTGROWTH_LIB_SERIES_ROLLING_H

#include <dtgrowth/series.h>

#include "base/error.h"
#include "series/blocks.h"

struct dt__rolling_plan {
    const struct dt__rolling_kind *kind;
    int64_t window;
};

int32_t dt__plan_rolling(const struct dt_series_unit *unit, int32_t kind,
                         int64_t window,
                         const struct dt_series_options *options,
                         struct dt__rolling_plan *plan, struct dt_error *error);

void dt__rolling_run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out);

#endif
