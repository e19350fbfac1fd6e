/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define QNAN ((double)NAN)

static void
check_vector(const struct vector *v)
{
    struct dt_series x = years(&v->value[0], 1, 2019);
    x.unit = unit_of((int32_t)v->value[1], "", (int32_t)v->value[2]);
    const struct dt_series_unit to =
        unit_of((int32_t)v->value[3], "", (int32_t)v->value[4]);
    double value;
    uint8_t why;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(&value, &why, 1);

    assert_int_equal(dt_series_convert(&x, &to, NULL, &out, NULL), DT_E_OK);
    if (isinf(v->value[5]))
        assert_element(&value, &why, 0, QNAN, DT_SERIES_WHY_OVERFLOW);
    else
        assert_element(&value, &why, 0, v->value[5], DT_SERIES_WHY_DEFINED);
}

static void
a_level_in_another_unit_is_correctly_rounded(void **state)
{
    (void)state;
    each_vector("series_convert.txt", 6, check_vector);
}

static void
minus_zero_stays_minus_zero_at_every_scale(void **state)
{
    static const double values[] = { -0.0, 0.0 };
    struct dt_series x = years(values, 2, 2019);
    double result[2];
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);

    (void)state;
    for (int from = -30; from <= 30; from++)
        for (int scale = -30; scale <= 30; scale++) {
            const struct dt_series_unit to = unit_of(DT_SERIES_UNIT_KIND_FLOW,
                                                     "USD", scale);
            x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", from);
            assert_int_equal(dt_series_convert(&x, &to, NULL, &out, NULL),
                             DT_E_OK);
            assert_true(result[0] == 0 && signbit(result[0]));
            assert_true(result[1] == 0 && !signbit(result[1]));
        }
}

static void
what_underflows_keeps_its_sign(void **state)
{
    static const double values[] = { -0x1p-1074, 0x1p-1074, -1e-300, 1e-300 };
    struct dt_series x = years(values, 4, 2019);
    double result[4];
    const struct dt_series_out out = DT_SERIES_OUT(result, 4);

    (void)state;
    x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 0);
    for (int scale = 1; scale <= 30; scale++) {
        const struct dt_series_unit to =
            unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", scale);
        assert_int_equal(dt_series_convert(&x, &to, NULL, &out, NULL), DT_E_OK);
        for (int i = 0; i < 4; i++)
            assert_int_equal(!signbit(result[i]), !signbit(values[i]));
        assert_true(result[0] == 0 && result[1] == 0);
    }
}

static void
missing_stays_missing_and_infinity_is_no_level(void **state)
{
    (void)state;
    double values[] = { QNAN, 1, 2, HUGE_VAL, -HUGE_VAL, DBL_MAX };
    static const uint8_t present[] = { 0x7a };
    uint8_t why[6], bits[1] = { 0xff };
    struct dt_series x = years(values, 6, 2019);
    x.unit = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "", 0);
    x.validity = present;
    x.validity_offset = 1;
    const struct dt_series_unit to =
        unit_of(DT_SERIES_UNIT_KIND_PERCENT, "", 0);
    /* In place: the bits of the result are others. */
    struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, 6);
    out.validity = bits;

    assert_int_equal(dt_series_convert(&x, &to, NULL, &out, NULL), DT_E_OK);
    assert_element(values, why, 0, QNAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_element(values, why, 1, QNAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_element(values, why, 2, 200, DT_SERIES_WHY_DEFINED);
    assert_element(values, why, 3, QNAN, DT_SERIES_WHY_NOT_FINITE);
    assert_element(values, why, 4, QNAN, DT_SERIES_WHY_NOT_FINITE);
    assert_element(values, why, 5, QNAN, DT_SERIES_WHY_OVERFLOW);
    assert_int_equal(bits[0], 0xc4);
}

static void
a_nan_that_counts_as_a_value_is_not_finite(void **state)
{
    (void)state;
    static const double values[] = { QNAN };
    double result[1];
    uint8_t why[1];
    struct dt_series x = years(values, 1, 2019);
    x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 6);
    x.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 1);

    assert_int_equal(dt_series_convert(&x, &x.unit, NULL, &out, NULL), DT_E_OK);
    assert_element(result, why, 0, QNAN, DT_SERIES_WHY_NOT_FINITE);
}

static void
every_stride_reads_and_writes_its_own_cells(void **state)
{
    (void)state;
    static const int64_t strides[] = { 1, 2, 3, -1, -2 };
    const struct dt_series_unit to =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 3);

    for (size_t a = 0; a < COUNT(strides); a++)
        for (size_t b = 0; b < COUNT(strides); b++) {
            double from[13], result[13];
            for (int i = 0; i < 13; i++)
                from[i] = result[i] = 1e99;
            for (int64_t i = 0; i < 3; i++)
                from[6 + i * strides[a]] = (double)(i + 1);
            struct dt_series x = years(from + 6, 3, 2019);
            x.stride = strides[a];
            x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 6);
            struct dt_series_out out = DT_SERIES_OUT(result + 6, 3);
            out.stride = strides[b];
            assert_int_equal(dt_series_convert(&x, &to, NULL, &out, NULL),
                             DT_E_OK);

            int written = 0;
            for (int i = 0; i < 13; i++)
                written += result[i] != 1e99;
            assert_int_equal(written, 3);
            for (int64_t i = 0; i < 3; i++)
                assert_ulp(result[6 + i * strides[b]], 1000.0 * (double)(i + 1),
                           0);
        }
}

static const struct {
    int32_t status;
    const char *message;
} refusals[] = {
    { DT_E_UNIT,
      "units differ in kind and scale: flow, USD, 10^6 against percent, "
      "USD" },
    { DT_E_UNIT, "units differ in currency: flow, USD, 10^6 against flow, "
                 "CNY, 10^6" },
    { DT_E_VINTAGE, "units differ in vintage: fraction, vintage 2024 "
                    "against percent, vintage 2025" },
    { DT_E_UNIT, "x->unit.kind is not stated" },
    { DT_E_UNIT, "to->kind is not stated" },
    { DT_E_UNIT, "units differ in kind and scale: fraction against flow, "
                 "10^6" },
};

static void
only_scale_and_per_cent_can_be_converted(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    struct dt_series_unit from[COUNT(refusals)], to[COUNT(refusals)];

    for (size_t i = 0; i < COUNT(from); i++)
        from[i] = to[i] = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 6);
    to[0] = unit_of(DT_SERIES_UNIT_KIND_PERCENT, "USD", 0);
    memcpy(to[1].currency, "CNY", 4);
    from[2] = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "", 0);
    to[2] = unit_of(DT_SERIES_UNIT_KIND_PERCENT, "", 0);
    from[2].vintage = 2024;
    to[2].vintage = 2025;
    from[3].kind = 0;
    to[4].kind = 0;
    from[5] = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "", 0);
    to[5] = unit_of(DT_SERIES_UNIT_KIND_FLOW, "", 6);
    for (size_t i = 0; i < COUNT(from); i++) {
        double result[2] = { 1e99, 1e99 };
        uint8_t why[2] = { 0x55, 0x55 };
        const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 2);
        struct dt_series x = years(values, 2, 2019);
        struct dt_error error;
        x.unit = from[i];
        assert_refused(dt_series_convert(&x, &to[i], NULL, &out, &error),
                       refusals[i].status, &error, refusals[i].message);
        assert_ulp(result[0], 1e99, 0);
        assert_ulp(result[1], 1e99, 0);
        assert_int_equal(why[0], 0x55);
    }
}

static void
bad_arguments_are_named(void **state)
{
    (void)state;
    double values[] = { 1, 2 };
    struct dt_series x = years(values, 2, 2019);
    x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 6);
    const struct dt_series_unit to =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 9);
    const struct dt_series_unit bad =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 99);
    const struct dt_series_out out = DT_SERIES_OUT(values, 2);
    const struct dt_series_out small = DT_SERIES_OUT(values, 1);
    struct dt_error error;

    assert_refused(dt_series_convert(NULL, &to, NULL, &out, &error), DT_E_NULL,
                   &error, "x is null");
    assert_refused(dt_series_convert(&x, NULL, NULL, &out, &error), DT_E_NULL,
                   &error, "to is null");
    assert_refused(dt_series_convert(&x, &to, NULL, NULL, &error), DT_E_NULL,
                   &error, "out is null");
    assert_refused(dt_series_convert(&x, &to, NULL, &small, &error),
                   DT_E_CAPACITY, &error, "out->capacity is 1 for length 2");
    assert_refused(dt_series_convert(&x, &bad, NULL, &out, &error), DT_E_UNIT,
                   &error, "to->scale is 99");
    assert_ulp(values[0], 1, 0);
    assert_ulp(values[1], 2, 0);
}

/* By the public function: each series, and what no series may be. */
static void
panels_are_converted_and_refused_like_series(void **state)
{
    static const double values[] = { 1, 2.5, -3, 4 };
    const struct dt_series_unit dollars =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 3);
    const struct dt_series_unit yuan =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "CNY", 3);
    double results[4] = { 7, 7, 7, 7 };
    struct dt_series_panel x =
        DT_SERIES_PANEL_OF(values, 2, 2, DT_SERIES_FREQ_YEAR, 2020);
    struct dt_series_options options = DT_SERIES_OPTIONS_INIT;
    const struct dt_series_panel_out out =
        DT_SERIES_PANEL_OUT(results, NULL, 2, 2);
    struct dt_error error;

    (void)state;
    x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 6);
    assert_refused(dt_series_convert_panel(&x, &yuan, NULL, &out, &error),
                   DT_E_UNIT, &error, NULL);
    options.flags = DT_SERIES_OPTION_ANY_UNIT;
    assert_refused(dt_series_convert_panel(&x, &dollars, &options, &out,
                                           &error), DT_E_FLAG, &error, NULL);
    for (int i = 0; i < 4; i++)
        assert_ulp(results[i], 7, 0);
    assert_int_equal(dt_series_convert_panel(&x, &dollars, NULL, &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < 4; i++)
        assert_ulp(results[i], 1000 * values[i], 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_in_another_unit_is_correctly_rounded),
        cmocka_unit_test(minus_zero_stays_minus_zero_at_every_scale),
        cmocka_unit_test(what_underflows_keeps_its_sign),
        cmocka_unit_test(missing_stays_missing_and_infinity_is_no_level),
        cmocka_unit_test(a_nan_that_counts_as_a_value_is_not_finite),
        cmocka_unit_test(every_stride_reads_and_writes_its_own_cells),
        cmocka_unit_test(only_scale_and_per_cent_can_be_converted),
        cmocka_unit_test(panels_are_converted_and_refused_like_series),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
