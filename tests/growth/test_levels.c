/* SPDX-License-Identifier: MIT */
/* Levels from growth. */
#include "make.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)

enum { LENGTH = 12 };

static void
walk(const double *growth, int64_t length, int32_t kind, int64_t period,
     double level, double *values, uint8_t *why)
{
    const struct dt_series g = years(growth, length, 2001);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, LENGTH);
    struct dt_error error;
    const int32_t status = dt_growth_levels(&g, kind, period, level, NULL, &out,
                                            &error);
    if (status < 0)
        print_error("%s\n", error.message);
    assert_int_equal(status, DT_E_OK);
}

static void
check_one(const struct vector *v, double actual, uint8_t why, double expected)
{
    const double wanted = isinf(expected) ? QNAN : expected;

    assert_ulp_at(actual, wanted, stated_error("dt_growth_levels"), "the level",
                  v->file, v->line);
    assert_int_equal(why, isinf(expected) ? DT_SERIES_WHY_OVERFLOW
                                          : DT_SERIES_WHY_DEFINED);
}

static void
check(const struct vector *v)
{
    const int32_t kind = (int32_t)v->value[0];
    const double level = v->value[1];
    const int64_t n = v->fields - 4;
    double values[LENGTH], growth[LENGTH];
    uint8_t why[LENGTH];

    walk(v->value + 4, n, kind, 2000, level, values, why);
    check_one(v, values[n - 1], why[n - 1], v->value[2]);

    /* Backwards the first growth of all is not used: one more comes first. */
    growth[0] = QNAN;
    memcpy(growth + 1, v->value + 4, (size_t)n * sizeof(double));
    walk(growth, n + 1, kind, 2001 + n, level, values, why);
    check_one(v, values[0], why[0], v->value[3]);
    check_one(v, values[n], why[n], level);
}

static void
a_chain_of_growth_is_rounded_once(void **state)
{
    (void)state;
    each_vector("growth_levels.txt", 5, check);
}

static void
levels_go_both_ways_from_the_known_one(void **state)
{
    (void)state;
    static const double rates[] = { 9, 1, 0.5, -0.5, 0.25 };
    static const double expected[] = { 40, 80, 120, 60, 75 };
    double values[LENGTH];
    uint8_t why[LENGTH];

    for (int64_t period = 2001; period <= 2005; period++) {
        walk(rates, 5, DT_GROWTH_KIND_RATE, period, expected[period - 2001],
             values, why);
        for (int i = 0; i < 5; i++)
            assert_element(values, why, i, expected[i], 0);
    }
    walk(rates, 5, DT_GROWTH_KIND_RATE, 2000, 4, values, why);
    for (int i = 0; i < 5; i++)
        assert_element(values, why, i, expected[i], 0);
}

static void
every_kind_undoes_the_growth_of_a_series(void **state)
{
    (void)state;
    static const double levels[] = { 2.33, 2.51, 2.72, 2.9, 1.1, 7.3, 3 };
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    const struct dt_series x = years(levels, 7, 2001);

    for (size_t k = 0; k < COUNT(kinds); k++)
        for (int known = 0; known < 7; known++) {
            double growth[LENGTH], values[LENGTH];
            uint8_t why[LENGTH];
            const struct dt_series_out out = DT_SERIES_OUT(growth, LENGTH);
            assert_int_equal(dt_growth_series(&x, kinds[k], 1, NULL, &out,
                                              NULL), DT_E_OK);
            walk(growth, 7, kinds[k], 2001 + known, levels[known], values,
                 why);
            for (int i = 0; i < 7; i++) {
                assert_int_equal(why[i], DT_SERIES_WHY_DEFINED);
                assert_true(
                    fabs(values[i] - levels[i]) <=
                    16 * DBL_EPSILON *
                        (kinds[k] == DT_GROWTH_KIND_CHANGE ? 7.3 : levels[i]));
            }
            assert_ulp(values[known], levels[known], 0);
        }
}

static void
no_level_is_known_beyond_missing_growth(void **state)
{
    (void)state;
    static const double rates[] = { 1, QNAN, 1, 1, HUGE_VAL, 1 };
    enum {
        YES = DT_SERIES_WHY_DEFINED,
        MISSING = DT_SERIES_WHY_VALUE_MISSING,
        INFINITE = DT_SERIES_WHY_NOT_FINITE
    };
    static const uint8_t expected[] = { MISSING, YES, YES, YES, INFINITE,
                                        INFINITE };
    double values[LENGTH];
    uint8_t why[LENGTH];

    walk(rates, 6, DT_GROWTH_KIND_RATE, 2003, 8, values, why);
    for (int i = 0; i < 6; i++)
        assert_int_equal(why[i], expected[i]);
    assert_ulp(values[0], QNAN, 0);
    assert_ulp(values[1], 4, 0);
    assert_ulp(values[3], 16, 0);
    assert_ulp(values[4], QNAN, 0);
    /* The growth of the first period leads to no level: nothing is lost. */
    walk(rates + 1, 3, DT_GROWTH_KIND_RATE, 2001, 8, values, why);
    assert_element(values, why, 0, 8, DT_SERIES_WHY_DEFINED);
    assert_element(values, why, 2, 32, DT_SERIES_WHY_DEFINED);
}

enum { MANY = 400 }; /* Several blocks, which may take a way of their own. */

static void
walk_far(const double *growth, int32_t kind, double level, double *values,
         uint8_t *why)
{
    const struct dt_series g = years(growth, MANY, 2001);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, MANY);

    assert_int_equal(dt_growth_levels(&g, kind, 2000, level, NULL, &out, NULL),
                     DT_E_OK);
}

static void
no_later_block_knows_a_level_beyond_missing_growth(void **state)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE,
                                     DT_GROWTH_KIND_FACTOR };
    static double growth[MANY], values[MANY];
    static uint8_t why[MANY];

    (void)state;
    for (size_t k = 0; k < COUNT(kinds); k++)
        for (int gap = 0; gap < MANY; gap += 37) {
            for (int i = 0; i < MANY; i++)
                growth[i] = (kinds[k] == DT_GROWTH_KIND_FACTOR) + 1.0 / 64;
            growth[gap] = QNAN;
            walk_far(growth, kinds[k], 8, values, why);
            for (int i = 0; i < MANY; i++) {
                assert_int_equal(why[i], i < gap ? DT_SERIES_WHY_DEFINED
                                                 : DT_SERIES_WHY_VALUE_MISSING);
                assert_true((values[i] == values[i]) == (i < gap));
            }
        }
}

static void
changes_and_logarithms_are_no_factors_in_long_series_either(void **state)
{
    static double ones[MANY], turns[MANY], values[MANY];
    static uint8_t why[MANY];

    (void)state;
    for (int i = 0; i < MANY; i++) {
        ones[i] = 1;
        turns[i] = i % 2 == 0 ? 0.5 : -0.5;
    }
    walk_far(ones, DT_GROWTH_KIND_CHANGE, 8, values, why);
    for (int i = 0; i < MANY; i++)
        assert_element(values, why, i, 9 + i, DT_SERIES_WHY_DEFINED);
    walk_far(turns, DT_GROWTH_KIND_LOG, 8, values, why);
    for (int i = 1; i < MANY; i += 2)
        assert_element(values, why, i, 8, DT_SERIES_WHY_DEFINED);
}

static void
a_total_loss_has_no_way_back(void **state)
{
    (void)state;
    static const double rates[] = { 1, 1, -1, 1, 1 };
    static const double factors[] = { 2, 2, 0, 2, 2 };
    double values[LENGTH];
    uint8_t why[LENGTH];

    for (int k = 0; k < 2; k++) {
        const double *growth = k == 0 ? rates : factors;
        const int32_t kind =
            k == 0 ? DT_GROWTH_KIND_RATE : DT_GROWTH_KIND_FACTOR;
        walk(growth, 5, kind, 2004, 6, values, why);
        assert_element(values, why, 0, QNAN, DT_SERIES_WHY_ZERO_BASE);
        assert_element(values, why, 1, QNAN, DT_SERIES_WHY_ZERO_BASE);
        assert_element(values, why, 2, 3, DT_SERIES_WHY_DEFINED);
        assert_element(values, why, 4, 12, DT_SERIES_WHY_DEFINED);
        walk(growth, 5, kind, 2000, 6, values, why);
        assert_element(values, why, 1, 24, DT_SERIES_WHY_DEFINED);
        for (int i = 2; i < 5; i++)
            assert_element(values, why, i, 0, DT_SERIES_WHY_DEFINED);
        /* Even a level of 0 does not tell where it came from. */
        walk(growth, 5, kind, 2003, 0, values, why);
        assert_element(values, why, 1, QNAN, DT_SERIES_WHY_ZERO_BASE);
    }
}

static void
a_rate_below_minus_one_turns_the_sign(void **state)
{
    (void)state;
    static const double rates[] = { 0, -1.5, -3 };
    double values[LENGTH];
    uint8_t why[LENGTH];

    walk(rates, 3, DT_GROWTH_KIND_RATE, 2001, 8, values, why);
    assert_element(values, why, 1, -4, DT_SERIES_WHY_DEFINED);
    assert_element(values, why, 2, 8, DT_SERIES_WHY_DEFINED);
    walk(rates, 3, DT_GROWTH_KIND_RATE, 2003, 8, values, why);
    assert_element(values, why, 0, 8, DT_SERIES_WHY_DEFINED);
}

/* Levels by value and by sign. */
static void
check_zeros(int32_t kind, double known, const double *growth, int64_t period,
            const double *expected)
{
    double values[LENGTH];
    uint8_t why[LENGTH];

    walk(growth, 4, kind, period, known, values, why);
    for (int i = 0; i < 4; i++) {
        assert_element(values, why, i, expected[i], DT_SERIES_WHY_DEFINED);
        assert_int_equal(!signbit(values[i]), !signbit(expected[i]));
    }
}

static void
minus_zero_stays_minus_zero_along_positive_factors(void **state)
{
    static const double growth[] = { 2, 0.5, 3, 0.25 };
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    static const double below[] = { -0.0, -0.0, -0.0, -0.0 };
    static const double above[] = { 0, 0, 0, 0 };

    (void)state;
    for (int k = 0; k < 3; k++)
        for (int64_t period = 2000; period <= 2004; period++) {
            check_zeros(kinds[k], -0.0, growth, period, below);
            check_zeros(kinds[k], 0.0, growth, period, above);
        }
}

static void
a_sum_that_is_zero_is_no_minus_zero(void **state)
{
    static const double changes[] = { 7, -0.0, -1, 1 };
    static const double from_start[] = { -0.0, 0, -1, 0 };

    (void)state;
    check_zeros(DT_GROWTH_KIND_CHANGE, -0.0, changes, 2001, from_start);
}

static void
a_level_of_zero_has_the_sign_of_the_product(void **state)
{
    static const double turns[] = { 2, -2, 3, -0.25 };
    static const double turned[] = { -0.0, 0, 0, -0.0 };
    static const double loss[] = { 2, 0, 3, -1 };
    static const double lost[] = { -12, -0.0, -0.0, 0 };
    static const double small[] = { 0x1p-1000, 0x1p-1000, 0x1p-1000, 1 };
    static const double gone[] = { -0x1.8p-999, -0.0, -0.0, -0.0 };
    static const double tiny[] = { 0x1p-1074, 0.25, 1, 1 };
    static const double tinier[] = { -0x1p-1074, -0.0, -0.0, -0.0 };
    static const double logs[] = { 1, -1e6, 5, 1 };
    static const double none[] = { -1, -0.0, -0.0, -0.0 };

    (void)state;
    check_zeros(DT_GROWTH_KIND_FACTOR, -0.0, turns, 2000, turned);
    check_zeros(DT_GROWTH_KIND_FACTOR, -0.0, turns, 2004, turned);
    check_zeros(DT_GROWTH_KIND_FACTOR, -6, loss, 2000, lost);
    check_zeros(DT_GROWTH_KIND_FACTOR, -3, small, 2000, gone);
    check_zeros(DT_GROWTH_KIND_FACTOR, -1, tiny, 2000, tinier);
    check_zeros(DT_GROWTH_KIND_LOG, -1, logs, 2001, none);
}

static void
beyond_an_overflow_no_level_is_known(void **state)
{
    (void)state;
    static const double rates[] = { 0, 1e200, 1e200, -0.5, 0.5 };
    static const double logs[] = { 0, 1e6, -1e6, 0, 0 };
    static const double changes[] = { 0, DBL_MAX, DBL_MAX, -DBL_MAX, 0 };
    double values[LENGTH];
    uint8_t why[LENGTH];

    walk(rates, 5, DT_GROWTH_KIND_RATE, 2001, 1, values, why);
    assert_element(values, why, 1, 1e200, DT_SERIES_WHY_DEFINED);
    for (int i = 2; i < 5; i++)
        assert_element(values, why, i, QNAN, DT_SERIES_WHY_OVERFLOW);
    walk(changes, 5, DT_GROWTH_KIND_CHANGE, 2001, 1, values, why);
    assert_element(values, why, 1, DBL_MAX, DT_SERIES_WHY_DEFINED);
    for (int i = 2; i < 5; i++)
        assert_element(values, why, i, QNAN, DT_SERIES_WHY_OVERFLOW);
    walk(logs, 5, DT_GROWTH_KIND_LOG, 2001, 1, values, why);
    assert_element(values, why, 1, QNAN, DT_SERIES_WHY_OVERFLOW);
    walk(logs, 5, DT_GROWTH_KIND_LOG, 2001, 0, values, why);
    assert_element(values, why, 4, 0, DT_SERIES_WHY_DEFINED);
    walk(logs, 5, DT_GROWTH_KIND_LOG, 2002, 1, values, why);
    assert_element(values, why, 0, 0, DT_SERIES_WHY_DEFINED);
    assert_element(values, why, 2, 0, DT_SERIES_WHY_DEFINED);
}

/* An underflow is no loss: the level is not rounded on its way. */
static void
a_level_comes_back_from_below_the_range(void **state)
{
    (void)state;
    static const double factors[] = { 1, 0x1p-1000, 0x1p-1000, 0x1p1000,
                                      0x1p1000, 1 };
    double values[LENGTH], tiny[LENGTH] = { 0 };
    uint8_t why[LENGTH];

    walk(factors, 6, DT_GROWTH_KIND_FACTOR, 2001, 3, values, why);
    assert_element(values, why, 2, 0, DT_SERIES_WHY_DEFINED);
    assert_element(values, why, 5, 3, DT_SERIES_WHY_DEFINED);
    for (int i = 0; i < LENGTH; i++)
        tiny[i] = 0x1p-1000;
    walk(tiny, LENGTH, DT_GROWTH_KIND_FACTOR, 2001, 3, values, why);
    assert_element(values, why, LENGTH - 1, 0, DT_SERIES_WHY_DEFINED);
}

static void
levels_may_replace_the_growth(void **state)
{
    (void)state;
    static const double rates[] = { 1, 0.5, 1, -0.5, 3 };

    for (int64_t period = 2000; period <= 2005; period++) {
        double here[LENGTH], values[LENGTH];
        uint8_t why[LENGTH], bitmap = 0x80;
        walk(rates, 5, DT_GROWTH_KIND_RATE, period, 8, values, why);
        for (int i = 0; i < LENGTH; i++)
            here[i] = i % 2 == 0 && i < 10 ? rates[4 - i / 2] : 1e99;
        struct dt_series g = years(here + 8, 5, 2001);
        struct dt_series_out out = DT_SERIES_OUT(here + 8, 5);
        g.stride = out.stride = -2;
        out.validity = &bitmap;
        out.validity_offset = 2;
        assert_int_equal(dt_growth_levels(&g, DT_GROWTH_KIND_RATE, period, 8,
                                          NULL, &out, NULL),
                         DT_E_OK);
        for (int i = 0; i < LENGTH; i++)
            assert_ulp(here[i], i % 2 == 0 && i < 10 ? values[4 - i / 2]
                                                     : 1e99, 0);
        assert_int_equal(bitmap, 0xfc);
    }
}

static void
refused(const struct dt_series *growth, int32_t kind, int64_t period,
        double level, int32_t code, const char *message)
{
    double values[5] = { 1e99, 1e99, 1e99, 1e99, 1e99 };
    const struct dt_series_out out = DT_SERIES_OUT(values, 5);
    struct dt_error error;

    assert_refused(
        dt_growth_levels(growth, kind, period, level, NULL, &out, &error), code,
        &error, message);
    for (int i = 0; i < 5; i++)
        assert_ulp(values[i], 1e99, 0);
}

static void
bad_arguments_are_named(void **state)
{
    (void)state;
    static const double rates[] = { 1, 0.5, 1, -0.5, 3 };
    struct dt_series g = years(rates, 5, 2001);
    const struct dt_series none = years(NULL, 0, 2001);
    struct dt_error error;

    refused(NULL, 0, 2001, 1, DT_E_NULL, "growth is null");
    assert_refused(
        dt_growth_levels(&g, DT_GROWTH_KIND_RATE, 2001, 1, NULL, NULL, &error),
        DT_E_NULL, &error, "out is null");
    refused(&g, DT_GROWTH_KIND_MIDPOINT, 2001, 1, DT_E_KIND,
            "kind is 3, of which no level follows");
    refused(&g, DT_GROWTH_KIND_ANNUALIZED, 2001, 1, DT_E_KIND,
            "kind is 5, of which no level follows");
    refused(&g, -1, 2001, 1, DT_E_KIND,
            "kind is -1, of which no level follows");
    refused(&g, 0, 1999, 1, DT_E_BEFORE, "period is 1999, more than one period "
            "before the start of the growth");
    refused(&g, 0, 2006, 1, DT_E_AFTER,
            "period is 2006, after the end of the growth");
    refused(&none, 0, 2001, 1, DT_E_AFTER,
            "period is 2001, after the end of the growth");
    refused(&g, 0, DT_SERIES_NO_PERIOD, 1, DT_E_PERIOD,
            "period is no period");
    refused(&g, 0, 2001, HUGE_VAL, DT_E_VALUE,
            "level is inf; it must be finite");
    refused(&g, 0, 2001, QNAN, DT_E_VALUE, "level is nan; it must be finite");
}

static void
an_empty_growth_gives_no_level(void **state)
{
    (void)state;
    const struct dt_series none = years(NULL, 0, 2001);
    const struct dt_series_out out = DT_SERIES_OUT(NULL, 0);

    assert_int_equal(
        dt_growth_levels(&none, DT_GROWTH_KIND_RATE, 2000, 1, NULL, &out, NULL),
        DT_E_OK);
}

static void
rates_are_no_per_cent_and_no_logarithms(void **state)
{
    (void)state;
    static const double rates[] = { 1, 0.5, 1, -0.5, 3 };
    struct dt_series g = years(rates, 5, 2001);
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    double values[LENGTH];
    const struct dt_series_out out = DT_SERIES_OUT(values, LENGTH);

    g.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    for (size_t i = 0; i < COUNT(kinds); i++)
        refused(&g, kinds[i], 2001, 1, DT_E_UNIT, "growth->unit is per cent; "
                "rates are fractions: convert it first");
    assert_int_equal(
        dt_growth_levels(&g, DT_GROWTH_KIND_CHANGE, 2001, 1, NULL, &out, NULL),
        DT_E_OK);
    g.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    refused(&g, DT_GROWTH_KIND_RATE, 2001, 1, DT_E_UNIT,
            "growth->unit is a logarithm, but kind is 0");
    refused(&g, DT_GROWTH_KIND_FACTOR, 2001, 1, DT_E_UNIT,
            "growth->unit is a logarithm, but kind is 4");
    assert_int_equal(
        dt_growth_levels(&g, DT_GROWTH_KIND_LOG, 2001, 1, NULL, &out, NULL),
        DT_E_OK);
    assert_int_equal(
        dt_growth_levels(&g, DT_GROWTH_KIND_CHANGE, 2001, 1, NULL, &out, NULL),
        DT_E_OK);
}

static void
a_year_that_is_taken_for_a_month_gets_a_hint(void **state)
{
    static const double growth[] = { 0.1, 0.2 };
    struct dt_series g =
        DT_SERIES_OF(growth, 2, DT_SERIES_FREQ_MONTH, 12 * 2020);

    (void)state;
    refused(&g, 0, 202401, 1, DT_E_AFTER, "period is 202401, after the end of "
            "the growth (202401 is an ordinal: of the year 2024, "
            "dt_series_period_of())");
    g.start = 648;
    refused(&g, 0, 2024, 1, DT_E_AFTER, "period is 0168-09, after the end of "
            "the growth (2024 is an ordinal: of the year 2024, "
            "dt_series_period_of())");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_of_growth_is_rounded_once),
        cmocka_unit_test(levels_go_both_ways_from_the_known_one),
        cmocka_unit_test(every_kind_undoes_the_growth_of_a_series),
        cmocka_unit_test(no_level_is_known_beyond_missing_growth),
        cmocka_unit_test(no_later_block_knows_a_level_beyond_missing_growth),
        cmocka_unit_test(
            changes_and_logarithms_are_no_factors_in_long_series_either),
        cmocka_unit_test(a_total_loss_has_no_way_back),
        cmocka_unit_test(a_rate_below_minus_one_turns_the_sign),
        cmocka_unit_test(minus_zero_stays_minus_zero_along_positive_factors),
        cmocka_unit_test(a_sum_that_is_zero_is_no_minus_zero),
        cmocka_unit_test(a_level_of_zero_has_the_sign_of_the_product),
        cmocka_unit_test(beyond_an_overflow_no_level_is_known),
        cmocka_unit_test(a_level_comes_back_from_below_the_range),
        cmocka_unit_test(levels_may_replace_the_growth),
        cmocka_unit_test(bad_arguments_are_named),
        cmocka_unit_test(a_year_that_is_taken_for_a_month_gets_a_hint),
        cmocka_unit_test(an_empty_growth_gives_no_level),
        cmocka_unit_test(rates_are_no_per_cent_and_no_logarithms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
