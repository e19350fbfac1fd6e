#include <dtgrowth/compare.h>

const char *
dt_compare_verdict_name(int32_t verdict)
{
    switch (verdict) {
    case DT_COMPARE_EXACT: return "exact";
    case DT_COMPARE_WITHIN: return "within rounding";
    case DT_COMPARE_EDGE: return "only at the edge";
    case DT_COMPARE_INCONSISTENT: return "inconsistent";
    case DT_COMPARE_UNDECIDABLE: return "undecidable";
    default: return "unknown verdict";
    }
}
