/* SPDX-License-Identifier: MIT */
/* Figures in the tests of published figures. */
#ifndef DTGROWTH_TESTS_FIGURES_FIGURES_H
#define DTGROWTH_TESTS_FIGURES_FIGURES_H

#include "support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <dtgrowth/dt.h>

/* "rounding:digits:decimals", as in the vectors. */
static inline struct dt_compare_figure
figure_of(const char *code)
{
    int rounding, decimals;
    long long digits;
    assert_int_equal(sscanf(code, "%d:%lld:%d", &rounding, &digits, &decimals),
                     3);
    return (struct dt_compare_figure){ digits, decimals, rounding,
                                       DT_COMPARE_QUALITY_PRINTED, 0 };
}

/* A figure as printed. */
static inline struct dt_compare_figure
printed(const char *text)
{
    struct dt_compare_figure figure;
    assert_int_equal(dt_compare_figure_parse(text, 0, &figure, NULL), DT_E_OK);
    return figure;
}

static inline struct dt_compare_figure
vague(const char *text)
{
    struct dt_compare_figure figure = printed(text);
    figure.quality = DT_COMPARE_QUALITY_VAGUE;
    return figure;
}

/* Value and ends against fields `at` to `at + 2`, which are correctly rounded:
 * as far off as the function says, and the ends never inside. */
static inline void
check_interval(const struct vector *v, int at,
               const struct dt_compare_interval *got, const char *function)
{
    const double value = v->value[at], lower = v->value[at + 1],
                 upper = v->value[at + 2];
    const double slack = stated_error_of_ends(function);
    const int good =
        ulp_distance(got->value, value) <= stated_error(function) &&
        ulp_distance(got->lower, lower) <= slack &&
        ulp_distance(got->upper, upper) <= slack &&
        !(got->lower > lower) && !(got->upper < upper);
    if (good)
        return;
    print_error("%s:%d: %a [%a, %a], expected %a [%a, %a]\n", v->file, v->line,
                got->value, got->lower, got->upper, value, lower, upper);
    fail();
}

/* A figure that each member in turn makes bad, with what is said of it. */
struct bad_figure {
    struct dt_compare_figure figure;
    int32_t status;
    const char *message; /* Without the name of its owner. */
};

static const struct bad_figure bad_figures[] = {
    { { INT64_C(1000000000000000), 0, 0, 0, 0 }, DT_E_VALUE,
      "digits is 1000000000000000: more than 15 digits" },
    { { INT64_MIN, 0, 0, 0, 0 }, DT_E_VALUE,
      "digits is -9223372036854775808: more than 15 digits" },
    { { 1, 19, 0, 0, 0 }, DT_E_VALUE, "decimals is 19; expected -15 to 18" },
    { { 1, -16, 0, 0, 0 }, DT_E_VALUE, "decimals is -16; expected -15 to 18" },
    { { 1, 0, 6, 0, 0 }, DT_E_RULE, "rounding is 6: no such rule" },
    { { 1, 0, -1, 0, 0 }, DT_E_RULE, "rounding is -1: no such rule" },
    { { 1, 0, 0, 2, 0 }, DT_E_KIND, "quality is 2: no such quality" },
    { { 1, 0, 0, -1, 0 }, DT_E_KIND, "quality is -1: no such quality" },
    { { 1, 0, 0, 0, 7 }, DT_E_FLAG, "reserved is 7; expected 0" },
};

static inline const char *
owned(char *buffer, size_t size, const char *owner, const char *message)
{
    (void)snprintf(buffer, size, "%s%s", owner, message);
    return buffer;
}

#endif
