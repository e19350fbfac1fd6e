/* SPDX-License-Identifier: MIT */
/* The exact sum of a block in the registers of an instruction set. */

/* Vectors as large as the registers: compilers take larger ones apart. */
typedef double DT__ISA(vector)
    __attribute__((vector_size(DT__ISA_LANES * sizeof(double))));
typedef int64_t DT__ISA(mask)
    __attribute__((vector_size(DT__ISA_LANES * sizeof(int64_t))));

/* Sums on their way, each in several registers, so that none waits for itself;
 * and what the numbers said. */
struct DT__ISA(slices) {
    DT__ISA(vector) high[DT__VECTORS], low[DT__VECTORS];
    DT__ISA(mask) inexact, far, there;
};

/* The sum of all lanes less an anchor of each; none rounds. */
static inline double
DT__ISA(add_lanes)(const DT__ISA(vector) *v, double anchor)
{
    DT__ISA(vector) all = { 0 };
    double sum = 0;

    for (int j = 0; j < DT__VECTORS; j++)
        all += v[j] - anchor;
    for (int lane = 0; lane < DT__ISA_LANES; lane++)
        sum += all[lane];
    return sum;
}

/* With u = 2^(e - 42), every |x| below 2^e: the sum of x and an anchor of
 * 1.5 2^52 u is rounded to a multiple of u, and what it lost is exact (Dekker);
 * so again with v = 2^-43 u. No sum of a whole block reaches 2^52 u, and none
 * of what was lost 2^52 v, so that all sums of multiples are exact. */
static inline void
DT__ISA(add_vector)(struct DT__ISA(slices) *s, int j, const double *x,
                    int64_t limit)
{
    DT__ISA(vector) v;

    memcpy(&v, x, sizeof(v));
    const DT__ISA(mask) number = (DT__ISA(mask))(v == v);
    v = (DT__ISA(vector))((DT__ISA(mask))v & number);
    const DT__ISA(vector) high = s->high[j] + v;
    const DT__ISA(vector) rest = v - (high - s->high[j]);
    const DT__ISA(vector) low = s->low[j] + rest;
    s->inexact |= (DT__ISA(mask))((low - s->low[j]) - rest);
    s->far |= limit - ((DT__ISA(mask))v & INT64_MAX); /* Negative beyond. */
    s->there += number; /* -1 for each. */
    s->high[j] = high;
    s->low[j] = low;
}

static int
DT__ISA(sum_lanes)(const double *x, int n, int exponent, double parts[2],
                   int64_t *missing)
{
    const int turn = DT__VECTORS * DT__ISA_LANES;
    const double limit = dt__power2(exponent);
    const double anchor = 0x1.8p10 * limit, small = anchor * 0x1p-43;
    struct DT__ISA(slices) s;
    const int64_t most = (int64_t)dt__bits(limit) - 1;
    int64_t inexact = 0, far = 0;
    int i = 0;

    s.inexact = s.far = s.there = (DT__ISA(mask)){ 0 };
    for (int j = 0; j < DT__VECTORS; j++) {
        s.high[j] = (DT__ISA(vector)){ 0 } + anchor;
        s.low[j] = (DT__ISA(vector)){ 0 } + small;
    }
    for (; i <= n - turn; i += turn)
        for (int j = 0; j < DT__VECTORS; j++)
            DT__ISA(add_vector)(&s, j, x + i + j * DT__ISA_LANES, most);
    for (; i < n; i += DT__ISA_LANES)
        DT__ISA(add_vector)(&s, 0, x + i, most);
    parts[0] = DT__ISA(add_lanes)(s.high, anchor);
    parts[1] = DT__ISA(add_lanes)(s.low, small);
    *missing = n;
    for (int lane = 0; lane < DT__ISA_LANES; lane++) {
        inexact |= s.inexact[lane];
        far |= s.far[lane];
        *missing += s.there[lane];
    }
    return (inexact != 0) | (far < 0);
}
