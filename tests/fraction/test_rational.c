/* SPDX-License-Identifier: MIT */
#include "support.h"

#include "fraction/rational.h"

static struct dt__rational
quotient(double a, double b)
{
    struct dt__rational x, y;
    dt__rational_from(&x, a);
    dt__rational_from(&y, b);
    dt__rational_divide(&x, &y);
    return x;
}

static void
a_double_survives_the_way_there_and_back(void **state)
{
    (void)state;
    static const double values[] = { 0.0, 1.0, -1.0, 0.1, -0x1.fffffffffffffp50,
                                     0x1p-300, 0x1.0000000000001p400, 1e-9 };
    for (size_t i = 0; i < COUNT(values); i++) {
        struct dt__rational x;
        dt__rational_from(&x, values[i]);
        for (int way = DT__DOWN; way <= DT__UP; way++)
            assert_ulp(dt__rational_round(&x, way), values[i], 0);
    }
}

static void
a_quotient_is_enclosed_by_neighbours(void **state)
{
    (void)state;
    /* 1/3 = 0.0101...b lies above the nearest double, 1/10 below it. */
    struct dt__rational x = quotient(1, 3);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 0x1.5555555555555p-2, 0);
    assert_ulp(dt__rational_round(&x, DT__DOWN), 0x1.5555555555555p-2, 0);
    assert_ulp(dt__rational_round(&x, DT__UP), 0x1.5555555555556p-2, 0);
    x = quotient(-1, 10);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), -0x1.999999999999ap-4, 0);
    assert_ulp(dt__rational_round(&x, DT__DOWN), -0x1.999999999999ap-4, 0);
    assert_ulp(dt__rational_round(&x, DT__UP), -0x1.9999999999999p-4, 0);
}

static void
a_tie_between_doubles_goes_to_the_even_one(void **state)
{
    (void)state;
    struct dt__rational x, half;
    dt__rational_from(&half, 0x1p-54);
    dt__rational_from(&x, 0.5);
    dt__rational_add(&x, &half);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 0.5, 0);
    assert_ulp(dt__rational_round(&x, DT__UP), 0x1.0000000000001p-1, 0);
    dt__rational_from(&x, 0x1.0000000000001p-1);
    dt__rational_add(&x, &half);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 0x1.0000000000002p-1, 0);
    /* Rounding may carry into the next power of two. */
    dt__rational_from(&x, 0x1.fffffffffffffp-1);
    dt__rational_add(&x, &half);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 1.0, 0);
    assert_ulp(dt__rational_round(&x, DT__DOWN), 0x1.fffffffffffffp-1, 0);
}

static void
sums_have_the_right_sign(void **state)
{
    (void)state;
    static const double values[] = { 0, 2, -2, 3, -3, 0.75 };
    for (size_t i = 0; i < COUNT(values); i++)
        for (size_t k = 0; k < COUNT(values); k++) {
            struct dt__rational x, y, sum;
            dt__rational_from(&x, values[i]);
            dt__rational_from(&y, values[k]);
            dt__rational_add(&x, &y);
            dt__rational_from(&sum, values[i] + values[k]);
            assert_int_equal(x.sign, sum.sign);
            assert_int_equal(dt__rational_compare(&x, &sum), 0);
            dt__rational_from(&x, values[i]);
            assert_int_equal(dt__rational_compare(&x, &y),
                             (values[i] > values[k]) -
                             (values[i] < values[k]));
        }
}

static void
a_number_may_be_combined_with_itself(void **state)
{
    (void)state;
    struct dt__rational x;
    dt__rational_set(&x, -7, 1); /* -0.35 */
    dt__rational_add(&x, &x);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), -0.7, 0);
    dt__rational_multiply(&x, &x);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 0.49, 0);
    dt__rational_divide(&x, &x);
    assert_ulp(dt__rational_round(&x, DT__NEAREST), 1.0, 0);
    dt__rational_offset(&x, -1);
    assert_int_equal(x.sign, 0);
}

static void
a_pair_of_doubles_holds_106_bits(void **state)
{
    (void)state;
    /* 10^15 - 1 over 2 * 10^18; and a number of 60 bits, exactly. */
    struct dt__rational x;
    dt__rational_set(&x, INT64_C(0xfffffffffffffff), 0);
    struct dt__dd pair = dt__rational_dd(&x);
    assert_ulp(pair.hi, 0x1p59, 0);
    assert_ulp(pair.lo, -0.5, 0);
    dt__rational_set(&x, -1, 0);
    pair = dt__rational_dd(&x);
    assert_ulp(pair.hi, -0.5, 0);
    x = quotient(0, 1);
    assert_ulp(dt__rational_dd(&x).hi, 0.0, 0);
    /* Longer than that, it is cut. */
    dt__rational_from(&x, 0x1.0000000000001p200);
    dt__rational_offset(&x, 1);
    pair = dt__rational_dd(&x);
    assert_ulp(pair.hi, 0x1.0000000000001p200, 0);
    assert_ulp(pair.lo, 0.0, 0);
}

static void
the_logarithm_of_one_is_zero(void **state)
{
    (void)state;
    struct dt__rational x = quotient(7, 7);
    const struct dt__dd y = dt__rational_log(&x);
    assert_ulp(y.hi, 0.0, 0);
    assert_ulp(y.lo, 0.0, 0);
    x = quotient(1, 4);
    assert_ulp(dt__rational_log(&x).hi, -0x1.62e42fefa39efp+0, 0);
}

static void
what_is_kept_comes_back(void **state)
{
    (void)state;
    static const double values[] = { 0, 3, -0.1, 0x1.fffffffffffffp200 };
    for (size_t i = 0; i < COUNT(values); i++) {
        struct dt__rational x, back;
        struct dt__fraction kept;
        dt__rational_from(&x, values[i]);
        dt__rational_keep(&x, &kept);
        assert_int_equal(kept.sign, x.sign);
        dt__rational_load(&back, &kept);
        assert_int_equal(dt__rational_compare(&back, &x), 0);
        assert_ulp(dt__rational_round(&back, DT__NEAREST), values[i], 0);
    }
}

static void
an_integer_is_added_on_either_side_of_zero(void **state)
{
    (void)state;
    static const double sums[][3] = { { 0.25, 1, 1.25 }, { 0.25, -1, -0.75 },
                                      { -3, 2, -1 }, { -3, 4, 1 },
                                      { 5, -5, 0 }, { 0, 7, 7 }, { 2, 0, 2 } };
    for (size_t i = 0; i < COUNT(sums); i++) {
        struct dt__rational x;
        dt__rational_from(&x, sums[i][0]);
        dt__rational_offset(&x, (int32_t)sums[i][1]);
        assert_ulp(dt__rational_round(&x, DT__NEAREST), sums[i][2], 0);
        assert_int_equal(x.sign, (sums[i][2] > 0) - (sums[i][2] < 0));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_double_survives_the_way_there_and_back),
        cmocka_unit_test(a_quotient_is_enclosed_by_neighbours),
        cmocka_unit_test(a_tie_between_doubles_goes_to_the_even_one),
        cmocka_unit_test(sums_have_the_right_sign),
        cmocka_unit_test(a_number_may_be_combined_with_itself),
        cmocka_unit_test(a_pair_of_doubles_holds_106_bits),
        cmocka_unit_test(the_logarithm_of_one_is_zero),
        cmocka_unit_test(what_is_kept_comes_back),
        cmocka_unit_test(an_integer_is_added_on_either_side_of_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
