/* SPDX-License-Identifier: MIT */
#include "growth/average_kinds.h"

#include <stddef.h>

#include "num/num.h"
#include "num/scale.h"
#include "series/fold.h"

/* The sum of (1 + g)^i - 1 for i = 1 ... n, and its derivative by g. Without
 * the ones, no digit of a small g is lost; the two terms of every step have
 * one sign. */
static struct dt__dd
average_excess(struct dt__dd g, int64_t n, double *slope)
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
average_first_guess(double total, int64_t n)
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
average_solve(struct dt__dd target, double total, int64_t n)
{
    struct dt__dd g = dt__dd_from(average_first_guess(total, n));
    double change;
    int steps = 0;

    do {
        double slope;
        const struct dt__dd sum = average_excess(g, n, &slope);
        const struct dt__dd miss = dt__dd_add(target, dt__dd_negate(sum));
        change = miss.hi / slope;
        g = dt__dd_add(g, dt__dd_from(change));
    } while (dt__abs(change) > 0x1p-60 * dt__abs(g.hi) && ++steps < 200);
    return g.hi + g.lo;
}

/* The sum of the values, each times a power of two. */
struct average_sum {
    struct dt__sum sum;
    double unit;
};

static int32_t
average_add(void *self, int64_t i, const double *x)
{
    struct average_sum *total = self;

    (void)i;
    dt__sum_add_product(&total->sum, x[0], total->unit);
    return DT_SERIES_WHY_DEFINED;
}

/* Sums x_i, i = 1 ... n, exactly. */
static void
average_add_up(const struct dt__span *span,
                    struct average_sum *total)
{
    const struct dt__fold fold = { total, average_add, NULL };
    const struct dt__operand operand = DT__VALUE_OF(span->x);
    const struct dt__task task = { .operand = &operand, .operands = 1 };
    int64_t at;

    dt__sum_init(&total->sum);
    (void)dt__fold(&task, &fold, span->base + 1, span->end + 1, &at);
}

/* The rate for a total and its rise, sum x_i - x_0, in units of about x_0,
 * where x_0 is `base`. */
static double
average_rate(struct dt__dd total, struct dt__dd rise, double base,
                  int64_t n)
{
    const struct dt__dd unit = dt__dd_from(base);
    const double sum = total.hi / unit.hi;

    if (rise.hi == 0)
        return 0;
    return sum < 0x1p900
               ? average_solve(dt__dd_divide(rise, unit), sum, n)
               : dt__infinity();
}

void
dt__average_accumulative(const struct dt__span *span,
                         struct dt_growth_average_result *result)
{
    struct average_sum total;
    const double base = dt_series_at_i(span->x, span->base);
    const double end = dt_series_at_i(span->x, span->end);
    const double n = (double)result->periods;
    int e;

    (void)dt__split(base, &e);
    total.unit = dt__power2(e > 1022 ? -1022 : e < -1022 ? 1022 : -e);
    average_add_up(span, &total);
    const struct dt__dd sum = dt__sum_dd(&total.sum);
    if (!(sum.hi > 0)) {
        dt__undefined(result, DT_SERIES_WHY_DOMAIN, span->end);
        return;
    }
    dt__sum_add_product(&total.sum, base * total.unit, -n);
    const struct dt__dd rise = dt__sum_dd(&total.sum);

    dt__average_set(span, result->periods == 1
                              ? dt__rate(base, end)
                              : average_rate(sum, rise, base * total.unit,
                                                  result->periods),
                    result);
}
