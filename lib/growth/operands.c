/* SPDX-License-Identifier: MIT */
#include "growth/operands.h"

#include <stddef.h>

#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/view.h"
#include "units/unit.h"

static int32_t
operands_check_beside(const struct dt_series *base, const struct dt_series *x,
                      const char *name, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, name, error));
    return dt__check_same_length(base, "base", x, name, error);
}

int32_t
dt__check_operands(const struct dt__operands *from,
                   const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(from->base, "base", error));
    DT__TRY(operands_check_beside(from->base, from->end, "end", error));
    if (from->each != NULL)
        DT__TRY(operands_check_beside(from->base, from->each, from->name,
                                      error));
    DT__TRY(dt__check_out(out, from->base->length, error));
    return dt__check_same_unit(&from->base->unit, &from->end->unit,
                               DT__UNIT_ALL, error);
}

int32_t
dt__check_operand_panels(const struct dt__operand_panels *from,
                         const struct dt_series_panel_out *out,
                         struct dt_error *error)
{
    DT__TRY(dt__check_panel(from->base, "base", error));
    DT__TRY(dt__check_panel_elements(from->base, "base", from->end, "end",
                                     error));
    if (from->each != NULL)
        DT__TRY(dt__check_panel_elements(from->base, "base", from->each,
                                         from->name, error));
    DT__TRY(dt__check_panel_out(out, from->base, error));
    return dt__check_same_unit(&from->base->unit, &from->end->unit,
                               DT__UNIT_ALL, error);
}

struct dt__operands
dt__operands_like(const struct dt__operand_panels *from,
                  struct dt__operand_views *views)
{
    views->base = dt__panel_like(from->base);
    views->end = dt__panel_like(from->end);
    if (from->each != NULL)
        views->each = dt__panel_like(from->each);
    return (struct dt__operands){
        &views->base, &views->end, from->each != NULL ? &views->each : NULL,
        from->common, from->name,
    };
}

void
dt__run_operand_panels(const struct dt__operand_panels *from,
                       dt__run_operands *run, const void *plan,
                       const struct dt_series_panel_out *out)
{
    struct dt__operand_views views;
    const struct dt__operands one = dt__operands_like(from, &views);
    struct dt_series_out to;

    for (int64_t j = 0; j < from->base->count; j++) {
        dt__panel_move_two(from->base, from->end, j, &views.base, &views.end);
        if (from->each != NULL)
            dt__panel_move_beside(from->each, j, &views.each);
        dt__panel_move_out(out, from->base, j, &to);
        run(plan, &one, &to);
    }
}

void
dt__set_operands(const struct dt__operands *from,
                 struct dt__operand operands[DT__OPERANDS_BETWEEN],
                 struct dt__task *task)
{
    const struct dt__operand base = DT__BASE_OF(from->base, 0);
    const struct dt__operand end = DT__VALUE_OF(from->end);
    const struct dt__operand each = DT__VALUE_OF(from->each);
    const struct dt__operand common = DT__COMMON(from->common);

    operands[0] = base;
    operands[1] = end;
    operands[2] = from->each != NULL ? each : common;
    task->operand = operands;
    task->operands = DT__OPERANDS_BETWEEN;
}
