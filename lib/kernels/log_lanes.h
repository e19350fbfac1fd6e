/* Growth that takes a logarithm or a power. */
#ifndef DTGROWTH_LIB_KERNELS_LOG_LANES_H
#define DTGROWTH_LIB_KERNELS_LOG_LANES_H

#include "kernels/rate_lanes.h"

/* A block on its way. What is out of range becomes NaN, which every step bears
 * and no rounding test passes. */
struct work {
    double hi[DT__BLOCK], lo[DT__BLOCK]; /* s of the logarithm, or t */
    double k[DT__BLOCK];                 /* power of two split off */
    double h[DT__BLOCK], l[DT__BLOCK];   /* v of the logarithm; the result */
    /* The tail of a polynomial, then w of the logarithm; the tail and the bound
     * of the exponential. */
    double m[DT__BLOCK], r[DT__BLOCK];
};

static inline double
nan_if(uint64_t doubt, double x)
{
    return dt__double(dt__bits(x) | (dt__bits(dt__nan()) & spread(doubt)));
}

static inline void
put_reduced(struct work *w, int i, uint64_t doubt, struct dt__reduced s)
{
    w->hi[i] = nan_if(doubt, s.hi);
    w->lo[i] = s.lo;
    w->k[i] = s.k;
}

/* From s to the logarithm. Short loops: in longer ones, the processor sees too
 * few elements at a time to wait for none. */
static void
finish_logarithm(struct work *w, int length)
{
    const int n = whole_steps(length);

    EACH(i)
        w->m[i] = dt__fast_log_tail(w->hi[i]);
    EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = dt__fast_log_middle(s, w->m[i]);
        w->h[i] = m.v.hi;
        w->l[i] = m.v.lo;
        w->m[i] = m.w.hi;
        w->r[i] = m.w.lo;
    }
    EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = { { w->h[i], w->l[i] },
                                          { w->m[i], w->r[i] } };
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

/* ln(end / base), of the first two operands */
static inline void
logarithm(const struct dt__lanes *lanes, struct work *w)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    const int n = whole_steps(lanes->n);

    EACH(i)
        put_reduced(w, i, doubt_level(base[i]) | doubt_level(end[i]),
                    dt__fast_reduce(base[i], end[i]));
    finish_logarithm(w, n);
}

static inline void
put_rate(struct work *w, int i, double rate)
{
    put_reduced(w, i, doubt_level(dt__abs(rate)) | doubt_level(1 + rate),
                dt__fast_reduce_pair(dt__two_sum(1, rate)));
}

/* ln(1 + rate) */
static inline void
logarithm_of_rates(const double *rates, int length,
                   struct work *w)
{
    const int n = whole_steps(length);

    EACH(i)
        put_rate(w, i, rates[i]);
    finish_logarithm(w, n);
}

/* What logarithms round to, which are off by `times` their bound; whether there
 * is a doubt about one. */
static inline bool
round_logarithm(const struct work *w, double times, int length,
                double *out)
{
    const int n = whole_steps(length);
    uint64_t open = 0;

    EACH(i) {
        const struct dt__dd log = { w->h[i], w->l[i] };
        const struct dt__rounded r = dt__fast_round(
            dt__fast_log_estimate(log, times));

        out[i] = if_rounded(r);
        open |= not_finite(out[i]);
    }
    return open != 0;
}

static int
log_lanes(const struct dt__lanes *lanes)
{
    struct work w;

    logarithm(lanes, &w);
    return round_logarithm(&w, 1, lanes->n, lanes->out) ? settle(lanes, 2) : 0;
}

static int
to_log_lanes(const struct dt__lanes *lanes)
{
    struct work w;

    logarithm_of_rates(lanes->x[0], lanes->n, &w);
    return round_logarithm(&w, 1, lanes->n, lanes->out) ? settle(lanes, 1) : 0;
}

/* numerator / denominator, NaN where that is not moderate. */
static inline struct dt__dd
exponent_of(double numerator, double denominator)
{
    const struct dt__dd q = dt__fast_divide(numerator, denominator);
    const uint64_t doubt = doubt_level(numerator) | doubt_level(denominator);

    return (struct dt__dd){ nan_if(doubt, q.hi), q.lo };
}

static inline void
put_product(struct work *w, int i, struct dt__dd exponent)
{
    const struct dt__dd log = { w->h[i], w->l[i] };
    const struct dt__dd y = dt__fast_multiply(log, exponent);
    w->h[i] = y.hi;
    w->l[i] = y.lo;
}

/* The logarithm times the exponent, that of each or that of all. */
static inline void
scale_logarithm(const struct dt__lanes *lanes, struct work *w)
{
    const double *periods = lanes->x[2];
    const double numerator = lanes->parameter[0];
    const int n = whole_steps(lanes->n);

    if (periods != NULL) {
        EACH(i)
            put_product(w, i, exponent_of(numerator, periods[i]));
    } else {
        const struct dt__dd exponent = exponent_of(numerator,
                                                   lanes->parameter[1]);
        EACH(i)
            put_product(w, i, exponent);
    }
}

/* The gaps of kernels with two operands, or three. */
static inline int
settle_each(const struct dt__lanes *lanes)
{
    return settle(lanes, lanes->x[2] != NULL ? 3 : 2);
}

static int
scaled_log_lanes(const struct dt__lanes *lanes)
{
    struct work w;

    logarithm(lanes, &w);
    scale_logarithm(lanes, &w);
    return round_logarithm(&w, 2, lanes->n, lanes->out) ? settle_each(lanes)
                                                        : 0;
}

/* The quotient of two logarithms. */
static inline double
quotient_of_logarithms(struct dt__dd a, struct dt__dd b)
{
    const struct dt__rounded r = quotient_of_pairs(a, b,
                                                   4 * DT__FAST_LOG_BOUND);
    return if_rounded(r);
}

static int
doubling_lanes(const struct dt__lanes *lanes)
{
    const struct dt__dd ln2 = { DT__LN2, DT__LN2_REST };
    double *out = lanes->out;
    const int n = whole_steps(lanes->n);
    uint64_t open = 0;
    struct work w;

    logarithm_of_rates(lanes->x[0], n, &w);
    EACH(i) {
        const struct dt__dd log = { w.h[i], w.l[i] };
        out[i] = quotient_of_logarithms(ln2, log);
        open |= not_finite(out[i]);
    }
    return open == 0 ? 0 : settle(lanes, 1);
}

/* The upper halves of the first logarithms wait in `out`, which their quotients
 * overwrite, so that there is one block at work. */
static int
periods_lanes(const struct dt__lanes *lanes)
{
    const double *rates = lanes->x[2];
    double *out = lanes->out;
    const int n = whole_steps(lanes->n);
    uint64_t open = 0;
    struct work w;
    double lo[DT__BLOCK];

    logarithm(lanes, &w);
    EACH(i) {
        /* A quotient of 0 has to lose the sign. */
        out[i] = w.h[i] != 0 ? w.h[i] : dt__nan();
        lo[i] = w.l[i];
    }
    if (rates != NULL) {
        logarithm_of_rates(rates, n, &w);
    } else {
        EACH(i)
            put_rate(&w, i, lanes->parameter[1]);
        finish_logarithm(&w, n);
    }
    EACH(i) {
        const struct dt__dd top = { out[i], lo[i] }, log = { w.h[i], w.l[i] };
        out[i] = quotient_of_logarithms(top, log);
        open |= not_finite(out[i]);
    }
    return open == 0 ? 0 : settle_each(lanes);
}

/* e^y - 1 of a block of y = h + l; whether there is a doubt about one. */
static bool
exponential(struct work *w, int length, double *out)
{
    const int n = whole_steps(length);
    uint64_t open = 0;

    EACH(i) {
        const bool small = dt__abs(w->h[i]) < DT__FAST_LARGEST_LOG;
        const struct dt__dd y = { small ? w->h[i] : dt__nan(), w->l[i] };
        const struct dt__reduced t = dt__fast_reduce_exponent(y);
        w->hi[i] = t.hi;
        w->lo[i] = t.lo;
        w->k[i] = t.k;
        w->r[i] = dt__fast_exp_bound(y.hi, t.hi);
    }
    EACH(i)
        w->m[i] = dt__fast_exp_tail(w->hi[i]);
    EACH(i) {
        const struct dt__reduced t = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd e = dt__fast_exp_head(t, w->m[i]);
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
            dt__fast_exp_join(e, w->k[i], w->r[i]));

        out[i] = if_rounded(r);
        open |= not_finite(out[i]);
    }
    return open != 0;
}

static int
power_rate_lanes(const struct dt__lanes *lanes)
{
    struct work w;

    logarithm(lanes, &w);
    scale_logarithm(lanes, &w);
    return exponential(&w, lanes->n, lanes->out) ? settle_each(lanes) : 0;
}

static int
compound_lanes(const struct dt__lanes *lanes)
{
    const double *rates = lanes->x[0];
    const double periods = lanes->parameter[0];
    const struct dt__dd exponent = {
        nan_if(doubt_level(dt__abs(periods)), periods), 0
    };
    const int n = whole_steps(lanes->n);
    struct work w;

    logarithm_of_rates(rates, n, &w);
    EACH(i)
        put_product(&w, i, exponent);
    return exponential(&w, n, lanes->out) ? settle(lanes, 1) : 0;
}

static int
from_log_lanes(const struct dt__lanes *lanes)
{
    const double *log = lanes->x[0];
    const int n = whole_steps(lanes->n);
    struct work w;

    EACH(i) {
        w.h[i] = nan_if(doubt_level(dt__abs(log[i])), log[i]);
        w.l[i] = 0;
    }
    return exponential(&w, n, lanes->out) ? settle(lanes, 1) : 0;
}

#endif
