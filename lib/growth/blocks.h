/* Growth of a whole series in blocks that stay in the first-level cache. */
#ifndef DTGROWTH_LIB_GROWTH_BLOCKS_H
#define DTGROWTH_LIB_GROWTH_BLOCKS_H

#include <dtgrowth/series.h>

#include "growth/element.h"

/* Whether the kind has a kernel for blocks. */
bool dt__has_kernel(const struct dt__growth *self);

/* Observations i..i + n of a view, NaN where they are missing and 1 behind
 * them, up to a whole block: in `room`, or where the array can be read as it
 * is, in place. */
const double *dt__gather(const struct dt_series *x, int64_t i, int n,
                         double *room);

/* Growth over `periods` of end[i] over base[i], for all elements of `end`, of
 * two views that may look at one array. Where the result may replace `end`, or
 * an array in which no base lies behind its end, it goes from the last block
 * to the first and reads each before it writes it; elsewhere forward, as
 * memory is faster that way. */
void dt__grow_blocks(const struct dt__growth *self,
                     const struct dt_series *base, const struct dt_series *end,
                     double periods, const struct dt_series_out *out);

#endif
