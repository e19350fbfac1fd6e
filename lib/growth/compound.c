#include <dtgrowth/growth.h>

#include "growth/kernel.h"
#include "num/scale.h"

static bool
are_finite(double a, double b)
{
    return dt__is_finite(a) && dt__is_finite(b);
}

/* periods * ln(1 + rate) for rate > -1, held within +-3000, where every
 * exponential of a double has saturated. */
static struct dt__dd
log_of_power(double rate, double periods)
{
    const struct dt__dd log = dt__log1p(rate);
    const double limit = 3000;

    if (dt__abs(log.hi) > limit / dt__abs(periods))
        return dt__dd_from((rate < 0) == (periods < 0) ? limit : -limit);
    return dt__dd_multiply(log, dt__dd_from(periods));
}

/* The largest n with (1 + rate)^n exact in a double-double. */
static bool
power_is_exact(struct dt__dd base, double periods)
{
    if (base.lo != 0 || !(periods >= 2 && periods <= 53) ||
        periods != (double)(int)periods)
        return false;
    const uint64_t fraction = dt__bits(base.hi) & UINT64_C(0xfffffffffffff);
    int width = 53;
    for (uint64_t m = fraction | UINT64_C(1) << 52; (m & 1) == 0; m >>= 1)
        width--;
    return width * (int)periods <= 106;
}

/* Ties between two doubles happen here, and only here. */
static struct dt__dd
exact_power(double base, int periods)
{
    struct dt__dd power = dt__dd_from(1);
    for (int i = 0; i < periods; i++)
        power = dt__dd_multiply(power, dt__dd_from(base));
    return power;
}

double
dt_growth_compound(double rate, double periods)
{
    if (!are_finite(rate, periods) || rate < -1)
        return dt__nan();
    if (periods == 0 || rate == 0)
        return 0;
    if (periods == 1)
        return rate;
    if (rate == -1)
        return periods > 0 ? -1 : dt__infinity();

    const struct dt__dd base = dt__two_sum(1, rate);
    if (power_is_exact(base, periods) && dt__abs(base.hi) < 0x1p15) {
        const struct dt__dd r = dt__dd_add(exact_power(base.hi, (int)periods),
                                           dt__dd_from(-1));
        return r.hi + r.lo;
    }
    const struct dt__dd log = dt__log1p(rate);
    /* Below this the power is linear to within 2^-120 of itself. */
    if (dt__abs(log.hi) < 0x1p-500 || dt__abs(periods) < 0x1p-500) {
        int rate_e, periods_e;
        const double m = dt__split(log.hi, &rate_e);
        const double n = dt__split(periods, &periods_e);
        const struct dt__dd mantissa = { m, dt__scale(log.lo, -rate_e) };
        const int e = rate_e + periods_e;
        if (e < -200)
            return dt__round_scaled(
                dt__dd_multiply(mantissa, dt__dd_from(n)), e);
    }
    return dt__expm1(log_of_power(rate, periods));
}

double
dt_growth_project(double level, double rate, double periods)
{
    if (!are_finite(level, rate) || !dt__is_finite(periods) || rate < -1)
        return dt__nan();
    if (level == 0)
        return rate == -1 && periods < 0 ? dt__nan() : level;
    if (periods == 0 || rate == 0)
        return level;
    if (rate == -1)
        return periods > 0 ? 0 * level
                           : level > 0 ? dt__infinity() : -dt__infinity();
    if (periods == 1) {
        int level_e, factor_e;
        const struct dt__dd factor = dt__two_sum(1, rate);
        const double m = dt__split(level, &level_e);
        const struct dt__dd f = { dt__split(factor.hi, &factor_e),
                                  dt__scale(factor.lo, -factor_e) };
        return dt__round_scaled(dt__dd_multiply(dt__dd_from(m), f),
                                level_e + factor_e);
    }
    return dt__scaled_exp(level, log_of_power(rate, periods));
}

double
dt_growth_backcast(double level, double rate)
{
    if (!are_finite(level, rate) || rate <= -1)
        return dt__nan();
    return dt__quotient(dt__dd_from(level), dt__two_sum(1, rate));
}
