/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include <dtgrowth/dt.h>

int
main(void)
{
    printf("%.4f\n", 100 * dt_growth_cagr(4.59, 7.23, 4));
    return 0;
}
