/* SPDX-License-Identifier: MIT */
#include "growth/walk.h"

#include <dtgrowth/series.h>

#include "base/table.h"
#include "kernels/kernels.h"
#include "num/scale.h"
#include "series/why.h"

/* Beyond, every level has left the range for good. */
#define WALK_LARGEST_LOG 100000.0

struct dt__walk_way {
    void (*step)(struct dt__walk *self, double growth, bool backwards);
    /* For the kernel of products: a factor is `one` + growth, and a result the
     * product less `less`. */
    bool is_product;
    bool adds; /* Where it starts from is 0, and not 1. */
    double one, less;
};

/* Takes over the level rounded, unless it overflows. */
static void
walk_settle(struct dt__walk *self, double value)
{
    self->value = value;
    if (!dt__is_finite(value))
        self->why = DT_SERIES_WHY_OVERFLOW;
}

/* The level less 1, from a level below 2^201. */
static struct dt__dd
walk_less_one(struct dt__dd m, int64_t e)
{
    const int by = e < -200 ? -200 : (int)e;
    return dt__dd_add((struct dt__dd){ dt__scale(m.hi, by),
                                       dt__scale(m.lo, by) }, dt__dd_from(-1));
}

/* Follows the level with a rate that led to it: g + g' + g g' keeps what a
 * small gain would lose by the difference. */
static void
walk_gain(struct dt__walk *self, double rate)
{
    const struct dt__dd before = self->gain, g = dt__dd_from(rate);

    if (self->m.hi != 0 && self->e > 200) {
        self->gain = dt__dd_from(1); /* Not near. */
        return;
    }
    self->gain = dt__abs(before.hi) < 0.5 && dt__abs(rate) <= 1
                     ? dt__dd_add(dt__dd_add(before, g),
                                  dt__dd_multiply(before, g))
                     : walk_less_one(self->m, self->e);
    walk_settle(self, self->gain.hi + self->gain.lo);
}

/* Takes over a level in units of 2^e. */
static void
walk_set(struct dt__walk *self, struct dt__dd m)
{
    int e = 0;

    self->m = m;
    if (m.hi != 0) {
        self->m = dt__split_pair(m, &e);
        self->e += e;
    }
    e = self->e > 3000 ? 3000 : self->e < -3000 ? -3000 : (int)self->e;
    walk_settle(self, dt__round_scaled(self->m, e));
}

static void
walk_add(struct dt__walk *self, double change)
{
    const struct dt__dd s = dt__two_sum(self->m.hi, change);
    const struct dt__dd t = dt__two_sum(self->m.lo, s.lo);

    self->m = dt__two_sum(s.hi, t.hi);
    self->inexact = self->inexact || t.lo != 0;
    dt__sum_add(&self->sum, change);
    walk_settle(self, self->inexact ? dt__sum_round(&self->sum) : self->m.hi);
}

static void
walk_scale_by(struct dt__walk *self, struct dt__dd factor, bool divide)
{
    int e;

    /* A zero has the sign of the product. */
    if (self->m.hi == 0 || factor.hi == 0) {
        walk_set(self, dt__dd_from(self->m.hi * factor.hi));
        return;
    }
    const struct dt__dd f = dt__split_pair(factor, &e);
    self->e += divide ? -e : e;
    walk_set(self, divide ? dt__dd_divide(self->m, f)
                          : dt__multiply_off(self->m, f));
}

/* Multiplies by e^log, or divides by e^-log: an exponential above 1 keeps all
 * digits. */
static void
walk_scale_by_exp(struct dt__walk *self, double log)
{
    double part = dt__abs(log);
    int parts = 1;

    if (part > WALK_LARGEST_LOG) {
        self->why = log > 0 && self->m.hi != 0 ? DT_SERIES_WHY_OVERFLOW
                                               : self->why;
        walk_set(self, dt__dd_from(0 * self->m.hi));
        return;
    }
    for (; part > 600; part *= 0.5)
        parts *= 2;
    const struct dt__dd factor = dt__dd_add(dt__dd_from(1),
                                            dt__expm1_dd(dt__dd_from(part)));
    for (int i = 0; i < parts; i++)
        walk_scale_by(self, factor, log < 0);
}

static void
walk_step_by_change(struct dt__walk *self, double growth, bool backwards)
{
    walk_add(self, backwards ? -growth : growth);
}

static void
walk_step_by_log(struct dt__walk *self, double growth, bool backwards)
{
    walk_scale_by_exp(self, backwards ? -growth : growth);
}

static void
walk_step_by_factor(struct dt__walk *self, struct dt__dd factor, bool backwards)
{
    if (backwards && factor.hi == 0)
        self->why = DT_SERIES_WHY_ZERO_BASE;
    else
        walk_scale_by(self, factor, backwards);
}

static void
walk_step_by_level(struct dt__walk *self, double growth, bool backwards)
{
    walk_step_by_factor(self, dt__dd_from(growth), backwards);
}

static void
walk_step_by_rate(struct dt__walk *self, double growth, bool backwards)
{
    walk_step_by_factor(self, dt__two_sum(1, growth), backwards);
}

static void
walk_step_by_gain(struct dt__walk *self, double growth, bool backwards)
{
    walk_step_by_rate(self, growth, backwards);
    walk_gain(self, growth);
}

static const struct dt__walk_way walk_ways[] = {
    [DT__WALK_CHANGES] = { walk_step_by_change, false, true, 0, 0 },
    [DT__WALK_RATES]   = { walk_step_by_rate, true, false, 1, 0 },
    [DT__WALK_FACTORS] = { walk_step_by_level, true, false, 0, 0 },
    [DT__WALK_LOGS]    = { walk_step_by_log, false, false, 0, 0 },
    [DT__WALK_GAINS]   = { walk_step_by_gain, true, false, 1, 1 },
};
_Static_assert(DT__COUNT(walk_ways) == DT__WALKS_COUNT,
               "every way has its row");

void
dt__walk_init(struct dt__walk *self, int32_t way, double level)
{
    self->way = &walk_ways[way];
    self->why = DT_SERIES_WHY_DEFINED;
    self->m = self->gain = dt__dd_from(0);
    self->e = 0;
    self->inexact = false;
    if (self->way->adds) { /* The long sum is only made for them. */
        dt__sum_init(&self->sum);
        self->m = dt__dd_from(level);
        self->value = level;
        dt__sum_add(&self->sum, level);
    } else {
        walk_set(self, dt__dd_from(level));
    }
    if (self->way->less != 0)
        self->value = 0;
}

double
dt__walk_neutral(int32_t way)
{
    return walk_ways[way].adds ? 0 : 1;
}

void
dt__walk_step(struct dt__walk *self, double growth, bool backwards)
{
    self->way->step(self, growth, backwards);
}

bool
dt__walk_block(struct dt__walk *self, const double *growth, double *values)
{
    const struct dt__walk_way *way = self->way;

    if (!way->is_product || self->e < -100 || self->e > 100 ||
        self->m.hi == 0 || self->why != DT_SERIES_WHY_DEFINED)
        return false;
    struct dt__dd level = { dt__scale(self->m.hi, (int)self->e),
                            dt__scale(self->m.lo, (int)self->e) };
    if (dt__kernels()->chain(growth, way->one, way->less, &level, values) != 0)
        return false;
    self->e = 0;
    walk_set(self, level);
    if (way->less != 0)
        self->gain = walk_less_one(self->m, self->e);
    self->value = values[DT__CHAIN_BLOCK - 1];
    return true;
}
