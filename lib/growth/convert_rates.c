/* SPDX-License-Identifier: MIT */
#include "growth/convert_rates.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "growth/growth_options.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_words.h"

/* A kind of conversion. */
struct dt__convert_rates_kind {
    /* A growth that is finite: a reason, and the result if it is defined. */
    int32_t (*one)(const void *periods, const double *x, double *result);
    int32_t unit; /* What is converted. */
    uint8_t kernel;
    bool over_periods; /* Whether it takes a number of them. */
    uint8_t transformation;
};

static int32_t
convert_rates_compound(const void *periods, const double *x, double *result)
{
    if (x[0] < -1)
        return DT_SERIES_WHY_DOMAIN;
    return dt__finish(dt_growth_compound(x[0], *(const double *)periods),
                      result);
}

static int32_t
convert_rates_to_log(const void *periods, const double *x, double *result)
{
    (void)periods;
    return x[0] <= -1 ? DT_SERIES_WHY_DOMAIN
                      : dt__finish(dt_growth_to_log(x[0]), result);
}

static int32_t
convert_rates_from_log(const void *periods, const double *x, double *result)
{
    (void)periods;
    return dt__finish(dt_growth_from_log(x[0]), result);
}

static int32_t
convert_rates_doubling(const void *periods, const double *x, double *result)
{
    (void)periods;
    return x[0] <= -1 || x[0] == 0
               ? DT_SERIES_WHY_DOMAIN
               : dt__finish(dt_growth_doubling(x[0]), result);
}

#define CONVERT_RATES_KINDS(ROW)                                               \
    ROW(DT_GROWTH_CONVERT_COMPOUND, convert_rates_compound,                    \
        DT_SERIES_UNIT_KIND_FRACTION, DT__KERNEL_COMPOUND, true,               \
        DT_SERIES_TRANSFORMATION_RATE)                                         \
    ROW(DT_GROWTH_CONVERT_TO_LOG, convert_rates_to_log,                        \
        DT_SERIES_UNIT_KIND_FRACTION, DT__KERNEL_TO_LOG, false,                \
        DT_SERIES_TRANSFORMATION_LOG)                                          \
    ROW(DT_GROWTH_CONVERT_FROM_LOG, convert_rates_from_log,                    \
        DT_SERIES_UNIT_KIND_LOG, DT__KERNEL_FROM_LOG, false,                   \
        DT_SERIES_TRANSFORMATION_RATE)                                         \
    ROW(DT_GROWTH_CONVERT_DOUBLING, convert_rates_doubling,                    \
        DT_SERIES_UNIT_KIND_FRACTION, DT__KERNEL_DOUBLING, false,              \
        DT_SERIES_TRANSFORMATION_DOUBLING)

static const struct dt__convert_rates_kind convert_rates_kinds[] = {
    CONVERT_RATES_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(convert_rates_has_row, dt_growth_convert,
                   CONVERT_RATES_KINDS)

int32_t
dt__plan_convert_rates(const struct dt_series *x, int32_t kind, double periods,
                 struct dt__convert_rates_plan *plan, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (!convert_rates_has_row(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known conversion", kind);
    const struct dt__convert_rates_kind *row = &convert_rates_kinds[kind];
    if (!dt__is_finite(periods) || (!row->over_periods && periods != 0))
        return dt__fail(error, DT_E_PERIODS, -1, "periods is %s; %s",
                        dt__number(number, periods),
                        row->over_periods ? "any finite number"
                                          : "0 for this kind");
    if (dt__unit_is(&x->unit, DT__UNIT_STATED) && x->unit.kind != row->unit)
        return dt__fail(error, DT_E_UNIT, -1, "x->unit.kind is %" PRId32
                        ", but kind %" PRId32 " takes %s", x->unit.kind, kind,
                        row->unit == DT_SERIES_UNIT_KIND_LOG ? "logarithms"
                                                        : "fractions");
    *plan = (struct dt__convert_rates_plan){ row, periods };
    return DT_E_OK;
}

void
dt__convert_rates_run(const void *self, const struct dt_series *x,
                const struct dt_series_out *out)
{
    const struct dt__convert_rates_plan *plan = self;
    const struct dt__operand operand = DT__VALUE_OF(x);
    const double parameter[] = { plan->periods, 0 };
    struct dt__task task = {
        .self = &plan->periods,
        .operand = &operand,
        .operands = 1,
        .parameter = parameter,
        .one = plan->kind->one,
    };

    /* The others are of as many as they were. */
    const struct dt__made made = { plan->kind->transformation, &x->unit,
                                   plan->kind->over_periods ? plan->periods : 1,
                                   0 };
    dt__summary_open(out->summary, &made);
    dt__use_kernel(&task, plan->kind->kernel);
    dt__compute(&task, 0, x->length, out);
}

/* All is checked but the plan. */
static int32_t
convert_rates_series(const struct dt_series *x, int32_t kind, double periods,
               const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__convert_rates_plan plan;

    DT__TRY(dt__plan_convert_rates(x, kind, periods, &plan, error));
    dt__convert_rates_run(&plan, x, out);
    return DT_E_OK;
}

int32_t
dt_growth_convert(const struct dt_series *x, int32_t kind, double periods,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(dt__no_growth_options(options, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = convert_rates_series(x, kind, periods, out, error);
    dt__leave(caller);
    return status;
}

static int32_t
convert_rates_panel(const struct dt_series_panel *x, int32_t kind,
                    double periods, const struct dt_series_panel_out *out,
                    struct dt_error *error)
{
    const struct dt_series like = dt__panel_like(x);
    struct dt__convert_rates_plan plan;

    DT__TRY(dt__plan_convert_rates(&like, kind, periods, &plan, error));
    dt__panel_run(x, dt__convert_rates_run, &plan, out);
    return DT_E_OK;
}

int32_t
dt_growth_convert_panel(const struct dt_series_panel *x, int32_t kind,
                        double periods, const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    DT__TRY(dt__no_growth_options(options, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = convert_rates_panel(x, kind, periods, out, error);
    dt__leave(caller);
    return status;
}
