/* The exact sum of a block in the registers of an instruction set. */
#ifndef DTGROWTH_LIB_KERNELS_SUM_LANES_H
#define DTGROWTH_LIB_KERNELS_SUM_LANES_H

#include "kernels/kernels.h"

/* Vectors as large as the registers: compilers take larger ones apart. */
#if defined(__AVX512F__)
enum { DT__LANES = 8, DT__VECTORS = 4 };
#elif defined(__AVX__)
enum { DT__LANES = 4, DT__VECTORS = 4 };
#else
enum { DT__LANES = 2, DT__VECTORS = 4 };
#endif
typedef double dt__vector __attribute__((vector_size(DT__LANES * 8)));
typedef int64_t dt__mask __attribute__((vector_size(DT__LANES * 8)));

static inline double
dt__add_lanes(const dt__vector *v, double anchor)
{
    double sum = 0;

    for (int j = 0; j < DT__VECTORS; j++)
        for (int lane = 0; lane < DT__LANES; lane++)
            sum += v[j][lane] - anchor;
    return sum;
}

/* With u = 2^(e - 42), every |x| below 2^e: the sum of x and an anchor of
 * 1.5 2^52 u is rounded to a multiple of u, and what it lost is exact (Dekker);
 * so again with v = 2^-43 u. No sum of a whole block reaches 2^52 u, and none
 * of what was lost 2^52 v, so that all sums of multiples are exact. */
static inline int
dt__sum_lanes(const double *x, int exponent, double parts[2],
              int64_t *missing)
{
    const double limit = dt__double((uint64_t)(exponent + 1023) << 52);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    dt__vector high[DT__VECTORS], low[DT__VECTORS];
    dt__mask bad = { 0 }, there = { 0 };

    for (int j = 0; j < DT__VECTORS; j++) {
        high[j] = (dt__vector){ 0 } + anchor;
        low[j] = (dt__vector){ 0 } + small;
    }
    for (int i = 0; i < DT__SUM_BLOCK; i += DT__LANES * DT__VECTORS)
        for (int j = 0; j < DT__VECTORS; j++) {
            dt__vector v;
            memcpy(&v, x + i + DT__LANES * j, sizeof(v));
            const dt__mask number = (dt__mask)(v == v);
            v = (dt__vector)((dt__mask)v & number);
            there += number; /* -1 for each. */
            const dt__vector t = high[j] + v;
            const dt__vector rest = v - (t - high[j]);
            const dt__vector s = low[j] + rest;
            bad |= (dt__mask)((s - low[j]) != rest) | (dt__mask)(v >= limit) |
                   (dt__mask)(v <= -limit);
            high[j] = t;
            low[j] = s;
        }
    parts[0] = dt__add_lanes(high, anchor);
    parts[1] = dt__add_lanes(low, small);
    int64_t any = 0;
    *missing = DT__SUM_BLOCK;
    for (int lane = 0; lane < DT__LANES; lane++) {
        any |= bad[lane];
        *missing += there[lane];
    }
    return any != 0;
}

#endif
