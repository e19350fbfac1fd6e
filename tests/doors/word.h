/* SPDX-License-Identifier: MIT */
/* Floating-point environments, and what a call may not change of one. */
#ifndef DTGROWTH_TESTS_WORD_H
#define DTGROWTH_TESTS_WORD_H

#include <errno.h>
#include <fenv.h>
#include <stdint.h>

#if defined(__SSE2__)
#  include <xmmintrin.h>
#endif

/* What a thread may set. Control words are those of SSE, or of aarch64. */
struct environment {
    const char *name;
    int mode, raised;
    unsigned on, off;         /* Bits of the control word. */
    unsigned x87_on, x87_off; /* Of that of the x87. */
};

/* What a call may not change. */
struct state {
    int mode, flags, number;
    unsigned control, x87, x87_flags;
};

enum { NUMBER = 1234 }; /* Of errno. */

static const struct environment environments[] = {
    { "the default", FE_TONEAREST, 0, 0, 0, 0, 0 },
#if defined(FE_DOWNWARD)
    { "downwards", FE_DOWNWARD, 0, 0, 0, 0, 0 },
    { "upwards", FE_UPWARD, 0, 0, 0, 0, 0 },
    { "towards zero", FE_TOWARDZERO, 0, 0, 0, 0, 0 },
    { "upwards, all flags", FE_UPWARD, FE_ALL_EXCEPT, 0, 0, 0, 0 },
#endif
    { "a flag", FE_TONEAREST, FE_DIVBYZERO, 0, 0, 0, 0 },
    { "all flags", FE_TONEAREST, FE_ALL_EXCEPT, 0, 0, 0, 0 },
#if defined(__SSE2__)
    { "flush-to-zero", FE_TONEAREST, 0, 0x8000, 0, 0, 0 },
    { "denormals-are-zero", FE_TONEAREST, 0, 0x40, 0, 0, 0 },
    { "both", FE_TONEAREST, 0, 0x8040, 0, 0, 0 },
    { "both, upwards", FE_UPWARD, 0, 0x8040, 0, 0, 0 },
    { "open traps", FE_TONEAREST, 0, 0, 0x1f80, 0, 0x3f },
    { "open traps, flushed, downwards", FE_DOWNWARD, 0, 0x8040, 0x1f80, 0,
      0x3f },
    { "x87 of 24 bits", FE_TONEAREST, 0, 0, 0, 0, 0x300 },
#elif defined(__aarch64__)
    { "flush-to-zero", FE_TONEAREST, 0, 1U << 24, 0, 0, 0 },
    { "flush-to-zero, upwards", FE_UPWARD, 0, 1U << 24, 0, 0, 0 },
#endif
};

#if defined(__SSE2__)
static unsigned
control(void)
{
    return _mm_getcsr();
}

static void
set_control(const struct environment *e)
{
    uint16_t x87 = 0;

    __asm__ volatile("fnstcw %0" : "=m"(x87));
    x87 = (uint16_t)((x87 | e->x87_on) & ~e->x87_off);
    __asm__ volatile("fldcw %0" :: "m"(x87));
    /* The flag of subnormal operands is none of fenv.h. */
    _mm_setcsr(((_mm_getcsr() & ~0x2U) | e->on) & ~e->off);
}

static void
read_x87(struct state *to)
{
    uint16_t word = 0, flags = 0;

    __asm__ volatile("fnstcw %0" : "=m"(word));
    __asm__ volatile("fnstsw %0" : "=m"(flags));
    to->x87 = word;
    to->x87_flags = flags & 0x7fU; /* Without those of comparisons. */
}
#else
static unsigned
control(void)
{
    uint64_t word = 0;
#  if defined(__aarch64__)
    __asm__ volatile("mrs %0, fpcr" : "=r"(word));
#  endif
    return (unsigned)word;
}

static void
set_control(const struct environment *e)
{
#  if defined(__aarch64__)
    const uint64_t word = (control() | e->on) & ~e->off;
    __asm__ volatile("msr fpcr, %0" :: "r"(word));
#  endif
    (void)e;
}

static void
read_x87(struct state *to)
{
    to->x87 = to->x87_flags = 0;
}
#endif

static void
set_environment(const struct environment *e)
{
    (void)feclearexcept(FE_ALL_EXCEPT);
    (void)fesetround(e->mode);
    (void)feraiseexcept(e->raised);
    set_control(e);
}

static struct state
state(void)
{
    struct state now = { fegetround(), fetestexcept(FE_ALL_EXCEPT), errno,
                         control(), 0, 0 };
    read_x87(&now);
    return now;
}

static void
set_default(void)
{
    (void)fesetenv(FE_DFL_ENV);
    set_environment(&environments[0]);
}

#endif
