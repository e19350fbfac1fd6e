/* Growth that is a difference or a quotient. */
#ifndef DTGROWTH_LIB_KERNELS_RATE_LANES_H
#define DTGROWTH_LIB_KERNELS_RATE_LANES_H

#include "kernels/doubt_lanes.h"

static int
change_block(const double *base, const double *end, double *out, double *doubt)
{
    uint64_t any = 0;

    EACH(i) {
        out[i] = end[i] - base[i];
        doubt[i] = dt__abs(out[i]) < dt__infinity() ? 0.0 : 1.0;
        any |= dt__bits(doubt[i]);
    }
    return any ? settle(base, end, out, doubt) : 0;
}

static int
factor_block(const double *base, const double *end, double *out, double *doubt)
{
    uint64_t any = 0;

    EACH(i) {
        out[i] = end[i] / base[i];
        doubt[i] = doubt_outside(base[i], end[i]);
        any |= dt__bits(doubt[i]);
    }
    return any ? settle(base, end, out, doubt) : 0;
}

/* The quotient of two pairs, and what it may be off by: `error` of itself. */
static inline struct dt__rounded
quotient_of_pairs(struct dt__dd a, struct dt__dd b, double error)
{
    const double q = a.hi / b.hi;
    const struct dt__dd back = dt__two_product(q, b.hi);
    const double rest = ((a.hi - back.hi) - back.lo) + (a.lo - q * b.lo);
    const double fix = rest / b.hi;
    const double bound = dt__abs(q) * error;

    return (struct dt__rounded){ q + (fix - bound), q + (fix + bound) };
}

/* 2 (end - base) / (end + base), both in pairs without an error. */
static int
midpoint_block(const double *restrict base, const double *restrict end,
               double *restrict out, double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const struct dt__dd rise = dt__two_sum(end[i], -base[i]);
        const struct dt__dd twice = { 2 * rise.hi, 2 * rise.lo };
        const struct dt__rounded r = quotient_of_pairs(
            twice, dt__two_sum(end[i], base[i]), 0x1p-98);

        out[i] = r.low;
        doubt[i] = either(doubt_different(r.low, r.high),
                          doubt_outside(base[i], end[i]));
        any |= dt__bits(doubt[i]);
    }
    return any ? settle(base, end, out, doubt) : 0;
}

/* Rates of any levels: the error of the difference and the remainder of the
 * division make one correction. */
static int
rate_of_any(const double *restrict base, const double *restrict end,
            double *restrict out, double *restrict doubt)
{
    EACH(i) {
        const double a = base[i], b = end[i];
        const struct dt__dd rise = dt__two_sum(b, -a);
        const double q = rise.hi / a;
        const struct dt__dd back = dt__two_product(q, a);
        const double rest = ((rise.hi - back.hi) - back.lo) + rise.lo;
        const double fix = rest / a;
        const double error = dt__abs(q) * 0x1p-100;
        const double low = q + (fix - error), high = q + (fix + error);
        const double open = doubt_different(low, high);

        out[i] = rise.lo == 0 ? q : low;
        doubt[i] = either(doubt_outside(a, b), rise.lo == 0 ? 0.0 : open);
    }
    return settle(base, end, out, doubt);
}

/* 1 unless base / 2 <= end <= 2 base, which makes end - base exact (Sterbenz)
 * and lets the quotient round once. With a base between twice the smallest and
 * half the largest level that is covered, so is such an end. */
static inline double
doubt_near(double base, double end)
{
    return either(either(base >= 2 * DT__FAST_SMALLEST ? 0.0 : 1.0,
                         base < DT__FAST_LARGEST / 2 ? 0.0 : 1.0),
                  either(base + base >= end ? 0.0 : 1.0,
                         end + end >= base ? 0.0 : 1.0));
}

static int
rate_block(const double *restrict base, const double *restrict end,
           double *restrict out, double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const double a = base[i], b = end[i];
        out[i] = (b - a) / a;
        doubt[i] = doubt_near(a, b);
        any |= dt__bits(doubt[i]);
    }
    if (any == 0)
        return 0;
    const int said = settle(base, end, out, doubt);
    return said & DT__SOME_DOUBT ? rate_of_any(base, end, out, doubt) : said;
}

/* The difference of two pairs to 2^-105 of the larger one, and the remainder
 * of the division make one correction: to (1 + |q|) 2^-102 in all. */
static int
rate_of_sums_block(const double *restrict base_high,
                   const double *restrict base_low,
                   const double *restrict end_high,
                   const double *restrict end_low, double *restrict out,
                   double *restrict doubt)
{
    const double nan = dt__nan();
    uint64_t missing = 0, doubtful = 0;

    EACH(i) {
        const struct dt__dd a = dt__two_sum(base_high[i], base_low[i]);
        const struct dt__dd b = dt__two_sum(end_high[i], end_low[i]);
        const struct dt__dd rise = dt__two_sum(b.hi, -a.hi);
        const double rise_lo = rise.lo + (b.lo - a.lo);
        const double q = rise.hi / a.hi;
        const struct dt__dd back = dt__two_product(q, a.hi);
        const double rest = ((rise.hi - back.hi) - back.lo) +
                            (rise_lo - q * a.lo);
        const double fix = rest / a.hi;
        const double error = (1 + dt__abs(q)) * 0x1p-102;
        const double low = q + (fix - error), high = q + (fix + error);

        const double gap = either(doubt_different(a.hi, a.hi),
                                  doubt_different(b.hi, b.hi));
        const double open = either(doubt_different(low, high),
                                   doubt_outside(a.hi, b.hi));

        out[i] = gap == 0 ? low : nan;
        doubt[i] = gap == 0 ? open : 0.0;
        missing |= dt__bits(gap);
        doubtful |= dt__bits(doubt[i]);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

#endif
