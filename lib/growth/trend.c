/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "calendar/period_days.h"
#include "growth/growth_options.h"
#include "growth/line.h"
#include "num/environment.h"
#include "num/scale.h"
#include "series/find.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "units/unit_words.h"

static void
trend_undefined(struct dt_growth_trend_result *result, int32_t why,
                int64_t index)
{
    const double nan = dt__nan();

    *result = (struct dt_growth_trend_result){
        .slope = nan, .growth = nan, .intercept = nan, .slope_se = nan,
        .intercept_se = nan, .residual_sd = nan, .r_squared = nan,
        .index = index, .why = why,
    };
}

static struct dt__dd
trend_whole(int64_t n)
{
    return dt__dd_from((double)n);
}

/* The height of the line at the position 0, in units of 2^y_e, and (n t)^2 of
 * the mean t. */
static struct dt__dd
trend_intercept(const struct dt__points *points, const struct dt__line *line,
                struct dt__dd *far_squared)
{
    const struct dt__dd n = trend_whole(line->count);
    const struct dt__dd y_0 =
        points->logs ? dt__log_ratio(dt__dd_from(1), line->y_0) : line->y_0;
    const struct dt__dd far = dt__dd_add(dt__dd_multiply(n, line->t_0),
                                         line->u);
    const struct dt__dd down = dt__dd_multiply(dt__line_slope(line), far);
    const struct dt__dd rise = dt__dd_add(line->v, dt__dd_negate(down));

    const struct dt__dd at_0 = dt__dd_add(y_0, dt__dd_divide(rise, n));
    const double least = DT__LINE_NOISE *
                         (dt__abs(y_0.hi) + dt__abs(line->v.hi) +
                          dt__abs(down.hi));

    *far_squared = dt__dd_multiply(far, far);
    return dt__abs(at_0.hi) > least ? at_0 : dt__dd_from(0);
}

/* With s^2 = sum (n r)^2 / (n^2 (n - 2)) of the residuals r, the variance of
 * the slope is n^2 s^2 / sum w^2, and that of the height at 0 is
 * s^2 (1/n + (n t)^2 / sum w^2). */
static void
trend_set_errors(const struct dt__line *line, struct dt__dd squares,
                 struct dt__dd far_squared,
                 struct dt_growth_trend_result *result)
{
    const struct dt__dd one = dt__dd_from(1), n = trend_whole(line->count);
    if (line->count == 2)
        return; /* They leave no residual, and no error to tell. */
    const struct dt__dd per_freedom = dt__dd_divide(
        squares, trend_whole(line->count - 2));
    const struct dt__dd variance = dt__dd_divide(per_freedom,
                                                 dt__dd_multiply(n, n));
    const struct dt__dd lever = dt__dd_add(dt__dd_divide(one, n),
                                           dt__dd_divide(far_squared,
                                                         line->ww));
    const struct dt__dd slope = dt__square_root(
        dt__dd_divide(per_freedom, line->ww));
    const struct dt__dd height = dt__square_root(
        dt__dd_multiply(variance, lever));

    result->residual_sd = dt__scaled_quotient(dt__square_root(variance), one,
                                              line->y_e);
    result->slope_se = dt__scaled_quotient(slope, one,
                                           line->y_e - line->t_e);
    result->intercept_se = dt__scaled_quotient(height, one, line->y_e);
}

static void
trend_compute(const struct dt__points *points,
              struct dt_growth_trend_result *result)
{
    struct dt__line line;
    struct dt__dd far_squared;
    int64_t index;
    const int32_t why = dt__line_fit(points, &line, &index);

    trend_undefined(result, why, index);
    if (why != DT_SERIES_WHY_DEFINED)
        return;
    const struct dt__dd one = dt__dd_from(1), slope = dt__line_slope(&line);
    const struct dt__dd at_0 = trend_intercept(points, &line, &far_squared);
    const int slope_e = line.y_e - line.t_e;
    const double infinity = dt__infinity();

    result->used = line.count;
    result->slope = dt__scaled_quotient(slope, one, slope_e);
    result->intercept = dt__scaled_quotient(at_0, one, line.y_e);
    if (points->logs)
        result->growth = dt__expm1((struct dt__dd){
            dt__scale(slope.hi, slope_e), dt__scale(slope.lo, slope_e) });
    if (line.zz.hi != 0)
        result->r_squared = dt__quotient(
            dt__dd_multiply(line.wz, line.wz),
            dt__dd_multiply(line.ww, line.zz));
    trend_set_errors(&line, dt__line_residuals(points, &line), far_squared,
                     result);
    if (dt__abs(result->slope) == infinity || result->growth == infinity ||
        dt__abs(result->intercept) == infinity ||
        result->slope_se == infinity || result->intercept_se == infinity ||
        result->residual_sd == infinity)
        trend_undefined(result, DT_SERIES_WHY_OVERFLOW, -1);
}

/* Whether the line goes through the logarithms. */
struct trend_kind {
    bool logs;
};

#define TREND_KINDS(ROW)                                                       \
    ROW(DT_GROWTH_TREND_LOG, true)                                             \
    ROW(DT_GROWTH_TREND_LINEAR, false)

static const struct trend_kind trend_kinds[] = { TREND_KINDS(DT__ROW) };

DT__DEFINE_HAS_ROW(trend_is_kind, dt_growth_trend, TREND_KINDS)

/* What is asked of two views that are good; the positions may be null. */
static int32_t
trend_check_kind(const struct dt_series *x, const struct dt_series *position,
                 int32_t kind, const struct dt_growth_options *options,
                 struct dt_error *error)
{
    if (position != NULL)
        DT__TRY(dt__check_same_frequency(x, "x", position, "position", error));
    if (!trend_is_kind(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known trend", kind);
    if (trend_kinds[kind].logs && dt__unit_is(&x->unit, DT__UNIT_LOGARITHMS))
        return dt__fail(error, DT_E_UNIT, -1, "x->unit is a logarithm; "
                        "DT_GROWTH_TREND_LINEAR takes it as it is");
    return dt__no_growth_options(options, error);
}

/* The periods from `base` to `end` of a view. */
static int32_t
trend_find(struct dt__points *points, int64_t base, int64_t end,
           struct dt_error *error)
{
    DT__TRY(dt__find_named(points->x, "x", base, "base", &points->base, error));
    return dt__find_named(points->x, "x", end, "end", &points->end, error);
}

int32_t
dt_growth_trend(const struct dt_series *x, const struct dt_series *position,
                int32_t kind, int64_t base, int64_t end,
                const struct dt_growth_options *options,
                struct dt_growth_trend_result *result, struct dt_error *error)
{
    struct dt__points points = { .x = x, .position = position };

    DT__TRY(dt__check_series(x, "x", error));
    if (position != NULL)
        DT__TRY(dt__check_series(position, "position", error));
    DT__TRY(dt__check_given(result, "result", error));
    DT__TRY(trend_check_kind(x, position, kind, options, error));
    DT__TRY(trend_find(&points, base, end, error));
    DT__TRY(dt__check_order(base, end, error));

    const struct dt__environment caller = dt__enter();
    points.logs = trend_kinds[kind].logs;
    trend_compute(&points, result);
    dt__leave(caller);
    return DT_E_OK;
}

/* Panels with the views that go from series to series. */
struct trend_panels {
    const struct dt_series_panel *x, *position;
    struct dt_series one, at;
    struct dt__points points;
};

static void
trend_move(struct trend_panels *self, int64_t j)
{
    if (self->position != NULL)
        dt__panel_move_two(self->x, self->position, j, &self->one, &self->at);
    else
        dt__panel_move(self->x, j, &self->one);
}

/* Whether every series has the two periods, which are common to all. */
static int32_t
trend_find_all(struct trend_panels *self, int64_t base, int64_t end,
               struct dt_error *error)
{
    DT__TRY(dt__check_period(base, "base", error));
    DT__TRY(dt__check_period(end, "end", error));
    for (int64_t j = 0; j < self->x->count; j++) {
        trend_move(self, j);
        DT__TRY(dt__panel_blame(trend_find(&self->points, base, end, error), j,
                                error));
    }
    return dt__check_order(base, end, error);
}

static int32_t
trend_check_panels(const struct dt_series_panel *x,
                   const struct dt_series_panel *position,
                   const struct dt_growth_trend_result *results,
                   struct dt_error *error)
{
    DT__TRY(dt__check_panel(x, "x", error));
    if (position != NULL)
        DT__TRY(dt__check_panel_beside(x, "x", position, "position", error));
    return x->count > 0 ? dt__check_given(results, "results", error) : DT_E_OK;
}

int32_t
dt_growth_trend_panel(const struct dt_series_panel *x,
                      const struct dt_series_panel *position, int32_t kind,
                      int64_t base, int64_t end,
                      const struct dt_growth_options *options,
                      struct dt_growth_trend_result *results,
                      struct dt_error *error)
{
    struct trend_panels all = { .x = x, .position = position };

    DT__TRY(trend_check_panels(x, position, results, error));
    all.one = dt__panel_like(x);
    all.points.x = &all.one;
    if (position != NULL) {
        all.at = dt__panel_like(position);
        all.points.position = &all.at;
    }
    DT__TRY(trend_check_kind(&all.one, all.points.position, kind, options,
                             error));
    DT__TRY(trend_find_all(&all, base, end, error));

    const struct dt__environment caller = dt__enter();
    all.points.logs = trend_kinds[kind].logs;
    for (int64_t j = 0; j < x->count; j++) {
        trend_move(&all, j);
        all.points.base = dt__find(&all.one, base);
        all.points.end = dt__find(&all.one, end);
        trend_compute(&all.points, &results[j]);
    }
    dt__leave(caller);
    return DT_E_OK;
}
