/* SPDX-License-Identifier: MIT */
/* What a zero or negative base leads to, as a row of one table. */
#ifndef DTGROWTH_LIB_GROWTH_BASE_RULE_H
#define DTGROWTH_LIB_GROWTH_BASE_RULE_H

#include <stdbool.h>
#include <stdint.h>

/* Without a member set, such a base has no growth. */
struct dt__base_rule {
    bool divides;  /* A negative base divides, */
    bool by_size;  /* and counts by its magnitude. */
    bool midpoint; /* The growth is that from the midpoint. */
    bool refuses;  /* The call fails, before anything is computed. */
    uint8_t serves; /* Kinds that it changes, by a flag: DT__KIND_*; 0: all. */
};

/* The row of a DT_GROWTH_BASE_*; null for one that is not known. */
const struct dt__base_rule *dt__base_rule(int32_t rule);

#endif
