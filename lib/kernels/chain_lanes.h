/* SPDX-License-Identifier: MIT */
/* The product of a block of growth factors after each of its periods. */
#ifndef DTGROWTH_LIB_KERNELS_CHAIN_LANES_H
#define DTGROWTH_LIB_KERNELS_CHAIN_LANES_H

/* A block is cut into runs of consecutive periods, which go side by side in the
 * lanes of the registers: one run depends on its own periods only, until all
 * are brought together. */
enum {
    DT__CHAIN_RUNS  = 16,
    DT__CHAIN_STEPS = DT__CHAIN_BLOCK / DT__CHAIN_RUNS
};

/* Factors outside would let a product leave the range. */
#define DT__CHAIN_SMALLEST 0x1p-6
#define DT__CHAIN_LARGEST  0x1p6

/* Step s of run r is at s DT__CHAIN_RUNS + r, as the lanes have it. */
struct dt__runs {
    double x[DT__CHAIN_BLOCK], hi[DT__CHAIN_BLOCK], lo[DT__CHAIN_BLOCK];
    double start_hi[DT__CHAIN_RUNS], start_lo[DT__CHAIN_RUNS];
};

#endif

/* Products of the factors of each run by itself. */
static inline void
DT__ISA(run_products)(struct dt__runs *restrict w, double one)
{
    for (int i = 0; i < DT__CHAIN_BLOCK; i++) {
        const struct dt__dd f = dt__two_sum(one, w->x[i]);
        w->hi[i] = f.hi;
        w->lo[i] = f.lo;
    }
    for (int s = 1; s < DT__CHAIN_STEPS; s++) {
        double *restrict hi = w->hi + s * DT__CHAIN_RUNS;
        double *restrict lo = w->lo + s * DT__CHAIN_RUNS;
        for (int r = 0; r < DT__CHAIN_RUNS; r++) {
            const struct dt__dd f = { hi[r], lo[r] };
            const struct dt__dd before = { hi[r - DT__CHAIN_RUNS],
                                           lo[r - DT__CHAIN_RUNS] };
            const struct dt__dd p = DT__ISA(fast_multiply)(before, f);
            hi[r] = p.hi;
            lo[r] = p.lo;
        }
    }
}

/* What stands before each run; *product becomes what stands after the last. */
static inline void
DT__ISA(run_starts)(struct dt__runs *restrict w,
                    struct dt__dd *restrict product)
{
    for (int r = 0; r < DT__CHAIN_RUNS; r++) {
        const int last = DT__CHAIN_BLOCK - DT__CHAIN_RUNS + r;
        const struct dt__dd run = { w->hi[last], w->lo[last] };
        w->start_hi[r] = product->hi;
        w->start_lo[r] = product->lo;
        *product = DT__ISA(fast_multiply)(*product, run);
    }
    *product = dt__fast_sum(product->hi, product->lo);
}

/* The products of all up to each period, less 0 or 1. */
static inline void
DT__ISA(join_runs)(struct dt__runs *restrict w, double less)
{
    for (int s = 0; s < DT__CHAIN_BLOCK; s += DT__CHAIN_RUNS)
        for (int r = 0; r < DT__CHAIN_RUNS; r++) {
            const struct dt__dd start = { w->start_hi[r], w->start_lo[r] };
            const struct dt__dd run = { w->hi[s + r], w->lo[s + r] };
            const struct dt__dd p = DT__ISA(fast_multiply)(start, run);
            const struct dt__dd d = dt__two_sum(p.hi, -less);
            w->x[s + r] = d.hi + (d.lo + p.lo);
        }
}

static inline int
DT__ISA(chain_lanes)(const double *restrict growth, double one, double less,
                     struct dt__dd *restrict product, double *restrict out)
{
    struct dt__runs w;
    struct dt__dd end = *product;
    const double least = less * 0x1p-30;
    uint64_t bad = 0;

    for (int i = 0; i < DT__CHAIN_BLOCK; i++) {
        const double size = dt__abs(one + growth[i]);
        bad |= dt__bits(size >= DT__CHAIN_SMALLEST ? 0.0 : 1.0) |
               dt__bits(size <= DT__CHAIN_LARGEST ? 0.0 : 1.0);
    }
    for (int r = 0; r < DT__CHAIN_RUNS; r++)
        for (int s = 0; s < DT__CHAIN_STEPS; s++)
            w.x[s * DT__CHAIN_RUNS + r] = growth[r * DT__CHAIN_STEPS + s];
    DT__ISA(run_products)(&w, one);
    DT__ISA(run_starts)(&w, &end);
    DT__ISA(join_runs)(&w, less);
    for (int i = 0; i < DT__CHAIN_BLOCK; i++)
        bad |= dt__bits(dt__abs(w.x[i]) >= least ? 0.0 : 1.0);
    if (bad != 0)
        return 1;
    for (int r = 0; r < DT__CHAIN_RUNS; r++)
        for (int s = 0; s < DT__CHAIN_STEPS; s++)
            out[r * DT__CHAIN_STEPS + s] = w.x[s * DT__CHAIN_RUNS + r];
    *product = end;
    return 0;
}
