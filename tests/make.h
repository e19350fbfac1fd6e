/* SPDX-License-Identifier: MIT */
/* Views and outputs as the tests of this floor make them. */
#ifndef DTGROWTH_TESTS_MAKE_H
#define DTGROWTH_TESTS_MAKE_H

#include <string.h>

#include "support.h"

#include <dtgrowth/growth.h>

#if defined(__i386__)
#  define ALIGNMENT "4"
#else
#  define ALIGNMENT "8"
#endif

/* A checked annual view. */
static inline struct dt_series
years(const double *values, int64_t length, int64_t start)
{
    struct dt_series self;

    assert_int_equal(dt_series_view(values, length, 1, DT_SERIES_FREQ_YEAR,
                                    start, &self, NULL),
                     DT_E_OK);
    return self;
}

/* A unit of which kind, currency and scale are stated. */
static inline struct dt_series_unit
unit_of(int32_t kind, const char *currency, int32_t scale)
{
    struct dt_series_unit self = DT_SERIES_UNIT_INIT;

    self.kind = kind;
    for (int i = 0; i < 3 && currency[i] != '\0'; i++)
        self.currency[i] = currency[i];
    self.scale = scale;
    return self;
}

/* A base rule, or MISSING, as which it counts where it has no effect on a kind:
 * as the header says, in its order of kinds and rules. */
static inline int32_t
served_rule(int32_t kind, int32_t rule)
{
    static const char serves[][6] = { "11111", "10000", "10001", "10111",
                                      "11101", "10001", "10001" };
    return serves[kind][rule] == '1' ? rule : DT_GROWTH_BASE_MISSING;
}

/* A failure that is not about one observation. */
#define assert_refused(status, code, error, message) \
    do { \
        assert_error((status), (code), (error), (message)); \
        assert_int_equal((error)->index, -1); \
    } while (0)

/* Whether a NaN is the one that the library writes. */
static inline int
is_canonical(double x)
{
    const uint64_t canonical = UINT64_C(0x7ff8000000000000);

    return x == x || memcmp(&x, &canonical, sizeof(x)) == 0;
}

/* The value, if there is no reason; NaN, if there is one. */
#define assert_element(values, why, i, value, reason) \
    do { \
        assert_int_equal((why)[i], (reason)); \
        assert_ulp((values)[i], (value), 0); \
        assert_true(is_canonical((values)[i])); \
    } while (0)

#endif
