/* SPDX-License-Identifier: MIT */
/* Sums and means of windows: what they come to, and that nothing else of the
 * series leaves a trace in them. */
#define _DEFAULT_SOURCE
#include "guard.h"

#include <math.h>
#include <string.h>

#include "kernels/kernels.h"
#include "num/num.h"

enum { N = 700 };

static void
check_vector(const struct vector *v)
{
    double x[VECTOR_FIELDS], result[VECTOR_FIELDS];
    const int n = v->fields - 2;

    for (int i = 0; i < n; i++)
        x[i] = v->value[i + 2];
    const struct dt_series s = years(x, n, 2020);
    const struct dt_series_out out = DT_SERIES_OUT(result, n);
    assert_int_equal(
        dt_series_rolling(&s, (int32_t)v->value[0], n, NULL, &out, NULL),
        DT_E_OK);
    assert_ulp_at(result[n - 1], v->value[1], stated_error("dt_series_rolling"),
                  v->text[1], v->file, v->line);
}

static void
vectors_are_met(void **state)
{
    (void)state;
    each_vector("series_rolling.txt", 3, check_vector);
}

/* The window by itself. */
static double
expected(const struct dt_series *x, int32_t kind, int64_t window, int64_t i,
         int32_t *why)
{
    struct dt__sum sum;

    dt__sum_init(&sum);
    *why = i < window - 1 ? DT_SERIES_WHY_NO_BASE : DT_SERIES_WHY_DEFINED;
    for (int64_t j = i - window + 1; j >= 0 && j <= i; j++) {
        const double value = dt_series_at(x, j);
        if (dt_series_is_missing(x, j))
            *why = DT_SERIES_WHY_VALUE_MISSING;
        else if (!isfinite(value) && *why == DT_SERIES_WHY_DEFINED)
            *why = DT_SERIES_WHY_NOT_FINITE;
        else
            dt__sum_add(&sum, value);
    }
    if (*why != DT_SERIES_WHY_DEFINED)
        return (double)NAN;
    const double result = kind == DT_SERIES_ROLLING_SUM
                              ? dt__sum_round(&sum)
                              : dt__sum_mean(&sum, window);
    if (!isfinite(result))
        *why = DT_SERIES_WHY_OVERFLOW;
    return isfinite(result) ? result : (double)NAN;
}

struct layout {
    int64_t stride, window;
    bool bitmap, in_place, nan_is_value;
};

/* One in `rare` is hostile; sizes span 2^spread. */
static void
check(int32_t kind, int64_t length, uint64_t rare, int spread,
      const struct layout *layout)
{
    static const double hostile[] = { NAN, INFINITY, -INFINITY, 1.7e308, -0.0,
                                      5e-324, 0 };
    static double x[3 * N], results[N], wanted[N];
    static uint8_t bits[N / 8 + 2], why[N];
    int32_t reasons[N];
    struct dt_series s;

    for (int i = 0; i < 3 * N; i++)
        x[i] = rare > 0 && draw_below(rare) == 0
                   ? hostile[draw_below(COUNT(hostile))]
                   : ldexp((double)draw_below(1000000) - 300000,
                           -(int)draw_below((uint64_t)spread + 1));
    for (size_t i = 0; i < sizeof(bits); i++)
        bits[i] = (uint8_t)(draw_below(5) == 0 ? draw_below(256) : 255);
    assert_int_equal(dt_series_view(x, length, layout->stride,
                                    DT_SERIES_FREQ_MONTH, 0, &s, NULL),
                     DT_E_OK);
    s.validity = layout->bitmap ? bits : NULL;
    s.validity_offset = 3;
    s.flags = layout->nan_is_value ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
    for (int64_t i = 0; i < length; i++)
        wanted[i] = expected(&s, kind, layout->window, i, &reasons[i]);

    const int64_t step = layout->in_place ? layout->stride : 1;
    double *to = layout->in_place ? x : results;
    const struct dt_series_out out = { .values = to, .why = why, .stride = step,
                                       .capacity = length };
    assert_int_equal(
        dt_series_rolling(&s, kind, layout->window, NULL, &out, NULL), DT_E_OK);
    for (int64_t i = 0; i < length; i++) {
        assert_int_equal(why[i], reasons[i]);
        assert_ulp(to[i * step], wanted[i], 0);
        assert_true(is_canonical(to[i * step]));
    }
}

static void
every_window_is_its_own_sum(void **state)
{
    static const int64_t windows[] = { 1, 2, 3, 12, 63, 64, 65, 365, N + 1 };
    static const int64_t lengths[] = { 0, 1, 11, 128, 140, 257, N };
    static const uint64_t rare[] = { 0, 200, 5 };
    static const int spreads[] = { 0, 30, 900 };

    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        if (dt__choose_kernels(isa) != isa)
            continue; /* test_blocks says so. */
        for (size_t w = 0; w < COUNT(windows); w++)
            for (size_t n = 0; n < COUNT(lengths); n++)
                for (size_t k = 0; k < COUNT(rare) * COUNT(spreads); k++)
                    for (int32_t kind = 0; kind <= DT_SERIES_ROLLING_MEAN;
                         kind++) {
                        const uint64_t bits = draw_below(16);
                        const struct layout layout = {
                            bits & 1 ? 3 : 1, windows[w], bits & 2, bits & 4,
                            bits / 8 && isa == DT__ISA_BASELINE,
                        };
                        check(kind, lengths[n], rare[k / COUNT(spreads)],
                              spreads[k % COUNT(spreads)], &layout);
                    }
    }
}

/* Sliding doubles would keep what a large value left behind. */
static void
a_spike_leaves_no_trace(void **state)
{
    static double x[N], totals[N];
    const struct dt_series_out out = DT_SERIES_OUT(totals, N);

    (void)state;
    for (int i = 0; i < N; i++)
        x[i] = 0.1;
    x[5] = 1e300;
    const struct dt_series s = years(x, N, 1000);
    for (int64_t window = 12; window <= 120; window *= 10) {
        assert_int_equal(dt_series_rolling(&s, DT_SERIES_ROLLING_SUM, window,
                                           NULL, &out, NULL),
                         DT_E_OK);
        /* The double 0.1 lies above a tenth: float(12 * Fraction(0.1)). */
        for (int64_t i = window + 5; i < N; i++)
            assert_ulp(totals[i], window == 12 ? 1.2000000000000002 : 12, 0);
    }
}

static void
a_mean_is_defined_where_its_sum_is_too_large(void **state)
{
    static const double levels[] = { 1.7e308, 1.7e308, 1.7e308 };
    double results[3];
    uint8_t why[3];
    const struct dt_series x = DT_SERIES_OF(levels, 3, DT_SERIES_FREQ_YEAR, 0);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(results, why, 3);

    (void)state;
    assert_int_equal(dt_series_rolling(&x, DT_SERIES_ROLLING_MEAN, 3, NULL,
                                       &out, NULL), DT_E_OK);
    assert_int_equal(why[2], DT_SERIES_WHY_DEFINED);
    assert_ulp(results[2], 1.7e308, 0);
}

static void
bad_arguments_are_named(void **state)
{
    double x[] = { 1, 2 };
    struct dt_series s = years(x, 2, 2020);
    const struct dt_series_out out = DT_SERIES_OUT(x, 2);
    struct dt_series_out small = out;
    struct dt_error e;

    (void)state;
    small.capacity = 1;
    assert_refused(
        dt_series_rolling(NULL, DT_SERIES_ROLLING_SUM, 1, NULL, &out, &e),
        DT_E_NULL, &e, "x is null");
    assert_refused(
        dt_series_rolling(&s, DT_SERIES_ROLLING_SUM, 1, NULL, NULL, &e),
        DT_E_NULL, &e, "out is null");
    assert_refused(
        dt_series_rolling(&s, DT_SERIES_ROLLING_SUM, 1, NULL, &small, &e),
        DT_E_CAPACITY, &e, "out->capacity is 1 for length 2");
    assert_refused(dt_series_rolling(&s, 2, 1, NULL, &out, &e), DT_E_KIND, &e,
                   "kind is 2, no known window");
    assert_refused(
        dt_series_rolling(&s, DT_SERIES_ROLLING_SUM, 0, NULL, &out, &e),
        DT_E_PERIODS, &e, "window is 0; at least 1");
    assert_ulp(x[0], 1, 0);
    assert_ulp(x[1], 2, 0);
}

/* In memory that may not be read behind the last observation. */
static void
no_window_reads_past_the_view(void **state)
{
    static struct source source;
    double results[3 * DT__ROLL_BLOCK];

    (void)state;
    for (int64_t n = 1; n < 3 * DT__ROLL_BLOCK; n++)
        for (int turn = 0; turn < 8; turn++) {
            const int64_t window = 1 + (int64_t)draw_below(20);
            const struct dt_series_out out = DT_SERIES_OUT(results, n);

            draw_source(&source, n, 1, 0, false);
            assert_int_equal(dt_series_rolling(&source.view,
                                               DT_SERIES_ROLLING_MEAN, window,
                                               NULL, &out, NULL), DT_E_OK);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vectors_are_met),
        cmocka_unit_test(every_window_is_its_own_sum),
        cmocka_unit_test(a_spike_leaves_no_trace),
        cmocka_unit_test(a_mean_is_defined_where_its_sum_is_too_large),
        cmocka_unit_test(bad_arguments_are_named),
        cmocka_unit_test(no_window_reads_past_the_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
