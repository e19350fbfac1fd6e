/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include <stddef.h>

#include "growth/plan.h"
#include "growth/series.h"
#include "num/dd.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"

/* A plan with the series that it runs on. */
struct series_run {
    const struct dt__growth_plan *plan;
    const struct dt_series *x;
};

static int32_t
series_one(const void *self, const double *x, double *result)
{
    const struct series_run *run = self;

    return dt__grow(&run->plan->growth, x[0], x[1], x[2], result);
}

/* Where the base of each element is, and how many periods before it. */
static bool
series_locate(const void *self, struct dt__block *b)
{
    const struct series_run *run = self;
    const bool some = dt__locate_bases(&run->plan->lag, run->x, b);
    double *apart = b->task->operands > 2 ? b->room[2] : NULL;

    for (int i = 0; apart != NULL && i < b->lanes.n; i++)
        apart[i] = i >= b->n || b->place[i] < 0
                       ? 1 : (double)(b->first + i - b->place[i]);
    return some;
}

int32_t
dt__series_refuse(const struct dt__growth_plan *plan, const struct dt_series *x,
                  struct dt_error *error)
{
    const struct series_run run = { plan, x };

    if (!dt__refuses_bases(&plan->growth))
        return DT_E_OK;
    struct dt__operand base = DT__BASE_OF(x, plan->back);
    struct dt__task bases = { .self = &run, .operand = &base, .operands = 1 };

    if (plan->back == 0) {
        base.from = DT__FROM_PLACE;
        bases.locate = series_locate;
    }
    return dt__refuse_bases(&bases, x->length, "x", error);
}

void
dt__series_run(const void *self, const struct dt_series *x,
               const struct dt_series_out *out)
{
    const struct dt__growth_plan *plan = self;
    const struct series_run run = { plan, x };

    dt__open_growth_summary(&plan->growth, &x->unit,
                            plan->back > 0 ? (double)plan->back : dt__nan(),
                            out->summary);
    if (plan->back >= x->length) {
        dt__compute_none(x->length, out);
        return;
    }
    struct dt__operand operands[] = {
        DT__BASE_OF(x, plan->back), DT__VALUE_OF(x),
        DT__COMMON((double)plan->back),
    };
    const double parameter[] = { plan->growth.per_year, (double)plan->back };
    struct dt__task task = {
        .self = &run,
        .operand = operands,
        .operands = 3,
        .parameter = parameter,
        .one = series_one,
    };

    dt__use_kernel(&task, plan->growth.kind->kernel);
    if (plan->back > 0) {
        dt__compute_all(&task, x->length, out);
        return;
    }
    operands[0].from = DT__FROM_PLACE;
    operands[2].from = DT__FROM_FILL;
    task.locate = series_locate;
    dt__compute(&task, 0, x->length, out);
}

static int32_t
series_grow(const struct dt_series *x, int32_t kind, int64_t lag,
            const struct dt_growth_options *options,
            const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth_plan plan;

    DT__TRY(dt__plan_growth(x, kind, lag, false, options, 0, &plan, error));
    DT__TRY(dt__series_refuse(&plan, x, error));
    dt__series_run(&plan, x, out);
    return DT_E_OK;
}

int32_t
dt_growth_series(const struct dt_series *x, int32_t kind, int64_t lag,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = series_grow(x, kind, lag, options, out, error);
    dt__leave(caller);
    return status;
}

/* Rows without a gap between them, by one plan of a fixed lag, are one long
 * series of which the first elements of each row have no base. */
static bool
series_is_one(const struct dt__growth_plan *plan,
              const struct dt_series_panel *x,
              const struct dt_series_panel_out *out)
{
    return x->offsets == NULL && x->stride == 1 && out->stride == 1 &&
           x->series_stride == x->length && out->series_stride == x->length &&
           x->validity == NULL && out->validity == NULL && out->why == NULL &&
           out->summaries == NULL && plan->back > 0 && plan->back < x->length;
}

static inline void
series_take_back(double *row, int64_t lag)
{
    for (int64_t i = 0; i < lag; i++)
        row[i] = dt__nan();
}

/* So many rows at a time that what is taken back is still in the cache. */
static void
series_run_as_one(const struct dt__growth_plan *plan,
                  const struct dt_series_panel *x,
                  const struct dt_series_panel_out *out)
{
    enum { AT_ONCE = 16384 };
    const int64_t most = x->length < AT_ONCE ? AT_ONCE / x->length : 1;
    struct dt_series rows = dt__panel_like(x);

    rows.start = 0;
    for (int64_t j = 0, count; j < x->count; j += count) {
        count = x->count - j < most ? x->count - j : most;
        rows.values = x->values + j * x->length;
        rows.length = count * x->length;
        const struct dt_series_out to =
            DT_SERIES_OUT(out->values + j * x->length, rows.length);
        dt__series_run(plan, &rows, &to);
        for (int64_t i = 1; i < count; i++)
            series_take_back(to.values + i * x->length, plan->back);
    }
}

/* Before the first result is written. */
static int32_t
series_refuse_all(const struct dt__growth_plan *plan,
                  const struct dt_series_panel *x, struct dt_error *error)
{
    struct dt_series one = dt__panel_like(x);

    for (int64_t j = 0; dt__refuses_bases(&plan->growth) && j < x->count; j++) {
        dt__panel_move(x, j, &one);
        DT__TRY(dt__panel_blame(dt__series_refuse(plan, &one, error), j,
                                error));
    }
    return DT_E_OK;
}

static int32_t
series_grow_panel(const struct dt_series_panel *x, int32_t kind, int64_t lag,
                  const struct dt_growth_options *options,
                  const struct dt_series_panel_out *out,
                  struct dt_error *error)
{
    const struct dt_series like = dt__panel_like(x);
    struct dt__growth_plan plan;

    DT__TRY(dt__plan_growth(&like, kind, lag, false, options, 0, &plan, error));
    DT__TRY(series_refuse_all(&plan, x, error));
    if (series_is_one(&plan, x, out))
        series_run_as_one(&plan, x, out);
    else
        dt__panel_run(x, dt__series_run, &plan, out);
    return DT_E_OK;
}

int32_t
dt_growth_series_panel(const struct dt_series_panel *x, int32_t kind,
                       int64_t lag, const struct dt_growth_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error)
{
    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = series_grow_panel(x, kind, lag, options, out, error);
    dt__leave(caller);
    return status;
}
