/* The choices of a call, as every function of series reads them. */
#ifndef DTGROWTH_LIB_GROWTH_PLAN_H
#define DTGROWTH_LIB_GROWTH_PLAN_H

#include <dtgrowth/growth.h>

#include "growth/element.h"

/* Size of the options in the first release: the oldest to be met. */
enum { DT__GROWTH_OPTIONS_0_1 = 32 };

/* The defaults with what the caller set, checked as a struct. */
int32_t dt__read_growth_options(const struct dt_growth_options *options,
                                struct dt_growth_options *chosen,
                                struct dt_error *error);

/* Kind, base rule and periods per year, checked against each other and the
 * unit of `x`, which is called `name`; `per_year` is taken where the caller
 * names none, and 0 if it has to be named. */
int32_t dt__choose_kind(int32_t kind, const struct dt_growth_options *chosen,
                        const struct dt_series *x, const char *name,
                        double per_year, struct dt__growth *growth,
                        struct dt_error *error);

/* DT_E_BASE where observation i is a base that the rule REFUSE refuses. */
int32_t dt__refuse_base(const struct dt__growth *growth,
                        const struct dt_series *x, const char *name, int64_t i,
                        struct dt_error *error);

#endif
