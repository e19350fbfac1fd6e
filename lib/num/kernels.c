/* Loops run over whole blocks without a branch, so that compilers vectorize
 * them, and are split in phases, because one fused loop is bound by its
 * latency. */
#include "num/kernels.h"

#include "num/chain_lanes.h"
#include "num/fast.h"
#include "num/roll_lanes.h"
#include "num/sum_lanes.h"

#ifndef DT__KERNELS
#  define DT__KERNELS dt__kernels_baseline
#endif

#define EACH(i) for (int i = 0; i < DT__BLOCK; i++)

/* A block on its way. */
struct work {
    double hi[DT__BLOCK], lo[DT__BLOCK]; /* s of the logarithm, or t */
    double k[DT__BLOCK];                 /* power of two split off */
    double q[DT__BLOCK];                 /* tail of the polynomial */
    double h[DT__BLOCK], l[DT__BLOCK];   /* result so far */
};

/* From s to the logarithm. */
static inline void
finish_logarithm(struct work *restrict w)
{
    EACH(i)
        w->q[i] = dt__fast_log_tail(w->hi[i]);
    EACH(i) {
        const struct dt__reduced s = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd log = dt__fast_log_head(s, w->q[i]);
        w->h[i] = log.hi;
        w->l[i] = log.lo;
    }
}

static inline void
logarithm(const double *restrict base, const double *restrict end,
          struct work *restrict w)
{
    EACH(i) {
        const struct dt__reduced s = dt__fast_reduce(base[i], end[i]);
        w->hi[i] = s.hi;
        w->lo[i] = s.lo;
        w->k[i] = s.k;
    }
    finish_logarithm(w);
}

/* ln(1 + rate) */
static inline void
logarithm_of_rate(const double *restrict rate, struct work *restrict w)
{
    EACH(i) {
        const struct dt__reduced s =
            dt__fast_reduce_pair(dt__two_sum(1, rate[i]));
        w->hi[i] = s.hi;
        w->lo[i] = s.lo;
        w->k[i] = s.k;
    }
    finish_logarithm(w);
}

/* Doubts are 1 or 0 in doubles, which every instruction set can select by a
 * single comparison of doubles, and join by their bits. */
static inline double
either(double a, double b)
{
    return dt__double(dt__bits(a) | dt__bits(b));
}

static inline double
doubt_different(double a, double b)
{
    return a == b ? 0.0 : 1.0;
}

/* 1 for a level that dt__fast_covers() leaves out. */
static inline double
doubt_level(double x)
{
    return either(x >= DT__FAST_SMALLEST ? 0.0 : 1.0,
                  x < DT__FAST_LARGEST ? 0.0 : 1.0);
}

static inline double
doubt_outside(double base, double end)
{
    return either(doubt_level(base), doubt_level(end));
}

/* NaN operands make a NaN and leave no doubt; returns DT__SOME_*. */
static inline int
settle(const double *restrict base, const double *restrict end,
       double *restrict out, double *restrict doubt)
{
    const double nan = dt__nan();
    uint64_t missing = 0, doubtful = 0;

    EACH(i) {
        const double gap = either(doubt_different(base[i], base[i]),
                                  doubt_different(end[i], end[i]));
        const double open = gap == 0 ? doubt[i] : 0.0;
        out[i] = gap == 0 ? out[i] : nan;
        doubt[i] = open;
        missing |= dt__bits(gap);
        doubtful |= dt__bits(open);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

static int
log_block(const double *base, const double *end, double *out, double *doubt)
{
    struct work w;
    uint64_t any = 0;

    logarithm(base, end, &w);
    EACH(i) {
        const double error = dt__abs(w.h[i]) * DT__FAST_LOG_BOUND;
        const double low = w.h[i] + (w.l[i] - error);
        const double high = w.h[i] + (w.l[i] + error);

        out[i] = low;
        doubt[i] = either(doubt_different(low, high),
                          doubt_outside(base[i], end[i]));
        any |= dt__bits(doubt[i]);
    }
    return any ? settle(base, end, out, doubt) : 0;
}

/* e^y - 1 of a block of y = h + l. */
static inline uint64_t
exponential(struct work *restrict w, const double *restrict bound,
            double *restrict out, double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const struct dt__dd y = { w->h[i], w->l[i] };
        const struct dt__reduced t = dt__fast_reduce_exponent(y);
        w->hi[i] = t.hi;
        w->lo[i] = t.lo;
        w->k[i] = t.k;
    }
    EACH(i)
        w->q[i] = dt__fast_exp_tail(w->hi[i]);
    EACH(i) {
        const struct dt__reduced t = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd e = dt__fast_exp_head(t, w->q[i]);
        w->h[i] = e.hi;
        w->l[i] = e.lo;
    }
    EACH(i) {
        const struct dt__dd e = { w->h[i], w->l[i] };
        const struct dt__rounded r = dt__fast_exp_finish(e, w->k[i], bound[i]);
        out[i] = r.low;
        doubt[i] = either(doubt[i], doubt_different(r.low, r.high));
        any |= dt__bits(doubt[i]);
    }
    return any;
}

/* y = logarithm times exponent, the bound of what it is off by, and the doubts
 * about it; a y in doubt becomes 0, which every step bears. */
static inline void
scale_logarithm(struct work *restrict w, struct dt__dd exponent,
                double *restrict bound, double *restrict doubt)
{
    EACH(i) {
        const struct dt__dd log = { w->h[i], w->l[i] };
        const struct dt__dd y = dt__fast_multiply(log, exponent);
        const double size = dt__abs(y.hi);
        const double open = either(size < DT__FAST_LARGEST_LOG ? 0.0 : 1.0,
                                   doubt[i]);

        w->h[i] = open == 0 ? y.hi : 0.0;
        w->l[i] = open == 0 ? y.lo : 0.0;
        doubt[i] = open;
        bound[i] = (1 + size) * DT__FAST_POWER_BOUND;
    }
}

static int
power_rate_block(const double *base, const double *end, double *out,
                 double *doubt, struct dt__dd exponent)
{
    struct work w;
    double bound[DT__BLOCK];

    logarithm(base, end, &w);
    EACH(i)
        doubt[i] = doubt_outside(base[i], end[i]);
    scale_logarithm(&w, exponent, bound, doubt);
    return exponential(&w, bound, out, doubt) ? settle(base, end, out, doubt)
                                              : 0;
}

static int
compound_block(const double *rate, double periods, double *out, double *doubt)
{
    struct work w;
    double bound[DT__BLOCK];
    const struct dt__dd exponent = { periods, 0 };
    const double far = doubt_level(dt__abs(periods));

    logarithm_of_rate(rate, &w);
    EACH(i)
        doubt[i] = either(far, doubt_outside(dt__abs(rate[i]), 1 + rate[i]));
    scale_logarithm(&w, exponent, bound, doubt);
    return exponential(&w, bound, out, doubt) ? settle(rate, rate, out, doubt)
                                              : 0;
}

/* Quotients of levels that are far apart: the error of the difference and the
 * remainder of the division make one correction. */
static inline uint64_t
rate_apart(const double *restrict base, const double *restrict end,
           double *restrict out, double *restrict doubt)
{
    uint64_t any = 0;

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
        doubt[i] = either(doubt[i], rise.lo == 0 ? 0.0 : open);
        any |= dt__bits(doubt[i]);
    }
    return any;
}

/* end - base is exact if base / 2 <= end <= 2 base (Sterbenz), and the
 * quotient then rounds once. */
static int
rate_block(const double *base, const double *end, double *out, double *doubt)
{
    uint64_t apart = 0, any = 0;

    EACH(i) {
        const double a = base[i], b = end[i];

        out[i] = (b - a) / a;
        apart |= dt__bits(either(a + a < b ? 1.0 : 0.0,
                                 b + b < a ? 1.0 : 0.0));
        doubt[i] = doubt_outside(a, b);
        any |= dt__bits(doubt[i]);
    }
    if (apart)
        any = rate_apart(base, end, out, doubt);
    return any ? settle(base, end, out, doubt) : 0;
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

const struct dt__kernels DT__KERNELS = {
    .rate = rate_block,
    .log = log_block,
    .power_rate = power_rate_block,
    .compound = compound_block,
    .sum = dt__sum_lanes,
    .roll = dt__roll_lanes,
    .quotients = dt__quotients_lanes,
    .rate_of_sums = rate_of_sums_block,
    .chain = dt__chain_lanes,
    .log_one = dt__fast_log,
    .power_rate_one = dt__fast_power_rate,
    .compound_one = dt__fast_compound,
    .to_log_one = dt__fast_to_log,
    .from_log_one = dt__fast_from_log,
};
