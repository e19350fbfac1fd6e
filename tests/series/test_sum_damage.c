/* SPDX-License-Identifier: MIT */
/* The saved form of exact sums: the bytes that others write of the same sums,
 * and every way to damage them. */
#include "saved.h"

#include <math.h>
#include <stdlib.h>

#include "kernels/kernels.h"

enum { PAIRS = (VECTOR_FIELDS - 1) / 2 };

/* What a line of the vectors says. */
struct golden {
    struct bytes bytes;
    double value[PAIRS], weight[PAIRS];
    int count, plain;
};

static struct golden
golden_of(const struct vector *v)
{
    struct golden g = { .count = (v->fields - 1) / 2, .plain = 1 };

    assert_int_equal(strlen(v->text[0]), 2 * DT_SERIES_SUM_BYTES);
    for (int i = 0; i < DT_SERIES_SUM_BYTES; i++) {
        const char digits[3] = { v->text[0][2 * i], v->text[0][2 * i + 1], 0 };
        g.bytes.at[i] = (uint8_t)strtoul(digits, NULL, 16);
    }
    for (int i = 0; i < g.count; i++) {
        g.value[i] = v->value[1 + 2 * i];
        g.weight[i] = v->value[2 + 2 * i];
        g.plain &= g.weight[i] >= 1 && g.weight[i] <= 1;
    }
    return g;
}

static void
add(struct dt_series_sum *sum, const struct golden *g, int from, int count,
    int weighted)
{
    const struct dt_series x = years(g->value + from, count, 0);
    const struct dt_series w = years(g->weight + from, count, 0);

    assert_int_equal(dt_series_sum_add(sum, &x, weighted ? &w : NULL, NULL),
                     DT_E_OK);
}

static void
assert_saves(const struct dt_series_sum *sum, const struct golden *g)
{
    struct dt_series_sum loaded;
    const struct bytes b = saved(sum);

    assert_memory_equal(&b, &g->bytes, sizeof(b));
    assert_int_equal(dt_series_sum_load(&loaded, b.at, sizeof(b.at), NULL),
                     DT_E_OK);
    const struct bytes again = saved(&loaded);
    assert_memory_equal(&again, &b, sizeof(b));
}

/* At once; one by one from the end; cut in two, and merged either way; with
 * something large that goes away again. */
static void
check_golden(const struct vector *v)
{
    const struct golden g = golden_of(v);

    for (int weighted = !g.plain; weighted < 2; weighted++) {
        struct dt_series_sum whole = empty(), backwards = empty();

        add(&whole, &g, 0, g.count, weighted);
        assert_saves(&whole, &g);
        for (int i = g.count; i-- > 0;)
            add(&backwards, &g, i, 1, weighted);
        assert_saves(&backwards, &g);
        for (int cut = 0; cut <= g.count; cut++) {
            struct dt_series_sum a = empty(), b = empty(), c;
            add(&a, &g, 0, cut, weighted);
            add(&b, &g, cut, g.count - cut, weighted);
            c = b;
            assert_int_equal(dt_series_sum_merge(&b, &a, NULL), DT_E_OK);
            assert_int_equal(dt_series_sum_merge(&a, &c, NULL), DT_E_OK);
            assert_saves(&a, &g);
            assert_saves(&b, &g);
        }
    }
    assert_memory_equal(sealed(g.bytes).at, g.bytes.at, sizeof(g.bytes.at));
}

static void
equal_sums_have_the_bytes_that_are_documented(void **state)
{
    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        (void)dt__choose_kernels(isa);
        each_vector("series_sum.txt", 3, check_golden);
    }
}

/* Blocks of every kernel, against one by one,
 * and a sum of products that is exactly the same. */
static void
the_way_to_a_sum_leaves_no_trace(void **state)
{
    enum { N = 900 };
    double x[N], half[N], two[N];

    (void)state;
    for (int spread = 1; spread < 1000; spread *= 9) {
        for (int i = 0; i < N; i++) {
            x[i] = ldexp((double)draw_below(1 << 30) - 0x1p29,
                         (int)draw_below(2 * (uint64_t)spread) - spread);
            half[i] = x[i] / 2;
            two[i] = 2;
        }
        struct dt_series_sum single = empty(), products = empty();
        const struct dt_series h = years(half, N, 0), t = years(two, N, 0);
        for (int i = N; i-- > 0;) {
            const struct dt_series one = years(x + i, 1, 0);
            assert_int_equal(dt_series_sum_add(&single, &one, NULL, NULL),
                             DT_E_OK);
        }
        const struct bytes expected = saved(&single);
        assert_int_equal(dt_series_sum_add(&products, &h, &t, NULL), DT_E_OK);
        assert_memory_equal(saved(&products).at, expected.at, sizeof(expected));
        for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
            (void)dt__choose_kernels(isa);
            struct dt_series_sum blocks = empty();
            const struct dt_series s = years(x, N, 0);
            assert_int_equal(dt_series_sum_add(&blocks, &s, NULL, NULL),
                             DT_E_OK);
            assert_memory_equal(saved(&blocks).at, expected.at,
                                sizeof(expected));
        }
    }
}

/* A sum of all sorts: every byte of its counts and limbs says something. */
static struct bytes
rich(void)
{
    static const double x[] = { 1e300, -0x1.fffffffffffffp-1000, 0.1, NAN,
                                INFINITY, -0x1p-1074, 7.23e150 };
    const struct dt_series s = years(x, COUNT(x), 0);
    struct dt_series_sum sum = empty();

    assert_int_equal(dt_series_sum_add(&sum, &s, NULL, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_add(&sum, &s, &s, NULL), DT_E_OK);
    return saved(&sum);
}

static void
assert_no_load(const struct bytes *b, int64_t size, int32_t status,
               const char *message)
{
    struct dt_series_sum sum = empty();
    const struct dt_series_sum before = sum;
    struct dt_error error;

    assert_refused(dt_series_sum_load(&sum, b->at, size, &error), status,
                   &error, message);
    assert_memory_equal(&sum, &before, sizeof(sum));
}

static void
every_other_value_of_every_byte_is_refused(void **state)
{
    const struct dt_series_sum none = empty();
    struct bytes kinds[] = { rich(), saved(&none) };

    (void)state;
    for (size_t k = 0; k < COUNT(kinds); k++)
        for (int i = 0; i < DT_SERIES_SUM_BYTES; i++)
            for (int change = 1; change < 256; change++) {
                struct dt_series_sum sum;
                kinds[k].at[i] ^= (uint8_t)change;
                const int32_t status = dt_series_sum_load(
                    &sum, kinds[k].at, DT_SERIES_SUM_BYTES, NULL);
                if (status != (i == 6 || i == 7 ? DT_E_NEWER : DT_E_TEXT) &&
                    !(status == DT_E_TEXT && i == 6 && kinds[k].at[6] == 0))
                    fail_msg("byte %d as %d: status %d", i, kinds[k].at[i],
                             (int)status);
                kinds[k].at[i] ^= (uint8_t)change;
            }
}

/* Up to 32 bits beside each other, and any two bytes of a few. */
static void
bursts_and_swaps_are_refused(void **state)
{
    const struct bytes good = rich();

    (void)state;
    for (int trial = 0; trial < 20000; trial++) {
        struct bytes b = good;
        const int at = 8 + (int)draw_below(DT_SERIES_SUM_BYTES - 11);
        if (trial % 2) {
            const int other = 8 + (int)draw_below(DT_SERIES_SUM_BYTES - 8);
            b.at[at] = good.at[other];
            b.at[other] = good.at[at];
        } else {
            const uint64_t burst = draw_below(UINT64_C(1) << 32);
            for (int i = 0; i < 4; i++)
                b.at[at + i] ^= (uint8_t)(burst >> 8 * i);
        }
        if (memcmp(&b, &good, sizeof(b)) != 0)
            assert_no_load(&b, sizeof(b.at), DT_E_TEXT,
                           "bytes is damaged: its checksum is another");
    }
}

static void
every_other_size_is_refused(void **state)
{
    const struct bytes good = rich();

    (void)state;
    for (int64_t size = -2; size < 2 * DT_SERIES_SUM_BYTES; size++) {
        /* What is stated is not read: at its end other memory begins. */
        const int64_t there = size < 0 ? 0 : size;
        uint8_t *exact = malloc((size_t)there + 1);
        struct dt_series_sum sum = empty();
        assert_non_null(exact);
        for (int64_t i = 0; i < there; i++)
            exact[i] = good.at[i % DT_SERIES_SUM_BYTES];
        assert_int_equal(dt_series_sum_load(&sum, exact, size, NULL),
                         size == DT_SERIES_SUM_BYTES ? DT_E_OK : DT_E_LENGTH);
        free(exact);
    }
    assert_no_load(&good, INT64_MIN, DT_E_LENGTH, NULL);
    assert_no_load(&good, INT64_MAX, DT_E_LENGTH, NULL);
}

static void
names_and_versions_are_told_apart(void **state)
{
    struct bytes b = rich();

    (void)state;
    b.at[6] = 2;
    assert_no_load(&b, sizeof(b.at), DT_E_NEWER,
                   "bytes has version 2; this release reads 1");
    b.at[6] = 1;
    b.at[7] = 1;
    assert_no_load(&b, sizeof(b.at), DT_E_NEWER,
                   "bytes has version 257; this release reads 1");
    b.at[6] = b.at[7] = 0;
    assert_no_load(&b, sizeof(b.at), DT_E_TEXT, "bytes is no saved sum");
    b = rich();
    b.at[0] = 'D';
    b = sealed(b);
    assert_no_load(&b, sizeof(b.at), DT_E_TEXT, "bytes is no saved sum");
}

/* The check value that every description of CRC-32 has. */
static void
the_checksum_of_these_tests_is_crc_32(void **state)
{
    (void)state;
    assert_int_equal(crc32((const uint8_t *)"123456789", 9), 0xcbf43926);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_sums_have_the_bytes_that_are_documented),
        cmocka_unit_test(the_way_to_a_sum_leaves_no_trace),
        cmocka_unit_test(every_other_value_of_every_byte_is_refused),
        cmocka_unit_test(bursts_and_swaps_are_refused),
        cmocka_unit_test(every_other_size_is_refused),
        cmocka_unit_test(names_and_versions_are_told_apart),
        cmocka_unit_test(the_checksum_of_these_tests_is_crc_32),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
