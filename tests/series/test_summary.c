/* SPDX-License-Identifier: MIT */
/* What came of a call, of every function that writes a series: what it counts,
 * what its numbers are, and reasons at a stride of their own. */
#include "make.h"

#include <math.h>
#include <string.h>

#include <dtgrowth/dt.h>

#include "series/summary.h"

enum { LENGTH = 8, WIDE = 3 };

static const double levels[LENGTH] = { 100, 104, NAN, 110, 0, 115, 120, -3 };
static const double others[LENGTH] = { 90, 95, 99, 100, 101, NAN, 104, 105 };
static const double rates[LENGTH] = { .01, .02, NAN, .03, .01, -.02, 0, .05 };

/* A result, and all that may be asked for beside it. */
struct result {
    double values[LENGTH];
    uint8_t why[LENGTH * WIDE], bits[1];
    struct dt_series_summary summary;
    struct dt_series_out out;
};

static struct dt_series
months(const double *values, int64_t length, int64_t start)
{
    struct dt_series self;

    assert_int_equal(dt_series_view(values, length, 1, DT_SERIES_FREQ_MONTH,
                                    start, &self, NULL), DT_E_OK);
    return self;
}

static struct dt_series
dollars(const double *values)
{
    struct dt_series x = months(values, LENGTH, 600);

    x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 9);
    x.unit.vintage = 2025;
    x.unit.decimals = 1;
    return x;
}

static struct dt_series
fractions(const double *values)
{
    struct dt_series x = months(values, LENGTH, 600);

    x.unit = unit_of(DT_SERIES_UNIT_KIND_FRACTION, "", 0);
    return x;
}

static int32_t
growth(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_growth_series(&x, DT_GROWTH_KIND_RATE, 2, NULL, out, NULL);
}

static int32_t
year_ago(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.lag_rule = DT_GROWTH_LAG_END_OF_LAST_YEAR;
    return dt_growth_series(&x, DT_GROWTH_KIND_LOG, 0, &options, out, NULL);
}

static int32_t
annualized(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_growth_series(&x, DT_GROWTH_KIND_ANNUALIZED, 1, NULL, out, NULL);
}

static int32_t
change(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_growth_series(&x, DT_GROWTH_KIND_CHANGE, 1, NULL, out, NULL);
}

static int32_t
of_per_cents(const struct dt_series_out *out)
{
    struct dt_series x = dollars(levels);

    x.unit = unit_of(DT_SERIES_UNIT_KIND_PERCENT, "", 0);
    return dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, NULL, out, NULL);
}

static int32_t
of_sums(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 2, 3, NULL, out, NULL);
}

static int32_t
between(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels), y = dollars(others);
    return dt_growth_between(&x, &y, DT_GROWTH_KIND_MIDPOINT, 4, NULL, NULL,
                             out, NULL);
}

static int32_t
periods(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels), y = dollars(others);
    return dt_growth_periods_between(&x, &y, .05, NULL, NULL, out, NULL);
}

static int32_t
converted(const struct dt_series_out *out)
{
    const struct dt_series x = fractions(rates);
    return dt_growth_convert(&x, DT_GROWTH_CONVERT_TO_LOG, 0, NULL, out, NULL);
}

static int32_t
levels_of(const struct dt_series_out *out)
{
    const struct dt_series x = fractions(rates);
    return dt_growth_levels(&x, DT_GROWTH_KIND_RATE, x.start + 3, 100, NULL,
                            out, NULL);
}

static int32_t
cumulative(const struct dt_series_out *out)
{
    const struct dt_series x = fractions(rates);
    return dt_growth_cumulative(&x, DT_GROWTH_KIND_RATE, NULL, out, NULL);
}

static int32_t
windows(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_series_rolling(&x, DT_SERIES_ROLLING_MEAN, 3, NULL, out, NULL);
}

static int32_t
share(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels), y = dollars(others);
    return dt_compare_series(&x, &y, DT_COMPARE_KIND_SHARE, 0, NULL, out, NULL);
}

static int32_t
ratio(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels), y = dollars(others);
    return dt_compare_series(&x, &y, DT_COMPARE_KIND_RATIO, 0, NULL, out, NULL);
}

static int32_t
contributions(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels), y = dollars(others);
    struct dt_compare_decomposition result;
    return dt_compare_contributions(&x, &y, 700, 800, NULL, out, &result, NULL);
}

static int32_t
rank(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    int64_t work[LENGTH];
    return dt_compare_rank(&x, DT_COMPARE_ORDER_DESCENDING, DT_COMPARE_TIES_MIN,
                           NULL, work, LENGTH, out, NULL);
}

static int32_t
in_millions(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    struct dt_series_unit to = x.unit;

    to.scale = 6;
    return dt_series_convert(&x, &to, NULL, out, NULL);
}

static int32_t
in_yuan(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    struct dt_series yuan = months(others, LENGTH, 600);

    yuan.unit = unit_of(DT_SERIES_UNIT_KIND_AVERAGE, "CNY", 0);
    memcpy(yuan.unit.per, "USD", 4);
    return dt_series_convert_currency(&x, &yuan, DT_SERIES_QUOTE_PER_UNIT, NULL,
                                      out, NULL);
}

static int32_t
spliced(const struct dt_series_out *out)
{
    const struct dt_series x = dollars(levels);
    return dt_series_splice(&x, &x, DT_SERIES_SPLICE_PLAIN, NULL, out, NULL);
}

/* A function, and what its summary says of the numbers. */
static const struct user {
    const char *name;
    int32_t (*call)(const struct dt_series_out *out);
    int32_t transformation, of;
    double periods, per_year;
    const char *unit;
} users[] = {
    { "rate", growth, DT_SERIES_TRANSFORMATION_RATE, DT_SERIES_UNIT_KIND_FLOW,
      2, 0, "fraction, vintage 2025" },
    { "log since the end of last year", year_ago, DT_SERIES_TRANSFORMATION_LOG,
      DT_SERIES_UNIT_KIND_FLOW, NAN, 0, "log, vintage 2025" },
    { "annualized", annualized, DT_SERIES_TRANSFORMATION_ANNUALIZED,
      DT_SERIES_UNIT_KIND_FLOW, 1, 12, "fraction, vintage 2025" },
    { "change", change, DT_SERIES_TRANSFORMATION_CHANGE,
      DT_SERIES_UNIT_KIND_FLOW, 1, 0, "flow, USD, 10^9, vintage 2025" },
    { "rate of per cents", of_per_cents, DT_SERIES_TRANSFORMATION_RATE,
      DT_SERIES_UNIT_KIND_PERCENT, 1, 0, "fraction" },
    { "rate of sums", of_sums, DT_SERIES_TRANSFORMATION_RATE,
      DT_SERIES_UNIT_KIND_FLOW, 3, 0, "fraction, vintage 2025" },
    { "midpoint between", between, DT_SERIES_TRANSFORMATION_MIDPOINT,
      DT_SERIES_UNIT_KIND_FLOW, 4, 0, "fraction, vintage 2025" },
    { "periods between", periods, DT_SERIES_TRANSFORMATION_PERIODS,
      DT_SERIES_UNIT_KIND_FLOW, NAN, 0, "not stated" },
    { "logs of rates", converted, DT_SERIES_TRANSFORMATION_LOG,
      DT_SERIES_UNIT_KIND_FRACTION, 1, 0, "log" },
    { "levels", levels_of, DT_SERIES_TRANSFORMATION_LEVEL,
      DT_SERIES_UNIT_KIND_UNSTATED, 0, 0, "not stated" },
    { "cumulative", cumulative, DT_SERIES_TRANSFORMATION_CUMULATIVE,
      DT_SERIES_UNIT_KIND_FRACTION, NAN, 0, "fraction" },
    { "rolling mean", windows, DT_SERIES_TRANSFORMATION_ROLLING_MEAN,
      DT_SERIES_UNIT_KIND_FLOW, 3, 0, "flow, USD, 10^9, vintage 2025" },
    { "share", share, DT_SERIES_TRANSFORMATION_SHARE, DT_SERIES_UNIT_KIND_FLOW,
      0, 0, "fraction, vintage 2025" },
    { "ratio", ratio, DT_SERIES_TRANSFORMATION_RATIO, DT_SERIES_UNIT_KIND_FLOW,
      0, 0, "not stated" },
    { "contributions", contributions, DT_SERIES_TRANSFORMATION_CONTRIBUTION,
      DT_SERIES_UNIT_KIND_FLOW, NAN, 0, "fraction, vintage 2025" },
    { "rank", rank, DT_SERIES_TRANSFORMATION_RANK, DT_SERIES_UNIT_KIND_UNSTATED,
      0, 0, "not stated" },
    { "other scale", in_millions, DT_SERIES_TRANSFORMATION_LEVEL,
      DT_SERIES_UNIT_KIND_FLOW, 0, 0, "flow, USD, 10^6, vintage 2025" },
    { "other currency", in_yuan, DT_SERIES_TRANSFORMATION_LEVEL,
      DT_SERIES_UNIT_KIND_FLOW, 0, 0, "flow, CNY, 10^9, vintage 2025" },
    { "spliced", spliced, DT_SERIES_TRANSFORMATION_LEVEL,
      DT_SERIES_UNIT_KIND_FLOW, 0, 0, "flow, USD, 10^9, vintage 2025" },
};

static void
ask_for_all(struct result *r, int64_t why_stride)
{
    memset(r, 0x55, sizeof(*r));
    r->out = (struct dt_series_out)DT_SERIES_OUT_WHY(r->values, r->why, LENGTH);
    r->out.why_stride = why_stride;
    r->out.validity = r->bits;
    r->out.summary = &r->summary;
}

static void
check_counts(const struct user *user, const struct result *r)
{
    const struct dt_series_summary *s = &r->summary;
    int64_t undefined = 0, first = -1;
    uint32_t reasons = 0;

    for (int i = LENGTH - 1; i >= 0; i--) {
        assert_int_equal(isnan(r->values[i]),
                         r->why[i] != DT_SERIES_WHY_DEFINED);
        if (r->why[i] == DT_SERIES_WHY_DEFINED)
            continue;
        undefined++;
        first = i;
        reasons |= UINT32_C(1) << r->why[i];
    }
    if (s->undefined != undefined || s->defined != LENGTH - undefined ||
        s->first_undefined != first || s->reasons != reasons ||
        (first >= 0 && s->first_why != r->why[first]))
        fail_msg("%s: %d undefined, first %d, reasons %x", user->name,
                 (int)s->undefined, (int)s->first_undefined,
                 (unsigned)s->reasons);
}

static void
check_numbers(const struct user *user, const struct dt_series_summary *s)
{
    char unit[256];

    assert_int_equal(dt_series_unit_format(&s->unit, unit, sizeof(unit), NULL,
                                           NULL), DT_E_OK);
    if (s->transformation != user->transformation || s->of != user->of ||
        s->per_year != user->per_year || strcmp(unit, user->unit) != 0 ||
        !(s->periods == user->periods ||
          (isnan(s->periods) && isnan(user->periods))))
        fail_msg("%s: transformation %d of %d, %g periods, %g a year, %s",
                 user->name, (int)s->transformation, (int)s->of, s->periods,
                 s->per_year, unit);
    for (int i = 0; i < 4; i++)
        assert_int_equal(s->reserved[i], 0);
}

static void
a_summary_says_what_came_of_a_call(void **state)
{
    struct result r;

    (void)state;
    for (size_t u = 0; u < COUNT(users); u++) {
        ask_for_all(&r, 0);
        assert_int_equal(users[u].call(&r.out), DT_E_OK);
        check_counts(&users[u], &r);
        check_numbers(&users[u], &r.summary);
    }
}

/* Forwards, with room between, and backwards from the last. */
static void
reasons_lie_at_a_stride_of_their_own(void **state)
{
    struct result plain, wide;

    (void)state;
    for (size_t u = 0; u < COUNT(users); u++)
        for (int64_t stride = -1; stride <= WIDE; stride += 4) {
            ask_for_all(&plain, 0);
            ask_for_all(&wide, stride);
            if (stride < 0)
                wide.out.why += LENGTH - 1;
            assert_int_equal(users[u].call(&plain.out), DT_E_OK);
            assert_int_equal(users[u].call(&wide.out), DT_E_OK);
            for (int i = 0; i < LENGTH; i++)
                assert_int_equal(wide.out.why[i * stride], plain.why[i]);
            for (int i = 0; i < LENGTH * WIDE && stride > 0; i++)
                if (i % WIDE != 0)
                    assert_int_equal(wide.why[i], 0x55);
            assert_memory_equal(wide.values, plain.values,
                                sizeof(plain.values));
            assert_memory_equal(&wide.summary, &plain.summary,
                                sizeof(plain.summary));
        }
}

static void
a_failure_leaves_the_summary_alone(void **state)
{
    struct result r;

    (void)state;
    for (size_t u = 0; u < COUNT(users); u++) {
        ask_for_all(&r, 0);
        const struct dt_series_summary before = r.summary;
        r.out.capacity = 1;
        assert_int_equal(users[u].call(&r.out), DT_E_CAPACITY);
        assert_memory_equal(&r.summary, &before, sizeof(before));
    }
}

/* Rates are of a pair of currencies; x is in the one that they convert from. */
static const struct {
    const char *x, *currency, *per;
    int32_t kind, quote;
    const char *message;
} pairs[] = {
    { "USD", "CNY", "USD", DT_SERIES_UNIT_KIND_AVERAGE,
      DT_SERIES_QUOTE_PER_UNIT, NULL },
    { "CNY", "CNY", "USD", DT_SERIES_UNIT_KIND_AVERAGE,
      DT_SERIES_QUOTE_INVERSE, NULL },
    { "", "CNY", "USD", DT_SERIES_UNIT_KIND_STOCK, DT_SERIES_QUOTE_PER_UNIT,
      NULL },
    { "USD", "CNY", "", 0, DT_SERIES_QUOTE_PER_UNIT, NULL },
    { "EUR", "CNY", "USD", DT_SERIES_UNIT_KIND_AVERAGE,
      DT_SERIES_QUOTE_PER_UNIT,
      "rates convert from USD, and x is in EUR: average, CNY per USD "
      "against flow, EUR" },
    { "USD", "CNY", "USD", DT_SERIES_UNIT_KIND_AVERAGE,
      DT_SERIES_QUOTE_INVERSE,
      "rates convert from CNY, and x is in USD: average, CNY per USD "
      "against flow, USD" },
    { "USD", "", "", DT_SERIES_UNIT_KIND_INDEX, DT_SERIES_QUOTE_PER_UNIT,
      "rates->unit is no rate of exchange: index" },
    { "USD", "", "", DT_SERIES_UNIT_KIND_PERCENT, DT_SERIES_QUOTE_PER_UNIT,
      "rates->unit is no rate of exchange: percent" },
    { "USD", "", "", DT_SERIES_UNIT_KIND_LOG, DT_SERIES_QUOTE_PER_UNIT,
      "rates->unit is no rate of exchange: log" },
};

static void
rates_of_exchange_name_their_currencies(void **state)
{
    double values[LENGTH];
    const struct dt_series_out out = DT_SERIES_OUT(values, LENGTH);

    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        struct dt_series x = months(levels, LENGTH, 600), r = x;
        struct dt_error error;

        x.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, pairs[i].x, 0);
        r.unit = unit_of(pairs[i].kind, pairs[i].currency, 0);
        memcpy(r.unit.per, pairs[i].per, strlen(pairs[i].per) + 1);
        const int32_t status = dt_series_convert_currency(
            &x, &r, pairs[i].quote, NULL, &out, &error);
        if (pairs[i].message == NULL)
            assert_int_equal(status, DT_E_OK);
        else
            assert_refused(status, DT_E_UNIT, &error, pairs[i].message);
    }
}

/* What later releases will read is refused until they do. */
static void
members_of_later_releases_are_refused(void **state)
{
    static const uint8_t statuses[LENGTH];
    struct dt_series bad[4];
    struct dt_error error;

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
        bad[i] = dollars(levels);
    bad[0].status = statuses;
    bad[1].status_stride = 1;
    bad[2].reserved[0] = 1;
    bad[3].reserved[3] = -1;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_refused(dt_series_check(&bad[i], &error), DT_E_FLAG, &error,
                       i < 2 ? "self->status is not null, and not read yet"
                             : "self->reserved is not 0");
}

static void
a_view_can_be_made_in_a_declaration(void **state)
{
    static const struct dt_series made =
        DT_SERIES_OF(levels, LENGTH, DT_SERIES_FREQ_MONTH, 600);
    const struct dt_series view = months(levels, LENGTH, 600);

    (void)state;
    assert_int_equal(dt_series_check(&made, NULL), DT_E_OK);
    assert_memory_equal(&made, &view, sizeof(view));
}

/* What is not stated, or known, is of no unit. */
static void
an_unknown_transformation_is_in_no_unit(void **state)
{
    static const int32_t made[] = { DT_SERIES_TRANSFORMATION_UNSTATED, -1, 99 };
    const struct dt_series_unit of = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD",
                                             9);
    const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(made); i++) {
        struct dt_series_summary summary;
        dt__summary_open(&summary, &(struct dt__made){ made[i], &of, 0, 0 });
        assert_memory_equal(&summary.unit, &unstated, sizeof(unstated));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_says_what_came_of_a_call),
        cmocka_unit_test(reasons_lie_at_a_stride_of_their_own),
        cmocka_unit_test(a_failure_leaves_the_summary_alone),
        cmocka_unit_test(rates_of_exchange_name_their_currencies),
        cmocka_unit_test(members_of_later_releases_are_refused),
        cmocka_unit_test(an_unknown_transformation_is_in_no_unit),
        cmocka_unit_test(a_view_can_be_made_in_a_declaration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
