/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)

static struct dt_growth_average_result
average(const struct dt_series *x, int32_t kind, int64_t base, int64_t end)
{
    struct dt_growth_average_result result;
    struct dt_error error;
    const int32_t status = dt_growth_average(x, kind, base, end, NULL, &result,
                                             &error);
    if (status < 0)
        print_error("%s\n", error.message);
    assert_int_equal(status, DT_E_OK);
    return result;
}

static void
check(const struct vector *v)
{
    const int64_t n = v->fields - 3;
    const struct dt_series x = years(v->value + 2, n + 1, 1999);
    const struct dt_growth_average_result result =
        average(&x, (int32_t)v->value[0], 1999, 1999 + n);

    assert_ulp_at(result.rate, v->value[1], stated_error("dt_growth_average"),
                  v->text[1], v->file, v->line);
    assert_int_equal(result.why, DT_SERIES_WHY_DEFINED);
    assert_int_equal(result.periods, n);
    assert_int_equal(result.index, -1);
    assert_int_equal(result.reserved, 0);
}

static void
every_average_keeps_to_its_error(void **state)
{
    (void)state;
    each_vector("growth_average.txt", 4, check);
}

/* World exports of digitally deliverable services, trillion dollars. */
static void
the_same_four_figures_have_five_averages(void **state)
{
    (void)state;
    static const double trade[] = { 2.33, 2.51, 2.72, 2.90 };
    static const struct { int32_t kind; double per_cent; } cases[] = {
        { DT_GROWTH_AVERAGE_LS_COEF, 7.37 },
        { DT_GROWTH_AVERAGE_LS_COMPOUND, 7.65 },
        { DT_GROWTH_AVERAGE_CAGR, 7.57 },
        { DT_GROWTH_AVERAGE_ACCUMULATIVE, 7.75 },
        { DT_GROWTH_AVERAGE_MEAN_RATE, 7.57 },
        { DT_GROWTH_AVERAGE_GEO_MEAN, 7.57 },
    };
    const struct dt_series x = years(trade, 4, 2021);

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct dt_growth_average_result r =
            average(&x, cases[i].kind, 2021, 2024);
        assert_true(fabs(100 * r.rate - cases[i].per_cent) <= 0.005);
        assert_int_equal(r.periods, 3);
    }
}

/* Two observations used by the kinds that ignore what lies between. */
static void
the_result_says_how_many_observations_entered(void **state)
{
    (void)state;
    static const double values[] = { 9, 1, 2, QNAN, 3, 4, 9 };
    static const struct { int32_t kind; int64_t used; } cases[] = {
        { DT_GROWTH_AVERAGE_CAGR, 2 }, { DT_GROWTH_AVERAGE_LINEAR, 2 },
        { DT_GROWTH_AVERAGE_LOG, 2 }, { DT_GROWTH_AVERAGE_YEARS, 2 },
        { DT_GROWTH_AVERAGE_LS_COEF, 4 }, { DT_GROWTH_AVERAGE_LS_COMPOUND, 4 },
    };
    static const int32_t complete[] = {
        DT_GROWTH_AVERAGE_MEAN_RATE, DT_GROWTH_AVERAGE_GEO_MEAN,
        DT_GROWTH_AVERAGE_ACCUMULATIVE };
    const struct dt_series x = years(values, 7, 2000);

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct dt_growth_average_result r =
            average(&x, cases[i].kind, 2001, 2005);
        assert_int_equal(r.used, cases[i].used);
        assert_int_equal(r.periods, 4);
        assert_int_equal(r.why, DT_SERIES_WHY_DEFINED);
    }
    for (size_t i = 0; i < COUNT(complete); i++) {
        struct dt_growth_average_result r =
            average(&x, complete[i], 2001, 2005);
        assert_ulp(r.rate, QNAN, 0);
        assert_int_equal(r.why, DT_SERIES_WHY_VALUE_MISSING);
        assert_int_equal(r.index, 3);
        assert_int_equal(r.used, 0);
        assert_int_equal(r.periods, 4);
        r = average(&x, complete[i], 2001, 2002);
        assert_int_equal(r.used, 2);
    }
}

enum { ALL_KINDS = 0x1ff };

/* Kinds as bits: every one of them names the reason and the observation. */
static void
check_reasons(const double *values, int64_t n, int32_t kinds, int32_t why,
              int64_t index, uint32_t flags)
{
    struct dt_series x = years(values, n + 1, 2000);

    x.flags = flags;
    for (int32_t kind = 0; kind <= DT_GROWTH_AVERAGE_YEARS; kind++) {
        const struct dt_growth_average_result r =
            average(&x, kind, 2000, 2000 + n);
        if (kinds >> kind & 1) {
            if (r.why != why)
                print_error("kind %d: %s\n", (int)kind,
                            dt_series_why_name(r.why));
            assert_int_equal(r.why, why);
            assert_int_equal(r.index, index);
            assert_int_equal(r.used, 0);
            assert_ulp(r.rate, QNAN, 0);
        } else {
            assert_int_equal(r.why, DT_SERIES_WHY_DEFINED);
            assert_true(r.rate == r.rate);
        }
    }
}

#define BIT(kind) (1 << DT_GROWTH_AVERAGE_##kind)

static void
an_undefined_average_names_its_reason_and_observation(void **state)
{
    (void)state;
    static const struct {
        double x[3];
        int32_t kinds, why;
        int64_t index;
    } cases[] = {
        { { QNAN, 2, 3 }, ALL_KINDS, DT_SERIES_WHY_BASE_MISSING, 0 },
        { { 1, 2, QNAN }, ALL_KINDS, DT_SERIES_WHY_VALUE_MISSING, 2 },
        { { QNAN, 2, QNAN }, ALL_KINDS, DT_SERIES_WHY_VALUE_MISSING, 2 },
        { { HUGE_VAL, 2, HUGE_VAL }, ALL_KINDS, DT_SERIES_WHY_NOT_FINITE, 0 },
        { { 0, 2, QNAN }, ALL_KINDS, DT_SERIES_WHY_VALUE_MISSING, 2 },
        { { HUGE_VAL, 2, 3 }, ALL_KINDS, DT_SERIES_WHY_NOT_FINITE, 0 },
        { { 1, 2, -HUGE_VAL }, ALL_KINDS, DT_SERIES_WHY_NOT_FINITE, 2 },
        { { 0, 2, 3 }, ALL_KINDS, DT_SERIES_WHY_ZERO_BASE, 0 },
        { { -1, 2, 3 }, ALL_KINDS, DT_SERIES_WHY_NEGATIVE_BASE, 0 },
        { { 1, 2, 0 }, BIT(LOG) | BIT(LS_COEF) | BIT(LS_COMPOUND),
          DT_SERIES_WHY_DOMAIN, 2 },
        { { 1, 2, -1 }, ALL_KINDS & ~(BIT(LINEAR) | BIT(MEAN_RATE) |
                                      BIT(ACCUMULATIVE)),
          DT_SERIES_WHY_DOMAIN, 2 },
        { { 1, 1, -1 }, ALL_KINDS & ~(BIT(LINEAR) | BIT(MEAN_RATE)),
          DT_SERIES_WHY_DOMAIN, 2 },
        { { 1, 2, -3 }, ALL_KINDS & ~(BIT(LINEAR) | BIT(MEAN_RATE)),
          DT_SERIES_WHY_DOMAIN, 2 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check_reasons(cases[i].x, 2, cases[i].kinds, cases[i].why,
                      cases[i].index, 0);
}

static void
what_lies_between_matters_to_the_kinds_that_use_it(void **state)
{
    (void)state;
    static const double infinite[] = { 1, HUGE_VAL, 3 };
    static const double nan[] = { 1, QNAN, 3 };
    static const int32_t interior = BIT(MEAN_RATE) | BIT(GEO_MEAN) |
                                    BIT(ACCUMULATIVE);
    static const int32_t trends = BIT(LS_COEF) | BIT(LS_COMPOUND);

    check_reasons(infinite, 2, interior | trends, DT_SERIES_WHY_NOT_FINITE, 1,
                  0);
    check_reasons(nan, 2, interior, DT_SERIES_WHY_VALUE_MISSING, 1, 0);
    check_reasons(nan, 2, interior | trends, DT_SERIES_WHY_NOT_FINITE, 1,
                  DT_SERIES_FLAG_NAN_IS_VALUE);
}

/* The sum of the accumulative equation may pass zero and negative levels. */
static void
a_zero_between_is_a_base_for_rates_and_no_logarithm(void **state)
{
    (void)state;
    static const double zero[] = { 1, 0, 3 }, negative[] = { 1, -1, 3 };
    const struct dt_series x = years(zero, 3, 2000);
    const struct dt_series y = years(negative, 3, 2000);

    for (int32_t kind = 0; kind <= DT_GROWTH_AVERAGE_YEARS; kind++) {
        const int32_t of_zero = average(&x, kind, 2000, 2002).why;
        const int32_t of_negative = average(&y, kind, 2000, 2002).why;
        if ((BIT(MEAN_RATE) | BIT(GEO_MEAN)) >> kind & 1) {
            assert_int_equal(of_zero, DT_SERIES_WHY_ZERO_BASE);
            assert_int_equal(of_negative, DT_SERIES_WHY_NEGATIVE_BASE);
            assert_int_equal(average(&x, kind, 2000, 2002).index, 1);
        } else if ((BIT(LS_COEF) | BIT(LS_COMPOUND)) >> kind & 1) {
            assert_int_equal(of_zero, DT_SERIES_WHY_DOMAIN);
            assert_int_equal(of_negative, DT_SERIES_WHY_DOMAIN);
            assert_int_equal(average(&x, kind, 2000, 2002).index, 1);
        } else {
            assert_int_equal(of_zero, DT_SERIES_WHY_DEFINED);
            assert_int_equal(of_negative, DT_SERIES_WHY_DEFINED);
        }
    }
}

static void
an_average_that_fits_no_double_overflows(void **state)
{
    (void)state;
    static const double one[] = { 0x1p-1000, 0x1p1000 };
    static const double two[] = { 0x1p-1000, 0x1p-20, 0x1p1000 };
    static const double down[] = { 0x1p-1000, 1, -0x1p1000 };
    static const int32_t fits = BIT(LOG) | BIT(LS_COEF);
    const struct dt_series x = years(two, 3, 2000);
    const struct dt_series y = years(down, 3, 2000);

    check_reasons(one, 1, ALL_KINDS & ~fits, DT_SERIES_WHY_OVERFLOW, 1, 0);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_CAGR, 2000, 2002).rate, 0x1p1000,
               0);
    assert_int_equal(average(&x, DT_GROWTH_AVERAGE_ACCUMULATIVE, 2000,
                             2002).why, DT_SERIES_WHY_OVERFLOW);
    assert_int_equal(average(&y, DT_GROWTH_AVERAGE_LINEAR, 2000, 2002).why,
                     DT_SERIES_WHY_OVERFLOW);
}

static void
the_mean_of_rates_is_never_below_the_compound_rate(void **state)
{
    (void)state;
    static const double values[] = { 3, 5, 4.2, 9, 1, 1, 7.7, 8.1 };
    const struct dt_series x = years(values, 8, 2000);

    for (int64_t base = 2000; base < 2007; base++)
        for (int64_t end = base + 1; end < 2008; end++) {
            const double mean =
                average(&x, DT_GROWTH_AVERAGE_MEAN_RATE, base, end).rate;
            const double cagr =
                average(&x, DT_GROWTH_AVERAGE_CAGR, base, end).rate;
            assert_true(mean >= cagr);
            assert_ulp(average(&x, DT_GROWTH_AVERAGE_GEO_MEAN, base, end).rate,
                       cagr, 0);
            assert_ulp(cagr, dt_growth_cagr(values[base - 2000],
                                            values[end - 2000],
                                            (double)(end - base)), 0);
        }
}

/* 1.01^i exactly enough: every average finds the constant rate. */
static void
constant_growth_is_its_own_average(void **state)
{
    (void)state;
    double values[60];
    struct dt_series x;

    for (int i = 0; i < 60; i++)
        values[i] = dt_growth_project(100, 0.01, i);
    x = years(values, 60, 1960);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_CAGR, 1960, 2019).rate, 0.01, 16);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_MEAN_RATE, 1960, 2019).rate, 0.01,
               64);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_LS_COMPOUND, 1960, 2019).rate,
               0.01, 16);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_LS_COEF, 1960, 2019).rate,
               dt_growth_to_log(0.01), 16);
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_ACCUMULATIVE, 1960, 2019).rate,
               0.01, 16);
}

/* With S = sum of k^i the root is k - 1, for rows long enough to try the
 * number of steps: halving, hardly moving, and growing. */
static void
a_long_row_is_solved_too(void **state)
{
    (void)state;
    enum { LENGTH = 20001 };
    static double values[LENGTH];
    static const double sums[] = { 1e-9, 0.5, 1, 19999, 20000, 20001, 1e5,
                                   1e10, 1e40, 1e260 };

    for (size_t i = 0; i < COUNT(sums); i++) {
        for (int k = 0; k < LENGTH; k++)
            values[k] = 0;
        values[0] = 1;
        values[LENGTH - 1] = sums[i];
        const struct dt_series x = years(values, LENGTH, 0);
        const double g = average(&x, DT_GROWTH_AVERAGE_ACCUMULATIVE, 0,
                                 LENGTH - 1).rate;
        /* f (f^n - 1) / (f - 1) is the sum again. */
        const double sum = g == 0 ? LENGTH - 1
                                  : (1 + g) * dt_growth_compound(g, LENGTH - 1)
                                    / g;
        assert_true(g > -1);
        assert_true(fabs(sum / sums[i] - 1) < 1e-11 + 1e-16 / sums[i]);
    }
}

static void
missing_observations_do_not_shift_a_trend(void **state)
{
    (void)state;
    double values[] = { 1, 2, QNAN, 8, QNAN, QNAN, 64 };
    const uint8_t present[] = { 0x4b << 1 & 0xff };
    struct dt_series x = years(values, 7, 2000);

    assert_ulp(average(&x, DT_GROWTH_AVERAGE_LS_COMPOUND, 2000, 2006).rate, 1,
               0);
    values[2] = values[4] = values[5] = 1e9;
    x.validity = present;
    x.validity_offset = 1;
    assert_ulp(average(&x, DT_GROWTH_AVERAGE_LS_COMPOUND, 2000, 2006).rate, 1,
               0);
    assert_int_equal(average(&x, DT_GROWTH_AVERAGE_LS_COEF, 2000, 2006).used,
                     4);
}

/* China, 2021: the two-year average looks through the base of 2020. */
static void
years_are_counted_between_equal_sub_periods(void **state)
{
    (void)state;
    static const double values[] = { 100, 90, 95, 98, 70, 80, 90, 95, 121 };
    struct dt_series x = years(values, 9, 4 * 2019);
    struct dt_growth_average_result r;

    x.frequency = DT_SERIES_FREQ_QUARTER;
    r = average(&x, DT_GROWTH_AVERAGE_YEARS, 4 * 2019, 4 * 2021);
    assert_ulp(r.rate, 0.1, 0);
    assert_int_equal(r.periods, 2);
    assert_int_equal(r.used, 2);
    r = average(&x, DT_GROWTH_AVERAGE_CAGR, 4 * 2019, 4 * 2021);
    assert_int_equal(r.periods, 8);
}

static void
the_step_of_the_view_does_not_matter(void **state)
{
    (void)state;
    static const double there[] = { 1, 3, 2, 5, 4 };
    static const int64_t strides[] = { 1, 2, 3, -1, -2 };
    const struct dt_series plain = years(there, 5, 2000);

    for (size_t s = 0; s < COUNT(strides); s++) {
        double memory[16];
        for (int i = 0; i < 16; i++)
            memory[i] = -1e300;
        const int64_t first = strides[s] > 0 ? 0 : 15;
        for (int64_t i = 0; i < 5; i++)
            memory[first + i * strides[s]] = there[i];
        struct dt_series x = years(memory + first, 5, 2000);
        x.stride = strides[s];
        for (int32_t kind = 0; kind <= DT_GROWTH_AVERAGE_YEARS; kind++)
            assert_ulp(average(&x, kind, 2000, 2004).rate,
                       average(&plain, kind, 2000, 2004).rate, 0);
    }
}

static int64_t
period_of(int32_t frequency, const char *text)
{
    int64_t period;

    assert_int_equal(dt_series_period_parse(frequency, text, &period, NULL),
                     DT_E_OK);
    return period;
}

/* Two weeks or days, and the years between; 0: they are no equal parts. */
static const struct {
    int32_t frequency, rule;
    const char *base, *end;
    int64_t years;
} spans[] = {
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_SAME, "2019-W10", "2021-W10",
      2 },
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_SAME, "2019-W10", "2021-W11",
      0 },
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_SAME, "2019-W52", "2020-W53",
      0 },
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_CLAMP, "2019-W52",
      "2020-W53", 1 },
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_364, "2019-W10", "2021-W08",
      0 },
    { DT_SERIES_FREQ_WEEK, DT_SERIES_YEAR_AGO_364, "2019-W10", "2020-W10",
      1 },
    { DT_SERIES_FREQ_DAY, DT_SERIES_YEAR_AGO_SAME, "2019-06-30",
      "2024-06-30", 5 },
    { DT_SERIES_FREQ_DAY, DT_SERIES_YEAR_AGO_SAME, "2016-02-29",
      "2020-02-29", 4 },
    { DT_SERIES_FREQ_DAY, DT_SERIES_YEAR_AGO_SAME, "2019-02-28",
      "2020-02-29", 0 },
    { DT_SERIES_FREQ_DAY, DT_SERIES_YEAR_AGO_CLAMP, "2019-02-28",
      "2020-02-29", 1 },
    { DT_SERIES_FREQ_DAY, DT_SERIES_YEAR_AGO_SAME, "2019-06-30",
      "2019-07-01", 0 },
    { DT_SERIES_FREQ_BUSINESS_DAY, DT_SERIES_YEAR_AGO_SAME, "2018-06-29",
      "2020-06-29", 2 },
    { DT_SERIES_FREQ_BUSINESS_DAY, DT_SERIES_YEAR_AGO_CLAMP, "2019-06-28",
      "2020-06-29", 1 }, /* A Saturday takes the Friday before. */
    { DT_SERIES_FREQ_MONTH, DT_SERIES_YEAR_AGO_CLAMP, "2019-06", "2021-06",
      2 },
};

static void
years_lie_between_equal_parts_of_years(void **state)
{
    static double levels[3000];

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
        levels[i] = 100 + (double)i;
    for (size_t i = 0; i < COUNT(spans); i++) {
        const int32_t frequency = spans[i].frequency;
        const int64_t base = period_of(frequency, spans[i].base);
        const int64_t end = period_of(frequency, spans[i].end);
        const struct dt_series x =
            DT_SERIES_OF(levels, COUNT(levels), frequency, base);
        struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
        struct dt_growth_average_result r;

        options.year_rule = spans[i].rule;
        const int32_t status = dt_growth_average(
            &x, DT_GROWTH_AVERAGE_YEARS, base, end, &options, &r, NULL);
        assert_int_equal(status, spans[i].years > 0 ? DT_E_OK : DT_E_PERIODS);
        if (status < 0)
            continue;
        assert_int_equal(r.periods, spans[i].years);
        assert_ulp(r.rate, dt_growth_cagr(100, 100 + (double)(end - base),
                                          (double)spans[i].years), 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_average_keeps_to_its_error),
        cmocka_unit_test(the_same_four_figures_have_five_averages),
        cmocka_unit_test(the_result_says_how_many_observations_entered),
        cmocka_unit_test(an_undefined_average_names_its_reason_and_observation),
        cmocka_unit_test(what_lies_between_matters_to_the_kinds_that_use_it),
        cmocka_unit_test(a_zero_between_is_a_base_for_rates_and_no_logarithm),
        cmocka_unit_test(an_average_that_fits_no_double_overflows),
        cmocka_unit_test(the_mean_of_rates_is_never_below_the_compound_rate),
        cmocka_unit_test(constant_growth_is_its_own_average),
        cmocka_unit_test(a_long_row_is_solved_too),
        cmocka_unit_test(missing_observations_do_not_shift_a_trend),
        cmocka_unit_test(years_are_counted_between_equal_sub_periods),
        cmocka_unit_test(the_step_of_the_view_does_not_matter),
        cmocka_unit_test(years_lie_between_equal_parts_of_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
