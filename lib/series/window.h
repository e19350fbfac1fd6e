/* SPDX-License-Identifier: MIT */
/* Exact sums of moving windows: by blocks in a kernel, and for windows and
 * values that do not fit it one by one. */
#ifndef DTGROWTH_LIB_SERIES_WINDOW_H
#define DTGROWTH_LIB_SERIES_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "num/num.h"
#include "series/blocks.h"

/* All windows of a length of a series, for the kernel. */
struct dt__windows {
    const struct dt_series *x;
    int64_t length;
    int exponent; /* A guess, kept from block to block. */
};

struct dt__windows dt__windows_of(const struct dt_series *x, int64_t length);

/* Whether they may fit the kernel. */
bool dt__windows_fit(const struct dt_series *x, int64_t length);

/* The sums high + low of the windows that end with at ... at + n - 1, exactly,
 * NaN where an observation is missing, and 1 behind them up to whole steps.
 * Returns DT__SOME_*: a doubt where they do not fit. */
int dt__window_sums(struct dt__windows *self, int64_t at, int n, double *high,
                    double *low);

/* A window on its way back through a series, one period at a time: by adding
 * to an exact sum and taking away from it. */
struct dt__window {
    const struct dt_series *x;
    int64_t length, missing, not_finite;
    int64_t last; /* The observation that it ends with. */
    struct dt__sum sum;
};

/* A window that is nowhere yet. */
void dt__window_init(struct dt__window *self, const struct dt_series *x,
                     int64_t length);

/* Takes it to where it ends with `last`, the whole of it inside: anew,
 * unless it is there. */
void dt__window_move(struct dt__window *self, int64_t last);

/* Takes it back by a step, unless it is at the start: at once, as what it
 * leaves may be overwritten. */
void dt__window_back(struct dt__window *self);

/* VALUE_MISSING or NOT_FINITE if one of the observations is. */
int32_t dt__window_why(const struct dt__window *self);

#endif
