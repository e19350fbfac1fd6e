/* The exact sum of a block in the registers of an instruction set. */
#ifndef DTGROWTH_LIB_KERNELS_SUM_LANES_H
#define DTGROWTH_LIB_KERNELS_SUM_LANES_H

#include "kernels/kernels.h"
#include "num/scale.h"

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

/* The sum of all lanes less an anchor of each; none rounds. */
static inline double
dt__add_lanes(const dt__vector *v, double anchor)
{
    dt__vector all = { 0 };
    double sum = 0;

    for (int j = 0; j < DT__VECTORS; j++)
        all += v[j] - anchor;
    for (int lane = 0; lane < DT__LANES; lane++)
        sum += all[lane];
    return sum;
}

/* Sums on their way, and what the numbers said. */
struct dt__slices {
    dt__vector high[DT__VECTORS], low[DT__VECTORS];
    dt__mask inexact, far, there;
};

/* With u = 2^(e - 42), every |x| below 2^e: the sum of x and an anchor of
 * 1.5 2^52 u is rounded to a multiple of u, and what it lost is exact (Dekker);
 * so again with v = 2^-43 u. No sum of a whole block reaches 2^52 u, and none
 * of what was lost 2^52 v, so that all sums of multiples are exact. */
static inline void
dt__add_vector(struct dt__slices *s, int j, const double *x, int64_t limit)
{
    dt__vector v;

    memcpy(&v, x, sizeof(v));
    const dt__mask number = (dt__mask)(v == v);
    v = (dt__vector)((dt__mask)v & number);
    const dt__vector high = s->high[j] + v;
    const dt__vector rest = v - (high - s->high[j]);
    const dt__vector low = s->low[j] + rest;
    s->inexact |= (dt__mask)((low - s->low[j]) - rest);
    s->far |= limit - ((dt__mask)v & INT64_MAX); /* Negative beyond. */
    s->there += number; /* -1 for each. */
    s->high[j] = high;
    s->low[j] = low;
}

static int
dt__sum_lanes(const double *x, int n, int exponent, double parts[2],
              int64_t *missing)
{
    const int turn = DT__VECTORS * DT__LANES;
    const double limit = dt__power2(exponent);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    struct dt__slices s;
    const int64_t most = (int64_t)dt__bits(limit) - 1;
    int64_t inexact = 0, far = 0;
    int i = 0;

    s.inexact = s.far = s.there = (dt__mask){ 0 };
    for (int j = 0; j < DT__VECTORS; j++) {
        s.high[j] = (dt__vector){ 0 } + anchor;
        s.low[j] = (dt__vector){ 0 } + small;
    }
    for (; i <= n - turn; i += turn)
        for (int j = 0; j < DT__VECTORS; j++)
            dt__add_vector(&s, j, x + i + j * DT__LANES, most);
    for (; i < n; i += DT__LANES)
        dt__add_vector(&s, 0, x + i, most);
    parts[0] = dt__add_lanes(s.high, anchor);
    parts[1] = dt__add_lanes(s.low, small);
    *missing = n;
    for (int lane = 0; lane < DT__LANES; lane++) {
        inexact |= s.inexact[lane];
        far |= s.far[lane];
        *missing += s.there[lane];
    }
    return (inexact != 0) | (far < 0);
}

#endif
