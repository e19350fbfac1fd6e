/* SPDX-License-Identifier: MIT */
/* What came of a pass, counted on the way, and what its numbers are. Where
 * nobody asks, the summary is null. */
#ifndef DTGROWTH_LIB_SERIES_SUMMARY_H
#define DTGROWTH_LIB_SERIES_SUMMARY_H

#include <stddef.h>
#include <stdint.h>

#include <dtgrowth/series.h>

/* What a quantity makes, before the pass: a DT_SERIES_TRANSFORMATION_* of
 * numbers in a unit, over so many periods (NaN: not one number), and of so many
 * a year, if it is annualized. */
struct dt__made {
    int32_t transformation;
    const struct dt_series_unit *of;
    double periods, per_year;
};

void dt__summary_begin(struct dt_series_summary *self,
                       const struct dt__made *made);

static inline void
dt__summary_open(struct dt_series_summary *self, const struct dt__made *made)
{
    if (self != NULL)
        dt__summary_begin(self, made);
}

/* Elements first ... first + n - 1 are undefined for a reason. */
void dt__summary_gap(struct dt_series_summary *self, int64_t first, int64_t n,
                     int32_t why);

#endif
