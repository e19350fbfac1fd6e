/* Exact sums of moving windows: by blocks in a kernel, and for windows and
 * values that do not fit it one by one. */
#ifndef DTGROWTH_LIB_SERIES_WINDOW_H
#define DTGROWTH_LIB_SERIES_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "kernels/kernels.h"
#include "num/num.h"

/* A window on its way back through a series, one period at a time: by adding
 * to an exact sum and taking away from it. */
struct dt__window {
    const struct dt_series *x;
    int64_t length, missing, not_finite;
    struct dt__sum sum;
};

/* The window of `length` observations that ends with `last`, all inside. */
void dt__window_open(struct dt__window *self, const struct dt_series *x,
                     int64_t length, int64_t last);

/* From the window that ends with i to that of i - 1. Observations before the
 * series are none. */
void dt__window_back(struct dt__window *self, int64_t i);

/* VALUE_MISSING or NOT_FINITE if one of the observations is. */
int32_t dt__window_why(const struct dt__window *self);

/* What the kernel reads and writes for a block of windows. */
struct dt__window_block {
    double x[DT__BLOCK + DT__ROLL_MOST]; /* From the first window's start. */
    double high[DT__BLOCK], low[DT__BLOCK];
    int exponent; /* A guess, kept from block to block: -2000 at first. */
};

/* Whether the windows of a series may fit the kernel. */
bool dt__windows_fit(const struct dt_series *x, int64_t window);

/* The sums high + low of the windows that end with at ... at + n - 1, exactly,
 * NaN where an observation is missing; DT__SOME_MISSING, or DT__SOME_DOUBT where
 * they do not fit the kernel, which reads the series where that can be read. */
int dt__window_sums_of_block(const struct dt_series *x, int window, int64_t at,
                              int n, struct dt__window_block *b);

#endif
