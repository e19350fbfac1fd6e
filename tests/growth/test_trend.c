/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)

static struct dt_growth_trend_result
trend(const struct dt_series *x, const struct dt_series *position, int32_t kind)
{
    struct dt_growth_trend_result result;
    struct dt_error error;
    const int32_t status =
        dt_growth_trend(x, position, kind, x->start, x->start + x->length - 1,
                        NULL, &result, &error);
    if (status < 0)
        print_error("%s\n", error.message);
    assert_int_equal(status, DT_E_OK);
    assert_int_equal(result.reserved, 0);
    return result;
}

static void
check(const struct vector *v)
{
    enum { FIRST = 9 };
    double t[VECTOR_FIELDS] = { 0 }, values[VECTOR_FIELDS] = { 0 };
    const bool given = v->value[1] != 0;
    const int n = (v->fields - FIRST) / (given ? 2 : 1);

    for (int i = 0; i < n; i++) {
        t[i] = v->value[FIRST + 2 * i * given];
        values[i] = v->value[FIRST + (given ? 2 * i + 1 : i)];
    }
    const struct dt_series x = years(values, n, 1990);
    const struct dt_series position = years(t, n, 1990);
    const struct dt_growth_trend_result r =
        trend(&x, given ? &position : NULL, (int32_t)v->value[0]);
    const double *expected = v->value + 2;
    const double results[] = { r.slope, r.growth, r.intercept, r.slope_se,
                               r.intercept_se, r.residual_sd, r.r_squared };

    for (size_t i = 0; i < COUNT(results); i++)
        assert_ulp_at(results[i], expected[i], stated_error("dt_growth_trend"),
                      v->text[2 + i], v->file, v->line);
    assert_int_equal(r.why, DT_SERIES_WHY_DEFINED);
    assert_int_equal(r.index, -1);
}

static void
every_trend_keeps_to_its_error(void **state)
{
    (void)state;
    each_vector("growth_trend.txt", 9 + 2, check);
}

/* NIST/ITL Statistical Reference Datasets, Norris: y and x of the calibration
 * of ozone monitors, in tenths, which doubles hold exactly, and the 15 digits
 * that are certified. */
static void
the_certified_digits_of_norris(void **state)
{
    (void)state;
    static const double y[] = {
        1, 3388, 1181, 8880, 92, 2281, 6685, 9985, 4491, 7789,
        5592, 3, 1, 7781, 6688, 3393, 4489, 108, 5577, 2283, 9980,
        8888, 1196, 3, 6, 5576, 3393, 8880, 9985, 7789, 102, 1176,
        2289, 6684, 4492, 2,
    };
    static const double x[] = {
        2, 3374, 1182, 8846, 101, 2265, 6663, 9963, 4486, 7770,
        5582, 4, 6, 7755, 6669, 3380, 4475, 116, 5560, 2281, 9958,
        8876, 1202, 3, 3, 5568, 3391, 8872, 9990, 7790, 111, 1183,
        2292, 6691, 4489, 5,
    };
    const struct dt_series values = years(y, COUNT(y), 1);
    const struct dt_series position = years(x, COUNT(x), 1);
    const struct dt_growth_trend_result r =
        trend(&values, &position, DT_GROWTH_TREND_LINEAR);
    const struct { double result; const char *certified; } cases[] = {
        { r.intercept, "-2.62323073774029e+00" },
        { r.intercept_se, "2.32818234301152e+00" },
        { r.slope, "1.00211681802045e+00" },
        { r.slope_se, "4.29796848199937e-04" },
        { r.residual_sd, "8.84796396144373e+00" },
        { r.r_squared, "9.99993745883712e-01" },
    };

    assert_int_equal(r.used, 36);
    assert_true(isnan(r.growth));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const double certified = strtod(cases[i].certified, NULL);
        const double half = 5e-15 * pow(10, floor(log10(fabs(certified))));
        const double own = DBL_EPSILON / 2 * fabs(certified);
        assert_true(fabs(cases[i].result - certified) <= half + own);
    }
}

/* Positions that count periods give the trend that periods give. */
static void
positions_may_be_given(void **state)
{
    (void)state;
    static const double values[] = { 7, 9, QNAN, 12, 11, 15 };
    static const double counts[] = { 5, 0, 1, 2, 3, 4, 5 };
    const struct dt_series x = years(values, 6, 2010);
    const struct dt_series position = years(counts, 7, 2009);

    for (int32_t kind = 0; kind <= DT_GROWTH_TREND_LINEAR; kind++) {
        const struct dt_growth_trend_result a = trend(&x, NULL, kind);
        const struct dt_growth_trend_result b = trend(&x, &position, kind);
        assert_memory_equal(&a, &b, sizeof(a));
        assert_int_equal(a.used, 5);
    }
}

/* The slope of the average is that of the trend. */
static void
the_averages_by_least_squares_agree(void **state)
{
    (void)state;
    static const double values[] = { 7, 9, QNAN, 12, 11, 15 };
    const struct dt_series x = years(values, 6, 2010);
    const struct dt_growth_trend_result r = trend(&x, NULL,
                                                  DT_GROWTH_TREND_LOG);
    struct dt_growth_average_result average;

    assert_int_equal(dt_growth_average(&x, DT_GROWTH_AVERAGE_LS_COEF, 2010,
                                       2015, NULL, &average, NULL), DT_E_OK);
    assert_ulp(average.rate, r.slope, 0);
    assert_int_equal(average.used, r.used);
    assert_int_equal(dt_growth_average(&x, DT_GROWTH_AVERAGE_LS_COMPOUND, 2010,
                                       2015, NULL, &average, NULL), DT_E_OK);
    assert_ulp(average.rate, r.growth, 0);
}

static void
undefined(const struct dt_series *x, const struct dt_series *position,
          int32_t kind, int32_t why, int64_t index)
{
    const struct dt_growth_trend_result r = trend(x, position, kind);

    assert_int_equal(r.why, why);
    assert_int_equal(r.index, index);
    assert_int_equal(r.used, 0);
    const double results[] = { r.slope, r.growth, r.intercept, r.slope_se,
                               r.intercept_se, r.residual_sd, r.r_squared };
    for (size_t i = 0; i < COUNT(results); i++)
        assert_ulp(results[i], QNAN, 0);
}

static void
what_has_no_trend_says_why(void **state)
{
    (void)state;
    static const double gaps[] = { QNAN, 4, QNAN, QNAN };
    static const double odd[] = { 3, 4, -1, 2 }, far[] = { 3, INFINITY, 4, 1 };
    static const double same[] = { 2, 2, 2, QNAN }, two[] = { 0, 1e-320, 0, 0 };
    static const double high[] = { -1.7e308, 1.7e308, -1.7e308,
                                   1.7e308 };
    const struct dt_series x = years(odd, 4, 2020);
    const struct dt_series few = years(gaps, 4, 2020);
    const struct dt_series flat = years(same, 4, 2020);
    const struct dt_series infinite = years(far, 4, 2020);
    const struct dt_series short_one = years(odd, 1, 2023);
    const struct dt_series tiny = years(two, 4, 2020);
    const struct dt_series large = years(high, 4, 2020);

    undefined(&few, NULL, 1, DT_SERIES_WHY_TOO_FEW, -1);
    undefined(&x, &few, 1, DT_SERIES_WHY_TOO_FEW, -1);
    undefined(&x, &short_one, 1, DT_SERIES_WHY_TOO_FEW, -1);
    undefined(&x, &flat, 1, DT_SERIES_WHY_NO_PERIODS, -1);
    undefined(&x, NULL, 0, DT_SERIES_WHY_DOMAIN, 2);
    undefined(&infinite, NULL, 1, DT_SERIES_WHY_NOT_FINITE, 1);
    undefined(&x, &infinite, 1, DT_SERIES_WHY_NOT_FINITE, 1);
    undefined(&large, &tiny, 1, DT_SERIES_WHY_OVERFLOW, -1);
    undefined(&large, NULL, 1, DT_SERIES_WHY_OVERFLOW, -1);
}

/* Each figure of a trend leaves the range while those before it stay. */
static void
a_trend_with_any_infinite_figure_overflows(void **state)
{
    (void)state;
    static const double thousands[] = { 1000, 1001 };
    static const double steep[] = { 1e-300, 1e300 };
    static const double low_high[] = { -8e307, 8e307 };
    static const double near[] = { 0, 1e-3, 2e-3 };
    static const double vee[] = { 1e308, -1e308, 1e308 };
    static const double apart[] = { -3000, -1000, 1000, 3000 };
    static const double block[] = { 1.7e308, -1.7e308, -1.7e308, 1.7e308 };
    const struct dt_series x_steep = years(steep, 2, 2020);
    const struct dt_series x_far = years(low_high, 2, 2020);
    const struct dt_series t_far = years(thousands, 2, 2020);
    const struct dt_series x_vee = years(vee, 3, 2020);
    const struct dt_series t_near = years(near, 3, 2020);
    const struct dt_series x_block = years(block, 4, 2020);
    const struct dt_series t_apart = years(apart, 4, 2020);

    undefined(&x_steep, NULL, 0, DT_SERIES_WHY_OVERFLOW, -1);
    undefined(&x_far, &t_far, 1, DT_SERIES_WHY_OVERFLOW, -1);
    undefined(&x_vee, &t_near, 1, DT_SERIES_WHY_OVERFLOW, -1);
    undefined(&x_block, &t_apart, 1, DT_SERIES_WHY_OVERFLOW, -1);
}

static void
positions_and_values_may_be_all_zero(void **state)
{
    (void)state;
    static const double zero[] = { 0, 0, 0 }, one[] = { 1, 2, 4 };
    const struct dt_series x = years(one, 3, 2020), z = years(zero, 3, 2020);

    undefined(&x, &z, 1, DT_SERIES_WHY_NO_PERIODS, -1);
    const struct dt_growth_trend_result r = trend(&z, &x, 1);
    assert_ulp(r.slope, 0, 0);
    assert_ulp(r.intercept, 0, 0);
    assert_ulp(r.residual_sd, 0, 0);
    assert_true(isnan(r.r_squared));
}

/* So it neither spoils the trend nor counts. */
static void
an_observation_without_a_position_is_left_out(void **state)
{
    (void)state;
    static const double values[] = { 2, INFINITY, 4, -1 };
    static const double places[] = { 1, QNAN, 2, QNAN };
    const struct dt_series x = years(values, 4, 2020);
    const struct dt_series position = years(places, 4, 2020);

    for (int32_t kind = 0; kind <= DT_GROWTH_TREND_LINEAR; kind++) {
        struct dt_growth_trend_result r;
        assert_int_equal(
            dt_growth_trend(&x, &position, kind, 2020, 2023, NULL, &r, NULL),
            DT_E_OK);
        assert_int_equal(r.why, DT_SERIES_WHY_DEFINED);
        assert_int_equal(r.used, 2);
        assert_ulp(r.slope, kind == DT_GROWTH_TREND_LOG ? 0x1.62e42fefa39efp-1
                                                        : 2, 0);
    }
}

/* A refusal leaves the result as it was, byte for byte. */
static void
refused(const struct dt_series *x, const struct dt_series *position,
        int32_t kind, int64_t base, int64_t end, int32_t code,
        const char *message)
{
    struct dt_growth_trend_result result, before;
    struct dt_error error;

    memset(&result, 0x5a, sizeof(result));
    memset(&before, 0x5a, sizeof(before));
    assert_error(
        dt_growth_trend(x, position, kind, base, end, NULL, &result, &error),
        code, &error, message);
    assert_memory_equal(&result, &before, sizeof(result));
}

static void
bad_arguments_are_refused(void **state)
{
    (void)state;
    static const double values[] = { 1, 2, 3, 4, 5 };
    struct dt_series x = years(values, 5, 2020), other = x;
    struct dt_error error;

    refused(NULL, NULL, 0, 2020, 2024, DT_E_NULL, "x is null");
    assert_error(dt_growth_trend(&x, NULL, DT_GROWTH_TREND_LOG, 2020, 2024,
                                 NULL, NULL, &error),
                 DT_E_NULL, &error, "result is null");
    refused(&x, NULL, 2, 2020, 2024, DT_E_KIND, "kind is 2, no known trend");
    refused(&x, NULL, -1, 2020, 2024, DT_E_KIND, "kind is -1, no known trend");
    refused(&x, NULL, 0, 2019, 2024, DT_E_BEFORE, NULL);
    refused(&x, NULL, 0, 2020, 2025, DT_E_AFTER, NULL);
    refused(&x, NULL, 0, 2024, 2024, DT_E_PERIODS,
            "base and end are 0 periods apart; at least 1");
    other.frequency = DT_SERIES_FREQ_QUARTER;
    refused(&x, &other, 0, 2020, 2024, DT_E_MIXED, NULL);
    other = x;
    other.stride = 0;
    refused(&x, &other, 0, 2020, 2024, DT_E_STRIDE, "position->stride is 0");
    x.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    refused(&x, NULL, 0, 2020, 2024, DT_E_UNIT,
            "x->unit is a logarithm; DT_GROWTH_TREND_LINEAR takes it as it is");
    (void)trend(&x, NULL, DT_GROWTH_TREND_LINEAR);
}

static void
an_option_without_effect_is_refused(void **state)
{
    (void)state;
    static const double values[] = { 1, 2, 3, 4, 5 };
    const struct dt_series x = years(values, 5, 2020);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_growth_trend_result result;
    struct dt_error error;

    assert_int_equal(dt_growth_trend(&x, NULL, 0, 2020, 2024, &options, &result,
                                     NULL), DT_E_OK);
    options.base_rule = DT_GROWTH_BASE_ABSOLUTE;
    assert_refused(dt_growth_trend(&x, NULL, 0, 2020, 2024, &options, &result,
                                   &error), DT_E_RULE, &error, NULL);
    options = (struct dt_growth_options)DT_GROWTH_OPTIONS_INIT;
    options.flags = DT_GROWTH_OPTION_ANY_UNIT;
    assert_refused(dt_growth_trend(&x, NULL, 0, 2020, 2024, &options, &result,
                                   &error), DT_E_FLAG, &error, NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_trend_keeps_to_its_error),
        cmocka_unit_test(the_certified_digits_of_norris),
        cmocka_unit_test(positions_may_be_given),
        cmocka_unit_test(the_averages_by_least_squares_agree),
        cmocka_unit_test(what_has_no_trend_says_why),
        cmocka_unit_test(a_trend_with_any_infinite_figure_overflows),
        cmocka_unit_test(positions_and_values_may_be_all_zero),
        cmocka_unit_test(an_observation_without_a_position_is_left_out),
        cmocka_unit_test(bad_arguments_are_refused),
        cmocka_unit_test(an_option_without_effect_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
