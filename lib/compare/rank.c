#include <dtgrowth/compare.h>
#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "num/dd.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"

/* Indices of observations in the caller's memory, sorted by heap: no
 * recursion, and the index breaks ties, so that the order is unique. */
struct heap {
    const struct dt_series *x;
    int64_t *index;
    bool descending;
};

/* Whether observation a comes before b. */
static bool
precedes(const struct heap *self, int64_t a, int64_t b)
{
    const double x = dt_series_at_i(self->x, a);
    const double y = dt_series_at_i(self->x, b);

    if (x != y)
        return self->descending ? x > y : x < y;
    return a < b;
}

static void
sift_down(const struct heap *self, int64_t root, int64_t count)
{
    const int64_t moved = self->index[root];

    for (int64_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
        if (child + 1 < count &&
            precedes(self, self->index[child], self->index[child + 1]))
            child++;
        if (!precedes(self, moved, self->index[child]))
            break;
        self->index[root] = self->index[child];
        root = child;
    }
    self->index[root] = moved;
}

static void
sort(const struct heap *self, int64_t count)
{
    for (int64_t i = count / 2 - 1; i >= 0; i--)
        sift_down(self, i, count);
    for (int64_t i = count - 1; i > 0; i--) {
        const int64_t last = self->index[0];
        self->index[0] = self->index[i];
        self->index[i] = last;
        sift_down(self, 0, i);
    }
}

/* The rank of place i among equal values at places first to last, all from
 * 0, the values before them being `distinct` different ones. */
static double
rank_of(int32_t ties, int64_t i, int64_t first, int64_t last, int64_t distinct)
{
    switch (ties) {
    case DT_COMPARE_TIES_MIN:     return (double)(first + 1);
    case DT_COMPARE_TIES_MAX:     return (double)(last + 1);
    case DT_COMPARE_TIES_DENSE:   return (double)(distinct + 1);
    case DT_COMPARE_TIES_AVERAGE: return (double)(first + last + 2) / 2;
    default:                      return (double)(i + 1);
    }
}

static int32_t
check(const struct dt_series *x, int32_t order, int32_t ties,
      const int64_t *work, const struct dt_series_out *out,
      struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK && work == NULL && x->length > 0)
        status = dt__fail(error, DT_E_NULL, -1, "work is null");
    if (status == DT_E_OK && (uintptr_t)work % _Alignof(int64_t) != 0)
        status = dt__fail(error, DT_E_ALIGNMENT, -1,
                          "work is not aligned for an integer");
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status < 0)
        return status;
    if (order != DT_COMPARE_DESCENDING && order != DT_COMPARE_ASCENDING)
        return dt__fail(error, DT_E_RULE, -1, "order is %" PRId32
                        ", neither descending nor ascending", order);
    if (ties < DT_COMPARE_TIES_MIN || ties > DT_COMPARE_TIES_ORDINAL)
        return dt__fail(error, DT_E_RULE, -1, "ties is %" PRId32
                        ", no known rule", ties);
    return DT_E_OK;
}

int32_t
dt_compare_rank(const struct dt_series *x, int32_t order, int32_t ties,
                int64_t *work, const struct dt_series_out *out,
                struct dt_error *error)
{
    const int32_t status = check(x, order, ties, work, out, error);
    if (status < 0)
        return status;

    const struct dt__environment caller = dt__enter();
    int64_t count = 0;
    for (int64_t i = 0; i < x->length; i++) {
        double value;
        const int32_t why = dt__read(x, i, &value);
        /* Infinities have a rank, a NaN that counts as a value has none. */
        if (why == DT_SERIES_WHY_VALUE_MISSING || value != value)
            dt__put(out, i, 0, why);
        else
            work[count++] = i;
    }
    const struct heap heap = { x, work, order == DT_COMPARE_DESCENDING };
    sort(&heap, count);

    int64_t distinct = 0;
    for (int64_t first = 0, last; first < count; first = last + 1, distinct++) {
        const double value = dt_series_at_i(x, work[first]);
        for (last = first;
             last + 1 < count && dt_series_at_i(x, work[last + 1]) == value;)
            last++;
        for (int64_t i = first; i <= last; i++)
            dt__put(out, work[i], rank_of(ties, i, first, last, distinct),
                    DT_SERIES_WHY_DEFINED);
    }
    dt__leave(caller);
    return DT_E_OK;
}
