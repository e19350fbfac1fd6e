/* Functions of series and of figures do not depend on the caller's rounding
 * mode or flags, and leave both as they were. */
#include "support.h"

#include <fenv.h>
#include <math.h>
#include <string.h>

#include <dtgrowth/dt.h>

enum { N = 300, RESULTS = 16 };

/* What all calls give: numbers to be compared bit for bit. */
struct outcome {
    double series[RESULTS][N];
    struct dt_growth_average_result averages[9];
    struct dt_compare_growth_check check;
    struct dt_compare_sum_check sum;
    struct dt_compare_interval interval, ratio;
    struct dt_compare_decomposition decomposition;
};

static double levels[N], others[N];

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
    compute_comparisons(&x, &y, o);
    compute_levels(&x, &y, o);
    assert_int_equal(dt_compare_check_growth(&base, &end, &rate, 4,
                                             DT_COMPARE_METHOD_CAGR, &o->check,
                                             NULL), DT_E_OK);
    assert_int_equal(dt_compare_check_sum(&base, 1, &end, &o->sum, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_figure_interval(&rate, &o->interval, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_figure_ratio(&base, &end, &o->ratio, NULL),
                     DT_E_OK);
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
    const unsigned word = _mm_getcsr();
    _mm_setcsr(word | 0x8040);
    compute(&got);
    assert_int_equal(_mm_getcsr() & 0x8040, 0x8040);
    _mm_setcsr(word);
    assert_memory_equal(&got, &expected, sizeof(got));
}
#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rounding_mode_gives_the_same_bits),
        cmocka_unit_test(flags_are_left_as_they_were),
#if defined(__SSE2__)
        cmocka_unit_test(subnormal_numbers_are_kept),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
