#include "growth/line.h"

#include <stddef.h>

#include "num/scale.h"
#include "series/find.h"
#include "series/view.h"
#include "series/why.h"

/* Point i; missing where one of its two numbers is. */
static int32_t
read(const struct dt__points *self, int64_t i, double *t, double *x)
{
    int32_t why = dt__read(self->x, i, x);

    *t = (double)(i - self->base);
    if (self->position != NULL) {
        const int64_t j = dt__find(self->position, self->x->start + i);
        why = j < 0 ? DT_SERIES_WHY_VALUE_MISSING
                    : dt__first_why(why, dt__read(self->position, j, t));
    }
    if (why == DT_SERIES_WHY_DEFINED && self->logs && *x <= 0)
        why = DT_SERIES_WHY_DOMAIN;
    return why;
}

/* The exponent of a number, unless that of an earlier one is larger. */
static void
raise(double x, int *e)
{
    int own = INT32_MIN;

    if (x != 0)
        (void)dt__split(x, &own);
    *e = own > *e ? own : *e;
}

/* How many points there are, the first of them, and units for which the
 * largest number is about 1. */
static int32_t
survey(const struct dt__points *points, struct dt__line *line,
       int64_t *first, int64_t *index)
{
    int t_e = INT32_MIN, y_e = INT32_MIN;
    int32_t why = DT_SERIES_WHY_DEFINED;

    *index = -1;
    for (int64_t i = points->base; i <= points->end; i++) {
        double t, x;
        const int32_t own = read(points, i, &t, &x);
        if (own == DT_SERIES_WHY_VALUE_MISSING)
            continue;
        if (dt__first_why(why, own) != why) {
            why = own;
            *index = i;
        }
        if (own != DT_SERIES_WHY_DEFINED)
            continue;
        if (line->count++ == 0)
            *first = i;
        raise(t, &t_e);
        raise(x, &y_e);
    }
    line->t_e = points->position == NULL || t_e == INT32_MIN ? 0 : t_e;
    line->y_e = points->logs || y_e == INT32_MIN ? 0 : y_e;
    return line->count < 2 ? dt__first_why(why, DT_SERIES_WHY_TOO_FEW) : why;
}

/* A point seen from the first one. */
struct seen {
    struct dt__dd u, v;
};

static bool
see(const struct dt__points *points, const struct dt__line *line, int64_t i,
    struct seen *seen)
{
    double t, x;

    if (read(points, i, &t, &x) != DT_SERIES_WHY_DEFINED)
        return false;
    seen->u = dt__two_sum(dt__scale(t, -line->t_e), -line->t_0.hi);
    if (!points->logs)
        seen->v = dt__two_sum(dt__scale(x, -line->y_e), -line->y_0.hi);
    else if (x == line->y_0.hi)
        seen->v = dt__dd_from(0);
    else
        seen->v = dt__log_ratio(line->y_0, dt__dd_from(x));
    return true;
}

/* n a - sum */
static struct dt__dd
from_mean(const struct dt__line *line, struct dt__dd a, struct dt__dd sum)
{
    const struct dt__dd n = dt__dd_from((double)line->count);
    return dt__dd_add(dt__dd_multiply(n, a), dt__dd_negate(sum));
}

static struct dt__dd
add_product(struct dt__dd sum, struct dt__dd a, struct dt__dd b)
{
    return dt__dd_add(sum, dt__dd_multiply(a, b));
}

int32_t
dt__line_fit(const struct dt__points *points, struct dt__line *line,
             int64_t *index)
{
    int64_t first = 0;
    double t, x;
    struct seen p;

    *line = (struct dt__line){ .count = 0 };
    const int32_t why = survey(points, line, &first, index);
    if (why != DT_SERIES_WHY_DEFINED)
        return why;

    /* For logarithms y_0 stays the level, of which they are taken. */
    (void)read(points, first, &t, &x);
    line->t_0 = dt__dd_from(dt__scale(t, -line->t_e));
    line->y_0 = dt__dd_from(dt__scale(x, -line->y_e));
    for (int64_t i = first; i <= points->end; i++)
        if (see(points, line, i, &p)) {
            line->u = dt__dd_add(line->u, p.u);
            line->v = dt__dd_add(line->v, p.v);
            if (dt__abs(p.v.hi) > line->v_most)
                line->v_most = dt__abs(p.v.hi);
        }
    for (int64_t i = first; i <= points->end; i++)
        if (see(points, line, i, &p)) {
            const struct dt__dd w = from_mean(line, p.u, line->u);
            const struct dt__dd z = from_mean(line, p.v, line->v);
            line->ww = add_product(line->ww, w, w);
            line->wz = add_product(line->wz, w, z);
            line->zz = add_product(line->zz, z, z);
        }
    return line->ww.hi == 0 ? DT_SERIES_WHY_NO_PERIODS : DT_SERIES_WHY_DEFINED;
}

struct dt__dd
dt__line_slope(const struct dt__line *line)
{
    return dt__dd_divide(line->wz, line->ww);
}

struct dt__dd
dt__line_residuals(const struct dt__points *points, const struct dt__line *line)
{
    const struct dt__dd slope = dt__dd_negate(dt__line_slope(line));
    /* Smaller ones are the errors of the arithmetic. */
    const double least = 0x1p-88 * (double)line->count * line->v_most;
    struct dt__dd sum = { 0, 0 };
    struct seen p;

    for (int64_t i = points->base; i <= points->end; i++) {
        if (!see(points, line, i, &p))
            continue;
        const struct dt__dd w = from_mean(line, p.u, line->u);
        const struct dt__dd z = from_mean(line, p.v, line->v);
        const struct dt__dd rest = add_product(z, slope, w);
        if (dt__abs(rest.hi) > least)
            sum = add_product(sum, rest, rest);
    }
    return sum;
}
