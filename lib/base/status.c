#include <dtgrowth/base.h>

const char *
dt_status_name(int32_t status)
{
#define NAME(code) case code: return #code
    switch (status) {
    NAME(DT_E_OK);
    NAME(DT_E_NULL);
    NAME(DT_E_LENGTH);
    NAME(DT_E_STRIDE);
    NAME(DT_E_ALIGNMENT);
    NAME(DT_E_CAPACITY);
    NAME(DT_E_STRUCT);
    NAME(DT_E_NEWER);
    NAME(DT_E_FLAG);
    NAME(DT_E_KIND);
    NAME(DT_E_RULE);
    NAME(DT_E_FREQUENCY);
    NAME(DT_E_PERIOD);
    NAME(DT_E_BEFORE);
    NAME(DT_E_AFTER);
    NAME(DT_E_PERIODS);
    NAME(DT_E_LAG);
    NAME(DT_E_MIXED);
    NAME(DT_E_UNIT);
    NAME(DT_E_VINTAGE);
    NAME(DT_E_EMPTY);
    NAME(DT_E_TEXT);
    NAME(DT_E_TRAILING);
    NAME(DT_E_DATE);
    NAME(DT_E_WEEK);
    NAME(DT_E_OVERFLOW);
    NAME(DT_E_VALUE);
    NAME(DT_E_BASE);
    NAME(DT_E_CONFLICT);
    default: return "unknown status";
    }
#undef NAME
}

uint32_t
dt_version_number(void)
{
    return DT_VERSION_NUMBER;
}

const char *
dt_version_string(void)
{
    return DT_VERSION_STRING;
}
