#include "growth/average.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/scalar.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/view.h"
#include "series/why.h"

void
dt__undefined(struct dt_growth_average_result *result, int32_t why,
              int64_t index)
{
    result->rate = dt__nan();
    result->used = 0;
    result->why = why;
    result->index = index;
}

static void
average_ends(const struct dt__span *span, int32_t kind,
             struct dt_growth_average_result *result)
{
    const double n = (double)result->periods;
    const double base = dt_series_at_i(span->x, span->base);
    const double end = dt_series_at_i(span->x, span->end);

    result->used = 2;
    if (kind == DT_GROWTH_AVERAGE_LINEAR)
        result->rate = dt__linear_rate(base, end, n);
    else if (kind == DT_GROWTH_AVERAGE_LOG)
        result->rate = dt__scaled_log(base, end, 1, n);
    else
        result->rate = dt__compound_growth(base, end, 1, n);
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}

static bool
average_is_of_ends(int32_t kind)
{
    return kind == DT_GROWTH_AVERAGE_CAGR || kind == DT_GROWTH_AVERAGE_LINEAR ||
           kind == DT_GROWTH_AVERAGE_LOG || kind == DT_GROWTH_AVERAGE_YEARS;
}

static bool
average_is_of_rates(int32_t kind)
{
    return kind == DT_GROWTH_AVERAGE_MEAN_RATE ||
           kind == DT_GROWTH_AVERAGE_GEO_MEAN;
}

static bool
average_is_trend(int32_t kind)
{
    return kind == DT_GROWTH_AVERAGE_LS_COEF ||
           kind == DT_GROWTH_AVERAGE_LS_COMPOUND;
}

/* Whether a kind has a place for a value that is no base. */
static bool
average_takes(int32_t kind, double value)
{
    if (average_is_trend(kind) || kind == DT_GROWTH_AVERAGE_LOG)
        return value > 0;
    return value >= 0 || kind == DT_GROWTH_AVERAGE_MEAN_RATE ||
           kind == DT_GROWTH_AVERAGE_LINEAR ||
           kind == DT_GROWTH_AVERAGE_ACCUMULATIVE;
}

/* Why an observation cannot enter; DEFINED also where it is left out. */
static int32_t
average_fault(const struct dt__span *span, int32_t kind, int64_t i)
{
    const bool is_base = i == span->base, is_end = i == span->end;
    double value;
    const int32_t why = dt__read(span->x, i, &value);

    if (average_is_trend(kind) && !is_base && !is_end &&
        why == DT_SERIES_WHY_VALUE_MISSING)
        return DT_SERIES_WHY_DEFINED;
    if (why != DT_SERIES_WHY_DEFINED)
        return is_base ? dt__why_of_base(why) : why;
    if ((is_base || (average_is_of_rates(kind) && !is_end)) && value <= 0)
        return value == 0 ? DT_SERIES_WHY_ZERO_BASE
                          : DT_SERIES_WHY_NEGATIVE_BASE;
    return average_takes(kind, value) ? DT_SERIES_WHY_DEFINED
                                      : DT_SERIES_WHY_DOMAIN;
}

/* Looks for the first reason of all observations that a kind needs. */
static void
average_survey(const struct dt__span *span, int32_t kind,
               struct dt_growth_average_result *result)
{
    const int64_t step = average_is_of_ends(kind) ? span->end - span->base : 1;

    for (int64_t i = span->base; i <= span->end; i += step) {
        const int32_t why = average_fault(span, kind, i);
        if (dt__first_why(result->why, why) != result->why)
            dt__undefined(result, why, i);
    }
}

static void
average(const struct dt__span *span, int32_t kind,
        struct dt_growth_average_result *result)
{
    average_survey(span, kind, result);
    if (result->why != DT_SERIES_WHY_DEFINED)
        return;
    switch (kind) {
    case DT_GROWTH_AVERAGE_MEAN_RATE:
    case DT_GROWTH_AVERAGE_GEO_MEAN:
        dt__average_rates(span, kind, result);
        break;
    case DT_GROWTH_AVERAGE_LS_COEF:
    case DT_GROWTH_AVERAGE_LS_COMPOUND:
        dt__average_trend(span, kind, result);
        break;
    case DT_GROWTH_AVERAGE_ACCUMULATIVE:
        dt__average_accumulative(span, result);
        break;
    default:
        average_ends(span, kind, result);
        break;
    }
}

/* Whole years between two equal sub-periods. */
static int32_t
count_years(int32_t frequency, int64_t *periods, struct dt_error *error)
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

int32_t
dt_growth_average(const struct dt_series *x, int32_t kind, int64_t base,
                  int64_t end, struct dt_growth_average_result *result,
                  struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status < 0)
        return status;
    if (result == NULL)
        return dt__fail(error, DT_E_NULL, -1, "result is null");
    if (kind < DT_GROWTH_AVERAGE_CAGR || kind > DT_GROWTH_AVERAGE_YEARS)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known average", kind);
    if (x->unit.kind == DT_SERIES_UNIT_LOG)
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is a logarithm, of which no average growth "
                        "is defined");

    struct dt__span span = { x, 0, 0 };
    status = dt__find_named(x, "x", base, "base", &span.base, error);
    if (status == DT_E_OK)
        status = dt__find_named(x, "x", end, "end", &span.end, error);
    if (status < 0)
        return status;
    int64_t periods = end - base;
    if (periods < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "base and end are %" PRId64
                        " periods apart; at least 1", periods);
    if (kind == DT_GROWTH_AVERAGE_YEARS)
        status = count_years(x->frequency, &periods, error);
    if (status < 0)
        return status;

    *result = (struct dt_growth_average_result){ .periods = periods,
                                                 .index = -1 };
    const struct dt__environment caller = dt__enter();
    average(&span, kind, result);
    dt__leave(caller);
    return DT_E_OK;
}
