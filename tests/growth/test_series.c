/* SPDX-License-Identifier: MIT */
/* Growth of a series: bases by period, outputs, reasons. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <dtgrowth/growth.h>

#define QNAN ((double)NAN)

enum { LENGTH = 30 };

static void
compute(const struct dt_series *x, int32_t kind, int64_t lag, int32_t lag_rule,
        double per_year, double *values, uint8_t *why)
{
    const struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, LENGTH);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_error error;

    options.lag_rule = lag_rule;
    options.per_year = per_year;
    const int32_t status = dt_growth_series(x, kind, lag, &options, &out,
                                            &error);
    if (status < 0)
        print_error("%s\n", error.message);
    assert_int_equal(status, DT_E_OK);
}

static void
elements_belong_to_the_periods_of_the_input(void **state)
{
    (void)state;
    static const double levels[] = { 4, 5, 10, 5 };
    double r[LENGTH];
    uint8_t why[LENGTH];
    const struct dt_series x = years(levels, 4, 2020);
    const struct dt_series_out out = DT_SERIES_OUT(r, LENGTH);

    compute(&x, DT_GROWTH_KIND_RATE, 1, 0, 0, r, why);
    assert_element(r, why, 0, QNAN, DT_SERIES_WHY_NO_BASE);
    assert_element(r, why, 1, 0.25, DT_SERIES_WHY_DEFINED);
    assert_element(r, why, 2, 1, DT_SERIES_WHY_DEFINED);
    assert_element(r, why, 3, -0.5, DT_SERIES_WHY_DEFINED);
    compute(&x, DT_GROWTH_KIND_CHANGE, 3, 0, 0, r, why);
    for (int i = 0; i < 3; i++)
        assert_element(r, why, i, QNAN, DT_SERIES_WHY_NO_BASE);
    assert_element(r, why, 3, 1, DT_SERIES_WHY_DEFINED);
    compute(&x, DT_GROWTH_KIND_CHANGE, INT64_MAX, 0, 0, r, why);
    for (int i = 0; i < 4; i++)
        assert_element(r, why, i, QNAN, DT_SERIES_WHY_NO_BASE);
    /* Null options are the defaults. */
    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, NULL, &out, NULL),
        DT_E_OK);
    assert_ulp(r[1], 0.25, 0);
}

/* A gap is not closed by rows: the base stays the period before. */
static void
what_is_missing_stays_missing(void **state)
{
    (void)state;
    static const double levels[] = { 4, QNAN, 8, QNAN, QNAN, 10 };
    enum {
        YES = DT_SERIES_WHY_DEFINED,
        NO_BASE = DT_SERIES_WHY_NO_BASE,
        BASE = DT_SERIES_WHY_BASE_MISSING,
        VALUE = DT_SERIES_WHY_VALUE_MISSING
    };
    static const uint8_t expected[][6] = {
        { NO_BASE, VALUE, BASE, VALUE, VALUE, BASE },
        { NO_BASE, NO_BASE, YES, VALUE, VALUE, BASE },
        { NO_BASE, NO_BASE, NO_BASE, VALUE, VALUE, YES },
    };
    double r[LENGTH];
    uint8_t why[LENGTH];
    const struct dt_series x = years(levels, 6, 2020);

    for (int lag = 1; lag <= 3; lag++) {
        compute(&x, DT_GROWTH_KIND_RATE, lag, 0, 0, r, why);
        for (int i = 0; i < 6; i++) {
            assert_int_equal(why[i], expected[lag - 1][i]);
            assert_int_equal(isnan(r[i]) != 0, why[i] != 0);
        }
    }
}

/* Bases by the calendar, which differ from period to period. */
static void
what_is_missing_stays_missing_at_the_turn_of_the_year(void **state)
{
    static const double values[] = { QNAN, 2, 4, QNAN, 5, 6 };
    double results[6];
    uint8_t why[6];
    struct dt_series x;
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    const struct dt_series_out out = DT_SERIES_OUT_WHY(results, why, 6);

    (void)state;
    options.lag_rule = DT_GROWTH_LAG_START_OF_THIS_YEAR;
    /* The quarters from the third of 2020 on; base: the first of the year. */
    assert_int_equal(dt_series_view(values, 6, 1, DT_SERIES_FREQ_QUARTER,
                                    4 * 2020 + 2, &x, NULL), DT_E_OK);
    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 0, &options, &out, NULL),
        DT_E_OK);
    assert_element(results, why, 1, QNAN, DT_SERIES_WHY_NO_BASE);
    assert_element(results, why, 2, 0, DT_SERIES_WHY_DEFINED);
    assert_element(results, why, 3, QNAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_element(results, why, 4, 0.25, DT_SERIES_WHY_DEFINED);
    assert_element(results, why, 5, 0.5, DT_SERIES_WHY_DEFINED);
    x.start = 4 * 2020;
    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 0, &options, &out, NULL),
        DT_E_OK);
    assert_element(results, why, 1, QNAN, DT_SERIES_WHY_BASE_MISSING);
}

static void
an_empty_series_has_an_empty_result(void **state)
{
    (void)state;
    const struct dt_series x = years(NULL, 0, 2020);
    const struct dt_series_out out = DT_SERIES_OUT(NULL, 0);

    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, NULL, &out, NULL),
        DT_E_OK);
}

/* Monthly figures of two years and a half. */
static void
a_year_ago_is_twelve_months_ago(void **state)
{
    (void)state;
    double levels[LENGTH], by_years[LENGTH], by_periods[LENGTH];
    uint8_t why[LENGTH], same[LENGTH];
    struct dt_series x;

    for (int i = 0; i < LENGTH; i++)
        levels[i] = 100 + i * i % 17;
    x = years(levels, LENGTH, 12 * 2022);
    x.frequency = DT_SERIES_FREQ_MONTH;
    compute(&x, DT_GROWTH_KIND_RATE, 1, DT_GROWTH_LAG_YEARS, 0, by_years, why);
    compute(&x, DT_GROWTH_KIND_RATE, 12, DT_GROWTH_LAG_PERIODS, 0, by_periods,
            same);
    assert_memory_equal(why, same, sizeof(why));
    for (int i = 0; i < LENGTH; i++) {
        assert_ulp(by_years[i], by_periods[i], 0);
        if (i >= 12)
            assert_ulp(by_years[i], dt_growth_rate(levels[i - 12], levels[i]),
                       0);
    }
}

static void
a_base_at_the_turn_of_the_year_is_found_by_date(void **state)
{
    (void)state;
    double levels[LENGTH], ytd[LENGTH], since[LENGTH];
    uint8_t why[LENGTH], why_since[LENGTH];
    struct dt_series x;

    for (int i = 0; i < LENGTH; i++)
        levels[i] = 1 << i;
    x = years(levels, LENGTH, 12 * 2022 + 9); /* October 2022. */
    x.frequency = DT_SERIES_FREQ_MONTH;
    compute(&x, DT_GROWTH_KIND_FACTOR, 0, DT_GROWTH_LAG_END_OF_LAST_YEAR, 0,
            ytd, why);
    compute(&x, DT_GROWTH_KIND_FACTOR, 0, DT_GROWTH_LAG_START_OF_THIS_YEAR, 0,
            since, why_since);
    for (int i = 0; i < LENGTH; i++) {
        const int month = (9 + i) % 12; /* January is 0. */
        if (i < 3) {
            assert_element(ytd, why, i, QNAN, DT_SERIES_WHY_NO_BASE);
            assert_element(since, why_since, i, QNAN, DT_SERIES_WHY_NO_BASE);
        } else {
            assert_element(ytd, why, i, 2 << month, DT_SERIES_WHY_DEFINED);
            assert_element(since, why_since, i, 1 << month,
                           DT_SERIES_WHY_DEFINED);
        }
    }
}

static void
growth_is_annualized_by_the_periods_between(void **state)
{
    (void)state;
    static const double levels[] = { 100, 101, 103, 102, 105, 108.16 };
    double r[LENGTH];
    uint8_t why[LENGTH];
    struct dt_series x = years(levels, 6, 4 * 2023);

    x.frequency = DT_SERIES_FREQ_QUARTER;
    compute(&x, DT_GROWTH_KIND_ANNUALIZED, 1, 0, 0, r, why);
    for (int i = 1; i < 6; i++)
        assert_ulp(r[i], dt_growth_cagr(levels[i - 1], levels[i], 0.25), 0);
    compute(&x, DT_GROWTH_KIND_ANNUALIZED, 2, 0, 0, r, why);
    for (int i = 2; i < 6; i++)
        assert_ulp(r[i], dt_growth_cagr(levels[i - 2], levels[i], 0.5), 0);
    compute(&x, DT_GROWTH_KIND_ANNUALIZED_LOG, 1, 0, 0, r, why);
    for (int i = 1; i < 6; i++)
        assert_ulp(r[i], 4 * dt_growth_log(levels[i - 1], levels[i]), 0);
    compute(&x, DT_GROWTH_KIND_ANNUALIZED, 4, 0, 0, r, why);
    assert_ulp(r[4], dt_growth_rate(levels[0], levels[4]), 0);
    assert_ulp(r[5], dt_growth_rate(levels[1], levels[5]), 0);
    /* A convention of the caller's, for any frequency. */
    x.frequency = DT_SERIES_FREQ_WEEK;
    compute(&x, DT_GROWTH_KIND_ANNUALIZED_LOG, 1, 0, 52, r, why);
    assert_ulp(r[1], 0x1.08eae86644c40p-1, 0); /* 52 ln 1.01, by mpmath. */
    x.frequency = DT_SERIES_FREQ_UNDATED;
    compute(&x, DT_GROWTH_KIND_ANNUALIZED, 2, 0, 2, r, why);
    assert_ulp(r[2], dt_growth_rate(100, 103), 0);
}

/* The first period of a year is its own base: a rate of 0, and nothing to
 * annualize. */
static void
no_periods_cannot_be_annualized(void **state)
{
    (void)state;
    static const double levels[] = { 100, 101, 103, 102, 0 };
    double r[LENGTH];
    uint8_t why[LENGTH];
    struct dt_series x = years(levels, 5, 4 * 2023);

    x.frequency = DT_SERIES_FREQ_QUARTER;
    compute(&x, DT_GROWTH_KIND_RATE, 0, DT_GROWTH_LAG_START_OF_THIS_YEAR, 0, r,
            why);
    assert_element(r, why, 0, 0, DT_SERIES_WHY_DEFINED);
    assert_element(r, why, 4, QNAN, DT_SERIES_WHY_ZERO_BASE);
    for (int32_t kind = DT_GROWTH_KIND_ANNUALIZED;
         kind <= DT_GROWTH_KIND_ANNUALIZED_LOG; kind++) {
        compute(&x, kind, 0, DT_GROWTH_LAG_START_OF_THIS_YEAR, 0, r, why);
        assert_element(r, why, 0, QNAN, DT_SERIES_WHY_NO_PERIODS);
        assert_int_equal(why[1], DT_SERIES_WHY_DEFINED);
        assert_element(r, why, 4, QNAN, DT_SERIES_WHY_ZERO_BASE);
    }
}

static void
fractions_and_per_cent_grow_and_logarithms_only_change(void **state)
{
    (void)state;
    static const double share[] = { 20.1, 21.9 };
    double r[LENGTH];
    uint8_t why[LENGTH];
    struct dt_series x = years(share, 2, 2023);

    x.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    compute(&x, DT_GROWTH_KIND_RATE, 1, 0, 0, r, why);
    assert_true(fabs(r[1] - 0.0896) < 0.00005);
    compute(&x, DT_GROWTH_KIND_CHANGE, 1, 0, 0, r, why);
    assert_ulp(r[1], 21.9 - 20.1, 0);
    x.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    compute(&x, DT_GROWTH_KIND_CHANGE, 1, 0, 0, r, why);
    assert_ulp(r[1], 21.9 - 20.1, 0);
}

/* Seven observations in memory for strides up to 3 and bit offsets up to 8;
 * GAP and UNTOUCHED stand where no observation and no bit of one does. */
enum { SEVEN = 7, CELLS = 3 * SEVEN, BYTES = 3, UNTOUCHED = 0xa5 };
static const double GAP = 1e99;

static double *
first_cell(double cells[CELLS], int64_t stride)
{
    return stride > 0 ? cells : cells + CELLS - 1;
}

/* All but the results is as it was. */
static void
assert_kept(double cells[CELLS], int64_t stride, const uint8_t bitmap[BYTES],
            int offset, const uint8_t why[SEVEN])
{
    for (int i = 0; i < SEVEN; i++)
        first_cell(cells, stride)[i * stride] = GAP;
    for (int i = 0; i < CELLS; i++)
        assert_ulp(cells[i], GAP, 0);
    for (int i = 0; i < 8 * BYTES; i++) {
        const int bit = bitmap[i / 8] >> i % 8 & 1;
        const bool inside = i >= offset && i < offset + SEVEN;
        assert_int_equal(bit, inside ? why[i - offset] == 0
                                     : UNTOUCHED >> i % 8 & 1);
    }
}

/* The growth of `plain` with its observations `in` apart, its results `to`
 * apart, and both bitmaps `offset` bits into a byte. */
static void
check_layout(const struct dt_series *plain, int64_t in, int64_t to, int offset)
{
    double r[LENGTH], memory[CELLS], result[CELLS];
    uint8_t why[LENGTH], reasons[SEVEN];
    uint8_t bitmap[BYTES] = { UNTOUCHED, UNTOUCHED, UNTOUCHED };
    const uint8_t present[BYTES] = { (uint8_t)(*plain->validity << offset),
                                     (uint8_t)(*plain->validity << offset >> 8),
                                     0 };
    double *const first = first_cell(result, to);
    const struct dt_series_out out = {
        .values = first, .why = reasons, .validity = bitmap, .stride = to,
        .capacity = SEVEN, .validity_offset = offset,
    };
    struct dt_series x = *plain;

    compute(plain, DT_GROWTH_KIND_RATE, 2, 0, 0, r, why);
    for (int i = 0; i < CELLS; i++)
        memory[i] = result[i] = GAP;
    for (int i = 0; i < SEVEN; i++)
        first_cell(memory, in)[i * in] = plain->values[i];
    x.values = first_cell(memory, in);
    x.stride = in;
    x.validity = present;
    x.validity_offset = offset;
    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 2, NULL, &out, NULL),
        DT_E_OK);
    for (int i = 0; i < SEVEN; i++) {
        assert_ulp(first[i * to], r[i], 0);
        assert_int_equal(reasons[i], why[i]);
    }
    assert_kept(result, to, bitmap, offset, why);
}

static void
steps_and_bitmaps_do_not_change_a_result(void **state)
{
    static const double levels[SEVEN] = { 4, 5, 0, 7, -1, 9, 3 };
    static const int64_t strides[] = { 1, 2, 3, -1, -2 };
    const uint8_t bits = 0x77; /* The fourth observation is missing. */
    struct dt_series plain = years(levels, SEVEN, 2020);

    (void)state;
    plain.validity = &bits;
    for (size_t a = 0; a < COUNT(strides); a++)
        for (size_t b = 0; b < COUNT(strides); b++)
            for (int offset = 0; offset <= 8; offset++)
                check_layout(&plain, strides[a], strides[b], offset);
}

static void
the_result_may_replace_the_levels(void **state)
{
    (void)state;
    for (int32_t rule = 0; rule < 4; rule++) {
        double levels[LENGTH * 2], r[LENGTH];
        uint8_t why[LENGTH], why_here[LENGTH];
        for (int i = 0; i < LENGTH * 2; i++)
            levels[i] = 100 + i * i % 23;
        struct dt_series x = years(levels, LENGTH, 12 * 2022 + 5);
        x.frequency = DT_SERIES_FREQ_MONTH;
        x.stride = 2;
        const int64_t lag = rule < DT_GROWTH_LAG_END_OF_LAST_YEAR;
        compute(&x, DT_GROWTH_KIND_RATE, lag, rule, 0, r, why);
        struct dt_series_out out = DT_SERIES_OUT_WHY(levels, why_here, LENGTH);
        struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
        out.stride = 2;
        options.lag_rule = rule;
        assert_int_equal(dt_growth_series(&x, DT_GROWTH_KIND_RATE, lag,
                                          &options, &out, NULL), DT_E_OK);
        assert_memory_equal(why, why_here, sizeof(why));
        for (int i = 0; i < LENGTH; i++) {
            assert_ulp(levels[2 * i], r[i], 0);
            assert_ulp(levels[2 * i + 1], 100 + (2 * i + 1) * (2 * i + 1) % 23,
                       0);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_belong_to_the_periods_of_the_input),
        cmocka_unit_test(what_is_missing_stays_missing),
        cmocka_unit_test(what_is_missing_stays_missing_at_the_turn_of_the_year),
        cmocka_unit_test(an_empty_series_has_an_empty_result),
        cmocka_unit_test(a_year_ago_is_twelve_months_ago),
        cmocka_unit_test(a_base_at_the_turn_of_the_year_is_found_by_date),
        cmocka_unit_test(growth_is_annualized_by_the_periods_between),
        cmocka_unit_test(no_periods_cannot_be_annualized),
        cmocka_unit_test(
            fractions_and_per_cent_grow_and_logarithms_only_change),
        cmocka_unit_test(steps_and_bitmaps_do_not_change_a_result),
        cmocka_unit_test(the_result_may_replace_the_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
