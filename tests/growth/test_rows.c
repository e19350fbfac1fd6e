/* SPDX-License-Identifier: MIT */
/* Panels whose rows lie one behind the other, which may be run as one long
 * series: against each row alone. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static double *x, *results, *alone;

static void
fill(int64_t n)
{
    x = malloc(3 * (size_t)n * sizeof(double));
    assert_non_null(x);
    results = x + n;
    alone = results + n;
    for (int64_t i = 0; i < n; i++)
        x[i] = 100 + (double)draw_below(100000) / 1000;
}

static void
check_rows(int64_t count, int64_t length, int64_t lag, int32_t rule,
           bool summarized)
{
    static struct dt_series_summary summaries[400];
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    const struct dt_series_panel p =
        DT_SERIES_PANEL_OF(x, count, length, DT_SERIES_FREQ_MONTH, 24000);
    struct dt_series_panel_out out = {
        .values = results, .count = count, .length = length, .stride = 1,
        .series_stride = length, .summaries = summarized ? summaries : NULL,
    };

    options.lag_rule = rule;
    assert_int_equal(dt_growth_series_panel(&p, DT_GROWTH_KIND_RATE, lag,
                                            &options, &out, NULL), DT_E_OK);
    for (int64_t j = 0; j < count; j++) {
        struct dt_series row;
        const struct dt_series_out to = DT_SERIES_OUT(alone, length);

        assert_int_equal(dt_series_view(x + j * length, length, 1,
                                        DT_SERIES_FREQ_MONTH, 24000, &row,
                                        NULL), DT_E_OK);
        assert_int_equal(dt_growth_series(&row, DT_GROWTH_KIND_RATE, lag,
                                          &options, &to, NULL), DT_E_OK);
        int64_t defined = 0;
        for (int64_t i = 0; i < length; i++) {
            assert_ulp(results[j * length + i], alone[i], 0);
            defined += !isnan(alone[i]);
        }
        if (summarized)
            assert_int_equal(summaries[j].defined, defined);
    }
}

static void
rows_run_as_one_are_rows_alone(void **state)
{
    static const int64_t lengths[] = { 2, 100, 16383, 16384, 16385 };

    (void)state;
    for (size_t k = 0; k < COUNT(lengths); k++) {
        const int64_t n = lengths[k], count = n <= 100 ? 400 : 3;
        fill(count * n);
        check_rows(count, n, 1, DT_GROWTH_LAG_PERIODS, false);
        check_rows(count, n, n - 1, DT_GROWTH_LAG_PERIODS, false);
        check_rows(count, n, n, DT_GROWTH_LAG_PERIODS, false);
        check_rows(count, n, 1, DT_GROWTH_LAG_PERIODS, true);
        check_rows(count, n, 0, DT_GROWTH_LAG_END_OF_LAST_YEAR, false);
        free(x);
    }
}

/* Neither values nor levels are asked for. */
static void
a_panel_of_nothing_needs_nothing(void **state)
{
    const struct dt_series_panel p =
        DT_SERIES_PANEL_OF(NULL, 0, 0, DT_SERIES_FREQ_YEAR, 2020);
    const struct dt_series_panel_out out = { .stride = 1 };

    (void)state;
    assert_int_equal(dt_growth_series_panel(&p, DT_GROWTH_KIND_RATE, 1, NULL,
                                            &out, NULL), DT_E_OK);
    assert_int_equal(dt_growth_levels_panel(&p, DT_GROWTH_KIND_RATE, 2020,
                                            NULL, NULL, &out, NULL), DT_E_OK);
    assert_int_equal(dt_growth_cumulative_panel(&p, DT_GROWTH_KIND_RATE, NULL,
                                                &out, NULL), DT_E_OK);
}

/* A reason has its own distance to the next, also in a long result. */
static void
reasons_keep_their_stride_in_long_results(void **state)
{
    enum { N = 5000 };
    static uint8_t why[2 * N];

    (void)state;
    fill(N);
    x[N / 2] = (double)NAN;
    const struct dt_series s = years(x, N, 0);
    const struct dt_series_out out = {
        .values = results, .why = why, .stride = 1, .why_stride = 2,
        .capacity = N,
    };
    memset(why, 0x55, sizeof(why));
    assert_int_equal(dt_growth_series(&s, DT_GROWTH_KIND_RATE, 1, NULL, &out,
                                      NULL), DT_E_OK);
    for (int i = 0; i < N; i++) {
        const int expected = i == 0 ? DT_SERIES_WHY_NO_BASE
                             : i == N / 2 ? DT_SERIES_WHY_VALUE_MISSING
                             : i == N / 2 + 1 ? DT_SERIES_WHY_BASE_MISSING
                                              : DT_SERIES_WHY_DEFINED;
        assert_int_equal(why[2 * i], expected);
        assert_int_equal(why[2 * i + 1], 0x55);
        if (i > 0)
            assert_ulp(results[i], dt_growth_rate(x[i - 1], x[i]), 0);
    }
    free(x);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_run_as_one_are_rows_alone),
        cmocka_unit_test(a_panel_of_nothing_needs_nothing),
        cmocka_unit_test(reasons_keep_their_stride_in_long_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
