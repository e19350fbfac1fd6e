/* SPDX-License-Identifier: MIT */
/* Numbers of periods between two series. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"

enum { N = 700 };

static double base[N], end[N], rate[N], values[N];
static uint8_t why[N], validity[N / 8 + 2];

static double
spoil(double x, uint64_t rare)
{
    static const double hostile[] = { NAN, 0, -1, -0.0, INFINITY, 0x1p-1074,
                                      0x1.fffffffffffffp1023, 1e-300, -2 };
    return rare > 0 && draw_below(rare) == 0
               ? hostile[draw_below(COUNT(hostile))] : x;
}

static void
fill(uint64_t rare)
{
    for (int i = 0; i < N; i++) {
        base[i] = spoil(100 + (double)draw_below(1 << 20) / 4096, rare);
        end[i] = spoil(draw_below(9) == 0 ? base[i]
                           : 100 + (double)draw_below(1 << 20) / 4096, rare);
        rate[i] = spoil((double)draw_below(1 << 20) / (1 << 22) - 0.05, rare);
    }
    for (size_t i = 0; i < sizeof(validity); i++)
        validity[i] = (uint8_t)(draw_below(6) == 0 ? draw_below(256) : 255);
}

/* What the documentation says. */
static int
reason(double a, double b, double r, bool missing, double result)
{
    if (isnan(b) || isnan(r))
        return DT_SERIES_WHY_VALUE_MISSING;
    if (isnan(a) || missing)
        return DT_SERIES_WHY_BASE_MISSING;
    if (isinf(a) || isinf(b) || isinf(r))
        return DT_SERIES_WHY_NOT_FINITE;
    if (a <= 0)
        return a == 0 ? DT_SERIES_WHY_ZERO_BASE : DT_SERIES_WHY_NEGATIVE_BASE;
    if (isnan(result))
        return DT_SERIES_WHY_DOMAIN;
    return isinf(result) ? DT_SERIES_WHY_OVERFLOW : DT_SERIES_WHY_DEFINED;
}

static void
check(uint64_t rare, bool own_rates, bool bitmap, double *to)
{
    double wanted[N];
    int reasons[N];

    fill(rare);
    struct dt_series a = years(base, N, 2000);
    const struct dt_series b = years(end, N, 2000), r = years(rate, N, 2000);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(to, why, N);
    a.validity = bitmap ? validity : NULL;
    for (int i = 0; i < N; i++) {
        const double g = own_rates ? rate[i] : 0.121;
        wanted[i] = dt_growth_periods(base[i], end[i], g);
        reasons[i] = reason(base[i], end[i], g,
                            bitmap && !(validity[i >> 3] >> (i & 7) & 1),
                            wanted[i]);
    }
    assert_int_equal(dt_growth_periods_between(&a, &b,
                                               own_rates ? 0 : 0.121,
                                               own_rates ? &r : NULL, NULL,
                                               &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < N; i++) {
        const bool defined = reasons[i] == DT_SERIES_WHY_DEFINED;
        assert_element(to, why, i, defined ? wanted[i] : (double)NAN,
                       reasons[i]);
        assert_false(defined && signbit(to[i]) != signbit(wanted[i]));
    }
}

static void
every_element_is_the_scalar(void **state)
{
    static const uint64_t rare[] = { 0, 400, 9 };
    double *const outputs[] = { values, base, end, rate };

    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        if (dt__choose_kernels(isa) != isa)
            continue; /* test_blocks says so. */
        for (size_t k = 0; k < COUNT(rare); k++)
            for (size_t o = 0; o < COUNT(outputs); o++)
                for (int bits = 0; bits < 4; bits++)
                    check(rare[k], bits & 1, bits & 2, outputs[o]);
    }
}

static void
a_nan_that_is_a_value_is_not_missing(void **state)
{
    (void)state;
    fill(0);
    end[3] = (double)NAN;
    const struct dt_series a = years(base, N, 2000);
    struct dt_series b = years(end, N, 2000);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, N);
    for (int is_value = 0; is_value < 2; is_value++) {
        b.flags = is_value ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
        assert_int_equal(
            dt_growth_periods_between(&a, &b, 0.1, NULL, NULL, &out, NULL),
            DT_E_OK);
        assert_element(values, why, 3, (double)NAN,
                       is_value ? DT_SERIES_WHY_NOT_FINITE
                                : DT_SERIES_WHY_VALUE_MISSING);
        assert_element(values, why, 4,
                       dt_growth_periods(base[4], end[4], 0.1),
                       DT_SERIES_WHY_DEFINED);
    }
}

static void
bad_arguments_are_named(void **state)
{
    struct dt_error e;

    (void)state;
    fill(0);
    const struct dt_series a = years(base, N, 2000);
    struct dt_series b = years(end, N, 2000), r = years(rate, N, 2000);
    const struct dt_series_out out = DT_SERIES_OUT(values, N);
    assert_refused(
        dt_growth_periods_between(NULL, &b, 0.1, NULL, NULL, &out, &e),
        DT_E_NULL, &e, "base is null");
    assert_refused(
        dt_growth_periods_between(&a, NULL, 0.1, NULL, NULL, &out, &e),
        DT_E_NULL, &e, "end is null");
    assert_refused(dt_growth_periods_between(&a, &b, 0.1, NULL, NULL, NULL, &e),
                   DT_E_NULL, &e, "out is null");
    assert_refused(dt_growth_periods_between(&a, &b, -1, NULL, NULL, &out, &e),
                   DT_E_VALUE, &e, "rate is -1; finite and above -1");
    assert_refused(
        dt_growth_periods_between(&a, &b, (double)NAN, NULL, NULL, &out, &e),
        DT_E_VALUE, &e, "rate is nan; finite and above -1");
    assert_refused(
        dt_growth_periods_between(&a, &b, 0.1, &r, NULL, &out, &e),
        DT_E_VALUE, &e, "rate is 0.1; 0 beside rates");
    r.length = 3;
    assert_refused(dt_growth_periods_between(&a, &b, 0.1, &r, NULL, &out, &e),
                   DT_E_LENGTH, &e, "rates has 3 elements, base has 700");
    b.length = 4;
    assert_refused(dt_growth_periods_between(&a, &b, 0.1, NULL, NULL, &out, &e),
                   DT_E_LENGTH, &e, "end has 4 elements, base has 700");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_element_is_the_scalar),
        cmocka_unit_test(a_nan_that_is_a_value_is_not_missing),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
