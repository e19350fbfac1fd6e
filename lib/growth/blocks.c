#include "growth/blocks.h"

#include <stddef.h>
#include <string.h>

#include <dtgrowth/growth.h>

#include "growth/scalar.h"
#include "kernels/kernels.h"
#include "series/output.h"
#include "series/view.h"

/* A block on its way: where its operands are read, and what comes of them.
 * Results of elements that are missing or in doubt are set by hand; `why` is
 * DEFINED elsewhere. */
struct block {
    double base_room[DT__BLOCK], end_room[DT__BLOCK], each_room[DT__BLOCK];
    const double *base, *end, *each;
    struct dt__exponents exponents;
    double values[DT__BLOCK], doubt[DT__BLOCK];
    uint8_t why[DT__BLOCK];
};

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

/* The exponents of an annualized kind that has the same for all. */
static void
set_exponents(const struct dt__growth *self, double periods, struct block *b)
{
    for (int i = 0; i < DT__BLOCK; i++)
        b->each_room[i] = periods;
    dt__kernels()->exponents(self->per_year, b->each_room, &b->exponents);
}

static int
run(const struct dt__growth *self, struct block *b, double *values)
{
    const struct dt__kernels *kernels = dt__kernels();

    if (b->each != NULL)
        kernels->exponents(self->per_year, b->each, &b->exponents);
    switch (self->kind) {
    case DT_GROWTH_RATE:
        return kernels->rate(b->base, b->end, values, b->doubt);
    case DT_GROWTH_CHANGE:
        return kernels->change(b->base, b->end, values, b->doubt);
    case DT_GROWTH_LOG:
        return kernels->log(b->base, b->end, values, b->doubt);
    case DT_GROWTH_MIDPOINT:
        return kernels->midpoint(b->base, b->end, values, b->doubt);
    case DT_GROWTH_FACTOR:
        return kernels->factor(b->base, b->end, values, b->doubt);
    case DT_GROWTH_ANNUALIZED:
        return kernels->power_rate(b->base, b->end, values, b->doubt,
                                   &b->exponents);
    default:
        return kernels->scaled_log(b->base, b->end, values, b->doubt,
                                   &b->exponents);
    }
}

/* Element i, of which no operand is missing. */
static int32_t
grow_one(const struct dt__growth *self, const struct block *b, int i,
         double periods, double *value)
{
    if (!dt__is_finite(b->base[i]) || !dt__is_finite(b->end[i]) ||
        !dt__is_finite(periods))
        return DT_SERIES_WHY_NOT_FINITE;
    return dt__grow_over(self, b->base[i], b->end[i], periods, value);
}

/* What the kernel could not vouch for, one by one. */
static void
settle_doubts(const struct dt__growth *self, int n, double periods,
              double *values, struct block *b)
{
    for (int i = 0; i < n; i++) {
        const double own = b->each != NULL ? b->each[i] : periods;
        if (b->doubt[i] == 0)
            continue;
        b->why[i] = own == own ? (uint8_t)grow_one(self, b, i, own, &values[i])
                               : DT_SERIES_WHY_VALUE_MISSING;
        if (b->why[i] != DT_SERIES_WHY_DEFINED)
            values[i] = dt__nan();
    }
}

/* The reasons of what is missing, for whom they matter. */
static void
name_gaps(int n, struct block *b)
{
    const double *each = b->each != NULL ? b->each : b->end;

    for (int i = 0; i < n; i++) {
        const bool no_value = b->end[i] != b->end[i] || each[i] != each[i];
        if (no_value)
            b->why[i] = DT_SERIES_WHY_VALUE_MISSING;
        else if (b->base[i] != b->base[i])
            b->why[i] = DT_SERIES_WHY_BASE_MISSING;
    }
}

static bool
all_apart(const struct dt__operands *from, const struct dt_series_out *out)
{
    const int64_t length = from->end->length;

    return out->stride == 1 && out->validity == NULL &&
           dt__is_apart(from->base, out, length) &&
           dt__is_apart(from->end, out, length) &&
           (from->each == NULL || dt__is_apart(from->each, out, length));
}

void
dt__grow_blocks(const struct dt__growth *self,
                const struct dt__operands *from,
                const struct dt_series_out *out)
{
    struct block b;
    bool clean = false; /* All of b.why is DEFINED. */
    const int64_t length = from->end->length;
    const bool direct = all_apart(from, out);

    b.each = NULL;
    if (from->each == NULL && dt__is_annualized(self))
        set_exponents(self, from->common, &b);
    for (int64_t done = 0, n; done < length; done += n) {
        n = length - done < DT__BLOCK ? length - done : DT__BLOCK;
        const int64_t at = direct ? done : length - done - n;
        double *values = direct && n == DT__BLOCK ? out->values + at
                                                  : b.values;
        b.base = dt__gather(from->base, at, (int)n, b.base_room);
        b.end = dt__gather(from->end, at, (int)n, b.end_room);
        if (from->each != NULL)
            b.each = dt__gather(from->each, at, (int)n, b.each_room);
        const int said = run(self, &b, values);
        if (!clean || said != 0)
            memset(b.why, DT_SERIES_WHY_DEFINED, sizeof(b.why));
        clean = said == 0;
        if (said & DT__SOME_DOUBT)
            settle_doubts(self, (int)n, from->common, values, &b);
        if ((said & DT__SOME_MISSING) && (out->why || out->validity))
            name_gaps((int)n, &b);
        dt__put_block(out, at, (int)n, values, b.why);
    }
}
