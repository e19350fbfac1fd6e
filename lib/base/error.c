/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

int32_t
dt__fail(struct dt_error *error, int32_t code, int64_t index,
         const char *format, ...)
{
    if (error == NULL)
        return code;

    *error = (struct dt_error){ .code = code, .index = index };
    va_list args;
    va_start(args, format);
    (void)vsnprintf(error->message, sizeof(error->message), format, args);
    va_end(args);
    return code;
}
