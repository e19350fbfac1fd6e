/* Growth that takes a logarithm or a power. */
#ifndef DTGROWTH_LIB_KERNELS_LOG_LANES_H
#define DTGROWTH_LIB_KERNELS_LOG_LANES_H

#include "kernels/rate_lanes.h"

/* A block on its way. */
struct work {
    double hi[DT__BLOCK], lo[DT__BLOCK]; /* s of the logarithm, or t */
    double k[DT__BLOCK];                 /* power of two split off */
    double q[DT__BLOCK];                 /* tail of the polynomial */
    double v_hi[DT__BLOCK], v_lo[DT__BLOCK];
    double w_hi[DT__BLOCK], w_lo[DT__BLOCK]; /* middle of the logarithm */
    double h[DT__BLOCK], l[DT__BLOCK];   /* result so far */
    double bound[DT__BLOCK];             /* relative error of exponentials */
};

/* From s to the logarithm. Short loops: in longer ones, the processor sees too
 * few elements at a time to wait for none. */
static inline void
finish_logarithm(struct work *restrict w)
{
    EACH(i)
        w->q[i] = dt__fast_log_tail(w->hi[i]);
    EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = dt__fast_log_middle(s, w->q[i]);
        w->v_hi[i] = m.v.hi;
        w->v_lo[i] = m.v.lo;
        w->w_hi[i] = m.w.hi;
        w->w_lo[i] = m.w.lo;
    }
    EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = { { w->v_hi[i], w->v_lo[i] },
                                          { w->w_hi[i], w->w_lo[i] } };
        const struct dt__dd rest = dt__fast_log_rest(s, m);
        w->h[i] = rest.hi;
        w->l[i] = rest.lo;
    }
    EACH(i) {
        const struct dt__reduced s = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd rest = { w->h[i], w->l[i] };
        const struct dt__dd log = dt__fast_log_join(s, rest);
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

/* What logarithms round to, which are off by `times` their bound; joins the
 * doubts about that with those there are. */
static inline uint64_t
round_logarithm(struct work *restrict w, double times, double *restrict out,
                double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const struct dt__dd log = { w->h[i], w->l[i] };
        const struct dt__rounded r = dt__fast_round(
            dt__fast_log_estimate(log, times));

        out[i] = r.low;
        doubt[i] = either(doubt[i], doubt_different(r.low, r.high));
        any |= dt__bits(doubt[i]);
    }
    return any;
}

/* 1 for a rate that ln(1 + rate) leaves out. */
static inline double
doubt_rate(double rate)
{
    return doubt_outside(dt__abs(rate), 1 + rate);
}

static int
log_block(const double *base, const double *end, double *out, double *doubt)
{
    struct work w;

    logarithm(base, end, &w);
    EACH(i)
        doubt[i] = doubt_outside(base[i], end[i]);
    return round_logarithm(&w, 1, out, doubt)
               ? settle(base, end, out, doubt) : 0;
}

static int
scaled_log_block(const double *base, const double *end, double *out,
                 double *doubt, const struct dt__exponents *exponents)
{
    struct work w;

    logarithm(base, end, &w);
    EACH(i) {
        const struct dt__dd log = { w.h[i], w.l[i] };
        const struct dt__dd exponent = { exponents->hi[i], exponents->lo[i] };
        const struct dt__dd y = dt__fast_multiply(log, exponent);
        w.h[i] = y.hi;
        w.l[i] = y.lo;
        doubt[i] = doubt_outside(base[i], end[i]);
    }
    return round_logarithm(&w, 2, out, doubt)
               ? settle(base, end, out, doubt) : 0;
}

static int
to_log_block(const double *rate, double *out, double *doubt)
{
    struct work w;

    logarithm_of_rate(rate, &w);
    EACH(i)
        doubt[i] = doubt_rate(rate[i]);
    return round_logarithm(&w, 1, out, doubt)
               ? settle(rate, rate, out, doubt) : 0;
}

/* Quotients of two logarithms. */
static inline uint64_t
divide_logarithms(const struct work *restrict top,
                  const struct work *restrict bottom, double *restrict out,
                  double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const struct dt__dd a = { top->h[i], top->l[i] };
        const struct dt__dd b = { bottom->h[i], bottom->l[i] };
        const struct dt__rounded r = quotient_of_pairs(
            a, b, 4 * DT__FAST_LOG_BOUND);
        /* A quotient of 0 has to lose the sign. */
        const double open = either(doubt_different(r.low, r.high),
                                   a.hi == 0 ? 1.0 : 0.0);

        out[i] = r.low;
        doubt[i] = either(doubt[i], open);
        any |= dt__bits(doubt[i]);
    }
    return any;
}

static int
doubling_block(const double *rate, double *out, double *doubt)
{
    struct work ln2, w;

    logarithm_of_rate(rate, &w);
    EACH(i) {
        ln2.h[i] = 0x1.62e42fefa39efp-1;
        ln2.l[i] = 0x1.abc9e3b39803fp-56;
        doubt[i] = doubt_rate(rate[i]);
    }
    return divide_logarithms(&ln2, &w, out, doubt)
               ? settle(rate, rate, out, doubt) : 0;
}

/* A rate that is NaN is in doubt. */
static int
periods_block(const double *base, const double *end, const double *rate,
              double *out, double *doubt)
{
    struct work log, w;

    logarithm(base, end, &log);
    logarithm_of_rate(rate, &w);
    EACH(i)
        doubt[i] = either(doubt_outside(base[i], end[i]), doubt_rate(rate[i]));
    return divide_logarithms(&log, &w, out, doubt)
               ? settle(base, end, out, doubt) : 0;
}

/* e^y - 1 of a block of y = h + l. */
static inline uint64_t
exponential(struct work *restrict w, double *restrict out,
            double *restrict doubt)
{
    uint64_t any = 0;

    EACH(i) {
        const struct dt__dd y = { w->h[i], w->l[i] };
        const struct dt__reduced t = dt__fast_reduce_exponent(y);
        w->hi[i] = t.hi;
        w->lo[i] = t.lo;
        w->k[i] = t.k;
        w->bound[i] = dt__fast_exp_bound(y.hi, t.hi);
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
        const struct dt__dd all = dt__fast_exp_double(dt__fast_exp_double(e));
        w->h[i] = all.hi;
        w->l[i] = all.lo;
    }
    EACH(i) {
        const struct dt__dd e = { w->h[i], w->l[i] };
        const struct dt__rounded r = dt__fast_round(
            dt__fast_exp_join(e, w->k[i], w->bound[i]));
        out[i] = r.low;
        doubt[i] = either(doubt[i], doubt_different(r.low, r.high));
        any |= dt__bits(doubt[i]);
    }
    return any;
}

/* y = logarithm times exponent, and the doubts about it; a y in doubt becomes
 * 0, which every step bears. */
static inline void
scale_logarithm(struct work *restrict w, const struct dt__exponents *exponents,
                double *restrict doubt)
{
    EACH(i) {
        const struct dt__dd log = { w->h[i], w->l[i] };
        const struct dt__dd exponent = { exponents->hi[i], exponents->lo[i] };
        const struct dt__dd y = dt__fast_multiply(log, exponent);
        const double size = dt__abs(y.hi);
        const double open = either(size < DT__FAST_LARGEST_LOG ? 0.0 : 1.0,
                                   doubt[i]);

        w->h[i] = open == 0 ? y.hi : 0.0;
        w->l[i] = open == 0 ? y.lo : 0.0;
        doubt[i] = open;
    }
}

static int
power_rate_block(const double *base, const double *end, double *out,
                 double *doubt, const struct dt__exponents *exponents)
{
    struct work w;

    logarithm(base, end, &w);
    EACH(i)
        doubt[i] = doubt_outside(base[i], end[i]);
    scale_logarithm(&w, exponents, doubt);
    return exponential(&w, out, doubt) ? settle(base, end, out, doubt) : 0;
}

static int
compound_block(const double *rate, double periods, double *out, double *doubt)
{
    struct work w;
    struct dt__exponents exponents;
    const double far = doubt_level(dt__abs(periods));

    logarithm_of_rate(rate, &w);
    EACH(i) {
        exponents.hi[i] = periods;
        exponents.lo[i] = 0;
        doubt[i] = either(far, doubt_rate(rate[i]));
    }
    scale_logarithm(&w, &exponents, doubt);
    return exponential(&w, out, doubt) ? settle(rate, rate, out, doubt) : 0;
}

static int
from_log_block(const double *log, double *out, double *doubt)
{
    struct work w;

    EACH(i) {
        const double size = dt__abs(log[i]);
        const double open = either(doubt_level(size),
                                   size < DT__FAST_LARGEST_LOG ? 0.0 : 1.0);
        w.h[i] = open == 0 ? log[i] : 0.0;
        w.l[i] = 0;
        doubt[i] = open;
    }
    return exponential(&w, out, doubt) ? settle(log, log, out, doubt) : 0;
}

/* numerator / denominators[i] in two parts, NaN where that is not moderate. */
static void
exponents_block(double numerator, const double *denominators,
                struct dt__exponents *exponents)
{
    EACH(i) {
        const struct dt__dd q = dt__fast_divide(numerator, denominators[i]);
        const double open = doubt_outside(numerator, denominators[i]);

        exponents->hi[i] = open == 0 ? q.hi : dt__nan();
        exponents->lo[i] = q.lo;
    }
}

#endif
