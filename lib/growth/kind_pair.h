/* SPDX-License-Identifier: MIT */
/* Levels that are pairs of doubles: sums of windows. */
#ifndef DTGROWTH_LIB_GROWTH_KIND_PAIR_H
#define DTGROWTH_LIB_GROWTH_KIND_PAIR_H

#include "num/dd.h"

/* Two levels, and their difference, which has its own digits where the levels
 * agree in all of theirs. */
struct dt__levels {
    struct dt__dd base, value, rise;
};

static inline struct dt__dd
dt__pair_times(double power, struct dt__dd x)
{
    return (struct dt__dd){ power * x.hi, power * x.lo };
}

/* Levels of which neither a sum nor a difference leaves the range. */
static inline struct dt__levels
dt__pair_moderate(const struct dt__levels *x)
{
    struct dt__levels small = *x;

    if (dt__abs(x->base.hi) <= 0x1p1000 && dt__abs(x->value.hi) <= 0x1p1000)
        return small;
    small.base = dt__pair_times(0x1p-10, x->base);
    small.value = dt__pair_times(0x1p-10, x->value);
    /* The rise has digits that neither level has, unless it overflows. */
    small.rise = dt__is_finite(x->rise.hi)
                     ? dt__pair_times(0x1p-10, x->rise)
                     : dt__dd_add(small.value, dt__dd_negate(small.base));
    return small;
}

#endif
