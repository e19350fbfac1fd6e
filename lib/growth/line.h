/* SPDX-License-Identifier: MIT */
/* A straight line through observations, by least squares. */
#ifndef DTGROWTH_LIB_GROWTH_LINE_H
#define DTGROWTH_LIB_GROWTH_LINE_H

#include <dtgrowth/growth.h>

#include "num/num.h"

/* What the line goes through: the observations base ... end of `x`, or their
 * logarithms, at the positions that a series of the same frequency gives, or
 * else at the number of periods from the base. */
struct dt__points {
    const struct dt_series *x, *position;
    int64_t base, end;
    bool logs;
};

/* Sums over the n points (t, y), of u = t - t_0 and v = y - y_0, seen from the
 * first one, and of w = n u - sum u and z = n v - sum v, which are n times the
 * distances from the means. All t are in units of 2^t_e, all y of 2^y_e: 1 for
 * periods and for logarithms. */
struct dt__line {
    int64_t count;
    int t_e, y_e;
    struct dt__dd t_0, y_0;
    struct dt__dd u, v, ww, wz, zz;
    double v_most; /* The largest |v|. */
};

/* What is this far below its terms is an error of the arithmetic. */
#define DT__LINE_NOISE 0x1p-88

/* Fits it. Otherwise says why it cannot be, and at which observation: -1 where
 * it is none in particular. */
int32_t dt__line_fit(const struct dt__points *points, struct dt__line *line,
                     int64_t *index);

/* The slope, in units of 2^(y_e - t_e). */
struct dt__dd dt__line_slope(const struct dt__line *line);

/* The sum of the squares of n times the residuals, in units of 4^y_e. */
struct dt__dd dt__line_residuals(const struct dt__points *points,
                                 struct dt__line *line);

#endif
