/* SPDX-License-Identifier: MIT */
#include "figures/growth_facts.h"

#include "base/error.h"
#include "num/environment.h"

int32_t
dt_compare_figure_growth(const struct dt_compare_figure *base,
                         const struct dt_compare_figure *end, double periods,
                         int32_t method, struct dt_compare_interval *growth,
                         struct dt_error *error)
{
    const struct dt__growth_rule rule = { method, periods };
    struct dt__growth_facts facts;
    DT__TRY(dt__check_given(base, "base", error));
    DT__TRY(dt__check_given(end, "end", error));
    DT__TRY(dt__check_given(growth, "growth", error));
    DT__TRY(dt__read_levels(base, end, &facts, error));
    DT__TRY(dt__check_growth_rule(&rule, error));

    const struct dt__environment caller = dt__enter();
    *growth = dt__growth_recomputed(&facts, &rule);
    if (dt__figure_is_vague(base) || dt__figure_is_vague(end))
        *growth = dt__interval_unbounded(growth->value);
    dt__leave(caller);
    return DT_E_OK;
}
