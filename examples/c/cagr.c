/* SPDX-License-Identifier: MIT */
/* The compound growth rate of global digital trade, 2020 to 2024. */
#include <stdio.h>

#include <dtgrowth/dt.h>

int
main(void)
{
    const double rate = dt_growth_cagr(4.59, 7.23, 4);

    printf("%.4f %% a year, doubling in %.2f years\n", 100 * rate,
           dt_growth_doubling(rate));
    return 0;
}
