#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "series/sum.h"

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
    to = sum_bytes_write(to, (uint64_t)state.used, 8);
    to = sum_bytes_write(to, (uint64_t)state.missing, 8);
    to = sum_bytes_write(to, (uint64_t)state.not_finite, 8);
    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        to = sum_bytes_write(to, (uint64_t)state.sum.limb[i], 4);
    (void)sum_bytes_write(to, (uint64_t)state.sum.limb[DT__SUM_LIMBS - 1], 8);
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
    if (memcmp(bytes, sum_bytes_name, sizeof(sum_bytes_name)) != 0)
        return dt__fail(error, DT_E_TEXT, -1, "bytes is no saved sum");

    const uint8_t *from = bytes + sizeof(sum_bytes_name);
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
