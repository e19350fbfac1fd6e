/* SPDX-License-Identifier: MIT */
/* Exact rationals, and their way to doubles. */
#ifndef DTGROWTH_LIB_FRACTION_RATIONAL_H
#define DTGROWTH_LIB_FRACTION_RATIONAL_H

#include "exact/natural.h"
#include "num/num.h"

/* Which way a result is rounded. */
enum { DT__DOWN = -1, DT__NEAREST = 0, DT__UP = 1 };

/* sign * num / den; num is 0 exactly where sign is, den never. */
struct dt__rational {
    int sign;
    struct dt__natural num, den;
};

/* A rational that is kept. A ratio of two figures needs 170 bits, a sum of
 * 2^63 of them 225. */
struct dt__fraction {
    int sign;
    struct dt__short num, den;
};

void dt__rational_keep(const struct dt__rational *self,
                       struct dt__fraction *kept);
void dt__rational_load(struct dt__rational *self,
                       const struct dt__fraction *kept);

/* halves / (2 * 10^decimals), the form of the ends of figures' intervals;
 * |decimals| <= 20. */
void dt__rational_set(struct dt__rational *self, int64_t halves,
                      int32_t decimals);

/* a / b, b not 0. */
void dt__rational_quotient(struct dt__rational *self,
                           const struct dt__fraction *a,
                           const struct dt__fraction *b);

/* Any finite double. */
void dt__rational_from(struct dt__rational *self, double value);

/* In each of these `other` may be `self`. */
void dt__rational_add(struct dt__rational *self,
                      const struct dt__rational *other);
void dt__rational_multiply(struct dt__rational *self,
                           const struct dt__rational *other);
void dt__rational_divide(struct dt__rational *self,
                         const struct dt__rational *other); /* Not by 0. */

/* Adds a small integer. */
void dt__rational_offset(struct dt__rational *self, int32_t integer);

/* Takes out the common factors 2 and 5: all there are, if the denominator was
 * a power of ten. */
void dt__rational_reduce(struct dt__rational *self);

int dt__rational_compare(const struct dt__rational *a,
                         const struct dt__rational *b);

/* Correctly rounded: DT__DOWN, DT__NEAREST (ties to even) or DT__UP. For
 * quotients whose magnitude is that of normal doubles. */
double dt__rational_round(const struct dt__rational *self, int direction);

/* Relative error below 2^-100. */
struct dt__dd dt__rational_dd(const struct dt__rational *self);

/* Relative error of the logarithm of a rational, and of the quotient of two of
 * them: it leaves room above what dt__log_ratio() promises. */
#define DT__LOG_ERROR 0x1p-94

/* ln of a positive rational, with at most that error; one that is nearer to 1
 * than 2^-8 has 106 bits at most. */
struct dt__dd dt__rational_log(const struct dt__rational *self);

#endif
