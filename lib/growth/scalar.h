/* SPDX-License-Identifier: MIT */
/* The arithmetic of growth between two levels, for arguments inside the
 * domain: shared by the scalar and the series forms, so that both give the
 * same bits. Results may be infinite where they overflow. */
#ifndef DTGROWTH_LIB_GROWTH_SCALAR_H
#define DTGROWTH_LIB_GROWTH_SCALAR_H

#include <stdbool.h>

#include "num/num.h"

/* 2 (end - base) / (|end| + |base|), not both 0. */
double dt__midpoint(double base, double end);

/* ln(end / base), both positive. */
double dt__log_growth(double base, double end);

/* (numerator / denominator) ln(end / base), both levels positive. */
double dt__scaled_log(double base, double end, double numerator,
                      double denominator);

/* (end / base - 1) / n; base not 0, n positive. */
double dt__linear_rate(double base, double end, double n);

/* value / base for a base that is not 0. */
double dt__factor(double base, double value);

#endif
