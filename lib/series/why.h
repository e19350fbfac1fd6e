/* SPDX-License-Identifier: MIT */
/* The reasons of elements that are not defined, by rules that hold for every
 * quantity. */
#ifndef DTGROWTH_LIB_SERIES_WHY_H
#define DTGROWTH_LIB_SERIES_WHY_H

#include <stdint.h>

#include <dtgrowth/series.h>

#include "num/dd.h"

/* Constant; place in the order that series.h states; name. */
#define DT__WHY_ROWS(ROW)                                                      \
    ROW(DT_SERIES_WHY_NO_BASE, 0, "no base")                                   \
    ROW(DT_SERIES_WHY_VALUE_MISSING, 1, "value missing")                       \
    ROW(DT_SERIES_WHY_BASE_MISSING, 2, "base missing")                         \
    ROW(DT_SERIES_WHY_NOT_FINITE, 3, "not finite")                             \
    ROW(DT_SERIES_WHY_ZERO_BASE, 4, "zero base")                               \
    ROW(DT_SERIES_WHY_NEGATIVE_BASE, 5, "negative base")                       \
    ROW(DT_SERIES_WHY_DOMAIN, 6, "outside the domain")                         \
    ROW(DT_SERIES_WHY_TOO_FEW, 7, "too few observations")                      \
    ROW(DT_SERIES_WHY_NO_PERIODS, 8, "no periods")                             \
    ROW(DT_SERIES_WHY_OVERFLOW, 9, "overflow")                                 \
    ROW(DT_SERIES_WHY_DEFINED, 10, "defined")

#define DT__WHY_PLACE(constant, place, name) [constant] = (place),

/* The first of two reasons in that order. */
static inline int32_t
dt__first_why(int32_t a, int32_t b)
{
    static const uint8_t places[] = { DT__WHY_ROWS(DT__WHY_PLACE) };

    if (a == b) /* Mostly: both are defined. */
        return a;
    return places[a] < places[b] ? a : b;
}

/* The reason of an operand that plays the base. */
static inline int32_t
dt__why_of_base(int32_t why)
{
    return why == DT_SERIES_WHY_VALUE_MISSING ? DT_SERIES_WHY_BASE_MISSING
                                              : why;
}

/* What a base leads to in a quantity that needs it above 0. */
static inline int32_t
dt__why_of_sign(double base)
{
    if (base > 0)
        return DT_SERIES_WHY_DEFINED;
    return base == 0 ? DT_SERIES_WHY_ZERO_BASE : DT_SERIES_WHY_NEGATIVE_BASE;
}

/* Stores a result unless it overflows. */
static inline int32_t
dt__finish(double value, double *result)
{
    if (!dt__is_finite(value))
        return DT_SERIES_WHY_OVERFLOW;
    *result = value;
    return DT_SERIES_WHY_DEFINED;
}

#endif
