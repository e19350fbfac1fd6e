#include "series/panel.h"

#include <stddef.h>

void
dt__panel_run(const struct dt__panel *panel, dt__run *run, const void *plan,
              const struct dt__panel_out *out)
{
    struct dt_series x = panel->first;
    struct dt_series_out to = out->first;

    for (int64_t j = 0; j < panel->count; j++) {
        if (x.length > 0) { /* Without values there may be no array. */
            x.values = panel->first.values + j * panel->step;
            to.values = out->first.values + j * out->step;
        }
        x.validity_offset = panel->first.validity_offset + j * panel->step_bits;
        to.validity_offset = out->first.validity_offset + j * out->step_bits;
        if (to.why != NULL)
            to.why = out->first.why + j * out->step_why;
        if (to.summary != NULL)
            to.summary = out->first.summary + j;
        run(plan, &x, &to);
    }
}
