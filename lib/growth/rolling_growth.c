/* SPDX-License-Identifier: MIT */
#include "growth/rolling_growth.h"

#include <float.h>
#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/kind_pair.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "series/why.h"
#include "series/window.h"

/* The window that ends with period i against that which ends `back` periods
 * earlier: all windows for the kernel, */
struct rolling_growth {
    const struct dt__growth_plan *plan;
    struct dt__windows windows;
};

/* and two that slide, for where they do not fit. */
struct rolling_growth_slide {
    const struct dt__growth_plan *plan;
    struct dt__window base, value;
};

/* The sums of the base, and of the value, in two parts each. */
static int
rolling_growth_fill(void *self, struct dt__block *b)
{
    struct rolling_growth *rolling = self;
    const int64_t before = b->first - rolling->plan->back;

    return dt__window_sums(&rolling->windows, before, b->n, b->room[0],
                           b->room[1]) |
           dt__window_sums(&rolling->windows, b->first, b->n, b->room[2],
                           b->room[3]);
}

static int32_t
rolling_growth_one(const void *self, const double *x, double *result)
{
    const struct rolling_growth *rolling = self;
    const struct dt__growth_plan *plan = rolling->plan;
    const struct dt__dd base = dt__two_sum(x[0], x[1]);
    const struct dt__dd value = dt__two_sum(x[2], x[3]);
    const struct dt__levels levels = {
        base, value, dt__dd_add(value, dt__dd_negate(base)),
    };

    return dt__grow_pair(&plan->growth, &levels, (double)plan->back, result);
}

static double
rolling_growth_bound(double x)
{
    return x > DBL_MAX ? DBL_MAX : x < -DBL_MAX ? -DBL_MAX : x;
}

/* Why there is no growth where one of the sums overflows: the signs of both
 * may give an earlier reason. */
static int32_t
rolling_growth_overflow(const struct dt__growth_plan *plan, double base,
                        double value)
{
    double growth;

    return dt__first_why(dt__grow(&plan->growth, rolling_growth_bound(base),
                                  rolling_growth_bound(value),
                                  (double)plan->back, &growth),
                         DT_SERIES_WHY_OVERFLOW);
}

/* The growth between two windows that are there, from their exact sums. */
static int32_t
rolling_growth_of_sums(struct rolling_growth_slide *self, double *result)
{
    struct dt__sum *base = &self->base.sum, *value = &self->value.sum;
    struct dt__levels levels = { .base = dt__sum_dd(base),
                                 .value = dt__sum_dd(value) };

    if (!dt__is_finite(levels.base.hi) || !dt__is_finite(levels.value.hi))
        return rolling_growth_overflow(self->plan, levels.base.hi,
                                       levels.value.hi);
    /* The difference is taken in place, as a sum is large. */
    dt__sum_subtract(value, base);
    levels.rise = dt__sum_dd(value);
    dt__sum_merge(value, base);
    return dt__grow_pair(&self->plan->growth, &levels,
                         (double)self->plan->back, result);
}

/* A block backwards: each observation is read before its element is written. */
static void
rolling_growth_slide(void *self, struct dt__block *b)
{
    struct rolling_growth_slide *slide = self;

    for (int i = b->n - 1; i >= 0; i--) {
        double result = dt__nan();
        dt__window_move(&slide->value, b->first + i);
        dt__window_move(&slide->base, b->first + i - slide->plan->back);
        int32_t why = dt__first_why(
            dt__window_why(&slide->value),
            dt__why_of_base(dt__window_why(&slide->base)));
        if (why == DT_SERIES_WHY_DEFINED)
            why = rolling_growth_of_sums(slide, &result);
        dt__block_put(b, i, result, why);
        dt__window_back(&slide->value);
        dt__window_back(&slide->base);
    }
}

static void
rolling_growth_open(struct rolling_growth_slide *slide,
                    const struct dt__growth_plan *plan,
                    const struct dt_series *x, int64_t window)
{
    slide->plan = plan;
    dt__window_init(&slide->base, x, window);
    dt__window_init(&slide->value, x, window);
}

/* One block whose sums do not fit the kernel. */
static void
rolling_growth_slide_anew(void *self, struct dt__block *b)
{
    const struct rolling_growth *rolling = self;
    struct rolling_growth_slide slide;

    rolling_growth_open(&slide, rolling->plan, rolling->windows.x,
                        rolling->windows.length);
    rolling_growth_slide(&slide, b);
}

/* The first element of which both windows lie in the series. */
static int64_t
rolling_growth_first(const struct dt__rolling_growth_plan *plan,
                     int64_t length)
{
    const int64_t back = plan->growth.back;

    return plan->window > length || back > length ? length
                                                  : plan->window - 1 + back;
}

static void
rolling_growth_run_kernel(const struct dt__rolling_growth_plan *plan,
                          const struct dt_series *x,
                          const struct dt_series_out *out)
{
    struct rolling_growth rolling = { &plan->growth,
                                      dt__windows_of(x, plan->window) };
    const struct dt__operand base = {
        .x = x, .from = DT__FROM_FILL, .missing = DT_SERIES_WHY_BASE_MISSING,
    };
    const struct dt__operand value = {
        .x = x, .from = DT__FROM_FILL, .missing = DT_SERIES_WHY_VALUE_MISSING,
    };
    const struct dt__operand operands[] = { base, base, value, value };
    struct dt__task task = {
        .self = &rolling,
        .state = &rolling,
        .operand = operands,
        .operands = 4,
        .order = DT__BACKWARD,
        .one = rolling_growth_one,
        .fill = rolling_growth_fill,
        .all = rolling_growth_slide_anew,
    };

    dt__use_kernel(&task, plan->growth.growth.kind->sums);
    dt__compute_part(&task, rolling_growth_first(plan, x->length), x->length,
                     x->length, out);
}

/* From the end to the start, so that two windows slide all the way. */
static void
rolling_growth_run_slide(const struct dt__rolling_growth_plan *plan,
                         const struct dt_series *x,
                         const struct dt_series_out *out)
{
    struct rolling_growth_slide slide;
    const struct dt__operand operand = { .x = x, .from = DT__FROM_FILL };
    const struct dt__task task = {
        .state = &slide,
        .operand = &operand,
        .operands = 1,
        .order = DT__BACKWARD,
        .all = rolling_growth_slide,
    };

    rolling_growth_open(&slide, &plan->growth, x, plan->window);
    dt__compute_part(&task, rolling_growth_first(plan, x->length), x->length,
                     x->length, out);
}

void
dt__rolling_growth_run(const void *self, const struct dt_series *x,
                       const struct dt_series_out *out)
{
    const struct dt__rolling_growth_plan *plan = self;

    dt__open_growth_summary(&plan->growth.growth, &x->unit,
                            (double)plan->growth.back, out->summary);
    if (rolling_growth_first(plan, x->length) >= x->length)
        dt__compute_none(x->length, out);
    else if (dt__windows_fit(x, plan->window))
        rolling_growth_run_kernel(plan, x, out);
    else
        rolling_growth_run_slide(plan, x, out);
}

/* All is checked but the plan. */
static int32_t
rolling_growth_grow(const struct dt_series *x, int32_t kind, int64_t window,
                    int64_t lag, const struct dt_growth_options *options,
                    const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__rolling_growth_plan plan;

    DT__TRY(dt__plan_rolling_growth(x, kind, window, lag, options, &plan,
                                    error));
    dt__rolling_growth_run(&plan, x, out);
    return DT_E_OK;
}

int32_t
dt_growth_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  int64_t lag, const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = rolling_growth_grow(x, kind, window, lag, options,
                                               out, error);
    dt__leave(caller);
    return status;
}

static int32_t
rolling_growth_grow_panel(const struct dt_series_panel *x, int32_t kind,
                          int64_t window, int64_t lag,
                          const struct dt_growth_options *options,
                          const struct dt_series_panel_out *out,
                          struct dt_error *error)
{
    const struct dt_series like = dt__panel_like(x);
    struct dt__rolling_growth_plan plan;

    DT__TRY(dt__plan_rolling_growth(&like, kind, window, lag, options, &plan,
                                    error));
    dt__panel_run(x, dt__rolling_growth_run, &plan, out);
    return DT_E_OK;
}

int32_t
dt_growth_rolling_panel(const struct dt_series_panel *x, int32_t kind,
                        int64_t window, int64_t lag,
                        const struct dt_growth_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = rolling_growth_grow_panel(x, kind, window, lag,
                                                     options, out, error);
    dt__leave(caller);
    return status;
}
