/* SPDX-License-Identifier: MIT */
#include "growth/lag.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/options.h"
#include "base/table.h"
#include "calendar/day.h"
#include "calendar/frequency.h"
#include "calendar/period_days.h"
#include "calendar/year_ago.h"
#include "series/find.h"

struct lag_rule {
    int64_t (*constant)(const struct dt__lag *self);
    int64_t (*base)(const struct dt__lag *self, int64_t period);
    bool dated, years, turn;
};

static int64_t
lag_of_periods(const struct dt__lag *self)
{
    return self->lag;
}

static int64_t
lag_of_years(const struct dt__lag *self)
{
    const int64_t step = dt__year_ago_step(self->frequency, self->year_rule);

    if (step == 0)
        return 0;
    /* No series is that long: as good as the true number. */
    return self->lag > INT64_MAX / step ? INT64_MAX : self->lag * step;
}

static int64_t
lag_not_constant(const struct dt__lag *self)
{
    (void)self;
    return 0;
}

static int64_t
lag_periods_back(const struct dt__lag *self, int64_t period)
{
    return period > INT64_MIN + self->lag ? period - self->lag
                                          : DT_SERIES_NO_PERIOD;
}

static int64_t
lag_years_back(const struct dt__lag *self, int64_t period)
{
    return dt__year_ago(self->frequency, period, self->lag, self->year_rule);
}

/* The last period that ends before the calendar year in which `period` ends. */
static int64_t
lag_end_of_last_year(const struct dt__lag *self, int64_t period)
{
    const int32_t frequency = self->frequency;
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

static int64_t
lag_start_of_this_year(const struct dt__lag *self, int64_t period)
{
    const int64_t before = lag_end_of_last_year(self, period);

    return before == DT_SERIES_NO_PERIOD ? before : before + 1;
}

/* Constant; how many periods back, where that is fixed; the base; whether it
 * takes dates, counts years, or is at a turn of the year. */
#define LAG_RULES(ROW)                                                         \
    ROW(DT_GROWTH_LAG_PERIODS, lag_of_periods, lag_periods_back, false, false, \
        false)                                                                 \
    ROW(DT_GROWTH_LAG_YEARS, lag_of_years, lag_years_back, true, true, false)  \
    ROW(DT_GROWTH_LAG_END_OF_LAST_YEAR, lag_not_constant,                      \
        lag_end_of_last_year, true, false, true)                               \
    ROW(DT_GROWTH_LAG_START_OF_THIS_YEAR, lag_not_constant,                    \
        lag_start_of_this_year, true, false, true)

static const struct lag_rule lag_rules[] = { LAG_RULES(DT__ROW) };

DT__DEFINE_HAS_ROW(lag_is_rule, dt_growth_lag, LAG_RULES)

static int32_t
lag_refuse_unfixed(const struct dt__lag *self, struct dt_error *error)
{
    return dt__fail(error, DT_E_RULE, -1, "options->lag_rule is %" PRId32
                    ", which is no fixed number of periods of frequency %s",
                    self->rule, dt_series_frequency_name(self->frequency));
}

int32_t
dt__check_lag(const struct dt__lag *self, bool fixed, struct dt_error *error)
{
    if (!lag_is_rule(self->rule))
        return dt__fail(error, DT_E_RULE, -1, "options->lag_rule is %" PRId32
                        ", no known rule", self->rule);
    const struct lag_rule *rule = &lag_rules[self->rule];
    DT__TRY(dt__check_year_rule(self->year_rule, "options->year_rule", error));
    if (rule->dated)
        DT__TRY(dt__check_dated(self->frequency, "x->frequency", error));
    /* Before its lag, which no number would mend. */
    if (fixed && rule->turn)
        return lag_refuse_unfixed(self, error);
    if (rule->turn ? self->lag != 0 : self->lag < 1)
        return dt__fail(error, DT_E_LAG, -1, "lag is %" PRId64 "; %s",
                        self->lag, rule->turn
                                       ? "0 for a base at a turn of the year"
                                       : "at least 1");
    if (rule->years)
        DT__TRY(dt__check_year_rule_serves(self->year_rule, self->frequency,
                                           "options->year_rule", error));
    else
        DT__TRY(dt__check_no_effect("year_rule", self->year_rule, error));
    return fixed && dt__constant_lag(self) == 0
               ? lag_refuse_unfixed(self, error) : DT_E_OK;
}

int64_t
dt__constant_lag(const struct dt__lag *self)
{
    return lag_rules[self->rule].constant(self);
}

int64_t
dt__base_period(const struct dt__lag *self, int64_t period)
{
    return lag_rules[self->rule].base(self, period);
}

/* Bases are in the order of their elements, but for days that a year lacks:
 * before one that is before the series, so are all. */
bool
dt__locate_bases(const struct dt__lag *self, const struct dt_series *x,
                 struct dt__block *b)
{
    int64_t base = x->start;
    bool some = false;

    for (int i = b->n - 1; i >= 0; i--) {
        if (base >= x->start || base == DT_SERIES_NO_PERIOD)
            base = dt__base_period(self, x->start + b->first + i);
        b->place[i] = dt__find(x, base);
        some = some || b->place[i] >= 0;
    }
    return some;
}
