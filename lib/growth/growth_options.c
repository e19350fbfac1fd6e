/* SPDX-License-Identifier: MIT */
#include "growth/growth_options.h"

#include <inttypes.h>
#include <stddef.h>

#include "base/options.h"
#include "num/dd.h"

/* Size in the first release. */
enum { GROWTH_OPTIONS_0_1 = 32 };

int32_t
dt_growth_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, GROWTH_OPTIONS_0_1);
}

static int32_t
growth_options_check_counts(const struct dt_growth_options *chosen,
                            uint32_t counts, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (!(counts & DT__COUNTS_LAG))
        DT__TRY(dt__check_no_effect("lag_rule", chosen->lag_rule, error));
    if (!(counts & DT__COUNTS_BASE))
        DT__TRY(dt__check_no_effect("base_rule", chosen->base_rule, error));
    if (!(counts & DT__COUNTS_YEAR))
        DT__TRY(dt__check_no_effect("year_rule", chosen->year_rule, error));
    /* By its bits, as a caller's mode may take a subnormal number for 0; by all
     * of them, as clang makes a comparison of doubles of those but the sign. */
    if (!(counts & DT__COUNTS_PER_YEAR) && dt__bits(chosen->per_year) != 0)
        return dt__fail(error, DT_E_VALUE, -1, "options->per_year is %s, which "
                        "has no effect here", dt__number(number,
                                                         chosen->per_year));
    return DT_E_OK;
}

int32_t
dt__read_growth_options(const struct dt_growth_options *options,
                        uint32_t possible, uint32_t counts,
                        struct dt_growth_options *chosen,
                        struct dt_error *error)
{
    *chosen = (struct dt_growth_options)DT_GROWTH_OPTIONS_INIT;
    if (options == NULL)
        return DT_E_OK;
    DT__TRY(dt__read_options(chosen, sizeof(*chosen), GROWTH_OPTIONS_0_1,
                             options, error));
    DT__TRY(dt__check_flags(chosen->flags, possible, error));
    if (chosen->reserved != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is %" PRId32
                        "; it must be 0", chosen->reserved);
    return growth_options_check_counts(chosen, counts, error);
}

int32_t
dt__no_growth_options(const struct dt_growth_options *options,
                      struct dt_error *error)
{
    struct dt_growth_options chosen;

    return dt__read_growth_options(options, 0, 0, &chosen, error);
}
