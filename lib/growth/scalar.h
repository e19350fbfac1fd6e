/* The arithmetic of growth between two levels, for arguments inside the
 * domain: shared by the scalar and the series forms, so that both give the
 * same bits. Results may be infinite where they overflow. */
#ifndef DTGROWTH_LIB_GROWTH_SCALAR_H
#define DTGROWTH_LIB_GROWTH_SCALAR_H

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
