/* SPDX-License-Identifier: MIT */
#include "figures/method.h"

#include <stddef.h>

#include <dtgrowth/figures.h>

#include "base/table.h"

#define METHOD_ROWS(ROW)                                                       \
    ROW(DT_COMPARE_METHOD_CAGR, DT__COMPOUND, false)                           \
    ROW(DT_COMPARE_METHOD_TOTAL, DT__SIMPLE, true)                             \
    ROW(DT_COMPARE_METHOD_LINEAR, DT__SIMPLE, false)                           \
    ROW(DT_COMPARE_METHOD_LOG, DT__CONTINUOUS, false)

static const struct dt__method method_rows[] = { METHOD_ROWS(DT__ROW) };

DT__DEFINE_HAS_ROW(method_is_known, dt_compare_method, METHOD_ROWS)

const struct dt__method *
dt__method(int32_t method)
{
    return method_is_known(method) ? &method_rows[method] : NULL;
}
