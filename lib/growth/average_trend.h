/* Averages from the slope of a line through the logarithms. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_TREND_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_TREND_H

#include "growth/average_span.h"

/* The slope b. */
void dt__average_ls_coef(const struct dt__span *span,
                         struct dt_growth_average_result *result);

/* e^b - 1 */
void dt__average_ls_compound(const struct dt__span *span,
                             struct dt_growth_average_result *result);

#endif
