/* SPDX-License-Identifier: MIT */
/* Exponentials. */
#include "num/pairs.h"

static void
check(const struct vector *v)
{
    if (is(v, "expm1_dd")) {
        const struct dt__dd expected = pair_at(v, 3);
        assert_pair(v, dt__expm1_dd(pair_at(v, 1)), expected, expected.hi,
                    0x1p-95);
    } else if (is(v, "expm1")) {
        assert_ulp(dt__expm1(pair_at(v, 1)), v->value[3], 0);
    } else if (is(v, "scaled_exp")) {
        assert_ulp(dt__scaled_exp(v->value[1], pair_at(v, 2)), v->value[4], 0);
    }
}

static void
exponentials_keep_to_their_bound(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

static void
what_is_out_of_range_saturates(void **state)
{
    (void)state;
    assert_ulp(dt__expm1(dt__dd_from(1e300)), INFINITY, 0);
    assert_ulp(dt__expm1(dt__dd_from(-1e300)), -1, 0);
    assert_ulp(dt__scaled_exp(-3, dt__dd_from(1e5)), -INFINITY, 0);
    assert_ulp(dt__scaled_exp(3, dt__dd_from(-1e5)), 0, 0);
    assert_true(signbit(dt__scaled_exp(-3, dt__dd_from(-1e5))));
    assert_true(signbit(dt__scaled_exp(-0.0, dt__dd_from(5))));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponentials_keep_to_their_bound),
        cmocka_unit_test(what_is_out_of_range_saturates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
