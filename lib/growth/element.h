/* The growth of one element, by kind and base rule. Each function is the
 * grow() of a row of kinds.c. */
#ifndef DTGROWTH_LIB_GROWTH_ELEMENT_H
#define DTGROWTH_LIB_GROWTH_ELEMENT_H

#include <stdint.h>

#include "growth/kinds.h"

int32_t dt__grow_change(const struct dt__growth *self, double base,
                        double value, double periods, double *result);
int32_t dt__grow_rate(const struct dt__growth *self, double base, double value,
                      double periods, double *result);
int32_t dt__grow_factor(const struct dt__growth *self, double base,
                        double value, double periods, double *result);
int32_t dt__grow_midpoint(const struct dt__growth *self, double base,
                          double value, double periods, double *result);
int32_t dt__grow_log(const struct dt__growth *self, double base, double value,
                     double periods, double *result);
int32_t dt__grow_annualized(const struct dt__growth *self, double base,
                            double value, double periods, double *result);
int32_t dt__grow_annualized_log(const struct dt__growth *self, double base,
                                double value, double periods, double *result);

/* dt__grow() over a number of periods that may be 0 or less, in which nothing
 * grows. */
int32_t dt__grow_over(const struct dt__growth *self, double base, double value,
                      double periods, double *result);

#endif
