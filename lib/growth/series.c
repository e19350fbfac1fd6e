#include <dtgrowth/growth.h>

#include <stddef.h>

#include "growth/plan.h"
#include "growth/series.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/output.h"
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
static void
series_locate(const void *self, struct dt__block *b)
{
    const struct series_run *run = self;
    const struct dt_series *x = run->x;
    double *apart = b->task->operands > 2 ? b->room[2] : NULL;

    for (int i = 0; i < b->n; i++) {
        const int64_t period = x->start + b->first + i;
        const int64_t base = dt__base_period(&run->plan->lag, period);

        b->place[i] = dt__find(x, base);
        if (apart != NULL)
            apart[i] = b->place[i] < 0 ? 1 : (double)(period - base);
    }
    for (int i = b->n; apart != NULL && i < b->lanes.n; i++)
        apart[i] = 1;
}

int32_t
dt__series_refuse(const struct dt__growth_plan *plan, const struct dt_series *x,
                  struct dt_error *error)
{
    const struct series_run run = { plan, x };

    if (!dt__refuses_bases(&plan->growth))
        return DT_E_OK;
    struct dt__operand base = DT__BASE_OF(x, plan->back);
    int64_t place[DT__BLOCK];
    struct dt__task bases = { .self = &run, .operand = &base, .operands = 1,
                              .place = place };
    if (plan->back == 0) {
        base.from = DT__FROM_PLACE;
        bases.locate = series_locate;
    }
    return dt__refuse_bases(&bases, x->length, "x", error);
}

void
dt__series_run(const void *self, const struct dt_series *x,
               const struct dt_series_out *out, struct dt__summary *summary)
{
    const struct dt__growth_plan *plan = self;
    const struct series_run run = { plan, x };
    struct dt__operand operands[] = {
        DT__BASE_OF(x, plan->back), DT__VALUE_OF(x),
        DT__COMMON((double)plan->back),
    };
    int64_t place[DT__BLOCK];
    struct dt__task task = {
        .self = &run,
        .place = place,
        .operand = operands,
        .operands = 3,
        .parameter = { plan->growth.per_year, (double)plan->back },
        .one = series_one,
    };

    dt__use_kernel(&task, plan->growth.kind->kernel);
    if (plan->back == 0) {
        operands[0].from = DT__FROM_PLACE;
        operands[2].from = DT__FROM_FILL;
        task.locate = series_locate;
    }
    dt__compute_all(&task, x->length, out, summary);
}

static int32_t
series_grow(const struct dt_series *x, int32_t kind, int64_t lag,
            const struct dt_growth_options *options,
            const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth_plan plan;

    DT__TRY(dt__plan_growth(x, kind, lag, options, &plan, error));
    DT__TRY(dt__series_refuse(&plan, x, error));
    dt__series_run(&plan, x, out, NULL);
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
