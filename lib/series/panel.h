/* Many series in one array: a plan is run on each. */
#ifndef DTGROWTH_LIB_SERIES_PANEL_H
#define DTGROWTH_LIB_SERIES_PANEL_H

#include <dtgrowth/series.h>

#include "series/blocks.h"

/* What is common to all series, in a view of none: plans are made with it. */
struct dt_series dt__panel_like(const struct dt_series_panel *panel);

/* Moves a view that is like those of a panel to its series j, and an output to
 * the result of that. */
void dt__panel_move(const struct dt_series_panel *panel, int64_t j,
                    struct dt_series *x);
void dt__panel_move_out(const struct dt_series_panel_out *out,
                        const struct dt_series_panel *panel, int64_t j,
                        struct dt_series_out *to);

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
