/* SPDX-License-Identifier: MIT */
/* Logarithms before their rounding. */
#include "num/pairs.h"

static void
check(const struct vector *v)
{
    if (is(v, "log_ratio")) {
        const struct dt__dd expected = pair_at(v, 3);
        assert_pair(v, dt__log_ratio(dt__dd_from(v->value[1]),
                                     dt__dd_from(v->value[2])),
                    expected, expected.hi, 0x1p-95);
    } else if (is(v, "log1p")) {
        const struct dt__dd expected = pair_at(v, 2);
        /* A second part below the smallest double is lost. */
        assert_pair(v, dt__log1p(v->value[1]), expected,
                    fmax(fabs(expected.hi), 0x1p-970), 0x1p-95);
    }
}

static void
logarithms_keep_to_their_bound(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
}

static void
a_ratio_and_its_inverse_have_opposite_logarithms(void **state)
{
    (void)state;
    for (double x = 0x1p-1060; x < 0x1p1020; x *= 1.9) {
        const struct dt__dd up = dt__log_ratio(dt__dd_from(1), dt__dd_from(x));
        const struct dt__dd down = dt__log_ratio(dt__dd_from(x),
                                                 dt__dd_from(1));
        assert_ulp(up.hi, -down.hi, 0);
        assert_true(fabs(up.lo + down.lo) <= 0x1p-94 * fabs(up.hi));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_keep_to_their_bound),
        cmocka_unit_test(a_ratio_and_its_inverse_have_opposite_logarithms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
