/* SPDX-License-Identifier: MIT */
/* Logarithms as pairs of doubles. */
#ifndef DTGROWTH_LIB_NUM_LOG_H
#define DTGROWTH_LIB_NUM_LOG_H

#include "num/dd.h"

/* ln(end / base); base and end positive and finite, the whole range of doubles
 * (subnormals too). Relative error below 2^-95. */
struct dt__dd dt__log_ratio(struct dt__dd base, struct dt__dd end);

/* ln(1 + rate), rate > -1 and finite; rate may be tiny. */
struct dt__dd dt__log1p(double rate);

#endif
