/* SPDX-License-Identifier: MIT */
/* The fast steps: what they are off by, against the second steps, which are
 * 2^20 times as close. */
#include "support.h"

#include <math.h>

#include "num/fast.h"
#include "num/num.h"

#define DT__ISA(name) dt__##name
#include "num/fast_lanes.h"

enum { CASES = 300000 };

static double
between(double low, double high)
{
    return low + (high - low) * (double)draw_below(UINT64_C(1) << 53) * 0x1p-53;
}

/* One over the other, near and far, of whatever size. */
static double
factor(int i)
{
    switch (i % 4) {
    case 0:  return between(2.0 / 3, 1.5);
    case 1:  return 1 + ldexp(between(-1, 1), -(int)draw_below(60) - 2);
    case 2:  return exp2(between(-200, 200));
    default: return between(0.5, 20);
    }
}

/* How much of its error an estimate uses up, more than 1 being too much. */
static double
used(struct dt__estimate x, struct dt__dd exact)
{
    const double miss = (x.value.hi - exact.hi) + (x.value.lo - exact.lo);
    return miss == 0 ? 0 : fabs(miss) / x.error;
}

static void
logarithms_keep_to_their_bound(void **state)
{
    double most = 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        const double base = between(1, 2), end = base * factor(i);
        const struct dt__dd fast = dt__fast_log_of(dt__fast_reduce(base, end));
        most = fmax(most, used(dt__fast_log_estimate(fast, 1),
                               dt__log_ratio(dt__dd_from(base),
                                             dt__dd_from(end))));
        const double rate = factor(i) - 1;
        struct dt__dd log = { 0, 0 };
        if (dt__fast_log1p(rate, &log))
            most = fmax(most, used(dt__fast_log_estimate(log, 1),
                                   dt__log1p(rate)));
    }
    print_message("# logarithms use %.2f of their bound\n", most);
    assert_true(most > 0.01 && most < 0.5);
}

static void
exponentials_keep_to_their_bound(void **state)
{
    double most = 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        const double y = i % 3 == 0 ? between(-200, 200)
                         : i % 3 == 1 ? between(-1, 1)
                         : ldexp(between(-1, 1), -(int)draw_below(60));
        const struct dt__dd exact = { y, between(-1, 1) * fabs(y) * 0x1p-54 };
        most = fmax(most, used(dt__fast_exp_of(exact), dt__expm1_dd(exact)));
    }
    print_message("# exponentials use %.2f of their bound\n", most);
    assert_true(most > 0.01 && most < 0.5);
}

/* Logarithm, exponent, exponential. */
static void
powers_keep_to_their_bound(void **state)
{
    double most = 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        const double base = between(1, 2), end = base * factor(i);
        const double n = i % 5 == 0 ? between(0.1, 60)
                                    : 1 + (double)draw_below(40);
        const struct dt__reduced s = dt__fast_reduce(base, end);
        const struct dt__dd log = dt__log_ratio(dt__dd_from(base),
                                                dt__dd_from(end));
        const struct dt__dd by = dt__dd_divide(dt__dd_from(1), dt__dd_from(n));
        struct dt__dd exponent = { 0, 0 };
        assert_true(dt__fast_quotient(1, n, &exponent));
        const struct dt__dd y = dt__fast_multiply(dt__fast_log_of(s), exponent);
        most = fmax(most, used(dt__fast_exp_of(y),
                               dt__expm1_dd(dt__dd_multiply(log, by))));
    }
    print_message("# powers use %.2f of their bound\n", most);
    assert_true(most > 0.01 && most < 0.5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_keep_to_their_bound),
        cmocka_unit_test(exponentials_keep_to_their_bound),
        cmocka_unit_test(powers_keep_to_their_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
