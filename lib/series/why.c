#include <dtgrowth/series.h>

const char *
dt_series_why_name(int32_t why)
{
    switch (why) {
    case DT_SERIES_WHY_DEFINED: return "defined";
    case DT_SERIES_WHY_NO_BASE: return "no base";
    case DT_SERIES_WHY_BASE_MISSING: return "base missing";
    case DT_SERIES_WHY_VALUE_MISSING: return "value missing";
    case DT_SERIES_WHY_ZERO_BASE: return "zero base";
    case DT_SERIES_WHY_NEGATIVE_BASE: return "negative base";
    case DT_SERIES_WHY_DOMAIN: return "outside the domain";
    case DT_SERIES_WHY_NOT_FINITE: return "not finite";
    case DT_SERIES_WHY_OVERFLOW: return "overflow";
    case DT_SERIES_WHY_NO_PERIODS: return "no periods";
    case DT_SERIES_WHY_TOO_FEW: return "too few observations";
    default: return "unknown reason";
    }
}
