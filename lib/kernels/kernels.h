/* The fast steps over blocks, compiled once for each instruction set. */
#ifndef DTGROWTH_LIB_KERNELS_KERNELS_H
#define DTGROWTH_LIB_KERNELS_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

#include "num/dd.h"

/* Elements of a block; kernels read and write this many, whole. */
enum { DT__BLOCK = 128, DT__SUM_BLOCK = 1024 };

/* The longest window of the kernel for rolling sums. */
enum { DT__ROLL_MOST = 64 };

/* What a kernel says of its block. */
enum {
    DT__SOME_MISSING = 1, /* An operand is NaN: so is the result, for good. */
    DT__SOME_DOUBT   = 2  /* An element is not vouched for. */
};

/* The exponents of a block, in two parts. */
struct dt__exponents {
    double hi[DT__BLOCK], lo[DT__BLOCK];
};

/* Those that take a `doubt` return DT__SOME_*, and mark what is in doubt by 1
 * there, and by 0 what is not; every other element of `out`, which is none of
 * the inputs, is correctly rounded, or the canonical NaN where an operand is
 * NaN. But for changes, only positive and finite levels are vouched for. */
struct dt__kernels {
    int (*change)(const double *base, const double *end, double *out,
                  double *doubt);
    int (*factor)(const double *base, const double *end, double *out,
                  double *doubt);
    int (*rate)(const double *base, const double *end, double *out,
                double *doubt);
    int (*midpoint)(const double *base, const double *end, double *out,
                    double *doubt);
    int (*log)(const double *base, const double *end, double *out,
               double *doubt);
    /* numerator / denominators[i]; what is not moderate makes a doubt. */
    void (*exponents)(double numerator, const double *denominators,
                      struct dt__exponents *exponents);
    /* exponent ln(end / base) */
    int (*scaled_log)(const double *base, const double *end, double *out,
                      double *doubt, const struct dt__exponents *exponents);
    /* (end / base)^exponent - 1 */
    int (*power_rate)(const double *base, const double *end, double *out,
                      double *doubt, const struct dt__exponents *exponents);
    /* (1 + rate)^periods - 1 */
    int (*compound)(const double *rate, double periods, double *out,
                    double *doubt);
    int (*to_log)(const double *rate, double *out, double *doubt);
    int (*from_log)(const double *log, double *out, double *doubt);
    /* ln 2 / ln(1 + rate) */
    int (*doubling)(const double *rate, double *out, double *doubt);
    /* ln(end / base) / ln(1 + rate) */
    int (*periods)(const double *base, const double *end, const double *rate,
                   double *out, double *doubt);

    /* Two doubles whose sum is that of DT__SUM_BLOCK numbers, exactly, without
     * the *missing of them that are NaN; nonzero if the others are not all
     * below 2^exponent, or not all whole multiples of 2^(exponent - 85). */
    int (*sum)(const double *x, int exponent, double parts[2],
               int64_t *missing);
    /* high[i] + low[i] = x[i] + ... + x[i + window - 1], exactly, for a block
     * of i, or NaN if a part is; reads DT__ROLL_MOST numbers more than a block.
     * DT__SOME_DOUBT, and nothing written, if they do not fit as those of a
     * sum. */
    int (*roll)(const double *x, int exponent, int window, double *high,
                double *low);
    /* (high + low) / by of such a block, for a whole number by; the canonical
     * NaN for NaN. */
    void (*quotients)(const double *high, const double *low, double by,
                      double *out);
    /* (end - base) / base of two such blocks. */
    int (*rate_of_sums)(const double *base_high, const double *base_low,
                        const double *end_high, const double *end_low,
                        double *out, double *doubt);
    /* out[i] = *product f[0] ... f[i] - less, f = one + growth, where `one` and
     * `less` are 0 or 1, and *product from 2^-100 to 2^100 becomes that of all.
     * Nonzero, and nothing changed, if a factor is not of moderate size, or a
     * difference of products and 1 too small to have all its digits. */
    int (*chain)(const double *growth, double one, double less,
                 struct dt__dd *product, double *out);

    /* The steps of fast.h for one element: false where they cannot vouch for
     * the result. */
    bool (*log_one)(double base, double end, double *result);
    bool (*power_rate_one)(double base, double end, double numerator,
                           double denominator, double *result);
    bool (*compound_one)(double rate, double periods, double *result);
    bool (*to_log_one)(double rate, double *result);
    bool (*from_log_one)(double log, double *result);
};

extern const struct dt__kernels dt__kernels_baseline;
extern const struct dt__kernels dt__kernels_avx2;
extern const struct dt__kernels dt__kernels_avx512;

/* Instruction sets; the results do not depend on them. */
enum {
    DT__ISA_BASELINE = 0,
    DT__ISA_AVX2     = 1, /* with FMA */
    DT__ISA_AVX512   = 2  /* F, DQ and VL */
};

/* What cpuid says of an x86 processor, and the register sets that the operating
 * system saves. */
struct dt__cpu {
    uint32_t leaf1_ecx, leaf7_ebx;
    uint64_t saved;
};
int32_t dt__isa_of(const struct dt__cpu *cpu);

/* The table in use: chosen once, by cpuid, and up to what the environment
 * variable DTGROWTH_ISA names (baseline, avx2, avx512). */
const struct dt__kernels *dt__kernels(void);

/* Forces the best table up to `isa`, for tests; returns what it became. */
int32_t dt__choose_kernels(int32_t isa);

#endif
