/* SPDX-License-Identifier: MIT */
/* Sums, and the bytes that they are saved as. */
#ifndef DTGROWTH_TESTS_SERIES_SAVED_H
#define DTGROWTH_TESTS_SERIES_SAVED_H

#include "make.h"

enum { CHECKED = DT_SERIES_SUM_BYTES - 4 };

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

/* What is left of a polynomial whose first byte is this, divided bit by bit. */
static inline uint32_t
rest_of(uint32_t byte)
{
    for (int bit = 0; bit < 8; bit++)
        byte = byte >> 1 ^ (byte & 1 ? 0xedb88320 : 0);
    return byte;
}

static inline uint32_t
crc(const uint8_t *at, int size)
{
    static uint32_t rests[256];
    uint32_t rest = 0xffffffff;

    for (uint32_t i = 0; i < 256 && rests[255] == 0; i++)
        rests[i] = rest_of(i);
    for (int i = 0; i < size; i++)
        rest = rest >> 8 ^ rests[(rest ^ at[i]) & 255];
    return rest ^ 0xffffffff;
}

/* Bytes with a checksum that is theirs. */
static inline struct bytes
sealed(struct bytes b)
{
    const uint32_t checksum = crc(b.at, CHECKED);

    for (int i = 0; i < 4; i++)
        b.at[CHECKED + i] = (uint8_t)(checksum >> 8 * i);
    return b;
}

#endif
