/* SPDX-License-Identifier: MIT */
#include "num/scale.h"

/* Rounds hi + lo to a multiple of `unit`, to nearest even; |hi| is less than
 * 2^52 units. The anchor has the sign of hi, so that the sum of the two lies
 * where doubles are one unit apart. */
static double
scale_round(struct dt__dd x, double unit)
{
    const double anchor = (x.hi < 0 ? -0x1p52 : 0x1p52) * unit;
    const double half = 0.5 * unit;
    const struct dt__dd s = dt__two_sum(anchor, x.hi);
    const double multiple = s.hi - anchor;
    const double rest = s.lo + x.lo;

    if (rest > half || (s.lo == half && x.lo > 0))
        return multiple + unit;
    if (rest < -half || (s.lo == -half && x.lo < 0))
        return multiple - unit;
    return multiple;
}

double
dt__round_scaled(struct dt__dd x, int e)
{
    int own;

    /* The sum of -0 and 0 would be 0. */
    if (x.lo != 0)
        x = dt__fast_sum(x.hi, x.lo);
    if (x.hi == 0)
        return x.hi;
    (void)dt__split(x.hi, &own);
    /* Saturate: far outside, and safe for the steps of dt__scale(). */
    if (own + e > 1100)
        e = 1100 - own;
    if (own + e < -1200)
        e = -1200 - own;
    if (own + e >= -1022)
        return dt__scale(x.hi, e);
    if (own + e < -1080)
        return x.hi < 0 ? -0.0 : 0.0;
    /* One unit is 2^-1074 after scaling. */
    const double multiple = scale_round(x, dt__scale(1, -1074 - e));
    return multiple == 0 && x.hi < 0 ? -0.0 : dt__scale(multiple, e);
}
