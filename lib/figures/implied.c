/* SPDX-License-Identifier: MIT */
#include "figures/implied.h"

#include "figures/growth_verdict.h"
#include "figures/method.h"

static bool
implied_has_factor(const struct dt__growth_rule *rule,
                   const struct dt__fraction *kept)
{
    struct dt__rational rate;
    dt__rational_load(&rate, kept);
    return dt__rule_has_factor(rule, &rate);
}

static double
implied_level(const struct dt__growth_rule *rule,
              const struct dt__fraction *kept_level, int power,
              const struct dt__fraction *kept_rate, int direction)
{
    struct dt__rational level, rate;
    dt__rational_load(&level, kept_level);
    dt__rational_load(&rate, kept_rate);
    return dt__rule_level(rule, &level, power, &rate, direction);
}

static double
implied_count(int32_t method, const struct dt__fraction *kept_ratio,
              const struct dt__fraction *kept_rate, int direction)
{
    struct dt__rational ratio, rate;
    dt__rational_load(&ratio, kept_ratio);
    dt__rational_load(&rate, kept_rate);
    return dt__rule_periods(method, &ratio, &rate, direction);
}

/* What a level and the rate say about the other level: an end (`power` 1), or
 * a base (-1), which is the smaller the larger the rate. */
static struct dt_compare_interval
implied_other(const struct dt__growth_rule *rule, const struct dt__range *level,
              int power, const struct dt__range *rate)
{
    if (!implied_has_factor(rule, &rate->upper))
        return dt__interval_undefined();

    const bool falls = power < 0;
    struct dt_compare_interval other = {
        .value = dt__nan(),
        .lower = implied_level(rule, &level->lower, power,
                               falls ? &rate->upper : &rate->lower, DT__DOWN),
        .upper = implied_level(rule, &level->upper, power,
                               falls ? &rate->lower : &rate->upper, DT__UP),
    };
    if (implied_has_factor(rule, &rate->value))
        other.value = implied_level(rule, &level->value, power, &rate->value,
                                    DT__NEAREST);
    return other;
}

/* The sign of the growth from base to end. */
static int
implied_growth_sign(const struct dt__fraction *kept)
{
    struct dt__rational ratio;
    dt__rational_load(&ratio, kept);
    return dt__natural_compare(&ratio.num, &ratio.den);
}

/* 1: growth, -1: decline, as the rate or else the levels say. 0: either may
 * be nothing, so that any number of periods may lie between. */
static int
implied_direction_of(const struct dt__growth_facts *facts)
{
    if (facts->rate.lower.sign > 0)
        return 1;
    if (facts->rate.upper.sign < 0)
        return -1;
    if (implied_growth_sign(&facts->ratio.lower) > 0)
        return 1;
    if (implied_growth_sign(&facts->ratio.upper) < 0)
        return -1;
    return 0;
}

/* Periods are growth over rate, each taken at the ends that are nearer to and
 * farther from zero. False if the two disagree about the direction. */
static bool
implied_periods(const struct dt__growth_facts *facts, int32_t method,
                int direction, struct dt_compare_interval *periods)
{
    const struct dt__range *ratio = &facts->ratio, *rate = &facts->rate;
    const bool grows = direction > 0;
    const struct dt__fraction *ratio_far = grows ? &ratio->upper
                                                 : &ratio->lower;
    const struct dt__fraction *ratio_near = grows ? &ratio->lower
                                                  : &ratio->upper;
    const struct dt__fraction *rate_far = grows ? &rate->upper : &rate->lower;
    const struct dt__fraction *rate_near = grows ? &rate->lower : &rate->upper;
    if (implied_growth_sign(ratio_far) != direction ||
        rate_far->sign != direction)
        return false;

    periods->lower = 0;
    periods->upper = dt__infinity();
    periods->value = dt__nan();
    if (implied_growth_sign(ratio_near) == direction)
        periods->lower = implied_count(method, ratio_near, rate_far, DT__DOWN);
    if (rate_near->sign == direction)
        periods->upper = implied_count(method, ratio_far, rate_near, DT__UP);
    if (implied_growth_sign(&ratio->value) == direction &&
        rate->value.sign == direction)
        periods->value = implied_count(method, &ratio->value, &rate->value,
                                       DT__NEAREST);
    return true;
}

/* The largest integer not above x >= 0. */
static int64_t
implied_whole(double x)
{
    return x < 0x1p63 ? (int64_t)x : INT64_MAX;
}

/* A number of periods too large to be checked is taken to fit. */
static bool
implied_fits_at(const struct dt__growth_facts *facts, int32_t method,
                int64_t periods)
{
    const struct dt__growth_rule rule = { method, (double)periods };
    return rule.periods > DT__PERIODS_MAX || dt__growth_fits(facts, &rule);
}

/* The ends were rounded outwards, and may not belong to the interval: so an
 * integer at either is looked at again. */
static void
implied_count_periods(const struct dt__growth_facts *facts, int32_t method,
                      struct dt_compare_growth_check *result)
{
    const struct dt_compare_interval *periods = &result->implied_periods;
    int64_t first = implied_whole(periods->lower);
    int64_t last = implied_whole(periods->upper);

    if ((first == 0 || (double)first < periods->lower) && first < INT64_MAX)
        first++;
    if (first <= last && !implied_fits_at(facts, method, first))
        first++;
    if (first <= last && !implied_fits_at(facts, method, last))
        last--;
    if (first <= last) {
        result->periods_first = first;
        result->periods_last = last;
    }
}

void
dt__growth_implied(const struct dt__growth_facts *facts,
                   const struct dt__growth_rule *rule,
                   struct dt_compare_growth_check *result)
{
    result->implied_base = implied_other(rule, &facts->end, -1, &facts->rate);
    result->implied_end = implied_other(rule, &facts->base, 1, &facts->rate);

    const int direction = implied_direction_of(facts);
    if (dt__method(rule->method)->timeless || direction == 0) {
        /* All numbers of periods fit, or none does. */
        if (implied_fits_at(facts, rule->method, 1))
            result->periods_last = INT64_MAX;
    } else if (implied_periods(facts, rule->method, direction,
                               &result->implied_periods)) {
        implied_count_periods(facts, rule->method, result);
    }
}
