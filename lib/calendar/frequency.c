#include "calendar/frequency.h"

#include <inttypes.h>

#include <dtgrowth/series.h>

bool
dt__frequency_is_known(int32_t frequency)
{
    const int32_t anchor = frequency % 100;

    switch (frequency - anchor) {
    case DT_SERIES_UNDATED:
    case DT_SERIES_MONTH:
    case DT_SERIES_BUSINESS_DAY:
    case DT_SERIES_DAY:
        return anchor == 0;
    case DT_SERIES_YEAR_BASE:    return anchor >= 1 && anchor <= 12;
    case DT_SERIES_HALF_BASE:    return anchor >= 1 && anchor <= 6;
    case DT_SERIES_QUARTER_BASE: return anchor >= 1 && anchor <= 3;
    case DT_SERIES_WEEK_BASE:    return anchor >= 1 && anchor <= 7;
    default:                     return false;
    }
}

int32_t
dt__check_dated(int32_t frequency, const char *name, struct dt_error *error)
{
    if (!dt__frequency_is_known(frequency))
        return dt__fail(error, DT_E_FREQUENCY, -1, "%s is %" PRId32
                        ", no known frequency", name, frequency);
    if (frequency == DT_SERIES_UNDATED)
        return dt__fail(error, DT_E_FREQUENCY, -1,
                        "%s is undated: its periods have no dates", name);
    return DT_E_OK;
}

int32_t
dt__months(int32_t frequency)
{
    switch (frequency / 100) {
    case DT_SERIES_YEAR_BASE / 100:    return 12;
    case DT_SERIES_HALF_BASE / 100:    return 6;
    case DT_SERIES_QUARTER_BASE / 100: return 3;
    case DT_SERIES_MONTH / 100:        return 1;
    default:                           return 0;
    }
}

bool
dt__is_week(int32_t frequency)
{
    return frequency / 100 == DT_SERIES_WEEK_BASE / 100;
}

int64_t
dt__end_month(int32_t frequency)
{
    return frequency == DT_SERIES_MONTH ? 0 : frequency % 100 - 1;
}

int32_t
dt_series_frequency(int32_t family, int32_t anchor)
{
    const int32_t limit = family == DT_SERIES_WEEK_BASE ? 7 : 12;

    if (family % 100 != 0 || anchor < 1 || anchor > limit)
        return DT_E_FREQUENCY;
    if (family == DT_SERIES_WEEK_BASE)
        return family + anchor;
    const int32_t months = dt__months(family);
    if (family == DT_SERIES_MONTH || months == 0)
        return DT_E_FREQUENCY;
    return family + (anchor - 1) % months + 1;
}

const char *
dt_series_frequency_name(int32_t frequency)
{
    static const char *const years[] = {
        "year ending in January", "year ending in February",
        "year ending in March", "year ending in April",
        "year ending in May", "year ending in June",
        "year ending in July", "year ending in August",
        "year ending in September", "year ending in October",
        "year ending in November", "year",
    };
    static const char *const halves[] = {
        "half-year ending in January", "half-year ending in February",
        "half-year ending in March", "half-year ending in April",
        "half-year ending in May", "half-year",
    };
    static const char *const quarters[] = {
        "quarter ending in January", "quarter ending in February", "quarter",
    };
    static const char *const weeks[] = {
        "week ending on Monday", "week ending on Tuesday",
        "week ending on Wednesday", "week ending on Thursday",
        "week ending on Friday", "week ending on Saturday", "week",
    };

    if (!dt__frequency_is_known(frequency))
        return "unknown frequency";
    const int32_t i = frequency % 100 - 1;
    switch (frequency / 100) {
    case DT_SERIES_YEAR_BASE / 100:    return years[i];
    case DT_SERIES_HALF_BASE / 100:    return halves[i];
    case DT_SERIES_QUARTER_BASE / 100: return quarters[i];
    case DT_SERIES_MONTH / 100:        return "month";
    case DT_SERIES_WEEK_BASE / 100:    return weeks[i];
    case DT_SERIES_BUSINESS_DAY / 100: return "business day";
    case DT_SERIES_DAY / 100:          return "day";
    default:                           return "undated";
    }
}

int32_t
dt_series_per_year(int32_t frequency)
{
    const int32_t months =
        dt__frequency_is_known(frequency) ? dt__months(frequency) : 0;
    return months == 0 ? 0 : 12 / months;
}
