/* SPDX-License-Identifier: MIT */
#include <dtgrowth/compare.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "compare/compare_options.h"
#include "num/environment.h"
#include "series/fold.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/summary.h"
#include "series/view.h"

/* Indices of observations in the caller's memory, sorted by heap: no
 * recursion, and the index breaks ties, so that the order is unique. */
struct rank_heap {
    const struct dt_series *x;
    int64_t *index;
    bool descending;
};

/* Whether observation a comes before b. */
static bool
rank_precedes(const struct rank_heap *self, int64_t a, int64_t b)
{
    const double x = dt_series_at_i(self->x, a);
    const double y = dt_series_at_i(self->x, b);

    if (x != y)
        return self->descending ? x > y : x < y;
    return a < b;
}

static void
rank_sift_down(const struct rank_heap *self, int64_t root, int64_t count)
{
    const int64_t moved = self->index[root];

    for (int64_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
        if (child + 1 < count &&
            rank_precedes(self, self->index[child], self->index[child + 1]))
            child++;
        if (!rank_precedes(self, moved, self->index[child]))
            break;
        self->index[root] = self->index[child];
        root = child;
    }
    self->index[root] = moved;
}

static void
rank_sort(const struct rank_heap *self, int64_t count)
{
    for (int64_t i = count / 2 - 1; i >= 0; i--)
        rank_sift_down(self, i, count);
    for (int64_t i = count - 1; i > 0; i--) {
        const int64_t last = self->index[0];
        self->index[0] = self->index[i];
        self->index[i] = last;
        rank_sift_down(self, 0, i);
    }
}

/* Equal values at places first to last, all from 0, the values before them
 * being `distinct` different ones. */
struct rank_group {
    int64_t first, last, distinct;
};

/* The rank of the first of them, and from one to the next. */
struct rank_rule {
    double (*rank)(const struct rank_group *group);
    double step;
};

static double
rank_least(const struct rank_group *group)
{
    return (double)(group->first + 1);
}

static double
rank_most(const struct rank_group *group)
{
    return (double)(group->last + 1);
}

static double
rank_average(const struct rank_group *group)
{
    return (double)(group->first + group->last + 2) / 2;
}

static double
rank_dense(const struct rank_group *group)
{
    return (double)(group->distinct + 1);
}

#define RANK_RULES(ROW)                                                        \
    ROW(DT_COMPARE_TIES_MIN, rank_least, 0)                                    \
    ROW(DT_COMPARE_TIES_MAX, rank_most, 0)                                     \
    ROW(DT_COMPARE_TIES_AVERAGE, rank_average, 0)                              \
    ROW(DT_COMPARE_TIES_DENSE, rank_dense, 0)                                  \
    ROW(DT_COMPARE_TIES_ORDINAL, rank_least, 1)

static const struct rank_rule rank_rules[] = { RANK_RULES(DT__ROW) };

DT__DEFINE_HAS_ROW(rank_is_rule, dt_compare_ties, RANK_RULES)

/* Whether the largest comes first. */
#define RANK_ORDERS(ROW)                                                       \
    ROW(DT_COMPARE_ORDER_DESCENDING, true)                                     \
    ROW(DT_COMPARE_ORDER_ASCENDING, false)

static const bool rank_descends[] = { RANK_ORDERS(DT__ENTRY) };

DT__DEFINE_HAS_ROW(rank_is_order, dt_compare_order, RANK_ORDERS)

/* What has a rank, and where the others go. */
struct rank_list {
    const struct dt_series *x;
    const struct dt_series_out *out;
    int64_t *index;
    int64_t count;
};

static int32_t
rank_take(void *self, int64_t i, const double *x)
{
    struct rank_list *list = self;

    (void)x;
    list->index[list->count++] = i;
    return DT_SERIES_WHY_DEFINED;
}

/* Infinities have a rank, a NaN that counts as a value has none. */
static int32_t
rank_leave(void *self, int64_t i, int32_t why)
{
    struct rank_list *list = self;
    const double value = dt_series_at_i(list->x, i);

    if (why != DT_SERIES_WHY_VALUE_MISSING && value == value)
        return rank_take(list, i, &value);
    dt__put(list->out, i, 0, why);
    dt__summary_gap(list->out->summary, i, 1, why);
    return DT_SERIES_WHY_DEFINED;
}

/* Ranks what is sorted, a group of equal values after the other. */
static void
rank_groups(const struct rank_list *list, const struct rank_rule *rule)
{
    const int64_t *index = list->index;
    struct rank_group group = { 0, 0, 0 };

    for (; group.first < list->count; group.first = group.last + 1) {
        const double value = dt_series_at_i(list->x, index[group.first]);
        group.last = group.first;
        while (group.last + 1 < list->count &&
               dt_series_at_i(list->x, index[group.last + 1]) == value)
            group.last++;
        double rank = rule->rank(&group);
        for (int64_t i = group.first; i <= group.last; i++, rank += rule->step)
            dt__put(list->out, index[i], rank, DT_SERIES_WHY_DEFINED);
        group.distinct++;
    }
}

/* What is asked beside the observations, of which there are `length`. */
static int32_t
rank_check(int64_t length, int32_t order, int32_t ties,
           const struct dt_compare_options *options, const int64_t *work,
           int64_t capacity, struct dt_error *error)
{
    struct dt_compare_options chosen;

    if (work == NULL && length > 0)
        return dt__fail(error, DT_E_NULL, -1, "work is null");
    if ((uintptr_t)work % _Alignof(int64_t) != 0)
        return dt__fail(error, DT_E_ALIGNMENT, -1,
                        "work is not aligned for an integer");
    if (capacity < length)
        return dt__fail(error, DT_E_CAPACITY, -1, "work_capacity is %" PRId64
                        " for length %" PRId64, capacity, length);
    if (!rank_is_order(order))
        return dt__fail(error, DT_E_RULE, -1, "order is %" PRId32
                        ", neither descending nor ascending", order);
    if (!rank_is_rule(ties))
        return dt__fail(error, DT_E_RULE, -1, "ties is %" PRId32
                        ", no known rule", ties);
    return dt__read_compare_options(options, 0, false, &chosen, error);
}

/* How a series is ranked, and with what memory. */
struct rank_plan {
    int32_t order, ties;
    int64_t *work;
};

static void
rank_run(const void *self, const struct dt_series *x,
         const struct dt_series_out *out)
{
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_RANK, &unstated, 0,
                                   0 };
    const struct rank_plan *plan = self;
    struct rank_list list = { x, out, plan->work, 0 };
    const struct dt__fold fold = { &list, rank_take, rank_leave };
    const struct dt__operand operand = DT__VALUE_OF(x);
    const struct dt__task task = { .operand = &operand, .operands = 1 };
    int64_t at;

    dt__summary_open(out->summary, &made);
    (void)dt__fold(&task, &fold, 0, x->length, &at);
    const struct rank_heap heap = { x, plan->work, rank_descends[plan->order] };
    rank_sort(&heap, list.count);
    rank_groups(&list, &rank_rules[plan->ties]);
    if (out->summary != NULL)
        out->summary->defined = list.count;
}

int32_t
dt_compare_rank(const struct dt_series *x, int32_t order, int32_t ties,
                const struct dt_compare_options *options, int64_t *work,
                int64_t work_capacity, const struct dt_series_out *out,
                struct dt_error *error)
{
    const struct rank_plan plan = { order, ties, work };

    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(rank_check(x->length, order, ties, options, work, work_capacity,
                       error));

    const struct dt__environment caller = dt__enter();
    rank_run(&plan, x, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_compare_rank_panel(const struct dt_series_panel *x, int32_t order,
                      int32_t ties, const struct dt_compare_options *options,
                      int64_t *work, int64_t work_capacity,
                      const struct dt_series_panel_out *out,
                      struct dt_error *error)
{
    const struct rank_plan plan = { order, ties, work };

    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    DT__TRY(rank_check(dt__panel_longest(x), order, ties, options, work,
                       work_capacity, error));

    const struct dt__environment caller = dt__enter();
    dt__panel_run(x, rank_run, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
