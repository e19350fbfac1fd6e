/* SPDX-License-Identifier: MIT */
#include <dtgrowth/base.h>

#include "base/table.h"

#define STATUS_NAMES(ROW)                                                      \
    ROW(DT_E_OK, "DT_E_OK", DT_STATUS_CLASS_OK)                                \
    ROW(DT_E_NULL, "DT_E_NULL", DT_STATUS_CLASS_ARGUMENT)                      \
    ROW(DT_E_LENGTH, "DT_E_LENGTH", DT_STATUS_CLASS_ARGUMENT)                  \
    ROW(DT_E_STRIDE, "DT_E_STRIDE", DT_STATUS_CLASS_ARGUMENT)                  \
    ROW(DT_E_ALIGNMENT, "DT_E_ALIGNMENT", DT_STATUS_CLASS_ARGUMENT)            \
    ROW(DT_E_CAPACITY, "DT_E_CAPACITY", DT_STATUS_CLASS_ARGUMENT)              \
    ROW(DT_E_STRUCT, "DT_E_STRUCT", DT_STATUS_CLASS_ARGUMENT)                  \
    ROW(DT_E_NEWER, "DT_E_NEWER", DT_STATUS_CLASS_ARGUMENT)                    \
    ROW(DT_E_FLAG, "DT_E_FLAG", DT_STATUS_CLASS_ARGUMENT)                      \
    ROW(DT_E_KIND, "DT_E_KIND", DT_STATUS_CLASS_ARGUMENT)                      \
    ROW(DT_E_RULE, "DT_E_RULE", DT_STATUS_CLASS_ARGUMENT)                      \
    ROW(DT_E_FREQUENCY, "DT_E_FREQUENCY", DT_STATUS_CLASS_PERIOD)              \
    ROW(DT_E_PERIOD, "DT_E_PERIOD", DT_STATUS_CLASS_PERIOD)                    \
    ROW(DT_E_BEFORE, "DT_E_BEFORE", DT_STATUS_CLASS_PERIOD)                    \
    ROW(DT_E_AFTER, "DT_E_AFTER", DT_STATUS_CLASS_PERIOD)                      \
    ROW(DT_E_PERIODS, "DT_E_PERIODS", DT_STATUS_CLASS_PERIOD)                  \
    ROW(DT_E_LAG, "DT_E_LAG", DT_STATUS_CLASS_ARGUMENT)                        \
    ROW(DT_E_MIXED, "DT_E_MIXED", DT_STATUS_CLASS_PERIOD)                      \
    ROW(DT_E_UNIT, "DT_E_UNIT", DT_STATUS_CLASS_UNIT)                          \
    ROW(DT_E_VINTAGE, "DT_E_VINTAGE", DT_STATUS_CLASS_UNIT)                    \
    ROW(DT_E_EMPTY, "DT_E_EMPTY", DT_STATUS_CLASS_TEXT)                        \
    ROW(DT_E_TEXT, "DT_E_TEXT", DT_STATUS_CLASS_TEXT)                          \
    ROW(DT_E_TRAILING, "DT_E_TRAILING", DT_STATUS_CLASS_TEXT)                  \
    ROW(DT_E_DATE, "DT_E_DATE", DT_STATUS_CLASS_PERIOD)                        \
    ROW(DT_E_WEEK, "DT_E_WEEK", DT_STATUS_CLASS_PERIOD)                        \
    ROW(DT_E_OVERFLOW, "DT_E_OVERFLOW", DT_STATUS_CLASS_RANGE)                 \
    ROW(DT_E_VALUE, "DT_E_VALUE", DT_STATUS_CLASS_RANGE)                       \
    ROW(DT_E_BASE, "DT_E_BASE", DT_STATUS_CLASS_RANGE)                         \
    ROW(DT_E_CONFLICT, "DT_E_CONFLICT", DT_STATUS_CLASS_RANGE)

#define STATUS_NAME(code, name, class)  [-(code)] = (name),
#define STATUS_CLASS(code, name, class) [-(code)] = (class),

static const char *const status_names[] = { STATUS_NAMES(STATUS_NAME) };
static const uint8_t status_classes[] = { STATUS_NAMES(STATUS_CLASS) };

DT__DEFINE_HAS_ROW(status_is_known, dt_status, STATUS_NAMES)

const char *
dt_status_name(int32_t status)
{
    return status_is_known(status) ? status_names[-status] : "unknown status";
}

int32_t
dt_status_class(int32_t status)
{
    return status_is_known(status) ? status_classes[-status]
                                   : DT_STATUS_CLASS_ARGUMENT;
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
