#include "calendar/period_format.h"

#include <dtgrowth/series.h>

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

enum { TEXT_SIZE = 32 };

/* A text of four digits for the year, which is all that ISO 8601 has without
 * an agreement. */
static int32_t
check_year(int64_t year, int64_t period, struct dt_error *error)
{
    if (year < 0 || year > 9999)
        return dt__fail(error, DT_E_PERIOD, -1, "period %" PRId64
                        " lies in the year %" PRId64
                        ", which four digits cannot write", period, year);
    return DT_E_OK;
}

static void
write_part(int32_t frequency, int64_t year, int64_t part, char *text)
{
    switch (dt__months(frequency)) {
    case 12:
        (void)snprintf(text, TEXT_SIZE, "%04d", (int)year);
        break;
    case 6:
        (void)snprintf(text, TEXT_SIZE, "%04d-S%d", (int)year, (int)part);
        break;
    case 3:
        (void)snprintf(text, TEXT_SIZE, "%04d-Q%d", (int)year, (int)part);
        break;
    default:
        (void)snprintf(text, TEXT_SIZE, "%04d-%02d", (int)year, (int)part);
        break;
    }
}

static int32_t
write_period(int32_t frequency, int64_t period, char *text,
             struct dt_error *error)
{
    int64_t first, last;
    DT__TRY(dt__period_days(frequency, period, &first, &last, error));

    struct dt__date date = dt__date_of_day(last);
    int32_t week = 0;
    if (frequency == DT_SERIES_WEEK)
        dt__iso_week(last, &date.year, &week);
    DT__TRY(check_year(date.year, period, error));

    const int64_t per_year = dt_series_per_year(frequency);
    if (per_year > 0)
        write_part(frequency, date.year, period - per_year * date.year + 1,
                   text);
    else if (frequency == DT_SERIES_WEEK)
        (void)snprintf(text, TEXT_SIZE, "%04d-W%02d", (int)date.year,
                       (int)week);
    else
        (void)snprintf(text, TEXT_SIZE, "%04d-%02d-%02d", (int)date.year,
                       (int)date.month, (int)date.day);
    return DT_E_OK;
}

int32_t
dt_series_period_format(int32_t frequency, int64_t period, char *buffer,
                        int64_t capacity, int64_t *needed,
                        struct dt_error *error)
{
    DT__TRY(dt__check_buffer(buffer, capacity, error));
    if (!dt__frequency_is_known(frequency))
        return dt__fail(error, DT_E_FREQUENCY, -1, "frequency is %" PRId32
                        ", no known frequency", frequency);
    if (period == DT_SERIES_NO_PERIOD)
        return dt__fail(error, DT_E_PERIOD, -1, "period is no period");

    char text[TEXT_SIZE];
    if (frequency == DT_SERIES_UNDATED)
        (void)snprintf(text, sizeof(text), "%" PRId64, period);
    else
        DT__TRY(write_period(frequency, period, text, error));
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
