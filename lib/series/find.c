/* SPDX-License-Identifier: MIT */
#include "series/find.h"

#include <inttypes.h>

#include <stdbool.h>

#include "calendar/period_days.h"
#include "calendar/period_format.h"

/* A checked view ends below INT64_MAX and starts above DT_SERIES_NO_PERIOD. */
int64_t
dt__find(const struct dt_series *x, int64_t period)
{
    if (period < x->start || period >= x->start + x->length)
        return -1;
    return period - x->start;
}

DT__OWN_FRAME static int32_t
find_fail(const struct dt_series *x, const char *view, int64_t period,
          const char *name, struct dt_error *error)
{
    const bool before = period < x->start;
    const int32_t code = before ? DT_E_BEFORE : DT_E_AFTER;
    char text[DT__PERIOD_TEXT_SIZE], limit[DT__PERIOD_TEXT_SIZE];
    char slip[DT__PERIOD_SLIP_SIZE];

    (void)dt__period_text(text, x->frequency, period);
    if (x->length == 0)
        return dt__fail(error, code, -1, "%s is %s; %s is empty", name, text,
                        view);
    return dt__fail(error, code, -1, "%s is %s; %s %s %s%s", name, text, view,
                    before ? "starts at" : "ends at",
                    dt__period_text(limit, x->frequency,
                                    before ? x->start
                                           : x->start + (x->length - 1)),
                    dt__period_slip(slip, x->frequency, period, x->start));
}

int32_t
dt__find_named(const struct dt_series *x, const char *view, int64_t period,
               const char *name, int64_t *index, struct dt_error *error)
{
    const int64_t found = dt__find(x, period);
    if (found >= 0) {
        *index = found;
        return DT_E_OK;
    }

    DT__TRY(dt__check_period(period, name, error));
    return find_fail(x, view, period, name, error);
}

int32_t
dt__check_order(int64_t base, int64_t end, struct dt_error *error)
{
    if (end > base)
        return DT_E_OK;
    return dt__fail(error, DT_E_PERIODS, -1, "base and end are %s%" PRIu64
                    " periods apart; at least 1", end < base ? "-" : "",
                    (uint64_t)base - (uint64_t)end);
}
