#include "series/summary.h"

#include <stddef.h>

void
dt__summary_init(struct dt__summary *self)
{
    *self = (struct dt__summary){ .first = -1 };
}

void
dt__summary_gap(struct dt__summary *self, int64_t first, int64_t n, int32_t why)
{
    if (self == NULL || n == 0)
        return;
    self->undefined += n;
    self->reasons |= UINT32_C(1) << why;
    if (self->first < 0 || first < self->first) {
        self->first = first;
        self->first_why = why;
    }
}
