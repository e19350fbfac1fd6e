/* SPDX-License-Identifier: MIT */
#include "growth/kinds.h"

#include <stdbool.h>

#include "growth/base_rule.h"
#include "growth/kind_pair.h"
#include "growth/scalar.h"
#include "num/num.h"
#include "series/why.h"

/* Growth that is a difference or a quotient: of one element, and of a pair. */

int32_t
dt__grow_change(const struct dt__growth *self, double base, double value,
                double periods, double *result)
{
    (void)self;
    (void)periods;
    return dt__finish(value - base, result);
}

double
dt__pair_change(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    (void)self;
    (void)periods;
    return levels->rise.hi + levels->rise.lo;
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

static struct dt__dd
kind_rate_absolute(struct dt__dd x)
{
    return x.hi < 0 ? dt__dd_negate(x) : x;
}

double
dt__pair_midpoint(const struct dt__growth *self,
                  const struct dt__levels *levels, double periods)
{
    const struct dt__levels x = dt__pair_moderate(levels);

    (void)self;
    (void)periods;
    return dt__quotient(dt__pair_times(2, x.rise),
                        dt__dd_add(kind_rate_absolute(x.base),
                                   kind_rate_absolute(x.value)));
}

/* A rule for a base that is zero or negative, and the quotient by such a base,
 * or by its magnitude where the rule says so. */
static int32_t
kind_rate_by_rule(const struct dt__growth *self, double base, double value,
                  double quotient, double *result)
{
    if (self->base_rule->midpoint)
        return base == 0 && value == 0
                   ? DT_SERIES_WHY_ZERO_BASE
                   : dt__finish(dt__midpoint(base, value), result);
    if (base == 0 || !self->base_rule->divides)
        return dt__why_of_sign(base);
    return dt__finish(quotient, result);
}

int32_t
dt__grow_rate(const struct dt__growth *self, double base, double value,
              double periods, double *result)
{
    (void)periods;
    const double rate = base != 0 ? dt__rate(base, value) : 0;
    /* A difference, so that no growth is 0 and not -0. */
    const double by_size = self->base_rule->by_size ? 0 - rate : rate;
    return base > 0 ? dt__finish(rate, result)
                    : kind_rate_by_rule(self, base, value, by_size, result);
}

/* What a quotient by a zero or negative base is by the rule. */
static double
kind_rate_pair_by_rule(const struct dt__growth *self,
                       const struct dt__levels *levels, double quotient)
{
    const bool by_rule = levels->base.hi <= 0;

    if (by_rule && self->base_rule->midpoint)
        return dt__pair_midpoint(self, levels, 0);
    return by_rule && self->base_rule->by_size ? -quotient : quotient;
}

double
dt__pair_rate(const struct dt__growth *self, const struct dt__levels *levels,
              double periods)
{
    const struct dt__levels x = dt__pair_moderate(levels);

    (void)periods;
    if (levels->rise.hi == 0)
        return 0; /* Not -0 from a negative base. */
    return kind_rate_pair_by_rule(
        self, levels, x.base.hi != 0 ? dt__quotient(x.rise, x.base) : 0);
}

int32_t
dt__grow_factor(const struct dt__growth *self, double base, double value,
                double periods, double *result)
{
    (void)periods;
    const double by = self->base_rule->by_size ? dt__abs(base) : base;
    const double factor = base != 0 ? dt__factor(by, value) : 0;
    return base > 0 ? dt__finish(factor, result)
                    : kind_rate_by_rule(self, base, value, factor, result);
}

double
dt__pair_factor(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    const struct dt__levels x = dt__pair_moderate(levels);

    (void)periods;
    return kind_rate_pair_by_rule(
        self, levels, dt__quotient(x.value, x.base));
}
