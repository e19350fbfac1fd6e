/* SPDX-License-Identifier: MIT */
/* A plan of growth, run on a series. */
#ifndef DTGROWTH_LIB_GROWTH_SERIES_H
#define DTGROWTH_LIB_GROWTH_SERIES_H

#include "growth/plan.h"

/* DT_E_BASE where the plan refuses a base of the series. */
int32_t dt__series_refuse(const struct dt__growth_plan *plan,
                          const struct dt_series *x, struct dt_error *error);

/* Runs a struct dt__growth_plan on one series. */
void dt__series_run(const void *plan, const struct dt_series *x,
                    const struct dt_series_out *out);

#endif
