/* SPDX-License-Identifier: MIT */
/* Exact natural numbers, large enough for what published figures ask for.
 *
 * The ends of a figure's interval are decimals, and whether two intervals
 * touch is decided on them exactly; doubles come in only at the end. Every
 * number met here has less than 2560 bits: callers that raise to a power check
 * that first. */
#ifndef DTGROWTH_LIB_EXACT_NATURAL_H
#define DTGROWTH_LIB_EXACT_NATURAL_H

#include <stdint.h>

enum {
    DT__NATURAL_LIMBS = 80,
    DT__NATURAL_BITS = 32 * DT__NATURAL_LIMBS
};

struct dt__natural {
    int32_t size;                      /* Limbs in use; the last is not 0. */
    uint32_t limb[DT__NATURAL_LIMBS];  /* The least significant first. */
};

/* A natural that is kept and not computed with: a tenth as long. */
enum { DT__SHORT_LIMBS = 8 };
struct dt__short {
    int32_t size;
    uint32_t limb[DT__SHORT_LIMBS];
};

void dt__natural_set(struct dt__natural *self, uint64_t value);


/* To and from the form in which one below 2^256 is kept. */
void dt__natural_keep(const struct dt__natural *self, struct dt__short *kept);
void dt__natural_load(struct dt__natural *self, const struct dt__short *kept);

void dt__natural_scale(struct dt__natural *self, uint32_t factor);
void dt__natural_scale_ten(struct dt__natural *self, int32_t power);
void dt__natural_shift(struct dt__natural *self, int32_t bits);
void dt__natural_add(struct dt__natural *self, const struct dt__natural *other);

/* Needs self >= other. */
void dt__natural_subtract(struct dt__natural *self,
                          const struct dt__natural *other);

void dt__natural_multiply(struct dt__natural *self,
                          const struct dt__natural *other);

/* Divides by a small divisor if that leaves no remainder, and says whether. */
int dt__natural_divide_out(struct dt__natural *self, uint32_t divisor);

/* The quotient, which must be below 2^64; `self` becomes the remainder. */
uint64_t dt__natural_divide(struct dt__natural *self,
                            const struct dt__natural *divisor);

int dt__natural_compare(const struct dt__natural *a,
                        const struct dt__natural *b);

/* The place of the highest bit, from 1; 0 for zero. */
int32_t dt__natural_bits(const struct dt__natural *self);

/* The 64 bits from place `from` up; places below 0 and above are 0. */
uint64_t dt__natural_window(const struct dt__natural *self, int32_t from);

#endif
