/* SPDX-License-Identifier: MIT */
/* Sums, and the bytes that they are saved as. */
#ifndef DTGROWTH_TESTS_SERIES_SAVED_H
#define DTGROWTH_TESTS_SERIES_SAVED_H

#include "crc32.h"
#include "make.h"

struct bytes {
    uint8_t at[DT_SERIES_SUM_BYTES];
};

static inline struct dt_series_sum
empty(void)
{
    struct dt_series_sum sum;
    assert_int_equal(dt_series_sum_init(&sum, NULL), DT_E_OK);
    return sum;
}

static inline struct bytes
saved(const struct dt_series_sum *sum)
{
    struct bytes b;
    assert_int_equal(dt_series_sum_save(sum, b.at, sizeof(b.at), NULL),
                     DT_E_OK);
    return b;
}

/* Bytes with a checksum that is theirs. */
static inline struct bytes
sealed(struct bytes b)
{
    crc32_seal(b.at);
    return b;
}

#endif
