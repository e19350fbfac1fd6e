#include "growth/average.h"
#include "growth/scalar.h"
#include "num/scale.h"
#include "series/view.h"

/* The sum of (1 + g)^i - 1 for i = 1 ... n, and its derivative by g. Without
 * the ones, no digit of a small g is lost; the two terms of every step have
 * one sign. */
static struct dt__dd
excess(struct dt__dd g, int64_t n, double *slope)
{
    const struct dt__dd f = dt__dd_add(dt__dd_from(1), g);
    struct dt__dd sum = { 0, 0 };

    *slope = 0;
    for (int64_t i = 1; i <= n; i++) {
        const struct dt__dd i_g = dt__dd_multiply(dt__dd_from((double)i), g);
        *slope = *slope * f.hi + (sum.hi + (double)i);
        sum = dt__dd_add(dt__dd_multiply(sum, f), i_g);
    }
    return sum;
}

/* A start from which Newton's steps fall to the root. Both the mean and the
 * n-th root of S lie above it where S >= n; below, an endless row, with the
 * sum S for f = S / (1 + S), is close where it matters. */
static double
first_guess(double total, int64_t n)
{
    const double mean = total / (double)n;
    if (mean < 1)
        return -1 / (1 + total);
    const double root = dt__power_rate(1, total, 1, (double)n);
    return mean - 1 < root ? mean - 1 : root;
}

/* The excess rises and is convex for g > -1, so that the root is unique and
 * every step but the first comes from above. Near the root a step squares the
 * error; the bound on the number of steps, of which 40 suffice, is a guard. */
static double
solve(struct dt__dd target, double total, int64_t n)
{
    struct dt__dd g = dt__dd_from(first_guess(total, n));
    double change;
    int steps = 0;

    do {
        double slope;
        const struct dt__dd sum = excess(g, n, &slope);
        const struct dt__dd miss = dt__dd_add(target, dt__dd_negate(sum));
        change = miss.hi / slope;
        g = dt__dd_add(g, dt__dd_from(change));
    } while (dt__abs(change) > 0x1p-60 * dt__abs(g.hi) && ++steps < 200);
    return g.hi + g.lo;
}

/* Sums x_i and x_i - x_0, i = 1 ... n, exactly, in units of about x_0. */
static void
add_up(const struct dt__span *span, int scale, struct dt__sum *total,
       struct dt__sum *rise)
{
    const double unit = dt__power2(scale);
    const double base = dt_series_at_i(span->x, span->base);

    dt__sum_init(total);
    for (int64_t i = span->base + 1; i <= span->end; i++)
        dt__sum_add_product(total, dt_series_at_i(span->x, i), unit);
    *rise = *total;
    dt__sum_add_product(rise, base * unit, -(double)(span->end - span->base));
}

void
dt__average_accumulative(const struct dt__span *span,
                         struct dt_growth_average_result *result)
{
    struct dt__sum total, rise;
    const double base = dt_series_at_i(span->x, span->base);
    const double end = dt_series_at_i(span->x, span->end);
    int e;

    (void)dt__split(base, &e);
    const int scale = e > 1022 ? -1022 : e < -1022 ? 1022 : -e;
    add_up(span, scale, &total, &rise);
    if (!(dt__sum_round(&total) > 0)) {
        dt__undefined(result, DT_SERIES_WHY_DOMAIN, span->end);
        return;
    }
    const struct dt__dd unit = dt__dd_from(base * dt__power2(scale));
    const double sum = dt__sum_round(&total) / unit.hi;
    const struct dt__dd target = dt__sum_dd(&rise);

    result->used = result->periods + 1;
    if (result->periods == 1)
        result->rate = dt__rate(base, end);
    else if (target.hi == 0)
        result->rate = 0;
    else if (sum < 0x1p900)
        result->rate = solve(dt__dd_divide(target, unit), sum,
                             result->periods);
    else
        result->rate = dt__infinity();
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}
