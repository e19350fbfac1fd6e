/* SPDX-License-Identifier: MIT */
/* What the check of a growth rate refuses. */
#include "figures/figures.h"

static void
assert_fails(const char *base, const char *end, double periods, int32_t method,
             int32_t status, const char *message)
{
    const struct dt_compare_figure a = figure_of(base), b = figure_of(end);
    const struct dt_compare_figure rate = printed("1");
    struct dt_compare_growth_check got, before;
    struct dt_error error;
    memset(&got, 0x5a, sizeof(got));
    memset(&before, 0x5a, sizeof(before));
    assert_error(dt_compare_check_growth(&a, &b, &rate, periods, method, &got,
                                         &error), status, &error, message);
    assert_int_equal(error.index, -1);
    assert_memory_equal(&got, &before, sizeof(got));
}

static void
a_level_that_may_be_nothing_is_refused(void **state)
{
    (void)state;
    assert_fails("0:0:2", "0:1:0", 1, 0, DT_E_VALUE,
                 "base is 0.00: its interval must lie above 0");
    assert_fails("0:1:0", "0:-5:1", 1, 0, DT_E_VALUE,
                 "end is -0.5: its interval must lie above 0");
    assert_fails("5:1:0", "0:1:0", 1, 0, DT_E_VALUE,
                 "base is 1: its interval must lie above 0");
    assert_fails("4:0:0", "0:1:0", 1, 0, DT_E_VALUE,
                 "base is 0: its interval must lie above 0");
}

static void
periods_must_be_positive_and_within_bounds(void **state)
{
    (void)state;
    assert_fails("0:1:0", "0:1:0", 0, 0, DT_E_PERIODS,
                 "periods is 0: must be positive");
    assert_fails("0:1:0", "0:1:0", -4, 0, DT_E_PERIODS,
                 "periods is -4: must be positive");
    assert_fails("0:1:0", "0:1:0", -HUGE_VAL, 0, DT_E_PERIODS,
                 "periods is -inf: must be positive");
    assert_fails("0:1:0", "0:1:0", (double)NAN, 0, DT_E_VALUE,
                 "periods is nan; expected 1e-09 to 1e+09");
    assert_fails("0:1:0", "0:1:0", HUGE_VAL, 0, DT_E_VALUE,
                 "periods is inf; expected 1e-09 to 1e+09");
    assert_fails("0:1:0", "0:1:0", 1.1e9, 0, DT_E_VALUE,
                 "periods is 1100000000; expected 1e-09 to 1e+09");
    assert_fails("0:1:0", "0:1:0", 9e-10, 0, DT_E_VALUE,
                 "periods is 9e-10; expected 1e-09 to 1e+09");
}

static void
the_bounds_of_periods_are_accepted(void **state)
{
    static const double bounds[] = { 1e-09, 1e+09 };
    const struct dt_compare_figure one = printed("1");
    struct dt_compare_growth_check check;

    (void)state;
    for (size_t i = 0; i < COUNT(bounds); i++)
        assert_int_equal(dt_compare_check_growth(&one, &one, &one, bounds[i],
                                                 DT_COMPARE_METHOD_CAGR,
                                                 &check, NULL), DT_E_OK);
}

static void
an_unknown_method_is_refused(void **state)
{
    (void)state;
    assert_fails("0:1:0", "0:1:0", 1, 4, DT_E_KIND,
                 "method is 4: no such method");
    assert_fails("0:1:0", "0:1:0", 1, -1, DT_E_KIND,
                 "method is -1: no such method");
}

static void
null_and_bad_figures_are_refused(void **state)
{
    (void)state;
    const struct dt_compare_figure one = printed("1");
    struct dt_compare_growth_check check, before;
    const int32_t cagr = DT_COMPARE_METHOD_CAGR;
    struct dt_error error;
    char text[240];
    memset(&check, 0x5a, sizeof(check));
    memset(&before, 0x5a, sizeof(before));
    assert_error(dt_compare_check_growth(NULL, &one, &one, 1, cagr, &check,
                                         &error), DT_E_NULL, &error,
                 "base is null");
    assert_error(dt_compare_check_growth(&one, NULL, &one, 1, cagr, &check,
                                         &error), DT_E_NULL, &error,
                 "end is null");
    assert_error(dt_compare_check_growth(&one, &one, NULL, 1, cagr, &check,
                                         &error), DT_E_NULL, &error,
                 "rate is null");
    assert_error(dt_compare_check_growth(&one, &one, &one, 1, cagr, NULL,
                                         &error),
                 DT_E_NULL, &error, "result is null");
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        const struct dt_compare_figure *f = &bad->figure;
        assert_error(dt_compare_check_growth(f, &one, &one, 1, cagr, &check,
                                             &error), bad->status, &error,
                     owned(text, sizeof(text), "base->", bad->message));
        assert_error(dt_compare_check_growth(&one, f, &one, 1, cagr, &check,
                                             &error), bad->status, &error,
                     owned(text, sizeof(text), "end->", bad->message));
        assert_error(dt_compare_check_growth(&one, &one, f, 1, cagr, &check,
                                             &error), bad->status, &error,
                     owned(text, sizeof(text), "rate->", bad->message));
    }
    assert_memory_equal(&check, &before, sizeof(check));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_that_may_be_nothing_is_refused),
        cmocka_unit_test(periods_must_be_positive_and_within_bounds),
        cmocka_unit_test(the_bounds_of_periods_are_accepted),
        cmocka_unit_test(an_unknown_method_is_refused),
        cmocka_unit_test(null_and_bad_figures_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
