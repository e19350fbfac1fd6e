#include "series/panel.h"

#include <stddef.h>

void
dt__panel_run(const struct dt__panel *panel, dt__run *run, const void *plan,
              const struct dt__panel_out *out, struct dt__summary *summaries)
{
    struct dt_series x = panel->first;
    struct dt_series_out to = out->first;

    for (int64_t j = 0; j < panel->count; j++) {
        struct dt__summary *summary = summaries != NULL ? &summaries[j] : NULL;

        if (x.length > 0) { /* Without values there may be no array. */
            x.values = panel->first.values + j * panel->step;
            to.values = out->first.values + j * out->step;
        }
        x.validity_offset = panel->first.validity_offset + j * panel->step_bits;
        to.validity_offset = out->first.validity_offset + j * out->step_bits;
        if (to.why != NULL)
            to.why = out->first.why + j * out->step_why;
        if (summary != NULL)
            dt__summary_init(summary);
        run(plan, &x, &to, summary);
    }
}
