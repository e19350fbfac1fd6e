/* SPDX-License-Identifier: MIT */
#include "num/exp.h"

#include "num/coefficients.h"
#include "num/ln2.h"
#include "num/scale.h"

/* e^y = 2^k (1 + w) with |y - k ln 2| <= ln 2 / 2; |y| < 2000. */
static struct dt__dd
exp_reduced(struct dt__dd y, int *k)
{
    const int terms = sizeof(dt__exp_coefficients) /
                      sizeof(dt__exp_coefficients[0]);
    const double scaled = y.hi * DT__PER_LN2;

    /* Of a scalar in another rounding mode it may be no number. */
    *k = dt__abs(scaled) < 4000 ? (int)(scaled + (scaled < 0 ? -0.5 : 0.5)) : 0;
    struct dt__dd t = dt__two_sum(y.hi, -*k * dt__ln2[0]);
    t = dt__dd_add(t, dt__two_sum(y.lo, -*k * dt__ln2[1]));
    t = dt__dd_add(t, dt__dd_from(-*k * dt__ln2[2]));
    t.hi *= 0x1p-4;
    t.lo *= 0x1p-4;

    struct dt__dd q = dt__exp_coefficients[terms - 1];
    for (int j = terms - 2; j >= 0; j--)
        q = dt__dd_add(dt__dd_multiply(q, t), dt__exp_coefficients[j]);
    struct dt__dd w = dt__dd_multiply(q, t);

    /* (1 + w)^2 - 1 = w (w + 2), four times. */
    for (int i = 0; i < 4; i++) {
        const struct dt__dd twice = { 2 * w.hi, 2 * w.lo };
        w = dt__dd_add(twice, dt__dd_multiply(w, w));
    }
    return w;
}

/* y + y^2/2; the next term is below 2^-120 of the first. */
static struct dt__dd
exp_tiny(struct dt__dd y)
{
    return dt__fast_sum(y.hi, y.lo + 0.5 * y.hi * y.hi);
}

struct dt__dd
dt__expm1_dd(struct dt__dd y)
{
    int k;

    if (dt__abs(y.hi) < 0x1p-60)
        return exp_tiny(y);
    struct dt__dd w = exp_reduced(y, &k);
    if (k == 0)
        return w;
    const double power = dt__power2(k);
    w.hi *= power;
    w.lo *= power;
    return dt__dd_add(dt__two_sum(power, -1), w);
}

double
dt__expm1(struct dt__dd y)
{
    if (y.hi > 800)
        return dt__infinity();
    if (y.hi < -100)
        return -1;
    if (y.hi < 600) {
        const struct dt__dd r = dt__expm1_dd(y);
        return r.hi + r.lo;
    }
    int k;
    const struct dt__dd w = exp_reduced(y, &k);
    const struct dt__dd e = dt__dd_add(dt__dd_from(1), w);
    /* The 1 that is subtracted is below 2^-800 of it. */
    return dt__round_scaled(e, k);
}

double
dt__scaled_exp(double scale, struct dt__dd y)
{
    if (scale == 0)
        return scale;
    if (y.hi > 1600)
        return scale < 0 ? -dt__infinity() : dt__infinity();
    if (y.hi < -1600)
        return scale < 0 ? -0.0 : 0.0;

    int e, k;
    const double m = dt__split(scale, &e);
    const struct dt__dd w = exp_reduced(y, &k);
    const struct dt__dd factor = dt__dd_add(dt__dd_from(1), w);
    return dt__round_scaled(dt__dd_multiply(dt__dd_from(m), factor), e + k);
}
