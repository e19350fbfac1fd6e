/* SPDX-License-Identifier: MIT */
/* The floating-point control word. Functions of series compute under the
 * default one (to nearest, subnormals kept, traps masked) and give back the
 * caller's, with its flags, so that their results hold in any mode. Scalars
 * assume it, as <math.h> does: reading the word costs more than they. */
#ifndef DTGROWTH_LIB_NUM_ENVIRONMENT_H
#define DTGROWTH_LIB_NUM_ENVIRONMENT_H

#include <stdint.h>
#include <string.h>

/* The two instructions of a processor: how the word is read, and written. */
#define DT__WORD_BY(type, read, to, write, from)             \
    static inline uint64_t dt__read_word(void)               \
    {                                                        \
        type word;                                           \
        __asm__ volatile(read : to(word) :: "memory");       \
        return word;                                         \
    }                                                        \
    static inline void dt__write_word(uint64_t bits)         \
    {                                                        \
        const type word = (type)bits;                        \
        __asm__ volatile(write :: from(word) : "memory");    \
    }

/* DT__WORD_FLAGS are the bits that computing sets and is not ruled by,
 * DT__WORD_LOST those that no call preserves. */
#if defined(__x86_64__)
#  define DT__WORD_DEFAULT 0x1f80
#  define DT__WORD_FLAGS   UINT64_C(0x3f)
/* To read it takes longer than to write it. */
#  define DT__WORD_UNREAD  1
DT__WORD_BY(uint32_t, "stmxcsr %0", "=m", "ldmxcsr %0", "m")

#elif defined(__i386__) && defined(__SSE2__)
/* Integers of 64 bits become doubles through the x87, whose control word begins
 * at bit 32 here, and its flags at bit 48. */
#  define DT__WORD_DEFAULT UINT64_C(0x0000033f00001f80)
#  define DT__WORD_FLAGS   UINT64_C(0x007f00000000003f)

static inline uint64_t
dt__read_word(void)
{
    uint32_t word;
    uint16_t control, flags;
    __asm__ volatile("stmxcsr %0" : "=m"(word) :: "memory");
    __asm__ volatile("fnstcw %0" : "=m"(control) :: "memory");
    __asm__ volatile("fnstsw %0" : "=m"(flags) :: "memory");
    return (uint64_t)(flags & 0x7fU) << 48 |
           (uint64_t)(control & 0xf3fU) << 32 | word;
}

/* Flags of the x87 are loaded with all of its environment alone. */
static inline void
dt__write_word(uint64_t bits)
{
    const uint32_t word = (uint32_t)bits;
    uint32_t x87[7];
    __asm__ volatile("fnstenv %0" : "=m"(x87) :: "memory");
    x87[0] = (x87[0] & ~0xf3fU) | (uint32_t)(bits >> 32 & 0xf3f);
    x87[1] = (x87[1] & ~0xffU) | (uint32_t)(bits >> 48);
    __asm__ volatile("fldenv %0" :: "m"(x87) : "memory");
    __asm__ volatile("ldmxcsr %0" :: "m"(word) : "memory");
}

#elif defined(__aarch64__)
#  define DT__WORD_FLAGS   UINT64_C(0xffffffff00000000)

static inline uint64_t
dt__read_word(void)
{
    uint64_t control, flags;
    __asm__ volatile("mrs %0, fpcr" : "=r"(control) :: "memory");
    __asm__ volatile("mrs %0, fpsr" : "=r"(flags) :: "memory");
    return flags << 32 | (uint32_t)control;
}

static inline void
dt__write_word(uint64_t bits)
{
    __asm__ volatile("msr fpcr, %0" :: "r"(bits & 0xffffffff) : "memory");
    __asm__ volatile("msr fpsr, %0" :: "r"(bits >> 32) : "memory");
}

#elif defined(__arm__) && defined(__ARM_FP)
#  define DT__WORD_FLAGS   UINT64_C(0x0800009f)
#  define DT__WORD_LOST    UINT64_C(0xf0000000) /* of the last comparison */
DT__WORD_BY(uint32_t, "vmrs %0, fpscr", "=r", "vmsr fpscr, %0", "r")

#elif defined(__riscv_flen) && __riscv_flen >= 64
#  define DT__WORD_FLAGS   UINT64_C(0x1f)
DT__WORD_BY(unsigned long, "csrr %0, fcsr", "=r", "csrw fcsr, %0", "r")

#elif defined(__s390x__)
#  define DT__WORD_FLAGS   UINT64_C(0x00f8ff00)
DT__WORD_BY(uint32_t, "efpc %0", "=d", "sfpc %0", "d")

#elif defined(__powerpc64__)
#  define DT__WORD_FLAGS   UINT64_C(0xfff80f00)
#  define DT__WORD_LOST    UINT64_C(0xffffffff0007f000) /* of the last result */

static inline uint64_t
dt__read_word(void)
{
    double word;
    uint64_t bits;
    __asm__ volatile("mffs %0" : "=d"(word) :: "memory");
    memcpy(&bits, &word, sizeof(bits));
    return bits;
}

static inline void
dt__write_word(uint64_t bits)
{
    double word;
    memcpy(&word, &bits, sizeof(word));
    __asm__ volatile("mtfsf 0xff, %0" :: "d"(word) : "memory");
}

#else /* Elsewhere the default is assumed. */
#  define DT__WORD_FLAGS   UINT64_C(0)

static inline uint64_t
dt__read_word(void)
{
    return 0;
}

static inline void
dt__write_word(uint64_t bits)
{
    (void)bits;
}
#endif

#if !defined(DT__WORD_DEFAULT)
#  define DT__WORD_DEFAULT 0
#endif
#if !defined(DT__WORD_LOST)
#  define DT__WORD_LOST UINT64_C(0)
#endif
#if !defined(DT__WORD_UNREAD)
#  define DT__WORD_UNREAD 0
#endif

struct dt__environment {
    uint64_t word;
};

/* The word is written only where it differs, since that costs most. */
static inline struct dt__environment
dt__enter(void)
{
    const struct dt__environment caller = { dt__read_word() };

    if ((caller.word & ~DT__WORD_FLAGS & ~DT__WORD_LOST) != DT__WORD_DEFAULT)
        dt__write_word(DT__WORD_DEFAULT);
    return caller;
}

static inline void
dt__leave(struct dt__environment caller)
{
    if (DT__WORD_UNREAD ||
        ((dt__read_word() ^ caller.word) & ~DT__WORD_LOST) != 0)
        dt__write_word(caller.word);
}

#endif
