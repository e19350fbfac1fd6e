/* SPDX-License-Identifier: MIT */
#include "figures/figure_text.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/text.h"
#include "figures/figure.h"

/* What has been read of a text so far. */
struct figure_text {
    const char *text;
    int64_t at;          /* The next character. */
    int64_t digits;
    int32_t significant; /* Digits without leading zeros. */
    int32_t decimals;
};

/* Fails at the next character, and shows it. */
static int32_t
figure_text_refuse(const struct figure_text *self, int32_t code,
                   const char *reason, struct dt_error *error)
{
    const unsigned char c = (unsigned char)self->text[self->at];
    if (c == '\0')
        return dt__fail(error, code, self->at, "text ends at %" PRId64 ": %s",
                        self->at, reason);
    if (c < ' ' || c > '~')
        return dt__fail(error, code, self->at,
                        "text[%" PRId64 "] is byte 0x%02x: %s", self->at,
                        (unsigned)c, reason);
    return dt__fail(error, code, self->at, "text[%" PRId64 "] is '%c': %s",
                    self->at, c, reason);
}

static int32_t
figure_text_digit(struct figure_text *self, struct dt_error *error)
{
    const char c = self->text[self->at];
    if (self->significant == DT__FIGURE_DIGITS)
        return figure_text_refuse(self, DT_E_OVERFLOW,
                                  "a figure has at most "
                                  DT__TEXT_OF(DT__FIGURE_DIGITS) " digits",
                                  error);
    self->digits = 10 * self->digits + (c - '0');
    self->significant += self->digits != 0;
    self->at++;
    return DT_E_OK;
}

static int32_t
figure_text_digits(struct figure_text *self, struct dt_error *error)
{
    while (dt__is_digit(self->text[self->at]))
        DT__TRY(figure_text_digit(self, error));
    return DT_E_OK;
}

/* ",590": the comma is next. */
static int32_t
figure_text_group(struct figure_text *self, struct dt_error *error)
{
    self->at++;
    for (int i = 0; i < 3; i++) {
        if (!dt__is_digit(self->text[self->at]))
            return figure_text_refuse(self, DT_E_TEXT,
                                      "expected three digits after a comma "
                                      "(decimals follow a point)", error);
        DT__TRY(figure_text_digit(self, error));
    }
    if (dt__is_digit(self->text[self->at]))
        return figure_text_refuse(self, DT_E_TEXT,
                                  "expected three digits after a comma, not "
                                  "more", error);
    return DT_E_OK;
}

static int32_t
figure_text_whole(struct figure_text *self, uint32_t flags,
                  struct dt_error *error)
{
    const int64_t first = self->at;
    if (!dt__is_digit(self->text[first]))
        return figure_text_refuse(self, DT_E_TEXT, "expected a digit", error);

    DT__TRY(figure_text_digits(self, error));
    if (self->text[self->at] != ',')
        return DT_E_OK;
    if ((flags & DT_COMPARE_TEXT_GROUPS) == 0)
        return figure_text_refuse(self, DT_E_TEXT,
                                  "decimals follow a point, and groups of "
                                  "thousands are refused unless asked for",
                                  error);
    if (self->at - first > 3)
        return figure_text_refuse(self, DT_E_TEXT,
                                  "more than three digits before a comma",
                                  error);
    if (self->text[first] == '0')
        return figure_text_refuse(self, DT_E_TEXT,
                                  "no thousands follow a leading 0", error);
    while (self->text[self->at] == ',')
        DT__TRY(figure_text_group(self, error));
    return DT_E_OK;
}

/* ".50": the point is next. */
static int32_t
figure_text_fraction(struct figure_text *self, struct dt_error *error)
{
    self->at++;
    if (!dt__is_digit(self->text[self->at]))
        return figure_text_refuse(self, DT_E_TEXT,
                                  "expected a digit after the point", error);

    for (; dt__is_digit(self->text[self->at]); self->decimals++) {
        if (self->decimals == DT__FIGURE_DECIMALS_MAX)
            return figure_text_refuse(self, DT_E_OVERFLOW,
                                      "a figure has at most "
                                      DT__TEXT_OF(DT__FIGURE_DECIMALS_MAX)
                                      " decimals",
                                      error);
        DT__TRY(figure_text_digit(self, error));
    }
    return DT_E_OK;
}

/* "%" or " %", if there is one. */
static void
figure_text_percent(struct figure_text *self)
{
    const char *rest = self->text + self->at;
    if (rest[0] == '%')
        self->at += 1;
    else if (rest[0] == ' ' && rest[1] == '%')
        self->at += 2;
}

static int32_t
figure_text_number(struct figure_text *self, uint32_t flags,
                   struct dt_error *error)
{
    const bool negative = self->text[0] == '-';
    self->at = negative || self->text[0] == '+';

    DT__TRY(figure_text_whole(self, flags, error));
    if (self->text[self->at] == '.')
        DT__TRY(figure_text_fraction(self, error));

    if ((flags & DT_COMPARE_TEXT_PERCENT) != 0)
        figure_text_percent(self);
    if (self->text[self->at] != '\0')
        return figure_text_refuse(self, DT_E_TRAILING,
                                  "the figure ends before it", error);
    if (negative)
        self->digits = -self->digits;
    return DT_E_OK;
}

int32_t
dt_compare_figure_parse(const char *text, uint32_t flags,
                        struct dt_compare_figure *figure,
                        struct dt_error *error)
{
    DT__TRY(dt__check_given(text, "text", error));
    DT__TRY(dt__check_given(figure, "figure", error));
    if ((flags & ~(uint32_t)(DT_COMPARE_TEXT_GROUPS |
                             DT_COMPARE_TEXT_PERCENT)) != 0)
        return dt__fail(error, DT_E_FLAG, -1,
                        "flags is 0x%" PRIx32 ": unknown flag", flags);
    if (text[0] == '\0')
        return dt__fail(error, DT_E_EMPTY, 0, "text is empty");

    struct figure_text reader = { .text = text };
    DT__TRY(figure_text_number(&reader, flags, error));

    *figure = (struct dt_compare_figure){
        .digits = reader.digits,
        .decimals = reader.decimals,
        .rounding = DT_COMPARE_ROUNDING_UNKNOWN,
        .quality = DT_COMPARE_QUALITY_PRINTED,
    };
    return DT_E_OK;
}

const char *
dt__figure_text(const struct dt_compare_figure *figure,
                char text[DT__FIGURE_TEXT_SIZE])
{
    const int32_t decimals = figure->decimals;
    uint64_t rest = (uint64_t)(figure->digits < 0 ? -figure->digits
                                                  : figure->digits);
    char backwards[DT__FIGURE_TEXT_SIZE];
    int n = 0;

    for (int32_t i = decimals; i < 0 && rest != 0; i++)
        backwards[n++] = '0';
    for (int32_t place = 0; rest != 0 || place <= decimals || place == 0;
         place++) {
        if (place == decimals && place > 0)
            backwards[n++] = '.';
        backwards[n++] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (figure->digits < 0)
        backwards[n++] = '-';
    for (int i = 0; i < n; i++)
        text[i] = backwards[n - 1 - i];
    text[n] = '\0';
    return text;
}

int32_t
dt_compare_figure_format(const struct dt_compare_figure *figure, char *buffer,
                         int64_t capacity, int64_t *needed,
                         struct dt_error *error)
{
    DT__TRY(dt__check_given(figure, "figure", error));
    DT__TRY(dt__check_buffer(buffer, capacity, error));
    DT__TRY(dt__figure_check(figure, "figure->", error));

    char text[DT__FIGURE_TEXT_SIZE];
    return dt__give_text(dt__figure_text(figure, text), buffer, capacity,
                         needed, error);
}
