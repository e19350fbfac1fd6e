#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "series/find.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_text.h"

/* What no rate of exchange applies to. */
static int32_t
check_money(const struct dt_series *x, struct dt_error *error)
{
    char text[DT__UNIT_TEXT_SIZE];

    switch (x->unit.kind) {
    case DT_SERIES_UNIT_INDEX:
    case DT_SERIES_UNIT_FRACTION:
    case DT_SERIES_UNIT_PERCENT:
    case DT_SERIES_UNIT_LOG:
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is no amount of money: %s",
                        dt__unit_text(text, &x->unit, false));
    default:
        return DT_E_OK;
    }
}

/* The value of a period at a rate; returns the reason. */
static int32_t
exchange(const struct dt_series *x, int64_t i, const struct dt_series *rates,
         int32_t quote, double *result)
{
    const int64_t j = dt__find(rates, x->start + i);
    double value, rate;

    if (j < 0)
        return DT_SERIES_WHY_NO_BASE;
    const int32_t why = dt__first_why(
        dt__read(x, i, &value), dt__why_of_base(dt__read(rates, j, &rate)));
    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    if (rate == 0)
        return DT_SERIES_WHY_ZERO_BASE;
    if (rate < 0)
        return DT_SERIES_WHY_NEGATIVE_BASE;

    *result = quote == DT_SERIES_QUOTE_INVERSE ? value / rate : value * rate;
    return dt__is_finite(*result) ? DT_SERIES_WHY_DEFINED
                                  : DT_SERIES_WHY_OVERFLOW;
}

int32_t
dt_series_exchange(const struct dt_series *x, const struct dt_series *rates,
                   int32_t quote, const struct dt_series_out *out,
                   struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_series(rates, "rates", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status != DT_E_OK)
        return status;
    if (quote != DT_SERIES_QUOTE_PER_UNIT && quote != DT_SERIES_QUOTE_INVERSE)
        return dt__fail(error, DT_E_RULE, -1, "quote is %" PRId32, quote);
    status = dt__check_same_frequency(x, "x", rates, "rates", error);
    if (status == DT_E_OK)
        status = check_money(x, error);
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    for (int64_t i = 0; i < x->length; i++) {
        double value = dt__nan();
        const int32_t why = exchange(x, i, rates, quote, &value);
        dt__put(out, i, value, why);
    }
    dt__leave(caller);
    return DT_E_OK;
}
