/* The product of a block of growth factors after each of its periods. */
#ifndef DTGROWTH_LIB_NUM_CHAIN_LANES_H
#define DTGROWTH_LIB_NUM_CHAIN_LANES_H

#include <string.h>

#include "num/fast.h"
#include "num/kernels.h"

/* A block is cut into runs of consecutive periods, which go side by side in the
 * lanes of the registers: one run depends on its own periods only, until all
 * are brought together. */
enum { DT__CHAIN_RUNS = 16, DT__CHAIN_STEPS = DT__BLOCK / DT__CHAIN_RUNS };

#define DT__CHAIN_EACH(s, r)                       \
    for (int s = 0; s < DT__CHAIN_STEPS; s++)      \
        for (int r = 0; r < DT__CHAIN_RUNS; r++)

/* Step s of run r, as the lanes have it: growth and results, and products. */
struct dt__runs {
    double x[DT__CHAIN_STEPS][DT__CHAIN_RUNS];
    double hi[DT__CHAIN_STEPS][DT__CHAIN_RUNS];
    double lo[DT__CHAIN_STEPS][DT__CHAIN_RUNS];
    double start_hi[DT__CHAIN_RUNS], start_lo[DT__CHAIN_RUNS];
};

/* Factors outside would let a product leave the range. */
#define DT__CHAIN_SMALLEST 0x1p-6
#define DT__CHAIN_LARGEST  0x1p6

/* Products of the factors of each run by itself, and whether one of these is
 * too large, too small, or none. */
static inline uint64_t
dt__run_products(struct dt__runs *w, double one)
{
    uint64_t bad = 0;

    DT__CHAIN_EACH(s, r) {
        const struct dt__dd f = dt__two_sum(one, w->x[s][r]);
        const double size = dt__abs(f.hi);
        bad |= dt__bits(size >= DT__CHAIN_SMALLEST ? 0.0 : 1.0) |
               dt__bits(size <= DT__CHAIN_LARGEST ? 0.0 : 1.0);
        w->hi[s][r] = f.hi;
        w->lo[s][r] = f.lo;
    }
    for (int s = 1; s < DT__CHAIN_STEPS; s++)
        for (int r = 0; r < DT__CHAIN_RUNS; r++) {
            const struct dt__dd before = { w->hi[s - 1][r],
                                           w->lo[s - 1][r] };
            const struct dt__dd f = { w->hi[s][r], w->lo[s][r] };
            const struct dt__dd p = dt__fast_multiply(before, f);
            w->hi[s][r] = p.hi;
            w->lo[s][r] = p.lo;
        }
    return bad;
}

/* What stands before each run; *product becomes what stands after the last. */
static inline void
dt__run_starts(struct dt__runs *w, struct dt__dd *product)
{
    for (int r = 0; r < DT__CHAIN_RUNS; r++) {
        const struct dt__dd all = { w->hi[DT__CHAIN_STEPS - 1][r],
                                    w->lo[DT__CHAIN_STEPS - 1][r] };
        w->start_hi[r] = product->hi;
        w->start_lo[r] = product->lo;
        *product = dt__fast_multiply(*product, all);
    }
    *product = dt__fast_sum(product->hi, product->lo);
}

static inline int
dt__chain_lanes(const double *growth, double one, double less,
                struct dt__dd *product, double *out)
{
    struct dt__runs w;
    struct dt__dd end = *product;
    const double least = less * 0x1p-30;
    uint64_t bad;

    DT__CHAIN_EACH(s, r)
        w.x[s][r] = growth[r * DT__CHAIN_STEPS + s];
    bad = dt__run_products(&w, one);
    dt__run_starts(&w, &end);
    DT__CHAIN_EACH(s, r) {
        const struct dt__dd start = { w.start_hi[r], w.start_lo[r] };
        const struct dt__dd run = { w.hi[s][r], w.lo[s][r] };
        const struct dt__dd p = dt__fast_multiply(start, run);
        const struct dt__dd d = dt__two_sum(p.hi, -less);
        w.x[s][r] = d.hi + (d.lo + p.lo);
        bad |= dt__bits(dt__abs(w.x[s][r]) >= least ? 0.0 : 1.0);
    }
    if (bad != 0)
        return 1;
    for (int r = 0; r < DT__CHAIN_RUNS; r++)
        for (int s = 0; s < DT__CHAIN_STEPS; s++)
            out[r * DT__CHAIN_STEPS + s] = w.x[s][r];
    *product = end;
    return 0;
}

#endif
