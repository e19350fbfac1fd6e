/* SPDX-License-Identifier: MIT */
/* Exact sums, read: rounded once, or as a pair. */
#ifndef DTGROWTH_LIB_NUM_ACCUMULATOR_ROUND_H
#define DTGROWTH_LIB_NUM_ACCUMULATOR_ROUND_H

#include "num/accumulator.h"

/* Whether `count` products of two doubles may come to a settled sum, as far as
 * its size tells: they stay below count 2^2048. */
bool dt__sum_fits(const struct dt__sum *self, int64_t count);
double dt__sum_round(const struct dt__sum *self); /* Nearest, ties to even. */
/* The sum divided by n > 0, to nearest, ties to even; also where the sum is too
 * large for a double, if the mean is none. */
double dt__sum_mean(const struct dt__sum *self, int64_t n);
/* hi + lo of the sum; hi is infinite where that is too large for a double. */
struct dt__dd dt__sum_dd(const struct dt__sum *self);
/* The same in units of 2^*e, which is neither infinite nor without all digits
 * of the second double. */
struct dt__dd dt__sum_wide(const struct dt__sum *self, int *e);

#endif
