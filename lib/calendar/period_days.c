#include "calendar/period_days.h"

#include <inttypes.h>

#include <dtgrowth/series.h>

#include "base/error.h"
#include "calendar/day.h"
#include "calendar/floor.h"
#include "calendar/frequency.h"

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
        const int64_t end = months * period + dt__end_month(frequency);
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
        return dt__floor_divide(month - dt__end_month(frequency) + months - 1,
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
