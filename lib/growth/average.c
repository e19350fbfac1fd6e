#include "growth/average.h"

#include <inttypes.h>
#include <stddef.h>

#include "growth/kernel.h"
#include "num/environment.h"
#include "series/access.h"

void
dt__undefined(struct dt_growth_average_result *result, int32_t why,
              int64_t index)
{
    result->rate = dt__nan();
    result->used = 0;
    result->why = why;
    result->index = index;
}

/* The kinds that look at the two ends alone. */
static void
average_ends(int32_t kind, double base, double end, int64_t end_index,
             struct dt_growth_average_result *result)
{
    const double n = (double)result->periods;

    result->used = 2;
    if (end < 0 && kind != DT_GROWTH_AVERAGE_LINEAR) {
        dt__undefined(result, DT_SERIES_WHY_DOMAIN, end_index);
        return;
    }
    if (end == 0 && kind == DT_GROWTH_AVERAGE_LOG) {
        dt__undefined(result, DT_SERIES_WHY_DOMAIN, end_index);
        return;
    }
    if (kind == DT_GROWTH_AVERAGE_LINEAR)
        result->rate = dt__linear_rate(base, end, n);
    else if (kind == DT_GROWTH_AVERAGE_LOG)
        result->rate = dt__scaled_log(base, end, 1, n);
    else
        result->rate = dt__compound_growth(base, end, 1, n);
    if (!dt__is_finite(result->rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, end_index);
}

/* Whether base and end are there and every kind can start from them. */
static int32_t
check_ends(const struct dt__span *span, double *base, double *end,
           int64_t *index)
{
    const int32_t why_base = dt__read(span->x, span->base, base);
    const int32_t why_end = dt__read(span->x, span->end, end);

    *index = span->base;
    if (why_base == DT_SERIES_WHY_VALUE_MISSING)
        return DT_SERIES_WHY_BASE_MISSING;
    if (why_base != DT_SERIES_WHY_DEFINED)
        return why_base;
    if (*base <= 0)
        return *base == 0 ? DT_SERIES_WHY_ZERO_BASE
                          : DT_SERIES_WHY_NEGATIVE_BASE;
    *index = span->end;
    return why_end;
}

static void
average(const struct dt__span *span, int32_t kind,
        struct dt_growth_average_result *result)
{
    double base, end;
    int64_t index;
    const int32_t why = check_ends(span, &base, &end, &index);

    if (why != DT_SERIES_WHY_DEFINED) {
        dt__undefined(result, why, index);
        return;
    }
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
        average_ends(kind, base, end, span->end, result);
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
