/* SPDX-License-Identifier: MIT */
/* Exact sums of every window of a block. */
#ifndef DTGROWTH_LIB_KERNELS_ROLL_LANES_H
#define DTGROWTH_LIB_KERNELS_ROLL_LANES_H

/* The numbers of all windows of a block, and the longest vector behind them. */
enum { DT__ROLL_ROOM = DT__ROLL_BLOCK + DT__ROLL_MOST + DT__STEP };

#endif

/* sums[i] (+)= x[i] + x[i + step] + ..., 1 to 3 terms, for n of i. */
static inline void
DT__ISA(roll_add)(const double *x, int step, int terms, bool first, int n,
                  double *sums)
{
    const double *y = x + step, *z = x + 2 * step;

    if (first && terms == 3)
        DT__EACH(i) sums[i] = x[i] + y[i] + z[i];
    else if (first && terms == 2)
        DT__EACH(i) sums[i] = x[i] + y[i];
    else if (first)
        memcpy(sums, x, (size_t)n * sizeof(double));
    else if (terms == 3)
        DT__EACH(i) sums[i] += x[i] + y[i] + z[i];
    else if (terms == 2)
        DT__EACH(i) sums[i] += x[i] + y[i];
    else
        DT__EACH(i) sums[i] += x[i];
}

/* x[i] + x[i + step] + x[i + 2 step] + x[i + 3 step] in the place of x[i], for
 * n of i and what is left of their last vector: none reads what an earlier one
 * has written. */
static inline void
DT__ISA(roll_quadruple)(double *x, int step, int n)
{
    for (int i = 0; i < n; i += DT__ISA_LANES) {
        DT__ISA(vector) a, b, c, d;
        memcpy(&a, x + i, sizeof(a));
        memcpy(&b, x + i + step, sizeof(b));
        memcpy(&c, x + i + 2 * step, sizeof(c));
        memcpy(&d, x + i + 3 * step, sizeof(d));
        a = (a + b) + (c + d);
        memcpy(x + i, &a, sizeof(a));
    }
}

/* sums[i] = x[i] + ... + x[i + window - 1] for n of i: sums of 1, 4, 16, ...
 * numbers, of which the window is put together by its digits to base 4. `x`,
 * with a vector behind it, is used up. */
static inline void
DT__ISA(window_sums)(double *x, int window, int length, double *sums)
{
    const int n = dt__whole_steps(length);

    for (int digit = 0, from = 0;; digit += 2) {
        const int step = 1 << digit, terms = window >> digit & 3;
        if (terms > 0)
            DT__ISA(roll_add)(x + from, step, terms, from == 0, n, sums);
        from += terms * step;
        if (4 * step > window)
            return;
        /* The last of them begins where the last window has room for it. */
        DT__ISA(roll_quadruple)(x, step, n + window - 4 * step);
    }
}

/* What is wrong with numbers that were cut into high and low: some are missing,
 * or some do not fit. */
static int
DT__ISA(roll_open)(const double *x, int length, double limit,
                   const double *high, const double *low)
{
    const int n = dt__whole_steps(length);
    uint64_t bad = 0, missing = 0;

    DT__EACH(i) {
        const bool fits = (dt__abs(x[i]) < limit) & (x[i] - high[i] == low[i]);
        const uint64_t gap = dt__doubt_gap(x[i]);
        bad |= dt__bits(fits ? 0.0 : 1.0) & ~gap;
        missing |= gap;
    }
    return (bad ? DT__SOME_DOUBT : 0) | (missing ? DT__SOME_MISSING : 0);
}

/* Numbers cut as those of a sum are, into multiples of 2^(e - 42) and of 2^-43
 * of that; no sum of 64 of them loses a bit. NaN goes through all sums of which
 * it is a part. */
static int
DT__ISA(roll_lanes)(const double *x, int length, int exponent, int window,
                    double *high, double *low)
{
    const int n = dt__whole_steps(dt__roll_reads(length, window));
    const double limit = dt__power2(exponent);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    double h[DT__ROLL_ROOM], l[DT__ROLL_ROOM];
    uint64_t open = 0, doubt = 0;
    int said = 0;

    DT__EACH(i) {
        const double a = x[i], cut = (a + anchor) - anchor, rest = a - cut;
        const double left = (rest + small) - small;
        h[i] = cut;
        l[i] = left;
        open |= dt__bits(left - rest);
        doubt |= dt__doubt_between(dt__bits(dt__abs(a)), 0, limit);
    }
    if (open != 0 || dt__doubt_is_set(doubt))
        said = DT__ISA(roll_open)(x, n, limit, h, l);
    if (said & DT__SOME_DOUBT)
        return DT__SOME_DOUBT;
    memset(h + n, 0, DT__ISA_LANES * sizeof(double));
    memset(l + n, 0, DT__ISA_LANES * sizeof(double));
    DT__ISA(window_sums)(h, window, length, high);
    DT__ISA(window_sums)(l, window, length, low);
    return said;
}

/* The remainder of a pair that is exact is exact, and so is a tie. */
static void
DT__ISA(quotients_lanes)(const double *high, const double *low, int length,
                         double by, double *out)
{
    const int n = dt__whole_steps(length);
    const double nan = dt__nan();

    if (by == 1) {
        DT__EACH(i) {
            const double sum = high[i] + low[i];
            out[i] = sum == sum ? sum : nan;
        }
        return;
    }
    DT__EACH(i) {
        const struct dt__dd s = dt__two_sum(high[i], low[i]);
        const double q = s.hi / by;
        const struct dt__dd back = DT__ISA(two_product)(q, by);
        const double r = q + (((s.hi - back.hi) - back.lo) + s.lo) / by;
        out[i] = r == r ? r : nan;
    }
}
