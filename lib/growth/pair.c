#include "growth/pair.h"

#include <dtgrowth/growth.h>

#include "num/num.h"
#include "num/scale.h"

static struct dt__dd
absolute(struct dt__dd x)
{
    return x.hi < 0 ? dt__dd_negate(x) : x;
}

static struct dt__dd
times(double power, struct dt__dd x)
{
    return (struct dt__dd){ power * x.hi, power * x.lo };
}

static double
rate_of(const struct dt__levels *x)
{
    return dt__quotient(x->rise, x->base);
}

static double
midpoint_of(const struct dt__levels *x)
{
    return dt__quotient(times(2, x->rise),
                        dt__dd_add(absolute(x->base), absolute(x->value)));
}

/* ln(value / base), both positive. */
static struct dt__dd
log_of(const struct dt__levels *x)
{
    if (dt__abs(x->rise.hi) > 0x1p-60 * x->base.hi)
        return dt__log_ratio(x->base, x->value);
    /* r - r^2/2; the next term is below 2^-120 of the first. */
    int e;
    const struct dt__dd base = dt__split_pair(x->base, &e);
    const struct dt__dd rise = { dt__scale(x->rise.hi, -e),
                                 dt__scale(x->rise.lo, -e) };
    const struct dt__dd r = dt__dd_divide(rise, base);
    return dt__fast_sum(r.hi, r.lo - 0.5 * r.hi * r.hi);
}

/* The kinds that take a logarithm. */
static double
grow_in_logs(const struct dt__growth *self, const struct dt__levels *x,
             double periods)
{
    if (x->value.hi == 0)
        return -1;
    const struct dt__dd log = log_of(x);
    if (self->kind == DT_GROWTH_LOG)
        return log.hi + log.lo;
    const struct dt__dd exponent = dt__dd_divide(dt__dd_from(self->per_year),
                                                 dt__dd_from(periods));
    const struct dt__dd y = dt__dd_multiply(log, exponent);
    return self->kind == DT_GROWTH_ANNUALIZED ? dt__expm1(y) : y.hi + y.lo;
}

/* A growth that is defined, unless it overflows. */
static double
grow(const struct dt__growth *self, const struct dt__levels *x, double periods)
{
    const bool by_rule = x->base.hi <= 0;
    const bool absolute_base = self->base_rule == DT_GROWTH_BASE_ABSOLUTE;
    double growth;

    switch (self->kind) {
    case DT_GROWTH_MIDPOINT:
        return midpoint_of(x);
    case DT_GROWTH_RATE:
    case DT_GROWTH_FACTOR:
        if (by_rule && self->base_rule == DT_GROWTH_BASE_MIDPOINT)
            return midpoint_of(x);
        growth = self->kind == DT_GROWTH_RATE
                     ? rate_of(x) : dt__quotient(x->value, x->base);
        return by_rule && absolute_base ? 0 - growth : growth;
    default:
        return grow_in_logs(self, x, periods);
    }
}

/* So that neither a sum nor a difference leaves the range. */
static void
make_room(struct dt__levels *x)
{
    x->base = times(0x1p-10, x->base);
    x->value = times(0x1p-10, x->value);
    x->rise = dt__dd_add(x->value, dt__dd_negate(x->base));
}

int32_t
dt__grow_pair(const struct dt__growth *self, const struct dt__levels *levels,
              double periods, double *result)
{
    const double base = levels->base.hi, value = levels->value.hi;
    double growth = 0;
    /* Whether there is a growth hangs on the signs alone. */
    const int32_t why = dt__grow(self, base, value, periods, &growth);

    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    if (levels->base.lo != 0 || levels->value.lo != 0) {
        struct dt__levels x = *levels;
        if (dt__abs(base) > 0x1p1000 || dt__abs(value) > 0x1p1000)
            make_room(&x);
        growth = self->kind == DT_GROWTH_CHANGE
                     ? levels->rise.hi + levels->rise.lo
                     : grow(self, &x, periods);
    }
    *result = growth;
    return dt__is_finite(growth) ? DT_SERIES_WHY_DEFINED
                                 : DT_SERIES_WHY_OVERFLOW;
}
