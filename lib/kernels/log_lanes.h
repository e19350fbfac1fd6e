/* SPDX-License-Identifier: MIT */
/* Growth that takes a logarithm. */
#ifndef DTGROWTH_LIB_KERNELS_LOG_LANES_H
#define DTGROWTH_LIB_KERNELS_LOG_LANES_H

/* A block on its way. What is out of range becomes NaN, which every step bears
 * and no rounding test passes. */
struct dt__work {
    double hi[DT__BLOCK], lo[DT__BLOCK]; /* s of the logarithm, or t */
    double k[DT__BLOCK];                 /* power of two split off */
    double h[DT__BLOCK], l[DT__BLOCK];   /* v of the logarithm; the result */
    /* The tail of a polynomial, then w of the logarithm; the tail and the bound
     * of the exponential. */
    double m[DT__BLOCK], r[DT__BLOCK];
};

#endif

static inline void
DT__ISA(put_reduced)(struct dt__work *w, int i, uint64_t doubt,
                     struct dt__reduced s)
{
    w->hi[i] = dt__doubt_nan(doubt, s.hi);
    w->lo[i] = s.lo;
    w->k[i] = s.k;
}

/* From s to the logarithm. Short loops: in longer ones, the processor sees too
 * few elements at a time to wait for none. */
static void
DT__ISA(finish_logarithm)(struct dt__work *w, int length)
{
    const int n = dt__whole_steps(length);

    DT__EACH(i)
        w->m[i] = DT__ISA(fast_log_tail)(w->hi[i]);
    DT__EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = DT__ISA(fast_log_middle)(s, w->m[i]);
        w->h[i] = m.v.hi;
        w->l[i] = m.v.lo;
        w->m[i] = m.w.hi;
        w->r[i] = m.w.lo;
    }
    DT__EACH(i) {
        const struct dt__dd s = { w->hi[i], w->lo[i] };
        const struct dt__log_middle m = { { w->h[i], w->l[i] },
                                          { w->m[i], w->r[i] } };
        const struct dt__dd rest = DT__ISA(fast_log_rest)(s, m);
        w->h[i] = rest.hi;
        w->l[i] = rest.lo;
    }
    DT__EACH(i) {
        const struct dt__reduced s = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd rest = { w->h[i], w->l[i] };
        const struct dt__dd log = DT__ISA(fast_log_join)(s, rest);
        w->h[i] = log.hi;
        w->l[i] = log.lo;
    }
}

/* ln(end / base), of the first two operands */
static inline void
DT__ISA(logarithm)(const struct dt__lanes *lanes, struct dt__work *w)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    const int n = dt__whole_steps(lanes->n);

    DT__EACH(i)
        DT__ISA(put_reduced)(w, i, dt__doubt_levels(base[i], end[i]),
                             DT__ISA(fast_reduce)(base[i], end[i]));
    DT__ISA(finish_logarithm)(w, n);
}

static inline void
DT__ISA(put_rate)(struct dt__work *w, int i, double rate)
{
    const uint64_t doubt = dt__doubt_levels(dt__abs(rate), 1 + rate);
    DT__ISA(put_reduced)(w, i, doubt,
                         DT__ISA(fast_reduce_pair)(dt__two_sum(1, rate)));
}

/* ln(1 + rate) */
static inline void
DT__ISA(logarithm_of_rates)(const double *rates, int length,
                            struct dt__work *w)
{
    const int n = dt__whole_steps(length);

    DT__EACH(i)
        DT__ISA(put_rate)(w, i, rates[i]);
    DT__ISA(finish_logarithm)(w, n);
}

/* What logarithms round to, which are off by `times` their bound; whether there
 * is a doubt about one. */
static inline bool
DT__ISA(round_logarithm)(const struct dt__work *w, double times, int length,
                         double *out)
{
    const int n = dt__whole_steps(length);
    uint64_t open = 0;

    DT__EACH(i) {
        const struct dt__dd log = { w->h[i], w->l[i] };
        const struct dt__rounded r = DT__ISA(fast_round)(
            DT__ISA(fast_log_estimate)(log, times));

        out[i] = dt__doubt_rounded(r);
        open |= dt__doubt_not_finite(out[i]);
    }
    return open != 0;
}

static int
DT__ISA(log_lanes)(const struct dt__lanes *lanes)
{
    struct dt__work w;

    DT__ISA(logarithm)(lanes, &w);
    return DT__ISA(round_logarithm)(&w, 1, lanes->n, lanes->out)
               ? DT__ISA(settle)(lanes, 2) : 0;
}

static int
DT__ISA(to_log_lanes)(const struct dt__lanes *lanes)
{
    struct dt__work w;

    DT__ISA(logarithm_of_rates)(lanes->x[0], lanes->n, &w);
    return DT__ISA(round_logarithm)(&w, 1, lanes->n, lanes->out)
               ? DT__ISA(settle)(lanes, 1) : 0;
}

/* numerator / denominator, NaN where that is not moderate. */
static inline struct dt__dd
DT__ISA(exponent_of)(double numerator, double denominator)
{
    const struct dt__dd q = DT__ISA(fast_divide)(numerator, denominator);
    const uint64_t doubt = dt__doubt_levels(numerator, denominator);

    return (struct dt__dd){ dt__doubt_nan(doubt, q.hi), q.lo };
}

static inline void
DT__ISA(put_product)(struct dt__work *w, int i, struct dt__dd exponent)
{
    const struct dt__dd log = { w->h[i], w->l[i] };
    const struct dt__dd y = DT__ISA(fast_multiply)(log, exponent);
    w->h[i] = y.hi;
    w->l[i] = y.lo;
}

/* The logarithm times the exponent, that of each or that of all. */
static inline void
DT__ISA(scale_logarithm)(const struct dt__lanes *lanes, struct dt__work *w)
{
    const double *periods = lanes->x[2];
    const double numerator = lanes->parameter[0];
    const int n = dt__whole_steps(lanes->n);

    if (periods != NULL) {
        DT__EACH(i)
            DT__ISA(put_product)(
                w, i, DT__ISA(exponent_of)(numerator, periods[i]));
    } else {
        const struct dt__dd exponent =
            DT__ISA(exponent_of)(numerator, lanes->parameter[1]);
        DT__EACH(i)
            DT__ISA(put_product)(w, i, exponent);
    }
}

/* The gaps of kernels with two operands, or three. */
static inline int
DT__ISA(settle_each)(const struct dt__lanes *lanes)
{
    return DT__ISA(settle)(lanes, lanes->x[2] != NULL ? 3 : 2);
}

static int
DT__ISA(scaled_log_lanes)(const struct dt__lanes *lanes)
{
    struct dt__work w;

    DT__ISA(logarithm)(lanes, &w);
    DT__ISA(scale_logarithm)(lanes, &w);
    return DT__ISA(round_logarithm)(&w, 2, lanes->n, lanes->out)
               ? DT__ISA(settle_each)(lanes) : 0;
}

/* The quotient of two logarithms. */
static inline double
DT__ISA(quotient_of_logarithms)(struct dt__dd a, struct dt__dd b)
{
    const struct dt__rounded r =
        DT__ISA(quotient_of_pairs)(a, b, 4 * DT__FAST_LOG_BOUND);
    return dt__doubt_rounded(r);
}

static int
DT__ISA(doubling_lanes)(const struct dt__lanes *lanes)
{
    const struct dt__dd ln2 = { DT__LN2, DT__LN2_REST };
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t open = 0;
    struct dt__work w;

    DT__ISA(logarithm_of_rates)(lanes->x[0], n, &w);
    DT__EACH(i) {
        const struct dt__dd log = { w.h[i], w.l[i] };
        out[i] = DT__ISA(quotient_of_logarithms)(ln2, log);
        open |= dt__doubt_not_finite(out[i]);
    }
    return open == 0 ? 0 : DT__ISA(settle)(lanes, 1);
}

/* The upper halves of the first logarithms wait in `out`, which their quotients
 * overwrite, so that there is one block at work. */
static int
DT__ISA(periods_lanes)(const struct dt__lanes *lanes)
{
    const double *rates = lanes->x[2];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t open = 0;
    struct dt__work w;
    double lo[DT__BLOCK];

    DT__ISA(logarithm)(lanes, &w);
    DT__EACH(i) {
        /* A quotient of 0 has to lose the sign. */
        out[i] = w.h[i] != 0 ? w.h[i] : dt__nan();
        lo[i] = w.l[i];
    }
    if (rates != NULL) {
        DT__ISA(logarithm_of_rates)(rates, n, &w);
    } else {
        DT__EACH(i)
            DT__ISA(put_rate)(&w, i, lanes->parameter[1]);
        DT__ISA(finish_logarithm)(&w, n);
    }
    DT__EACH(i) {
        const struct dt__dd top = { out[i], lo[i] }, log = { w.h[i], w.l[i] };
        out[i] = DT__ISA(quotient_of_logarithms)(top, log);
        open |= dt__doubt_not_finite(out[i]);
    }
    return open == 0 ? 0 : DT__ISA(settle_each)(lanes);
}
