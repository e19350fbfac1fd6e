#include "series/window.h"

#include <stddef.h>

#include "series/view.h"

/* Takes observation i in, or out again. */
static void
take(struct dt__window *self, int64_t i, bool out)
{
    double value;
    const int32_t why = dt__read(self->x, i, &value);
    const int64_t one = out ? -1 : 1;

    self->missing += why == DT_SERIES_WHY_VALUE_MISSING ? one : 0;
    self->not_finite += why == DT_SERIES_WHY_NOT_FINITE ? one : 0;
    if (why == DT_SERIES_WHY_DEFINED)
        dt__sum_add(&self->sum, out ? -value : value);
}

void
dt__window_open(struct dt__window *self, const struct dt_series *x,
                int64_t length, int64_t last)
{
    *self = (struct dt__window){ .x = x, .length = length };
    for (int64_t i = last - length + 1; i <= last; i++)
        take(self, i, false);
}

void
dt__window_back(struct dt__window *self, int64_t i)
{
    take(self, i, true);
    if (i - self->length >= 0)
        take(self, i - self->length, false);
}

int32_t
dt__window_why(const struct dt__window *self)
{
    if (self->missing > 0)
        return DT_SERIES_WHY_VALUE_MISSING;
    return self->not_finite > 0 ? DT_SERIES_WHY_NOT_FINITE
                                : DT_SERIES_WHY_DEFINED;
}

bool
dt__windows_fit(const struct dt_series *x, int64_t window)
{
    return window <= DT__ROLL_MOST && !(x->flags & DT_SERIES_NAN_IS_VALUE);
}

static int
run(const double *x, int window, struct dt__window_block *b)
{
    /* Neither a product nor a quotient leaves the range within these. */
    return b->exponent >= -700 && b->exponent <= 900
               ? dt__kernels()->roll(x, b->exponent, window, b->high, b->low)
               : DT__SOME_DOUBT;
}

int
dt__window_sums_of_block(const struct dt_series *x, int window, int64_t at,
                         int n, struct dt__window_block *b)
{
    const int64_t from = at - window + 1;
    const int count = n + window - 1;
    const double *values = x->values + from;

    if (x->stride != 1 || x->validity != NULL ||
        from + DT__BLOCK + DT__ROLL_MOST > x->length) {
        values = b->x;
        (void)dt__copy_block(x, from, count, dt__nan(), b->x);
        for (int j = count; j < DT__BLOCK + DT__ROLL_MOST; j++)
            b->x[j] = 0;
    }
    int said = run(values, window, b);
    if (said & DT__SOME_DOUBT) {
        b->exponent = dt__sum_exponent(values, DT__BLOCK + DT__ROLL_MOST);
        said = run(values, window, b);
    }
    return said;
}
