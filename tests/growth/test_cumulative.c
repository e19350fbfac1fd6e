/* SPDX-License-Identifier: MIT */
/* Chains of growth: cumulative growth, and levels, over many periods. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"

enum { MANY = 1000000, N = 700 };

static double *growth, *results; /* MANY of each. */

/* As make_growth_cumulative.py says. */
static void
draw_growth(int32_t kind, int shift, int64_t periods)
{
    uint64_t x = 1;

    for (int64_t i = 0; i < periods; i++) {
        x = x * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        const double k = (double)(x >> 33) - 1000001 * floor(
            (double)(x >> 33) / 1000001);
        growth[i] = ldexp(k - 500000, -shift) +
                    (kind == DT_GROWTH_KIND_FACTOR ? 1 : 0);
    }
}

static void
check_vector(const struct vector *v)
{
    const int32_t kind = (int32_t)v->value[0];
    const int64_t n = (int64_t)v->value[2];
    const double level = v->value[3];
    const struct dt_series_out out = DT_SERIES_OUT(results, MANY);

    draw_growth(kind, (int)v->value[1], n);
    const struct dt_series g = years(growth, n, 1);
    assert_int_equal(
        isnan(level) ? dt_growth_cumulative(&g, kind, NULL, &out, NULL)
                     : dt_growth_levels(&g, kind, 0, level, NULL, &out, NULL),
        DT_E_OK);
    assert_ulp_at(results[n - 1], v->value[4],
                  stated_error(isnan(level) ? "dt_growth_cumulative"
                                            : "dt_growth_levels"),
                  v->text[4], v->file, v->line);
}

static void
a_million_periods_are_rounded_once(void **state)
{
    (void)state;
    growth = malloc(2 * MANY * sizeof(double));
    assert_non_null(growth);
    results = growth + MANY;
    each_vector("growth_cumulative.txt", 5, check_vector);
    free(growth);
}

struct layout {
    int64_t stride, first;
    int32_t kind;
    double level; /* NaN: cumulative. */
    bool bitmap, in_place;
};

static int32_t
run(const struct layout *layout, const struct dt_series *g,
    const struct dt_series_out *out)
{
    return isnan(layout->level)
               ? dt_growth_cumulative(g, layout->kind, NULL, out, NULL)
               : dt_growth_levels(g, layout->kind, g->start + layout->first,
                                  layout->level, NULL, out, NULL);
}

/* The fewest instructions into an array of its own, against the most. */
static void
check(uint64_t rare, double spread, const struct layout *layout)
{
    static const double hostile[] = { NAN, INFINITY, -1, -3, 1e3, 1e-3, 1e300,
                                      0, -0.999999, -2 };
    static double x[2 * N], single[N], blocks[N];
    static uint8_t bits[N / 8 + 2], why_single[N], why_blocks[N];
    struct dt_series g;

    for (int i = 0; i < 2 * N; i++) {
        x[i] = spread * ((double)draw_below(1 << 20) / (1 << 19) - 1) +
               (layout->kind == DT_GROWTH_KIND_FACTOR ? 1 : 0);
        if (rare > 0 && draw_below(rare) == 0)
            x[i] = hostile[draw_below(COUNT(hostile))];
    }
    memset(bits, 255, sizeof(bits));
    if (draw_below(3) == 0)
        bits[draw_below(sizeof(bits))] = 0xf7;
    assert_int_equal(dt_series_view(x, N, layout->stride, DT_SERIES_FREQ_YEAR,
                                    2000, &g, NULL),
                     DT_E_OK);
    g.validity = layout->bitmap ? bits : NULL;
    g.validity_offset = 5;

    const struct dt_series_out one = DT_SERIES_OUT_WHY(single, why_single, N);
    const int64_t step = layout->in_place ? layout->stride : 1;
    double *to = layout->in_place ? x : blocks;
    const struct dt_series_out out = { .values = to, .why = why_blocks,
                                       .stride = step, .capacity = N };
    assert_int_equal(dt__choose_kernels(DT__ISA_BASELINE), DT__ISA_BASELINE);
    assert_int_equal(run(layout, &g, &one), DT_E_OK);
    (void)dt__choose_kernels(DT__ISA_AVX512);
    assert_int_equal(run(layout, &g, &out), DT_E_OK);
    for (int64_t i = 0; i < N; i++) {
        assert_int_equal(why_blocks[i], why_single[i]);
        assert_ulp(to[i * step], single[i], 0);
        assert_true(is_canonical(to[i * step]));
    }
}

static void
instruction_sets_and_layouts_give_the_same_bits(void **state)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_FACTOR,
                                     DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_LOG };
    static const double spreads[] = { 0.01, 0.5, 1e-14 };
    static const uint64_t rare[] = { 0, 300, 30 };

    (void)state;
    for (int trial = 0; trial < 400; trial++) {
        const struct layout layout = {
            .stride = 1 + (int64_t)draw_below(2),
            .first = (int64_t)draw_below(300) - 1,
            .kind = kinds[draw_below(COUNT(kinds))],
            .level = draw_below(2) ? 123.25 : (double)NAN,
            .bitmap = draw_below(2), .in_place = draw_below(2),
        };
        check(rare[draw_below(COUNT(rare))], spreads[draw_below(3)], &layout);
    }
}

/* A block that starts anywhere gives what single steps give: a series shorter
 * than a block is all single steps. */
static void
blocks_agree_with_single_steps(void **state)
{
    static double x[N], levels[N], rest[N];
    const struct dt_series_out out = DT_SERIES_OUT(levels, N);
    const struct dt_series_out to = DT_SERIES_OUT(rest, N);

    (void)state;
    for (int i = 0; i < N; i++)
        x[i] = (double)draw_below(1 << 20) / (1 << 24) - 0.02;
    const struct dt_series g = years(x, N, 1);
    for (int known = 0; known < N; known += 53) {
        assert_int_equal(dt_growth_levels(&g, DT_GROWTH_KIND_RATE, known, 100,
                                          NULL, &out, NULL),
                         DT_E_OK);
        const int64_t n = N - known < 127 ? N - known : 127;
        const struct dt_series short_one = years(x + known, n, known + 1);
        assert_int_equal(dt_growth_levels(&short_one, DT_GROWTH_KIND_RATE,
                                          known, 100, NULL, &to, NULL),
                         DT_E_OK);
        for (int64_t i = 0; i < n; i++)
            assert_ulp(levels[known + i], rest[i], 0);
    }
}

enum { FEW = 7 };

/* The cumulative growth of a few rates, and its reasons. */
static void
accumulate(const double *rates, int64_t length, double values[FEW],
           uint8_t why[FEW])
{
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, FEW);
    const struct dt_series x = years(rates, length, 2000);

    assert_int_equal(
        dt_growth_cumulative(&x, DT_GROWTH_KIND_RATE, NULL, &out, NULL),
        DT_E_OK);
}

static void
losses_and_gains_follow_the_level(void **state)
{
    static const double rates[] = { 1, -0.5, -1, 4, 1e300, NAN, 1 };
    static const double expected[] = { 1, 0, -1, -1, -1, NAN, NAN };
    double values[FEW];
    uint8_t why[FEW];

    (void)state;
    accumulate(rates, 7, values, why);
    for (int i = 0; i < 7; i++)
        assert_ulp(values[i], expected[i], 0);
    assert_int_equal(why[5], DT_SERIES_WHY_VALUE_MISSING);
    assert_int_equal(why[6], DT_SERIES_WHY_VALUE_MISSING);
}

static void
a_level_that_is_too_large_stays_so(void **state)
{
    static const double rates[] = { 1e300, 1e300, 1, -0.5, -1, 1 };
    double values[FEW];
    uint8_t why[FEW];

    (void)state;
    accumulate(rates, 6, values, why);
    assert_ulp(values[0], 1e300, 0);
    for (int i = 1; i < 6; i++)
        assert_int_equal(why[i], DT_SERIES_WHY_OVERFLOW);
}

static void
what_is_left_of_a_level_grows_again(void **state)
{
    static const double rates[] = { -1 + 0x1p-50, -1 + 0x1p-50, -1 + 0x1p-50,
                                    0x1p150, 1, 1 };
    static const double loss[] = { 1e100, -1, 7 };
    double values[FEW];
    uint8_t why[FEW];

    (void)state;
    /* Nearly nothing is left, and 2^150 + 1 times that is just above 1. */
    accumulate(rates, 6, values, why);
    assert_ulp(values[2], -1, 0);
    assert_ulp(values[3], 0x1p-150, 0);
    assert_ulp(values[4], 1, 0);
    assert_ulp(values[5], 3, 0);

    accumulate(loss, 3, values, why);
    assert_ulp(values[0], 1e100, 0);
    assert_ulp(values[1], -1, 0);
    assert_ulp(values[2], -1, 0);
}

static void
bad_arguments_are_named(void **state)
{
    double x[] = { 1, 2 };
    struct dt_series g = years(x, 2, 2020);
    const struct dt_series_out out = DT_SERIES_OUT(x, 2);
    struct dt_error e;

    (void)state;
    assert_refused(
        dt_growth_cumulative(NULL, DT_GROWTH_KIND_RATE, NULL, &out, &e),
        DT_E_NULL, &e, "growth is null");
    assert_refused(
        dt_growth_cumulative(&g, DT_GROWTH_KIND_RATE, NULL, NULL, &e),
        DT_E_NULL, &e, "out is null");
    assert_refused(
        dt_growth_cumulative(&g, DT_GROWTH_KIND_MIDPOINT, NULL, &out, &e),
        DT_E_KIND, &e, "kind is 3, of which no level follows");
    g.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    assert_refused(
        dt_growth_cumulative(&g, DT_GROWTH_KIND_RATE, NULL, &out, &e),
        DT_E_UNIT, &e, NULL);
    assert_ulp(x[0], 1, 0);
    assert_ulp(x[1], 2, 0);
}

/* Products that doubles hold: 5/4, 15/8, 15/2, 45/4, 45/32, and then so near to
 * nothing that only the loss is left. */
static void
gains_and_losses_pile_up_of_any_size(void **state)
{
    static const double rates[] = { 0.25, 0.5, 3, 0.5, -0.875, -0x1.8p-2 };
    static const double expected[] = { 0.25, 0.875, 6.5, 10.25, 0.40625,
                                       -0.12109375 };
    double x[40], values[40];
    const struct dt_series few = years(rates, COUNT(rates), 2000);
    const struct dt_series many = years(x, COUNT(x), 2000);
    const struct dt_series_out out = DT_SERIES_OUT(values, COUNT(values));

    (void)state;
    assert_int_equal(dt_growth_cumulative(&few, DT_GROWTH_KIND_RATE, NULL, &out,
                                          NULL), DT_E_OK);
    for (size_t i = 0; i < COUNT(rates); i++)
        assert_ulp(values[i], expected[i], 0);
    for (size_t i = 0; i < COUNT(x); i++)
        x[i] = 0x1p-20 - 1;
    assert_int_equal(dt_growth_cumulative(&many, DT_GROWTH_KIND_RATE, NULL,
                                          &out, NULL), DT_E_OK);
    assert_ulp(values[0], 0x1p-20 - 1, 0);
    assert_ulp(values[1], 0x1p-40 - 1, 0);
    for (size_t i = 2; i < COUNT(x); i++)
        assert_ulp(values[i], -1, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_million_periods_are_rounded_once),
        cmocka_unit_test(instruction_sets_and_layouts_give_the_same_bits),
        cmocka_unit_test(blocks_agree_with_single_steps),
        cmocka_unit_test(losses_and_gains_follow_the_level),
        cmocka_unit_test(a_level_that_is_too_large_stays_so),
        cmocka_unit_test(what_is_left_of_a_level_grows_again),
        cmocka_unit_test(bad_arguments_are_named),
        cmocka_unit_test(gains_and_losses_pile_up_of_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
