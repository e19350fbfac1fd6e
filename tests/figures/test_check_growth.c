/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static void
check_vector(const struct vector *v)
{
    const struct dt_compare_figure base = figure_of(v->text[0]);
    const struct dt_compare_figure end = figure_of(v->text[1]);
    const struct dt_compare_figure rate = figure_of(v->text[2]);
    const int32_t method = (int32_t)v->value[4];
    struct dt_compare_growth_check check;
    assert_int_equal(dt_compare_check_growth(&base, &end, &rate, v->value[3],
                                             method, &check, NULL), DT_E_OK);
    const int rational = method == DT_COMPARE_METHOD_TOTAL ||
                         method == DT_COMPARE_METHOD_LINEAR;
    check_interval(v, 5, &check.recomputed,
                   rational ? "dt_compare_figure_ratio"
                            : "dt_compare_check_growth");
    if (check.verdict == (int32_t)v->value[8] &&
        check.methods == (uint32_t)v->value[9])
        return;
    print_error("%s:%d: %s, methods %u\n", v->file, v->line,
                dt_compare_verdict_name(check.verdict), check.methods);
    fail();
}

static void
verdicts_and_recomputed_rates_are_those_of_exact_arithmetic(void **state)
{
    (void)state;
    each_vector("check_growth.txt", 10, check_vector);
}

static struct dt_compare_growth_check
checked(const char *base, const char *end, const char *rate, double periods,
        int32_t method)
{
    const struct dt_compare_figure a = printed(base), b = printed(end),
                                   r = printed(rate);
    struct dt_compare_growth_check check;
    assert_int_equal(dt_compare_check_growth(&a, &b, &r, periods, method,
                                             &check, NULL), DT_E_OK);
    return check;
}

static struct dt_compare_growth_check
compound(const char *base, const char *end, const char *rate, double periods)
{
    return checked(base, end, rate, periods, DT_COMPARE_METHOD_CAGR);
}

/* Per cent or levels, as printed in a comparison. */
static void
assert_between(const struct dt_compare_interval *got, double scale,
               double lower, double upper, double half)
{
    if (fabs(scale * got->lower - lower) <= half &&
        fabs(scale * got->upper - upper) <= half)
        return;
    print_error("[%.9g, %.9g], expected [%g, %g]\n", scale * got->lower,
                scale * got->upper, lower, upper);
    fail();
}

/* ITC on digital trade in trillion US$, reported 27 September 2025. */
static void
digital_trade_agrees_only_at_the_edge(void **state)
{
    (void)state;
    const struct dt_compare_growth_check c = compound("4.59", "7.23", "12.1",
                                                      4);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_EDGE);
    assert_int_equal(c.methods, 1u << DT_COMPARE_METHOD_CAGR);
    assert_true(fabs(100 * c.recomputed.value - 12.0292) < 0.00005);
    assert_between(&c.recomputed, 100, 11.9794, 12.0791, 0.00005);
    assert_between(&c.published, 100, 12.05, 12.15, 1e-9);
    assert_between(&c.tight_base, 1, 4.5850, 4.5898, 0.00005);
    assert_between(&c.tight_end, 1, 7.2275, 7.2350, 0.00005);
    assert_ulp(c.tight_base.value, 4.59, 0);
    assert_int_equal(c.periods_first, 4);
    assert_int_equal(c.periods_last, 4);
}

static void
delivered_trade_agrees_exactly(void **state)
{
    (void)state;
    const struct dt_compare_growth_check c = compound("3.21", "4.64", "9.6",
                                                      4);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_EXACT);
    assert_int_equal(c.methods, 1u << DT_COMPARE_METHOD_CAGR);
    assert_true(fabs(100 * c.recomputed.value - 9.6486) < 0.00005);
    assert_between(&c.recomputed, 100, 9.5764, 9.7209, 0.00005);
    assert_between(&c.tight_base, 1, 3.2064, 3.2150, 0.00005);
}

static void
ordered_trade_agrees_within_rounding(void **state)
{
    (void)state;
    const struct dt_compare_growth_check c = compound("1.41", "2.62", "16.7",
                                                      4);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_WITHIN);
    assert_int_equal(c.methods, 1u << DT_COMPARE_METHOD_CAGR);
    assert_true(fabs(100 * c.recomputed.value - 16.7537) < 0.00005);
    assert_between(&c.recomputed, 100, 16.5947, 16.9131, 0.00005);
    assert_between(&c.tight_base, 1, 1.4075, 1.4150, 0.00005);
}

static void
the_2024_edition_agrees_exactly_over_two_years(void **state)
{
    (void)state;
    struct dt_compare_growth_check c = compound("6.02", "7.13", "8.8", 2);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_EXACT);
    assert_true(fabs(100 * c.recomputed.value - 8.8295) < 0.00005);
    assert_between(&c.recomputed, 100, 8.7462, 8.9129, 0.00005);
    assert_int_equal(c.periods_first, 2);
    assert_int_equal(c.periods_last, 2);
    c = compound("6.02", "7.13", "8.8", 3);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
    assert_int_equal(c.methods, 0);
}

static void
a_revised_base_shows_as_inconsistent(void **state)
{
    (void)state;
    /* WTO, digitally delivered exports of 2022 (first vintage) and 2023. */
    const struct dt_compare_growth_check c = compound("3.82", "4.25", "9.0",
                                                      1);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
    assert_true(fabs(100 * c.recomputed.value - 11.26) < 0.005);
    assert_between(&c.recomputed, 100, 10.98, 11.53, 0.005);
    assert_between(&c.implied_base, 1, 3.893, 3.905, 0.0005);
    assert_int_equal(c.methods, 0);
    assert_true(isnan(c.tight_base.lower) && isnan(c.tight_end.upper) &&
                isnan(c.tight_base.value));
}

static void
a_dropped_zero_widens_the_rate_fivefold(void **state)
{
    (void)state;
    /* Digitally deliverable services of China, trillion yuan, 2023 and 2024. */
    const struct dt_compare_growth_check one = compound("2.72", "2.9", "6.5",
                                                        1);
    const struct dt_compare_growth_check two = compound("2.72", "2.90", "6.5",
                                                        1);
    const uint32_t three = 1u << DT_COMPARE_METHOD_CAGR |
                           1u << DT_COMPARE_METHOD_TOTAL |
                           1u << DT_COMPARE_METHOD_LINEAR;

    assert_between(&one.recomputed, 100, 4.59, 8.66, 0.005);
    assert_between(&two.recomputed, 100, 6.24, 7.00, 0.005);
    assert_int_equal(one.verdict, DT_COMPARE_VERDICT_WITHIN);
    assert_int_equal(two.verdict, DT_COMPARE_VERDICT_WITHIN);
    /* Over one period three methods are one. */
    assert_int_equal(two.methods & three, three);
}

static void
five_labels_are_four_intervals(void **state)
{
    (void)state;
    struct dt_compare_growth_check c = compound("4.59", "7.23", "12.1", 5);
    assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
    assert_between(&c.recomputed, 100, 9.47, 9.55, 0.005);
    assert_int_equal(c.periods_first, 4);
    assert_int_equal(c.periods_last, 4);
    c = compound("3.21", "4.64", "9.6", 5);
    assert_between(&c.recomputed, 100, 7.59, 7.70, 0.005);
    c = compound("1.41", "2.62", "16.7", 5);
    assert_between(&c.recomputed, 100, 13.07, 13.32, 0.005);
}

static void
the_other_methods_do_not_fit_the_article(void **state)
{
    (void)state;
    static const struct {
        const char *base, *end, *rate;
        double log, linear;
    } items[] = { { "4.59", "7.23", "12.1", 11.36, 14.38 },
                  { "3.21", "4.64", "9.6", 9.21, 11.14 },
                  { "1.41", "2.62", "16.7", 15.49, 21.45 } };
    for (size_t i = 0; i < COUNT(items); i++) {
        struct dt_compare_growth_check c =
            checked(items[i].base, items[i].end, items[i].rate, 4,
                    DT_COMPARE_METHOD_LOG);
        assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
        assert_true(fabs(100 * c.recomputed.value - items[i].log) < 0.005);
        c = checked(items[i].base, items[i].end, items[i].rate, 4,
                    DT_COMPARE_METHOD_LINEAR);
        assert_int_equal(c.verdict, DT_COMPARE_VERDICT_INCONSISTENT);
        assert_true(fabs(100 * c.recomputed.value - items[i].linear) < 0.0051);
    }
}

static void
a_method_is_named_by_the_figures(void **state)
{
    (void)state;
    static const struct { const char *rate; uint32_t methods; } items[] = {
        { "12.0", 1u << DT_COMPARE_METHOD_CAGR },
        { "57.5", 1u << DT_COMPARE_METHOD_TOTAL },
        { "14.4", 1u << DT_COMPARE_METHOD_LINEAR },
        { "11.4", 1u << DT_COMPARE_METHOD_LOG },
        { "13.0", 0 },
    };
    for (size_t i = 0; i < COUNT(items); i++)
        assert_int_equal(compound("4.59", "7.23", items[i].rate, 4).methods,
                         items[i].methods);
}

/* What a publisher knows, and how it is rounded for print. */
struct truth {
    int32_t rule, places;
    double periods, base, end, rate;
};

static struct truth
draw_truth(uint64_t *seed)
{
    double random[4];

    for (int k = 0; k < 4; k++) {
        *seed = *seed * UINT64_C(6364136223846793005) +
                UINT64_C(1442695040888963407);
        random[k] = (double)(*seed >> 11) * 0x1p-53;
    }
    struct truth t = {
        .rule = (int32_t)(random[0] * 6), .places = (int32_t)(random[1] * 4),
        .periods = 1 + (int)(random[2] * 8), .base = 1 + 99 * random[3],
    };
    t.end = t.base * (0.5 + 2 * random[0] * random[1]) + 1;
    t.rate = 100 * (pow(t.end / t.base, 1 / t.periods) - 1);
    return t;
}

static struct dt_compare_figure
rounded(const struct truth *t, double value)
{
    struct dt_compare_figure figure;

    assert_int_equal(dt_compare_figure_round(value, t->places, t->rule, &figure,
                                             NULL), DT_E_OK);
    return figure;
}

/* A publisher who rounds true levels and their true rate is never called
 * inconsistent, whatever the rule. */
static void
honest_rounding_is_never_inconsistent(void **state)
{
    uint64_t seed = 20250927;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        const struct truth t = draw_truth(&seed);
        const struct dt_compare_figure base = rounded(&t, t.base);
        const struct dt_compare_figure end = rounded(&t, t.end);
        const struct dt_compare_figure rate = rounded(&t, t.rate);
        struct dt_compare_growth_check check;

        if (t.rule == DT_COMPARE_ROUNDING_CEILING &&
            (base.digits == 1 || end.digits == 1))
            continue;
        assert_int_equal(dt_compare_check_growth(&base, &end, &rate, t.periods,
                                                 DT_COMPARE_METHOD_CAGR,
                                                 &check, NULL), DT_E_OK);
        assert_true(check.verdict <= DT_COMPARE_VERDICT_EDGE);
        assert_true(check.methods & 1u << DT_COMPARE_METHOD_CAGR);
        assert_true(check.tight_base.lower <= t.base &&
                    t.base <= check.tight_base.upper);
        assert_true(check.tight_end.lower <= t.end &&
                    t.end <= check.tight_end.upper);
        assert_true(check.periods_first <= (int64_t)t.periods &&
                    (int64_t)t.periods <= check.periods_last);
    }
}

static void
assert_undefined(const struct dt_compare_interval *interval)
{
    assert_true(isnan(interval->value) && isnan(interval->lower) &&
                isnan(interval->upper));
}

static void
assert_undecided(const struct dt_compare_growth_check *check)
{
    assert_int_equal(check->verdict, DT_COMPARE_VERDICT_UNDECIDABLE);
    assert_int_equal(check->methods, 0);
    assert_int_equal(check->periods_first, 1);
    assert_int_equal(check->periods_last, 0);
    assert_undefined(&check->implied_base);
    assert_undefined(&check->implied_end);
    assert_undefined(&check->implied_periods);
    assert_undefined(&check->tight_base);
    assert_undefined(&check->tight_end);
}

static void
nothing_is_decided_by_a_vague_figure(void **state)
{
    (void)state;
    const struct dt_compare_figure base = printed("31"), end = printed("33");
    const struct dt_compare_figure rate = printed("3.3");
    const struct dt_compare_figure nearly = vague("33"), about = vague("3.3");
    struct dt_compare_growth_check check;

    assert_int_equal(dt_compare_check_growth(&base, &nearly, &rate, 1,
                                             DT_COMPARE_METHOD_CAGR, &check,
                                             NULL),
                     DT_E_OK);
    assert_undecided(&check);
    assert_undefined(&check.recomputed);
    assert_ulp(check.published.value, 0.033, 0);
    assert_ulp(check.published.upper, 0.0335, 1);

    assert_int_equal(dt_compare_check_growth(&nearly, &end, &rate, 1,
                                             DT_COMPARE_METHOD_CAGR, &check,
                                             NULL),
                     DT_E_OK);
    assert_undecided(&check);

    assert_int_equal(dt_compare_check_growth(&base, &end, &about, 1,
                                             DT_COMPARE_METHOD_CAGR, &check,
                                             NULL),
                     DT_E_OK);
    assert_undecided(&check);
    assert_ulp(check.recomputed.value, 2.0 / 31, 0);
    assert_ulp(check.published.value, 0.033, 0);
    assert_ulp(check.published.lower, -HUGE_VAL, 0);
    assert_ulp(check.published.upper, HUGE_VAL, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            verdicts_and_recomputed_rates_are_those_of_exact_arithmetic),
        cmocka_unit_test(digital_trade_agrees_only_at_the_edge),
        cmocka_unit_test(delivered_trade_agrees_exactly),
        cmocka_unit_test(ordered_trade_agrees_within_rounding),
        cmocka_unit_test(the_2024_edition_agrees_exactly_over_two_years),
        cmocka_unit_test(a_revised_base_shows_as_inconsistent),
        cmocka_unit_test(a_dropped_zero_widens_the_rate_fivefold),
        cmocka_unit_test(five_labels_are_four_intervals),
        cmocka_unit_test(the_other_methods_do_not_fit_the_article),
        cmocka_unit_test(a_method_is_named_by_the_figures),
        cmocka_unit_test(honest_rounding_is_never_inconsistent),
        cmocka_unit_test(nothing_is_decided_by_a_vague_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
