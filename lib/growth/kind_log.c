/* SPDX-License-Identifier: MIT */
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

/* ln(value / base) = l 2^*e, both positive: no difference leaves the range. */
static struct dt__dd
kind_log_ratio(const struct dt__levels *x, int *e)
{
    int base_e, rise_e;

    *e = 0;
    if (x->rise.hi == 0)
        return dt__dd_from(0);
    if (dt__abs(x->rise.hi) > 0x1p-35 * x->base.hi)
        return dt__log_ratio(x->base, x->value);
    /* The levels agree in digits that the rise still has. r - r^2/2 + r^3/3;
     * the next term is below 2^-107 of the first. */
    const struct dt__dd rise = dt__split_pair(x->rise, &rise_e);
    const struct dt__dd r = dt__dd_divide(rise,
                                          dt__split_pair(x->base, &base_e));
    *e = rise_e - base_e;
    const double unit = dt__scale(1, *e);
    const struct dt__dd square = dt__pair_times(-0.5 * unit,
                                                dt__dd_multiply(r, r));
    const double cube = r.hi * unit * (r.hi * unit) * r.hi / 3;
    return dt__dd_add(dt__dd_add(r, square), dt__dd_from(cube));
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
    int e;
    const struct dt__dd log = kind_log_ratio(levels, &e);

    (void)self;
    (void)periods;
    return e == 0 ? log.hi + log.lo : dt__round_scaled(log, e);
}

/* The scaled logarithm is y 2^*e, 1 <= |y| < 2 or 0: neither the periods nor
 * those in a year leave the range. */
static struct dt__dd
kind_log_scaled(const struct dt__growth *self, const struct dt__levels *levels,
                double periods, int *e)
{
    int log_e, year_e, apart_e, own = 0;
    const struct dt__dd exponent = dt__dd_divide(
        dt__dd_from(dt__split(self->per_year, &year_e)),
        dt__dd_from(dt__split(periods, &apart_e)));
    struct dt__dd y = dt__dd_multiply(kind_log_ratio(levels, &log_e),
                                      exponent);

    if (y.hi != 0)
        y = dt__split_pair(y, &own);
    *e = own + log_e + year_e - apart_e;
    return y;
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
    int e;

    if (levels->value.hi == 0)
        return -1;
    const struct dt__dd y = kind_log_scaled(self, levels, periods, &e);
    if (y.hi == 0 || e < -100)
        return dt__round_scaled(y, e);
    if (e > 20)
        return y.hi > 0 ? dt__infinity() : -1;
    const double power = dt__power2(e);
    return dt__expm1((struct dt__dd){ y.hi * power, y.lo * power });
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
    int e;
    const struct dt__dd y = kind_log_scaled(self, levels, periods, &e);

    return dt__round_scaled(y, e);
}
