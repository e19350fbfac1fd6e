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

    self->missing += why == DT_SERIES_WHY_VALUE_MISSING ? (out ? -1 : 1) : 0;
    self->not_finite += why == DT_SERIES_WHY_NOT_FINITE ? (out ? -1 : 1) : 0;
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
    *result = dt__sum_round(&self->sum);
    if (kind == DT_SERIES_ROLLING_MEAN)
        *result = dt__sum_mean(&self->sum, (double)self->length);
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

/* The observations, NaN for what is missing. */
static void
gather(const struct dt_series *x, int64_t from, int n, struct block *b)
{
    if (x->stride == 1)
        memcpy(b->x, x->values + from, (size_t)n * sizeof(double));
    else
        for (int j = 0; j < n; j++)
            b->x[j] = x->values[(from + j) * x->stride];
    for (int j = n; j < DT__BLOCK + DT__ROLL_MOST; j++)
        b->x[j] = 0;
    if (dt__fill_invalid(x, from, n, b->x, dt__nan()) > 0)
        b->gaps = true;
}

/* Puts 0 for what is missing, and names the windows in which something is. */
static void
name_gaps(int n, int window, struct block *b)
{
    int last = -window;

    b->gaps = false;
    memset(b->why, 0, sizeof(b->why));
    for (int j = 0; j < n; j++) {
        if (b->x[j] != b->x[j]) {
            b->x[j] = 0;
            last = j;
            b->gaps = true;
        }
        if (j >= window - 1 && j - last < window)
            b->why[j - window + 1] = DT_SERIES_WHY_VALUE_MISSING;
    }
}

/* Nothing is looked for in a block, unless the kernel refuses it or there were
 * gaps in the last one. */
static bool
roll_block(const struct dt_series *x, int32_t kind, int window, int64_t at,
           int n, int *exponent, struct block *b)
{
    gather(x, at - window + 1, n + window - 1, b);
    const bool named = b->gaps;
    if (named)
        name_gaps(n + window - 1, window, b);
    for (int attempt = 0;; attempt++) {
        if (attempt == 1 && !named)
            name_gaps(n + window - 1, window, b);
        if (attempt == 1)
            *exponent = dt__sum_exponent(b->x, DT__BLOCK + DT__ROLL_MOST);
        /* Neither a product nor a quotient leaves the range within these. */
        if (*exponent >= -700 && *exponent <= 900 &&
            dt__kernels()->roll(b->x, *exponent, window, b->high, b->low) == 0)
            break;
        if (attempt == 1)
            return false;
    }
    dt__kernels()->quotients(b->high, b->low,
                             kind == DT_SERIES_ROLLING_MEAN ? window : 1,
                             b->values);
    for (int i = 0; b->gaps && i < n; i++)
        if (b->why[i] != DT_SERIES_WHY_DEFINED)
            b->values[i] = dt__nan();
    return true;
}

/* From the last block to the first, each of which is read before it is
 * written. */
static void
roll(const struct dt_series *x, int32_t kind, int64_t window,
     const struct dt_series_out *out)
{
    struct block b = { .gaps = false };
    int exponent = -2000;
    const bool by_blocks = window <= DT__ROLL_MOST &&
                           !(x->flags & DT_SERIES_NAN_IS_VALUE);

    if (!by_blocks && x->length >= window)
        slide(x, kind, window, window - 1, x->length - 1, out);
    for (int64_t end = x->length, n; by_blocks && end >= window; end -= n) {
        n = end - window + 1 < DT__BLOCK ? end - window + 1 : DT__BLOCK;
        if (roll_block(x, kind, (int)window, end - n, (int)n, &exponent, &b))
            dt__put_block(out, end - n, (int)n, b.values, b.why);
        else
            slide(x, kind, window, end - n, end - 1, out);
    }
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
