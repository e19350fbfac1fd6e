#include "growth/average.h"

#include "growth/kernel.h"
#include "series/access.h"

/* The sum f + f^2 + ... + f^n for f = 1 + g, and its derivative by g. */
static struct dt__dd
power_sum(struct dt__dd f, int64_t n, double *slope)
{
    struct dt__dd sum = { 0, 0 };
    *slope = 0;
    for (int64_t i = 0; i < n; i++) {
        const struct dt__dd next = dt__dd_add(sum, dt__dd_from(1));
        *slope = *slope * f.hi + next.hi;
        sum = dt__dd_multiply(next, f);
    }
    return sum;
}

/* A start from which Newton's steps fall to the root: it is at most the mean,
 * at most the n-th root of the target, and below 1 close to target / (1 +
 * target), which the sum of an endless row would give. */
static double
first_guess(double target, int64_t n)
{
    const double mean = target / (double)n;
    if (mean < 1)
        return target / (1 + target);
    const double root = 1 + dt__power_rate(1, target, 1, (double)n);
    return mean < root ? mean : root;
}

/* The sum rises and is convex for f > 0, so that the root is unique and every
 * step but the first comes from above. */
static struct dt__dd
solve(struct dt__dd target, int64_t n)
{
    struct dt__dd f = dt__dd_from(first_guess(target.hi, n));
    double previous = 0;

    for (int step = 0;; step++) {
        double slope;
        const struct dt__dd sum = power_sum(f, n, &slope);
        const struct dt__dd miss = dt__dd_add(target, dt__dd_negate(sum));
        const double change = miss.hi / slope;
        /* No nearer than before: what is left is rounding. */
        if (change == 0 || !dt__is_finite(change) ||
            (step > 1 && dt__abs(change) >= previous))
            return f;
        previous = dt__abs(change);
        f = dt__dd_add(f, dt__dd_from(change));
    }
}

void
dt__average_accumulative(const struct dt__span *span,
                         struct dt_growth_average_result *result)
{
    struct dt__sum sum;
    double base, value;

    (void)dt__read(span->x, span->base, &base);
    dt__sum_init(&sum);
    for (int64_t i = span->base + 1; i <= span->end; i++) {
        const int32_t why = dt__read(span->x, i, &value);
        if (why != DT_SERIES_WHY_DEFINED) {
            dt__undefined(result, why, i);
            return;
        }
        dt__sum_add(&sum, value);
    }
    result->used = result->periods + 1;
    const struct dt__dd total = dt__sum_dd(&sum);
    if (total.hi <= 0) {
        dt__undefined(result, DT_SERIES_WHY_DOMAIN, span->end);
        return;
    }
    const struct dt__dd target = dt__dd_divide(total, dt__dd_from(base));
    const struct dt__dd f = solve(target, result->periods);
    const struct dt__dd rate = dt__dd_add(f, dt__dd_from(-1));
    result->rate = rate.hi + rate.lo;
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}
