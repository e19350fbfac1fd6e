/* The average that the accumulative approach gives. */
#ifndef DTGROWTH_LIB_GROWTH_AVERAGE_ACCUMULATIVE_H
#define DTGROWTH_LIB_GROWTH_AVERAGE_ACCUMULATIVE_H

#include "growth/average_span.h"

void dt__average_accumulative(const struct dt__span *span,
                              struct dt_growth_average_result *result);

#endif
