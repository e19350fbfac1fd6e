/* SPDX-License-Identifier: MIT */
/* Run before the library is built: 0 where the compiler, with the options that
 * it is called with, keeps to the arithmetic of IEEE 754. Else 1, with the
 * option that changes it printed; not all of these show in a macro. */
#include <float.h>
#include <stdio.h>

/* Numbers that the compiler knows nothing of. */
static volatile double one = 1, small = 0x1p-70, odd = 49, zero = 0;
static volatile double ten = 10, tenth = 0.1;
static volatile double above = 0x1.00000004p0; /* 1 + 2^-30 */

static int
changed_by(const char *option)
{
    puts(option);
    return 1;
}

int
main(void)
{
    const double a = one, b = small, x = above;
    const double sum = a + b, minus = -zero + 0.0, none = zero / zero;

#if FLT_EVAL_METHOD == 2 || FLT_EVAL_METHOD < 0
    return changed_by("-mfpmath=387");
#endif
    if (b - (sum - a) != small)
        return changed_by("-fassociative-math");
    if (odd / 49.0 != a)
        return changed_by("-freciprocal-math");
    if (1 / minus < 0)
        return changed_by("-fno-signed-zeros");
    if (none == none)
        return changed_by("-ffinite-math-only");
    if (x * x - 0x1.00000008p0 != 0)
        return changed_by("-ffp-contract=fast");
    return tenth != one / ten ? changed_by("-fsingle-precision-constant") : 0;
}
