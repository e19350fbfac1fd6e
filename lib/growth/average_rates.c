#include "growth/average.h"
#include "growth/scalar.h"
#include "num/scale.h"
#include "series/view.h"

/* value / base - 1 to 2^-100 of it; base positive, over the whole range. */
static struct dt__dd
rate_dd(double base, double value)
{
    if (value == 0)
        return dt__dd_from(-1);

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

/* The mean of the rates of every period, or the geometric mean of their
 * factors; the latter is the growth from base to end once every factor in
 * between exists. */
void
dt__average_rates(const struct dt__span *span, int32_t kind,
                  struct dt_growth_average_result *result)
{
    const double n = (double)result->periods;
    struct dt__dd sum = { 0, 0 };
    const double first = dt_series_at_i(span->x, span->base);
    double base = first, value = first;

    for (int64_t i = span->base + 1; i <= span->end; i++, base = value) {
        value = dt_series_at_i(span->x, i);
        sum = dt__dd_add(sum, rate_dd(base, value));
    }
    result->used = result->periods + 1;
    if (kind == DT_GROWTH_AVERAGE_GEO_MEAN)
        result->rate = dt__compound_growth(first, value, 1, n);
    else if (dt__is_finite(sum.hi))
        result->rate = dt__quotient(sum, dt__dd_from(n));
    else
        result->rate = dt__infinity();
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}
