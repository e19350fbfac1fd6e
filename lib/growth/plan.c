#include "growth/plan.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/options.h"
#include "calendar/period_format.h"
#include "num/dd.h"
#include "series/view.h"

int32_t
dt_growth_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, DT__GROWTH_OPTIONS_0_1);
}

int32_t
dt__read_growth_options(const struct dt_growth_options *options,
                        struct dt_growth_options *chosen,
                        struct dt_error *error)
{
    *chosen = (struct dt_growth_options)DT_GROWTH_OPTIONS_INIT;
    const int32_t status = dt__read_options(chosen, sizeof(*chosen),
                                            DT__GROWTH_OPTIONS_0_1, options,
                                            error);
    if (status < 0)
        return status;
    if (chosen->flags != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->flags is %#" PRIx32
                        ", no known flag", chosen->flags);
    if (chosen->reserved != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is %" PRId32
                        "; it must be 0", chosen->reserved);
    return DT_E_OK;
}

static int32_t
check_kind(int32_t kind, int32_t base_rule, const struct dt_series *x,
           const char *name, struct dt_error *error)
{
    if (kind < DT_GROWTH_RATE || kind > DT_GROWTH_ANNUALIZED_LOG)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known kind of growth", kind);
    if (base_rule < DT_GROWTH_BASE_MISSING || base_rule > DT_GROWTH_BASE_REFUSE)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is %" PRId32
                        ", no known rule", base_rule);
    if (kind == DT_GROWTH_FACTOR && base_rule == DT_GROWTH_BASE_MIDPOINT)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is "
                        "DT_GROWTH_BASE_MIDPOINT, which no factor has");
    if (x->unit.kind == DT_SERIES_UNIT_LOG && kind != DT_GROWTH_CHANGE)
        return dt__fail(error, DT_E_UNIT, -1, "%s->unit is a logarithm, of "
                        "which DT_GROWTH_CHANGE is the only growth; kind is %"
                        PRId32, name, kind);
    return DT_E_OK;
}

int32_t
dt__choose_kind(int32_t kind, const struct dt_growth_options *chosen,
                const struct dt_series *x, const char *name, double per_year,
                struct dt__growth *growth, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];
    const bool annualized = kind == DT_GROWTH_ANNUALIZED ||
                            kind == DT_GROWTH_ANNUALIZED_LOG;
    const double given = chosen->per_year;
    const int32_t status = check_kind(kind, chosen->base_rule, x, name, error);

    if (status < 0)
        return status;
    if (!dt__is_finite(given) || given < 0 || (given > 0 && !annualized))
        return dt__fail(error, DT_E_VALUE, -1, "options->per_year is %s; %s",
                        dt__number(number, given),
                        annualized ? "positive and finite, or 0"
                                   : "it is 0 for a kind that is not "
                                     "annualized");
    if (annualized && given == 0 && per_year == 0)
        return dt__fail(error, DT_E_RULE, -1, "options->per_year is 0, but a "
                        "year has no fixed number of periods of frequency %s",
                        dt_series_frequency_name(x->frequency));
    *growth = (struct dt__growth){ kind, chosen->base_rule,
                                   given > 0 ? given : per_year };
    return DT_E_OK;
}

int32_t
dt__refuse_base(const struct dt__growth *growth, const struct dt_series *x,
                const char *name, int64_t i, struct dt_error *error)
{
    double base;
    char number[DT__NUMBER_SIZE], period[DT__PERIOD_TEXT_SIZE];

    if (growth->base_rule != DT_GROWTH_BASE_REFUSE ||
        !dt__needs_positive_base(growth) ||
        dt__read(x, i, &base) != DT_SERIES_WHY_DEFINED || base > 0)
        return DT_E_OK;
    return dt__fail(error, DT_E_BASE, i, "%s has the base %s in period %s", name,
                    dt__number(number, base),
                    dt__period_text(period, x->frequency, x->start + i));
}
