/* Run before the library is built: 0 where the compiler, with the options that
 * it is called with, keeps to the arithmetic of IEEE 754. Else the row of the
 * table in meson.build; not all of these options show in a macro. */
#include <float.h>

/* Numbers that the compiler knows nothing of. */
static volatile double one = 1, small = 0x1p-70, odd = 49, zero = 0;
static volatile double ten = 10, tenth = 0.1;
static volatile double above = 0x1.00000004p0; /* 1 + 2^-30 */

int
main(void)
{
    const double a = one, b = small, x = above;
    const double sum = a + b, minus = -zero + 0.0, none = zero / zero;

#if FLT_EVAL_METHOD == 2 || FLT_EVAL_METHOD < 0
    return 7;
#endif
    if (b - (sum - a) != small)
        return 1;
    if (odd / 49.0 != a)
        return 2;
    if (1 / minus < 0)
        return 3;
    if (none == none)
        return 4;
    if (x * x - 0x1.00000008p0 != 0)
        return 5;
    return tenth != one / ten ? 6 : 0;
}
