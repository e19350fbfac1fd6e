/* SPDX-License-Identifier: MIT */
/* Long series, which go through kernels, against one element at a time. */
#include "make.h"

#include <math.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "growth/base_rule.h"
#include "growth/kinds.h"
#include "kernels/kernels.h"

enum { LONG = 700, MARGIN = 4, ROOM = 3 * LONG + MARGIN };
enum { BYTES = LONG / 8 + 2, OFFSET = 5, UNTOUCHED = 0x55 };

/* Mostly levels of an economy; one in `rare` is hostile. */
static double
level(uint64_t rare)
{
    static const double hostile[] = {
        NAN, 0, -0.0, -1, INFINITY, -INFINITY, 0x1p-1074, 0x1p-1022, 0x1p-300,
        0x1p300, 0x1.fffffffffffffp1023, 1e-5, 1e5, 50, 50,
    };
    if (rare > 0 && draw_below(rare) == 0)
        return hostile[draw_below(COUNT(hostile))];
    return 100 + (double)draw_below(1000000) * 1e-5;
}

struct layout {
    int64_t stride, lag;
    bool bitmap, wants_why, in_place;
};

/* The element by itself; *why is its reason. */
static double
expected(const struct dt_series *x, const struct dt__growth *growth,
         const struct layout *layout, int64_t i, int32_t *why)
{
    double result = NAN;
    const int64_t j = i - layout->lag;

    *why = DT_SERIES_WHY_NO_BASE;
    if (j < 0)
        return result;
    const double value = dt_series_at(x, i), base = dt_series_at(x, j);
    if (dt_series_is_missing(x, i))
        *why = DT_SERIES_WHY_VALUE_MISSING;
    else if (dt_series_is_missing(x, j))
        *why = DT_SERIES_WHY_BASE_MISSING;
    else if (!isfinite(value) || !isfinite(base))
        *why = DT_SERIES_WHY_NOT_FINITE;
    else
        *why = dt__grow(growth, base, value, (double)layout->lag, &result);
    return *why == DT_SERIES_WHY_DEFINED ? result : (double)NAN;
}

/* Draws the levels and bits of a series of that layout. */
static struct dt_series
draw_series(double x[ROOM], uint64_t rare, int64_t length,
            const struct layout *layout)
{
    static uint8_t bits[BYTES];
    struct dt_series view;

    for (int i = 0; i < ROOM; i++)
        x[i] = level(rare);
    for (size_t i = 0; i < sizeof(bits); i++)
        bits[i] = (uint8_t)(draw_below(5) == 0 ? draw_below(256) : 255);
    assert_int_equal(dt_series_view(x, length, layout->stride,
                                    DT_SERIES_FREQ_UNDATED, 0, &view, NULL),
                     DT_E_OK);
    view.validity = layout->bitmap ? bits : NULL;
    view.validity_offset = 3;
    return view;
}

/* Bits before the first and behind the last are left alone. */
static void
assert_untouched(const uint8_t defined[BYTES], int64_t length)
{
    const int64_t end = length + OFFSET;

    assert_int_equal(defined[0] & ((1 << OFFSET) - 1),
                     UNTOUCHED & ((1 << OFFSET) - 1));
    assert_int_equal(defined[end >> 3] >> (end & 7), UNTOUCHED >> (end & 7));
}

static void
check(int32_t kind, uint64_t rare, int64_t length, const struct layout *layout)
{
    static double x[ROOM], results[ROOM], wanted[LONG];
    static uint8_t why[LONG], defined[BYTES];
    static int32_t reasons[LONG];
    const struct dt__growth growth = {
        dt__growth_kind(kind), dt__base_rule(DT_GROWTH_BASE_MISSING), 1,
    };
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    const struct dt_series view = draw_series(x, rare, length, layout);

    for (int64_t i = 0; i < length; i++)
        wanted[i] = expected(&view, &growth, layout, i, &reasons[i]);

    double *to = layout->in_place ? x : results;
    const int64_t step = layout->in_place ? layout->stride : 1;
    const struct dt_series_out out = {
        .values = to, .why = layout->wants_why ? why : NULL, .stride = step,
        .validity = layout->wants_why ? defined : NULL,
        .validity_offset = OFFSET, .capacity = length,
    };
    memset(results, UNTOUCHED, sizeof(results));
    memset(defined, UNTOUCHED, sizeof(defined));
    options.per_year = growth.kind->flags & DT__KIND_ANNUALIZED ? 1 : 0;
    assert_int_equal(dt_growth_series(&view, kind, layout->lag, &options, &out,
                                      NULL), DT_E_OK);
    for (int64_t i = 0; i < length; i++) {
        assert_ulp(to[i * step], wanted[i], 0);
        assert_true(is_canonical(to[i * step]));
        if (layout->wants_why) {
            assert_int_equal(why[i], reasons[i]);
            const int64_t bit = i + OFFSET;
            assert_int_equal(defined[bit >> 3] >> (bit & 7) & 1,
                             reasons[i] == DT_SERIES_WHY_DEFINED);
        }
    }
    assert_untouched(defined, length);
    if (!layout->in_place)
        assert_memory_equal(&results[length], "UUUUUUUU", 8);
}

static void
check_all(int32_t kind)
{
    static const uint64_t rare[] = { 0, 300, 20, 2 };
    static const int64_t lengths[] = { 0, 1, 12, 127, 128, 129, 257, LONG };
    static const int64_t lags[] = { 1, 4, 12, 100, 128, 300 };

    for (size_t r = 0; r < COUNT(rare); r++)
        for (size_t n = 0; n < COUNT(lengths); n++)
            for (size_t k = 0; k < COUNT(lags); k++)
                for (int bits = 0; bits < 16; bits++) {
                    const struct layout layout = {
                        bits & 1 ? 3 : 1, lags[k], bits & 2, bits & 4, bits & 8,
                    };
                    check(kind, rare[r], lengths[n], &layout);
                }
}

static void
blocks_give_the_bits_of_single_elements(void **state)
{
    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        if (dt__choose_kernels(isa) != isa) {
            print_message("# this machine has no kernels of level %d\n",
                          (int)isa);
            continue;
        }
        for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++)
            check_all(kind);
    }
}

/* A lag in years of months is one of twelve periods. */
static void
a_year_ago_goes_through_the_same_blocks(void **state)
{
    static double x[LONG], by_year[LONG], by_month[LONG];
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series view;
    const struct dt_series_out a = DT_SERIES_OUT(by_year, LONG);
    const struct dt_series_out b = DT_SERIES_OUT(by_month, LONG);

    (void)state;
    for (int i = 0; i < LONG; i++)
        x[i] = level(50);
    assert_int_equal(
        dt_series_view(x, LONG, 1, DT_SERIES_FREQ_MONTH, 24000, &view, NULL),
        DT_E_OK);
    options.lag_rule = DT_GROWTH_LAG_YEARS;
    assert_int_equal(
        dt_growth_series(&view, DT_GROWTH_KIND_RATE, 2, &options, &a, NULL),
        DT_E_OK);
    assert_int_equal(dt_growth_series(&view, DT_GROWTH_KIND_RATE, 24, NULL, &b,
                                      NULL), DT_E_OK);
    assert_memory_equal(by_year, by_month, sizeof(by_year));
}

/* Periods per year that no pair of doubles divides well. */
static void
extreme_periods_per_year_leave_the_kernel(void **state)
{
    static double x[LONG], results[LONG];
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series view;
    const struct dt_series_out out = DT_SERIES_OUT(results, LONG);

    (void)state;
    for (int i = 0; i < LONG; i++)
        x[i] = level(0);
    x[100] = NAN;
    options.per_year = 1e-200;
    assert_int_equal(
        dt_series_view(x, LONG, 1, DT_SERIES_FREQ_DAY, 0, &view, NULL),
        DT_E_OK);
    assert_int_equal(dt_growth_series(&view, DT_GROWTH_KIND_ANNUALIZED, 1,
                                      &options, &out, NULL),
                     DT_E_OK);
    for (int i = 1; i < LONG; i++)
        assert_ulp(results[i], i == 100 || i == 101
                                   ? (double)NAN
                                   : dt_growth_cagr(x[i - 1], x[i], 1e200), 1);
}

static void
a_nan_that_is_a_value_is_not_missing_in_a_long_series(void **state)
{
    static double x[LONG], results[LONG];
    static uint8_t why[LONG];
    struct dt_series view;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(results, why, LONG);

    (void)state;
    for (int i = 0; i < LONG; i++)
        x[i] = level(0);
    x[400] = NAN;
    assert_int_equal(
        dt_series_view(x, LONG, 1, DT_SERIES_FREQ_UNDATED, 0, &view, NULL),
        DT_E_OK);
    view.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    assert_int_equal(dt_growth_series(&view, DT_GROWTH_KIND_RATE, 1, NULL, &out,
                                      NULL), DT_E_OK);
    assert_int_equal(why[400], DT_SERIES_WHY_NOT_FINITE);
    assert_int_equal(why[401], DT_SERIES_WHY_NOT_FINITE);
    assert_int_equal(why[402], DT_SERIES_WHY_DEFINED);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_give_the_bits_of_single_elements),
        cmocka_unit_test(a_year_ago_goes_through_the_same_blocks),
        cmocka_unit_test(extreme_periods_per_year_leave_the_kernel),
        cmocka_unit_test(a_nan_that_is_a_value_is_not_missing_in_a_long_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
