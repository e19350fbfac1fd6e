#include "base/text.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"

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
