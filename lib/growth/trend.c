#include "growth/average.h"

#include "growth/kernel.h"
#include "series/access.h"

/* Mean of the positions (from the base) of the observations that are there. */
static int32_t
count_points(const struct dt__span *span, int64_t *count,
             struct dt__dd *position_sum, int64_t *index)
{
    *count = 0;
    *position_sum = dt__dd_from(0);
    for (int64_t i = span->base; i <= span->end; i++) {
        double value;
        const int32_t why = dt__read(span->x, i, &value);
        *index = i;
        if (why == DT_SERIES_WHY_VALUE_MISSING)
            continue;
        if (why != DT_SERIES_WHY_DEFINED)
            return why;
        if (value <= 0)
            return DT_SERIES_WHY_DOMAIN;
        ++*count;
        *position_sum = dt__dd_add(
            *position_sum, dt__dd_from((double)(i - span->base)));
    }
    return DT_SERIES_WHY_DEFINED;
}

/* The slope of ln x on the position: sum w y / sum w t with w = m t - sum t,
 * whole numbers for whole positions, which keeps the centring exact. The
 * logarithms are relative to the base, so that a flat series has small ones. */
static struct dt__dd
slope(const struct dt__span *span, int64_t count, struct dt__dd position_sum)
{
    const struct dt__dd m = dt__dd_from((double)count);
    struct dt__dd xy = { 0, 0 }, xx = { 0, 0 };
    double base;

    (void)dt__read(span->x, span->base, &base);
    for (int64_t i = span->base; i <= span->end; i++) {
        double value;
        if (dt__read(span->x, i, &value) != DT_SERIES_WHY_DEFINED)
            continue;
        const struct dt__dd t = dt__dd_from((double)(i - span->base));
        const struct dt__dd w = dt__dd_add(dt__dd_multiply(m, t),
                                           dt__dd_negate(position_sum));
        xx = dt__dd_add(xx, dt__dd_multiply(w, t));
        if (value == base)
            continue;
        const struct dt__dd y = dt__log_ratio(dt__dd_from(base),
                                              dt__dd_from(value));
        xy = dt__dd_add(xy, dt__dd_multiply(w, y));
    }
    return dt__dd_divide(xy, xx);
}

void
dt__average_trend(const struct dt__span *span, int32_t kind,
                  struct dt_growth_average_result *result)
{
    struct dt__dd position_sum;
    int64_t index;
    const int32_t why = count_points(span, &result->used, &position_sum,
                                     &index);

    if (why != DT_SERIES_WHY_DEFINED) {
        dt__undefined(result, why, index);
        return;
    }
    const struct dt__dd b = slope(span, result->used, position_sum);
    result->rate = kind == DT_GROWTH_AVERAGE_LS_COMPOUND ? dt__expm1(b)
                                                         : b.hi + b.lo;
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}
