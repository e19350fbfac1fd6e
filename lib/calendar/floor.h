/* SPDX-License-Identifier: MIT */
/* Integer division that rounds downwards, for either sign. */
#ifndef DTGROWTH_LIB_CALENDAR_FLOOR_H
#define DTGROWTH_LIB_CALENDAR_FLOOR_H

#include <stdint.h>

/* floor(a / b), b positive. */
static inline int64_t
dt__floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

#endif
