/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

#include "figures/growth_rule.h"
#include "figures/method.h"

static struct dt__rational
number(double value)
{
    struct dt__rational x;
    dt__rational_from(&x, value);
    return x;
}

/* a / b, exactly. */
static struct dt__rational
ratio_of(double a, double b)
{
    struct dt__rational x = number(a);
    const struct dt__rational y = number(b);
    dt__rational_divide(&x, &y);
    dt__rational_reduce(&x);
    return x;
}

static void
check_method(const char *name, int32_t method)
{
    if (dt__method(method) == NULL ||
        dt__method(method)->form == DT__NO_GROWTH_FORM)
        fail_msg("%s has no row", name);
}

static void
every_method_has_its_row(void **state)
{
    (void)state;
    each_constant("DT_COMPARE_METHOD_CAGR", check_method);
}

static int
compare(double periods, struct dt__rational ratio, struct dt__rational rate)
{
    const struct dt__growth_rule rule = { DT_COMPARE_METHOD_CAGR, periods };
    return dt__rule_compare(&rule, &ratio, &rate);
}

static void
compound_rates_that_are_equal_are_found_so(void **state)
{
    (void)state;
    const struct dt__rational tenth = ratio_of(1, 10), half = number(0.5);
    assert_int_equal(compare(2, ratio_of(121, 100), tenth), 0);
    assert_int_equal(compare(3, ratio_of(1331, 1000), tenth), 0);
    assert_int_equal(compare(40, ratio_of(pow(3, 33), pow(2, 33)), half), -1);
    assert_int_equal(compare(33, ratio_of(pow(3, 33), pow(2, 33)), half), 0);
    assert_int_equal(compare(0.5, ratio_of(11, 10), ratio_of(21, 100)), 0);
    assert_int_equal(compare(1.5, ratio_of(1331, 1000), ratio_of(21, 100)), 0);
    assert_int_equal(compare(0.25, ratio_of(3, 2), ratio_of(65, 16)), 0);
    assert_int_equal(compare(1e9, number(1), number(0)), 0);
}

static void
compound_rates_that_differ_beyond_a_double_are_told_apart(void **state)
{
    (void)state;
    /* (10^14 + 1)^2 and its neighbours: 2^-93 apart from each other. */
    const struct dt__rational rate = ratio_of(1, 1e14);
    struct dt__rational ratio = rate, one;
    dt__rational_offset(&ratio, 1);
    dt__rational_multiply(&ratio, &ratio);
    assert_int_equal(compare(2, ratio, rate), 0);
    dt__rational_set(&one, 2, 0);
    dt__natural_add(&ratio.num, &one.num);
    assert_int_equal(compare(2, ratio, rate), 1);
    dt__natural_subtract(&ratio.num, &one.num);
    dt__natural_subtract(&ratio.num, &one.num);
    assert_int_equal(compare(2, ratio, rate), -1);
}

static void
what_is_too_fine_to_be_told_apart_counts_as_equal(void **state)
{
    (void)state;
    /* Equal, as an eighth power would show. */
    assert_int_equal(compare(0.125, ratio_of(3, 2),
                             ratio_of(pow(3, 8) - pow(2, 8), pow(2, 8))), 0);
    /* 2^900 takes more bits than there are. */
    assert_int_equal(compare(900, number(0x1p900), number(1)), 0);
    assert_int_equal(compare(900, number(0x1.0000000000001p900), number(1)),
                     1);
}

static void
no_compound_rate_is_below_a_total_loss(void **state)
{
    (void)state;
    assert_int_equal(compare(4, ratio_of(1, 1e18), number(-1)), 1);
    assert_int_equal(compare(4, ratio_of(1, 1e18), number(-2)), 1);
}

static void
a_logarithmic_rate_of_nothing_is_zero(void **state)
{
    (void)state;
    const struct dt__growth_rule rule = { DT_COMPARE_METHOD_LOG, 3 };
    const struct dt__rational one = number(1), zero = number(0);
    const struct dt__rational more = number(1.5);
    assert_int_equal(dt__rule_compare(&rule, &one, &zero), 0);
    assert_int_equal(dt__rule_compare(&rule, &more, &zero), 1);
    assert_int_equal(dt__rule_compare(&rule, &one, &more), -1);
    assert_ulp(dt__rule_rate(&rule, &one, DT__DOWN), 0, 0);
    assert_ulp(dt__rule_rate(&rule, &one, DT__UP), 0, 0);
}

static void
beyond_e_to_the_600_ends_are_still_outside(void **state)
{
    (void)state;
    const struct dt__growth_rule rule = { DT_COMPARE_METHOD_CAGR, 1e-3 };
    const struct dt__rational up = number(2.0), down = number(0.5);
    assert_ulp(dt__rule_rate(&rule, &up, DT__UP), HUGE_VAL, 0);
    assert_ulp(dt__rule_rate(&rule, &up, DT__NEAREST), HUGE_VAL, 0);
    assert_true(dt__rule_rate(&rule, &up, DT__DOWN) > 1e260);
    assert_true(dt__rule_rate(&rule, &up, DT__DOWN) < HUGE_VAL);
    assert_ulp(dt__rule_rate(&rule, &down, DT__DOWN), -1, 0);
    assert_ulp(dt__rule_rate(&rule, &down, DT__NEAREST), -1, 0);
    assert_ulp(dt__rule_rate(&rule, &down, DT__UP), -0x1.fffffffffffffp-1,
               0);
}

static void
levels_beyond_e_to_the_600_are_still_outside(void **state)
{
    (void)state;
    const struct dt__growth_rule rule = { DT_COMPARE_METHOD_LOG, 1e4 };
    const struct dt__rational level = number(5.0), rate = number(0.5);
    assert_ulp(dt__rule_level(&rule, &level, 1, &rate, DT__UP), HUGE_VAL, 0);
    assert_true(dt__rule_level(&rule, &level, 1, &rate, DT__DOWN) > 1e260);
    assert_true(dt__rule_level(&rule, &level, 1, &rate, DT__DOWN) < 1e262);
    assert_ulp(dt__rule_level(&rule, &level, -1, &rate, DT__DOWN), 0, 0);
    assert_ulp(dt__rule_level(&rule, &level, -1, &rate, DT__NEAREST), 0, 0);
    assert_true(dt__rule_level(&rule, &level, -1, &rate, DT__UP) > 0);
    assert_true(dt__rule_level(&rule, &level, -1, &rate, DT__UP) < 1e-259);
}

static void
without_a_growth_factor_nothing_is_left(void **state)
{
    (void)state;
    const struct dt__rational level = number(5.0), rate = number(-0.5);
    const struct dt__rational ratio = number(0.5), loss = number(-1);
    struct dt__growth_rule rule = { DT_COMPARE_METHOD_LINEAR, 2 };
    assert_false(dt__rule_has_factor(&rule, &rate));
    assert_ulp(dt__rule_level(&rule, &level, 1, &rate, DT__DOWN), 0, 0);
    assert_ulp(dt__rule_level(&rule, &level, -1, &rate, DT__UP), HUGE_VAL,
               0);
    rule.periods = 1;
    assert_true(dt__rule_has_factor(&rule, &rate));
    rule.method = DT_COMPARE_METHOD_CAGR;
    rule.periods = 2;
    assert_true(dt__rule_has_factor(&rule, &rate));
    assert_false(dt__rule_has_factor(&rule, &loss));
    assert_ulp(dt__rule_periods(DT_COMPARE_METHOD_CAGR, &ratio, &loss,
                                DT__DOWN), 0, 0);
    rule.method = DT_COMPARE_METHOD_LOG;
    assert_true(dt__rule_has_factor(&rule, &loss));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_has_its_row),
        cmocka_unit_test(compound_rates_that_are_equal_are_found_so),
        cmocka_unit_test(
            compound_rates_that_differ_beyond_a_double_are_told_apart),
        cmocka_unit_test(what_is_too_fine_to_be_told_apart_counts_as_equal),
        cmocka_unit_test(no_compound_rate_is_below_a_total_loss),
        cmocka_unit_test(a_logarithmic_rate_of_nothing_is_zero),
        cmocka_unit_test(beyond_e_to_the_600_ends_are_still_outside),
        cmocka_unit_test(levels_beyond_e_to_the_600_are_still_outside),
        cmocka_unit_test(without_a_growth_factor_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
