/* SPDX-License-Identifier: MIT */
#include "units/additive.h"

#include "units/unit_text.h"
#include "units/unit_words.h"

DT__OWN_FRAME static int32_t
additive_refuse(const struct dt_series_unit *unit, const char *name,
                const char *reason, const char *advice, struct dt_error *error)
{
    char text[DT__UNIT_TEXT_SIZE];

    return dt__fail(error, DT_E_UNIT, -1, "%s is %s, and %s; %s", name,
                    dt__unit_text(text, unit, false), reason, advice);
}

int32_t
dt__check_adds_up(const struct dt_series_unit *unit, const char *name, int how,
                  const char *advice, struct dt_error *error)
{
    const uint32_t fact = how == DT__UNIT_PARTS ? DT__UNIT_ADDS_UP
                                                : DT__UNIT_ADDS_UP_OVER_TIME;

    if (dt__unit_is(unit, DT__UNIT_STATED) && !dt__unit_is(unit, fact))
        return additive_refuse(unit, name, how == DT__UNIT_PARTS
                                               ? "such numbers are no parts of "
                                                 "a total"
                                               : "such numbers do not add up "
                                                 "over time", advice, error);
    if (how == DT__UNIT_PARTS && dt__price_is_chained(unit->price))
        return additive_refuse(unit, name, "chained volumes are no parts of a "
                               "total", advice, error);
    return DT_E_OK;
}
