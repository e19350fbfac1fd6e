/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static struct dt_compare_growth_check
checked(const char *base, const char *end, const char *rate, double periods,
        int32_t method)
{
    const struct dt_compare_figure a = figure_of(base), b = figure_of(end),
                                   r = figure_of(rate);
    struct dt_compare_growth_check check;
    assert_int_equal(dt_compare_check_growth(&a, &b, &r, periods, method,
                                             &check, NULL), DT_E_OK);
    return check;
}

static void
check_vector(const struct vector *v)
{
    const int which = (int)v->value[5];
    const struct dt_compare_growth_check check =
        checked(v->text[0], v->text[1], v->text[2], v->value[3],
                (int32_t)v->value[4]);
    const struct dt_compare_interval *got = which == 0 ? &check.implied_base
                                          : which == 1 ? &check.implied_end
                                                       : &check.implied_periods;
    check_interval(v, 6, got, "dt_compare_check_growth");
    if (which == 2 && ((double)check.periods_first != v->value[9] ||
                       (double)check.periods_last != v->value[10])) {
        print_error("%s:%d: periods %lld to %lld\n", v->file, v->line,
                    (long long)check.periods_first,
                    (long long)check.periods_last);
        fail();
    }
}

static void
implied_values_enclose_what_the_statements_allow(void **state)
{
    (void)state;
    each_vector("check_implied.txt", 9, check_vector);
}

static void
assert_undefined(const struct dt_compare_interval *interval)
{
    assert_true(isnan(interval->value) && isnan(interval->lower) &&
                isnan(interval->upper));
}

static void
a_rate_below_a_total_loss_implies_no_level(void **state)
{
    (void)state;
    const struct dt_compare_growth_check check =
        checked("0:2:0", "0:1:0", "0:-102:0", 2, DT_COMPARE_METHOD_CAGR);
    assert_undefined(&check.implied_base);
    assert_undefined(&check.implied_end);
    assert_int_equal(check.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
}

static void
a_rate_that_may_be_a_total_loss_bounds_one_side(void **state)
{
    (void)state;
    /* -100 % is -100.5 % to -99.5 %. */
    const struct dt_compare_growth_check check =
        checked("0:2:0", "0:1:0", "0:-100:0", 2, DT_COMPARE_METHOD_CAGR);
    assert_true(isnan(check.implied_base.value));
    assert_ulp(check.implied_base.lower, 0.5 / (0.005 * 0.005), 4);
    assert_ulp(check.implied_base.upper, HUGE_VAL, 0);
    assert_true(isnan(check.implied_end.value));
    assert_ulp(check.implied_end.lower, 0, 0);
    assert_ulp(check.implied_end.upper, 2.5 * 0.005 * 0.005, 4);
}

static void
assert_periods(const struct dt_compare_growth_check *check, int64_t first,
               int64_t last)
{
    assert_int_equal(check->periods_first, first);
    assert_int_equal(check->periods_last, last);
}

static void
a_total_fits_any_number_of_periods_or_none(void **state)
{
    (void)state;
    struct dt_compare_growth_check check =
        checked("0:459:2", "0:723:2", "0:575:1", 4, DT_COMPARE_METHOD_TOTAL);
    assert_undefined(&check.implied_periods);
    assert_periods(&check, 1, INT64_MAX);
    check = checked("0:459:2", "0:723:2", "0:121:1", 4,
                    DT_COMPARE_METHOD_TOTAL);
    assert_undefined(&check.implied_periods);
    assert_periods(&check, 1, 0);
}

static void
nothing_in_any_number_of_periods_is_nothing(void **state)
{
    (void)state;
    /* 0.0 % and unchanged levels. */
    struct dt_compare_growth_check check =
        checked("0:100:0", "0:100:0", "0:0:1", 3, DT_COMPARE_METHOD_CAGR);
    assert_undefined(&check.implied_periods);
    assert_periods(&check, 1, INT64_MAX);
    /* A floor of 0 is never negative, a ceiling of 100 never more: they meet
     * at no growth alone, which a floor of 100 would allow and [99, 100) over
     * (100, 101] does not. */
    check = checked("5:101:0", "4:99:0", "4:0:1", 3, DT_COMPARE_METHOD_CAGR);
    assert_undefined(&check.implied_periods);
    assert_periods(&check, 1, 0);
}

static void
a_rate_that_may_be_nothing_sets_a_least_number_only(void **state)
{
    (void)state;
    /* A quarter more at 0 to 0.05 % each: ln(1.25) / ln(1.0005) = 446.4. */
    const struct dt_compare_growth_check check =
        checked("0:100000:3", "0:125000:3", "0:0:1", 3,
                DT_COMPARE_METHOD_CAGR);
    assert_true(check.implied_periods.lower > 446 &&
                check.implied_periods.lower < 447);
    assert_ulp(check.implied_periods.upper, HUGE_VAL, 0);
    assert_true(isnan(check.implied_periods.value));
    assert_periods(&check, 447, INT64_MAX);
    const struct dt_compare_growth_check fall =
        checked("0:125000:3", "0:100000:3", "0:0:1", 3,
                DT_COMPARE_METHOD_LOG);
    assert_ulp(fall.implied_periods.upper, HUGE_VAL, 0);
    assert_periods(&fall, 447, INT64_MAX);
}

static void
levels_that_may_be_equal_leave_the_number_open_below(void **state)
{
    (void)state;
    const struct dt_compare_growth_check check =
        checked("0:100:0", "0:101:0", "0:1:0", 1, DT_COMPARE_METHOD_CAGR);
    assert_ulp(check.implied_periods.lower, 0, 0);
    assert_periods(&check, 1, 3);
}

static void
growth_and_decline_fit_no_number_of_periods(void **state)
{
    (void)state;
    static const struct { const char *base, *end, *rate; } items[] = {
        { "0:100:0", "0:121:0", "0:-10:0" },
        { "0:121:0", "0:100:0", "0:10:0" },
        { "0:121:0", "0:100:0", "4:0:0" },
        { "0:100:0", "0:121:0", "5:0:0" },
    };
    for (size_t i = 0; i < COUNT(items); i++) {
        const struct dt_compare_growth_check check =
            checked(items[i].base, items[i].end, items[i].rate, 2,
                    DT_COMPARE_METHOD_CAGR);
        assert_undefined(&check.implied_periods);
        assert_periods(&check, 1, 0);
        assert_int_equal(check.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
    }
}

static void
an_end_that_does_not_belong_is_no_number_of_periods(void **state)
{
    (void)state;
    /* Linear: growth of 1 to 2 over a rate of 0.5 to 1 is 1 to 4 periods; the
     * ends fit only if every end that makes them belongs. */
    struct dt_compare_growth_check check =
        checked("4:1:0", "4:4:0", "4:100:-1", 2, DT_COMPARE_METHOD_LINEAR);
    /* base [1, 2), end [4, 5), rate [10, 20): ratio (2, 5), growth (1, 4);
     * periods (0.05, 0.4). */
    assert_periods(&check, 1, 0);
    check = checked("0:15:1", "0:45:1", "4:5:-1", 2, DT_COMPARE_METHOD_LINEAR);
    /* Rate [0.5, 0.6): growth [4.45 / 1.55 - 1, 4.55 / 1.45 - 1]. */
    assert_periods(&check, 4, 4);
    check = checked("4:1:0", "4:3:0", "4:5:-1", 2, DT_COMPARE_METHOD_LINEAR);
    /* base [1, 2), end [3, 4), growth (0.5, 3), rate [0.5, 0.6): (0.83, 6). */
    assert_ulp(check.implied_periods.upper, 6, 0);
    assert_periods(&check, 1, 5);
    check = checked("4:1:0", "5:4:0", "4:5:-1", 2, DT_COMPARE_METHOD_LINEAR);
    /* With the end (3, 4] the 6 belongs. */
    assert_periods(&check, 1, 6);
    check = checked("5:2:0", "4:4:0", "5:5:-1", 2, DT_COMPARE_METHOD_LINEAR);
    /* base (1, 2], end [4, 5), growth [1, 4), rate (0.4, 0.5]: [2, 10). */
    assert_ulp(check.implied_periods.lower, 2, 0);
    assert_periods(&check, 2, 9);
}

static void
a_very_large_number_of_periods_is_not_looked_at_again(void **state)
{
    (void)state;
    struct dt_compare_growth_check check =
        checked("0:1:18", "0:999999999999999:-15", "0:1:18", 1e9,
                DT_COMPARE_METHOD_LINEAR);
    assert_true(check.periods_last == INT64_MAX);
    assert_true(check.periods_first == INT64_MAX);
    check = checked("0:100:0", "0:200:0", "0:1:13", 1, DT_COMPARE_METHOD_CAGR);
    assert_true(check.periods_first > INT64_C(400000000000000));
    assert_true(check.periods_last < INT64_C(1500000000000000));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(implied_values_enclose_what_the_statements_allow),
        cmocka_unit_test(a_rate_below_a_total_loss_implies_no_level),
        cmocka_unit_test(a_rate_that_may_be_a_total_loss_bounds_one_side),
        cmocka_unit_test(a_total_fits_any_number_of_periods_or_none),
        cmocka_unit_test(nothing_in_any_number_of_periods_is_nothing),
        cmocka_unit_test(a_rate_that_may_be_nothing_sets_a_least_number_only),
        cmocka_unit_test(levels_that_may_be_equal_leave_the_number_open_below),
        cmocka_unit_test(growth_and_decline_fit_no_number_of_periods),
        cmocka_unit_test(an_end_that_does_not_belong_is_no_number_of_periods),
        cmocka_unit_test(
            a_very_large_number_of_periods_is_not_looked_at_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
