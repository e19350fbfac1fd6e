/* SPDX-License-Identifier: MIT */
#include "growth/average_kinds.h"
#include "growth/scalar.h"
#include "growth/scalar_power.h"

/* Averages of the two ends alone. */

static double
average_ends_of(const struct dt__span *span, double *base)
{
    *base = dt_series_at_i(span->x, span->base);
    return dt_series_at_i(span->x, span->end);
}

void
dt__average_compound(const struct dt__span *span,
                     struct dt_growth_average_result *result)
{
    double base;
    const double end = average_ends_of(span, &base);

    dt__average_set(span, dt__compound_growth(base, end, 1,
                                              (double)result->periods),
                    result);
}

void
dt__average_linear(const struct dt__span *span,
                   struct dt_growth_average_result *result)
{
    double base;
    const double end = average_ends_of(span, &base);

    dt__average_set(span, dt__linear_rate(base, end, (double)result->periods),
                    result);
}

void
dt__average_log(const struct dt__span *span,
                struct dt_growth_average_result *result)
{
    double base;
    const double end = average_ends_of(span, &base);

    dt__average_set(span, dt__scaled_log(base, end, 1, (double)result->periods),
                    result);
}
