/* SPDX-License-Identifier: MIT */
/* Rates, powers and quotients, rounded once over the whole range. */
#ifndef DTGROWTH_LIB_NUM_RATE_H
#define DTGROWTH_LIB_NUM_RATE_H

#include "num/dd.h"

/* (end - base) / base rounded; base not 0, both finite. Infinite where it
 * overflows. */
double dt__rate(double base, double end);

/* (numerator / denominator) ln(end / base) = y 2^e, |y| from 2^-54 to 2^11; all
 * positive and finite, base and end different. */
struct dt__dd dt__log_of_power(double base, double end, double numerator,
                               double denominator, int *e);

/* (end / base)^(numerator / denominator) - 1 rounded; base > 0, end >= 0,
 * finite; both exponents positive and finite. */
double dt__power_rate(double base, double end, double numerator,
                      double denominator);

/* a / b rounded to double, for two double-doubles, b not 0; correct over the
 * whole range where hi is finite. */
double dt__quotient(struct dt__dd a, struct dt__dd b);

/* a / b * 2^e, likewise; |e| <= 5000. */
double dt__scaled_quotient(struct dt__dd a, struct dt__dd b, int e);

#endif
