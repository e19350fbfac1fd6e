/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <stdbool.h>
#include <stdio.h>

/* The shortest digits by exact integers: Steele and White, "How to print
 * floating-point numbers accurately" (1990), as Burger and Dybvig put it
 * (1996). Slow, and meant for messages alone. */

/* 34 limbs, the lowest first, hold 10 * 2^1076; nothing below is larger. */
enum { NUMBER_LIMBS = 34, NUMBER_DIGITS = 17, NUMBER_PLACES = 15 };

/* The number value / unit. What lies between value - below and value + above
 * reads back as it, and so do these two if `ends_in`. */
struct number {
    uint32_t value[NUMBER_LIMBS], below[NUMBER_LIMBS], above[NUMBER_LIMBS];
    uint32_t unit[NUMBER_LIMBS];
    bool ends_in;
};

static const uint32_t number_zero[NUMBER_LIMBS];

static void
number_scale(uint32_t *limbs, uint32_t factor)
{
    uint64_t carry = 0;

    for (int i = 0; i < NUMBER_LIMBS; i++, carry >>= 32) {
        carry += (uint64_t)limbs[i] * factor;
        limbs[i] = (uint32_t)carry;
    }
}

static void
number_grow(struct number *self, uint32_t factor)
{
    number_scale(self->value, factor);
    number_scale(self->below, factor);
    number_scale(self->above, factor);
}

/* The sign of a + b - c, from the highest limbs on: below -1 and above 0, the
 * lower ones do not turn it. */
static int
number_compare(const uint32_t *a, const uint32_t *b, const uint32_t *c)
{
    int64_t rest = 0;

    for (int i = NUMBER_LIMBS - 1; i >= 0 && (rest == 0 || rest == -1); i--)
        rest = rest * INT64_C(0x100000000) + a[i] + b[i] - c[i];
    return (rest > 0) - (rest < 0);
}

/* Whether 1 or more reads back as it. */
static bool
number_reaches_one(const struct number *self)
{
    const int side = number_compare(self->value, self->above, self->unit);
    return side > 0 || (side == 0 && self->ends_in);
}

/* The whole part, which is taken away. */
static char
number_take_digit(struct number *self)
{
    char digit = '0';

    for (; number_compare(self->value, number_zero, self->unit) >= 0; digit++) {
        int64_t rest = 0;
        for (int i = 0; i < NUMBER_LIMBS; i++, rest = rest < 0 ? -1 : 0) {
            rest += (int64_t)self->value[i] - self->unit[i];
            self->value[i] = (uint32_t)rest;
        }
    }
    return digit;
}

/* The digits of |x| = d.ddd * 10^place, x not 0; returns how many they are. */
static int
number_digits(double x, char digits[NUMBER_DIGITS + 1], int *place)
{
    int e, count = 0;
    const uint64_t m = dt__integer_of(x, &e);
    /* The gap below a power of two is half as wide. */
    const bool narrow = m == UINT64_C(1) << 52 && e > -1074;
    struct number rest = { { (uint32_t)m, (uint32_t)(m >> 32) },
                           { narrow ? 1 : 2 }, { 2 }, { 4 }, m % 2 == 0 };
    bool down = false, up = false; /* Whether it reads back if rounded so. */

    number_scale(rest.value, 4);
    for (; e > 0; e--)
        number_grow(&rest, 2);
    for (; e < 0; e++)
        number_scale(rest.unit, 2);
    for (*place = 0; number_reaches_one(&rest); ++*place)
        number_scale(rest.unit, 10);
    for (; !number_reaches_one(&rest); --*place)
        number_grow(&rest, 10);
    for (; !down && !up; number_grow(&rest, 10)) {
        char digit = number_take_digit(&rest);
        const int low = number_compare(rest.value, number_zero, rest.below);
        const int half = number_compare(rest.value, rest.value, rest.unit);
        down = low < 0 || (low == 0 && rest.ends_in);
        up = number_reaches_one(&rest);
        if (up && (!down || half > 0 || (half == 0 && digit % 2 != 0)))
            digit++;
        digits[count++] = digit;
    }
    digits[count] = '\0';
    return count;
}

const char *
dt__number(char buffer[DT__NUMBER_SIZE], double value)
{
    const uint64_t infinity = UINT64_C(0x7ff) << 53;
    char digits[NUMBER_DIGITS + 1] = "0";
    int count = 1, place = 0;
    uint64_t bits; /* They tell, even where subnormals count as 0. */

    memcpy(&bits, &value, sizeof(bits));
    const char *const sign = bits >> 63 != 0 ? "-" : "";
    bits <<= 1;
    if (bits != 0 && bits < infinity)
        count = number_digits(value, digits, &place);
    if (bits >= infinity)
        (void)snprintf(buffer, DT__NUMBER_SIZE, "%s%s",
                       bits == infinity ? sign : "",
                       bits == infinity ? "inf" : "nan");
    else if (place < -4 || place >= NUMBER_PLACES)
        (void)snprintf(buffer, DT__NUMBER_SIZE, "%s%.1s%s%se%+03d", sign,
                       digits, count > 1 ? "." : "", digits + 1, place);
    else if (place < 0)
        (void)snprintf(buffer, DT__NUMBER_SIZE, "%s0.%.*s%s", sign,
                       -place - 1, "000", digits);
    else if (count <= place + 1)
        (void)snprintf(buffer, DT__NUMBER_SIZE, "%s%s%.*s", sign, digits,
                       place + 1 - count, "00000000000000");
    else
        (void)snprintf(buffer, DT__NUMBER_SIZE, "%s%.*s.%.*s", sign, place + 1,
                       digits, count - place - 1, digits + place + 1);
    return buffer;
}
