/* SPDX-License-Identifier: MIT */
/* The loops that everybody writes, compiled twice: see loops.c. */
#ifndef DTGROWTH_TESTS_BENCH_LOOPS_H
#define DTGROWTH_TESTS_BENCH_LOOPS_H

#include <stdint.h>

struct loops {
    void (*rate)(const double *x, double *out, int64_t n, int64_t lag);
    void (*log_growth)(const double *x, double *out, int64_t n);
    void (*cagr)(const double *base, const double *end, double *out, int64_t n,
                 double periods);
    void (*compound)(const double *rate, double *out, int64_t n,
                     double periods);
    double (*sum)(const double *x, int64_t n);
    void (*rolling)(const double *x, double *out, int64_t n, int64_t window);
    void (*cumulative)(const double *rates, double *out, int64_t n);
};

extern const struct loops loops_O2, loops_native;

#endif
