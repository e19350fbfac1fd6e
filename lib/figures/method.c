#include "figures/method.h"

#include <stddef.h>

#include <dtgrowth/compare.h>

#include "base/table.h"

static const struct dt__method method_rows[] = {
    [DT_COMPARE_METHOD_CAGR]   = { DT__COMPOUND, false },
    [DT_COMPARE_METHOD_TOTAL]  = { DT__SIMPLE, true },
    [DT_COMPARE_METHOD_LINEAR] = { DT__SIMPLE, false },
    [DT_COMPARE_METHOD_LOG]    = { DT__CONTINUOUS, false },
};
DT__ROWS(method_rows, DT_COMPARE_METHOD_LOG);

const struct dt__method *
dt__method(int32_t method)
{
    return method < 0 || method > DT_COMPARE_METHOD_LOG
               ? NULL
               : &method_rows[method];
}
