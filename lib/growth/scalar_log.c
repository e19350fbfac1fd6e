/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include "growth/scalar.h"
#include "kernels/kernels.h"

double
dt_growth_from_log(double log_growth)
{
    const uint64_t bits = dt__bits(log_growth);

    double result;
    if (dt__is_finite(log_growth)) {
        if (dt__kernels()->from_log_one(log_growth, &result))
            return result;
        return dt__expm1(dt__dd_from(log_growth));
    }
    if (bits << 12 != 0)
        return dt__nan();
    return bits >> 63 ? -1 : dt__infinity();
}

double
dt_growth_to_log(double rate)
{
    if (!dt__is_finite(rate) || rate < -1)
        return dt__nan();
    if (rate == -1)
        return -dt__infinity();
    double result;
    if (dt__kernels()->to_log_one(rate, &result))
        return result;
    const struct dt__dd log = dt__log1p(rate);
    return log.hi + log.lo;
}
