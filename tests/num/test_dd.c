/* SPDX-License-Identifier: MIT */
/* Error-free transformations, and the bounds of double-double arithmetic. */
#include "num/pairs.h"

static void
check(const struct vector *v)
{
    const struct dt__dd a = pair_at(v, 1), b = pair_at(v, 3);
    const struct dt__dd expected = pair_at(v, 5);

    if (is(v, "add"))
        /* Also where the high parts cancel. */
        assert_pair(v, dt__dd_add(a, b), expected,
                    fmax(fabs(expected.hi), 0x1p-50 * fabs(a.hi)), 0x1p-104);
    else if (is(v, "multiply"))
        assert_pair(v, dt__dd_multiply(a, b), expected, expected.hi, 0x1p-102);
    else if (is(v, "divide"))
        assert_pair(v, dt__dd_divide(a, b), expected, expected.hi, 0x1p-101);
}

static void
operations_keep_to_their_bounds(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

/* 1 + 2^-54 and -2^-54 + 2^-108: all but the first and the last cancel. */
static void
what_is_left_of_the_low_parts_is_added(void **state)
{
    const struct dt__dd a = { 1, 0x1p-54 }, b = { -0x1p-54, 0x1p-108 };
    const struct dt__dd sum = dt__dd_add(a, b);

    (void)state;
    assert_ulp(sum.hi, 1, 0);
    assert_ulp(sum.lo, 0x1p-108, 0);
}

static uint64_t seed = 1;

static double
next(void)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    const uint64_t exponent = 1023 - 200 + (seed >> 13) % 400;
    return dt__double((seed & UINT64_C(0x800fffffffffffff)) | exponent << 52);
}

/* a op b = hi + lo, by the exact sum of both sides. */
static void
transformations_are_free_of_error(void **state)
{
    (void)state;
    for (int i = 0; i < 100000; i++) {
        const double a = next(), b = next();
        const double large = fabs(a) > fabs(b) ? a : b;
        const double small = fabs(a) > fabs(b) ? b : a;
        const struct dt__dd s = dt__two_sum(a, b);
        const struct dt__dd f = dt__fast_sum(large, small);
        const struct dt__dd p = dt__two_product(a, b);
        struct dt__sum sum, product;

        dt__sum_init(&sum);
        dt__sum_add(&sum, a);
        dt__sum_add(&sum, b);
        dt__sum_add(&sum, -s.hi);
        dt__sum_add(&sum, -s.lo);
        assert_ulp(dt__sum_round(&sum), 0, 0);
        assert_ulp(f.hi, s.hi, 0);
        assert_ulp(f.lo, s.lo, 0);
        dt__sum_init(&product);
        dt__sum_add_product(&product, a, b);
        dt__sum_add(&product, -p.hi);
        dt__sum_add(&product, -p.lo);
        assert_ulp(dt__sum_round(&product), 0, 0);
    }
}

static void
there_is_one_nan(void **state)
{
    (void)state;
    assert_true(isnan(dt__nan()));
    assert_true(dt__bits(dt__nan()) == UINT64_C(0x7ff8000000000000));
    assert_false(dt__is_finite(dt__nan()));
    assert_false(dt__is_finite(-dt__infinity()));
    assert_true(dt__is_finite(0x1.fffffffffffffp1023));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operations_keep_to_their_bounds),
        cmocka_unit_test(transformations_are_free_of_error),
        cmocka_unit_test(what_is_left_of_the_low_parts_is_added),
        cmocka_unit_test(there_is_one_nan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
