/* SPDX-License-Identifier: MIT */
#include "support.h"

#include "exact/natural.h"

/* 2^bits. */
static struct dt__natural
power(int32_t bits)
{
    struct dt__natural x;
    dt__natural_set(&x, 1);
    dt__natural_shift(&x, bits);
    return x;
}

static void
zero_has_no_limbs(void **state)
{
    (void)state;
    struct dt__natural x, one;
    dt__natural_set(&x, 0);
    dt__natural_set(&one, 1);
    dt__natural_shift(&x, 100);
    dt__natural_scale(&x, 10);
    assert_int_equal(x.size, 0);
    assert_int_equal(dt__natural_bits(&x), 0);
    dt__natural_add(&x, &one);
    assert_int_equal(dt__natural_compare(&x, &one), 0);
    dt__natural_subtract(&x, &one);
    assert_int_equal(x.size, 0);
    dt__natural_multiply(&one, &x);
    assert_int_equal(one.size, 0);
}

static void
a_carry_and_a_borrow_go_all_the_way(void **state)
{
    (void)state;
    struct dt__natural x = power(2000), one = power(0);
    dt__natural_subtract(&x, &one);
    assert_int_equal(dt__natural_bits(&x), 2000);
    assert_int_equal(dt__natural_window(&x, 1936), UINT64_MAX);
    assert_int_equal(dt__natural_compare(&x, &one), 1);
    dt__natural_add(&x, &one);
    const struct dt__natural expected = power(2000);
    assert_int_equal(dt__natural_compare(&x, &expected), 0);
}

static void
a_shorter_number_takes_a_longer_one(void **state)
{
    (void)state;
    struct dt__natural x = power(3), y = power(1999);
    dt__natural_add(&x, &y);
    dt__natural_subtract(&x, &y);
    const struct dt__natural expected = power(3);
    assert_int_equal(dt__natural_compare(&x, &expected), 0);
}

static void
products_and_quotients_undo_each_other(void **state)
{
    (void)state;
    /* (10^40 + 7) * (2^64 - 59) + 12345 */
    struct dt__natural a, b, seven, rest;
    dt__natural_set(&a, 1);
    dt__natural_scale_ten(&a, 40);
    dt__natural_set(&seven, 7);
    dt__natural_add(&a, &seven);
    dt__natural_set(&b, UINT64_MAX - 58);
    dt__natural_set(&rest, 12345);
    dt__natural_multiply(&b, &a);
    dt__natural_add(&b, &rest);
    assert_int_equal(dt__natural_divide(&b, &a), UINT64_MAX - 58);
    assert_int_equal(dt__natural_compare(&b, &rest), 0);
    assert_int_equal(dt__natural_divide(&rest, &a), 0);
}

static void
ten_to_a_power_has_the_factors_two_and_five(void **state)
{
    (void)state;
    struct dt__natural x, one = power(0);
    dt__natural_set(&x, 1);
    dt__natural_scale_ten(&x, -3);
    assert_int_equal(dt__natural_compare(&x, &one), 0);
    dt__natural_scale_ten(&x, 35);
    for (int i = 0; i < 35; i++) {
        assert_int_equal(dt__natural_divide_out(&x, 2), 1);
        assert_int_equal(dt__natural_divide_out(&x, 5), 1);
    }
    assert_int_equal(dt__natural_compare(&x, &one), 0);
    assert_int_equal(dt__natural_divide_out(&x, 2), 0);
    assert_int_equal(dt__natural_compare(&x, &one), 0);
}

static void
a_window_shows_bits_at_any_place(void **state)
{
    (void)state;
    struct dt__natural x;
    dt__natural_set(&x, UINT64_C(0x123456789abcdef0));
    assert_int_equal(dt__natural_window(&x, 0), UINT64_C(0x123456789abcdef0));
    assert_int_equal(dt__natural_window(&x, 4), UINT64_C(0x123456789abcdef));
    assert_int_equal(dt__natural_window(&x, 40), UINT64_C(0x123456));
    assert_int_equal(dt__natural_window(&x, 64), 0);
    dt__natural_shift(&x, 100);
    assert_int_equal(dt__natural_window(&x, 100),
                     UINT64_C(0x123456789abcdef0));
    assert_int_equal(dt__natural_window(&x, 36), 0);
    assert_int_equal(dt__natural_compare(&x, &(struct dt__natural){ 0 }), 1);
    assert_int_equal(dt__natural_compare(&(struct dt__natural){ 0 }, &x), -1);
}

static void
what_is_kept_comes_back(void **state)
{
    (void)state;
    static const int32_t bits[] = { 0, 1, 31, 32, 33, 64, 255 };
    for (size_t i = 0; i < COUNT(bits); i++) {
        struct dt__natural x = power(bits[i]), one = power(0), back;
        struct dt__short kept;
        dt__natural_subtract(&x, &one);
        dt__natural_keep(&x, &kept);
        dt__natural_load(&back, &kept);
        assert_int_equal(back.size, x.size);
        assert_int_equal(dt__natural_compare(&back, &x), 0);
        dt__natural_add(&back, &one);
        assert_int_equal(dt__natural_bits(&back), bits[i] + 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zero_has_no_limbs),
        cmocka_unit_test(a_carry_and_a_borrow_go_all_the_way),
        cmocka_unit_test(a_shorter_number_takes_a_longer_one),
        cmocka_unit_test(products_and_quotients_undo_each_other),
        cmocka_unit_test(ten_to_a_power_has_the_factors_two_and_five),
        cmocka_unit_test(a_window_shows_bits_at_any_place),
        cmocka_unit_test(what_is_kept_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
