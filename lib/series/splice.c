/* SPDX-License-Identifier: MIT */
#include <dtgrowth/series.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "calendar/period_format.h"
#include "num/environment.h"
#include "num/link.h"
#include "series/blocks.h"
#include "series/find.h"
#include "series/fold.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/series_options.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit.h"

/* The periods of the result. */
struct splice_span {
    int64_t start, length;
};

/* A call. */
struct splice {
    const struct dt_series *older, *newer;
    const struct splice_kind *kind;
    struct splice_span span;
    struct dt__link link;
    struct dt_error *error;
    int32_t status;
};

struct splice_kind {
    /* Looks at a period in which neither value, the older and the newer one, is
     * missing. A failure, or that it has seen enough, ends the search: nonzero.
     */
    int32_t (*look)(void *self, int64_t i, const double *x);
    bool links;
};

static int32_t
splice_find_span(struct splice *self)
{
    const struct dt_series *older = self->older, *newer = self->newer;
    struct splice_span *span = &self->span;
    const int64_t older_end = older->start + older->length;
    const int64_t newer_end = newer->start + newer->length;
    const int64_t end = older_end > newer_end ? older_end : newer_end;

    span->start = older->start < newer->start ? older->start : newer->start;
    if (span->start < 0 && end > INT64_MAX + span->start)
        return dt__fail(self->error, DT_E_OVERFLOW, -1,
                        "older and newer span more than %" PRId64 " periods",
                        INT64_MAX);
    span->length = end - span->start;
    return DT_E_OK;
}

static int32_t
splice_conflict(struct splice *self, int64_t i, const double *both,
                const char *verdict)
{
    const struct dt_series *x = self->older;
    char period[DT__PERIOD_TEXT_SIZE];
    char a[DT__NUMBER_SIZE], b[DT__NUMBER_SIZE];

    self->status = dt__fail(
        self->error, DT_E_CONFLICT, i, "older is %s and newer is %s at %s%s",
        dt__number(a, both[0]), dt__number(b, both[1]),
        dt__period_text(period, x->frequency, x->start + i), verdict);
    return 1;
}

/* Every shared value is the same in both. Two NaN that count as values are. */
static int32_t
splice_agree(void *self, int64_t i, const double *x)
{
    if (x[0] == x[1] || (x[0] != x[0] && x[1] != x[1]))
        return 0;
    return splice_conflict(self, i, x, "");
}

/* The link at the first period that both have. It has to be a good one: a
 * later period would be a choice that nobody made. */
static int32_t
splice_choose_link(void *self, int64_t i, const double *x)
{
    struct splice *splice = self;

    if (!dt__are_finite(x[0], x[1]) || x[0] == 0 || x[1] == 0 ||
        (x[0] < 0) != (x[1] < 0))
        return splice_conflict(splice, i, x, ", which do not link");
    splice->link = dt__link_of(x[0], x[1]);
    splice->status = DT_E_OK;
    return 1;
}

#define SPLICE_KINDS(ROW)                                                      \
    ROW(DT_SERIES_SPLICE_PLAIN, splice_agree, false)                           \
    ROW(DT_SERIES_SPLICE_LINK, splice_choose_link, true)

static const struct splice_kind splice_kinds[] = { SPLICE_KINDS(DT__ROW) };

DT__DEFINE_HAS_ROW(splice_is_kind, dt_series_splice, SPLICE_KINDS)

/* One of the two is missing, or not finite. */
static int32_t
splice_look_again(void *self, int64_t i, int32_t why)
{
    struct splice *splice = self;
    if (why == DT_SERIES_WHY_VALUE_MISSING)
        return 0;
    const int64_t j = dt__find(splice->newer, splice->older->start + i);
    const double x[] = { dt_series_at_i(splice->older, i),
                         dt_series_at_i(splice->newer, j) };
    return splice->kind->look(splice, i, x);
}

static int32_t
splice_search(struct splice *self)
{
    const struct dt__fold fold = { self, self->kind->look, splice_look_again };
    const struct dt__operand operands[] = {
        DT__VALUE_OF(self->older),
        DT__BESIDE(self->newer, self->older->start),
    };
    const struct dt__task task = { .operand = operands, .operands = 2 };
    const int64_t shift = operands[1].shift, end = self->newer->length - shift;
    int64_t at;

    /* The periods that both have. */
    if (dt__fold(&task, &fold, shift < 0 ? -shift : 0,
                 end < self->older->length ? end : self->older->length,
                 &at) == 0 &&
        self->kind->links)
        return dt__fail(self->error, DT_E_CONFLICT, -1,
                        "older and newer share no period with a value in both");
    return self->status;
}

/* An element is the newer value, or else the older one, linked. */
static void
splice_join(void *self, struct dt__block *b)
{
    const struct splice *splice = self;

    for (int i = 0; i < b->n; i++) {
        double value;
        int32_t why = dt__block_read(b, i, 0, &value);
        if (why == DT_SERIES_WHY_VALUE_MISSING) {
            why = dt__block_read(b, i, 1, &value);
            if (why == DT_SERIES_WHY_DEFINED && splice->kind->links)
                why = dt__finish(dt__link_level(&splice->link, value), &value);
        }
        dt__block_put(b, i, value, why);
    }
}

static void
splice_run(struct splice *self, const struct dt_series_out *out)
{
    const struct dt__operand operands[] = {
        DT__BESIDE(self->newer, self->span.start),
        DT__BESIDE(self->older, self->span.start),
    };
    const struct dt__task task = {
        .state = self,
        .operand = operands,
        .operands = 2,
        .all = splice_join,
    };
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_LEVEL,
                                   &self->newer->unit, 0, 0 };

    dt__summary_open(out->summary, &made);
    dt__compute(&task, 0, self->span.length, out);
}

/* What is asked of two views that are good. */
static int32_t
splice_check(struct splice *self, int32_t kind,
             const struct dt_series_options *options)
{
    const struct dt_series *older = self->older, *newer = self->newer;
    struct dt_error *error = self->error;

    DT__TRY(dt__check_same_frequency(older, "older", newer, "newer", error));
    DT__TRY(dt__no_series_options(options, error));
    if (!splice_is_kind(kind))
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32, kind);
    self->kind = &splice_kinds[kind];
    return dt__check_same_unit(&older->unit, &newer->unit,
                               self->kind->links ? DT__UNIT_SKIP_EDITION
                                                 : DT__UNIT_ALL, error);
}

static int32_t
splice_fill(struct splice *self, const struct dt_series_out *out)
{
    DT__TRY(splice_search(self));
    splice_run(self, out);
    return DT_E_OK;
}

int32_t
dt_series_splice(const struct dt_series *older, const struct dt_series *newer,
                 int32_t kind, const struct dt_series_options *options,
                 const struct dt_series_out *out, struct dt_error *error)
{
    struct splice splice = { .older = older, .newer = newer, .error = error };

    DT__TRY(dt__check_series(older, "older", error));
    DT__TRY(dt__check_series(newer, "newer", error));
    DT__TRY(splice_check(&splice, kind, options));
    DT__TRY(splice_find_span(&splice));
    DT__TRY(dt__check_out(out, splice.span.length, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = splice_fill(&splice, out);
    dt__leave(caller);
    return status;
}

/* Panels with the views that go from series to series. */
struct splice_panels {
    const struct dt_series_panel *older, *newer;
    struct dt_series a, b;
    struct splice splice;
};

/* Goes to series j, and finds its span. */
static int32_t
splice_move(struct splice_panels *self, int64_t j)
{
    dt__panel_move_two(self->older, self->newer, j, &self->a, &self->b);
    return splice_find_span(&self->splice);
}

static int32_t
splice_look_at(struct splice_panels *self, int64_t j)
{
    DT__TRY(splice_move(self, j));
    return splice_search(&self->splice);
}

/* All are looked at before the first is written. */
static int32_t
splice_panels(struct splice_panels *self, const struct dt_series_panel_out *out)
{
    struct dt_series_panel rows = { .count = self->older->count };
    struct dt_series_out to;

    for (int64_t j = 0; j < rows.count; j++) {
        DT__TRY(dt__panel_blame(splice_look_at(self, j), j,
                                self->splice.error));
        if (self->splice.span.length > rows.length)
            rows.length = self->splice.span.length;
    }
    DT__TRY(dt__check_panel_out(out, &rows, self->splice.error));
    for (int64_t j = 0; j < rows.count; j++) {
        (void)splice_move(self, j);
        if (self->splice.kind->links) /* There is no room for all links. */
            (void)splice_search(&self->splice);
        dt__panel_move_out(out, &rows, j, &to);
        splice_run(&self->splice, &to);
    }
    return DT_E_OK;
}

int32_t
dt_series_splice_panel(const struct dt_series_panel *older,
                       const struct dt_series_panel *newer, int32_t kind,
                       const struct dt_series_options *options,
                       const struct dt_series_panel_out *out,
                       struct dt_error *error)
{
    struct splice_panels all = { .older = older, .newer = newer };

    DT__TRY(dt__check_panel(older, "older", error));
    DT__TRY(dt__check_panel_beside(older, "older", newer, "newer", error));
    all.a = dt__panel_like(older);
    all.b = dt__panel_like(newer);
    all.splice = (struct splice){ .older = &all.a, .newer = &all.b,
                                  .error = error };
    DT__TRY(splice_check(&all.splice, kind, options));

    const struct dt__environment caller = dt__enter();
    const int32_t status = splice_panels(&all, out);
    dt__leave(caller);
    return status;
}
