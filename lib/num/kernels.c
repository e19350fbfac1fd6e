/* Loops run over whole blocks without a branch, so that compilers vectorize
 * them, and are split in phases, because one fused loop is bound by its
 * latency. */
#include "num/kernels.h"

#include "num/fast.h"

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
    EACH(i)
        w->q[i] = dt__fast_log_tail(w->hi[i]);
    EACH(i) {
        const struct dt__reduced s = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd log = dt__fast_log_head(s, w->q[i]);
        w->h[i] = log.hi;
        w->l[i] = log.lo;
    }
}

/* NaN operands make a NaN and leave no doubt; returns DT__SOME_*. */
static inline int
settle(const double *restrict base, const double *restrict end,
       double *restrict out, int64_t *restrict doubt)
{
    int64_t missing = 0, doubtful = 0;

    EACH(i) {
        const int64_t gap = (base[i] != base[i]) | (end[i] != end[i]);
        out[i] = gap ? dt__nan() : out[i];
        doubt[i] = gap ? 0 : doubt[i];
        missing |= gap;
        doubtful |= doubt[i];
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

static int
log_block(const double *base, const double *end, double *out, int64_t *doubt)
{
    struct work w;
    int64_t any = 0;

    logarithm(base, end, &w);
    EACH(i) {
        const double error = dt__abs(w.h[i]) * DT__FAST_LOG_BOUND;
        const double low = w.h[i] + (w.l[i] - error);
        const double high = w.h[i] + (w.l[i] + error);
        const int64_t covered = dt__fast_covers(base[i]) &
                                dt__fast_covers(end[i]);

        out[i] = low;
        doubt[i] = (1 - covered) | (low != high);
        any |= doubt[i];
    }
    return any ? settle(base, end, out, doubt) : 0;
}

/* e^y - 1 of a block of y = h + l. */
static inline int64_t
exponential(struct work *restrict w, const double *restrict bound,
            double *restrict out, int64_t *restrict doubt)
{
    int64_t any = 0;

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
        doubt[i] |= (r.low != r.high);
        any |= doubt[i];
    }
    return any;
}

static int
power_rate_block(const double *base, const double *end, double *out,
                 int64_t *doubt, struct dt__dd exponent)
{
    struct work w;
    double bound[DT__BLOCK];

    logarithm(base, end, &w);
    EACH(i) {
        const struct dt__dd log = { w.h[i], w.l[i] };
        const struct dt__dd y = dt__fast_multiply(log, exponent);
        const double size = dt__abs(y.hi);
        const int64_t covered = dt__fast_covers(base[i]) &
                                dt__fast_covers(end[i]) &
                                (int64_t)(size < DT__FAST_LARGEST_LOG);

        w.h[i] = covered ? y.hi : 0;
        w.l[i] = covered ? y.lo : 0;
        doubt[i] = 1 - covered;
        bound[i] = (1 + size) * DT__FAST_POWER_BOUND;
    }
    return exponential(&w, bound, out, doubt) ? settle(base, end, out, doubt)
                                              : 0;
}

/* Quotients of levels that are far apart: the error of the difference and the
 * remainder of the division make one correction. */
static inline int64_t
rate_apart(const double *restrict base, const double *restrict end,
           double *restrict out, int64_t *restrict doubt)
{
    int64_t any = 0;

    EACH(i) {
        const double a = base[i], b = end[i];
        const struct dt__dd rise = dt__two_sum(b, -a);
        const double q = rise.hi / a;
        const struct dt__dd back = dt__two_product(q, a);
        const double rest = ((rise.hi - back.hi) - back.lo) + rise.lo;
        const double fix = rest / a;
        const double error = dt__abs(q) * 0x1p-100;
        const double low = q + (fix - error), high = q + (fix + error);
        const int64_t exact = rise.lo == 0;

        out[i] = exact ? q : low;
        doubt[i] |= (1 - exact) & (low != high);
        any |= doubt[i];
    }
    return any;
}

/* end - base is exact if base / 2 <= end <= 2 base (Sterbenz), and the
 * quotient then rounds once. */
static int
rate_block(const double *base, const double *end, double *out, int64_t *doubt)
{
    int64_t apart = 0, any = 0;

    EACH(i) {
        const double a = base[i], b = end[i];

        out[i] = (b - a) / a;
        apart |= (a + a < b) | (b + b < a);
        doubt[i] = 1 - (dt__fast_covers(a) & dt__fast_covers(b));
        any |= doubt[i];
    }
    if (apart)
        any = rate_apart(base, end, out, doubt);
    return any ? settle(base, end, out, doubt) : 0;
}

const struct dt__kernels DT__KERNELS = {
    .rate = rate_block,
    .log = log_block,
    .power_rate = power_rate_block,
};
