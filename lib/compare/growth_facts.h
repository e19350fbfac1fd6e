/* The statements that a growth check is about, as exact ranges. */
#ifndef DTGROWTH_LIB_COMPARE_GROWTH_FACTS_H
#define DTGROWTH_LIB_COMPARE_GROWTH_FACTS_H

#include "compare/growth_rule.h"

struct dt__growth_facts {
    struct dt__range base, end;
    struct dt__range ratio; /* end / base, positive. */
    struct dt__range rate;  /* A fraction. */
};

/* Whether some levels and some rate inside their ranges obey the rule. */
bool dt__growth_fits(const struct dt__growth_facts *facts,
                     const struct dt__growth_rule *rule);

/* Fills the implied base, end and periods. */
void dt__growth_implied(const struct dt__growth_facts *facts,
                        const struct dt__growth_rule *rule,
                        struct dt_compare_growth_check *result);

#endif
