/* SPDX-License-Identifier: MIT */
#include "exact/natural.h"

#include <string.h>

static void
natural_push(struct dt__natural *self, uint32_t limb)
{
    if (limb != 0)
        self->limb[self->size++] = limb;
}

static void
natural_trim(struct dt__natural *self)
{
    while (self->size > 0 && self->limb[self->size - 1] == 0)
        self->size--;
}

void
dt__natural_set(struct dt__natural *self, uint64_t value)
{
    self->limb[0] = (uint32_t)value;
    self->limb[1] = (uint32_t)(value >> 32);
    self->size = 2;
    natural_trim(self);
}

/* No copy takes the limbs that are not in use, which are most of them. */
static void
natural_take(struct dt__natural *self, const uint32_t *limb, int32_t size)
{
    self->size = size;
    memcpy(self->limb, limb, (size_t)size * sizeof(limb[0]));
}

void
dt__natural_keep(const struct dt__natural *self, struct dt__short *kept)
{
    kept->size = self->size;
    memcpy(kept->limb, self->limb, (size_t)self->size * sizeof(self->limb[0]));
}

void
dt__natural_load(struct dt__natural *self, const struct dt__short *kept)
{
    natural_take(self, kept->limb, kept->size);
}

void
dt__natural_scale(struct dt__natural *self, uint32_t factor)
{
    uint64_t carry = 0;
    for (int32_t i = 0; i < self->size; i++) {
        carry += (uint64_t)self->limb[i] * factor;
        self->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    natural_push(self, (uint32_t)carry);
}

void
dt__natural_scale_ten(struct dt__natural *self, int32_t power)
{
    for (; power >= 9; power -= 9)
        dt__natural_scale(self, 1000000000);
    for (; power > 0; power--)
        dt__natural_scale(self, 10);
}

void
dt__natural_shift(struct dt__natural *self, int32_t bits)
{
    const int32_t limbs = bits / 32;
    if (self->size == 0)
        return;
    memmove(self->limb + limbs, self->limb,
            (size_t)self->size * sizeof(self->limb[0]));
    memset(self->limb, 0, (size_t)limbs * sizeof(self->limb[0]));
    self->size += limbs;
    dt__natural_scale(self, UINT32_C(1) << (bits % 32));
}

void
dt__natural_add(struct dt__natural *self, const struct dt__natural *other)
{
    while (self->size < other->size)
        self->limb[self->size++] = 0;

    uint64_t carry = 0;
    for (int32_t i = 0; i < self->size; i++) {
        carry += self->limb[i];
        carry += i < other->size ? other->limb[i] : 0;
        self->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    natural_push(self, (uint32_t)carry);
}

void
dt__natural_subtract(struct dt__natural *self, const struct dt__natural *other)
{
    uint32_t borrow = 0;
    for (int32_t i = 0; i < self->size; i++) {
        const uint64_t less = (i < other->size ? other->limb[i] : 0) +
                              (uint64_t)borrow;
        borrow = self->limb[i] < less;
        self->limb[i] -= (uint32_t)less;
    }
    natural_trim(self);
}

void
dt__natural_multiply(struct dt__natural *self, const struct dt__natural *other)
{
    struct dt__natural product;
    product.size = self->size + other->size;
    memset(product.limb, 0, (size_t)product.size * sizeof(product.limb[0]));

    for (int32_t i = 0; i < self->size; i++) {
        uint64_t carry = 0;
        for (int32_t k = 0; k < other->size; k++) {
            carry += (uint64_t)self->limb[i] * other->limb[k] +
                     product.limb[i + k];
            product.limb[i + k] = (uint32_t)carry;
            carry >>= 32;
        }
        product.limb[i + other->size] = (uint32_t)carry;
    }
    natural_trim(&product);
    natural_take(self, product.limb, product.size);
}

int
dt__natural_divide_out(struct dt__natural *self, uint32_t divisor)
{
    struct dt__natural quotient;
    quotient.size = self->size;
    uint64_t remainder = 0;
    for (int32_t i = self->size - 1; i >= 0; i--) {
        remainder = (remainder << 32) | self->limb[i];
        quotient.limb[i] = (uint32_t)(remainder / divisor);
        remainder %= divisor;
    }
    if (remainder != 0)
        return 0;

    natural_trim(&quotient);
    natural_take(self, quotient.limb, quotient.size);
    return 1;
}

static void
natural_halve(struct dt__natural *self)
{
    for (int32_t i = 0; i < self->size; i++) {
        const uint32_t above = i + 1 < self->size ? self->limb[i + 1] : 0;
        self->limb[i] = self->limb[i] >> 1 | above << 31;
    }
    natural_trim(self);
}

/* Bit by bit: numbers are short, and nothing here can be subtly wrong. */
uint64_t
dt__natural_divide(struct dt__natural *self, const struct dt__natural *divisor)
{
    const int32_t places = dt__natural_bits(self) - dt__natural_bits(divisor);
    struct dt__natural shifted = *divisor;
    uint64_t quotient = 0;

    if (places > 0)
        dt__natural_shift(&shifted, places);
    for (int32_t i = places; i >= 0; i--, natural_halve(&shifted)) {
        quotient <<= 1;
        if (dt__natural_compare(self, &shifted) >= 0) {
            dt__natural_subtract(self, &shifted);
            quotient |= 1;
        }
    }
    return quotient;
}

int
dt__natural_compare(const struct dt__natural *a, const struct dt__natural *b)
{
    if (a->size != b->size)
        return a->size < b->size ? -1 : 1;
    for (int32_t i = a->size - 1; i >= 0; i--)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

int32_t
dt__natural_bits(const struct dt__natural *self)
{
    if (self->size == 0)
        return 0;

    int32_t bits = 32 * (self->size - 1);
    for (uint32_t top = self->limb[self->size - 1]; top != 0; top >>= 1)
        bits++;
    return bits;
}

uint64_t
dt__natural_window(const struct dt__natural *self, int32_t from)
{
    uint64_t window = 0;
    for (int32_t i = 0; i < self->size; i++) {
        const int32_t shift = 32 * i - from;
        if (shift >= 0 && shift < 64)
            window |= (uint64_t)self->limb[i] << shift;
        else if (shift < 0 && shift > -32)
            window |= self->limb[i] >> -shift;
    }
    return window;
}
