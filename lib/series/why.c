/* SPDX-License-Identifier: MIT */
#include "series/why.h"

#include "base/table.h"

#define WHY_NAME(constant, place, name) [constant] = (name),

static const char *const why_names[] = { DT__WHY_ROWS(WHY_NAME) };

DT__DEFINE_HAS_ROW(why_is_known, dt_series_why, DT__WHY_ROWS)

const char *
dt_series_why_name(int32_t why)
{
    return why_is_known(why) ? why_names[why] : "unknown reason";
}
