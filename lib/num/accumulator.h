/* SPDX-License-Identifier: MIT */
/* Exact sums: doubles and products of two go into a long accumulator. */
#ifndef DTGROWTH_LIB_NUM_ACCUMULATOR_H
#define DTGROWTH_LIB_NUM_ACCUMULATOR_H

#include <stdbool.h>
#include <stdint.h>

#include "num/dd.h"

/* Limbs of 32 bits that cover every double and every product of two. */
enum { DT__SUM_LIMBS = 136 };

/* Bit 0 of limb 0 weighs 2^-2148, the lowest bit of a product of two of the
 * smallest doubles; every limb is worth 32 bits. */
enum { DT__SUM_LOWEST = -2148 };

/* An exact sum of doubles and products: order-free, rounded once. */
struct dt__sum {
    int64_t limb[DT__SUM_LIMBS];
    int64_t pending; /* Additions since the last carry propagation. */
    bool invalid;    /* A term was not finite. */
};
void dt__sum_init(struct dt__sum *self);
void dt__sum_add(struct dt__sum *self, double x);
void dt__sum_add_product(struct dt__sum *self, double a, double b);
void dt__sum_merge(struct dt__sum *self, const struct dt__sum *other);
void dt__sum_subtract(struct dt__sum *self, const struct dt__sum *other);
/* Brings the limbs into the one form that a value has. */
void dt__sum_settle(struct dt__sum *self);

/* value = carry 2^32 + the digit that is returned, in [0, 2^32). */
static inline uint32_t
dt__sum_digit(int64_t value, int64_t *carry)
{
    const uint32_t digit = (uint32_t)value;

    *carry = (value - (int64_t)digit) / INT64_C(0x100000000);
    return digit;
}

#endif
