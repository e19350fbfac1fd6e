/* SPDX-License-Identifier: MIT */
/* Powers of growth factors, and the compound rate. */
#ifndef DTGROWTH_LIB_GROWTH_SCALAR_POWER_H
#define DTGROWTH_LIB_GROWTH_SCALAR_POWER_H

#include <stdbool.h>

#include "num/num.h"

/* factor^exponent, where it is exact in a double-double: only there can a
 * result lie halfway between two doubles. Returns whether it is. */
bool dt__exact_power(double factor, double exponent, struct dt__dd *power);

/* The same of 1 + rate; of a huge rate, a pair on the same side of every middle
 * of two doubles, which an exact power of the rate may be. */
bool dt__exact_power_of_rate(double rate, double exponent,
                             struct dt__dd *power);

/* (end / base)^(numerator / denominator) - 1; base positive, end not
 * negative, both exponents positive. */
double dt__compound_growth(double base, double end, double numerator,
                           double denominator);

#endif
