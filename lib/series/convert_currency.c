/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/table.h"
#include "num/environment.h"
#include "series/blocks.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/series_options.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit_text.h"
#include "units/unit_words.h"

/* Neither the amounts nor the rates may be numbers without a currency. */
DT__OWN_FRAME static int32_t
convert_currency_refuse(const struct dt_series_unit *unit, const char *message,
                        struct dt_error *error)
{
    char text[DT__UNIT_TEXT_SIZE];

    return dt__fail(error, DT_E_UNIT, -1, "%s: %s", message,
                    dt__unit_text(text, unit, false));
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
    bool per_unit; /* Of the old currency. */
};

#define CONVERT_CURRENCY_QUOTES(ROW)                                           \
    ROW(DT_SERIES_QUOTE_PER_UNIT, convert_currency_times, DT__KERNEL_PRODUCT,  \
        true)                                                                  \
    ROW(DT_SERIES_QUOTE_INVERSE, convert_currency_over, DT__KERNEL_QUOTIENT,   \
        false)

static const struct convert_currency_quote convert_currency_quotes[] = {
    CONVERT_CURRENCY_QUOTES(DT__ROW)
};

DT__DEFINE_HAS_ROW(convert_currency_has_row, dt_series_quote,
                   CONVERT_CURRENCY_QUOTES)

/* Rates convert from one currency to another. */
struct convert_currency_pair {
    const char *from, *to;
};

static struct convert_currency_pair
convert_currency_pair_of(const struct dt_series_unit *rates, int32_t quote)
{
    return convert_currency_quotes[quote].per_unit
               ? (struct convert_currency_pair){ rates->per, rates->currency }
               : (struct convert_currency_pair){ rates->currency, rates->per };
}

DT__OWN_FRAME static int32_t
convert_currency_refuse_pair(const struct dt_series *x,
                             const struct dt_series *rates, const char *which,
                             const char *currency, struct dt_error *error)
{
    char x_text[DT__UNIT_TEXT_SIZE], text[DT__UNIT_TEXT_SIZE];

    return dt__fail(error, DT_E_UNIT, -1,
                    "rates convert %s %s, and x is in %s: %s against %s",
                    which, currency, x->unit.currency,
                    dt__unit_text(text, &rates->unit, false),
                    dt__unit_text(x_text, &x->unit, false));
}

/* Of one unit, from one currency to another. */
static int32_t
convert_currency_check_rates(const struct dt_series_unit *rates,
                             struct dt_error *error)
{
    if (dt__unit_is(rates, DT__UNIT_NO_MONEY | DT__UNIT_ADDS_UP_OVER_TIME))
        return convert_currency_refuse(rates, "rates->unit is no rate of "
                                       "exchange", error);
    if (rates->scale != 0)
        return convert_currency_refuse(rates, "rates->unit.scale is not 0: "
                                       "state rates of one unit", error);
    return DT_E_OK;
}

static int32_t
convert_currency_check_units(const struct dt_series *x,
                             const struct dt_series *rates, int32_t quote,
                             struct dt_error *error)
{
    const struct convert_currency_pair pair =
        convert_currency_pair_of(&rates->unit, quote);
    const char *own = x->unit.currency;

    if (dt__unit_is(&x->unit, DT__UNIT_NO_MONEY) || x->unit.per[0] != '\0')
        return convert_currency_refuse(&x->unit,
                                       "x->unit is no amount of money", error);
    DT__TRY(convert_currency_check_rates(&rates->unit, error));
    if (own[0] != '\0' && pair.from[0] != '\0' && strcmp(own, pair.from) != 0)
        return convert_currency_refuse_pair(x, rates, "from", pair.from, error);
    if (own[0] != '\0' && strcmp(own, pair.to) == 0)
        return convert_currency_refuse_pair(x, rates, "to", pair.to, error);
    return DT_E_OK;
}

static struct dt_series_unit
convert_currency_unit(const struct dt_series_unit *x,
                      const struct dt_series_unit *rates, int32_t quote)
{
    struct dt_series_unit unit = *x;

    memcpy(unit.currency, convert_currency_pair_of(rates, quote).to,
           sizeof(unit.currency));
    return unit;
}

static int32_t
convert_currency_one(const void *self, const double *x, double *result)
{
    const struct convert_currency_quote *quote = self;
    const int32_t why = dt__why_of_sign(x[0]);

    return why != DT_SERIES_WHY_DEFINED
               ? why : dt__finish(quote->exchange(x[1], x[0]), result);
}

/* What is chosen before the first value. */
struct convert_currency_plan {
    const struct convert_currency_quote *quote;
    struct dt_series_unit unit; /* Of the result. */
};

/* The plan for two views that are good. */
static int32_t
convert_currency_make_plan(const struct dt_series *x,
                           const struct dt_series *rates, int32_t quote,
                           const struct dt_series_options *options,
                           struct convert_currency_plan *plan,
                           struct dt_error *error)
{
    DT__TRY(dt__no_series_options(options, error));
    if (!convert_currency_has_row(quote))
        return dt__fail(error, DT_E_RULE, -1, "quote is %" PRId32, quote);
    DT__TRY(dt__check_same_frequency(x, "x", rates, "rates", error));
    DT__TRY(convert_currency_check_units(x, rates, quote, error));
    plan->quote = &convert_currency_quotes[quote];
    plan->unit = convert_currency_unit(&x->unit, &rates->unit, quote);
    return DT_E_OK;
}

static void
convert_currency_run(const void *self, const struct dt_series *x,
                     const struct dt_series *rates,
                     const struct dt_series_out *out)
{
    const struct convert_currency_plan *plan = self;
    const struct dt__operand operands[] = { DT__BASE_IN(rates, x->start, 0),
                                            DT__VALUE_OF(x) };
    struct dt__task task = {
        .self = plan->quote,
        .one = convert_currency_one,
        .operand = operands,
        .operands = 2,
    };
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_LEVEL, &plan->unit,
                                   0, 0 };

    dt__use_kernel(&task, plan->quote->kernel);
    dt__summary_open(out->summary, &made);
    dt__compute_all(&task, x->length, out);
}

int32_t
dt_series_convert_currency(const struct dt_series *x,
                           const struct dt_series *rates, int32_t quote,
                           const struct dt_series_options *options,
                           const struct dt_series_out *out,
                           struct dt_error *error)
{
    struct convert_currency_plan plan;

    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_series(rates, "rates", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(convert_currency_make_plan(x, rates, quote, options, &plan, error));

    const struct dt__environment caller = dt__enter();
    convert_currency_run(&plan, x, rates, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_series_convert_currency_panel(const struct dt_series_panel *x,
                                 const struct dt_series_panel *rates,
                                 int32_t quote,
                                 const struct dt_series_options *options,
                                 const struct dt_series_panel_out *out,
                                 struct dt_error *error)
{
    struct convert_currency_plan plan;

    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_beside(x, "x", rates, "rates", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    const struct dt_series like = dt__panel_like(x);
    const struct dt_series rates_like = dt__panel_like(rates);
    DT__TRY(convert_currency_make_plan(&like, &rates_like, quote, options,
                                       &plan, error));

    const struct dt__environment caller = dt__enter();
    dt__panel_run_two(x, rates, convert_currency_run, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
