/* SPDX-License-Identifier: MIT */
/* What is to be said of two levels and a growth: decided exactly. */
#ifndef DTGROWTH_LIB_FIGURES_GROWTH_VERDICT_H
#define DTGROWTH_LIB_FIGURES_GROWTH_VERDICT_H

#include "figures/growth_facts.h"

/* Whether some levels and some rate inside their ranges obey the rule. */
bool dt__growth_fits(const struct dt__growth_facts *facts,
                     const struct dt__growth_rule *rule);

/* DT_COMPARE_VERDICT_EXACT to DT_COMPARE_VERDICT_INCONSISTENT. */
int32_t dt__growth_verdict(const struct dt__growth_facts *facts,
                           const struct dt__growth_rule *rule);

/* Bit 1 << DT_COMPARE_METHOD_* for each method that fits. */
uint32_t dt__growth_methods(const struct dt__growth_facts *facts,
                            double periods);

#endif
