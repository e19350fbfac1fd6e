#include "series/fold.h"

#include <stddef.h>
#include <string.h>

#include "series/view.h"

int32_t
dt__fold(const struct dt__task *task, const struct dt__fold *fold,
         int64_t from, int64_t to, int64_t *at)
{
    struct dt__room room;
    struct dt__block b;
    double x[DT__OPERANDS];

    dt__block_open(&b, task, DT__BLOCK, &room);
    for (int64_t done = from; done < to; done += b.n) {
        dt__block_gather(&b, done, to - done < DT__BLOCK ? (int)(to - done)
                                                         : DT__BLOCK);
        for (int i = 0; i < b.n; i++) {
            int32_t why = dt__block_operands(&b, i, x);
            if (why == DT_SERIES_WHY_DEFINED)
                why = fold->take(fold->self, b.first + i, x);
            else if (fold->gap != NULL)
                why = fold->gap(fold->self, b.first + i, why);
            if (why != DT_SERIES_WHY_DEFINED) {
                *at = b.first + i;
                return why;
            }
        }
    }
    return DT_SERIES_WHY_DEFINED;
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
