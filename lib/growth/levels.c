#include <dtgrowth/growth.h>

#include <inttypes.h>

#include "growth/kernel.h"
#include "series/access.h"

/* A level on its way along the growth, and why it stopped being one. */
struct walk {
    int32_t kind;
    int32_t why;
    struct dt__dd level;
};

static bool
is_finite(struct dt__dd x)
{
    return dt__is_finite(x.hi) && dt__is_finite(x.lo);
}

/* 1 + rate, or the factor as it is. */
static struct dt__dd
factor_of(int32_t kind, double growth)
{
    return kind == DT_GROWTH_FACTOR ? dt__dd_from(growth)
                                    : dt__two_sum(1, growth);
}

static struct dt__dd
step_forward(struct dt__dd level, int32_t kind, double growth)
{
    if (kind == DT_GROWTH_CHANGE)
        return dt__dd_add(level, dt__dd_from(growth));
    if (kind != DT_GROWTH_LOG)
        return dt__dd_multiply(level, factor_of(kind, growth));
    if (dt__abs(growth) > 690)
        return dt__dd_from(dt__scaled_exp(level.hi, dt__dd_from(growth)));
    const struct dt__dd rate = dt__expm1_dd(dt__dd_from(growth));
    return dt__dd_multiply(level, dt__dd_add(rate, dt__dd_from(1)));
}

/* The growth of period i takes the level of i - 1 to that of i; backwards it
 * is undone. */
static void
step(struct walk *self, const struct dt_series *growth, int64_t i,
     bool backwards)
{
    double g;

    if (self->why != DT_SERIES_WHY_DEFINED)
        return;
    self->why = dt__read(growth, i, &g);
    if (self->why != DT_SERIES_WHY_DEFINED)
        return;
    if (!backwards) {
        self->level = step_forward(self->level, self->kind, g);
    } else if (self->kind == DT_GROWTH_CHANGE || self->kind == DT_GROWTH_LOG) {
        self->level = step_forward(self->level, self->kind, -g);
    } else {
        const struct dt__dd factor = factor_of(self->kind, g);
        if (factor.hi == 0) {
            self->why = DT_SERIES_WHY_ZERO_BASE;
            return;
        }
        self->level = dt__dd_divide(self->level, factor);
    }
    if (!is_finite(self->level))
        self->why = DT_SERIES_WHY_OVERFLOW;
}

static void
put(const struct dt_series_out *out, int64_t i, const struct walk *walk)
{
    dt__put(out, i, walk->level.hi + walk->level.lo, walk->why);
}

static int32_t
check(const struct dt_series *growth, int32_t kind, int64_t period,
      double level, struct dt_error *error)
{
    char text[DT__PERIOD_TEXT_SIZE], number[DT__NUMBER_SIZE];

    if (kind != DT_GROWTH_RATE && kind != DT_GROWTH_CHANGE &&
        kind != DT_GROWTH_LOG && kind != DT_GROWTH_FACTOR)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", of which no level follows", kind);
    if (growth->unit.kind == DT_SERIES_UNIT_PERCENT && kind != DT_GROWTH_CHANGE)
        return dt__fail(error, DT_E_UNIT, -1, "growth->unit is per cent; "
                        "rates are fractions: convert it first");
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
        status = check(growth, kind, period, level, error);
    if (status < 0)
        return status;

    const int64_t known = period - growth->start; /* -1: before the first. */
    const struct walk start = { kind, DT_SERIES_WHY_DEFINED,
                                dt__dd_from(level) };

    /* Going back, the growth of an element is read before its place may be
     * overwritten by its level. */
    struct walk walk = start;
    for (int64_t i = known; i >= 0; i--) {
        const struct walk here = walk;
        if (i > 0)
            step(&walk, growth, i, true);
        put(out, i, &here);
    }
    walk = start;
    for (int64_t i = known + 1; i < growth->length; i++) {
        step(&walk, growth, i, false);
        put(out, i, &walk);
    }
    return DT_E_OK;
}
