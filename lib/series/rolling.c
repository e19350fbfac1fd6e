#include <dtgrowth/series.h>

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "num/environment.h"
#include "num/kernels.h"
#include "num/num.h"
#include "series/access.h"

/* A window on its way through a series, one period at a time. */
struct window {
    const struct dt_series *x;
    int64_t length, missing, not_finite;
    struct dt__sum sum;
};

/* Takes observation i in, or out again. */
static void
take(struct window *self, int64_t i, bool out)
{
    double value;
    const int32_t why = dt__read(self->x, i, &value);

    const int64_t one = out ? -1 : 1;

    self->missing += why == DT_SERIES_WHY_VALUE_MISSING ? one : 0;
    self->not_finite += why == DT_SERIES_WHY_NOT_FINITE ? one : 0;
    if (why == DT_SERIES_WHY_DEFINED)
        dt__sum_add(&self->sum, out ? -value : value);
}

static int32_t
result_of(const struct window *self, int32_t kind, double *result)
{
    if (self->missing > 0)
        return DT_SERIES_WHY_VALUE_MISSING;
    if (self->not_finite > 0)
        return DT_SERIES_WHY_NOT_FINITE;
    *result = kind == DT_SERIES_ROLLING_MEAN
                  ? dt__sum_mean(&self->sum, (double)self->length)
                  : dt__sum_round(&self->sum);
    return dt__is_finite(*result) ? DT_SERIES_WHY_DEFINED
                                  : DT_SERIES_WHY_OVERFLOW;
}

/* Elements last ... first, by adding to an exact sum and taking away from it;
 * each observation is read before its element is written. */
static void
slide(const struct dt_series *x, int32_t kind, int64_t length, int64_t first,
      int64_t last, const struct dt_series_out *out)
{
    struct window window = { .x = x, .length = length };

    for (int64_t i = last - length + 1; i <= last; i++)
        take(&window, i, false);
    for (int64_t i = last; i >= first; i--) {
        double result = 0;
        const int32_t why = result_of(&window, kind, &result);

        take(&window, i, true);
        if (i - length >= 0)
            take(&window, i - length, false);
        dt__put(out, i, result, why);
    }
}

/* What the kernel reads and writes for elements at ... at + DT__BLOCK. */
struct block {
    double x[DT__BLOCK + DT__ROLL_MOST]; /* From the first window's start. */
    double high[DT__BLOCK], low[DT__BLOCK], values[DT__BLOCK];
    uint8_t why[DT__BLOCK]; /* DEFINED without gaps. */
    bool gaps;
};

/* Puts 0 for what is missing, and names the windows of which it is a part. */
static void
name_gaps(int count, int window, struct block *b)
{
    b->gaps = false;
    memset(b->why, 0, sizeof(b->why));
    for (int j = 0; j < count; j++) {
        if (b->x[j] == b->x[j])
            continue;
        const int first = j < window ? 0 : j - window + 1;
        const int last = j < DT__BLOCK ? j : DT__BLOCK - 1;
        memset(b->why + first, DT_SERIES_WHY_VALUE_MISSING,
               (size_t)(last - first + 1));
        b->x[j] = 0;
        b->gaps = true;
    }
}

static bool
run(const double *x, int window, int exponent, struct block *b)
{
    /* Neither a product nor a quotient leaves the range within these. */
    return exponent >= -700 && exponent <= 900 &&
           dt__kernels()->roll(x, exponent, window, b->high, b->low) == 0;
}

/* Elements at ... at + n into `values`; false where they do not fit the kernel.
 * It reads the series where that can be read, and nothing is looked for in a
 * block, unless the kernel refuses it or there were gaps in the last one. */
static bool
roll_block(const struct dt_series *x, int32_t kind, int window, int64_t at,
           int n, int *exponent, struct block *b, double *values)
{
    const int64_t from = at - window + 1;
    const int count = n + window - 1;
    const bool in_place = x->stride == 1 && x->validity == NULL && !b->gaps &&
                          from + DT__BLOCK + DT__ROLL_MOST <= x->length;

    if (!in_place || !run(x->values + from, window, *exponent, b)) {
        (void)dt__copy_block(x, from, count, dt__nan(), b->x);
        for (int j = count; j < DT__BLOCK + DT__ROLL_MOST; j++)
            b->x[j] = 0;
        name_gaps(count, window, b);
        if (!run(b->x, window, *exponent, b)) {
            *exponent = dt__sum_exponent(b->x, DT__BLOCK + DT__ROLL_MOST);
            if (!run(b->x, window, *exponent, b))
                return false;
        }
    }
    dt__kernels()->quotients(b->high, b->low,
                             kind == DT_SERIES_ROLLING_MEAN ? window : 1,
                             values);
    const double nan = dt__nan();
    for (int i = 0; b->gaps && i < n; i++)
        values[i] = b->why[i] == DT_SERIES_WHY_DEFINED ? values[i] : nan;
    return true;
}

/* The elements that have a window. Where the result may replace the series, it
 * goes from the last block to the first, each of which is read before it is
 * written; elsewhere forward, as memory is faster that way. */
static void
roll_blocks(const struct dt_series *x, int32_t kind, int window,
            const struct dt_series_out *out)
{
    struct block b = { .gaps = false };
    int exponent = -2000;
    const int64_t first = window - 1;
    const bool direct = out->stride == 1 && out->validity == NULL &&
                        dt__is_apart(x, out, x->length);

    for (int64_t done = first, n; done < x->length; done += n) {
        n = x->length - done < DT__BLOCK ? x->length - done : DT__BLOCK;
        const int64_t at = direct ? done : first + x->length - done - n;
        double *values = direct && n == DT__BLOCK ? out->values + at : b.values;
        if (roll_block(x, kind, window, at, (int)n, &exponent, &b, values))
            dt__put_block(out, at, (int)n, values, b.why);
        else
            slide(x, kind, window, at, at + n - 1, out);
    }
}

static void
roll(const struct dt_series *x, int32_t kind, int64_t window,
     const struct dt_series_out *out)
{
    if (window <= DT__ROLL_MOST && !(x->flags & DT_SERIES_NAN_IS_VALUE))
        roll_blocks(x, kind, (int)window, out);
    else if (x->length >= window)
        slide(x, kind, window, window - 1, x->length - 1, out);
    for (int64_t i = 0; i < x->length && i < window - 1; i++)
        dt__put(out, i, 0, DT_SERIES_WHY_NO_BASE);
}

int32_t
dt_series_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  const struct dt_series_out *out, struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status != DT_E_OK)
        return status;
    if (kind != DT_SERIES_ROLLING_SUM && kind != DT_SERIES_ROLLING_MEAN)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known window", kind);
    if (window < 1)
        return dt__fail(error, DT_E_PERIODS, -1, "window is %" PRId64
                        "; at least 1", window);

    const struct dt__environment caller = dt__enter();
    roll(x, kind, window, out);
    dt__leave(caller);
    return DT_E_OK;
}
