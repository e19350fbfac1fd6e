/* SPDX-License-Identifier: MIT */
/* Exact sums of blocks. */
#ifndef DTGROWTH_LIB_KERNELS_SUM_BLOCK_H
#define DTGROWTH_LIB_KERNELS_SUM_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "num/accumulator.h"

/* A guess of an exponent where there is none: no kernel of sums takes it. */
enum {
    DT__SUM_NO_GUESS = -2000
};

/* Adds n numbers at once, a multiple of DT__STEP up to DT__SUM_BLOCK, if they
 * are finite and of similar size; *exponent is a guess, kept from block to
 * block, of their largest exponent. NaN is left out and counted in *missing, or
 * refused. */
bool dt__sum_add_block(struct dt__sum *self, const double *x, int n,
                       bool skip_nan, int *exponent, int64_t *missing);
/* The least e with |x| < 2^e for n numbers, NaN aside; 2000 if one is infinite,
 * and below -930 or above 1000 the kernels of sums are out of their range. */
int dt__sum_exponent(const double *x, int n);

#endif
