/* SPDX-License-Identifier: MIT */
#include "figures/growth_rule.h"

#include "figures/method.h"

/* Relative error of an exponential of an exact argument: it leaves room above
 * what lib/num promises. */
#define GROWTH_RULE_EXP_ERROR 0x1p-90

/* Beyond e^600 an end of an interval is 0 or infinite, so that no product
 * with a level over- or underflows before. */
#define GROWTH_RULE_EXP_MAX 600.0

static double
growth_rule_round_dd(struct dt__dd x, double error, int direction)
{
    if (direction == DT__DOWN)
        return dt__round_down(x, error);
    if (direction == DT__UP)
        return dt__round_up(x, error);
    return x.hi;
}

/* Whether the growth factor is rational: that of one compound period is. */
static bool
growth_rule_is_simple(const struct dt__growth_rule *rule)
{
    const enum dt__growth_form form = dt__method(rule->method)->form;
    return form == DT__SIMPLE || (form == DT__COMPOUND && rule->periods == 1);
}

/* Whether a simple rate counts once for each period. */
static bool
growth_rule_is_linear(const struct dt__growth_rule *rule)
{
    const struct dt__method *method = dt__method(rule->method);
    return method->form == DT__SIMPLE && !method->timeless;
}

/* The growth factor of a simple rate; that of a compound one for one period. */
static void
growth_rule_factor(const struct dt__growth_rule *rule,
                   const struct dt__rational *rate, struct dt__rational *factor)
{
    if (growth_rule_is_linear(rule)) {
        dt__rational_from(factor, rule->periods);
        dt__rational_multiply(factor, rate);
    } else {
        *factor = *rate;
    }
    dt__rational_offset(factor, 1);
    dt__rational_reduce(factor);
}

/* ln of the growth factor from that of one period; its error is relative. */
static struct dt__dd
growth_rule_log_of_all(const struct dt__growth_rule *rule,
                       struct dt__dd per_period)
{
    return dt__dd_multiply(per_period, dt__dd_from(rule->periods));
}

/* The same from a rate that is not simple. */
static struct dt__dd
growth_rule_log_factor(const struct dt__growth_rule *rule,
                       const struct dt__rational *rate)
{
    if (dt__method(rule->method)->form == DT__CONTINUOUS)
        return growth_rule_log_of_all(rule, dt__rational_dd(rate));

    struct dt__rational factor;
    growth_rule_factor(rule, rate, &factor);
    return growth_rule_log_of_all(rule, dt__rational_log(&factor));
}

/* e^y for |y| <= GROWTH_RULE_EXP_MAX, through e^|y|: 1 + (e^y - 1) cancels. */
static struct dt__dd
growth_rule_exp(struct dt__dd y)
{
    const bool falls = y.hi < 0;
    const struct dt__dd less = dt__expm1_dd(falls ? dt__dd_negate(y) : y);
    const struct dt__dd grown = dt__dd_add(dt__dd_from(1), less);
    return falls ? dt__dd_divide(dt__dd_from(1), grown) : grown;
}

/* Relative error of a function of e^y, where that of y is DT__LOG_ERROR. */
static double
growth_rule_error(double y)
{
    return GROWTH_RULE_EXP_ERROR + DT__LOG_ERROR * (1 + dt__abs(y));
}

/* Beyond the largest exponent, says whether e^y rounds to infinity (1) or to
 * nothing (-1), and otherwise takes that exponent instead. */
static int
growth_rule_limit(struct dt__dd *y, int direction)
{
    if (y->hi > GROWTH_RULE_EXP_MAX && direction != DT__DOWN)
        return 1;
    if (y->hi < -GROWTH_RULE_EXP_MAX && direction != DT__UP)
        return -1;
    if (dt__abs(y->hi) > GROWTH_RULE_EXP_MAX)
        *y = dt__dd_from(y->hi < 0 ? -GROWTH_RULE_EXP_MAX
                                   : GROWTH_RULE_EXP_MAX);
    return 0;
}

static double
growth_rule_compound_rate(struct dt__dd y, int direction)
{
    const int limit = growth_rule_limit(&y, direction);
    if (limit != 0)
        return limit > 0 ? dt__infinity() : -1;

    const struct dt__dd exact = dt__expm1_dd(y);
    const double rate = growth_rule_round_dd(
        exact, dt__abs(exact.hi) * growth_rule_error(y.hi), direction);
    /* No compound rate is below a total loss. */
    return rate < -1 ? -1 : rate;
}

double
dt__rule_rate(const struct dt__growth_rule *rule,
              const struct dt__rational *ratio, int direction)
{
    if (growth_rule_is_simple(rule)) {
        struct dt__rational rate = *ratio;
        dt__rational_offset(&rate, -1);
        if (growth_rule_is_linear(rule)) {
            struct dt__rational periods;
            dt__rational_from(&periods, rule->periods);
            dt__rational_divide(&rate, &periods);
        }
        return dt__rational_round(&rate, direction);
    }

    const struct dt__dd y = dt__dd_divide(dt__rational_log(ratio),
                                          dt__dd_from(rule->periods));
    if (dt__method(rule->method)->form == DT__COMPOUND)
        return growth_rule_compound_rate(y, direction);
    return growth_rule_round_dd(y, dt__abs(y.hi) * DT__LOG_ERROR, direction);
}

/* self^exponent; the caller knows that it fits. */
static void
growth_rule_raise(struct dt__natural *self, int32_t exponent)
{
    const struct dt__natural factor = *self;
    for (int32_t i = 1; i < exponent; i++)
        dt__natural_multiply(self, &factor);
}

static int32_t
growth_rule_bits_of(const struct dt__rational *x)
{
    const int32_t num = dt__natural_bits(&x->num);
    const int32_t den = dt__natural_bits(&x->den);
    return num > den ? num : den;
}

/* The sign of ratio - factor^periods where the two are too close for
 * logarithms. With periods = n / d, both sides are raised to the power d. All
 * that are equal fit: the factor is in lowest terms, so that its n-th power is
 * no longer than ratio^d, which has less than 4 * 170 bits. Those that do not
 * fit, or have a finer fraction of a period, count as equal. */
static int
growth_rule_compare_powers(const struct dt__rational *ratio,
                           const struct dt__rational *factor, double periods)
{
    for (int32_t d = 1; d <= 4; d *= 2) {
        const double n = periods * d;
        if (n > (double)DT__NATURAL_BITS || n != (double)(int32_t)n)
            continue;
        if (growth_rule_bits_of(ratio) * d +
                growth_rule_bits_of(factor) * (int32_t)n >
            DT__NATURAL_BITS - 64)
            return 0;

        struct dt__rational left = *ratio, right = *factor;
        growth_rule_raise(&left.num, d);
        growth_rule_raise(&left.den, d);
        growth_rule_raise(&right.num, (int32_t)n);
        growth_rule_raise(&right.den, (int32_t)n);
        return dt__rational_compare(&left, &right);
    }
    return 0;
}

/* The sign of a logarithm of growth less that of another, or 0 where they are
 * too close. */
static int
growth_rule_compare_logs(struct dt__dd have, struct dt__dd asked)
{
    const struct dt__dd excess = dt__dd_add(have, dt__dd_negate(asked));
    const double error = (dt__abs(have.hi) + dt__abs(asked.hi)) *
                         DT__LOG_ERROR;
    return dt__abs(excess.hi) > error ? (excess.hi > 0 ? 1 : -1) : 0;
}

int
dt__rule_compare(const struct dt__growth_rule *rule,
                 const struct dt__rational *ratio,
                 const struct dt__rational *rate)
{
    /* A logarithm of a rational other than 1 is never rational. */
    if (dt__method(rule->method)->form == DT__CONTINUOUS)
        return growth_rule_compare_logs(
            dt__rational_log(ratio),
            growth_rule_log_of_all(rule, dt__rational_dd(rate)));

    struct dt__rational factor;
    growth_rule_factor(rule, rate, &factor);
    if (growth_rule_is_simple(rule))
        return dt__rational_compare(ratio, &factor);
    if (factor.sign <= 0)
        return 1;
    const int sign = growth_rule_compare_logs(
        dt__rational_log(ratio),
        growth_rule_log_of_all(rule, dt__rational_log(&factor)));
    return sign != 0
               ? sign
               : growth_rule_compare_powers(ratio, &factor, rule->periods);
}

bool
dt__rule_has_factor(const struct dt__growth_rule *rule,
                    const struct dt__rational *rate)
{
    if (dt__method(rule->method)->form == DT__CONTINUOUS)
        return true;

    struct dt__rational factor;
    growth_rule_factor(rule, rate, &factor);
    return factor.sign > 0;
}

/* level * e^y. */
static double
growth_rule_scaled_exp(const struct dt__rational *level, struct dt__dd y,
                       int direction)
{
    const int limit = growth_rule_limit(&y, direction);
    if (limit != 0)
        return limit > 0 ? dt__infinity() : 0;

    const struct dt__dd product = dt__dd_multiply(dt__rational_dd(level),
                                                  growth_rule_exp(y));
    return growth_rule_round_dd(
        product, product.hi * growth_rule_error(y.hi), direction);
}

double
dt__rule_level(const struct dt__growth_rule *rule,
               const struct dt__rational *level, int power,
               const struct dt__rational *rate, int direction)
{
    if (!dt__rule_has_factor(rule, rate))
        return power < 0 ? dt__infinity() : 0;

    if (growth_rule_is_simple(rule)) {
        struct dt__rational factor, moved = *level;
        growth_rule_factor(rule, rate, &factor);
        if (power < 0)
            dt__rational_divide(&moved, &factor);
        else
            dt__rational_multiply(&moved, &factor);
        return dt__rational_round(&moved, direction);
    }

    const struct dt__dd y = growth_rule_log_factor(rule, rate);
    return growth_rule_scaled_exp(level, power < 0 ? dt__dd_negate(y) : y,
                                  direction);
}

double
dt__rule_periods(int32_t method, const struct dt__rational *ratio,
                 const struct dt__rational *rate, int direction)
{
    const struct dt__growth_rule once = { method, 1 };
    if (dt__method(method)->form == DT__SIMPLE) {
        struct dt__rational periods = *ratio;
        dt__rational_offset(&periods, -1);
        dt__rational_divide(&periods, rate);
        return dt__rational_round(&periods, direction);
    }

    if (!dt__rule_has_factor(&once, rate))
        return 0;
    const struct dt__dd periods = dt__dd_divide(
        dt__rational_log(ratio), growth_rule_log_factor(&once, rate));
    return growth_rule_round_dd(
        periods, dt__abs(periods.hi) * (4 * DT__LOG_ERROR), direction);
}
