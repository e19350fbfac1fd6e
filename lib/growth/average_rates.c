/* SPDX-License-Identifier: MIT */
#include "growth/average_kinds.h"

#include <stddef.h>

#include "num/num.h"
#include "num/scale.h"
#include "series/fold.h"

/* Whether no product or quotient of two leaves the range. */
static bool
average_rates_moderate(double x)
{
    return x > 0x1p-200 && x < 0x1p200;
}

/* value / base - 1 to 2^-100 of it; base positive, over the whole range. */
static struct dt__dd
average_rates_one(double base, double value)
{
    if (value == 0)
        return dt__dd_from(-1);
    if (average_rates_moderate(base) && average_rates_moderate(value))
        return dt__dd_divide(dt__two_sum(value, -base), dt__dd_from(base));

    int base_e, value_e;
    const double a = dt__split(base, &base_e);
    const double b = dt__split(value, &value_e);
    const int apart = value_e - base_e;
    if (apart > 200) {
        const struct dt__dd ratio = dt__dd_divide(dt__dd_from(b),
                                                  dt__dd_from(a));
        return (struct dt__dd){ dt__scale(ratio.hi, apart),
                                dt__scale(ratio.lo, apart) };
    }
    const double scaled = dt__scale(b, apart > -200 ? apart : -200);
    return dt__dd_divide(dt__two_sum(scaled, -a), dt__dd_from(a));
}

/* The sum of the rates so far, and the base of the next one. */
struct average_rates {
    struct dt__dd sum;
    double base;
};

static int32_t
average_rates_add(void *self, int64_t i, const double *x)
{
    struct average_rates *rates = self;

    (void)i;
    rates->sum = dt__dd_add(rates->sum, average_rates_one(rates->base, x[0]));
    rates->base = x[0];
    return DT_SERIES_WHY_DEFINED;
}

void
dt__average_mean_rate(const struct dt__span *span,
                      struct dt_growth_average_result *result)
{
    struct average_rates rates = { { 0, 0 },
                                   dt_series_at_i(span->x, span->base) };
    const struct dt__fold fold = { &rates, average_rates_add, NULL };
    const struct dt__operand operand = DT__VALUE_OF(span->x);
    const struct dt__task task = { .operand = &operand, .operands = 1 };
    const struct dt__dd n = dt__dd_from((double)result->periods);
    int64_t at;

    (void)dt__fold(&task, &fold, span->base + 1, span->end + 1, &at);
    dt__average_set(span, dt__is_finite(rates.sum.hi)
                              ? dt__quotient(rates.sum, n) : dt__infinity(),
                    result);
}
