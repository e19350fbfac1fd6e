#include <dtgrowth/growth.h>

#include <inttypes.h>

#include "base/error.h"
#include "base/table.h"
#include "growth/average_accumulative.h"
#include "growth/average_rates.h"
#include "growth/average_span.h"
#include "growth/average_trend.h"
#include "growth/scalar.h"
#include "growth/scalar_power.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/fold.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_words.h"

/* Which observations an average needs. */
enum {
    AVERAGE_ENDS,  /* The two ends. */
    AVERAGE_ALL,   /* Every one. */
    AVERAGE_BASES, /* Every one, and all but the end are bases. */
    AVERAGE_POINTS /* The ends, and of those between what is there. */
};

/* What has a place in it, beside the base, which is positive. */
enum { AVERAGE_ANY, AVERAGE_NOT_NEGATIVE, AVERAGE_POSITIVE };

struct average_kind {
    /* Sets rate, used, index and why of a result that is defined so far. */
    void (*average)(const struct dt__span *span,
                    struct dt_growth_average_result *result);
    uint8_t needs, takes;
    bool of_years; /* Whether it counts whole years. */
};

static double
average_end(const struct dt__span *span, double *base)
{
    *base = dt_series_at_i(span->x, span->base);
    return dt_series_at_i(span->x, span->end);
}

/* Also the geometric mean of the factors, less 1: every factor in between
 * exists. */
static void
average_compound(const struct dt__span *span,
                 struct dt_growth_average_result *result)
{
    double base;
    const double end = average_end(span, &base);

    dt__average_set(span, dt__compound_growth(base, end, 1,
                                              (double)result->periods),
                    result);
}

static void
average_linear(const struct dt__span *span,
               struct dt_growth_average_result *result)
{
    double base;
    const double end = average_end(span, &base);

    dt__average_set(span, dt__linear_rate(base, end, (double)result->periods),
                    result);
}

static void
average_log(const struct dt__span *span,
            struct dt_growth_average_result *result)
{
    double base;
    const double end = average_end(span, &base);

    dt__average_set(span, dt__scaled_log(base, end, 1, (double)result->periods),
                    result);
}

#define AVERAGE_KINDS(ROW)                                                     \
    ROW(DT_GROWTH_AVERAGE_CAGR, average_compound, AVERAGE_ENDS,                \
        AVERAGE_NOT_NEGATIVE, false)                                           \
    ROW(DT_GROWTH_AVERAGE_MEAN_RATE, dt__average_mean_rate, AVERAGE_BASES,     \
        AVERAGE_ANY, false)                                                    \
    ROW(DT_GROWTH_AVERAGE_GEO_MEAN, average_compound, AVERAGE_BASES,       \
        AVERAGE_NOT_NEGATIVE, false)                                           \
    ROW(DT_GROWTH_AVERAGE_LINEAR, average_linear, AVERAGE_ENDS, AVERAGE_ANY,   \
        false)                                                                 \
    ROW(DT_GROWTH_AVERAGE_LOG, average_log, AVERAGE_ENDS, AVERAGE_POSITIVE,    \
        false)                                                                 \
    ROW(DT_GROWTH_AVERAGE_LS_COEF, dt__average_ls_coef, AVERAGE_POINTS,        \
        AVERAGE_POSITIVE, false)                                               \
    ROW(DT_GROWTH_AVERAGE_LS_COMPOUND, dt__average_ls_compound,                \
        AVERAGE_POINTS, AVERAGE_POSITIVE, false)                               \
    ROW(DT_GROWTH_AVERAGE_ACCUMULATIVE, dt__average_accumulative, AVERAGE_ALL, \
        AVERAGE_ANY, false)                                                    \
    ROW(DT_GROWTH_AVERAGE_YEARS, average_compound, AVERAGE_ENDS,               \
        AVERAGE_NOT_NEGATIVE, true)

static const struct average_kind average_kinds[] = { AVERAGE_KINDS(DT__ROW) };

DT__DEFINE_HAS_ROW(is_average_kind, dt_growth_average_kind, AVERAGE_KINDS)

/* A look at the observations that a kind needs, for the first reason of all
 * against it. */
struct average_survey {
    const struct dt__span *span;
    const struct average_kind *kind;
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
    const struct average_kind *kind = survey->kind;
    const bool is_base = i == survey->span->base ||
                         (kind->needs == AVERAGE_BASES &&
                          i < survey->span->end);
    const bool has_place = kind->takes == AVERAGE_ANY ||
                           (x[0] == 0 && kind->takes == AVERAGE_NOT_NEGATIVE);

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
    const bool is_left_out = survey->kind->needs == AVERAGE_POINTS &&
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
average(const struct dt__span *span, const struct average_kind *kind,
        struct dt_growth_average_result *result)
{
    struct average_survey survey = { span, kind, result };

    if (kind->needs == AVERAGE_ENDS) {
        average_visit(&survey, span->base);
        average_visit(&survey, span->end);
    } else {
        average_visit_all(&survey);
    }
    if (result->why != DT_SERIES_WHY_DEFINED)
        return;
    result->used = kind->needs == AVERAGE_ENDS ? 2 : span->end - span->base + 1;
    kind->average(span, result);
}

/* Whole years between two equal sub-periods. */
static int32_t
average_count_years(int32_t frequency, int64_t *periods,
                    struct dt_error *error)
{
    const int64_t per_year = dt_series_per_year(frequency);

    if (per_year == 0)
        return dt__fail(error, DT_E_FREQUENCY, -1, "x->frequency is %s, of "
                        "which no fixed number makes a year",
                        dt_series_frequency_name(frequency));
    if (*periods % per_year != 0)
        return dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                        " periods apart, no whole number of years", *periods);
    *periods /= per_year;
    return DT_E_OK;
}

static int32_t
average_check(const struct dt_series *x, int32_t kind,
              const struct dt_growth_average_result *result,
              struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_given(result, "result", error));
    if (!is_average_kind(kind))
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
                  int64_t end, struct dt_growth_average_result *result,
                  struct dt_error *error)
{
    struct dt__span span = { x, 0, 0 };

    DT__TRY(average_check(x, kind, result, error));
    DT__TRY(dt__find_named(x, "x", base, "base", &span.base, error));
    DT__TRY(dt__find_named(x, "x", end, "end", &span.end, error));
    int64_t periods = end - base;
    if (periods < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                        " periods apart; at least 1", periods);
    if (average_kinds[kind].of_years)
        DT__TRY(average_count_years(x->frequency, &periods, error));

    *result = (struct dt_growth_average_result){ .periods = periods,
                                                 .index = -1 };
    const struct dt__environment caller = dt__enter();
    average(&span, &average_kinds[kind], result);
    dt__leave(caller);
    return DT_E_OK;
}
