/* SPDX-License-Identifier: MIT */
/* What all kernels share: how their loops are written, and what they say of
 * their elements. */
#ifndef DTGROWTH_LIB_KERNELS_LANES_H
#define DTGROWTH_LIB_KERNELS_LANES_H

#include "num/fast.h"
#include "kernels/kernels.h"

/* Inputs, outputs and rooms are apart, which `restrict` tells compilers only of
 * the parameters of functions that are not inlined. */
#if defined(__clang__)
#  define DT__APART \
    _Pragma("clang loop vectorize(assume_safety) interleave(disable)")
#elif defined(__GNUC__)
#  define DT__APART _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#else
#  define DT__APART
#endif
#define DT__EACH(i) DT__APART for (int i = 0; i < n; i++)

/* The number of elements, in a form that tells compilers that it is a multiple
 * of every register's: no loop has a rest. */
DT__INLINE int
dt__whole_steps(int n)
{
    return n & -DT__STEP;
}

/* How many doubles a register holds where the compiler is told of nothing else,
 * and how many registers the sums of a block go side by side in. */
#if defined(__AVX512F__)
#  define DT__BASELINE_LANES 8
#elif defined(__AVX__)
#  define DT__BASELINE_LANES 4
#else
#  define DT__BASELINE_LANES 2
#endif
enum { DT__VECTORS = 4 };

/* Doubts are integers whose highest bit is set where there is one, so that one
 * operation joins those of an element, or of all. A result in doubt is
 * infinite, as none is that is vouched for, until all that are have been told
 * of. */

DT__INLINE bool
dt__doubt_is_set(uint64_t doubt)
{
    return doubt >> 63;
}

/* Every bit of it. */
DT__INLINE uint64_t
dt__doubt_spread(uint64_t doubt)
{
    return 0 - (doubt >> 63);
}

DT__INLINE double
dt__doubt_unless(uint64_t doubt, double result)
{
    const uint64_t infinity = dt__bits(dt__infinity());
    return dt__double((dt__bits(result) & ~dt__doubt_spread(doubt)) |
                      (infinity & dt__doubt_spread(doubt)));
}

/* NaN where there is a doubt, of whatever bits. */
DT__INLINE double
dt__doubt_nan(uint64_t doubt, double x)
{
    const uint64_t nan = dt__bits(dt__nan()) & dt__doubt_spread(doubt);
    return dt__double(dt__bits(x) | nan);
}

/* That an integer lies outside of two others, all below 2^63 but for the first:
 * a difference is negative. */
DT__INLINE uint64_t
dt__doubt_between(uint64_t x, double low, double high)
{
    return (x - dt__bits(low)) | (dt__bits(high) - 1 - x);
}

/* A level that dt__fast_covers() leaves out. */
DT__INLINE uint64_t
dt__doubt_level(double x)
{
    return dt__doubt_between(dt__bits(x), DT__FAST_SMALLEST, DT__FAST_LARGEST);
}

DT__INLINE uint64_t
dt__doubt_levels(double base, double end)
{
    return dt__doubt_level(base) | dt__doubt_level(end);
}

/* No doubt of two numbers. */
DT__INLINE uint64_t
dt__doubt_no_pair(double a, double b)
{
    (void)a;
    (void)b;
    return 0;
}

/* A number to scale another by that is not above 0, or not finite. */
DT__INLINE uint64_t
dt__doubt_scale(double by, double x)
{
    (void)x;
    return dt__doubt_between(dt__bits(by), 0x1p-1074, dt__infinity());
}

/* A result whose bounds do not agree. */
DT__INLINE double
dt__doubt_rounded(struct dt__rounded r)
{
    return r.low == r.high ? r.low : dt__infinity();
}

/* Not 0 for a number that is not finite, and for no other. */
DT__INLINE uint64_t
dt__doubt_not_finite(double x)
{
    return dt__bits(x - x);
}

/* The same as a doubt. */
DT__INLINE uint64_t
dt__doubt_open(double x)
{
    return dt__bits(dt__infinity()) - 1 - dt__bits(dt__abs(x));
}

/* 1 or 0 in doubles, which every instruction set can select by a single
 * comparison of doubles, and join by their bits. */
DT__INLINE uint64_t
dt__doubt_gap(double x)
{
    return dt__bits(x == x ? 0.0 : 1.0);
}

/* The same as a doubt. */
DT__INLINE uint64_t
dt__doubt_missing(double x)
{
    return dt__bits(dt__infinity()) - dt__bits(dt__abs(x));
}

#endif
