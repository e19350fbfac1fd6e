/* SPDX-License-Identifier: MIT */
#include <dtgrowth/figures.h>

#include "base/table.h"

#define VERDICT_NAMES(ROW)                                                     \
    ROW(DT_COMPARE_VERDICT_EXACT, "exact")                                     \
    ROW(DT_COMPARE_VERDICT_WITHIN, "within rounding")                          \
    ROW(DT_COMPARE_VERDICT_EDGE, "only at the edge")                           \
    ROW(DT_COMPARE_VERDICT_INCONSISTENT, "inconsistent")                       \
    ROW(DT_COMPARE_VERDICT_UNDECIDABLE, "undecidable")

static const char *const verdict_names[] = { VERDICT_NAMES(DT__ENTRY) };

DT__DEFINE_HAS_ROW(verdict_is_known, dt_compare_verdict, VERDICT_NAMES)

const char *
dt_compare_verdict_name(int32_t verdict)
{
    return verdict_is_known(verdict) ? verdict_names[verdict]
                                     : "unknown verdict";
}
