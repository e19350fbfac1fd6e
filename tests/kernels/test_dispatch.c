/* SPDX-License-Identifier: MIT */
/* Which instruction set is chosen. */
#include "support.h"

#include <stdlib.h>

#include "kernels/kernels.h"

enum { FMA = 1 << 12, OSXSAVE = 1 << 27, AVX2 = 1 << 5 };
#define AVX512 (UINT32_C(1) << 31 | 3 << 16)

static void
an_instruction_set_needs_all_of_its_parts(void **state)
{
    static const struct { struct dt__cpu cpu; int32_t isa; } cases[] = {
        { { 0, 0, 0 }, DT__ISA_BASELINE },
        { { FMA | OSXSAVE, AVX2, 0x07 }, DT__ISA_AVX2 },
        { { OSXSAVE, AVX2, 0x07 }, DT__ISA_BASELINE },
        { { FMA, AVX2, 0x07 }, DT__ISA_BASELINE },
        { { FMA | OSXSAVE, 0, 0x07 }, DT__ISA_BASELINE },
        { { FMA | OSXSAVE, AVX2, 0x03 }, DT__ISA_BASELINE },
        { { FMA | OSXSAVE, AVX2 | AVX512, 0xe7 }, DT__ISA_AVX512 },
        { { FMA | OSXSAVE, AVX2 | AVX512, 0x67 }, DT__ISA_AVX2 },
        { { FMA | OSXSAVE, AVX2 | 3 << 16, 0xe7 }, DT__ISA_AVX2 },
        { { FMA | OSXSAVE, AVX512, 0xe7 }, DT__ISA_BASELINE },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(dt__isa_of(&cases[i].cpu), cases[i].isa);
}

/* Under that sanitizer there is one set. */
#if defined(__has_feature)
#  if __has_feature(memory_sanitizer)
#    define ONE_SET
#  endif
#endif

/* What the compiler's own run-time library says of the processor. */
static const struct dt__kernels *
best_of_the_machine(void)
{
#if defined(__x86_64__) && !defined(ONE_SET)
    __builtin_cpu_init();
    const int avx2 = __builtin_cpu_supports("avx2") &&
                     __builtin_cpu_supports("fma");
    const int avx512 = avx2 && __builtin_cpu_supports("avx512f") &&
                       __builtin_cpu_supports("avx512dq") &&
                       __builtin_cpu_supports("avx512vl");
    return avx512 ? &dt__kernels_avx512
           : avx2 ? &dt__kernels_avx2 : &dt__kernels_baseline;
#else
    return &dt__kernels_baseline;
#endif
}

/* Before this program chooses any. */
static void
the_first_call_uses_the_best_set_of_the_machine(void **state)
{
    (void)state;
    assert_ptr_equal(dt__kernels(), best_of_the_machine());
    assert_ptr_equal(dt__kernels(), best_of_the_machine());
}

static void
a_choice_holds_and_never_exceeds_the_machine(void **state)
{
    (void)state;
    assert_int_equal(dt__choose_kernels(DT__ISA_BASELINE), DT__ISA_BASELINE);
    assert_ptr_equal(dt__kernels(), &dt__kernels_baseline);
    const int32_t best = dt__choose_kernels(DT__ISA_AVX512);
    assert_true(best >= DT__ISA_BASELINE && best <= DT__ISA_AVX512);
    assert_int_equal(dt__choose_kernels(best), best);
    assert_ptr_equal(dt__kernels(), best_of_the_machine());
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_call_uses_the_best_set_of_the_machine),
        cmocka_unit_test(an_instruction_set_needs_all_of_its_parts),
        cmocka_unit_test(a_choice_holds_and_never_exceeds_the_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
