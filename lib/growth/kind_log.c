#include "growth/kinds.h"

#include <stdbool.h>

#include "growth/kind_pair.h"
#include "growth/scalar.h"
#include "growth/scalar_power.h"
#include "num/num.h"
#include "num/scale.h"
#include "series/why.h"

/* Growth that takes a logarithm: of one element, and of a pair. */

/* No rule gives a zero or negative base a logarithm, nor a value below
 * without a place; only annualized kinds mind a base in the same period. */
static int32_t
kind_log_why(double base, bool has_place, double periods)
{
    if (base <= 0)
        return dt__why_of_sign(base);
    if (!has_place)
        return DT_SERIES_WHY_DOMAIN;
    return periods == 0 ? DT_SERIES_WHY_NO_PERIODS : DT_SERIES_WHY_DEFINED;
}

/* ln(value / base), both positive. */
static struct dt__dd
kind_log_ratio(const struct dt__levels *levels)
{
    const struct dt__levels x = dt__pair_moderate(levels);

    if (dt__abs(x.rise.hi) > 0x1p-60 * x.base.hi)
        return dt__log_ratio(x.base, x.value);
    /* r - r^2/2; the next term is below 2^-120 of the first. */
    int e;
    const struct dt__dd base = dt__split_pair(x.base, &e);
    const struct dt__dd rise = { dt__scale(x.rise.hi, -e),
                                 dt__scale(x.rise.lo, -e) };
    const struct dt__dd r = dt__dd_divide(rise, base);
    return dt__fast_sum(r.hi, r.lo - 0.5 * r.hi * r.hi);
}

int32_t
dt__grow_log(const struct dt__growth *self, double base, double value,
             double periods, double *result)
{
    (void)self;
    (void)periods;
    const int32_t why = kind_log_why(base, value > 0, 1);
    return why != DT_SERIES_WHY_DEFINED
               ? why : dt__finish(dt__log_growth(base, value), result);
}

double
dt__pair_log(const struct dt__growth *self, const struct dt__levels *levels,
             double periods)
{
    const struct dt__dd log = kind_log_ratio(levels);

    (void)self;
    (void)periods;
    return log.hi + log.lo;
}

static struct dt__dd
kind_log_scaled(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    const struct dt__dd exponent = dt__dd_divide(dt__dd_from(self->per_year),
                                                 dt__dd_from(periods));
    return dt__dd_multiply(kind_log_ratio(levels), exponent);
}

int32_t
dt__grow_annualized(const struct dt__growth *self, double base, double value,
                    double periods, double *result)
{
    const int32_t why = kind_log_why(base, value >= 0, periods);
    return why != DT_SERIES_WHY_DEFINED
               ? why
               : dt__finish(dt__compound_growth(base, value, self->per_year,
                                                periods), result);
}

double
dt__pair_annualized(const struct dt__growth *self,
                    const struct dt__levels *levels, double periods)
{
    return levels->value.hi == 0
               ? -1 : dt__expm1(kind_log_scaled(self, levels, periods));
}

int32_t
dt__grow_annualized_log(const struct dt__growth *self, double base,
                        double value, double periods, double *result)
{
    const int32_t why = kind_log_why(base, value > 0, periods);
    return why != DT_SERIES_WHY_DEFINED
               ? why
               : dt__finish(dt__scaled_log(base, value, self->per_year,
                                           periods), result);
}

double
dt__pair_annualized_log(const struct dt__growth *self,
                        const struct dt__levels *levels, double periods)
{
    const struct dt__dd y = kind_log_scaled(self, levels, periods);
    return y.hi + y.lo;
}
