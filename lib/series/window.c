/* SPDX-License-Identifier: MIT */
#include "series/window.h"

#include <stddef.h>

#include "kernels/kernels.h"
#include "kernels/sum_block.h"
#include "series/view.h"

/* Neither a product nor a quotient leaves the range within these exponents. */
enum { WINDOW_EXPONENT_LEAST = -700, WINDOW_EXPONENT_MOST = 900 };

/* What the kernel reads for a block. */
enum { WINDOW_ROOM = DT__ROLL_BLOCK + DT__ROLL_MOST };

struct dt__windows
dt__windows_of(const struct dt_series *x, int64_t length)
{
    return (struct dt__windows){ x, length, DT__SUM_NO_GUESS };
}

bool
dt__windows_fit(const struct dt_series *x, int64_t length)
{
    return length <= DT__ROLL_MOST && !(x->flags & DT_SERIES_FLAG_NAN_IS_VALUE);
}

static int
window_roll(const struct dt__windows *self, const double *x, int n,
            double *high, double *low)
{
    return self->exponent >= WINDOW_EXPONENT_LEAST &&
           self->exponent <= WINDOW_EXPONENT_MOST
               ? dt__kernels()->roll(x, n, self->exponent, (int)self->length,
                                     high, low)
               : DT__SOME_DOUBT;
}

int
dt__window_sums(struct dt__windows *self, int64_t at, int n, double *high,
                double *low)
{
    const struct dt_series *x = self->x;
    const int64_t from = at - self->length + 1;
    const int padded = dt__padded(n);
    const int count = n + (int)self->length - 1;
    const int all = dt__roll_reads(padded, (int)self->length);
    const double *values = x->values + from;
    double room[WINDOW_ROOM];

    if (x->stride != 1 || x->validity != NULL || from + all > x->length) {
        values = room;
        (void)dt__copy_block(x, from, count, dt__nan(), room);
        for (int i = count; i < all; i++)
            room[i] = 0;
    }
    int said = window_roll(self, values, padded, high, low);
    if (said & DT__SOME_DOUBT) {
        self->exponent = dt__sum_exponent(values, all);
        said = window_roll(self, values, padded, high, low);
    }
    for (int i = n; i < padded; i++) {
        high[i] = 1;
        low[i] = 0;
    }
    return said;
}

void
dt__window_init(struct dt__window *self, const struct dt_series *x,
                int64_t length)
{
    self->x = x;
    self->length = length;
    self->last = -1;
}

/* Takes observation i in, or out again. */
static void
window_take(struct dt__window *self, int64_t i, bool out)
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
dt__window_move(struct dt__window *self, int64_t last)
{
    if (self->last == last)
        return;
    self->last = last;
    self->missing = self->not_finite = 0;
    dt__sum_init(&self->sum);
    for (int64_t i = last - self->length + 1; i <= last; i++)
        window_take(self, i, false);
}

void
dt__window_back(struct dt__window *self)
{
    const int64_t before = self->last - self->length;

    if (before < 0)
        return;
    window_take(self, self->last, true);
    window_take(self, before, false);
    self->last--;
}

int32_t
dt__window_why(const struct dt__window *self)
{
    if (self->missing > 0)
        return DT_SERIES_WHY_VALUE_MISSING;
    return self->not_finite > 0 ? DT_SERIES_WHY_NOT_FINITE
                                : DT_SERIES_WHY_DEFINED;
}
