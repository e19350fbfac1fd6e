/* SPDX-License-Identifier: MIT */
/* A level on its way along its growth. */
#ifndef DTGROWTH_LIB_GROWTH_WALK_H
#define DTGROWTH_LIB_GROWTH_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "num/num.h"

/* How a level follows from the one before. */
enum dt__walk_id {
    DT__WALK_NONE    = 0, /* It does not. */
    DT__WALK_CHANGES = 1, /* By adding. */
    DT__WALK_RATES   = 2, /* By a factor that is 1 more. */
    DT__WALK_FACTORS = 3,
    DT__WALK_LOGS    = 4, /* By a factor of which it is the logarithm. */
    DT__WALK_GAINS   = 5, /* As for rates: how far the level has come from 1,
                             with all digits as long as that is near. */
    DT__WALKS_COUNT
};

struct dt__walk_way;

/* The level is m 2^e and never rounded on the way; 1 <= |m| < 2 or m is 0. For
 * changes it is m alone, as long as that is exact, and the sum beyond. */
struct dt__walk {
    const struct dt__walk_way *way;
    int32_t why; /* Why the level stopped being defined. */
    struct dt__dd m;
    int64_t e;
    struct dt__dd gain; /* The level less 1. */
    double value; /* The level, or the gain, rounded once. */
    bool inexact; /* Whether m lost a digit of the sum. */
    struct dt__sum sum;
};

/* Starts at a level, by any way but NONE. */
void dt__walk_init(struct dt__walk *self, int32_t way, double level);

/* The level from which what piles up by a way is counted. */
double dt__walk_neutral(int32_t way);

/* Applies one period of growth, or undoes it. */
void dt__walk_step(struct dt__walk *self, double growth, bool backwards);

/* Applies DT__CHAIN_BLOCK periods of growth, whose levels (or gains) are
 * `values`; false, and nothing done, where that takes single steps. */
bool dt__walk_block(struct dt__walk *self, const double *growth,
                    double *values);

#endif
