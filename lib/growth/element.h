/* The growth of one element of a series, by kind and base rule. */
#ifndef DTGROWTH_LIB_GROWTH_ELEMENT_H
#define DTGROWTH_LIB_GROWTH_ELEMENT_H

#include <stdbool.h>
#include <stdint.h>

/* What is computed: the choices of a call, checked. */
struct dt__growth {
    int32_t kind;      /* DT_GROWTH_RATE and its like. */
    int32_t base_rule; /* DT_GROWTH_BASE_*. */
    double per_year;   /* Periods per year, for the annualized kinds. */
};

/* Whether the kind is one of those that take the periods between. */
bool dt__is_annualized(const struct dt__growth *self);

/* Whether the kind divides by its base or takes a logarithm of it. */
bool dt__needs_positive_base(const struct dt__growth *self);

/* Growth from base to value, both finite, over `periods`. Returns a reason and
 * stores the result only if it is defined. */
int32_t dt__grow(const struct dt__growth *self, double base, double value,
                 double periods, double *result);

/* The same over a number of periods that may be 0 or less, in which nothing
 * grows. */
int32_t dt__grow_over(const struct dt__growth *self, double base, double value,
                      double periods, double *result);

#endif
