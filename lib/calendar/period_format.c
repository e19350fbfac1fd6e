/* SPDX-License-Identifier: MIT */
#include "calendar/period_format.h"

#include <dtgrowth/period.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

/* A text of four digits for the year, which is all that ISO 8601 has without
 * an agreement. */
static int32_t
period_format_check_year(int64_t year, int64_t period, struct dt_error *error)
{
    if (year < 0 || year > 9999)
        return dt__fail(error, DT_E_PERIOD, -1, "period %" PRId64
                        " lies in the year %" PRId64
                        ", which four digits cannot write", period, year);
    return DT_E_OK;
}

/* "2024", "2024-Q3", "2024-07": a period of months, by its last day. */
static int32_t
period_format_part(int32_t frequency, int64_t period, int64_t last, char *text,
                   struct dt_error *error)
{
    const struct dt__family *family = dt__family(frequency);
    const char letter[] = { family->bare ? '\0' : family->letter, '\0' };
    const int64_t per_year = dt_series_per_year(frequency);
    const int32_t year = dt__date_of_day(last).year;
    const int part = (int)(period - per_year * year + 1);

    DT__TRY(period_format_check_year(year, period, error));
    if (per_year == 1)
        (void)snprintf(text, DT__PERIOD_TEXT_SIZE, "%04d", (int)year);
    else
        (void)snprintf(text, DT__PERIOD_TEXT_SIZE, "%04d-%s%0*d", (int)year,
                       letter, family->digits, part);
    return DT_E_OK;
}

/* "2024-W05" */
static int32_t
period_format_week(int64_t period, int64_t last, char *text,
                   struct dt_error *error)
{
    int32_t year, week;
    dt__iso_week(last, &year, &week);
    DT__TRY(period_format_check_year(year, period, error));
    (void)snprintf(text, DT__PERIOD_TEXT_SIZE, "%04d-W%02d", (int)year,
                   (int)week);
    return DT_E_OK;
}

/* "2024-07-15" */
static int32_t
period_format_date(int64_t period, int64_t last, char *text,
                   struct dt_error *error)
{
    const struct dt__date date = dt__date_of_day(last);
    DT__TRY(period_format_check_year(date.year, period, error));
    (void)snprintf(text, DT__PERIOD_TEXT_SIZE, "%04d-%02d-%02d", (int)date.year,
                   (int)date.month, (int)date.day);
    return DT_E_OK;
}

static int32_t
period_format_dated(int32_t frequency, int64_t period, char *text,
                    struct dt_error *error)
{
    int64_t first, last;
    DT__TRY(dt__period_days(frequency, period, &first, &last, error));
    if (dt__family(frequency)->months > 0)
        return period_format_part(frequency, period, last, text, error);
    if (dt__is_iso_week(frequency))
        return period_format_week(period, last, text, error);
    return period_format_date(period, last, text, error);
}

int32_t
dt_series_period_format(int32_t frequency, int64_t period, char *buffer,
                        int64_t capacity, int64_t *needed,
                        struct dt_error *error)
{
    DT__TRY(dt__check_buffer(buffer, capacity, error));
    DT__TRY(dt__check_frequency(frequency, "frequency", error));
    DT__TRY(dt__check_period(period, "period", error));

    char text[DT__PERIOD_TEXT_SIZE];
    if (frequency == DT_SERIES_FREQ_UNDATED)
        (void)snprintf(text, sizeof(text), "%" PRId64, period);
    else
        DT__TRY(period_format_dated(frequency, period, text, error));
    return dt__give_text(text, buffer, capacity, needed, error);
}

const char *
dt__period_text(char buffer[DT__PERIOD_TEXT_SIZE], int32_t frequency,
                int64_t period)
{
    if (dt_series_period_format(frequency, period, buffer,
                                DT__PERIOD_TEXT_SIZE, NULL, NULL) < 0)
        (void)snprintf(buffer, DT__PERIOD_TEXT_SIZE, "%" PRId64, period);
    return buffer;
}

/* The likely year of an ordinal that is written as one: 2024, and with a month
 * or a week 202401, with a day 20240115; 0 for others. */
static int64_t
period_format_label(int32_t frequency, int64_t period)
{
    const bool yearly = dt_series_per_year(frequency) == 1;
    int64_t year = yearly ? 0 : period; /* Of years, the ordinal is the year. */

    if (frequency == DT_SERIES_FREQ_UNDATED)
        return 0;
    if (period >= 10000101 && period <= 99991231)
        year = period / 10000;
    else if (period >= 100001 && period <= 999953)
        year = period / 100;
    return year >= 1900 && year < 2100 ? year : 0;
}

const char *
dt__period_slip(char buffer[DT__PERIOD_SLIP_SIZE], int32_t frequency,
                int64_t period, int64_t start)
{
    enum { NEAR = 400 }; /* Some ordinals read like years and are none. */
    const int64_t year = period_format_label(frequency, period);
    const int64_t start_year = period_format_label(frequency, start);
    const uint64_t apart = period < start ? (uint64_t)start - (uint64_t)period
                                          : (uint64_t)period - (uint64_t)start;

    buffer[0] = '\0';
    if ((year == 0) != (start_year == 0) && apart > NEAR)
        (void)snprintf(buffer, DT__PERIOD_SLIP_SIZE,
                       " (%" PRId64 " is an ordinal: of the year %" PRId64
                       ", dt_series_period_of())",
                       year != 0 ? period : start, year + start_year);
    return buffer;
}
