/* SPDX-License-Identifier: MIT */
/* Times series functions beside the limit of the memory and the plain loops,
 * in rounds that take turns, and prints the medians as CSV:
 *     task,who,values,stride,missing,ns per value
 * usage: bench SIZE... */
#define _POSIX_C_SOURCE 199309L

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <dtgrowth/dt.h>

#include "loops.h"

enum { ROUNDS = 9, LAG = 12, PERIODS = 10 };

/* Data of one size. The views look at x or y; `gaps` has one value in fifty
 * missing; `swings` are rates whose product neither dies out nor overflows. */
struct data {
    int64_t n;
    double *x, *y, *gaps, *rates, *rate_gaps, *swings, *out;
};

struct task {
    const char *name, *who;
    int stride, missing;
    void (*run)(const struct data *);
};

static volatile double sink;

static void
must(int32_t status)
{
    if (status < 0) {
        fprintf(stderr, "%s\n", dt_status_name(status));
        exit(1);
    }
}

static struct dt_series
view(const double *values, int64_t n, int64_t stride)
{
    struct dt_series s;
    must(dt_series_view(values, n, stride, DT_SERIES_FREQ_MONTH, 0, &s, NULL));
    return s;
}

static void
grow(const struct data *d, const double *values, int64_t stride, int32_t kind,
     int64_t lag, int32_t lag_rule)
{
    const int64_t n = (d->n + stride - 1) / stride;
    const struct dt_series s = view(values, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.lag_rule = lag_rule;
    must(dt_growth_series(&s, kind, lag, &options, &out, NULL));
}

static void
read_limit(const struct data *d)
{
    double sums[32] = { 0 };
    int64_t i = 0;

    for (; i + 32 <= d->n; i += 32)
        for (int j = 0; j < 32; j++)
            sums[j] += d->x[i + j];
    for (; i < d->n; i++)
        sums[0] += d->x[i];
    for (int j = 1; j < 32; j++)
        sums[0] += sums[j];
    sink = sums[0];
}

static void
copy_limit(const struct data *d)
{
    memcpy(d->out, d->x, (size_t)d->n * sizeof(double));
}

#if defined(__SSE2__)
#  include <emmintrin.h>

static void
stream_limit(const struct data *d)
{
    for (int64_t i = 0; i + 2 <= d->n; i += 2)
        _mm_stream_pd(d->out + i, _mm_loadu_pd(d->x + i));
    _mm_sfence();
}
#endif

static void
two_in_limit(const struct data *d)
{
    for (int64_t i = 0; i < d->n; i++)
        d->out[i] = d->x[i] + d->y[i];
}

#define RUN(name, body) \
    static void name(const struct data *d) { body; }
RUN(rate, grow(d, d->x, 1, DT_GROWTH_KIND_RATE, 1, 0))
RUN(rate_stride, grow(d, d->x, 7, DT_GROWTH_KIND_RATE, 1, 0))
RUN(rate_gaps, grow(d, d->gaps, 1, DT_GROWTH_KIND_RATE, 1, 0))
RUN(year_ago, grow(d, d->x, 1, DT_GROWTH_KIND_RATE, 1, DT_GROWTH_LAG_YEARS))
RUN(year_ago_O2, loops_O2.rate(d->x, d->out, d->n, LAG))
RUN(year_ago_native, loops_native.rate(d->x, d->out, d->n, LAG))
RUN(rate_O2, loops_O2.rate(d->x, d->out, d->n, 1))
RUN(rate_native, loops_native.rate(d->x, d->out, d->n, 1))
RUN(log_growth, grow(d, d->x, 1, DT_GROWTH_KIND_LOG, 1, 0))
RUN(log_gaps, grow(d, d->gaps, 1, DT_GROWTH_KIND_LOG, 1, 0))
RUN(log_stride, grow(d, d->x, 7, DT_GROWTH_KIND_LOG, 1, 0))
RUN(log_O2, loops_O2.log_growth(d->x, d->out, d->n))
RUN(log_native, loops_native.log_growth(d->x, d->out, d->n))
RUN(cagr_O2, loops_O2.cagr(d->x, d->y, d->out, d->n, PERIODS))
RUN(cagr_native, loops_native.cagr(d->x, d->y, d->out, d->n, PERIODS))
RUN(compound_O2, loops_O2.compound(d->rates, d->out, d->n, LAG))
RUN(compound_native, loops_native.compound(d->rates, d->out, d->n, LAG))
RUN(cumulative_O2, loops_O2.cumulative(d->swings, d->out, d->n))
RUN(cumulative_native, loops_native.cumulative(d->swings, d->out, d->n))
RUN(sum_O2, sink = loops_O2.sum(d->x, d->n))
RUN(sum_native, sink = loops_native.sum(d->x, d->n))

/* The views of a size with a stride, of which n is the rest. */
static int64_t
count(const struct data *d, int64_t stride)
{
    return (d->n + stride - 1) / stride;
}

static void
cagr(const struct data *d, const double *base, int64_t stride)
{
    const int64_t n = count(d, stride);
    const struct dt_series a = view(base, n, stride), b = view(d->y, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    must(dt_growth_between(&a, &b, DT_GROWTH_KIND_ANNUALIZED, PERIODS, NULL,
                           NULL, &out, NULL));
}

static void
compound(const struct data *d, const double *rates, int64_t stride)
{
    const int64_t n = count(d, stride);
    const struct dt_series s = view(rates, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    must(dt_growth_convert(&s, DT_GROWTH_CONVERT_COMPOUND, LAG, NULL, &out,
                           NULL));
}

static void
cumulative(const struct data *d, int64_t stride)
{
    const int64_t n = count(d, stride);
    const struct dt_series s = view(d->swings, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    must(dt_growth_cumulative(&s, DT_GROWTH_KIND_RATE, NULL, &out, NULL));
}

static void
rolling_growth(const struct data *d, const double *values, int64_t stride)
{
    const int64_t n = count(d, stride);
    const struct dt_series s = view(values, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    must(
        dt_growth_rolling(&s, DT_GROWTH_KIND_RATE, LAG, LAG, NULL, &out, NULL));
}

static void
add_up(const struct data *d, const double *values, int64_t stride)
{
    const struct dt_series s = view(values, count(d, stride), stride);
    struct dt_series_sum sum;
    struct dt_series_sum_result r;
    must(dt_series_sum_init(&sum, NULL));
    must(dt_series_sum_add(&sum, &s, NULL, NULL));
    must(dt_series_sum_read(&sum, DT_SERIES_MISSING_SKIPPED, &r, NULL));
    sink = r.sum;
}

static void
roll(const struct data *d, const double *values, int64_t stride)
{
    const int64_t n = count(d, stride);
    const struct dt_series s = view(values, n, stride);
    const struct dt_series_out out = DT_SERIES_OUT(d->out, n);
    must(dt_series_rolling(&s, DT_SERIES_ROLLING_SUM, LAG, NULL, &out, NULL));
}

RUN(cagr_plain, cagr(d, d->x, 1))
RUN(cagr_stride, cagr(d, d->x, 7))
RUN(cagr_gaps, cagr(d, d->gaps, 1))
RUN(compound_plain, compound(d, d->rates, 1))
RUN(compound_stride, compound(d, d->rates, 7))
RUN(compound_gaps, compound(d, d->rate_gaps, 1))
RUN(cumulative_plain, cumulative(d, 1))
RUN(cumulative_stride, cumulative(d, 7))
RUN(rolling_growth_plain, rolling_growth(d, d->x, 1))
RUN(rolling_growth_stride, rolling_growth(d, d->x, 7))
RUN(rolling_growth_gaps, rolling_growth(d, d->gaps, 1))
RUN(rolling, roll(d, d->x, 1))
RUN(rolling_stride, roll(d, d->x, 7))
RUN(rolling_gaps, roll(d, d->gaps, 1))
RUN(rolling_O2, loops_O2.rolling(d->x, d->out, d->n, LAG))
RUN(rolling_native, loops_native.rolling(d->x, d->out, d->n, LAG))
RUN(sum, add_up(d, d->x, 1))
RUN(sum_stride, add_up(d, d->x, 7))
RUN(sum_gaps, add_up(d, d->gaps, 1))

static void
scalar_rate(const struct data *d)
{
    double total = 0;
    for (int64_t i = 0; i < d->n; i++)
        total += dt_growth_rate(d->x[i], d->y[i]);
    sink = total;
}

static void
scalar_cagr(const struct data *d)
{
    double total = 0;
    for (int64_t i = 0; i < d->n; i++)
        total += dt_growth_cagr(d->x[i], d->y[i], PERIODS);
    sink = total;
}

static const struct task tasks[] = {
    { "limit: read", "memory", 1, 0, read_limit },
    { "limit: copy", "memory", 1, 0, copy_limit },
    { "limit: two in", "memory", 1, 0, two_in_limit },
#if defined(__SSE2__)
    { "limit: copy streaming", "memory", 1, 0, stream_limit },
#endif
    { "rate", "dtgrowth", 1, 0, rate },
    { "rate", "dtgrowth", 7, 0, rate_stride },
    { "rate", "dtgrowth", 1, 2, rate_gaps },
    { "rate", "loop -O2", 1, 0, rate_O2 },
    { "rate", "loop native", 1, 0, rate_native },
    { "year-ago rate", "dtgrowth", 1, 0, year_ago },
    { "year-ago rate", "loop -O2", 1, 0, year_ago_O2 },
    { "year-ago rate", "loop native", 1, 0, year_ago_native },
    { "log growth", "dtgrowth", 1, 0, log_growth },
    { "log growth", "dtgrowth", 7, 0, log_stride },
    { "log growth", "dtgrowth", 1, 2, log_gaps },
    { "log growth", "loop -O2", 1, 0, log_O2 },
    { "log growth", "loop native", 1, 0, log_native },
    { "CAGR of two columns", "dtgrowth", 1, 0, cagr_plain },
    { "CAGR of two columns", "dtgrowth", 7, 0, cagr_stride },
    { "CAGR of two columns", "dtgrowth", 1, 2, cagr_gaps },
    { "CAGR of two columns", "loop -O2", 1, 0, cagr_O2 },
    { "CAGR of two columns", "loop native", 1, 0, cagr_native },
    { "compound", "dtgrowth", 1, 0, compound_plain },
    { "compound", "dtgrowth", 7, 0, compound_stride },
    { "compound", "dtgrowth", 1, 2, compound_gaps },
    { "compound", "loop -O2", 1, 0, compound_O2 },
    { "compound", "loop native", 1, 0, compound_native },
    { "sum", "dtgrowth", 1, 0, sum },
    { "sum", "dtgrowth", 7, 0, sum_stride },
    { "sum", "dtgrowth", 1, 2, sum_gaps },
    { "sum", "loop -O2", 1, 0, sum_O2 },
    { "sum", "loop native", 1, 0, sum_native },
    { "12-term rolling sum", "dtgrowth", 1, 0, rolling },
    { "12-term rolling sum", "dtgrowth", 7, 0, rolling_stride },
    { "12-term rolling sum", "dtgrowth", 1, 2, rolling_gaps },
    { "12-term rolling sum", "loop -O2", 1, 0, rolling_O2 },
    { "12-term rolling sum", "loop native", 1, 0, rolling_native },
    { "growth of 12-term sums", "dtgrowth", 1, 0, rolling_growth_plain },
    { "growth of 12-term sums", "dtgrowth", 7, 0, rolling_growth_stride },
    { "growth of 12-term sums", "dtgrowth", 1, 2, rolling_growth_gaps },
    { "cumulative growth", "dtgrowth", 1, 0, cumulative_plain },
    { "cumulative growth", "dtgrowth", 7, 0, cumulative_stride },
    { "cumulative growth", "loop -O2", 1, 0, cumulative_O2 },
    { "cumulative growth", "loop native", 1, 0, cumulative_native },
    { "scalar call: rate", "dtgrowth", 1, 0, scalar_rate },
    { "scalar call: CAGR", "dtgrowth", 1, 0, scalar_cagr },
};
enum { TASKS = sizeof(tasks) / sizeof(tasks[0]) };

static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void *
allocate(int64_t n)
{
    void *memory = malloc((size_t)(n + 64) * sizeof(double));
    if (memory == NULL) {
        fprintf(stderr, "no memory for %" PRId64 " values\n", n);
        exit(1);
    }
    return memory;
}

static struct data
make(int64_t n)
{
    struct data d = { n, allocate(n), allocate(n), allocate(n), allocate(n),
                      allocate(n), allocate(n), allocate(n) };
    uint64_t seed = 1;

    for (int64_t i = 0; i < n; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        d.x[i] = 100 + (double)(seed >> 40) * 0x1p-21;
        d.y[i] = d.x[i] * (1 + (double)(seed >> 50 & 1023) * 0x1p-11);
        d.rates[i] = (double)(seed >> 45 & 1023) * 0x1p-14;
        d.rate_gaps[i] = seed >> 32 & 63 ? d.rates[i] : (double)NAN;
        d.swings[i] = ((double)(seed >> 44 & 1023) - 511.5) * 0x1p-20;
        d.gaps[i] = seed >> 32 & 63 ? d.x[i] : (double)NAN;
        d.out[i] = 0;
    }
    return d;
}

static int
compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
bench(int64_t n)
{
    static double times[TASKS][ROUNDS];
    const struct data d = make(n);
    const int64_t repeats = n < 2000000 ? 2000000 / n : 1;

    for (int round = -1; round < ROUNDS; round++) /* The first one warms up. */
        for (int t = 0; t < TASKS; t++) {
            const double start = now();
            for (int64_t i = 0; i < repeats; i++)
                tasks[t].run(&d);
            const double values = (double)((n + tasks[t].stride - 1) /
                                           tasks[t].stride * repeats);
            if (round >= 0)
                times[t][round] = (now() - start) / values;
        }
    for (int t = 0; t < TASKS; t++) {
        qsort(times[t], ROUNDS, sizeof(double), compare);
        printf("%s,%s,%" PRId64 ",%d,%d,%.4f\n", tasks[t].name, tasks[t].who, n,
               tasks[t].stride, tasks[t].missing, times[t][ROUNDS / 2]);
    }
    fflush(stdout);
    free(d.x);
    free(d.y);
    free(d.gaps);
    free(d.rates);
    free(d.rate_gaps);
    free(d.swings);
    free(d.out);
}

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        bench((int64_t)strtod(argv[i], NULL));
    return 0;
}
