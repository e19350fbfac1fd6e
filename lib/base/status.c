#include <dtgrowth/base.h>

#include "base/table.h"

#define STATUS_NAME(code) [-(code)] = #code

static const char *const status_names[] = {
    STATUS_NAME(DT_E_OK),
    STATUS_NAME(DT_E_NULL),
    STATUS_NAME(DT_E_LENGTH),
    STATUS_NAME(DT_E_STRIDE),
    STATUS_NAME(DT_E_ALIGNMENT),
    STATUS_NAME(DT_E_CAPACITY),
    STATUS_NAME(DT_E_STRUCT),
    STATUS_NAME(DT_E_NEWER),
    STATUS_NAME(DT_E_FLAG),
    STATUS_NAME(DT_E_KIND),
    STATUS_NAME(DT_E_RULE),
    STATUS_NAME(DT_E_FREQUENCY),
    STATUS_NAME(DT_E_PERIOD),
    STATUS_NAME(DT_E_BEFORE),
    STATUS_NAME(DT_E_AFTER),
    STATUS_NAME(DT_E_PERIODS),
    STATUS_NAME(DT_E_LAG),
    STATUS_NAME(DT_E_MIXED),
    STATUS_NAME(DT_E_UNIT),
    STATUS_NAME(DT_E_VINTAGE),
    STATUS_NAME(DT_E_EMPTY),
    STATUS_NAME(DT_E_TEXT),
    STATUS_NAME(DT_E_TRAILING),
    STATUS_NAME(DT_E_DATE),
    STATUS_NAME(DT_E_WEEK),
    STATUS_NAME(DT_E_OVERFLOW),
    STATUS_NAME(DT_E_VALUE),
    STATUS_NAME(DT_E_BASE),
    STATUS_NAME(DT_E_CONFLICT),
};
DT__ROWS(status_names, -DT_E_CONFLICT);

const char *
dt_status_name(int32_t status)
{
    return status > DT_E_OK || status < DT_E_CONFLICT
               ? "unknown status"
               : status_names[-status];
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
