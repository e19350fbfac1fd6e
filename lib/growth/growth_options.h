/* The choices of functions of growth. */
#ifndef DTGROWTH_LIB_GROWTH_GROWTH_OPTIONS_H
#define DTGROWTH_LIB_GROWTH_GROWTH_OPTIONS_H

#include <dtgrowth/growth.h>

#include "base/error.h"

/* The defaults with what the caller set, checked as a struct; flags that are
 * not `possible` have no effect, and are refused. */
int32_t dt__read_growth_options(const struct dt_growth_options *options,
                                uint32_t possible,
                                struct dt_growth_options *chosen,
                                struct dt_error *error);

/* The same where there is nothing to choose. */
int32_t dt__no_growth_options(const struct dt_growth_options *options,
                              struct dt_error *error);

#endif
