/* SPDX-License-Identifier: MIT */
/* What growth between two series starts from. */
#ifndef DTGROWTH_LIB_GROWTH_OPERANDS_H
#define DTGROWTH_LIB_GROWTH_OPERANDS_H

#include <dtgrowth/series.h>

#include "base/error.h"
#include "series/blocks.h"

/* Two views that may look at one array, and a number: the periods between, or a
 * rate. It is common to all elements, unless `each` is not null and has one for
 * each: the argument `name`. */
struct dt__operands {
    const struct dt_series *base, *end, *each;
    double common;
    const char *name;
};

/* The same of the series of panels, as many of each, or one for all. */
struct dt__operand_panels {
    const struct dt_series_panel *base, *end, *each;
    double common;
    const char *name;
};

/* Checks them, and the output. */
int32_t dt__check_operands(const struct dt__operands *from,
                           const struct dt_series_out *out,
                           struct dt_error *error);

int32_t dt__check_operand_panels(const struct dt__operand_panels *from,
                                 const struct dt_series_panel_out *out,
                                 struct dt_error *error);

/* Three views. */
struct dt__operand_views {
    struct dt_series base, end, each;
};

/* What is common to the series of panels: plans are made with it. It refers to
 * the views. */
struct dt__operands dt__operands_like(const struct dt__operand_panels *from,
                                      struct dt__operand_views *views);

/* Runs a plan on every series. Panels and output are checked. */
typedef void dt__run_operands(const void *plan, const struct dt__operands *from,
                              const struct dt_series_out *out);
void dt__run_operand_panels(const struct dt__operand_panels *from,
                            dt__run_operands *run, const void *plan,
                            const struct dt_series_panel_out *out);

/* What they are to a task, in this order. */
enum { DT__OPERANDS_BETWEEN = 3 };
void dt__set_operands(const struct dt__operands *from,
                      struct dt__operand operands[DT__OPERANDS_BETWEEN],
                      struct dt__task *task);

#endif
