/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static void
check_vector(const struct vector *v)
{
    struct dt_compare_figure parts[3];
    for (int i = 0; i < 3; i++)
        parts[i] = figure_of(v->text[i]);
    const struct dt_compare_figure total = figure_of(v->text[3]);
    struct dt_compare_sum_check check;
    assert_int_equal(dt_compare_check_sum(parts, 3, &total, &check, NULL),
                     DT_E_OK);
    check_interval(v, 4, &check.sum, "dt_compare_check_sum");
    check_interval(v, 7, &check.overlap, "dt_compare_check_sum");
    assert_int_equal(check.reserved, 0);
    if (check.verdict == (int32_t)v->value[10])
        return;
    print_error("%s:%d: %s\n", v->file, v->line,
                dt_compare_verdict_name(check.verdict));
    fail();
}

static void
sums_are_those_of_exact_arithmetic(void **state)
{
    (void)state;
    each_vector("check_sum.txt", 11, check_vector);
}

static struct dt_compare_sum_check
checked(const char *a, const char *b, const char *whole)
{
    const struct dt_compare_figure parts[] = { printed(a), printed(b) };
    const struct dt_compare_figure total = printed(whole);
    struct dt_compare_sum_check check;
    assert_int_equal(dt_compare_check_sum(parts, 2, &total, &check, NULL),
                     DT_E_OK);
    return check;
}

/* ITC on digital trade, trillion US$: delivered, ordered, total. */
static void
an_overlap_of_delivered_and_ordered_trade_was_taken_out(void **state)
{
    (void)state;
    const struct dt_compare_sum_check items[] = {
        checked("3.21", "1.41", "4.59"), checked("4.64", "2.62", "7.23")
    };
    for (size_t i = 0; i < COUNT(items); i++) {
        assert_int_equal(items[i].verdict, DT_COMPARE_VERDICT_INCONSISTENT);
        assert_ulp(items[i].overlap.value, 0.03, 0);
        assert_ulp(items[i].overlap.lower, 0.015, 1);
        assert_ulp(items[i].overlap.upper, 0.045, 1);
    }
    assert_memory_equal(&items[0].overlap, &items[1].overlap,
                        sizeof(items[0].overlap));
}

/* Goods trade of China in 2024, trillion yuan: exports, imports, total. */
static void
a_last_digit_that_rounding_explains_is_within(void **state)
{
    (void)state;
    const struct dt_compare_sum_check c = checked("25.45", "18.39", "43.85");
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_WITHIN);
    assert_ulp(c.sum.value, 43.84, 0);
    assert_ulp(c.sum.lower, 43.83, 1);
    assert_ulp(c.sum.upper, 43.85, 1);
    assert_ulp(c.overlap.value, -0.01, 0);
    assert_ulp(c.overlap.lower, -0.025, 1);
    assert_ulp(c.overlap.upper, 0.005, 1);
}

static void
parts_that_add_up_as_printed_are_exact(void **state)
{
    (void)state;
    const struct dt_compare_sum_check c = checked("25.45", "18.39", "43.84");
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_EXACT);
    assert_ulp(c.overlap.value, 0, 0);
    assert_int_equal(checked("-1.5", "2.50", "1").verdict,
                     DT_COMPARE_VERDICT_EXACT);
}

static void
parts_with_another_base_are_inconsistent(void **state)
{
    (void)state;
    /* Total digital trade of China in 2022 against its two components. */
    const struct dt_compare_sum_check c = checked("2.51", "2.11", "4.68");
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
    assert_true(c.overlap.upper < 0);
}

static void
a_total_only_its_own_rounding_reaches_is_at_the_edge(void **state)
{
    (void)state;
    /* [0.98, 1.02] and [0.5, 1.5]: 1 is exact; 2 is [1.5, 2.5]. */
    assert_int_equal(checked("0.7", "0.75", "2").verdict,
                     DT_COMPARE_VERDICT_EDGE);
    assert_int_equal(checked("0.7", "0.74", "2").verdict,
                     DT_COMPARE_VERDICT_INCONSISTENT);
}

static void
a_thousand_parts_add_up_exactly(void **state)
{
    (void)state;
    static struct dt_compare_figure parts[1000];
    for (size_t i = 0; i < COUNT(parts); i++)
        parts[i] = (struct dt_compare_figure){
            i % 2 == 0 ? INT64_C(999999999999999) : -INT64_C(999999999999999),
            -15, 0, 0, 0
        };
    parts[0].digits = 1;
    parts[0].decimals = 18;
    parts[1].digits = 0;
    parts[1].decimals = 18;
    struct dt_compare_figure total = { 1, 18, 0, 0, 0 };
    struct dt_compare_sum_check check;
    assert_int_equal(dt_compare_check_sum(parts, 1000, &total, &check, NULL),
                     DT_E_OK);
    assert_int_equal(check.verdict, DT_COMPARE_VERDICT_EXACT);
    assert_ulp(check.sum.value, 1e-18, 0);
    /* 998 halves of 10^15. */
    assert_ulp(check.sum.upper, 499e15, 1);
    assert_ulp(check.sum.lower, -499e15, 1);
}

static void
one_part_is_enough(void **state)
{
    (void)state;
    const struct dt_compare_figure part = printed("2.9"),
                                   total = printed("2.90");
    struct dt_compare_sum_check check;
    assert_int_equal(dt_compare_check_sum(&part, 1, &total, &check, NULL),
                     DT_E_OK);
    assert_int_equal(check.verdict, DT_COMPARE_VERDICT_EXACT);
}

static void
nothing_is_decided_by_a_vague_figure(void **state)
{
    (void)state;
    struct dt_compare_figure parts[] = { vague("2"), printed("3") };
    struct dt_compare_figure total = printed("5");
    struct dt_compare_sum_check check;
    assert_int_equal(dt_compare_check_sum(parts, 2, &total, &check, NULL),
                     DT_E_OK);
    assert_int_equal(check.verdict, DT_COMPARE_VERDICT_UNDECIDABLE);
    assert_ulp(check.sum.value, 5, 0);
    assert_ulp(check.sum.lower, -HUGE_VAL, 0);
    assert_ulp(check.overlap.upper, HUGE_VAL, 0);

    parts[0] = printed("2");
    total = vague("5");
    assert_int_equal(dt_compare_check_sum(parts, 2, &total, &check, NULL),
                     DT_E_OK);
    assert_int_equal(check.verdict, DT_COMPARE_VERDICT_UNDECIDABLE);
    assert_ulp(check.sum.lower, 4, 0);
    assert_ulp(check.sum.upper, 6, 0);
    assert_ulp(check.overlap.value, 0, 0);
    assert_ulp(check.overlap.lower, -HUGE_VAL, 0);
}

static void
null_and_bad_arguments_are_refused(void **state)
{
    (void)state;
    struct dt_compare_figure parts[] = { printed("1"), printed("2") };
    const struct dt_compare_figure total = printed("3");
    struct dt_compare_sum_check check, before;
    struct dt_error error;
    char text[240];
    memset(&check, 0x5a, sizeof(check));
    memset(&before, 0x5a, sizeof(before));

    assert_error(dt_compare_check_sum(NULL, 2, &total, &check, &error),
                 DT_E_NULL, &error, "parts is null");
    assert_error(dt_compare_check_sum(parts, 2, NULL, &check, &error),
                 DT_E_NULL, &error, "total is null");
    assert_error(dt_compare_check_sum(parts, 2, &total, NULL, &error),
                 DT_E_NULL, &error, "result is null");
    assert_error(dt_compare_check_sum(parts, 0, &total, &check, &error),
                 DT_E_LENGTH, &error,
                 "count is 0; expected a part at least");
    assert_error(dt_compare_check_sum(parts, -1, &total, &check, &error),
                 DT_E_LENGTH, &error,
                 "count is -1; expected a part at least");
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        assert_error(dt_compare_check_sum(parts, 2, &bad->figure, &check,
                                          &error), bad->status, &error,
                     owned(text, sizeof(text), "total->", bad->message));
        parts[1] = bad->figure;
        assert_fault(dt_compare_check_sum(parts, 2, &total, &check, &error),
                     bad->status, &error, 1,
                     owned(text, sizeof(text), "parts[1].", bad->message));
        assert_int_equal(dt_compare_check_sum(parts, 2, &total, &check, NULL),
                         bad->status);
        parts[1] = printed("2");
    }
    assert_memory_equal(&check, &before, sizeof(check));
}

static void
a_count_that_cannot_be_addressed_is_refused(void **state)
{
    const struct dt_compare_figure part = { 321, 2, 0, 0, 0 };
    struct dt_compare_sum_check check, before;
    struct dt_error error;

    (void)state;
    memset(&check, 0x5a, sizeof(check));
    memset(&before, 0x5a, sizeof(before));
    assert_error(dt_compare_check_sum(&part, INT64_MAX, &part, &check, &error),
                 DT_E_LENGTH, &error,
                 "count is 9223372036854775807, which cannot be addressed");
    assert_memory_equal(&check, &before, sizeof(check));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_exact_arithmetic),
        cmocka_unit_test(
            an_overlap_of_delivered_and_ordered_trade_was_taken_out),
        cmocka_unit_test(a_last_digit_that_rounding_explains_is_within),
        cmocka_unit_test(parts_that_add_up_as_printed_are_exact),
        cmocka_unit_test(parts_with_another_base_are_inconsistent),
        cmocka_unit_test(a_total_only_its_own_rounding_reaches_is_at_the_edge),
        cmocka_unit_test(a_thousand_parts_add_up_exactly),
        cmocka_unit_test(one_part_is_enough),
        cmocka_unit_test(nothing_is_decided_by_a_vague_figure),
        cmocka_unit_test(null_and_bad_arguments_are_refused),
        cmocka_unit_test(a_count_that_cannot_be_addressed_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
