/* SPDX-License-Identifier: MIT */
/* The exact product, made once for each instruction set: DT__ISA() gives its
 * name, and DT__ISA_FMA says whether the set has fused operations. */

/* a * b, exactly, if 2^-969 < |a b| < 2^1021 and |a|, |b| < 2^996 (Dekker,
 * with halves of 26 bits after Veltkamp). */
static inline struct dt__dd
DT__ISA(two_product)(double a, double b)
{
    const double hi = a * b;
#if DT__ISA_FMA
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
