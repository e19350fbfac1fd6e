/* What growth between two series starts from. */
#ifndef DTGROWTH_LIB_GROWTH_OPERANDS_H
#define DTGROWTH_LIB_GROWTH_OPERANDS_H

#include <stdbool.h>

#include <dtgrowth/series.h>

/* Two views that may look at one array, and a number: the periods between, or a
 * rate. It is common to all elements, unless `each` is not null and has one for
 * each. */
struct dt__operands {
    const struct dt_series *base, *end, *each;
    double common;
};

/* Checks them, named base, end and each, and the output. */
int32_t dt__check_operands(const struct dt__operands *from,
                           const struct dt_series_out *out,
                           struct dt_error *error);

/* Reads element i: DEFINED, or why one of them is no number. */
int32_t dt__read_operands(const struct dt__operands *from, int64_t i,
                          double *base, double *end, double *each);

/* Whether no view says that its NaN are values. */
bool dt__no_nan_is_value(const struct dt__operands *from);

#endif
