/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: a cursor that makes arguments of bytes, and the
 * one way to say that an answer is wrong. Bytes that are used up are zeros. */
#ifndef DTGROWTH_TESTS_FUZZ_H
#define DTGROWTH_TESTS_FUZZ_H

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The target: of libFuzzer, or of replay.c. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct fuzz {
    const uint8_t *at;
    size_t left;
};

/* Stops with what was found, unless it is as it must be. */
#define FUZZ_NEED(condition, ...)                                              \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition);    \
            fprintf(stderr, __VA_ARGS__);                                      \
            fprintf(stderr, "\n");                                             \
            abort();                                                           \
        }                                                                      \
    } while (0)

/* An oracle that loops a lot: it is the library that is watched. */
#if defined(__clang__)
#  define FUZZ_UNWATCHED                                                       \
    __attribute__((no_sanitize("address", "undefined", "coverage")))
#else
#  define FUZZ_UNWATCHED
#endif

/* Memory of exactly that size, so that what is read beside it shows. */
static inline void *
fuzz_room(size_t size)
{
    void *room = malloc(size);

    if (room == NULL && size > 0)
        exit(2);
    if (size > 0)
        memset(room, 0xa5, size);
    return room;
}

static inline void *
fuzz_copy(const void *from, size_t size)
{
    void *copy = fuzz_room(size);

    if (size > 0)
        memcpy(copy, from, size);
    return copy;
}

static inline uint64_t
fuzz_bits(struct fuzz *self, int bytes)
{
    uint64_t bits = 0;

    for (int i = 0; i < bytes && self->left > 0; i++, self->left--)
        bits |= (uint64_t)*self->at++ << (8 * i);
    return bits;
}

/* 0 to n - 1 */
static inline int
fuzz_below(struct fuzz *self, int n)
{
    return (int)(fuzz_bits(self, n > 256 ? 2 : 1) % (unsigned)n);
}

static inline bool
fuzz_chance(struct fuzz *self, int one_in)
{
    return fuzz_below(self, one_in) == one_in - 1;
}

/* An integer of any size: small ones and the limits often. */
static inline int64_t
fuzz_integer(struct fuzz *self)
{
    static const int64_t special[] = {
        INT64_MIN, INT64_MIN + 1, INT64_MAX, INT64_MAX - 1, INT32_MIN,
        INT32_MAX, (int64_t)1 << 40, -((int64_t)1 << 40),
    };

    switch (fuzz_below(self, 6)) {
    case 0:  return (int8_t)fuzz_bits(self, 1);
    case 1:  return (int16_t)fuzz_bits(self, 2);
    case 2:  return (int32_t)fuzz_bits(self, 4);
    case 3:  return (int64_t)fuzz_bits(self, 8);
    case 4:  return special[fuzz_below(self, 8)];
    default: return fuzz_below(self, 16);
    }
}

/* What is left, to its first zero and of at most so many characters, as a text
 * of its own. */
static inline char *
fuzz_text(struct fuzz *self, size_t most)
{
    size_t n = 0;

    while (n < self->left && n < most && self->at[n] != 0)
        n++;
    char *text = fuzz_room(n + 1);
    if (n > 0)
        memcpy(text, self->at, n);
    text[n] = '\0';
    return text;
}

static inline double
fuzz_double_of(uint64_t bits)
{
    double value;

    memcpy(&value, &bits, sizeof(value));
    return value;
}

static inline uint64_t
fuzz_bits_of(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof(bits));
    return bits;
}

/* A double of any kind: levels with two decimals and small integers often,
 * the borders of the format, neighbours of others. */
static inline double
fuzz_double(struct fuzz *self)
{
    static const double special[] = {
        0.0, -0.0, 1.0, -1.0, INFINITY, -INFINITY, NAN, 0x1p-1074, -0x1p-1074,
        0x1p-1022, 0x1.fffffffffffffp1023, -0x1.fffffffffffffp1023, 0x1p-53,
        0x1.fffffffffffffp-1, 0x1.0000000000001p0, 2.0,
    };

    switch (fuzz_below(self, 8)) {
    case 0:  return special[fuzz_below(self, 16)];
    case 1:  return fuzz_double_of(fuzz_bits(self, 8));
    case 2:  return (double)(int8_t)fuzz_bits(self, 1) / 64;
    case 3:  return ldexp(1 + (double)fuzz_bits(self, 1),
                          fuzz_below(self, 2098) - 1074);
    case 4:  return 1 + (double)(int16_t)fuzz_bits(self, 2) * 0x1p-52;
    case 5:  return (double)(int8_t)fuzz_bits(self, 1);
    default: return (double)(fuzz_bits(self, 2) + 1) / 100;
    }
}

/* Equal to the last bit; all NaNs are one. */
static inline bool
fuzz_same(double a, double b)
{
    return a != a ? b != b : fuzz_bits_of(a) == fuzz_bits_of(b);
}

/* The double next to one, upwards; of the largest, infinity. */
static inline double
fuzz_up(double x)
{
    return nextafter(x, INFINITY);
}

#endif
