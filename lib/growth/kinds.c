/* SPDX-License-Identifier: MIT */
#include "growth/kinds.h"

#include <stddef.h>

#include "base/table.h"
#include "growth/kind_pair.h"
#include "growth/walk.h"
#include "series/why.h"

static const struct dt__growth_kind kinds_rows[] = {
    DT__GROWTH_KINDS(DT__ROW)
};

DT__DEFINE_HAS_ROW(kinds_has_row, dt_growth_kind, DT__GROWTH_KINDS)

const struct dt__growth_kind *
dt__growth_kind(int32_t kind)
{
    return kinds_has_row(kind) ? &kinds_rows[kind] : NULL;
}

int32_t
dt__grow_over(const struct dt__growth *self, double base, double value,
              double periods, double *result)
{
    if (periods > 0)
        return dt__grow(self, base, value, periods, result);
    return dt__first_why(dt__grow(self, base, value, 0, result),
                         DT_SERIES_WHY_NO_PERIODS);
}

int32_t
dt__grow_pair(const struct dt__growth *self, const struct dt__levels *levels,
              double periods, double *result)
{
    /* Whether there is a growth hangs on the signs alone. */
    const int32_t why = dt__grow(self, levels->base.hi, levels->value.hi,
                                 periods, result);

    if (why != DT_SERIES_WHY_DEFINED ||
        (levels->base.lo == 0 && levels->value.lo == 0))
        return why;
    return dt__finish(self->kind->grow_pair(self, levels, periods), result);
}
