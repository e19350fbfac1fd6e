/* SPDX-License-Identifier: MIT */
#include "series/block.h"

#include <stddef.h>

#include "num/dd.h"
#include "series/view.h"
#include "series/why.h"

int64_t
dt__shift_to(const struct dt_series *x, int64_t start, int64_t back)
{
    const uint64_t most = DT__SHIFT_MOST, less = (uint64_t)back;
    const uint64_t apart = (uint64_t)start - (uint64_t)x->start;

    /* Neither the distance of the views nor what is left of it need fit. */
    if (start >= x->start && apart >= less)
        return (int64_t)(apart - less < most ? apart - less : most);
    uint64_t before = less - apart; /* Right also where apart is negative, */
    if (start < x->start && before < less)
        before = most; /* unless the two together are too much. */
    return -(int64_t)(before < most ? before : most);
}

void
dt__block_open(struct dt__block *b, const struct dt__task *task, int most,
               union dt__room *room)
{
    b->task = task;
    for (int k = 0; k < task->operands; k++)
        b->room[k] = room->number + k * most;
    b->out = room->number + task->operands * most;
    b->place = room->place;
    b->lanes.parameter[0] = task->parameter != NULL ? task->parameter[0] : 0;
    b->lanes.parameter[1] = task->parameter != NULL ? task->parameter[1] : 0;
    b->spread = 0;
}

/* Observations first ... first + n - 1 of a view, of which some lie outside:
 * those are NaN. */
static void
block_gather_edge(const struct dt_series *x, int64_t first, int n,
                  double *room)
{
    const int64_t before = first < 0 ? -first : 0;
    const int64_t end = first + n < x->length ? first + n : x->length;
    const int there = end > first + before ? (int)(end - first - before) : 0;

    for (int i = 0; i < n; i++)
        if (i < before || i >= before + there)
            room[i] = dt__nan();
    if (there > 0)
        (void)dt__copy_block(x, first + before, there, dt__nan(),
                             room + before);
}

/* Observations first ... first + n - 1 of a view, NaN where they are missing or
 * outside, and 1 up to `padded`: where they are, or in the room. */
static const double *
block_gather(const struct dt_series *x, int64_t first, int n, int padded,
             double *room)
{
    const bool inside = first >= 0 && first <= x->length - n;

    if (inside && x->stride == 1 && x->validity == NULL && padded == n)
        return x->values + first;
    if (inside)
        (void)dt__copy_block(x, first, n, dt__nan(), room);
    else
        block_gather_edge(x, first, n, room);
    for (int i = n; i < padded; i++)
        room[i] = 1;
    return room;
}

/* Where the observation of an element would be. */
static int64_t
block_index(const struct dt__operand *o, const struct dt__block *b, int i)
{
    if (o->from != DT__FROM_PLACE)
        return b->first + i + o->shift;
    return b->place[i] < 0 ? -1 : b->place[i] + o->shift;
}

static const double *
block_gather_places(const struct dt__operand *o, const struct dt__block *b,
                    double *room)
{
    const struct dt_series *x = o->x;

    for (int i = 0; i < b->n; i++) {
        const int64_t at = block_index(o, b, i);
        room[i] = at < 0 || at >= x->length || dt_series_is_missing_i(x, at)
                      ? dt__nan() : dt_series_at_i(x, at);
    }
    for (int i = b->n; i < b->lanes.n; i++)
        room[i] = 1;
    return room;
}

/* Fills a room with one number, unless it holds as many already. */
static const double *
block_spread(struct dt__block *b, int k)
{
    for (int i = b->spread; i < b->lanes.n; i++)
        b->room[k][i] = b->task->operand[k].common;
    return b->room[k];
}

bool
dt__block_gather(struct dt__block *b, int64_t first, int n)
{
    const struct dt__task *task = b->task;

    b->first = first;
    b->n = n;
    b->lanes.n = task->kernel != NULL ? dt__padded(n) : n;
    if (task->locate != NULL && !task->locate(task->self, b))
        return false;
    for (int k = 0; k < task->operands; k++) {
        const struct dt__operand *o = &task->operand[k];

        if (o->from == DT__FROM_VIEW)
            b->lanes.x[k] = block_gather(o->x, first + o->shift, n,
                                         b->lanes.n, b->room[k]);
        else if (o->from == DT__FROM_PLACE)
            b->lanes.x[k] = block_gather_places(o, b, b->room[k]);
        else if (o->from == DT__FROM_ROOM)
            b->lanes.x[k] = block_spread(b, k);
        else
            b->lanes.x[k] = o->from == DT__FROM_FILL ? b->room[k] : NULL;
    }
    b->spread = b->lanes.n > b->spread ? b->lanes.n : b->spread;
    return true;
}

int32_t
dt__block_why(const struct dt__block *b, int i, int k)
{
    const struct dt__operand *o = &b->task->operand[k];
    double value = b->lanes.x[k] != NULL ? b->lanes.x[k][i] : o->common;

    if (dt__is_finite(value))
        return DT_SERIES_WHY_DEFINED;
    if (o->from == DT__FROM_FILL)
        return value == value ? DT_SERIES_WHY_NOT_FINITE : o->missing;
    if (o->x == NULL)
        return DT_SERIES_WHY_NOT_FINITE;
    return dt__operand_read(o, block_index(o, b, i), &value);
}

int32_t
dt__block_first_why(const struct dt__block *b, int i)
{
    int32_t why = DT_SERIES_WHY_DEFINED;

    for (int k = 0; k < b->task->operands; k++)
        why = dt__first_why(why, dt__block_why(b, i, k));
    return why;
}

int64_t
dt__operand_place(const struct dt__task *task, int64_t i)
{
    int64_t place;
    struct dt__block b = { .first = i, .n = 1, .task = task, .place = &place };

    if (task->locate != NULL)
        (void)task->locate(task->self, &b);
    const int64_t at = block_index(&task->operand[0], &b, 0);
    return at < task->operand[0].x->length ? at : -1;
}
