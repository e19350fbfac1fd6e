/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"
#include "calendar/year_ago.h"
#include "growth/average_kinds.h"
#include "growth/growth_options.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/fold.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_words.h"

/* A look at the observations that a kind needs, for the first reason of all
 * against it. */
struct average_survey {
    const struct dt__span *span;
    const struct dt__average_kind *kind;
    struct dt_growth_average_result *result;
};

static void
average_object(const struct average_survey *self, int64_t i, int32_t why)
{
    struct dt_growth_average_result *result = self->result;

    if (dt__first_why(result->why, why) != result->why)
        dt__undefined(result, why, i);
}

static int32_t
average_look(void *self, int64_t i, const double *x)
{
    const struct average_survey *survey = self;
    const struct dt__average_kind *kind = survey->kind;
    const bool is_base = i == survey->span->base ||
                         (kind->needs == DT__AVERAGE_BASES &&
                          i < survey->span->end);
    const bool has_place = kind->takes == DT__AVERAGE_ANY ||
                           (x[0] == 0 &&
                            kind->takes == DT__AVERAGE_NOT_NEGATIVE);

    if (x[0] > 0)
        return DT_SERIES_WHY_DEFINED;
    if (is_base)
        average_object(self, i, dt__why_of_sign(x[0]));
    else if (!has_place)
        average_object(self, i, DT_SERIES_WHY_DOMAIN);
    return DT_SERIES_WHY_DEFINED;
}

static int32_t
average_miss(void *self, int64_t i, int32_t why)
{
    const struct average_survey *survey = self;
    const struct dt__span *span = survey->span;
    const bool is_left_out = survey->kind->needs == DT__AVERAGE_POINTS &&
                             why == DT_SERIES_WHY_VALUE_MISSING &&
                             i != span->base && i != span->end;

    if (is_left_out)
        return DT_SERIES_WHY_DEFINED;
    why = i == span->base ? dt__why_of_base(why) : why;
    average_object(self, i, why);
    /* No later one can have an earlier reason. */
    return why == DT_SERIES_WHY_VALUE_MISSING ? why : DT_SERIES_WHY_DEFINED;
}

static void
average_visit(struct average_survey *survey, int64_t i)
{
    double x;
    const int32_t why = dt__read(survey->span->x, i, &x);

    if (why == DT_SERIES_WHY_DEFINED)
        (void)average_look(survey, i, &x);
    else
        (void)average_miss(survey, i, why);
}

static void
average_visit_all(struct average_survey *survey)
{
    const struct dt__span *span = survey->span;
    const struct dt__fold fold = { survey, average_look, average_miss };
    const struct dt__operand operand = DT__VALUE_OF(span->x);
    const struct dt__task task = { .operand = &operand, .operands = 1 };
    int64_t at;

    (void)dt__fold(&task, &fold, span->base, span->end + 1, &at);
}

static void
average(const struct dt__span *span, const struct dt__average_kind *kind,
        struct dt_growth_average_result *result)
{
    struct average_survey survey = { span, kind, result };

    if (kind->needs == DT__AVERAGE_ENDS) {
        average_visit(&survey, span->base);
        average_visit(&survey, span->end);
    } else {
        average_visit_all(&survey);
    }
    if (result->why != DT_SERIES_WHY_DEFINED)
        return;
    result->used = kind->needs == DT__AVERAGE_ENDS
                       ? 2 : span->end - span->base + 1;
    kind->average(span, result);
}

/* What an average of whole years asks of a frequency. */
static int32_t
average_check_years(int32_t frequency, int32_t rule, struct dt_error *error)
{
    DT__TRY(dt__check_dated(frequency, "x->frequency", error));
    DT__TRY(dt__check_year_rule(rule, "options->year_rule", error));
    return dt__check_year_rule_serves(rule, frequency, "options->year_rule",
                                      error);
}

/* What is asked of every series. */
struct average_plan {
    const struct dt__average_kind *kind;
    int32_t year_rule;
    int64_t base, end;
    int64_t periods; /* From one to the other; years for some kinds. */
};

/* The plan for a view that is good, but for what lies between its periods. */
static int32_t
average_make_plan(const struct dt_series *x, int32_t kind,
                  const struct dt_growth_options *options,
                  struct average_plan *plan, struct dt_error *error)
{
    struct dt_growth_options chosen;

    plan->kind = dt__average_kind(kind);
    if (plan->kind == NULL)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known average", kind);
    if (dt__unit_is(&x->unit, DT__UNIT_LOGARITHMS))
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is a logarithm, of which no average growth "
                        "is defined");
    DT__TRY(dt__read_growth_options(options, 0,
                                    plan->kind->of_years ? DT__COUNTS_YEAR : 0,
                                    &chosen, error));
    plan->year_rule = chosen.year_rule;
    return plan->kind->of_years
               ? average_check_years(x->frequency, plan->year_rule, error)
               : DT_E_OK;
}

/* Sets the periods of a plan, whose base and end some series has. */
static int32_t
average_count(int32_t frequency, struct average_plan *plan,
              struct dt_error *error)
{
    const int64_t apart = plan->end - plan->base;

    plan->periods = plan->kind->of_years
                        ? dt__years_between(frequency, plan->base, plan->end,
                                            plan->year_rule)
                        : apart;
    return plan->periods > 0
               ? DT_E_OK
               : dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                          " periods apart, no whole number of years", apart);
}

static int32_t
average_find(const struct dt_series *x, const struct average_plan *plan,
             struct dt__span *span, struct dt_error *error)
{
    span->x = x;
    DT__TRY(dt__find_named(x, "x", plan->base, "base", &span->base, error));
    return dt__find_named(x, "x", plan->end, "end", &span->end, error);
}

static void
average_run(const struct average_plan *plan, const struct dt__span *span,
            struct dt_growth_average_result *result)
{
    *result = (struct dt_growth_average_result){ .periods = plan->periods,
                                                 .index = -1 };
    average(span, plan->kind, result);
}

int32_t
dt_growth_average(const struct dt_series *x, int32_t kind, int64_t base,
                  int64_t end, const struct dt_growth_options *options,
                  struct dt_growth_average_result *result,
                  struct dt_error *error)
{
    struct average_plan plan = { .base = base, .end = end };
    struct dt__span span;

    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_given(result, "result", error));
    DT__TRY(average_make_plan(x, kind, options, &plan, error));
    DT__TRY(average_find(x, &plan, &span, error));
    DT__TRY(dt__check_order(base, end, error));
    DT__TRY(average_count(x->frequency, &plan, error));

    const struct dt__environment caller = dt__enter();
    average_run(&plan, &span, result);
    dt__leave(caller);
    return DT_E_OK;
}

/* Whether every series has the two periods, which are common to all. */
static int32_t
average_find_all(const struct dt_series_panel *x,
                 const struct average_plan *plan, struct dt_error *error)
{
    struct dt_series one = dt__panel_like(x);
    struct dt__span span;

    DT__TRY(dt__check_period(plan->base, "base", error));
    DT__TRY(dt__check_period(plan->end, "end", error));
    for (int64_t j = 0; j < x->count; j++) {
        dt__panel_move(x, j, &one);
        DT__TRY(dt__panel_blame(average_find(&one, plan, &span, error), j,
                                error));
    }
    return dt__check_order(plan->base, plan->end, error);
}

static void
average_run_all(const struct dt_series_panel *x,
                const struct average_plan *plan,
                struct dt_growth_average_result *results)
{
    struct dt_series one = dt__panel_like(x);

    for (int64_t j = 0; j < x->count; j++) {
        dt__panel_move(x, j, &one);
        const struct dt__span span = { &one, dt__find(&one, plan->base),
                                       dt__find(&one, plan->end) };
        average_run(plan, &span, &results[j]);
    }
}

int32_t
dt_growth_average_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t base, int64_t end,
                        const struct dt_growth_options *options,
                        struct dt_growth_average_result *results,
                        struct dt_error *error)
{
    struct average_plan plan = { .base = base, .end = end };

    DT__TRY(dt__check_panel(x, "x", error));
    if (x->count > 0)
        DT__TRY(dt__check_given(results, "results", error));
    const struct dt_series like = dt__panel_like(x);
    DT__TRY(average_make_plan(&like, kind, options, &plan, error));
    DT__TRY(average_find_all(x, &plan, error));
    if (x->count == 0) /* No series has the two. */
        return DT_E_OK;
    DT__TRY(average_count(x->frequency, &plan, error));

    const struct dt__environment caller = dt__enter();
    average_run_all(x, &plan, results);
    dt__leave(caller);
    return DT_E_OK;
}
