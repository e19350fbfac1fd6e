/* Averages of the growth of every period. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_RATES_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_RATES_H

#include "growth/average_span.h"

/* The mean of the rates. */
void dt__average_mean_rate(const struct dt__span *span,
                           struct dt_growth_average_result *result);

#endif
