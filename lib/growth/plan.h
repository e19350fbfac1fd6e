/* SPDX-License-Identifier: MIT */
/* Everything that is checked and chosen before the first value is read. A plan
 * is made once, and run on as many series of one frequency and unit as there
 * are. */
#ifndef DTGROWTH_LIB_GROWTH_PLAN_H
#define DTGROWTH_LIB_GROWTH_PLAN_H

#include <dtgrowth/growth.h>

#include "growth/base_rule.h"
#include "growth/kinds.h"
#include "growth/lag.h"
#include "series/blocks.h"

struct dt__growth_plan {
    struct dt__growth growth;
    struct dt__lag lag;
    int64_t back; /* Periods back to every base; 0 if that depends. */
};

/* Kind, base rule and periods per year, checked against each other and the
 * unit of `x`, which is called `name`; `per_year` is taken where the caller
 * names none, and 0 if it has to be named. */
int32_t dt__choose_kind(int32_t kind, const struct dt_growth_options *chosen,
                        const struct dt_series *x, const char *name,
                        double per_year, struct dt__growth *growth,
                        struct dt_error *error);

/* The plan of growth along a series: kind, rules and lag, which may have to be
 * `fixed`; flags of options that are not `possible` are refused. */
int32_t dt__plan_growth(const struct dt_series *x, int32_t kind, int64_t lag,
                        bool fixed, const struct dt_growth_options *options,
                        uint32_t possible, struct dt__growth_plan *plan,
                        struct dt_error *error);

/* Whether a base may be refused. */
static inline bool
dt__refuses_bases(const struct dt__growth *growth)
{
    return growth->base_rule->refuses;
}

/* Opens the summary of growth of numbers in a unit over so many periods: NaN if
 * that is not one number. The summary may be null. */
void dt__open_growth_summary(const struct dt__growth *growth,
                             const struct dt_series_unit *unit, double periods,
                             struct dt_series_summary *summary);

/* DT_E_BASE where one of the bases, which are operand 0 of the elements of a
 * task, in a view called `name`, is not positive. */
int32_t dt__refuse_bases(const struct dt__task *bases, int64_t length,
                         const char *name, struct dt_error *error);

#endif
