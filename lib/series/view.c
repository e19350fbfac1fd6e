/* SPDX-License-Identifier: MIT */
#include "series/view.h"

#include <inttypes.h>
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "calendar/frequency.h"
#include "units/unit.h"

/* Whether the last of `length` elements of some size, `stride` apart, is less
 * than PTRDIFF_MAX bytes away, and inside the address space. */
static bool
view_extent_fits(const void *first, int64_t length, int64_t stride,
                 uint64_t size)
{
    const uint64_t limit = PTRDIFF_MAX / size;
    const uint64_t step = stride < 0 ? 0 - (uint64_t)stride : (uint64_t)stride;

    if (length <= 1)
        return true;
    if (step > limit / (uint64_t)(length - 1))
        return false;
    const uint64_t extent = step * (uint64_t)(length - 1) * size;
    return stride < 0 ? extent <= (uintptr_t)first
                      : extent + size <= UINTPTR_MAX - (uintptr_t)first;
}

int32_t
dt__check_memory(const double *values, int64_t length, int64_t stride,
                 const char *owner, const char *link, struct dt_error *error)
{
    if (values == NULL && length > 0)
        return dt__fail(error, DT_E_NULL, -1, "%s%svalues is null", owner,
                        link);
    const int rest = (int)((uintptr_t)values % alignof(double));
    if (rest != 0)
        return dt__fail(error, DT_E_ALIGNMENT, -1,
                        "%s%svalues is no address of a double: %d modulo %d",
                        owner, link, rest, (int)alignof(double));
    if (stride == 0)
        return dt__fail(error, DT_E_STRIDE, -1, "%s%sstride is 0", owner,
                        link);
    if (!view_extent_fits(values, length, stride, sizeof(double)))
        return dt__fail(error, DT_E_LENGTH, -1,
                        "%s%sstride %" PRId64 " cannot be addressed for "
                        "length %" PRId64, owner, link, stride, length);
    return DT_E_OK;
}

int32_t
dt__check_bytes(const uint8_t *bytes, int64_t length, int64_t stride,
                const char *name, struct dt_error *error)
{
    if (bytes == NULL ? stride == 0
                      : view_extent_fits(bytes, length, stride, 1))
        return DT_E_OK;
    if (bytes == NULL)
        return dt__fail(error, DT_E_STRIDE, -1,
                        "%s_stride is %" PRId64 ", and %s is null", name,
                        stride, name);
    return dt__fail(error, DT_E_LENGTH, -1,
                    "%s_stride %" PRId64 " cannot be addressed for length %"
                    PRId64, name, stride, length);
}

int32_t
dt__check_bits(int64_t offset, int64_t length, const char *owner,
               const char *link, struct dt_error *error)
{
    if (offset < 0)
        return dt__fail(error, DT_E_LENGTH, -1,
                        "%s%svalidity_offset is %" PRId64, owner, link,
                        offset);
    if (offset > INT64_MAX - length)
        return dt__fail(error, DT_E_LENGTH, -1,
                        "%s%svalidity_offset %" PRId64
                        " leaves no room for length %" PRId64, owner, link,
                        offset, length);
    return DT_E_OK;
}

/* When the observations are. */
static int32_t
view_check_periods(const struct dt_series *x, const char *owner,
                   const char *link, struct dt_error *error)
{
    if (!dt__frequency_is_known(x->frequency))
        return dt__fail(error, DT_E_FREQUENCY, -1,
                        "%s%sfrequency is %" PRId32, owner, link,
                        x->frequency);
    if (x->start == DT_SERIES_NO_PERIOD)
        return dt__fail(error, DT_E_PERIOD, -1, "%s%sstart is no period",
                        owner, link);
    if (x->start > INT64_MAX - x->length)
        return dt__fail(error, DT_E_PERIOD, -1,
                        "%s%sstart %" PRId64
                        " leaves no room for length %" PRId64, owner, link,
                        x->start, x->length);
    return DT_E_OK;
}

static int32_t
view_check(const struct dt_series *x, const char *owner, const char *link,
           struct dt_error *error)
{
    if (x->length < 0)
        return dt__fail(error, DT_E_LENGTH, -1, "%s%slength is %" PRId64,
                        owner, link, x->length);

    DT__TRY(dt__check_memory(x->values, x->length, x->stride, owner, link,
                             error));
    DT__TRY(dt__check_bits(x->validity_offset, x->length, owner, link, error));
    return view_check_periods(x, owner, link, error);
}

/* Neither a status nor a member of a later release. */
static bool
view_has_no_more(const struct dt_series *x)
{
    return x->status == NULL &&
           (x->status_stride | x->reserved[0] | x->reserved[1] |
            x->reserved[2] | x->reserved[3]) == 0;
}

static int32_t
view_refuse_more(const struct dt_series *x, const char *name,
                 struct dt_error *error)
{
    return dt__fail(error, DT_E_FLAG, -1,
                    x->status != NULL || x->status_stride != 0
                        ? "%s->status is not null, and not read yet"
                        : "%s->reserved is not 0", name);
}

/* Whether a view is good beyond doubt, as most are: short calls cost little
 * more than their checks. */
static bool
view_is_usual(const struct dt_series *x)
{
    const uint64_t small = UINT64_C(1) << 40;

    return dt__memory_is_usual(x->values, x->length, x->stride) &&
           (uint64_t)x->start + small < 2 * small && x->validity_offset == 0 &&
           x->flags == 0 && view_has_no_more(x) &&
           dt__frequency_is_known(x->frequency);
}

int32_t
dt__check_series(const struct dt_series *x, const char *name,
                 struct dt_error *error)
{
    if (x != NULL && view_is_usual(x))
        return dt__unit_is_unstated(&x->unit)
                   ? DT_E_OK
                   : dt__check_unit_members(&x->unit, name, "->unit.", error);
    DT__TRY(dt__check_given(x, name, error));
    DT__TRY(view_check(x, name, "->", error));
    if ((x->flags & ~(uint32_t)DT_SERIES_FLAG_NAN_IS_VALUE) != 0)
        return dt__fail(error, DT_E_FLAG, -1, "%s->flags is 0x%" PRIx32, name,
                        x->flags);
    if (!view_has_no_more(x))
        return view_refuse_more(x, name, error);
    return dt__check_unit_members(&x->unit, name, "->unit.", error);
}

int32_t
dt__check_same_frequency(const struct dt_series *a, const char *a_name,
                         const struct dt_series *b, const char *b_name,
                         struct dt_error *error)
{
    if (a->frequency == b->frequency)
        return DT_E_OK;
    return dt__fail(error, DT_E_MIXED, -1,
                    "%s->frequency is %s, %s->frequency is %s", a_name,
                    dt_series_frequency_name(a->frequency), b_name,
                    dt_series_frequency_name(b->frequency));
}

int32_t
dt__check_same_length(const struct dt_series *a, const char *a_name,
                      const struct dt_series *b, const char *b_name,
                      struct dt_error *error)
{
    if (a->length == b->length)
        return DT_E_OK;
    return dt__fail(error, DT_E_LENGTH, -1, "%s has %" PRId64 " elements, %s "
                    "has %" PRId64, b_name, b->length, a_name, a->length);
}

int32_t
dt_series_view(const double *values, int64_t length, int64_t stride,
               int32_t frequency, int64_t start, struct dt_series *self,
               struct dt_error *error)
{
    DT__TRY(dt__check_given(self, "self", error));

    const struct dt_series view = {
        .values = values,
        .length = length,
        .stride = stride,
        .start = start,
        .frequency = frequency,
        .unit = DT_SERIES_UNIT_INIT,
    };
    DT__TRY(view_check(&view, "", "", error));
    *self = view;
    return DT_E_OK;
}

int32_t
dt_series_check(const struct dt_series *self, struct dt_error *error)
{
    return dt__check_series(self, "self", error);
}

double
(dt_series_at)(const struct dt_series *self, int64_t i)
{
    return dt_series_at_i(self, i);
}

int32_t
(dt_series_is_missing)(const struct dt_series *self, int64_t i)
{
    return dt_series_is_missing_i(self, i);
}

/* Puts `gap` into room[j] where observation i + j has no validity bit. */
static int
view_fill_invalid(const struct dt_series *x, int64_t i, int n, double gap,
                  double *room)
{
    int filled = 0;

    /* A byte at a time, and there only what is missing. */
    for (int j = 0, count; j < n; j += count) {
        const int64_t bit = x->validity_offset + i + j;
        const int at = (int)(bit & 7);

        count = n - j < 8 - at ? n - j : 8 - at;
        unsigned gone = ~((unsigned)x->validity[bit >> 3] >> at) &
                        ((1U << count) - 1);
        for (; gone != 0; gone &= gone - 1, filled++)
            room[j + __builtin_ctz(gone)] = gap;
    }
    return filled;
}

int
dt__copy_block(const struct dt_series *x, int64_t i, int n, double gap,
               double *room)
{
    const double *values = x->values + i * x->stride;

    if (x->stride == 1)
        memcpy(room, values, (size_t)n * sizeof(double));
    else
        for (int j = 0; j < n; j++)
            room[j] = values[j * x->stride];
    return x->validity == NULL ? 0 : view_fill_invalid(x, i, n, gap, room);
}
