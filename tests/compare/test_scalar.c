/* SPDX-License-Identifier: MIT */
/* Shares, differentials, overlap and catch-up of numbers. */
#include "support.h"

#include <dtgrowth/compare.h>
#include <dtgrowth/growth.h>

#include <math.h>
#include <string.h>

/* All scalars with the same number of arguments, for vectors and hostile
 * ones; each takes what it needs. */
struct scalar {
    const char *name;
    size_t count;
    double (*call)(const double *);
};

static double
share(const double *x)
{
    return dt_compare_share(x[0], x[1]);
}

static double
share_change(const double *x)
{
    return dt_compare_share_change(x[0], x[2], x[1], x[3]);
}

static double
contribution(const double *x)
{
    return dt_compare_contribution(x[0], x[1], x[2]);
}

static double
differential(const double *x)
{
    return dt_compare_differential(x[0], x[1]);
}

static double
relative(const double *x)
{
    return dt_compare_relative(x[0], x[1]);
}

static double
overlap(const double *x)
{
    return dt_compare_overlap(x[0], x[1], x[2]);
}

static double
catch_up(const double *x)
{
    return dt_compare_catch_up(x[0], x[1], x[2], x[3]);
}

static const struct scalar scalars[] = {
    { "share", 2, share },
    { "share_change", 4, share_change },
    { "contribution", 3, contribution },
    { "differential", 2, differential },
    { "relative", 2, relative },
    { "overlap", 3, overlap },
    { "catch_up", 4, catch_up },
};

static void
check_vector(const struct vector *v)
{
    char function[40] = "dt_compare_";

    (void)strncat(function, v->text[0], sizeof(function) - 20);
    for (size_t i = 0; i < COUNT(scalars); i++)
        if (strcmp(v->text[0], scalars[i].name) == 0) {
            assert_int_equal(v->fields, (int)scalars[i].count + 2);
            assert_ulp_at(scalars[i].call(v->value + 1),
                          v->value[scalars[i].count + 1],
                          stated_error(function), function, v->file, v->line);
            return;
        }
    fail();
}

static void
every_scalar_keeps_to_its_error(void **state)
{
    (void)state;
    each_vector("compare_scalar.txt", 4, check_vector);
}

static void
what_is_not_finite_gives_nan(void **state)
{
    static const double bad[] = { NAN, INFINITY, -INFINITY };

    (void)state;
    for (size_t i = 0; i < COUNT(scalars); i++)
        for (size_t argument = 0; argument < scalars[i].count; argument++)
            for (size_t b = 0; b < COUNT(bad); b++) {
                double x[] = { 0.25, 0.5, 0.125, 1 };
                assert_true(!isnan(scalars[i].call(x)));
                x[argument] = bad[b];
                assert_true(isnan(scalars[i].call(x)));
            }
}

static void
a_share_needs_a_positive_total_and_a_part_that_is_not_negative(void **state)
{
    (void)state;
    assert_true(isnan(dt_compare_share(1, 0)));
    assert_true(isnan(dt_compare_share(1, -0.0)));
    assert_true(isnan(dt_compare_share(1, -2)));
    assert_true(isnan(dt_compare_share(-1, 2)));
    assert_ulp(dt_compare_share(0, 2), 0, 0);
    assert_ulp(dt_compare_share(3, 2), 1.5, 0); /* Parts may overlap. */
    assert_ulp(dt_compare_share(1, 5e-324), INFINITY, 0);
    assert_true(isnan(dt_compare_share_change(1, 1, 0, 2)));
    assert_true(isnan(dt_compare_share_change(1, 1, 2, -2)));
    assert_true(isnan(dt_compare_share_change(-1, 1, 2, 2)));
    assert_true(isnan(dt_compare_share_change(1, -1, 2, 2)));
}

static void
a_contribution_needs_a_positive_total_only(void **state)
{
    (void)state;
    assert_true(isnan(dt_compare_contribution(1, 2, 0)));
    assert_true(isnan(dt_compare_contribution(1, 2, -4)));
    /* Net exports may change their sign. */
    assert_ulp(dt_compare_contribution(-1, 1, 4), 0.5, 0);
    assert_ulp(dt_compare_contribution(-1.7e308, 1.7e308, 1), INFINITY, 0);
}

static void
a_rate_below_a_total_loss_has_no_relative(void **state)
{
    (void)state;
    assert_true(isnan(dt_compare_relative(0.1, -1)));
    assert_true(isnan(dt_compare_relative(0.1, -1.5)));
    assert_true(isnan(dt_compare_relative(-1.5, 0.1)));
    assert_ulp(dt_compare_relative(-1, 0.1), -1, 0);
    assert_ulp(dt_compare_relative(0.1, 0.1), 0, 0);
}

static void
levels_that_are_equal_have_met(void **state)
{
    (void)state;
    assert_ulp(dt_compare_catch_up(2, 2, 0.1, 0.2), 0, 0);
    assert_ulp(dt_compare_catch_up(1, 2, 0.1, 0.1), INFINITY, 0);
    assert_true(isnan(dt_compare_catch_up(2, 2, 0.1, 0.1)));
    assert_true(dt_compare_catch_up(1, 2, 0.1, 0.2) < 0);
    assert_true(isnan(dt_compare_catch_up(0, 2, 0.2, 0.1)));
    assert_true(isnan(dt_compare_catch_up(1, -2, 0.2, 0.1)));
    assert_true(isnan(dt_compare_catch_up(1, 2, -1, 0.1)));
    assert_true(isnan(dt_compare_catch_up(1, 2, 0.2, -1)));
}

/* The published levels of 2020 and 2024, and what is known of them. */
static void
the_published_figures_on_digital_trade_come_out(void **state)
{
    (void)state;
    assert_true(fabs(dt_compare_share(3.21, 4.59) - 0.699) < 5e-4);
    assert_true(fabs(dt_compare_share(2.62, 7.23) - 0.362) < 5e-4);
    assert_true(fabs(dt_compare_contribution(3.21, 4.64, 4.59) - 0.3115) <
                5e-5);
    assert_true(fabs(dt_compare_overlap(4.64, 2.62, 7.23) - 0.03) < 1e-9);
    assert_true(fabs(dt_compare_catch_up(2.62, 4.64,
                                         dt_growth_cagr(1.41, 2.62, 4),
                                         dt_growth_cagr(3.21, 4.64, 4)) -
                     9.1) < 0.05);
}

static void
a_gap_of_one_is_none_of_zero(void **state)
{
    (void)state;
    assert_ulp(dt_compare_relative(2, 1), 0.5, 0);
    assert_ulp(dt_compare_relative(3, 3), 0, 0);
    assert_ulp(dt_compare_relative(0, 1), -0.5, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_keeps_to_its_error),
        cmocka_unit_test(what_is_not_finite_gives_nan),
        cmocka_unit_test(
            a_share_needs_a_positive_total_and_a_part_that_is_not_negative),
        cmocka_unit_test(a_contribution_needs_a_positive_total_only),
        cmocka_unit_test(a_rate_below_a_total_loss_has_no_relative),
        cmocka_unit_test(levels_that_are_equal_have_met),
        cmocka_unit_test(a_gap_of_one_is_none_of_zero),
        cmocka_unit_test(the_published_figures_on_digital_trade_come_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
