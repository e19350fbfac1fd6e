/* SPDX-License-Identifier: MIT */
/* Roots of pairs of doubles. */
#ifndef DTGROWTH_LIB_NUM_ROOT_H
#define DTGROWTH_LIB_NUM_ROOT_H

#include "num/dd.h"

/* The root of a pair, not negative; relative error below 2^-100. */
struct dt__dd dt__square_root(struct dt__dd x);

#endif
