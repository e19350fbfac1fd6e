#include "growth/pair.h"

#include <stdbool.h>

#include "growth/base_rule.h"
#include "num/num.h"
#include "num/scale.h"
#include "series/why.h"

static struct dt__dd
pair_absolute(struct dt__dd x)
{
    return x.hi < 0 ? dt__dd_negate(x) : x;
}

static struct dt__dd
pair_times(double power, struct dt__dd x)
{
    return (struct dt__dd){ power * x.hi, power * x.lo };
}

/* Levels of which neither a sum nor a difference leaves the range. */
static struct dt__levels
pair_moderate(const struct dt__levels *x)
{
    struct dt__levels small = *x;

    if (dt__abs(x->base.hi) <= 0x1p1000 && dt__abs(x->value.hi) <= 0x1p1000)
        return small;
    small.base = pair_times(0x1p-10, x->base);
    small.value = pair_times(0x1p-10, x->value);
    small.rise = dt__dd_add(small.value, dt__dd_negate(small.base));
    return small;
}

double
dt__pair_change(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    (void)self;
    (void)periods;
    return levels->rise.hi + levels->rise.lo;
}

double
dt__pair_midpoint(const struct dt__growth *self,
                  const struct dt__levels *levels, double periods)
{
    const struct dt__levels x = pair_moderate(levels);

    (void)self;
    (void)periods;
    return dt__quotient(pair_times(2, x.rise),
                        dt__dd_add(pair_absolute(x.base),
                                   pair_absolute(x.value)));
}

/* What a quotient by a zero or negative base is by the rule. */
static double
pair_by_rule(const struct dt__growth *self, const struct dt__levels *levels,
             double quotient)
{
    const bool by_rule = levels->base.hi <= 0;

    if (by_rule && self->base_rule->midpoint)
        return dt__pair_midpoint(self, levels, 0);
    return by_rule && self->base_rule->by_size ? 0 - quotient : quotient;
}

double
dt__pair_rate(const struct dt__growth *self, const struct dt__levels *levels,
              double periods)
{
    const struct dt__levels x = pair_moderate(levels);

    (void)periods;
    return pair_by_rule(self, levels,
                        x.base.hi != 0 ? dt__quotient(x.rise, x.base) : 0);
}

double
dt__pair_factor(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    const struct dt__levels x = pair_moderate(levels);

    (void)periods;
    return pair_by_rule(self, levels,
                        x.base.hi != 0 ? dt__quotient(x.value, x.base) : 0);
}

/* ln(value / base), both positive. */
static struct dt__dd
pair_log_ratio(const struct dt__levels *levels)
{
    const struct dt__levels x = pair_moderate(levels);

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

double
dt__pair_log(const struct dt__growth *self, const struct dt__levels *levels,
             double periods)
{
    const struct dt__dd log = pair_log_ratio(levels);

    (void)self;
    (void)periods;
    return log.hi + log.lo;
}

static struct dt__dd
pair_scaled_log(const struct dt__growth *self, const struct dt__levels *levels,
                double periods)
{
    const struct dt__dd exponent = dt__dd_divide(dt__dd_from(self->per_year),
                                                 dt__dd_from(periods));
    return dt__dd_multiply(pair_log_ratio(levels), exponent);
}

double
dt__pair_annualized(const struct dt__growth *self,
                    const struct dt__levels *levels, double periods)
{
    return levels->value.hi == 0
               ? -1 : dt__expm1(pair_scaled_log(self, levels, periods));
}

double
dt__pair_annualized_log(const struct dt__growth *self,
                        const struct dt__levels *levels, double periods)
{
    const struct dt__dd y = pair_scaled_log(self, levels, periods);
    return y.hi + y.lo;
}

int32_t
dt__grow_pair(const struct dt__growth *self, const struct dt__levels *levels,
              double periods, double *result)
{
    /* Whether there is a growth hangs on the signs alone. */
    const int32_t why = dt__grow(self, levels->base.hi, levels->value.hi,
                                 periods, result);

    if (why != DT_SERIES_WHY_DEFINED ||
        (levels->base.lo == 0 && levels->value.lo == 0))
        return why;
    return dt__finish(self->kind->grow_pair(self, levels, periods), result);
}
