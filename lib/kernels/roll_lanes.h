/* Exact sums of every window of a block. */
#ifndef DTGROWTH_LIB_KERNELS_ROLL_LANES_H
#define DTGROWTH_LIB_KERNELS_ROLL_LANES_H

#include "kernels/kernels.h"

enum { DT__ROLL_ALL = DT__BLOCK + DT__ROLL_MOST };

/* sums[i] (+)= x[i] + x[i + n] + ..., 1 to 3 terms, for a block. */
static inline void
dt__roll_add(const double *restrict x, int n, int terms, bool first,
             double *restrict sums)
{
    const double *restrict y = x + n, *restrict z = x + 2 * n;

    if (first && terms == 3)
        for (int i = 0; i < DT__BLOCK; i++)
            sums[i] = x[i] + y[i] + z[i];
    else if (first && terms == 2)
        for (int i = 0; i < DT__BLOCK; i++)
            sums[i] = x[i] + y[i];
    else if (first)
        memcpy(sums, x, DT__BLOCK * sizeof(double));
    else if (terms == 3)
        for (int i = 0; i < DT__BLOCK; i++)
            sums[i] += x[i] + y[i] + z[i];
    else if (terms == 2)
        for (int i = 0; i < DT__BLOCK; i++)
            sums[i] += x[i] + y[i];
    else
        for (int i = 0; i < DT__BLOCK; i++)
            sums[i] += x[i];
}

/* four[i] = x[i] + x[i + n] + x[i + 2 n] + x[i + 3 n] for i below `count`. */
static inline void
dt__roll_quadruple(const double *restrict x, int n, int count,
                   double *restrict four)
{
    const double *restrict y = x + n, *restrict z = x + 2 * n;
    const double *restrict last = x + 3 * n;

    for (int i = 0; i < count; i++)
        four[i] = (x[i] + y[i]) + (z[i] + last[i]);
}

/* sums[i] = x[i] + ... + x[i + window - 1] for a block of i: sums of 1, 4, 16,
 * ... numbers, of which the window is put together by its digits to base 4.
 * `x`, of `count` numbers, is used up. */
static inline void
dt__window_sums(double *x, int count, int window, double *sums)
{
    double room[DT__ROLL_ALL];
    double *now = x, *next = room;

    for (int n = 1, from = 0;; n *= 4) {
        const int terms = window / n % 4;
        if (terms > 0)
            dt__roll_add(now + from, n, terms, from == 0, sums);
        from += terms * n;
        if (4 * n > window)
            return;
        count -= 3 * n;
        dt__roll_quadruple(now, n, count, next);
        double *const last = now;
        now = next;
        next = last;
    }
}

/* Cut as in dt__sum_lanes(), into multiples of 2^(e - 42) and of 2^-43 of
 * that; no sum of 64 of them loses a bit. NaN goes through all sums of which it
 * is a part. */
static inline int
dt__roll_lanes(const double *x, int exponent, int window, double *high,
               double *low)
{
    const int count = DT__BLOCK + (window + 7) / 8 * 8; /* Whole registers. */
    const double limit = dt__double((uint64_t)(exponent + 1023) << 52);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    double h[DT__ROLL_ALL], l[DT__ROLL_ALL];
    uint64_t bad = 0, missing = 0;

    for (int i = 0; i < count; i++) {
        const double rest = x[i] - (h[i] = (x[i] + anchor) - anchor);
        const uint64_t gap = dt__bits(x[i] == x[i] ? 0.0 : 1.0);
        l[i] = (rest + small) - small;
        missing |= gap;
        bad |= (dt__bits(l[i] == rest ? 0.0 : 1.0) |
                dt__bits(dt__abs(x[i]) < limit ? 0.0 : 1.0)) & ~gap;
    }
    if (bad != 0)
        return DT__SOME_DOUBT;
    dt__window_sums(h, count, window, high);
    dt__window_sums(l, count, window, low);
    return missing != 0 ? DT__SOME_MISSING : 0;
}

/* The remainder of a pair that is exact is exact, and so is a tie. */
static inline void
dt__quotients_lanes(const double *restrict high, const double *restrict low,
                    double by, double *restrict out)
{
    const double nan = dt__nan();

    if (by == 1) {
        for (int i = 0; i < DT__BLOCK; i++) {
            const double sum = high[i] + low[i];
            out[i] = sum == sum ? sum : nan;
        }
        return;
    }
    for (int i = 0; i < DT__BLOCK; i++) {
        const struct dt__dd s = dt__two_sum(high[i], low[i]);
        const double q = s.hi / by;
        const struct dt__dd back = dt__two_product(q, by);
        const double r = q + (((s.hi - back.hi) - back.lo) + s.lo) / by;
        out[i] = r == r ? r : nan;
    }
}

#endif
