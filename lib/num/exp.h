/* SPDX-License-Identifier: MIT */
/* Exponentials of pairs of doubles. */
#ifndef DTGROWTH_LIB_NUM_EXP_H
#define DTGROWTH_LIB_NUM_EXP_H

#include "num/dd.h"

/* e^y - 1, rounded to the nearest double; saturates to -1 and infinity. */
double dt__expm1(struct dt__dd y);

/* The same before its rounding; |y| < 700. */
struct dt__dd dt__expm1_dd(struct dt__dd y);

/* scale * e^y, rounded once, without premature over- or underflow. */
double dt__scaled_exp(double scale, struct dt__dd y);

#endif
