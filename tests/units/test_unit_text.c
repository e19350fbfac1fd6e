/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <string.h>

#include "units/unit_text.h"

static void
assert_text(const struct dt_series_unit *unit, const char *text)
{
    char buffer[DT__UNIT_TEXT_SIZE];
    int64_t needed = 0;

    assert_int_equal(dt_series_unit_format(unit, buffer, sizeof(buffer),
                                           &needed, NULL), DT_E_OK);
    assert_string_equal(buffer, text);
    assert_int_equal(needed, strlen(text) + 1);
}

static void
only_what_is_stated_is_written(void **state)
{
    (void)state;
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    struct dt_series_unit unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 12);

    assert_text(&unstated, "not stated");
    assert_text(&unit, "flow, USD, 10^12");
    unit.trade = DT_SERIES_TRADE_EXPORTS;
    unit.vintage = 2025;
    assert_text(&unit, "flow, USD, 10^12, exports, vintage 2025");
    unit.decimals = 2;
    assert_text(&unit, "flow, USD, 10^12, exports, 2 decimals, vintage 2025");
    unit.decimals = 1;
    unit.kind = 0;
    assert_text(&unit, "USD, exports, 1 decimal, vintage 2025");
    unit = unstated;
    unit.vintage = -1;
    assert_text(&unit, "vintage -1");
    unit = unit_of(DT_SERIES_UNIT_KIND_AVERAGE, "CNY", 0);
    memcpy(unit.per, "USD", 4);
    assert_text(&unit, "average, CNY per USD");
    unit.currency[0] = '\0';
    assert_text(&unit, "average, per USD");
    unit = unit_of(DT_SERIES_UNIT_KIND_INDEX, "", 0);
    unit.reference_frequency = DT_SERIES_FREQ_MONTH;
    unit.reference = 12 * 2015 + 11;
    unit.coverage = 12;
    assert_text(&unit, "index, reference 2015-12, coverage 12");
}

static void
check_words(const char *name, int32_t value, int32_t *member,
            const struct dt_series_unit *unit)
{
    char buffer[DT__UNIT_TEXT_SIZE];
    *member = value;
    if (dt_series_unit_format(unit, buffer, sizeof(buffer), NULL, NULL) < 0 ||
        (strcmp(buffer, "not stated") == 0) != (value == 0))
        fail_msg("%s has no words", name);
}

static void
check_kind(const char *name, int32_t value)
{
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    check_words(name, value, &unit.kind, &unit);
}

static void
check_price(const char *name, int32_t value)
{
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    check_words(name, value, &unit.price, &unit);
}

static void
check_trade(const char *name, int32_t value)
{
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    check_words(name, value, &unit.trade, &unit);
}

static void
check_adjusted(const char *name, int32_t value)
{
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    check_words(name, value, &unit.adjusted, &unit);
}

static void
check_denominator(const char *name, int32_t value)
{
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    check_words(name, value, &unit.denominator, &unit);
}

static void
every_constant_of_the_header_has_words(void **state)
{
    (void)state;
    each_constant("DT_SERIES_UNIT_KIND_UNSTATED", check_kind);
    each_constant("DT_SERIES_PRICE_UNSTATED", check_price);
    each_constant("DT_SERIES_TRADE_UNSTATED", check_trade);
    each_constant("DT_SERIES_ADJUSTED_UNSTATED", check_adjusted);
    each_constant("DT_SERIES_DENOMINATOR_UNSTATED", check_denominator);
}

static void
every_member_has_a_word_for_each_value(void **state)
{
    (void)state;
    static const char *const kinds[] = { "flow", "stock", "average", "index",
                                         "fraction", "percent", "log" };
    static const char *const prices[] = { "current prices", "constant prices",
                                          "chained prices" };
    static const char *const trades[] = { "exports", "imports", "both ways" };
    static const char *const adjusted[] = { "unadjusted", "season adjusted",
                                            "calendar adjusted", "adjusted" };
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;

    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct dt_series_unit unit = unstated;
        unit.kind = (int32_t)i + 1;
        assert_text(&unit, kinds[i]);
    }
    for (size_t i = 0; i < COUNT(prices); i++) {
        struct dt_series_unit unit = unstated;
        unit.price = (int32_t)i + 1;
        assert_text(&unit, prices[i]);
    }
    for (size_t i = 0; i < COUNT(trades); i++) {
        struct dt_series_unit unit = unstated;
        unit.trade = (int32_t)i + 1;
        assert_text(&unit, trades[i]);
    }
    for (size_t i = 0; i < COUNT(adjusted); i++) {
        struct dt_series_unit unit = unstated;
        unit.adjusted = (int32_t)i + 1;
        assert_text(&unit, adjusted[i]);
    }
}

/* Under a sanitizer or valgrind this is the proof of the buffer size. */
static void
the_longest_unit_fits(void **state)
{
    (void)state;
    struct dt_series_unit unit =
        unit_of(DT_SERIES_UNIT_KIND_FRACTION, "USD", -30);

    unit.price = DT_SERIES_PRICE_CONSTANT;
    unit.trade = DT_SERIES_TRADE_BOTH;
    unit.adjusted = DT_SERIES_ADJUSTED_CALENDAR;
    unit.decimals = 30;
    unit.vintage = INT64_MIN;
    assert_text(&unit, "fraction, USD, 10^-30, constant prices, both ways, "
                       "calendar adjusted, 30 decimals, "
                       "vintage -9223372036854775808");
}

static void
a_short_buffer_is_left_alone_and_the_need_is_told(void **state)
{
    (void)state;
    const struct dt_series_unit unit =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 0);
    const int64_t size = sizeof("flow, USD");

    for (int64_t capacity = 0; capacity < size; capacity++) {
        char buffer[16] = "untouched";
        int64_t needed = 0;
        assert_int_equal(dt_series_unit_format(&unit, buffer, capacity,
                                               &needed, NULL),
                         DT_E_CAPACITY);
        assert_string_equal(buffer, "untouched");
        assert_int_equal(needed, size);
    }

    char buffer[16];
    int64_t needed = 0;
    memset(buffer, 'x', sizeof(buffer));
    assert_int_equal(dt_series_unit_format(&unit, buffer, size, NULL, NULL),
                     DT_E_OK);
    assert_string_equal(buffer, "flow, USD");
    assert_int_equal(buffer[size], 'x');
    assert_int_equal(dt_series_unit_format(&unit, NULL, 0, &needed, NULL),
                     DT_E_CAPACITY);
    assert_int_equal(needed, size);
}

static void
bad_arguments_are_named(void **state)
{
    (void)state;
    const struct dt_series_unit good =
        unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 0);
    const struct dt_series_unit bad = unit_of(12, "USD", 0);
    char buffer[4] = "abc";
    int64_t needed = -7;
    struct dt_error error;

    assert_refused(dt_series_unit_format(NULL, buffer, 4, &needed, &error),
                   DT_E_NULL, &error, "unit is null");
    assert_refused(dt_series_unit_format(&good, NULL, 4, &needed, &error),
                   DT_E_NULL, &error, "buffer is null");
    assert_refused(dt_series_unit_format(&good, NULL, 1, &needed, &error),
                   DT_E_NULL, &error, "buffer is null");
    assert_refused(dt_series_unit_format(&good, buffer, -1, &needed, &error),
                   DT_E_LENGTH, &error, "capacity is -1");
    assert_refused(dt_series_unit_format(&bad, buffer, 4, &needed, &error),
                   DT_E_UNIT, &error, "unit->kind is 12");
    assert_int_equal(needed, -7);
    assert_refused(dt_series_unit_format(&good, buffer, 4, &needed, &error),
                   DT_E_CAPACITY, &error, "capacity is 4 for 10 bytes");
    assert_string_equal(buffer, "abc");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_stated_is_written),
        cmocka_unit_test(every_constant_of_the_header_has_words),
        cmocka_unit_test(every_member_has_a_word_for_each_value),
        cmocka_unit_test(the_longest_unit_fits),
        cmocka_unit_test(a_short_buffer_is_left_alone_and_the_need_is_told),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
