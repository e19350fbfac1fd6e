#include <dtgrowth/growth.h>

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "growth/blocks.h"
#include "growth/operands.h"
#include "growth/scalar.h"
#include "kernels/kernels.h"
#include "num/environment.h"
#include "series/output.h"

double
dt_growth_periods(double base, double end, double rate)
{
    if (!dt__is_finite(base) || !dt__is_finite(end) || !dt__is_finite(rate) ||
        base <= 0 || end <= 0 || rate <= -1)
        return dt__nan();
    if (base == end)
        return rate == 0 ? dt__nan() : 0;
    if (rate == 0)
        return end > base ? dt__infinity() : -dt__infinity();
    return dt__quotient(dt__log_ratio(dt__dd_from(base), dt__dd_from(end)),
                        dt__log1p(rate));
}

double
dt_growth_doubling(double rate)
{
    return dt_growth_periods(1, 2, rate);
}

/* The periods between two levels that are there. */
static int32_t
compute(double base, double end, double rate, double *result)
{
    if (base <= 0)
        return base == 0 ? DT_SERIES_WHY_ZERO_BASE
                         : DT_SERIES_WHY_NEGATIVE_BASE;
    const double periods = dt_growth_periods(base, end, rate);
    if (periods != periods)
        return DT_SERIES_WHY_DOMAIN;
    *result = periods;
    return dt__is_finite(periods) ? DT_SERIES_WHY_DEFINED
                                  : DT_SERIES_WHY_OVERFLOW;
}

/* A block on its way. */
struct block {
    double base[DT__BLOCK], end[DT__BLOCK], rate[DT__BLOCK];
    double values[DT__BLOCK], doubt[DT__BLOCK];
    uint8_t why[DT__BLOCK];
};

/* What is missing, or what the kernel could not vouch for, one by one. */
static void
settle(const struct dt__operands *from, int64_t at, int n, struct block *b)
{
    for (int i = 0; i < n; i++) {
        double base, end, rate;
        if (b->doubt[i] == 0 && b->values[i] == b->values[i])
            continue;
        int32_t why = dt__read_operands(from, at + i, &base, &end, &rate);
        if (why == DT_SERIES_WHY_DEFINED)
            why = compute(base, end, rate, &b->values[i]);
        if (why != DT_SERIES_WHY_DEFINED)
            b->values[i] = dt__nan();
        b->why[i] = (uint8_t)why;
    }
}

/* Blocks from the last to the first, each of which is read before it is
 * written. */
static void
put_blocks(const struct dt__operands *from, const struct dt_series_out *out)
{
    struct block b;

    for (int i = 0; i < DT__BLOCK; i++)
        b.rate[i] = from->common;
    for (int64_t end = from->base->length, n; end > 0; end -= n) {
        n = end < DT__BLOCK ? end : DT__BLOCK;
        const int64_t at = end - n;
        const double *x = dt__gather(from->base, at, (int)n, b.base);
        const double *y = dt__gather(from->end, at, (int)n, b.end);
        const double *r = from->each == NULL
                              ? b.rate
                              : dt__gather(from->each, at, (int)n, b.rate);
        memset(b.why, DT_SERIES_WHY_DEFINED, sizeof(b.why));
        if (dt__kernels()->periods(x, y, r, b.values, b.doubt) != 0)
            settle(from, at, (int)n, &b);
        dt__put_block(out, at, (int)n, b.values, b.why);
    }
}

static int32_t
periods_check_rate(double rate, const struct dt_series *each,
                   struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (each == NULL && !(dt__is_finite(rate) && rate > -1))
        return dt__fail(error, DT_E_VALUE, -1,
                        "rate is %s; finite and above -1",
                        dt__number(number, rate));
    return DT_E_OK;
}

int32_t
dt_growth_periods_between(const struct dt_series *base,
                          const struct dt_series *end, double rate,
                          const struct dt_series *each,
                          const struct dt_series_out *out,
                          struct dt_error *error)
{
    const struct dt__operands from = { base, end, each, rate };
    /* The checks compare doubles, and print them. */
    const struct dt__environment caller = dt__enter();
    int32_t status = dt__check_operands(&from, out, error);
    if (status == DT_E_OK)
        status = periods_check_rate(rate, each, error);
    if (status == DT_E_OK)
        put_blocks(&from, out);
    dt__leave(caller);
    return status;
}
