#include <dtgrowth/compare.h>

#include "base/table.h"

static const char *const verdict_names[] = {
    [DT_COMPARE_EXACT] = "exact",
    [DT_COMPARE_WITHIN] = "within rounding",
    [DT_COMPARE_EDGE] = "only at the edge",
    [DT_COMPARE_INCONSISTENT] = "inconsistent",
    [DT_COMPARE_UNDECIDABLE] = "undecidable",
};
DT__ROWS(verdict_names, DT_COMPARE_UNDECIDABLE);

const char *
dt_compare_verdict_name(int32_t verdict)
{
    return verdict < 0 || verdict > DT_COMPARE_UNDECIDABLE
               ? "unknown verdict"
               : verdict_names[verdict];
}
