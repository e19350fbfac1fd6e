/* SPDX-License-Identifier: MIT */
#include "num/rate.h"

#include <stdbool.h>

#include "num/log.h"
#include "num/exp.h"
#include "num/scale.h"

/* Whether nothing below can leave the range. */
static bool
rate_is_moderate(double x)
{
    const double size = dt__abs(x);
    return size > 0x1p-450 && size < 0x1p450;
}

/* (end - base) / base before its rounding. */
static struct dt__dd
rate_pair(double base, double end)
{
    const struct dt__dd rise = dt__two_sum(end, -base);
    const double q = rise.hi / base;
    const struct dt__dd back = dt__two_product(q, base);
    const double rest = ((rise.hi - back.hi) - back.lo) + rise.lo;

    return (struct dt__dd){ q, rest / base };
}

double
dt__rate(double base, double end)
{
    /* The difference of levels that are close is exact (Sterbenz). */
    if (rate_is_moderate(base) && end >= 0.5 * base && end <= 2 * base)
        return (end - base) / base;
    if (end == base)
        return 0;
    if (end == 0)
        return -1;
    if (rate_is_moderate(base) && rate_is_moderate(end)) {
        const struct dt__dd r = rate_pair(base, end);
        return r.hi + r.lo;
    }

    int base_e, end_e;
    const double a = dt__split(base, &base_e), b = dt__split(end, &end_e);
    const int apart = end_e - base_e;
    if (apart < -200)
        return -1;
    if (apart <= 200) {
        const struct dt__dd r = rate_pair(a, dt__scale(b, apart));
        return r.hi + r.lo;
    }
    /* The 1 that is subtracted only matters for the direction of a tie. */
    struct dt__dd ratio = dt__dd_divide(dt__dd_from(b), dt__dd_from(a));
    ratio = dt__dd_add(ratio, dt__dd_from(-dt__scale(1, -apart < -900
                                                           ? -900 : -apart)));
    return dt__round_scaled(ratio, apart);
}

double
dt__quotient(struct dt__dd a, struct dt__dd b)
{
    return dt__scaled_quotient(a, b, 0);
}

double
dt__scaled_quotient(struct dt__dd a, struct dt__dd b, int e)
{
    if (a.hi == 0)
        return a.hi / b.hi;
    int a_e, b_e;
    const struct dt__dd x = dt__split_pair(a, &a_e);
    const struct dt__dd y = dt__split_pair(b, &b_e);

    return dt__round_scaled(dt__dd_divide(x, y), a_e - b_e + e);
}

struct dt__dd
dt__log_of_power(double base, double end, double numerator, double denominator,
                 int *e)
{
    int num_e, den_e;
    const struct dt__dd log = dt__log_ratio(dt__dd_from(base),
                                            dt__dd_from(end));
    const struct dt__dd exponent = dt__dd_divide(
        dt__dd_from(dt__split(numerator, &num_e)),
        dt__dd_from(dt__split(denominator, &den_e)));

    *e = num_e - den_e;
    return dt__dd_multiply(log, exponent);
}

double
dt__power_rate(double base, double end, double numerator, double denominator)
{
    if (end == 0)
        return -1;
    if (numerator == denominator || end == base)
        return dt__rate(base, end);

    int e;
    const struct dt__dd y = dt__log_of_power(base, end, numerator, denominator,
                                             &e);

    /* |y| is between 2^-54 and 2^11 here; the power of two comes on top. */
    if (e > 100)
        return y.hi > 0 ? dt__infinity() : -1;
    if (e < -100)
        return dt__round_scaled(y, e);
    const double power = dt__power2(e);
    return dt__expm1((struct dt__dd){ y.hi * power, y.lo * power });
}
