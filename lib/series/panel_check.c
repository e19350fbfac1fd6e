/* SPDX-License-Identifier: MIT */
#include "series/panel_check.h"

#include <inttypes.h>
#include <stddef.h>

#include "series/panel.h"
#include "series/view.h"

/* Elements of a matrix: i * stride + j * series_stride. */
struct panel_check_shape {
    int64_t length, stride, count, series_stride;
};

static uint64_t
panel_check_size(int64_t x)
{
    return x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
}

/* steps * |stride|, or the largest number. */
static uint64_t
panel_check_extent(int64_t steps, int64_t stride)
{
    const uint64_t n = steps > 1 ? (uint64_t)steps - 1 : 0;
    const uint64_t size = panel_check_size(stride);

    return n > 0 && size > UINT64_MAX / n ? UINT64_MAX : n * size;
}

/* Whether all elements of some bytes are less than PTRDIFF_MAX away. */
static bool
panel_check_fits(const struct panel_check_shape *m, uint64_t bytes)
{
    const uint64_t most = PTRDIFF_MAX / bytes;
    const uint64_t along = panel_check_extent(m->length, m->stride);
    const uint64_t across = panel_check_extent(m->count, m->series_stride);

    return along < most && across < most - along;
}

/* Whether no two elements are one. */
static bool
panel_check_is_distinct(const struct panel_check_shape *m)
{
    if (m->length < 1 || m->count < 2)
        return true;
    if (m->series_stride == 0)
        return false;
    return panel_check_extent(m->length, m->stride) <
               panel_check_size(m->series_stride) ||
           panel_check_extent(m->count, m->series_stride) <
               panel_check_size(m->stride);
}

static int32_t
panel_check_offsets(const struct dt_series_panel *panel, const char *name,
                    struct dt_error *error)
{
    if ((panel->length | panel->series_stride |
         panel->validity_series_stride) != 0)
        return dt__fail(error, DT_E_STRIDE, -1, "%s has offsets, and a length "
                        "or series strides beside them", name);
    for (int64_t j = 0; j <= panel->count; j++)
        if (panel->offsets[j] < (j > 0 ? panel->offsets[j - 1] : 0))
            return dt__fail(error, DT_E_LENGTH, j, "%s->offsets[%" PRId64
                            "] is %" PRId64 ", less than the one before", name,
                            j, panel->offsets[j]);
    return DT_E_OK;
}

/* All observations in a row: what a column of spans has to be. */
static int64_t
panel_check_elements(const struct dt_series_panel *panel)
{
    return panel->offsets != NULL ? panel->offsets[panel->count]
                                  : panel->length;
}

static int32_t
panel_check_starts(const struct dt_series_panel *panel, const char *name,
                   struct dt_error *error)
{
    for (int64_t j = 0; panel->starts != NULL && j < panel->count; j++) {
        const int64_t start = panel->starts[j];
        const int64_t length = panel->offsets == NULL
                                   ? panel->length
                                   : panel->offsets[j + 1] - panel->offsets[j];
        if (start == DT_SERIES_NO_PERIOD || start > INT64_MAX - length)
            return dt__fail(error, DT_E_PERIOD, j, "%s->starts[%" PRId64
                            "] is %" PRId64 ", no period to start at", name, j,
                            start);
    }
    return DT_E_OK;
}

int32_t
dt__check_panel(const struct dt_series_panel *panel, const char *name,
                struct dt_error *error)
{
    DT__TRY(dt__check_given(panel, name, error));
    if (panel->count < 0 || panel->length < 0)
        return dt__fail(error, DT_E_LENGTH, -1, "%s has %" PRId64
                        " series of %" PRId64 " observations", name,
                        panel->count, panel->length);
    if ((uint64_t)panel->count > PTRDIFF_MAX / sizeof(struct dt_series_summary))
        return dt__fail(error, DT_E_LENGTH, -1, "%s->count is %" PRId64
                        ", of which no results can be addressed", name,
                        panel->count);
    if (panel->offsets != NULL)
        DT__TRY(panel_check_offsets(panel, name, error));

    struct dt_series first = dt__panel_like(panel);
    first.values = panel->values;
    first.length = panel->count > 0 ? panel_check_elements(panel) : 0;
    first.validity_offset = panel->validity_offset;
    if (panel->starts != NULL)
        first.start = 0;
    DT__TRY(dt__check_series(&first, name, error));
    const struct panel_check_shape matrix = {
        first.length, panel->stride, panel->count, panel->series_stride,
    };
    const struct panel_check_shape bits = {
        first.length, 1, panel->count, panel->validity_series_stride,
    };
    if (!panel_check_fits(&matrix, sizeof(double)) ||
        !panel_check_fits(&bits, 1))
        return dt__fail(error, DT_E_LENGTH, -1, "%s cannot be addressed: %"
                        PRId64 " series, %" PRId64 " apart", name,
                        panel->count, panel->series_stride);
    return panel_check_starts(panel, name, error);
}

int32_t
dt__check_panel_beside(const struct dt_series_panel *panel, const char *name,
                       const struct dt_series_panel *other,
                       const char *other_name, struct dt_error *error)
{
    DT__TRY(dt__check_panel(other, other_name, error));
    if (other->count == panel->count || other->count == 1)
        return DT_E_OK;
    return dt__fail(error, DT_E_LENGTH, -1, "%s has %" PRId64 " series, %s has "
                    "%" PRId64 "; as many, or one for all", other_name,
                    other->count, name, panel->count);
}

int32_t
dt__check_panel_elements(const struct dt_series_panel *panel, const char *name,
                         const struct dt_series_panel *other,
                         const char *other_name, struct dt_error *error)
{
    DT__TRY(dt__check_panel_beside(panel, name, other, other_name, error));

    struct dt_series a = dt__panel_like(panel), b = dt__panel_like(other);
    for (int64_t j = 0; j < panel->count; j++) {
        dt__panel_move_two(panel, other, j, &a, &b);
        DT__TRY(dt__panel_blame(dt__check_same_length(&a, name, &b, other_name,
                                                      error), j, error));
    }
    return DT_E_OK;
}

/* The strides of a result. */
static int32_t
panel_check_matrix(const struct dt_series_panel_out *out,
                   const struct panel_check_shape *values,
                   struct dt_error *error)
{
    const struct panel_check_shape why = {
        values->length, out->why_stride, values->count, out->why_series_stride,
    };
    const struct panel_check_shape bits = {
        values->length, 1, values->count, out->validity_series_stride,
    };
    const char *what = NULL;

    if (!panel_check_fits(values, sizeof(double)) ||
        !panel_check_is_distinct(values))
        what = "values";
    else if (out->why != NULL && (out->why_stride == 0 ||
                                  !panel_check_fits(&why, 1) ||
                                  !panel_check_is_distinct(&why)))
        what = "why";
    else if (out->validity != NULL && (!panel_check_fits(&bits, 1) ||
                                       !panel_check_is_distinct(&bits)))
        what = "validity";
    return what == NULL
               ? DT_E_OK
               : dt__fail(error, DT_E_STRIDE, -1, "the strides of out->%s give "
                          "two elements one place, or none", what);
}

int32_t
dt__check_panel_out(const struct dt_series_panel_out *out,
                    const struct dt_series_panel *panel,
                    struct dt_error *error)
{
    const int64_t length = panel->count > 0 ? panel_check_elements(panel) : 0;

    DT__TRY(dt__check_given(out, "out", error));
    if (out->count < panel->count || out->length < length)
        return dt__fail(error, DT_E_CAPACITY, -1, "out has room for %" PRId64
                        " series of %" PRId64 ", and needs it for %" PRId64
                        " of %" PRId64, out->count, out->length, panel->count,
                        length);
    DT__TRY(dt__check_memory(out->values, length, out->stride, "out", "->",
                             error));
    DT__TRY(dt__check_bits(out->validity_offset, length, "out", "->", error));
    if ((out->reserved[0] | out->reserved[1] | out->reserved[2] |
         out->reserved[3]) != 0)
        return dt__fail(error, DT_E_FLAG, -1, "out->reserved is not 0");
    if (panel->offsets != NULL && (out->series_stride | out->why_series_stride |
                                   out->validity_series_stride) != 0)
        return dt__fail(error, DT_E_STRIDE, -1, "out has series strides, and "
                        "the panel has offsets");
    const struct panel_check_shape values = {
        length, out->stride, panel->offsets == NULL ? panel->count : 1,
        out->series_stride,
    };
    return panel_check_matrix(out, &values, error);
}

int32_t
dt_series_panel_check(const struct dt_series_panel *self,
                      struct dt_error *error)
{
    return dt__check_panel(self, "self", error);
}
