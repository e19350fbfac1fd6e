/* SPDX-License-Identifier: MIT */
#include "base/options.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum {
    /* A size above this is an uninitialized member, not a later release. */
    OPTIONS_SIZE_MAX = 4096
};

/* No struct of options ends inside of a member: all are whole words. */
static bool
options_size_is_possible(uint32_t size, uint32_t first_size)
{
    return size >= first_size && size <= OPTIONS_SIZE_MAX &&
           size % sizeof(int64_t) == 0;
}

int32_t
dt__read_options(void *self, uint32_t size, uint32_t first_size,
                 const void *given, struct dt_error *error)
{
    if (given == NULL)
        return DT_E_OK;

    const unsigned char *bytes = given;
    uint32_t given_size;
    memcpy(&given_size, bytes, sizeof(given_size));
    if (!options_size_is_possible(given_size, first_size))
        return dt__fail(error, DT_E_STRUCT, -1,
                        "options->struct_size is %" PRIu32
                        "; expected %" PRIu32, given_size, size);
    for (uint32_t i = size; i < given_size; i++)
        if (bytes[i] != 0)
            return dt__fail(error, DT_E_NEWER, -1,
                            "options has a non-zero byte at offset %" PRIu32
                            ", beyond the %" PRIu32
                            " bytes that this library knows", i, size);

    memcpy(self, bytes, given_size < size ? given_size : size);
    memcpy(self, &size, sizeof(size));
    return DT_E_OK;
}

int32_t
dt__check_flags(uint32_t flags, uint32_t possible, struct dt_error *error)
{
    if ((flags & ~possible) == 0)
        return DT_E_OK;
    return dt__fail(error, DT_E_FLAG, -1, "options->flags is %#" PRIx32
                    ", of which %#" PRIx32 " is unknown or without effect here",
                    flags, flags & ~possible);
}

int32_t
dt__check_no_effect(const char *name, int32_t rule, struct dt_error *error)
{
    if (rule == 0)
        return DT_E_OK;
    return dt__fail(error, DT_E_RULE, -1, "options->%s is %" PRId32
                    ", which has no effect here", name, rule);
}

int32_t
dt__init_options(void *options, uint32_t given_size, uint32_t first_size)
{
    if (options == NULL)
        return DT_E_NULL;
    if (!options_size_is_possible(given_size, first_size))
        return DT_E_STRUCT;
    memset(options, 0, given_size);
    memcpy(options, &given_size, sizeof(given_size));
    return DT_E_OK;
}
