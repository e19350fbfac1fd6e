/* SPDX-License-Identifier: MIT */
/* Periods as text. What is read and written well stands in test_period.c. */
#include "support.h"

#include <dtgrowth/series.h>

#include <string.h>

enum {
    UNDATED = DT_SERIES_FREQ_UNDATED,
    YEAR = DT_SERIES_FREQ_YEAR,
    HALF = DT_SERIES_FREQ_HALF,
    QUARTER = DT_SERIES_FREQ_QUARTER,
    MONTH = DT_SERIES_FREQ_MONTH,
    WEEK = DT_SERIES_FREQ_WEEK,
    TO_SATURDAY = DT_SERIES_FREQ_WEEK_BASE + 6,
    BUSINESS_DAY = DT_SERIES_FREQ_BUSINESS_DAY,
    DAY = DT_SERIES_FREQ_DAY
};

static void
the_other_forms_of_a_text_mean_the_same(void **state)
{
    static const struct {
        int32_t frequency;
        const char *text, *same;
    } cases[] = {
        { YEAR, "2024-A1", "2024" },
        { DT_SERIES_FREQ_YEAR_BASE + 6, "2024-A1", "2024" },
        { MONTH, "2024-M07", "2024-07" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t a = -1, b = -2;
        assert_int_equal(dt_series_period_parse(cases[i].frequency,
                                                cases[i].text, &a, NULL),
                         DT_E_OK);
        assert_int_equal(dt_series_period_parse(cases[i].frequency,
                                                cases[i].same, &b, NULL),
                         DT_E_OK);
        assert_int_equal(a, b);
    }
}

struct bad {
    int32_t frequency;
    const char *text;
    int32_t code;
    int64_t index;
    const char *message;
};

static void
assert_refused(const struct bad *bad)
{
    struct dt_error error;
    int64_t period = 77;

    assert_fault(dt_series_period_parse(bad->frequency, bad->text, &period,
                                        &error),
                 bad->code, &error, bad->index, bad->message);
    assert_int_equal(period, 77);
}

static const struct bad other_forms[] = {
    { YEAR, " 2024", DT_E_TEXT, 0,
      "text is \" 2024\"; a year is written like 2024" },
    { YEAR, "+2024", DT_E_TEXT, 0, NULL },
    { YEAR, "-2024", DT_E_TEXT, 0, NULL },
    { YEAR, "24", DT_E_TEXT, 2, NULL },
    { YEAR, "2024-", DT_E_TEXT, 5, NULL },
    { YEAR, "2024-S1", DT_E_TEXT, 5, NULL },
    { HALF, "2024S1", DT_E_TEXT, 4,
      "text is \"2024S1\"; a half-year is written like 2024-S1" },
    { HALF, "2024-H1", DT_E_TEXT, 5, NULL },
    { QUARTER, "2024-q3", DT_E_TEXT, 5,
      "text is \"2024-q3\"; a quarter is written like 2024-Q3" },
    { QUARTER, "2024 Q3", DT_E_TEXT, 4, NULL },
    { QUARTER, "2024-Q", DT_E_TEXT, 6, NULL },
    { QUARTER, "2024-07", DT_E_TEXT, 5, NULL },
    { MONTH, "2024-7", DT_E_TEXT, 6,
      "text is \"2024-7\"; a month is written like 2024-07" },
    { MONTH, "2024/07", DT_E_TEXT, 4, NULL },
    { MONTH, "2024-Q3", DT_E_TEXT, 5, NULL },
    { WEEK, "2024-w05", DT_E_TEXT, 5,
      "text is \"2024-w05\"; a week is written like 2024-W05" },
    { WEEK, "2024-W5", DT_E_TEXT, 7, NULL },
    { TO_SATURDAY, "2024-W05", DT_E_TEXT, 5,
      "text is \"2024-W05\"; a week ending on Saturday is written like "
      "2024-07-20" },
    { DAY, "2024-07", DT_E_TEXT, 7,
      "text is \"2024-07\"; a day is written like 2024-07-15" },
    { DAY, "2024-7-15", DT_E_TEXT, 6, NULL },
    { DAY, "20240715", DT_E_TEXT, 4, NULL },
    { DAY, "2024-07-x5", DT_E_TEXT, 8, NULL },
    { DAY, "2024-07-1", DT_E_TEXT, 9, NULL },
    { YEAR, "20\x7f" "4", DT_E_TEXT, 2,
      "text is \"20?4\"; a year is written like 2024" },
    { UNDATED, "x", DT_E_TEXT, 0,
      "text is \"x\"; an undated period is written like 17" },
    { UNDATED, "-", DT_E_TEXT, 1, NULL },
    { UNDATED, "+1", DT_E_TEXT, 0, NULL },
    { MONTH, "2024-\xd9\xa0\xd9\xa7", DT_E_TEXT, 5, "text is \"2024-????\"; "
      "a month is written like 2024-07" },
};

static void
text_of_another_form_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(other_forms); i++)
        assert_refused(&other_forms[i]);
}

static void
what_follows_a_good_text_is_refused(void **state)
{
    static const struct bad cases[] = {
        { YEAR, "2024 ", DT_E_TRAILING, 4, "text is \"2024 \": character 4 and "
          "what follows is too much" },
        { YEAR, "20240", DT_E_TRAILING, 4, NULL },
        { YEAR, "2024\n", DT_E_TRAILING, 4, NULL },
        { YEAR, "2024-A1x", DT_E_TRAILING, 7, NULL },
        { QUARTER, "2024-Q12", DT_E_TRAILING, 7, NULL },
        { MONTH, "2024-07-15", DT_E_TRAILING, 7, NULL },
        { WEEK, "2024-W05-1", DT_E_TRAILING, 8, NULL },
        { DAY, "2024-07-15T00", DT_E_TRAILING, 10, NULL },
        { UNDATED, "12.0", DT_E_TRAILING, 2, NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(&cases[i]);
}

static void
parts_and_dates_that_do_not_exist_are_refused(void **state)
{
    static const struct bad cases[] = {
        { YEAR, "2024-A2", DT_E_DATE, 6,
          "text is \"2024-A2\": no year 2, only 1 to 1" },
        { HALF, "2024-S3", DT_E_DATE, 6, NULL },
        { QUARTER, "2024-Q5", DT_E_DATE, 6,
          "text is \"2024-Q5\": no quarter 5, only 1 to 4" },
        { QUARTER, "2024-Q0", DT_E_DATE, 6, NULL },
        { MONTH, "2024-13", DT_E_DATE, 5,
          "text is \"2024-13\": no month 13, only 1 to 12" },
        { MONTH, "2024-M00", DT_E_DATE, 6, NULL },
        { DAY, "2024-02-31", DT_E_DATE, 5,
          "text is \"2024-02-31\": no such date" },
        { DAY, "2023-02-29", DT_E_DATE, 5, NULL },
        { DAY, "2024-00-10", DT_E_DATE, 5, NULL },
        { BUSINESS_DAY, "2024-06-01", DT_E_DATE, 5,
          "text is \"2024-06-01\": a weekend, no business day" },
        { TO_SATURDAY, "2024-06-02", DT_E_DATE, 5,
          "text is \"2024-06-02\": not the last day of a week ending on "
          "Saturday" },
        { WEEK, "2023-W53", DT_E_WEEK, 6,
          "text is \"2023-W53\": year 2023 has weeks 1 to 52" },
        { WEEK, "2024-W00", DT_E_WEEK, 6, NULL },
        { WEEK, "2020-W54", DT_E_WEEK, 6,
          "text is \"2020-W54\": year 2020 has weeks 1 to 53" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(&cases[i]);
}

static void
bad_arguments_of_reading_are_named(void **state)
{
    static const struct bad cases[] = {
        { YEAR, "", DT_E_EMPTY, 0, "text is empty" },
        { YEAR, NULL, DT_E_NULL, -1, "text is null" },
        { DT_SERIES_FREQ_YEAR + 1, "2024", DT_E_FREQUENCY, -1,
          "frequency is 113, no known frequency" },
    };
    struct dt_error error;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(&cases[i]);
    assert_error(dt_series_period_parse(YEAR, "2024", NULL, &error), DT_E_NULL,
                 &error, "period is null");
}

static void
a_long_text_is_cut_in_the_message(void **state)
{
    char text[5000];
    const struct bad bad = { YEAR, text, DT_E_TEXT, 0, "text is \"xxxxxxxxxxxxx"
                             "xxxxxxxxxxxxxxxxxxxxxxxxxxx...\"; a year is "
                             "written like 2024" };
    (void)state;
    memset(text, 'x', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    assert_refused(&bad);
}

static void
undated_periods_are_integers_of_64_bits(void **state)
{
    static const int64_t all[] = { 0, -1, 17, INT64_MAX, INT64_MIN + 1 };
    static const struct bad cases[] = {
        { UNDATED, "9223372036854775808", DT_E_OVERFLOW, 18,
          "text is an integer out of range" },
        { UNDATED, "-9223372036854775808", DT_E_OVERFLOW, 19, NULL },
        { UNDATED, "99999999999999999999999999", DT_E_OVERFLOW, 18, NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++) {
        char text[32];
        int64_t period = -2;
        assert_int_equal(dt_series_period_format(UNDATED, all[i], text,
                                                 sizeof(text), NULL, NULL),
                         DT_E_OK);
        assert_int_equal(dt_series_period_parse(UNDATED, text, &period, NULL),
                         DT_E_OK);
        assert_int_equal(period, all[i]);
    }
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(&cases[i]);
}

static void
a_text_that_does_not_fit_says_how_much_it_needs(void **state)
{
    char buffer[9] = "????????";
    int64_t needed = -1;
    struct dt_error error;

    (void)state;
    assert_error(dt_series_period_format(QUARTER, 8098, buffer, 7, &needed,
                                         &error),
                 DT_E_CAPACITY, &error, "capacity is 7 for 8 bytes");
    assert_int_equal(needed, 8);
    assert_string_equal(buffer, "????????");
    assert_error(dt_series_period_format(QUARTER, 8098, NULL, 0, NULL, &error),
                 DT_E_CAPACITY, &error, "capacity is 0 for 8 bytes");
    assert_int_equal(dt_series_period_format(QUARTER, 8098, buffer, 8, NULL,
                                             NULL), DT_E_OK);
    assert_string_equal(buffer, "2024-Q3");
    assert_int_equal(buffer[8], '\0');
}

static void
bad_arguments_of_writing_are_named(void **state)
{
    char buffer[9] = "????????";
    int64_t needed = 77;
    struct dt_error error;

    (void)state;
    assert_error(dt_series_period_format(YEAR, 2024, NULL, 8, &needed, &error),
                 DT_E_NULL, &error, "buffer is null");
    assert_error(dt_series_period_format(YEAR, 2024, buffer, -1, &needed,
                                         &error),
                 DT_E_LENGTH, &error, "capacity is -1");
    assert_error(dt_series_period_format(99, 2024, buffer, 8, &needed, &error),
                 DT_E_FREQUENCY, &error, "frequency is 99, no known frequency");
    assert_error(dt_series_period_format(YEAR, DT_SERIES_NO_PERIOD, buffer, 8,
                                         &needed, &error),
                 DT_E_PERIOD, &error, "period is no period");
    assert_error(dt_series_period_format(YEAR, 10000, buffer, 8, &needed,
                                         &error),
                 DT_E_PERIOD, &error, "period 10000 lies in the year 10000, "
                 "which four digits cannot write");
    assert_error(dt_series_period_format(MONTH, -1, buffer, 8, &needed, &error),
                 DT_E_PERIOD, &error, "period -1 lies in the year -1, which "
                 "four digits cannot write");
    assert_error(dt_series_period_format(DAY, INT64_MAX, buffer, 8, &needed,
                                         &error),
                 DT_E_PERIOD, &error, NULL);
    assert_int_equal(needed, 77);
    assert_string_equal(buffer, "????????");
}

static void
the_first_and_the_last_year_of_four_digits_can_be_written(void **state)
{
    static const int32_t all[] = {
        YEAR,         DT_SERIES_FREQ_YEAR_BASE + 6,
        HALF,         DT_SERIES_FREQ_QUARTER_BASE + 1,
        QUARTER,      MONTH,
        WEEK,         DT_SERIES_FREQ_WEEK_BASE + 3,
        BUSINESS_DAY, DAY,
    };
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++)
        for (int32_t year = 0; year <= 9999; year += 9999) {
            char text[32];
            int64_t period = -1, parsed = -2;
            assert_int_equal(dt_series_period_from_date(all[i], year, 6, 8,
                                                        &period, NULL),
                             DT_E_OK);
            assert_int_equal(dt_series_period_format(all[i], period, text,
                                                     sizeof(text), NULL, NULL),
                             DT_E_OK);
            assert_int_equal(dt_series_period_parse(all[i], text, &parsed,
                                                    NULL), DT_E_OK);
            assert_int_equal(parsed, period);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_other_forms_of_a_text_mean_the_same),
        cmocka_unit_test(text_of_another_form_is_refused),
        cmocka_unit_test(what_follows_a_good_text_is_refused),
        cmocka_unit_test(parts_and_dates_that_do_not_exist_are_refused),
        cmocka_unit_test(bad_arguments_of_reading_are_named),
        cmocka_unit_test(a_long_text_is_cut_in_the_message),
        cmocka_unit_test(undated_periods_are_integers_of_64_bits),
        cmocka_unit_test(a_text_that_does_not_fit_says_how_much_it_needs),
        cmocka_unit_test(bad_arguments_of_writing_are_named),
        cmocka_unit_test(
            the_first_and_the_last_year_of_four_digits_can_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
