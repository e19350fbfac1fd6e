/* SPDX-License-Identifier: MIT */
/* Growth of sums of windows. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"

enum { N = 400 };

static struct dt_series
months(const double *values, int64_t length, int64_t stride)
{
    struct dt_series x;

    assert_int_equal(dt_series_view(values, length, stride,
                                    DT_SERIES_FREQ_MONTH, 0, &x, NULL),
                     DT_E_OK);
    return x;
}

/* Also through the sums that are not the kernel's. */
static void
check_vector(const struct vector *v)
{
    double x[VECTOR_FIELDS] = { 0 }, result[VECTOR_FIELDS];
    const int n = v->fields - 4;

    memcpy(x, v->value + 4, (size_t)n * sizeof(double));
    struct dt_series s = months(x, n, 1);
    const struct dt_series_out out = DT_SERIES_OUT(result, n);
    for (uint32_t flags = 0; flags <= DT_SERIES_FLAG_NAN_IS_VALUE;
         flags += DT_SERIES_FLAG_NAN_IS_VALUE) {
        s.flags = flags;
        assert_int_equal(dt_growth_rolling(&s, (int32_t)v->value[0],
                                           (int64_t)v->value[1],
                                           (int64_t)v->value[2], NULL, &out,
                                           NULL), DT_E_OK);
        assert_ulp_at(result[n - 1], v->value[3],
                      stated_error("dt_growth_rolling"), v->text[3], v->file,
                      v->line);
        for (int i = 0; i < n - 1; i++)
            assert_true(isnan(result[i]));
    }
}

static void
vectors_are_met(void **state)
{
    (void)state;
    each_vector("growth_rolling.txt", 6, check_vector);
}

static void
windows_of_one_period_are_growth_of_the_series(void **state)
{
    const int32_t last = last_constant("DT_GROWTH_KIND_RATE");
    static double x[N], windows[N], plain[N];
    uint8_t why[2][N];

    (void)state;
    for (int i = 0; i < N; i++)
        x[i] = draw_below(9) == 0 ? (double)draw_below(3) - 1
                                  : ldexp((double)draw_below(999999), -7);
    const struct dt_series s = months(x, N, 1);
    const struct dt_series_out a = DT_SERIES_OUT_WHY(windows, why[0], N);
    const struct dt_series_out b = DT_SERIES_OUT_WHY(plain, why[1], N);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    for (int32_t kind = 0; kind <= last; kind++)
        for (int32_t rule = 0; rule < DT_GROWTH_BASE_REFUSE; rule++) {
            options.base_rule = served_rule(kind, rule);
            assert_int_equal(dt_growth_rolling(&s, kind, 1, 12, &options, &a,
                                               NULL), DT_E_OK);
            assert_int_equal(dt_growth_series(&s, kind, 12, &options, &b,
                                              NULL), DT_E_OK);
            assert_memory_equal(windows, plain, sizeof(plain));
            assert_memory_equal(why[0], why[1], sizeof(why[0]));
        }
}

struct layout {
    int64_t stride, window, lag;
    int32_t kind, rule;
    bool bitmap, in_place;
};

static void
grow(const struct dt_series *s, const struct layout *layout,
     const struct dt_series_out *out)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.base_rule = served_rule(layout->kind, layout->rule);
    assert_int_equal(dt_growth_rolling(s, layout->kind, layout->window,
                                       layout->lag, &options, out, NULL),
                     DT_E_OK);
}

/* Element i from the observations of its two windows alone, one by one. */
static int32_t
alone(const struct dt_series *x, const struct layout *layout, int64_t i,
      double *result)
{
    static double values[N];
    static uint8_t why[N];
    const int64_t length = layout->window + layout->lag;
    struct dt_series s = *x;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, N);

    *result = (double)NAN;
    if (i < length - 1)
        return DT_SERIES_WHY_NO_BASE;
    s.values += (i - length + 1) * x->stride;
    s.validity_offset += i - length + 1;
    s.length = length;
    grow(&s, layout, &out);
    *result = values[length - 1];
    return why[length - 1];
}

/* Draws the numbers and bits of a series of that layout; one number in `rare`
 * is hostile. */
static struct dt_series
draw_series(double x[2 * N], uint64_t rare, int spread,
            const struct layout *layout)
{
    static const double hostile[] = { NAN, INFINITY, -INFINITY, 1.7e308, -0.0,
                                      5e-324, 0 };
    static uint8_t bits[N / 8 + 2];

    for (int i = 0; i < 2 * N; i++)
        x[i] = rare > 0 && draw_below(rare) == 0
                   ? hostile[draw_below(COUNT(hostile))]
                   : ldexp((double)draw_below(1000000) - 300000,
                           -(int)draw_below((uint64_t)spread + 1));
    for (size_t i = 0; i < sizeof(bits); i++)
        bits[i] = (uint8_t)(draw_below(5) == 0 ? draw_below(256) : 255);
    struct dt_series s = months(x, N, layout->stride);
    s.validity = layout->bitmap ? bits : NULL;
    s.validity_offset = 3;
    return s;
}

static void
check(uint64_t rare, int spread, const struct layout *layout)
{
    static double x[2 * N], results[N], wanted[N];
    static uint8_t why[N];
    int32_t reasons[N];
    const struct dt_series s = draw_series(x, rare, spread, layout);

    for (int64_t i = 0; i < N; i++)
        reasons[i] = alone(&s, layout, i, &wanted[i]);

    const int64_t step = layout->in_place ? layout->stride : 1;
    double *to = layout->in_place ? x : results;
    const struct dt_series_out out = { .values = to, .why = why, .stride = step,
                                       .capacity = N };
    grow(&s, layout, &out);
    if (!layout->in_place) { /* For a caller who asks for no reasons. */
        static double plain[N];
        const struct dt_series_out without = DT_SERIES_OUT(plain, N);
        grow(&s, layout, &without);
        assert_memory_equal(plain, results, sizeof(plain));
    }
    for (int64_t i = 0; i < N; i++) {
        assert_int_equal(why[i], reasons[i]);
        assert_ulp(to[i * step], wanted[i], 0);
        assert_true(is_canonical(to[i * step]));
    }
}

static void
no_other_observation_leaves_a_trace(void **state)
{
    static const int64_t windows[] = { 1, 2, 3, 12, 64, 65, 200 };
    static const int64_t lags[] = { 1, 3, 12, 130 };
    static const uint64_t rare[] = { 0, 200, 12 };
    static const int spreads[] = { 0, 30, 900 };

    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        if (dt__choose_kernels(isa) != isa)
            continue; /* test_blocks says so. */
        for (size_t w = 0; w < COUNT(windows) * COUNT(lags); w++)
            for (size_t k = 0; k < COUNT(rare) * COUNT(spreads); k++) {
                const struct layout layout = {
                    .stride = 1 + (int64_t)draw_below(2),
                    .window = windows[w / COUNT(lags)],
                    .lag = lags[w % COUNT(lags)],
                    .kind = draw_below(2) ? DT_GROWTH_KIND_RATE
                                          : (int32_t)draw_below(7),
                    .rule = (int32_t)draw_below(3),
                    .bitmap = draw_below(2), .in_place = draw_below(2),
                };
                check(rare[k / COUNT(spreads)], spreads[k % COUNT(spreads)],
                      &layout);
            }
    }
}

/* Sums of pairs over bases that only a rule lets pass: -3 - 2^-60 and twice
 * that, of which every kind is exact. */
static void
rules_serve_sums_too(void **state)
{
    static const double x[] = { -3, -0x1p-60, -6, -0x1p-59 };
    static const struct { int32_t kind, rule; double growth; } cases[] = {
        { DT_GROWTH_KIND_RATE, DT_GROWTH_BASE_SIGNED, 1 },
        { DT_GROWTH_KIND_RATE, DT_GROWTH_BASE_ABSOLUTE, -1 },
        { DT_GROWTH_KIND_RATE, DT_GROWTH_BASE_MIDPOINT, -2.0 / 3 },
        { DT_GROWTH_KIND_RATE, DT_GROWTH_BASE_MISSING, NAN },
        { DT_GROWTH_KIND_FACTOR, DT_GROWTH_BASE_SIGNED, 2 },
        { DT_GROWTH_KIND_FACTOR, DT_GROWTH_BASE_ABSOLUTE, -2 },
        { DT_GROWTH_KIND_MIDPOINT, DT_GROWTH_BASE_ABSOLUTE, -2.0 / 3 },
        { DT_GROWTH_KIND_MIDPOINT, DT_GROWTH_BASE_MISSING, NAN },
        { DT_GROWTH_KIND_CHANGE, DT_GROWTH_BASE_MISSING, -3 },
        { DT_GROWTH_KIND_LOG, DT_GROWTH_BASE_ABSOLUTE, NAN },
    };
    double results[4];
    const struct dt_series s = months(x, 4, 1);
    const struct dt_series_out out = DT_SERIES_OUT(results, 4);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        options.base_rule = served_rule(cases[i].kind, cases[i].rule);
        assert_int_equal(dt_growth_rolling(&s, cases[i].kind, 2, 2, &options,
                                           &out, NULL), DT_E_OK);
        assert_ulp(results[3], cases[i].growth, 0);
    }
}

/* Sums near the end of the range, and beyond it. */
static void
large_sums_do_not_overflow_on_the_way(void **state)
{
    static const double x[] = { -1.5e308, -0x1p900, 1.5e308, 0x1p901 };
    static const double beyond[] = { 1, 2, 1.5e308, 1.5e308 };
    static const double below[] = { -1.5e308, -1.5e308, 1, 2 };
    double results[4];
    uint8_t why[4];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(results, why, 4);
    struct dt_series s = months(x, 4, 1);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    options.base_rule = DT_GROWTH_BASE_SIGNED;
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 2, 2, &options, &out, NULL),
        DT_E_OK);
    assert_ulp(results[3], -2, 0);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_CHANGE, 2, 2, NULL, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[3], DT_SERIES_WHY_OVERFLOW);
    s = months(beyond, 4, 1);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 2, 2, NULL, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[3], DT_SERIES_WHY_OVERFLOW);
    /* The sign of a base counts before its size. */
    s = months(below, 4, 1);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 2, 2, NULL, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[3], DT_SERIES_WHY_NEGATIVE_BASE);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 2, 2, &options, &out, NULL),
        DT_E_OK);
    assert_int_equal(why[3], DT_SERIES_WHY_OVERFLOW);
}

/* From 0 to 2^53 + 1/2, which no double holds, is all of the mean. */
static void
a_midpoint_may_begin_at_zero(void **state)
{
    static const double x[] = { 1, -1, 0x1p53, 0.5 };
    double results[4];
    const struct dt_series s = months(x, 4, 1);
    const struct dt_series_out out = DT_SERIES_OUT(results, 4);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    options.base_rule = DT_GROWTH_BASE_MIDPOINT;
    assert_int_equal(dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 2, 2, &options,
                                       &out, NULL), DT_E_OK);
    assert_ulp(results[3], 2, 0);
}

/* Sums of 1 + 2^-60 and twice that, and the other way, with periods per year
 * that no other number of the call is as small or large as: ln 2 by two periods
 * of lag. */
static void
periods_per_year_may_be_extreme(void **state)
{
    static const double x[] = { 1, 0x1p-60, 2, 0x1p-59, 1, 0x1p-60 };
    static const struct {
        int32_t kind;
        double per_year, rise, fall;
    } cases[] = {
        { DT_GROWTH_KIND_ANNUALIZED_LOG, 0x1p-1000, 0x1.62e42fefa39efp-1002,
          -0x1.62e42fefa39efp-1002 },
        { DT_GROWTH_KIND_ANNUALIZED, 0x1p-1000, 0x1.62e42fefa39efp-1002,
          -0x1.62e42fefa39efp-1002 },
        { DT_GROWTH_KIND_ANNUALIZED_LOG, 0x1p1000, 0x1.62e42fefa39efp+998,
          -0x1.62e42fefa39efp+998 },
        { DT_GROWTH_KIND_ANNUALIZED, 0x1p1000, NAN, -1 },
    };
    double results[6];
    const struct dt_series s = months(x, 6, 1);
    const struct dt_series_out out = DT_SERIES_OUT(results, 6);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        options.per_year = cases[i].per_year;
        assert_int_equal(dt_growth_rolling(&s, cases[i].kind, 2, 2, &options,
                                           &out, NULL), DT_E_OK);
        assert_ulp(results[3], cases[i].rise, 0);
        assert_ulp(results[5], cases[i].fall, 0);
    }
}

/* A quotient that vanishes has the sign of what it would be. */
static void
what_underflows_keeps_its_sign(void **state)
{
    static const double x[] = { -4e300, 0, -4e300, -0x1p-1000, 4e300, 0 };
    static const struct { int32_t kind; int at; double sign; } cases[] = {
        { DT_GROWTH_KIND_RATE, 3, -1 }, { DT_GROWTH_KIND_FACTOR, 3, -1 },
        { DT_GROWTH_KIND_FACTOR, 5, 1 },
    };
    double results[6];
    const struct dt_series s = months(x, 6, 1);
    const struct dt_series_out out = DT_SERIES_OUT(results, 6);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    options.base_rule = DT_GROWTH_BASE_ABSOLUTE;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(dt_growth_rolling(&s, cases[i].kind, 2, 2, &options,
                                           &out, NULL), DT_E_OK);
        assert_true(copysign(1, results[cases[i].at]) == cases[i].sign);
    }
}

static void
lags_may_be_years(void **state)
{
    static double x[40], a[40], b[40];
    const struct dt_series s = months(x, 40, 1);
    const struct dt_series_out out = DT_SERIES_OUT(a, 40);
    const struct dt_series_out other = DT_SERIES_OUT(b, 40);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    for (int i = 0; i < 40; i++)
        x[i] = (double)draw_below(1000) + 1;
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 3, 2, &options, &out, NULL),
        DT_E_OK);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 3, 24, NULL, &other, NULL),
        DT_E_OK);
    assert_memory_equal(a, b, sizeof(a));
}

/* Days and weeks have a year of 364 days where the rule says so. */
static void
a_year_of_364_days_is_a_fixed_lag(void **state)
{
    static double x[800], a[800], b[800];
    const struct dt_series_out out = DT_SERIES_OUT(a, 800);
    const struct dt_series_out other = DT_SERIES_OUT(b, 800);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series s;

    (void)state;
    for (int i = 0; i < 800; i++)
        x[i] = (double)draw_below(1000) + 1;
    assert_int_equal(
        dt_series_view(x, 800, 1, DT_SERIES_FREQ_DAY, 19000, &s, NULL),
        DT_E_OK);
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    options.year_rule = DT_SERIES_YEAR_AGO_364;
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 7, 2, &options, &out, NULL),
        DT_E_OK);
    assert_int_equal(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 7, 728, NULL, &other, NULL),
        DT_E_OK);
    assert_memory_equal(a, b, sizeof(a));
}

/* No series is so long; none of them has a base, and the lag is no fault. */
static void
years_that_overflow_leave_no_base(void **state)
{
    static const double values[] = { 1, 2, 3 };
    static uint8_t why[3];
    static double result[3];
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 3);
    struct dt_series x;

    (void)state;
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    assert_int_equal(dt_series_view(values, 3, 1, DT_SERIES_FREQ_MONTH, 600, &x,
                                    NULL), DT_E_OK);
    for (int more = -1; more <= 1; more++) {
        assert_int_equal(dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 1,
                                           INT64_MAX / 12 + more, &options,
                                           &out, NULL), DT_E_OK);
        for (int i = 0; i < 3; i++)
            assert_int_equal(why[i], DT_SERIES_WHY_NO_BASE);
    }
    assert_int_equal(dt_growth_series(&x, DT_GROWTH_KIND_RATE, INT64_MAX,
                                      &options, &out, NULL),
                     DT_E_OK);
    assert_int_equal(why[2], DT_SERIES_WHY_NO_BASE);
}

static void
refused(const struct dt_series *x, int32_t kind, int64_t window, int64_t lag,
        const struct dt_growth_options *options, int32_t code,
        const char *message)
{
    double results[2] = { 5, 6 };
    const struct dt_series_out out = DT_SERIES_OUT(results, 2);
    struct dt_error error;

    assert_refused(dt_growth_rolling(x, kind, window, lag, options, &out,
                                     &error), code, &error, message);
    assert_ulp(results[0], 5, 0);
    assert_ulp(results[1], 6, 0);
}

static void
bad_arguments_are_named(void **state)
{
    static const double x[] = { 1, 2 };
    struct dt_series s = months(x, 2, 1);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_error error;

    (void)state;
    refused(NULL, 0, 1, 1, NULL, DT_E_NULL, "x is null");
    assert_refused(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, 1, 1, NULL, NULL, &error),
        DT_E_NULL, &error, "out is null");
    refused(&s, 7, 1, 1, NULL, DT_E_KIND, "kind is 7, no known kind of growth");
    refused(&s, 0, 0, 1, NULL, DT_E_PERIODS, "window is 0; at least 1");
    refused(&s, 0, 1, 0, NULL, DT_E_LAG, "lag is 0; at least 1");
    options.flags = 1;
    refused(&s, 0, 1, 1, &options, DT_E_FLAG, NULL);
    options.flags = 0;
    options.base_rule = DT_GROWTH_BASE_REFUSE;
    refused(&s, 0, 1, 1, &options, DT_E_RULE, "options->base_rule is "
            "DT_GROWTH_BASE_REFUSE, which no window has");
    options.base_rule = 0;
    options.lag_rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    refused(&s, 0, 1, 1, &options, DT_E_RULE,
            "options->lag_rule is 2, which is no fixed number of periods of "
            "frequency month");
    refused(&s, 0, 1, 0, &options, DT_E_RULE,
            "options->lag_rule is 2, which is no fixed number of periods of "
            "frequency month");
    s.frequency = DT_SERIES_FREQ_DAY;
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    refused(&s, 0, 1, 1, &options, DT_E_RULE,
            "options->lag_rule is 1, which is no fixed number of periods of "
            "frequency day");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vectors_are_met),
        cmocka_unit_test(windows_of_one_period_are_growth_of_the_series),
        cmocka_unit_test(no_other_observation_leaves_a_trace),
        cmocka_unit_test(rules_serve_sums_too),
        cmocka_unit_test(large_sums_do_not_overflow_on_the_way),
        cmocka_unit_test(a_midpoint_may_begin_at_zero),
        cmocka_unit_test(periods_per_year_may_be_extreme),
        cmocka_unit_test(what_underflows_keeps_its_sign),
        cmocka_unit_test(lags_may_be_years),
        cmocka_unit_test(a_year_of_364_days_is_a_fixed_lag),
        cmocka_unit_test(years_that_overflow_leave_no_base),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
