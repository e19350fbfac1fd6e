/* SPDX-License-Identifier: MIT */
/* Growth of one column of a model's own matrix, without copying it. */
#include <stdio.h>

#include <dtgrowth/dt.h>

int
main(void)
{
    /* Year by row: exports, imports, price index. */
    static const double model[4][3] = {
        { 5.91, 5.20, 98.1 }, { 5.93, 5.31, 99.0 },
        { 6.36, 5.77, 100.0 }, { 6.82, 6.04, 102.2 },
    };
    double rates[4];
    uint8_t why[4];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(rates, why, 4);
    struct dt_series imports;
    struct dt_error error;

    if (dt_series_view(&model[0][1], 4, 3, DT_SERIES_FREQ_YEAR, 2021, &imports,
                       &error) < 0 ||
        dt_growth_series(&imports, DT_GROWTH_KIND_RATE, 1, NULL, &out, &error) <
            0) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    for (int i = 0; i < 4; i++)
        if (why[i] == DT_SERIES_WHY_DEFINED)
            printf("%d  %+.2f %%\n", 2021 + i, 100 * rates[i]);
        else
            printf("%d  %s\n", 2021 + i, dt_series_why_name(why[i]));
    return 0;
}
