/* SPDX-License-Identifier: MIT */
/* What the opaque bytes of an exact sum hold. */
#ifndef DTGROWTH_LIB_SERIES_SUM_H
#define DTGROWTH_LIB_SERIES_SUM_H

#include <dtgrowth/series.h>

#include "num/num.h"

/* Tells a sum from other memory. */
#define DT__SUM_MARK UINT64_C(0x6d75732d77726774)

struct dt__sum_state {
    uint64_t mark;
    int64_t used, missing, not_finite;
    struct dt__sum sum;
};

/* Reads a sum; fails, naming it, if it is null or was not made. */
int32_t dt__sum_open(const struct dt_series_sum *self, const char *name,
                     struct dt__sum_state *state, struct dt_error *error);

void dt__sum_close(struct dt_series_sum *self,
                   const struct dt__sum_state *state);

#endif
