#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "calendar/frequency.h"
#include "calendar/year_ago.h"
#include "growth/average_kinds.h"
#include "growth/growth_options.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/fold.h"
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

/* Whole years between two equal parts of years. */
static int32_t
average_count_years(int32_t frequency, int32_t rule, int64_t base, int64_t end,
                    int64_t *years, struct dt_error *error)
{
    DT__TRY(dt__check_dated(frequency, "x->frequency", error));
    DT__TRY(dt__check_year_rule(rule, "options->year_rule", error));
    DT__TRY(dt__check_year_rule_serves(rule, frequency, "options->year_rule",
                                       error));
    *years = dt__years_between(frequency, base, end, rule);
    return *years > 0
               ? DT_E_OK
               : dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                          " periods apart, no whole number of years",
                          end - base);
}

static int32_t
average_check(const struct dt_series *x, int32_t kind,
              const struct dt_growth_average_result *result,
              struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_given(result, "result", error));
    if (dt__average_kind(kind) == NULL)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known average", kind);
    if (dt__unit_is(&x->unit, DT__UNIT_LOGARITHMS))
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is a logarithm, of which no average growth "
                        "is defined");
    return DT_E_OK;
}

int32_t
dt_growth_average(const struct dt_series *x, int32_t kind, int64_t base,
                  int64_t end, const struct dt_growth_options *options,
                  struct dt_growth_average_result *result,
                  struct dt_error *error)
{
    struct dt__span span = { x, 0, 0 };
    struct dt_growth_options chosen;

    DT__TRY(average_check(x, kind, result, error));
    const struct dt__average_kind *row = dt__average_kind(kind);
    DT__TRY(dt__read_growth_options(options, 0,
                                    row->of_years ? DT__COUNTS_YEAR : 0,
                                    &chosen, error));
    DT__TRY(dt__find_named(x, "x", base, "base", &span.base, error));
    DT__TRY(dt__find_named(x, "x", end, "end", &span.end, error));
    int64_t periods = end - base;
    if (periods < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                        " periods apart; at least 1", periods);
    if (row->of_years)
        DT__TRY(average_count_years(x->frequency, chosen.year_rule, base, end,
                                    &periods, error));

    *result = (struct dt_growth_average_result){ .periods = periods,
                                                 .index = -1 };
    const struct dt__environment caller = dt__enter();
    average(&span, row, result);
    dt__leave(caller);
    return DT_E_OK;
}
