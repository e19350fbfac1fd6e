/* SPDX-License-Identifier: MIT */
#include "fraction/rational.h"

#include <stdbool.h>

#include "base/number.h"
#include "num/scale.h"

void
dt__rational_keep(const struct dt__rational *self, struct dt__fraction *kept)
{
    kept->sign = self->sign;
    dt__natural_keep(&self->num, &kept->num);
    dt__natural_keep(&self->den, &kept->den);
}

void
dt__rational_load(struct dt__rational *self, const struct dt__fraction *kept)
{
    self->sign = kept->sign;
    dt__natural_load(&self->num, &kept->num);
    dt__natural_load(&self->den, &kept->den);
}

void
dt__rational_set(struct dt__rational *self, int64_t halves, int32_t decimals)
{
    self->sign = (halves > 0) - (halves < 0);
    dt__natural_set(&self->num, (uint64_t)(halves < 0 ? -halves : halves));
    dt__natural_set(&self->den, 2);
    dt__natural_scale_ten(&self->num, -decimals);
    dt__natural_scale_ten(&self->den, decimals);
    dt__rational_reduce(self);
}

void
dt__rational_from(struct dt__rational *self, double value)
{
    int exponent;
    uint64_t digits = dt__integer_of(value, &exponent);

    for (; exponent < 0 && digits != 0 && digits % 2 == 0; exponent++)
        digits /= 2;
    if (digits == 0) /* Else its denominator is the largest there is. */
        exponent = 0;
    self->sign = (value > 0) - (value < 0);
    dt__natural_set(&self->num, digits);
    dt__natural_set(&self->den, 1);
    dt__natural_shift(exponent < 0 ? &self->den : &self->num,
                      exponent < 0 ? -exponent : exponent);
}

/* Adds sign * addend / den of self; changes the addend. */
static void
rational_add_over_den(struct dt__rational *self, struct dt__natural *addend,
                      int sign)
{
    if (self->sign == sign || sign == 0) {
        dt__natural_add(&self->num, addend);
    } else if (dt__natural_compare(&self->num, addend) >= 0) {
        dt__natural_subtract(&self->num, addend);
    } else {
        dt__natural_subtract(addend, &self->num);
        self->num = *addend;
        self->sign = sign;
    }
    if (self->num.size == 0)
        self->sign = 0;
}

void
dt__rational_add(struct dt__rational *self, const struct dt__rational *other)
{
    struct dt__natural addend = other->num;
    const int sign = other->sign;
    dt__natural_multiply(&addend, &self->den);
    dt__natural_multiply(&self->num, &other->den);
    dt__natural_multiply(&self->den, &other->den);
    rational_add_over_den(self, &addend, sign);
}

void
dt__rational_multiply(struct dt__rational *self,
                      const struct dt__rational *other)
{
    dt__natural_multiply(&self->num, &other->num);
    dt__natural_multiply(&self->den, &other->den);
    self->sign *= other->sign;
}

void
dt__rational_divide(struct dt__rational *self,
                    const struct dt__rational *other)
{
    const struct dt__natural divisor = other->num;
    dt__natural_multiply(&self->num, &other->den);
    dt__natural_multiply(&self->den, &divisor);
    self->sign *= other->sign;
}

void
dt__rational_quotient(struct dt__rational *self, const struct dt__fraction *a,
                      const struct dt__fraction *b)
{
    struct dt__rational divisor;
    dt__rational_load(self, a);
    dt__rational_load(&divisor, b);
    dt__rational_divide(self, &divisor);
}

void
dt__rational_offset(struct dt__rational *self, int32_t integer)
{
    struct dt__natural addend;
    dt__natural_set(&addend, (uint32_t)(integer < 0 ? -integer : integer));
    dt__natural_multiply(&addend, &self->den);
    rational_add_over_den(self, &addend, (integer > 0) - (integer < 0));
}

void
dt__rational_reduce(struct dt__rational *self)
{
    static const uint32_t primes[] = { 2, 5 };
    for (int p = 0; p < 2 && self->sign != 0; p++) {
        struct dt__natural num = self->num;
        while (dt__natural_divide_out(&num, primes[p]) &&
               dt__natural_divide_out(&self->den, primes[p]))
            self->num = num;
    }
}

int
dt__rational_compare(const struct dt__rational *a, const struct dt__rational *b)
{
    if (a->sign != b->sign)
        return a->sign < b->sign ? -1 : 1;

    struct dt__natural left = a->num, right = b->num;
    dt__natural_multiply(&left, &b->den);
    dt__natural_multiply(&right, &a->den);
    return a->sign * dt__natural_compare(&left, &right);
}

double
dt__rational_round(const struct dt__rational *self, int direction)
{
    if (self->sign == 0)
        return 0;

    /* Scale so that the quotient has 55 or 56 bits: more than a double. */
    struct dt__natural num = self->num, den = self->den;
    const int32_t shift = 55 - dt__natural_bits(&num) + dt__natural_bits(&den);
    dt__natural_shift(shift < 0 ? &den : &num, shift < 0 ? -shift : shift);
    uint64_t quotient = dt__natural_divide(&num, &den);
    bool rest = num.size != 0;

    int32_t dropped = 0;
    uint64_t lost = 0;
    for (; quotient >> 53 != 0; quotient >>= 1)
        lost |= (quotient & 1) << dropped++;
    const uint64_t half = UINT64_C(1) << (dropped - 1);

    bool away = (rest || lost != 0) && direction == self->sign;
    if (direction == DT__NEAREST)
        away = lost > half || (lost == half && (rest || (quotient & 1) != 0));
    /* 2^53 is a double as well. */
    quotient += away;
    return self->sign * (double)quotient * dt__power2(dropped - shift);
}

static struct dt__dd
rational_natural_dd(const struct dt__natural *self)
{
    const int32_t bits = dt__natural_bits(self);
    const int32_t low = bits > 106 ? bits - 106 : 0;
    const uint64_t lower = dt__natural_window(self, low);
    const uint64_t upper = dt__natural_window(self, low + 53);
    const double scale = dt__power2(low);
    const uint64_t mask = (UINT64_C(1) << 53) - 1;

    return dt__fast_sum(scale * 0x1p53 * (double)(upper & mask),
                        scale * (double)(lower & mask));
}

struct dt__dd
dt__rational_dd(const struct dt__rational *self)
{
    if (self->sign == 0)
        return dt__dd_from(0);

    const struct dt__dd q = dt__dd_divide(rational_natural_dd(&self->num),
                                          rational_natural_dd(&self->den));
    return self->sign < 0 ? dt__dd_negate(q) : q;
}

struct dt__dd
dt__rational_log(const struct dt__rational *self)
{
    return dt__log_ratio(rational_natural_dd(&self->den),
                         rational_natural_dd(&self->num));
}
