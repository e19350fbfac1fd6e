/* SPDX-License-Identifier: MIT */
#include "compare/compare_options.h"

#include <stddef.h>

#include "base/options.h"

/* Size in the first release. */
enum { COMPARE_OPTIONS_0_1 = 32 };

int32_t
dt_compare_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, COMPARE_OPTIONS_0_1);
}

int32_t
dt__read_compare_options(const struct dt_compare_options *options,
                         uint32_t possible, bool is_lagged,
                         struct dt_compare_options *chosen,
                         struct dt_error *error)
{
    *chosen = (struct dt_compare_options)DT_COMPARE_OPTIONS_INIT;
    if (options == NULL)
        return DT_E_OK;
    DT__TRY(dt__read_options(chosen, sizeof(*chosen), COMPARE_OPTIONS_0_1,
                             options, error));
    if ((chosen->reserved[0] | chosen->reserved[1]) != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is not 0");
    DT__TRY(dt__check_flags(chosen->flags, possible, error));
    if (is_lagged)
        return DT_E_OK;
    DT__TRY(dt__check_no_effect("lag_rule", chosen->lag_rule, error));
    return dt__check_no_effect("year_rule", chosen->year_rule, error);
}
