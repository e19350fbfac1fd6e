#include <dtgrowth/series.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"
#include "series/window.h"

static int32_t
result_of(const struct dt__window *self, int32_t kind, double *result)
{
    const int32_t why = dt__window_why(self);

    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    *result = kind == DT_SERIES_ROLLING_MEAN
                  ? dt__sum_mean(&self->sum, (double)self->length)
                  : dt__sum_round(&self->sum);
    return dt__is_finite(*result) ? DT_SERIES_WHY_DEFINED
                                  : DT_SERIES_WHY_OVERFLOW;
}

/* Elements last ... first, one by one; each observation is read before its
 * element is written. */
static void
slide(const struct dt_series *x, int32_t kind, int64_t length, int64_t first,
      int64_t last, const struct dt_series_out *out)
{
    struct dt__window window;

    dt__window_open(&window, x, length, last);
    for (int64_t i = last; i >= first; i--) {
        double result = 0;
        const int32_t why = result_of(&window, kind, &result);

        dt__window_back(&window, i);
        dt__put(out, i, result, why);
    }
}

/* The reasons of the results, for whom they matter. */
static void
name_gaps(const double *values, uint8_t *why)
{
    for (int i = 0; i < DT__BLOCK; i++)
        why[i] = values[i] == values[i] ? DT_SERIES_WHY_DEFINED
                                        : DT_SERIES_WHY_VALUE_MISSING;
}

/* The elements that have a window. Where the result may replace the series, it
 * goes from the last block to the first, each of which is read before it is
 * written; elsewhere forward, as memory is faster that way. */
static void
roll_blocks(const struct dt_series *x, int32_t kind, int window,
            const struct dt_series_out *out)
{
    struct dt__window_block b = { .exponent = -2000 };
    double room[DT__BLOCK];
    uint8_t why[DT__BLOCK];
    const double by = kind == DT_SERIES_ROLLING_MEAN ? window : 1;
    const int64_t first = window - 1;
    const bool direct = out->stride == 1 && out->validity == NULL &&
                        dt__is_apart(x, out, x->length);

    for (int64_t done = first, n; done < x->length; done += n) {
        n = x->length - done < DT__BLOCK ? x->length - done : DT__BLOCK;
        const int64_t at = direct ? done : first + x->length - done - n;
        double *values = direct && n == DT__BLOCK ? out->values + at : room;
        if (dt__window_sums_of_block(x, window, at, (int)n, &b) &
            DT__SOME_DOUBT) {
            slide(x, kind, window, at, at + n - 1, out);
            continue;
        }
        dt__kernels()->quotients(b.high, b.low, by, values);
        if (out->why != NULL || out->validity != NULL)
            name_gaps(values, why);
        dt__put_block(out, at, (int)n, values, why);
    }
}

static void
roll(const struct dt_series *x, int32_t kind, int64_t window,
     const struct dt_series_out *out)
{
    if (dt__windows_fit(x, window))
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
