/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <float.h>
#include <math.h>

/* An assertion that cannot fail proves nothing: this one must. */
static void
distance_counts_steps(void **state)
{
    (void)state;
    assert_true(ulp_distance(1.5, 1.5) == 0);
    assert_true(ulp_distance(nextafter(1.5, 2), 1.5) == 1);
    assert_true(ulp_distance(nextafter(1.5, 1), 1.5) == 1);
    assert_true(ulp_distance(1.0000000001, 1.0) > 1e5);
    assert_true(ulp_distance(-1.5, 1.5) > 1e15);
    assert_true(ulp_distance(nextafter(DBL_MAX, 0), DBL_MAX) == 1);
}

static void
distance_to_nan_and_infinity_is_infinite(void **state)
{
    (void)state;
    const double nan = (double)NAN;
    assert_true(isinf(ulp_distance(nan, 1.0)));
    assert_true(isinf(ulp_distance(1.0, nan)));
    assert_true(isinf(ulp_distance(HUGE_VAL, DBL_MAX)));
    assert_true(isinf(ulp_distance(HUGE_VAL, -HUGE_VAL)));
    assert_true(ulp_distance(nan, nan) == 0);
    assert_true(ulp_distance(HUGE_VAL, HUGE_VAL) == 0);
}

static void
distance_from_zero_is_in_smallest_doubles(void **state)
{
    (void)state;
    assert_true(ulp_distance(0.0, -0.0) == 0);
    assert_true(ulp_distance(0x1p-1074, 0.0) == 1);
    assert_true(ulp_distance(1e-300, 0.0) > 1e20);
}

/* Read from the public headers. */
static void
functions_state_their_errors(void **state)
{
    (void)state;
    assert_true(stated_error("dt_growth_rate") == 0);
    assert_true(stated_error("dt_compare_check_growth") == 0);
    assert_true(stated_error_of_ends("dt_compare_check_growth") == 1);
    assert_true(stated_error_of_ends("dt_compare_figure_ratio") == 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_counts_steps),
        cmocka_unit_test(distance_to_nan_and_infinity_is_infinite),
        cmocka_unit_test(distance_from_zero_is_in_smallest_doubles),
        cmocka_unit_test(functions_state_their_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
