/* SPDX-License-Identifier: MIT */
/* Rounding outwards. */
#include "num/pairs.h"

static void
neighbours_are_those_of_nextafter(void **state)
{
    static const double all[] = {
        0.0, -0.0, 0x1p-1074, -0x1p-1074, 0x1p-1022, 1, -1, 1.5, 0x1p53,
        0x1.fffffffffffffp1023, -0x1.fffffffffffffp1023, 0x1.fffffffffffffp0,
    };
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++) {
        assert_ulp(dt__next_up(all[i]), nextafter(all[i], INFINITY), 0);
        assert_ulp(dt__next_down(all[i]), nextafter(all[i], -INFINITY), 0);
    }
}

/* The sign of a - (x.hi + x.lo) - error, exactly. */
static double
excess(double a, struct dt__dd x, double error)
{
    struct dt__sum sum;

    dt__sum_init(&sum);
    dt__sum_add(&sum, a);
    dt__sum_add(&sum, -x.hi);
    dt__sum_add(&sum, -x.lo);
    dt__sum_add(&sum, -error);
    return dt__sum_round(&sum);
}

static void
the_ends_enclose_and_are_near(void **state)
{
    uint64_t seed = 3;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        const uint64_t exponent = UINT64_C(1000) + (seed >> 20) % 40;
        const double hi = dt__double((seed & UINT64_C(0x800fffffffffffff)) |
                                     exponent << 52);
        const double lo = hi * 0x1p-54 * (double)(int)(seed % 7 - 3) / 4;
        const double error = fabs(hi) * ldexp(1, -(int)(60 + (seed >> 9) % 40));
        const struct dt__dd x = dt__fast_sum(hi, lo);
        const double down = dt__round_down(x, error);
        const double up = dt__round_up(x, error);

        assert_true(excess(down, x, -error) <= 0);
        assert_true(excess(up, x, error) >= 0);
        /* No double less than needed. */
        assert_true(nextafter(nextafter(down, INFINITY), INFINITY) >= up);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_are_those_of_nextafter),
        cmocka_unit_test(the_ends_enclose_and_are_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
