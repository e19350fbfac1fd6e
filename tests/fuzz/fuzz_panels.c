/* SPDX-License-Identifier: MIT */
/* Panels against their series, one by one: the same bits, reasons, bitmaps and
 * summaries, and nothing beside them; matrices in rows and columns, spans, and
 * one series beside many. */

#include "data.h"

#include <dtgrowth/dt.h>

#include "kernels/dispatch.h"

enum { PANELS_MOST = 5, PANELS_FREQUENCY = DT_SERIES_FREQ_MONTH };

/* A panel, with the memory that it looks at. */
struct panels_data {
    struct dt_series_panel p;
    double *values;
    uint8_t *bits;
    int64_t *offsets, *starts;
    int64_t room; /* Doubles of the values. */
};

/* Its result, and where that of a series lies. */
struct panels_result {
    struct dt_series_panel_out out;
    struct dt_series_summary *summaries;
    double *values;
    uint8_t *why, *bits;
    int64_t room, bytes;
};

/* What is called, of a panel and of a series. */
struct panels_call {
    int32_t what, kind, rule;
    int64_t lag, window;
    double number;
    const double *levels;
};

static void
panels_fill(struct fuzz *f, double *values, int64_t room)
{
    for (int64_t i = 0; i < room; i++)
        values[i] = f->left > 0 ? fuzz_double(f) : (double)(i % 7 + 1) / 4;
}

/* Spans of one column, and where each begins. */
static void
panels_make_spans(struct fuzz *f, struct panels_data *x, int64_t count)
{
    x->offsets = fuzz_room((size_t)(count + 1) * sizeof(int64_t));
    x->offsets[0] = fuzz_below(f, 4);
    for (int64_t j = 0; j < count; j++)
        x->offsets[j + 1] = x->offsets[j] + fuzz_below(f, 12);
    const int64_t room = x->offsets[count];
    x->values = fuzz_room((size_t)room * sizeof(double));
    x->p = (struct dt_series_panel)DT_SERIES_PANEL_SPANS(
        x->values, count, x->offsets, NULL, PANELS_FREQUENCY);
    x->p.start = 24000;
    x->room = room;
}

static void
panels_make_matrix(struct fuzz *f, struct panels_data *x, int64_t count,
                   int64_t length)
{
    const bool columns = fuzz_chance(f, 3);
    const int64_t gap = fuzz_below(f, 3);
    const int64_t room = (count + gap) * (length + gap);

    x->values = fuzz_room((size_t)room * sizeof(double));
    x->room = room;
    x->p = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        x->values, count, length, PANELS_FREQUENCY, 24000);
    x->p.series_stride = columns ? 1 : length + gap;
    x->p.stride = columns ? count + gap : 1;
    x->p.validity_series_stride = length + fuzz_below(f, 9);
}

static int64_t
panels_bits(const struct dt_series_panel *p)
{
    if (p->offsets != NULL)
        return p->validity_offset + p->offsets[p->count];
    return p->count == 0 ? 0
           : p->validity_offset + (p->count - 1) * p->validity_series_stride +
                 p->length;
}

/* The values come last: they take as many bytes as there are. */
static void
panels_make(struct fuzz *f, struct panels_data *x, int64_t count,
            int64_t length, bool spans)
{
    const int how = fuzz_below(f, 16);

    memset(x, 0, sizeof(*x));
    if (spans)
        panels_make_spans(f, x, count);
    else
        panels_make_matrix(f, x, count, length);
    if (how & 1) {
        x->starts = fuzz_room((size_t)count * sizeof(int64_t));
        for (int64_t j = 0; j < count; j++)
            x->starts[j] = 24000 + fuzz_below(f, 4);
        x->p.starts = x->starts;
    }
    if (how & 2) {
        x->p.validity_offset = fuzz_below(f, 70);
        const int64_t bytes = (panels_bits(&x->p) + 7) / 8;
        const uint8_t first = (uint8_t)fuzz_bits(f, 1);
        x->bits = fuzz_room((size_t)bytes);
        for (int64_t i = 0; i < bytes; i++)
            x->bits[i] = (uint8_t)(first ^ 0x35 * i);
        x->p.validity = x->bits;
    }
    if (how >> 2 == 3)
        x->p.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    panels_fill(f, x->values, x->room);
}

static void
panels_free(struct panels_data *x)
{
    free(x->values);
    free(x->bits);
    free(x->offsets);
    free(x->starts);
}

/* Series j of a panel; the only one, where it has one. */
static struct dt_series
panels_series(const struct dt_series_panel *p, int64_t j)
{
    struct dt_series x = DT_SERIES_OF(p->values, p->length, p->frequency,
                                      p->start);

    j = p->count == 1 ? 0 : j;
    x.stride = p->stride;
    x.validity = p->validity;
    x.validity_offset = p->validity_offset;
    x.flags = p->flags;
    if (p->starts != NULL)
        x.start = p->starts[j];
    if (p->offsets != NULL) {
        x.length = p->offsets[j + 1] - p->offsets[j];
        x.values += p->offsets[j] * p->stride;
        x.validity_offset += p->validity ? p->offsets[j] : 0;
    } else {
        x.values += j * p->series_stride;
        x.validity_offset += p->validity ? j * p->validity_series_stride : 0;
    }
    return x;
}

static void
panels_result_make(struct fuzz *f, struct panels_result *r,
                   const struct dt_series_panel *p)
{
    const bool spans = p->offsets != NULL;
    const int64_t length = spans ? p->offsets[p->count] : p->length;
    const int64_t gap = spans ? 0 : fuzz_below(f, 3);
    const int64_t row = length + gap, rows = spans ? 1 : p->count;
    struct dt_series_panel_out *out = &r->out;

    r->room = rows * row;
    r->values = fuzz_room((size_t)r->room * sizeof(double));
    r->why = fuzz_room((size_t)r->room);
    r->summaries = fuzz_room((size_t)p->count * sizeof(*r->summaries));
    memset(out, 0, sizeof(*out));
    out->validity_offset = fuzz_below(f, 12);
    r->bytes = (out->validity_offset + r->room + 7) / 8;
    r->bits = fuzz_room((size_t)r->bytes);
    out->values = r->values;
    out->why = r->why;
    out->validity = r->bits;
    out->summaries = r->summaries;
    out->count = p->count;
    out->length = length;
    out->stride = out->why_stride = 1;
    if (!spans)
        out->series_stride = out->why_series_stride =
            out->validity_series_stride = row;
}

static void
panels_result_free(struct panels_result *r)
{
    free(r->values);
    free(r->why);
    free(r->bits);
    free(r->summaries);
}

static int32_t
panels_call_panel(const struct panels_call *c, const struct dt_series_panel *x,
                  const struct dt_series_panel *y, int64_t *work,
                  const struct dt_series_panel_out *out)
{
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;

    switch (c->what) {
    case 0:
        o.base_rule = c->rule;
        return dt_growth_series_panel(x, c->kind, c->lag, &o, out, NULL);
    case 1:
        return dt_growth_rolling_panel(x, c->kind, c->window, c->lag, NULL, out,
                                       NULL);
    case 2:
        return dt_growth_between_panel(x, y, c->kind, c->number, NULL, NULL,
                                       out, NULL);
    case 3:
        return dt_compare_series_panel(
            x, y, c->kind, c->kind == 1 || c->kind == 2 ? c->lag : 0, NULL, out,
            NULL);
    case 4:
        return dt_series_rolling_panel(x, c->kind & 1, c->window, NULL, out,
                                       NULL);
    case 5:
        return dt_growth_cumulative_panel(x, c->kind % 5, NULL, out, NULL);
    case 6:
        return dt_compare_rank_panel(x, c->kind & 1, c->kind % 5, NULL, work,
                                     999, out, NULL);
    case 7:
        return dt_growth_levels_panel(x, c->kind % 5, 24002, c->levels, NULL,
                                      out, NULL);
    case 8:
        return dt_series_convert_currency_panel(x, y, c->kind & 1, NULL, out,
                                                NULL);
    default:
        return dt_growth_convert_panel(x, c->kind % 4, 0, NULL, out, NULL);
    }
}

static int32_t
panels_call_series(const struct panels_call *c, const struct dt_series *x,
                   const struct dt_series *y, int64_t j, int64_t *work,
                   const struct dt_series_out *out)
{
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;

    switch (c->what) {
    case 0:
        o.base_rule = c->rule;
        return dt_growth_series(x, c->kind, c->lag, &o, out, NULL);
    case 1:
        return dt_growth_rolling(x, c->kind, c->window, c->lag, NULL, out,
                                 NULL);
    case 2:
        return dt_growth_between(x, y, c->kind, c->number, NULL, NULL, out,
                                 NULL);
    case 3:
        return dt_compare_series(
            x, y, c->kind, c->kind == 1 || c->kind == 2 ? c->lag : 0, NULL, out,
            NULL);
    case 4:
        return dt_series_rolling(x, c->kind & 1, c->window, NULL, out, NULL);
    case 5:
        return dt_growth_cumulative(x, c->kind % 5, NULL, out, NULL);
    case 6:
        return dt_compare_rank(x, c->kind & 1, c->kind % 5, NULL, work, 999,
                               out, NULL);
    case 7:
        return dt_growth_levels(x, c->kind % 5, 24002, c->levels[j], NULL, out,
                                NULL);
    case 8:
        return dt_series_convert_currency(x, y, c->kind & 1, NULL, out, NULL);
    default:
        return dt_growth_convert(x, c->kind % 4, 0, NULL, out, NULL);
    }
}

/* Where the result of series j begins. */
static int64_t
panels_place(const struct panels_result *r, const struct dt_series_panel *p,
             int64_t j)
{
    return p->offsets != NULL ? p->offsets[j] : j * r->out.series_stride;
}

/* The result of series j against that of the series alone, which goes where
 * the panel's would have gone. */
static int32_t
panels_alone(const struct panels_call *c, const struct dt_series_panel *p,
             const struct dt_series_panel *q, int64_t j, int64_t *work,
             struct panels_result *r)
{
    const struct dt_series x = panels_series(p, j), y = panels_series(q, j);
    const int64_t at = panels_place(r, p, j);
    struct dt_series_out out = DT_SERIES_OUT_WHY(r->values + at, r->why + at,
                                                 x.length);

    out.validity = r->bits;
    out.validity_offset = r->out.validity_offset + at;
    out.summary = &r->summaries[j];
    return panels_call_series(c, &x, &y, j, work, &out);
}

static void
panels_compare(const struct panels_result *a, const struct panels_result *b,
               int64_t count)
{
    FUZZ_NEED(memcmp(a->values, b->values, (size_t)a->room * 8) == 0, "values");
    FUZZ_NEED(memcmp(a->why, b->why, (size_t)a->room) == 0, "why");
    FUZZ_NEED(memcmp(a->bits, b->bits, (size_t)a->bytes) == 0, "bits");
    for (int64_t j = 0; j < count; j++) {
        const struct dt_series_summary *s = &a->summaries[j];
        const struct dt_series_summary *t = &b->summaries[j];
        FUZZ_NEED(s->defined == t->defined && s->undefined == t->undefined &&
                  s->first_undefined == t->first_undefined &&
                  s->first_why == t->first_why && s->reasons == t->reasons &&
                  s->transformation == t->transformation && s->of == t->of &&
                  fuzz_same(s->periods, t->periods) &&
                  fuzz_same(s->per_year, t->per_year), "summary %d", (int)j);
    }
}

/* The same call in both ways, into results that are alike. */
static void
panels_check(struct fuzz *f, const struct panels_call *c,
             const struct dt_series_panel *x, const struct dt_series_panel *y)
{
    struct fuzz again;
    struct panels_result together, alone;
    int64_t work[999];
    int32_t failed = DT_E_OK;

    again = *f;
    panels_result_make(f, &together, x);
    panels_result_make(&again, &alone, x);
    const int32_t status = panels_call_panel(c, x, y, work, &together.out);
    for (int64_t j = 0; j < x->count; j++) {
        const int32_t its = panels_alone(c, x, y, j, work, &alone);
        if (its < 0 && failed == DT_E_OK)
            failed = its;
    }
    FUZZ_NEED(x->count == 0 || (status < 0) == (failed < 0), "%d %d: %d not %d",
              (int)c->what, (int)c->kind, (int)status, (int)failed);
    if (status >= 0)
        panels_compare(&together, &alone, x->count);
    for (int64_t i = 0; status < 0 && i < together.room; i++)
        FUZZ_NEED(together.why[i] == 0xa5, "%d: written", (int)status);
    panels_result_free(&together);
    panels_result_free(&alone);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };
    struct panels_data x, y;
    double levels[PANELS_MOST];
    struct panels_call c = { .what = fuzz_below(&f, 10),
                             .kind = fuzz_below(&f, 7),
                             .rule = fuzz_below(&f, 4) == 3, .levels = levels };
    const int64_t count = fuzz_below(&f, PANELS_MOST + 1);
    const int64_t length = fuzz_chance(&f, 12) ? 60 + fuzz_below(&f, 80)
                                               : fuzz_below(&f, 14);
    const int shape = fuzz_below(&f, 4);
    const bool beside = c.what == 2 || fuzz_chance(&f, 2);

    (void)dt__choose_kernels(fuzz_below(&f, 3));
    c.lag = 1 + fuzz_below(&f, 5);
    c.window = 1 + fuzz_below(&f, 5);
    c.number = 1 + fuzz_below(&f, 4);
    c.rule = c.rule && c.kind != DT_GROWTH_KIND_CHANGE
                 ? DT_GROWTH_BASE_REFUSE : 0;
    for (int j = 0; j < PANELS_MOST; j++)
        levels[j] = 1 + (double)fuzz_bits(&f, 1) / 16;
    panels_make(&f, &x, count, length, shape == 3 && c.what != 2);
    panels_make(&f, &y, beside ? count : 1, length, false);
    panels_check(&f, &c, &x.p, &y.p);
    panels_free(&x);
    panels_free(&y);
    return 0;
}
