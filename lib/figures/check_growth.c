/* SPDX-License-Identifier: MIT */
#include "figures/growth_facts.h"
#include "figures/growth_verdict.h"
#include "figures/implied.h"

#include "base/error.h"
#include "num/environment.h"

/* What both the printed level and the implied one allow. */
static struct dt_compare_interval
check_growth_tightened(const struct dt__range *level,
                       const struct dt_compare_interval *implied)
{
    struct dt_compare_interval tight = dt__range_interval(level, false);
    if (implied->lower > tight.lower)
        tight.lower = implied->lower;
    if (implied->upper < tight.upper)
        tight.upper = implied->upper;
    return tight;
}

/* The result where nothing was found out. */
static struct dt_compare_growth_check
check_growth_blank(void)
{
    const struct dt_compare_interval none = dt__interval_undefined();
    return (struct dt_compare_growth_check){
        .published = none,
        .recomputed = none,
        .implied_base = none,
        .implied_end = none,
        .implied_periods = none,
        .tight_base = none,
        .tight_end = none,
        .periods_first = 1, /* After the last, 0: there are none. */
        .verdict = DT_COMPARE_VERDICT_UNDECIDABLE,
    };
}

/* What the facts say, as far as levels and rate are not vague. */
static struct dt_compare_growth_check
check_growth_result(const struct dt__growth_facts *facts,
                    const struct dt__growth_rule *rule, bool vague_levels,
                    bool vague_rate)
{
    struct dt_compare_growth_check check = check_growth_blank();

    check.published = dt__range_interval(&facts->rate, vague_rate);
    if (!vague_levels)
        check.recomputed = dt__growth_recomputed(facts, rule);
    if (vague_levels || vague_rate)
        return check;

    check.verdict = dt__growth_verdict(facts, rule);
    check.methods = dt__growth_methods(facts, rule->periods);
    dt__growth_implied(facts, rule, &check);
    if (check.verdict != DT_COMPARE_VERDICT_INCONSISTENT) {
        check.tight_base = check_growth_tightened(&facts->base,
                                                  &check.implied_base);
        check.tight_end = check_growth_tightened(&facts->end,
                                                 &check.implied_end);
    }
    return check;
}

int32_t
dt_compare_check_growth(const struct dt_compare_figure *base,
                        const struct dt_compare_figure *end,
                        const struct dt_compare_figure *rate, double periods,
                        int32_t method, struct dt_compare_growth_check *result,
                        struct dt_error *error)
{
    const struct dt__growth_rule rule = { method, periods };
    struct dt__growth_facts facts;
    DT__TRY(dt__check_given(base, "base", error));
    DT__TRY(dt__check_given(end, "end", error));
    DT__TRY(dt__check_given(rate, "rate", error));
    DT__TRY(dt__check_given(result, "result", error));
    DT__TRY(dt__read_levels(base, end, &facts, error));
    DT__TRY(dt__figure_check(rate, "rate->", error));
    DT__TRY(dt__check_growth_rule(&rule, error));
    dt__figure_range(rate, 2, &facts.rate);

    const struct dt__environment caller = dt__enter();
    *result = check_growth_result(&facts, &rule,
                                  dt__figure_is_vague(base) ||
                                      dt__figure_is_vague(end),
                                  dt__figure_is_vague(rate));
    dt__leave(caller);
    return DT_E_OK;
}
