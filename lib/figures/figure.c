/* SPDX-License-Identifier: MIT */
#include "figures/figure.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/table.h"
#include "num/environment.h"

#define FIGURE_ROUNDINGS(ROW)                                                  \
    ROW(DT_COMPARE_ROUNDING_UNKNOWN, true, DT__EITHER, DT__EITHER)             \
    ROW(DT_COMPARE_ROUNDING_HALF_UP, true, DT__UP, DT__DOWN)                   \
    ROW(DT_COMPARE_ROUNDING_HALF_EVEN, true, DT__TO_EVEN, DT__TO_EVEN)         \
    ROW(DT_COMPARE_ROUNDING_TRUNCATE, false, DT__DOWN, DT__UP)                 \
    ROW(DT_COMPARE_ROUNDING_FLOOR, false, DT__DOWN, DT__DOWN)                  \
    ROW(DT_COMPARE_ROUNDING_CEILING, false, DT__UP, DT__UP)

static const struct dt__rounding figure_roundings[] = {
    FIGURE_ROUNDINGS(DT__ROW)
};

DT__DEFINE_HAS_ROW(figure_is_rounding, dt_compare_rounding, FIGURE_ROUNDINGS)

/* Whether it is vague. */
#define FIGURE_QUALITIES(ROW)                                                  \
    ROW(DT_COMPARE_QUALITY_PRINTED, false)                                     \
    ROW(DT_COMPARE_QUALITY_VAGUE, true)

static const bool figure_vague[] = { FIGURE_QUALITIES(DT__ENTRY) };

DT__DEFINE_HAS_ROW(figure_is_quality, dt_compare_quality, FIGURE_QUALITIES)

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
    if (!figure_is_rounding(rounding))
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
    if (!figure_is_quality(figure->quality))
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

const struct dt__rounding *
dt__figure_rounding(int32_t rounding)
{
    return &figure_roundings[rounding];
}

bool
dt__figure_is_vague(const struct dt_compare_figure *figure)
{
    return figure_vague[figure->quality];
}

/* Whether what lies between the figure and the next one on a side, -1 or 1,
 * moves towards it: beside 0 the side has the sign. */
static bool
figure_attracts(const struct dt_compare_figure *figure, int side)
{
    const struct dt__rounding *rule = dt__figure_rounding(figure->rounding);
    const bool negative = figure->digits < 0 ||
                          (figure->digits == 0 && side < 0);
    const int goes = negative ? rule->negative : rule->positive;

    if (goes == DT__TO_EVEN)
        return figure->digits % 2 == 0;
    return goes == DT__EITHER || goes == -side;
}

/* To nearest, what prints as a figure reaches as far as the ties, half a unit
 * off. Otherwise it reaches over all that moves towards the figure, up to the
 * next one, which prints as itself. */
struct dt__bounds
dt__figure_bounds(const struct dt_compare_figure *figure)
{
    const int64_t value = 2 * figure->digits;
    const bool below = figure_attracts(figure, -1);
    const bool above = figure_attracts(figure, 1);

    if (dt__figure_rounding(figure->rounding)->nearest)
        return (struct dt__bounds){ value - 1, value, value + 1,
                                    figure->decimals, below, above };
    return (struct dt__bounds){ value - 2 * below, value, value + 2 * above,
                                figure->decimals, !below, !above };
}

static void
figure_keep(int64_t halves, int32_t decimals, struct dt__fraction *kept)
{
    struct dt__rational exact;
    dt__rational_set(&exact, halves, decimals);
    dt__rational_keep(&exact, kept);
}

void
dt__figure_range(const struct dt_compare_figure *figure, int32_t shift,
                 struct dt__range *range)
{
    const struct dt__bounds bounds = dt__figure_bounds(figure);
    const int32_t decimals = bounds.decimals + shift;

    figure_keep(bounds.lower, decimals, &range->lower);
    figure_keep(bounds.value, decimals, &range->value);
    figure_keep(bounds.upper, decimals, &range->upper);
    range->lower_in = bounds.lower_in;
    range->upper_in = bounds.upper_in;
}

static double
figure_round(const struct dt__fraction *kept, int direction)
{
    struct dt__rational exact;
    dt__rational_load(&exact, kept);
    return dt__rational_round(&exact, direction);
}

struct dt_compare_interval
dt__range_interval(const struct dt__range *range, bool vague)
{
    const struct dt__environment caller = dt__enter();
    const struct dt_compare_interval interval = {
        .value = figure_round(&range->value, DT__NEAREST),
        .lower = figure_round(&range->lower, DT__DOWN),
        .upper = figure_round(&range->upper, DT__UP),
    };
    dt__leave(caller);
    return vague ? dt__interval_unbounded(interval.value) : interval;
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
    *interval = dt__range_interval(&range, dt__figure_is_vague(figure));
    return DT_E_OK;
}
