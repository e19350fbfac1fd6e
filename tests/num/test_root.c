/* SPDX-License-Identifier: MIT */
/* Square roots. */
#include "num/pairs.h"

static void
check(const struct vector *v)
{
    const struct dt__dd expected = pair_at(v, 3);

    if (is(v, "square_root"))
        assert_pair(v, dt__square_root(pair_at(v, 1)), expected, expected.hi,
                    0x1p-100);
}

static void
roots_keep_to_their_bound(void **state)
{
    (void)state;
    each_vector("num.txt", 2, check);
    assert_ulp(dt__square_root(dt__dd_from(0)).hi, 0, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roots_keep_to_their_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
