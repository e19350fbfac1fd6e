/* What the kernels of growth say of their elements. */
#ifndef DTGROWTH_LIB_KERNELS_DOUBT_LANES_H
#define DTGROWTH_LIB_KERNELS_DOUBT_LANES_H

#include "num/fast.h"
#include "kernels/kernels.h"

/* Inputs, outputs and rooms are apart, which `restrict` tells compilers only of
 * the parameters of functions that are not inlined. */
#if defined(__clang__)
#  define APART _Pragma("clang loop vectorize(assume_safety) interleave(disable)")
#elif defined(__GNUC__)
#  define APART _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#else
#  define APART
#endif
#define EACH(i) APART for (int i = 0; i < n; i++)

/* The number of elements, in a form that tells compilers that it is a multiple
 * of every register's: no loop has a rest. */
static inline int
whole_steps(int n)
{
    return n & -DT__STEP;
}

/* Doubts are integers whose highest bit is set where there is one, so that one
 * operation joins those of an element, or of all. A result in doubt is infinite,
 * as none is that is vouched for, until all that are have been told of. */

static inline bool
is_doubt(uint64_t doubt)
{
    return doubt >> 63;
}

/* Every bit of it. */
static inline uint64_t
spread(uint64_t doubt)
{
    return 0 - (doubt >> 63);
}

static inline double
unless(uint64_t doubt, double result)
{
    const uint64_t infinity = dt__bits(dt__infinity());
    return dt__double((dt__bits(result) & ~spread(doubt)) |
                      (infinity & spread(doubt)));
}

/* That an integer lies outside of two others, all below 2^63 but for the first:
 * a difference is negative. */
static inline uint64_t
doubt_between(uint64_t x, double low, double high)
{
    return (x - dt__bits(low)) | (dt__bits(high) - 1 - x);
}

/* A level that dt__fast_covers() leaves out. */
static inline uint64_t
doubt_level(double x)
{
    return doubt_between(dt__bits(x), DT__FAST_SMALLEST, DT__FAST_LARGEST);
}

/* A result whose bounds do not agree. */
static inline double
if_rounded(struct dt__rounded r)
{
    return r.low == r.high ? r.low : dt__infinity();
}

/* Not 0 for a number that is not finite, and for no other. */
static inline uint64_t
not_finite(double x)
{
    return dt__bits(x - x);
}

/* 1 or 0 in doubles, which every instruction set can select by a single
 * comparison of doubles, and join by their bits. */
static inline uint64_t
is_nan(double x)
{
    return dt__bits(x == x ? 0.0 : 1.0);
}

/* Gives NaN to the elements of which one of so many operands is NaN, which
 * leaves no doubt; returns DT__SOME_*. */
static inline int
settle_gaps(const struct dt__lanes *lanes, int operands)
{
    const double *a = lanes->x[0];
    const double *b = operands > 1 ? lanes->x[1] : a;
    const double *c = operands > 2 ? lanes->x[2] : a;
    const double *d = operands > 3 ? lanes->x[3] : a;
    double *out = lanes->out;
    const int n = whole_steps(lanes->n);
    const double nan = dt__nan(), infinity = dt__infinity();
    uint64_t missing = 0, doubtful = 0;

    EACH(i) {
        const uint64_t gap = is_nan(a[i]) | is_nan(b[i]) | is_nan(c[i]) |
                             is_nan(d[i]);
        const double result = dt__double(gap) == 0 ? out[i] : nan;
        out[i] = result;
        missing |= gap;
        doubtful |= dt__bits(result == infinity ? 1.0 : 0.0);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

/* The same, and tells of the doubts that are left. */
static int
settle(const struct dt__lanes *lanes, int operands)
{
    const double *out = lanes->out;
    double *doubt = lanes->doubt;
    const int n = whole_steps(lanes->n);
    const double infinity = dt__infinity();
    const int said = settle_gaps(lanes, operands);

    if ((said & DT__SOME_DOUBT) && doubt != NULL)
        EACH(i)
            doubt[i] = out[i] == infinity ? 1.0 : 0.0;
    return said;
}

#endif
