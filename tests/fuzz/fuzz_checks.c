/* SPDX-License-Identifier: MIT */
/* Figures and checks of statements against fractions of exact integers: ends
 * of intervals, ratios, sums, growth by each method whose formula is one of
 * fractions and powers, verdicts, and what the statements imply. */

#include "exact.h"

#include <dtgrowth/figures.h>

/* num / den, den above 0. */
struct frac {
    struct exact num, den;
};

/* What a figure stands for; whether the ends belong to it. */
struct bounds {
    struct frac lower, value, upper;
    bool lower_in, upper_in;
};

/* A rule of growth over p / q periods. */
struct rule {
    int32_t method;
    int p, q;
};

static void
frac_double(struct frac *f, double x)
{
    exact_double(&f->num, x);
    exact_integer(&f->den, 1);
}

static int
frac_compare(const struct frac *a, const struct frac *b)
{
    struct exact left, right;

    exact_times(&left, &a->num, &b->den);
    exact_times(&right, &b->num, &a->den);
    FUZZ_NEED(!left.lost && !right.lost, "exact numbers are too short");
    return exact_compare(&left, &right);
}

/* a / b of positive numbers, or a times b. */
static void
frac_by(struct frac *r, const struct frac *a, const struct frac *b, bool over)
{
    struct exact num, den;

    exact_times(&num, &a->num, over ? &b->den : &b->num);
    exact_times(&den, &a->den, over ? &b->num : &b->den);
    r->num = num;
    r->den = den;
}

static void
frac_plus(struct frac *r, const struct frac *a, const struct frac *b)
{
    struct exact left, right;

    exact_times(&left, &a->num, &b->den);
    exact_times(&right, &b->num, &a->den);
    exact_times(&r->den, &a->den, &b->den);
    exact_add(&r->num, &left, &right);
}

static void
frac_power(struct frac *r, const struct frac *a, int n)
{
    struct exact num;

    exact_power(&num, &a->num, n);
    exact_power(&r->den, &a->den, n);
    r->num = num;
}

/* halves / 2 * 10^-decimals */
static void
frac_figure(struct frac *f, int64_t halves, int decimals)
{
    struct exact ten, power;

    exact_integer(&ten, 10);
    exact_power(&power, &ten, decimals < 0 ? -decimals : decimals);
    exact_integer(&f->num, halves);
    exact_integer(&f->den, 2);
    if (decimals < 0)
        exact_times(&f->num, &f->num, &power);
    else
        exact_times(&f->den, &f->den, &power);
}

/* By the table in figures.h. */
static void
bounds_of(struct bounds *b, const struct dt_compare_figure *f, int more)
{
    const int64_t d = f->digits;
    const bool even = d % 2 == 0;
    int64_t down = 1, up = 1;

    b->lower_in = b->upper_in = true;
    switch (f->rounding) {
    case DT_COMPARE_ROUNDING_UNKNOWN:
        break;
    case DT_COMPARE_ROUNDING_HALF_UP:
        b->lower_in = d > 0;
        b->upper_in = d < 0;
        break;
    case DT_COMPARE_ROUNDING_HALF_EVEN:
        b->lower_in = b->upper_in = even;
        break;
    case DT_COMPARE_ROUNDING_TRUNCATE:
        down = d > 0 ? 0 : 2;
        up = d < 0 ? 0 : 2;
        b->lower_in = d > 0;
        b->upper_in = d < 0;
        break;
    default: {
        const bool floor = f->rounding == DT_COMPARE_ROUNDING_FLOOR;
        down = floor ? 0 : 2;
        up = floor ? 2 : 0;
        b->lower_in = floor;
        b->upper_in = !floor;
    }
    }
    frac_figure(&b->lower, 2 * d - down, f->decimals + more);
    frac_figure(&b->value, 2 * d, f->decimals + more);
    frac_figure(&b->upper, 2 * d + up, f->decimals + more);
}

static bool
bounds_hold(const struct bounds *b, const struct frac *x)
{
    const int low = frac_compare(&b->lower, x);
    const int high = frac_compare(x, &b->upper);

    return (low < 0 || (low == 0 && b->lower_in)) &&
           (high < 0 || (high == 0 && b->upper_in));
}

/* Where a double lies of a fraction. */
static int
frac_side(double x, const struct frac *f)
{
    struct frac d;

    if (x - x != 0)
        return x > 0 ? 1 : -1;
    frac_double(&d, x);
    return frac_compare(&d, f);
}

/* Ends just outside, and the value in the middle, of an interval. */
static void
need_interval(const char *name, const struct dt_compare_interval *i,
              const struct frac *lower, const struct frac *value,
              const struct frac *upper)
{
    FUZZ_NEED(frac_side(i->lower, lower) <= 0 &&
              frac_side(fuzz_up(i->lower), lower) >= 0, "%s: lower %a", name,
              i->lower);
    FUZZ_NEED(frac_side(i->upper, upper) >= 0 &&
              frac_side(nextafter(i->upper, -INFINITY), upper) <= 0,
              "%s: upper %a", name, i->upper);
    FUZZ_NEED(exact_is_rounded(i->value, &value->num, &value->den),
              "%s: value %a", name, i->value);
}

static void
need_unbounded(const char *name, const struct dt_compare_interval *i)
{
    FUZZ_NEED(i->lower == -INFINITY && i->upper == INFINITY, "%s: %a %a", name,
              i->lower, i->upper);
}

/* A figure: like those of levels and rates, or of any size. */
static void
draw_figure(struct fuzz *f, struct dt_compare_figure *figure)
{
    const bool any = fuzz_chance(f, 6);

    *figure = (struct dt_compare_figure){
        any ? fuzz_integer(f) % 1000000000000000 : 1 + fuzz_below(f, 2000),
        any ? fuzz_below(f, 34) - 15 : fuzz_below(f, 4),
        fuzz_below(f, 6), fuzz_chance(f, 24), 0 };
    if (!any && fuzz_chance(f, 6))
        figure->digits = -figure->digits + 1;
}

static bool
is_vague(const struct dt_compare_figure *f)
{
    return f->quality == DT_COMPARE_QUALITY_VAGUE;
}

static void
check_round(struct fuzz *f)
{
    const double value = fuzz_double(f);
    const int32_t decimals = fuzz_below(f, 34) - 15;
    const int32_t rounding = fuzz_below(f, 6);
    struct dt_compare_figure figure = { 7, 7, 7, 7, 7 };
    struct bounds b;
    struct frac x;
    const int32_t status = dt_compare_figure_round(value, decimals, rounding,
                                                   &figure, NULL);

    if (value - value != 0) {
        FUZZ_NEED(status == DT_E_VALUE, "%a: %d", value, (int)status);
        return;
    }
    frac_double(&x, value);
    if (status == DT_E_OVERFLOW) {
        figure = (struct dt_compare_figure){
            value < 0 ? -999999999999999 : 999999999999999, decimals,
            rounding == 0 ? DT_COMPARE_ROUNDING_HALF_UP : rounding, 0, 0 };
        bounds_of(&b, &figure, 0);
        FUZZ_NEED(!bounds_hold(&b, &x) &&
                  frac_compare(&x, &b.value) == (value < 0 ? -1 : 1), "%a %d",
                  value, (int)decimals);
        return;
    }
    FUZZ_NEED(status == DT_E_OK && figure.decimals == decimals &&
              figure.rounding == rounding && figure.quality == 0, "%a: %d",
              value, (int)status);
    if (rounding == DT_COMPARE_ROUNDING_UNKNOWN)
        figure.rounding = DT_COMPARE_ROUNDING_HALF_UP;
    bounds_of(&b, &figure, 0);
    FUZZ_NEED(bounds_hold(&b, &x), "%a, %d, %d: %" PRId64, value, (int)decimals,
              (int)rounding, figure.digits);
}

static void
check_interval(struct fuzz *f)
{
    struct dt_compare_figure figure;
    struct dt_compare_interval i;
    struct bounds b;

    draw_figure(f, &figure);
    const int32_t status = dt_compare_figure_interval(&figure, &i, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    bounds_of(&b, &figure, 0);
    if (is_vague(&figure))
        need_unbounded("interval", &i);
    else
        need_interval("interval", &i, &b.lower, &b.value, &b.upper);
}

/* The least and the greatest of the quotients of the ends. */
static void
quotient_ends(const struct bounds *a, const struct bounds *b,
              struct frac *least, struct frac *most)
{
    for (int i = 0; i < 4; i++) {
        struct frac q;
        frac_by(&q, i & 1 ? &a->upper : &a->lower,
                i & 2 ? &b->upper : &b->lower, true);
        if (q.den.negative) {
            q.den.negative = false;
            q.num.negative = !q.num.negative && q.num.n > 0;
        }
        if (i == 0 || frac_compare(&q, least) < 0)
            *least = q;
        if (i == 0 || frac_compare(&q, most) > 0)
            *most = q;
    }
}

static void
check_ratio(struct fuzz *f)
{
    struct dt_compare_figure top, bottom;
    struct dt_compare_interval ratio = { 7, 7, 7 };
    struct bounds a, b;
    struct frac least, most, value;

    draw_figure(f, &top);
    draw_figure(f, &bottom);
    const int32_t status = dt_compare_figure_ratio(&top, &bottom, &ratio, NULL);
    bounds_of(&a, &top, 0);
    bounds_of(&b, &bottom, 0);
    if (exact_sign(&b.lower.num) != exact_sign(&b.upper.num) ||
        exact_sign(&b.lower.num) == 0) {
        FUZZ_NEED(status == DT_E_VALUE && ratio.value == 7, "%d", (int)status);
        return;
    }
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    if (is_vague(&top) || is_vague(&bottom)) {
        need_unbounded("ratio", &ratio);
        return;
    }
    quotient_ends(&a, &b, &least, &most);
    frac_by(&value, &a.value, &b.value, true);
    if (value.den.negative) {
        value.den.negative = false;
        value.num.negative = !value.num.negative && value.num.n > 0;
    }
    need_interval("ratio", &ratio, &least, &value, &most);
}

/* Adds the bounds of a figure, or takes them away. */
static void
bounds_add(struct bounds *sum, const struct bounds *more, bool less)
{
    struct bounds b = *more;

    if (less) {
        b.lower = more->upper;
        b.upper = more->lower;
        b.lower_in = more->upper_in;
        b.upper_in = more->lower_in;
        b.lower.num.negative = !b.lower.num.negative && b.lower.num.n > 0;
        b.value.num.negative = !b.value.num.negative && b.value.num.n > 0;
        b.upper.num.negative = !b.upper.num.negative && b.upper.num.n > 0;
    }
    frac_plus(&sum->lower, &sum->lower, &b.lower);
    frac_plus(&sum->value, &sum->value, &b.value);
    frac_plus(&sum->upper, &sum->upper, &b.upper);
    sum->lower_in = sum->lower_in && b.lower_in;
    sum->upper_in = sum->upper_in && b.upper_in;
}

static int32_t
sum_verdict(const struct bounds *sum, const struct bounds *overlap,
            const struct bounds *total)
{
    struct frac zero;

    frac_double(&zero, 0);
    if (frac_compare(&sum->value, &total->value) == 0)
        return DT_COMPARE_VERDICT_EXACT;
    if (bounds_hold(sum, &total->value))
        return DT_COMPARE_VERDICT_WITHIN;
    return bounds_hold(overlap, &zero) ? DT_COMPARE_VERDICT_EDGE
                                       : DT_COMPARE_VERDICT_INCONSISTENT;
}

static void
check_sum(struct fuzz *f)
{
    const int count = 1 + fuzz_below(f, 6);
    struct dt_compare_figure *parts = fuzz_room((size_t)count * sizeof(*parts));
    struct dt_compare_figure total;
    struct dt_compare_sum_check r;
    struct bounds sum, overlap, b;
    bool vague = false;

    for (int i = 0; i < count; i++) {
        draw_figure(f, &parts[i]);
        vague = vague || is_vague(&parts[i]);
        bounds_of(&b, &parts[i], 0);
        if (i == 0)
            sum = b;
        else
            bounds_add(&sum, &b, false);
    }
    draw_figure(f, &total);
    const int32_t status = dt_compare_check_sum(parts, count, &total, &r, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    bounds_of(&b, &total, 0);
    overlap = sum;
    bounds_add(&overlap, &b, true);
    if (vague)
        need_unbounded("sum", &r.sum);
    else
        need_interval("sum", &r.sum, &sum.lower, &sum.value, &sum.upper);
    if (vague || is_vague(&total))
        need_unbounded("overlap", &r.overlap);
    else
        need_interval("overlap", &r.overlap, &overlap.lower, &overlap.value,
                      &overlap.upper);
    const int32_t verdict = vague || is_vague(&total)
                                ? DT_COMPARE_VERDICT_UNDECIDABLE
                                : sum_verdict(&sum, &overlap, &b);
    FUZZ_NEED(r.verdict == verdict, "%d not %d", (int)r.verdict, (int)verdict);
    free(parts);
}

/* The factor of a rate over all periods, to the power of q: (1 + x)^p, or
 * (1 + x p / q)^1 ... false where 1 + x is not positive. */
static bool
rule_factor(const struct rule *rule, const struct frac *x, struct frac *factor)
{
    struct frac one, n;

    frac_double(&one, 1);
    frac_double(&n, (double)rule->p / rule->q);
    *factor = *x;
    if (rule->method == DT_COMPARE_METHOD_LINEAR)
        frac_by(factor, x, &n, false);
    frac_plus(factor, factor, &one);
    const bool positive = exact_sign(&factor->num) > 0;
    if (rule->method == DT_COMPARE_METHOD_CAGR && positive)
        frac_power(factor, factor, rule->p);
    return positive;
}

/* The sign of the growth that a ratio of levels is, less x. */
static int
rule_compare(const struct rule *rule, const struct frac *ratio,
             const struct frac *x)
{
    struct frac factor, power = *ratio;

    if (!rule_factor(rule, x, &factor))
        return 1;
    if (rule->method == DT_COMPARE_METHOD_CAGR)
        frac_power(&power, ratio, rule->q);
    return frac_compare(&power, &factor);
}

static int
rule_side(const struct rule *rule, const struct frac *ratio, double x)
{
    struct frac d;

    if (x - x != 0)
        return x > 0 ? -1 : 1;
    frac_double(&d, x);
    return rule_compare(rule, ratio, &d);
}

static void
need_growth(const struct rule *rule, const struct dt_compare_interval *i,
            const struct bounds *ratio)
{
    struct frac low, high;
    struct exact half;

    FUZZ_NEED(rule_side(rule, &ratio->lower, i->lower) >= 0 &&
              rule_side(rule, &ratio->lower, fuzz_up(i->lower)) <= 0,
              "lower %a", i->lower);
    FUZZ_NEED(rule_side(rule, &ratio->upper, i->upper) <= 0 &&
              rule_side(rule, &ratio->upper,
                        nextafter(i->upper, -INFINITY)) >= 0,
              "upper %a", i->upper);
    exact_set(&half, false, 1, -1);
    frac_double(&low, nextafter(i->value, -INFINITY));
    frac_double(&high, i->value);
    frac_plus(&low, &low, &high);
    exact_times(&low.num, &low.num, &half);
    frac_double(&high, i->value);
    struct frac above;
    frac_double(&above, fuzz_up(i->value));
    frac_plus(&high, &high, &above);
    exact_times(&high.num, &high.num, &half);
    FUZZ_NEED(rule_compare(rule, &ratio->value, &low) >= 0 &&
              rule_compare(rule, &ratio->value, &high) <= 0, "value %a",
              i->value);
}

/* What levels and a rate are, in fractions. */
struct facts {
    struct bounds base, end, ratio, rate;
};

static void
facts_make(struct facts *t, const struct dt_compare_figure *base,
           const struct dt_compare_figure *end,
           const struct dt_compare_figure *rate)
{
    bounds_of(&t->base, base, 0);
    bounds_of(&t->end, end, 0);
    bounds_of(&t->rate, rate, 2);
    if (exact_sign(&t->base.lower.num) <= 0)
        return;
    frac_by(&t->ratio.lower, &t->end.lower, &t->base.upper, true);
    frac_by(&t->ratio.value, &t->end.value, &t->base.value, true);
    frac_by(&t->ratio.upper, &t->end.upper, &t->base.lower, true);
    t->ratio.lower_in = t->end.lower_in && t->base.upper_in;
    t->ratio.upper_in = t->end.upper_in && t->base.lower_in;
}

/* Whether a published rate and the ratio meet. */
static bool
facts_fit(const struct facts *t, const struct rule *rule)
{
    const int up = rule_compare(rule, &t->ratio.upper, &t->rate.lower);
    const int down = rule_compare(rule, &t->ratio.lower, &t->rate.upper);

    return (up > 0 || (up == 0 && t->ratio.upper_in && t->rate.lower_in)) &&
           (down < 0 || (down == 0 && t->ratio.lower_in && t->rate.upper_in));
}

static int32_t
facts_verdict(const struct facts *t, const struct rule *rule)
{
    const int low = rule_compare(rule, &t->ratio.value, &t->rate.lower);
    const int high = rule_compare(rule, &t->ratio.value, &t->rate.upper);
    const int up = rule_compare(rule, &t->ratio.upper, &t->rate.value);
    const int down = rule_compare(rule, &t->ratio.lower, &t->rate.value);

    if ((low > 0 || (low == 0 && t->rate.lower_in)) &&
        (high < 0 || (high == 0 && t->rate.upper_in)))
        return DT_COMPARE_VERDICT_EXACT;
    if ((up > 0 || (up == 0 && t->ratio.upper_in)) &&
        (down < 0 || (down == 0 && t->ratio.lower_in)))
        return DT_COMPARE_VERDICT_WITHIN;
    return facts_fit(t, rule) ? DT_COMPARE_VERDICT_EDGE
                              : DT_COMPARE_VERDICT_INCONSISTENT;
}

/* The implied end is base times factor; the base, end over factor. Both to the
 * power of q, in which the factor is a fraction. */
static void
need_implied(const struct facts *t, const struct rule *rule,
             const struct dt_compare_growth_check *r)
{
    const int q = rule->method == DT_COMPARE_METHOD_CAGR ? rule->q : 1;
    struct frac low, high, level;

    const bool has_high = rule_factor(rule, &t->rate.upper, &high);
    const bool has_low = rule_factor(rule, &t->rate.lower, &low);
    if (!has_high) {
        FUZZ_NEED(r->implied_base.upper != r->implied_base.upper &&
                  r->implied_end.upper != r->implied_end.upper, "%a",
                  r->implied_end.upper);
        return;
    }
    frac_power(&level, &t->base.upper, q);
    frac_by(&level, &level, &high, false);
    struct frac x;
    frac_double(&x, r->implied_end.upper);
    frac_power(&x, &x, q);
    FUZZ_NEED(frac_compare(&x, &level) >= 0, "end %a", r->implied_end.upper);
    frac_power(&level, &t->end.lower, q);
    frac_by(&level, &level, &high, true);
    frac_double(&x, r->implied_base.lower);
    frac_power(&x, &x, q);
    FUZZ_NEED(frac_compare(&x, &level) <= 0, "base %a", r->implied_base.lower);
    if (!has_low) {
        FUZZ_NEED(r->implied_base.upper == INFINITY &&
                  r->implied_end.lower == 0, "%a", r->implied_base.upper);
        return;
    }
    frac_power(&level, &t->base.lower, q);
    frac_by(&level, &level, &low, false);
    frac_double(&x, fuzz_up(r->implied_end.lower));
    frac_power(&x, &x, q);
    FUZZ_NEED(frac_compare(&x, &level) >= 0, "end %a", r->implied_end.lower);
    frac_double(&x, r->implied_end.lower);
    frac_power(&x, &x, q);
    FUZZ_NEED(frac_compare(&x, &level) <= 0, "end %a", r->implied_end.lower);
}

/* Each small number of periods fits if it lies between first and last. */
static void
need_periods(const struct facts *t, int32_t method,
             const struct dt_compare_growth_check *r)
{
    for (int n = 1; n <= 8; n++) {
        const struct rule rule = { method, n, 1 };
        const bool inside = n >= r->periods_first && n <= r->periods_last;
        FUZZ_NEED(facts_fit(t, &rule) == inside, "%d of %" PRId64 " to %"
                  PRId64, n, r->periods_first, r->periods_last);
    }
}

static void
need_check(const struct facts *t, const struct rule *rule,
           const struct dt_compare_growth_check *r)
{
    const int32_t verdict = facts_verdict(t, rule);

    FUZZ_NEED(r->verdict == verdict, "%d not %d", (int)r->verdict,
              (int)verdict);
    for (int32_t m = 0; m < DT_COMPARE_METHOD_LOG; m++) {
        const struct rule other = { m, rule->p, rule->q };
        FUZZ_NEED((r->methods >> m & 1) == facts_fit(t, &other), "method %d",
                  (int)m);
    }
    need_interval("published", &r->published, &t->rate.lower, &t->rate.value,
                  &t->rate.upper);
    need_growth(rule, &r->recomputed, &t->ratio);
    need_implied(t, rule, r);
    need_periods(t, rule->method, r);
}

/* A rate near that of the levels, or any. */
static void
draw_rate(struct fuzz *f, const struct dt_compare_figure *base,
          const struct dt_compare_figure *end, const struct rule *rule,
          struct dt_compare_figure *rate)
{
    struct dt_compare_interval growth;

    draw_figure(f, rate);
    if (fuzz_chance(f, 4) ||
        dt_compare_figure_growth(base, end, (double)rule->p / rule->q,
                                 rule->method, &growth, NULL) < 0)
        return;
    const int32_t decimals = fuzz_below(f, 3);
    const double near[] = { growth.lower, growth.value, growth.upper };
    const double picked = near[fuzz_below(f, 3)];
    struct dt_compare_figure figure;
    if (dt_compare_figure_round(100 * picked, decimals, rate->rounding, &figure,
                                NULL) == 0)
        *rate = figure;
    if (rate->digits < 1000000)
        rate->digits += fuzz_below(f, 5) - 2;
}

static void
draw_rule(struct fuzz *f, struct rule *rule)
{
    static const int periods[][2] = { { 1, 1 }, { 2, 1 }, { 3, 1 }, { 4, 1 },
                                      { 5, 1 }, { 1, 2 }, { 1, 4 }, { 5, 2 } };
    const int *n = periods[fuzz_below(f, 8)];

    *rule = (struct rule){ fuzz_below(f, 3), n[0], n[1] };
}

static void
check_growth(struct fuzz *f)
{
    struct rule rule;
    struct dt_compare_figure base, end, rate;
    struct dt_compare_growth_check r;
    struct dt_compare_interval growth;
    struct facts t;

    draw_rule(f, &rule);
    draw_figure(f, &base);
    draw_figure(f, &end);
    draw_rate(f, &base, &end, &rule, &rate);
    const double n = (double)rule.p / rule.q;
    const int32_t status = dt_compare_check_growth(&base, &end, &rate, n,
                                                   rule.method, &r, NULL);
    const int32_t other = dt_compare_figure_growth(&base, &end, n, rule.method,
                                                   &growth, NULL);
    facts_make(&t, &base, &end, &rate);
    const bool good = exact_sign(&t.base.lower.num) > 0 &&
                      exact_sign(&t.end.lower.num) > 0;
    FUZZ_NEED(status == (good ? DT_E_OK : DT_E_VALUE) && other == status,
              "%d %d", (int)status, (int)other);
    if (!good)
        return;
    const bool vague = is_vague(&base) || is_vague(&end);
    if (vague)
        need_unbounded("growth", &growth);
    else
        need_growth(&rule, &growth, &t.ratio);
    if (vague || is_vague(&rate))
        FUZZ_NEED(r.verdict == DT_COMPARE_VERDICT_UNDECIDABLE, "%d",
                  (int)r.verdict);
    else
        need_check(&t, &rule, &r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(struct fuzz *f) = {
        check_round, check_interval, check_ratio, check_sum, check_growth,
        check_growth,
    };
    struct fuzz f = { data, size };

    checks[fuzz_below(&f, 6)](&f);
    return 0;
}
