/* SPDX-License-Identifier: MIT */
/* Every kind under every base rule, one element at a time. */
#include "make.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)
#define INF HUGE_VAL

enum { KINDS = 7, RULES = 4 };

/* Growth from base to value over one year; rule and kind as given. */
static int32_t
grow(double base, double value, int32_t kind, int32_t rule, double *result)
{
    const double levels[] = { base, value };
    double growth[2];
    uint8_t why[2];
    struct dt_series x = years(levels, 2, 2023);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(growth, why, 2);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    x.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    options.base_rule = served_rule(kind, rule);
    assert_int_equal(dt_growth_series(&x, kind, 1, &options, &out, NULL),
                     DT_E_OK);
    assert_element(growth, why, 0, QNAN, DT_SERIES_WHY_NO_BASE);
    *result = growth[1];
    return why[1];
}

/* Checks one kind under the rules MISSING, SIGNED, ABSOLUTE and MIDPOINT: a
 * value, or a negated reason where there is none. */
static void
check(int32_t kind, double base, double value, const double expected[RULES])
{
    for (int32_t rule = 0; rule < RULES; rule++) {
        double result;
        if (kind == DT_GROWTH_KIND_FACTOR && rule == DT_GROWTH_BASE_MIDPOINT)
            continue;
        const int32_t why = grow(base, value, kind, rule, &result);
        const bool defined = expected[rule] > -100;
        if (why != (defined ? 0 : (int32_t)(-expected[rule] / 100)))
            print_error("kind %d, %g to %g, rule %d: %s\n", (int)kind, base,
                        value, (int)rule, dt_series_why_name(why));
        assert_int_equal(why, defined ? 0 : (int32_t)(-expected[rule] / 100));
        assert_ulp(result, defined ? expected[rule] : QNAN, 0);
        assert_false(result == 0 && signbit(result) &&
                     rule == DT_GROWTH_BASE_ABSOLUTE);
    }
}

/* Reasons among expected values. */
#define ZERO     (-100.0 * (int)DT_SERIES_WHY_ZERO_BASE)
#define NEGATIVE (-100.0 * (int)DT_SERIES_WHY_NEGATIVE_BASE)
#define DOMAIN   (-100.0 * (int)DT_SERIES_WHY_DOMAIN)
#define NOT_FINITE (-100.0 * (int)DT_SERIES_WHY_NOT_FINITE)
#define OVERFLOW (-100.0 * (int)DT_SERIES_WHY_OVERFLOW)
#define ALL(x) (const double[]){ (x), (x), (x), (x) }

static void
a_positive_base_is_divided_by_under_every_rule(void **state)
{
    (void)state;
    check(DT_GROWTH_KIND_RATE, 4, 5, ALL(0.25));
    check(DT_GROWTH_KIND_RATE, 4, -5, ALL(-2.25));
    check(DT_GROWTH_KIND_RATE, 4, 0, ALL(-1));
    check(DT_GROWTH_KIND_FACTOR, 4, 5, ALL(1.25));
    check(DT_GROWTH_KIND_FACTOR, 4, -5, ALL(-1.25));
    check(DT_GROWTH_KIND_LOG, 4, 5, ALL(dt_growth_log(4, 5)));
    check(DT_GROWTH_KIND_ANNUALIZED, 4, 5, ALL(0.25));
    check(DT_GROWTH_KIND_ANNUALIZED, 4, 0, ALL(-1));
    check(DT_GROWTH_KIND_ANNUALIZED_LOG, 4, 5, ALL(dt_growth_log(4, 5)));
    check(DT_GROWTH_KIND_MIDPOINT, 4, 12, ALL(1));
    check(DT_GROWTH_KIND_MIDPOINT, 4, 0, ALL(-2));
}

static void
a_negative_base_follows_the_rule(void **state)
{
    (void)state;
    check(DT_GROWTH_KIND_RATE, -4, 4,
          (const double[]){ NEGATIVE, -2, 2, 2 });
    check(DT_GROWTH_KIND_RATE, -4, -5,
          (const double[]){ NEGATIVE, 0.25, -0.25, -2.0 / 9 });
    check(DT_GROWTH_KIND_RATE, -4, 0,
          (const double[]){ NEGATIVE, -1, 1, 2 });
    check(DT_GROWTH_KIND_RATE, -4, -4, (const double[]){ NEGATIVE, 0, 0, 0 });
    check(DT_GROWTH_KIND_FACTOR, -4, 5,
          (const double[]){ NEGATIVE, -1.25, 1.25, 0 });
    check(DT_GROWTH_KIND_FACTOR, -4, 0, (const double[]){ NEGATIVE, 0, 0, 0 });
    check(DT_GROWTH_KIND_MIDPOINT, -4, 4,
          (const double[]){ NEGATIVE, NEGATIVE, 2, 2 });
    check(DT_GROWTH_KIND_MIDPOINT, 4, -12,
          (const double[]){ DOMAIN, DOMAIN, -2, -2 });
    check(DT_GROWTH_KIND_MIDPOINT, -4, -12,
          (const double[]){ NEGATIVE, NEGATIVE, -1, -1 });
}

/* Half of the least number and less: -0 to the value's side of zero. */
static void
a_quotient_that_underflows_keeps_its_sign(void **state)
{
    double result;

    (void)state;
    assert_int_equal(grow(-4, -0x1p-1074, DT_GROWTH_KIND_FACTOR,
                          DT_GROWTH_BASE_ABSOLUTE, &result), 0);
    assert_true(result == 0 && signbit(result));
    assert_int_equal(grow(-4, 0x1p-1074, DT_GROWTH_KIND_FACTOR,
                          DT_GROWTH_BASE_ABSOLUTE, &result), 0);
    assert_true(result == 0 && !signbit(result));
    assert_int_equal(grow(-4, 0x1p-1074, DT_GROWTH_KIND_FACTOR,
                          DT_GROWTH_BASE_SIGNED, &result), 0);
    assert_true(result == 0 && signbit(result));
}

static void
a_zero_base_is_divided_by_under_no_rule(void **state)
{
    (void)state;
    static const double zeros[] = { 0.0, -0.0 };

    for (int i = 0; i < 2; i++) {
        check(DT_GROWTH_KIND_RATE, zeros[i], 5,
              (const double[]){ ZERO, ZERO, ZERO, 2 });
        check(DT_GROWTH_KIND_RATE, zeros[i], -5,
              (const double[]){ ZERO, ZERO, ZERO, -2 });
        check(DT_GROWTH_KIND_RATE, zeros[i], 0, ALL(ZERO));
        check(DT_GROWTH_KIND_FACTOR, zeros[i], 5, ALL(ZERO));
        check(DT_GROWTH_KIND_FACTOR, zeros[i], 0, ALL(ZERO));
        check(DT_GROWTH_KIND_MIDPOINT, zeros[i], 5, ALL(2));
        check(DT_GROWTH_KIND_MIDPOINT, zeros[i], -5,
              (const double[]){ DOMAIN, DOMAIN, -2, -2 });
        check(DT_GROWTH_KIND_MIDPOINT, zeros[i], 0, ALL(ZERO));
    }
}

static void
a_change_never_looks_at_the_sign_of_the_base(void **state)
{
    (void)state;
    check(DT_GROWTH_KIND_CHANGE, -4, 5, ALL(9));
    check(DT_GROWTH_KIND_CHANGE, 0, 5, ALL(5));
    check(DT_GROWTH_KIND_CHANGE, 0, 0, ALL(0));
    check(DT_GROWTH_KIND_CHANGE, 4, -5, ALL(-9));
}

static void
no_rule_gives_a_base_a_logarithm_that_it_has_not(void **state)
{
    (void)state;
    static const int32_t kinds[] = { DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_ANNUALIZED,
                                     DT_GROWTH_KIND_ANNUALIZED_LOG };

    for (size_t i = 0; i < COUNT(kinds); i++) {
        check(kinds[i], 0, 5, ALL(ZERO));
        check(kinds[i], 0, 0, ALL(ZERO));
        check(kinds[i], -4, 5, ALL(NEGATIVE));
        check(kinds[i], -4, -5, ALL(NEGATIVE));
        check(kinds[i], 4, -5, ALL(DOMAIN));
    }
    check(DT_GROWTH_KIND_LOG, 4, 0, ALL(DOMAIN));
    check(DT_GROWTH_KIND_ANNUALIZED_LOG, 4, 0, ALL(DOMAIN));
}

/* An infinity goes before the sign of the base, and that before overflow. */
static void
of_several_reasons_the_first_is_given(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < KINDS; kind++) {
        check(kind, INF, 5, ALL(NOT_FINITE));
        check(kind, 5, -INF, ALL(NOT_FINITE));
        check(kind, INF, INF, ALL(NOT_FINITE));
        check(kind, 0, INF, ALL(NOT_FINITE));
        check(kind, -4, QNAN, ALL(NOT_FINITE));
        check(kind, QNAN, 5, ALL(NOT_FINITE));
    }
    check(DT_GROWTH_KIND_RATE, 0x1p-1074, DBL_MAX, ALL(OVERFLOW));
    check(DT_GROWTH_KIND_FACTOR, 0x1p-1074, DBL_MAX, ALL(OVERFLOW));
    check(DT_GROWTH_KIND_ANNUALIZED, 0x1p-1074, DBL_MAX, ALL(OVERFLOW));
    check(DT_GROWTH_KIND_CHANGE, -DBL_MAX, DBL_MAX, ALL(OVERFLOW));
    check(DT_GROWTH_KIND_RATE, -0x1p-1074, DBL_MAX,
          (const double[]){ NEGATIVE, OVERFLOW, OVERFLOW, 2 });
    check(DT_GROWTH_KIND_MIDPOINT, DBL_MAX, DBL_MAX, ALL(0));
    check(DT_GROWTH_KIND_LOG, 0x1p-1074, DBL_MAX,
          ALL(dt_growth_log(0x1p-1074, DBL_MAX)));
}

static void
series_and_scalars_give_the_same_bits(void **state)
{
    (void)state;
    double base = 3.7, value = 0.01;

    for (int i = 0; i < 500; i++) {
        double result;
        base = base * 1.37 > 1e9 ? base * 1.1e-12 : base * 1.37;
        value = value * 2.11 > 1e9 ? value * 1.3e-13 : value * 2.11;
        assert_int_equal(grow(base, value, DT_GROWTH_KIND_RATE, 0, &result), 0);
        assert_ulp(result, dt_growth_rate(base, value), 0);
        assert_int_equal(grow(base, value, DT_GROWTH_KIND_CHANGE, 0, &result),
                         0);
        assert_ulp(result, dt_growth_change(base, value), 0);
        assert_int_equal(grow(base, value, DT_GROWTH_KIND_LOG, 0, &result), 0);
        assert_ulp(result, dt_growth_log(base, value), 0);
        assert_int_equal(grow(base, value, DT_GROWTH_KIND_MIDPOINT, 0, &result),
                         0);
        assert_ulp(result, dt_growth_midpoint(base, value), 0);
        assert_int_equal(
            grow(base, value, DT_GROWTH_KIND_ANNUALIZED, 0, &result), 0);
        assert_ulp(result, dt_growth_cagr(base, value, 1), 0);
        assert_int_equal(grow(base, value, DT_GROWTH_KIND_FACTOR, 0, &result),
                         0);
        assert_ulp(result, value / base, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_positive_base_is_divided_by_under_every_rule),
        cmocka_unit_test(a_negative_base_follows_the_rule),
        cmocka_unit_test(a_quotient_that_underflows_keeps_its_sign),
        cmocka_unit_test(a_zero_base_is_divided_by_under_no_rule),
        cmocka_unit_test(a_change_never_looks_at_the_sign_of_the_base),
        cmocka_unit_test(no_rule_gives_a_base_a_logarithm_that_it_has_not),
        cmocka_unit_test(of_several_reasons_the_first_is_given),
        cmocka_unit_test(series_and_scalars_give_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
