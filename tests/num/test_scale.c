/* SPDX-License-Identifier: MIT */
/* Powers of two, and one rounding over the whole range. */
#include "num/pairs.h"

#include "num/scale.h"

static void
check(const struct vector *v)
{
    if (is(v, "round_scaled"))
        assert_ulp(dt__round_scaled(pair_at(v, 1), (int)v->value[3]),
                   v->value[4], 0);
}

static void
a_scaled_pair_is_rounded_once(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

static void
far_scales_saturate(void **state)
{
    const struct dt__dd x = { -1.5, 0x1p-60 };

    (void)state;
    assert_ulp(dt__round_scaled(x, 5000), -INFINITY, 0);
    assert_ulp(dt__round_scaled(x, -5000), 0, 0);
    assert_true(signbit(dt__round_scaled(x, -5000)));
    assert_ulp(dt__round_scaled(dt__dd_from(0), 17), 0, 0);
}

static void
a_zero_keeps_the_sign_of_what_was_rounded(void **state)
{
    (void)state;
    assert_true(signbit(dt__round_scaled(dt__dd_from(-0.0), 17)));
    assert_false(signbit(dt__round_scaled(dt__dd_from(0.0), 17)));
    for (int e = -1200; e < -1075; e++) {
        const double below = dt__round_scaled(dt__dd_from(-1.5), e);
        const double above = dt__round_scaled(dt__dd_from(1.5), e);
        assert_true(below == 0 && signbit(below));
        assert_true(above == 0 && !signbit(above));
    }
}

/* Against frexp() and ldexp(), at every exponent. */
static void
split_and_scale_undo_each_other(void **state)
{
    (void)state;
    for (int e = -1074; e <= 1023; e++)
        for (int sign = -1; sign <= 1; sign += 2) {
            int found;
            const double x = sign * ldexp(e < -1022 ? 1 : 1.25, e);
            const double m = dt__split(x, &found);
            assert_int_equal(found, e);
            assert_ulp(m, sign * (e < -1022 ? 1 : 1.25), 0);
            assert_ulp(dt__scale(m, found), x, 0);
        }
    assert_ulp(dt__scale(1, 2999), INFINITY, 0);
    assert_ulp(dt__scale(0x1p1000, -2000), 0x1p-1000, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scaled_pair_is_rounded_once),
        cmocka_unit_test(far_scales_saturate),
        cmocka_unit_test(a_zero_keeps_the_sign_of_what_was_rounded),
        cmocka_unit_test(split_and_scale_undo_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
