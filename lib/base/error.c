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

/* On x86-64 the x87 unit, which computes nothing here, tells printf which way
 * to round: it is in its default state meanwhile. Elsewhere the caller has
 * seen to the environment. */
static void
number_print(char buffer[DT__NUMBER_SIZE], double value)
{
#if defined(__x86_64__)
    uint32_t x87[7];
    const uint16_t standard = 0x37f;
    __asm__ volatile("fnstenv %0" : "=m"(x87) :: "memory");
    __asm__ volatile("fldcw %0" :: "m"(standard) : "memory");
#endif
    (void)snprintf(buffer, DT__NUMBER_SIZE, "%.15g", value);
#if defined(__x86_64__)
    __asm__ volatile("fldenv %0" :: "m"(x87) : "memory");
#endif
}

const char *
dt__number(char buffer[DT__NUMBER_SIZE], double value)
{
    number_print(buffer, value);
    /* Whatever the locale puts between digits is no letter, digit or sign. */
    for (char *c = buffer; *c != '\0'; c++) {
        const int kept = (*c >= '0' && *c <= '9') || *c == '-' || *c == '+' ||
                         (*c >= 'a' && *c <= 'z');
        if (!kept)
            *c = '.';
    }
    return buffer;
}
