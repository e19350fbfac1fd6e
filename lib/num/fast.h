/* SPDX-License-Identifier: MIT */
/* The fast steps of logarithm, power and rate: a result in about 66 bits, and a
 * rounding test that says whether they suffice. Single elements and blocks run
 * the same lines, those of fast_lanes.h. Where the test fails, or an operand is
 * out of range, the functions of num.h take over, so that the bits are those in
 * any case; docs/numerics.md has the bounds. */
#ifndef DTGROWTH_LIB_NUM_FAST_H
#define DTGROWTH_LIB_NUM_FAST_H

#include <stdbool.h>

#include "num/dd.h"
#include "num/ln2.h"

/* Adding and subtracting it leaves the nearest integer of |x| < 2^51. */
#define DT__TO_INTEGER 0x1.8p52

/* What the fast steps take: no product or power of two below can leave the
 * range then. */
#define DT__FAST_SMALLEST 0x1p-250
#define DT__FAST_LARGEST  0x1p250

/* Whether the fast steps take a number: no zero, no negative one and no NaN. */
DT__INLINE int
dt__fast_covers(double x)
{
    return (x >= DT__FAST_SMALLEST) & (x < DT__FAST_LARGEST);
}

/* Beyond, the powers of two in an exponential could leave the range. */
#define DT__FAST_LARGEST_LOG 256

/* end / base = 2^k (1 + s/2) / (1 - s/2), |s| <= 0.4; s = hi + lo. */
struct dt__reduced {
    double hi, lo, k;
};

/* The relative error of the logarithm below is less: its tail weighs 2^-16.7 of
 * it at most, and is off by 3 2^-53; the pairs leave 2^-94. */
#define DT__FAST_LOG_BOUND 0x1p-67

/* Two pairs on the way to a logarithm: v = s^2, and w = v (1/80 + v q). */
struct dt__log_middle {
    struct dt__dd v, w;
};

/* What is known of a result before its rounding. */
struct dt__estimate {
    struct dt__dd value;
    double error;
};

/* What the two ends of an estimate round to: the result, if they agree. */
struct dt__rounded {
    double low, high;
};

/* c_hi + c_lo + x_hi + x_lo for |c_hi| > |x_hi|. */
DT__INLINE struct dt__dd
dt__fast_add(double c_hi, double c_lo, double x_hi, double x_lo)
{
    const double hi = c_hi + x_hi;
    return (struct dt__dd){ hi, (x_hi - (hi - c_hi)) + (c_lo + x_lo) };
}

#endif
