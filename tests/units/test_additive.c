/* SPDX-License-Identifier: MIT */
/* What may be added up, shared and contributed: each row of the table of
 * docs/units.md by the functions that it names. */
#include "make.h"

#include <stdbool.h>

#include <dtgrowth/dt.h>

enum { LENGTH = 6 };

static const double values[LENGTH] = { 1, 2, 3, 4, 5, 6 };
static const double totals[LENGTH] = { 10, 11, 12, 13, 14, 15 };

static double results[LENGTH];
static const struct dt_series_out out = {
    .values = results, .stride = 1, .capacity = LENGTH,
};

static struct dt_series
series_of(const double *numbers, int32_t kind, int32_t price)
{
    struct dt_series x = years(numbers, LENGTH, 2015);

    x.unit.kind = kind;
    x.unit.price = price;
    return x;
}

static int32_t
share(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series x = series_of(values, kind, price);
    const struct dt_series y = series_of(totals, kind, price);
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    options.flags = any ? DT_COMPARE_OPTION_ANY_UNIT : 0;
    return dt_compare_series(&x, &y, DT_COMPARE_KIND_SHARE, 0, &options, &out,
                             error);
}

static int32_t
share_change(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series x = series_of(values, kind, price);
    const struct dt_series y = series_of(totals, kind, price);
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    options.flags = any ? DT_COMPARE_OPTION_ANY_UNIT : 0;
    return dt_compare_series(&x, &y, DT_COMPARE_KIND_SHARE_CHANGE, 1, &options,
                             &out, error);
}

static int32_t
contribution(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series x = series_of(values, kind, price);
    const struct dt_series y = series_of(totals, kind, price);
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    options.flags = any ? DT_COMPARE_OPTION_ANY_UNIT : 0;
    return dt_compare_series(&x, &y, DT_COMPARE_KIND_CONTRIBUTION, 1, &options,
                             &out, error);
}

static int32_t
contributions(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series base = series_of(values, kind, price);
    const struct dt_series end = series_of(totals, kind, price);
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;
    struct dt_compare_decomposition result;

    options.flags = any ? DT_COMPARE_OPTION_ANY_UNIT : 0;
    return dt_compare_contributions(&base, &end, 30, 80, &options, &out,
                                    &result, error);
}

static int32_t
rolling_sum(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series x = series_of(values, kind, price);
    struct dt_series_options options = DT_SERIES_OPTIONS_INIT;

    options.flags = any ? DT_SERIES_OPTION_ANY_UNIT : 0;
    return dt_series_rolling(&x, DT_SERIES_ROLLING_SUM, 2, &options, &out,
                             error);
}

static int32_t
change_of_sums(int32_t kind, int32_t price, bool any, struct dt_error *error)
{
    const struct dt_series x = series_of(values, kind, price);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.flags = any ? DT_GROWTH_OPTION_ANY_UNIT : 0;
    return dt_growth_rolling(&x, DT_GROWTH_KIND_CHANGE, 2, 1, &options, &out,
                             error);
}

/* Whether parts make a total, and months a year; price stands for a unit at
 * chained prices. */
static const struct {
    int32_t kind, price;
    bool parts, over_time;
} units[] = {
    { DT_SERIES_UNIT_KIND_UNSTATED, 0, true, true },
    { DT_SERIES_UNIT_KIND_FLOW, 0, true, true },
    { DT_SERIES_UNIT_KIND_FLOW, DT_SERIES_PRICE_CONSTANT, true, true },
    { DT_SERIES_UNIT_KIND_FLOW, DT_SERIES_PRICE_CHAINED, false, true },
    { DT_SERIES_UNIT_KIND_UNSTATED, DT_SERIES_PRICE_CHAINED, false, true },
    { DT_SERIES_UNIT_KIND_STOCK, 0, true, false },
    { DT_SERIES_UNIT_KIND_AVERAGE, 0, true, false },
    { DT_SERIES_UNIT_KIND_INDEX, 0, false, false },
    { DT_SERIES_UNIT_KIND_FRACTION, 0, false, false },
    { DT_SERIES_UNIT_KIND_PERCENT, 0, false, false },
    { DT_SERIES_UNIT_KIND_LOG, 0, false, false },
};

static const struct {
    const char *name;
    int32_t (*call)(int32_t kind, int32_t price, bool any,
                    struct dt_error *error);
    bool over_time;
} calls[] = {
    { "share", share, false },
    { "share change", share_change, false },
    { "contribution", contribution, false },
    { "contributions", contributions, false },
    { "rolling sum", rolling_sum, true },
    { "change of rolling sums", change_of_sums, true },
};

static void
what_does_not_add_up_is_refused(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(calls); c++)
        for (size_t u = 0; u < COUNT(units); u++) {
            const bool good = calls[c].over_time ? units[u].over_time
                                                 : units[u].parts;
            struct dt_error error;
            const int32_t status = calls[c].call(units[u].kind, units[u].price,
                                                 false, &error);
            if (status != (good ? DT_E_OK : DT_E_UNIT))
                fail_msg("%s of unit %d: %s", calls[c].name, (int)u,
                         dt_status_name(status));
            if (!good)
                assert_non_null(strstr(error.message, "OPTION_ANY_UNIT"));
            assert_int_equal(calls[c].call(units[u].kind, units[u].price, true,
                                           NULL), DT_E_OK);
        }
}

static void
a_refusal_names_the_unit_and_what_to_do(void **state)
{
    struct dt_error error;

    (void)state;
    assert_refused(contributions(DT_SERIES_UNIT_KIND_FLOW,
                                 DT_SERIES_PRICE_CHAINED, false, &error),
                   DT_E_UNIT, &error,
                   "base->unit is flow, chained prices, and chained volumes "
                   "are no parts of a total; take amounts at current prices "
                   "or at those of the year before, or set "
                   "DT_COMPARE_OPTION_ANY_UNIT");
    assert_refused(rolling_sum(DT_SERIES_UNIT_KIND_STOCK, 0, false, &error),
                   DT_E_UNIT, &error,
                   "x->unit is stock, and such numbers do not add up over "
                   "time; take DT_SERIES_ROLLING_MEAN, or set "
                   "DT_SERIES_OPTION_ANY_UNIT");
}

/* Means of anything are means, and ratios of sums are ratios of means. */
static void
means_and_ratios_are_taken_of_any_unit(void **state)
{
    (void)state;
    for (size_t u = 0; u < COUNT(units); u++) {
        const struct dt_series x = series_of(values, units[u].kind,
                                             units[u].price);
        assert_int_equal(dt_series_rolling(&x, DT_SERIES_ROLLING_MEAN, 2, NULL,
                                           &out, NULL), DT_E_OK);
        if (units[u].kind != DT_SERIES_UNIT_KIND_LOG)
            assert_int_equal(dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 2, 1,
                                               NULL, &out, NULL), DT_E_OK);
    }
}

/* A flag where nothing is added up is a mistake, and so is an unknown one. */
static void
choices_without_effect_are_refused(void **state)
{
    const struct dt_series x = years(values, LENGTH, 2015);
    struct dt_series_options s = DT_SERIES_OPTIONS_INIT;
    struct dt_compare_options c = DT_COMPARE_OPTIONS_INIT;
    struct dt_growth_options g = DT_GROWTH_OPTIONS_INIT;
    struct dt_error error;

    (void)state;
    s.flags = c.flags = g.flags = 1;
    assert_refused(dt_series_rolling(&x, DT_SERIES_ROLLING_MEAN, 2, &s, &out,
                                     &error), DT_E_FLAG, &error,
                   "options->flags is 0x1, of which 0x1 is unknown or without "
                   "effect here");
    assert_refused(dt_compare_series(&x, &x, DT_COMPARE_KIND_GAP, 0, &c, &out,
                                     &error), DT_E_FLAG, &error, NULL);
    assert_refused(dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 2, 1, &g, &out,
                                     &error), DT_E_FLAG, &error, NULL);
    assert_refused(dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, &g, &out,
                                    &error), DT_E_FLAG, &error, NULL);
    g.flags = 0;
    g.base_rule = DT_GROWTH_BASE_SIGNED;
    assert_refused(dt_growth_cumulative(&x, DT_GROWTH_KIND_RATE, &g, &out,
                                        &error), DT_E_RULE, &error,
                   "options->base_rule is 1, which has no effect here");
    g.base_rule = 0;
    g.per_year = 12;
    assert_refused(dt_growth_levels(&x, DT_GROWTH_KIND_RATE, 2015, 1, &g, &out,
                                    &error), DT_E_VALUE, &error,
                   "options->per_year is 12, which has no effect here");
    s.flags = 0;
    s.reserved[1] = 1;
    assert_refused(dt_series_rolling(&x, DT_SERIES_ROLLING_SUM, 2, &s, &out,
                                     &error), DT_E_FLAG, &error,
                   "options->reserved is not 0");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_add_up_is_refused),
        cmocka_unit_test(a_refusal_names_the_unit_and_what_to_do),
        cmocka_unit_test(means_and_ratios_are_taken_of_any_unit),
        cmocka_unit_test(choices_without_effect_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
