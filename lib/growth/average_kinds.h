/* SPDX-License-Identifier: MIT */
/* Every average growth, as a row of one table, and what it is made of: an
 * average is a constant of the header, a row here, and the function that the
 * row names, in one of the average_*.c. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_KINDS_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_KINDS_H

#include <stdbool.h>
#include <stdint.h>

#include "growth/average_span.h"

/* Which observations an average needs. */
enum {
    DT__AVERAGE_ENDS,  /* The two ends. */
    DT__AVERAGE_ALL,   /* Every one. */
    DT__AVERAGE_BASES, /* Every one, and all but the end are bases. */
    DT__AVERAGE_POINTS /* The ends, and of those between what is there. */
};

/* What has a place in it, beside the base, which is positive. */
enum { DT__AVERAGE_ANY, DT__AVERAGE_NOT_NEGATIVE, DT__AVERAGE_POSITIVE };

/* Sets rate, used, index and why of a result that is defined so far. */
typedef void dt__average(const struct dt__span *span,
                         struct dt_growth_average_result *result);

/* Constant; average; what it needs, what it takes; whether it counts whole
 * years. The geometric mean of the factors is that of the ends, as every factor
 * in between exists. */
#define DT__AVERAGE_KINDS(ROW)                                                 \
    ROW(DT_GROWTH_AVERAGE_CAGR, dt__average_compound,                          \
        DT__AVERAGE_ENDS, DT__AVERAGE_NOT_NEGATIVE, false)                     \
    ROW(DT_GROWTH_AVERAGE_MEAN_RATE, dt__average_mean_rate,                    \
        DT__AVERAGE_BASES, DT__AVERAGE_ANY, false)                             \
    ROW(DT_GROWTH_AVERAGE_GEO_MEAN, dt__average_compound,                      \
        DT__AVERAGE_BASES, DT__AVERAGE_NOT_NEGATIVE, false)                    \
    ROW(DT_GROWTH_AVERAGE_LINEAR, dt__average_linear,                          \
        DT__AVERAGE_ENDS, DT__AVERAGE_ANY, false)                              \
    ROW(DT_GROWTH_AVERAGE_LOG, dt__average_log,                                \
        DT__AVERAGE_ENDS, DT__AVERAGE_POSITIVE, false)                         \
    ROW(DT_GROWTH_AVERAGE_LS_COEF, dt__average_ls_coef,                        \
        DT__AVERAGE_POINTS, DT__AVERAGE_POSITIVE, false)                       \
    ROW(DT_GROWTH_AVERAGE_LS_COMPOUND, dt__average_ls_compound,                \
        DT__AVERAGE_POINTS, DT__AVERAGE_POSITIVE, false)                       \
    ROW(DT_GROWTH_AVERAGE_ACCUMULATIVE, dt__average_accumulative,              \
        DT__AVERAGE_ALL, DT__AVERAGE_ANY, false)                               \
    ROW(DT_GROWTH_AVERAGE_YEARS, dt__average_compound,                         \
        DT__AVERAGE_ENDS, DT__AVERAGE_NOT_NEGATIVE, true)

#define DT__DECLARE_AVERAGE(constant, average, ...) dt__average average;
DT__AVERAGE_KINDS(DT__DECLARE_AVERAGE)

struct dt__average_kind {
    dt__average *average;
    uint8_t needs, takes;
    bool of_years;
};

/* The row of a DT_GROWTH_AVERAGE_*; null for one that is not known. */
const struct dt__average_kind *dt__average_kind(int32_t kind);

#endif
