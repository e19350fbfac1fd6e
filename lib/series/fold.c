/* SPDX-License-Identifier: MIT */
#include "series/fold.h"

#include <stddef.h>
#include <string.h>

#include "series/view.h"

/* Hands over element i, whose operands have been read. */
static inline int32_t
fold_one(const struct dt__fold *fold, int64_t i, int32_t why, const double *x)
{
    if (why == DT_SERIES_WHY_DEFINED)
        return fold->take(fold->self, i, x);
    return fold->gap != NULL ? fold->gap(fold->self, i, why) : why;
}

static int32_t
fold_few(const struct dt__task *task, const struct dt__fold *fold,
         int64_t from, int64_t to, int64_t *at)
{
    double x[DT__OPERANDS];
    int32_t signal = DT_SERIES_WHY_DEFINED;

    for (*at = from; *at < to; ++*at) {
        signal = fold_one(fold, *at, dt__task_read(task, *at, x), x);
        if (signal != DT_SERIES_WHY_DEFINED)
            break;
    }
    return signal;
}

static int32_t
fold_many(const struct dt__task *task, const struct dt__fold *fold,
          int64_t from, int64_t to, int64_t *at)
{
    union dt__room room;
    struct dt__block b;
    double x[DT__OPERANDS];

    dt__block_open(&b, task, DT__BLOCK, &room);
    for (int64_t done = from; done < to; done += b.n) {
        const bool based = dt__block_gather(
            &b, done, to - done < DT__BLOCK ? (int)(to - done) : DT__BLOCK);
        for (int i = 0; i < b.n; i++) {
            const int32_t why = based ? dt__block_operands(&b, i, x)
                                      : DT_SERIES_WHY_NO_BASE;
            const int32_t signal = fold_one(fold, b.first + i, why, x);
            if (signal != DT_SERIES_WHY_DEFINED) {
                *at = b.first + i;
                return signal;
            }
        }
    }
    return DT_SERIES_WHY_DEFINED;
}

int32_t
dt__fold(const struct dt__task *task, const struct dt__fold *fold,
         int64_t from, int64_t to, int64_t *at)
{
    return to - from <= DT__FEW && task->locate == NULL
               ? fold_few(task, fold, from, to, at)
               : fold_many(task, fold, from, to, at);
}

void
dt__fold_blocks(const struct dt_series *x, void *self,
                dt__take_block *take_block)
{
    double room[DT__SUM_BLOCK];

    for (int64_t at = 0, n; at < x->length; at += n) {
        n = x->length - at < DT__SUM_BLOCK ? x->length - at : DT__SUM_BLOCK;
        const int padded = dt__padded((int)n);
        const double *values = x->values + at;
        int missing = 0;
        if (x->stride != 1 || x->validity != NULL || padded != n) {
            missing = dt__copy_block(x, at, (int)n, 0, room);
            memset(room + n, 0, (size_t)(padded - n) * sizeof(double));
            values = room;
        }
        take_block(self, values, at, (int)n, missing);
    }
}
