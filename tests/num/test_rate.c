/* SPDX-License-Identifier: MIT */
/* Quotients. Rates and powers are tested where they are public, in growth. */
#include "num/pairs.h"

static void
check(const struct vector *v)
{
    if (is(v, "quotient"))
        assert_ulp(dt__quotient(pair_at(v, 1), pair_at(v, 3)), v->value[5], 0);
}

static void
a_quotient_is_rounded_once(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

static void
a_quotient_may_be_scaled_beyond_the_range_of_its_parts(void **state)
{
    const struct dt__dd one = { 1, 0 }, three = { 3, 0 };

    (void)state;
    assert_ulp(dt__scaled_quotient(one, three, 0), 1.0 / 3, 0);
    assert_ulp(dt__scaled_quotient(dt__dd_from(0x1p1023),
                                   dt__dd_from(0x1p-1074), -2090), 0x1p7, 0);
    assert_ulp(dt__scaled_quotient(dt__dd_from(0), three, 4000), 0, 0);
    assert_ulp(dt__scaled_quotient(one, three, 4000), INFINITY, 0);
    assert_ulp(dt__scaled_quotient(one, three, -4000), 0, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quotient_is_rounded_once),
        cmocka_unit_test(
            a_quotient_may_be_scaled_beyond_the_range_of_its_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
