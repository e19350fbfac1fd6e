/* SPDX-License-Identifier: MIT */
/* Exact sums: what they come to, and the laws of merging and saving. */
#include "make.h"

#include <math.h>
#include <string.h>

#include "kernels/kernels.h"
#include "num/num.h"

enum { N = 5000 };

static double x[3 * N];

static uint64_t seed = 11;

static uint64_t
draw(void)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return seed >> 11;
}

/* Numbers of 2 `spread` binades, of both signs. */
static void
fill(uint64_t spread)
{
    for (int i = 0; i < 3 * N; i++)
        x[i] = ldexp((double)draw(), (int)(draw() % (2 * spread)) -
                                         (int)spread - 50) *
               (draw() % 2 ? 1 : -1);
}

static struct dt_series_sum
empty(void)
{
    struct dt_series_sum sum;
    assert_int_equal(dt_series_sum_init(&sum, NULL), DT_E_OK);
    return sum;
}

static void
add(struct dt_series_sum *sum, const double *values, int64_t length)
{
    const struct dt_series s = years(values, length, 0);
    assert_int_equal(dt_series_sum_add(sum, &s, NULL, NULL), DT_E_OK);
}

static struct dt_series_sum_result
result_of(const struct dt_series_sum *sum, int32_t missing)
{
    struct dt_series_sum_result r;
    assert_int_equal(dt_series_sum_read(sum, missing, &r, NULL), DT_E_OK);
    return r;
}

static double
one_by_one(const double *values, int64_t length)
{
    struct dt__sum sum;
    dt__sum_init(&sum);
    for (int64_t i = 0; i < length; i++)
        dt__sum_add(&sum, values[i]);
    return dt__sum_round(&sum);
}

static void
blocks_add_up_like_single_numbers(void **state)
{
    static const int64_t lengths[] = { 0, 1, 95, 96, 1000, 1023, 1024, 1025,
                                       2048, N };

    (void)state;
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++) {
        (void)dt__choose_kernels(isa);
        for (uint64_t spread = 1; spread <= 900; spread = 3 * spread + 1) {
            fill(spread);
            for (size_t i = 0; i < COUNT(lengths); i++) {
                struct dt_series_sum sum = empty();
                add(&sum, x, lengths[i]);
                const struct dt_series_sum_result r = result_of(&sum, 0);
                assert_ulp(r.sum, one_by_one(x, lengths[i]), 0);
                assert_int_equal(r.used, lengths[i]);
                assert_int_equal(r.why, DT_SERIES_WHY_DEFINED);
                assert_int_equal(r.missing + r.not_finite + r.reserved, 0);
            }
        }
    }
}

/* Numbers whose last bits are just inside and just outside of what a kernel
 * holds, and the largest ones of a block. */
static void
what_a_kernel_cannot_hold_is_not_lost(void **state)
{
    (void)state;
    for (int e = -1070; e <= 1010; e += 16)
        for (int low = 30; low <= 100; low++) {
            for (int i = 0; i < 1024; i++)
                x[i] = i % 2 ? ldexp(1, e) : -ldexp(1, e);
            x[500] = ldexp(1.5, e - low);
            x[501] = ldexp(0x1.fffffffffffffp0, e);
            struct dt_series_sum sum = empty();
            add(&sum, x, 1024);
            assert_ulp(result_of(&sum, 0).sum, one_by_one(x, 1024), 0);
        }
}

static void
assert_same(const struct dt_series_sum *a, const struct dt_series_sum *b)
{
    uint8_t p[DT_SERIES_SUM_BYTES], q[DT_SERIES_SUM_BYTES];
    assert_int_equal(dt_series_sum_save(a, p, sizeof(p), NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_save(b, q, sizeof(q), NULL), DT_E_OK);
    assert_memory_equal(p, q, sizeof(p));
}

/* Any cut into parts, merged in any order, saved and loaded on the way. */
static void
every_partition_gives_the_same_bytes(void **state)
{
    (void)state;
    for (uint64_t spread = 1; spread <= 900; spread *= 30) {
        fill(spread);
        struct dt_series_sum whole = empty();
        add(&whole, x, N);
        for (int trial = 0; trial < 60; trial++) {
            struct dt_series_sum merged = empty(), part;
            uint8_t bytes[DT_SERIES_SUM_BYTES];
            for (int64_t i = 0, n; i < N; i += n) {
                n = 1 + (int64_t)(draw() % (trial % 3 ? 400 : 2500));
                n = n < N - i ? n : N - i;
                part = empty();
                add(&part, x + i, n);
                assert_int_equal(dt_series_sum_save(&part, bytes,
                                                    sizeof(bytes), NULL),
                                 DT_E_OK);
                assert_int_equal(dt_series_sum_load(&part, bytes, sizeof(bytes),
                                                    NULL), DT_E_OK);
                /* From the left and from the right. */
                struct dt_series_sum *to = draw() % 2 ? &merged : &part;
                assert_int_equal(dt_series_sum_merge(
                    to, to == &merged ? &part : &merged, NULL), DT_E_OK);
                merged = *to;
            }
            assert_same(&merged, &whole);
        }
    }
}

static void
a_sum_may_be_merged_with_itself(void **state)
{
    static const double three[] = { 1, 2, NAN };
    struct dt_series_sum sum = empty();

    (void)state;
    add(&sum, three, 3);
    assert_int_equal(dt_series_sum_merge(&sum, &sum, NULL), DT_E_OK);
    const struct dt_series_sum_result r =
        result_of(&sum, DT_SERIES_MISSING_SKIPPED);
    assert_ulp(r.sum, 6, 0);
    assert_ulp(r.mean, 1.5, 0);
    assert_int_equal(r.used, 4);
    assert_int_equal(r.missing, 2);
}

/* Into an empty sum, out of one, and twice over. */
static void
a_merge_adds_every_count(void **state)
{
    static const double five[] = { 1, 2, NAN, INFINITY, -INFINITY };
    static const double two[] = { NAN, INFINITY };

    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        struct dt_series_sum to = empty(), from = empty();
        add(turn == 0 ? &from : &to, five, 5);
        assert_int_equal(dt_series_sum_merge(&to, &from, NULL), DT_E_OK);
        struct dt_series_sum_result r = result_of(&to, 1);
        assert_int_equal(r.used, 2);
        assert_int_equal(r.missing, 1);
        assert_int_equal(r.not_finite, 2);
        assert_int_equal(r.why, DT_SERIES_WHY_NOT_FINITE);
        from = empty();
        add(&from, two, 2);
        assert_int_equal(dt_series_sum_merge(&to, &from, NULL), DT_E_OK);
        r = result_of(&to, 1);
        assert_int_equal(r.used, 2);
        assert_int_equal(r.missing, 2);
        assert_int_equal(r.not_finite, 3);
    }
}

static void
what_is_missing_leaves_a_sum_undefined_unless_skipped(void **state)
{
    struct dt_series_sum sum = empty();

    (void)state;
    fill(3);
    double expected[N];
    memcpy(expected, x, sizeof(expected));
    for (int i = 0; i < N; i += 7) {
        x[i] = NAN;
        expected[i] = 0;
    }
    add(&sum, x, N);
    struct dt_series_sum_result r = result_of(&sum, DT_SERIES_MISSING_COUNTS);
    assert_int_equal(r.why, DT_SERIES_WHY_VALUE_MISSING);
    assert_ulp(r.sum, NAN, 0);
    assert_ulp(r.mean, NAN, 0);
    r = result_of(&sum, DT_SERIES_MISSING_SKIPPED);
    assert_ulp(r.sum, one_by_one(expected, N), 0);
    assert_int_equal(r.missing, (N + 6) / 7);
    assert_int_equal(r.used, N - (N + 6) / 7);
}

static void
infinities_are_counted_and_undefine(void **state)
{
    struct dt_series_sum sum = empty();

    (void)state;
    fill(3);
    x[1500] = INFINITY;
    x[1501] = -INFINITY;
    add(&sum, x, N);
    const struct dt_series_sum_result r =
        result_of(&sum, DT_SERIES_MISSING_SKIPPED);
    assert_int_equal(r.why, DT_SERIES_WHY_NOT_FINITE);
    assert_int_equal(r.not_finite, 2);
    assert_int_equal(r.used, N - 2);
}

static void
a_sum_too_large_for_a_double_overflows_and_comes_back(void **state)
{
    static const double up[] = { 1.7e308, 1.7e308 }, down[] = { -1.7e308 };
    struct dt_series_sum sum = empty();

    (void)state;
    add(&sum, up, 2);
    assert_int_equal(result_of(&sum, 0).why, DT_SERIES_WHY_OVERFLOW);
    assert_ulp(result_of(&sum, 0).sum, NAN, 0);
    add(&sum, down, 1);
    assert_ulp(result_of(&sum, 0).sum, 1.7e308, 0);
}

/* The last of four terms alone says that the mean is no tie. */
static void
a_mean_is_rounded_once_whatever_its_sum(void **state)
{
    static const double tie[] = { 1, 0x1p-53, 0x1p-200, 0 };
    static const double thirds[] = { 3, 0x3p-53, 0x1p-900 };
    struct dt_series_sum sum = empty(), one = empty();

    (void)state;
    add(&sum, tie, 4);
    assert_ulp(result_of(&sum, 0).mean, 0x1.0000000000001p-2, 0);
    sum = empty();
    add(&sum, thirds, 3);
    assert_ulp(result_of(&sum, 0).mean, 0x1.0000000000001p0, 0);
    /* 2^53 + 1 observations of 1: their number is no double. */
    sum = empty();
    add(&sum, tie, 1);
    add(&one, tie, 1);
    for (int i = 0; i < 53; i++)
        assert_int_equal(dt_series_sum_merge(&sum, &sum, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_merge(&sum, &one, NULL), DT_E_OK);
    assert_ulp(result_of(&sum, 0).mean, 1, 0);
}

static void
strides_and_bitmaps_are_followed_in_blocks(void **state)
{
    static uint8_t bits[N / 8 + 2];
    double kept[N];
    int64_t count = 0;
    struct dt_series_sum sum = empty();

    (void)state;
    fill(2);
    for (size_t i = 0; i < sizeof(bits); i++)
        bits[i] = (uint8_t)draw();
    struct dt_series s = years(x + 3 * (N - 1), N, 0);
    s.stride = -3;
    s.validity = bits;
    s.validity_offset = 5;
    for (int64_t i = 0; i < N; i++)
        if (!dt_series_is_missing(&s, i))
            kept[count++] = dt_series_at(&s, i);
    assert_int_equal(dt_series_sum_add(&sum, &s, NULL, NULL), DT_E_OK);
    const struct dt_series_sum_result r =
        result_of(&sum, DT_SERIES_MISSING_SKIPPED);
    assert_ulp(r.sum, one_by_one(kept, count), 0);
    assert_int_equal(r.used, count);
}

/* In every block, or in some; beside an infinity, blocks are left for the way
 * of single numbers. */
static void
nan_in_long_arrays_is_counted_and_left_out(void **state)
{
    static const uint64_t rare[] = { 1, 2, 50, 1500 };
    double kept[N];

    (void)state;
    for (size_t r = 0; r < sizeof(rare) / sizeof(rare[0]); r++) {
        struct dt_series_sum sum = empty();
        int64_t count = 0;

        fill(r + 1);
        for (int i = 0; i < N; i++) {
            if (draw() % rare[r] == 0)
                x[i] = r % 2 ? (double)NAN : -(double)NAN;
            else
                kept[count++] = x[i];
        }
        add(&sum, x, N);
        const struct dt_series_sum_result result =
            result_of(&sum, DT_SERIES_MISSING_SKIPPED);
        assert_int_equal(result.used, count);
        assert_int_equal(result.missing, N - count);
        assert_ulp(result.sum, one_by_one(kept, count), 0);

        /* Where NaN is a value, it is none that is finite. */
        struct dt_series plain = years(x, N, 0);
        plain.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
        sum = empty();
        assert_int_equal(dt_series_sum_add(&sum, &plain, NULL, NULL), DT_E_OK);
        assert_int_equal(result_of(&sum, 0).not_finite, N - count);

        x[N / 2] = (double)INFINITY;
        sum = empty();
        add(&sum, x, N);
        assert_int_equal(result_of(&sum, 0).not_finite, 1);
    }
}

static void
weights_meet_by_period(void **state)
{
    static const double values[] = { 0.1, 0.2, 0.3, NAN };
    static const double weights[] = { 2, 3, 4 };
    const struct dt_series v = years(values, 4, 2020);
    const struct dt_series w = years(weights, 3, 2021);
    struct dt_series_sum top = empty(), bottom = empty();
    double mean;
    int32_t why;

    (void)state;
    assert_int_equal(dt_series_sum_add(&top, &v, &w, NULL), DT_E_OK);
    add(&bottom, weights, 2);
    const struct dt_series_sum_result r =
        result_of(&top, DT_SERIES_MISSING_SKIPPED);
    assert_int_equal(r.used, 2);
    assert_int_equal(r.missing, 2); /* No weight in 2020, no value in 2023. */
    /* 0.2 * 2 + 0.3 * 3 as doubles, and rounded once. */
    assert_ulp(r.sum, 1.3, 0);
    assert_int_equal(dt_series_sum_ratio(&top, &bottom,
                                         DT_SERIES_MISSING_SKIPPED, &mean,
                                         &why, NULL), DT_E_OK);
    assert_ulp(mean, 0.26, 0);
    assert_int_equal(why, DT_SERIES_WHY_DEFINED);
}

static void
sums_beyond_the_range_have_a_ratio(void **state)
{
    static const double large[] = { 1.5e308, 1.5e308 };
    static const double small[] = { 0x1p-600 }, three[] = { 0x3p-600 };
    const struct dt_series w = years(small, 1, 0), v = years(three, 1, 0);
    struct dt_series_sum top = empty(), bottom = empty();
    double ratio;
    int32_t why;

    (void)state;
    add(&top, large, 2);
    assert_int_equal(dt_series_sum_ratio(&top, &top, DT_SERIES_MISSING_COUNTS,
                                         &ratio, &why, NULL), DT_E_OK);
    assert_int_equal(why, DT_SERIES_WHY_DEFINED);
    assert_ulp(ratio, 1, 0);
    /* Products of 2^-1200. */
    top = empty();
    assert_int_equal(dt_series_sum_add(&top, &v, &w, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_add(&bottom, &w, &w, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_ratio(&top, &bottom,
                                         DT_SERIES_MISSING_COUNTS, &ratio,
                                         &why, NULL), DT_E_OK);
    assert_int_equal(why, DT_SERIES_WHY_DEFINED);
    assert_ulp(ratio, 3, 0);
}

static void
a_ratio_has_a_reason_where_it_has_no_value(void **state)
{
    static const double one[] = { 1 }, zero[] = { 0 }, gap[] = { NAN },
                        far[] = { INFINITY }, tiny[] = { 0x1p-1074 },
                        huge[] = { 1e300 }, two[] = { 1.7e308, 1.7e308 };
    static const struct { const double *top, *bottom; int why; } cases[] = {
        { one, zero, DT_SERIES_WHY_ZERO_BASE },
        { gap, one, DT_SERIES_WHY_VALUE_MISSING },
        { one, gap, DT_SERIES_WHY_BASE_MISSING },
        { far, one, DT_SERIES_WHY_NOT_FINITE },
        { one, far, DT_SERIES_WHY_NOT_FINITE },
        { huge, tiny, DT_SERIES_WHY_OVERFLOW },
        { two, one, DT_SERIES_WHY_OVERFLOW },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct dt_series_sum top = empty(), bottom = empty();
        double ratio = 7;
        int32_t why = 77;
        add(&top, cases[i].top, cases[i].top == two ? 2 : 1);
        add(&bottom, cases[i].bottom, 1);
        assert_int_equal(dt_series_sum_ratio(&top, &bottom,
                                             DT_SERIES_MISSING_COUNTS, &ratio,
                                             &why, NULL),
                         DT_E_OK);
        assert_int_equal(why, cases[i].why);
        assert_ulp(ratio, NAN, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_add_up_like_single_numbers),
        cmocka_unit_test(what_a_kernel_cannot_hold_is_not_lost),
        cmocka_unit_test(every_partition_gives_the_same_bytes),
        cmocka_unit_test(a_sum_may_be_merged_with_itself),
        cmocka_unit_test(a_merge_adds_every_count),
        cmocka_unit_test(what_is_missing_leaves_a_sum_undefined_unless_skipped),
        cmocka_unit_test(infinities_are_counted_and_undefine),
        cmocka_unit_test(a_sum_too_large_for_a_double_overflows_and_comes_back),
        cmocka_unit_test(a_mean_is_rounded_once_whatever_its_sum),
        cmocka_unit_test(strides_and_bitmaps_are_followed_in_blocks),
        cmocka_unit_test(nan_in_long_arrays_is_counted_and_left_out),
        cmocka_unit_test(weights_meet_by_period),
        cmocka_unit_test(sums_beyond_the_range_have_a_ratio),
        cmocka_unit_test(a_ratio_has_a_reason_where_it_has_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
