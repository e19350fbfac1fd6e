/* SPDX-License-Identifier: MIT */
#include "series/rolling.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/series_options.h"
#include "series/view.h"
#include "series/why.h"
#include "series/window.h"
#include "units/additive.h"

/* What is made of the sum of a window. */
struct dt__rolling_kind {
    double (*result)(const struct dt__sum *sum, int64_t length);
    bool divides; /* Whether by the length. */
    uint8_t transformation;
};

static double
rolling_sum(const struct dt__sum *sum, int64_t length)
{
    (void)length;
    return dt__sum_round(sum);
}

#define ROLLING_KINDS(ROW)                                                     \
    ROW(DT_SERIES_ROLLING_SUM, rolling_sum, false,                             \
        DT_SERIES_TRANSFORMATION_ROLLING_SUM)                                  \
    ROW(DT_SERIES_ROLLING_MEAN, dt__sum_mean, true,                            \
        DT_SERIES_TRANSFORMATION_ROLLING_MEAN)

static const struct dt__rolling_kind rolling_kinds[] = {
    ROLLING_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(rolling_is_kind, dt_series_rolling, ROLLING_KINDS)

/* Windows for the kernel. */
struct rolling {
    const struct dt__rolling_plan *plan;
    struct dt__windows windows;
};

/* The same one by one, for where they do not fit. */
struct rolling_slide {
    const struct dt__rolling_plan *plan;
    struct dt__window window;
};

static int
rolling_fill(void *self, struct dt__block *b)
{
    struct rolling *rolling = self;

    return dt__window_sums(&rolling->windows, b->first, b->n, b->room[0],
                           b->room[1]);
}

static int
rolling_quotients(const struct dt__lanes *lanes)
{
    dt__kernels()->quotients(lanes->x[0], lanes->x[1], lanes->n,
                             lanes->parameter[0], lanes->out);
    return 0; /* What is missing was said of the sums. */
}

/* A block backwards: each observation is read before its element is written. */
static void
rolling_slide(void *self, struct dt__block *b)
{
    struct rolling_slide *slide = self;
    struct dt__window *window = &slide->window;

    for (int i = b->n - 1; i >= 0; i--) {
        double result = dt__nan();
        dt__window_move(window, b->first + i);
        int32_t why = dt__window_why(window);
        if (why == DT_SERIES_WHY_DEFINED)
            why = dt__finish(slide->plan->kind->result(&window->sum,
                                                       window->length),
                             &result);
        dt__block_put(b, i, result, why);
        dt__window_back(window);
    }
}

/* One block whose sums do not fit the kernel. */
static void
rolling_slide_anew(void *self, struct dt__block *b)
{
    const struct rolling *rolling = self;
    struct rolling_slide slide;

    slide.plan = rolling->plan;
    dt__window_init(&slide.window, rolling->windows.x, rolling->plan->window);
    rolling_slide(&slide, b);
}

int32_t
dt__plan_rolling(const struct dt_series_unit *unit, int32_t kind,
                 int64_t window, const struct dt_series_options *options,
                 struct dt__rolling_plan *plan, struct dt_error *error)
{
    uint32_t flags;

    if (!rolling_is_kind(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known window", kind);
    if (window < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "window is %" PRId64
                        "; at least 1", window);
    *plan = (struct dt__rolling_plan){ &rolling_kinds[kind], window };
    const bool adds = !plan->kind->divides;
    DT__TRY(dt__read_series_options(options, adds ? DT_SERIES_OPTION_ANY_UNIT
                                                  : 0, &flags, error));
    if (adds && !(flags & DT_SERIES_OPTION_ANY_UNIT))
        DT__TRY(dt__check_adds_up(unit, "x->unit", DT__UNIT_OVER_TIME,
                                  "take DT_SERIES_ROLLING_MEAN, or set "
                                  "DT_SERIES_OPTION_ANY_UNIT", error));
    return DT_E_OK;
}

static void
rolling_run_kernel(const struct dt__rolling_plan *plan,
                   const struct dt_series *x, const struct dt_series_out *out)
{
    struct rolling rolling = { plan, dt__windows_of(x, plan->window) };
    const struct dt__operand sums = {
        .x = x, .from = DT__FROM_FILL, .missing = DT_SERIES_WHY_VALUE_MISSING,
    };
    const struct dt__operand operands[] = { sums, sums };
    const double parameter[] = {
        plan->kind->divides ? (double)plan->window : 1, 0,
    };
    const struct dt__task task = {
        .state = &rolling,
        .operand = operands,
        .operands = 2,
        .most = DT__ROLL_BLOCK,
        .kernel = rolling_quotients,
        .parameter = parameter,
        .fill = rolling_fill,
        .all = rolling_slide_anew,
    };

    dt__compute_part(&task, plan->window - 1, x->length, x->length, out);
}

/* From the end to the start, so that one window slides all the way. */
static void
rolling_run_slide(const struct dt__rolling_plan *plan,
                  const struct dt_series *x, const struct dt_series_out *out)
{
    struct rolling_slide slide; /* Its long sum is made where it is used. */
    const struct dt__operand operand = { .x = x, .from = DT__FROM_FILL };
    const struct dt__task task = {
        .state = &slide,
        .operand = &operand,
        .operands = 1,
        .order = DT__BACKWARD,
        .all = rolling_slide,
    };

    slide.plan = plan;
    dt__window_init(&slide.window, x, plan->window);
    dt__compute_part(&task, plan->window - 1, x->length, x->length, out);
}

void
dt__rolling_run(const void *self, const struct dt_series *x,
                const struct dt_series_out *out)
{
    const struct dt__rolling_plan *plan = self;

    const struct dt__made made = { plan->kind->transformation, &x->unit,
                                   (double)plan->window, 0 };

    dt__summary_open(out->summary, &made);
    if (plan->window > x->length)
        dt__compute_none(x->length, out);
    else if (dt__windows_fit(x, plan->window))
        rolling_run_kernel(plan, x, out);
    else
        rolling_run_slide(plan, x, out);
}

int32_t
dt_series_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  const struct dt_series_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__rolling_plan plan;

    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(dt__plan_rolling(&x->unit, kind, window, options, &plan,
                             error));

    const struct dt__environment caller = dt__enter();
    dt__rolling_run(&plan, x, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_series_rolling_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t window, const struct dt_series_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    struct dt__rolling_plan plan;

    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    DT__TRY(dt__plan_rolling(&x->unit, kind, window, options, &plan,
                             error));

    const struct dt__environment caller = dt__enter();
    dt__panel_run(x, dt__rolling_run, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
