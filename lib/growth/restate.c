#include "growth/restate.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_words.h"

/* A kind of restatement. */
struct dt__restate_kind {
    /* A growth that is finite: a reason, and the result if it is defined. */
    int32_t (*one)(const void *periods, const double *x, double *result);
    int32_t unit; /* What is restated. */
    uint8_t kernel;
    bool over_periods; /* Whether it takes a number of them. */
};

static int32_t
restate_compound(const void *periods, const double *x, double *result)
{
    if (x[0] < -1)
        return DT_SERIES_WHY_DOMAIN;
    return dt__finish(dt_growth_compound(x[0], *(const double *)periods),
                      result);
}

static int32_t
restate_to_log(const void *periods, const double *x, double *result)
{
    (void)periods;
    return x[0] <= -1 ? DT_SERIES_WHY_DOMAIN
                      : dt__finish(dt_growth_to_log(x[0]), result);
}

static int32_t
restate_from_log(const void *periods, const double *x, double *result)
{
    (void)periods;
    return dt__finish(dt_growth_from_log(x[0]), result);
}

static int32_t
restate_doubling(const void *periods, const double *x, double *result)
{
    (void)periods;
    return x[0] <= -1 || x[0] == 0
               ? DT_SERIES_WHY_DOMAIN
               : dt__finish(dt_growth_doubling(x[0]), result);
}

#define RESTATE_KINDS(ROW)                                                     \
    ROW(DT_GROWTH_RESTATE_COMPOUND, restate_compound,                          \
        DT_SERIES_UNIT_FRACTION, DT__KERNEL_COMPOUND, true)                    \
    ROW(DT_GROWTH_RESTATE_TO_LOG, restate_to_log, DT_SERIES_UNIT_FRACTION,     \
        DT__KERNEL_TO_LOG, false)                                              \
    ROW(DT_GROWTH_RESTATE_FROM_LOG, restate_from_log, DT_SERIES_UNIT_LOG,      \
        DT__KERNEL_FROM_LOG, false)                                            \
    ROW(DT_GROWTH_RESTATE_DOUBLING, restate_doubling,                          \
        DT_SERIES_UNIT_FRACTION, DT__KERNEL_DOUBLING, false)

static const struct dt__restate_kind restate_kinds[] = {
    RESTATE_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(is_restate_kind, dt_growth_restate_kind, RESTATE_KINDS)

int32_t
dt__plan_restate(const struct dt_series *x, int32_t kind, double periods,
                 struct dt__restate_plan *plan, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (!is_restate_kind(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known restatement", kind);
    const struct dt__restate_kind *row = &restate_kinds[kind];
    if (!dt__is_finite(periods) || (!row->over_periods && periods != 1))
        return dt__fail(error, DT_E_PERIODS, -1, "periods is %s; %s",
                        dt__number(number, periods),
                        row->over_periods ? "any finite number"
                                          : "1 for this kind");
    if (dt__unit_is(&x->unit, DT__UNIT_STATED) && x->unit.kind != row->unit)
        return dt__fail(error, DT_E_UNIT, -1, "x->unit.kind is %" PRId32
                        ", but kind %" PRId32 " takes %s", x->unit.kind, kind,
                        row->unit == DT_SERIES_UNIT_LOG ? "logarithms"
                                                        : "fractions");
    *plan = (struct dt__restate_plan){ row, periods };
    return DT_E_OK;
}

void
dt__restate_run(const void *self, const struct dt_series *x,
                const struct dt_series_out *out, struct dt__summary *summary)
{
    const struct dt__restate_plan *plan = self;
    const struct dt__operand operand = DT__VALUE_OF(x);
    const double parameter[] = { plan->periods, 0 };
    struct dt__task task = {
        .self = &plan->periods,
        .operand = &operand,
        .operands = 1,
        .parameter = parameter,
        .one = plan->kind->one,
    };

    dt__use_kernel(&task, plan->kind->kernel);
    dt__compute(&task, 0, x->length, out, summary);
}

/* All is checked but the plan. */
static int32_t
restate_series(const struct dt_series *x, int32_t kind, double periods,
               const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__restate_plan plan;

    DT__TRY(dt__plan_restate(x, kind, periods, &plan, error));
    dt__restate_run(&plan, x, out, NULL);
    return DT_E_OK;
}

int32_t
dt_growth_restate(const struct dt_series *x, int32_t kind, double periods,
                  const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = restate_series(x, kind, periods, out, error);
    dt__leave(caller);
    return status;
}
