/* SPDX-License-Identifier: MIT */
/* Growth between two series, element by element. */
#include "make.h"

#include <math.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "growth/base_rule.h"
#include "growth/kinds.h"

enum { N = 300 };

struct fixture {
    double base[N], end[N], each[N], values[N];
    uint8_t why[N];
    struct dt_series a, b, n;
    struct dt_series_out out;
    struct dt_growth_options options;
};

static void
set_up(struct fixture *f)
{
    uint64_t seed = 4;
    for (int i = 0; i < N; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        f->base[i] = 100 + (double)(seed >> 40) * 0x1p-20;
        f->end[i] = f->base[i] * (1 + (double)(seed >> 50) * 0x1p-16);
        f->each[i] = 1 + i % 7;
    }
    memset(f->values, 0x55, sizeof(f->values));
    f->a = years(f->base, N, 2020);
    f->b = years(f->end, N, 2024);
    f->n = years(f->each, N, 0);
    f->out = (struct dt_series_out)DT_SERIES_OUT_WHY(f->values, f->why, N);
    f->options = (struct dt_growth_options)DT_GROWTH_OPTIONS_INIT;
}

static void
grow(struct fixture *f, int32_t kind, double periods,
     const struct dt_series *each)
{
    assert_int_equal(dt_growth_between(&f->a, &f->b, kind, periods, each,
                                       &f->options, &f->out, NULL), DT_E_OK);
}

static void
each_kind_is_its_scalar(void **state)
{
    const int32_t last = last_constant("DT_GROWTH_KIND_RATE");
    struct fixture f;

    (void)state;
    set_up(&f);
    for (int32_t kind = 0; kind <= last; kind++) {
        grow(&f, kind, 4, NULL);
        for (int i = 0; i < N; i++) {
            const double a = f.base[i], b = f.end[i];
            const double expected[] = {
                dt_growth_rate(a, b), dt_growth_change(a, b),
                dt_growth_log(a, b), dt_growth_midpoint(a, b), b / a,
                dt_growth_cagr(a, b, 4), dt_growth_log(a, b) / 4,
            };
            /* The quarter of a logarithm is exact. */
            assert_element(f.values, f.why, i, expected[kind], 0);
        }
    }
}

static void
each_element_may_have_its_own_periods(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.each[5] = 0;
    f.each[6] = NAN;
    f.each[7] = INFINITY;
    f.each[8] = 2.5;
    grow(&f, DT_GROWTH_KIND_ANNUALIZED, 0, &f.n);
    assert_element(f.values, f.why, 5, (double)NAN, DT_SERIES_WHY_NO_PERIODS);
    assert_element(f.values, f.why, 6, (double)NAN,
                   DT_SERIES_WHY_VALUE_MISSING);
    assert_element(f.values, f.why, 7, (double)NAN, DT_SERIES_WHY_NOT_FINITE);
    for (int i = 8; i < N; i++)
        assert_element(f.values, f.why, i,
                       dt_growth_cagr(f.base[i], f.end[i], f.each[i]), 0);
}

/* One in `rare` of each series is hostile. */
static double
spoil(double x, uint64_t rare)
{
    static const double hostile[] = { NAN, 0, -1, INFINITY, 0x1p-1074, 1e-300,
                                      0x1.fffffffffffffp1023, 1e300 };
    return draw_below(rare) == 0 ? hostile[draw_below(COUNT(hostile))] : x;
}

static int
reason(double base, double end, double each, int32_t kind, double result)
{
    if (isnan(end) || isnan(each))
        return DT_SERIES_WHY_VALUE_MISSING;
    if (isnan(base))
        return DT_SERIES_WHY_BASE_MISSING;
    if (isinf(end) || isinf(base) || isinf(each))
        return DT_SERIES_WHY_NOT_FINITE;
    if (base <= 0)
        return base == 0 ? DT_SERIES_WHY_ZERO_BASE
                         : DT_SERIES_WHY_NEGATIVE_BASE;
    if (end < 0 || (end == 0 && kind != DT_GROWTH_KIND_ANNUALIZED))
        return DT_SERIES_WHY_DOMAIN;
    if (each <= 0)
        return DT_SERIES_WHY_NO_PERIODS;
    return isinf(result) ? DT_SERIES_WHY_OVERFLOW : DT_SERIES_WHY_DEFINED;
}

static void
periods_of_each_element_are_those_of_the_scalar(void **state)
{
    struct fixture f;

    (void)state;
    for (int trial = 0; trial < 200; trial++) {
        const int32_t kind = trial % 2 ? DT_GROWTH_KIND_ANNUALIZED
                                       : DT_GROWTH_KIND_ANNUALIZED_LOG;
        set_up(&f);
        for (int i = 0; i < N && trial > 20; i++) {
            const uint64_t rare = trial % 3 ? 10 : 300;
            f.base[i] = spoil(f.base[i], rare);
            f.end[i] = spoil(f.end[i], rare);
            f.each[i] = spoil(f.each[i] + 0.25 * (trial % 5), rare);
        }
        f.n.flags = trial % 7 == 0 ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
        if (f.n.flags)
            for (int i = 0; i < N; i++)
                f.each[i] = isnan(f.each[i]) ? 1 : f.each[i];
        f.options.per_year = 1 + trial % 12;
        const double per_year = f.options.per_year;
        grow(&f, kind, 0, &f.n);
        for (int i = 0; i < N; i++) {
            const double a = f.base[i], b = f.end[i], n = f.each[i];
            const struct dt__growth one = {
                dt__growth_kind(kind), dt__base_rule(0), per_year,
            };
            double wanted = (double)NAN;
            int why = reason(a, b, n, kind, 0);
            if (why == 0)
                why = dt__grow(&one, a, b, n, &wanted);
            assert_element(f.values, f.why, i, why == 0 ? wanted : (double)NAN,
                           why);
        }
    }
}

static void
periods_per_year_take_the_place_of_one(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.options.per_year = 12;
    grow(&f, DT_GROWTH_KIND_ANNUALIZED, 48, NULL);
    for (int i = 0; i < N; i++)
        assert_ulp(f.values[i], dt_growth_cagr(f.base[i], f.end[i], 4), 0);
}

static void
what_has_no_result_has_a_reason(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.base[0] = NAN;
    f.end[1] = NAN;
    f.base[2] = 0;
    f.base[3] = -1;
    f.end[4] = INFINITY;
    f.end[5] = -1;
    grow(&f, DT_GROWTH_KIND_LOG, 1, NULL);
    assert_element(f.values, f.why, 0, (double)NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(f.values, f.why, 1, (double)NAN,
                   DT_SERIES_WHY_VALUE_MISSING);
    assert_element(f.values, f.why, 2, (double)NAN, DT_SERIES_WHY_ZERO_BASE);
    assert_element(f.values, f.why, 3, (double)NAN,
                   DT_SERIES_WHY_NEGATIVE_BASE);
    assert_element(f.values, f.why, 4, (double)NAN, DT_SERIES_WHY_NOT_FINITE);
    assert_element(f.values, f.why, 5, (double)NAN, DT_SERIES_WHY_DOMAIN);
    /* A kind without a kernel finds the same reasons. */
    grow(&f, DT_GROWTH_KIND_FACTOR, 1, NULL);
    assert_int_equal(f.why[0], DT_SERIES_WHY_BASE_MISSING);
    assert_int_equal(f.why[1], DT_SERIES_WHY_VALUE_MISSING);
    assert_int_equal(f.why[4], DT_SERIES_WHY_NOT_FINITE);
    f.options.base_rule = DT_GROWTH_BASE_ABSOLUTE;
    grow(&f, DT_GROWTH_KIND_RATE, 1, NULL);
    assert_element(f.values, f.why, 3, f.end[3] + 1, 0);
}

static void
the_result_may_replace_either_series(void **state)
{
    const int32_t last = last_constant("DT_GROWTH_KIND_RATE");
    struct fixture f, g;

    (void)state;
    for (int which = 0; which < 2; which++)
        for (int32_t kind = 0; kind <= last; kind++) {
            set_up(&f);
            set_up(&g);
            grow(&f, kind, 4, NULL);
            g.out.values = which ? g.base : g.end;
            grow(&g, kind, 4, NULL);
            assert_memory_equal(g.out.values, f.values, sizeof(f.values));
        }
}

static void
assert_fails(struct fixture *f, int32_t kind, double periods,
             const struct dt_series *each, int32_t code, const char *message)
{
    struct dt_error error;
    double before[N];

    memcpy(before, f->values, sizeof(before));
    assert_fault(dt_growth_between(&f->a, &f->b, kind, periods, each,
                                   &f->options, &f->out, &error),
                 code, &error, code == DT_E_BASE ? 3 : -1, message);
    assert_memory_equal(before, f->values, sizeof(before));
}

static void
bad_periods_kinds_and_lengths_are_refused(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    assert_fails(&f, DT_GROWTH_KIND_RATE, 0, NULL, DT_E_PERIODS,
                 "periods is 0; positive and finite");
    assert_fails(&f, DT_GROWTH_KIND_RATE, (double)NAN, NULL, DT_E_PERIODS,
                 NULL);
    assert_fails(&f, 9, 1, NULL, DT_E_KIND, "kind is 9, no known kind of "
                 "growth");
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, &f.n, DT_E_PERIODS,
                 "periods is 1; 0 beside periods_each");
    f.n.length = 3;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, &f.n, DT_E_LENGTH,
                 "periods_each has 3 elements, base has 300");
    f.b.length = 2;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_LENGTH,
                 "end has 2 elements, base has 300");
}

static void
rules_of_a_lag_are_refused(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.options.lag_rule = 2;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_RULE,
                 "options->lag_rule is 2, which has no effect here");
    f.options.lag_rule = 0;
    f.options.year_rule = 1;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_RULE,
                 "options->year_rule is 1, which has no effect here");
}

static void
bad_arguments_are_refused(void **state)
{
    struct fixture f;
    struct dt_error error;

    (void)state;
    set_up(&f);
    f.options.base_rule = DT_GROWTH_BASE_REFUSE;
    f.base[3] = -4;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_BASE,
                 "base has the base -4 in period 2023");
    f.a.unit.vintage = 1;
    f.b.unit.vintage = 2;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_VINTAGE, NULL);
    f.b.unit.vintage = 1;
    f.a.unit.kind = f.b.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    assert_fails(
        &f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_UNIT,
        "base->unit is a "
        "logarithm, of which DT_GROWTH_KIND_CHANGE is the only growth; "
        "kind is 0");
    f.out.capacity = 2;
    assert_fails(&f, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_CAPACITY, NULL);
    assert_error(dt_growth_between(NULL, &f.b, 0, 1, NULL, NULL, &f.out,
                                   &error),
                 DT_E_NULL, &error, "base is null");
    assert_error(dt_growth_between(&f.a, NULL, 0, 1, NULL, NULL, &f.out,
                                   &error),
                 DT_E_NULL, &error, "end is null");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_is_its_scalar),
        cmocka_unit_test(each_element_may_have_its_own_periods),
        cmocka_unit_test(periods_of_each_element_are_those_of_the_scalar),
        cmocka_unit_test(periods_per_year_take_the_place_of_one),
        cmocka_unit_test(what_has_no_result_has_a_reason),
        cmocka_unit_test(the_result_may_replace_either_series),
        cmocka_unit_test(bad_periods_kinds_and_lengths_are_refused),
        cmocka_unit_test(rules_of_a_lag_are_refused),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
