/* SPDX-License-Identifier: MIT */
/* How every function of the library reports a failure. */
#ifndef DTGROWTH_LIB_BASE_ERROR_H
#define DTGROWTH_LIB_BASE_ERROR_H

#include <stddef.h>

#include <dtgrowth/base.h>

#include "base/number.h"

#if defined(__MINGW32__)
#  define DTGROWTH_PRINTF(n) __attribute__((format(gnu_printf, n, n + 1)))
#elif defined(__GNUC__)
#  define DTGROWTH_PRINTF(n) __attribute__((format(printf, n, n + 1)))
#else
#  define DTGROWTH_PRINTF(n)
#endif

/* Fills the error, if there is one, and returns the code: `return
 * dt__fail(...)`. Conversions that depend on the locale (%f, %g) are out:
 * pass a number through dt__number(). */
DTGROWTH_PRINTF(4)
int32_t dt__fail(struct dt_error *error, int32_t code, int64_t index,
                 const char *format, ...);

/* A function that is not to be put into the frame of its caller. */
#if defined(__GNUC__)
#  define DT__OWN_FRAME __attribute__((noinline))
#else
#  define DT__OWN_FRAME
#endif

/* The null check: DT_E_NULL, and the argument's name, unless it is given. */
static inline int32_t
dt__check_given(const void *argument, const char *name, struct dt_error *error)
{
    if (argument == NULL)
        return dt__fail(error, DT_E_NULL, -1, "%s is null", name);
    return DT_E_OK;
}

/* Returns the status of a call that failed. It hides a return: never between
 * dt__enter() and dt__leave(). */
#define DT__TRY(call)                                                          \
    do {                                                                       \
        const int32_t dt__status = (call);                                     \
        if (dt__status < 0)                                                    \
            return dt__status;                                                 \
    } while (0)

/* What a constant is written as, for a message that names a limit. */
#define DT__TEXT_OF(constant)  DT__TEXT_OF_(constant)
#define DT__TEXT_OF_(constant) #constant

#endif
