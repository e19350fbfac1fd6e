/* SPDX-License-Identifier: MIT */
#include <dtgrowth/period.h>

#include <inttypes.h>

#include "base/error.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

static int32_t
period_check_which(int32_t which, struct dt_error *error)
{
    if (which != DT_SERIES_WHICH_FIRST && which != DT_SERIES_WHICH_LAST)
        return dt__fail(
            error, DT_E_RULE, -1,
            "which is %" PRId32
            ", neither DT_SERIES_WHICH_FIRST nor DT_SERIES_WHICH_LAST",
            which);
    return DT_E_OK;
}

int32_t
dt_series_period_from_date(int32_t frequency, int32_t year, int32_t month,
                           int32_t day, int64_t *period,
                           struct dt_error *error)
{
    DT__TRY(dt__check_given(period, "period", error));
    DT__TRY(dt__check_dated(frequency, "frequency", error));

    const struct dt__date date = { year, month, day };
    if (!dt__date_exists(date))
        return dt__fail(error, DT_E_DATE, -1, "no such date: year %" PRId32
                        ", month %" PRId32 ", day %" PRId32, year, month, day);
    const int64_t number = dt__day_of_date(date);
    if (!dt__day_has_period(frequency, number))
        return dt__fail(error, DT_E_DATE, -1, "year %" PRId32 ", month %"
                        PRId32 ", day %" PRId32 " is a weekend, no business "
                        "day", year, month, day);
    /* The period as a whole has to lie in the calendar. */
    const int64_t found = dt__period_of_day(frequency, number);
    int64_t first, last;
    DT__TRY(dt__period_days(frequency, found, &first, &last, error));
    *period = found;
    return DT_E_OK;
}

int32_t
dt_series_period_to_date(int32_t frequency, int64_t period, int32_t which,
                         int32_t *year, int32_t *month, int32_t *day,
                         struct dt_error *error)
{
    DT__TRY(dt__check_given(year, "year", error));
    DT__TRY(dt__check_given(month, "month", error));
    DT__TRY(dt__check_given(day, "day", error));
    DT__TRY(dt__check_dated(frequency, "frequency", error));
    DT__TRY(period_check_which(which, error));
    DT__TRY(dt__check_period(period, "period", error));
    int64_t first, last;
    DT__TRY(dt__period_days(frequency, period, &first, &last, error));

    const struct dt__date date =
        dt__date_of_day(which == DT_SERIES_WHICH_FIRST ? first : last);
    *year = date.year;
    *month = date.month;
    *day = date.day;
    return DT_E_OK;
}

/* The first or last business day from `first` to `last`. */
static int32_t
period_convert_to_business(int32_t frequency, int64_t first, int64_t last,
                           int32_t which, int64_t *converted,
                           struct dt_error *error)
{
    const int64_t from = dt__period_of_day(frequency, first);
    /* The one at or after the day after, less one: at or before `last`. */
    const int64_t to = dt__period_of_day(frequency, last + 1) - 1;

    if (to < from)
        return dt__fail(error, DT_E_PERIOD, -1,
                        "period has no business day: it is a weekend");
    *converted = which == DT_SERIES_WHICH_FIRST ? from : to;
    return DT_E_OK;
}

int32_t
dt_series_period_convert(int32_t from, int32_t to, int64_t period,
                         int32_t which, int64_t *converted,
                         struct dt_error *error)
{
    DT__TRY(dt__check_given(converted, "converted", error));
    const bool undated = from == DT_SERIES_FREQ_UNDATED && to == from;
    if (!undated) {
        DT__TRY(dt__check_dated(from, "from", error));
        DT__TRY(dt__check_dated(to, "to", error));
    }
    DT__TRY(period_check_which(which, error));
    DT__TRY(dt__check_period(period, "period", error));
    if (undated) {
        *converted = period;
        return DT_E_OK;
    }

    int64_t first, last;
    DT__TRY(dt__period_days(from, period, &first, &last, error));
    if (dt__family(to)->measure == DT__BUSINESS_DAYS)
        return period_convert_to_business(to, first, last, which, converted,
                                          error);
    const int64_t found =
        dt__period_of_day(to, which == DT_SERIES_WHICH_FIRST ? first : last);
    DT__TRY(dt__period_days(to, found, &first, &last, error));
    *converted = found;
    return DT_E_OK;
}

int32_t
dt_series_period_add(int64_t period, int64_t count, int64_t *sum,
                     struct dt_error *error)
{
    DT__TRY(dt__check_given(sum, "sum", error));
    DT__TRY(dt__check_period(period, "period", error));
    if ((count > 0 && period > INT64_MAX - count) ||
        (count < 0 && period <= INT64_MIN - count))
        return dt__fail(error, DT_E_OVERFLOW, -1, "period %" PRId64
                        " + count %" PRId64 " is out of range", period, count);
    *sum = period + count;
    return DT_E_OK;
}

int32_t
dt_series_period_difference(int64_t base, int64_t end, int64_t *count,
                            struct dt_error *error)
{
    DT__TRY(dt__check_given(count, "count", error));
    DT__TRY(dt__check_period(base, "base", error));
    DT__TRY(dt__check_period(end, "end", error));
    if ((base < 0 && end > INT64_MAX + base) ||
        (base > 0 && end < INT64_MIN + base))
        return dt__fail(error, DT_E_OVERFLOW, -1, "end %" PRId64
                        " - base %" PRId64 " is out of range", end, base);
    *count = end - base;
    return DT_E_OK;
}

/* Of frequencies that are days, or whole weeks with a number. */
static int64_t
period_of_day_or_week(int32_t frequency, int32_t year, int32_t part)
{
    const struct dt__date first = { year, 1, 1 }, next = { year + 1, 1, 1 };

    if (dt__is_iso_week(frequency))
        return part > dt__iso_weeks(year)
                   ? DT_SERIES_NO_PERIOD
                   : dt__period_of_day(frequency, dt__iso_year_start(year) +
                                                      7 * (part - 1));
    if (dt__family(frequency)->measure != DT__DAYS ||
        part > dt__day_of_date(next) - dt__day_of_date(first))
        return DT_SERIES_NO_PERIOD;
    return dt__day_of_date(first) + part - 1;
}

int64_t
dt_series_period_of(int32_t frequency, int32_t year, int32_t part)
{
    const int32_t per_year = dt_series_per_year(frequency);

    if (year < DT_SERIES_YEAR_MIN || year > DT_SERIES_YEAR_MAX || part < 1)
        return DT_SERIES_NO_PERIOD;
    if (per_year == 0)
        return period_of_day_or_week(frequency, year, part);
    return part > per_year ? DT_SERIES_NO_PERIOD
                           : (int64_t)per_year * year + part - 1;
}
