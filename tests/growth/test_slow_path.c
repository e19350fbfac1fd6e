/* SPDX-License-Identifier: MIT */
/* How many elements of ordinary data leave the kernels for the exact way of one
 * element: no result tells, and only time would. They are counted in a row of
 * the table of kinds that stands in for the kind's own. */
#include "kernels/each_isa.h"
#include "make.h"

#include <math.h>

#include "growth/rolling_growth.h"
#include "growth/series.h"
#include "growth/walk.h"

/* One in a hundred may leave, as of the kernels by themselves. */
enum { N = 6000, RARE = 100 };

static double x[N], results[N];
static uint8_t why[N];
static const struct dt__growth_kind *counted;
static int64_t count;

static int32_t
count_one(const struct dt__growth *self, double base, double value,
          double periods, double *result)
{
    count++;
    return counted->grow(self, base, value, periods, result);
}

/* An index with one decimal that rises and falls by some per cent, with a jump,
 * an infinity and a gap now and then. */
static void
fill(uint64_t gaps)
{
    double level = 100;

    for (int i = 0; i < N; i++) {
        level *= 0.97 + (double)draw_below(6300) * 1e-5;
        if (level < 20 || level > 5000 || draw_below(500) == 0)
            level = 50 + (double)draw_below(200);
        x[i] = gaps > 0 && draw_below(gaps) == 0 ? (double)NAN
                                                 : round(10 * level) / 10;
    }
    x[N / 2] = (double)INFINITY;
}

static struct dt__growth_kind
counting(const struct dt__growth_kind *kind)
{
    struct dt__growth_kind row = *kind;

    counted = kind;
    row.grow = count_one;
    count = 0;
    return row;
}

static void
count_series(const struct dt_series *s, int32_t kind, int64_t lag, bool reasons)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt__growth_plan plan;
    const struct dt_series_out out = {
        .values = results, .why = reasons ? why : NULL, .stride = 1,
        .capacity = s->length,
    };

    options.per_year = dt__growth_kind(kind)->flags & DT__KIND_ANNUALIZED ? 12
                                                                          : 0;
    assert_int_equal(dt__plan_growth(s, kind, lag, false, &options, 0, &plan,
                                     NULL), DT_E_OK);
    const struct dt__growth_kind row = counting(plan.growth.kind);
    plan.growth.kind = &row;
    dt__series_run(&plan, s, &out);
    assert_true(count < s->length / RARE);
}

static void
count_all_series(void)
{
    static const int64_t lags[] = { 1, 12, 250 }, strides[] = { 1, -1, 2 };
    static const uint64_t gaps[] = { 0, 40 };

    for (size_t g = 0; g < COUNT(gaps); g++)
        for (int32_t kind = 0; dt__growth_kind(kind) != NULL; kind++)
            for (size_t j = 0; j < COUNT(lags); j++) {
                const int64_t stride = strides[j];
                fill(gaps[g]);
                struct dt_series s = years(x, N / (stride == 2 ? 2 : 1), 0);
                s.stride = stride;
                s.values = stride < 0 ? x + N - 1 : x;
                count_series(&s, kind, lags[j], g > 0);
            }
}

static void
ordinary_growth_stays_in_the_kernels(void **state)
{
    (void)state;
    each_isa(count_all_series);
}

static void
count_rolling(void)
{
    static const int64_t windows[] = { 2, 12, 64 };

    for (size_t j = 0; j < COUNT(windows); j++) {
        struct dt__rolling_growth_plan plan;
        const struct dt_series_out out = { .values = results, .stride = 1,
                                           .capacity = N };

        fill(0);
        x[N / 2] = 100;
        const struct dt_series s = years(x, N, 0);
        assert_int_equal(
            dt__plan_rolling_growth(&s, DT_GROWTH_KIND_RATE, windows[j], 12,
                                    NULL, &plan, NULL), DT_E_OK);
        const struct dt__growth_kind row = counting(plan.growth.growth.kind);
        plan.growth.growth.kind = &row;
        dt__rolling_growth_run(&plan, &s, &out);
        assert_true(count < N / RARE);
    }
}

static void
so_does_that_of_moving_sums(void **state)
{
    (void)state;
    each_isa(count_rolling);
}

/* A block of rates of some per cent, from an ordinary level. */
static void
chain_blocks(void)
{
    static const struct { int32_t way; double most; } ways[] = {
        { DT__WALK_RATES, 0 }, { DT__WALK_FACTORS, 1 }, { DT__WALK_GAINS, 0 },
    };

    for (size_t j = 0; j < COUNT(ways); j++) {
        struct dt__walk walk;

        for (int i = 0; i < DT__CHAIN_BLOCK; i++)
            x[i] = ways[j].most + 0.01 + (double)draw_below(3000) * 1e-5;
        dt__walk_init(&walk, ways[j].way,
                      ways[j].way == DT__WALK_GAINS ? 1 : 250.5);
        for (int blocks = 0; blocks < 10; blocks++)
            assert_true(dt__walk_block(&walk, x, results));
    }
}

static void
ordinary_levels_are_chained_by_the_block(void **state)
{
    (void)state;
    each_isa(chain_blocks);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_growth_stays_in_the_kernels),
        cmocka_unit_test(so_does_that_of_moving_sums),
        cmocka_unit_test(ordinary_levels_are_chained_by_the_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
