#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/options.h"
#include "growth/blocks.h"
#include "growth/element.h"
#include "growth/lag.h"
#include "num/environment.h"
#include "series/access.h"

enum {
    /* Size of the options in the first release: the oldest to be met. */
    OPTIONS_SIZE_0_1 = 32
};

int32_t
dt_growth_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, OPTIONS_SIZE_0_1);
}

/* Periods per year, named by the caller or fixed by the calendar. */
static int32_t
choose_per_year(struct dt__growth *self, int32_t frequency, double given,
                struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];
    const bool annualized = self->kind == DT_GROWTH_ANNUALIZED ||
                            self->kind == DT_GROWTH_ANNUALIZED_LOG;

    if (!dt__is_finite(given) || given < 0 || (given > 0 && !annualized))
        return dt__fail(error, DT_E_VALUE, -1, "options->per_year is %s; %s",
                        dt__number(number, given),
                        annualized ? "positive and finite, or 0"
                                   : "it is 0 for a kind that is not "
                                     "annualized");
    self->per_year = given;
    if (!annualized || given > 0)
        return DT_E_OK;
    self->per_year = dt_series_per_year(frequency);
    if (self->per_year == 0)
        return dt__fail(error, DT_E_RULE, -1, "options->per_year is 0, but a "
                        "year has no fixed number of periods of frequency %s",
                        dt_series_frequency_name(frequency));
    return DT_E_OK;
}

static int32_t
check_kind(const struct dt__growth *self, const struct dt_series *x,
           struct dt_error *error)
{
    if (self->kind < DT_GROWTH_RATE || self->kind > DT_GROWTH_ANNUALIZED_LOG)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known kind of growth", self->kind);
    if (self->base_rule < DT_GROWTH_BASE_MISSING ||
        self->base_rule > DT_GROWTH_BASE_REFUSE)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is %" PRId32
                        ", no known rule", self->base_rule);
    if (self->kind == DT_GROWTH_FACTOR &&
        self->base_rule == DT_GROWTH_BASE_MIDPOINT)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is "
                        "DT_GROWTH_BASE_MIDPOINT, which no factor has");
    if (x->unit.kind == DT_SERIES_UNIT_LOG && self->kind != DT_GROWTH_CHANGE)
        return dt__fail(error, DT_E_UNIT, -1, "x->unit is a logarithm, of "
                        "which DT_GROWTH_CHANGE is the only growth; kind is %"
                        PRId32, self->kind);
    return DT_E_OK;
}

/* Checks everything and leaves what is computed and where its base is. */
static int32_t
prepare(const struct dt_series *x, int32_t kind, int64_t lag,
        const struct dt_growth_options *options, struct dt__growth *growth,
        struct dt__lag *rule, struct dt_error *error)
{
    struct dt_growth_options chosen = DT_GROWTH_OPTIONS_INIT;
    int32_t status = dt__read_options(&chosen, sizeof(chosen),
                                      OPTIONS_SIZE_0_1, options, error);
    if (status < 0)
        return status;
    if (chosen.flags != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->flags is %#" PRIx32
                        ", no known flag", chosen.flags);
    if (chosen.reserved != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is %" PRId32
                        "; it must be 0", chosen.reserved);

    *growth = (struct dt__growth){ kind, chosen.base_rule, 0 };
    *rule = (struct dt__lag){ x->frequency, chosen.lag_rule, chosen.year_rule,
                              lag };
    status = check_kind(growth, x, error);
    if (status == DT_E_OK)
        status = dt__check_lag(rule, error);
    if (status == DT_E_OK)
        status = choose_per_year(growth, x->frequency, chosen.per_year, error);
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
    const int32_t why_value = dt__read(x, i, &value);
    if (why_value == DT_SERIES_WHY_VALUE_MISSING)
        return why_value;
    const int32_t why_base = dt__read(x, j, &base);
    if (why_base == DT_SERIES_WHY_VALUE_MISSING)
        return DT_SERIES_WHY_BASE_MISSING;
    if (why_value != DT_SERIES_WHY_DEFINED ||
        why_base != DT_SERIES_WHY_DEFINED)
        return DT_SERIES_WHY_NOT_FINITE;
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
    dt__grow_blocks(growth, x, &end, (double)lag, &from);
}

/* DT_GROWTH_BASE_REFUSE: a bad base fails the call before it writes. */
static int32_t
refuse_bases(const struct dt_series *x, const struct dt__growth *growth,
             const struct dt__lag *rule, struct dt_error *error)
{
    if (growth->base_rule != DT_GROWTH_BASE_REFUSE ||
        !dt__needs_positive_base(growth))
        return DT_E_OK;
    for (int64_t i = 0; i < x->length; i++) {
        double base;
        char number[DT__NUMBER_SIZE], name[DT__PERIOD_TEXT_SIZE];
        const int64_t j = dt__find(x, dt__base_period(rule, x->start + i));

        if (j >= 0 && dt__read(x, j, &base) == DT_SERIES_WHY_DEFINED &&
            base <= 0)
            return dt__fail(error, DT_E_BASE, j,
                            "x has the base %s in period %s",
                            dt__number(number, base),
                            dt__period_text(name, x->frequency, x->start + j));
    }
    return DT_E_OK;
}

int32_t
dt_growth_series(const struct dt_series *x, int32_t kind, int64_t lag,
                 const struct dt_growth_options *options,
                 const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth growth;
    struct dt__lag rule;

    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status == DT_E_OK)
        status = prepare(x, kind, lag, options, &growth, &rule, error);
    if (status == DT_E_OK)
        status = refuse_bases(x, &growth, &rule, error);
    if (status < 0)
        return status;

    /* From the end: no base is later than its element, so that the result may
     * replace the levels. */
    const struct dt__environment caller = dt__enter();
    int64_t left = x->length;
    const int64_t lag_periods = dt__constant_lag(&rule);
    if (lag_periods > 0 && lag_periods < left && dt__has_kernel(&growth) &&
        (x->flags & DT_SERIES_NAN_IS_VALUE) == 0) {
        grow_from(x, lag_periods, &growth, out);
        left = lag_periods;
    }
    for (int64_t i = left - 1; i >= 0; i--) {
        double result = 0;
        const int32_t why = compute(x, i, &growth, &rule, &result);
        dt__put(out, i, result, why);
    }
    dt__leave(caller);
    return DT_E_OK;
}
