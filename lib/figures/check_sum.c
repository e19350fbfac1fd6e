/* SPDX-License-Identifier: MIT */
#include "figures/figure.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/error.h"

/* An exact sum of ends of intervals, in units of half of 10^-18: what is
 * positive and what is negative apart. 2^63 terms of 162 bits fit easily. */
struct check_sum_tally {
    struct dt__natural up, down;
};

static void
check_sum_tally_add(struct check_sum_tally *self, int64_t halves,
                    int32_t decimals)
{
    struct dt__natural term;
    dt__natural_set(&term, (uint64_t)(halves < 0 ? -halves : halves));
    dt__natural_scale_ten(&term, DT__FIGURE_DECIMALS_MAX - decimals);
    dt__natural_add(halves < 0 ? &self->down : &self->up, &term);
}

static void
check_sum_tally_read(const struct check_sum_tally *self,
                     struct dt__fraction *kept)
{
    const int sign = dt__natural_compare(&self->up, &self->down);
    const struct dt__natural *less = sign < 0 ? &self->up : &self->down;
    struct dt__rational sum = { .sign = sign };

    sum.num = sign < 0 ? self->down : self->up;
    dt__natural_subtract(&sum.num, less);
    dt__natural_set(&sum.den, 2);
    dt__natural_scale_ten(&sum.den, DT__FIGURE_DECIMALS_MAX);
    dt__rational_keep(&sum, kept);
}

/* Lower end, value and upper end of a sum. */
struct check_sum_tallies {
    struct check_sum_tally lower, value, upper;
    bool lower_in, upper_in;
};

static void
check_sum_add(struct check_sum_tallies *self, const struct dt__bounds *term)
{
    check_sum_tally_add(&self->lower, term->lower, term->decimals);
    check_sum_tally_add(&self->value, term->value, term->decimals);
    check_sum_tally_add(&self->upper, term->upper, term->decimals);
    self->lower_in = self->lower_in && term->lower_in;
    self->upper_in = self->upper_in && term->upper_in;
}

/* What is subtracted at its upper end leaves the lower one. */
static struct dt__bounds
check_sum_negative(const struct dt__bounds *b)
{
    return (struct dt__bounds){ -b->upper, -b->value, -b->lower, b->decimals,
                                b->upper_in, b->lower_in };
}

static void
check_sum_range(const struct check_sum_tallies *self, struct dt__range *range)
{
    check_sum_tally_read(&self->lower, &range->lower);
    check_sum_tally_read(&self->value, &range->value);
    check_sum_tally_read(&self->upper, &range->upper);
    range->lower_in = self->lower_in;
    range->upper_in = self->upper_in;
}

/* The sign of an end of a range less a number. */
static int
check_sum_compare(const struct dt__fraction *end, const struct dt__rational *x)
{
    struct dt__rational exact;
    dt__rational_load(&exact, end);
    return dt__rational_compare(&exact, x);
}

/* Whether the range contains a number. */
static bool
check_sum_contains(const struct dt__range *range, const struct dt__rational *x)
{
    return dt__ends_meet(-check_sum_compare(&range->lower, x),
                         range->lower_in) &&
           dt__ends_meet(check_sum_compare(&range->upper, x), range->upper_in);
}

static int32_t
check_sum_verdict(const struct dt__range *sum, const struct dt__range *overlap,
                  const struct dt_compare_figure *total)
{
    struct dt__rational printed, zero;
    dt__rational_set(&printed, 2 * total->digits, total->decimals);
    dt__rational_set(&zero, 0, 0);

    if (overlap->value.sign == 0)
        return DT_COMPARE_VERDICT_EXACT;
    if (check_sum_contains(sum, &printed))
        return DT_COMPARE_VERDICT_WITHIN;
    if (check_sum_contains(overlap, &zero))
        return DT_COMPARE_VERDICT_EDGE;
    return DT_COMPARE_VERDICT_INCONSISTENT;
}

/* The name of a part is made only where it is needed. */
static int32_t
check_sum_refuse_part(const struct dt_compare_figure *part, int64_t index,
                      struct dt_error *error)
{
    char owner[40];
    (void)snprintf(owner, sizeof(owner), "parts[%" PRId64 "].", index);
    const int32_t status = dt__figure_check(part, owner, error);
    if (error != NULL)
        error->index = index;
    return status;
}

static int32_t
check_sum_check(const struct dt_compare_figure *parts, int64_t count,
                const struct dt_compare_figure *total, const void *result,
                struct dt_error *error)
{
    DT__TRY(dt__check_given(parts, "parts", error));
    DT__TRY(dt__check_given(total, "total", error));
    DT__TRY(dt__check_given(result, "result", error));
    if (count < 1)
        return dt__fail(error, DT_E_LENGTH, -1,
                        "count is %" PRId64 "; expected a part at least",
                        count);
    if ((uint64_t)count > (UINTPTR_MAX - (uintptr_t)parts) / sizeof(*parts))
        return dt__fail(error, DT_E_LENGTH, -1,
                        "count is %" PRId64 ", which cannot be addressed",
                        count);

    for (int64_t i = 0; i < count; i++)
        if (dt__figure_check(parts + i, "", NULL) < 0)
            return check_sum_refuse_part(parts + i, i, error);
    return dt__figure_check(total, "total->", error);
}

int32_t
dt_compare_check_sum(const struct dt_compare_figure *parts, int64_t count,
                     const struct dt_compare_figure *total,
                     struct dt_compare_sum_check *result,
                     struct dt_error *error)
{
    DT__TRY(check_sum_check(parts, count, total, result, error));

    struct check_sum_tallies tallies = { .lower_in = true, .upper_in = true };
    bool vague = false;
    for (int64_t i = 0; i < count; i++) {
        const struct dt__bounds part = dt__figure_bounds(parts + i);
        check_sum_add(&tallies, &part);
        vague = vague || dt__figure_is_vague(parts + i);
    }
    struct dt__range sum, overlap;
    check_sum_range(&tallies, &sum);
    const struct dt__bounds printed = dt__figure_bounds(total);
    const struct dt__bounds less = check_sum_negative(&printed);
    check_sum_add(&tallies, &less);
    check_sum_range(&tallies, &overlap);

    const bool any_vague = vague || dt__figure_is_vague(total);
    *result = (struct dt_compare_sum_check){
        .sum = dt__range_interval(&sum, vague),
        .overlap = dt__range_interval(&overlap, any_vague),
        .verdict = any_vague ? DT_COMPARE_VERDICT_UNDECIDABLE
                             : check_sum_verdict(&sum, &overlap, total),
    };
    return DT_E_OK;
}
