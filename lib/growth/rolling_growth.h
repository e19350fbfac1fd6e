/* Growth of moving sums, as a plan. */
#ifndef DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_H
#define DTGROWTH_LIB_GROWTH_ROLLING_GROWTH_H

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

void dt__rolling_growth_run(const void *plan, const struct dt_series *x,
                            const struct dt_series_out *out);

#endif
