/* SPDX-License-Identifier: MIT */
#include <dtgrowth/series.h>

#include "calendar/period_format.h"
#include "series/find.h"
#include "series/view.h"

/* Observations from..from + length of a view; `from` is an index. */
static struct dt_series
slice_cut(const struct dt_series *x, int64_t from, int64_t length)
{
    struct dt_series part = *x;

    part.values += from * x->stride;
    part.validity_offset += from;
    part.start += from;
    part.length = length;
    return part;
}

int32_t
dt_series_find(const struct dt_series *self, int64_t period, int64_t *index,
                struct dt_error *error)
{
    DT__TRY(dt__check_given(index, "index", error));
    DT__TRY(dt__check_series(self, "self", error));
    return dt__find_named(self, "self", period, "period", index, error);
}

int32_t
dt_series_slice(const struct dt_series *self, int64_t first, int64_t last,
                struct dt_series *slice, struct dt_error *error)
{
    DT__TRY(dt__check_given(slice, "slice", error));
    DT__TRY(dt__check_series(self, "self", error));

    int64_t from = -1, to = -1;
    DT__TRY(dt__find_named(self, "self", first, "first", &from, error));
    DT__TRY(dt__find_named(self, "self", last, "last", &to, error));
    if (to < from) {
        char text[2][DT__PERIOD_TEXT_SIZE];
        return dt__fail(error, DT_E_PERIODS, -1,
                        "last is %s, before first, %s",
                        dt__period_text(text[0], self->frequency, last),
                        dt__period_text(text[1], self->frequency, first));
    }

    *slice = slice_cut(self, from, to - from + 1);
    return DT_E_OK;
}

/* The part of a view in the periods first..first + length. An empty part
 * keeps the pointer, which may be null. */
static struct dt_series
slice_cut_periods(const struct dt_series *x, int64_t first, int64_t length)
{
    if (length > 0)
        return slice_cut(x, first - x->start, length);

    struct dt_series part = *x;
    part.start = first;
    part.length = 0;
    return part;
}

int32_t
dt_series_align(const struct dt_series *a, const struct dt_series *b,
                struct dt_series *a_cut, struct dt_series *b_cut,
                struct dt_error *error)
{
    DT__TRY(dt__check_given(a_cut, "a_cut", error));
    DT__TRY(dt__check_given(b_cut, "b_cut", error));
    DT__TRY(dt__check_series(a, "a", error));
    DT__TRY(dt__check_series(b, "b", error));
    DT__TRY(dt__check_same_frequency(a, "a", b, "b", error));

    const int64_t a_end = a->start + a->length, b_end = b->start + b->length;
    const int64_t first = a->start > b->start ? a->start : b->start;
    const int64_t end = a_end < b_end ? a_end : b_end;
    const int64_t length = end > first ? end - first : 0;
    /* Both are cut before either is written: a_cut may be a or b. */
    const struct dt_series a_part = slice_cut_periods(a, first, length);
    const struct dt_series b_part = slice_cut_periods(b, first, length);
    *a_cut = a_part;
    *b_cut = b_part;
    return DT_E_OK;
}
