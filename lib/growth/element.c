#include "growth/element.h"

#include <dtgrowth/growth.h>

#include "growth/scalar.h"
#include "series/why.h"

bool
dt__is_annualized(const struct dt__growth *self)
{
    return self->kind == DT_GROWTH_ANNUALIZED ||
           self->kind == DT_GROWTH_ANNUALIZED_LOG;
}

bool
dt__needs_positive_base(const struct dt__growth *self)
{
    return self->kind != DT_GROWTH_CHANGE;
}

/* What a zero or negative base leads to under rules that divide by it. */
static int32_t
base_reason(double base)
{
    return base == 0 ? DT_SERIES_WHY_ZERO_BASE : DT_SERIES_WHY_NEGATIVE_BASE;
}

static int32_t
finish(double value, double *result)
{
    if (!dt__is_finite(value))
        return DT_SERIES_WHY_OVERFLOW;
    *result = value;
    return DT_SERIES_WHY_DEFINED;
}

/* Rate and factor of a base that is zero or negative. */
static int32_t
grow_by_rule(const struct dt__growth *self, double base, double value,
             double *result)
{
    const bool is_rate = self->kind == DT_GROWTH_RATE;

    if (self->base_rule == DT_GROWTH_BASE_MIDPOINT)
        return base == 0 && value == 0
                   ? DT_SERIES_WHY_ZERO_BASE
                   : finish(dt__midpoint(base, value), result);
    if (base == 0 || self->base_rule == DT_GROWTH_BASE_MISSING)
        return base_reason(base);
    const double growth = is_rate ? dt__rate(base, value)
                                  : dt__factor(base, value);
    /* A difference, so that no growth is 0 and not -0. */
    return finish(self->base_rule == DT_GROWTH_BASE_ABSOLUTE ? 0 - growth
                                                             : growth,
                  result);
}

static int32_t
grow_midpoint(const struct dt__growth *self, double base, double value,
              double *result)
{
    const bool by_size = self->base_rule == DT_GROWTH_BASE_MIDPOINT ||
                         self->base_rule == DT_GROWTH_BASE_ABSOLUTE;

    if (base == 0 && value == 0)
        return DT_SERIES_WHY_ZERO_BASE;
    if (!by_size && base < 0)
        return DT_SERIES_WHY_NEGATIVE_BASE;
    if (!by_size && value < 0)
        return DT_SERIES_WHY_DOMAIN;
    return finish(dt__midpoint(base, value), result);
}

/* The kinds that take a logarithm: no rule gives a zero or negative base
 * one. */
static int32_t
grow_in_logs(const struct dt__growth *self, double base, double value,
             double periods, double *result)
{
    if (base <= 0)
        return base_reason(base);
    if (value < 0 || (value == 0 && self->kind != DT_GROWTH_ANNUALIZED))
        return DT_SERIES_WHY_DOMAIN;
    if (self->kind == DT_GROWTH_LOG)
        return finish(dt__log_growth(base, value), result);
    if (periods == 0)
        return DT_SERIES_WHY_NO_PERIODS;
    return finish(self->kind == DT_GROWTH_ANNUALIZED
                      ? dt__compound_growth(base, value, self->per_year,
                                            periods)
                      : dt__scaled_log(base, value, self->per_year,
                                       periods),
                  result);
}

int32_t
dt__grow(const struct dt__growth *self, double base, double value,
         double periods, double *result)
{
    switch (self->kind) {
    case DT_GROWTH_CHANGE:
        return finish(value - base, result);
    case DT_GROWTH_MIDPOINT:
        return grow_midpoint(self, base, value, result);
    case DT_GROWTH_RATE:
    case DT_GROWTH_FACTOR:
        if (base <= 0)
            return grow_by_rule(self, base, value, result);
        return finish(self->kind == DT_GROWTH_RATE ? dt__rate(base, value)
                                                   : dt__factor(base, value),
                      result);
    default:
        return grow_in_logs(self, base, value, periods, result);
    }
}

int32_t
dt__grow_over(const struct dt__growth *self, double base, double value,
              double periods, double *result)
{
    if (periods > 0)
        return dt__grow(self, base, value, periods, result);
    return dt__first_why(dt__grow(self, base, value, 0, result),
                         DT_SERIES_WHY_NO_PERIODS);
}
