/* Every kind of growth, as a row of one table. */
#ifndef DTGROWTH_LIB_GROWTH_KINDS_H
#define DTGROWTH_LIB_GROWTH_KINDS_H

#include <stdint.h>

#include <dtgrowth/growth.h>

struct dt__base_rule;
struct dt__growth;
struct dt__levels;

enum {
    /* The result is per year: it takes the periods between. */
    DT__KIND_ANNUALIZED  = 1,
    /* No base is too small: nothing divides by it. */
    DT__KIND_ANY_BASE    = 2,
    /* Results add up over time. */
    DT__KIND_ADDS        = 4,
    /* The base rule MIDPOINT has no meaning. */
    DT__KIND_NO_MIDPOINT = 8
};

struct dt__growth_kind {
    /* From base to value, both finite, over `periods`, not negative: a reason,
     * and the result if it is defined. */
    int32_t (*grow)(const struct dt__growth *self, double base, double value,
                    double periods, double *result);
    /* The same of levels in two doubles each, where the former is defined. */
    double (*grow_pair)(const struct dt__growth *self,
                        const struct dt__levels *levels, double periods);
    uint8_t kernel;     /* DT__KERNEL_* */
    uint8_t sums;       /* The same, of sums in two parts. */
    uint8_t walk;       /* How levels follow from it: DT__WALK_*. */
    uint8_t cumulative; /* How it piles up: DT__WALK_*. */
    uint8_t flags;      /* DT__KIND_* */
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

#endif
