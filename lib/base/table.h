/* SPDX-License-Identifier: MIT */
/* Tables with one row for each constant of an enumeration of the headers.
 *
 * A table is a macro KINDS(ROW) that calls ROW(constant, members ...) for each
 * of its rows; the same rows make the array and the test for a known
 * constant, which does not compile while the enumeration has a constant
 * without a row. */
#ifndef DTGROWTH_LIB_BASE_TABLE_H
#define DTGROWTH_LIB_BASE_TABLE_H

#include <stdint.h>

/* The number of elements of an array. */
#define DT__COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define DT__ROW(constant, ...) [constant] = { __VA_ARGS__ },
#define DT__ENTRY(constant, entry) [constant] = (entry), /* Of scalars. */
#define DT__CASE(constant, ...) case constant:

/* Defines a function that says whether a constant has a row. */
#define DT__DEFINE_HAS_ROW(name, enumeration, ROWS)                            \
    _Pragma("GCC diagnostic push")                                             \
    _Pragma("GCC diagnostic error \"-Wswitch\"")                               \
    static int name(int32_t constant)                                          \
    {                                                                          \
        switch ((enum enumeration)constant) { ROWS(DT__CASE) return 1; }       \
        return 0;                                                              \
    }                                                                          \
    _Pragma("GCC diagnostic pop")

#endif
