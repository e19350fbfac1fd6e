/* SPDX-License-Identifier: MIT */
#include "growth/line.h"

#include <stddef.h>

#include "num/scale.h"
#include "series/fold.h"
#include "series/why.h"

/* One walk along the points. */
struct line_walk {
    const struct dt__points *points;
    struct dt__line *line;
    int t_e, y_e;           /* The largest exponents, */
    int32_t why;            /* the first reason against the line, */
    int64_t index;          /* and where. */
    struct dt__dd slope;    /* For the residuals: less b, */
    double least;           /* what is an error of the arithmetic, */
    struct dt__dd squares;  /* and their sum. */
};

/* A point, as the walk hands it out: (t, x). */
static double
line_position(const struct line_walk *walk, int64_t i, const double *x)
{
    const struct dt__points *points = walk->points;
    return points->position != NULL ? x[1] : (double)(i - points->base);
}

static void
line_object(struct line_walk *walk, int64_t i, int32_t why)
{
    if (dt__first_why(walk->why, why) == walk->why)
        return;
    walk->why = why;
    walk->index = i;
}

/* A point is left out where one of its two numbers is missing. */
static int32_t
line_miss(void *self, int64_t i, int32_t why)
{
    if (why != DT_SERIES_WHY_VALUE_MISSING)
        line_object(self, i, why);
    return DT_SERIES_WHY_DEFINED;
}

/* The exponent of a number, unless that of an earlier one is larger. */
static void
line_raise(double x, int *e)
{
    int own = INT32_MIN;

    if (x != 0)
        (void)dt__split(x, &own);
    *e = own > *e ? own : *e;
}

/* How many points there are, the first of them, and the largest numbers. */
static int32_t
line_survey(void *self, int64_t i, const double *x)
{
    struct line_walk *walk = self;
    struct dt__line *line = walk->line;
    const double t = line_position(walk, i, x);

    if (walk->points->logs && x[0] <= 0) {
        line_object(walk, i, DT_SERIES_WHY_DOMAIN);
        return DT_SERIES_WHY_DEFINED;
    }
    if (line->count++ == 0) {
        /* For logarithms y_0 stays the level, of which they are taken. */
        line->t_0 = dt__dd_from(t);
        line->y_0 = dt__dd_from(x[0]);
    }
    line_raise(t, &walk->t_e);
    line_raise(x[0], &walk->y_e);
    return DT_SERIES_WHY_DEFINED;
}

/* Units for which the largest number is about 1. */
static void
line_choose_units(const struct line_walk *walk, struct dt__line *line)
{
    const bool counted = walk->points->position == NULL;

    line->t_e = counted || walk->t_e == INT32_MIN ? 0 : walk->t_e;
    line->y_e = walk->points->logs || walk->y_e == INT32_MIN ? 0 : walk->y_e;
    line->t_0 = dt__dd_from(dt__scale(line->t_0.hi, -line->t_e));
    line->y_0 = dt__dd_from(dt__scale(line->y_0.hi, -line->y_e));
}

/* A point seen from the first one. */
struct line_seen {
    struct dt__dd u, v;
};

static struct line_seen
line_see(const struct line_walk *walk, int64_t i, const double *x)
{
    const struct dt__line *line = walk->line;
    const double t = line_position(walk, i, x);
    struct line_seen seen;

    seen.u = dt__two_sum(dt__scale(t, -line->t_e), -line->t_0.hi);
    if (!walk->points->logs)
        seen.v = dt__two_sum(dt__scale(x[0], -line->y_e), -line->y_0.hi);
    else if (x[0] == line->y_0.hi)
        seen.v = dt__dd_from(0);
    else
        seen.v = dt__log_ratio(line->y_0, dt__dd_from(x[0]));
    return seen;
}

/* n a - sum */
static struct dt__dd
line_from_mean(const struct dt__line *line, struct dt__dd a, struct dt__dd sum)
{
    const struct dt__dd n = dt__dd_from((double)line->count);
    return dt__dd_add(dt__dd_multiply(n, a), dt__dd_negate(sum));
}

static struct dt__dd
line_add_product(struct dt__dd sum, struct dt__dd a, struct dt__dd b)
{
    return dt__dd_add(sum, dt__dd_multiply(a, b));
}

static int32_t
line_add_distances(void *self, int64_t i, const double *x)
{
    struct line_walk *walk = self;
    struct dt__line *line = walk->line;
    const struct line_seen p = line_see(walk, i, x);

    line->u = dt__dd_add(line->u, p.u);
    line->v = dt__dd_add(line->v, p.v);
    if (dt__abs(p.v.hi) > line->v_most)
        line->v_most = dt__abs(p.v.hi);
    return DT_SERIES_WHY_DEFINED;
}

static int32_t
line_add_squares(void *self, int64_t i, const double *x)
{
    struct line_walk *walk = self;
    struct dt__line *line = walk->line;
    const struct line_seen p = line_see(walk, i, x);
    const struct dt__dd w = line_from_mean(line, p.u, line->u);
    const struct dt__dd z = line_from_mean(line, p.v, line->v);

    line->ww = line_add_product(line->ww, w, w);
    line->wz = line_add_product(line->wz, w, z);
    line->zz = line_add_product(line->zz, z, z);
    return DT_SERIES_WHY_DEFINED;
}

static int32_t
line_add_residual(void *self, int64_t i, const double *x)
{
    struct line_walk *walk = self;
    const struct line_seen p = line_see(walk, i, x);
    const struct dt__dd w = line_from_mean(walk->line, p.u, walk->line->u);
    const struct dt__dd z = line_from_mean(walk->line, p.v, walk->line->v);
    const struct dt__dd rest = line_add_product(z, walk->slope, w);

    if (dt__abs(rest.hi) > walk->least)
        walk->squares = line_add_product(walk->squares, rest, rest);
    return DT_SERIES_WHY_DEFINED;
}

/* Takes each point that has both of its numbers. */
static void
line_walk_along(struct line_walk *walk,
                int32_t (*take)(void *self, int64_t i, const double *x))
{
    const struct dt__points *points = walk->points;
    const struct dt__fold fold = { walk, take, line_miss };
    const struct dt_series *x = points->x, *position = points->position;
    /* Without positions, the second is not looked at. */
    const struct dt__operand operands[] = {
        DT__VALUE_OF(x), DT__BESIDE(position != NULL ? position : x, x->start),
    };
    const struct dt__task task = { .operand = operands,
                                   .operands = position != NULL ? 2 : 1 };
    int64_t at;

    (void)dt__fold(&task, &fold, points->base, points->end + 1, &at);
}

int32_t
dt__line_fit(const struct dt__points *points, struct dt__line *line,
             int64_t *index)
{
    struct line_walk walk = { .points = points, .line = line,
                              .t_e = INT32_MIN, .y_e = INT32_MIN,
                              .index = -1 };

    *line = (struct dt__line){ .count = 0 };
    line_walk_along(&walk, line_survey);
    if (line->count < 2)
        line_object(&walk, -1, DT_SERIES_WHY_TOO_FEW);
    *index = walk.index;
    if (walk.why != DT_SERIES_WHY_DEFINED)
        return walk.why;
    line_choose_units(&walk, line);
    line_walk_along(&walk, line_add_distances);
    line_walk_along(&walk, line_add_squares);
    return line->ww.hi == 0 ? DT_SERIES_WHY_NO_PERIODS : DT_SERIES_WHY_DEFINED;
}

struct dt__dd
dt__line_slope(const struct dt__line *line)
{
    return dt__dd_divide(line->wz, line->ww);
}

struct dt__dd
dt__line_residuals(const struct dt__points *points, struct dt__line *line)
{
    struct line_walk walk = {
        .points = points,
        .line = line,
        .slope = dt__dd_negate(dt__line_slope(line)),
        .least = DT__LINE_NOISE * (double)line->count * line->v_most,
    };

    line_walk_along(&walk, line_add_residual);
    return walk.squares;
}
