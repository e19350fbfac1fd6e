/* What came of a pass, counted on the way. */
#ifndef DTGROWTH_LIB_SERIES_SUMMARY_H
#define DTGROWTH_LIB_SERIES_SUMMARY_H

#include <stdint.h>

/* dt__summary_init() before the pass. */
struct dt__summary {
    int64_t defined, undefined;
    int64_t first;     /* The first element that is not defined, or -1, */
    int32_t first_why; /* and its reason. */
    uint32_t reasons;  /* Bit DT_SERIES_WHY_* for each that occurs. */
};

void dt__summary_init(struct dt__summary *self);

/* Elements first ... first + n - 1 are undefined for a reason; self may be
 * null. */
void dt__summary_gap(struct dt__summary *self, int64_t first, int64_t n,
                     int32_t why);

#endif
