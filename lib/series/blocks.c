/* SPDX-License-Identifier: MIT */
#include "series/blocks.h"

#include <stddef.h>
#include <string.h>

#include "num/dd.h"
#include "series/output.h"
#include "series/why.h"

/* As many elements as a kernel may be given at once. */
enum { BLOCKS_AT_ONCE = 1024 };

/* How a result is written, and what is wanted beside its values. */
struct blocks_target {
    struct dt_series_summary *summary;
    bool reasons; /* Whether anybody asks for them. */
    bool direct;  /* Whether a kernel may write the result, */
    bool forward; /* the first block comes first, */
    bool is_long; /* and several blocks may be one. */
    bool clean;   /* Whether every why[] is DEFINED. */
};

/* One element, without the kernel. */
static inline void
blocks_one(const struct dt__task *task, struct dt__block *b, int i)
{
    double x[DT__OPERANDS], *const out = &b->lanes.out[i];
    int32_t why = dt__block_operands(b, i, x);

    /* In place: a copy costs as much as a cheap quantity. */
    if (why == DT_SERIES_WHY_DEFINED)
        why = task->one(task->self, x, out);
    if (why != DT_SERIES_WHY_DEFINED)
        *out = dt__nan();
    b->why[i] = (uint8_t)why;
}

/* What the kernel left open: elements in doubt, which it made infinite, and the
 * reasons of those that are missing. */
static void
blocks_settle(const struct dt__task *task, struct dt__block *b)
{
    for (int i = 0; i < b->n; i++)
        if (!dt__is_finite(b->lanes.out[i]))
            blocks_one(task, b, i);
}

/* A block without a kernel. */
static void
blocks_one_by_one(const struct dt__task *task, struct dt__block *b)
{
    for (int i = 0; i < b->n; i++)
        blocks_one(task, b, i);
}

/* Computes a block that is gathered. */
static void
blocks_run(const struct dt__task *task, struct blocks_target *to,
           struct dt__block *b)
{
    const int filled = task->fill != NULL ? task->fill(task->state, b) : 0;

    if (task->all != NULL && (task->fill == NULL || filled & DT__SOME_DOUBT)) {
        task->all(task->state, b);
        to->clean = false;
        return;
    }
    if (task->kernel == NULL) {
        blocks_one_by_one(task, b);
        to->clean = false;
        return;
    }
    const int said = filled | task->kernel(&b->lanes);
    if (!to->clean && to->reasons)
        memset(b->why, DT_SERIES_WHY_DEFINED, (size_t)b->lanes.n);
    to->clean = said == 0;
    if ((said & DT__SOME_DOUBT) || (said != 0 && to->reasons))
        blocks_settle(task, b);
}

/* Elements first ... first + n - 1 have no base. */
static void
blocks_put_gap(const struct dt_series_out *out, int64_t first, int64_t n)
{
    dt__put_gap(out, first, first + n, DT_SERIES_WHY_NO_BASE);
    dt__summary_gap(out->summary, first, n, DT_SERIES_WHY_NO_BASE);
}

static void
blocks_count(struct dt_series_summary *self, const struct dt__block *b,
             bool clean)
{
    const int64_t before = self->undefined;

    for (int i = 0; !clean && i < b->n; i++)
        if (b->why[i] != DT_SERIES_WHY_DEFINED)
            dt__summary_gap(self, b->first + i, 1, b->why[i]);
    self->defined += b->n - (self->undefined - before);
}

/* Whether no element of the result lies in a view that is read. */
static bool
blocks_apart(const struct dt__task *task, int64_t to,
             const struct dt_series_out *out)
{
    for (int k = 0; k < task->operands; k++)
        if (task->operand[k].x != NULL &&
            !dt__is_apart(task->operand[k].x, out, to))
            return false;
    return true;
}

/* As many elements as a kernel may take at once, straight from the views to
 * the result: whole steps from `first` on, as long as nothing is in doubt and
 * nobody asks for the reason of a gap. Returns where that ends. */
static int64_t
blocks_run_long(const struct dt__task *task, const struct blocks_target *to,
                int64_t first, int64_t end, const struct dt_series_out *out,
                struct dt__lanes *lanes)
{
    /* Never the rest: there is always a block behind. */
    for (; end - first > BLOCKS_AT_ONCE; first += BLOCKS_AT_ONCE) {
        for (int k = 0; k < task->operands; k++) {
            const struct dt__operand *o = &task->operand[k];
            lanes->x[k] = o->from == DT__FROM_VIEW
                              ? o->x->values + first + o->shift : NULL;
        }
        lanes->out = out->values + first;
        lanes->n = BLOCKS_AT_ONCE;
        const int said = task->kernel(lanes);
        if ((said & DT__SOME_DOUBT) || (said != 0 && to->reasons))
            break;
        if (out->why != NULL)
            memset(out->why + first, DT_SERIES_WHY_DEFINED, BLOCKS_AT_ONCE);
    }
    return first;
}

/* Whether every operand lies in memory as a kernel reads it. */
static bool
blocks_plain(const struct dt__task *task, int64_t from, int64_t to)
{
    for (int k = 0; k < task->operands; k++) {
        const struct dt__operand *o = &task->operand[k];
        if (o->from == DT__FROM_COMMON)
            continue;
        if (o->from != DT__FROM_VIEW || o->x->stride != 1 ||
            o->x->validity != NULL || from + o->shift < 0 ||
            to + o->shift > o->x->length)
            return false;
    }
    return true;
}

/* Elements from ... to - 1 in blocks, from either end. */
static void
blocks_compute(const struct dt__task *task, struct blocks_target *target,
               int64_t from, int64_t to, const struct dt_series_out *out)
{
    union dt__room room;
    struct dt__block b;
    uint8_t why[2 * DT__BLOCK];
    const int most = task->most > 0 ? task->most : DT__BLOCK;
    /* After a stretch in doubt, as much again is gone through in blocks. */
    enum { PATIENCE = 4096 };
    int64_t next_long = target->is_long ? from : to;

    dt__block_open(&b, task, most, &room);
    b.why = why;
    for (int64_t done = from; done < to; done += b.n) {
        if (done >= next_long) {
            const int64_t start = done;
            done = blocks_run_long(task, target, start, to, out, &b.lanes);
            next_long = done + PATIENCE;
            if (target->summary != NULL)
                target->summary->defined += done - start;
        }
        const int n = to - done < most ? (int)(to - done) : most;
        if (!dt__block_gather(&b, target->forward ? done : from + to - done - n,
                              n)) {
            blocks_put_gap(out, b.first, n);
            continue;
        }
        b.lanes.out = target->direct && b.lanes.n == n ? out->values + b.first
                                                       : b.out;
        blocks_run(task, target, &b);
        dt__put_block(out, b.first, b.n, b.lanes.out, b.why);
        if (target->summary != NULL)
            blocks_count(target->summary, &b, target->clean);
    }
}

/* Whether next to nothing is to be done, which no kernel does much faster. */
static bool
blocks_are_few(const struct dt__task *task, int64_t n)
{
    return n <= DT__FEW && (task->kernel == NULL || task->any_length) &&
           task->all == NULL && task->fill == NULL && task->locate == NULL;
}

/* One of those. */
static void
blocks_compute_one(const struct dt__task *task, int64_t i,
                   const struct dt_series_out *out)
{
    double x[DT__OPERANDS], result = dt__nan();
    int32_t why = dt__task_read(task, i, x);

    if (why == DT_SERIES_WHY_DEFINED)
        why = task->one(task->self, x, &result);
    dt__put(out, i, result, why);
    if (why != DT_SERIES_WHY_DEFINED)
        dt__summary_gap(out->summary, i, 1, why);
    else if (out->summary != NULL)
        out->summary->defined++;
}

void
dt__compute(const struct dt__task *task, int64_t from, int64_t to,
            const struct dt_series_out *out)
{
    if (from >= to)
        return;
    if (blocks_are_few(task, to - from)) {
        const bool forward = task->order == DT__FORWARD;
        for (int64_t i = 0; i < to - from; i++)
            blocks_compute_one(task, forward ? from + i : to - 1 - i, out);
        return;
    }
    /* Of one block, without a kernel, the order does not matter. */
    const bool apart = (task->kernel != NULL || to - from > DT__BLOCK) &&
                       blocks_apart(task, to, out);
    struct blocks_target target = {
        .summary = out->summary,
        .reasons = out->why != NULL || out->validity != NULL ||
                   out->summary != NULL,
        .direct = apart && out->stride == 1,
        /* No base of the view that the result may replace is later than its
         * element: from the end, none is overwritten before it is read.
         * Elsewhere memory is faster forward. */
        .forward = task->order == DT__FORWARD ||
                   (task->order == DT__ANY_ORDER && apart),
    };

    target.is_long = target.direct && target.forward && task->any_length &&
                     to - from > BLOCKS_AT_ONCE && out->validity == NULL &&
                     dt__why_stride(out) == 1 &&
                     blocks_plain(task, from, to);
    blocks_compute(task, &target, from, to, out);
}

void
dt__compute_none(int64_t length, const struct dt_series_out *out)
{
    blocks_put_gap(out, 0, length);
}

void
dt__compute_part(const struct dt__task *task, int64_t from, int64_t to,
                 int64_t length, const struct dt_series_out *out)
{
    from = from < length ? from : length;
    to = to < from ? from : to < length ? to : length;
    dt__compute(task, from, to, out);
    if (from > 0)
        blocks_put_gap(out, 0, from);
    if (to < length)
        blocks_put_gap(out, to, length - to);
}

void
dt__compute_all(const struct dt__task *task, int64_t length,
                const struct dt_series_out *out)
{
    int64_t from = 0, to = length;

    for (int k = 0; k < task->operands; k++) {
        const struct dt__operand *o = &task->operand[k];
        if (o->from != DT__FROM_VIEW || o->outside != DT_SERIES_WHY_NO_BASE)
            continue;
        const int64_t end = o->x->length - o->shift;
        from = -o->shift > from ? -o->shift : from;
        to = end < to ? end : to;
    }
    dt__compute_part(task, from, to, length, out);
}
