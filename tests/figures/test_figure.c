/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static struct dt_compare_interval
interval_of(struct dt_compare_figure figure)
{
    struct dt_compare_interval interval;
    assert_int_equal(dt_compare_figure_interval(&figure, &interval, NULL),
                     DT_E_OK);
    return interval;
}

static void
check_vector(const struct vector *v)
{
    const struct dt_compare_interval got = interval_of(figure_of(v->text[0]));
    check_interval(v, 1, &got, "dt_compare_figure_interval");
}

static void
ends_are_the_nearest_doubles_outside(void **state)
{
    (void)state;
    each_vector("figure_interval.txt", 4, check_vector);
}

static void
a_dropped_zero_widens_the_interval_tenfold(void **state)
{
    (void)state;
    const struct dt_compare_interval one = interval_of(printed("2.9"));
    const struct dt_compare_interval two = interval_of(printed("2.90"));
    assert_ulp(one.lower, 2.85, 1);
    assert_ulp(one.upper, 2.95, 1);
    assert_ulp(two.lower, 2.895, 1);
    assert_ulp(two.upper, 2.905, 1);
    assert_true(one.value == two.value);
}

static void
truncation_lets_zero_reach_a_whole_unit_both_ways(void **state)
{
    (void)state;
    const struct dt_compare_interval i = interval_of(figure_of("3:0:0"));
    assert_ulp(i.lower, -1, 0);
    assert_ulp(i.upper, 1, 0);
    assert_ulp(i.value, 0, 0);
}

static void
check_rounding(const char *name, int32_t rounding)
{
    const struct dt_compare_figure figure = { 5, 0, rounding, 0, 0 };
    struct dt_compare_interval i;
    if (dt_compare_figure_interval(&figure, &i, NULL) < 0 ||
        i.upper - i.lower != 1)
        fail_msg("%s is no rule of rounding", name);
}

static void
check_quality(const char *name, int32_t quality)
{
    const struct dt_compare_figure figure = { 5, 0, 0, quality, 0 };
    struct dt_compare_interval i;
    if (dt_compare_figure_interval(&figure, &i, NULL) < 0)
        fail_msg("%s is no quality", name);
}

static void
every_rounding_and_quality_has_its_row(void **state)
{
    (void)state;
    each_constant("DT_COMPARE_ROUNDING_UNKNOWN", check_rounding);
    each_constant("DT_COMPARE_QUALITY_PRINTED", check_quality);
}

static void
a_vague_figure_has_no_interval(void **state)
{
    (void)state;
    const struct dt_compare_interval i = interval_of(vague("33"));
    assert_ulp(i.value, 33, 0);
    assert_ulp(i.lower, -HUGE_VAL, 0);
    assert_ulp(i.upper, HUGE_VAL, 0);
}

static void
a_bad_figure_is_refused_by_its_member(void **state)
{
    (void)state;
    struct dt_error error;
    struct dt_compare_interval out, before;
    char text[240];

    memset(&out, 0x5a, sizeof(out));
    before = out;
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        assert_error(dt_compare_figure_interval(&bad->figure, &out, &error),
                     bad->status, &error,
                     owned(text, sizeof(text), "figure->", bad->message));
        assert_int_equal(error.index, -1);
        assert_memory_equal(&out, &before, sizeof(out));
    }
}

static void
null_is_refused(void **state)
{
    (void)state;
    struct dt_error error;
    struct dt_compare_interval out;
    const struct dt_compare_figure figure = printed("1");
    assert_error(dt_compare_figure_interval(NULL, &out, &error), DT_E_NULL,
                 &error, "figure is null");
    assert_error(dt_compare_figure_interval(&figure, NULL, &error), DT_E_NULL,
                 &error, "interval is null");
    assert_int_equal(dt_compare_figure_interval(&figure, NULL, NULL),
                     DT_E_NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_the_nearest_doubles_outside),
        cmocka_unit_test(a_dropped_zero_widens_the_interval_tenfold),
        cmocka_unit_test(truncation_lets_zero_reach_a_whole_unit_both_ways),
        cmocka_unit_test(every_rounding_and_quality_has_its_row),
        cmocka_unit_test(a_vague_figure_has_no_interval),
        cmocka_unit_test(a_bad_figure_is_refused_by_its_member),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
