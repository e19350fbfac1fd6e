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

int32_t
dt__check_given(const void *argument, const char *name,
                struct dt_error *error)
{
    if (argument == NULL)
        return dt__fail(error, DT_E_NULL, -1, "%s is null", name);
    return DT_E_OK;
}
