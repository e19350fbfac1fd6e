#include "growth/blocks.h"

#include <stddef.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "growth/kernel.h"
#include "num/fast.h"
#include "num/kernels.h"
#include "series/access.h"

/* A block on its way. Results of elements that are missing or in doubt are
 * set by hand; `why` is DEFINED elsewhere. */
struct block {
    double base[DT__BLOCK], end[DT__BLOCK], values[DT__BLOCK];
    double doubt[DT__BLOCK];
    uint8_t why[DT__BLOCK];
};

bool
dt__has_kernel(const struct dt__growth *self)
{
    return self->kind == DT_GROWTH_RATE || self->kind == DT_GROWTH_LOG ||
           self->kind == DT_GROWTH_ANNUALIZED;
}

static int
run(const struct dt__growth *self, const double *base, const double *end,
    double periods, double *values, double *doubt)
{
    const struct dt__kernels *kernels = dt__kernels();
    struct dt__dd exponent;

    if (self->kind == DT_GROWTH_RATE)
        return kernels->rate(base, end, values, doubt);
    if (self->kind == DT_GROWTH_LOG)
        return kernels->log(base, end, values, doubt);
    if (dt__fast_quotient(self->per_year, periods, &exponent))
        return kernels->power_rate(base, end, values, doubt, exponent);
    for (int i = 0; i < DT__BLOCK; i++)
        doubt[i] = 1;
    return DT__SOME_MISSING | DT__SOME_DOUBT;
}

const double *
dt__gather(const struct dt_series *x, int64_t i, int n, double *room)
{
    if (x->stride == 1 && x->validity == NULL && n == DT__BLOCK)
        return x->values + i;
    (void)dt__copy_block(x, i, n, dt__nan(), room);
    for (int j = n; j < DT__BLOCK; j++)
        room[j] = 1;
    return room;
}

/* What the kernel could not vouch for, one by one. */
static void
settle_doubts(const struct dt__growth *self, const double *base,
              const double *end, int n, double periods, double *values,
              struct block *b)
{
    for (int i = 0; i < n; i++) {
        if (b->doubt[i] == 0)
            continue;
        b->why[i] = DT_SERIES_WHY_NOT_FINITE;
        if (dt__is_finite(base[i]) && dt__is_finite(end[i]))
            b->why[i] = (uint8_t)dt__grow(self, base[i], end[i], periods,
                                          &values[i]);
        if (b->why[i] != DT_SERIES_WHY_DEFINED)
            values[i] = dt__nan();
    }
}

/* The reasons of what is missing, for whom they matter. */
static void
name_gaps(const double *base, const double *end, int n, uint8_t *why)
{
    for (int i = 0; i < n; i++) {
        const bool no_end = end[i] != end[i], no_base = base[i] != base[i];
        const uint8_t gap = no_end ? DT_SERIES_WHY_VALUE_MISSING
                                   : DT_SERIES_WHY_BASE_MISSING;
        why[i] = no_end || no_base ? gap : why[i];
    }
}

void
dt__grow_blocks(const struct dt__growth *self, const struct dt_series *base,
                const struct dt_series *end, double periods,
                const struct dt_series_out *out)
{
    struct block b;
    bool clean = false; /* All of b.why is DEFINED. */
    const bool direct = out->stride == 1 && out->validity == NULL &&
                        dt__is_apart(base, out, end->length) &&
                        dt__is_apart(end, out, end->length);

    for (int64_t done = 0, n; done < end->length; done += n) {
        n = end->length - done < DT__BLOCK ? end->length - done : DT__BLOCK;
        const int64_t at = direct ? done : end->length - done - n;
        const double *x = dt__gather(base, at, (int)n, b.base);
        const double *y = dt__gather(end, at, (int)n, b.end);
        double *values = direct && n == DT__BLOCK ? out->values + at
                                                  : b.values;
        const int said = run(self, x, y, periods, values, b.doubt);
        if (!clean || said != 0)
            memset(b.why, 0, sizeof(b.why));
        clean = said == 0;
        if (said & DT__SOME_DOUBT)
            settle_doubts(self, x, y, (int)n, periods, values, &b);
        if ((said & DT__SOME_MISSING) && (out->why || out->validity))
            name_gaps(x, y, (int)n, b.why);
        dt__put_block(out, at, (int)n, values, b.why);
    }
}
