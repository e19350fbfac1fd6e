/* SPDX-License-Identifier: MIT */
#include <dtgrowth/compare.h>

#include "num/num.h"

double
dt_compare_differential(double rate, double other)
{
    if (!dt__is_finite(rate) || !dt__is_finite(other))
        return dt__nan();
    return rate - other;
}

double
dt_compare_relative(double rate, double other)
{
    if (!dt__is_finite(rate) || !dt__is_finite(other) || rate < -1 ||
        other <= -1)
        return dt__nan();
    /* (rate - other) / (1 + other): no number near 1 is rounded. */
    const struct dt__dd gap = dt__two_sum(rate, -other);
    return gap.hi == 0 ? 0 : dt__quotient(gap, dt__two_sum(1, other));
}

double
dt_compare_catch_up(double behind, double ahead, double rate_behind,
                    double rate_ahead)
{
    if (!dt__is_finite(behind) || !dt__is_finite(ahead) ||
        !dt__is_finite(rate_behind) || !dt__is_finite(rate_ahead) ||
        behind <= 0 || ahead <= 0 || rate_behind <= -1 || rate_ahead <= -1)
        return dt__nan();
    /* Equal rates: the levels are always equal, or never. */
    if (rate_behind == rate_ahead)
        return behind == ahead ? dt__nan() : dt__infinity();
    if (behind == ahead)
        return 0;
    return dt__quotient(
        dt__log_ratio(dt__dd_from(behind), dt__dd_from(ahead)),
        dt__log_ratio(dt__two_sum(1, rate_ahead), dt__two_sum(1, rate_behind)));
}
