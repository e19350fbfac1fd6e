/* SPDX-License-Identifier: MIT */
/* Rankings against their definition, by counting. */
#include "support.h"

#include <dtgrowth/compare.h>

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Counts, for observation i, the values before it, equal to it and up to it,
 * and the different ones before it. */
struct counts {
    int64_t before, equal, equal_up_to, distinct;
};

static bool
comes_before(double a, double b, int32_t order)
{
    return order == DT_COMPARE_ORDER_DESCENDING ? a > b : a < b;
}

static struct counts
count(const double *x, int64_t n, int64_t i, int32_t order)
{
    struct counts c = { 0, 0, 0, 0 };

    for (int64_t j = 0; j < n; j++) {
        if (x[j] == x[i]) {
            c.equal++;
            c.equal_up_to += j <= i;
        } else if (comes_before(x[j], x[i], order)) {
            bool seen = false;
            for (int64_t k = 0; k < j && !seen; k++)
                seen = x[k] == x[j];
            c.before++;
            c.distinct += !seen;
        }
    }
    return c;
}

static double
by_definition(const double *x, int64_t n, int64_t i, int32_t order,
              int32_t ties)
{
    const struct counts c = count(x, n, i, order);

    switch (ties) {
    case DT_COMPARE_TIES_MIN:     return (double)(c.before + 1);
    case DT_COMPARE_TIES_MAX:     return (double)(c.before + c.equal);
    case DT_COMPARE_TIES_DENSE:   return (double)(c.distinct + 1);
    case DT_COMPARE_TIES_AVERAGE:
        return (double)c.before + (double)(c.equal + 1) / 2;
    default:                      return (double)(c.before + c.equal_up_to);
    }
}

static void
rank(const double *x, int64_t n, int32_t order, int32_t ties, double *ranks,
     uint8_t *why)
{
    struct dt_series view;
    int64_t *work = malloc((size_t)(n + 1) * sizeof(*work));
    const struct dt_series_out out = DT_SERIES_OUT_WHY(ranks, why, n);

    assert_non_null(work);
    assert_int_equal(dt_series_view(x, n, 1, DT_SERIES_FREQ_UNDATED, 0, &view,
                                    NULL), DT_E_OK);
    assert_int_equal(dt_compare_rank(&view, order, ties, NULL, work,
                                     view.length, &out, NULL),
                     DT_E_OK);
    free(work);
}

static void
ranks_are_those_of_the_definition(void **state)
{
    enum { MOST = 300 };
    double x[MOST], ranks[MOST];
    uint8_t why[MOST];

    (void)state;
    srand(7);
    for (int64_t n = 0; n < MOST; n = n < 20 ? n + 1 : n + 93)
        for (int spread = 1; spread < 3 * MOST; spread = 4 * spread + 1) {
            for (int64_t i = 0; i < n; i++)
                x[i] = rand() % spread - spread / 2;
            for (int32_t order = 0; order <= 1; order++)
                for (int32_t ties = 0; ties <= 4; ties++) {
                    rank(x, n, order, ties, ranks, why);
                    for (int64_t i = 0; i < n; i++) {
                        assert_int_equal(why[i], DT_SERIES_WHY_DEFINED);
                        assert_ulp(ranks[i], by_definition(x, n, i, order,
                                                           ties), 0);
                    }
                }
        }
}

static void
missing_values_have_no_rank_and_infinities_do(void **state)
{
    static const double x[] = { 3, NAN, INFINITY, -INFINITY, 0.0, -0.0 };
    double ranks[COUNT(x)];
    uint8_t why[COUNT(x)];

    (void)state;
    rank(x, COUNT(x), DT_COMPARE_ORDER_DESCENDING, DT_COMPARE_TIES_MIN, ranks,
         why);
    assert_ulp(ranks[0], 2, 0);
    assert_ulp(ranks[1], NAN, 0);
    assert_int_equal(why[1], DT_SERIES_WHY_VALUE_MISSING);
    assert_ulp(ranks[2], 1, 0);
    assert_ulp(ranks[3], 5, 0);
    assert_ulp(ranks[4], 3, 0); /* The two zeros are equal. */
    assert_ulp(ranks[5], 3, 0);
}

static void
subnormal_numbers_are_told_apart(void **state)
{
    static const double x[] = { 0, 4e-310, 2e-310 }, expected[] = { 3, 1, 2 };
    double ranks[COUNT(x)];
    uint8_t why[COUNT(x)];

    (void)state;
    rank(x, COUNT(x), DT_COMPARE_ORDER_DESCENDING, DT_COMPARE_TIES_MIN, ranks,
         why);
    for (size_t i = 0; i < COUNT(x); i++)
        assert_ulp(ranks[i], expected[i], 0);
}

static void
a_nan_that_is_a_value_has_no_rank_either(void **state)
{
    static const double x[] = { 3, NAN, 1 };
    double ranks[3];
    uint8_t why[3];
    int64_t work[3];
    struct dt_series view;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(ranks, why, 3);

    (void)state;
    assert_int_equal(
        dt_series_view(x, 3, 1, DT_SERIES_FREQ_UNDATED, 0, &view, NULL),
        DT_E_OK);
    view.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    assert_int_equal(
        dt_compare_rank(&view, 0, 0, NULL, work, view.length, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[1], DT_SERIES_WHY_NOT_FINITE);
    assert_ulp(ranks[1], NAN, 0);
    assert_ulp(ranks[2], 2, 0);
}

static void
ranks_may_replace_the_values(void **state)
{
    double x[] = { 5, 5, 1, 9, 5, 0 };
    static const double expected[] = { 2, 2, 5, 1, 2, 6 };
    uint8_t why[COUNT(x)];

    (void)state;
    rank(x, COUNT(x), DT_COMPARE_ORDER_DESCENDING, DT_COMPARE_TIES_MIN, x, why);
    for (size_t i = 0; i < COUNT(x); i++)
        assert_ulp(x[i], expected[i], 0);
}

static void
a_long_ranking_is_a_permutation(void **state)
{
    enum { N = 50000 };
    double *x = malloc(N * sizeof(*x)), *ranks = malloc(N * sizeof(*ranks));
    uint8_t *why = malloc(N), *seen = calloc(N, 1);

    (void)state;
    assert_true(x != NULL && ranks != NULL && why != NULL && seen != NULL);
    for (int i = 0; i < N; i++)
        x[i] = (double)(i * 7919LL % N); /* 7919 is prime to N. */
    rank(x, N, DT_COMPARE_ORDER_ASCENDING, DT_COMPARE_TIES_ORDINAL, ranks, why);
    for (int i = 0; i < N; i++) {
        assert_ulp(ranks[i], x[i] + 1, 0);
        assert_int_equal(seen[(int)x[i]]++, 0);
    }
    free(x);
    free(ranks);
    free(why);
    free(seen);
}

static void
bad_arguments_are_refused(void **state)
{
    static const double x[] = { 3, 1 };
    double ranks[2] = { 7, 7 };
    int64_t work[3];
    struct dt_series view;
    struct dt_series_out out = DT_SERIES_OUT(ranks, 2);
    struct dt_error error;

    (void)state;
    assert_int_equal(
        dt_series_view(x, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &view, NULL),
        DT_E_OK);
    assert_error(dt_compare_rank(NULL, 0, 0, NULL, work, 2, &out, &error),
                 DT_E_NULL, &error, "x is null");
    assert_error(
        dt_compare_rank(&view, 0, 0, NULL, NULL, view.length, &out, &error),
        DT_E_NULL, &error, "work is null");
    assert_error(dt_compare_rank(&view, 0, 0, NULL,
                                 (int64_t *)(void *)((char *)work + 1),
                                 view.length, &out, &error),
                 DT_E_ALIGNMENT, &error, "work is not aligned for an integer");
    assert_error(
        dt_compare_rank(&view, 2, 0, NULL, work, view.length, &out, &error),
        DT_E_RULE, &error, "order is 2, neither descending nor ascending");
    assert_error(
        dt_compare_rank(&view, 0, 5, NULL, work, view.length, &out, &error),
        DT_E_RULE, &error, "ties is 5, no known rule");
    assert_error(
        dt_compare_rank(&view, 0, -1, NULL, work, view.length, &out, &error),
        DT_E_RULE, &error, "ties is -1, no known rule");
    assert_error(dt_compare_rank(&view, 0, 0, NULL, work, 1, &out, &error),
                 DT_E_CAPACITY, &error, "work_capacity is 1 for length 2");
    out.capacity = 1;
    assert_error(
        dt_compare_rank(&view, 0, 0, NULL, work, view.length, &out, &error),
        DT_E_CAPACITY, &error, NULL);
    assert_ulp(ranks[0], 7, 0);
    assert_ulp(ranks[1], 7, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_those_of_the_definition),
        cmocka_unit_test(missing_values_have_no_rank_and_infinities_do),
        cmocka_unit_test(subnormal_numbers_are_told_apart),
        cmocka_unit_test(a_nan_that_is_a_value_has_no_rank_either),
        cmocka_unit_test(ranks_may_replace_the_values),
        cmocka_unit_test(a_long_ranking_is_a_permutation),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
