/* The floating-point control word. Functions of series compute under the
 * default one (to nearest, subnormals kept, traps masked) and give back the
 * caller's, with its flags, so that their results hold in any mode. Scalars
 * assume it, as <math.h> does: reading the word costs more than they. */
#ifndef DTGROWTH_LIB_NUM_ENVIRONMENT_H
#define DTGROWTH_LIB_NUM_ENVIRONMENT_H

#include <stdint.h>

#if defined(__SSE2__)
#  include <xmmintrin.h>

struct dt__environment {
    uint32_t control;
#  if defined(__i386__)
    uint32_t x87[7]; /* Integers of 64 bits become doubles through it. */
#  endif
};

static inline struct dt__environment
dt__enter(void)
{
    struct dt__environment caller;
#  if defined(__i386__)
    const uint16_t standard = 0x37f;
    __asm__ volatile("fnstenv %0" : "=m"(caller.x87) :: "memory");
    __asm__ volatile("fldcw %0" :: "m"(standard) : "memory");
#  endif
    caller.control = _mm_getcsr();
    _mm_setcsr(0x1f80);
    __asm__ volatile("" ::: "memory");
    return caller;
}

static inline void
dt__leave(struct dt__environment caller)
{
    __asm__ volatile("" ::: "memory");
    _mm_setcsr(caller.control);
#  if defined(__i386__)
    __asm__ volatile("fldenv %0" :: "m"(caller.x87) : "memory");
#  endif
}

#else

struct dt__environment {
    uint64_t control, status;
};

#  if defined(__aarch64__)

static inline struct dt__environment
dt__enter(void)
{
    struct dt__environment caller;
    const uint64_t standard = 0;
    __asm__ volatile("mrs %0, fpcr" : "=r"(caller.control) :: "memory");
    __asm__ volatile("mrs %0, fpsr" : "=r"(caller.status) :: "memory");
    __asm__ volatile("msr fpcr, %0" :: "r"(standard) : "memory");
    return caller;
}

static inline void
dt__leave(struct dt__environment caller)
{
    __asm__ volatile("msr fpcr, %0" :: "r"(caller.control) : "memory");
    __asm__ volatile("msr fpsr, %0" :: "r"(caller.status) : "memory");
}

#  elif defined(__arm__) && defined(__ARM_FP)

static inline struct dt__environment
dt__enter(void)
{
    uint32_t word;
    const uint32_t standard = 0;
    __asm__ volatile("vmrs %0, fpscr" : "=r"(word) :: "memory");
    __asm__ volatile("vmsr fpscr, %0" :: "r"(standard) : "memory");
    return (struct dt__environment){ word, 0 };
}

static inline void
dt__leave(struct dt__environment caller)
{
    const uint32_t word = (uint32_t)caller.control;
    __asm__ volatile("vmsr fpscr, %0" :: "r"(word) : "memory");
}

#  elif defined(__riscv_flen) && __riscv_flen >= 64

static inline struct dt__environment
dt__enter(void)
{
    unsigned long word;
    __asm__ volatile("csrrw %0, fcsr, zero" : "=r"(word) :: "memory");
    return (struct dt__environment){ word, 0 };
}

static inline void
dt__leave(struct dt__environment caller)
{
    const unsigned long word = (unsigned long)caller.control;
    __asm__ volatile("csrw fcsr, %0" :: "r"(word) : "memory");
}

#  elif defined(__s390x__)

static inline struct dt__environment
dt__enter(void)
{
    uint32_t word;
    const uint32_t standard = 0;
    __asm__ volatile("efpc %0" : "=d"(word) :: "memory");
    __asm__ volatile("sfpc %0" :: "d"(standard) : "memory");
    return (struct dt__environment){ word, 0 };
}

static inline void
dt__leave(struct dt__environment caller)
{
    const uint32_t word = (uint32_t)caller.control;
    __asm__ volatile("sfpc %0" :: "d"(word) : "memory");
}

#  elif defined(__powerpc64__)

static inline struct dt__environment
dt__enter(void)
{
    double word;
    const double standard = 0;
    struct dt__environment caller = { 0, 0 };
    __asm__ volatile("mffs %0" : "=d"(word) :: "memory");
    __builtin_memcpy(&caller.control, &word, sizeof(word));
    __asm__ volatile("mtfsf 0xff, %0" :: "d"(standard) : "memory");
    return caller;
}

static inline void
dt__leave(struct dt__environment caller)
{
    double word;
    __builtin_memcpy(&word, &caller.control, sizeof(word));
    __asm__ volatile("mtfsf 0xff, %0" :: "d"(word) : "memory");
}

#  else

/* Elsewhere the default is assumed. */
static inline struct dt__environment
dt__enter(void)
{
    return (struct dt__environment){ 0, 0 };
}

static inline void
dt__leave(struct dt__environment caller)
{
    (void)caller;
}

#  endif
#endif

#endif
