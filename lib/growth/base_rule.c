/* SPDX-License-Identifier: MIT */
#include "growth/base_rule.h"

#include <stddef.h>

#include <dtgrowth/growth.h>

#include "base/table.h"
#include "growth/kinds.h"

/* Constant; divides, by size, midpoint, refuses; what it serves. */
#define BASE_RULES(ROW)                                                        \
    ROW(DT_GROWTH_BASE_MISSING, false, false, false, false, 0)                 \
    ROW(DT_GROWTH_BASE_SIGNED, true, false, false, false, DT__KIND_DIVIDES)    \
    ROW(DT_GROWTH_BASE_ABSOLUTE, true, true, false, false,                     \
        DT__KIND_DIVIDES | DT__KIND_AVERAGES)                                  \
    ROW(DT_GROWTH_BASE_MIDPOINT, false, true, true, false, DT__KIND_AVERAGES)  \
    ROW(DT_GROWTH_BASE_REFUSE, false, false, false, true, DT__KIND_MINDS_BASE)

static const struct dt__base_rule base_rules[] = { BASE_RULES(DT__ROW) };

DT__DEFINE_HAS_ROW(base_rule_is_known, dt_growth_base, BASE_RULES)

const struct dt__base_rule *
dt__base_rule(int32_t rule)
{
    return base_rule_is_known(rule) ? &base_rules[rule] : NULL;
}
