/* Functions of series and of figures do not depend on the caller's rounding
 * mode or flags, and leave both as they were. */
#include "support.h"

#include <fenv.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include <dtgrowth/dt.h>

enum { N = 300, RESULTS = 16, CHAINS = 12 };

/* What all calls give: numbers to be compared bit for bit. */
struct outcome {
    double series[RESULTS][N];
    double chains[CHAINS][N];
    struct dt_growth_average_result averages[9];
    struct dt_growth_trend_result trends[2];
    struct dt_series_sum_result total;
    struct dt_compare_growth_check check;
    struct dt_compare_sum_check sum;
    struct dt_compare_interval interval, ratio, growth;
    struct dt_compare_decomposition decomposition;
    double ranks[3][N];
    struct dt_compare_figure rounded[3];
};

static double levels[N], others[N], small[N];

static void
fill(void)
{
    uint64_t seed = 2;
    for (int i = 0; i < N; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        levels[i] = 100 + (double)(seed >> 40) * 0x1p-20;
        others[i] = levels[i] + 37.25;
    }
    levels[17] = 1e-310;
    levels[41] = NAN;
    levels[77] = 0;
    levels[99] = 1e308;
    for (int i = 0; i < N; i++)
        small[i] = (levels[i] - 100) / 4096;
}

static void
compute_growth(const struct dt_series *x, struct outcome *o)
{
    const double *values = x->values;
    struct dt_series rates = *x;

    for (int32_t kind = 0; kind <= DT_GROWTH_ANNUALIZED_LOG; kind++) {
        const struct dt_series_out out = DT_SERIES_OUT(o->series[kind], N);
        assert_int_equal(dt_growth_series(x, kind, 3, NULL, &out, NULL),
                         DT_E_OK);
    }
    for (int32_t kind = 0; kind < 9; kind++) {
        memset(&o->averages[kind], 0, sizeof(o->averages[kind]));
        assert_int_equal(dt_growth_average(x, kind, 2100, 2290,
                                           &o->averages[kind], NULL), DT_E_OK);
    }
    const struct dt_series_out out = DT_SERIES_OUT(o->series[7], N);
    rates.values = o->series[0];
    assert_int_equal(dt_growth_levels(&rates, DT_GROWTH_LOG, 2150, 100, &out,
                                      NULL), DT_E_OK);
    assert_ptr_equal(values, x->values);
}

/* Growth that is already there, sums, and what runs over many periods. */
static void
compute_chains(const struct dt_series *x, const struct dt_series *y,
               struct outcome *o)
{
    struct dt_series rates = *x;
    struct dt_series_out out[CHAINS];
    struct dt_series_sum sum;
    int32_t status = 0;

    for (int i = 0; i < CHAINS; i++)
        out[i] = (struct dt_series_out)DT_SERIES_OUT(o->chains[i], N);
    rates.values = small;
    for (int32_t kind = 0; kind <= DT_GROWTH_RESTATE_DOUBLING; kind++)
        status |= dt_growth_restate(&rates, kind, kind == 0 ? 2.5 : 1,
                                    &out[kind], NULL);
    status |= dt_growth_between(x, y, DT_GROWTH_ANNUALIZED, 1, y, NULL, &out[4],
                                NULL);
    status |= dt_growth_periods_between(x, y, 0.1, NULL, &out[5], NULL);
    status |= dt_growth_rolling(x, DT_GROWTH_RATE, 4, 4, NULL, &out[6], NULL);
    status |= dt_growth_rolling(x, DT_GROWTH_LOG, 70, 4, NULL, &out[7], NULL);
    status |= dt_series_rolling(x, DT_SERIES_ROLLING_SUM, 12, &out[8], NULL);
    status |= dt_series_rolling(x, DT_SERIES_ROLLING_MEAN, 70, &out[9], NULL);
    rates.values += 100;
    rates.length -= 100;
    status |= dt_growth_cumulative(&rates, DT_GROWTH_RATE, &out[10], NULL);
    status |= dt_growth_cumulative(&rates, DT_GROWTH_CHANGE, &out[11], NULL);
    for (int32_t kind = 0; kind < 2; kind++)
        status |= dt_growth_trend(x, NULL, kind, 2100, 2290, &o->trends[kind],
                                  NULL);
    status |= dt_series_sum_init(&sum, NULL);
    status |= dt_series_sum_add(&sum, x, y, NULL);
    status |= dt_series_sum_add(&sum, x, NULL, NULL);
    status |= dt_series_sum_read(&sum, DT_SERIES_MISSING_SKIPPED, &o->total,
                                 NULL);
    assert_int_equal(status, DT_E_OK);
}

static void
compute_comparisons(const struct dt_series *x, const struct dt_series *y,
                    struct outcome *o)
{
    for (int32_t kind = 0; kind <= DT_COMPARE_RATIO; kind++) {
        const struct dt_series_out out = DT_SERIES_OUT(o->series[8 + kind], N);
        assert_int_equal(dt_compare_series(x, y, kind, kind == 1 || kind == 2,
                                           &out, NULL), DT_E_OK);
    }
    struct dt_series a = *x, b = *y;
    a.values += 150;
    b.values += 150;
    a.length = b.length = 100;
    const struct dt_series_out out = DT_SERIES_OUT(o->series[15], N);
    assert_int_equal(dt_compare_contributions(&a, &b, 12345.678, 13456.789,
                                              &out, &o->decomposition, NULL),
                     DT_E_OK);
}

static void
compute_levels(const struct dt_series *x, const struct dt_series *y,
               struct outcome *o)
{
    struct dt_series money = *x;
    struct dt_series_unit to = x->unit;
    const struct dt_series_out out = DT_SERIES_OUT(o->series[14], N);

    money.unit.kind = to.kind = DT_SERIES_UNIT_FLOW;
    to.scale = 7;
    assert_int_equal(dt_series_convert(&money, &to, &out, NULL), DT_E_OK);
    assert_int_equal(dt_series_exchange(&money, y, DT_SERIES_QUOTE_INVERSE,
                                        &out, NULL), DT_E_OK);
    assert_int_equal(dt_series_splice(x, y, DT_SERIES_SPLICE_LINK, &out, NULL),
                     DT_E_OK);
}

/* Numbers that are told apart by their last bits, or are not normal. */
static void
compute_ranks_and_figures(const struct dt_series *x, struct outcome *o)
{
    static const double tiny[] = { 0, 4e-310, 2e-310 };
    static const double numbers[] = { 4e-310, 0x1p-1074, 1.2345 };
    int64_t work[N];
    struct dt_series s = *x;
    int32_t status = 0;

    for (int i = 0; i < 3; i++) {
        struct dt_series_out out = DT_SERIES_OUT(o->ranks[i], N);
        s.values = i == 0 ? tiny : x->values;
        s.length = i == 0 ? 3 : N;
        s.flags = i == 2 ? DT_SERIES_NAN_IS_VALUE : 0;
        status |= dt_compare_rank(&s, DT_COMPARE_DESCENDING,
                                  DT_COMPARE_TIES_AVERAGE, work, &out, NULL);
        status |= dt_compare_figure_round(numbers[i], 2,
                                          DT_COMPARE_ROUNDING_CEILING,
                                          &o->rounded[i], NULL);
    }
    assert_int_equal(status, DT_E_OK);
}

static void
small_numbers_have_their_ranks_and_figures(const struct outcome *o)
{
    static const double ranks[] = { 3, 1, 2 };
    static const int64_t digits[] = { 1, 1, 124 };

    for (int i = 0; i < 3; i++) {
        assert_ulp(o->ranks[0][i], ranks[i], 0);
        assert_int_equal(o->rounded[i].digits, digits[i]);
    }
}

static void
compute(struct outcome *o)
{
    static const struct dt_compare_figure base = { 141, 2, 0, 0, 0 };
    static const struct dt_compare_figure end = { 262, 2, 0, 0, 0 };
    static const struct dt_compare_figure rate = { 167, 1, 0, 0, 0 };
    struct dt_series x, y;

    memset(o, 0, sizeof(*o));
    assert_int_equal(dt_series_view(levels, N, 1, DT_SERIES_YEAR, 2000, &x,
                                    NULL), DT_E_OK);
    assert_int_equal(dt_series_view(others, N, 1, DT_SERIES_YEAR, 2000, &y,
                                    NULL), DT_E_OK);
    compute_growth(&x, o);
    compute_chains(&x, &y, o);
    compute_comparisons(&x, &y, o);
    compute_levels(&x, &y, o);
    compute_ranks_and_figures(&x, o);
    assert_int_equal(dt_compare_check_growth(&base, &end, &rate, 4,
                                             DT_COMPARE_METHOD_CAGR, &o->check,
                                             NULL), DT_E_OK);
    assert_int_equal(dt_compare_check_sum(&base, 1, &end, &o->sum, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_figure_interval(&rate, &o->interval, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_figure_ratio(&base, &end, &o->ratio, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_figure_growth(&base, &end, 4, 0, &o->growth,
                                              NULL), DT_E_OK);
}

/* Structs are compared with their padding, which a frozen layout has not. */
static void
every_rounding_mode_gives_the_same_bits(void **state)
{
    static const int modes[] = {
#ifdef FE_DOWNWARD
        FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO,
#endif
        FE_TONEAREST,
    };
    static struct outcome expected, got;

    (void)state;
    fill();
    compute(&expected);
    for (size_t i = 0; i < COUNT(modes); i++) {
        assert_int_equal(fesetround(modes[i]), 0);
        compute(&got);
        assert_int_equal(fegetround(), modes[i]);
        assert_int_equal(fesetround(FE_TONEAREST), 0);
        assert_memory_equal(&got, &expected, sizeof(got));
    }
}

static void
flags_are_left_as_they_were(void **state)
{
    static struct outcome got;

    (void)state;
    fill();
    assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
    compute(&got);
    assert_int_equal(fetestexcept(FE_ALL_EXCEPT), 0);
    assert_int_equal(feraiseexcept(FE_DIVBYZERO), 0);
    compute(&got);
    assert_int_equal(fetestexcept(FE_ALL_EXCEPT), FE_DIVBYZERO);
    assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
}

/* A locale with a decimal comma, where the system has one. */
static void
the_locale_does_not_matter(void **state)
{
    static const char *const names[] = { "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8",
                                         "C.UTF-8" };
    static struct outcome expected, got;
    struct dt_compare_figure figure;
    char text[40];

    (void)state;
    fill();
    compute(&expected);
    for (size_t i = 0; i < COUNT(names); i++) {
        if (setlocale(LC_ALL, names[i]) == NULL)
            continue;
        compute(&got);
        assert_int_equal(dt_compare_figure_parse("2.90", 0, &figure, NULL),
                         DT_E_OK);
        assert_int_equal(dt_compare_figure_format(&figure, text, sizeof(text),
                                                  0, NULL), DT_E_OK);
        assert_string_equal(text, "2.90");
        assert_memory_equal(&got, &expected, sizeof(got));
    }
    (void)setlocale(LC_ALL, "C");
}

#if defined(__SSE2__)
#include <xmmintrin.h>

/* Flush-to-zero and denormals-are-zero, as -Ofast programs set them. */
static void
subnormal_numbers_are_kept(void **state)
{
    static struct outcome expected, got;

    (void)state;
    fill();
    compute(&expected);
    small_numbers_have_their_ranks_and_figures(&expected);
    const unsigned word = _mm_getcsr();
    _mm_setcsr(word | 0x8040);
    compute(&got);
    assert_int_equal(_mm_getcsr() & 0x8040, 0x8040);
    _mm_setcsr(word);
    assert_memory_equal(&got, &expected, sizeof(got));
}

/* A caller who wants to be told of every division by zero is not told of
 * those of the library: a trap would end this program. */
static void
traps_of_the_caller_do_not_go_off(void **state)
{
    static struct outcome expected, got;

    (void)state;
    fill();
    compute(&expected);
    const unsigned word = _mm_getcsr();
    const unsigned open = word & ~(_MM_MASK_DIV_ZERO | _MM_MASK_INVALID |
                                   _MM_MASK_OVERFLOW | 0x3fU);
    struct dt_series x;
    const struct dt_series_out out = DT_SERIES_OUT(got.series[0], N);
    assert_int_equal(dt_series_view(levels, N, 1, DT_SERIES_YEAR, 2000, &x,
                                    NULL), DT_E_OK);
    _mm_setcsr(open);
    const int32_t status = dt_growth_series(&x, DT_GROWTH_RATE, 3, NULL, &out,
                                            NULL);
    assert_int_equal(_mm_getcsr(), open);
    compute_chains(&x, &x, &got);
    compute_ranks_and_figures(&x, &got);
    assert_int_equal(_mm_getcsr(), open);
    _mm_setcsr(word);
    assert_int_equal(status, DT_E_OK);
    assert_memory_equal(got.series[0], expected.series[0], sizeof(double) * N);
}
#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rounding_mode_gives_the_same_bits),
        cmocka_unit_test(flags_are_left_as_they_were),
        cmocka_unit_test(the_locale_does_not_matter),
#if defined(__SSE2__)
        cmocka_unit_test(subnormal_numbers_are_kept),
        cmocka_unit_test(traps_of_the_caller_do_not_go_off),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
