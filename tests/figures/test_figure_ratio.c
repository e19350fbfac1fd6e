/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static void
check_vector(const struct vector *v)
{
    const struct dt_compare_figure a = figure_of(v->text[0]);
    const struct dt_compare_figure b = figure_of(v->text[1]);
    struct dt_compare_interval got;
    assert_int_equal(dt_compare_figure_ratio(&a, &b, &got, NULL), DT_E_OK);
    check_interval(v, 2, &got, "dt_compare_figure_ratio");
}

static void
ends_are_the_nearest_doubles_outside(void **state)
{
    (void)state;
    each_vector("figure_ratio.txt", 5, check_vector);
}

static struct dt_compare_interval
ratio_of(const char *numerator, const char *denominator)
{
    const struct dt_compare_figure a = printed(numerator);
    const struct dt_compare_figure b = printed(denominator);
    struct dt_compare_interval ratio;
    assert_int_equal(dt_compare_figure_ratio(&a, &b, &ratio, NULL), DT_E_OK);
    return ratio;
}

/* Rounds to four digits, as the published comparisons are stated. */
static void
assert_about(const struct dt_compare_interval *got, double value, double lower,
             double upper, double half)
{
    assert_true(fabs(got->value - value) <= half);
    assert_true(fabs(got->lower - lower) <= half);
    assert_true(fabs(got->upper - upper) <= half);
}

static void
a_share_and_a_part_imply_the_total(void **state)
{
    (void)state;
    /* Digital trade of 4.59 and 7.23, 20.1 % and 21.9 % of world trade. */
    struct dt_compare_interval got = ratio_of("4.59", "0.201");
    assert_about(&got, 22.84, 22.75, 22.92, 0.005);
    got = ratio_of("7.23", "0.219");
    assert_about(&got, 33.01, 32.92, 33.11, 0.005);
}

static void
growth_in_two_currencies_implies_their_exchange(void **state)
{
    (void)state;
    /* +7.8 % in yuan and +3.4 % in dollars; +6.5 % and +5.4 %. */
    struct dt_compare_interval got = ratio_of("107.8", "103.4");
    assert_about(&got, 1.0426, 1.0416, 1.0435, 0.00005);
    got = ratio_of("106.5", "105.4");
    assert_about(&got, 1.0104, 1.0095, 1.0114, 0.00005);
}

static void
signs_turn_the_ends_round(void **state)
{
    (void)state;
    const struct dt_compare_interval up = ratio_of("3", "2");
    const struct dt_compare_interval down = ratio_of("-3", "2");
    const struct dt_compare_interval both = ratio_of("-3", "-2");
    assert_ulp(up.lower, 1, 0);
    assert_ulp(down.upper, -1, 0);
    assert_ulp(down.lower, -up.upper, 0);
    assert_memory_equal(&both, &up, sizeof(up));
    const struct dt_compare_interval zero = ratio_of("0", "-2");
    assert_ulp(zero.lower, -zero.upper, 0);
    assert_ulp(zero.value, 0, 0);
}

static void
a_denominator_that_may_be_zero_is_refused(void **state)
{
    (void)state;
    static const struct { const char *code, *message; } bad[] = {
        { "0:0:2", "denominator is 0.00: its interval contains 0" },
        { "3:0:0", "denominator is 0: its interval contains 0" },
        /* A floor of 0 begins with it, a ceiling of 0 ends with it. */
        { "4:0:1", "denominator is 0.0: its interval contains 0" },
        { "5:0:1", "denominator is 0.0: its interval contains 0" },
        { "5:1:0", "denominator is 1: its interval contains 0" },
        { "4:-1:0", "denominator is -1: its interval contains 0" },
    };
    const struct dt_compare_figure one = printed("1");
    struct dt_compare_interval got, before;
    struct dt_error error;
    memset(&got, 0x5a, sizeof(got));
    before = got;
    for (size_t i = 0; i < COUNT(bad); i++) {
        const struct dt_compare_figure b = figure_of(bad[i].code);
        assert_error(dt_compare_figure_ratio(&one, &b, &got, &error),
                     DT_E_VALUE, &error, bad[i].message);
        assert_memory_equal(&got, &before, sizeof(got));
    }
}

static void
a_vague_figure_leaves_no_bounds(void **state)
{
    (void)state;
    const struct dt_compare_figure one = printed("1"), two = printed("2");
    const struct dt_compare_figure about = vague("2");
    struct dt_compare_interval got;
    assert_int_equal(dt_compare_figure_ratio(&one, &about, &got, NULL),
                     DT_E_OK);
    assert_ulp(got.value, 0.5, 0);
    assert_ulp(got.lower, -HUGE_VAL, 0);
    assert_ulp(got.upper, HUGE_VAL, 0);
    assert_int_equal(dt_compare_figure_ratio(&about, &two, &got, NULL),
                     DT_E_OK);
    assert_ulp(got.value, 1, 0);
    assert_ulp(got.lower, -HUGE_VAL, 0);
}

static void
null_and_bad_figures_are_refused(void **state)
{
    (void)state;
    const struct dt_compare_figure one = printed("1");
    struct dt_compare_interval got;
    struct dt_error error;
    char text[240];
    assert_error(dt_compare_figure_ratio(NULL, &one, &got, &error), DT_E_NULL,
                 &error, "numerator is null");
    assert_error(dt_compare_figure_ratio(&one, NULL, &got, &error), DT_E_NULL,
                 &error, "denominator is null");
    assert_error(dt_compare_figure_ratio(&one, &one, NULL, &error), DT_E_NULL,
                 &error, "ratio is null");
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        assert_error(dt_compare_figure_ratio(&bad->figure, &one, &got, &error),
                     bad->status, &error,
                     owned(text, sizeof(text), "numerator->", bad->message));
        assert_error(dt_compare_figure_ratio(&one, &bad->figure, &got, &error),
                     bad->status, &error,
                     owned(text, sizeof(text), "denominator->", bad->message));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_the_nearest_doubles_outside),
        cmocka_unit_test(a_share_and_a_part_imply_the_total),
        cmocka_unit_test(growth_in_two_currencies_implies_their_exchange),
        cmocka_unit_test(signs_turn_the_ends_round),
        cmocka_unit_test(a_denominator_that_may_be_zero_is_refused),
        cmocka_unit_test(a_vague_figure_leaves_no_bounds),
        cmocka_unit_test(null_and_bad_figures_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
