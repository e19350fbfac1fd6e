/* SPDX-License-Identifier: MIT */
/* The saved form of exact sums: what is saved loads, and what no sum saves is
 * refused. */
#include "saved.h"

#include <float.h>
#include <math.h>

enum { N = 64, LIMBS = 136, FIRST_LIMB = 32, LAST_LIMB = 32 + 4 * (LIMBS - 1) };

static struct dt_series_sum_result
result_of(const struct dt_series_sum *sum, int32_t missing)
{
    struct dt_series_sum_result r;
    assert_int_equal(dt_series_sum_read(sum, missing, &r, NULL), DT_E_OK);
    return r;
}

/* Reads, saves and loads again what was loaded: the bytes say all there is,
 * and no two of them say the same. */
static void
assert_whole(const struct dt_series_sum *sum, const struct bytes *bytes)
{
    struct dt_series_sum again;
    const struct bytes b = saved(sum);

    assert_memory_equal(&b, bytes, sizeof(b));
    assert_int_equal(dt_series_sum_load(&again, b.at, sizeof(b.at), NULL),
                     DT_E_OK);
    for (int32_t missing = 0; missing < 2; missing++) {
        const struct dt_series_sum_result r = result_of(sum, missing);
        const struct dt_series_sum_result s = result_of(&again, missing);
        assert_memory_equal(&r, &s, sizeof(r));
    }
}

/* A number of any size, now and then one that is missing or infinite. */
static double
draw_number(void)
{
    static const double odd[] = { NAN, INFINITY, -INFINITY, 0, -0.0, DBL_MAX,
                                  -DBL_MAX, 0x1p-1074, -0x1p-1074 };
    if (draw_below(6) == 0)
        return odd[draw_below(COUNT(odd))];
    const double m = 1 + ldexp((double)draw_below(1 << 30), -30);
    return ldexp(draw_below(2) ? m : -m, (int)draw_below(2098) - 1074);
}

static void
add_some(struct dt_series_sum *sum)
{
    double x[N], w[N];
    struct dt_series values = years(x, (int64_t)draw_below(N + 1), 0);
    const struct dt_series weights = years(w, N, 0);

    for (int i = 0; i < N; i++) {
        x[i] = draw_number();
        w[i] = draw_number();
    }
    values.flags = draw_below(2) ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
    assert_int_equal(dt_series_sum_add(sum, &values,
                                       draw_below(2) ? &weights : NULL, NULL),
                     DT_E_OK);
}

/* Sums fresh from additions, merged and loaded ones, of any sign and size. */
static void
every_sum_that_is_saved_loads(void **state)
{
    struct dt_series_sum sums[4] = { empty(), empty(), empty(), empty() };

    (void)state;
    for (int trial = 0; trial < 4000; trial++) {
        struct dt_series_sum *sum = &sums[draw_below(4)];
        switch (draw_below(5)) {
        case 0:
            assert_int_equal(dt_series_sum_merge(sum, &sums[draw_below(4)],
                                                 NULL), DT_E_OK);
            break;
        case 1:
            if (draw_below(8) == 0)
                *sum = empty();
            break;
        default:
            add_some(sum);
            break;
        }
        const struct bytes b = saved(sum);
        struct dt_series_sum loaded;
        assert_int_equal(dt_series_sum_load(&loaded, b.at, sizeof(b.at), NULL),
                         DT_E_OK);
        assert_whole(&loaded, &b);
        if (result_of(sum, 1).used > INT64_C(1) << 40)
            *sum = empty();
        else if (draw_below(2))
            *sum = loaded;
    }
}

/* The largest product there is, doubled 62 times. */
static void
the_largest_sums_load(void **state)
{
    static const double most[] = { DBL_MAX }, least[] = { -DBL_MAX };
    const struct dt_series up = years(most, 1, 0), down = years(least, 1, 0);

    (void)state;
    for (int sign = 0; sign < 2; sign++) {
        struct dt_series_sum sum = empty(), loaded;
        assert_int_equal(dt_series_sum_add(&sum, &up, sign ? &up : &down,
                                           NULL), DT_E_OK);
        for (int i = 0; i <= 62; i++) {
            const struct bytes b = saved(&sum);
            assert_int_equal(dt_series_sum_load(&loaded, b.at, sizeof(b.at),
                                                NULL), DT_E_OK);
            assert_whole(&loaded, &b);
            assert_int_equal(result_of(&loaded, 0).used, INT64_C(1) << i);
            assert_int_equal(result_of(&loaded, 0).why,
                             DT_SERIES_WHY_OVERFLOW);
            if (i < 62)
                assert_int_equal(dt_series_sum_merge(&sum, &sum, NULL),
                                 DT_E_OK);
        }
    }
}

/* A saved sum with some bytes of its own; the limb weighs 2^(32 limb - 2148),
 * the last one has a sign. */
static struct bytes
made(int64_t used, int limb, int64_t value, int64_t above)
{
    const struct dt_series_sum none = empty();
    struct bytes b = saved(&none);

    for (int i = 0; i < 8; i++)
        b.at[8 + i] = (uint8_t)((uint64_t)used >> (8 * i));
    for (int i = 0; i < 4; i++)
        b.at[FIRST_LIMB + 4 * limb + i] = (uint8_t)((uint64_t)value >> (8 * i));
    for (int k = limb + 1; k < LIMBS - 1; k++)
        for (int i = 0; i < 4; i++)
            b.at[FIRST_LIMB + 4 * k + i] = above < 0 ? 0xff : 0;
    for (int i = 0; i < 8; i++)
        b.at[LAST_LIMB + i] = (uint8_t)((uint64_t)above >> (8 * i));
    return sealed(b);
}

static void
assert_bad(struct bytes b, const char *message)
{
    struct dt_series_sum sum = empty();
    const struct dt_series_sum before = sum;
    struct dt_error error;

    assert_refused(dt_series_sum_load(&sum, b.at, sizeof(b.at), &error),
                   DT_E_VALUE, &error, message);
    assert_memory_equal(&sum, &before, sizeof(sum));
}

static void
assert_good(struct bytes b)
{
    struct dt_series_sum sum;
    assert_int_equal(dt_series_sum_load(&sum, b.at, sizeof(b.at), NULL),
                     DT_E_OK);
    assert_whole(&sum, &b);
}

/* n products of two doubles stay below n 2^2048: bit 4 of limb 131. */
static void
a_sum_too_large_for_its_count_is_refused(void **state)
{
    const int64_t whole = INT64_C(0x100000000);

    (void)state;
    assert_bad(made(5, 0, 0, INT64_C(1) << 40),
               "used in bytes is 5; too few for the sum");
    assert_bad(made(5, 0, 0, 1), NULL);
    assert_bad(made(5, 0, 0, -2), NULL);
    assert_bad(made(5, 0, 0, INT64_MIN), NULL);
    assert_bad(made(INT64_MAX, 134, 0, -1), NULL);
    assert_bad(made(INT64_MAX, 134, 1, 0), NULL);
    assert_bad(made(INT64_MAX, 133, 8, 0), NULL);
    assert_good(made(INT64_MAX, 133, 7, 0));

    assert_bad(made(1, 131, 16, 0), "used in bytes is 1; too few for the sum");
    assert_good(made(1, 131, 15, 0));
    assert_good(made(2, 131, 16, 0));
    assert_bad(made(1, 131, whole - 16, -1), NULL);
    assert_good(made(1, 131, whole - 15, -1));
    assert_good(made(2, 131, whole - 16, -1));

    assert_bad(made(0, 0, 1, 0), "used in bytes is 0; too few for the sum");
    assert_bad(made(0, 0, whole - 1, -1), NULL);
    assert_good(made(0, 0, 0, 0));
    assert_good(made(1, 0, 1, 0));
}

static void
counts_out_of_range_are_refused(void **state)
{
    static const char *const negative[] = {
        "used in bytes is -9223372036854775808; at least 0",
        "missing in bytes is -9223372036854775808; at least 0",
        "not_finite in bytes is -9223372036854775808; at least 0",
    };
    struct bytes b;

    (void)state;
    for (int i = 0; i < 3; i++) {
        b = made(0, 0, 0, 0);
        b.at[15 + 8 * i] = 0x80;
        assert_bad(sealed(b), negative[i]);
        b.at[15 + 8 * i] = 0x40;
        assert_good(sealed(b));
        b.at[15 + 8 * ((i + 1) % 3)] = 0x40;
        assert_bad(sealed(b), "bytes holds more than 9223372036854775807 "
                              "observations");
    }
    b = made(INT64_MAX, 0, 0, 0);
    assert_good(b);
    b.at[16] = 1;
    assert_bad(sealed(b), NULL);
}

/* Every single bit with a checksum that agrees: refused with a reason, or a sum
 * like any other. */
static void
a_flipped_bit_is_refused_or_makes_a_sum(void **state)
{
    (void)state;
    for (int trial = 0; trial < 12; trial++) {
        struct dt_series_sum sum = empty(), other = empty();
        for (int i = 0; i < trial; i++)
            add_some(&sum);
        add_some(&other);
        for (int bit = 0; bit < 8 * CHECKED; bit++) {
            struct bytes b = saved(&sum);
            struct dt_series_sum loaded = empty(), merged = other;
            struct dt_error error;

            b.at[bit / 8] ^= (uint8_t)(1 << bit % 8);
            b = sealed(b);
            if (dt_series_sum_load(&loaded, b.at, sizeof(b.at), &error) < 0) {
                assert_true(error.message[0] != '\0');
                continue;
            }
            assert_whole(&loaded, &b);
            if (dt_series_sum_merge(&merged, &loaded, NULL) == DT_E_OK) {
                b = saved(&merged);
                assert_good(b);
            }
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sum_that_is_saved_loads),
        cmocka_unit_test(the_largest_sums_load),
        cmocka_unit_test(a_sum_too_large_for_its_count_is_refused),
        cmocka_unit_test(counts_out_of_range_are_refused),
        cmocka_unit_test(a_flipped_bit_is_refused_or_makes_a_sum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
