/* What names and versions give in every floating-point environment. */
#include "environment.h"

#include <dtgrowth/base.h>

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

static void
status_class(void)
{
    const int32_t class = dt_status_class(DT_E_DATE);
    give(&class, sizeof(class));
}

static void
words(void)
{
    struct dt_error error;
    int32_t value = 0;
    give_text(dt_enum_word("dt_growth_kind", 3));
    give_status(DT_E_OK, dt_enum_value("dt_growth_kind", "log", &value,
                                       &error));
    give(&value, sizeof(value));
}

const char *const environment_prefix = "dt_";
const struct call environment_calls[] = {
    { "dt_enum_value", words, 0 },
    { "dt_enum_word", words, 0 },
    { "dt_status_class", status_class, 0 },
    { "dt_status_name", status_name, 0 },
    { "dt_version_number", version_number, 0 },
    { "dt_version_string", version_string, 0 },
};
const size_t environment_count = COUNT(environment_calls);
