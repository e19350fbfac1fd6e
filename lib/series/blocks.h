/* The one pass over the data. A quantity says what its operands are and what
 * it makes of a block of them, or of one element; the pass gathers them, asks,
 * names reasons and writes the result, also where that replaces an operand. */
#ifndef DTGROWTH_LIB_SERIES_BLOCKS_H
#define DTGROWTH_LIB_SERIES_BLOCKS_H

#include <stdint.h>

#include <dtgrowth/series.h>

#include "series/block.h"

/* What came of a pass; dt__summary_init() before it. */
struct dt__summary {
    int64_t defined, undefined;
    int64_t first;     /* The first element that is not defined, or -1, */
    int32_t first_why; /* and its reason. */
    uint32_t reasons;  /* Bit DT_SERIES_WHY_* for each that occurs. */
};

void dt__summary_init(struct dt__summary *self);

/* Computes elements from ... to - 1; a summary may be null. */
void dt__compute(const struct dt__task *task, int64_t from, int64_t to,
                 const struct dt_series_out *out, struct dt__summary *summary);

/* The same of `length` elements, of which the others have no base. */
void dt__compute_part(const struct dt__task *task, int64_t from, int64_t to,
                      int64_t length, const struct dt_series_out *out,
                      struct dt__summary *summary);

/* Computes `length` elements; those for which an operand FROM_VIEW lies outside
 * its view, and may not, have no base, and nothing is asked for them. */
void dt__compute_all(const struct dt__task *task, int64_t length,
                     const struct dt_series_out *out,
                     struct dt__summary *summary);

/* A plan, checked and chosen before the first value, as it is run on one series
 * after the other: each gets its result, and a summary unless that is null. */
typedef void dt__run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out,
                     struct dt__summary *summary);

#endif
