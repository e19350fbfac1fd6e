/* Growth stated in another way, as a plan. */
#ifndef DTGROWTH_LIB_GROWTH_RESTATE_H
#define DTGROWTH_LIB_GROWTH_RESTATE_H

#include <dtgrowth/growth.h>

#include "base/error.h"
#include "series/blocks.h"

struct dt__restate_plan {
    const struct dt__restate_kind *kind;
    double periods;
};

int32_t dt__plan_restate(const struct dt_series *x, int32_t kind,
                         double periods, struct dt__restate_plan *plan,
                         struct dt_error *error);

void dt__restate_run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out,
                     struct dt__summary *summary);

#endif
