/* SPDX-License-Identifier: MIT */
/* Many series in one array: a plan is run on each. */
#ifndef DTGROWTH_LIB_SERIES_PANEL_H
#define DTGROWTH_LIB_SERIES_PANEL_H

#include <stddef.h>

#include <dtgrowth/series.h>

#include "series/blocks.h"

/* What is common to all series, in a view of none: plans are made with it. */
struct dt_series dt__panel_like(const struct dt_series_panel *panel);

/* Observations of the longest series. */
int64_t dt__panel_longest(const struct dt_series_panel *panel);

/* Moves a view that is like those of a panel to its series j, and an output to
 * the result of that. */
void dt__panel_move(const struct dt_series_panel *panel, int64_t j,
                    struct dt_series *x);
void dt__panel_move_out(const struct dt_series_panel_out *out,
                        const struct dt_series_panel *panel, int64_t j,
                        struct dt_series_out *to);

/* Moves the view of a panel beside another to what goes with series j of that:
 * its series j, or the one for all. */
static inline void
dt__panel_move_beside(const struct dt_series_panel *panel, int64_t j,
                      struct dt_series *x)
{
    dt__panel_move(panel, panel->count == 1 ? 0 : j, x);
}

/* Moves both. */
static inline void
dt__panel_move_two(const struct dt_series_panel *panel,
                   const struct dt_series_panel *other, int64_t j,
                   struct dt_series *x, struct dt_series *y)
{
    dt__panel_move(panel, j, x);
    dt__panel_move_beside(other, j, y);
}

/* A failure that is about series j. */
static inline int32_t
dt__panel_blame(int32_t status, int64_t j, struct dt_error *error)
{
    if (status < 0 && error != NULL)
        error->index = j;
    return status;
}

/* Runs a plan on every series. Panel and output are checked. */
void dt__panel_run(const struct dt_series_panel *panel, dt__run *run,
                   const void *plan, const struct dt_series_panel_out *out);

/* The same of two panels, the other of which may have one series for all. */
typedef void dt__run_two(const void *plan, const struct dt_series *x,
                         const struct dt_series *y,
                         const struct dt_series_out *out);
void dt__panel_run_two(const struct dt_series_panel *panel,
                       const struct dt_series_panel *other, dt__run_two *run,
                       const void *plan,
                       const struct dt_series_panel_out *out);

#endif
