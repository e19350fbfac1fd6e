/* SPDX-License-Identifier: MIT */
#include <dtgrowth/period.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

/* Where reading a text has come to. */
struct period_cursor {
    const char *text;
    int64_t at;
    struct dt_error *error;
};

static int32_t
period_parse_refuse_form(const struct period_cursor *c, int32_t frequency)
{
    static const char days[][11] = {
        "2024-07-15", "2024-07-16", "2024-07-17", "2024-07-18", "2024-07-19",
        "2024-07-20", "2024-07-21" }; /* From a Monday on. */
    char buffer[DT__QUOTE_SIZE];
    /* Weeks without a number are the dates that they end on. */
    const bool is_date = dt__is_week(frequency) && !dt__is_iso_week(frequency);
    return dt__fail(
        c->error, DT_E_TEXT, c->at, "text is \"%s\"; a %s is written like %s",
        dt__quote(c->text, buffer),
        dt_series_frequency_name(frequency),
        is_date ? days[frequency - DT_SERIES_FREQ_WEEK_BASE - 1]
                : dt__family(frequency)->example);
}

static bool
period_parse_accept(struct period_cursor *c, char wanted)
{
    if (c->text[c->at] != wanted)
        return false;
    c->at++;
    return true;
}

/* Exactly `count` digits. */
static bool
period_parse_digits(struct period_cursor *c, int count, int32_t *value)
{
    *value = 0;
    for (int i = 0; i < count; i++, c->at++) {
        const char digit = c->text[c->at];
        if (!dt__is_digit(digit))
            return false;
        *value = 10 * *value + (digit - '0');
    }
    return true;
}

static int32_t
period_parse_refuse_range(const struct period_cursor *c, const char *what,
                          int32_t value, int32_t limit)
{
    char buffer[DT__QUOTE_SIZE];
    return dt__fail(c->error, DT_E_DATE, c->at,
                    "text is \"%s\": no %s %" PRId32 ", only 1 to %" PRId32,
                    dt__quote(c->text, buffer), what, value, limit);
}

static int32_t
period_parse_integer(struct period_cursor *c, int64_t *period)
{
    const bool negative = period_parse_accept(c, '-');
    const int64_t first = c->at;
    char buffer[DT__QUOTE_SIZE];
    uint64_t size = 0;

    for (; dt__is_digit(c->text[c->at]); c->at++) {
        const uint64_t digit = (uint64_t)(c->text[c->at] - '0');
        /* One less than the largest magnitude: INT64_MIN is no period. */
        if (size > ((uint64_t)INT64_MAX - digit) / 10)
            return dt__fail(c->error, DT_E_OVERFLOW, c->at,
                            "text is an integer out of range");
        size = 10 * size + digit;
    }
    if (c->at == first)
        return dt__fail(c->error, DT_E_TEXT, c->at, "text is \"%s\"; an "
                        "undated period is written like %s",
                        dt__quote(c->text, buffer),
                        dt__family(DT_SERIES_FREQ_UNDATED)->example);
    *period = negative ? -(int64_t)size : (int64_t)size;
    return DT_E_OK;
}

/* Part `number` of a year, by the order of the months in which parts end. */
static int32_t
period_parse_part(struct period_cursor *c, int32_t frequency, int32_t year,
                  int64_t *period)
{
    const struct dt__family *family = dt__family(frequency);
    const int32_t per_year = dt_series_per_year(frequency);
    int32_t number;

    if (!period_parse_accept(c, family->letter) && !family->bare)
        return period_parse_refuse_form(c, frequency);
    const int64_t at = c->at;
    if (!period_parse_digits(c, family->digits, &number))
        return period_parse_refuse_form(c, frequency);
    if (number < 1 || number > per_year) {
        c->at = at;
        return period_parse_refuse_range(c, dt_series_frequency_name(frequency),
                                         number, per_year);
    }
    *period = (int64_t)per_year * year + number - 1;
    return DT_E_OK;
}

static int32_t
period_parse_week(struct period_cursor *c, int32_t frequency, int32_t year,
                  int64_t *period)
{
    const struct dt__family *family = dt__family(frequency);
    char buffer[DT__QUOTE_SIZE];
    int32_t week;

    if (!period_parse_accept(c, family->letter))
        return period_parse_refuse_form(c, frequency);
    const int64_t at = c->at;
    if (!period_parse_digits(c, family->digits, &week))
        return period_parse_refuse_form(c, frequency);
    const int32_t weeks = dt__iso_weeks(year);
    if (week < 1 || week > weeks)
        return dt__fail(c->error, DT_E_WEEK, at,
                        "text is \"%s\": year %" PRId32
                        " has weeks 1 to %" PRId32,
                        dt__quote(c->text, buffer), year, weeks);
    *period = dt__period_of_day(frequency,
                                dt__iso_year_start(year) + 7 * (week - 1));
    return DT_E_OK;
}

/* Days, business days, and weeks that are named by their last day. */
static int32_t
period_parse_date(struct period_cursor *c, int32_t frequency, int32_t year,
                  int64_t *period)
{
    struct dt__date date = { .year = year };
    char buffer[DT__QUOTE_SIZE];

    const int64_t at = c->at;
    if (!period_parse_digits(c, 2, &date.month) ||
        !period_parse_accept(c, '-') || !period_parse_digits(c, 2, &date.day))
        return period_parse_refuse_form(c, frequency);
    if (!dt__date_exists(date))
        return dt__fail(c->error, DT_E_DATE, at,
                        "text is \"%s\": no such date",
                        dt__quote(c->text, buffer));
    const int64_t day = dt__day_of_date(date);
    if (!dt__day_has_period(frequency, day))
        return dt__fail(c->error, DT_E_DATE, at, "text is \"%s\": a weekend, "
                        "no business day", dt__quote(c->text, buffer));
    if (dt__is_week(frequency) && dt__weekday(day) != dt__anchor(frequency))
        return dt__fail(c->error, DT_E_DATE, at, "text is \"%s\": not the last "
                        "day of a %s", dt__quote(c->text, buffer),
                        dt_series_frequency_name(frequency));
    *period = dt__period_of_day(frequency, day);
    return DT_E_OK;
}

static int32_t
period_parse_any(struct period_cursor *c, int32_t frequency, int64_t *period)
{
    const int32_t months = dt__family(frequency)->months;
    int32_t year;

    if (frequency == DT_SERIES_FREQ_UNDATED)
        return period_parse_integer(c, period);
    if (!period_parse_digits(c, 4, &year))
        return period_parse_refuse_form(c, frequency);
    *period = year;
    if (months == 12 && c->text[c->at] != '-')
        return DT_E_OK;
    if (!period_parse_accept(c, '-'))
        return period_parse_refuse_form(c, frequency);
    if (months > 0)
        return period_parse_part(c, frequency, year, period);
    if (dt__is_iso_week(frequency))
        return period_parse_week(c, frequency, year, period);
    return period_parse_date(c, frequency, year, period);
}

int32_t
dt_series_period_parse(int32_t frequency, const char *text, int64_t *period,
                       struct dt_error *error)
{
    DT__TRY(dt__check_given(text, "text", error));
    DT__TRY(dt__check_given(period, "period", error));
    DT__TRY(dt__check_frequency(frequency, "frequency", error));
    if (text[0] == '\0')
        return dt__fail(error, DT_E_EMPTY, 0, "text is empty");

    struct period_cursor c = { text, 0, error };
    int64_t found = DT_SERIES_NO_PERIOD;
    DT__TRY(period_parse_any(&c, frequency, &found));
    if (text[c.at] != '\0') {
        char buffer[DT__QUOTE_SIZE];
        return dt__fail(error, DT_E_TRAILING, c.at, "text is \"%s\": character "
                        "%" PRId64 " and what follows is too much",
                        dt__quote(text, buffer), c.at);
    }
    *period = found;
    return DT_E_OK;
}
