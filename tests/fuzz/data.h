/* SPDX-License-Identifier: MIT */
/* Series of bytes: values, bitmap and strides in memory of exactly their size,
 * and outputs with marks around them. */
#ifndef DTGROWTH_TESTS_FUZZ_DATA_H
#define DTGROWTH_TESTS_FUZZ_DATA_H

#include "fuzz.h"

#include <dtgrowth/series.h>

/* A view, and the memory that it looks at. */
struct data {
    struct dt_series x;
    double *values;
    uint8_t *bits;
    int64_t room; /* Doubles of the values. */
};

static inline int64_t
data_size(int64_t length, int64_t stride)
{
    return length == 0 ? 0 : (length - 1) * (stride < 0 ? -stride : stride) + 1;
}

/* Few observations, or around a block or two. */
static inline int64_t
data_length(struct fuzz *f)
{
    static const int16_t blocks[] = { 127, 128, 129, 255, 256, 257, 511, 512,
                                      513, 600 };

    return fuzz_chance(f, 32) ? blocks[fuzz_below(f, 10)] : fuzz_below(f, 21);
}

/* Values are drawn one by one as long as there are bytes, and come again from
 * the front of the series when it is long. */
static inline void
data_fill(struct fuzz *f, struct data *self)
{
    enum { DRAWN = 24 };
    const bool plain = fuzz_chance(f, 2);

    for (int64_t i = 0; i < self->x.length; i++) {
        double *value = (double *)self->x.values + i * self->x.stride;
        if (i >= DRAWN)
            *value = self->x.values[(i % DRAWN) * self->x.stride];
        else
            *value = plain ? (double)(fuzz_bits(f, 2) + 1) / 100
                           : fuzz_double(f);
    }
}

/* A bitmap of a pattern that no number of bits repeats soon. */
static inline void
data_fill_bits(struct fuzz *f, struct data *self)
{
    const int64_t offset = fuzz_chance(f, 4) ? fuzz_below(f, 140)
                                             : fuzz_below(f, 9);
    const size_t bytes = (size_t)((offset + self->x.length + 7) / 8);
    const uint8_t first = (uint8_t)fuzz_bits(f, 1);

    self->bits = fuzz_room(bytes);
    for (size_t i = 0; i < bytes; i++)
        self->bits[i] = (uint8_t)(first ^ 0x35 * i);
    self->x.validity = self->bits;
    self->x.validity_offset = offset;
}

/* A series of some length and frequency. The values come last: they take as
 * many bytes as there are. */
static inline void
data_make(struct fuzz *f, struct data *self, int64_t length, int32_t frequency,
          int64_t start)
{
    static const int64_t strides[] = { 1, 1, 1, -1, 2, -2, 3, 7 };
    const int64_t stride = strides[fuzz_below(f, 8)];
    const int how = fuzz_below(f, 8);

    self->room = data_size(length, stride);
    self->values = fuzz_room((size_t)self->room * sizeof(double));
    self->bits = NULL;
    self->x = (struct dt_series)DT_SERIES_OF(
        length == 0 ? NULL
                    : self->values + (stride < 0 ? self->room - 1 : 0),
        length, frequency, start);
    self->x.stride = stride;
    if (how & 1)
        data_fill_bits(f, self);
    if (how == 6 || how == 7)
        self->x.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    data_fill(f, self);
}

static inline void
data_free(struct data *self)
{
    free(self->values);
    free(self->bits);
}

/* An observation without the library's help: DEFINED, VALUE_MISSING or
 * NOT_FINITE. */
static inline int32_t
data_read(const struct dt_series *x, int64_t i, double *value)
{
    const int64_t bit = x->validity_offset + i;

    *value = x->values[i * x->stride];
    if (x->validity != NULL && !(x->validity[bit / 8] & 1 << bit % 8))
        return DT_SERIES_WHY_VALUE_MISSING;
    if (*value != *value)
        return x->flags & DT_SERIES_FLAG_NAN_IS_VALUE
                   ? DT_SERIES_WHY_NOT_FINITE : DT_SERIES_WHY_VALUE_MISSING;
    return *value - *value == 0 ? DT_SERIES_WHY_DEFINED
                                : DT_SERIES_WHY_NOT_FINITE;
}

/* The first of two reasons, by the order that the header states. */
static inline int32_t
data_first_why(int32_t a, int32_t b)
{
    static const uint8_t order[] = { 11, 0, 2, 1, 4, 5, 6, 3, 9, 8, 7 };

    return order[a] <= order[b] ? a : b;
}

/* As data_read(), of what a base is called. */
static inline int32_t
data_read_base(const struct dt_series *x, int64_t i, double *value)
{
    const int32_t why = i < 0 || i >= x->length ? DT_SERIES_WHY_NO_BASE
                                                : data_read(x, i, value);

    return why == DT_SERIES_WHY_VALUE_MISSING ? DT_SERIES_WHY_BASE_MISSING
                                              : why;
}

/* Where a result goes: everything is asked for, with room between that has to
 * stay as it is. */
struct result {
    struct dt_series_out out;
    struct dt_series_summary summary;
    double *values;
    uint8_t *why, *bits;
    size_t bytes; /* Of the bitmap. */
    int64_t length, room, defined, first;
    uint32_t reasons;
};

static inline void
result_make(struct fuzz *f, struct result *r, int64_t length)
{
    static const int64_t strides[] = { 1, 1, -1, 2, -3 };
    const int64_t stride = strides[fuzz_below(f, 5)];
    const int64_t step = fuzz_below(f, 4), offset = fuzz_below(f, 19);

    r->length = length;
    r->room = data_size(length, stride);
    r->values = fuzz_room((size_t)r->room * sizeof(double));
    r->why = fuzz_room((size_t)data_size(length, step == 0 ? 1 : step));
    r->bytes = (size_t)((offset + length + 7) / 8);
    r->bits = fuzz_room(r->bytes);
    r->out = (struct dt_series_out)DT_SERIES_OUT_WHY(
        length > 0 && stride < 0 ? r->values + r->room - 1 : r->values, r->why,
        length);
    r->out.stride = stride;
    r->out.why_stride = step;
    r->out.validity = r->bits;
    r->out.validity_offset = offset;
    r->out.summary = &r->summary;
    r->defined = 0;
    r->first = -1;
    r->reasons = 0;
}

static inline int32_t
result_why(const struct result *r, int64_t i)
{
    return r->why[i * (r->out.why_stride == 0 ? 1 : r->out.why_stride)];
}

/* The result of element i, which is counted. */
static inline int32_t
result_read(struct result *r, int64_t i, double *value)
{
    const int64_t bit = r->out.validity_offset + i;
    const int32_t why = result_why(r, i);
    const bool defined = r->bits[bit / 8] >> bit % 8 & 1;

    *value = r->out.values[i * r->out.stride];
    FUZZ_NEED(defined == (why == DT_SERIES_WHY_DEFINED), "%d: %d", (int)i,
              (int)why);
    FUZZ_NEED(defined ? *value - *value == 0
                      : fuzz_bits_of(*value) == UINT64_C(0x7ff8000000000000),
              "%d: %a", (int)i, *value);
    r->defined += defined;
    if (!defined) {
        r->reasons |= UINT32_C(1) << why;
        if (r->first < 0)
            r->first = i;
    }
    return why;
}

/* Once all is read: the summary, and what lies between. */
static inline void
result_check(const struct result *r)
{
    const int64_t step = r->out.why_stride == 0 ? 1 : r->out.why_stride;
    const int64_t end = r->out.validity_offset + r->length;
    const struct dt_series_summary *s = &r->summary;

    FUZZ_NEED(s->defined == r->defined && s->undefined == r->length - r->defined
              && s->reasons == r->reasons && s->first_undefined == r->first &&
              s->first_why == (r->first < 0 ? 0 : result_why(r, r->first)),
              "%d %d %x", (int)s->defined, (int)s->first_undefined,
              (unsigned)s->reasons);
    for (int64_t i = 0; i < r->room; i++)
        FUZZ_NEED(i % r->out.stride == 0 ||
                  fuzz_bits_of(r->values[i]) == UINT64_C(0xa5a5a5a5a5a5a5a5),
                  "value %d", (int)i);
    for (int64_t i = 0; i < data_size(r->length, step); i++)
        FUZZ_NEED(i % step == 0 || r->why[i] == 0xa5, "why %d", (int)i);
    for (int64_t bit = 0; bit < 8 * (int64_t)r->bytes; bit++)
        FUZZ_NEED((bit >= r->out.validity_offset && bit < end) ||
                  ((r->bits[bit / 8] ^ 0xa5) >> bit % 8 & 1) == 0, "bit %d",
                  (int)bit);
}

static inline void
result_free(struct result *r)
{
    free(r->values);
    free(r->why);
    free(r->bits);
}

#endif
