/* SPDX-License-Identifier: MIT */
#include "growth/scalar.h"

#include "kernels/kernels.h"
#include "num/scale.h"

double
dt__midpoint(double base, double end)
{
    /* A quarter of everything: neither the difference nor the sum of the two
     * largest doubles overflows, and what a quarter of a small one loses to
     * underflow is avoided by scaling up. */
    const bool small = dt__abs(base) < 0x1p900 && dt__abs(end) < 0x1p900;
    const double scale = small ? 0x1p100 : 0.25;
    const double a = scale * base, b = scale * end;
    const struct dt__dd difference = dt__two_sum(b, -a);
    const struct dt__dd sum = dt__two_sum(dt__abs(b), dt__abs(a));
    const struct dt__dd twice = { 2 * difference.hi, 2 * difference.lo };

    return dt__quotient(twice, sum);
}

double
dt__log_growth(double base, double end)
{
    double result;
    if (dt__kernels()->log_one(base, end, &result))
        return result;
    const struct dt__dd log = dt__log_ratio(dt__dd_from(base),
                                            dt__dd_from(end));
    return log.hi + log.lo;
}

double
dt__scaled_log(double base, double end, double numerator, double denominator)
{
    if (numerator == denominator || base == end)
        return dt__log_growth(base, end);

    int e;
    const struct dt__dd y = dt__log_of_power(base, end, numerator, denominator,
                                             &e);
    return dt__round_scaled(y, e);
}

double
dt__linear_rate(double base, double end, double n)
{
    /* Halves, since the difference of two doubles may overflow. */
    const bool large = dt__abs(base) > 0x1p1000 || dt__abs(end) > 0x1p1000;
    const double scale = large ? 0.5 : 1;
    const struct dt__dd rise = dt__two_sum(scale * end, -(scale * base));
    if (rise.hi == 0)
        return 0;

    int rise_e, base_e, n_e;
    const struct dt__dd top = { dt__split(rise.hi, &rise_e),
                                dt__scale(rise.lo, -rise_e) };
    const double m = dt__split(base, &base_e);
    const struct dt__dd bottom = dt__two_product(m, dt__split(n, &n_e));
    return dt__round_scaled(dt__dd_divide(top, bottom),
                            rise_e + large - base_e - n_e);
}

double
dt__factor(double base, double value)
{
    return value / base;
}
