/* SPDX-License-Identifier: MIT */
/* Reading the structs that may grow: options that start with struct_size. */
#ifndef DTGROWTH_LIB_BASE_OPTIONS_H
#define DTGROWTH_LIB_BASE_OPTIONS_H

#include <stdint.h>

#include "base/error.h"

/* Copies the caller's options, of whatever release, over `self`, which holds
 * the defaults and is `size` bytes long. `first_size` is the size in the first
 * release that had the struct. Null `given` keeps the defaults. */
int32_t dt__read_options(void *self, uint32_t size, uint32_t first_size,
                         const void *given, struct dt_error *error);

/* DT_E_FLAG for a flag that is not `possible`: unknown, or without effect. */
int32_t dt__check_flags(uint32_t flags, uint32_t possible,
                        struct dt_error *error);

/* DT_E_RULE for a rule, a member of that name, that is not the default where
 * none has an effect. */
int32_t dt__check_no_effect(const char *name, int32_t rule,
                            struct dt_error *error);

/* What an exported ..._options_init() does: zeroes the `given_size` bytes of a
 * caller of whatever release and sets their struct_size. */
int32_t dt__init_options(void *options, uint32_t given_size,
                         uint32_t first_size);

#endif
