#include <dtgrowth/growth.h>
#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/blocks.h"
#include "growth/operands.h"
#include "growth/plan.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"

static int32_t
check_length(const struct dt_series *x, const char *name, int64_t length,
             struct dt_error *error)
{
    int32_t status = dt__check_series(x, name, error);
    if (status == DT_E_OK && x->length != length)
        status = dt__fail(error, DT_E_LENGTH, -1, "%s has %" PRId64
                          " elements, base has %" PRId64, name, x->length,
                          length);
    return status;
}

int32_t
dt__check_operands(const struct dt__operands *from,
                   const struct dt_series_out *out, struct dt_error *error)
{
    int32_t status = dt__check_series(from->base, "base", error);
    if (status == DT_E_OK)
        status = check_length(from->end, "end", from->base->length, error);
    if (status == DT_E_OK && from->each != NULL)
        status = check_length(from->each, "each", from->base->length, error);
    if (status == DT_E_OK)
        status = dt__check_out(out, from->base->length, error);
    if (status == DT_E_OK)
        status = dt_series_unit_check(&from->base->unit, &from->end->unit,
                                      error);
    return status;
}

int32_t
dt__read_operands(const struct dt__operands *from, int64_t i, double *base,
                  double *end, double *each)
{
    const int32_t why = dt__first_why(
        dt__read(from->end, i, end),
        dt__why_of_base(dt__read(from->base, i, base)));

    *each = from->common;
    return from->each == NULL
               ? why : dt__first_why(why, dt__read(from->each, i, each));
}

bool
dt__no_nan_is_value(const struct dt__operands *from)
{
    const uint32_t each = from->each != NULL ? from->each->flags : 0;

    return ((from->base->flags | from->end->flags | each) &
            DT_SERIES_NAN_IS_VALUE) == 0;
}

static int32_t
check_periods(double periods, const struct dt_series *each,
              struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (each == NULL && !(dt__is_finite(periods) && periods > 0))
        return dt__fail(error, DT_E_PERIODS, -1,
                        "periods is %s; positive and finite",
                        dt__number(number, periods));
    return DT_E_OK;
}

static int32_t
compute(const struct dt__growth *growth, const struct dt__operands *from,
        int64_t i, double *result)
{
    double base, end, periods;
    const int32_t why = dt__read_operands(from, i, &base, &end, &periods);

    return why != DT_SERIES_WHY_DEFINED
               ? why : dt__grow_over(growth, base, end, periods, result);
}

/* A bad base fails the call before it writes. */
static int32_t
refuse_bases(const struct dt_series *base, const struct dt__growth *growth,
             struct dt_error *error)
{
    int32_t status = DT_E_OK;

    for (int64_t i = 0; status == DT_E_OK && i < base->length; i++)
        status = dt__refuse_base(growth, base, "base", i, error);
    return status;
}

/* Everything is checked. */
static void
between_grow(const struct dt__growth *growth, const struct dt__operands *from,
             const struct dt_series_out *out)
{
    if (dt__no_nan_is_value(from) &&
        (from->each == NULL || dt__is_annualized(growth))) {
        dt__grow_blocks(growth, from, out);
        return;
    }
    for (int64_t i = 0; i < from->base->length; i++) {
        double result = 0;
        const int32_t why = compute(growth, from, i, &result);
        dt__put(out, i, result, why);
    }
}

int32_t
dt_growth_between(const struct dt_series *base, const struct dt_series *end,
                  int32_t kind, double periods, const struct dt_series *each,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    struct dt_growth_options chosen;
    struct dt__growth growth;
    const struct dt__operands from = { base, end, each, periods };

    /* The checks compare doubles, and print them. */
    const struct dt__environment caller = dt__enter();
    int32_t status = dt__check_operands(&from, out, error);
    if (status == DT_E_OK)
        status = dt__read_growth_options(options, &chosen, error);
    if (status == DT_E_OK)
        status = dt__choose_kind(kind, &chosen, base, "base", 1, &growth, error);
    if (status == DT_E_OK && (chosen.lag_rule != 0 || chosen.year_rule != 0))
        status = dt__fail(error, DT_E_RULE, -1, "options->%s is %" PRId32
                          ", but there is no lag between two series",
                          chosen.lag_rule != 0 ? "lag_rule" : "year_rule",
                          chosen.lag_rule != 0 ? chosen.lag_rule
                                               : chosen.year_rule);
    if (status == DT_E_OK)
        status = check_periods(periods, each, error);
    if (status == DT_E_OK && growth.base_rule == DT_GROWTH_BASE_REFUSE)
        status = refuse_bases(base, &growth, error);
    if (status == DT_E_OK)
        between_grow(&growth, &from, out);
    dt__leave(caller);
    return status;
}
