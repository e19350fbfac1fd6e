/* SPDX-License-Identifier: MIT */
/* Exact sums of long arrays at the speed of memory. A kernel cuts a block of
 * doubles into multiples of two powers of two, whose plain sums are exact, and
 * only these two sums go into the long accumulator; a block that does not fit
 * goes there one by one. */
#include "kernels/sum_block.h"

#include "kernels/kernels.h"
#include "num/scale.h"

int
dt__sum_exponent(const double *x, int n)
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

bool
dt__sum_add_block(struct dt__sum *self, const double *x, int n, bool skip_nan,
                  int *exponent, int64_t *missing)
{
    double parts[2];

    for (int attempt = 0; attempt < 2; attempt++) {
        /* Beyond, an anchor of the kernel would leave the range. */
        if (*exponent >= -930 && *exponent <= 1000 &&
            dt__kernels()->sum(x, n, *exponent, parts, missing) == 0) {
            if (*missing > 0 && !skip_nan)
                return false;
            dt__sum_add(self, parts[0]);
            dt__sum_add(self, parts[1]);
            return true;
        }
        *exponent = dt__sum_exponent(x, n);
    }
    return false;
}
