/* SPDX-License-Identifier: MIT */
#include "figures/growth_facts.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "figures/figure_text.h"
#include "figures/method.h"
#include "num/environment.h"

static int32_t
growth_facts_check_rule(const struct dt__growth_rule *rule,
                        struct dt_error *error)
{
    const double periods = rule->periods;
    char number[DT__NUMBER_SIZE];
    if (dt__method(rule->method) == NULL)
        return dt__fail(error, DT_E_KIND, -1,
                        "method is %" PRId32 ": no such method",
                        rule->method);
    if (periods <= 0)
        return dt__fail(error, DT_E_PERIODS, -1,
                        "periods is %s: must be positive",
                        dt__number(number, periods));
    if (!(periods >= DT__PERIODS_MIN && periods <= DT__PERIODS_MAX))
        return dt__fail(error, DT_E_VALUE, -1,
                        "periods is %s; expected "
                        DT__TEXT_OF(DT__PERIODS_MIN) " to "
                        DT__TEXT_OF(DT__PERIODS_MAX),
                        dt__number(number, periods));
    return DT_E_OK;
}

/* It compares doubles, and prints them. */
int32_t
dt__check_growth_rule(const struct dt__growth_rule *rule,
                      struct dt_error *error)
{
    const struct dt__environment caller = dt__enter();
    const int32_t status = growth_facts_check_rule(rule, error);
    dt__leave(caller);
    return status;
}

static int32_t
growth_facts_check_level(const struct dt_compare_figure *figure,
                         const struct dt__range *level, const char *name,
                         struct dt_error *error)
{
    if (level->lower.sign > 0)
        return DT_E_OK;

    char text[DT__FIGURE_TEXT_SIZE];
    return dt__fail(error, DT_E_VALUE, -1,
                    "%s is %s: its interval must lie above 0", name,
                    dt__figure_text(figure, text));
}

static void
growth_facts_divide(const struct dt__fraction *a, const struct dt__fraction *b,
                    struct dt__fraction *quotient)
{
    struct dt__rational exact;
    dt__rational_quotient(&exact, a, b);
    dt__rational_reduce(&exact);
    dt__rational_keep(&exact, quotient);
}

int32_t
dt__read_levels(const struct dt_compare_figure *base,
                const struct dt_compare_figure *end,
                struct dt__growth_facts *facts, struct dt_error *error)
{
    struct dt__range *from = &facts->base, *to = &facts->end;
    struct dt__range *ratio = &facts->ratio;
    DT__TRY(dt__figure_check(base, "base->", error));
    DT__TRY(dt__figure_check(end, "end->", error));

    dt__figure_range(base, 0, from);
    dt__figure_range(end, 0, to);
    DT__TRY(growth_facts_check_level(base, from, "base", error));
    DT__TRY(growth_facts_check_level(end, to, "end", error));

    growth_facts_divide(&to->lower, &from->upper, &ratio->lower);
    growth_facts_divide(&to->value, &from->value, &ratio->value);
    growth_facts_divide(&to->upper, &from->lower, &ratio->upper);
    ratio->lower_in = to->lower_in && from->upper_in;
    ratio->upper_in = to->upper_in && from->lower_in;
    return DT_E_OK;
}

static double
growth_facts_rate(const struct dt__growth_rule *rule,
                  const struct dt__fraction *kept, int direction)
{
    struct dt__rational ratio;
    dt__rational_load(&ratio, kept);
    return dt__rule_rate(rule, &ratio, direction);
}

struct dt_compare_interval
dt__growth_recomputed(const struct dt__growth_facts *facts,
                      const struct dt__growth_rule *rule)
{
    const struct dt__range *ratio = &facts->ratio;
    return (struct dt_compare_interval){
        .value = growth_facts_rate(rule, &ratio->value, DT__NEAREST),
        .lower = growth_facts_rate(rule, &ratio->lower, DT__DOWN),
        .upper = growth_facts_rate(rule, &ratio->upper, DT__UP),
    };
}
