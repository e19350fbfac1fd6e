/* SPDX-License-Identifier: MIT */
/* The checksum of saved sums, bit by bit as it is defined: not that of lib. */
#ifndef DTGROWTH_TESTS_CRC32_H
#define DTGROWTH_TESTS_CRC32_H

#include <stdint.h>

#include <dtgrowth/dt.h>

/* fuzz.h keeps its branches out of what a fuzzer follows. */
#ifndef FUZZ_UNWATCHED
#  define FUZZ_UNWATCHED
#endif

enum { CHECKED = DT_SERIES_SUM_BYTES - 4 };

/* What is left of a polynomial whose first byte is this. */
FUZZ_UNWATCHED static inline uint32_t
crc32_rest(uint32_t byte)
{
    for (int bit = 0; bit < 8; bit++)
        byte = byte >> 1 ^ (byte & 1 ? 0xedb88320 : 0);
    return byte;
}

FUZZ_UNWATCHED static inline uint32_t
crc32(const uint8_t *at, int size)
{
    static uint32_t rests[256];
    uint32_t rest = 0xffffffff;

    for (uint32_t i = 0; i < 256 && rests[255] == 0; i++)
        rests[i] = crc32_rest(i);
    for (int i = 0; i < size; i++)
        rest = rest >> 8 ^ rests[(rest ^ at[i]) & 255];
    return rest ^ 0xffffffff;
}

/* Gives saved bytes the checksum that is theirs. */
static inline void
crc32_seal(uint8_t *bytes)
{
    const uint32_t checksum = crc32(bytes, CHECKED);

    for (int i = 0; i < 4; i++)
        bytes[CHECKED + i] = (uint8_t)(checksum >> 8 * i);
}

#endif
