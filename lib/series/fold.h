/* SPDX-License-Identifier: MIT */
/* Walks along the observations that make one result. */
#ifndef DTGROWTH_LIB_SERIES_FOLD_H
#define DTGROWTH_LIB_SERIES_FOLD_H

#include <stdint.h>

#include <dtgrowth/series.h>

#include "series/block.h"

/* Hands elements from ... to - 1 to take(), with their operands; those of which
 * one is no finite number to gap(), or ends there where that is null. A signal
 * other than 0 that either returns ends the walk, and *at is where: a reason,
 * or what the caller makes of it, as the 1 of splice.c. */
struct dt__fold {
    void *self;
    int32_t (*take)(void *self, int64_t i, const double *x);
    int32_t (*gap)(void *self, int64_t i, int32_t why);
};
int32_t dt__fold(const struct dt__task *operands, const struct dt__fold *fold,
                 int64_t from, int64_t to, int64_t *at);

/* Takes `n` observations from the index `at` on, of which as many as `missing`
 * have no validity bit: their values are 0, as those up to whole steps are. */
typedef void dt__take_block(void *self, const double *values, int64_t at,
                            int n, int missing);

/* Hands out the observations of a view in blocks of up to DT__SUM_BLOCK. */
void dt__fold_blocks(const struct dt_series *x, void *self,
                     dt__take_block *take_block);

#endif
