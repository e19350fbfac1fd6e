/* SPDX-License-Identifier: MIT */
/* Which kernels are used. */
#ifndef DTGROWTH_LIB_KERNELS_DISPATCH_H
#define DTGROWTH_LIB_KERNELS_DISPATCH_H

#include <stdint.h>

struct dt__kernels;

/* Instruction sets; the results do not depend on them. */
enum {
    DT__ISA_BASELINE = 0,
    DT__ISA_AVX2     = 1, /* with FMA */
    DT__ISA_AVX512   = 2  /* F, DQ and VL */
};

/* What cpuid says of an x86 processor, and the register sets that the operating
 * system saves. */
struct dt__cpu {
    uint32_t leaf1_ecx, leaf7_ebx;
    uint64_t saved;
};
int32_t dt__isa_of(const struct dt__cpu *cpu);

/* The table in use: chosen once, by cpuid. */
const struct dt__kernels *dt__kernels(void);

/* Forces the best table up to `isa`, for tests; returns what it became. */
int32_t dt__choose_kernels(int32_t isa);

#endif
