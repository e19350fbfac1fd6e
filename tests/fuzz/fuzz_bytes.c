/* SPDX-License-Identifier: MIT */
/* Every format of bytes, which is that of saved sums: what is saved loads;
 * bytes that are not are refused, and leave the sum alone, or are the very
 * ones that the sum they load saves. */

#include "data.h"

#include "../crc32.h"

/* Whether saved bytes end with a checksum of them. */
static bool
bytes_are_sealed(const uint8_t *bytes)
{
    uint8_t right[DT_SERIES_SUM_BYTES];

    memcpy(right, bytes, sizeof(right));
    crc32_seal(right);
    return memcmp(right, bytes, sizeof(right)) == 0;
}

/* How bytes that nobody saved come about: integers, as most of them are, and
 * runs of one byte. */
static void
bytes_change(struct fuzz *f, uint8_t *bytes)
{
    for (int n = fuzz_below(f, 3); n > 0; n--) {
        const int at = 8 * fuzz_below(f, DT_SERIES_SUM_BYTES / 8);
        const uint64_t value = (uint64_t)fuzz_integer(f);
        for (int i = 0; i < 8; i++)
            bytes[at + i] = (uint8_t)(value >> (8 * i));
    }
    for (int n = fuzz_below(f, 5); n > 0; n--) {
        const int at = fuzz_below(f, DT_SERIES_SUM_BYTES);
        const uint8_t value = (uint8_t)fuzz_bits(f, 1);
        const int end = fuzz_chance(f, 4) ? at + fuzz_below(f, 40) : at + 1;
        for (int i = at; i < end && i < DT_SERIES_SUM_BYTES; i++)
            bytes[i] = value;
    }
}

/* A sum of a few series, doubled a few times. */
static void
bytes_sum(struct fuzz *f, struct dt_series_sum *sum)
{
    int32_t status = dt_series_sum_init(sum, NULL);

    for (int n = fuzz_below(f, 3); n > 0; n--) {
        struct data x;
        data_make(f, &x, fuzz_below(f, 9), DT_SERIES_FREQ_UNDATED, 0);
        status += dt_series_sum_add(sum, &x.x, fuzz_chance(f, 2) ? &x.x : NULL,
                                    NULL);
        data_free(&x);
    }
    for (int n = fuzz_below(f, 24); n > 0; n--)
        status += dt_series_sum_merge(sum, sum, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
}

/* What the sum is, of which nothing else shows. */
static void
bytes_read(const struct dt_series_sum *sum, struct dt_series_sum_result *r)
{
    const int32_t status = dt_series_sum_read(sum, DT_SERIES_MISSING_SKIPPED,
                                              r, NULL);

    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    FUZZ_NEED(r->used >= 0 && r->missing >= 0 && r->not_finite >= 0 &&
              (uint64_t)r->used + (uint64_t)r->missing <= INT64_MAX,
              "%" PRId64 " %" PRId64 " %" PRId64, r->used, r->missing,
              r->not_finite);
}

static void
bytes_check_saved(const struct dt_series_sum *sum, const uint8_t *bytes)
{
    struct dt_series_sum *again = fuzz_room(sizeof(*again));
    struct dt_series_sum_result a, b;
    const int32_t status = dt_series_sum_load(again, bytes, DT_SERIES_SUM_BYTES,
                                              NULL);

    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    bytes_read(sum, &a);
    bytes_read(again, &b);
    FUZZ_NEED(fuzz_same(a.sum, b.sum) && fuzz_same(a.mean, b.mean) &&
              a.used == b.used && a.missing == b.missing &&
              a.not_finite == b.not_finite && a.why == b.why, "%a %a", a.sum,
              b.sum);
    free(again);
}

/* Any bytes of any size. */
static void
bytes_check_load(const uint8_t *bytes, int64_t size)
{
    struct dt_series_sum *sum = fuzz_room(sizeof(*sum));
    struct dt_series_sum before;
    uint8_t again[DT_SERIES_SUM_BYTES];

    before = *sum;
    const int32_t status = dt_series_sum_load(sum, bytes, size, NULL);
    FUZZ_NEED((status == DT_E_LENGTH) == (size != DT_SERIES_SUM_BYTES),
              "%" PRId64 ": %d", size, (int)status);
    if (status < 0) {
        FUZZ_NEED(memcmp(sum, &before, sizeof(before)) == 0, "%d", (int)status);
    } else {
        const int32_t saved = dt_series_sum_save(sum, again, sizeof(again),
                                                 NULL);
        FUZZ_NEED(saved == DT_E_OK && memcmp(again, bytes, sizeof(again)) == 0,
                  "%d", (int)saved);
        bytes_check_saved(sum, again);
    }
    free(sum);
}

static void
bytes_check_room(const struct dt_series_sum *sum, int64_t capacity)
{
    uint8_t *room = fuzz_room((size_t)capacity);
    const int32_t status = dt_series_sum_save(sum, room, capacity, NULL);

    FUZZ_NEED(status == (capacity < DT_SERIES_SUM_BYTES ? DT_E_CAPACITY
                                                        : DT_E_OK),
              "%" PRId64 ": %d", capacity, (int)status);
    for (int64_t i = status < 0 ? 0 : DT_SERIES_SUM_BYTES; i < capacity; i++)
        FUZZ_NEED(room[i] == 0xa5, "%" PRId64, i);
    free(room);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };
    struct dt_series_sum sum;
    uint8_t *bytes = fuzz_room(DT_SERIES_SUM_BYTES);

    bytes_sum(&f, &sum);
    const int32_t status = dt_series_sum_save(&sum, bytes, DT_SERIES_SUM_BYTES,
                                              NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    bytes_check_saved(&sum, bytes);
    bytes_check_room(&sum, DT_SERIES_SUM_BYTES - 3 + fuzz_below(&f, 6));
    const bool sealed = bytes_are_sealed(bytes);
    bytes_change(&f, bytes);
    if (sealed && fuzz_chance(&f, 2))
        crc32_seal(bytes); /* So that what comes after it is reached, too. */
    bytes_check_load(bytes, DT_SERIES_SUM_BYTES);
    free(bytes);

    bytes = fuzz_copy(f.at, f.left);
    bytes_check_load(bytes, (int64_t)f.left);
    free(bytes);
    return 0;
}
