/* SPDX-License-Identifier: MIT */
/* Growth of moving sums, as a plan. */
#ifndef DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_H
#define DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_H

#include "growth/rolling_growth_plan.h"

void dt__rolling_growth_run(const void *plan, const struct dt_series *x,
                            const struct dt_series_out *out);

#endif
