/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

/* The growth that the check of a rate recomputes. */
static void
check_vector(const struct vector *v)
{
    const struct dt_compare_figure a = figure_of(v->text[0]);
    const struct dt_compare_figure b = figure_of(v->text[1]);
    struct dt_compare_interval got;

    assert_int_equal(dt_compare_figure_growth(&a, &b, v->value[3],
                                              (int32_t)v->value[4], &got,
                                              NULL), DT_E_OK);
    check_interval(v, 5, &got, "dt_compare_figure_growth");
}

static void
ends_are_at_most_one_unit_outside(void **state)
{
    (void)state;
    each_vector("check_growth.txt", 8, check_vector);
}

static struct dt_compare_interval
growth_of(const char *base, const char *end, double periods, int32_t method)
{
    const struct dt_compare_figure a = printed(base), b = printed(end);
    struct dt_compare_interval growth;

    assert_int_equal(dt_compare_figure_growth(&a, &b, periods, method, &growth,
                                              NULL), DT_E_OK);
    return growth;
}

/* Figures with the same digits grow alike, whatever their unit; figures with
 * more of them lie inside. */
static void
growth_is_free_of_scale(void **state)
{
    (void)state;
    for (int32_t method = 0; method < 4; method++) {
        const struct dt_compare_interval a = growth_of("4.59", "7.23", 4,
                                                       method);
        const struct dt_compare_interval b = growth_of("459", "723", 4, method);
        const struct dt_compare_interval c = growth_of("4.590", "7.230", 4,
                                                       method);
        assert_memory_equal(&a, &b, sizeof(a));
        assert_ulp(c.value, a.value, 0);
        assert_true(a.lower < c.lower && c.lower < c.value);
        assert_true(c.value < c.upper && c.upper < a.upper);
    }
}

/* The methods that agree over one period. */
static void
one_period_is_growth_in_all(void **state)
{
    (void)state;
    const struct dt_compare_interval a = growth_of("3.21", "4.64", 1,
                                                   DT_COMPARE_METHOD_CAGR);
    const struct dt_compare_interval b = growth_of("3.21", "4.64", 7,
                                                   DT_COMPARE_METHOD_TOTAL);

    assert_memory_equal(&a, &b, sizeof(a));
    assert_ulp(a.value, (4.64 - 3.21) / 3.21, 2);
    assert_true(a.lower < (4.635 - 3.215) / 3.215 * (1 + 1e-15));
    assert_true(a.upper > (4.645 - 3.205) / 3.205 * (1 - 1e-15));
}

static void
a_vague_figure_leaves_no_bounds(void **state)
{
    (void)state;
    const struct dt_compare_figure one = printed("1"), about = vague("2");
    struct dt_compare_interval got;

    assert_int_equal(dt_compare_figure_growth(
                         &one, &about, 1, DT_COMPARE_METHOD_CAGR, &got, NULL),
                     DT_E_OK);
    assert_ulp(got.value, 1, 0);
    assert_ulp(got.lower, -HUGE_VAL, 0);
    assert_ulp(got.upper, HUGE_VAL, 0);
    assert_int_equal(dt_compare_figure_growth(
                         &about, &one, 1, DT_COMPARE_METHOD_CAGR, &got, NULL),
                     DT_E_OK);
    assert_ulp(got.value, -0.5, 0);
    assert_ulp(got.upper, HUGE_VAL, 0);
}

static void
fails(const struct dt_compare_figure *base, const struct dt_compare_figure *end,
      double periods, int32_t method, int32_t status, const char *message)
{
    struct dt_compare_interval got, before;
    struct dt_error error;

    memset(&got, 0x5a, sizeof(got));
    before = got;
    assert_error(dt_compare_figure_growth(base, end, periods, method, &got,
                                          &error), status, &error, message);
    assert_memory_equal(&got, &before, sizeof(got));
}

static void
bad_arguments_are_refused(void **state)
{
    (void)state;
    const struct dt_compare_figure one = printed("1"), zero = printed("0.0");
    struct dt_error error;
    char text[240];

    fails(NULL, &one, 1, 0, DT_E_NULL, "base is null");
    fails(&one, NULL, 1, 0, DT_E_NULL, "end is null");
    assert_error(dt_compare_figure_growth(&one, &one, 1, DT_COMPARE_METHOD_CAGR,
                                          NULL, &error),
                 DT_E_NULL, &error, "growth is null");
    fails(&zero, &one, 1, 0, DT_E_VALUE,
          "base is 0.0: its interval must lie above 0");
    fails(&one, &zero, 1, 0, DT_E_VALUE,
          "end is 0.0: its interval must lie above 0");
    fails(&one, &one, 0, 0, DT_E_PERIODS, "periods is 0: must be positive");
    fails(&one, &one, 1e10, 0, DT_E_VALUE,
          "periods is 10000000000; expected 1e-09 to 1e+09");
    fails(&one, &one, 1, 4, DT_E_KIND, "method is 4: no such method");
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        fails(&bad->figure, &one, 1, 0, bad->status,
              owned(text, sizeof(text), "base->", bad->message));
        fails(&one, &bad->figure, 1, 0, bad->status,
              owned(text, sizeof(text), "end->", bad->message));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_at_most_one_unit_outside),
        cmocka_unit_test(growth_is_free_of_scale),
        cmocka_unit_test(one_period_is_growth_in_all),
        cmocka_unit_test(a_vague_figure_leaves_no_bounds),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
