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

const char *
dt__number(char buffer[DT__NUMBER_SIZE], double value)
{
    (void)snprintf(buffer, DT__NUMBER_SIZE, "%.15g", value);
    /* Whatever the locale puts between digits is no letter, digit or sign. */
    for (char *c = buffer; *c != '\0'; c++) {
        const int kept = (*c >= '0' && *c <= '9') || *c == '-' || *c == '+' ||
                         (*c >= 'a' && *c <= 'z');
        if (!kept)
            *c = '.';
    }
    return buffer;
}
