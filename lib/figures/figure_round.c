/* SPDX-License-Identifier: MIT */
#include "figures/figure.h"

#include "base/error.h"
#include "num/environment.h"

/* Whether the magnitude goes up by one, after the whole units were taken from
 * it and `rest / den` was left. */
static bool
figure_round_goes_up(const struct dt__natural *rest,
                     const struct dt__natural *den, uint64_t whole, int sign,
                     const struct dt__rounding *rule)
{
    if (rest->size == 0)
        return false;
    if (rule->nearest) {
        struct dt__natural twice = *rest;
        dt__natural_shift(&twice, 1);
        const int side = dt__natural_compare(&twice, den);
        if (side != 0)
            return side > 0;
    }
    const int goes = sign < 0 ? rule->negative : rule->positive;
    if (goes == DT__TO_EVEN)
        return whole % 2 != 0;
    return goes == DT__EITHER || goes == sign;
}

static int32_t
figure_round_value(double value, int32_t decimals, int32_t rounding,
                   struct dt_compare_figure *figure, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];
    if (!dt__is_finite(value))
        return dt__fail(error, DT_E_VALUE, -1, "value is %s",
                        dt__number(number, value));

    struct dt__rational exact;
    dt__rational_from(&exact, value);
    dt__natural_scale_ten(&exact.num, decimals);
    dt__natural_scale_ten(&exact.den, -decimals);

    /* 10^15 has 50 bits, so a quotient of 52 bits is too large. */
    uint64_t whole = UINT64_MAX;
    if (dt__natural_bits(&exact.num) - dt__natural_bits(&exact.den) <= 51) {
        whole = dt__natural_divide(&exact.num, &exact.den);
        whole += figure_round_goes_up(&exact.num, &exact.den, whole, exact.sign,
                                      dt__figure_rounding(rounding));
    }
    if (whole > (uint64_t)DT__FIGURE_LARGEST)
        return dt__fail(error, DT_E_OVERFLOW, -1, "value is %s: more than "
                        DT__TEXT_OF(DT__FIGURE_DIGITS)
                        " digits with %d decimals",
                        dt__number(number, value), (int)decimals);

    *figure = (struct dt_compare_figure){
        .digits = exact.sign * (int64_t)whole,
        .decimals = decimals,
        .rounding = rounding,
        .quality = DT_COMPARE_QUALITY_PRINTED,
    };
    return DT_E_OK;
}

int32_t
dt_compare_figure_round(double value, int32_t decimals, int32_t rounding,
                        struct dt_compare_figure *figure,
                        struct dt_error *error)
{
    DT__TRY(dt__check_given(figure, "figure", error));
    DT__TRY(dt__figure_check_rule(rounding, "", error));
    DT__TRY(dt__figure_check_decimals(decimals, "", error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = figure_round_value(value, decimals, rounding,
                                              figure, error);
    dt__leave(caller);
    return status;
}
