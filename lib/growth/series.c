#include <dtgrowth/growth.h>
#include <inttypes.h>
#include <stddef.h>

#include "growth/blocks.h"
#include "growth/element.h"
#include "growth/lag.h"
#include "growth/plan.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"

/* Checks everything and leaves what is computed and where its base is. */
static int32_t
prepare(const struct dt_series *x, int32_t kind, int64_t lag,
        const struct dt_growth_options *options, struct dt__growth *growth,
        struct dt__lag *rule, struct dt_error *error)
{
    struct dt_growth_options chosen;
    int32_t status = dt__read_growth_options(options, &chosen, error);
    if (status < 0)
        return status;

    *rule = (struct dt__lag){ x->frequency, chosen.lag_rule, chosen.year_rule,
                              lag };
    status = dt__choose_kind(kind, &chosen, x, "x",
                             dt_series_per_year(x->frequency), growth, error);
    if (status == DT_E_OK)
        status = dt__check_lag(rule, error);
    return status;
}

/* Element i, before anything is written. */
static int32_t
compute(const struct dt_series *x, int64_t i, const struct dt__growth *growth,
        const struct dt__lag *rule, double *result)
{
    double base, value;
    const int64_t period = x->start + i;
    const int64_t base_period = dt__base_period(rule, period);
    const int64_t j = dt__find(x, base_period);

    if (j < 0)
        return DT_SERIES_WHY_NO_BASE;
    const int32_t why = dt__first_why(dt__read(x, i, &value),
                                      dt__why_of_base(dt__read(x, j, &base)));
    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    return dt__grow(growth, base, value, (double)(period - base_period),
                    result);
}

/* Elements from `lag` on, whose bases lie that far before them. */
static void
grow_from(const struct dt_series *x, int64_t lag,
          const struct dt__growth *growth, const struct dt_series_out *out)
{
    struct dt_series end = *x;
    struct dt_series_out from = *out;

    end.values += lag * end.stride;
    end.validity_offset += lag;
    end.length -= lag;
    from.values += lag * from.stride;
    from.validity_offset += lag;
    if (from.why != NULL)
        from.why += lag;
    const struct dt__operands operands = { x, &end, NULL, (double)lag };
    dt__grow_blocks(growth, &operands, &from);
}

/* DT_GROWTH_BASE_REFUSE: a bad base fails the call before it writes. */
static int32_t
refuse_bases(const struct dt_series *x, const struct dt__growth *growth,
             const struct dt__lag *rule, struct dt_error *error)
{
    if (growth->base_rule != DT_GROWTH_BASE_REFUSE)
        return DT_E_OK;
    for (int64_t i = 0; i < x->length; i++) {
        const int64_t j = dt__find(x, dt__base_period(rule, x->start + i));
        const int32_t status = j < 0 ? DT_E_OK
                                     : dt__refuse_base(growth, x, "x", j,
                                                       error);
        if (status < 0)
            return status;
    }
    return DT_E_OK;
}

/* From the end: no base is later than its element, so that the result may
 * replace the levels. */
static void
series_grow(const struct dt_series *x, const struct dt__growth *growth,
            const struct dt__lag *rule, const struct dt_series_out *out)
{
    int64_t left = x->length;
    const int64_t lag_periods = dt__constant_lag(rule);
    if (lag_periods > 0 && lag_periods < left &&
        (x->flags & DT_SERIES_NAN_IS_VALUE) == 0) {
        grow_from(x, lag_periods, growth, out);
        left = lag_periods;
    }
    for (int64_t i = left - 1; i >= 0; i--) {
        double result = 0;
        const int32_t why = compute(x, i, growth, rule, &result);
        dt__put(out, i, result, why);
    }
}

int32_t
dt_growth_series(const struct dt_series *x, int32_t kind, int64_t lag,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth growth;
    struct dt__lag rule;

    /* The checks compare doubles, and print them. */
    const struct dt__environment caller = dt__enter();
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status == DT_E_OK)
        status = prepare(x, kind, lag, options, &growth, &rule, error);
    if (status == DT_E_OK)
        status = refuse_bases(x, &growth, &rule, error);
    if (status == DT_E_OK)
        series_grow(x, &growth, &rule, out);
    dt__leave(caller);
    return status;
}
