#include <dtgrowth/base.h>

#include "base/table.h"

#define STATUS_NAMES(ROW)                                                      \
    ROW(DT_E_OK, "DT_E_OK")                                                    \
    ROW(DT_E_NULL, "DT_E_NULL")                                                \
    ROW(DT_E_LENGTH, "DT_E_LENGTH")                                            \
    ROW(DT_E_STRIDE, "DT_E_STRIDE")                                            \
    ROW(DT_E_ALIGNMENT, "DT_E_ALIGNMENT")                                      \
    ROW(DT_E_CAPACITY, "DT_E_CAPACITY")                                        \
    ROW(DT_E_STRUCT, "DT_E_STRUCT")                                            \
    ROW(DT_E_NEWER, "DT_E_NEWER")                                              \
    ROW(DT_E_FLAG, "DT_E_FLAG")                                                \
    ROW(DT_E_KIND, "DT_E_KIND")                                                \
    ROW(DT_E_RULE, "DT_E_RULE")                                                \
    ROW(DT_E_FREQUENCY, "DT_E_FREQUENCY")                                      \
    ROW(DT_E_PERIOD, "DT_E_PERIOD")                                            \
    ROW(DT_E_BEFORE, "DT_E_BEFORE")                                            \
    ROW(DT_E_AFTER, "DT_E_AFTER")                                              \
    ROW(DT_E_PERIODS, "DT_E_PERIODS")                                          \
    ROW(DT_E_LAG, "DT_E_LAG")                                                  \
    ROW(DT_E_MIXED, "DT_E_MIXED")                                              \
    ROW(DT_E_UNIT, "DT_E_UNIT")                                                \
    ROW(DT_E_VINTAGE, "DT_E_VINTAGE")                                          \
    ROW(DT_E_EMPTY, "DT_E_EMPTY")                                              \
    ROW(DT_E_TEXT, "DT_E_TEXT")                                                \
    ROW(DT_E_TRAILING, "DT_E_TRAILING")                                        \
    ROW(DT_E_DATE, "DT_E_DATE")                                                \
    ROW(DT_E_WEEK, "DT_E_WEEK")                                                \
    ROW(DT_E_OVERFLOW, "DT_E_OVERFLOW")                                        \
    ROW(DT_E_VALUE, "DT_E_VALUE")                                              \
    ROW(DT_E_BASE, "DT_E_BASE")                                                \
    ROW(DT_E_CONFLICT, "DT_E_CONFLICT")

#define STATUS_NAME(code, name) [-(code)] = (name),

static const char *const status_names[] = { STATUS_NAMES(STATUS_NAME) };

DT__DEFINE_HAS_ROW(status_is_known, dt_status, STATUS_NAMES)

const char *
dt_status_name(int32_t status)
{
    return status_is_known(status) ? status_names[-status] : "unknown status";
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
