/* Which kernels are used. No constructor, no ifunc, no lock: the one pointer
 * is set at the first call, and threads that race set it to the same value. */
#include "num/kernels.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#if defined(DT__HAVE_X86_KERNELS)
#  include <cpuid.h>

/* The register sets that the operating system saves. */
static uint64_t
saved_states(void)
{
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (uint64_t)high << 32 | low;
}

static int32_t
best_isa(void)
{
    enum { FMA = 1 << 12, OSXSAVE = 1 << 27 };           /* leaf 1, ecx */
    enum { AVX2 = 1 << 5, AVX512F = 1 << 16, AVX512DQ = 1 << 17 };
    const unsigned avx512vl = 1u << 31;                  /* leaf 7, ebx */
    unsigned a, b, c, d, b7, c7, d7;

    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & OSXSAVE) || !(c & FMA) ||
        !__get_cpuid_count(7, 0, &a, &b7, &c7, &d7) || !(b7 & AVX2))
        return DT__ISA_BASELINE;
    const uint64_t saved = saved_states();
    if ((saved & 0x6) != 0x6)
        return DT__ISA_BASELINE;
    return (saved & 0xe0) == 0xe0 && (b7 & AVX512F) && (b7 & AVX512DQ) &&
                   (b7 & avx512vl)
               ? DT__ISA_AVX512 : DT__ISA_AVX2;
}

static const struct dt__kernels *
table(int32_t isa)
{
    if (isa == DT__ISA_BASELINE)
        return &dt__kernels_baseline;
    return isa == DT__ISA_AVX2 ? &dt__kernels_avx2 : &dt__kernels_avx512;
}
#else
static int32_t
best_isa(void)
{
    return DT__ISA_BASELINE;
}

static const struct dt__kernels *
table(int32_t isa)
{
    (void)isa;
    return &dt__kernels_baseline;
}
#endif

/* The only writable object of the library. */
static const struct dt__kernels *_Atomic chosen;

int32_t
dt__choose_kernels(int32_t isa)
{
    const int32_t best = best_isa();
    const int32_t used = isa < best ? isa : best;

    atomic_store_explicit(&chosen, table(used), memory_order_release);
    return used;
}

static int32_t
wanted_isa(void)
{
    const char *name = getenv("DTGROWTH_ISA");

    if (name != NULL && strcmp(name, "baseline") == 0)
        return DT__ISA_BASELINE;
    if (name != NULL && strcmp(name, "avx2") == 0)
        return DT__ISA_AVX2;
    return DT__ISA_AVX512;
}

const struct dt__kernels *
dt__kernels(void)
{
    const struct dt__kernels *kernels =
        atomic_load_explicit(&chosen, memory_order_acquire);

    if (kernels != NULL)
        return kernels;
    (void)dt__choose_kernels(wanted_isa());
    return atomic_load_explicit(&chosen, memory_order_acquire);
}
