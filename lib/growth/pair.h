/* Growth between two levels that are pairs of doubles: sums of windows. Each
 * function is the grow_pair() of a row of kinds.c. */
#ifndef DTGROWTH_LIB_GROWTH_PAIR_H
#define DTGROWTH_LIB_GROWTH_PAIR_H

#include "growth/kinds.h"
#include "num/dd.h"

/* Two levels, and their difference, which has its own digits where the levels
 * agree in all of theirs. */
struct dt__levels {
    struct dt__dd base, value, rise;
};

double dt__pair_change(const struct dt__growth *self,
                       const struct dt__levels *levels, double periods);
double dt__pair_rate(const struct dt__growth *self,
                     const struct dt__levels *levels, double periods);
double dt__pair_factor(const struct dt__growth *self,
                       const struct dt__levels *levels, double periods);
double dt__pair_midpoint(const struct dt__growth *self,
                         const struct dt__levels *levels, double periods);
double dt__pair_log(const struct dt__growth *self,
                    const struct dt__levels *levels, double periods);
double dt__pair_annualized(const struct dt__growth *self,
                           const struct dt__levels *levels, double periods);
double dt__pair_annualized_log(const struct dt__growth *self,
                               const struct dt__levels *levels,
                               double periods);

/* As dt__grow(), whose bits it gives for levels that are single doubles; the
 * high parts are finite. The result counts only if it is defined. */
int32_t dt__grow_pair(const struct dt__growth *self,
                      const struct dt__levels *levels, double periods,
                      double *result);

#endif
