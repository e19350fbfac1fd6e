/* SPDX-License-Identifier: MIT */
/* Series of each family: element by element against the scalars, to the last
 * bit, or against exact integers; why, bitmap, summary, and what lies between
 * the elements. */

#include "data.h"
#include "exact.h"
#include "naive.h"

#include <dtgrowth/dt.h>

#include "kernels/dispatch.h"

/* What an element has to be: a reason, or a value. With `any`, one that is not
 * known here. */
struct want {
    int32_t why;
    bool any;
    double value;
};

static void
want_none(struct want *w, int32_t why)
{
    if (why == DT_SERIES_WHY_DEFINED)
        return;
    w->why = w->why == DT_SERIES_WHY_DEFINED ? why
                                             : data_first_why(w->why, why);
}

/* A value; an overflow where it is infinite. */
static void
want_value(struct want *w, double value)
{
    w->value = value;
    w->any = false;
    if (w->why == DT_SERIES_WHY_DEFINED && value - value != 0)
        w->why = DT_SERIES_WHY_OVERFLOW;
}

static void
want_sign(struct want *w, double base)
{
    if (base == 0)
        want_none(w, DT_SERIES_WHY_ZERO_BASE);
    if (base < 0)
        want_none(w, DT_SERIES_WHY_NEGATIVE_BASE);
}

/* Checks all elements of a result against what is wanted. */
static void
want_check(struct result *r, const struct want *w, const char *name)
{
    for (int64_t i = 0; i < r->length; i++) {
        double value;
        const int32_t why = result_read(r, i, &value);
        if (w[i].any && why == DT_SERIES_WHY_OVERFLOW)
            continue;
        FUZZ_NEED(why == w[i].why, "%s %d: why %d not %d", name, (int)i,
                  (int)why, (int)w[i].why);
        FUZZ_NEED(why != DT_SERIES_WHY_DEFINED || w[i].any ||
                  fuzz_same(value, w[i].value), "%s %d: %a not %a", name,
                  (int)i, value, w[i].value);
    }
    result_check(r);
}

/* 2 (value - base) / (|value| + |base|), by the scalar where signs agree. */
static double
grow_by_sizes(double base, double value)
{
    if (base >= 0 && value >= 0)
        return dt_growth_midpoint(base, value);
    if (base <= 0 && value <= 0)
        return 0 - dt_growth_midpoint(-base, -value);
    return value > base ? 2 : -2;
}

static bool
grow_is_by_size(int32_t rule)
{
    return rule == DT_GROWTH_BASE_ABSOLUTE || rule == DT_GROWTH_BASE_MIDPOINT;
}

static void
grow_quotient(struct want *w, int32_t kind, int32_t rule, double base,
              double value)
{
    const bool by_size = rule == DT_GROWTH_BASE_ABSOLUTE;
    double rate;

    if (base <= 0 && rule == DT_GROWTH_BASE_MIDPOINT) {
        if (base == 0 && value == 0)
            want_none(w, DT_SERIES_WHY_ZERO_BASE);
        want_value(w, grow_by_sizes(base, value));
        return;
    }
    if (base == 0 || (base < 0 && rule != DT_GROWTH_BASE_SIGNED && !by_size))
        want_sign(w, base);
    if (kind == DT_GROWTH_KIND_FACTOR) {
        want_value(w, base == 0 ? 0 : value / (by_size ? fabs(base) : base));
        return;
    }
    rate = base > 0 ? dt_growth_rate(base, value)
                    : dt_growth_rate(-base, -value);
    if (w->why == DT_SERIES_WHY_DEFINED)
        want_value(w, base < 0 && by_size ? 0 - rate : rate);
}

/* The growth of an annualized kind, where a scalar says what it is. */
static void
grow_annualized(struct want *w, int32_t kind, double base, double value,
                double periods, double per_year)
{
    const double years = periods / per_year;

    want_sign(w, base);
    if (value < 0 || (value == 0 && kind == DT_GROWTH_KIND_ANNUALIZED_LOG))
        want_none(w, DT_SERIES_WHY_DOMAIN);
    if (!(periods > 0))
        want_none(w, DT_SERIES_WHY_NO_PERIODS);
    w->any = true;
    if (w->why != DT_SERIES_WHY_DEFINED || fma(years, per_year, -periods) != 0)
        return;
    if (kind == DT_GROWTH_KIND_ANNUALIZED)
        want_value(w, dt_growth_cagr(base, value, years));
    else if (years == 1)
        want_value(w, dt_growth_log(base, value));
}

/* From a base to a value, both there. */
static void
grow(struct want *w, int32_t kind, int32_t rule, double base, double value,
     double periods, double per_year)
{
    switch (kind) {
    case DT_GROWTH_KIND_CHANGE:
        want_value(w, value - base);
        break;
    case DT_GROWTH_KIND_RATE:
    case DT_GROWTH_KIND_FACTOR:
        grow_quotient(w, kind, rule, base, value);
        break;
    case DT_GROWTH_KIND_MIDPOINT:
        if (base == 0 && value == 0)
            want_none(w, DT_SERIES_WHY_ZERO_BASE);
        if (base < 0 && !grow_is_by_size(rule))
            want_none(w, DT_SERIES_WHY_NEGATIVE_BASE);
        if (value < 0 && !grow_is_by_size(rule))
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, grow_by_sizes(base, value));
        break;
    case DT_GROWTH_KIND_LOG:
        want_sign(w, base);
        if (value <= 0)
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, dt_growth_log(base, value));
        break;
    default:
        grow_annualized(w, kind, base, value, periods, per_year);
    }
}

/* A rule that the kind takes. */
static int32_t
grow_draw_rule(struct fuzz *f, int32_t kind)
{
    const int32_t rule = fuzz_below(f, 5);

    if (rule == DT_GROWTH_BASE_MISSING)
        return rule;
    if (kind == DT_GROWTH_KIND_CHANGE)
        return 0;
    if (rule == DT_GROWTH_BASE_REFUSE || kind == DT_GROWTH_KIND_RATE)
        return rule;
    if (kind == DT_GROWTH_KIND_FACTOR)
        return rule == DT_GROWTH_BASE_MIDPOINT ? 0 : rule;
    return kind == DT_GROWTH_KIND_MIDPOINT && grow_is_by_size(rule) ? rule : 0;
}

static bool
grow_is_annualized(int32_t kind)
{
    return kind >= DT_GROWTH_KIND_ANNUALIZED;
}

/* The first element whose base the rule refuses; -1 for none. A base counts
 * where it is there, whatever the value. */
static bool
grow_refuses(int32_t rule, int32_t why, double base)
{
    return rule == DT_GROWTH_BASE_REFUSE && why == DT_SERIES_WHY_DEFINED &&
           base <= 0;
}

/* Index of the base of an element; -1 for none. */
static int64_t
lag_base(const struct dt_series *x, int64_t i, int64_t lag,
         const struct dt_growth_options *options)
{
    const int64_t period = x->start + i;
    int64_t base = period - lag, first, last;

    if (options->lag_rule == DT_GROWTH_LAG_YEARS) {
        if (dt_series_period_year_ago(x->frequency, period, lag,
                                      options->year_rule, &base, NULL) < 0)
            return -1;
    } else if (options->lag_rule != DT_GROWTH_LAG_PERIODS) {
        if (!naive_days(x->frequency, period, &first, &last))
            return -1;
        const int64_t year = naive_date_of(last).year;
        for (base = period; naive_days(x->frequency, base, &first, &last) &&
                            naive_date_of(last).year >= year;)
            base--;
        base += options->lag_rule == DT_GROWTH_LAG_START_OF_THIS_YEAR;
    }
    return base < x->start || base >= x->start + x->length ? -1
                                                           : base - x->start;
}

/* A lag of some rule, which its frequency takes. */
static int64_t
lag_draw(struct fuzz *f, int32_t frequency, int32_t *lag_rule,
         int32_t *year_rule)
{
    *lag_rule = fuzz_below(f, 3) < 2 ? 0 : fuzz_below(f, 4);
    *year_rule = 0;
    if (*lag_rule == DT_GROWTH_LAG_YEARS && naive_months(frequency) == 0) {
        *year_rule = fuzz_below(f, 3);
        if (frequency / 100 == 5 && frequency != DT_SERIES_FREQ_WEEK)
            *year_rule = DT_SERIES_YEAR_AGO_364;
    }
    if (*lag_rule > DT_GROWTH_LAG_YEARS)
        return 0;
    return fuzz_chance(f, 16) ? (fuzz_integer(f) & INT64_MAX) | 1
                              : 1 + fuzz_below(f, 5);
}

static void
series_draw(struct fuzz *f, struct data *x)
{
    const int32_t frequency = naive_frequency(f);
    const struct naive_date date = { 1996 + fuzz_below(f, 9), 12, 15 };
    const int64_t length = data_length(f), day = naive_day(date);

    data_make(f, x, length, frequency,
              naive_period(frequency, naive_weekday(day) > 5 ? day - 2 : day) -
                  fuzz_below(f, 4));
}

/* May the result take the place of a series? */
static void
result_place(struct fuzz *f, struct result *r, const struct data *x)
{
    result_make(f, r, x->x.length);
    if (!fuzz_chance(f, 4) || x->x.length == 0)
        return;
    free(r->values);
    r->values = x->values;
    r->out.values = (double *)x->x.values;
    r->out.stride = x->x.stride;
    r->room = x->room;
}

static void
result_leave(struct result *r, const struct data *x)
{
    if (r->values == x->values)
        r->values = NULL;
    result_free(r);
}

static void
check_growth(struct fuzz *f)
{
    static const double years[] = { 1, 4, 12, 52, 260, 365.25, 0.5, 3 };
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;
    struct data x;
    struct result r;
    int64_t refused = -1;
    const int32_t kind = fuzz_below(f, 7);

    series_draw(f, &x);
    const int64_t lag = lag_draw(f, x.x.frequency, &o.lag_rule, &o.year_rule);
    double per_year = dt_series_per_year(x.x.frequency);
    o.base_rule = grow_draw_rule(f, kind);
    if (grow_is_annualized(kind) && (per_year == 0 || fuzz_chance(f, 2)))
        per_year = o.per_year = years[fuzz_below(f, 8)];
    result_place(f, &r, &x);
    struct want *w = calloc((size_t)x.x.length + 1, sizeof(*w));
    for (int64_t i = 0; i < x.x.length; i++) {
        const int64_t at = lag_base(&x.x, i, lag, &o);
        double value, base = 0;
        const int32_t why = data_read_base(&x.x, at, &base);
        want_none(&w[i], why);
        want_none(&w[i], data_read(&x.x, i, &value));
        if (refused < 0 && grow_refuses(o.base_rule, why, base))
            refused = at;
        if (w[i].why == DT_SERIES_WHY_DEFINED)
            grow(&w[i], kind, o.base_rule, base, value, (double)(i - at),
                 per_year);
    }
    struct dt_error error = { 0, 0, -9, "" };
    const int32_t status = dt_growth_series(&x.x, kind, lag, &o, &r.out,
                                            &error);
    FUZZ_NEED(status == (refused < 0 ? DT_E_OK : DT_E_BASE), "%d %s",
              (int)status, error.message);
    if (status >= 0)
        want_check(&r, w, "growth");
    free(w);
    result_leave(&r, &x);
    data_free(&x);
}

/* One element of growth between two series, over common periods or its own;
 * returns whether the rule refuses its base. */
static bool
between_one(struct want *w, int32_t kind, int32_t rule, const struct data *x,
            int64_t i, double periods)
{
    double base = 0, value;
    const int32_t why = data_read_base(&x[0].x, i, &base);

    want_none(w, why);
    want_none(w, data_read(&x[1].x, i, &value));
    if (periods == 0)
        want_none(w, data_read(&x[2].x, i, &periods));
    if (w->why == DT_SERIES_WHY_DEFINED) {
        grow(w, kind, rule, base, value, periods, 1);
        if (periods <= 0)
            want_none(w, DT_SERIES_WHY_NO_PERIODS);
    }
    return grow_refuses(rule, why, base);
}

static void
check_between(struct fuzz *f)
{
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;
    struct data x[3];
    struct result r;
    bool refused = false;
    const int32_t kind = fuzz_below(f, 7);
    const int64_t length = data_length(f);
    const bool each = fuzz_chance(f, 2);
    const double common = each ? 0 : (double)(1 + fuzz_below(f, 8)) / 2;

    o.base_rule = grow_draw_rule(f, kind);
    for (int j = 0; j < 3; j++)
        data_make(f, &x[j], length, DT_SERIES_FREQ_UNDATED, 0);
    const int place = fuzz_below(f, 2);
    result_place(f, &r, &x[place]);
    struct want *w = calloc((size_t)length + 1, sizeof(*w));
    for (int64_t i = 0; i < length; i++)
        refused |= between_one(&w[i], kind, o.base_rule, x, i, common);
    const int32_t status = dt_growth_between(&x[0].x, &x[1].x, kind, common,
                                             each ? &x[2].x : NULL, &o, &r.out,
                                             NULL);
    FUZZ_NEED(status == (refused ? DT_E_BASE : DT_E_OK), "%d", (int)status);
    if (status >= 0)
        want_check(&r, w, "between");
    free(w);
    result_leave(&r, &x[place]);
    for (int j = 0; j < 3; j++)
        data_free(&x[j]);
}

/* What a comparison of numbers comes to; those of before are x[2], x[3]. */
static void
compare_numbers(struct want *w, int32_t kind, const double *x)
{
    switch (kind) {
    case DT_COMPARE_KIND_SHARE:
    case DT_COMPARE_KIND_SHARE_CHANGE:
        want_sign(w, x[1]);
        if (kind == DT_COMPARE_KIND_SHARE_CHANGE)
            want_sign(w, x[3]);
        if (x[0] < 0 || (kind == DT_COMPARE_KIND_SHARE_CHANGE && x[2] < 0))
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, kind == DT_COMPARE_KIND_SHARE
                          ? dt_compare_share(x[0], x[1])
                          : dt_compare_share_change(x[2], x[0], x[3], x[1]));
        break;
    case DT_COMPARE_KIND_CONTRIBUTION:
        want_sign(w, x[3]);
        want_value(w, dt_compare_contribution(x[2], x[0], x[3]));
        break;
    case DT_COMPARE_KIND_RELATIVE:
        if (x[1] <= -1)
            want_none(w, x[1] < -1 ? DT_SERIES_WHY_NEGATIVE_BASE
                                   : DT_SERIES_WHY_ZERO_BASE);
        if (x[0] < -1)
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, dt_compare_relative(x[0], x[1]));
        break;
    case DT_COMPARE_KIND_RATIO:
        if (x[1] == 0)
            want_none(w, DT_SERIES_WHY_ZERO_BASE);
        want_value(w, x[1] == 0 ? 0 : x[0] / x[1]);
        break;
    default:
        want_value(w, dt_compare_differential(x[0], x[1]));
    }
}

/* One element of a comparison; all operands that its kind reads. */
static void
compare_one(struct want *w, int32_t kind, const struct dt_series *x,
            const struct dt_series *y, int64_t i, int64_t back)
{
    const int64_t shift = x->start - y->start;
    const bool lagged = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                        kind == DT_COMPARE_KIND_CONTRIBUTION;
    double n[4] = { 0, 0, 0, 0 };

    want_none(w, data_read(x, i, &n[0]));
    if (kind != DT_COMPARE_KIND_CONTRIBUTION)
        want_none(w, data_read_base(y, i + shift, &n[1]));
    if (lagged) {
        want_none(w, data_read_base(x, back, &n[2]));
        want_none(w, back < 0 ? DT_SERIES_WHY_NO_BASE
                              : data_read_base(y, back + shift, &n[3]));
    }
    if (w->why == DT_SERIES_WHY_DEFINED)
        compare_numbers(w, kind, n);
}

static void
check_compare(struct fuzz *f)
{
    struct dt_compare_options o = DT_COMPARE_OPTIONS_INIT;
    struct dt_growth_options like = DT_GROWTH_OPTIONS_INIT;
    struct data x, y;
    struct result r;
    const int32_t kind = fuzz_below(f, 7);
    const bool lagged = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                        kind == DT_COMPARE_KIND_CONTRIBUTION;
    int64_t lag = 0;

    series_draw(f, &x);
    data_make(f, &y, data_length(f), x.x.frequency,
              x.x.start + fuzz_below(f, 7) - 3);
    if (lagged)
        lag = lag_draw(f, x.x.frequency, &o.lag_rule, &o.year_rule);
    like.lag_rule = o.lag_rule;
    like.year_rule = o.year_rule;
    result_place(f, &r, &x);
    struct want *w = calloc((size_t)x.x.length + 1, sizeof(*w));
    for (int64_t i = 0; i < x.x.length; i++)
        compare_one(&w[i], kind, &x.x, &y.x, i,
                    lagged ? lag_base(&x.x, i, lag, &like) : -1);
    const int32_t status = dt_compare_series(&x.x, &y.x, kind, lag, &o, &r.out,
                                             NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    want_check(&r, w, "compare");
    free(w);
    result_leave(&r, &x);
    data_free(&x);
    data_free(&y);
}

/* The exact sum of a window that ends at an element, or why there is none. */
static int32_t
window_sum(const struct dt_series *x, int64_t end, int64_t window,
           struct exact *sum)
{
    int32_t why = DT_SERIES_WHY_DEFINED;

    exact_integer(sum, 0);
    if (end < 0 || window > end + 1)
        return DT_SERIES_WHY_NO_BASE;
    for (int64_t i = end - window + 1; i <= end; i++) {
        double value;
        struct exact e;
        const int32_t its = data_read(x, i, &value);
        if (its != DT_SERIES_WHY_DEFINED) {
            why = why == DT_SERIES_WHY_DEFINED ? its : data_first_why(why, its);
            continue;
        }
        exact_double(&e, value);
        exact_add(sum, sum, &e);
    }
    return why;
}

/* An element that is num / den, exactly, if it is defined at all. */
static void
need_quotient(struct result *r, int64_t i, int32_t why, const struct exact *num,
              const struct exact *den, int bits)
{
    double value;
    const int32_t given = result_read(r, i, &value);
    const bool negative = num->negative != den->negative;

    if (why == DT_SERIES_WHY_DEFINED && given == DT_SERIES_WHY_OVERFLOW) {
        FUZZ_NEED(num->lost || (num->n > 0 && exact_is_rounded_to(
                      negative ? -INFINITY : INFINITY, num, den, bits)),
                  "%d: overflow", (int)i);
        return;
    }
    FUZZ_NEED(given == why, "%d: why %d not %d", (int)i, (int)given, (int)why);
    FUZZ_NEED(why != DT_SERIES_WHY_DEFINED ||
              exact_is_rounded_to(value, num, den, bits), "%d: %a", (int)i,
              value);
}

/* Where pairs of doubles hold sums, ties to so many bits may go either way. */
enum { PAIR_BITS = 98 };

static void
check_rolling(struct fuzz *f)
{
    struct data x;
    struct result r;
    const int32_t kind = fuzz_below(f, 2);
    const int64_t window = fuzz_chance(f, 16) ? 60 + fuzz_below(f, 10)
                                              : 1 + fuzz_below(f, 7);

    data_make(f, &x, data_length(f) % 300, DT_SERIES_FREQ_MONTH, 24000);
    result_make(f, &r, x.x.length);
    const int32_t status = dt_series_rolling(&x.x, kind, window, NULL, &r.out,
                                             NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    for (int64_t i = 0; i < x.x.length; i++) {
        struct exact sum, by;
        const int32_t why = window_sum(&x.x, i, window, &sum);
        exact_integer(&by, kind == DT_SERIES_ROLLING_MEAN ? window : 1);
        need_quotient(&r, i, why, &sum, &by, 0);
    }
    result_check(&r);
    result_free(&r);
    data_free(&x);
}

/* Growth of exact sums: the quotient, or why there is none. */
static int32_t
sums_grow(int32_t kind, const struct exact *base, const struct exact *value,
          struct exact *num, struct exact *den)
{
    exact_less(num, value, base);
    exact_copy(den, base);
    if (kind == DT_GROWTH_KIND_CHANGE) {
        exact_integer(den, 1);
        return DT_SERIES_WHY_DEFINED;
    }
    if (kind == DT_GROWTH_KIND_FACTOR)
        exact_copy(num, value);
    if (kind == DT_GROWTH_KIND_MIDPOINT) {
        exact_add(num, num, num);
        exact_add(den, base, value);
        if (exact_sign(base) == 0 && exact_sign(value) == 0)
            return DT_SERIES_WHY_ZERO_BASE;
        if (exact_sign(base) < 0)
            return DT_SERIES_WHY_NEGATIVE_BASE;
        return exact_sign(value) < 0 ? DT_SERIES_WHY_DOMAIN
                                     : DT_SERIES_WHY_DEFINED;
    }
    return exact_sign(base) == 0  ? DT_SERIES_WHY_ZERO_BASE
           : exact_sign(base) < 0 ? DT_SERIES_WHY_NEGATIVE_BASE
                                  : DT_SERIES_WHY_DEFINED;
}

/* Growth of sums that are no doubles may overflow, or be as it is. */
static bool
sums_overflow(const struct exact *sum)
{
    return sum->n > 0 &&
           exact_is_rounded_number(sum->negative ? -INFINITY : INFINITY, sum);
}

static void
check_growth_rolling(struct fuzz *f)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_MIDPOINT,
                                     DT_GROWTH_KIND_FACTOR };
    const int32_t kind = kinds[fuzz_below(f, 4)];
    const int64_t window = 1 + fuzz_below(f, 6), lag = 1 + fuzz_below(f, 6);
    struct data x;
    struct result r;

    data_make(f, &x, data_length(f) % 300, DT_SERIES_FREQ_MONTH, 24000);
    result_make(f, &r, x.x.length);
    const int32_t status = dt_growth_rolling(&x.x, kind, window, lag, NULL,
                                             &r.out, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    for (int64_t i = 0; i < x.x.length; i++) {
        struct exact base, value, num, den;
        int32_t its = window_sum(&x.x, i - lag, window, &base);
        int32_t why = window_sum(&x.x, i, window, &value);
        if (its == DT_SERIES_WHY_VALUE_MISSING)
            its = DT_SERIES_WHY_BASE_MISSING;
        if (why == DT_SERIES_WHY_DEFINED)
            why = its;
        else if (its != DT_SERIES_WHY_DEFINED)
            why = data_first_why(why, its);
        its = sums_grow(kind, &base, &value, &num, &den);
        if (why == DT_SERIES_WHY_DEFINED)
            why = its;
        if (why == DT_SERIES_WHY_DEFINED &&
            (sums_overflow(&base) || sums_overflow(&value)))
            why = result_why(&r, i) == DT_SERIES_WHY_DEFINED
                      ? DT_SERIES_WHY_DEFINED : DT_SERIES_WHY_OVERFLOW;
        need_quotient(&r, i, why, &num, &den, PAIR_BITS);
    }
    result_check(&r);
    result_free(&r);
    data_free(&x);
}

/* One step of cumulative growth, exactly. */
static void
cumulate(int32_t kind, double growth, struct exact *total)
{
    struct exact g, one;

    exact_double(&g, growth);
    exact_integer(&one, 1);
    if (kind == DT_GROWTH_KIND_RATE)
        exact_add(&g, &g, &one);
    if (kind == DT_GROWTH_KIND_RATE || kind == DT_GROWTH_KIND_FACTOR)
        exact_times(total, total, &g);
    else
        exact_add(total, total, &g);
}

static void
check_cumulative(struct fuzz *f)
{
    static const int32_t kinds[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                     DT_GROWTH_KIND_LOG,
                                     DT_GROWTH_KIND_FACTOR };
    const int32_t kind = kinds[fuzz_below(f, 4)];
    const bool product = kind == DT_GROWTH_KIND_RATE ||
                         kind == DT_GROWTH_KIND_FACTOR;
    struct data x;
    struct result r;
    struct exact total, one, num;
    int32_t why = DT_SERIES_WHY_DEFINED;

    data_make(f, &x, data_length(f) % 300, DT_SERIES_FREQ_MONTH, 24000);
    result_make(f, &r, x.x.length);
    const int32_t status = dt_growth_cumulative(&x.x, kind, NULL, &r.out, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    exact_integer(&one, 1);
    exact_integer(&total, product);
    for (int64_t i = 0; i < x.x.length; i++) {
        double growth;
        const int32_t its = data_read(&x.x, i, &growth);
        if (why == DT_SERIES_WHY_DEFINED && its == DT_SERIES_WHY_DEFINED)
            cumulate(kind, growth, &total);
        if (why == DT_SERIES_WHY_DEFINED)
            why = its;
        exact_copy(&num, &total);
        if (kind == DT_GROWTH_KIND_RATE)
            exact_less(&num, &total, &one);
        need_quotient(&r, i, why, &num, &one, product ? PAIR_BITS - 8 : 0);
        if (result_why(&r, i) == DT_SERIES_WHY_OVERFLOW)
            why = DT_SERIES_WHY_OVERFLOW;
    }
    result_check(&r);
    result_free(&r);
    data_free(&x);
}

/* What dt_growth_convert() makes of a growth, by its scalar. */
static void
convert_number(struct want *w, int32_t kind, double x, double periods)
{
    switch (kind) {
    case DT_GROWTH_CONVERT_COMPOUND:
        if (x < -1)
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, dt_growth_compound(x, periods));
        break;
    case DT_GROWTH_CONVERT_TO_LOG:
        if (x <= -1)
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, dt_growth_to_log(x));
        break;
    case DT_GROWTH_CONVERT_FROM_LOG:
        want_value(w, dt_growth_from_log(x));
        break;
    default:
        if (x <= -1 || x == 0)
            want_none(w, DT_SERIES_WHY_DOMAIN);
        want_value(w, dt_growth_doubling(x));
    }
}

static void
check_convert(struct fuzz *f)
{
    const int32_t kind = fuzz_below(f, 4);
    const double periods = kind == DT_GROWTH_CONVERT_COMPOUND
                               ? (double)(int8_t)fuzz_bits(f, 1) / 4 : 0;
    struct data x;
    struct result r;

    data_make(f, &x, data_length(f), DT_SERIES_FREQ_MONTH, 24000);
    result_place(f, &r, &x);
    struct want *w = calloc((size_t)x.x.length + 1, sizeof(*w));
    for (int64_t i = 0; i < x.x.length; i++) {
        double value;
        want_none(&w[i], data_read(&x.x, i, &value));
        if (w[i].why == DT_SERIES_WHY_DEFINED)
            convert_number(&w[i], kind, value, periods);
    }
    const int32_t status = dt_growth_convert(&x.x, kind, periods, NULL, &r.out,
                                             NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    want_check(&r, w, "convert");
    free(w);
    result_leave(&r, &x);
    data_free(&x);
}

/* Amounts at rates of exchange, and periods that growth takes. */
static void
check_two(struct fuzz *f)
{
    const int how = fuzz_below(f, 3);
    struct data x, y;
    struct result r;

    data_make(f, &x, data_length(f), DT_SERIES_FREQ_MONTH, 24000);
    data_make(f, &y, how == 2 ? x.x.length : data_length(f),
              DT_SERIES_FREQ_MONTH, 23997 + fuzz_below(f, 7));
    const double rate = ((double)fuzz_below(f, 256) - 60) / 64;
    result_place(f, &r, &x);
    struct want *w = calloc((size_t)x.x.length + 1, sizeof(*w));
    for (int64_t i = 0; i < x.x.length; i++) {
        const int64_t j = how == 2 ? i : i + x.x.start - y.x.start;
        double a = 0, b = 0;
        want_none(&w[i], how == 2 ? data_read_base(&x.x, i, &a)
                                  : data_read(&x.x, i, &a));
        want_none(&w[i], how == 2 ? data_read(&y.x, j, &b)
                                  : data_read_base(&y.x, j, &b));
        if (w[i].why != DT_SERIES_WHY_DEFINED)
            continue;
        want_sign(&w[i], how == 2 ? a : b);
        if (how == 2 && (b <= 0 || (a == b && rate == 0)))
            want_none(&w[i], DT_SERIES_WHY_DOMAIN);
        want_value(&w[i], how == 2 ? dt_growth_periods(a, b, rate)
                          : how == 1 ? a / b : a * b);
    }
    const int32_t status =
        how == 2 ? dt_growth_periods_between(&x.x, &y.x, rate, NULL, NULL,
                                             &r.out, NULL)
                 : dt_series_convert_currency(&x.x, &y.x, how, NULL, &r.out,
                                              NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    want_check(&r, w, how == 2 ? "periods" : "currency");
    free(w);
    result_leave(&r, &x);
    data_free(&x);
    data_free(&y);
}

/* The place of an element, by counting those before and beside it. */
static double
rank_of(const struct dt_series *x, int64_t i, bool ascending, int32_t ties)
{
    int before = 0, same = 0, same_first = 0, apart = 0;
    double a, b, c;

    (void)data_read(x, i, &a);
    for (int64_t j = 0; j < x->length; j++) {
        if (data_read(x, j, &b) == DT_SERIES_WHY_VALUE_MISSING || b != b)
            continue;
        same += a == b;
        same_first += a == b && j < i;
        if (!(ascending ? b < a : b > a))
            continue;
        before++;
        bool again = false;
        for (int64_t k = 0; k < j && !again; k++)
            again = data_read(x, k, &c) != DT_SERIES_WHY_VALUE_MISSING &&
                    c == b;
        apart += !again;
    }
    switch (ties) {
    case DT_COMPARE_TIES_MIN:     return before + 1;
    case DT_COMPARE_TIES_MAX:     return before + same;
    case DT_COMPARE_TIES_DENSE:   return apart + 1;
    case DT_COMPARE_TIES_AVERAGE: return before + (same + 1) / 2.0;
    default:                      return before + same_first + 1;
    }
}

static void
check_rank(struct fuzz *f)
{
    const int32_t order = fuzz_below(f, 2), ties = fuzz_below(f, 5);
    struct data x;
    struct result r;

    data_make(f, &x, data_length(f) % 70, DT_SERIES_FREQ_UNDATED, 0);
    result_place(f, &r, &x);
    struct want *w = calloc((size_t)x.x.length + 1, sizeof(*w));
    int64_t *work = fuzz_room((size_t)x.x.length * sizeof(*work));
    for (int64_t i = 0; i < x.x.length; i++) {
        double value;
        const int32_t why = data_read(&x.x, i, &value);
        if (why == DT_SERIES_WHY_VALUE_MISSING || value != value)
            want_none(&w[i], why);
        else
            want_value(&w[i], rank_of(&x.x, i, order == 1, ties));
    }
    const int32_t status = dt_compare_rank(&x.x, order, ties, NULL, work,
                                           x.x.length, &r.out, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    want_check(&r, w, "rank");
    free(work);
    free(w);
    result_leave(&r, &x);
    data_free(&x);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(struct fuzz *f) = {
        check_growth, check_between, check_compare, check_rolling,
        check_growth_rolling, check_cumulative, check_convert, check_two,
        check_rank, check_growth,
    };
    struct fuzz f = { data, size };

    naive_count();
    const int what = fuzz_below(&f, 30);
    (void)dt__choose_kernels(what / 10);
    checks[what % 10](&f);
    return 0;
}
