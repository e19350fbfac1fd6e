/* SPDX-License-Identifier: MIT */
/* "Ordered trade rose from 1.41 to 2.62 trillion, 16.7 % a year": does it? */
#include <stdio.h>

#include <dtgrowth/dt.h>

int
main(void)
{
    struct dt_compare_figure base, end, rate;
    struct dt_compare_growth_check check;
    struct dt_error error;

    if (dt_compare_figure_parse("1.41", 0, &base, &error) < 0 ||
        dt_compare_figure_parse("2.62", 0, &end, &error) < 0 ||
        dt_compare_figure_parse("16.7", 0, &rate, &error) < 0 ||
        dt_compare_check_growth(&base, &end, &rate, 4, DT_COMPARE_METHOD_CAGR,
                                &check, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    printf("recomputed %.4f %% [%.4f, %.4f]: %s\n",
           100 * check.recomputed.value, 100 * check.recomputed.lower,
           100 * check.recomputed.upper,
           dt_compare_verdict_name(check.verdict));
    return 0;
}
