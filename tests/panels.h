/* SPDX-License-Identifier: MIT */
/* A panel by one plan against each of its series alone: the same bits of
 * values, reasons and bitmaps, nothing beside them, and summaries that count
 * the reasons. */
#ifndef DTGROWTH_TESTS_PANELS_H
#define DTGROWTH_TESTS_PANELS_H

#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "kernels/kernels.h"
#include "series/panel.h"

/* Series of a panel, observations of the longest one, and what lies between
 * two of them. */
enum {
    PANEL_COUNT = 40, PANEL_MOST = 800, PANEL_GAP = 3,
    PANEL_ROOM = PANEL_COUNT * (PANEL_MOST + PANEL_GAP)
};

/* What is checked: a plan, and the public function that makes the same choices
 * for one series. */
struct panel_case {
    const char *name;
    dt__run *run;
    const void *plan;
    int32_t (*alone)(const void *choices, const struct dt_series *x,
                     const struct dt_series_out *out);
    const void *choices;
    double (*draw)(void); /* An observation that is none of the hostile. */
};

/* A function for panels, where there is no plan. */
typedef int32_t panel_function(const void *choices,
                               const struct dt_series_panel *x,
                               const struct dt_series_panel_out *out);

/* Memory of a panel or its result. */
struct panel_room {
    double values[PANEL_ROOM];
    uint8_t why[PANEL_ROOM], bits[PANEL_ROOM / 8 + 2];
};

/* Where series j and observation i are: in rows, with a gap or without, in
 * columns, in columns from the last one to the first, or in spans. */
struct panel_layout {
    int64_t first, stride, step, bit, step_bits, step_why;
    bool spans; /* Of one column. */
};

static inline struct panel_layout
panel_draw_layout(int64_t length, bool spans)
{
    const uint64_t way = draw_below(4);
    const int64_t gap = way == 3 ? 0 : PANEL_GAP;
    struct panel_layout at = {
        .first = way == 2 ? PANEL_COUNT - 1 : 0,
        .stride = way == 1 || way == 2 ? PANEL_COUNT : 1,
        .step = way == 1 ? 1 : way == 2 ? -1 : length + gap,
        .bit = (int64_t)draw_below(9),
        .step_bits = length + (int64_t)draw_below(PANEL_GAP),
        .step_why = length + (int64_t)draw_below(PANEL_GAP),
    };

    if (spans)
        at = (struct panel_layout){ 0, 1, length, at.bit, length, length,
                                    true };
    return at;
}

static inline double
panel_draw_number(const struct panel_case *self, uint64_t rare)
{
    static const double hostile[] = {
        NAN, -NAN, 0, -0.0, -1, -100, INFINITY, -INFINITY, 0x1p-1074, 1e-300,
        1e300, 0x1.fffffffffffffp1023,
    };
    return rare > 0 && draw_below(rare) == 0
               ? hostile[draw_below(COUNT(hostile))] : self->draw();
}

/* Draws series of which some are clean, and some full of what has no result. */
static inline void
panel_draw(const struct panel_case *self, struct panel_room *room,
           const struct panel_layout *at, int64_t length)
{
    static const uint64_t rare[] = { 0, 0, 100, 10, 2 };

    for (int64_t i = 0; i < PANEL_ROOM; i++)
        room->values[i] = -7777;
    for (int64_t j = 0; j < PANEL_COUNT; j++)
        for (int64_t i = 0; i < length; i++)
            room->values[at->first + j * at->step + i * at->stride] =
                panel_draw_number(self, rare[j % (int64_t)COUNT(rare)]);
    for (size_t i = 0; i < sizeof(room->bits); i++)
        room->bits[i] = (uint8_t)(draw_below(4) ? 255 : draw_below(256));
}

/* One of its series, alone in plain arrays, and its result. */
struct panel_alone {
    double x[PANEL_MOST], values[PANEL_MOST];
    uint8_t bits[PANEL_MOST], why[PANEL_MOST], defined[PANEL_MOST / 8 + 1];
};

static inline void
panel_compute_alone(const struct panel_case *self,
                    const struct dt_series_panel *p,
                    const struct panel_layout *at, int64_t length, int64_t j,
                    struct panel_alone *to)
{
    struct dt_series x = dt__panel_like(p);
    const struct dt_series_out out = {
        .values = to->values, .why = to->why, .validity = to->defined,
        .stride = 1, .capacity = PANEL_MOST,
    };

    x.values = to->x;
    x.length = length;
    x.stride = 1;
    x.start = p->starts != NULL ? p->starts[j] : p->start;
    for (int64_t i = 0; i < length; i++) {
        const int64_t bit = at->bit + j * at->step_bits + i;
        to->x[i] = p->values[j * at->step + i * at->stride];
        if (i % 8 == 0)
            to->bits[i / 8] = 0;
        if (p->validity != NULL && (p->validity[bit / 8] >> bit % 8 & 1))
            to->bits[i / 8] |= (uint8_t)(1 << i % 8);
    }
    if (p->validity != NULL)
        x.validity = to->bits;
    assert_int_equal(self->alone(self->choices, &x, &out), DT_E_OK);
}

/* Puts the result of a series where it is in the result of the panel. */
static inline void
panel_expect(struct panel_room *expected, const struct panel_layout *at,
             int64_t j, int64_t length, const struct panel_alone *alone)
{
    for (int64_t i = 0; i < length; i++) {
        const int64_t bit = at->bit + j * at->step_bits + i;
        const int mask = 1 << bit % 8, old = expected->bits[bit / 8];
        const bool defined = alone->defined[i / 8] >> i % 8 & 1;
        memcpy(&expected->values[at->first + j * at->step + i * at->stride],
               &alone->values[i], sizeof(double));
        expected->why[j * at->step_why + i] = alone->why[i];
        expected->bits[bit / 8] = (uint8_t)(defined ? old | mask
                                                    : old & ~mask);
    }
}

static inline void
panel_check_summary(const struct panel_case *self, const uint8_t *why,
                    int64_t length, const struct dt_series_summary *summary)
{
    int64_t undefined = 0, first = -1;
    uint32_t reasons = 0;

    for (int64_t i = length - 1; i >= 0; i--)
        if (why[i] != DT_SERIES_WHY_DEFINED) {
            undefined++;
            first = i;
            reasons |= UINT32_C(1) << why[i];
        }
    if (summary->undefined != undefined || summary->first_undefined != first ||
        summary->defined != length - undefined || summary->reasons != reasons ||
        (first >= 0 && summary->first_why != why[first]))
        fail_msg("%s: the summary does not count the reasons", self->name);
}

static inline void
panel_compare(const struct panel_case *self, const char *what,
              const void *actual, const void *expected, size_t size)
{
    if (memcmp(actual, expected, size) != 0)
        fail_msg("%s: %s of the panel are not those of its series", self->name,
                 what);
}

/* What is asked for beside values. */
enum { PANEL_WHY = 1, PANEL_BITS = 2, PANEL_SUMMARIES = 4, PANEL_IN_PLACE = 8 };

static inline struct dt_series_panel_out
panel_out_of(struct panel_room *room, const struct panel_layout *at,
             int64_t length, int wants)
{
    return (struct dt_series_panel_out){
        .values = room->values + at->first,
        .why = wants & PANEL_WHY ? room->why : NULL,
        .validity = wants & PANEL_BITS ? room->bits : NULL,
        .count = PANEL_COUNT,
        .length = at->spans ? PANEL_COUNT * length : length,
        .stride = at->stride,
        .series_stride = at->spans ? 0 : at->step,
        .why_stride = 1,
        .why_series_stride = at->spans ? 0 : at->step_why,
        .validity_offset = at->bit,
        .validity_series_stride = at->spans ? 0 : at->step_bits,
    };
}

static inline struct dt_series_panel
panel_of(const struct dt_series *like, const struct panel_room *room,
         const struct panel_layout *at)
{
    static int64_t offsets[PANEL_COUNT + 1], starts[PANEL_COUNT];
    struct dt_series_panel panel = {
        .values = room->values + at->first,
        .validity = draw_below(2) ? room->bits : NULL,
        .offsets = at->spans ? offsets : NULL,
        .starts = draw_below(2) ? starts : NULL,
        .count = PANEL_COUNT,
        .length = at->spans ? 0 : like->length,
        .stride = at->stride,
        .series_stride = at->spans ? 0 : at->step,
        .validity_offset = at->bit,
        .validity_series_stride = at->spans ? 0 : at->step_bits,
        .start = like->start,
        .frequency = like->frequency,
        .flags = draw_below(4) == 0 ? DT_SERIES_FLAG_NAN_IS_VALUE : 0,
        .unit = like->unit,
    };

    for (int64_t j = 0; j <= PANEL_COUNT; j++)
        offsets[j] = j * like->length;
    for (int64_t j = 0; j < PANEL_COUNT; j++)
        starts[j] = like->start;
    return panel;
}

/* A panel and its result, what that has to be, and the reasons by series. */
struct panel_work {
    struct panel_room x, result, expected;
    struct panel_alone alone;
    uint8_t why[PANEL_COUNT][PANEL_MOST];
    struct dt_series_summary summaries[PANEL_COUNT];
};

static inline void
panel_compare_all(const struct panel_case *self, int64_t length, int wants,
                  const struct panel_work *work)
{
    const struct panel_room *result = &work->result;
    const struct panel_room *expected = &work->expected;

    panel_compare(self, "values",
                  wants & PANEL_IN_PLACE ? work->x.values : result->values,
                  expected->values, sizeof(result->values));
    panel_compare(self, "reasons", result->why, expected->why,
                  wants & PANEL_WHY ? sizeof(result->why) : 0);
    panel_compare(self, "bitmaps", result->bits, expected->bits,
                  wants & PANEL_BITS ? sizeof(result->bits) : 0);
    for (int64_t j = 0; wants & PANEL_SUMMARIES && j < PANEL_COUNT; j++)
        panel_check_summary(self, work->why[j], length, &work->summaries[j]);
}

/* Checks a panel of series like one: of its length, period and unit. */
static inline void
panel_check_wanted(const struct panel_case *self, panel_function *all,
                   const struct dt_series *like, int wants)
{
    static struct panel_work work;
    const int64_t length = like->length;
    const bool spans = draw_below(4) == 0;
    const struct panel_layout from = panel_draw_layout(length, spans);
    const struct panel_layout to = wants & PANEL_IN_PLACE
                                       ? from
                                       : panel_draw_layout(length, spans);
    const struct dt_series_panel panel = panel_of(like, &work.x, &from);
    struct dt_series_panel_out out = panel_out_of(&work.result, &to, length,
                                                  wants);

    panel_draw(self, &work.x, &from, length);
    panel_draw(self, &work.result, &to, length);
    memset(work.result.why, 0x55, sizeof(work.result.why));
    work.expected = work.result;
    if (wants & PANEL_IN_PLACE) {
        memcpy(work.expected.values, work.x.values, sizeof(work.x.values));
        out.values = work.x.values + from.first;
    }
    for (int64_t j = 0; j < PANEL_COUNT; j++) {
        panel_compute_alone(self, &panel, &from, length, j, &work.alone);
        panel_expect(&work.expected, &to, j, length, &work.alone);
        memcpy(work.why[j], work.alone.why, (size_t)length);
    }
    if (wants & PANEL_SUMMARIES)
        out.summaries = work.summaries;
    if (all != NULL)
        assert_int_equal(all(self->choices, &panel, &out), DT_E_OK);
    else
        dt__panel_run(&panel, self->run, self->plan, &out);
    panel_compare_all(self, length, wants, &work);
}

/* By the kernels of any instruction set. */
static inline void
panel_check(const struct panel_case *self, const struct dt_series *like)
{
    (void)dt__choose_kernels((int32_t)draw_below(DT__ISA_AVX512 + 1));
    panel_check_wanted(self, NULL, like, (int)draw_below(16));
}

/* The same of a function of the public interface. */
static inline void
panel_check_function(panel_function *all,
                     int32_t (*alone)(const void *choices,
                                      const struct dt_series *x,
                                      const struct dt_series_out *out),
                     const void *choices, double (*draw)(void),
                     const struct dt_series *like)
{
    const struct panel_case self = { "function", NULL, NULL, alone, choices,
                                     draw };

    (void)dt__choose_kernels((int32_t)draw_below(DT__ISA_AVX512 + 1));
    panel_check_wanted(&self, all, like, (int)draw_below(16));
}

/* A view of no values, which says what those of a panel are like. */
static inline struct dt_series
panel_like(int32_t frequency, int64_t start, int64_t length)
{
    return (struct dt_series){ .length = length, .start = start, .stride = 1,
                               .frequency = frequency,
                               .unit = DT_SERIES_UNIT_INIT };
}

#endif
