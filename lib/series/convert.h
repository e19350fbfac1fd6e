/* Values in another unit, as a plan. */
#ifndef DTGROWTH_LIB_SERIES_CONVERT_H
#define DTGROWTH_LIB_SERIES_CONVERT_H

#include "series/blocks.h"

/* Times 10^power, where the plan is an int32_t. */
void dt__convert_run(const void *power, const struct dt_series *x,
                     const struct dt_series_out *out,
                     struct dt__summary *summary);

#endif
