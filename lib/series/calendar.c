#include "series/calendar.h"

#include <dtgrowth/series.h>

#include <inttypes.h>

#include "series/access.h"
#include "series/floor.h"

enum { DAYS_PER_ERA = 146097, YEARS_PER_ERA = 400 };

static bool
is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t
dt__days_in_month(int32_t year, int32_t month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31 };
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
dt__date_exists(struct dt__date date)
{
    return date.year >= DT_SERIES_YEAR_MIN && date.year <= DT_SERIES_YEAR_MAX &&
           date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= dt__days_in_month(date.year, date.month);
}

/* Years that begin in March put the leap day last, and 400 of them are an era
 * of a fixed number of days (Hinnant's days_from_civil). */
int64_t
dt__day_of_date(struct dt__date date)
{
    const int64_t year = date.year - (date.month <= 2);
    const int64_t era = dt__floor_divide(year, YEARS_PER_ERA);
    const int64_t year_of_era = year - era * YEARS_PER_ERA;
    const int64_t month = (date.month + 9) % 12; /* March is 0. */
    const int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 -
                               year_of_era / 100 + day_of_year;

    return era * DAYS_PER_ERA + day_of_era - 719468;
}

struct dt__date
dt__date_of_day(int64_t day)
{
    const int64_t shifted = day + 719468;
    const int64_t era = dt__floor_divide(shifted, DAYS_PER_ERA);
    const int64_t of_era = shifted - era * DAYS_PER_ERA;
    const int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
                          of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153;

    return (struct dt__date){
        .year = (int32_t)(year + era * YEARS_PER_ERA + (month >= 10)),
        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
        .day = (int32_t)(of_year - (153 * month + 2) / 5 + 1),
    };
}

int32_t
dt__weekday(int64_t day)
{
    /* Day 0 was a Thursday. */
    return (int32_t)(day + 3 - 7 * dt__floor_divide(day + 3, 7)) + 1;
}

int64_t
dt__iso_year_start(int32_t year)
{
    /* 4 January always lies in week 1. */
    const int64_t fourth = dt__day_of_date((struct dt__date){ year, 1, 4 });
    return fourth - (dt__weekday(fourth) - 1);
}

int32_t
dt__iso_weeks(int32_t year)
{
    return (int32_t)((dt__iso_year_start(year + 1) -
                      dt__iso_year_start(year)) / 7);
}

void
dt__iso_week(int64_t day, int32_t *year, int32_t *week)
{
    /* The Thursday of a week lies in the year that counts it. */
    const int64_t thursday = day + 4 - dt__weekday(day);

    *year = dt__date_of_day(thursday).year;
    *week = (int32_t)((thursday - dt__iso_year_start(*year)) / 7) + 1;
}

int32_t
dt__months(int32_t frequency)
{
    switch (frequency / 100) {
    case DT_SERIES_YEAR_BASE / 100:    return 12;
    case DT_SERIES_HALF_BASE / 100:    return 6;
    case DT_SERIES_QUARTER_BASE / 100: return 3;
    case DT_SERIES_MONTH / 100:        return 1;
    default:                           return 0;
    }
}

bool
dt__is_week(int32_t frequency)
{
    return frequency / 100 == DT_SERIES_WEEK_BASE / 100;
}

/* The month of the year, from 0, in which a first period of a year ends. */
static int64_t
anchor(int32_t frequency)
{
    return frequency == DT_SERIES_MONTH ? 0 : frequency % 100 - 1;
}

/* Days from the Thursday of day 0 back to the start of week 0. */
static int64_t
week_offset(int32_t frequency)
{
    const int64_t starts_on = frequency % 100 % 7 + 1;
    return (4 - starts_on + 7) % 7;
}

static int32_t
outside(int32_t frequency, int64_t period, struct dt_error *error)
{
    return dt__fail(error, DT_E_PERIOD, -1,
                    "period is %" PRId64 ", outside the calendar of frequency "
                    "%s", period, dt_series_frequency_name(frequency));
}

static int64_t
first_day(void)
{
    return dt__day_of_date((struct dt__date){ DT_SERIES_YEAR_MIN, 1, 1 });
}

static int64_t
last_day(void)
{
    return dt__day_of_date((struct dt__date){ DT_SERIES_YEAR_MAX, 12, 31 });
}

/* The first day of a month that is counted from year 0. */
static int64_t
month_start(int64_t month)
{
    const int64_t year = dt__floor_divide(month, 12);
    return dt__day_of_date((struct dt__date){
        (int32_t)year, (int32_t)(month - 12 * year) + 1, 1 });
}

int32_t
dt__period_days(int32_t frequency, int64_t period, int64_t *first,
                int64_t *last, struct dt_error *error)
{
    /* No period that is in the calendar is larger, and none overflows. */
    const int64_t limit = INT64_C(1) << 31;
    if (period < -limit || period > limit)
        return outside(frequency, period, error);

    const int64_t months = dt__months(frequency);
    int64_t from, to;
    if (months > 0) {
        const int64_t end = months * period + anchor(frequency);
        if (end < INT64_C(12) * (DT_SERIES_YEAR_MIN - 1) ||
            end > INT64_C(12) * (DT_SERIES_YEAR_MAX + 1))
            return outside(frequency, period, error);
        from = month_start(end - months + 1);
        to = month_start(end + 1) - 1;
    } else if (dt__is_week(frequency)) {
        from = 7 * period - week_offset(frequency);
        to = from + 6;
    } else if (frequency == DT_SERIES_BUSINESS_DAY) {
        /* Counted from the Monday before day 0, which is ordinal -3. */
        const int64_t week = dt__floor_divide(period + 3, 5);
        from = to = 7 * week + (period + 3 - 5 * week) - 3;
    } else {
        from = to = period;
    }
    if (from < first_day() || to > last_day())
        return outside(frequency, period, error);
    *first = from;
    *last = to;
    return DT_E_OK;
}

int64_t
dt__period_of_day(int32_t frequency, int64_t day)
{
    const int64_t months = dt__months(frequency);

    if (months > 0) {
        const struct dt__date date = dt__date_of_day(day);
        const int64_t month = INT64_C(12) * date.year + date.month - 1;
        return dt__floor_divide(month - anchor(frequency) + months - 1,
                                months);
    }
    if (dt__is_week(frequency))
        return dt__floor_divide(day + week_offset(frequency), 7);
    if (frequency == DT_SERIES_BUSINESS_DAY) {
        const int64_t week = dt__floor_divide(day + 3, 7);
        const int64_t in_week = day + 3 - 7 * week;
        return 5 * week + (in_week < 5 ? in_week : 5) - 3;
    }
    return day;
}
