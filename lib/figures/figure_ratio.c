/* SPDX-License-Identifier: MIT */
#include "figures/figure.h"

#include "base/error.h"
#include "figures/figure_text.h"

/* Turns a range round zero. */
static void
figure_ratio_negate(struct dt__range *range)
{
    const struct dt__fraction lower = range->lower;
    range->lower = range->upper;
    range->upper = lower;
    range->lower.sign = -range->lower.sign;
    range->upper.sign = -range->upper.sign;
    range->value.sign = -range->value.sign;
}

static void
figure_ratio_divide(struct dt__fraction *self, const struct dt__fraction *by)
{
    struct dt__rational quotient;
    dt__rational_quotient(&quotient, self, by);
    dt__rational_keep(&quotient, self);
}

/* The denominator is positive: the smaller one of the two ends that are
 * possible moves a quotient away from zero. */
static void
figure_ratio_divide_range(struct dt__range *self, const struct dt__range *by)
{
    figure_ratio_divide(&self->lower,
                        self->lower.sign < 0 ? &by->lower : &by->upper);
    figure_ratio_divide(&self->upper,
                        self->upper.sign < 0 ? &by->upper : &by->lower);
    figure_ratio_divide(&self->value, &by->value);
}

int32_t
dt_compare_figure_ratio(const struct dt_compare_figure *numerator,
                        const struct dt_compare_figure *denominator,
                        struct dt_compare_interval *ratio,
                        struct dt_error *error)
{
    DT__TRY(dt__check_given(numerator, "numerator", error));
    DT__TRY(dt__check_given(denominator, "denominator", error));
    DT__TRY(dt__check_given(ratio, "ratio", error));
    DT__TRY(dt__figure_check(numerator, "numerator->", error));
    DT__TRY(dt__figure_check(denominator, "denominator->", error));

    struct dt__range above, below;
    dt__figure_range(numerator, 0, &above);
    dt__figure_range(denominator, 0, &below);
    if (below.lower.sign <= 0 && below.upper.sign >= 0) {
        char text[DT__FIGURE_TEXT_SIZE];
        return dt__fail(error, DT_E_VALUE, -1,
                        "denominator is %s: its interval contains 0",
                        dt__figure_text(denominator, text));
    }

    if (below.upper.sign < 0) {
        figure_ratio_negate(&above);
        figure_ratio_negate(&below);
    }
    figure_ratio_divide_range(&above, &below);
    *ratio = dt__range_interval(&above, dt__figure_is_vague(numerator) ||
                                            dt__figure_is_vague(denominator));
    return DT_E_OK;
}
