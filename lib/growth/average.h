/* Averages of growth between two observations of a series. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_H

#include <dtgrowth/growth.h>

/* The span of an average: indices of its base and end. */
struct dt__span {
    const struct dt_series *x;
    int64_t base, end;
};

/* Each fills rate, used, index and why of a result whose other members are
 * set. Every observation that the kind needs is there and in its domain. */
void dt__average_rates(const struct dt__span *span, int32_t kind,
                       struct dt_growth_average_result *result);
void dt__average_trend(const struct dt__span *span, int32_t kind,
                       struct dt_growth_average_result *result);
void dt__average_accumulative(const struct dt__span *span,
                              struct dt_growth_average_result *result);

/* Leaves a result undefined for the reason, at an observation. */
void dt__undefined(struct dt_growth_average_result *result, int32_t why,
                   int64_t index);

#endif
