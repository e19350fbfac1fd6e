/* SPDX-License-Identifier: MIT */
#include "growth/average_kinds.h"

#include <stddef.h>

#include "growth/line.h"
#include "num/num.h"

static struct dt__dd
average_trend_slope(const struct dt__span *span,
              struct dt_growth_average_result *result)
{
    const struct dt__points points = { span->x, NULL, span->base, span->end,
                                       true };
    struct dt__line line;
    int64_t index;

    (void)dt__line_fit(&points, &line, &index); /* Both ends are there. */
    result->used = line.count;
    return dt__line_slope(&line);
}

void
dt__average_ls_coef(const struct dt__span *span,
                    struct dt_growth_average_result *result)
{
    const struct dt__dd b = average_trend_slope(span, result);
    dt__average_set(span, b.hi + b.lo, result);
}

void
dt__average_ls_compound(const struct dt__span *span,
                        struct dt_growth_average_result *result)
{
    const struct dt__dd b = average_trend_slope(span, result);
    dt__average_set(span, dt__expm1(b), result);
}
