/* SPDX-License-Identifier: MIT */
#include "figures/growth_verdict.h"

#include <stddef.h>

#include "figures/method.h"

static int
growth_verdict_compare(const struct dt__growth_rule *rule,
                       const struct dt__fraction *kept_ratio,
                       const struct dt__fraction *kept_rate)
{
    struct dt__rational ratio, rate;
    dt__rational_load(&ratio, kept_ratio);
    dt__rational_load(&rate, kept_rate);
    return dt__rule_compare(rule, &ratio, &rate);
}

bool
dt__growth_fits(const struct dt__growth_facts *facts,
                const struct dt__growth_rule *rule)
{
    const struct dt__range *ratio = &facts->ratio, *rate = &facts->rate;
    const bool from_below = ratio->upper_in && rate->lower_in;
    const bool from_above = ratio->lower_in && rate->upper_in;
    return dt__ends_meet(
               growth_verdict_compare(rule, &ratio->upper, &rate->lower),
               from_below) &&
           dt__ends_meet(
               -growth_verdict_compare(rule, &ratio->lower, &rate->upper),
               from_above);
}

/* Recomputed from the printed levels it is among the rates that print as the
 * published one. */
static bool
growth_verdict_is_exact(const struct dt__growth_facts *facts,
                        const struct dt__growth_rule *rule)
{
    const struct dt__range *ratio = &facts->ratio, *rate = &facts->rate;
    return dt__ends_meet(
               growth_verdict_compare(rule, &ratio->value, &rate->lower),
               rate->lower_in) &&
           dt__ends_meet(
               -growth_verdict_compare(rule, &ratio->value, &rate->upper),
               rate->upper_in);
}

/* The published number is among the recomputed rates. */
static bool
growth_verdict_is_within(const struct dt__growth_facts *facts,
                         const struct dt__growth_rule *rule)
{
    const struct dt__range *ratio = &facts->ratio, *rate = &facts->rate;
    return dt__ends_meet(
               growth_verdict_compare(rule, &ratio->upper, &rate->value),
               ratio->upper_in) &&
           dt__ends_meet(
               -growth_verdict_compare(rule, &ratio->lower, &rate->value),
               ratio->lower_in);
}

int32_t
dt__growth_verdict(const struct dt__growth_facts *facts,
                   const struct dt__growth_rule *rule)
{
    if (growth_verdict_is_exact(facts, rule))
        return DT_COMPARE_VERDICT_EXACT;
    if (growth_verdict_is_within(facts, rule))
        return DT_COMPARE_VERDICT_WITHIN;
    if (dt__growth_fits(facts, rule))
        return DT_COMPARE_VERDICT_EDGE;
    return DT_COMPARE_VERDICT_INCONSISTENT;
}

uint32_t
dt__growth_methods(const struct dt__growth_facts *facts, double periods)
{
    uint32_t methods = 0;
    for (int32_t m = 0; dt__method(m) != NULL; m++) {
        const struct dt__growth_rule rule = { m, periods };
        if (dt__growth_fits(facts, &rule))
            methods |= UINT32_C(1) << m;
    }
    return methods;
}
