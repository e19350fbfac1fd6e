/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include "growth/scalar_power.h"
#include "kernels/kernels.h"
#include "num/scale.h"

/* periods ln(1 + rate) = m 2^e with 1/4 < |m| < 4; neither is 0. In parts, so
 * that no pair of huge and tiny arguments leaves the range on the way. */
static struct dt__dd
scalar_compound_log(double rate, double periods, int *e)
{
    int log_e, periods_e;
    const struct dt__dd m = dt__split_pair(dt__log1p(rate), &log_e);
    const double n = dt__split(periods, &periods_e);

    *e = log_e + periods_e;
    return dt__dd_multiply(m, dt__dd_from(n));
}

/* m 2^e as an exponent; beyond 2^11 every exponential has saturated. */
static struct dt__dd
scalar_compound_exponent(struct dt__dd m, int e)
{
    const double power = dt__power2(e < 11 ? e : 11);
    return (struct dt__dd){ m.hi * power, m.lo * power };
}

/* p r + p (p - 1) r^2 / 2 for |r| and |p r| below 2^-60. The second term,
 * however small, decides where the first lies halfway between two doubles. */
static double
scalar_compound_small(double rate, double periods)
{
    int rate_e, periods_e;
    const double m = dt__split(rate, &rate_e);
    const double n = dt__split(periods, &periods_e);
    struct dt__dd growth = dt__two_product(m, n);
    const double size = dt__abs(0.5 * (periods - 1) * rate);
    const double more = growth.hi * (size > 0x1p-104 ? size : 0x1p-104);

    growth.lo += (periods > 1) == (rate > 0) ? more : -more;
    return dt__round_scaled(growth, rate_e + periods_e);
}

double
dt_growth_compound(double rate, double periods)
{
    if (!dt__are_finite(rate, periods) || rate < -1)
        return dt__nan();
    if (periods == 0 || rate == 0)
        return 0;
    if (periods == 1)
        return rate;
    if (rate == -1)
        return periods > 0 ? -1 : dt__infinity();

    struct dt__dd power;
    double result;
    /* The fast step leaves ties, and what is close to one, in doubt. */
    if (dt__kernels()->compound_one(rate, periods, &result))
        return result;

    if (dt__exact_power_of_rate(rate, periods, &power)) {
        const struct dt__dd growth = dt__dd_add(power, dt__dd_from(-1));
        return growth.hi + growth.lo;
    }
    if (dt__abs(rate) < 0x1p-60 && dt__abs(rate * periods) < 0x1p-60)
        return scalar_compound_small(rate, periods);
    int e;
    const struct dt__dd m = scalar_compound_log(rate, periods, &e);
    /* Here the growth is its logarithm to within 2^-190 of itself. */
    if (e < -190)
        return dt__round_scaled(m, e);
    return dt__expm1(scalar_compound_exponent(m, e));
}

/* level * factor, rounded once over the whole range; level is not 0. */
static double
scalar_compound_multiply(double level, struct dt__dd factor)
{
    int level_e, factor_e;
    const double m = dt__split(level, &level_e);
    const struct dt__dd f = dt__split_pair(factor, &factor_e);

    return dt__round_scaled(dt__multiply_off(dt__dd_from(m), f),
                            level_e + factor_e);
}

double
dt_growth_project(double level, double rate, double periods)
{
    if (!dt__are_finite(level, rate) || !dt__is_finite(periods) ||
        rate < -1)
        return dt__nan();
    if (level == 0)
        return rate == -1 && periods < 0 ? dt__nan() : level;
    if (periods == 0 || rate == 0)
        return level;
    if (rate == -1 && periods < 0)
        return level > 0 ? dt__infinity() : -dt__infinity();
    if (rate == -1)
        return 0 * level;

    struct dt__dd power;
    if (periods == 1)
        return scalar_compound_multiply(level, dt__two_sum(1, rate));
    if (dt__exact_power_of_rate(rate, periods, &power))
        return scalar_compound_multiply(level, power);
    int e;
    const struct dt__dd m = scalar_compound_log(rate, periods, &e);
    return e < -190 ? level
                    : dt__scaled_exp(level, scalar_compound_exponent(m, e));
}

double
dt_growth_backcast(double level, double rate)
{
    if (!dt__are_finite(level, rate) || rate <= -1)
        return dt__nan();
    return dt__quotient(dt__dd_from(level), dt__two_sum(1, rate));
}
