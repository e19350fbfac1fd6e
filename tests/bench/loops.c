/* SPDX-License-Identifier: MIT */
#include "loops.h"

#include <math.h>

static void
rate(const double *x, double *out, int64_t n, int64_t lag)
{
    for (int64_t i = lag; i < n; i++)
        out[i] = x[i] / x[i - lag] - 1;
}

static void
log_growth(const double *x, double *out, int64_t n)
{
    for (int64_t i = 1; i < n; i++)
        out[i] = log(x[i] / x[i - 1]);
}

static void
cagr(const double *base, const double *end, double *out, int64_t n,
     double periods)
{
    for (int64_t i = 0; i < n; i++)
        out[i] = pow(end[i] / base[i], 1 / periods) - 1;
}

static void
compound(const double *rates, double *out, int64_t n, double periods)
{
    for (int64_t i = 0; i < n; i++)
        out[i] = pow(1 + rates[i], periods) - 1;
}

static double
sum(const double *x, int64_t n)
{
    double total = 0;
    for (int64_t i = 0; i < n; i++)
        total += x[i];
    return total;
}

/* Slides, as most do: what one rounding leaves behind stays. */
static void
rolling(const double *x, double *out, int64_t n, int64_t window)
{
    double total = 0;
    for (int64_t i = 0; i < n; i++) {
        total += x[i];
        if (i >= window)
            total -= x[i - window];
        out[i] = total;
    }
}

static void
cumulative(const double *rates, double *out, int64_t n)
{
    double level = 1;
    for (int64_t i = 0; i < n; i++) {
        level *= 1 + rates[i];
        out[i] = level - 1;
    }
}

const struct loops LOOPS = { rate, log_growth, cagr, compound, sum, rolling,
                             cumulative };
