/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/kinds.h"
#include "growth/growth_options.h"
#include "growth/operands.h"
#include "growth/plan.h"
#include "num/environment.h"
#include "series/panel.h"

static int32_t
between_check_periods(const struct dt__operands *from, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (from->each != NULL)
        return from->common == 0
                   ? DT_E_OK
                   : dt__fail(error, DT_E_PERIODS, -1, "periods is %s; 0 "
                              "beside periods_each",
                              dt__number(number, from->common));
    if (!(dt__is_finite(from->common) && from->common > 0))
        return dt__fail(error, DT_E_PERIODS, -1,
                        "periods is %s; positive and finite",
                        dt__number(number, from->common));
    return DT_E_OK;
}

static int32_t
between_one(const void *growth, const double *x, double *result)
{
    return dt__grow_over(growth, x[0], x[1], x[2], result);
}

static int32_t
between_plan(const struct dt__operands *from, int32_t kind,
             const struct dt_growth_options *options,
             struct dt__growth *growth, struct dt_error *error)
{
    struct dt_growth_options chosen;

    DT__TRY(dt__read_growth_options(options, 0, DT__COUNTS_BASE |
                                    DT__COUNTS_PER_YEAR, &chosen, error));
    DT__TRY(dt__choose_kind(kind, &chosen, from->base, "base", 1, growth,
                            error));
    return between_check_periods(from, error);
}

/* DT_E_BASE for a base that the rule refuses. */
static int32_t
between_refuse(const struct dt__growth *growth, const struct dt_series *x,
               struct dt_error *error)
{
    const struct dt__operand base = DT__BASE_OF(x, 0);
    const struct dt__task bases = { .operand = &base, .operands = 1 };

    return dt__refuses_bases(growth)
               ? dt__refuse_bases(&bases, x->length, "base", error) : DT_E_OK;
}

static void
between_run(const void *plan, const struct dt__operands *from,
            const struct dt_series_out *out)
{
    const struct dt__growth *growth = plan;
    struct dt__operand operands[DT__OPERANDS_BETWEEN];
    struct dt__task task = { .self = growth, .one = between_one };

    const double parameter[] = { growth->per_year, from->common };
    dt__set_operands(from, operands, &task);
    task.parameter = parameter;
    /* Other kernels do not look at the periods of each. */
    if (from->each == NULL || (growth->kind->flags & DT__KIND_ANNUALIZED))
        dt__use_kernel(&task, growth->kind->kernel);
    dt__open_growth_summary(growth, &from->base->unit,
                            from->each == NULL ? from->common : dt__nan(),
                            out->summary);
    dt__compute(&task, 0, from->base->length, out);
}

static int32_t
between_grow(const struct dt__operands *from, int32_t kind,
             const struct dt_growth_options *options,
             const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth growth;

    DT__TRY(between_plan(from, kind, options, &growth, error));
    DT__TRY(between_refuse(&growth, from->base, error));
    between_run(&growth, from, out);
    return DT_E_OK;
}

int32_t
dt_growth_between(const struct dt_series *base, const struct dt_series *end,
                  int32_t kind, double periods,
                  const struct dt_series *periods_each,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    const struct dt__operands from = { base, end, periods_each, periods,
                                       "periods_each" };

    DT__TRY(dt__check_operands(&from, out, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = between_grow(&from, kind, options, out, error);
    dt__leave(caller);
    return status;
}

static int32_t
between_grow_panels(const struct dt__operand_panels *from, int32_t kind,
                    const struct dt_growth_options *options,
                    const struct dt_series_panel_out *out,
                    struct dt_error *error)
{
    struct dt__operand_views views;
    const struct dt__operands like = dt__operands_like(from, &views);
    struct dt__growth growth;

    DT__TRY(between_plan(&like, kind, options, &growth, error));
    for (int64_t j = 0; j < from->base->count; j++) {
        dt__panel_move(from->base, j, &views.base);
        DT__TRY(dt__panel_blame(between_refuse(&growth, &views.base, error), j,
                                error));
    }
    dt__run_operand_panels(from, between_run, &growth, out);
    return DT_E_OK;
}

int32_t
dt_growth_between_panel(const struct dt_series_panel *base,
                        const struct dt_series_panel *end, int32_t kind,
                        double periods,
                        const struct dt_series_panel *periods_each,
                        const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    const struct dt__operand_panels from = { base, end, periods_each, periods,
                                             "periods_each" };

    DT__TRY(dt__check_operand_panels(&from, out, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = between_grow_panels(&from, kind, options, out,
                                               error);
    dt__leave(caller);
    return status;
}
