/* SPDX-License-Identifier: MIT */
#include <dtgrowth/compare.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "compare/compare_options.h"
#include "compare/contribution.h"
#include "growth/lag.h"
#include "num/environment.h"
#include "series/blocks.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit.h"
#include "units/unit_words.h"

/* What a comparison reads beside x, and what it compares. */
enum {
    PAIRWISE_Y       = 1, /* y of the period, */
    PAIRWISE_BASES   = 2, /* and y and x of the one `lag` before it. */
    PAIRWISE_RATES   = 4,
    PAIRWISE_FACTORS = 8, /* Rates that have to be fractions. */
    PAIRWISE_ANY     = 16, /* A ratio of two units is a quantity of its own. */
    PAIRWISE_PARTS   = 32  /* x is a part of y. */
};

/* Operands are y, x, and those of before, without what is not read. */
struct pairwise_kind {
    int32_t (*one)(const void *self, const double *x, double *result);
    uint8_t kernel; /* DT__KERNEL_* */
    uint8_t flags;
    uint8_t transformation; /* DT_SERIES_TRANSFORMATION_* */
};

static int32_t
pairwise_share(const void *self, const double *x, double *result)
{
    const int32_t why = dt__why_of_sign(x[0]);

    (void)self;
    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    return x[1] < 0 ? DT_SERIES_WHY_DOMAIN
                    : dt__finish(dt_compare_share(x[1], x[0]), result);
}

static int32_t
pairwise_share_change(const void *self, const double *x, double *result)
{
    const int32_t why = dt__first_why(dt__why_of_sign(x[0]),
                                      dt__why_of_sign(x[2]));

    (void)self;
    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    if (x[1] < 0 || x[3] < 0)
        return DT_SERIES_WHY_DOMAIN;
    return dt__finish(dt_compare_share_change(x[3], x[1], x[2], x[0]), result);
}

static int32_t
pairwise_contribution(const void *self, const double *x, double *result)
{
    (void)self;
    return dt__contribution(x[2], x[0], x[1], result);
}

static int32_t
pairwise_difference(const void *self, const double *x, double *result)
{
    (void)self;
    return dt__finish(dt_compare_differential(x[1], x[0]), result);
}

static int32_t
pairwise_relative(const void *self, const double *x, double *result)
{
    (void)self;
    if (x[0] <= -1)
        return x[0] == -1 ? DT_SERIES_WHY_ZERO_BASE
                          : DT_SERIES_WHY_NEGATIVE_BASE;
    return x[1] < -1 ? DT_SERIES_WHY_DOMAIN
                     : dt__finish(dt_compare_relative(x[1], x[0]), result);
}

static int32_t
pairwise_ratio(const void *self, const double *x, double *result)
{
    (void)self;
    return x[0] == 0 ? DT_SERIES_WHY_ZERO_BASE
                     : dt__finish(x[1] / x[0], result);
}

#define PAIRWISE_KINDS(ROW)                                                    \
    ROW(DT_COMPARE_KIND_SHARE, pairwise_share, DT__KERNEL_FACTOR,              \
        PAIRWISE_Y | PAIRWISE_PARTS, DT_SERIES_TRANSFORMATION_SHARE)           \
    ROW(DT_COMPARE_KIND_SHARE_CHANGE, pairwise_share_change, DT__KERNEL_NONE,  \
        PAIRWISE_Y | PAIRWISE_BASES | PAIRWISE_PARTS,                          \
        DT_SERIES_TRANSFORMATION_SHARE_CHANGE)                                 \
    ROW(DT_COMPARE_KIND_CONTRIBUTION, pairwise_contribution, DT__KERNEL_NONE,  \
        PAIRWISE_BASES | PAIRWISE_PARTS,                                       \
        DT_SERIES_TRANSFORMATION_CONTRIBUTION)                                 \
    ROW(DT_COMPARE_KIND_DIFFERENTIAL, pairwise_difference, DT__KERNEL_CHANGE,  \
        PAIRWISE_Y | PAIRWISE_RATES, DT_SERIES_TRANSFORMATION_DIFFERENTIAL)    \
    ROW(DT_COMPARE_KIND_RELATIVE, pairwise_relative, DT__KERNEL_NONE,          \
        PAIRWISE_Y | PAIRWISE_RATES | PAIRWISE_FACTORS,                        \
        DT_SERIES_TRANSFORMATION_RELATIVE)                                     \
    ROW(DT_COMPARE_KIND_GAP, pairwise_difference, DT__KERNEL_CHANGE,           \
        PAIRWISE_Y, DT_SERIES_TRANSFORMATION_GAP)                              \
    ROW(DT_COMPARE_KIND_RATIO, pairwise_ratio, DT__KERNEL_QUOTIENT,            \
        PAIRWISE_Y | PAIRWISE_ANY, DT_SERIES_TRANSFORMATION_RATIO)

static const struct pairwise_kind pairwise_kinds[] = {
    PAIRWISE_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(pairwise_is_kind, dt_compare_kind, PAIRWISE_KINDS)

static int32_t
pairwise_check_units(const struct dt_series *x, const struct dt_series *y,
                     int32_t kind, uint32_t chosen, struct dt_error *error)
{
    const uint32_t flags = pairwise_kinds[kind].flags;

    if ((flags & PAIRWISE_PARTS) && !(chosen & DT_COMPARE_OPTION_ANY_UNIT))
        DT__TRY(dt__check_parts(&x->unit, "x->unit", error));
    const bool is_log = dt__unit_is(&x->unit, DT__UNIT_LOGARITHMS);

    if (flags & PAIRWISE_ANY)
        return DT_E_OK;
    if ((flags & PAIRWISE_RATES) && dt__unit_is(&x->unit, DT__UNIT_LEVELS))
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is one of levels; kind %" PRId32
                        " compares rates", kind);
    if ((flags & PAIRWISE_FACTORS) &&
        (is_log || dt__unit_is(&x->unit, DT__UNIT_HUNDREDTHS)))
        return dt__fail(error, DT_E_UNIT, -1, "x->unit is %s; "
                        "DT_COMPARE_KIND_RELATIVE takes fractions",
                        is_log ? "a logarithm" : "per cent");
    return dt__check_same_unit(&x->unit, &y->unit, DT__UNIT_ALL, error);
}

/* What is chosen before the first value. */
struct pairwise_plan {
    const struct pairwise_kind *kind;
    struct dt__lag lag;
    int64_t back; /* Periods back to every base; 0 without, or if it depends. */
};

/* The plan for two views that are good. */
static int32_t
pairwise_make_plan(const struct dt_series *x, const struct dt_series *y,
                   int32_t kind, int64_t lag,
                   const struct dt_compare_options *options,
                   struct pairwise_plan *plan, struct dt_error *error)
{
    struct dt_compare_options chosen;

    if (!pairwise_is_kind(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known comparison", kind);
    plan->kind = &pairwise_kinds[kind];
    const bool is_lagged = plan->kind->flags & PAIRWISE_BASES;
    DT__TRY(dt__read_compare_options(
        options,
        plan->kind->flags & PAIRWISE_PARTS ? DT_COMPARE_OPTION_ANY_UNIT : 0,
        is_lagged, &chosen, error));
    plan->lag = (struct dt__lag){ x->frequency, chosen.lag_rule,
                                  chosen.year_rule, lag };
    plan->back = 0;
    if (is_lagged) {
        DT__TRY(dt__check_lag(&plan->lag, false, error));
        plan->back = dt__constant_lag(&plan->lag);
    } else if (lag != 0) {
        return dt__fail(error, DT_E_LAG, -1, "lag is %" PRId64
                        "; 0 for this kind", lag);
    }
    DT__TRY(dt__check_same_frequency(x, "x", y, "y", error));
    return pairwise_check_units(x, y, kind, chosen.flags, error);
}

/* A plan with the series whose periods it goes by. */
struct pairwise_run {
    const struct dt__lag *lag;
    const struct dt_series *x;
};

static bool
pairwise_locate(const void *self, struct dt__block *block)
{
    const struct pairwise_run *run = self;

    return dt__locate_bases(run->lag, run->x, block);
}

/* Sets the bases, which are where x has them, in y too. */
static void
pairwise_set_bases(const struct pairwise_plan *plan, const struct dt_series *x,
                   const struct dt_series *y, struct dt__operand *operands,
                   struct dt__task *task)
{
    operands[2] = (struct dt__operand)DT__BASE_IN(y, x->start, plan->back);
    operands[3] = (struct dt__operand)DT__BASE_OF(x, plan->back);
    if (plan->back != 0)
        return;
    operands[2].from = operands[3].from = DT__FROM_PLACE;
    task->locate = pairwise_locate;
    task->most = DT__BLOCK_LOCATED;
}

static void
pairwise_compute(const void *self, const struct dt_series *x,
                 const struct dt_series *y, const struct dt_series_out *out)
{
    const struct pairwise_plan *plan = self;
    const struct pairwise_kind *kind = plan->kind;
    const bool is_lagged = kind->flags & PAIRWISE_BASES;
    const int first = kind->flags & PAIRWISE_Y ? 0 : 1;
    const struct pairwise_run run = { &plan->lag, x };
    struct dt__operand operands[DT__OPERANDS];
    struct dt__task task = {
        .self = &run, .one = kind->one, .operand = operands + first,
        .operands = (uint8_t)((is_lagged ? DT__OPERANDS : 2) - first),
    };

    operands[0] = (struct dt__operand)DT__BASE_IN(y, x->start, 0);
    operands[1] = (struct dt__operand)DT__VALUE_OF(x);
    if (is_lagged)
        pairwise_set_bases(plan, x, y, operands, &task);
    const struct dt__made made = {
        kind->transformation, &x->unit,
        is_lagged && plan->back == 0 ? dt__nan() : (double)plan->back, 0,
    };
    dt__summary_open(out->summary, &made);
    dt__use_kernel(&task, kind->kernel);
    dt__compute_all(&task, x->length, out);
}

int32_t
dt_compare_series(const struct dt_series *x, const struct dt_series *y,
                  int32_t kind, int64_t lag,
                  const struct dt_compare_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    struct pairwise_plan plan;

    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_series(y, "y", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(pairwise_make_plan(x, y, kind, lag, options, &plan, error));

    const struct dt__environment caller = dt__enter();
    pairwise_compute(&plan, x, y, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_compare_series_panel(const struct dt_series_panel *x,
                        const struct dt_series_panel *y, int32_t kind,
                        int64_t lag, const struct dt_compare_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    struct pairwise_plan plan;

    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_beside(x, "x", y, "y", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    const struct dt_series x_like = dt__panel_like(x);
    const struct dt_series y_like = dt__panel_like(y);
    DT__TRY(pairwise_make_plan(&x_like, &y_like, kind, lag, options, &plan,
                               error));

    const struct dt__environment caller = dt__enter();
    dt__panel_run_two(x, y, pairwise_compute, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
