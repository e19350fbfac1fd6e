/* Exact sums of every window of a block. */
#ifndef DTGROWTH_LIB_NUM_ROLL_LANES_H
#define DTGROWTH_LIB_NUM_ROLL_LANES_H

#include "num/kernels.h"

enum { DT__ROLL_ALL = DT__BLOCK + DT__ROLL_MOST };

/* sums[i] (+)= x[i] for a block. */
static inline void
dt__roll_add(const double *restrict x, bool first, double *restrict sums)
{
    if (first)
        memcpy(sums, x, DT__BLOCK * sizeof(double));
    for (int i = 0; i < DT__BLOCK && !first; i++)
        sums[i] += x[i];
}

/* twice[i] = x[i] + x[i + n] for i below `count`. */
static inline void
dt__roll_double(const double *restrict x, int n, int count,
                double *restrict twice)
{
    const double *restrict y = x + n;

    for (int i = 0; i < count; i++)
        twice[i] = x[i] + y[i];
}

/* sums[i] = x[i] + ... + x[i + window - 1] for a block of i: sums of 1, 2, 4,
 * ... numbers, of which the window is put together. `x`, of `count` numbers,
 * is used up. */
static inline void
dt__window_sums(double *x, int count, int window, double *sums)
{
    double room[DT__ROLL_ALL];
    double *now = x, *next = room;

    for (int n = 1, from = 0;; n *= 2) {
        if (window & n) {
            dt__roll_add(now + from, from == 0, sums);
            from += n;
        }
        if (2 * n > window)
            return;
        count -= n;
        dt__roll_double(now, n, count, next);
        double *const last = now;
        now = next;
        next = last;
    }
}

/* Cut as in dt__sum_lanes(), into multiples of 2^(e - 42) and of 2^-43 of
 * that; no sum of 64 of them loses a bit. */
static inline int
dt__roll_lanes(const double *x, int exponent, int window, double *high,
               double *low)
{
    const int count = DT__BLOCK + (window + 7) / 8 * 8; /* Whole registers. */
    const double limit = dt__double((uint64_t)(exponent + 1023) << 52);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    double h[DT__ROLL_ALL], l[DT__ROLL_ALL];
    uint64_t bad = 0;

    for (int i = 0; i < count; i++) {
        const double rest = x[i] - (h[i] = (x[i] + anchor) - anchor);
        l[i] = (rest + small) - small;
        bad |= dt__bits(l[i] == rest ? 0.0 : 1.0) |
               dt__bits(dt__abs(x[i]) < limit ? 0.0 : 1.0);
    }
    if (bad != 0)
        return 1;
    dt__window_sums(h, count, window, high);
    dt__window_sums(l, count, window, low);
    return 0;
}

/* The remainder of a pair that is exact is exact, and so is a tie. */
static inline void
dt__quotients_lanes(const double *restrict high, const double *restrict low,
                    double by, double *restrict out)
{
    if (by == 1) {
        for (int i = 0; i < DT__BLOCK; i++)
            out[i] = high[i] + low[i];
        return;
    }
    for (int i = 0; i < DT__BLOCK; i++) {
        const struct dt__dd s = dt__two_sum(high[i], low[i]);
        const double q = s.hi / by;
        const struct dt__dd back = dt__two_product(q, by);
        out[i] = q + (((s.hi - back.hi) - back.lo) + s.lo) / by;
    }
}

#endif
