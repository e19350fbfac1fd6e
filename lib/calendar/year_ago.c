/* SPDX-License-Identifier: MIT */
#include "calendar/year_ago.h"

#include <inttypes.h>
#include <stddef.h>

#include <dtgrowth/period.h>

#include "base/error.h"
#include "base/table.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

struct year_ago_rule {
    bool fixed; /* A number of days in every year. */
    bool clamp; /* What has no such period takes the one before. */
};

#define YEAR_AGO_RULES(ROW)                                                    \
    ROW(DT_SERIES_YEAR_AGO_SAME, false, false)                                 \
    ROW(DT_SERIES_YEAR_AGO_CLAMP, false, true)                                 \
    ROW(DT_SERIES_YEAR_AGO_364, true, false)

static const struct year_ago_rule year_ago_rules[] = {
    YEAR_AGO_RULES(DT__ROW)
};

DT__DEFINE_HAS_ROW(year_ago_is_rule, dt_series_year_ago, YEAR_AGO_RULES)

/* The same date `years` years before that of a day, clamped to 28 February. */
static struct dt__date
year_ago_date(int64_t day, int64_t years, bool clamp)
{
    struct dt__date date = dt__date_of_day(day);

    date.year -= (int32_t)years;
    if (clamp && date.year >= DT_SERIES_YEAR_MIN &&
        date.day > dt__days_in_month(date.year, date.month))
        date.day = dt__days_in_month(date.year, date.month);
    return date;
}

static int64_t
year_ago_day(int32_t frequency, int64_t day, int64_t years, bool clamp)
{
    const struct dt__date date = year_ago_date(day, years, clamp);
    if (!dt__date_exists(date))
        return DT_SERIES_NO_PERIOD;

    const int64_t earlier = dt__day_of_date(date);
    if (dt__day_has_period(frequency, earlier))
        return dt__period_of_day(frequency, earlier);
    /* The business day at or after a weekend is Monday; one less, Friday. */
    return clamp ? dt__period_of_day(frequency, earlier) - 1
                 : DT_SERIES_NO_PERIOD;
}

static int64_t
year_ago_week(int32_t frequency, int64_t day, int64_t years, bool clamp)
{
    int32_t year, week;

    dt__iso_week(day, &year, &week);
    if (year - years < DT_SERIES_YEAR_MIN)
        return DT_SERIES_NO_PERIOD;
    year -= (int32_t)years;
    if (week > dt__iso_weeks(year)) {
        if (!clamp)
            return DT_SERIES_NO_PERIOD;
        week = dt__iso_weeks(year);
    }
    return dt__period_of_day(frequency,
                             dt__iso_year_start(year) + 7 * (week - 1));
}

int32_t
dt__check_year_rule(int32_t rule, const char *name, struct dt_error *error)
{
    if (year_ago_is_rule(rule))
        return DT_E_OK;
    return dt__fail(error, DT_E_RULE, -1, "%s is %" PRId32
                    ", no known rule of a year ago", name, rule);
}

int32_t
dt__check_year_rule_serves(int32_t rule, int32_t frequency, const char *name,
                           struct dt_error *error)
{
    if (!dt__is_week(frequency) || dt__is_iso_week(frequency) ||
        year_ago_rules[rule].fixed)
        return DT_E_OK;
    return dt__fail(error, DT_E_RULE, -1, "%s is %" PRId32
                    ", but a %s has no number: only DT_SERIES_YEAR_AGO_364 "
                    "serves it", name, rule,
                    dt_series_frequency_name(frequency));
}

static int32_t
year_ago_check(int32_t frequency, int64_t period, int64_t years, int32_t rule,
               struct dt_error *error)
{
    DT__TRY(dt__check_dated(frequency, "frequency", error));
    DT__TRY(dt__check_year_rule(rule, "rule", error));
    DT__TRY(dt__check_year_rule_serves(rule, frequency, "rule", error));
    DT__TRY(dt__check_period(period, "period", error));
    if (years < 1)
        return dt__fail(error, DT_E_LAG, -1, "years is %" PRId64
                        "; at least 1", years);
    return DT_E_OK;
}

/* The period a number of years before one that begins on `first`. */
static int64_t
year_ago_find(int32_t frequency, int64_t first, int64_t years, bool clamp)
{
    if (years > 2 * (int64_t)DT_SERIES_YEAR_MAX)
        return DT_SERIES_NO_PERIOD;
    return dt__is_week(frequency)
               ? year_ago_week(frequency, first, years, clamp)
               : year_ago_day(frequency, first, years, clamp);
}

int64_t
dt__year_ago_step(int32_t frequency, int32_t rule)
{
    const struct dt__family *family = dt__family(frequency);

    if (family->months > 0)
        return 12 / family->months;
    return year_ago_rules[rule].fixed ? family->per_364_days : 0;
}

int64_t
dt__year_ago(int32_t frequency, int64_t period, int64_t years, int32_t rule)
{
    const int64_t step = dt__year_ago_step(frequency, rule);
    int64_t first, last;

    if (step > 0)
        return years > INT64_MAX / step || period <= INT64_MIN + years * step
                   ? DT_SERIES_NO_PERIOD : period - years * step;
    if (dt__period_days(frequency, period, &first, &last, NULL) < 0)
        return DT_SERIES_NO_PERIOD;
    return year_ago_find(frequency, first, years, year_ago_rules[rule].clamp);
}

int64_t
dt__years_between(int32_t frequency, int64_t base, int64_t end, int32_t rule)
{
    const int64_t step = dt__year_ago_step(frequency, rule);
    int64_t from, to, last;

    if (step > 0)
        return (end - base) % step == 0 ? (end - base) / step : 0;
    if (dt__period_days(frequency, base, &from, &last, NULL) < 0 ||
        dt__period_days(frequency, end, &to, &last, NULL) < 0)
        return 0;
    /* Years have 364 to 371 days. */
    for (int64_t years = (to - from) / 371; years <= (to - from) / 364; years++)
        if (years > 0 && dt__year_ago(frequency, end, years, rule) == base)
            return years;
    return 0;
}

int32_t
dt_series_period_year_ago(int32_t frequency, int64_t period, int64_t years,
                          int32_t rule, int64_t *earlier,
                          struct dt_error *error)
{
    int64_t first, last;

    DT__TRY(dt__check_given(earlier, "earlier", error));
    DT__TRY(year_ago_check(frequency, period, years, rule, error));
    const int64_t found = dt__year_ago(frequency, period, years, rule);
    if (found == DT_SERIES_NO_PERIOD) {
        /* Not every such period is there to be found. */
        if (dt__year_ago_step(frequency, rule) > 0)
            return dt__fail(error, DT_E_OVERFLOW, -1, "period %" PRId64 " less "
                            "%" PRId64 " years is out of range", period, years);
        DT__TRY(dt__period_days(frequency, period, &first, &last, error));
    }
    *earlier = found;
    return DT_E_OK;
}
