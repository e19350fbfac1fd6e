/* SPDX-License-Identifier: MIT */
/* Options of sizes that are smaller, larger or none, with tails of zeros or of
 * something: the status that the headers state, nothing read beyond the size,
 * and the result of the defaults where all is 0. */

#include "fuzz.h"

#include <dtgrowth/dt.h>

enum {
    OPTIONS_FIRST = 32,  /* Of each struct in the first release, */
    OPTIONS_MOST = 4096, /* and more is no size. */
    OPTIONS_LENGTH = 3
};

/* Which struct it is, as its function knows it. */
struct options_call {
    int32_t (*run)(const void *options, const struct dt_series_out *out);
    int32_t (*init)(void *options, uint32_t size);
};

static const double options_levels[OPTIONS_LENGTH] = { 2, 3, 4.5 };

static struct dt_series
options_series(void)
{
    const struct dt_series x = DT_SERIES_OF(options_levels, OPTIONS_LENGTH,
                                            DT_SERIES_FREQ_YEAR, 2000);
    return x;
}

static int32_t
options_of_series(const void *options, const struct dt_series_out *out)
{
    const struct dt_series x = options_series();

    return dt_series_rolling(&x, DT_SERIES_ROLLING_SUM, 2, options, out, NULL);
}

static int32_t
options_of_growth(const void *options, const struct dt_series_out *out)
{
    const struct dt_series x = options_series();

    return dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, options, out, NULL);
}

static int32_t
options_of_comparison(const void *options, const struct dt_series_out *out)
{
    const struct dt_series x = options_series();

    return dt_compare_series(&x, &x, DT_COMPARE_KIND_GAP, 0, options, out,
                             NULL);
}

static const struct options_call options_calls[] = {
    { options_of_series, dt_series_options_init },
    { options_of_growth, dt_growth_options_init },
    { options_of_comparison, dt_compare_options_init },
};

static bool
options_is_size(uint32_t size)
{
    return size >= OPTIONS_FIRST && size <= OPTIONS_MOST && size % 8 == 0;
}

static uint32_t
options_draw_size(struct fuzz *f)
{
    switch (fuzz_below(f, 4)) {
    case 0:  return (uint32_t)fuzz_bits(f, 4);
    case 1:  return 8 * (uint32_t)fuzz_below(f, 520);
    case 2:  return OPTIONS_FIRST - 1 + (uint32_t)fuzz_below(f, 34);
    default: return OPTIONS_FIRST;
    }
}

/* The first byte that is not 0 of what a later release may add; -1 for none. */
static int64_t
options_tail(const uint8_t *bytes, uint32_t size)
{
    for (uint32_t i = OPTIONS_FIRST; i < size; i++)
        if (bytes[i] != 0)
            return i;
    return -1;
}

/* Members of the first release that no function looks at, or not that one. */
static bool
options_is_plain(const uint8_t *bytes)
{
    for (int i = 4; i < OPTIONS_FIRST; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Options in memory of exactly their size, or of a size that is none. */
static uint8_t *
options_make(struct fuzz *f, uint32_t size)
{
    const uint32_t room = size < 4 || size > OPTIONS_MOST ? 4 : size;
    uint8_t *bytes = fuzz_room(room);

    memset(bytes, 0, room);
    for (int n = fuzz_below(f, 4); n > 0 && room > 4; n--)
        bytes[4 + (uint32_t)fuzz_bits(f, 2) % (room - 4)] =
            (uint8_t)fuzz_bits(f, 1);
    memcpy(bytes, &size, 4);
    return bytes;
}

static void
options_check_call(const struct options_call *call, const uint8_t *bytes,
                   uint32_t size)
{
    double values[OPTIONS_LENGTH], expected[OPTIONS_LENGTH];
    const struct dt_series_out out = DT_SERIES_OUT(values, OPTIONS_LENGTH);
    const struct dt_series_out like = DT_SERIES_OUT(expected, OPTIONS_LENGTH);

    memset(values, 0xa5, sizeof(values));
    memset(expected, 0xa5, sizeof(expected));
    const int32_t status = call->run(bytes, &out);
    if (!options_is_size(size)) {
        FUZZ_NEED(status == DT_E_STRUCT, "%u: %d", size, (int)status);
    } else if (options_tail(bytes, size) >= 0) {
        FUZZ_NEED(status == DT_E_NEWER, "%u: %d", size, (int)status);
    } else if (options_is_plain(bytes)) {
        FUZZ_NEED(status == DT_E_OK && call->run(NULL, &like) == DT_E_OK,
                  "%u: %d", size, (int)status);
    } else {
        /* What it is of a member that is set, misuse.py and fuzz_series.c
         * say: none is left aside. */
        FUZZ_NEED(status == DT_E_FLAG || status == DT_E_RULE ||
                  status == DT_E_VALUE || status == DT_E_LAG ||
                  (status == DT_E_OK && options_calls[1].run == call->run) ||
                  (status == DT_E_OK && bytes[4] == 1), "%u: %d", size,
                  (int)status);
    }
    if (status < 0 || options_is_plain(bytes))
        FUZZ_NEED(memcmp(values, expected, sizeof(values)) == 0, "%u: %d", size,
                  (int)status);
}

static void
options_check_init(const struct options_call *call, uint32_t size)
{
    const uint32_t room = size > OPTIONS_MOST ? 4 : size;
    uint8_t *bytes = fuzz_room(room);
    uint32_t stated;
    const int32_t status = call->init(bytes, size);

    FUZZ_NEED(status == (options_is_size(size) ? DT_E_OK : DT_E_STRUCT),
              "%u: %d", size, (int)status);
    for (uint32_t i = status < 0 ? 0 : 4; i < room; i++)
        FUZZ_NEED(bytes[i] == (status < 0 ? 0xa5 : 0), "%u: byte %u", size, i);
    if (status >= 0) {
        memcpy(&stated, bytes, 4);
        FUZZ_NEED(stated == size, "%u: %u", size, stated);
        options_check_call(call, bytes, size);
    }
    free(bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };
    const struct options_call *call = &options_calls[fuzz_below(&f, 3)];
    const uint32_t of = options_draw_size(&f);
    uint8_t *bytes = options_make(&f, of);

    options_check_call(call, bytes, of);
    options_check_init(call, of);
    free(bytes);
    return 0;
}
