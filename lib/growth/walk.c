#include "growth/walk.h"

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"
#include "num/scale.h"

/* Beyond, every level has left the range for good. */
#define WALK_LARGEST_LOG 1e5

/* Takes over the level rounded, unless it overflows. */
static void
settle(struct dt__walk *self, double value)
{
    self->value = value;
    if (!dt__is_finite(value))
        self->why = DT_SERIES_WHY_OVERFLOW;
}

/* The level less 1, from a level below 2^201. */
static struct dt__dd
less_one(struct dt__dd m, int64_t e)
{
    const int by = e < -200 ? -200 : (int)e;
    return dt__dd_add((struct dt__dd){ dt__scale(m.hi, by),
                                       dt__scale(m.lo, by) }, dt__dd_from(-1));
}

/* Follows the level with a rate that led to it: g + g' + g g' keeps what a
 * small gain would lose by the difference. */
static void
gain(struct dt__walk *self, double rate)
{
    const struct dt__dd before = self->gain, g = dt__dd_from(rate);

    if (self->m.hi != 0 && self->e > 200) {
        self->gain = dt__dd_from(1); /* Not near. */
        return;
    }
    self->gain = dt__abs(before.hi) < 0.5 && dt__abs(rate) <= 1
                     ? dt__dd_add(dt__dd_add(before, g),
                                  dt__dd_multiply(before, g))
                     : less_one(self->m, self->e);
    settle(self, self->gain.hi + self->gain.lo);
}

/* Takes over a level in units of 2^e. */
static void
set(struct dt__walk *self, struct dt__dd m)
{
    int e = 0;

    self->m = m;
    if (m.hi != 0) {
        self->m = dt__split_pair(m, &e);
        self->e += e;
    }
    e = self->e > 3000 ? 3000 : self->e < -3000 ? -3000 : (int)self->e;
    settle(self, dt__round_scaled(self->m, e));
}

void
dt__walk_init(struct dt__walk *self, int32_t kind, double level)
{
    *self = (struct dt__walk){ .kind = kind, .why = DT_SERIES_WHY_DEFINED };
    if (kind == DT_GROWTH_CHANGE) {
        self->m = dt__dd_from(level);
        self->value = level;
        dt__sum_add(&self->sum, level);
    } else {
        set(self, dt__dd_from(level));
    }
    if (kind == DT__WALK_GAIN)
        self->value = 0;
}

static void
add(struct dt__walk *self, double change)
{
    const struct dt__dd s = dt__two_sum(self->m.hi, change);
    const struct dt__dd t = dt__two_sum(self->m.lo, s.lo);

    self->m = dt__two_sum(s.hi, t.hi);
    self->inexact = self->inexact || t.lo != 0;
    dt__sum_add(&self->sum, change);
    settle(self, self->inexact ? dt__sum_round(&self->sum) : self->m.hi);
}

static void
scale_by(struct dt__walk *self, struct dt__dd factor, bool divide)
{
    int e;

    /* A zero has the sign of the product. */
    if (self->m.hi == 0 || factor.hi == 0) {
        set(self, dt__dd_from(self->m.hi * factor.hi));
        return;
    }
    const struct dt__dd f = dt__split_pair(factor, &e);
    self->e += divide ? -e : e;
    set(self, divide ? dt__dd_divide(self->m, f)
                     : dt__multiply_off(self->m, f));
}

/* Multiplies by e^log, or divides by e^-log: an exponential above 1 keeps all
 * digits. */
static void
scale_by_exp(struct dt__walk *self, double log)
{
    double part = dt__abs(log);
    int parts = 1;

    if (part > WALK_LARGEST_LOG) {
        self->why = log > 0 && self->m.hi != 0 ? DT_SERIES_WHY_OVERFLOW
                                               : self->why;
        set(self, dt__dd_from(0 * self->m.hi));
        return;
    }
    for (; part > 600; part *= 0.5)
        parts *= 2;
    const struct dt__dd factor = dt__dd_add(dt__dd_from(1),
                                            dt__expm1_dd(dt__dd_from(part)));
    for (int i = 0; i < parts; i++)
        scale_by(self, factor, log < 0);
}

void
dt__walk_step(struct dt__walk *self, double growth, bool backwards)
{
    if (self->kind == DT_GROWTH_CHANGE) {
        add(self, backwards ? -growth : growth);
        return;
    }
    if (self->kind == DT_GROWTH_LOG) {
        scale_by_exp(self, backwards ? -growth : growth);
        return;
    }
    const struct dt__dd factor = self->kind == DT_GROWTH_FACTOR
                                     ? dt__dd_from(growth)
                                     : dt__two_sum(1, growth);
    if (backwards && factor.hi == 0) {
        self->why = DT_SERIES_WHY_ZERO_BASE;
        return;
    }
    scale_by(self, factor, backwards);
    if (self->kind == DT__WALK_GAIN)
        gain(self, growth);
}

bool
dt__walk_block(struct dt__walk *self, const double *growth, double *values)
{
    const bool gains = self->kind == DT__WALK_GAIN;
    const bool rates = gains || self->kind == DT_GROWTH_RATE;

    if ((!rates && self->kind != DT_GROWTH_FACTOR) || self->e < -100 ||
        self->e > 100 || self->m.hi == 0 || self->why != DT_SERIES_WHY_DEFINED)
        return false;
    struct dt__dd level = { dt__scale(self->m.hi, (int)self->e),
                            dt__scale(self->m.lo, (int)self->e) };
    if (dt__kernels()->chain(growth, rates, gains, &level, values) != 0)
        return false;
    self->e = 0;
    set(self, level);
    if (gains)
        self->gain = less_one(self->m, self->e);
    self->value = values[DT__BLOCK - 1];
    return true;
}
