/* SPDX-License-Identifier: MIT */
/* Texts of figures and of periods: read by a grammar that knows whole texts
 * alone, printed by the C library. */

#include "fuzz.h"
#include "naive.h"

#include <dtgrowth/dt.h>

enum { TEXT_DIGITS = 15, TEXT_DECIMALS = 18, TEXT_MOST = 64 };

/* What the grammar says of a text. */
struct text_figure {
    int64_t digits;
    int significant, decimals;
};

static bool
text_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int
text_run(const char *text)
{
    int n = 0;

    while (text_is_digit(text[n]))
        n++;
    return n;
}

/* Length of a whole part; 0 for none. */
static int
text_whole(const char *text, uint32_t flags)
{
    int n = text_run(text);

    if (text[n] != ',' || !(flags & DT_COMPARE_TEXT_GROUPS))
        return n;
    if (n == 0 || n > 3 || text[0] == '0')
        return 0;
    while (text[n] == ',' && text_run(text + n + 1) == 3)
        n += 4;
    return n;
}

/* Whether a whole text is a figure of any size. */
static bool
text_is_figure(const char *text, uint32_t flags, struct text_figure *figure)
{
    const bool negative = text[0] == '-';
    const char *at = text + (negative || text[0] == '+');
    const int whole = text_whole(at, flags);
    const char *end = at + whole;

    *figure = (struct text_figure){ 0, 0, 0 };
    if (whole == 0)
        return false;
    if (*end == '.') {
        figure->decimals = text_run(end + 1);
        if (figure->decimals == 0)
            return false;
        end += 1 + figure->decimals;
    }
    for (; at < end; at++) {
        if (!text_is_digit(*at))
            continue;
        figure->significant += figure->significant > 0 || *at != '0';
        if (figure->significant <= TEXT_DIGITS)
            figure->digits = 10 * figure->digits + (*at - '0');
    }
    if (negative)
        figure->digits = -figure->digits;
    if (flags & DT_COMPARE_TEXT_PERCENT)
        end += strncmp(end, "%", 1) == 0 ? 1 : strncmp(end, " %", 2) == 0 ? 2
                                                                          : 0;
    return *end == '\0';
}

static bool
text_fits(const struct text_figure *figure)
{
    return figure->significant <= TEXT_DIGITS &&
           figure->decimals <= TEXT_DECIMALS;
}

/* Whether the first n characters may be continued to a figure. */
static bool
text_is_begun(const char *text, int n, uint32_t flags, bool bounded)
{
    static const char *const rest[] = { "", "0", "00", "000", "%" };
    char whole[TEXT_MOST + 4];
    struct text_figure figure;

    for (int i = 0; i < 5; i++) {
        memcpy(whole, text, (size_t)n);
        strcpy(whole + n, rest[i]);
        if (text_is_figure(whole, flags, &figure) &&
            (!bounded || text_fits(&figure)))
            return true;
    }
    return false;
}

static int
text_begun(const char *text, uint32_t flags, bool bounded)
{
    int n = 0;

    while (text[n] != '\0' && text_is_begun(text, n + 1, flags, bounded))
        n++;
    return n;
}

/* Which status a text has that is no figure, and where. */
static void
text_check_refusal(const char *text, uint32_t flags, int32_t status,
                   int64_t index)
{
    const int begun = text_begun(text, flags, true);
    const int any = text_begun(text, flags, false);
    struct text_figure figure;
    char head[TEXT_MOST + 4];

    memcpy(head, text, (size_t)begun);
    head[begun] = '\0';
    /* A blank is no part of a figure unless the sign follows; a comma after a
     * whole number asks for groups, which have no fourth digit. */
    const bool blank = begun > 0 && head[begun - 1] == ' ';
    const bool group = (text[begun] == ',' || text_is_digit(text[begun])) &&
                       strpbrk(head, ".%") == NULL;
    if (text[0] == '\0') {
        FUZZ_NEED(status == DT_E_EMPTY && index == 0, "\"%s\"", text);
    } else if (any > begun) {
        /* A comma or a point may still follow the last digit, with what they
         * ask for or not. */
        const bool mark = !text_is_digit(text[begun]);
        FUZZ_NEED(status == DT_E_OVERFLOW || (mark && status == DT_E_TEXT &&
                                              index == any), "\"%s\": %d", text,
                  (int)status);
        FUZZ_NEED(index == begun || (mark && index <= any), "\"%s\": %d", text,
                  (int)index);
    } else if (blank || (text_is_figure(head, flags, &figure) && !group)) {
        FUZZ_NEED(status == DT_E_TRAILING && index == begun - blank,
                  "\"%s\": %d, %d", text, (int)status, (int)index);
    } else {
        FUZZ_NEED(status == DT_E_TEXT, "\"%s\": %d", text, (int)status);
        FUZZ_NEED(index == begun, "\"%s\": %d", text, (int)index);
    }
}

/* What is printed, made of the digits by the C library. */
static void
text_print(const struct dt_compare_figure *figure, char *text)
{
    char digits[48];
    const int decimals = figure->decimals > 0 ? figure->decimals : 0;
    const int64_t size = figure->digits < 0 ? -figure->digits : figure->digits;
    int n = snprintf(digits, sizeof(digits), "%0*" PRId64, decimals + 1, size);

    for (int i = figure->decimals; i < 0 && size != 0; i++)
        digits[n++] = '0';
    digits[n] = '\0';
    snprintf(text, TEXT_MOST, "%s%.*s%s%s", figure->digits < 0 ? "-" : "",
             n - decimals, digits, decimals > 0 ? "." : "",
             digits + n - decimals);
}

static void
text_check_format(const struct dt_compare_figure *figure, int64_t capacity)
{
    char expected[TEXT_MOST];
    char *buffer = fuzz_room((size_t)capacity);
    struct dt_compare_figure again;
    int64_t needed = -7;

    text_print(figure, expected);
    const int64_t size = (int64_t)strlen(expected) + 1;
    const int32_t status = dt_compare_figure_format(
        figure, capacity == 0 ? NULL : buffer, capacity, &needed, NULL);
    FUZZ_NEED(needed == size, "%s: %d", expected, (int)needed);
    FUZZ_NEED(status == (capacity < size ? DT_E_CAPACITY : DT_E_OK), "%s: %d",
              expected, (int)status);
    if (status == DT_E_OK) {
        FUZZ_NEED(strcmp(buffer, expected) == 0, "%s: %s", expected, buffer);
        FUZZ_NEED(figure->decimals < 0 ||
                  (dt_compare_figure_parse(buffer, 0, &again, NULL) == 0 &&
                   again.digits == figure->digits &&
                   again.decimals == figure->decimals), "%s", expected);
    }
    free(buffer);
}

static void
text_check_parse(struct fuzz *f)
{
    const uint32_t flags = (uint32_t)fuzz_below(f, 4);
    char *text = fuzz_text(f, TEXT_MOST - 1);
    struct dt_compare_figure figure = { 7, 7, 7, 7, 7 };
    struct dt_error error = { 0, 0, -9, "" };
    struct text_figure expected;
    const int32_t status = dt_compare_figure_parse(text, flags, &figure,
                                                   &error);
    if (text_is_figure(text, flags, &expected) && text_fits(&expected)) {
        FUZZ_NEED(status == DT_E_OK, "\"%s\": %d", text, (int)status);
        FUZZ_NEED(figure.digits == expected.digits &&
                  figure.decimals == expected.decimals &&
                  figure.rounding == 0 && figure.quality == 0 &&
                  figure.reserved == 0, "\"%s\"", text);
        text_check_format(&figure, 40);
    } else {
        FUZZ_NEED(status < 0 && status == error.code, "\"%s\"", text);
        FUZZ_NEED(figure.digits == 7 && figure.decimals == 7, "\"%s\"", text);
        text_check_refusal(text, flags, status, error.index);
    }
    free(text);
}

/* Whether a text has the shape: 9 is any digit, and all else itself. */
static bool
text_has_shape(const char *text, const char *shape)
{
    for (; *shape != '\0'; shape++, text++)
        if (*shape == '9' ? !text_is_digit(*text) : *text != *shape)
            return false;
    return *text == '\0';
}

static int
text_number(const char *digits, int n)
{
    return n == 0 ? 0 : 10 * text_number(digits, n - 1) + (digits[n - 1] - '0');
}

/* A date, by the day that it is the last of. */
static int32_t
text_period_of_date(int32_t frequency, const char *text, int64_t *period)
{
    const struct naive_date date = { text_number(text, 4),
                                     text_number(text + 5, 2),
                                     text_number(text + 8, 2) };
    int64_t first, last;

    if (!naive_exists(date))
        return DT_E_DATE;
    *period = naive_period(frequency, naive_day(date));
    if (*period == DT_SERIES_NO_PERIOD)
        return DT_E_DATE;
    (void)naive_days(frequency, *period, &first, &last);
    return last == naive_day(date) ? DT_E_OK : DT_E_DATE;
}

/* A period of months or an ISO week, of which the number follows. */
static int32_t
text_period_of_part(int32_t frequency, const char *text, int digits,
                    int64_t *period)
{
    const int year = text_number(text, 4);
    const int part = text_number(text + strlen(text) - digits, digits);

    if (frequency == DT_SERIES_FREQ_WEEK) {
        const struct naive_date fourth = { year, 1, 4 };
        const int64_t week = naive_period(frequency, naive_day(fourth));
        *period = week + part - 1;
        return part >= 1 && part <= naive_weeks(year) ? DT_E_OK : DT_E_WEEK;
    }
    const int parts = 12 / naive_months(frequency);
    *period = (int64_t)parts * year + part - 1;
    return part >= 1 && part <= parts ? DT_E_OK : DT_E_DATE;
}

/* What a whole text says; DT_E_TEXT for every other form. */
static int32_t
text_period(int32_t frequency, const char *text, int64_t *period)
{
    static const char *const shapes[][2] = {
        { "9999-A9", "" }, { "9999-S9", "" }, { "9999-Q9", "" },
        { "9999-99", "9999-M99" }, { "9999-W99", "" },
    };
    const int family = frequency / 100;

    if (family == 1 && text_has_shape(text, "9999")) {
        *period = text_number(text, 4);
        return DT_E_OK;
    }
    if (family >= 6 || (family == 5 && frequency != DT_SERIES_FREQ_WEEK))
        return text_has_shape(text, "9999-99-99")
                   ? text_period_of_date(frequency, text, period) : DT_E_TEXT;
    if (text_has_shape(text, shapes[family - 1][0]) ||
        (text[0] != '\0' && text_has_shape(text, shapes[family - 1][1])))
        return text_period_of_part(frequency, text, family < 4 ? 1 : 2, period);
    return DT_E_TEXT;
}

/* Texts of other forms are refused, the one or the other way: a date that does
 * not exist before what follows it. */
static void
text_check_period(struct fuzz *f)
{
    const int32_t frequency = naive_frequency(f);
    char *text = fuzz_text(f, TEXT_MOST);
    int64_t period = -7, expected;
    struct dt_error error = { 0, 0, -9, "" };
    const int32_t status = dt_series_period_parse(frequency, text, &period,
                                                  &error);
    const int32_t wanted = text_period(frequency, text, &expected);
    if (wanted == DT_E_OK) {
        FUZZ_NEED(status == DT_E_OK && period == expected,
                  "%d \"%s\": %d, %" PRId64 " not %" PRId64, (int)frequency,
                  text, (int)status, period, expected);
    } else if (wanted != DT_E_TEXT) {
        FUZZ_NEED(status == wanted && period == -7, "%d \"%s\": %d not %d",
                  (int)frequency, text, (int)status, (int)wanted);
    } else {
        FUZZ_NEED(status <= DT_E_EMPTY && status >= DT_E_WEEK && period == -7 &&
                  (status == DT_E_EMPTY) == (text[0] == '\0'),
                  "%d \"%s\": %d", (int)frequency, text, (int)status);
        FUZZ_NEED(error.index >= 0 && error.index <= (int64_t)strlen(text),
                  "\"%s\"", text);
    }
    free(text);
}

/* The first form, made of the naive date of the last day. */
static bool
text_print_period(int32_t frequency, int64_t period, char *text)
{
    static const char *const part[] = { "", "-S%d", "-Q%d", "-%02d" };
    const int months = naive_months(frequency);
    int64_t first, last, year;
    int week;

    if (!naive_days(frequency, period, &first, &last))
        return false;
    const struct naive_date d = naive_date_of(last);
    year = d.year;
    naive_week(last, frequency == DT_SERIES_FREQ_WEEK ? &year : &first, &week);
    if (year < 0 || year > 9999)
        return false;
    text += sprintf(text, "%04d", (int)year);
    if (months > 1)
        sprintf(text, part[frequency / 100 - 1], (d.month - 1) / months + 1);
    else if (months == 1)
        sprintf(text, "-%02d", d.month);
    else if (frequency == DT_SERIES_FREQ_WEEK)
        sprintf(text, "-W%02d", week);
    else
        sprintf(text, "-%02d-%02d", d.month, d.day);
    return true;
}

static void
text_check_period_format(struct fuzz *f)
{
    const int32_t frequency = naive_frequency(f);
    const int64_t period = fuzz_integer(f) % 800000;
    const int64_t capacity = fuzz_below(f, 16);
    char *buffer = fuzz_room((size_t)capacity);
    char expected[TEXT_MOST];
    int64_t needed = -7, again;
    const bool written = text_print_period(frequency, period, expected);
    const int32_t status = dt_series_period_format(
        frequency, period, capacity == 0 ? NULL : buffer, capacity, &needed,
        NULL);

    if (!written) {
        FUZZ_NEED(status == DT_E_PERIOD && needed == -7, "%d %" PRId64 ": %d",
                  (int)frequency, period, (int)status);
    } else {
        const int64_t size = (int64_t)strlen(expected) + 1;
        FUZZ_NEED(needed == size, "%s: %d", expected, (int)needed);
        FUZZ_NEED(status == (capacity < size ? DT_E_CAPACITY : DT_E_OK),
                  "%s: %d", expected, (int)status);
        FUZZ_NEED(status < 0 || strcmp(buffer, expected) == 0, "%s: %s",
                  expected, buffer);
        FUZZ_NEED(dt_series_period_parse(frequency, expected, &again, NULL) ==
                  0 && again == period, "%s", expected);
    }
    free(buffer);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };

    naive_count();
    switch (fuzz_below(&f, 4)) {
    case 0:
        text_check_parse(&f);
        break;
    case 1:
        text_check_period(&f);
        break;
    case 2:
        text_check_period_format(&f);
        break;
    default: {
        const struct dt_compare_figure figure = {
            fuzz_integer(&f) % 1000000000000000, fuzz_below(&f, 34) - 15,
            fuzz_below(&f, 6), fuzz_below(&f, 2), 0 };
        text_check_format(&figure, fuzz_below(&f, 42));
    }
    }
    return 0;
}
