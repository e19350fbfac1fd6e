/* SPDX-License-Identifier: MIT */
#include "num/accumulator.h"

#include "base/number.h"

enum { ACCUMULATOR_PENDING_MAX = 1 << 28 };

void
dt__sum_init(struct dt__sum *self)
{
    memset(self, 0, sizeof(*self));
}

/* Every limb but the last lies in [0, 2^32) then. */
void
dt__sum_settle(struct dt__sum *self)
{
    int64_t carry = 0;

    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        self->limb[i] = dt__sum_digit(self->limb[i] + carry, &carry);
    self->limb[DT__SUM_LIMBS - 1] += carry;
    self->pending = 0;
}

/* Adds +-m 2^e. */
static void
accumulator_add_integer(struct dt__sum *self, uint64_t m, int e, bool negative)
{
    const int place = e - DT__SUM_LOWEST;
    const int limb = place >> 5, shift = place & 31;
    const uint64_t low = m << shift;
    const uint64_t high = shift == 0 ? 0 : m >> (64 - shift);
    const int64_t part[3] = { (int64_t)(low & 0xffffffff),
                              (int64_t)(low >> 32), (int64_t)high };

    for (int i = 0; i < 3; i++)
        self->limb[limb + i] += negative ? -part[i] : part[i];
    if (++self->pending >= ACCUMULATOR_PENDING_MAX)
        dt__sum_settle(self);
}

void
dt__sum_add(struct dt__sum *self, double x)
{
    int e;

    if (!dt__is_finite(x)) {
        self->invalid = true;
        return;
    }
    const uint64_t m = dt__integer_of(x, &e);
    accumulator_add_integer(self, m, e, dt__bits(x) >> 63);
}

void
dt__sum_add_product(struct dt__sum *self, double a, double b)
{
    int a_e, b_e;

    if (!dt__is_finite(a) || !dt__is_finite(b)) {
        self->invalid = true;
        return;
    }
    const uint64_t x = dt__integer_of(a, &a_e), y = dt__integer_of(b, &b_e);
    const bool negative = (dt__bits(a) ^ dt__bits(b)) >> 63;
    /* Halves of 27 bits: four products of at most 54 bits. */
    const uint64_t mask = (UINT64_C(1) << 27) - 1;
    const uint64_t x0 = x & mask, x1 = x >> 27, y0 = y & mask, y1 = y >> 27;

    accumulator_add_integer(self, x0 * y0, a_e + b_e, negative);
    accumulator_add_integer(self, x0 * y1 + x1 * y0, a_e + b_e + 27, negative);
    accumulator_add_integer(self, x1 * y1, a_e + b_e + 54, negative);
}

/* No limb has more than 2^60 in it, so that two of them fit as they are. */
static void
accumulator_add_limbs(struct dt__sum *self, const struct dt__sum *other,
                      int64_t sign)
{
    for (int i = 0; i < DT__SUM_LIMBS; i++)
        self->limb[i] += sign * other->limb[i];
    self->invalid = self->invalid || other->invalid;
    dt__sum_settle(self);
}

void
dt__sum_merge(struct dt__sum *self, const struct dt__sum *other)
{
    accumulator_add_limbs(self, other, 1);
}

void
dt__sum_subtract(struct dt__sum *self, const struct dt__sum *other)
{
    accumulator_add_limbs(self, other, -1);
}
