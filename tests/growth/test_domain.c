/* SPDX-License-Identifier: MIT */
/* What the scalars do at and beyond the edges of their domains. */
#include "support.h"

#include <float.h>
#include <math.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)
#define INF HUGE_VAL
#define TINY 0x1p-1074

/* Every value is written by name; NaN stands for "undefined". */
#define assert_value(actual, expected) assert_ulp((actual), (expected), 0)

static void
change_is_undefined_only_if_a_level_is_not_finite(void **state)
{
    (void)state;
    assert_value(dt_growth_change(4.59, 7.23), 7.23 - 4.59);
    assert_value(dt_growth_change(-3, -5), -2);
    assert_value(dt_growth_change(0, 0), 0);
    assert_value(dt_growth_change(-DBL_MAX, DBL_MAX), INF);
    assert_value(dt_growth_change(INF, 1), QNAN);
    assert_value(dt_growth_change(1, INF), QNAN);
    assert_value(dt_growth_change(QNAN, 1), QNAN);
    assert_value(dt_growth_change(1, QNAN), QNAN);
}

static void
a_rate_needs_a_positive_base(void **state)
{
    (void)state;
    assert_value(dt_growth_rate(1, 0), -1);
    assert_value(dt_growth_rate(1, -1), -2);
    assert_value(dt_growth_rate(0, 1), QNAN);
    assert_value(dt_growth_rate(-0.0, 0), QNAN);
    assert_value(dt_growth_rate(-TINY, 1), QNAN);
    assert_value(dt_growth_rate(TINY, DBL_MAX), INF);
    assert_value(dt_growth_rate(TINY, -DBL_MAX), -INF);
    assert_value(dt_growth_rate(DBL_MAX, -DBL_MAX), -2);
    assert_value(dt_growth_rate(DBL_MAX, -TINY), -1);
}

static void
log_growth_needs_a_positive_base_and_no_negative_end(void **state)
{
    (void)state;
    assert_value(dt_growth_log(1, 0), -INF);
    assert_value(dt_growth_log(1, -0.0), -INF);
    assert_value(dt_growth_log(1, -TINY), QNAN);
    assert_value(dt_growth_log(0, 0), QNAN);
    assert_value(dt_growth_log(-1, -2), QNAN);
    assert_value(dt_growth_log(5, 5), 0);
}

static void
midpoint_growth_lies_between_minus_two_and_two(void **state)
{
    (void)state;
    assert_value(dt_growth_midpoint(0, TINY), 2);
    assert_value(dt_growth_midpoint(DBL_MAX, 0), -2);
    assert_value(dt_growth_midpoint(DBL_MAX, DBL_MAX), 0);
    assert_value(dt_growth_midpoint(0, 0), QNAN);
    assert_value(dt_growth_midpoint(-1, 2), QNAN);
    assert_value(dt_growth_midpoint(2, -1), QNAN);
    assert_value(dt_growth_midpoint(-0.0, 1), 2);
}

static void
a_compound_rate_needs_levels_and_periods(void **state)
{
    (void)state;
    assert_value(dt_growth_cagr(1, 0, 7), -1);
    assert_value(dt_growth_cagr(1, -TINY, 1), QNAN);
    assert_value(dt_growth_cagr(0, 1, 1), QNAN);
    assert_value(dt_growth_cagr(-1, 1, 1), QNAN);
    assert_value(dt_growth_cagr(1, 2, 0), QNAN);
    assert_value(dt_growth_cagr(1, 2, -1), QNAN);
    assert_value(dt_growth_cagr(1, 2, INF), QNAN);
    assert_value(dt_growth_cagr(1, 2, 1e-5), INF);
    assert_value(dt_growth_cagr(2, 1, 1e-5), -1);
    assert_value(dt_growth_cagr(3, 3, 0.3), 0);
}

/* 2^53 + 1 periods: 1 / n is no double, and e^x - 1 must not be x's rounding
 * to 0. */
static void
nothing_is_lost_over_very_many_periods(void **state)
{
    (void)state;
    assert_value(dt_growth_cagr(1, 2, 9007199254740993.0),
                 0x1.62e42fefa39efp-1 / 0x1p53);
    assert_true(dt_growth_cagr(1, 1 + DBL_EPSILON, 1e6) > 0);
}

static void
compounding_reaches_back_and_to_total_loss(void **state)
{
    (void)state;
    assert_value(dt_growth_compound(0.07, 0), 0);
    assert_value(dt_growth_compound(0.07, 1), 0.07);
    assert_value(dt_growth_compound(0, -5), 0);
    assert_value(dt_growth_compound(1, -1), -0.5);
    assert_value(dt_growth_compound(-1, 3), -1);
    assert_value(dt_growth_compound(-1, 0), 0);
    assert_value(dt_growth_compound(-1, -1), INF);
    assert_value(dt_growth_compound(-1 - DBL_EPSILON, 2), QNAN);
    assert_value(dt_growth_compound(DBL_MAX, 2), INF);
    assert_value(dt_growth_compound(DBL_MAX, -2), -1);
    assert_value(dt_growth_compound(0.1, INF), QNAN);
    assert_value(dt_growth_compound(INF, 1), QNAN);
}

static void
a_projected_level_keeps_its_sign(void **state)
{
    (void)state;
    assert_value(dt_growth_project(-8, 0.5, 2), -18);
    assert_value(dt_growth_project(8, 0.5, 0), 8);
    assert_value(dt_growth_project(8, 0, 1e300), 8);
    assert_value(dt_growth_project(0, 0.5, 1e300), 0);
    assert_value(dt_growth_project(8, -1, 2), 0);
    assert_value(dt_growth_project(8, -1, -2), INF);
    assert_value(dt_growth_project(-8, -1, -2), -INF);
    assert_value(dt_growth_project(0, -1, -2), QNAN);
    assert_value(dt_growth_project(0, -1, 2), 0);
    assert_value(dt_growth_project(0, -1, 0), 0);
    assert_value(dt_growth_project(0, 0.5, -2), 0);
    assert_value(dt_growth_project(8, -1, 0), 8);
    assert_value(dt_growth_project(-8, -1, 2), -0.0);
    assert_value(dt_growth_project(0, -1, 0), 0);
    assert_value(dt_growth_project(8, -1.5, 2), QNAN);
    assert_value(dt_growth_project(INF, 0.5, 2), QNAN);
    assert_true(signbit(dt_growth_project(-8, -1, 2)));
}

static void
a_level_before_a_total_loss_is_undefined(void **state)
{
    (void)state;
    assert_value(dt_growth_backcast(12, 0.5), 8);
    assert_value(dt_growth_backcast(-12, 0.5), -8);
    assert_value(dt_growth_backcast(0, 0.5), 0);
    assert_value(dt_growth_backcast(0, -1), QNAN);
    assert_value(dt_growth_backcast(12, -1), QNAN);
    assert_value(dt_growth_backcast(12, -2), QNAN);
    assert_value(dt_growth_backcast(DBL_MAX, -0.5), INF);
    assert_value(dt_growth_backcast(INF, 0.5), QNAN);
}

static void
without_growth_a_level_is_never_reached(void **state)
{
    (void)state;
    assert_value(dt_growth_periods(1, 2, 0), INF);
    assert_value(dt_growth_periods(2, 1, -0.0), -INF);
    assert_value(dt_growth_periods(2, 2, 0), QNAN);
    assert_value(dt_growth_periods(2, 2, 0.1), 0);
    assert_value(dt_growth_periods(1, 2, -0.5), -1);
    assert_value(dt_growth_periods(1, 4, 1), 2);
    assert_value(dt_growth_periods(0, 1, 0.1), QNAN);
    assert_value(dt_growth_periods(1, 0, 0.1), QNAN);
    assert_value(dt_growth_periods(1, 2, -1), QNAN);
    assert_value(dt_growth_periods(1, 2, TINY), INF);
    assert_value(dt_growth_doubling(0), INF);
    assert_value(dt_growth_doubling(1), 1);
    assert_value(dt_growth_doubling(-0.5), -1);
    assert_value(dt_growth_doubling(-1), QNAN);
    assert_value(dt_growth_doubling(INF), QNAN);
}

static void
logs_and_rates_meet_at_total_loss(void **state)
{
    (void)state;
    assert_value(dt_growth_from_log(0), 0);
    assert_value(dt_growth_from_log(-INF), -1);
    assert_value(dt_growth_from_log(INF), INF);
    assert_value(dt_growth_from_log(DBL_MAX), INF);
    assert_value(dt_growth_from_log(-DBL_MAX), -1);
    assert_value(dt_growth_from_log(QNAN), QNAN);
    assert_value(dt_growth_to_log(-1), -INF);
    assert_value(dt_growth_to_log(0), 0);
    assert_value(dt_growth_to_log(-1 - DBL_EPSILON), QNAN);
    assert_value(dt_growth_to_log(INF), QNAN);
    assert_value(dt_growth_to_log(-INF), QNAN);
    assert_value(dt_growth_to_log(QNAN), QNAN);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(change_is_undefined_only_if_a_level_is_not_finite),
        cmocka_unit_test(a_rate_needs_a_positive_base),
        cmocka_unit_test(log_growth_needs_a_positive_base_and_no_negative_end),
        cmocka_unit_test(midpoint_growth_lies_between_minus_two_and_two),
        cmocka_unit_test(a_compound_rate_needs_levels_and_periods),
        cmocka_unit_test(nothing_is_lost_over_very_many_periods),
        cmocka_unit_test(compounding_reaches_back_and_to_total_loss),
        cmocka_unit_test(a_projected_level_keeps_its_sign),
        cmocka_unit_test(a_level_before_a_total_loss_is_undefined),
        cmocka_unit_test(without_growth_a_level_is_never_reached),
        cmocka_unit_test(logs_and_rates_meet_at_total_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
