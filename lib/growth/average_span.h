/* SPDX-License-Identifier: MIT */
/* The span of an average, and what leaves one undefined. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_SPAN_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_SPAN_H

#include <dtgrowth/growth.h>

/* Indices of base and end. Every observation that the kind needs is there and
 * in its domain. */
struct dt__span {
    const struct dt_series *x;
    int64_t base, end;
};

/* Leaves a result undefined for the reason, at an observation. */
void dt__undefined(struct dt_growth_average_result *result, int32_t why,
                   int64_t index);

/* Sets the rate, or leaves it undefined where it overflows. */
void dt__average_set(const struct dt__span *span, double rate,
                     struct dt_growth_average_result *result);

#endif
