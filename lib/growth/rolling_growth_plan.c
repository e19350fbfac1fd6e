/* SPDX-License-Identifier: MIT */
#include "growth/rolling_growth_plan.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/options.h"
#include "units/additive.h"

/* The change of sums is not that of means, as ratios of the two are. */
static int32_t
rolling_growth_check_unit(const struct dt_series *x,
                          const struct dt__growth_plan *plan,
                          const struct dt_growth_options *options,
                          struct dt_error *error)
{
    const bool any = options != NULL &&
                     options->flags & DT_GROWTH_OPTION_ANY_UNIT;

    if (plan->growth.kind->flags & DT__KIND_MINDS_BASE)
        return any ? dt__check_flags(DT_GROWTH_OPTION_ANY_UNIT, 0, error)
                   : DT_E_OK;
    return any ? DT_E_OK
               : dt__check_adds_up(&x->unit, "x->unit", DT__UNIT_OVER_TIME,
                                   "take a kind of growth that is a ratio, or "
                                   "set DT_GROWTH_OPTION_ANY_UNIT", error);
}

int32_t
dt__plan_rolling_growth(const struct dt_series *x, int32_t kind, int64_t window,
                        int64_t lag, const struct dt_growth_options *options,
                        struct dt__rolling_growth_plan *plan,
                        struct dt_error *error)
{
    DT__TRY(dt__plan_growth(x, kind, lag, true, options,
                            DT_GROWTH_OPTION_ANY_UNIT, &plan->growth, error));
    DT__TRY(rolling_growth_check_unit(x, &plan->growth, options, error));
    plan->window = window;
    if (plan->growth.growth.base_rule->refuses)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is "
                        "DT_GROWTH_BASE_REFUSE, which no window has");
    if (window < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "window is %" PRId64
                        "; at least 1", window);
    return DT_E_OK;
}
