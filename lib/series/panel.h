/* Many series of one shape in one array: a plan is run on each. */
#ifndef DTGROWTH_LIB_SERIES_PANEL_H
#define DTGROWTH_LIB_SERIES_PANEL_H

#include <dtgrowth/series.h>

#include "series/blocks.h"

/* A matrix with two strides: series j is the first one, moved by j steps. */
struct dt__panel {
    struct dt_series first;
    int64_t count;
    int64_t step;      /* Doubles from a series to the next, */
    int64_t step_bits; /* and bits, where there is a bitmap. */
};

struct dt__panel_out {
    struct dt_series_out first;
    int64_t step, step_bits;
    int64_t step_why; /* Reasons from a series to the next; summaries, if there
                         are any, lie one after the other. */
};

/* Runs a plan on every series. The caller has
 * checked the first series and output, and that the steps stay inside the
 * arrays; an output may be its own series, but none reaches into another. */
void dt__panel_run(const struct dt__panel *panel, dt__run *run,
                   const void *plan, const struct dt__panel_out *out);

#endif
