/* SPDX-License-Identifier: MIT */
/* Periods and dates. */
#include "support.h"

#include <dtgrowth/series.h>

#include <stdio.h>
#include <string.h>

static int64_t
period_of(int32_t frequency, int32_t year, int32_t month, int32_t day)
{
    int64_t period = -1;
    assert_int_equal(dt_series_period_from_date(frequency, year, month, day,
                                                &period, NULL), DT_E_OK);
    return period;
}

struct date {
    int32_t year, month, day;
};

static struct date
date_of(int32_t frequency, int64_t period, int32_t which)
{
    struct date d = { 0, 0, 0 };
    assert_int_equal(dt_series_period_to_date(frequency, period, which, &d.year,
                                              &d.month, &d.day, NULL),
                     DT_E_OK);
    return d;
}

static void
assert_date(struct date d, int32_t year, int32_t month, int32_t day)
{
    assert_int_equal(d.year, year);
    assert_int_equal(d.month, month);
    assert_int_equal(d.day, day);
}

static void
check_vector(const struct vector *v)
{
    int32_t n[11];
    for (int i = 0; i < 11; i++)
        n[i] = (int32_t)v->value[i];
    const int64_t period = period_of(n[0], n[1], n[2], n[3]);
    char text[32];
    int64_t parsed = -1;

    assert_int_equal(period, n[4]);
    assert_date(date_of(n[0], period, DT_SERIES_WHICH_FIRST), n[5], n[6], n[7]);
    assert_date(date_of(n[0], period, DT_SERIES_WHICH_LAST), n[8], n[9], n[10]);
    assert_int_equal(dt_series_period_format(n[0], period, text, sizeof(text),
                                             NULL, NULL), DT_E_OK);
    assert_string_equal(text, v->text[11]);
    assert_int_equal(dt_series_period_parse(n[0], text, &parsed, NULL),
                     DT_E_OK);
    assert_int_equal(parsed, period);
}

static void
dates_are_those_of_a_walk_through_the_calendar(void **state)
{
    (void)state;
    each_vector("periods.txt", 12, check_vector);
}

/* Every day of a thousand years, counted one by one. */
static void
days_follow_each_other(void **state)
{
    static const int32_t lengths[] = { 31, 28, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31 };
    int64_t day = period_of(DT_SERIES_FREQ_DAY, -500, 1, 1);

    (void)state;
    for (int32_t y = -500; y < 500; y++)
        for (int32_t m = 1; m <= 12; m++) {
            const int32_t leap = m == 2 && y % 4 == 0 &&
                                 (y % 100 != 0 || y % 400 == 0);
            for (int32_t d = 1; d <= lengths[m - 1] + leap; d++, day++) {
                assert_int_equal(period_of(DT_SERIES_FREQ_DAY, y, m, d), day);
                assert_date(
                    date_of(DT_SERIES_FREQ_DAY, day, DT_SERIES_WHICH_FIRST), y,
                    m, d);
            }
        }
    assert_int_equal(day, period_of(DT_SERIES_FREQ_DAY, 500, 1, 1));
}

static void
ordinals_are_those_of_the_header(void **state)
{
    (void)state;
    assert_int_equal(period_of(DT_SERIES_FREQ_YEAR, 2024, 7, 1), 2024);
    assert_int_equal(period_of(DT_SERIES_FREQ_YEAR_BASE + 6, 2024, 7, 1), 2025);
    assert_int_equal(period_of(DT_SERIES_FREQ_HALF, 2024, 7, 1), 2 * 2024 + 1);
    assert_int_equal(period_of(DT_SERIES_FREQ_QUARTER, 2024, 7, 1), 8098);
    assert_int_equal(period_of(DT_SERIES_FREQ_MONTH, 2024, 7, 1), 24294);
    assert_int_equal(period_of(DT_SERIES_FREQ_WEEK, 1970, 1, 1), 0);
    assert_int_equal(period_of(DT_SERIES_FREQ_BUSINESS_DAY, 1970, 1, 1), 0);
    assert_int_equal(period_of(DT_SERIES_FREQ_BUSINESS_DAY, 1970, 1, 5), 2);
    assert_int_equal(period_of(DT_SERIES_FREQ_DAY, 1970, 1, 1), 0);
    assert_int_equal(period_of(DT_SERIES_FREQ_YEAR, 0, 2, 29), 0);
    assert_int_equal(period_of(DT_SERIES_FREQ_MONTH, -1, 12, 31), -1);
}

static void
dates_that_do_not_exist_are_refused(void **state)
{
    static const struct date bad[] = {
        { 2023, 2, 31 }, { 2023, 2, 29 }, { 1900, 2, 29 }, { 2024, 4, 31 },
        { 2024, 0, 1 }, { 2024, 13, 1 }, { 2024, 1, 0 }, { 2024, 1, 32 },
        { 2024, -1, 1 }, { 1000000, 1, 1 }, { -1000000, 1, 1 },
        { INT32_MIN, INT32_MIN, INT32_MIN }, { 2024, 1, INT32_MAX },
    };
    struct dt_error error;
    int64_t period = 77;

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_error(dt_series_period_from_date(DT_SERIES_FREQ_DAY, bad[i].year,
                                                bad[i].month, bad[i].day,
                                                &period, &error),
                     DT_E_DATE, &error, NULL);
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_YEAR, 2023, 2, 31,
                                            &period, &error),
                 DT_E_DATE, &error,
                 "no such date: year 2023, month 2, day 31");
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_BUSINESS_DAY, 2024,
                                            6, 1, &period, &error),
                 DT_E_DATE, &error,
                 "year 2024, month 6, day 1 is a weekend, "
                 "no business day");
    assert_int_equal(period, 77);
}

static void
frequencies_without_dates_are_refused(void **state)
{
    struct dt_error error;
    int64_t period = 77;
    int32_t y = 7, m = 7, d = 7;

    (void)state;
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_YEAR + 1, 2024, 1, 1,
                                            &period, &error),
                 DT_E_FREQUENCY, &error,
                 "frequency is 113, no known frequency");
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_UNDATED, 2024, 1, 1,
                                            &period, &error),
                 DT_E_FREQUENCY, &error,
                 "frequency is undated: its periods have no dates");
    assert_error(dt_series_period_to_date(-5, 1, DT_SERIES_WHICH_FIRST, &y, &m,
                                          &d, &error),
                 DT_E_FREQUENCY, &error, "frequency is -5, no known frequency");
    assert_int_equal(period, 77);
    assert_int_equal(y + m + d, 21);
}

static void
bad_arguments_of_to_date_are_named(void **state)
{
    struct dt_error error;
    int32_t y = 7, m = 7, d = 7;

    (void)state;
    assert_error(dt_series_period_to_date(DT_SERIES_FREQ_DAY, 1, 0, NULL, &m,
                                          &d, &error),
                 DT_E_NULL, &error, "year is null");
    assert_error(dt_series_period_to_date(DT_SERIES_FREQ_DAY, 1, 0, &y, NULL,
                                          &d, &error),
                 DT_E_NULL, &error, "month is null");
    assert_error(dt_series_period_to_date(DT_SERIES_FREQ_DAY, 1, 0, &y, &m,
                                          NULL, &error),
                 DT_E_NULL, &error, "day is null");
    assert_error(
        dt_series_period_to_date(DT_SERIES_FREQ_DAY, 1, 2, &y, &m, &d, &error),
        DT_E_RULE, &error,
        "which is 2, neither DT_SERIES_WHICH_FIRST nor DT_SERIES_WHICH_LAST");
    assert_error(dt_series_period_to_date(DT_SERIES_FREQ_DAY,
                                          DT_SERIES_NO_PERIOD, 0, &y, &m, &d,
                                          &error),
                 DT_E_PERIOD, &error, "period is no period");
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_DAY, 2024, 1, 1,
                                            NULL, &error),
                 DT_E_NULL, &error, "period is null");
    assert_int_equal(y + m + d, 21);
}

/* The ends of the calendar, for every frequency: the last period that lies
 * inside works, and the next one is refused. */
static void
the_calendar_ends_where_the_header_says(void **state)
{
    static const int32_t all[] = {
        DT_SERIES_FREQ_YEAR,
        DT_SERIES_FREQ_YEAR_BASE + 6,
        DT_SERIES_FREQ_HALF,
        DT_SERIES_FREQ_QUARTER,
        DT_SERIES_FREQ_QUARTER_BASE + 1,
        DT_SERIES_FREQ_MONTH,
        DT_SERIES_FREQ_WEEK,
        DT_SERIES_FREQ_WEEK_BASE + 2,
        DT_SERIES_FREQ_BUSINESS_DAY,
        DT_SERIES_FREQ_DAY,
    };
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++)
        for (int side = -1; side <= 1; side += 2) {
            int64_t period = period_of(all[i], side * 999998, 6, 3);
            int32_t y = 7, m = 7, d = 7;
            struct dt_error error;
            struct date end = { 0, 0, 0 };
            while (dt_series_period_to_date(all[i], period, side > 0, &y, &m,
                                            &d, NULL) == DT_E_OK) {
                end = (struct date){ y, m, d };
                period += side;
            }
            assert_int_equal(end.year, side * 999999);
            assert_error(dt_series_period_to_date(all[i], period,
                                                  DT_SERIES_WHICH_FIRST, &y, &m,
                                                  &d, &error),
                         DT_E_PERIOD, &error, NULL);
            assert_date((struct date){ y, m, d }, end.year, end.month, end.day);
        }
}

static void
ordinals_far_outside_do_not_overflow(void **state)
{
    static const int64_t far[] = {
        INT64_MAX, INT64_MIN + 1, INT64_C(1) << 31, -(INT64_C(1) << 31),
        (INT64_C(1) << 31) + 1, INT64_MAX / 12, INT64_MIN / 7,
    };
    struct dt_error error;
    int32_t y = 7, m = 7, d = 7;

    (void)state;
    for (size_t i = 0; i < COUNT(far); i++)
        for (int32_t f = 100; f <= 700; f++)
            if (dt_series_frequency_name(f)[0] != 'u')
                assert_error(dt_series_period_to_date(f, far[i], 0, &y, &m, &d,
                                                      &error),
                             DT_E_PERIOD, &error, NULL);
    assert_error(dt_series_period_to_date(DT_SERIES_FREQ_YEAR, INT64_MAX, 0, &y,
                                          &m, &d, &error),
                 DT_E_PERIOD, &error,
                 "period is 9223372036854775807, outside "
                 "the calendar of frequency year");
    assert_int_equal(y + m + d, 21);
}

/* A date inside the calendar whose period reaches out of it. */
static void
a_period_lies_in_the_calendar_as_a_whole(void **state)
{
    struct dt_error error;
    int64_t period = 77;

    (void)state;
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_YEAR_BASE + 6,
                                            999999, 7, 1, &period, &error),
                 DT_E_PERIOD, &error, NULL);
    assert_error(dt_series_period_from_date(DT_SERIES_FREQ_YEAR_BASE + 6,
                                            -999999, 6, 30, &period, &error),
                 DT_E_PERIOD, &error, NULL);
    assert_int_equal(period, 77);
}

/* Against the text of the same period; outside of the parts there is none. */
static void
a_period_is_found_by_its_number_in_a_year(void **state)
{
    static const struct {
        int32_t frequency, parts;
        const char *text;
    } rows[] = {
        { DT_SERIES_FREQ_YEAR, 1, "%04d" },
        { DT_SERIES_FREQ_YEAR_BASE + 6, 1, "%04d" },
        { DT_SERIES_FREQ_HALF, 2, "%04d-S%d" },
        { DT_SERIES_FREQ_QUARTER_BASE + 1, 4, "%04d-Q%d" },
        { DT_SERIES_FREQ_MONTH, 12, "%04d-%02d" },
        { DT_SERIES_FREQ_WEEK, 52, "%04d-W%02d" },
    };
    static const int32_t none[] = { DT_SERIES_FREQ_UNDATED,
                                    DT_SERIES_FREQ_BUSINESS_DAY,
                                    DT_SERIES_FREQ_WEEK_BASE + 3, 5, -1 };
    int64_t period = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const int32_t f = rows[i].frequency;
        for (int year = 1999; year <= 2027; year++)
            for (int part = 1; part <= rows[i].parts; part++) {
                char text[40];
                (void)snprintf(text, sizeof(text), rows[i].text, year, part);
                assert_int_equal(dt_series_period_parse(f, text, &period, NULL),
                                 DT_E_OK);
                assert_int_equal(dt_series_period_of(f, year, part), period);
            }
        assert_true(dt_series_period_of(f, 2024, 0) == DT_SERIES_NO_PERIOD);
        assert_true(dt_series_period_of(f, 2024, rows[i].parts + 1) ==
                    DT_SERIES_NO_PERIOD);
        assert_true(dt_series_period_of(f, DT_SERIES_YEAR_MAX + 1, 1) ==
                    DT_SERIES_NO_PERIOD);
    }
    for (size_t i = 0; i < COUNT(none); i++)
        assert_true(dt_series_period_of(none[i], 2024, 1) ==
                    DT_SERIES_NO_PERIOD);
}

/* Weeks 53, and the last day of leap years. */
static void
weeks_53_and_leap_days_are_found(void **state)
{
    (void)state;
    assert_true(dt_series_period_of(DT_SERIES_FREQ_WEEK, 2020, 53) ==
                period_of(DT_SERIES_FREQ_WEEK, 2021, 1, 1));
    assert_true(dt_series_period_of(DT_SERIES_FREQ_WEEK, 2021, 53) ==
                DT_SERIES_NO_PERIOD);
    assert_true(dt_series_period_of(DT_SERIES_FREQ_DAY, 2024, 366) ==
                period_of(DT_SERIES_FREQ_DAY, 2024, 12, 31));
    assert_true(dt_series_period_of(DT_SERIES_FREQ_DAY, 2023, 366) ==
                DT_SERIES_NO_PERIOD);
    assert_true(dt_series_period_of(DT_SERIES_FREQ_DAY, 2023, 60) ==
                period_of(DT_SERIES_FREQ_DAY, 2023, 3, 1));
    assert_true(dt_series_period_of(DT_SERIES_FREQ_YEAR,
                                    DT_SERIES_YEAR_MIN - 1, 1) ==
                DT_SERIES_NO_PERIOD);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_is_found_by_its_number_in_a_year),
        cmocka_unit_test(weeks_53_and_leap_days_are_found),
        cmocka_unit_test(dates_are_those_of_a_walk_through_the_calendar),
        cmocka_unit_test(days_follow_each_other),
        cmocka_unit_test(ordinals_are_those_of_the_header),
        cmocka_unit_test(dates_that_do_not_exist_are_refused),
        cmocka_unit_test(frequencies_without_dates_are_refused),
        cmocka_unit_test(bad_arguments_of_to_date_are_named),
        cmocka_unit_test(the_calendar_ends_where_the_header_says),
        cmocka_unit_test(ordinals_far_outside_do_not_overflow),
        cmocka_unit_test(a_period_lies_in_the_calendar_as_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
