/* SPDX-License-Identifier: MIT */
/* Sums of blocks and of windows, of every length, on every instruction set that
 * the machine has, against sums one by one. */
#include "each_isa.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include "kernels/kernels.h"
#include "kernels/sum_block.h"
#include "num/num.h"

enum { ROOM = DT__SUM_BLOCK + DT__STEP };

static double x[ROOM];

/* One decimal, and a gap now and then. */
static void
fill(bool gaps)
{
    for (int i = 0; i < ROOM; i++)
        x[i] = gaps && draw_below(20) == 0
                   ? NAN : ((double)draw_below(20000) - 5000) / 10;
}

/* The sum of those that are there; the number of the others. */
static int64_t
add_singly(const double *from, int n, struct dt__sum *sum)
{
    int64_t missing = 0;

    dt__sum_init(sum);
    for (int i = 0; i < n; i++)
        if (isnan(from[i]))
            missing++;
        else
            dt__sum_add(sum, from[i]);
    return missing;
}

static void
compare_blocks(void)
{
    for (int n = DT__STEP; n <= DT__SUM_BLOCK; n += DT__STEP)
        for (int gaps = 0; gaps < 2; gaps++) {
            struct dt__sum all, one;
            int exponent = -2000;
            int64_t missing = 0;

            fill(gaps);
            dt__sum_init(&all);
            const int64_t lacking = add_singly(x, n, &one);
            assert_true(dt__sum_add_block(&all, x, n, true, &exponent,
                                          &missing));
            assert_int_equal(missing, lacking);
            assert_int_equal(exponent, dt__sum_exponent(x, n));
            dt__sum_settle(&all);
            dt__sum_settle(&one);
            assert_memory_equal(all.limb, one.limb, sizeof(all.limb));
            if (lacking > 0)
                assert_false(dt__sum_add_block(&all, x, n, false, &exponent,
                                               &missing));
        }
}

static void
sums_of_blocks_are_those_one_by_one(void **state)
{
    (void)state;
    each_isa(compare_blocks);
}

/* A number that does not fit, wherever it is. */
static void
refuse_blocks(void)
{
    static const double odd[] = { INFINITY, -INFINITY, 0x1p-200, 0x1p1020 };

    for (size_t j = 0; j < COUNT(odd); j++)
        for (int i = 0; i < DT__SUM_BLOCK; i += 7) {
            struct dt__sum sum;
            int exponent = -2000;
            int64_t missing = 0;

            fill(false);
            x[i] = odd[j];
            dt__sum_init(&sum);
            assert_false(dt__sum_add_block(&sum, x, DT__SUM_BLOCK, true,
                                           &exponent, &missing));
            assert_ulp(dt__sum_round(&sum), 0, 0);
        }
}

static void
a_block_that_does_not_fit_is_refused_as_a_whole(void **state)
{
    (void)state;
    each_isa(refuse_blocks);
}

/* The sums, and means, of n windows; what lies behind them stays. */
static void
compare_windows(int n, int window)
{
    double high[ROOM], low[ROOM], mean[ROOM];

    high[n] = low[n] = mean[n] = 7;
    const int said = dt__kernels()->roll(x, n, dt__sum_exponent(x, ROOM),
                                         window, high, low);
    dt__kernels()->quotients(high, low, n, window, mean);
    for (int i = 0; i < n; i++) {
        struct dt__sum sum;

        if (add_singly(x + i, window, &sum) > 0) {
            assert_int_equal(said, DT__SOME_MISSING);
            assert_true(isnan(high[i]) && isnan(low[i]));
            assert_true(dt__bits(mean[i]) == dt__bits(dt__nan()));
            continue;
        }
        assert_ulp(mean[i], dt__sum_mean(&sum, window), 0);
        dt__sum_add(&sum, -high[i]);
        dt__sum_add(&sum, -low[i]);
        assert_ulp(dt__sum_round(&sum), 0, 0);
    }
    assert_true(said == 0 || said == DT__SOME_MISSING);
    assert_true(high[n] == 7 && low[n] == 7 && mean[n] == 7);
}

static void
compare_all_windows(void)
{
    for (int gaps = 0; gaps < 2; gaps++)
        for (int n = DT__STEP; n <= DT__ROLL_BLOCK; n += DT__STEP)
            for (int window = 1; window <= DT__ROLL_MOST; window++) {
                fill(gaps);
                compare_windows(n, window);
            }
}

static void
sums_of_windows_are_those_one_by_one(void **state)
{
    (void)state;
    each_isa(compare_all_windows);
}

/* Inside the windows, and in the rest of their last step, a number that does
 * not fit leaves the sums unwritten. */
static void
refuse_windows(void)
{
    static const double odd[] = { INFINITY, 0x1p-200, -0x1p40 };
    enum { N = DT__ROLL_BLOCK };
    double high[N], low[N];

    for (size_t j = 0; j < COUNT(odd); j++)
        for (int i = 0; i < dt__roll_reads(N, 12); i++) {
            fill(i % 2);
            x[i] = odd[j];
            high[0] = low[N - 1] = 7;
            assert_int_equal(dt__kernels()->roll(x, N, 12, 12, high, low),
                             DT__SOME_DOUBT);
            assert_true(high[0] == 7 && low[N - 1] == 7);
        }
}

static void
windows_that_do_not_fit_are_refused_as_a_whole(void **state)
{
    (void)state;
    each_isa(refuse_windows);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_of_blocks_are_those_one_by_one),
        cmocka_unit_test(a_block_that_does_not_fit_is_refused_as_a_whole),
        cmocka_unit_test(sums_of_windows_are_those_one_by_one),
        cmocka_unit_test(windows_that_do_not_fit_are_refused_as_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
