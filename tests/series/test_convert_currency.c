/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define QNAN ((double)NAN)

static void
the_rate_is_that_of_the_same_period(void **state)
{
    (void)state;
    static const double yuan[] = { 100, 200, 300, 400 };
    static const double per_dollar[] = { 8, 5, 4 };
    static const double expected[2][4] = {
        { QNAN, 1600, 1500, 1600 }, { QNAN, 25, 60, 100 } };
    const struct dt_series x = years(yuan, 4, 2019);
    const struct dt_series rates = years(per_dollar, 3, 2020);

    for (int32_t quote = 0; quote < 2; quote++) {
        double result[4];
        uint8_t why[4];
        const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 4);
        assert_int_equal(
            dt_series_convert_currency(&x, &rates, quote, NULL, &out, NULL),
            DT_E_OK);
        assert_element(result, why, 0, QNAN, DT_SERIES_WHY_NO_BASE);
        for (int i = 1; i < 4; i++)
            assert_element(result, why, i, expected[quote][i],
                           DT_SERIES_WHY_DEFINED);
    }
}

/* Products and quotients are those of IEEE 754: rounded once. */
static void
the_result_is_rounded_once(void **state)
{
    (void)state;
    static const double values[] = { 0.1, 1.0 / 3, 6361.1, -7e-300 };
    static const double rates_of[] = { 6.8985, 7.1, 1e-7, 3.3 };
    const struct dt_series x = years(values, 4, 2019);
    const struct dt_series rates = years(rates_of, 4, 2019);
    double result[4];
    const struct dt_series_out out = DT_SERIES_OUT(result, 4);

    assert_int_equal(dt_series_convert_currency(&x, &rates,
                                                DT_SERIES_QUOTE_PER_UNIT, NULL,
                                                &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < 4; i++)
        assert_ulp(result[i], values[i] * rates_of[i], 0);
    assert_int_equal(dt_series_convert_currency(
                         &x, &rates, DT_SERIES_QUOTE_INVERSE, NULL, &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < 4; i++)
        assert_ulp(result[i], values[i] / rates_of[i], 0);
}

static void
minus_zero_stays_minus_zero_at_any_rate(void **state)
{
    static const double values[] = { -0.0, 0.0, -0x1p-1074, 0x1p-1074 };
    static const double down[] = { 0.1, 7, 0.1, 0.1 };
    static const double up[] = { 0.1, 7, 7, 7 };

    (void)state;
    for (int32_t quote = 0; quote < 2; quote++) {
        const struct dt_series x = years(values, 4, 2019);
        const struct dt_series rates = years(
            quote == DT_SERIES_QUOTE_PER_UNIT ? down : up, 4, 2019);
        double result[4];
        const struct dt_series_out out = DT_SERIES_OUT(result, 4);
        assert_int_equal(
            dt_series_convert_currency(&x, &rates, quote, NULL, &out, NULL),
            DT_E_OK);
        for (int i = 0; i < 4; i++)
            assert_true(result[i] == 0 &&
                        !signbit(result[i]) == !signbit(values[i]));
    }
}

static void
every_rate_that_is_none_has_its_reason(void **state)
{
    (void)state;
    static const struct {
        double value, rate;
        int32_t why;
    } cases[] = {
        { 1, QNAN, DT_SERIES_WHY_BASE_MISSING },
        { QNAN, QNAN, DT_SERIES_WHY_VALUE_MISSING },
        { QNAN, 7, DT_SERIES_WHY_VALUE_MISSING },
        { QNAN, 0, DT_SERIES_WHY_VALUE_MISSING },
        { 1, 0, DT_SERIES_WHY_ZERO_BASE },
        { 0, -0.0, DT_SERIES_WHY_ZERO_BASE },
        { 1, -7, DT_SERIES_WHY_NEGATIVE_BASE },
        { 1, HUGE_VAL, DT_SERIES_WHY_NOT_FINITE },
        { 1, -HUGE_VAL, DT_SERIES_WHY_NOT_FINITE },
        { HUGE_VAL, 7, DT_SERIES_WHY_NOT_FINITE },
        { DBL_MAX, 7, DT_SERIES_WHY_OVERFLOW },
        { 0, 7, DT_SERIES_WHY_DEFINED },
        { -1, 7, DT_SERIES_WHY_DEFINED },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct dt_series x = years(&cases[i].value, 1, 2019);
        const struct dt_series rates = years(&cases[i].rate, 1, 2019);
        double result;
        uint8_t why;
        const struct dt_series_out out = DT_SERIES_OUT_WHY(&result, &why, 1);
        assert_int_equal(dt_series_convert_currency(&x, &rates,
                                                    DT_SERIES_QUOTE_PER_UNIT,
                                                    NULL, &out, NULL),
                         DT_E_OK);
        assert_element(&result, &why, 0,
                       why == 0 ? cases[i].value * cases[i].rate : QNAN,
                       cases[i].why);
    }
}

static void
a_quotient_can_overflow_and_a_nan_can_be_a_value(void **state)
{
    (void)state;
    static const double value = 1e300, rate = 1e-300, nan = QNAN;
    double result;
    uint8_t why;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(&result, &why, 1);
    const struct dt_series x = years(&value, 1, 2019);
    struct dt_series rates = years(&rate, 1, 2019);

    assert_int_equal(dt_series_convert_currency(
                         &x, &rates, DT_SERIES_QUOTE_INVERSE, NULL, &out, NULL),
                     DT_E_OK);
    assert_element(&result, &why, 0, QNAN, DT_SERIES_WHY_OVERFLOW);
    rates = years(&nan, 1, 2019);
    rates.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    assert_int_equal(dt_series_convert_currency(
                         &x, &rates, DT_SERIES_QUOTE_INVERSE, NULL, &out, NULL),
                     DT_E_OK);
    assert_element(&result, &why, 0, QNAN, DT_SERIES_WHY_NOT_FINITE);
}

static void
the_series_may_be_converted_in_place(void **state)
{
    (void)state;
    double values[] = { 1, 99, 2, 99, 3 };
    static const double rate[] = { 7, 8, 9 };
    struct dt_series x = years(values, 3, 2019);
    const struct dt_series rates = years(rate, 3, 2019);
    struct dt_series_out out = DT_SERIES_OUT(values, 3);

    x.stride = out.stride = 2;
    assert_int_equal(
        dt_series_convert_currency(&x, &rates, 0, NULL, &out, NULL), DT_E_OK);
    assert_ulp(values[0], 7, 0);
    assert_ulp(values[1], 99, 0);
    assert_ulp(values[2], 16, 0);
    assert_ulp(values[3], 99, 0);
    assert_ulp(values[4], 27, 0);
}

static void
what_is_no_amount_of_money_has_no_rate(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    static const struct {
        int32_t kind;
        const char *message;
    } bad[] = {
        { DT_SERIES_UNIT_KIND_INDEX, "x->unit is no amount of money: index" },
        { DT_SERIES_UNIT_KIND_FRACTION,
          "x->unit is no amount of money: fraction" },
        { DT_SERIES_UNIT_KIND_PERCENT,
          "x->unit is no amount of money: percent" },
        { DT_SERIES_UNIT_KIND_LOG, "x->unit is no amount of money: log" },
    };
    static const int32_t good[] = { DT_SERIES_UNIT_KIND_FLOW,
                                    DT_SERIES_UNIT_KIND_STOCK,
                                    DT_SERIES_UNIT_KIND_AVERAGE };
    const struct dt_series rates = years(values, 2, 2019);
    struct dt_series x = rates;
    double result[2] = { 1e99, 1e99 };
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);

    for (size_t i = 0; i < COUNT(bad); i++) {
        struct dt_error error;
        x.unit = unit_of(bad[i].kind, "", 0);
        assert_refused(dt_series_convert_currency(&x, &rates,
                                                  DT_SERIES_QUOTE_PER_UNIT,
                                                  NULL, &out, &error),
                       DT_E_UNIT, &error, bad[i].message);
        assert_ulp(result[0], 1e99, 0);
    }
    for (size_t i = 0; i < COUNT(good); i++) {
        x.unit = unit_of(good[i], "CNY", 8);
        assert_int_equal(dt_series_convert_currency(&x, &rates,
                                                    DT_SERIES_QUOTE_PER_UNIT,
                                                    NULL, &out, NULL),
                         DT_E_OK);
    }
}

static struct dt_series_unit
rate_unit(int32_t kind, const char *currency, const char per[4], int32_t scale)
{
    struct dt_series_unit unit = unit_of(kind, currency, scale);

    memcpy(unit.per, per, 4);
    return unit;
}

static void
what_is_no_rate_of_exchange_converts_nothing(void **state)
{
    (void)state;
    enum { FLOW = DT_SERIES_UNIT_KIND_FLOW, RATE = DT_SERIES_UNIT_KIND_AVERAGE,
           INVERSE = DT_SERIES_QUOTE_INVERSE };
    static const double values[] = { 6.9, 7 };
    const struct {
        struct dt_series_unit x, rates;
        int32_t quote;
        const char *message;
    } bad[] = {
        { unit_of(FLOW, "CNY", 12), unit_of(FLOW, "CNY", 12), INVERSE,
          "rates->unit is no rate of exchange: flow, CNY, 10^12" },
        { unit_of(FLOW, "CNY", 12), rate_unit(RATE, "CNY", "USD", -2), INVERSE,
          "rates->unit.scale is not 0: state rates of one unit: average, CNY "
          "per USD, 10^-2" },
        { rate_unit(RATE, "CNY", "USD", 0), rate_unit(RATE, "CNY", "USD", 0),
          INVERSE, "x->unit is no amount of money: average, CNY per USD" },
        { unit_of(FLOW, "CNY", 12), rate_unit(RATE, "CNY", "\0\0\0", 0), 0,
          "rates convert to CNY, and x is in CNY: average, CNY against flow, "
          "CNY, 10^12" },
        { unit_of(FLOW, "CNY", 12), rate_unit(RATE, "CNY", "USD", 0), 0,
          "rates convert from USD, and x is in CNY: average, CNY per USD "
          "against flow, CNY, 10^12" },
    };
    double result[2] = { 1e99, 1e99 };
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);
    struct dt_series x = years(values, 2, 2019), rates = x;
    struct dt_error error;

    for (size_t i = 0; i < COUNT(bad); i++) {
        x.unit = bad[i].x;
        rates.unit = bad[i].rates;
        assert_refused(dt_series_convert_currency(&x, &rates, bad[i].quote,
                                                  NULL, &out, &error),
                       DT_E_UNIT, &error, bad[i].message);
        assert_ulp(result[0], 1e99, 0);
    }
}

static void
bad_arguments_are_named(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    double result[2] = { 1e99, 1e99 };
    const struct dt_series x = years(values, 2, 2019);
    struct dt_series monthly = x;
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);
    const struct dt_series_out small = DT_SERIES_OUT(result, 0);
    struct dt_error error;

    monthly.frequency = DT_SERIES_FREQ_MONTH;
    assert_refused(dt_series_convert_currency(NULL, &x, 0, NULL, &out, &error),
                   DT_E_NULL, &error, "x is null");
    assert_refused(dt_series_convert_currency(&x, NULL, 0, NULL, &out, &error),
                   DT_E_NULL, &error, "rates is null");
    assert_refused(dt_series_convert_currency(&x, &x, 0, NULL, NULL, &error),
                   DT_E_NULL, &error, "out is null");
    assert_refused(dt_series_convert_currency(&x, &x, 0, NULL, &small, &error),
                   DT_E_CAPACITY, &error, "out->capacity is 0 for length 2");
    assert_refused(dt_series_convert_currency(&x, &x, 2, NULL, &out, &error),
                   DT_E_RULE, &error, "quote is 2");
    assert_refused(dt_series_convert_currency(&x, &x, -1, NULL, &out, &error),
                   DT_E_RULE, &error, "quote is -1");
    assert_refused(
        dt_series_convert_currency(&x, &monthly, 0, NULL, &out, &error),
        DT_E_MIXED, &error, "x->frequency is year, rates->frequency is month");
    assert_ulp(result[0], 1e99, 0);
    assert_ulp(result[1], 1e99, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rate_is_that_of_the_same_period),
        cmocka_unit_test(the_result_is_rounded_once),
        cmocka_unit_test(minus_zero_stays_minus_zero_at_any_rate),
        cmocka_unit_test(every_rate_that_is_none_has_its_reason),
        cmocka_unit_test(a_quotient_can_overflow_and_a_nan_can_be_a_value),
        cmocka_unit_test(the_series_may_be_converted_in_place),
        cmocka_unit_test(what_is_no_amount_of_money_has_no_rate),
        cmocka_unit_test(what_is_no_rate_of_exchange_converts_nothing),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
