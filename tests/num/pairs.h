/* SPDX-License-Identifier: MIT */
/* Double-doubles as the tests of this floor compare them. */
#ifndef DTGROWTH_TESTS_NUM_PAIRS_H
#define DTGROWTH_TESTS_NUM_PAIRS_H

#include "support.h"

#include <math.h>
#include <string.h>

#include "num/num.h"

static inline struct dt__dd
pair_at(const struct vector *v, int field)
{
    return (struct dt__dd){ v->value[field], v->value[field + 1] };
}

/* `actual` lies within `bound` of the expected pair, relative to `size`. */
static inline void
assert_pair(const struct vector *v, struct dt__dd actual,
            struct dt__dd expected, double size, double bound)
{
    const double error = (actual.hi - expected.hi) +
                         (actual.lo - expected.lo);

    if (!(fabs(error) <= bound * fabs(size))) {
        print_error("%s:%d: %a + %a, expected %a + %a: 2^%.1f\n", v->file,
                    v->line, actual.hi, actual.lo, expected.hi, expected.lo,
                    log2(fabs(error / size)));
        fail();
    }
}

static inline int
is(const struct vector *v, const char *name)
{
    return strcmp(v->text[0], name) == 0;
}

#endif
