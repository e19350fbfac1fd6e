/* SPDX-License-Identifier: MIT */
/* Growth stated in another way, as a plan. */
#ifndef DTGROWTH_LIB_GROWTH_CONVERT_RATES_H
#define DTGROWTH_LIB_GROWTH_CONVERT_RATES_H

#include <dtgrowth/growth.h>

#include "base/error.h"
#include "series/blocks.h"

struct dt__convert_rates_plan {
    const struct dt__convert_rates_kind *kind;
    double periods;
};

int32_t dt__plan_convert_rates(const struct dt_series *x, int32_t kind,
                         double periods, struct dt__convert_rates_plan *plan,
                         struct dt_error *error);

void dt__convert_rates_run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out);

#endif
