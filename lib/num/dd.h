/* Error-free transformations and double-double arithmetic. */
#ifndef DTGROWTH_LIB_NUM_DD_H
#define DTGROWTH_LIB_NUM_DD_H

#include <float.h>
#include <stdint.h>
#include <string.h>

/* The parts of -ffast-math that compilers tell of, each by itself. */
#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || \
    defined(__RECIPROCAL_MATH__) || \
    (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ > 0)
#  error "dtgrowth: -ffast-math changes results; build without it"
#endif
#if FLT_EVAL_METHOD == 2 || FLT_EVAL_METHOD < 0
#  error "dtgrowth: double arithmetic must round to double; build with -msse2 -mfpmath=sse"
#endif
#if defined(__clang__)
#  pragma STDC FP_CONTRACT OFF
#endif

/* Limbs of 32 bits that cover every double and every product of two. */
enum { DT__SUM_LIMBS = 136 };

/* The unevaluated sum hi + lo, where hi is the sum rounded to double. */
struct dt__dd {
    double hi, lo;
};

static inline uint64_t
dt__bits(double x)
{
    uint64_t u;
    memcpy(&u, &x, sizeof(u));
    return u;
}

static inline double
dt__double(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof(x));
    return x;
}

/* The one NaN that the library writes. */
static inline double
dt__nan(void)
{
    return dt__double(UINT64_C(0x7ff8000000000000));
}

static inline double
dt__infinity(void)
{
    return dt__double(UINT64_C(0x7ff0000000000000));
}

static inline int
dt__is_finite(double x)
{
    return (dt__bits(x) & UINT64_C(0x7ff0000000000000)) !=
           UINT64_C(0x7ff0000000000000);
}

static inline double
dt__abs(double x)
{
    return dt__double(dt__bits(x) & UINT64_C(0x7fffffffffffffff));
}

/* a + b, exactly, if |a| >= |b| or a is 0 (Dekker). */
static inline struct dt__dd
dt__fast_sum(double a, double b)
{
    const double hi = a + b;
    return (struct dt__dd){ hi, b - (hi - a) };
}

/* a + b, exactly, unless it overflows (Knuth). */
static inline struct dt__dd
dt__two_sum(double a, double b)
{
    const double hi = a + b;
    const double b_part = hi - a;
    return (struct dt__dd){ hi, (a - (hi - b_part)) + (b - b_part) };
}

/* a - b, likewise. */
static inline struct dt__dd
dt__two_difference(double a, double b)
{
    const double hi = a - b;
    const double b_part = hi - a;
    return (struct dt__dd){ hi, (a - (hi - b_part)) - (b + b_part) };
}

/* a * b, exactly, if 2^-969 < |a b| < 2^1021 and |a|, |b| < 2^996 (Dekker,
 * with halves of 26 bits after Veltkamp). */
static inline struct dt__dd
dt__two_product(double a, double b)
{
    const double hi = a * b;
#if defined(__FMA__) || defined(__aarch64__)
    /* The same value: the error of a product is a double. */
    return (struct dt__dd){ hi, __builtin_fma(a, b, -hi) };
#else
    const double a_scaled = a * 0x1.0000002p27;
    const double b_scaled = b * 0x1.0000002p27;
    const double a1 = a_scaled - (a_scaled - a), a2 = a - a1;
    const double b1 = b_scaled - (b_scaled - b), b2 = b - b1;
    const double lo = ((a1 * b1 - hi) + a1 * b2 + a2 * b1) + a2 * b2;
    return (struct dt__dd){ hi, lo };
#endif
}

static inline struct dt__dd
dt__dd_from(double x)
{
    return (struct dt__dd){ x, 0 };
}

static inline struct dt__dd
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
