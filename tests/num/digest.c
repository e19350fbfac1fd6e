/* SPDX-License-Identifier: MIT */
/* One number for the bits of a million results, which every machine, compiler
 * and instruction set must give.   usage: digest FILE [ISA]
 * FILE holds it; ISA is baseline, avx2 or avx512, the best unless told. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dtgrowth/dt.h>

#include "kernels/kernels.h"

enum { SCALARS = 50000, LENGTH = 4096, SERIES = 20 };

static uint64_t state = 1, hash = UINT64_C(0xcbf29ce484222325);

/* splitmix64 */
static uint64_t
draw(void)
{
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* A number of the sign, and with one of 2 `spread` exponents around 1. */
static double
number(uint64_t spread)
{
    const uint64_t exponent = 1023 - spread + draw() % (2 * spread);
    const uint64_t bits = exponent << 52 | draw() >> 12;
    double x;
    memcpy(&x, &bits, sizeof(x));
    return x;
}

/* FNV-1a over the bits, lowest first whatever the byte order. */
static void
add(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof(bits));
    for (int i = 0; i < 8; i++, bits >>= 8)
        hash = (hash ^ (bits & 255)) * UINT64_C(0x100000001b3);
}

static void
add_scalars(void)
{
    for (int i = 0; i < SCALARS; i++) {
        const uint64_t spread = i % 4 == 0 ? 1022 : i % 4 == 1 ? 60 : 2;
        const double a = number(spread), b = number(spread);
        const double c = number(spread), d = number(spread);
        const double rate = (draw() % 2 ? 0.25 : -0.25) * number(8) / 256;
        const double periods = i % 3 == 0 ? 4 : number(5);

        add(dt_growth_rate(a, b));
        add(dt_growth_log(a, b));
        add(dt_growth_midpoint(a, b));
        add(dt_growth_cagr(a, b, periods));
        add(dt_growth_compound(rate, periods));
        add(dt_growth_project(a, rate, periods));
        add(dt_growth_backcast(a, rate));
        add(dt_growth_periods(a, b, rate));
        add(dt_growth_from_log(rate));
        add(dt_growth_to_log(rate));
        add(dt_compare_share(a, b));
        add(dt_compare_share_change(a, c, b, d));
        add(dt_compare_contribution(a, b, c));
        add(dt_compare_relative(rate, 0.5 * rate));
        add(dt_compare_overlap(a, b, c));
    }
}

/* Windows, and the sum of all; `y` is room for results. */
static int
add_sums(const struct dt_series *view, double *y)
{
    static const int64_t windows[] = { 1, 7, 12, 64, 100 };
    const struct dt_series_out out = DT_SERIES_OUT(y, LENGTH);
    struct dt_series_sum sum;
    struct dt_series_sum_result result;

    for (int i = 0; i < 5; i++) {
        if (dt_series_rolling(view, i % 2, windows[i], NULL, &out, NULL) < 0)
            return -1;
        for (int j = 0; j < LENGTH; j++)
            add(y[j]);
    }
    if (dt_series_sum_init(&sum, NULL) < 0 ||
        dt_series_sum_add(&sum, view, NULL, NULL) < 0 ||
        dt_series_sum_add(&sum, view, view, NULL) < 0 ||
        dt_series_sum_read(&sum, DT_SERIES_MISSING_COUNTS, &result, NULL) < 0)
        return -1;
    add(result.sum);
    add(result.mean);
    return 0;
}

/* Rates and logarithms converted, and two columns with periods or rates of each
 * element. */
static int
add_columns(const struct dt_series *view, const struct dt_series *rates,
            double *y)
{
    const struct dt_series_out out = DT_SERIES_OUT(y, LENGTH);
    struct dt_series end = *view, periods = *view;

    end.values++;
    end.length--;
    struct dt_series base = *view, each = *rates;
    base.length = periods.length = each.length = end.length;
    for (int step = 0; step < 7; step++) {
        int32_t status;
        if (step < 4)
            status = dt_growth_convert(rates, step, step == 0 ? 2.5 : 0, NULL,
                                       &out, NULL);
        else if (step < 6)
            status = dt_growth_between(&base, &end, DT_GROWTH_KIND_ANNUALIZED +
                                       step - 4, 0, &periods, NULL, &out, NULL);
        else
            status = dt_growth_periods_between(&base, &end, 0, &each, NULL,
                                               &out, NULL);
        if (status < 0)
            return -1;
        for (int j = 0; j < LENGTH - 1; j++)
            add(y[j]);
    }
    return 0;
}

/* Growth of sums, growth added up, and trends. */
static int
add_chains(const struct dt_series *view, double *y)
{
    static double rates[LENGTH];
    const struct dt_series_out out = DT_SERIES_OUT(y, LENGTH);
    struct dt_series growth;
    struct dt_growth_trend_result trend;

    for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
        if (dt_growth_rolling(view, kind, 1 + 13 * kind, 12, NULL, &out,
                              NULL) < 0)
            return -1;
        for (int j = 0; j < LENGTH; j++)
            add(y[j]);
    }
    for (int i = 0; i < LENGTH; i++)
        rates[i] = (number(2) - 1) / 64;
    if (dt_series_view(rates, LENGTH, 1, DT_SERIES_FREQ_MONTH, 0, &growth,
                       NULL) < 0 ||
        dt_growth_cumulative(&growth, DT_GROWTH_KIND_RATE, NULL, &out, NULL) <
            0)
        return -1;
    for (int j = 0; j < LENGTH; j++)
        add(y[j]);
    if (add_columns(view, &growth, y) < 0)
        return -1;
    for (int32_t kind = 0; kind <= DT_GROWTH_TREND_LINEAR; kind++) {
        if (dt_growth_trend(view, NULL, kind, 5, 150, NULL, &trend, NULL) < 0)
            return -1;
        add(trend.slope);
        add(trend.growth);
        add(trend.intercept_se);
    }
    return 0;
}

/* Every kind over long series, some of them with gaps. */
static int
add_series(void)
{
    static double x[LENGTH], y[LENGTH];
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_series view;
    struct dt_growth_average_result average;
    const struct dt_series_out out = DT_SERIES_OUT(y, LENGTH);

    options.base_rule = DT_GROWTH_BASE_MIDPOINT;
    for (int trial = 0; trial < SERIES; trial++) {
        for (int i = 0; i < LENGTH; i++)
            x[i] = number(trial % 5 == 0 ? 1022 : 1 + (uint64_t)trial);
        for (int i = 0; i < trial; i++)
            x[draw() % LENGTH] = -1 / (draw() % 3 ? 1.0 : 0.0);
        if (dt_series_view(x, LENGTH, 1, DT_SERIES_FREQ_MONTH, 0, &view, NULL) <
            0)
            return -1;
        for (int32_t kind = 0; kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
            options.base_rule =
                kind == DT_GROWTH_KIND_RATE ? DT_GROWTH_BASE_MIDPOINT : 0;
            if (dt_growth_series(&view, kind, 1 + trial, &options, &out,
                                 NULL) < 0)
                return -1;
            for (int i = 0; i < LENGTH; i++)
                add(y[i]);
        }
        if (add_sums(&view, y) < 0 || add_chains(&view, y) < 0)
            return -1;
        for (int32_t kind = 0; kind < DT_GROWTH_AVERAGE_YEARS; kind++) {
            if (dt_growth_average(&view, kind, 5, 150, NULL, &average, NULL) <
                0)
                return -1;
            add(average.rate);
        }
    }
    return 0;
}

/* Takes the kernels of the name, and says whether there are such; what this
 * machine lacks is no failure of the library: meson counts 77 as skipped. */
static bool
choose(const char *name)
{
    enum { LACKING = 77 };
    static const char *const names[] = { "baseline", "avx2", "avx512" };

    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++)
        if (strcmp(name, names[isa]) == 0) {
            if (dt__choose_kernels(isa) != isa)
                exit(LACKING);
            return true;
        }
    return false;
}

int
main(int argc, char **argv)
{
    uint64_t expected = 0;
    FILE *file = argc == 2 || argc == 3 ? fopen(argv[1], "r") : NULL;

    if (file == NULL || fscanf(file, "%" SCNx64, &expected) != 1 ||
        (argc == 3 && !choose(argv[2]))) {
        fprintf(stderr, "usage: digest FILE [baseline | avx2 | avx512]\n");
        return 2;
    }
    fclose(file);
    add_scalars();
    if (add_series() < 0)
        return 2;
    printf("%016" PRIx64 "\n", hash);
    return hash != expected;
}
