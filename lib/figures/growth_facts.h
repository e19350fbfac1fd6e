/* SPDX-License-Identifier: MIT */
/* What is said of two levels and the growth between, as exact ranges. */
#ifndef DTGROWTH_LIB_FIGURES_GROWTH_FACTS_H
#define DTGROWTH_LIB_FIGURES_GROWTH_FACTS_H

#include "figures/growth_rule.h"

struct dt__growth_facts {
    struct dt__range base, end;
    struct dt__range ratio; /* end / base, positive. */
    struct dt__range rate;  /* A fraction. */
};

/* DT_E_KIND, DT_E_PERIODS or DT_E_VALUE unless the rule is one. */
int32_t dt__check_growth_rule(const struct dt__growth_rule *rule,
                              struct dt_error *error);

/* Reads base, end and their ratio; fails unless both are good figures and lie
 * above 0. */
int32_t dt__read_levels(const struct dt_compare_figure *base,
                        const struct dt_compare_figure *end,
                        struct dt__growth_facts *facts, struct dt_error *error);

/* The growth of the levels, rounded outwards. */
struct dt_compare_interval
dt__growth_recomputed(const struct dt__growth_facts *facts,
                      const struct dt__growth_rule *rule);

#endif
