/* Exact sums of long arrays at the speed of memory. A kernel cuts a block of
 * doubles into multiples of two powers of two, whose plain sums are exact, and
 * only these two sums go into the long accumulator; a block that does not fit
 * goes there one by one. */
#include "num/num.h"

#include <stddef.h>

#include "num/kernels.h"
#include "num/scale.h"

/* The least e with |x| < 2^e for all numbers of a block; 2000 if one is
 * infinite. */
static int
exponent_of(const double *x, int n)
{
    const uint64_t infinity = dt__bits(dt__infinity()) << 1;
    uint64_t most = 0;

    for (int i = 0; i < n; i++) {
        const uint64_t size = dt__bits(x[i]) << 1;
        most = size > most && size <= infinity ? size : most;
    }
    const int biased = (int)(most >> 53);
    return biased == 2047 ? 2000 : biased - 1022;
}

static int
cut(const double *x, int exponent, double parts[2], int64_t *missing)
{
    return missing == NULL
               ? dt__kernels()->sum(x, exponent, parts)
               : dt__kernels()->sum_skipping(x, exponent, parts, missing);
}

bool
dt__sum_add_block(struct dt__sum *self, const double *x, int *exponent,
                  int64_t *missing)
{
    double parts[2];

    for (int attempt = 0; attempt < 2; attempt++) {
        /* Beyond, an anchor of the kernel would leave the range. */
        if (*exponent >= -930 && *exponent <= 1000 &&
            cut(x, *exponent, parts, missing) == 0) {
            dt__sum_add(self, parts[0]);
            dt__sum_add(self, parts[1]);
            return true;
        }
        *exponent = exponent_of(x, DT__SUM_BLOCK);
    }
    return false;
}
