/* SPDX-License-Identifier: MIT */
/* Published figures inside the library: checked, and as exact intervals. */
#ifndef DTGROWTH_LIB_FIGURES_FIGURE_H
#define DTGROWTH_LIB_FIGURES_FIGURE_H

#include <stdbool.h>

#include <dtgrowth/figures.h>

#include "fraction/rational.h"

/* Macros, as messages show what they are written as. */
#define DT__FIGURE_DIGITS       15
#define DT__FIGURE_DECIMALS_MIN -15
#define DT__FIGURE_DECIMALS_MAX 18

/* As many nines as a figure has digits at most. */
#define DT__FIGURE_LARGEST INT64_C(999999999999999)

/* Where a rule of rounding moves what lies between two neighbouring figures;
 * one to nearest, what lies in the middle. Either way is DT__UP, DT__DOWN, or
 * one of these. */
enum { DT__EITHER = 2, DT__TO_EVEN = 3 };
struct dt__rounding {
    bool nearest;
    int8_t positive, negative; /* Numbers of that sign. */
};

/* What prints as a figure: three multiples of half a unit of its last digit,
 * that is of 1 / (2 * 10^decimals), so that all of them are integers. */
struct dt__bounds {
    int64_t lower, value, upper;
    int32_t decimals;
    bool lower_in, upper_in; /* Whether an end itself prints as the figure. */
};

/* The same three as fractions. */
struct dt__range {
    struct dt__fraction lower, value, upper;
    bool lower_in, upper_in;
};

/* Whether the sign of one end less another lets two ranges meet there: it does
 * if it is right, or if the ends are equal and both belong. */
static inline bool
dt__ends_meet(int sign, bool belong)
{
    return sign > 0 || (sign == 0 && belong);
}

/* Each fails with a message that names the figure and its member; `owner` is
 * "base->", or empty. */
int32_t dt__figure_check(const struct dt_compare_figure *figure,
                         const char *owner, struct dt_error *error);
int32_t dt__figure_check_rule(int32_t rounding, const char *owner,
                              struct dt_error *error);
int32_t dt__figure_check_decimals(int32_t decimals, const char *owner,
                                  struct dt_error *error);

/* Of a good rule. */
const struct dt__rounding *dt__figure_rounding(int32_t rounding);

/* Of a good figure: whether its words take its precision away. */
bool dt__figure_is_vague(const struct dt_compare_figure *figure);

/* As if the figure were printed, also for a vague one. */
struct dt__bounds dt__figure_bounds(const struct dt_compare_figure *figure);

/* The range of a figure divided by 10^shift: 2 for per cent. */
void dt__figure_range(const struct dt_compare_figure *figure, int32_t shift,
                      struct dt__range *range);

/* The range in doubles, rounded outwards; without bounds if it is of a vague
 * figure. */
struct dt_compare_interval dt__range_interval(const struct dt__range *range,
                                              bool vague);

/* The three numbers of nothing known at all. */
static inline struct dt_compare_interval
dt__interval_undefined(void)
{
    return (struct dt_compare_interval){ dt__nan(), dt__nan(), dt__nan() };
}

static inline struct dt_compare_interval
dt__interval_unbounded(double value)
{
    return (struct dt_compare_interval){ value, -dt__infinity(),
                                         dt__infinity() };
}

#endif
