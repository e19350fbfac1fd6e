/* SPDX-License-Identifier: MIT */
/* The ground floor: error-free arithmetic, logarithm, exponential, exact sums
 * and directed rounding on IEEE doubles. Knows nothing of series.
 *
 * Only + - * / and integer operations are used, so every function gives the
 * same bits everywhere. Round-to-nearest is assumed, as by <math.h>. */
#ifndef DTGROWTH_LIB_NUM_NUM_H
#define DTGROWTH_LIB_NUM_NUM_H

#include "num/accumulator.h"
#include "num/accumulator_round.h"
#include "num/dd.h"
#include "num/directed.h"
#include "num/exp.h"
#include "num/log.h"
#include "num/rate.h"
#include "num/root.h"

#endif
