/* SPDX-License-Identifier: MIT */
/* The exact sum. */
#include "num/pairs.h"

#include "num/scale.h"

static double
sum_of(const double *terms, int count)
{
    struct dt__sum sum;

    dt__sum_init(&sum);
    for (int i = 0; i < count; i++)
        dt__sum_add(&sum, terms[i]);
    return dt__sum_round(&sum);
}

static void
check(const struct vector *v)
{
    if (!is(v, "sum"))
        return;
    const int count = v->fields - 2;
    double terms[VECTOR_FIELDS];

    memcpy(terms, v->value + 1, (size_t)count * sizeof(double));
    for (int turn = 0; turn < count; turn++) {
        const double first = terms[0];
        assert_ulp(sum_of(terms, count), v->value[v->fields - 1], 0);
        memmove(terms, terms + 1, (size_t)(count - 1) * sizeof(double));
        terms[count - 1] = first;
    }
}

static void
a_sum_is_rounded_once_in_any_order(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

/* Every term comes twice, once negated, but for one. */
static void
a_hundred_thousand_terms_cancel(void **state)
{
    enum { N = 100000 };
    struct dt__sum sum;
    uint64_t seed = 9;

    (void)state;
    dt__sum_init(&sum);
    for (int half = 0; half < 2; half++) {
        seed = 9;
        for (int i = 0; i < N; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            const double x = dt__double(seed >> 1);
            if (dt__is_finite(x))
                dt__sum_add(&sum, half ? -x : x);
        }
    }
    dt__sum_add(&sum, 0x1.8p-1073);
    assert_ulp(dt__sum_round(&sum), 0x1.8p-1073, 0);
}

static void
products_are_exact(void **state)
{
    struct dt__sum sum;

    (void)state;
    dt__sum_init(&sum);
    /* (2^27 + 1)^2 - 2^54 - 2^28 = 1; and the ends of the range. */
    dt__sum_add_product(&sum, 0x1.0000002p27, 0x1.0000002p27);
    dt__sum_add(&sum, -0x1p54);
    dt__sum_add(&sum, -0x1p28);
    assert_ulp(dt__sum_round(&sum), 1, 0);
    dt__sum_add_product(&sum, 0x1p1023, 0x1.8p1023);
    dt__sum_add_product(&sum, 0x1p-1074, 0x1p-1074);
    dt__sum_add_product(&sum, -0x1p1023, 0x1.8p1023);
    assert_ulp(dt__sum_round(&sum), 1, 0);
    dt__sum_add(&sum, -1);
    assert_ulp(dt__sum_round(&sum), 0, 0); /* 2^-2148 is left. */
    dt__sum_add_product(&sum, 0x1p-600, 0x1p-600);
    assert_ulp(dt__sum_round(&sum), 0, 0);
    dt__sum_add_product(&sum, 0x1p-537, 0x1p-537);
    assert_ulp(dt__sum_round(&sum), 0x1p-1074, 0);
}

/* The carry is due after 2^28 terms, which the counter is told of. */
static void
limbs_are_carried_before_they_overflow(void **state)
{
    struct dt__sum sum;

    (void)state;
    dt__sum_init(&sum);
    for (int i = 0; i < 5; i++)
        dt__sum_add(&sum, 0x1.fffffffffffffp40);
    sum.pending = (INT64_C(1) << 28) - 1;
    dt__sum_add(&sum, -0x1.fffffffffffffp40);
    assert_int_equal(sum.pending, 0);
    assert_ulp(dt__sum_round(&sum), 0x1.fffffffffffffp42, 0);
}

static void
a_term_that_is_not_finite_spoils_the_sum(void **state)
{
    struct dt__sum sum;

    (void)state;
    dt__sum_init(&sum);
    dt__sum_add(&sum, INFINITY);
    dt__sum_add(&sum, -INFINITY);
    dt__sum_add(&sum, 1);
    assert_true(isnan(dt__sum_round(&sum)));
    dt__sum_init(&sum);
    dt__sum_add_product(&sum, NAN, 1);
    assert_true(isnan(dt__sum_round(&sum)));
    dt__sum_init(&sum);
    dt__sum_add_product(&sum, 1, NAN);
    assert_true(isnan(dt__sum_round(&sum)));
    assert_true(isnan(dt__sum_dd(&sum).hi));
}

static void
so_does_one_that_is_merged_or_subtracted(void **state)
{
    struct dt__sum sum, bad;

    (void)state;
    dt__sum_init(&bad);
    dt__sum_add(&bad, NAN);
    for (int turn = 0; turn < 2; turn++) {
        dt__sum_init(&sum);
        dt__sum_add(&sum, 2);
        if (turn == 0)
            dt__sum_merge(&sum, &bad);
        else
            dt__sum_subtract(&sum, &bad);
        assert_true(isnan(dt__sum_round(&sum)));
        /* Nothing that comes later mends it. */
        dt__sum_init(&bad);
        dt__sum_add(&bad, 1);
        dt__sum_merge(&sum, &bad);
        assert_true(isnan(dt__sum_round(&sum)));
        dt__sum_add(&bad, INFINITY);
    }
}

/* 2^-1075 is a tie between 0 and the smallest; any bit above it decides. */
static void
half_of_the_smallest_goes_to_even(void **state)
{
    struct dt__sum sum;

    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        dt__sum_init(&sum);
        dt__sum_add_product(&sum, sign * 0x1p-537, 0x1p-538);
        assert_ulp(dt__sum_round(&sum), 0, 0);
        dt__sum_add_product(&sum, sign * 0x1p-1074, 0x1p-1074);
        assert_ulp(dt__sum_round(&sum), sign * 0x1p-1074, 0);
        dt__sum_add_product(&sum, -sign * 0x1p-1073, 0x1p-1074);
        assert_ulp(dt__sum_round(&sum), 0, 0);
        /* 1.5 times the smallest is a tie, too, to twice the smallest. */
        dt__sum_add_product(&sum, sign * 0x1p-1074, 0x1p-1074);
        dt__sum_add(&sum, sign * 0x1p-1074);
        assert_ulp(dt__sum_round(&sum), sign * 0x1p-1073, 0);
        dt__sum_add_product(&sum, -sign * 0x1p-1074, 0x1p-1074);
        assert_ulp(dt__sum_round(&sum), sign * 0x1p-1074, 0);
    }
}

static void
a_pair_holds_what_one_rounding_loses(void **state)
{
    struct dt__sum sum;

    (void)state;
    dt__sum_init(&sum);
    dt__sum_add(&sum, 1);
    dt__sum_add(&sum, 0x1p-80);
    dt__sum_add(&sum, 0x1p-120);
    const struct dt__dd x = dt__sum_dd(&sum);
    assert_ulp(x.hi, 1, 0);
    assert_ulp(x.lo, 0x1.0000000001p-80, 0);
}

static void
a_wide_pair_holds_a_sum_beyond_the_range(void **state)
{
    struct dt__sum sum;
    int e;

    (void)state;
    dt__sum_init(&sum);
    dt__sum_add(&sum, -0x1.8p-1074);
    dt__sum_add(&sum, 3);
    struct dt__dd x = dt__sum_wide(&sum, &e);
    assert_int_equal(e, 0);
    assert_ulp(x.hi, 3, 0);
    assert_ulp(x.lo, dt__sum_dd(&sum).lo, 0);
    /* -2^1025 - 2^960, then the largest product four times. */
    dt__sum_init(&sum);
    dt__sum_add(&sum, -0x1p1023);
    dt__sum_add(&sum, -0x1p960);
    for (int i = 0; i < 3; i++)
        dt__sum_add(&sum, -0x1p1023);
    x = dt__sum_wide(&sum, &e);
    assert_ulp(dt__scale(x.hi, e - 1000), -0x1p25, 0);
    assert_ulp(dt__scale(x.lo, e - 1000), -0x1p-40, 0);
    for (int i = 0; i < 4; i++)
        dt__sum_add_product(&sum, DBL_MAX, DBL_MAX);
    x = dt__sum_wide(&sum, &e);
    assert_ulp(dt__scale(x.hi, e - 2000), 0x1.ffffffffffffep49, 0);
    dt__sum_add(&sum, NAN);
    assert_true(isnan(dt__sum_wide(&sum, &e).hi));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_rounded_once_in_any_order),
        cmocka_unit_test(a_hundred_thousand_terms_cancel),
        cmocka_unit_test(products_are_exact),
        cmocka_unit_test(limbs_are_carried_before_they_overflow),
        cmocka_unit_test(a_term_that_is_not_finite_spoils_the_sum),
        cmocka_unit_test(so_does_one_that_is_merged_or_subtracted),
        cmocka_unit_test(half_of_the_smallest_goes_to_even),
        cmocka_unit_test(a_pair_holds_what_one_rounding_loses),
        cmocka_unit_test(a_wide_pair_holds_a_sum_beyond_the_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
