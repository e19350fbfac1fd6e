/* What the kernels of growth say of their elements. */
#ifndef DTGROWTH_LIB_KERNELS_DOUBT_LANES_H
#define DTGROWTH_LIB_KERNELS_DOUBT_LANES_H

#include "num/fast.h"
#include "kernels/kernels.h"

#define EACH(i) for (int i = 0; i < DT__BLOCK; i++)

/* Doubts are 1 or 0 in doubles, which every instruction set can select by a
 * single comparison of doubles, and join by their bits. */
static inline double
either(double a, double b)
{
    return dt__double(dt__bits(a) | dt__bits(b));
}

static inline double
doubt_different(double a, double b)
{
    return a == b ? 0.0 : 1.0;
}

/* 1 for a level that dt__fast_covers() leaves out. */
static inline double
doubt_level(double x)
{
    return either(x >= DT__FAST_SMALLEST ? 0.0 : 1.0,
                  x < DT__FAST_LARGEST ? 0.0 : 1.0);
}

static inline double
doubt_outside(double base, double end)
{
    return either(doubt_level(base), doubt_level(end));
}

/* NaN operands make a NaN and leave no doubt; returns DT__SOME_*. */
static inline int
settle(const double *restrict base, const double *restrict end,
       double *restrict out, double *restrict doubt)
{
    const double nan = dt__nan();
    uint64_t missing = 0, doubtful = 0;

    EACH(i) {
        const double gap = either(doubt_different(base[i], base[i]),
                                  doubt_different(end[i], end[i]));
        const double open = gap == 0 ? doubt[i] : 0.0;
        out[i] = gap == 0 ? out[i] : nan;
        doubt[i] = open;
        missing |= dt__bits(gap);
        doubtful |= dt__bits(open);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

#endif
