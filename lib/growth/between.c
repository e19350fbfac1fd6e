#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "growth/blocks.h"
#include "growth/options.h"
#include "num/environment.h"
#include "series/access.h"

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

static int32_t
check_views(const struct dt_series *base, const struct dt_series *end,
            const struct dt_series *each, const struct dt_series_out *out,
            struct dt_error *error)
{
    int32_t status = dt__check_series(base, "base", error);
    if (status == DT_E_OK)
        status = check_length(end, "end", base->length, error);
    if (status == DT_E_OK && each != NULL)
        status = check_length(each, "each", base->length, error);
    if (status == DT_E_OK)
        status = dt__check_out(out, base->length, error);
    if (status == DT_E_OK)
        status = dt_series_unit_check(&base->unit, &end->unit, error);
    return status;
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

/* Element i; `each` names its periods, unless it is null. */
static int32_t
compute(const struct dt__growth *growth, const struct dt_series *base,
        const struct dt_series *end, double periods,
        const struct dt_series *each, int64_t i, double *result)
{
    double b, e;
    const int32_t why_end = dt__read(end, i, &e);
    const int32_t why_base = dt__read(base, i, &b);
    const int32_t why_each = each == NULL ? DT_SERIES_WHY_DEFINED
                                          : dt__read(each, i, &periods);

    if (why_end == DT_SERIES_WHY_VALUE_MISSING ||
        why_each == DT_SERIES_WHY_VALUE_MISSING)
        return DT_SERIES_WHY_VALUE_MISSING;
    if (why_base == DT_SERIES_WHY_VALUE_MISSING)
        return DT_SERIES_WHY_BASE_MISSING;
    if (why_end != DT_SERIES_WHY_DEFINED || why_base != DT_SERIES_WHY_DEFINED ||
        why_each != DT_SERIES_WHY_DEFINED)
        return DT_SERIES_WHY_NOT_FINITE;
    if (periods <= 0)
        return DT_SERIES_WHY_NO_PERIODS;
    return dt__grow(growth, b, e, periods, result);
}

int32_t
dt_growth_between(const struct dt_series *base, const struct dt_series *end,
                  int32_t kind, double periods, const struct dt_series *each,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    struct dt_growth_options chosen;
    struct dt__growth growth;

    int32_t status = check_views(base, end, each, out, error);
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
    for (int64_t i = 0; status == DT_E_OK && i < base->length; i++)
        status = dt__refuse_base(&growth, base, "base", i, error);
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    if (each == NULL && dt__has_kernel(&growth) &&
        ((base->flags | end->flags) & DT_SERIES_NAN_IS_VALUE) == 0) {
        dt__grow_blocks(&growth, base, end, periods, out);
    } else {
        for (int64_t i = 0; i < base->length; i++) {
            double result = 0;
            const int32_t why = compute(&growth, base, end, periods, each, i,
                                        &result);
            dt__put(out, i, result, why);
        }
    }
    dt__leave(caller);
    return DT_E_OK;
}
