/* The choices of comparisons. */
#ifndef DTGROWTH_LIB_COMPARE_COMPARE_OPTIONS_H
#define DTGROWTH_LIB_COMPARE_COMPARE_OPTIONS_H

#include <dtgrowth/compare.h>

#include "base/error.h"

/* Reads the flags; those that are not `possible` have no effect, and are
 * refused. */
int32_t dt__read_compare_options(const struct dt_compare_options *options,
                                 uint32_t possible, uint32_t *flags,
                                 struct dt_error *error);

#endif
