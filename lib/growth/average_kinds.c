/* SPDX-License-Identifier: MIT */
#include "growth/average_kinds.h"

#include <stddef.h>

#include "base/table.h"

static const struct dt__average_kind average_kinds_rows[] = {
    DT__AVERAGE_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(average_kinds_has_row, dt_growth_average,
                   DT__AVERAGE_KINDS)

const struct dt__average_kind *
dt__average_kind(int32_t kind)
{
    return average_kinds_has_row(kind) ? &average_kinds_rows[kind] : NULL;
}
