/* SPDX-License-Identifier: MIT */
/* Powers of two: splitting a double, and one rounding over the whole range. */
#ifndef DTGROWTH_LIB_NUM_SCALE_H
#define DTGROWTH_LIB_NUM_SCALE_H

#include "num/dd.h"

/* What functions owe each other is checked in the copy of the library that the
 * tests use; the product never stops a program. */
#ifdef DT__CHECKED
#  include <assert.h>
#  define DT__ASSERT(condition) assert(condition)
#else
#  define DT__ASSERT(condition) ((void)0)
#endif

/* 2^e, -1022 <= e <= 1023. */
DT__INLINE double
dt__power2(int e)
{
    return dt__double((uint64_t)(e + 1023) << 52);
}

/* x = m 2^e with 1 <= |m| < 2; x finite and not 0. */
static inline double
dt__split(double x, int *e)
{
    int shift = 0;

    DT__ASSERT(dt__is_finite(x));
    if (dt__abs(x) < DBL_MIN) {
        x *= 0x1p54;
        shift = -54;
    }
    const uint64_t bits = dt__bits(x);
    *e = (int)(bits >> 52 & 0x7ff) - 1023 + shift;
    return dt__double((bits & UINT64_C(0x800fffffffffffff)) |
                      UINT64_C(0x3ff0000000000000));
}

/* x 2^e, exact unless it leaves the normal range; |e| <= 3000. */
static inline double
dt__scale(double x, int e)
{
    while (e > 1000) {
        x *= 0x1p1000;
        e -= 1000;
    }
    while (e < -1000) {
        x *= 0x1p-1000;
        e += 1000;
    }
    return x * dt__power2(e);
}

/* x = m 2^e with 1 <= |m.hi| < 2; x.hi is not 0. */
static inline struct dt__dd
dt__split_pair(struct dt__dd x, int *e)
{
    struct dt__dd m;

    m.hi = dt__split(x.hi, e);
    m.lo = dt__scale(x.lo, -*e);
    return m;
}

/* (hi + lo) 2^e rounded once, overflow to infinity and gradual underflow
 * included; 2^-60 < |hi| < 2^60, or both are 0. A zero has the sign of hi. */
double dt__round_scaled(struct dt__dd x, int e);

#endif
