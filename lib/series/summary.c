/* SPDX-License-Identifier: MIT */
#include "series/summary.h"

#include <stddef.h>
#include <string.h>

#include "base/table.h"

/* What becomes of a unit. */
enum {
    SUMMARY_SAME,     /* Nothing but its decimals. */
    SUMMARY_FRACTION, /* A number without currency and scale, */
    SUMMARY_LOG,      /* a logarithmic one, */
    SUMMARY_OTHER     /* or another quantity. */
};

#define SUMMARY_UNITS(ROW)                                                     \
    ROW(DT_SERIES_TRANSFORMATION_UNSTATED, SUMMARY_OTHER)                      \
    ROW(DT_SERIES_TRANSFORMATION_LEVEL, SUMMARY_SAME)                          \
    ROW(DT_SERIES_TRANSFORMATION_CHANGE, SUMMARY_SAME)                         \
    ROW(DT_SERIES_TRANSFORMATION_RATE, SUMMARY_FRACTION)                       \
    ROW(DT_SERIES_TRANSFORMATION_LOG, SUMMARY_LOG)                             \
    ROW(DT_SERIES_TRANSFORMATION_MIDPOINT, SUMMARY_FRACTION)                   \
    ROW(DT_SERIES_TRANSFORMATION_FACTOR, SUMMARY_FRACTION)                     \
    ROW(DT_SERIES_TRANSFORMATION_ANNUALIZED, SUMMARY_FRACTION)                 \
    ROW(DT_SERIES_TRANSFORMATION_ANNUALIZED_LOG, SUMMARY_LOG)                  \
    ROW(DT_SERIES_TRANSFORMATION_CUMULATIVE, SUMMARY_SAME)                     \
    ROW(DT_SERIES_TRANSFORMATION_ROLLING_SUM, SUMMARY_SAME)                    \
    ROW(DT_SERIES_TRANSFORMATION_ROLLING_MEAN, SUMMARY_SAME)                   \
    ROW(DT_SERIES_TRANSFORMATION_SHARE, SUMMARY_FRACTION)                      \
    ROW(DT_SERIES_TRANSFORMATION_SHARE_CHANGE, SUMMARY_FRACTION)               \
    ROW(DT_SERIES_TRANSFORMATION_CONTRIBUTION, SUMMARY_FRACTION)               \
    ROW(DT_SERIES_TRANSFORMATION_DIFFERENTIAL, SUMMARY_SAME)                   \
    ROW(DT_SERIES_TRANSFORMATION_RELATIVE, SUMMARY_SAME)                       \
    ROW(DT_SERIES_TRANSFORMATION_GAP, SUMMARY_SAME)                            \
    ROW(DT_SERIES_TRANSFORMATION_RATIO, SUMMARY_OTHER)                         \
    ROW(DT_SERIES_TRANSFORMATION_RANK, SUMMARY_OTHER)                          \
    ROW(DT_SERIES_TRANSFORMATION_PERIODS, SUMMARY_OTHER)                       \
    ROW(DT_SERIES_TRANSFORMATION_DOUBLING, SUMMARY_OTHER)

static const uint8_t summary_units[] = { SUMMARY_UNITS(DT__ENTRY) };

DT__DEFINE_HAS_ROW(summary_has_row, dt_series_transformation, SUMMARY_UNITS)

/* What the numbers that are made are in. Prices, adjustment, coverage and
 * vintage hold for a rate as for its levels. */
static struct dt_series_unit
summary_unit(const struct dt__made *made)
{
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    const int rule = summary_has_row(made->transformation)
                         ? summary_units[made->transformation] : SUMMARY_OTHER;
    struct dt_series_unit unit = rule == SUMMARY_OTHER ? unstated : *made->of;

    unit.decimals = DT_SERIES_DECIMALS_UNSTATED;
    if (rule == SUMMARY_FRACTION || rule == SUMMARY_LOG) {
        unit.kind = rule == SUMMARY_LOG ? DT_SERIES_UNIT_KIND_LOG
                                        : DT_SERIES_UNIT_KIND_FRACTION;
        unit.scale = unit.denominator = 0;
        memset(unit.currency, 0, sizeof(unit.currency));
        memset(unit.per, 0, sizeof(unit.per));
    }
    return unit;
}

void
dt__summary_begin(struct dt_series_summary *self, const struct dt__made *made)
{
    *self = (struct dt_series_summary){
        .first_undefined = -1,
        .transformation = made->transformation,
        .of = made->of->kind,
        .periods = made->periods,
        .per_year = made->per_year,
        .unit = summary_unit(made),
    };
}

void
dt__summary_gap(struct dt_series_summary *self, int64_t first, int64_t n,
                int32_t why)
{
    if (self == NULL || n == 0)
        return;
    self->undefined += n;
    self->reasons |= UINT32_C(1) << why;
    if (self->first_undefined < 0 || first < self->first_undefined) {
        self->first_undefined = first;
        self->first_why = why;
    }
}
