/* SPDX-License-Identifier: MIT */
/* How two levels, a rate and a number of periods hang together, by each of
 * DT_COMPARE_METHOD_*: with rounded results, and with exact decisions.
 *
 * `ratio` is end / base, positive. Every function is monotone in each of its
 * arguments, so that corners bound it. */
#ifndef DTGROWTH_LIB_FIGURES_GROWTH_RULE_H
#define DTGROWTH_LIB_FIGURES_GROWTH_RULE_H

#include "figures/figure.h"

struct dt__growth_rule {
    int32_t method;
    double periods; /* DT__PERIODS_MIN to DT__PERIODS_MAX. */
};

/* Written as messages show them. */
#define DT__PERIODS_MIN 1e-09
#define DT__PERIODS_MAX 1e+09

/* The rate, rounded in a direction. */
double dt__rule_rate(const struct dt__growth_rule *rule,
                     const struct dt__rational *ratio, int direction);

/* The sign of the rate less `rate`. Decided exactly, except for the compound
 * rate over periods that are no multiple of a quarter: there, two that agree
 * to about 90 bits are called equal. */
int dt__rule_compare(const struct dt__growth_rule *rule,
                     const struct dt__rational *ratio,
                     const struct dt__rational *rate);

/* The level times the growth factor (`power` 1: an end), or over it (-1: a
 * base), rounded in a direction. Where the factor is not positive, it counts
 * as 0. */
double dt__rule_level(const struct dt__growth_rule *rule,
                      const struct dt__rational *level, int power,
                      const struct dt__rational *rate, int direction);

/* Whether there is a positive growth factor. */
bool dt__rule_has_factor(const struct dt__growth_rule *rule,
                         const struct dt__rational *rate);

/* The number of periods for growth and rate of the same sign, not 0. */
double dt__rule_periods(int32_t method, const struct dt__rational *ratio,
                        const struct dt__rational *rate, int direction);

#endif
