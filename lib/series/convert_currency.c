#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "base/table.h"
#include "num/environment.h"
#include "series/blocks.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_text.h"
#include "units/unit_words.h"

/* What no rate of exchange applies to. */
static int32_t
convert_currency_check_money(const struct dt_series *x, struct dt_error *error)
{
    char text[DT__UNIT_TEXT_SIZE];

    if (dt__unit_is(&x->unit, DT__UNIT_NO_MONEY))
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is no amount of money: %s",
                        dt__unit_text(text, &x->unit, false));
    return DT_E_OK;
}

static double
convert_currency_times(double value, double rate)
{
    return value * rate;
}

static double
convert_currency_over(double value, double rate)
{
    return value / rate;
}

struct convert_currency_quote {
    double (*exchange)(double value, double rate);
    int kernel;
};

#define CONVERT_CURRENCY_QUOTES(ROW)                                           \
    ROW(DT_SERIES_QUOTE_PER_UNIT, convert_currency_times, DT__KERNEL_PRODUCT)  \
    ROW(DT_SERIES_QUOTE_INVERSE, convert_currency_over, DT__KERNEL_QUOTIENT)

static const struct convert_currency_quote convert_currency_quotes[] = {
    CONVERT_CURRENCY_QUOTES(DT__ROW)
};

DT__DEFINE_HAS_ROW(convert_currency_has_row, dt_series_quote,
                   CONVERT_CURRENCY_QUOTES)

static int32_t
convert_currency_one(const void *self, const double *x, double *result)
{
    const struct convert_currency_quote *quote = self;
    const int32_t why = dt__why_of_sign(x[0]);

    return why != DT_SERIES_WHY_DEFINED
               ? why : dt__finish(quote->exchange(x[1], x[0]), result);
}

int32_t
dt_series_convert_currency(const struct dt_series *x,
                           const struct dt_series *rates, int32_t quote,
                           const struct dt_series_out *out,
                           struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_series(rates, "rates", error));
    DT__TRY(dt__check_out(out, x->length, error));
    if (!convert_currency_has_row(quote))
        return dt__fail(error, DT_E_RULE, -1, "quote is %" PRId32, quote);
    DT__TRY(dt__check_same_frequency(x, "x", rates, "rates", error));
    DT__TRY(convert_currency_check_money(x, error));

    const struct dt__operand operands[] = { DT__BASE_IN(rates, x->start, 0),
                                            DT__VALUE_OF(x) };
    struct dt__task task = {
        .self = &convert_currency_quotes[quote],
        .one = convert_currency_one,
        .operand = operands,
        .operands = 2,
    };
    dt__use_kernel(&task, convert_currency_quotes[quote].kernel);

    const struct dt__environment caller = dt__enter();
    dt__compute_all(&task, x->length, out, NULL);
    dt__leave(caller);
    return DT_E_OK;
}
