#include "growth/element.h"

#include <stdbool.h>

#include "growth/base_rule.h"
#include "growth/scalar.h"
#include "growth/scalar_power.h"
#include "series/why.h"

int32_t
dt__grow_change(const struct dt__growth *self, double base, double value,
                double periods, double *result)
{
    (void)self;
    (void)periods;
    return dt__finish(value - base, result);
}

/* A rule for a base that is zero or negative, and what it makes of the
 * quotient by such a base. */
static int32_t
element_by_rule(const struct dt__growth *self, double base, double value,
                double quotient, double *result)
{
    if (self->base_rule->midpoint)
        return base == 0 && value == 0
                   ? DT_SERIES_WHY_ZERO_BASE
                   : dt__finish(dt__midpoint(base, value), result);
    if (base == 0 || !self->base_rule->divides)
        return dt__why_of_sign(base);
    /* A difference, so that no growth is 0 and not -0. */
    return dt__finish(self->base_rule->by_size ? 0 - quotient : quotient,
                      result);
}

int32_t
dt__grow_rate(const struct dt__growth *self, double base, double value,
              double periods, double *result)
{
    (void)periods;
    const double rate = base != 0 ? dt__rate(base, value) : 0;
    return base > 0 ? dt__finish(rate, result)
                    : element_by_rule(self, base, value, rate, result);
}

int32_t
dt__grow_factor(const struct dt__growth *self, double base, double value,
                double periods, double *result)
{
    (void)periods;
    const double factor = base != 0 ? dt__factor(base, value) : 0;
    return base > 0 ? dt__finish(factor, result)
                    : element_by_rule(self, base, value, factor, result);
}

int32_t
dt__grow_midpoint(const struct dt__growth *self, double base, double value,
                  double periods, double *result)
{
    const bool by_size = self->base_rule->by_size;

    (void)periods;
    if (base == 0 && value == 0)
        return DT_SERIES_WHY_ZERO_BASE;
    if (!by_size && base < 0)
        return DT_SERIES_WHY_NEGATIVE_BASE;
    if (!by_size && value < 0)
        return DT_SERIES_WHY_DOMAIN;
    return dt__finish(dt__midpoint(base, value), result);
}

/* No rule gives a zero or negative base a logarithm, nor a value below
 * without a place; only annualized kinds mind a base in the same period. */
static int32_t
element_in_logs(double base, bool has_place, double periods)
{
    if (base <= 0)
        return dt__why_of_sign(base);
    if (!has_place)
        return DT_SERIES_WHY_DOMAIN;
    return periods == 0 ? DT_SERIES_WHY_NO_PERIODS : DT_SERIES_WHY_DEFINED;
}

int32_t
dt__grow_log(const struct dt__growth *self, double base, double value,
             double periods, double *result)
{
    (void)self;
    (void)periods;
    const int32_t why = element_in_logs(base, value > 0, 1);
    return why != DT_SERIES_WHY_DEFINED
               ? why : dt__finish(dt__log_growth(base, value), result);
}

int32_t
dt__grow_annualized(const struct dt__growth *self, double base, double value,
                    double periods, double *result)
{
    const int32_t why = element_in_logs(base, value >= 0, periods);
    return why != DT_SERIES_WHY_DEFINED
               ? why
               : dt__finish(dt__compound_growth(base, value, self->per_year,
                                                periods), result);
}

int32_t
dt__grow_annualized_log(const struct dt__growth *self, double base,
                        double value, double periods, double *result)
{
    const int32_t why = element_in_logs(base, value > 0, periods);
    return why != DT_SERIES_WHY_DEFINED
               ? why
               : dt__finish(dt__scaled_log(base, value, self->per_year,
                                           periods), result);
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
