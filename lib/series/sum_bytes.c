/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "series/sum.h"

/* The saved form, of which docs/formats.md is the manual: a name, the version,
 * three counts, the limbs of the settled sum, of which the last has a sign, and
 * a checksum; integers with the lowest byte first. */
static const char sum_bytes_name[6] = { 'd', 't', 's', 'u', 'm', 0 };
enum { SUM_BYTES_VERSION = 1, SUM_BYTES_CHECKED = DT_SERIES_SUM_BYTES - 4 };

/* CRC-32, which is in zlib: it tells every change within four bytes that are
 * beside each other. By halves of bytes, since a table of bytes is larger than
 * what it saves. */
static uint32_t
sum_bytes_checksum(const uint8_t *bytes)
{
    static const uint32_t of_half[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
        0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    uint32_t rest = UINT32_MAX;

    for (int i = 0; i < SUM_BYTES_CHECKED; i++) {
        rest ^= bytes[i];
        rest = rest >> 4 ^ of_half[rest & 15];
        rest = rest >> 4 ^ of_half[rest & 15];
    }
    return ~rest;
}

static uint8_t *
sum_bytes_write(uint8_t *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *to++ = (uint8_t)(value >> (8 * i));
    return to;
}

static const uint8_t *
sum_bytes_read(const uint8_t *from, int64_t *value, int bytes)
{
    uint64_t bits = 0;

    for (int i = 0; i < bytes; i++)
        bits |= (uint64_t)*from++ << (8 * i);
    memcpy(value, &bits, sizeof(bits));
    return from;
}

int32_t
dt_series_sum_save(const struct dt_series_sum *self, uint8_t *bytes,
                   int64_t capacity, struct dt_error *error)
{
    struct dt__sum_state state;

    DT__TRY(dt__sum_open(self, "self", &state, error));
    DT__TRY(dt__check_given(bytes, "bytes", error));
    if (capacity < DT_SERIES_SUM_BYTES)
        return dt__fail(error, DT_E_CAPACITY, -1, "capacity is %" PRId64
                        " for %d bytes", capacity, (int)DT_SERIES_SUM_BYTES);

    dt__sum_settle(&state.sum);
    memcpy(bytes, sum_bytes_name, sizeof(sum_bytes_name));
    uint8_t *to = bytes + sizeof(sum_bytes_name);
    to = sum_bytes_write(to, SUM_BYTES_VERSION, 2);
    to = sum_bytes_write(to, (uint64_t)state.used, 8);
    to = sum_bytes_write(to, (uint64_t)state.missing, 8);
    to = sum_bytes_write(to, (uint64_t)state.not_finite, 8);
    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        to = sum_bytes_write(to, (uint64_t)state.sum.limb[i], 4);
    to = sum_bytes_write(to, (uint64_t)state.sum.limb[DT__SUM_LIMBS - 1], 8);
    (void)sum_bytes_write(to, sum_bytes_checksum(bytes), 4);
    return DT_E_OK;
}

/* What is no saved sum, one of a later release, and one that was damaged. */
static int32_t
sum_bytes_check_form(const uint8_t *bytes, struct dt_error *error)
{
    int64_t version, checksum;

    (void)sum_bytes_read(bytes + sizeof(sum_bytes_name), &version, 2);
    (void)sum_bytes_read(bytes + SUM_BYTES_CHECKED, &checksum, 4);
    if (memcmp(bytes, sum_bytes_name, sizeof(sum_bytes_name)) != 0 ||
        version == 0)
        return dt__fail(error, DT_E_TEXT, -1, "bytes is no saved sum");
    if (version > SUM_BYTES_VERSION)
        return dt__fail(error, DT_E_NEWER, -1, "bytes has version %" PRId64
                        "; this release reads %d", version,
                        (int)SUM_BYTES_VERSION);
    if (checksum != (int64_t)sum_bytes_checksum(bytes))
        return dt__fail(error, DT_E_TEXT, -1,
                        "bytes is damaged: its checksum is another");
    return DT_E_OK;
}

/* What no sum that was made saves. Any limbs but the last are canonical. */
static int32_t
sum_bytes_check(const struct dt__sum_state *state, struct dt_error *error)
{
    const struct {
        const char *name;
        int64_t value;
    } count[] = { { "used", state->used }, { "missing", state->missing },
                  { "not_finite", state->not_finite } };
    int64_t left = INT64_MAX;

    for (int i = 0; i < 3; i++) {
        if (count[i].value < 0)
            return dt__fail(error, DT_E_VALUE, -1, "%s in bytes is %" PRId64
                            "; at least 0", count[i].name, count[i].value);
        if (count[i].value > left)
            return dt__fail(error, DT_E_VALUE, -1, "bytes holds more than %"
                            PRId64 " observations", INT64_MAX);
        left -= count[i].value;
    }
    if (!dt__sum_fits(&state->sum, state->used))
        return dt__fail(error, DT_E_VALUE, -1, "used in bytes is %" PRId64
                        "; too few for the sum", state->used);
    return DT_E_OK;
}

int32_t
dt_series_sum_load(struct dt_series_sum *self, const uint8_t *bytes,
                   int64_t size, struct dt_error *error)
{
    struct dt__sum_state state = { .mark = DT__SUM_MARK };

    DT__TRY(dt__check_given(self, "self", error));
    DT__TRY(dt__check_given(bytes, "bytes", error));
    if (size != DT_SERIES_SUM_BYTES)
        return dt__fail(error, DT_E_LENGTH, -1, "size is %" PRId64
                        "; a saved sum has %d bytes", size,
                        (int)DT_SERIES_SUM_BYTES);
    DT__TRY(sum_bytes_check_form(bytes, error));

    const uint8_t *from = bytes + sizeof(sum_bytes_name) + 2;
    from = sum_bytes_read(from, &state.used, 8);
    from = sum_bytes_read(from, &state.missing, 8);
    from = sum_bytes_read(from, &state.not_finite, 8);
    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        from = sum_bytes_read(from, &state.sum.limb[i], 4);
    (void)sum_bytes_read(from, &state.sum.limb[DT__SUM_LIMBS - 1], 8);
    DT__TRY(sum_bytes_check(&state, error));
    memset(self, 0, sizeof(*self));
    dt__sum_close(self, &state);
    return DT_E_OK;
}
