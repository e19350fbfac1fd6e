/* SPDX-License-Identifier: MIT */
/* How every function of the library hands out a text. */
#ifndef DTGROWTH_LIB_BASE_TEXT_H
#define DTGROWTH_LIB_BASE_TEXT_H

#include <stdbool.h>

#include <dtgrowth/base.h>

/* In any locale. */
static inline bool
dt__is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum {
    DT__QUOTED = 40, /* Characters that a message quotes. */
    DT__QUOTE_SIZE = DT__QUOTED + sizeof("...")
};

/* The start of a text, unprintable characters replaced. */
const char *dt__quote(const char *text, char buffer[DT__QUOTE_SIZE]);

/* A buffer and its capacity, before anything is computed for them. */
int32_t dt__check_buffer(const char *buffer, int64_t capacity,
                         struct dt_error *error);

/* Copies a text with its terminator where it fits, and says in any case how
 * many bytes it needs, if `needed` is not null. */
int32_t dt__give_text(const char *text, char *buffer, int64_t capacity,
                      int64_t *needed, struct dt_error *error);

#endif
