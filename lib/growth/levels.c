/* SPDX-License-Identifier: MIT */
#include "growth/levels.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "calendar/period_days.h"
#include "calendar/period_format.h"
#include "growth/growth_options.h"
#include "growth/kinds.h"
#include "growth/walk.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "units/unit_words.h"

/* The growth of element i takes the level of i - 1 to that of i; backwards it
 * is undone. */
static void
levels_step(struct dt__walk *walk, const struct dt__block *b, int i,
            bool backwards)
{
    double growth;
    const int32_t why = dt__block_read(b, i, 0, &growth);

    if (walk->why != DT_SERIES_WHY_DEFINED)
        return;
    if (why != DT_SERIES_WHY_DEFINED)
        walk->why = why;
    else
        dt__walk_step(walk, growth, backwards);
}

static void
levels_forward(void *self, struct dt__block *b)
{
    struct dt__walk *walk = self;

    /* NaN in a block is missing, or stops it. */
    if (b->n == DT__CHAIN_BLOCK &&
        dt__walk_block(walk, b->lanes.x[0], b->lanes.out)) {
        memset(b->why, DT_SERIES_WHY_DEFINED, (size_t)b->n);
        return;
    }
    for (int i = 0; i < b->n; i++) {
        levels_step(walk, b, i, false);
        dt__block_put(b, i, walk->value, walk->why);
    }
}

/* The known level is that of the first element computed, the last one. */
static void
levels_backward(void *self, struct dt__block *b)
{
    struct dt__walk *walk = self;

    for (int i = b->n - 1; i >= 0; i--) {
        dt__block_put(b, i, walk->value, walk->why);
        if (b->first + i > 0) /* Before the first there is no element. */
            levels_step(walk, b, i, true);
    }
}

/* The elements behind the one whose level is known; or backwards, to the start,
 * that one and those before it. */
static void
levels_go(struct dt__walk *walk, const struct dt_series *growth, bool backwards,
          int64_t known, const struct dt_series_out *out)
{
    const struct dt__operand operand = DT__VALUE_OF(growth);
    const struct dt__task task = {
        .state = walk,
        .operand = &operand,
        .operands = 1,
        .order = backwards ? DT__BACKWARD : DT__FORWARD,
        .most = backwards ? 0 : DT__CHAIN_BLOCK,
        .all = backwards ? levels_backward : levels_forward,
    };
    dt__compute(&task, backwards ? 0 : known + 1,
                backwards ? known + 1 : growth->length, out);
}

void
dt__levels_run(const void *self, const struct dt_series *growth,
               const struct dt_series_out *out)
{
    const struct dt__levels_plan *plan = self;
    const int64_t known = plan->known;
    struct dt__walk walk;

    dt__summary_open(out->summary, &plan->made);
    if (known >= 0) {
        dt__walk_init(&walk, plan->way, plan->level);
        levels_go(&walk, growth, true, known, out);
    }
    dt__walk_init(&walk, plan->way, plan->level);
    levels_go(&walk, growth, false, known, out);
}

/* What levels, and what piles up, follow from. */
static int32_t
levels_check_kind(const struct dt_series *growth, int32_t kind,
                  struct dt_error *error)
{
    const struct dt__growth_kind *row = dt__growth_kind(kind);
    if (row == NULL || row->walk == DT__WALK_NONE)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", of which no level follows", kind);
    if (dt__unit_is(&growth->unit, DT__UNIT_HUNDREDTHS) &&
        (row->flags & DT__KIND_MINDS_BASE))
        return dt__fail(error, DT_E_UNIT, -1, "growth->unit is per cent; "
                        "rates are fractions: convert it first");
    if (dt__unit_is(&growth->unit, DT__UNIT_LOGARITHMS) &&
        !(row->flags & DT__KIND_ADDS))
        return dt__fail(error, DT_E_UNIT, -1, "growth->unit is a logarithm, "
                        "but kind is %" PRId32, kind);
    return DT_E_OK;
}

static int32_t
levels_check(const struct dt_series *growth, int32_t kind,
             const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(growth, "growth", error));
    DT__TRY(dt__check_out(out, growth->length, error));
    return levels_check_kind(growth, kind, error);
}

static int32_t
levels_check_panel(const struct dt_series_panel *growth, int32_t kind,
                   const struct dt_series_panel_out *out,
                   struct dt_error *error)
{
    DT__TRY(dt__check_panel(growth, "growth", error));
    DT__TRY(dt__check_panel_out(out, growth, error));
    const struct dt_series like = dt__panel_like(growth);
    return levels_check_kind(&like, kind, error);
}

static int32_t
levels_check_known(const struct dt_series *growth, int64_t period, double level,
                   const char *name, struct dt_error *error)
{
    char text[DT__PERIOD_TEXT_SIZE], slip[DT__PERIOD_SLIP_SIZE];
    char number[DT__NUMBER_SIZE];

    DT__TRY(dt__check_period(period, "period", error));
    (void)dt__period_slip(slip, growth->frequency, period, growth->start);
    if (period < growth->start && period != growth->start - 1)
        return dt__fail(error, DT_E_BEFORE, -1, "period is %s, more than one "
                        "period before the start of the growth%s",
                        dt__period_text(text, growth->frequency, period), slip);
    if (period >= growth->start + growth->length)
        return dt__fail(error, DT_E_AFTER, -1, "period is %s, after the end "
                        "of the growth%s",
                        dt__period_text(text, growth->frequency, period), slip);
    if (!dt__is_finite(level))
        return dt__fail(error, DT_E_VALUE, -1, "%s is %s; it must be "
                        "finite", name, dt__number(number, level));
    return DT_E_OK;
}

/* The level of each series of a panel. */
static int32_t
levels_check_all_known(const struct dt_series_panel *growth, int64_t period,
                       const double *levels, struct dt_error *error)
{
    struct dt_series one = dt__panel_like(growth);

    for (int64_t j = 0; j < growth->count; j++) {
        dt__panel_move(growth, j, &one);
        DT__TRY(dt__panel_blame(levels_check_known(&one, period, levels[j],
                                                   "levels", error), j, error));
    }
    return DT_E_OK;
}

int32_t
dt_growth_levels(const struct dt_series *growth, int32_t kind, int64_t period,
                 double level, const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(levels_check(growth, kind, out, error));
    DT__TRY(dt__no_growth_options(options, error));
    DT__TRY(levels_check_known(growth, period, level, "level", error));
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    const struct dt__levels_plan plan = {
        dt__growth_kind(kind)->walk, period - growth->start, level,
        { DT_SERIES_TRANSFORMATION_LEVEL, &unstated, 0, 0 },
    };

    const struct dt__environment caller = dt__enter();
    dt__levels_run(&plan, growth, out);
    dt__leave(caller);
    return DT_E_OK;
}

static void
levels_run_panel(const struct dt_series_panel *growth, int32_t way,
                 int64_t period, const double *levels,
                 const struct dt_series_panel_out *out)
{
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    struct dt_series one = dt__panel_like(growth);
    struct dt_series_out to;

    for (int64_t j = 0; j < growth->count; j++) {
        dt__panel_move(growth, j, &one);
        dt__panel_move_out(out, growth, j, &to);
        const struct dt__levels_plan plan = {
            way, period - one.start, levels[j],
            { DT_SERIES_TRANSFORMATION_LEVEL, &unstated, 0, 0 },
        };
        dt__levels_run(&plan, &one, &to);
    }
}

int32_t
dt_growth_levels_panel(const struct dt_series_panel *growth, int32_t kind,
                       int64_t period, const double *levels,
                       const struct dt_growth_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error)
{
    DT__TRY(levels_check_panel(growth, kind, out, error));
    DT__TRY(dt__no_growth_options(options, error));
    if (growth->count > 0)
        DT__TRY(dt__check_given(levels, "levels", error));
    DT__TRY(levels_check_all_known(growth, period, levels, error));

    const struct dt__environment caller = dt__enter();
    levels_run_panel(growth, dt__growth_kind(kind)->walk, period, levels, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_growth_cumulative(const struct dt_series *growth, int32_t kind,
                     const struct dt_growth_options *options,
                     const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(levels_check(growth, kind, out, error));
    DT__TRY(dt__no_growth_options(options, error));
    const int32_t way = dt__growth_kind(kind)->cumulative;
    const struct dt__levels_plan plan = {
        way, -1, dt__walk_neutral(way),
        { DT_SERIES_TRANSFORMATION_CUMULATIVE, &growth->unit, dt__nan(), 0 },
    };

    const struct dt__environment caller = dt__enter();
    dt__levels_run(&plan, growth, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_growth_cumulative_panel(const struct dt_series_panel *growth, int32_t kind,
                           const struct dt_growth_options *options,
                           const struct dt_series_panel_out *out,
                           struct dt_error *error)
{
    DT__TRY(levels_check_panel(growth, kind, out, error));
    DT__TRY(dt__no_growth_options(options, error));
    const int32_t way = dt__growth_kind(kind)->cumulative;
    const struct dt__levels_plan plan = {
        way, -1, dt__walk_neutral(way),
        { DT_SERIES_TRANSFORMATION_CUMULATIVE, &growth->unit, dt__nan(), 0 },
    };

    const struct dt__environment caller = dt__enter();
    dt__panel_run(growth, dt__levels_run, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
