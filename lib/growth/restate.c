#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "growth/blocks.h"
#include "kernels/kernels.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"

static int32_t
check_unit(const struct dt_series *x, int32_t kind, struct dt_error *error)
{
    const int32_t fits = kind == DT_GROWTH_RESTATE_FROM_LOG
                             ? DT_SERIES_UNIT_LOG : DT_SERIES_UNIT_FRACTION;

    if (x->unit.kind != DT_SERIES_UNIT_UNSTATED && x->unit.kind != fits)
        return dt__fail(error, DT_E_UNIT, -1, "x->unit.kind is %" PRId32
                        ", but kind %" PRId32 " takes %s", x->unit.kind, kind,
                        fits == DT_SERIES_UNIT_LOG ? "logarithms"
                                                   : "fractions");
    return DT_E_OK;
}

static int32_t
check(const struct dt_series *x, int32_t kind, double periods,
      const struct dt_series_out *out, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status != DT_E_OK)
        return status;
    if (kind < DT_GROWTH_RESTATE_COMPOUND || kind > DT_GROWTH_RESTATE_DOUBLING)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known restatement", kind);
    if (!dt__is_finite(periods) ||
        (kind != DT_GROWTH_RESTATE_COMPOUND && periods != 1))
        return dt__fail(error, DT_E_PERIODS, -1, "periods is %s; %s",
                        dt__number(number, periods),
                        kind == DT_GROWTH_RESTATE_COMPOUND
                            ? "any finite number" : "1 for this kind");
    return check_unit(x, kind, error);
}

static double
compute(int32_t kind, double x, double periods)
{
    switch (kind) {
    case DT_GROWTH_RESTATE_COMPOUND: return dt_growth_compound(x, periods);
    case DT_GROWTH_RESTATE_TO_LOG:   return dt_growth_to_log(x);
    case DT_GROWTH_RESTATE_FROM_LOG: return dt_growth_from_log(x);
    default:                         return dt_growth_doubling(x);
    }
}

/* One growth that is there and finite. */
static int32_t
restate(int32_t kind, double x, double periods, double *result)
{
    const bool takes_total_loss = kind == DT_GROWTH_RESTATE_COMPOUND;

    if (kind != DT_GROWTH_RESTATE_FROM_LOG &&
        (x < -1 || (x == -1 && !takes_total_loss)))
        return DT_SERIES_WHY_DOMAIN;
    if (kind == DT_GROWTH_RESTATE_DOUBLING && x == 0)
        return DT_SERIES_WHY_DOMAIN;
    *result = compute(kind, x, periods);
    return dt__is_finite(*result) ? DT_SERIES_WHY_DEFINED
                                  : DT_SERIES_WHY_OVERFLOW;
}

static void
restate_one(const struct dt_series *x, int64_t i, int32_t kind, double periods,
            const struct dt_series_out *out)
{
    double value, result = 0;
    int32_t why = dt__read(x, i, &value);

    if (why == DT_SERIES_WHY_DEFINED)
        why = restate(kind, value, periods, &result);
    dt__put(out, i, result, why);
}

/* A block on its way. */
struct block {
    double room[DT__BLOCK], values[DT__BLOCK], doubt[DT__BLOCK];
    const double *x;
    uint8_t why[DT__BLOCK];
};

static int
run(int32_t kind, double periods, struct block *b)
{
    const struct dt__kernels *kernels = dt__kernels();

    switch (kind) {
    case DT_GROWTH_RESTATE_COMPOUND:
        return kernels->compound(b->x, periods, b->values, b->doubt);
    case DT_GROWTH_RESTATE_TO_LOG:
        return kernels->to_log(b->x, b->values, b->doubt);
    case DT_GROWTH_RESTATE_FROM_LOG:
        return kernels->from_log(b->x, b->values, b->doubt);
    default:
        return kernels->doubling(b->x, b->values, b->doubt);
    }
}

/* What the kernel leaves open, one by one, and the reasons of what is missing:
 * of either, there is something. */
static void
settle(int32_t kind, double periods, int n, struct block *b)
{
    for (int i = 0; i < n; i++) {
        const double x = b->x[i];
        if (x != x)
            b->why[i] = DT_SERIES_WHY_VALUE_MISSING;
        if (b->doubt[i] == 0)
            continue;
        b->why[i] = DT_SERIES_WHY_NOT_FINITE;
        if (dt__is_finite(x))
            b->why[i] = (uint8_t)restate(kind, x, periods, &b->values[i]);
        if (b->why[i] != DT_SERIES_WHY_DEFINED)
            b->values[i] = dt__nan();
    }
}

/* Each block is read before it is written. */
static void
restate_blocks(const struct dt_series *x, int32_t kind, double periods,
               const struct dt_series_out *out)
{
    struct block b;

    memset(b.why, DT_SERIES_WHY_DEFINED, sizeof(b.why));
    for (int64_t i = 0, n; i < x->length; i += n) {
        n = x->length - i < DT__BLOCK ? x->length - i : DT__BLOCK;
        b.x = dt__gather(x, i, (int)n, b.room);
        const int said = run(kind, periods, &b);
        if (said != 0)
            settle(kind, periods, (int)n, &b);
        dt__put_block(out, i, (int)n, b.values, b.why);
        if (said != 0)
            memset(b.why, DT_SERIES_WHY_DEFINED, sizeof(b.why));
    }
}

static void
restate_series(const struct dt_series *x, int32_t kind, double periods,
               const struct dt_series_out *out)
{
    if ((x->flags & DT_SERIES_NAN_IS_VALUE) == 0) {
        restate_blocks(x, kind, periods, out);
        return;
    }
    for (int64_t i = 0; i < x->length; i++)
        restate_one(x, i, kind, periods, out);
}

int32_t
dt_growth_restate(const struct dt_series *x, int32_t kind, double periods,
                  const struct dt_series_out *out, struct dt_error *error)
{
    /* The checks compare doubles, and print them. */
    const struct dt__environment caller = dt__enter();
    const int32_t status = check(x, kind, periods, out, error);
    if (status == DT_E_OK)
        restate_series(x, kind, periods, out);
    dt__leave(caller);
    return status;
}
