/* SPDX-License-Identifier: MIT */
/* A double as an integer times a power of two, and as text for people. */
#ifndef DTGROWTH_LIB_BASE_NUMBER_H
#define DTGROWTH_LIB_BASE_NUMBER_H

#include <stdint.h>
#include <string.h>

/* |x| = m 2^e, m an integer below 2^53, e at least -1074; x finite. */
static inline uint64_t
dt__integer_of(double x, int *e)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof(bits));
    const int exponent = (int)(bits >> 52 & 0x7ff);
    const uint64_t fraction = bits & UINT64_C(0xfffffffffffff);

    *e = (exponent == 0 ? 1 : exponent) - 1075;
    return exponent == 0 ? fraction : fraction | UINT64_C(1) << 52;
}

enum { DT__NUMBER_SIZE = 40 };

/* Writes a double for a message, the same in every locale: in the fewest digits
 * that read back as it, at most 17, and of these texts the nearest; "nan",
 * "inf". Returns the buffer. */
const char *dt__number(char buffer[DT__NUMBER_SIZE], double value);

#endif
