/* SPDX-License-Identifier: MIT */
/* A test with each set of kernels that the machine runs. */
#ifndef DTGROWTH_TESTS_KERNELS_EACH_ISA_H
#define DTGROWTH_TESTS_KERNELS_EACH_ISA_H

#include "kernels/dispatch.h"

static inline void
each_isa(void (*test)(void))
{
    for (int32_t isa = DT__ISA_BASELINE; isa <= DT__ISA_AVX512; isa++)
        if (dt__choose_kernels(isa) == isa)
            test();
    (void)dt__choose_kernels(DT__ISA_AVX512);
}

#endif
