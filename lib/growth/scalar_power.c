/* SPDX-License-Identifier: MIT */
#include "growth/scalar_power.h"

#include "kernels/kernels.h"
#include "num/scale.h"

/* Bits from the first to the last that is set in a number with the mantissa
 * m, 1 <= |m| < 2. */
static int
scalar_power_count_bits(double m)
{
    uint64_t bits = dt__bits(m) & UINT64_C(0xfffffffffffff);
    int width = 53;

    for (bits |= UINT64_C(1) << 52; (bits & 1) == 0; bits >>= 1)
        width--;
    return width;
}

bool
dt__exact_power(double factor, double exponent, struct dt__dd *power)
{
    int e;

    if (exponent < 2 || exponent > 53 || exponent != (double)(int)exponent)
        return false;
    const int n = (int)exponent;
    const double m = dt__split(factor, &e);
    /* All products stay where the error of one is a double. */
    if (scalar_power_count_bits(m) * n > 106 || e * n > 900 || e * n < -900)
        return false;

    *power = dt__dd_from(1);
    for (int i = 0; i < n; i++)
        *power = dt__dd_multiply(*power, dt__dd_from(factor));
    return true;
}

bool
dt__exact_power_of_rate(double rate, double exponent, struct dt__dd *power)
{
    const struct dt__dd factor = dt__two_sum(1, rate);

    if (factor.lo == 0)
        return dt__exact_power(factor.hi, exponent, power);
    if (rate < 0x1p60 || !dt__exact_power(rate, exponent, power))
        return false;
    /* r^n + n r^(n - 1): however small, that decides where the first lies in
     * the middle of two doubles. */
    const double more = power->hi * (exponent / rate);
    const double lo = power->lo + more;
    *power = dt__fast_sum(power->hi, lo == power->lo ? dt__next_up(lo) : lo);
    return true;
}

/* Whether a * b is c, exactly. */
static bool
scalar_power_is_product(double a, double b, double c)
{
    const struct dt__dd p = dt__two_product(a, b);
    return p.hi == c && p.lo == 0;
}

double
dt__compound_growth(double base, double end, double numerator,
                    double denominator)
{
    double result;
    /* The fast step leaves ties, and what is close to one, in doubt. */
    if (dt__kernels()->power_rate_one(base, end, numerator, denominator,
                                      &result))
        return result;

    const double exponent = numerator / denominator;

    if (end == 0 || exponent < 2 || exponent > 53 || denominator > 0x1p900 ||
        denominator < 0x1p-900 ||
        !scalar_power_is_product(exponent, denominator, numerator))
        return dt__power_rate(base, end, numerator, denominator);

    int base_e, end_e;
    const double a = dt__split(base, &base_e), b = dt__split(end, &end_e);
    const double ratio = b / a;
    const int apart = end_e - base_e;
    struct dt__dd power;
    if (apart < -400 || apart > 400 || !scalar_power_is_product(ratio, a, b) ||
        !dt__exact_power(dt__scale(ratio, apart), exponent, &power))
        return dt__power_rate(base, end, numerator, denominator);
    const struct dt__dd rate = dt__dd_add(power, dt__dd_from(-1));
    return rate.hi + rate.lo;
}
