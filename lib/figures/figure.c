#include "figures/figure.h"

#include <inttypes.h>

#include "base/error.h"
#include "num/environment.h"

int32_t
dt__figure_check_decimals(int32_t decimals, const char *owner,
                          struct dt_error *error)
{
    if (decimals < DT__FIGURE_DECIMALS_MIN ||
        decimals > DT__FIGURE_DECIMALS_MAX)
        return dt__fail(error, DT_E_VALUE, -1,
                        "%sdecimals is %" PRId32 "; expected "
                        DT__TEXT_OF(DT__FIGURE_DECIMALS_MIN) " to "
                        DT__TEXT_OF(DT__FIGURE_DECIMALS_MAX), owner, decimals);
    return DT_E_OK;
}

int32_t
dt__figure_check_rule(int32_t rounding, const char *owner,
                      struct dt_error *error)
{
    if (rounding < DT_COMPARE_ROUNDING_UNKNOWN ||
        rounding > DT_COMPARE_ROUNDING_CEILING)
        return dt__fail(error, DT_E_RULE, -1,
                        "%srounding is %" PRId32 ": no such rule", owner,
                        rounding);
    return DT_E_OK;
}

int32_t
dt__figure_check(const struct dt_compare_figure *figure, const char *owner,
                 struct dt_error *error)
{
    DT__TRY(dt__figure_check_rule(figure->rounding, owner, error));
    if (figure->quality != DT_COMPARE_PRINTED &&
        figure->quality != DT_COMPARE_VAGUE)
        return dt__fail(error, DT_E_KIND, -1,
                        "%squality is %" PRId32 ": no such quality", owner,
                        figure->quality);
    if (figure->reserved != 0)
        return dt__fail(error, DT_E_FLAG, -1,
                        "%sreserved is %" PRId32 "; expected 0", owner,
                        figure->reserved);
    DT__TRY(dt__figure_check_decimals(figure->decimals, owner, error));
    if (figure->digits < -DT__FIGURE_LARGEST ||
        figure->digits > DT__FIGURE_LARGEST)
        return dt__fail(error, DT_E_VALUE, -1,
                        "%sdigits is %" PRId64 ": more than "
                        DT__TEXT_OF(DT__FIGURE_DIGITS) " digits", owner,
                        figure->digits);
    return DT_E_OK;
}

struct dt__bounds
dt__figure_bounds(const struct dt_compare_figure *figure)
{
    const int64_t digits = figure->digits, value = 2 * digits;
    const bool even = digits % 2 == 0;
    struct dt__bounds near = { value - 1, value, value + 1, figure->decimals,
                               true, true };
    struct dt__bounds above = { value, value, value + 2, figure->decimals,
                                true, false };
    struct dt__bounds below = { value - 2, value, value, figure->decimals,
                                false, true };

    switch (figure->rounding) {
    case DT_COMPARE_ROUNDING_HALF_UP:
        /* A tie goes away from zero, so it prints as the farther figure. */
        near.lower_in = digits > 0;
        near.upper_in = digits < 0;
        return near;
    case DT_COMPARE_ROUNDING_HALF_EVEN:
        near.lower_in = near.upper_in = even;
        return near;
    case DT_COMPARE_ROUNDING_TRUNCATE:
        if (digits == 0)
            return (struct dt__bounds){ -2, 0, 2, figure->decimals, false,
                                        false };
        return digits > 0 ? above : below;
    case DT_COMPARE_ROUNDING_FLOOR:
        return above;
    case DT_COMPARE_ROUNDING_CEILING:
        return below;
    default:
        return near;
    }
}

void
dt__figure_range(const struct dt_compare_figure *figure, int32_t shift,
                 struct dt__range *range)
{
    const struct dt__bounds bounds = dt__figure_bounds(figure);
    const int32_t decimals = bounds.decimals + shift;

    dt__rational_set(&range->lower, bounds.lower, decimals);
    dt__rational_set(&range->value, bounds.value, decimals);
    dt__rational_set(&range->upper, bounds.upper, decimals);
    range->lower_in = bounds.lower_in;
    range->upper_in = bounds.upper_in;
}

struct dt_compare_interval
dt__range_interval(const struct dt__range *range)
{
    const struct dt__environment caller = dt__enter();
    const struct dt_compare_interval interval = {
        .value = dt__rational_round(&range->value, DT__NEAREST),
        .lower = dt__rational_round(&range->lower, DT__DOWN),
        .upper = dt__rational_round(&range->upper, DT__UP),
    };
    dt__leave(caller);
    return interval;
}

int32_t
dt_compare_figure_interval(const struct dt_compare_figure *figure,
                           struct dt_compare_interval *interval,
                           struct dt_error *error)
{
    DT__TRY(dt__check_given(figure, "figure", error));
    DT__TRY(dt__check_given(interval, "interval", error));
    DT__TRY(dt__figure_check(figure, "figure->", error));

    struct dt__range range;
    dt__figure_range(figure, 0, &range);
    *interval = dt__range_interval(&range);
    if (dt__figure_is_vague(figure))
        *interval = dt__interval_unbounded(interval->value);
    return DT_E_OK;
}
