/* SPDX-License-Identifier: MIT */
/* Memory that ends where it may be touched: where the system has pages, nobody
 * may read or write those on both sides. A test that includes this defines
 * _DEFAULT_SOURCE first. */
#ifndef DTGROWTH_TESTS_SERIES_GUARD_H
#define DTGROWTH_TESTS_SERIES_GUARD_H

#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#if defined(__unix__)
#  include <sys/mman.h>
#  include <unistd.h>
#endif

enum { PEN_SIZE = 262144, PEN_MARGIN = 64 }; /* A multiple of every page. */

struct pen {
    unsigned char *memory; /* Null before it is opened. */
    unsigned char *room;   /* What is placed, and a margin on its other side. */
    size_t size;
};

static inline void
pen_open(struct pen *self)
{
#if defined(__unix__)
    unsigned char *pages = mmap(NULL, 3 * PEN_SIZE, PROT_NONE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    assert_true(pages != MAP_FAILED);
    self->memory = pages + PEN_SIZE;
    assert_int_equal(mprotect(self->memory, PEN_SIZE, PROT_READ | PROT_WRITE),
                     0);
#else
    self->memory = test_malloc(PEN_SIZE);
#endif
}

/* So many bytes, at one end of it or the other. */
static inline void *
pen_place(struct pen *self, size_t bytes)
{
    if (self->memory == NULL)
        pen_open(self);
    self->size = bytes + PEN_MARGIN;
    assert_true(self->size <= PEN_SIZE);
    const bool high = draw_below(2);
    self->room = self->memory + (high ? PEN_SIZE - self->size : 0);
    memset(self->room, 0x55, self->size);
    return self->room + (high ? PEN_MARGIN : 0);
}

/* Room for `length` doubles a stride apart: that of the first. */
static inline double *
pen_place_doubles(struct pen *self, int64_t length, int64_t stride)
{
    const int64_t apart = stride < 0 ? -stride : stride;
    const int64_t extent = length > 0 ? (length - 1) * apart + 1 : 0;
    double *lowest = pen_place(self, (size_t)extent * sizeof(double));

    return stride < 0 && length > 0 ? lowest + extent - 1 : lowest;
}

/* Room for the bits from `offset` on. */
static inline uint8_t *
pen_place_bits(struct pen *self, int64_t length, int64_t offset)
{
    return pen_place(self, (size_t)(offset + length + 7) / 8);
}

/* A view and, apart from it, what it says. */
enum { SOURCE_MOST = 10400 };

struct source {
    struct pen values, bits;
    double *first; /* Its values, to be written, */
    uint8_t *bits_first; /* and its bits, where it has some. */
    struct dt_series view;
    double number[SOURCE_MOST];
    bool is_there[SOURCE_MOST];
};

/* Whole numbers of 2 and more; one in `rare` is none. */
static inline double
draw_number(uint64_t rare)
{
    static const uint64_t nan = UINT64_C(0xfff8dead00000001);
    double number = 2 + (double)draw_below(1000);

    if (rare == 0 || draw_below(rare) > 0)
        return number;
    switch (draw_below(4)) {
    case 0: return (double)INFINITY;
    case 1: return -(double)INFINITY;
    default: memcpy(&number, &nan, sizeof(number)); return number;
    }
}

static inline void
draw_bits(struct source *s, int64_t length, uint64_t rare)
{
    const int64_t offset = (int64_t)draw_below(20);
    uint8_t *bits = pen_place_bits(&s->bits, length, offset);

    for (int64_t i = 0; i < length; i++) {
        const int64_t bit = offset + i;
        const int mask = 1 << bit % 8, old = bits[bit / 8];
        s->is_there[i] = rare == 0 || draw_below(rare) > 0;
        bits[bit / 8] = (uint8_t)(s->is_there[i] ? old | mask : old & ~mask);
    }
    s->bits_first = bits;
    s->view.validity = bits;
    s->view.validity_offset = offset;
}

/* Draws a view of a length and a stride. */
static inline void
draw_source(struct source *s, int64_t length, int64_t stride, uint64_t rare,
            bool has_bits)
{
    double *first = pen_place_doubles(&s->values, length, stride);

    assert_true(length <= SOURCE_MOST);
    s->first = first;
    s->view = (struct dt_series){ .values = first, .length = length,
                                  .stride = stride,
                                  .unit = DT_SERIES_UNIT_INIT };
    s->view.flags = draw_below(3) == 0 ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
    for (int64_t i = 0; i < length; i++) {
        s->number[i] = draw_number(rare);
        s->is_there[i] = true;
        memcpy(&first[i * stride], &s->number[i], sizeof(double));
    }
    if (has_bits)
        draw_bits(s, length, rare);
}

/* What an observation is: a reason, and the number. */
static inline int32_t
source_read(const struct source *s, int64_t i, double *number)
{
    *number = s->number[i];
    if (!s->is_there[i] ||
        (isnan(*number) && !(s->view.flags & DT_SERIES_FLAG_NAN_IS_VALUE)))
        return DT_SERIES_WHY_VALUE_MISSING;
    return isfinite(*number) ? DT_SERIES_WHY_DEFINED
                             : DT_SERIES_WHY_NOT_FINITE;
}

#endif
