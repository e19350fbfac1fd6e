/* SPDX-License-Identifier: MIT */
/* The control word: the default inside, the caller's again outside. */
#include "support.h"

#include <fenv.h>

#include "num/environment.h"

static const int modes[] = {
#ifdef FE_DOWNWARD
    FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO,
#endif
    FE_TONEAREST,
};

static volatile double zero = 0, one = 1, three = 3, five = 5, sink,
                       largest = 0x1p1000, smallest = 0x1p-1000;

/* Raises every flag. */
static void
compute(void)
{
    sink = one / three;
    sink = one / zero;
    sink = zero / zero;
    sink = largest * largest;
    sink = smallest * smallest / three;
}

/* Of any that were set, and of none that was not. */
static void
flags_are_kept_and_none_leaks(void **state)
{
    (void)state;
    for (int set = 0; set <= FE_ALL_EXCEPT; set++) {
        if ((set & FE_ALL_EXCEPT) != set)
            continue;
        assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
        assert_int_equal(feraiseexcept(set), 0);
        /* Some processors raise inexact together with overflow. */
        const int before = fetestexcept(FE_ALL_EXCEPT);
        const struct dt__environment caller = dt__enter();
        compute();
        dt__leave(caller);
        assert_int_equal(fetestexcept(FE_ALL_EXCEPT), before);
    }
    assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
}

static void
rounding_is_to_nearest_inside_and_the_callers_outside(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(modes); i++) {
        assert_int_equal(fesetround(modes[i]), 0);
        const struct dt__environment caller = dt__enter();
        const double third = one / three, fifth = one / five;
        dt__leave(caller);
        const int outside = fegetround();
        assert_int_equal(fesetround(FE_TONEAREST), 0);
        assert_int_equal(outside, modes[i]);
        /* One is rounded down, and the other up. */
        assert_true(third == 0x1.5555555555555p-2);
        assert_true(fifth == 0x1.999999999999ap-3);
    }
}

static void
calls_that_nest_give_back_what_they_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(modes); i++) {
        assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
        assert_int_equal(fesetround(modes[i]), 0);
        const struct dt__environment caller = dt__enter();
        const struct dt__environment inner = dt__enter();
        compute();
        dt__leave(inner);
        dt__leave(caller);
        const int flags = fetestexcept(FE_ALL_EXCEPT), mode = fegetround();
        assert_int_equal(fesetround(FE_TONEAREST), 0);
        assert_int_equal(flags, 0);
        assert_int_equal(mode, modes[i]);
    }
}

/* The word that is the default already stays as it is, with its flags. */
static void
the_default_is_the_word_of_a_new_program(void **state)
{
    (void)state;
    assert_int_equal(dt__read_word() & ~DT__WORD_FLAGS & ~DT__WORD_LOST,
                     DT__WORD_DEFAULT);
    assert_int_equal(DT__WORD_DEFAULT & DT__WORD_FLAGS, 0);
    assert_int_equal(feraiseexcept(FE_DIVBYZERO), 0);
    const uint64_t word = dt__read_word();
    const struct dt__environment caller = dt__enter();
    const uint64_t inside = dt__read_word();
    dt__leave(caller);
    assert_int_equal(inside, word);
    assert_int_equal(dt__read_word(), word);
    assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
}

#if defined(__SSE2__)
/* Flush-to-zero and denormals-are-zero; traps that would end this program. */
static void
subnormals_and_masks_are_the_default_inside(void **state)
{
    static const uint64_t masks = 0x1f80, flush = 0x8040;

    (void)state;
    assert_int_equal(feclearexcept(FE_ALL_EXCEPT), 0);
    const uint64_t word = dt__read_word();
    dt__write_word((word | flush) & ~masks);
    const struct dt__environment caller = dt__enter();
    compute();
    /* Volatile, lest it is computed only outside. */
    const volatile double subnormal = smallest * 0x1p-60;
    dt__leave(caller);
    const uint64_t outside = dt__read_word();
    dt__write_word(word);
    assert_true(subnormal == 0x1p-1060);
    assert_int_equal(outside, (word | flush) & ~masks);
}
#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_is_the_word_of_a_new_program),
        cmocka_unit_test(flags_are_kept_and_none_leaks),
        cmocka_unit_test(rounding_is_to_nearest_inside_and_the_callers_outside),
        cmocka_unit_test(calls_that_nest_give_back_what_they_found),
#if defined(__SSE2__)
        cmocka_unit_test(subnormals_and_masks_are_the_default_inside),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
