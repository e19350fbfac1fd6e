/* SPDX-License-Identifier: MIT */
/* A block of elements on its way: where its operands come from, how they are
 * gathered across strides, bitmaps and gaps, and why one is no number. */
#ifndef DTGROWTH_LIB_SERIES_BLOCK_H
#define DTGROWTH_LIB_SERIES_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "kernels/kernels.h"
#include "num/dd.h"
#include "series/why.h"

enum { DT__OPERANDS = 4 };

/* As far as an operand may lie from its element, far outside every view. */
#define DT__SHIFT_MOST (INT64_MAX / 4)

/* Where an operand comes from. */
enum {
    DT__FROM_VIEW   = 0, /* Observation i + shift, for element i. */
    DT__FROM_PLACE  = 1, /* The observation that locate() names, + shift. */
    DT__FROM_COMMON = 2, /* One number for all, which its kernel knows. */
    DT__FROM_FILL   = 3, /* fill(), which may read `x`; NaN is missing. */
    DT__FROM_ROOM   = 4  /* One number for all, which its kernel reads. */
};

struct dt__operand {
    const struct dt_series *x; /* Of what is no common number. */
    union {
        int64_t shift;
        double common;
    };
    uint8_t from;
    uint8_t missing; /* The reason of a missing one: VALUE_ or BASE_MISSING. */
    uint8_t outside; /* The reason of an element outside the view. */
};

/* Initializers, as tasks are made anew for each short call: an operand of the
 * period itself, one of an earlier period, which plays the base, and a number.
 * Those of another view have the start of the result beside them. */
#define DT__VALUE_OF(view)                                                     \
    { .x = (view), .missing = DT_SERIES_WHY_VALUE_MISSING,                     \
      .outside = DT_SERIES_WHY_NO_BASE }
#define DT__BASE_OF(view, back)                                                \
    { .x = (view), .shift = -dt__shift_of(back),                               \
      .missing = DT_SERIES_WHY_BASE_MISSING, .outside = DT_SERIES_WHY_NO_BASE }
#define DT__BASE_IN(view, start, back)                                         \
    { .x = (view), .shift = dt__shift_to(view, start, back),                   \
      .missing = DT_SERIES_WHY_BASE_MISSING, .outside = DT_SERIES_WHY_NO_BASE }
/* One that is left out where it has no observation. */
#define DT__BESIDE(view, start)                                                \
    { .x = (view), .shift = dt__shift_to(view, start, 0),                      \
      .missing = DT_SERIES_WHY_VALUE_MISSING,                                  \
      .outside = DT_SERIES_WHY_VALUE_MISSING }
#define DT__COMMON(number) { .common = (number), .from = DT__FROM_COMMON }
#define DT__SPREAD(number) { .common = (number), .from = DT__FROM_ROOM }

static inline int64_t
dt__shift_of(int64_t back)
{
    return back < DT__SHIFT_MOST ? back : DT__SHIFT_MOST;
}

/* From the index of an element, of which the first is that of the period
 * `start`, to that in x of the period `back` before it. */
int64_t dt__shift_to(const struct dt_series *x, int64_t start, int64_t back);

/* The order in which elements are computed. */
enum {
    DT__ANY_ORDER = 0, /* No element reads what lies behind it. */
    DT__FORWARD   = 1,
    DT__BACKWARD  = 2
};

/* A block on its way: what a quantity's functions see of it. */
struct dt__block {
    int64_t first;          /* Its first element, */
    int n;                  /* and how many there are. */
    struct dt__lanes lanes; /* Whole steps: operands behind n are 1. */
    uint8_t *why;
    double *room[DT__OPERANDS]; /* Where the operands may be put, */
    double *out;                /* and the result. */
    int spread;                 /* What rooms of one number hold of it, */
    int64_t *place;             /* and that of locate(): indices, or -1. */
    const struct dt__task *task;
};

/* What is computed. Functions that are null are not needed. Up to ten words are
 * set to zero without a loop, as each short call does. */
struct dt__task {
    const void *self; /* Handed to one() and locate(), */
    void *state;      /* and to the functions that change it. */
    const struct dt__operand *operand; /* As many as there are. */
    uint8_t operands;
    uint8_t order;
    bool any_length; /* Whether the kernel takes more than a block. */
    int16_t most; /* Elements of a block: 0 is DT__BLOCK; more where operands
                     and result have room for them. */

    /* What a whole block is given to; what it leaves in doubt goes to one().
     * Null leaves everything in doubt. */
    dt__kernel *kernel;
    const double *parameter; /* Its two, or null. */
    /* One element whose operands are there and finite: a reason, and the
     * result if it is defined. */
    int32_t (*one)(const void *self, const double *x, double *result);

    /* Sets place[], for which there is room, and where an operand is FROM_FILL,
     * its room; false if no element has a base, which is all there is to say
     * of them. */
    bool (*locate)(const void *self, struct dt__block *block);
    /* Fills the rooms; returns DT__SOME_*, where a doubt sends the block to
     * all(). */
    int (*fill)(void *state, struct dt__block *block);
    /* Computes a whole block by itself: lanes.out and why. */
    void (*all)(void *state, struct dt__block *block);
};

/* Sets the kernel, by its DT__KERNEL_*. */
static inline void
dt__use_kernel(struct dt__task *task, int kernel)
{
    task->kernel = dt__kernels()->lanes[kernel];
    task->any_length = dt__kernel_takes_any_length(kernel);
}

/* The room of a pass: operands one after the other, and the result behind them.
 * Blocks of more elements have fewer operands; the places of those that have to
 * be located are in the last of the rooms: one operand less, or blocks of
 * DT__BLOCK_LOCATED. */
union dt__room {
    double number[(DT__OPERANDS + 1) * DT__BLOCK];
    struct {
        double less[DT__OPERANDS * DT__BLOCK];
        int64_t place[DT__BLOCK];
    };
};

/* Elements of a block of all operands that leaves room for places. */
enum { DT__BLOCK_LOCATED = 48 };

_Static_assert((DT__OPERANDS + 1) * DT__BLOCK_LOCATED <=
                       DT__OPERANDS * DT__BLOCK &&
                   DT__BLOCK_LOCATED % DT__STEP == 0,
               "blocks that are located have room");
_Static_assert(sizeof(struct dt__task) <= 10 * sizeof(int64_t),
               "short calls pay for it");

/* Elements that kernels take for n of them. */
static inline int
dt__padded(int n)
{
    return (n + DT__STEP - 1) / DT__STEP * DT__STEP;
}

/* A block that is nowhere yet, of up to `most` elements. */
void dt__block_open(struct dt__block *self, const struct dt__task *task,
                    int most, union dt__room *room);

/* Gathers the operands of elements first ... first + n - 1, unless locate()
 * says that none has a base: false. */
bool dt__block_gather(struct dt__block *self, int64_t first, int n);

/* Reads the observation `at` of an operand that has a view: DEFINED, or the
 * reason. */
static inline int32_t
dt__operand_read(const struct dt__operand *self, int64_t at, double *value)
{
    if ((uint64_t)at >= (uint64_t)self->x->length)
        return self->outside;
    *value = dt_series_at_i(self->x, at);
    if (dt__is_finite(*value) && self->x->validity == NULL)
        return DT_SERIES_WHY_DEFINED; /* Mostly. */
    if (dt_series_is_missing_i(self->x, at))
        return self->missing;
    return dt__is_finite(*value) ? DT_SERIES_WHY_DEFINED
                                 : DT_SERIES_WHY_NOT_FINITE;
}

/* Up to so many elements are read straight from the views: to gather a block
 * would cost more than it saves. */
enum { DT__FEW = 2 };

/* Reads all operands of element i of a task without locate() and fill(). */
static inline int32_t
dt__task_read(const struct dt__task *self, int64_t i, double x[DT__OPERANDS])
{
    int32_t why = DT_SERIES_WHY_DEFINED;

    for (int k = 0; k < self->operands; k++) {
        const struct dt__operand *o = &self->operand[k];
        int32_t of_one = DT_SERIES_WHY_DEFINED;
        x[k] = o->common;
        if (o->x != NULL)
            of_one = dt__operand_read(o, i + o->shift, &x[k]);
        else if (!dt__is_finite(x[k]))
            of_one = DT_SERIES_WHY_NOT_FINITE;
        why = dt__first_why(why, of_one);
    }
    return why;
}

/* Why operand k of element `i` of a block is no finite number. */
int32_t dt__block_why(const struct dt__block *self, int i, int k);

/* The first reason of all operands. */
int32_t dt__block_first_why(const struct dt__block *self, int i);

/* Reads an operand that is no common number: DEFINED, or the reason. */
static inline int32_t
dt__block_read(const struct dt__block *self, int i, int k, double *value)
{
    *value = self->lanes.x[k][i];
    return dt__is_finite(*value) ? DT_SERIES_WHY_DEFINED
                                 : dt__block_why(self, i, k);
}

/* Reads all operands: DEFINED if all are finite, or the first reason. */
static inline int32_t
dt__block_operands(const struct dt__block *self, int i,
                   double x[DT__OPERANDS])
{
    int finite = 1;

    for (int k = 0; k < self->task->operands; k++) {
        x[k] = self->lanes.x[k] != NULL ? self->lanes.x[k][i]
                                        : self->task->operand[k].common;
        finite &= dt__is_finite(x[k]);
    }
    return finite ? DT_SERIES_WHY_DEFINED : dt__block_first_why(self, i);
}

/* Writes element `i` of a block: the result, or NaN for a reason. */
static inline void
dt__block_put(struct dt__block *self, int i, double result, int32_t why)
{
    self->lanes.out[i] = why == DT_SERIES_WHY_DEFINED ? result : dt__nan();
    self->why[i] = (uint8_t)why;
}

/* The index of the observation that is operand 0 of an element. */
int64_t dt__operand_place(const struct dt__task *task, int64_t i);

#endif
