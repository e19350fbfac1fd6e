/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

static const uint32_t GROUPS = DT_COMPARE_TEXT_GROUPS;
static const uint32_t PERCENT = DT_COMPARE_TEXT_PERCENT;

static void
assert_reads(const char *text, uint32_t flags, int64_t digits,
             int32_t decimals)
{
    struct dt_compare_figure got;
    struct dt_error error;
    const struct dt_compare_figure expected = { digits, decimals,
                                                DT_COMPARE_ROUNDING_UNKNOWN,
                                                DT_COMPARE_QUALITY_PRINTED, 0 };
    if (dt_compare_figure_parse(text, flags, &got, &error) != DT_E_OK) {
        print_error("\"%s\": %s\n", text, error.message);
        fail();
    }
    assert_memory_equal(&got, &expected, sizeof(got));
}

struct refusal {
    const char *text;
    uint32_t flags;
    int32_t status;
    int64_t index;
    const char *message;
};

static void
assert_refused(const struct refusal *refusals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct refusal *r = &refusals[i];
        struct dt_compare_figure got, before;
        struct dt_error error;
        memset(&got, 0x5a, sizeof(got));
        before = got;
        assert_fault(dt_compare_figure_parse(r->text, r->flags, &got, &error),
                     r->status, &error, r->index, r->message);
        assert_memory_equal(&got, &before, sizeof(got));
        assert_int_equal(dt_compare_figure_parse(r->text, r->flags, &got, NULL),
                         r->status);
    }
}

static void
trailing_zeros_are_kept(void **state)
{
    (void)state;
    assert_reads("7.23", 0, 723, 2);
    assert_reads("2.90", 0, 290, 2);
    assert_reads("2.9", 0, 29, 1);
    assert_reads("4590", 0, 4590, 0);
    assert_reads("0.00", 0, 0, 2);
}

static void
a_sign_is_read(void **state)
{
    (void)state;
    assert_reads("-0.5", 0, -5, 1);
    assert_reads("+14", 0, 14, 0);
    assert_reads("-0", 0, 0, 0);
    assert_reads("-0.00", 0, 0, 2);
}

static void
leading_zeros_are_no_digits(void **state)
{
    (void)state;
    assert_reads("00012", 0, 12, 0);
    assert_reads("00000000000000000000.7", 0, 7, 1);
    assert_reads("0.000000000000000001", 0, 1, 18);
    assert_reads("000999999999999999", 0, INT64_C(999999999999999), 0);
    assert_reads("-0.999999999999999", 0, -INT64_C(999999999999999), 15);
}

static void
groups_are_read_if_asked_for(void **state)
{
    (void)state;
    assert_reads("4,590", GROUPS, 4590, 0);
    assert_reads("-12,345,678.90", GROUPS, -1234567890, 2);
    assert_reads("123,456", GROUPS, 123456, 0);
    assert_reads("4590", GROUPS, 4590, 0);
    assert_reads("123456.5", GROUPS, 1234565, 1);
    assert_reads("999,999,999,999,999", GROUPS, INT64_C(999999999999999), 0);
}

static void
a_per_cent_sign_is_read_if_asked_for(void **state)
{
    (void)state;
    assert_reads("12.1%", PERCENT, 121, 1);
    assert_reads("12.1 %", PERCENT, 121, 1);
    assert_reads("12.1", PERCENT, 121, 1);
    assert_reads("+1,234.5 %", GROUPS | PERCENT, 12345, 1);
}

static void
what_is_no_number_is_refused_where_it_goes_wrong(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        { "", 0, DT_E_EMPTY, 0, "text is empty" },
        { ".5", 0, DT_E_TEXT, 0, "text[0] is '.': expected a digit" },
        { "1.", 0, DT_E_TEXT, 2,
          "text ends at 2: expected a digit after the point" },
        { "1.x", 0, DT_E_TEXT, 2,
          "text[2] is 'x': expected a digit after the point" },
        { "-", 0, DT_E_TEXT, 1, "text ends at 1: expected a digit" },
        { "+-5", 0, DT_E_TEXT, 1, "text[1] is '-': expected a digit" },
        { " 7.23", 0, DT_E_TEXT, 0, "text[0] is ' ': expected a digit" },
        { "nan", 0, DT_E_TEXT, 0, "text[0] is 'n': expected a digit" },
        { "inf", 0, DT_E_TEXT, 0, "text[0] is 'i': expected a digit" },
        { "\xe2\x88\x92" "5", 0, DT_E_TEXT, 0,
          "text[0] is byte 0xe2: expected a digit" },
        { "\xef\xbc\x95", 0, DT_E_TEXT, 0,
          "text[0] is byte 0xef: expected a digit" },
        { "\t5", 0, DT_E_TEXT, 0, "text[0] is byte 0x09: expected a digit" },
        { "%", 2, DT_E_TEXT, 0, "text[0] is '%': expected a digit" },
    };
    assert_refused(refusals, COUNT(refusals));
}

static void
what_follows_a_number_is_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        { "7.23x", 0, DT_E_TRAILING, 4,
          "text[4] is 'x': the figure ends before it" },
        { "7.23 ", 0, DT_E_TRAILING, 4,
          "text[4] is ' ': the figure ends before it" },
        { "12.1%", 0, DT_E_TRAILING, 4,
          "text[4] is '%': the figure ends before it" },
        { "1e5", 0, DT_E_TRAILING, 1,
          "text[1] is 'e': the figure ends before it" },
        { "0x10", 0, DT_E_TRAILING, 1,
          "text[1] is 'x': the figure ends before it" },
        { "1.2.3", 0, DT_E_TRAILING, 3,
          "text[3] is '.': the figure ends before it" },
        { "7.23,5", 1, DT_E_TRAILING, 4,
          "text[4] is ',': the figure ends before it" },
        { "7.234,567", 1, DT_E_TRAILING, 5,
          "text[5] is ',': the figure ends before it" },
        { "12.1  %", 2, DT_E_TRAILING, 4,
          "text[4] is ' ': the figure ends before it" },
        { "12.1 ", 2, DT_E_TRAILING, 4,
          "text[4] is ' ': the figure ends before it" },
        { "12.1%%", 2, DT_E_TRAILING, 5,
          "text[5] is '%': the figure ends before it" },
        { "12.1\n", 0, DT_E_TRAILING, 4,
          "text[4] is byte 0x0a: the figure ends before it" },
        { "5\xc2\xa0%", 2, DT_E_TRAILING, 1,
          "text[1] is byte 0xc2: the figure ends before it" },
    };
    assert_refused(refusals, COUNT(refusals));
}

static void
commas_are_refused_where_no_group_is_meant(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        { "4,590", 0, DT_E_TEXT, 1, "text[1] is ',': decimals follow a point, "
                                    "and groups of thousands are refused "
                                    "unless asked for" },
        { "4,590", 2, DT_E_TEXT, 1, "text[1] is ',': decimals follow a point, "
                                    "and groups of thousands are refused "
                                    "unless asked for" },
        { "1234,567", 1, DT_E_TEXT, 4,
          "text[4] is ',': more than three digits before a comma" },
        { "0,123", 1, DT_E_TEXT, 1,
          "text[1] is ',': no thousands follow a leading 0" },
        { "4,59", 1, DT_E_TEXT, 4,
          "text ends at 4: expected three digits after a comma "
          "(decimals follow a point)" },
        { "4,59.0", 1, DT_E_TEXT, 4,
          "text[4] is '.': expected three digits after a comma "
          "(decimals follow a point)" },
        { "4,,590", 1, DT_E_TEXT, 2,
          "text[2] is ',': expected three digits after a comma "
          "(decimals follow a point)" },
        { "4,590,", 1, DT_E_TEXT, 6,
          "text ends at 6: expected three digits after a comma "
          "(decimals follow a point)" },
        { "4,5901", 1, DT_E_TEXT, 5,
          "text[5] is '1': expected three digits after a comma, not more" },
        { ",590", 1, DT_E_TEXT, 0, "text[0] is ',': expected a digit" },
    };
    assert_refused(refusals, COUNT(refusals));
}

static void
a_figure_too_long_is_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        { "1000000000000000", 0, DT_E_OVERFLOW, 15,
          "text[15] is '0': a figure has at most 15 digits" },
        { "-1.234567890123456", 0, DT_E_OVERFLOW, 17,
          "text[17] is '6': a figure has at most 15 digits" },
        { "1,000,000,000,000,000", 1, DT_E_OVERFLOW, 20,
          "text[20] is '0': a figure has at most 15 digits" },
        { "0.0000000000000000001", 0, DT_E_OVERFLOW, 20,
          "text[20] is '1': a figure has at most 18 decimals" },
    };
    assert_refused(refusals, COUNT(refusals));
}

static void
an_unknown_flag_is_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        { "1", 4, DT_E_FLAG, -1, "flags is 0x4: unknown flag" },
        { "", UINT32_MAX, DT_E_FLAG, -1, "flags is 0xffffffff: unknown flag" },
    };
    assert_refused(refusals, COUNT(refusals));
}

static void
null_is_refused(void **state)
{
    (void)state;
    struct dt_compare_figure figure = printed("1");
    struct dt_error error;
    char buffer[8];
    assert_error(dt_compare_figure_parse(NULL, 4, NULL, &error), DT_E_NULL,
                 &error, "text is null");
    assert_error(dt_compare_figure_parse("", 4, NULL, &error), DT_E_NULL,
                 &error, "figure is null");
    assert_error(dt_compare_figure_format(NULL, buffer, 8, NULL, &error),
                 DT_E_NULL, &error, "figure is null");
    assert_error(dt_compare_figure_format(&figure, NULL, 8, NULL, &error),
                 DT_E_NULL, &error, "buffer is null");
}

static void
assert_writes(const char *code, const char *text)
{
    const struct dt_compare_figure figure = figure_of(code);
    char buffer[64];
    int64_t needed;
    assert_int_equal(dt_compare_figure_format(&figure, buffer, sizeof(buffer),
                                              &needed, NULL), DT_E_OK);
    assert_string_equal(buffer, text);
    assert_int_equal(needed, strlen(text) + 1);
}

static void
a_figure_is_written_as_printed(void **state)
{
    (void)state;
    assert_writes("0:290:2", "2.90");
    assert_writes("0:-5:2", "-0.05");
    assert_writes("0:0:0", "0");
    assert_writes("0:0:3", "0.000");
    assert_writes("0:1:18", "0.000000000000000001");
    assert_writes("0:-999999999999999:18", "-0.000999999999999999");
    assert_writes("0:-999999999999999:-15", "-999999999999999000000000000000");
    assert_writes("0:12:-2", "1200");
    assert_writes("0:0:-2", "0");
}

static void
what_is_written_reads_the_same(void **state)
{
    (void)state;
    static const int64_t digits[] = { 0, 1, -1, 9, 10, -100, 12345,
                                      INT64_C(999999999999999) };
    for (size_t i = 0; i < COUNT(digits); i++)
        for (int32_t decimals = 0; decimals <= 18; decimals++) {
            const struct dt_compare_figure figure = { digits[i], decimals, 0,
                                                      0, 0 };
            char buffer[32];
            assert_int_equal(dt_compare_figure_format(&figure, buffer, 32,
                                                      NULL, NULL), DT_E_OK);
            assert_reads(buffer, 0, digits[i], decimals);
        }
}

static void
a_buffer_too_small_is_left_alone(void **state)
{
    (void)state;
    const struct dt_compare_figure figure = printed("2.90");
    struct dt_error error;
    char buffer[8] = "before";
    int64_t needed = 0;

    assert_error(dt_compare_figure_format(&figure, buffer, 4, &needed, &error),
                 DT_E_CAPACITY, &error, "capacity is 4 for 5 bytes");
    assert_string_equal(buffer, "before");
    assert_int_equal(needed, 5);
    needed = 0;
    assert_error(dt_compare_figure_format(&figure, NULL, 0, &needed, &error),
                 DT_E_CAPACITY, &error, "capacity is 0 for 5 bytes");
    assert_int_equal(needed, 5);
    assert_error(dt_compare_figure_format(&figure, buffer, -1, &needed, &error),
                 DT_E_LENGTH, &error, "capacity is -1");
    assert_int_equal(dt_compare_figure_format(&figure, buffer, 5, NULL, NULL),
                     DT_E_OK);
    assert_string_equal(buffer, "2.90");
}

static void
a_bad_figure_is_not_written(void **state)
{
    (void)state;
    struct dt_error error;
    char buffer[8] = "before", text[240];
    int64_t needed = 77;
    for (size_t i = 0; i < COUNT(bad_figures); i++) {
        const struct bad_figure *bad = &bad_figures[i];
        assert_error(dt_compare_figure_format(&bad->figure, buffer, 8, &needed,
                                              &error), bad->status, &error,
                     owned(text, sizeof(text), "figure->", bad->message));
        assert_string_equal(buffer, "before");
        assert_int_equal(needed, 77);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trailing_zeros_are_kept),
        cmocka_unit_test(a_sign_is_read),
        cmocka_unit_test(leading_zeros_are_no_digits),
        cmocka_unit_test(groups_are_read_if_asked_for),
        cmocka_unit_test(a_per_cent_sign_is_read_if_asked_for),
        cmocka_unit_test(what_is_no_number_is_refused_where_it_goes_wrong),
        cmocka_unit_test(what_follows_a_number_is_refused),
        cmocka_unit_test(commas_are_refused_where_no_group_is_meant),
        cmocka_unit_test(a_figure_too_long_is_refused),
        cmocka_unit_test(an_unknown_flag_is_refused),
        cmocka_unit_test(null_is_refused),
        cmocka_unit_test(a_figure_is_written_as_printed),
        cmocka_unit_test(what_is_written_reads_the_same),
        cmocka_unit_test(a_buffer_too_small_is_left_alone),
        cmocka_unit_test(a_bad_figure_is_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
