/* SPDX-License-Identifier: MIT */
/* Rates and logs converted, element by element. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"

enum { N = 700 };

static double x[N], values[N];
static uint8_t why[N];

static struct dt_series
fill(void)
{
    static const double hostile[] = {
        NAN, -1, -1.5, 0, -0.0, INFINITY, -INFINITY, 1e300, 1e-300, 0x1p-1074,
        -0x1p-60, 0x1p-54, -1 + 0x1p-53, 700, 0x1.fffffffffffffp1023,
    };
    uint64_t seed = 8;
    for (int i = 0; i < N; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        x[i] = (double)(int64_t)seed * 0x1p-65;
        if (i % 11 == 3)
            x[i] = hostile[(seed >> 40) % COUNT(hostile)];
    }
    return years(x, N, 2000);
}

static double
scalar(int32_t kind, double value, double periods)
{
    switch (kind) {
    case DT_GROWTH_CONVERT_COMPOUND: return dt_growth_compound(value, periods);
    case DT_GROWTH_CONVERT_TO_LOG:   return dt_growth_to_log(value);
    case DT_GROWTH_CONVERT_FROM_LOG: return dt_growth_from_log(value);
    default:                         return dt_growth_doubling(value);
    }
}

static int
reason(int32_t kind, double value, double result)
{
    if (isnan(value))
        return DT_SERIES_WHY_VALUE_MISSING;
    if (isinf(value))
        return DT_SERIES_WHY_NOT_FINITE;
    if (kind != DT_GROWTH_CONVERT_FROM_LOG && value < -1)
        return DT_SERIES_WHY_DOMAIN;
    if ((kind == DT_GROWTH_CONVERT_TO_LOG ||
         kind == DT_GROWTH_CONVERT_DOUBLING) && value == -1)
        return DT_SERIES_WHY_DOMAIN;
    if (kind == DT_GROWTH_CONVERT_DOUBLING && value == 0)
        return DT_SERIES_WHY_DOMAIN;
    return isinf(result) ? DT_SERIES_WHY_OVERFLOW : DT_SERIES_WHY_DEFINED;
}

static void
check(int32_t kind, double periods, bool in_place)
{
    double before[N];
    const struct dt_series s = fill();
    const struct dt_series_out out =
        DT_SERIES_OUT_WHY(in_place ? x : values, why, N);

    memcpy(before, x, sizeof(x));
    assert_int_equal(dt_growth_convert(&s, kind, periods, NULL, &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < N; i++) {
        const double result = scalar(kind, before[i], periods);
        const int expected = reason(kind, before[i], result);
        assert_element(out.values, why, i, expected == 0 ? result : (double)NAN,
                       expected);
    }
}

static void
every_element_has_the_bits_of_the_scalar(void **state)
{
    static const double periods[] = { 4, 12, 0.25, -1, 1, 0, 365.25, 1e-300,
                                      1e300 };
    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        (void)dt__choose_kernels(isa);
        for (size_t i = 0; i < COUNT(periods); i++) {
            check(DT_GROWTH_CONVERT_COMPOUND, periods[i], false);
            check(DT_GROWTH_CONVERT_COMPOUND, periods[i], true);
        }
        for (int32_t kind = 1; kind <= DT_GROWTH_CONVERT_DOUBLING; kind++)
            check(kind, 0, true);
    }
}

static void
a_nan_that_is_a_value_is_not_finite(void **state)
{
    struct dt_series s = fill();
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, N);

    (void)state;
    x[9] = NAN;
    s.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    assert_int_equal(
        dt_growth_convert(&s, DT_GROWTH_CONVERT_COMPOUND, 4, NULL, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[9], DT_SERIES_WHY_NOT_FINITE);
}

static void
assert_fails(const struct dt_series *s, int32_t kind, double periods,
             int32_t code, const char *message)
{
    const struct dt_series_out out = DT_SERIES_OUT(values, N);
    struct dt_error error;
    double before[N];

    memcpy(before, values, sizeof(before));
    assert_refused(dt_growth_convert(s, kind, periods, NULL, &out, &error),
                   code, &error, message);
    assert_memory_equal(before, values, sizeof(before));
}

static void
bad_arguments_are_refused(void **state)
{
    struct dt_series s = fill();
    struct dt_error error;

    (void)state;
    assert_fails(NULL, 0, 4, DT_E_NULL, "x is null");
    assert_fails(&s, 4, 1, DT_E_KIND, "kind is 4, no known conversion");
    assert_fails(&s, -1, 1, DT_E_KIND, "kind is -1, no known conversion");
    assert_fails(&s, DT_GROWTH_CONVERT_COMPOUND, (double)INFINITY, DT_E_PERIODS,
                 "periods is inf; any finite number");
    assert_fails(&s, DT_GROWTH_CONVERT_TO_LOG, 4, DT_E_PERIODS,
                 "periods is 4; 0 for this kind");
    s.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    assert_fails(&s, DT_GROWTH_CONVERT_COMPOUND, 4, DT_E_UNIT,
                 "x->unit.kind is 6, but kind 0 takes fractions");
    s.unit.kind = DT_SERIES_UNIT_KIND_FRACTION;
    assert_fails(&s, DT_GROWTH_CONVERT_FROM_LOG, 0, DT_E_UNIT,
                 "x->unit.kind is 5, but kind 2 takes logarithms");
    assert_refused(dt_growth_convert(&s, DT_GROWTH_CONVERT_COMPOUND, 4, NULL,
                                     NULL, &error),
                   DT_E_NULL, &error, "out is null");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_element_has_the_bits_of_the_scalar),
        cmocka_unit_test(a_nan_that_is_a_value_is_not_finite),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
