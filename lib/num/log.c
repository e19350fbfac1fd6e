/* SPDX-License-Identifier: MIT */
#include "num/log.h"

#include "num/coefficients.h"
#include "num/scale.h"

/* 2 atanh(s / 2) = s + s (v/12 + v^2/80 + ...), v = s^2, |s| <= 0.35. */
static struct dt__dd
log_atanh(struct dt__dd s)
{
    const int terms = sizeof(dt__log_coefficients) /
                      sizeof(dt__log_coefficients[0]);
    const struct dt__dd v = dt__dd_multiply(s, s);
    struct dt__dd q = dt__log_coefficients[terms - 1];

    for (int j = terms - 2; j >= 0; j--)
        q = dt__dd_add(dt__dd_multiply(q, v), dt__log_coefficients[j]);
    return dt__dd_add(s, dt__dd_multiply(s, dt__dd_multiply(v, q)));
}

static struct dt__dd
log_times_ln2(int k)
{
    /* The first two products are exact. */
    const struct dt__dd high = dt__two_sum(k * dt__ln2[0], k * dt__ln2[1]);
    return dt__dd_add(high, dt__dd_from(k * dt__ln2[2]));
}

struct dt__dd
dt__log_ratio(struct dt__dd base, struct dt__dd end)
{
    int base_e, end_e;
    const struct dt__dd a = dt__split_pair(base, &base_e);
    struct dt__dd b = dt__split_pair(end, &end_e);
    int k = end_e - base_e;

    /* b / a in [0.7, 1.42], so that k ln 2 and the rest never cancel. */
    double step = 1;
    if (b.hi > 1.41 * a.hi) {
        step = 0.5;
        k++;
    } else if (a.hi > 1.42 * b.hi) {
        step = 2;
        k--;
    }
    b.hi *= step;
    b.lo *= step;

    const struct dt__dd d = dt__dd_add(b, dt__dd_negate(a));
    const struct dt__dd t = dt__dd_add(b, a);
    const struct dt__dd twice = { 2 * d.hi, 2 * d.lo };
    const struct dt__dd rest = log_atanh(dt__dd_divide(twice, t));

    return k == 0 ? rest : dt__dd_add(log_times_ln2(k), rest);
}

struct dt__dd
dt__log1p(double rate)
{
    /* r - r^2/2; the next term is below 2^-120 of the first. */
    if (dt__abs(rate) < 0x1p-60)
        return dt__fast_sum(rate, -0.5 * rate * rate);
    return dt__log_ratio(dt__dd_from(1), dt__two_sum(1, rate));
}
