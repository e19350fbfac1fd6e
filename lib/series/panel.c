/* SPDX-License-Identifier: MIT */
#include "series/panel.h"

#include <stddef.h>

struct dt_series
dt__panel_like(const struct dt_series_panel *panel)
{
    return (struct dt_series){
        .stride = panel->stride,
        .start = panel->start,
        .frequency = panel->frequency,
        .flags = panel->flags,
        .unit = panel->unit,
        .status = panel->status,
        .status_stride = panel->status_stride,
        .reserved = { panel->reserved[0], panel->reserved[1],
                      panel->reserved[2], panel->reserved[3] },
    };
}

/* Where series j begins, in doubles, and how long it is. */
static int64_t
panel_first(const struct dt_series_panel *panel, int64_t j, int64_t *length)
{
    if (panel->offsets == NULL) {
        *length = panel->length;
        return j * panel->series_stride;
    }
    *length = panel->offsets[j + 1] - panel->offsets[j];
    return panel->offsets[j] * panel->stride;
}

int64_t
dt__panel_longest(const struct dt_series_panel *panel)
{
    int64_t longest = 0, length;

    for (int64_t j = 0; j < panel->count; j++) {
        (void)panel_first(panel, j, &length);
        longest = length > longest ? length : longest;
    }
    return longest;
}

void
dt__panel_move(const struct dt_series_panel *panel, int64_t j,
               struct dt_series *x)
{
    const int64_t first = panel_first(panel, j, &x->length);

    /* Without values there may be no array. */
    x->values = x->length > 0 ? panel->values + first : NULL;
    x->validity = panel->validity;
    x->validity_offset = panel->validity_offset +
                         (panel->offsets != NULL
                              ? panel->offsets[j]
                              : j * panel->validity_series_stride);
    if (panel->starts != NULL)
        x->start = panel->starts[j];
}

void
dt__panel_move_out(const struct dt_series_panel_out *out,
                   const struct dt_series_panel *panel, int64_t j,
                   struct dt_series_out *to)
{
    const bool spans = panel->offsets != NULL;
    const int64_t at = spans ? panel->offsets[j] : 0;

    *to = (struct dt_series_out){
        .values = out->values,
        .why = out->why,
        .validity = out->validity,
        .summary = out->summaries != NULL ? out->summaries + j : NULL,
        .stride = out->stride,
        .capacity = spans ? panel->offsets[j + 1] - at : panel->length,
        .validity_offset = out->validity_offset +
                           (spans ? at : j * out->validity_series_stride),
        .why_stride = out->why_stride,
    };
    if (to->capacity == 0)
        return;
    to->values += spans ? at * out->stride : j * out->series_stride;
    if (to->why != NULL)
        to->why += spans ? at * out->why_stride : j * out->why_series_stride;
}

void
dt__panel_run(const struct dt_series_panel *panel, dt__run *run,
              const void *plan, const struct dt_series_panel_out *out)
{
    struct dt_series x = dt__panel_like(panel);
    struct dt_series_out to;

    for (int64_t j = 0; j < panel->count; j++) {
        dt__panel_move(panel, j, &x);
        dt__panel_move_out(out, panel, j, &to);
        run(plan, &x, &to);
    }
}

void
dt__panel_run_two(const struct dt_series_panel *panel,
                  const struct dt_series_panel *other, dt__run_two *run,
                  const void *plan, const struct dt_series_panel_out *out)
{
    struct dt_series x = dt__panel_like(panel), y = dt__panel_like(other);
    struct dt_series_out to;

    for (int64_t j = 0; j < panel->count; j++) {
        dt__panel_move_two(panel, other, j, &x, &y);
        dt__panel_move_out(out, panel, j, &to);
        run(plan, &x, &y, &to);
    }
}
