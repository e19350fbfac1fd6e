#include "growth/operands.h"

#include <inttypes.h>
#include <stddef.h>

#include "series/output.h"
#include "series/view.h"
#include "units/unit.h"

static int32_t
operands_check_length(const struct dt_series *x, const char *name,
                      int64_t length, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, name, error));
    if (x->length != length)
        return dt__fail(error, DT_E_LENGTH, -1, "%s has %" PRId64
                        " elements, base has %" PRId64, name, x->length,
                        length);
    return DT_E_OK;
}

int32_t
dt__check_operands(const struct dt__operands *from,
                   const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(from->base, "base", error));
    const int64_t length = from->base->length;
    DT__TRY(operands_check_length(from->end, "end", length, error));
    if (from->each != NULL)
        DT__TRY(operands_check_length(from->each, from->name, length,
                                      error));
    DT__TRY(dt__check_out(out, length, error));
    return dt__check_same_unit(&from->base->unit, &from->end->unit,
                               DT__UNIT_ALL, error);
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
