/* SPDX-License-Identifier: MIT */
#include <dtgrowth/compare.h>

#include <stddef.h>

#include "base/error.h"
#include "compare/compare_options.h"
#include "compare/contribution.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/blocks.h"
#include "series/fold.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit.h"

static int32_t
contributions_check_units(const struct dt_series_unit *base,
                          const struct dt_series_unit *end,
                          const struct dt_compare_options *options,
                          struct dt_error *error)
{
    struct dt_compare_options chosen;

    DT__TRY(dt__read_compare_options(options, DT_COMPARE_OPTION_ANY_UNIT, false,
                                     &chosen, error));
    if (!(chosen.flags & DT_COMPARE_OPTION_ANY_UNIT))
        DT__TRY(dt__check_parts(base, "base->unit", error));
    return dt__check_same_unit(base, end, DT__UNIT_ALL, error);
}

static int32_t
contributions_total_why(double total_base, double total_end)
{
    return dt__is_finite(total_base) && dt__is_finite(total_end)
               ? dt__why_of_sign(total_base) : DT_SERIES_WHY_NOT_FINITE;
}

static struct dt_compare_decomposition
contributions_undefined(int32_t why, int64_t index)
{
    const double nan = dt__nan();

    return (struct dt_compare_decomposition){
        nan, nan, nan, nan, nan, index, why, 0, { 0, 0, 0, 0 }
    };
}

/* The sums of the parts, exact until their one rounding. */
struct contributions_sums {
    struct dt__sum base, end;
};

static int32_t
contributions_add(void *self, int64_t i, const double *x)
{
    struct contributions_sums *sums = self;

    (void)i;
    dt__sum_add(&sums->base, x[0]);
    dt__sum_add(&sums->end, x[1]);
    return DT_SERIES_WHY_DEFINED;
}

/* sum / total, also where the sum is too large for a double. */
static double
contributions_quotient(const struct dt__sum *sum, double total)
{
    int e;
    const struct dt__dd wide = dt__sum_wide(sum, &e);

    return dt__scaled_quotient(wide, dt__dd_from(total), e);
}

/* The total less the sum of the parts, as -(sum - total). */
static double
contributions_gap(struct dt__sum *sum, double total)
{
    dt__sum_add(sum, -total);
    return 0 - dt__sum_round(sum);
}

/* Uses up the sums. */
static struct dt_compare_decomposition
contributions_result(struct contributions_sums *sums, double total_base,
                     double total_end)
{
    struct dt_compare_decomposition result = { .index = -1 };
    struct dt__sum rise = sums->end;

    dt__sum_subtract(&rise, &sums->base);
    result.growth = dt__rate(total_base, total_end);
    result.sum = contributions_quotient(&rise, total_base);
    dt__sum_add(&rise, -total_end);
    dt__sum_add(&rise, total_base);
    result.discrepancy = 0 - contributions_quotient(&rise, total_base);
    result.discrepancy_base = contributions_gap(&sums->base, total_base);
    result.discrepancy_end = contributions_gap(&sums->end, total_end);
    return result;
}

/* The whole: the sums are made before a part may be overwritten. They are
 * large, and have a frame of their own. */
DT__OWN_FRAME static struct dt_compare_decomposition
contributions_decompose(const struct dt__task *task, int64_t length,
                        double total_base, double total_end)
{
    struct contributions_sums sums;
    const struct dt__fold fold = { &sums, contributions_add, NULL };
    const int32_t total_why = contributions_total_why(total_base, total_end);
    struct dt__task parts = *task;
    int64_t at = -1;

    parts.operands = 2;
    dt__sum_init(&sums.base);
    dt__sum_init(&sums.end);
    const int32_t why = total_why != DT_SERIES_WHY_DEFINED
                            ? total_why
                            : dt__fold(&parts, &fold, 0, length, &at);
    return why != DT_SERIES_WHY_DEFINED
               ? contributions_undefined(why, at)
               : contributions_result(&sums, total_base, total_end);
}

/* Parts at base and end, totals at base and end. */
static int32_t
contributions_one(const void *self, const double *x, double *result)
{
    (void)self;
    return dt__contribution(x[0], x[1], x[2], result);
}

/* The totals of one set of parts. */
struct contributions_totals {
    double base, end;
};

static void
contributions_run(const struct dt_series *base, const struct dt_series *end,
                  const struct contributions_totals *total,
                  const struct dt_series_out *out,
                  struct dt_compare_decomposition *result)
{
    const struct dt__operand operands[] = {
        DT__BASE_OF(base, 0), DT__VALUE_OF(end), DT__COMMON(total->base),
        DT__COMMON(total->end),
    };
    const struct dt__task task = { .one = contributions_one,
                                   .operand = operands, .operands = 4 };
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_CONTRIBUTION,
                                   &base->unit, dt__nan(), 0 };

    *result = contributions_decompose(&task, base->length, total->base,
                                      total->end);
    dt__summary_open(out->summary, &made);
    dt__compute(&task, 0, base->length, out);
}

int32_t
dt_compare_contributions(const struct dt_series *base,
                         const struct dt_series *end, double total_base,
                         double total_end,
                         const struct dt_compare_options *options,
                         const struct dt_series_out *out,
                         struct dt_compare_decomposition *result,
                         struct dt_error *error)
{
    const struct contributions_totals total = { total_base, total_end };

    DT__TRY(dt__check_series(base, "base", error));
    DT__TRY(dt__check_series(end, "end", error));
    DT__TRY(dt__check_same_length(base, "base", end, "end", error));
    DT__TRY(dt__check_out(out, base->length, error));
    DT__TRY(dt__check_given(result, "result", error));
    DT__TRY(contributions_check_units(&base->unit, &end->unit, options, error));

    const struct dt__environment caller = dt__enter();
    contributions_run(base, end, &total, out, result);
    dt__leave(caller);
    return DT_E_OK;
}

static int32_t
contributions_check_panels(const struct dt_series_panel *base,
                           const struct dt_series_panel *end,
                           const double *total_base, const double *total_end,
                           const struct dt_series_panel_out *out,
                           const struct dt_compare_decomposition *results,
                           struct dt_error *error)
{
    DT__TRY(dt__check_panel(base, "base", error));
    DT__TRY(dt__check_panel_elements(base, "base", end, "end", error));
    DT__TRY(dt__check_panel_out(out, base, error));
    if (base->count == 0)
        return DT_E_OK;
    DT__TRY(dt__check_given(total_base, "total_base", error));
    DT__TRY(dt__check_given(total_end, "total_end", error));
    return dt__check_given(results, "results", error);
}

int32_t
dt_compare_contributions_panel(const struct dt_series_panel *base,
                               const struct dt_series_panel *end,
                               const double *total_base,
                               const double *total_end,
                               const struct dt_compare_options *options,
                               const struct dt_series_panel_out *out,
                               struct dt_compare_decomposition *results,
                               struct dt_error *error)
{
    DT__TRY(contributions_check_panels(base, end, total_base, total_end, out,
                                       results, error));
    DT__TRY(contributions_check_units(&base->unit, &end->unit, options, error));

    struct dt_series a = dt__panel_like(base), b = dt__panel_like(end);
    struct dt_series_out to;
    const struct dt__environment caller = dt__enter();
    for (int64_t j = 0; j < base->count; j++) {
        const struct contributions_totals total = { total_base[j],
                                                    total_end[j] };
        dt__panel_move_two(base, end, j, &a, &b);
        dt__panel_move_out(out, base, j, &to);
        contributions_run(&a, &b, &total, &to, &results[j]);
    }
    dt__leave(caller);
    return DT_E_OK;
}
