/* SPDX-License-Identifier: MIT */
/* Exact numbers: whole multiples of powers of two, long enough for sums of any
 * doubles and for products of a few. A result is judged by cross-multiplying,
 * and nothing is ever divided or rounded here. */
#ifndef DTGROWTH_TESTS_FUZZ_EXACT_H
#define DTGROWTH_TESTS_FUZZ_EXACT_H

#include "fuzz.h"

#include <float.h>

enum { EXACT_LIMBS = 320 };

/* limb[i] counts 2^(32 (low + i)). What does not fit is lost, and so is all
 * that is made of it: no judgement follows. */
struct exact {
    bool negative, lost;
    int low, n;
    uint32_t limb[EXACT_LIMBS];
};

FUZZ_UNWATCHED static inline uint32_t
exact_limb(const struct exact *a, int place)
{
    return place < a->low || place >= a->low + a->n ? 0
                                                    : a->limb[place - a->low];
}

/* Without zeros at the ends. */
FUZZ_UNWATCHED static inline void
exact_trim(struct exact *a)
{
    int zeros = 0;

    while (a->n > 0 && a->limb[a->n - 1] == 0)
        a->n--;
    while (zeros < a->n && a->limb[zeros] == 0)
        zeros++;
    if (zeros > 0)
        memmove(a->limb, a->limb + zeros, (size_t)(a->n - zeros) * 4);
    a->n -= zeros;
    a->low += zeros;
    if (a->n == 0)
        a->low = 0;
    a->negative = a->negative && a->n > 0;
}

/* size * 2^power */
FUZZ_UNWATCHED static inline void
exact_set(struct exact *a, bool negative, uint64_t size, int power)
{
    const int low = power >= 0 ? power / 32 : -((31 - power) / 32);
    const int shift = power - 32 * low;

    a->negative = negative;
    a->lost = false;
    a->low = low;
    a->n = 3;
    a->limb[0] = (uint32_t)(size << shift);
    a->limb[1] = (uint32_t)(size >> (32 - shift));
    a->limb[2] = shift == 0 ? 0 : (uint32_t)(size >> 32 >> (32 - shift));
    exact_trim(a);
}

FUZZ_UNWATCHED static inline void
exact_integer(struct exact *a, int64_t value)
{
    exact_set(a, value < 0, value < 0 ? 0 - (uint64_t)value : (uint64_t)value,
              0);
}

/* Of a finite double. */
FUZZ_UNWATCHED static inline void
exact_double(struct exact *a, double x)
{
    const uint64_t bits = fuzz_bits_of(x);
    const int biased = (int)(bits >> 52 & 0x7ff);
    const uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);

    if (biased == 0)
        exact_set(a, bits >> 63, fraction, -1074);
    else
        exact_set(a, bits >> 63, fraction | UINT64_C(1) << 52, biased - 1075);
}

FUZZ_UNWATCHED static inline int
exact_compare_sizes(const struct exact *a, const struct exact *b)
{
    const int a_top = a->low + a->n, b_top = b->low + b->n;
    const int top = a_top > b_top ? a_top : b_top;
    const int low = a->low < b->low ? a->low : b->low;

    for (int i = top - 1; i >= low; i--) {
        const uint32_t x = exact_limb(a, i), y = exact_limb(b, i);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

FUZZ_UNWATCHED static inline int
exact_sign(const struct exact *a)
{
    return a->n == 0 ? 0 : a->negative ? -1 : 1;
}

FUZZ_UNWATCHED static inline int
exact_compare(const struct exact *a, const struct exact *b)
{
    if (exact_sign(a) != exact_sign(b))
        return exact_sign(a) < exact_sign(b) ? -1 : 1;
    return (a->negative ? -1 : 1) * exact_compare_sizes(a, b);
}

FUZZ_UNWATCHED static inline void
exact_copy(struct exact *to, const struct exact *from)
{
    memcpy(to, from, offsetof(struct exact, limb) + (size_t)from->n * 4);
}

/* |a| + |b|, or |a| - |b| where |a| is not less. */
FUZZ_UNWATCHED static inline void
exact_join(struct exact *sum, const struct exact *a, const struct exact *b,
           bool less)
{
    const int a_top = a->low + a->n, b_top = b->low + b->n;
    const int top = (a_top > b_top ? a_top : b_top) + 1;
    const int low = a->n == 0 ? b->low : b->n == 0 ? a->low
                    : a->low < b->low ? a->low : b->low;
    struct exact s;
    uint64_t carry = 0;

    s.negative = false;
    s.low = low;
    s.n = top - low;
    s.lost = a->lost || b->lost || top - low > EXACT_LIMBS;
    for (int i = 0; !s.lost && i < s.n; i++) {
        const uint64_t x = exact_limb(a, low + i), y = exact_limb(b, low + i);
        carry += less ? x - y : x + y;
        s.limb[i] = (uint32_t)carry;
        carry = less ? (uint64_t)((int64_t)carry >> 32) : carry >> 32;
    }
    if (s.lost)
        s.n = 0;
    exact_trim(&s);
    exact_copy(sum, &s);
}

/* a + b, or a - b. */
FUZZ_UNWATCHED static inline void
exact_total(struct exact *sum, const struct exact *a, const struct exact *b,
            bool less)
{
    const bool b_negative = b->negative != less, a_negative = a->negative;

    if (a_negative == b_negative) {
        exact_join(sum, a, b, false);
        sum->negative = a_negative && sum->n > 0;
    } else if (exact_compare_sizes(a, b) >= 0) {
        exact_join(sum, a, b, true);
        sum->negative = a_negative && sum->n > 0;
    } else {
        exact_join(sum, b, a, true);
        sum->negative = b_negative && sum->n > 0;
    }
}

FUZZ_UNWATCHED static inline void
exact_add(struct exact *sum, const struct exact *a, const struct exact *b)
{
    exact_total(sum, a, b, false);
}

FUZZ_UNWATCHED static inline void
exact_less(struct exact *rest, const struct exact *a, const struct exact *b)
{
    exact_total(rest, a, b, true);
}

FUZZ_UNWATCHED static inline void
exact_times(struct exact *product, const struct exact *a,
            const struct exact *b)
{
    struct exact p;

    p.low = a->low + b->low;
    p.n = a->n + b->n;
    p.negative = a->negative != b->negative;
    p.lost = a->lost || b->lost || p.n > EXACT_LIMBS;
    if (p.lost)
        p.n = 0;
    memset(p.limb, 0, (size_t)p.n * 4);
    for (int i = 0; !p.lost && i < a->n; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < b->n; j++) {
            carry += p.limb[i + j] + (uint64_t)a->limb[i] * b->limb[j];
            p.limb[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        p.limb[i + b->n] = (uint32_t)carry;
    }
    exact_trim(&p);
    exact_copy(product, &p);
}

/* a^n; n is small and not negative. */
FUZZ_UNWATCHED static inline void
exact_power(struct exact *power, const struct exact *a, int n)
{
    struct exact p;

    exact_integer(&p, 1);
    for (int i = 0; i < n; i++)
        exact_times(&p, &p, a);
    exact_copy(power, &p);
}

/* Half the sum of a finite double, not negative, and the one above; of the
 * largest, that above is 2^1024. */
FUZZ_UNWATCHED static inline void
exact_middle(struct exact *middle, double below)
{
    struct exact above, half;

    if (below == 0x1.fffffffffffffp1023)
        exact_set(&above, false, 1, 1024);
    else
        exact_double(&above, fuzz_up(below));
    exact_double(middle, below);
    exact_add(middle, middle, &above);
    exact_set(&half, false, 1, -1);
    exact_times(middle, middle, &half);
}

/* Whether two numbers differ by less than 2^-bits of the second. */
FUZZ_UNWATCHED static inline bool
exact_is_near(const struct exact *a, const struct exact *b, int bits)
{
    struct exact rest, near;

    exact_less(&rest, a, b);
    exact_set(&near, false, 1, bits);
    exact_times(&near, &near, &rest);
    return near.lost || exact_compare_sizes(&near, b) < 0;
}

/* Where a middle between two doubles times `den` lies of `num`: -1 below, 1
 * above; 0 where they are equal, or nearer than 2^-bits of it if there are. */
FUZZ_UNWATCHED static inline int
exact_middle_against(double below, const struct exact *num,
                     const struct exact *den, int bits, bool *lost)
{
    struct exact middle;

    exact_middle(&middle, below);
    exact_times(&middle, &middle, den);
    middle.negative = num->negative;
    *lost = *lost || middle.lost;
    if (bits > 0 && exact_is_near(&middle, num, bits))
        return 0;
    return exact_compare_sizes(&middle, num);
}

/* Whether a double is num / den rounded to nearest, ties to even; also true
 * where that is too long to tell. The sign of a zero is free.
 * With `bits`, a quotient is a tie that is one to 2^-bits of it, and ties go
 * either way. */
FUZZ_UNWATCHED static inline bool
exact_is_rounded_to(double r, const struct exact *num, const struct exact *den,
                    int bits)
{
    const bool negative = num->negative != den->negative;
    const double size = fabs(r);
    const bool even = (fuzz_bits_of(r) & 1) == 0 || bits > 0;
    bool lost = num->lost || den->lost;

    if (lost)
        return true;
    if (num->n == 0)
        return r == 0;
    if (r != r || (r != 0 && (r < 0) != negative))
        return false;
    if (!(size > DBL_MAX)) {
        const int above = exact_middle_against(size, num, den, bits, &lost);
        if (!lost && (above < 0 || (above == 0 && !even)))
            return false;
    }
    if (size > 0) {
        const double below = size > DBL_MAX ? DBL_MAX : nextafter(size, 0);
        const int under = exact_middle_against(below, num, den, bits, &lost);
        if (!lost && (under > 0 || (under == 0 && !even)))
            return false;
    }
    return true;
}

FUZZ_UNWATCHED static inline bool
exact_is_rounded(double r, const struct exact *num, const struct exact *den)
{
    return exact_is_rounded_to(r, num, den, 0);
}

/* The same of a number without a denominator. */
FUZZ_UNWATCHED static inline bool
exact_is_rounded_number(double r, const struct exact *number)
{
    struct exact one;

    exact_integer(&one, 1);
    return exact_is_rounded(r, number, &one);
}

#endif
