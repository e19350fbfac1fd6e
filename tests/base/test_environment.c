/* What names and versions give in every floating-point environment. */
#include "environment.h"

static void
status_name(void)
{
    give_text(dt_status_name(DT_E_STRIDE));
    give_text(dt_status_name(7));
}

static void
version_number(void)
{
    const uint32_t version = dt_version_number();
    give(&version, sizeof(version));
}

static void
version_string(void)
{
    give_text(dt_version_string());
}

const char *const environment_prefix = "dt_";
const struct call environment_calls[] = {
    { "dt_status_name", status_name, 0 },
    { "dt_version_number", version_number, 0 },
    { "dt_version_string", version_string, 0 },
};
const size_t environment_count = COUNT(environment_calls);
