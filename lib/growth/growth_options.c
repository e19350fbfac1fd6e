#include "growth/growth_options.h"

#include <inttypes.h>

#include "base/options.h"

/* Size in the first release. */
enum { GROWTH_OPTIONS_0_1 = 32 };

int32_t
dt_growth_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, GROWTH_OPTIONS_0_1);
}

int32_t
dt__read_growth_options(const struct dt_growth_options *options,
                        uint32_t possible, struct dt_growth_options *chosen,
                        struct dt_error *error)
{
    *chosen = (struct dt_growth_options)DT_GROWTH_OPTIONS_INIT;
    DT__TRY(dt__read_options(chosen, sizeof(*chosen), GROWTH_OPTIONS_0_1,
                             options, error));
    DT__TRY(dt__check_flags(chosen->flags, possible, error));
    if (chosen->reserved != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is %" PRId32
                        "; it must be 0", chosen->reserved);
    return DT_E_OK;
}

int32_t
dt__no_growth_options(const struct dt_growth_options *options,
                      struct dt_error *error)
{
    struct dt_growth_options chosen;
    char number[DT__NUMBER_SIZE];

    DT__TRY(dt__read_growth_options(options, 0, &chosen, error));
    const struct {
        const char *name;
        int32_t value;
    } rules[] = {
        { "lag_rule", chosen.lag_rule }, { "base_rule", chosen.base_rule },
        { "year_rule", chosen.year_rule },
    };
    for (int i = 0; i < 3; i++)
        if (rules[i].value != 0)
            return dt__fail(error, DT_E_RULE, -1, "options->%s is %" PRId32
                            ", which has no effect here", rules[i].name,
                            rules[i].value);
    if (chosen.per_year != 0)
        return dt__fail(error, DT_E_VALUE, -1, "options->per_year is %s, which "
                        "has no effect here", dt__number(number,
                                                         chosen.per_year));
    return DT_E_OK;
}
