/* SPDX-License-Identifier: MIT */
/* What two of base, end, rate and periods say about the other. */
#ifndef DTGROWTH_LIB_FIGURES_IMPLIED_H
#define DTGROWTH_LIB_FIGURES_IMPLIED_H

#include "figures/growth_facts.h"

/* Fills the implied base, end and periods. */
void dt__growth_implied(const struct dt__growth_facts *facts,
                        const struct dt__growth_rule *rule,
                        struct dt_compare_growth_check *result);

#endif
