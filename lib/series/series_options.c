/* SPDX-License-Identifier: MIT */
#include "series/series_options.h"

#include <stddef.h>

#include "base/options.h"

/* Size in the first release. */
enum { SERIES_OPTIONS_0_1 = 32 };

int32_t
dt_series_options_init(void *options, uint32_t struct_size)
{
    return dt__init_options(options, struct_size, SERIES_OPTIONS_0_1);
}

int32_t
dt__read_series_options(const struct dt_series_options *options,
                        uint32_t possible, uint32_t *flags,
                        struct dt_error *error)
{
    struct dt_series_options chosen = DT_SERIES_OPTIONS_INIT;

    *flags = 0;
    if (options == NULL)
        return DT_E_OK;
    DT__TRY(dt__read_options(&chosen, sizeof(chosen), SERIES_OPTIONS_0_1,
                             options, error));
    if ((chosen.reserved[0] | chosen.reserved[1] | chosen.reserved[2]) != 0)
        return dt__fail(error, DT_E_FLAG, -1, "options->reserved is not 0");
    *flags = chosen.flags;
    return dt__check_flags(chosen.flags, possible, error);
}

int32_t
dt__no_series_options(const struct dt_series_options *options,
                      struct dt_error *error)
{
    uint32_t flags;

    return dt__read_series_options(options, 0, &flags, error);
}
