/* SPDX-License-Identifier: MIT */
/* Contributions of parts to the growth of a total. */
#include "support.h"

#include <dtgrowth/compare.h>

#include <math.h>
#include <string.h>

enum { ROOM = 8 };

struct fixture {
    double base[ROOM], end[ROOM], values[ROOM];
    uint8_t why[ROOM];
    struct dt_series b, e;
    struct dt_series_out out;
    struct dt_compare_decomposition result;
};

static void
set_up(struct fixture *f, const double *base, const double *end, int64_t parts)
{
    memset(f, 0x55, sizeof(*f));
    memcpy(f->base, base, (size_t)parts * sizeof(double));
    memcpy(f->end, end, (size_t)parts * sizeof(double));
    assert_int_equal(dt_series_view(f->base, parts, 1, DT_SERIES_FREQ_UNDATED,
                                    0, &f->b, NULL),
                     DT_E_OK);
    assert_int_equal(dt_series_view(f->end, parts, 1, DT_SERIES_FREQ_UNDATED, 0,
                                    &f->e, NULL), DT_E_OK);
    f->out = (struct dt_series_out)DT_SERIES_OUT_WHY(f->values, f->why, ROOM);
}

static void
decompose(struct fixture *f, double total_base, double total_end)
{
    assert_int_equal(dt_compare_contributions(&f->b, &f->e, total_base,
                                              total_end, NULL, &f->out,
                                              &f->result, NULL),
                     DT_E_OK);
}

static void
parts_that_add_up_leave_no_discrepancy(void **state)
{
    static const double base[] = { 10, 20, 30 }, end[] = { 11, 19, 36 };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 3);
    decompose(&f, 60, 66);
    assert_ulp(f.values[0], 1.0 / 60, 0);
    assert_ulp(f.values[1], -1.0 / 60, 0);
    assert_ulp(f.values[2], 0.1, 0);
    assert_ulp(f.result.growth, 0.1, 0);
    assert_ulp(f.result.sum, 0.1, 0);
    assert_ulp(f.result.discrepancy, 0, 0);
    assert_ulp(f.result.discrepancy_base, 0, 0);
    assert_ulp(f.result.discrepancy_end, 0, 0);
    assert_int_equal(f.result.index, -1);
    assert_int_equal(f.result.why, DT_SERIES_WHY_DEFINED);
    assert_int_equal(f.result.reserved, 0);
}

static void
a_discrepancy_is_returned_and_never_spread(void **state)
{
    static const double base[] = { 10, 20 }, end[] = { 12, 21 };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 2);
    decompose(&f, 32, 40);
    assert_ulp(f.values[0], 0.0625, 0);
    assert_ulp(f.values[1], 0.03125, 0);
    assert_ulp(f.result.growth, 0.25, 0);
    assert_ulp(f.result.sum, 0.09375, 0);
    assert_ulp(f.result.discrepancy, 0.15625, 0);
    assert_ulp(f.result.discrepancy_base, 2, 0);
    assert_ulp(f.result.discrepancy_end, 7, 0);
}

/* The sum of the rounded contributions differs from the growth by no more
 * than half a unit of each. */
static void
contributions_add_up_within_their_own_roundings(void **state)
{
    uint64_t seed = 12;

    (void)state;
    for (int trial = 0; trial < 2000; trial++) {
        double base[ROOM], end[ROOM], total_base = 0, total_end = 0;
        for (int i = 0; i < ROOM; i++) {
            /* Whole numbers below 2^50: the totals are exact. */
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            base[i] = (double)(seed >> 14) + 1;
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            end[i] = (double)(seed >> 14);
            total_base += base[i];
            total_end += end[i];
        }
        struct fixture f;
        set_up(&f, base, end, ROOM);
        decompose(&f, total_base, total_end);
        double sum = 0, size = 0;
        for (int i = 0; i < ROOM; i++) {
            sum += f.values[i];
            size += fabs(f.values[i]);
        }
        assert_true(fabs(sum - f.result.growth) <= size * 0x1p-52 * (int)ROOM);
        assert_ulp(f.result.sum, f.result.growth, 0);
        assert_ulp(f.result.discrepancy, 0, 0);
    }
}

/* 1e300 comes and goes: only an exact sum leaves the 3. */
static void
large_parts_do_not_drown_small_ones(void **state)
{
    static const double base[] = { 1e300, -1e300, 1 }, end[] = { 2e300, -2e300,
                                                                 4 };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 3);
    decompose(&f, 1, 4);
    assert_ulp(f.result.sum, 3, 0);
    assert_ulp(f.result.discrepancy, 0, 0);
    assert_ulp(f.values[0], 1e300, 0);
}

static void
the_overlap_of_digital_trade_is_the_discrepancy(void **state)
{
    static const double base[] = { 3.21, 1.41 }, end[] = { 4.64, 2.62 };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 2);
    decompose(&f, 4.59, 7.23);
    assert_true(fabs(f.values[0] - 0.3115) < 1e-4);
    assert_true(fabs(f.values[1] - 0.2636) < 1e-4);
    assert_true(fabs(f.result.growth - 0.575) < 1e-3);
    assert_true(fabs(f.result.discrepancy_base + 0.03) < 1e-9);
    assert_true(fabs(f.result.discrepancy_end + 0.03) < 1e-9);
}

static void
a_missing_part_leaves_the_others_alone(void **state)
{
    static const double base[] = { 10, NAN, 30, 5 }, end[] = { 11, 19, NAN,
                                                               INFINITY };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 4);
    decompose(&f, 60, 66);
    assert_ulp(f.values[0], 1.0 / 60, 0);
    assert_int_equal(f.why[0], DT_SERIES_WHY_DEFINED);
    assert_int_equal(f.why[1], DT_SERIES_WHY_BASE_MISSING);
    assert_int_equal(f.why[2], DT_SERIES_WHY_VALUE_MISSING);
    assert_int_equal(f.why[3], DT_SERIES_WHY_NOT_FINITE);
    assert_ulp(f.values[3], NAN, 0);
    assert_int_equal(f.result.why, DT_SERIES_WHY_BASE_MISSING);
    assert_int_equal(f.result.index, 1);
    assert_ulp(f.result.growth, NAN, 0);
    assert_ulp(f.result.sum, NAN, 0);
    assert_ulp(f.result.discrepancy, NAN, 0);
    assert_ulp(f.result.discrepancy_base, NAN, 0);
    assert_ulp(f.result.discrepancy_end, NAN, 0);
}

static void
a_total_that_is_no_base_undefines_everything(void **state)
{
    static const struct { double base, end; int why; } cases[] = {
        { 0, 1, DT_SERIES_WHY_ZERO_BASE },
        { -1, 1, DT_SERIES_WHY_NEGATIVE_BASE },
        { NAN, 1, DT_SERIES_WHY_NOT_FINITE },
        { 1, INFINITY, DT_SERIES_WHY_NOT_FINITE },
    };
    static const double base[] = { 10 }, end[] = { 11 };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        set_up(&f, base, end, 1);
        decompose(&f, cases[i].base, cases[i].end);
        assert_int_equal(f.why[0], cases[i].why);
        assert_ulp(f.values[0], NAN, 0);
        assert_int_equal(f.result.why, cases[i].why);
        assert_int_equal(f.result.index, -1);
    }
}

static void
a_contribution_that_overflows_says_so(void **state)
{
    static const double base[] = { 0, -1.7e308 }, end[] = { 1e308, 1.7e308 };
    struct fixture f;

    (void)state;
    set_up(&f, base, end, 2);
    decompose(&f, 0.5, 1);
    assert_int_equal(f.why[0], DT_SERIES_WHY_OVERFLOW);
    assert_int_equal(f.why[1], DT_SERIES_WHY_OVERFLOW);
}

/* The expected values are exact fractions, rounded. */
static void
a_sum_beyond_the_range_is_still_divided(void **state)
{
    static const double none[ROOM] = { 0 };
    double large[ROOM];
    struct fixture f;

    (void)state;
    for (int i = 0; i < ROOM; i++)
        large[i] = 1.5e308;
    for (int turn = 0; turn < 2; turn++) {
        const double sign = turn == 0 ? 1 : -1;
        set_up(&f, turn == 0 ? none : large, turn == 0 ? large : none, ROOM);
        decompose(&f, 100, 100);
        assert_int_equal(f.result.why, DT_SERIES_WHY_DEFINED);
        assert_ulp(f.result.growth, 0, 0);
        assert_ulp(f.result.sum, sign * 0x1.116ac579aac1fp+1020, 0);
        assert_ulp(f.result.discrepancy, -sign * 0x1.116ac579aac1fp+1020, 0);
        /* These two are beyond a double themselves. */
        assert_ulp(f.result.discrepancy_base, turn == 0 ? 100 : -INFINITY, 0);
        assert_ulp(f.result.discrepancy_end, turn == 0 ? -INFINITY : 100, 0);
    }
    decompose(&f, 0.5, 100);
    assert_ulp(f.result.sum, -INFINITY, 0);
    assert_ulp(f.result.discrepancy, INFINITY, 0);
}

static void
no_parts_leave_all_growth_unexplained(void **state)
{
    struct fixture f;
    const double none = 0;

    (void)state;
    set_up(&f, &none, &none, 0);
    decompose(&f, 4, 5);
    assert_ulp(f.result.sum, 0, 0);
    assert_ulp(f.result.discrepancy, 0.25, 0);
    assert_ulp(f.result.discrepancy_base, 4, 0);
    assert_ulp(f.result.discrepancy_end, 5, 0);
}

static void
assert_refused(struct fixture *f, int32_t code, const char *message)
{
    struct dt_error error;
    struct fixture before = *f;

    assert_error(dt_compare_contributions(&f->b, &f->e, 1, 2, NULL, &f->out,
                                          &f->result, &error),
                 code, &error, message);
    assert_memory_equal(before.values, f->values, sizeof(f->values));
    assert_memory_equal(&before.result, &f->result, sizeof(f->result));
}

static void
bad_arguments_are_refused(void **state)
{
    static const double base[] = { 10, 20 }, end[] = { 12, 21 };
    struct fixture f;
    struct dt_error error;

    (void)state;
    set_up(&f, base, end, 2);
    f.e.length = 1;
    assert_refused(&f, DT_E_LENGTH, "end has 1 elements, base has 2");
    f.e.length = 2;
    f.out.capacity = 1;
    assert_refused(&f, DT_E_CAPACITY, NULL);
    f.out.capacity = 2;
    f.b.unit.vintage = 1;
    f.e.unit.vintage = 2;
    assert_refused(&f, DT_E_VINTAGE, NULL);
    f.e.unit.vintage = 1;
    assert_error(dt_compare_contributions(&f.b, &f.e, 1, 2, NULL, &f.out, NULL,
                                          &error),
                 DT_E_NULL, &error, "result is null");
    assert_error(dt_compare_contributions(NULL, &f.e, 1, 2, NULL, &f.out,
                                          &f.result, &error),
                 DT_E_NULL, &error, "base is null");
    assert_error(dt_compare_contributions(&f.b, NULL, 1, 2, NULL, &f.out,
                                          &f.result, &error),
                 DT_E_NULL, &error, "end is null");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_that_add_up_leave_no_discrepancy),
        cmocka_unit_test(a_discrepancy_is_returned_and_never_spread),
        cmocka_unit_test(contributions_add_up_within_their_own_roundings),
        cmocka_unit_test(large_parts_do_not_drown_small_ones),
        cmocka_unit_test(the_overlap_of_digital_trade_is_the_discrepancy),
        cmocka_unit_test(a_missing_part_leaves_the_others_alone),
        cmocka_unit_test(a_total_that_is_no_base_undefines_everything),
        cmocka_unit_test(a_contribution_that_overflows_says_so),
        cmocka_unit_test(a_sum_beyond_the_range_is_still_divided),
        cmocka_unit_test(no_parts_leave_all_growth_unexplained),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
