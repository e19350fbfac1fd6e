/* SPDX-License-Identifier: MIT */
/* The choices of comparisons. */
#ifndef DTGROWTH_LIB_COMPARE_COMPARE_OPTIONS_H
#define DTGROWTH_LIB_COMPARE_COMPARE_OPTIONS_H

#include <stdbool.h>

#include <dtgrowth/compare.h>

#include "base/error.h"

/* Reads options; what would have no effect is refused: flags that are not
 * `possible`, and rules of a lag where there is none. */
int32_t dt__read_compare_options(const struct dt_compare_options *options,
                                 uint32_t possible, bool is_lagged,
                                 struct dt_compare_options *chosen,
                                 struct dt_error *error);

#endif
