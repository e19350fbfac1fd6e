/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <string.h>

#include "units/unit.h"

static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;

static void
what_is_not_stated_agrees_with_anything(void **state)
{
    (void)state;
    struct dt_series_unit stated =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 12);
    stated.price = DT_SERIES_PRICE_CURRENT;
    stated.trade = DT_SERIES_TRADE_EXPORTS;
    stated.adjusted = DT_SERIES_ADJUSTED_NONE;
    stated.decimals = 2;
    stated.vintage = 2025;
    struct dt_series_unit dollars = unstated;
    memcpy(dollars.currency, "USD", 4);

    assert_int_equal(dt_series_unit_check(&unstated, &unstated, NULL),
                     DT_E_OK);
    assert_int_equal(dt_series_unit_check(&stated, &stated, NULL), DT_E_OK);
    assert_int_equal(dt_series_unit_check(&stated, &unstated, NULL), DT_E_OK);
    assert_int_equal(dt_series_unit_check(&unstated, &stated, NULL), DT_E_OK);
    assert_int_equal(dt_series_unit_check(&dollars, &stated, NULL), DT_E_OK);

    struct dt_series_unit constant = dollars;
    constant.reference_frequency = DT_SERIES_FREQ_YEAR;
    constant.reference = 2020;
    assert_int_equal(dt_series_unit_check(&constant, &dollars, NULL), DT_E_OK);
    assert_int_equal(dt_series_unit_check(&dollars, &constant, NULL), DT_E_OK);
}

static void
the_scale_counts_where_both_kinds_are_stated(void **state)
{
    (void)state;
    const struct dt_series_unit flow = unit_of(DT_SERIES_UNIT_KIND_FLOW, "", 9);
    const struct dt_series_unit plain =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "", 0);
    const struct dt_series_unit scale_only = unit_of(0, "", 6);
    struct dt_error error;

    assert_int_equal(dt_series_unit_check(&flow, &scale_only, NULL), DT_E_OK);
    assert_refused(dt_series_unit_check(&flow, &plain, &error), DT_E_UNIT,
                   &error, "units differ in scale: flow, 10^9 against flow");
}

static void
published_decimals_never_make_units_differ(void **state)
{
    (void)state;
    struct dt_series_unit a = unstated, b = unstated;

    a.decimals = 2;
    b.decimals = 0;
    assert_int_equal(dt_series_unit_check(&a, &b, NULL), DT_E_OK);
}

static const struct {
    int32_t status;
    const char *message;
} differences[] = {
    { DT_E_UNIT, "units differ in kind: stock, USD, 10^12 against "
                 "flow, USD, 10^12" },
    { DT_E_UNIT, "units differ in currency: flow, USD, 10^12 against "
                 "flow, CNY, 10^12" },
    { DT_E_UNIT, "units differ in price: flow, USD, 10^12, current prices "
                 "against flow, USD, 10^12, chained prices" },
    { DT_E_UNIT, "units differ in trade: flow, USD, 10^12, exports "
                 "against flow, USD, 10^12, imports" },
    { DT_E_UNIT, "units differ in adjustment: flow, USD, 10^12, "
                 "unadjusted against flow, USD, 10^12, season adjusted" },
    { DT_E_VINTAGE, "units differ in vintage: flow, USD, 10^12, vintage "
                    "2024 against flow, USD, 10^12, vintage 2025" },
    { DT_E_UNIT, "units differ in scale and vintage: flow, USD, 10^12, vintage "
                 "2024 against flow, USD, 10^-3, vintage 2025" },
    { DT_E_UNIT, "units differ in reference period: flow, USD, 10^12, constant "
                 "prices, reference 2015 against flow, USD, 10^12, constant "
                 "prices, reference 2020" },
    { DT_E_UNIT, "units differ in reference period: flow, USD, 10^12, "
                 "reference 2015 against flow, USD, 10^12, reference 2015-Q1" },
    { DT_E_UNIT, "units differ in currency per: flow, USD per EUR, 10^12 "
                 "against flow, USD per GBP, 10^12" },
    { DT_E_UNIT, "units differ in denominator and coverage: flow, USD, 10^12, "
                 "total, coverage 1 against flow, USD, 10^12, per capita, "
                 "coverage 2" },
    { DT_E_UNIT, "units differ in kind, currency, trade and coverage: stock, "
                 "USD, 10^12, exports, coverage 1 against flow, CNY, 10^12, "
                 "imports, coverage 2" },
};

/* Those of the second half of the table. */
static void
make_more_differences(struct dt_series_unit a[COUNT(differences)],
                      struct dt_series_unit b[COUNT(differences)])
{
    a[7].price = b[7].price = DT_SERIES_PRICE_CONSTANT;
    a[7].reference_frequency = b[7].reference_frequency = DT_SERIES_FREQ_YEAR;
    a[7].reference = 2015;
    b[7].reference = 2020;
    a[8].reference_frequency = DT_SERIES_FREQ_YEAR;
    a[8].reference = 2015;
    b[8].reference_frequency = DT_SERIES_FREQ_QUARTER;
    b[8].reference = 4 * 2015;
    memcpy(a[9].per, "EUR", 4);
    memcpy(b[9].per, "GBP", 4);
    a[10].denominator = DT_SERIES_DENOMINATOR_NONE;
    b[10].denominator = DT_SERIES_DENOMINATOR_PERSON;
    a[10].coverage = a[11].coverage = 1;
    b[10].coverage = b[11].coverage = 2;
    a[11].kind = DT_SERIES_UNIT_KIND_STOCK;
    memcpy(b[11].currency, "CNY", 4);
    a[11].trade = DT_SERIES_TRADE_EXPORTS;
    b[11].trade = DT_SERIES_TRADE_IMPORTS;
}

static void
what_differs_is_named_with_both_units(void **state)
{
    (void)state;
    struct dt_series_unit a[COUNT(differences)], b[COUNT(differences)];

    for (size_t i = 0; i < COUNT(a); i++)
        a[i] = b[i] = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 12);
    a[0].kind = DT_SERIES_UNIT_KIND_STOCK;
    memcpy(b[1].currency, "CNY", 4);
    a[2].price = DT_SERIES_PRICE_CURRENT;
    b[2].price = DT_SERIES_PRICE_CHAINED;
    a[3].trade = DT_SERIES_TRADE_EXPORTS;
    b[3].trade = DT_SERIES_TRADE_IMPORTS;
    a[4].adjusted = DT_SERIES_ADJUSTED_NONE;
    b[4].adjusted = DT_SERIES_ADJUSTED_SEASON;
    a[5].vintage = a[6].vintage = 2024;
    b[5].vintage = b[6].vintage = 2025;
    b[6].scale = -3;
    make_more_differences(a, b);
    for (size_t i = 0; i < COUNT(a); i++) {
        struct dt_error error;
        assert_refused(dt_series_unit_check(&a[i], &b[i], &error),
                       differences[i].status, &error, differences[i].message);
        assert_int_equal(dt_series_unit_check(&b[i], &a[i], NULL),
                         differences[i].status);
    }
}

/* Both units of the longest message are still whole. */
static void
the_longest_message_is_not_cut(void **state)
{
    (void)state;
    struct dt_series_unit a = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "USD", -30);
    struct dt_error error;

    a.price = DT_SERIES_PRICE_CONSTANT;
    a.trade = DT_SERIES_TRADE_BOTH;
    a.adjusted = DT_SERIES_ADJUSTED_CALENDAR;
    a.decimals = 30;
    memcpy(a.per, "EUR", 4);
    a.reference_frequency = DT_SERIES_FREQ_DAY;
    a.reference = INT64_MIN + 2;
    a.denominator = DT_SERIES_DENOMINATOR_HOUSEHOLD;
    a.coverage = a.vintage = INT64_MIN;
    struct dt_series_unit b = a;
    b.vintage++;
    assert_refused(dt_series_unit_check(&a, &b, &error), DT_E_VINTAGE, &error,
                   "units differ in vintage: fraction, USD per EUR, 10^-30, "
                   "constant prices, reference -9223372036854775806, both "
                   "ways, calendar adjusted, per household, coverage "
                   "-9223372036854775808, vintage -9223372036854775808 against "
                   "fraction, USD per EUR, 10^-30, constant prices, reference "
                   "-9223372036854775806, both ways, calendar adjusted, per "
                   "household, coverage -9223372036854775808, vintage "
                   "-9223372036854775807");
}

/* Whichever of two units it is, with these words after the unit's name. */
static void
assert_bad(const struct dt_series_unit *bad, const char *words)
{
    char text[80] = "a->";
    struct dt_error error;

    strcat(text, words);
    assert_refused(dt_series_unit_check(bad, &unstated, &error), DT_E_UNIT,
                   &error, text);
    text[0] = 'b';
    assert_refused(dt_series_unit_check(&unstated, bad, &error), DT_E_UNIT,
                   &error, text);
}

static void
a_unit_with_an_unknown_member_is_refused(void **state)
{
    static const char *const messages[] = {
        "kind is 8", "kind is -1", "scale is 31", "scale is -31",
        "price is 4", "trade is 4", "adjusted is 5", "decimals is -2",
        "decimals is 31", "reserved is 1", "denominator is 6",
        "reference_frequency is 9", "reference is 2015",
        "reference is -9223372036854775808", "reserved is 2",
    };
    struct dt_series_unit bad[COUNT(messages)];

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
        bad[i] = unstated;
    bad[0].kind = 8;
    bad[1].kind = -1;
    bad[2].scale = 31;
    bad[3].scale = -31;
    bad[4].price = 4;
    bad[5].trade = 4;
    bad[6].adjusted = 5;
    bad[7].decimals = -2;
    bad[8].decimals = 31;
    bad[9].reserved[0] = 1;
    bad[10].denominator = 6;
    bad[11].reference_frequency = 9;
    bad[12].reference = 2015;
    bad[13].reference = DT_SERIES_NO_PERIOD;
    bad[13].reference_frequency = DT_SERIES_FREQ_YEAR;
    bad[14].reserved[1] = 2;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_bad(&bad[i], messages[i]);
}

static void
a_currency_of_anything_else_is_refused(void **state)
{
    static const char others[][4] = { "US", "usd", { 'U', 'S', 'D', 'X' },
                                      "U$D", "\xff\xff\xff", "U", "1SD" };

    (void)state;
    for (size_t i = 0; i < COUNT(others); i++) {
        struct dt_series_unit bad = unstated;
        memcpy(bad.currency, others[i], sizeof(bad.currency));
        assert_bad(&bad, "currency is not three capital letters");
        bad = unstated;
        memcpy(bad.per, others[i], sizeof(bad.per));
        assert_bad(&bad, "per is not three capital letters");
    }
}

static void
a_currency_is_any_three_capital_letters(void **state)
{
    (void)state;
    static const char *const good[] = { "ZAR", "AZN", "MZZ", "AAA", "" };

    for (size_t i = 0; i < COUNT(good); i++) {
        const struct dt_series_unit unit = unit_of(0, good[i], 0);
        assert_int_equal(dt_series_unit_check(&unit, &unit, NULL), DT_E_OK);
    }
}

static void
a_null_unit_is_refused(void **state)
{
    (void)state;
    struct dt_error error;

    assert_refused(dt_series_unit_check(NULL, &unstated, &error), DT_E_NULL,
                   &error, "a is null");
    assert_refused(dt_series_unit_check(&unstated, NULL, &error), DT_E_NULL,
                   &error, "b is null");
}

static void
a_comparison_can_leave_members_out(void **state)
{
    (void)state;
    struct dt_series_unit a = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "USD", 0);
    struct dt_series_unit b = unit_of(DT_SERIES_UNIT_KIND_PERCENT, "USD", 3);

    assert_int_equal(dt__check_same_unit(&a, &b, DT__UNIT_SKIP_MAGNITUDE,
                                         NULL), DT_E_OK);
    assert_int_equal(dt__check_same_unit(&a, &b, DT__UNIT_SKIP_EDITION, NULL),
                     DT_E_UNIT);
    a.vintage = 1;
    b.vintage = 2;
    assert_int_equal(dt__check_same_unit(&a, &b, DT__UNIT_SKIP_MAGNITUDE,
                                         NULL), DT_E_VINTAGE);
    b.kind = a.kind;
    b.scale = a.scale;
    assert_int_equal(dt__check_same_unit(&a, &b, DT__UNIT_SKIP_EDITION, NULL),
                     DT_E_OK);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_stated_agrees_with_anything),
        cmocka_unit_test(the_scale_counts_where_both_kinds_are_stated),
        cmocka_unit_test(published_decimals_never_make_units_differ),
        cmocka_unit_test(what_differs_is_named_with_both_units),
        cmocka_unit_test(the_longest_message_is_not_cut),
        cmocka_unit_test(a_unit_with_an_unknown_member_is_refused),
        cmocka_unit_test(a_currency_of_anything_else_is_refused),
        cmocka_unit_test(a_currency_is_any_three_capital_letters),
        cmocka_unit_test(a_null_unit_is_refused),
        cmocka_unit_test(a_comparison_can_leave_members_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
