/* SPDX-License-Identifier: MIT */
/* The choices of functions of series. */
#ifndef DTGROWTH_LIB_SERIES_SERIES_OPTIONS_H
#define DTGROWTH_LIB_SERIES_SERIES_OPTIONS_H

#include <stdbool.h>

#include <dtgrowth/series.h>

#include "base/error.h"

/* Reads the flags; those that are not `possible` have no effect, and are
 * refused. */
int32_t dt__read_series_options(const struct dt_series_options *options,
                                uint32_t possible, uint32_t *flags,
                                struct dt_error *error);

/* The same where there is nothing to choose. */
int32_t dt__no_series_options(const struct dt_series_options *options,
                              struct dt_error *error);

#endif
