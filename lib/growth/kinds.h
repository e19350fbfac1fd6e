/* SPDX-License-Identifier: MIT */
/* Every kind of growth, as a row of one table, and what it is made of: a kind
 * is a constant of the header, a row here, and the functions that the row
 * names, in kind_rate.c or kind_log.c. */
#ifndef DTGROWTH_LIB_GROWTH_KINDS_H
#define DTGROWTH_LIB_GROWTH_KINDS_H

#include <stdint.h>

#include <dtgrowth/growth.h>

#include "kernels/kernels.h"

struct dt__base_rule;
struct dt__growth;
struct dt__levels;

enum {
    /* The result is per year: it takes the periods between. */
    DT__KIND_ANNUALIZED = 1,
    /* A zero or negative base has none, unless a rule says otherwise. */
    DT__KIND_MINDS_BASE = 2,
    /* Results add up over time. */
    DT__KIND_ADDS       = 4,
    /* It divides by the base, which may be negative by a rule, */
    DT__KIND_DIVIDES    = 8,
    /* or by the mean of base and value. */
    DT__KIND_AVERAGES   = 16
};

/* From base to value, both finite, over `periods`, not negative: a reason, and
 * the result if it is defined. */
typedef int32_t dt__grow_levels(const struct dt__growth *self, double base,
                                double value, double periods, double *result);
/* The same of levels in two doubles each, where the former is defined. */
typedef double dt__grow_pairs(const struct dt__growth *self,
                              const struct dt__levels *levels, double periods);

/* Constant; one element, and of a pair; kernels of levels and of sums; levels
 * that follow, cumulative growth; flags; what it is called in a summary. */
#define DT__GROWTH_KINDS(ROW)                                                  \
    ROW(DT_GROWTH_KIND_RATE, dt__grow_rate, dt__pair_rate, DT__KERNEL_RATE,    \
        DT__KERNEL_RATE_OF_SUMS, DT__WALK_RATES, DT__WALK_GAINS,               \
        DT__KIND_MINDS_BASE | DT__KIND_DIVIDES | DT__KIND_AVERAGES,            \
        DT_SERIES_TRANSFORMATION_RATE)                                         \
    ROW(DT_GROWTH_KIND_CHANGE, dt__grow_change, dt__pair_change,               \
        DT__KERNEL_CHANGE, DT__KERNEL_NONE, DT__WALK_CHANGES,                  \
        DT__WALK_CHANGES, DT__KIND_ADDS, DT_SERIES_TRANSFORMATION_CHANGE)      \
    ROW(DT_GROWTH_KIND_LOG, dt__grow_log, dt__pair_log, DT__KERNEL_LOG,        \
        DT__KERNEL_NONE, DT__WALK_LOGS, DT__WALK_CHANGES,                      \
        DT__KIND_MINDS_BASE | DT__KIND_ADDS, DT_SERIES_TRANSFORMATION_LOG)     \
    ROW(DT_GROWTH_KIND_MIDPOINT, dt__grow_midpoint, dt__pair_midpoint,         \
        DT__KERNEL_MIDPOINT, DT__KERNEL_NONE, DT__WALK_NONE, DT__WALK_NONE,    \
        DT__KIND_MINDS_BASE | DT__KIND_AVERAGES,                               \
        DT_SERIES_TRANSFORMATION_MIDPOINT)                                     \
    ROW(DT_GROWTH_KIND_FACTOR, dt__grow_factor, dt__pair_factor,               \
        DT__KERNEL_FACTOR, DT__KERNEL_NONE, DT__WALK_FACTORS,                  \
        DT__WALK_FACTORS, DT__KIND_MINDS_BASE | DT__KIND_DIVIDES,              \
        DT_SERIES_TRANSFORMATION_FACTOR)                                       \
    ROW(DT_GROWTH_KIND_ANNUALIZED, dt__grow_annualized, dt__pair_annualized,   \
        DT__KERNEL_POWER_RATE, DT__KERNEL_NONE, DT__WALK_NONE,                 \
        DT__WALK_NONE, DT__KIND_MINDS_BASE | DT__KIND_ANNUALIZED,              \
        DT_SERIES_TRANSFORMATION_ANNUALIZED)                                   \
    ROW(DT_GROWTH_KIND_ANNUALIZED_LOG, dt__grow_annualized_log,                \
        dt__pair_annualized_log, DT__KERNEL_SCALED_LOG, DT__KERNEL_NONE,       \
        DT__WALK_NONE, DT__WALK_NONE, DT__KIND_MINDS_BASE |                    \
        DT__KIND_ANNUALIZED, DT_SERIES_TRANSFORMATION_ANNUALIZED_LOG)

#define DT__DECLARE_KIND(constant, grow, grow_pair, ...)                       \
    dt__grow_levels grow;                                                      \
    dt__grow_pairs grow_pair;
DT__GROWTH_KINDS(DT__DECLARE_KIND)

struct dt__growth_kind {
    dt__grow_levels *grow;
    dt__grow_pairs *grow_pair;
    uint8_t kernel;     /* DT__KERNEL_* */
    uint8_t sums;       /* The same, of sums in two parts. */
    uint8_t walk;       /* How levels follow from it: DT__WALK_*. */
    uint8_t cumulative; /* How it piles up: DT__WALK_*. */
    uint8_t flags;      /* DT__KIND_* */
    uint8_t transformation; /* DT_SERIES_TRANSFORMATION_* */
};

/* The row of a kind; null for one that is not known. */
const struct dt__growth_kind *dt__growth_kind(int32_t kind);

/* What is computed: the choices of a call, checked. */
struct dt__growth {
    const struct dt__growth_kind *kind;
    const struct dt__base_rule *base_rule;
    double per_year; /* Periods per year, for the annualized kinds. */
};

/* Growth from base to value, both finite, over `periods`, not negative. Returns
 * a reason and stores the result only if it is defined. */
static inline int32_t
dt__grow(const struct dt__growth *self, double base, double value,
         double periods, double *result)
{
    return self->kind->grow(self, base, value, periods, result);
}

/* The same over a number of periods that may be 0 or less, in which nothing
 * grows. */
int32_t dt__grow_over(const struct dt__growth *self, double base, double value,
                      double periods, double *result);

/* As dt__grow(), whose bits it gives for levels that are single doubles; the
 * high parts are finite. The result counts only if it is defined. */
int32_t dt__grow_pair(const struct dt__growth *self,
                      const struct dt__levels *levels, double periods,
                      double *result);

#endif
