/* SPDX-License-Identifier: MIT */
#include "series/output.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "series/view.h"
#include "units/unit.h"

/* Neither a stride of reasons nor a member of a later release. */
static bool
output_has_no_more(const struct dt_series_out *out)
{
    return out->status == NULL &&
           (out->why_stride | out->status_stride | out->reserved[0] |
            out->reserved[1]) == 0;
}

/* As most outputs are: good beyond doubt. */
static bool
output_is_usual(const struct dt_series_out *out, int64_t length)
{
    return dt__memory_is_usual(out->values, length, out->stride) &&
           length <= out->capacity && out->validity_offset == 0 &&
           output_has_no_more(out);
}

int32_t
dt__check_out(const struct dt_series_out *out, int64_t length,
              struct dt_error *error)
{
    if (out != NULL && output_is_usual(out, length))
        return DT_E_OK;
    DT__TRY(dt__check_given(out, "out", error));
    if (out->capacity < 0)
        return dt__fail(error, DT_E_LENGTH, -1, "out->capacity is %" PRId64,
                        out->capacity);
    if (out->capacity < length)
        return dt__fail(error, DT_E_CAPACITY, -1,
                        "out->capacity is %" PRId64 " for length %" PRId64,
                        out->capacity, length);

    DT__TRY(dt__check_memory(out->values, length, out->stride, "out", "->",
                             error));
    DT__TRY(dt__check_bits(out->validity_offset, length, "out", "->", error));
    DT__TRY(dt__check_bytes(out->why, length, out->why_stride, "out->why",
                            error));
    if (out->status != NULL || out->status_stride != 0)
        return dt__fail(error, DT_E_FLAG, -1,
                        "out->status is not null, and not written yet");
    if ((out->reserved[0] | out->reserved[1]) != 0)
        return dt__fail(error, DT_E_FLAG, -1, "out->reserved is not 0");
    return DT_E_OK;
}

/* The validity bit of element i. */
static void
output_put_bit(const struct dt_series_out *out, int64_t i, bool defined)
{
    const int64_t bit = out->validity_offset + i;
    const unsigned mask = 1U << (bit & 7);
    uint8_t *byte = &out->validity[bit >> 3];

    *byte = (uint8_t)(defined ? *byte | mask : *byte & ~mask);
}

void
dt__put(const struct dt_series_out *out, int64_t i, double value, int32_t why)
{
    const bool defined = why == DT_SERIES_WHY_DEFINED;

    out->values[i * out->stride] = defined ? value : dt__nan();
    if (out->why != NULL)
        out->why[i * dt__why_stride(out)] = (uint8_t)why;
    if (out->validity != NULL)
        output_put_bit(out, i, defined);
}

/* The bytes from the first to behind the last of `length` doubles. */
struct output_extent {
    uintptr_t first, end;
};

static struct output_extent
output_extent_of(const double *values, int64_t length, int64_t stride)
{
    const int64_t last = (length - 1) * stride;

    return (struct output_extent){
        (uintptr_t)(values + (last < 0 ? last : 0)),
        (uintptr_t)(values + (last < 0 ? 0 : last) + 1),
    };
}

/* The bytes of as many bits. */
static struct output_extent
output_extent_of_bits(const uint8_t *bits, int64_t length, int64_t offset)
{
    return (struct output_extent){
        (uintptr_t)bits + (uintptr_t)(offset >> 3),
        (uintptr_t)bits + (uintptr_t)((offset + length - 1) >> 3) + 1,
    };
}

static bool
output_meets(struct output_extent a, struct output_extent b)
{
    return a.first < b.end && b.first < a.end;
}

bool
dt__is_apart(const struct dt_series *x, const struct dt_series_out *out,
             int64_t length)
{
    if (length == 0 || x->length == 0)
        return true;
    if (output_meets(output_extent_of(x->values, x->length, x->stride),
                     output_extent_of(out->values, length, out->stride)))
        return false;
    return x->validity == NULL || out->validity == NULL ||
           !output_meets(output_extent_of_bits(x->validity, x->length,
                                               x->validity_offset),
                         output_extent_of_bits(out->validity, length,
                                               out->validity_offset));
}

/* Bits first..first + n of a bitmap: set where why[] is DEFINED. */
static void
output_put_bits(uint8_t *bits, int64_t first, int n, const uint8_t *why)
{
    for (int j = 0, count; j < n; j += count) {
        const int at = (int)((first + j) & 7);
        uint8_t *byte = &bits[(first + j) >> 3];
        unsigned defined = 0;

        count = n - j < 8 - at ? n - j : 8 - at;
        for (int k = 0; k < count; k++)
            defined |= (unsigned)(why[j + k] == DT_SERIES_WHY_DEFINED) << k;
        const unsigned mask = ((1U << count) - 1) << at;
        *byte = (uint8_t)((*byte & ~mask) | defined << at);
    }
}

void
dt__put_block(const struct dt_series_out *out, int64_t i, int n,
              const double *values, const uint8_t *why)
{
    if (out->validity != NULL)
        output_put_bits(out->validity, out->validity_offset + i, n, why);
    if (out->why != NULL && dt__why_stride(out) == 1)
        memcpy(out->why + i, why, (size_t)n);
    else if (out->why != NULL)
        for (int j = 0; j < n; j++)
            out->why[(i + j) * out->why_stride] = why[j];
    if (values == out->values + i)
        return; /* They are there already. */
    if (out->stride == 1)
        memcpy(out->values + i, values, (size_t)n * sizeof(double));
    else
        for (int j = 0; j < n; j++)
            out->values[(i + j) * out->stride] = values[j];
}

void
dt__put_gap(const struct dt_series_out *out, int64_t from, int64_t to,
            int32_t why)
{
    if (out->stride == 1)
        for (int64_t i = from; i < to; i++)
            out->values[i] = dt__nan();
    else
        for (int64_t i = from; i < to; i++)
            out->values[i * out->stride] = dt__nan();
    for (int64_t i = from; out->why != NULL && i < to; i++)
        out->why[i * dt__why_stride(out)] = (uint8_t)why;
    for (int64_t i = from; out->validity != NULL && i < to; i++)
        output_put_bit(out, i, false);
}

int32_t
dt_series_from_out(const struct dt_series_out *out,
                   const struct dt_series *like,
                   const struct dt_series_unit *unit, struct dt_series *self,
                   struct dt_error *error)
{
    DT__TRY(dt__check_given(self, "self", error));
    DT__TRY(dt__check_series(like, "like", error));
    DT__TRY(dt__check_out(out, like->length, error));
    if (unit != NULL)
        DT__TRY(dt__check_unit(unit, "unit", error));

    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    *self = (struct dt_series){
        .values = out->values,
        .validity = out->validity,
        .length = like->length,
        .stride = out->stride,
        .validity_offset = out->validity_offset,
        .start = like->start,
        .frequency = like->frequency,
        .unit = unit != NULL ? *unit : unstated,
    };
    return DT_E_OK;
}
