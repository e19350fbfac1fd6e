/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"

const char *
dt__quote(const char *text, char buffer[DT__QUOTE_SIZE])
{
    size_t n = 0;

    for (; text[n] != '\0' && n < DT__QUOTED; n++)
        buffer[n] = text[n] >= ' ' && text[n] <= '~' ? text[n] : '?';
    memcpy(buffer + n, text[n] == '\0' ? "" : "...", text[n] == '\0' ? 1 : 4);
    return buffer;
}

int32_t
dt__check_buffer(const char *buffer, int64_t capacity, struct dt_error *error)
{
    if (capacity < 0)
        return dt__fail(error, DT_E_LENGTH, -1, "capacity is %" PRId64,
                        capacity);
    return capacity == 0 ? DT_E_OK : dt__check_given(buffer, "buffer", error);
}

int32_t
dt__give_text(const char *text, char *buffer, int64_t capacity,
              int64_t *needed, struct dt_error *error)
{
    const int64_t size = (int64_t)strlen(text) + 1;

    if (needed != NULL)
        *needed = size;
    if (capacity < size)
        return dt__fail(error, DT_E_CAPACITY, -1,
                        "capacity is %" PRId64 " for %" PRId64 " bytes",
                        capacity, size);
    memcpy(buffer, text, (size_t)size);
    return DT_E_OK;
}
