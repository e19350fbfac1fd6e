/* Growth of a whole series in blocks that stay in the first-level cache. */
#ifndef DTGROWTH_LIB_GROWTH_BLOCKS_H
#define DTGROWTH_LIB_GROWTH_BLOCKS_H

#include <dtgrowth/series.h>

#include "growth/element.h"
#include "growth/operands.h"

/* Observations i..i + n of a view, NaN where they are missing and 1 behind
 * them, up to a whole block: in `room`, or where the array can be read as it
 * is, in place. */
const double *dt__gather(const struct dt_series *x, int64_t i, int n,
                         double *room);

/* Growth of end[i] over base[i] for all elements of `end`; no NaN of theirs
 * counts as a value, and only annualized kinds have `each`. Where the result may
 * replace `end`, or an array in which no base lies behind its end, it goes from
 * the last block to the first and reads each before it writes it; elsewhere
 * forward, as memory is faster that way. */
void dt__grow_blocks(const struct dt__growth *self,
                     const struct dt__operands *from,
                     const struct dt_series_out *out);

#endif
