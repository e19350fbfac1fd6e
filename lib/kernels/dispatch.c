/* SPDX-License-Identifier: MIT */
/* Which kernels are used. No constructor, no ifunc, no lock: the one pointer
 * is set at the first call, and threads that race set it to the same value. */
#include "kernels/dispatch.h"

#include "kernels/kernels.h"

#include <stdatomic.h>
#include <stddef.h>

int32_t
dt__isa_of(const struct dt__cpu *cpu)
{
    enum { FMA = 1 << 12, OSXSAVE = 1 << 27 };
    enum { AVX2 = 1 << 5, AVX512F = 1 << 16, AVX512DQ = 1 << 17 };
    const uint32_t avx512vl = UINT32_C(1) << 31;
    const uint32_t one = FMA | OSXSAVE;
    const uint32_t seven = AVX512F | AVX512DQ | avx512vl;

    if ((cpu->leaf1_ecx & one) != one || !(cpu->leaf7_ebx & AVX2) ||
        (cpu->saved & 0x06) != 0x06)
        return DT__ISA_BASELINE;
    return (cpu->leaf7_ebx & seven) == seven && (cpu->saved & 0xe0) == 0xe0
               ? DT__ISA_AVX512 : DT__ISA_AVX2;
}

#if defined(DT__HAVE_X86_KERNELS)
#  include <cpuid.h>

static int32_t
dispatch_best(void)
{
    struct dt__cpu cpu = { 0, 0, 0 };
    unsigned a, b, c, d;

    if (__get_cpuid(1, &a, &b, &c, &d))
        cpu.leaf1_ecx = c;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d))
        cpu.leaf7_ebx = b;
    if (cpu.leaf1_ecx >> 27 & 1) {
        __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
        cpu.saved = (uint64_t)d << 32 | a;
    }
    return dt__isa_of(&cpu);
}

static const struct dt__kernels *
dispatch_table(int32_t isa)
{
    if (isa == DT__ISA_BASELINE)
        return &dt__kernels_baseline;
    return isa == DT__ISA_AVX2 ? &dt__kernels_avx2 : &dt__kernels_avx512;
}
#else
static int32_t
dispatch_best(void)
{
    return DT__ISA_BASELINE;
}

static const struct dt__kernels *
dispatch_table(int32_t isa)
{
    (void)isa;
    return &dt__kernels_baseline;
}
#endif

/* The only writable object of the library. */
static const struct dt__kernels *_Atomic dispatch_chosen;

int32_t
dt__choose_kernels(int32_t isa)
{
    const int32_t best = dispatch_best();
    const int32_t used = isa < best ? isa : best;

    atomic_store_explicit(&dispatch_chosen, dispatch_table(used),
                          memory_order_release);
    return used;
}

const struct dt__kernels *
dt__kernels(void)
{
    const struct dt__kernels *kernels =
        atomic_load_explicit(&dispatch_chosen, memory_order_acquire);

    if (kernels != NULL)
        return kernels;
    (void)dt__choose_kernels(DT__ISA_AVX512);
    return atomic_load_explicit(&dispatch_chosen, memory_order_acquire);
}
