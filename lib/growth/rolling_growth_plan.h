/* SPDX-License-Identifier: MIT */
/* The plan of growth of rolling sums. */
#ifndef DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_PLAN_H
#define DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_PLAN_H

#include "growth/plan.h"

struct dt__rolling_growth_plan {
    struct dt__growth_plan growth;
    int64_t window;
};

int32_t dt__plan_rolling_growth(const struct dt_series *x, int32_t kind,
                                int64_t window, int64_t lag,
                                const struct dt_growth_options *options,
                                struct dt__rolling_growth_plan *plan,
                                struct dt_error *error);

#endif
