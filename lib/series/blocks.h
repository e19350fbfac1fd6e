/* SPDX-License-Identifier: MIT */
/* The one pass over the data. A quantity says what its operands are and what
 * it makes of a block of them, or of one element; the pass gathers them, asks,
 * names reasons and writes the result, also where that replaces an operand. */
#ifndef DTGROWTH_LIB_SERIES_BLOCKS_H
#define DTGROWTH_LIB_SERIES_BLOCKS_H

#include <stdint.h>

#include <dtgrowth/series.h>

#include "series/block.h"
#include "series/summary.h"

/* Computes elements from ... to - 1, and counts them in the summary of `out`,
 * which is open. */
void dt__compute(const struct dt__task *task, int64_t from, int64_t to,
                 const struct dt_series_out *out);

/* The same of `length` elements, of which the others have no base. */
void dt__compute_part(const struct dt__task *task, int64_t from, int64_t to,
                      int64_t length, const struct dt_series_out *out);

/* Computes `length` elements; those for which an operand FROM_VIEW lies outside
 * its view, and may not, have no base, and nothing is asked for them. */
void dt__compute_all(const struct dt__task *task, int64_t length,
                     const struct dt_series_out *out);

/* None of `length` elements has a base. */
void dt__compute_none(int64_t length, const struct dt_series_out *out);

/* A plan, checked and chosen before the first value, as it is run on one series
 * after the other: each gets its result. */
typedef void dt__run(const void *plan, const struct dt_series *x,
                     const struct dt_series_out *out);

#endif
