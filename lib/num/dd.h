/* SPDX-License-Identifier: MIT */
/* Error-free transformations and double-double arithmetic. */
#ifndef DTGROWTH_LIB_NUM_DD_H
#define DTGROWTH_LIB_NUM_DD_H

#include <float.h>
#include <stdint.h>
#include <string.h>

/* The parts of -ffast-math that compilers tell of, each by itself. */
#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || \
    defined(__RECIPROCAL_MATH__) || defined(__NO_SIGNED_ZEROS__) || \
    (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ > 0)
#  error "dtgrowth: -ffast-math changes results; build without it"
#endif
#if FLT_EVAL_METHOD == 2 || FLT_EVAL_METHOD < 0
#  error "dtgrowth: arithmetic must round to double: -msse2 -mfpmath=sse"
#endif
/* No a * b + c rounded once, where a program carries the sources along with
 * flags of its own. Only clang's -ffp-contract=fast is stronger than this. */
#if defined(__clang__)
#  pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#  pragma GCC optimize("fp-contract=off")
#endif

/* Kernels are compiled for several instruction sets, with options of their own,
 * and compilers do not inline one function into another of other options unless
 * they are made to. */
#define DT__INLINE static inline __attribute__((always_inline))

/* The unevaluated sum hi + lo, where hi is the sum rounded to double. */
struct dt__dd {
    double hi, lo;
};

DT__INLINE uint64_t
dt__bits(double x)
{
    uint64_t u;
    memcpy(&u, &x, sizeof(u));
    return u;
}

DT__INLINE double
dt__double(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof(x));
    return x;
}

/* The one NaN that the library writes. */
DT__INLINE double
dt__nan(void)
{
    return dt__double(UINT64_C(0x7ff8000000000000));
}

DT__INLINE double
dt__infinity(void)
{
    return dt__double(UINT64_C(0x7ff0000000000000));
}

DT__INLINE int
dt__is_finite(double x)
{
    return (dt__bits(x) & UINT64_C(0x7ff0000000000000)) !=
           UINT64_C(0x7ff0000000000000);
}

DT__INLINE int
dt__are_finite(double a, double b)
{
    return dt__is_finite(a) && dt__is_finite(b);
}

DT__INLINE double
dt__abs(double x)
{
    return dt__double(dt__bits(x) & UINT64_C(0x7fffffffffffffff));
}

/* a + b, exactly, if |a| >= |b| or a is 0 (Dekker). */
DT__INLINE struct dt__dd
dt__fast_sum(double a, double b)
{
    const double hi = a + b;
    return (struct dt__dd){ hi, b - (hi - a) };
}

/* a + b, exactly, unless it overflows (Knuth). */
DT__INLINE struct dt__dd
dt__two_sum(double a, double b)
{
    const double hi = a + b;
    const double b_part = hi - a;
    return (struct dt__dd){ hi, (a - (hi - b_part)) + (b - b_part) };
}

/* a - b, likewise. */
DT__INLINE struct dt__dd
dt__two_difference(double a, double b)
{
    const double hi = a - b;
    const double b_part = hi - a;
    return (struct dt__dd){ hi, (a - (hi - b_part)) - (b + b_part) };
}

/* That of a * b, for code outside of the kernels, by whatever the compiler was
 * told that the processor has. */
#if defined(__FMA__) || defined(__aarch64__)
#  define DT__BASELINE_FMA 1
#else
#  define DT__BASELINE_FMA 0
#endif
#define DT__ISA(name) dt__##name
#define DT__ISA_FMA   DT__BASELINE_FMA
#include "num/dd_lanes.h"
#undef DT__ISA
#undef DT__ISA_FMA

DT__INLINE struct dt__dd
dt__dd_from(double x)
{
    return (struct dt__dd){ x, 0 };
}

DT__INLINE struct dt__dd
dt__dd_negate(struct dt__dd a)
{
    return (struct dt__dd){ -a.hi, -a.lo };
}

/* Relative error below 2^-104 of |a| + |b|'s accurate sum (Li et al.). */
static inline struct dt__dd
dt__dd_add(struct dt__dd a, struct dt__dd b)
{
    struct dt__dd s = dt__two_sum(a.hi, b.hi);
    const struct dt__dd t = dt__two_sum(a.lo, b.lo);
    s = dt__fast_sum(s.hi, s.lo + t.hi);
    return dt__fast_sum(s.hi, s.lo + t.lo);
}

/* Relative error below 2^-102. */
static inline struct dt__dd
dt__dd_multiply(struct dt__dd a, struct dt__dd b)
{
    const struct dt__dd p = dt__two_product(a.hi, b.hi);
    return dt__fast_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/* Relative error below 2^-101; b not 0. */
static inline struct dt__dd
dt__dd_divide(struct dt__dd a, struct dt__dd b)
{
    const double q1 = a.hi / b.hi;
    struct dt__dd r = dt__dd_add(
        a, dt__dd_negate(dt__dd_multiply(dt__dd_from(q1), b)));
    const double q2 = r.hi / b.hi;
    r = dt__dd_add(r, dt__dd_negate(dt__dd_multiply(dt__dd_from(q2), b)));
    const double q3 = r.hi / b.hi;
    const struct dt__dd q = dt__fast_sum(q1, q2);
    return dt__dd_add(q, dt__dd_from(q3));
}

#endif
