#include "series/sum.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "series/access.h"

/* The saved form: a name, three counts, and the limbs of the settled sum, of
 * which the last has a sign; integers with the lowest byte first. */
static const char sum_bytes_name[8] = { 'd', 't', 's', 'u', 'm', '0', '1', 0 };

static uint8_t *
sum_bytes_write(uint8_t *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *to++ = (uint8_t)(value >> (8 * i));
    return to;
}

static const uint8_t *
sum_bytes_read(const uint8_t *from, uint64_t *value, int bytes)
{
    *value = 0;
    for (int i = 0; i < bytes; i++)
        *value |= (uint64_t)*from++ << (8 * i);
    return from;
}

int32_t
dt_series_sum_save(const struct dt_series_sum *self, uint8_t *bytes,
                   int64_t capacity, struct dt_error *error)
{
    struct dt__sum_state state;
    int32_t status = dt__sum_open(self, "self", &state, error);
    if (status == DT_E_OK && bytes == NULL)
        status = dt__fail(error, DT_E_NULL, -1, "bytes is null");
    if (status == DT_E_OK && capacity < DT_SERIES_SUM_BYTES)
        status = dt__fail(error, DT_E_CAPACITY, -1, "capacity is %" PRId64
                          " for %d bytes", capacity, (int)DT_SERIES_SUM_BYTES);
    if (status != DT_E_OK)
        return status;

    dt__sum_settle(&state.sum);
    memcpy(bytes, sum_bytes_name, sizeof(sum_bytes_name));
    uint8_t *to = bytes + sizeof(sum_bytes_name);
    to = sum_bytes_write(to, (uint64_t)state.used, 8);
    to = sum_bytes_write(to, (uint64_t)state.missing, 8);
    to = sum_bytes_write(to, (uint64_t)state.not_finite, 8);
    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        to = sum_bytes_write(to, (uint64_t)state.sum.limb[i], 4);
    (void)sum_bytes_write(to, (uint64_t)state.sum.limb[DT__SUM_LIMBS - 1], 8);
    return DT_E_OK;
}

int32_t
dt_series_sum_load(struct dt_series_sum *self, const uint8_t *bytes,
                   int64_t size, struct dt_error *error)
{
    struct dt__sum_state state = { .mark = DT__SUM_MARK };
    uint64_t count[3], limb;

    if (self == NULL || bytes == NULL)
        return dt__fail(error, DT_E_NULL, -1, "%s is null",
                        self == NULL ? "self" : "bytes");
    if (size != DT_SERIES_SUM_BYTES)
        return dt__fail(error, DT_E_LENGTH, -1, "size is %" PRId64
                        "; a saved sum has %d bytes", size,
                        (int)DT_SERIES_SUM_BYTES);
    if (memcmp(bytes, sum_bytes_name, sizeof(sum_bytes_name)) != 0)
        return dt__fail(error, DT_E_TEXT, -1, "bytes is no saved sum");

    const uint8_t *from = bytes + sizeof(sum_bytes_name);
    for (int i = 0; i < 3; i++) {
        from = sum_bytes_read(from, &count[i], 8);
        if (count[i] > INT64_MAX / 4)
            return dt__fail(error, DT_E_VALUE, -1,
                            "bytes holds a count out of range");
    }
    for (int i = 0; i < DT__SUM_LIMBS - 1; i++) {
        from = sum_bytes_read(from, &limb, 4);
        state.sum.limb[i] = (int64_t)limb;
    }
    (void)sum_bytes_read(from, &limb, 8);
    /* Far from where a limb could overflow, as every sum of doubles is. */
    if (limb + (UINT64_C(1) << 40) > UINT64_C(1) << 41)
        return dt__fail(error, DT_E_VALUE, -1,
                        "bytes holds a sum out of range");
    memcpy(&state.sum.limb[DT__SUM_LIMBS - 1], &limb, sizeof(limb));
    state.used = (int64_t)count[0];
    state.missing = (int64_t)count[1];
    state.not_finite = (int64_t)count[2];
    memset(self, 0, sizeof(*self));
    dt__sum_close(self, &state);
    return DT_E_OK;
}
