#include "growth/lag.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"

static int32_t
check_years(const struct dt__lag *self, struct dt_error *error)
{
    const int32_t dated = dt__check_dated(self->frequency, "x->frequency",
                                          error);
    if (dated < 0)
        return dated;
    if (self->rule != DT_GROWTH_LAG_YEARS && self->lag != 1)
        return dt__fail(error, DT_E_LAG, -1, "lag is %" PRId64
                        "; it must be 1 for a base at a turn of the year",
                        self->lag);
    if (self->rule == DT_GROWTH_LAG_YEARS && dt__is_week(self->frequency) &&
        self->frequency != DT_SERIES_WEEK &&
        self->year_rule != DT_SERIES_YEAR_AGO_364)
        return dt__fail(error, DT_E_RULE, -1, "options->year_rule is %" PRId32
                        ", but a %s has no number: only "
                        "DT_SERIES_YEAR_AGO_364 serves it", self->year_rule,
                        dt_series_frequency_name(self->frequency));
    return DT_E_OK;
}

int32_t
dt__check_lag(const struct dt__lag *self, struct dt_error *error)
{
    if (self->rule < DT_GROWTH_LAG_PERIODS ||
        self->rule > DT_GROWTH_LAG_START_OF_THIS_YEAR)
        return dt__fail(error, DT_E_RULE, -1, "options->lag_rule is %" PRId32
                        ", no known rule", self->rule);
    if (self->year_rule < DT_SERIES_YEAR_AGO_SAME ||
        self->year_rule > DT_SERIES_YEAR_AGO_364)
        return dt__fail(error, DT_E_RULE, -1, "options->year_rule is %" PRId32
                        ", no known rule", self->year_rule);
    if (self->lag < 1)
        return dt__fail(error, DT_E_LAG, -1, "lag is %" PRId64 "; at least 1",
                        self->lag);
    return self->rule == DT_GROWTH_LAG_PERIODS ? DT_E_OK
                                               : check_years(self, error);
}

/* The last period that ends before the calendar year in which `period` ends. */
static int64_t
end_of_last_year(int32_t frequency, int64_t period)
{
    int64_t first, last;

    if (dt__period_days(frequency, period, &first, &last, NULL) < 0)
        return DT_SERIES_NO_PERIOD;
    const struct dt__date eve = { dt__date_of_day(last).year - 1, 12, 31 };
    if (!dt__date_exists(eve))
        return DT_SERIES_NO_PERIOD;
    const int64_t day = dt__day_of_date(eve);
    /* Not later than a period inside the calendar, hence inside too. */
    const int64_t around = dt__period_of_day(frequency, day);
    (void)dt__period_days(frequency, around, &first, &last, NULL);
    return last > day ? around - 1 : around;
}

int64_t
dt__constant_lag(const struct dt__lag *self)
{
    if (self->rule == DT_GROWTH_LAG_PERIODS)
        return self->lag;
    const int64_t per_year = dt_series_per_year(self->frequency);
    if (self->rule != DT_GROWTH_LAG_YEARS || per_year == 0 ||
        self->lag > INT64_MAX / per_year)
        return 0;
    return self->lag * per_year;
}

int64_t
dt__base_period(const struct dt__lag *self, int64_t period)
{
    int64_t base = DT_SERIES_NO_PERIOD;

    switch (self->rule) {
    case DT_GROWTH_LAG_PERIODS:
        return period > INT64_MIN + self->lag ? period - self->lag : base;
    case DT_GROWTH_LAG_YEARS:
        if (dt_series_period_year_ago(self->frequency, period, self->lag,
                                      self->year_rule, &base, NULL) < 0)
            return DT_SERIES_NO_PERIOD;
        return base;
    default:
        base = end_of_last_year(self->frequency, period);
        if (base != DT_SERIES_NO_PERIOD &&
            self->rule == DT_GROWTH_LAG_START_OF_THIS_YEAR)
            base++;
        return base;
    }
}
