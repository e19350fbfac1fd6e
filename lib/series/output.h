/* SPDX-License-Identifier: MIT */
/* The caller's output: its check, and how elements are written. */
#ifndef DTGROWTH_LIB_SERIES_OUTPUT_H
#define DTGROWTH_LIB_SERIES_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "base/error.h"

/* Checks an output for `length` elements; its name is "out". */
int32_t dt__check_out(const struct dt_series_out *out, int64_t length,
                      struct dt_error *error);

/* Bytes from one reason to the next. */
static inline int64_t
dt__why_stride(const struct dt_series_out *out)
{
    return out->why_stride == 0 ? 1 : out->why_stride;
}

/* Writes element i: the value, or the canonical NaN where `why` is not
 * DEFINED; the reason and the validity bit where the caller wants them. */
void dt__put(const struct dt_series_out *out, int64_t i, double value,
             int32_t why);

/* Whether `length` elements of an output can be written while the view is read,
 * in any order. */
bool dt__is_apart(const struct dt_series *x, const struct dt_series_out *out,
                  int64_t length);

/* Writes elements i..i + n; the values are NaN where why[] is not DEFINED. */
void dt__put_block(const struct dt_series_out *out, int64_t i, int n,
                   const double *values, const uint8_t *why);

/* Writes elements from ... to - 1: the canonical NaN, for one reason. */
void dt__put_gap(const struct dt_series_out *out, int64_t from, int64_t to,
                 int32_t why);

#endif
