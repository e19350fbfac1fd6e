#include "growth/kinds.h"

#include <stddef.h>

#include "base/table.h"
#include "growth/element.h"
#include "growth/pair.h"
#include "growth/walk.h"
#include "kernels/kernels.h"

/* Constant; one element, and of a pair; kernels of levels and of sums; levels
 * that follow, cumulative growth; flags. */
#define GROWTH_KINDS(ROW)                                                      \
    ROW(DT_GROWTH_RATE, dt__grow_rate, dt__pair_rate, DT__KERNEL_RATE,         \
        DT__KERNEL_RATE_OF_SUMS, DT__WALK_RATES, DT__WALK_GAINS, 0)            \
    ROW(DT_GROWTH_CHANGE, dt__grow_change, dt__pair_change,                    \
        DT__KERNEL_CHANGE, DT__KERNEL_NONE, DT__WALK_CHANGES,                  \
        DT__WALK_CHANGES, DT__KIND_ANY_BASE | DT__KIND_ADDS)                   \
    ROW(DT_GROWTH_LOG, dt__grow_log, dt__pair_log, DT__KERNEL_LOG,             \
        DT__KERNEL_NONE, DT__WALK_LOGS, DT__WALK_CHANGES, DT__KIND_ADDS)       \
    ROW(DT_GROWTH_MIDPOINT, dt__grow_midpoint, dt__pair_midpoint,              \
        DT__KERNEL_MIDPOINT, DT__KERNEL_NONE, DT__WALK_NONE, DT__WALK_NONE, 0) \
    ROW(DT_GROWTH_FACTOR, dt__grow_factor, dt__pair_factor,                    \
        DT__KERNEL_FACTOR, DT__KERNEL_NONE, DT__WALK_FACTORS,                  \
        DT__WALK_FACTORS, DT__KIND_NO_MIDPOINT)                                \
    ROW(DT_GROWTH_ANNUALIZED, dt__grow_annualized, dt__pair_annualized,        \
        DT__KERNEL_POWER_RATE, DT__KERNEL_NONE, DT__WALK_NONE, DT__WALK_NONE,  \
        DT__KIND_ANNUALIZED)                                                   \
    ROW(DT_GROWTH_ANNUALIZED_LOG, dt__grow_annualized_log,                     \
        dt__pair_annualized_log, DT__KERNEL_SCALED_LOG, DT__KERNEL_NONE,       \
        DT__WALK_NONE, DT__WALK_NONE, DT__KIND_ANNUALIZED)

static const struct dt__growth_kind growth_kinds[] = { GROWTH_KINDS(DT__ROW) };

DT__DEFINE_HAS_ROW(is_growth_kind, dt_growth_kind, GROWTH_KINDS)

const struct dt__growth_kind *
dt__growth_kind(int32_t kind)
{
    return is_growth_kind(kind) ? &growth_kinds[kind] : NULL;
}
