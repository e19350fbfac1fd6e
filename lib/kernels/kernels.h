/* SPDX-License-Identifier: MIT */
/* The fast steps over blocks, compiled once for each instruction set. */
#ifndef DTGROWTH_LIB_KERNELS_KERNELS_H
#define DTGROWTH_LIB_KERNELS_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

#include "kernels/dispatch.h"
#include "num/dd.h"

/* How many elements kernels take at a time: whole steps, up to a block. */
enum {
    DT__STEP        = 8,
    DT__BLOCK       = 64,
    DT__CHAIN_BLOCK = 128, /* Of the kernel of products, no less. */
    DT__SUM_BLOCK   = 512,
    DT__ROLL_BLOCK  = 104, /* Of the kernel of windows, */
    DT__ROLL_MOST   = 64   /* of which this is the longest. */
};

/* What a kernel says of its elements. */
enum {
    DT__SOME_MISSING = 1, /* An operand is NaN: so is the result, for good. */
    DT__SOME_DOUBT   = 2  /* An element is not vouched for. */
};

/* Kernels element by element, of which a table may name one: constant, name in
 * *_lanes.h, and whether it takes any whole steps at once, without a room of
 * its own. */
#define DT__KERNELS(ROW)                                                       \
    /* x[1] times x[0], and divided by it, where x[0] > 0. */                  \
    ROW(DT__KERNEL_PRODUCT, product_lanes, true)                               \
    ROW(DT__KERNEL_QUOTIENT, quotient_lanes, true)                             \
    /* Of x[0], the base, and x[1], the end. */                                \
    ROW(DT__KERNEL_CHANGE, change_lanes, true)                                 \
    ROW(DT__KERNEL_FACTOR, factor_lanes, true)                                 \
    ROW(DT__KERNEL_RATE, rate_lanes, true)                                     \
    ROW(DT__KERNEL_MIDPOINT, midpoint_lanes, true)                             \
    ROW(DT__KERNEL_LOG, log_lanes, false)                                      \
    /* Of the same, with an exponent of parameter[0] / periods: x[2] holds */  \
    /* the periods of each element, or is null where parameter[1] is those */  \
    /* of all. exponent ln(end / base), and (end / base)^exponent - 1 */       \
    ROW(DT__KERNEL_SCALED_LOG, scaled_log_lanes, false)                        \
    ROW(DT__KERNEL_POWER_RATE, power_rate_lanes, false)                        \
    /* Of x[0], a rate: (1 + rate)^parameter[0] - 1 */                         \
    ROW(DT__KERNEL_COMPOUND, compound_lanes, false)                            \
    /* Of x[0] alone; the doubling time is ln 2 / ln(1 + rate). */             \
    ROW(DT__KERNEL_TO_LOG, to_log_lanes, false)                                \
    ROW(DT__KERNEL_FROM_LOG, from_log_lanes, false)                            \
    ROW(DT__KERNEL_DOUBLING, doubling_lanes, false)                            \
    /* ln(x[1] / x[0]) / ln(1 + rate): x[2] holds the rate of each element, */ \
    /* or is null where parameter[1] is that of all. */                        \
    ROW(DT__KERNEL_PERIODS, periods_lanes, false)                              \
    /* The rate from x[0] + x[1] to x[2] + x[3], two sums in pairs. */         \
    ROW(DT__KERNEL_RATE_OF_SUMS, rate_of_sums_lanes, false)

#define DT__KERNEL_NUMBER(constant, name, any_length) constant,
enum dt__kernel_id {
    DT__KERNEL_NONE = 0,
    DT__KERNELS(DT__KERNEL_NUMBER)
    DT__KERNELS_COUNT
};

/* What such a kernel works on. */
struct dt__lanes {
    const double *x[4];
    double parameter[2];
    double *out; /* None of the operands. */
    int n; /* A multiple of DT__STEP, up to DT__BLOCK. */
};

/* Returns DT__SOME_*. An element in doubt is infinite, and the caller relies on
 * that alone to find it; every other is correctly
 * rounded, or the canonical NaN where an operand is NaN. But for what is scaled
 * and for changes, only positive and finite levels are vouched for. */
typedef int dt__kernel(const struct dt__lanes *lanes);

struct dt__kernels {
    dt__kernel *lanes[DT__KERNELS_COUNT]; /* By their number. */

    /* Two doubles whose sum is that of n numbers, a multiple of DT__STEP up to
     * DT__SUM_BLOCK, exactly, without the *missing of them that are NaN;
     * nonzero if the others are not all below 2^exponent, or not all whole
     * multiples of 2^(exponent - 85). */
    int (*sum)(const double *x, int n, int exponent, double parts[2],
               int64_t *missing);
    /* high[i] + low[i] = x[i] + ... + x[i + window - 1], exactly, for n of i,
     * up to DT__ROLL_BLOCK, or NaN if a part is; reads dt__roll_reads()
     * numbers. DT__SOME_DOUBT, and nothing written, if they do not fit as those
     * of a sum. */
    int (*roll)(const double *x, int n, int exponent, int window, double *high,
                double *low);
    /* (high + low) / by of n such sums, for a whole number by; the canonical
     * NaN for NaN. */
    void (*quotients)(const double *high, const double *low, int n, double by,
                      double *out);
    /* out[i] = *product f[0] ... f[i] - less, f = one + growth, for
     * DT__CHAIN_BLOCK of i, where `one` and `less` are 0 or 1, and *product
     * from 2^-100 to 2^100 becomes that of all. Nonzero, and nothing changed,
     * if a factor is not of moderate size, or a difference of products and 1
     * too small to have all its digits. */
    int (*chain)(const double *growth, double one, double less,
                 struct dt__dd *product, double *out);

    /* The fast steps of one element: false where they cannot vouch for the
     * result. */
    bool (*log_one)(double base, double end, double *result);
    bool (*power_rate_one)(double base, double end, double numerator,
                           double denominator, double *result);
    bool (*compound_one)(double rate, double periods, double *result);
    bool (*to_log_one)(double rate, double *result);
    bool (*from_log_one)(double log, double *result);
};

/* Of n windows: their numbers, in whole steps. */
DT__INLINE int
dt__roll_reads(int n, int window)
{
    return (n + window + DT__STEP - 2) / DT__STEP * DT__STEP;
}

/* Whether a kernel takes more than a block. */
static inline bool
dt__kernel_takes_any_length(int kernel)
{
#define DT__KERNEL_BIT(constant, name, any_length)                             \
    | (any_length ? UINT32_C(1) << constant : 0)
    return (UINT32_C(0) DT__KERNELS(DT__KERNEL_BIT)) >> kernel & 1;
#undef DT__KERNEL_BIT
}

extern const struct dt__kernels dt__kernels_baseline;
extern const struct dt__kernels dt__kernels_avx2;
extern const struct dt__kernels dt__kernels_avx512;

#endif
