/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include "growth/scalar.h"
#include "growth/scalar_power.h"

/* Finiteness is asked of the bits first: comparing a quiet NaN would raise
 * the invalid flag. */
double
dt_growth_change(double base, double end)
{
    return dt__are_finite(base, end) ? end - base : dt__nan();
}

double
dt_growth_rate(double base, double end)
{
    if (!dt__are_finite(base, end) || base <= 0)
        return dt__nan();
    return dt__rate(base, end);
}

double
dt_growth_log(double base, double end)
{
    if (!dt__are_finite(base, end) || base <= 0 || end < 0)
        return dt__nan();
    if (end == 0)
        return -dt__infinity();
    return dt__log_growth(base, end);
}

double
dt_growth_midpoint(double base, double end)
{
    if (!dt__are_finite(base, end) || base < 0 || end < 0 ||
        (base == 0 && end == 0))
        return dt__nan();
    return dt__midpoint(base, end);
}

double
dt_growth_cagr(double base, double end, double periods)
{
    if (!dt__are_finite(base, end) || !dt__is_finite(periods) || base <= 0 ||
        end < 0 || periods <= 0)
        return dt__nan();
    return dt__compound_growth(base, end, 1, periods);
}
