#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "calendar/period_format.h"
#include "growth/blocks.h"
#include "growth/walk.h"
#include "kernels/kernels.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"

/* The growth of period i takes the level of i - 1 to that of i; backwards it
 * is undone. */
static void
step(struct dt__walk *walk, const struct dt_series *growth, int64_t i,
     bool backwards)
{
    double g;
    const int32_t why = dt__read(growth, i, &g);

    if (walk->why != DT_SERIES_WHY_DEFINED)
        return;
    if (why != DT_SERIES_WHY_DEFINED)
        walk->why = why;
    else
        dt__walk_step(walk, g, backwards);
}

/* Elements from `first` on. Each block is read before it is written. */
static void
go_forward(struct dt__walk *walk, const struct dt_series *growth, int64_t first,
           const struct dt_series_out *out)
{
    double room[DT__BLOCK], values[DT__BLOCK];
    uint8_t why[DT__BLOCK];
    /* NaN in a block is missing, or stops it. */
    memset(why, 0, sizeof(why));
    for (int64_t at = first, n; at < growth->length; at += n) {
        n = growth->length - at < DT__BLOCK ? growth->length - at : DT__BLOCK;
        if (n == DT__BLOCK &&
            dt__walk_block(walk, dt__gather(growth, at, (int)n, room),
                           values)) {
            dt__put_block(out, at, (int)n, values, why);
            continue;
        }
        for (int64_t i = at; i < at + n; i++) {
            step(walk, growth, i, false);
            dt__put(out, i, walk->value, walk->why);
        }
    }
}

static int32_t
check_growth(const struct dt_series *growth, int32_t kind,
             struct dt_error *error)
{
    if (kind != DT_GROWTH_RATE && kind != DT_GROWTH_CHANGE &&
        kind != DT_GROWTH_LOG && kind != DT_GROWTH_FACTOR)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", of which no level follows", kind);
    if (growth->unit.kind == DT_SERIES_UNIT_PERCENT && kind != DT_GROWTH_CHANGE)
        return dt__fail(error, DT_E_UNIT, -1, "growth->unit is per cent; "
                        "rates are fractions: convert it first");
    if (growth->unit.kind == DT_SERIES_UNIT_LOG &&
        (kind == DT_GROWTH_RATE || kind == DT_GROWTH_FACTOR))
        return dt__fail(error, DT_E_UNIT, -1, "growth->unit is a logarithm, "
                        "but kind is %" PRId32, kind);
    return DT_E_OK;
}

static int32_t
check_known(const struct dt_series *growth, int64_t period, double level,
            struct dt_error *error)
{
    char text[DT__PERIOD_TEXT_SIZE], number[DT__NUMBER_SIZE];

    if (period == DT_SERIES_NO_PERIOD)
        return dt__fail(error, DT_E_PERIOD, -1, "period is no period");
    (void)dt__period_text(text, growth->frequency, period);
    if (period < growth->start && period != growth->start - 1)
        return dt__fail(error, DT_E_BEFORE, -1, "period is %s, more than one "
                        "period before the start of the growth", text);
    if (period >= growth->start + growth->length &&
        period != growth->start - 1)
        return dt__fail(error, DT_E_AFTER, -1, "period is %s, after the end "
                        "of the growth", text);
    if (!dt__is_finite(level))
        return dt__fail(error, DT_E_VALUE, -1, "level is %s; it must be "
                        "finite", dt__number(number, level));
    return DT_E_OK;
}

int32_t
dt_growth_levels(const struct dt_series *growth, int32_t kind, int64_t period,
                 double level, const struct dt_series_out *out,
                 struct dt_error *error)
{
    int32_t status = dt__check_series(growth, "growth", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, growth->length, error);
    if (status == DT_E_OK)
        status = check_growth(growth, kind, error);
    if (status == DT_E_OK)
        status = check_known(growth, period, level, error);
    if (status < 0)
        return status;

    const struct dt__environment caller = dt__enter();
    const int64_t known = period - growth->start; /* -1: before the first. */
    struct dt__walk walk;

    /* Going back, the growth of an element is read before its place may be
     * overwritten by its level. */
    dt__walk_init(&walk, kind, level);
    for (int64_t i = known; i >= 0; i--) {
        const double value = walk.value;
        const int32_t why = walk.why;
        if (i > 0)
            step(&walk, growth, i, true);
        dt__put(out, i, value, why);
    }
    dt__walk_init(&walk, kind, level);
    go_forward(&walk, growth, known + 1, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_growth_cumulative(const struct dt_series *growth, int32_t kind,
                     const struct dt_series_out *out, struct dt_error *error)
{
    int32_t status = dt__check_series(growth, "growth", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, growth->length, error);
    if (status == DT_E_OK)
        status = check_growth(growth, kind, error);
    if (status < 0)
        return status;

    const struct dt__environment caller = dt__enter();
    struct dt__walk walk;

    if (kind == DT_GROWTH_RATE)
        dt__walk_init(&walk, DT__WALK_GAIN, 1);
    else if (kind == DT_GROWTH_FACTOR)
        dt__walk_init(&walk, DT_GROWTH_FACTOR, 1);
    else /* Logarithms and changes add up. */
        dt__walk_init(&walk, DT_GROWTH_CHANGE, 0);
    go_forward(&walk, growth, 0, out);
    dt__leave(caller);
    return DT_E_OK;
}
