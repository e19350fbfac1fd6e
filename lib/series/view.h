/* SPDX-License-Identifier: MIT */
/* Views: their checks, and how observations are read. A message names a member
 * as `owner`, `link`, member: "x", "->", "stride"; both are empty where the
 * member is an argument of its own. */
#ifndef DTGROWTH_LIB_SERIES_VIEW_H
#define DTGROWTH_LIB_SERIES_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "base/error.h"
#include "num/dd.h"

/* Checks a view; `name` is the argument in messages. */
int32_t dt__check_series(const struct dt_series *x, const char *name,
                         struct dt_error *error);

/* DT_E_MIXED, naming both, if the frequencies differ. */
int32_t dt__check_same_frequency(const struct dt_series *a, const char *a_name,
                                 const struct dt_series *b, const char *b_name,
                                 struct dt_error *error);

int32_t dt__check_same_length(const struct dt_series *a, const char *a_name,
                              const struct dt_series *b, const char *b_name,
                              struct dt_error *error);

/* Whether contiguous doubles are good beyond doubt, as most are: there,
 * aligned, and inside the address space. */
static inline bool
dt__memory_is_usual(const double *values, int64_t length, int64_t stride)
{
    const uint64_t most = UINTPTR_MAX / 32 < UINT64_C(1) << 40
                              ? UINTPTR_MAX / 32 : UINT64_C(1) << 40;

    return values != NULL && (uintptr_t)values <= UINTPTR_MAX / 2 &&
           (uintptr_t)values % _Alignof(double) == 0 && stride == 1 &&
           (uint64_t)length < most;
}

/* Checks that `length` doubles, `stride` apart, can be addressed. */
int32_t dt__check_memory(const double *values, int64_t length, int64_t stride,
                         const char *owner, const char *link,
                         struct dt_error *error);

/* Checks that as many bytes, `stride` apart (0 is 1), can be addressed; the
 * member is called `name`. */
int32_t dt__check_bytes(const uint8_t *bytes, int64_t length, int64_t stride,
                        const char *name, struct dt_error *error);

/* Checks the first bit of a bitmap of `length` bits. */
int32_t dt__check_bits(int64_t offset, int64_t length, const char *owner,
                       const char *link, struct dt_error *error);

/* Reads observation i, 0 <= i < length. Returns DT_SERIES_WHY_DEFINED,
 * ..._VALUE_MISSING, or ..._NOT_FINITE for an infinity and for a NaN that
 * counts as a value. */
static inline int32_t
dt__read(const struct dt_series *x, int64_t i, double *value)
{
    *value = dt_series_at_i(x, i);
    if (dt_series_is_missing_i(x, i))
        return DT_SERIES_WHY_VALUE_MISSING;
    return dt__is_finite(*value) ? DT_SERIES_WHY_DEFINED
                                 : DT_SERIES_WHY_NOT_FINITE;
}

/* Copies observations i..i + n, with `gap` for each whose validity bit says
 * that it is missing; how many those are. */
int dt__copy_block(const struct dt_series *x, int64_t i, int n, double gap,
                   double *room);

#endif
