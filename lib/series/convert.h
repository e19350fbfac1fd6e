/* SPDX-License-Identifier: MIT */
/* Values in another unit, as a plan. */
#ifndef DTGROWTH_LIB_SERIES_CONVERT_H
#define DTGROWTH_LIB_SERIES_CONVERT_H

#include "series/blocks.h"

/* Times 10^power. */
struct dt__convert_plan {
    int32_t power;
    const struct dt_series_unit *to;
};

void dt__convert_run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out);

#endif
