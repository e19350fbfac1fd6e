/* SPDX-License-Identifier: MIT */
/* Published figures, and what algebra says of the scalars. */
#include "support.h"

#include <float.h>
#include <math.h>

#include <dtgrowth/growth.h>

static const double levels[] = { 4.59, 7.23, 1.41, 2.62, 3.21, 4.64, 0.1,
                                 98.65, 1e-7, 31.56, 45.0 };

/* World digital trade, trillion dollars, 2020 and 2024: Global Digital Trade
 * Development Report 2025. */
static void
published_levels_give_their_compound_rates(void **state)
{
    (void)state;
    static const struct { double base, end, per_cent, halfway; } cases[] = {
        { 4.59, 7.23, 12.0292, 0.00005 },
        { 3.21, 4.64, 9.6486, 0.00005 },
        { 1.41, 2.62, 16.7537, 0.00005 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const double rate = dt_growth_cagr(cases[i].base, cases[i].end, 4);
        assert_true(fabs(100 * rate - cases[i].per_cent) <= cases[i].halfway);
        assert_ulp(dt_growth_project(cases[i].base, rate, 4), cases[i].end, 4);
    }
}

static void
doubling_times_are_the_exact_ones(void **state)
{
    (void)state;
    static const struct { double rate, years; } cases[] = {
        { 0.121, 6.068 }, { 0.097, 7.487 }, { 0.096, 7.562 }, { 0.167, 4.488 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        assert_true(fabs(dt_growth_doubling(cases[i].rate) - cases[i].years) <=
                    0.0005);
}

/* OECD: 0.775 per cent a quarter is 3.136 per cent a year, not 3.1. */
static void
a_quarterly_rate_is_annualized_by_compounding(void **state)
{
    (void)state;
    assert_true(fabs(100 * dt_growth_compound(0.00775, 4) - 3.136) < 0.0005);
    /* WTO: 8.1 per cent a year from 2005 to 2022 is 3.76-fold. */
    assert_true(fabs(1 + dt_growth_compound(0.081, 17) - 3.76) < 0.005);
}

static void
a_unit_does_not_change_growth(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < COUNT(levels); i++)
        for (int j = -900; j <= 900; j += 100) {
            const double a = levels[i], b = levels[i + 1];
            const double sa = ldexp(a, j), sb = ldexp(b, j);
            assert_ulp(dt_growth_rate(sa, sb), dt_growth_rate(a, b), 0);
            assert_ulp(dt_growth_log(sa, sb), dt_growth_log(a, b), 0);
            assert_ulp(dt_growth_midpoint(sa, sb), dt_growth_midpoint(a, b),
                       0);
            assert_ulp(dt_growth_cagr(sa, sb, 4), dt_growth_cagr(a, b, 4), 0);
            assert_ulp(dt_growth_periods(sa, sb, 0.07),
                       dt_growth_periods(a, b, 0.07), 0);
        }
}

static void
symmetric_measures_change_sign_when_time_turns(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < COUNT(levels); i++) {
        const double a = levels[i], b = levels[i + 1];
        assert_ulp(dt_growth_change(b, a), -dt_growth_change(a, b), 0);
        assert_ulp(dt_growth_log(b, a), -dt_growth_log(a, b), 0);
        assert_ulp(dt_growth_midpoint(b, a), -dt_growth_midpoint(a, b), 0);
        assert_ulp(dt_growth_periods(b, a, 0.07),
                   -dt_growth_periods(a, b, 0.07), 0);
    }
}

static void
one_period_of_compound_growth_is_the_rate(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < COUNT(levels); i++) {
        const double a = levels[i], b = levels[i + 1];
        assert_ulp(dt_growth_cagr(a, b, 1), dt_growth_rate(a, b), 0);
        /* The rounding of a logarithm weighs as much as the logarithm. */
        assert_ulp(dt_growth_from_log(dt_growth_log(a, b)),
                   dt_growth_rate(a, b), 2 + fabs(dt_growth_log(a, b)));
        assert_ulp(dt_growth_project(a, 0.25, 1), a * 1.25, 0);
        assert_ulp(dt_growth_backcast(a, 0.25), a / 1.25, 0);
    }
}

static void
growth_does_not_fall_as_the_end_rises(void **state)
{
    (void)state;
    double previous[4] = { -HUGE_VAL, -HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
    double end = 1.41;

    for (int i = 0; i < 1000; i++, end = nextafter(end, 2)) {
        const double now[4] = {
            dt_growth_rate(1.41, end), dt_growth_log(1.41, end),
            dt_growth_midpoint(1.41, end), dt_growth_cagr(1.41, end, 3.7) };
        for (int k = 0; k < 4; k++) {
            assert_true(now[k] >= previous[k]);
            previous[k] = now[k];
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_levels_give_their_compound_rates),
        cmocka_unit_test(doubling_times_are_the_exact_ones),
        cmocka_unit_test(a_quarterly_rate_is_annualized_by_compounding),
        cmocka_unit_test(a_unit_does_not_change_growth),
        cmocka_unit_test(symmetric_measures_change_sign_when_time_turns),
        cmocka_unit_test(one_period_of_compound_growth_is_the_rate),
        cmocka_unit_test(growth_does_not_fall_as_the_end_rises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
