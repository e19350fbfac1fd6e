/* SPDX-License-Identifier: MIT */
#include "growth/average_span.h"

#include "num/dd.h"

void
dt__undefined(struct dt_growth_average_result *result, int32_t why,
              int64_t index)
{
    result->rate = dt__nan();
    result->used = 0;
    result->why = why;
    result->index = index;
}

void
dt__average_set(const struct dt__span *span, double rate,
                struct dt_growth_average_result *result)
{
    result->rate = rate;
    if (!dt__is_finite(rate))
        dt__undefined(result, DT_SERIES_WHY_OVERFLOW, span->end);
}
