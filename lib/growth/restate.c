#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "growth/blocks.h"
#include "num/environment.h"
#include "num/kernels.h"
#include "series/access.h"

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

/* Blocks of compounding; what the kernel leaves open is done one by one. Each
 * block is read before it is written. */
static void
compound_blocks(const struct dt_series *x, double periods,
                const struct dt_series_out *out)
{
    double room[DT__BLOCK], values[DT__BLOCK], doubt[DT__BLOCK];
    uint8_t why[DT__BLOCK];

    for (int64_t i = 0, n; i < x->length; i += n) {
        n = x->length - i < DT__BLOCK ? x->length - i : DT__BLOCK;
        const double *rates = dt__gather(x, i, (int)n, room);
        const int said = dt__kernels()->compound(rates, periods, values, doubt);
        memset(why, 0, sizeof(why));
        for (int j = 0; said != 0 && j < n; j++) {
            if (rates[j] != rates[j])
                why[j] = DT_SERIES_WHY_VALUE_MISSING;
            else if (doubt[j] != 0 && !dt__is_finite(rates[j]))
                why[j] = DT_SERIES_WHY_NOT_FINITE;
            else if (doubt[j] != 0)
                why[j] = (uint8_t)restate(DT_GROWTH_RESTATE_COMPOUND, rates[j],
                                          periods, &values[j]);
            if (why[j] != DT_SERIES_WHY_DEFINED)
                values[j] = dt__nan();
        }
        dt__put_block(out, i, (int)n, values, why);
    }
}

int32_t
dt_growth_restate(const struct dt_series *x, int32_t kind, double periods,
                  const struct dt_series_out *out, struct dt_error *error)
{
    const int32_t status = check(x, kind, periods, out, error);
    if (status < 0)
        return status;

    const struct dt__environment caller = dt__enter();
    if (kind == DT_GROWTH_RESTATE_COMPOUND &&
        (x->flags & DT_SERIES_NAN_IS_VALUE) == 0)
        compound_blocks(x, periods, out);
    else
        for (int64_t i = 0; i < x->length; i++)
            restate_one(x, i, kind, periods, out);
    dt__leave(caller);
    return DT_E_OK;
}
