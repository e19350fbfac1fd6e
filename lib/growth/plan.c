/* SPDX-License-Identifier: MIT */
#include "growth/plan.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "calendar/period_format.h"
#include "growth/growth_options.h"
#include "num/dd.h"
#include "series/fold.h"
#include "series/summary.h"
#include "series/why.h"
#include "units/unit_words.h"

static int32_t
plan_check_kind(int32_t kind, int32_t base_rule, const struct dt_series *x,
                const char *name, struct dt_error *error)
{
    const struct dt__growth_kind *row = dt__growth_kind(kind);
    const struct dt__base_rule *rule = dt__base_rule(base_rule);

    if (row == NULL)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known kind of growth", kind);
    if (rule == NULL)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is %" PRId32
                        ", no known rule", base_rule);
    if (rule->serves != 0 && !(row->flags & rule->serves))
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is \"%s\", "
                        "which changes nothing for kind \"%s\"",
                        dt_enum_word("dt_growth_base", base_rule),
                        dt_enum_word("dt_growth_kind", kind));
    if (dt__unit_is(&x->unit, DT__UNIT_LOGARITHMS) &&
        (row->flags & DT__KIND_MINDS_BASE))
        return dt__fail(
            error, DT_E_UNIT, -1,
            "%s->unit is a logarithm, of "
            "which DT_GROWTH_KIND_CHANGE is the only growth; kind is %" PRId32,
            name, kind);
    return DT_E_OK;
}

int32_t
dt__choose_kind(int32_t kind, const struct dt_growth_options *chosen,
                const struct dt_series *x, const char *name, double per_year,
                struct dt__growth *growth, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];
    const double given = chosen->per_year;

    DT__TRY(plan_check_kind(kind, chosen->base_rule, x, name, error));
    const struct dt__growth_kind *row = dt__growth_kind(kind);
    const bool annualized = row->flags & DT__KIND_ANNUALIZED;
    if (!dt__is_finite(given) || given < 0 || (given > 0 && !annualized))
        return dt__fail(error, DT_E_VALUE, -1, "options->per_year is %s; %s",
                        dt__number(number, given),
                        annualized ? "positive and finite, or 0"
                                   : "it is 0 for a kind that is not "
                                     "annualized");
    if (annualized && given == 0 && per_year == 0)
        return dt__fail(error, DT_E_RULE, -1, "options->per_year is 0, but a "
                        "year has no fixed number of periods of frequency %s",
                        dt_series_frequency_name(x->frequency));
    *growth = (struct dt__growth){ row, dt__base_rule(chosen->base_rule),
                                   given > 0 ? given : per_year };
    return DT_E_OK;
}

int32_t
dt__plan_growth(const struct dt_series *x, int32_t kind, int64_t lag,
                bool fixed, const struct dt_growth_options *options,
                uint32_t possible, struct dt__growth_plan *plan,
                struct dt_error *error)
{
    struct dt_growth_options chosen;

    DT__TRY(dt__read_growth_options(options, possible, DT__COUNTS_ALL, &chosen,
                                    error));
    DT__TRY(dt__choose_kind(kind, &chosen, x, "x",
                            dt_series_per_year(x->frequency), &plan->growth,
                            error));
    plan->lag = (struct dt__lag){ x->frequency, chosen.lag_rule,
                                  chosen.year_rule, lag };
    DT__TRY(dt__check_lag(&plan->lag, fixed, error));
    plan->back = dt__constant_lag(&plan->lag);
    return DT_E_OK;
}

void
dt__open_growth_summary(const struct dt__growth *growth,
                        const struct dt_series_unit *unit, double periods,
                        struct dt_series_summary *summary)
{
    if (summary == NULL)
        return;
    const bool annualized = growth->kind->flags & DT__KIND_ANNUALIZED;
    const struct dt__made made = { growth->kind->transformation, unit, periods,
                                   annualized ? growth->per_year : 0 };

    dt__summary_open(summary, &made);
}

static int32_t
plan_refuse(void *self, int64_t i, const double *x)
{
    (void)self;
    (void)i;
    return dt__why_of_sign(x[0]);
}

static int32_t
plan_pass(void *self, int64_t i, int32_t why)
{
    (void)self;
    (void)i;
    (void)why;
    return DT_SERIES_WHY_DEFINED;
}

int32_t
dt__refuse_bases(const struct dt__task *bases, int64_t length,
                 const char *name, struct dt_error *error)
{
    const struct dt__fold fold = { NULL, plan_refuse, plan_pass };
    const struct dt_series *x = bases->operand[0].x;
    char number[DT__NUMBER_SIZE], period[DT__PERIOD_TEXT_SIZE];
    int64_t at;

    if (dt__fold(bases, &fold, 0, length, &at) == DT_SERIES_WHY_DEFINED)
        return DT_E_OK;
    const int64_t i = dt__operand_place(bases, at);
    return dt__fail(error, DT_E_BASE, i, "%s has the base %s in period %s",
                    name, dt__number(number, dt_series_at_i(x, i)),
                    dt__period_text(period, x->frequency, x->start + i));
}
