/* SPDX-License-Identifier: MIT */
/* Every function that gives reasons gives them in the one order that series.h
 * states. Each operand is spoiled in each way, and every two operands at once.
 * Functions of one operand meet one fault at a time, and walks along growth
 * stop at the first one: tests/growth/test_levels.c has those. */
#include "support.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include <dtgrowth/dt.h>

#include "series/why.h"

#define MISSING ((double)NAN)
#define ABSENT  (-7777.0) /* There is no such period. */
#define HUGE    ((double)INFINITY)

/* A view of operands; those that are missing are so by their NaN, or by a
 * bitmap over an infinity, where a NaN would be a value. */
struct column {
    double values[8];
    uint8_t bits;
    struct dt_series view;
};

static bool by_bitmap;

static const struct dt_series *
column(struct column *self, const double *operands, int64_t length)
{
    self->bits = 0xff;
    for (int64_t i = 0; i < length; i++) {
        self->values[i] = operands[i];
        if (by_bitmap && operands[i] != operands[i]) {
            self->values[i] = HUGE;
            self->bits = (uint8_t)(self->bits & ~(1U << i));
        }
    }
    assert_int_equal(dt_series_view(self->values, length, 1,
                                    DT_SERIES_FREQ_YEAR, 2020, &self->view,
                                    NULL),
                     DT_E_OK);
    if (by_bitmap) {
        self->view.validity = &self->bits;
        self->view.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    }
    return &self->view;
}

/* An output, and its last reason. */
struct result {
    double values[8];
    uint8_t why[8];
    struct dt_series_out out;
};

static const struct dt_series_out *
room(struct result *self)
{
    self->out = (struct dt_series_out)DT_SERIES_OUT_WHY(self->values,
                                                        self->why, 8);
    return &self->out;
}

static int32_t
exchange(const double *o, int32_t kind)
{
    struct column x, rate;
    struct result r;
    const struct dt_series *value = column(&x, o, 1);

    (void)column(&rate, o + 1, 1);
    if (o[1] == ABSENT)
        rate.view.length = 0;
    assert_int_equal(dt_series_convert_currency(value, &rate.view, kind, NULL,
                                                room(&r), NULL),
                     DT_E_OK);
    return r.why[0];
}

static int32_t
rolling_sum(const double *o, int32_t kind)
{
    struct column x;
    struct result r;

    assert_int_equal(
        dt_series_rolling(column(&x, o, 3), kind, 3, NULL, room(&r), NULL),
        DT_E_OK);
    return r.why[2];
}

static void
add_up(struct dt_series_sum *sum, const double *o, int64_t length)
{
    struct column x;

    assert_int_equal(dt_series_sum_init(sum, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_add(sum, column(&x, o, length), NULL, NULL),
                     DT_E_OK);
}

static int32_t
sum_read(const double *o, int32_t missing)
{
    struct dt_series_sum sum;
    struct dt_series_sum_result r;

    add_up(&sum, o, 3);
    assert_int_equal(dt_series_sum_read(&sum, missing, &r, NULL), DT_E_OK);
    return r.why;
}

static int32_t
sum_ratio(const double *o, int32_t missing)
{
    struct dt_series_sum top, bottom;
    double ratio;
    int32_t why;

    add_up(&top, o, 2);
    add_up(&bottom, o + 2, 2);
    assert_int_equal(dt_series_sum_ratio(&top, &bottom, missing, &ratio, &why,
                                         NULL), DT_E_OK);
    return why;
}

static int32_t
growth_series(const double *o, int32_t kind)
{
    struct column x;
    struct result r;
    const int64_t skipped = o[0] == ABSENT;

    assert_int_equal(dt_growth_series(column(&x, o + skipped, 2 - skipped),
                                      kind, 1, NULL, room(&r), NULL), DT_E_OK);
    return r.why[1 - skipped];
}

static int32_t
growth_rolling(const double *o, int32_t kind)
{
    struct column x;
    struct result r;
    const int64_t skipped = o[0] == ABSENT;

    assert_int_equal(dt_growth_rolling(column(&x, o + skipped, 4 - skipped),
                                       kind, 2, 2, NULL, room(&r), NULL),
                     DT_E_OK);
    return r.why[3 - skipped];
}

static int32_t
growth_between(const double *o, int32_t kind)
{
    struct column base, end, each;
    struct result r;

    assert_int_equal(dt_growth_between(column(&base, o, 1),
                                       column(&end, o + 1, 1), kind, 0,
                                       column(&each, o + 2, 1), NULL, room(&r),
                                       NULL), DT_E_OK);
    return r.why[0];
}

static int32_t
periods_between(const double *o, int32_t kind)
{
    struct column base, end, each;
    struct result r;

    (void)kind;
    assert_int_equal(dt_growth_periods_between(column(&base, o, 1),
                                               column(&end, o + 1, 1), 0,
                                               column(&each, o + 2, 1), NULL,
                                               room(&r), NULL), DT_E_OK);
    return r.why[0];
}

static int32_t
average(const double *o, int32_t kind)
{
    struct column x;
    struct dt_growth_average_result r;

    assert_int_equal(
        dt_growth_average(column(&x, o, 3), kind, 2020, 2022, NULL, &r, NULL),
        DT_E_OK);
    return r.why;
}

static int32_t
trend(const double *o, int32_t kind)
{
    struct column x, position;
    struct dt_growth_trend_result r;

    assert_int_equal(dt_growth_trend(column(&x, o, 2),
                                     column(&position, o + 2, 2), kind, 2020,
                                     2021, NULL, &r, NULL), DT_E_OK);
    return r.why;
}

static int32_t
compare(const double *o, int32_t kind)
{
    struct column x, y;
    struct result r;
    const struct dt_series *part = column(&x, o, 1);

    (void)column(&y, o + 1, 1);
    if (o[1] == ABSENT)
        y.view.length = 0;
    assert_int_equal(
        dt_compare_series(part, &y.view, kind, 0, NULL, room(&r), NULL),
        DT_E_OK);
    return r.why[0];
}

/* Operands x and y before, and x and y now. */
static int32_t
compare_lagged(const double *o, int32_t kind)
{
    struct column x, y;
    struct result r;
    const double parts[2] = { o[0], o[2] }, totals[2] = { o[1], o[3] };
    const struct dt_series *part = column(&x, parts, 2);

    (void)column(&y, totals, 2);
    if (o[3] == ABSENT)
        y.view.length = 1;
    assert_int_equal(
        dt_compare_series(part, &y.view, kind, 1, NULL, room(&r), NULL),
        DT_E_OK);
    return r.why[1];
}

static int32_t
contributions(const double *o, int32_t kind)
{
    struct column base, end;
    struct result r;
    struct dt_compare_decomposition d;

    (void)kind;
    assert_int_equal(dt_compare_contributions(column(&base, o, 1),
                                              column(&end, o + 1, 1), o[2],
                                              o[3], NULL, room(&r), &d, NULL),
                     DT_E_OK);
    return r.why[0];
}

/* What spoils operand `at`, and the reason of it alone. */
struct fault {
    int at;
    double value;
    int32_t why;
};

#define VALUE(at) \
    { at, MISSING, DT_SERIES_WHY_VALUE_MISSING }, \
    { at, HUGE, DT_SERIES_WHY_NOT_FINITE }
#define BASE(at) \
    { at, MISSING, DT_SERIES_WHY_BASE_MISSING }, \
    { at, -HUGE, DT_SERIES_WHY_NOT_FINITE }
#define POSITIVE(at) \
    { at, 0, DT_SERIES_WHY_ZERO_BASE }, \
    { at, -1, DT_SERIES_WHY_NEGATIVE_BASE }
#define NO_BASE(at)       { at, ABSENT, DT_SERIES_WHY_NO_BASE }
#define DOMAIN(at, value) { at, value, DT_SERIES_WHY_DOMAIN }
#define OVER(at, value)   { at, value, DT_SERIES_WHY_OVERFLOW }

static const struct spoiled {
    const char *name;
    int32_t (*reason)(const double *operands, int32_t kind);
    int32_t kind;
    double good[4];
    struct fault faults[20];
} functions[] = {
    { "exchange", exchange, DT_SERIES_QUOTE_INVERSE, { 1, 0.5 },
      { VALUE(0), OVER(0, DBL_MAX), NO_BASE(1), BASE(1), POSITIVE(1) } },
    { "rolling", rolling_sum, DT_SERIES_ROLLING_SUM, { 1, 1, 1e308 },
      { VALUE(0), OVER(0, DBL_MAX), VALUE(1), OVER(1, DBL_MAX), VALUE(2) } },
    { "sum", sum_read, DT_SERIES_MISSING_COUNTS, { 1, 1, 1e308 },
      { VALUE(0), OVER(0, DBL_MAX), VALUE(1), OVER(1, DBL_MAX), VALUE(2) } },
    { "ratio of sums", sum_ratio, DT_SERIES_MISSING_COUNTS, { 1, 0, 0.5, 0 },
      { VALUE(0), OVER(0, DBL_MAX), VALUE(1), OVER(1, DBL_MAX), BASE(2),
        { 2, 0, DT_SERIES_WHY_ZERO_BASE }, BASE(3) } },
    { "rate", growth_series, DT_GROWTH_KIND_RATE, { 0.5, 1 },
      { NO_BASE(0), BASE(0), POSITIVE(0), VALUE(1), OVER(1, DBL_MAX) } },
    { "change", growth_series, DT_GROWTH_KIND_CHANGE, { -1e308, 1 },
      { NO_BASE(0), BASE(0), VALUE(1), OVER(1, DBL_MAX) } },
    { "log", growth_series, DT_GROWTH_KIND_LOG, { 0.5, 1 },
      { NO_BASE(0), BASE(0), POSITIVE(0), VALUE(1), DOMAIN(1, 0) } },
    { "midpoint", growth_series, DT_GROWTH_KIND_MIDPOINT, { 0.5, 1 },
      { NO_BASE(0), BASE(0), { 0, -1, DT_SERIES_WHY_NEGATIVE_BASE }, VALUE(1),
        DOMAIN(1, -1) } },
    { "rate of sums", growth_rolling, DT_GROWTH_KIND_RATE,
      { 1, 1e308, 1, 1e308 },
      { NO_BASE(0), BASE(0), { 0, -1e308, DT_SERIES_WHY_ZERO_BASE },
        { 0, -DBL_MAX, DT_SERIES_WHY_NEGATIVE_BASE }, OVER(0, DBL_MAX),
        BASE(1), VALUE(2), OVER(2, DBL_MAX), VALUE(3) } },
    { "log of sums", growth_rolling, DT_GROWTH_KIND_LOG, { 1, 1e308, 1, 1e308 },
      { NO_BASE(0), BASE(0), { 0, -1e308, DT_SERIES_WHY_ZERO_BASE },
        { 0, -DBL_MAX, DT_SERIES_WHY_NEGATIVE_BASE }, OVER(0, DBL_MAX),
        BASE(1), VALUE(2), DOMAIN(2, -1e308), DOMAIN(2, -DBL_MAX),
        OVER(2, DBL_MAX), VALUE(3) } },
    { "rate between", growth_between, DT_GROWTH_KIND_RATE, { 0.5, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(1), OVER(1, DBL_MAX), VALUE(2),
        { 2, 0, DT_SERIES_WHY_NO_PERIODS } } },
    { "CAGR between", growth_between, DT_GROWTH_KIND_ANNUALIZED, { 0.5, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(1), DOMAIN(1, -1), OVER(1, DBL_MAX),
        VALUE(2), { 2, 0, DT_SERIES_WHY_NO_PERIODS },
        { 2, -1, DT_SERIES_WHY_NO_PERIODS } } },
    { "periods between", periods_between, 0, { 1, 2, 0.1 },
      { BASE(0), POSITIVE(0), VALUE(1), DOMAIN(1, 0), VALUE(2), DOMAIN(2, -1),
        OVER(2, 0) } },
    { "average CAGR", average, DT_GROWTH_AVERAGE_CAGR, { 1, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(2), DOMAIN(2, -1) } },
    { "average rate", average, DT_GROWTH_AVERAGE_MEAN_RATE, { 1e-3, 1e-3, 1 },
      { BASE(0), POSITIVE(0), VALUE(1), POSITIVE(1), VALUE(2),
        OVER(2, DBL_MAX) } },
    { "geometric mean", average, DT_GROWTH_AVERAGE_GEO_MEAN, { 1, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(1), POSITIVE(1), VALUE(2),
        DOMAIN(2, -1) } },
    { "linear average", average, DT_GROWTH_AVERAGE_LINEAR, { 0.1, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(2), OVER(2, DBL_MAX) } },
    { "average log", average, DT_GROWTH_AVERAGE_LOG, { 1, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(2), DOMAIN(2, 0) } },
    { "average trend", average, DT_GROWTH_AVERAGE_LS_COMPOUND, { 1, 1, 1 },
      { BASE(0), POSITIVE(0), { 1, HUGE, DT_SERIES_WHY_NOT_FINITE },
        DOMAIN(1, 0), VALUE(2), DOMAIN(2, 0) } },
    { "accumulative average", average, DT_GROWTH_AVERAGE_ACCUMULATIVE,
      { 1, 1, 1 },
      { BASE(0), POSITIVE(0), VALUE(1), DOMAIN(1, -9), VALUE(2),
        DOMAIN(2, -9) } },
    { "trend", trend, DT_GROWTH_TREND_LOG, { 1, 2, 1, 2 },
      { { 0, HUGE, DT_SERIES_WHY_NOT_FINITE }, DOMAIN(0, 0),
        { 1, MISSING, DT_SERIES_WHY_TOO_FEW },
        { 2, HUGE, DT_SERIES_WHY_NOT_FINITE },
        { 3, 1, DT_SERIES_WHY_NO_PERIODS } } },
    { "line", trend, DT_GROWTH_TREND_LINEAR, { 1, DBL_MAX, 1, 2 },
      { { 0, HUGE, DT_SERIES_WHY_NOT_FINITE }, OVER(0, -DBL_MAX),
        { 1, MISSING, DT_SERIES_WHY_TOO_FEW },
        { 2, HUGE, DT_SERIES_WHY_NOT_FINITE },
        { 3, 1, DT_SERIES_WHY_NO_PERIODS } } },
    { "share", compare, DT_COMPARE_KIND_SHARE, { 1, 0.5 },
      { VALUE(0), DOMAIN(0, -1), OVER(0, DBL_MAX), NO_BASE(1), BASE(1),
        POSITIVE(1) } },
    { "differential", compare, DT_COMPARE_KIND_DIFFERENTIAL, { 1, -1e308 },
      { VALUE(0), OVER(0, DBL_MAX), NO_BASE(1), BASE(1) } },
    { "relative", compare, DT_COMPARE_KIND_RELATIVE, { 1, -0.5 },
      { VALUE(0), DOMAIN(0, -2), OVER(0, DBL_MAX), NO_BASE(1), BASE(1),
        { 1, -1, DT_SERIES_WHY_ZERO_BASE },
        { 1, -2, DT_SERIES_WHY_NEGATIVE_BASE } } },
    { "ratio", compare, DT_COMPARE_KIND_RATIO, { 1, 0.5 },
      { VALUE(0), OVER(0, DBL_MAX), NO_BASE(1), BASE(1),
        { 1, 0, DT_SERIES_WHY_ZERO_BASE } } },
    { "change of a share", compare_lagged, DT_COMPARE_KIND_SHARE_CHANGE,
      { 1, 2, 1, 0.5 },
      { BASE(0), DOMAIN(0, -1), BASE(1), POSITIVE(1), VALUE(2), DOMAIN(2, -1),
        OVER(2, DBL_MAX), NO_BASE(3), BASE(3), POSITIVE(3) } },
    { "contribution", compare_lagged, DT_COMPARE_KIND_CONTRIBUTION,
      { 1, 0.5, 1, 1 },
      { BASE(0), BASE(1), POSITIVE(1), VALUE(2), OVER(2, DBL_MAX) } },
    { "contributions", contributions, 0, { 1, 1, 0.5, 1 },
      { BASE(0), VALUE(1), OVER(1, DBL_MAX),
        { 2, HUGE, DT_SERIES_WHY_NOT_FINITE }, POSITIVE(2),
        { 3, HUGE, DT_SERIES_WHY_NOT_FINITE } } },
};

static int wrong;

static void
expect(const struct spoiled *f, const struct fault *a, const struct fault *b)
{
    double operands[4];
    const int32_t expected = first_reason(a->why, b->why);

    for (int i = 0; i < 4; i++)
        operands[i] = f->good[i];
    operands[a->at] = a->value;
    operands[b->at] = b->value;
    const int32_t why = f->reason(operands, f->kind);
    if (why != expected) {
        print_message("%s with operand %d = %g, operand %d = %g: \"%s\", not "
                      "\"%s\"\n", f->name, a->at, a->value, b->at, b->value,
                      dt_series_why_name(why), dt_series_why_name(expected));
        wrong++;
    }
}

static void
check_all(bool bitmap)
{
    wrong = 0;
    by_bitmap = bitmap;
    for (size_t k = 0; k < COUNT(functions); k++) {
        const struct spoiled *f = &functions[k];
        assert_int_equal(f->reason(f->good, f->kind), DT_SERIES_WHY_DEFINED);
        for (const struct fault *a = f->faults; a->why != 0; a++) {
            expect(f, a, a);
            for (const struct fault *b = f->faults; b < a; b++)
                if (a->at != b->at)
                    expect(f, a, b);
        }
    }
    assert_int_equal(wrong, 0);
}

static void
of_two_reasons_the_first_in_the_order_is_given(void **state)
{
    (void)state;
    check_all(false);
}

static void
the_same_reason_is_given_where_a_bitmap_tells(void **state)
{
    (void)state;
    check_all(true);
}

/* The library has its own order. */
static void
check_place(const char *name, int32_t value)
{
    (void)name;
    for (int32_t other = DT_SERIES_WHY_DEFINED; other < value; other++) {
        const int32_t first = first_reason(value, other);
        assert_int_equal(dt__first_why(value, other), first);
        assert_int_equal(dt__first_why(other, value), first);
    }
    assert_int_equal(dt__first_why(value, value), value);
}

static void
every_reason_has_its_place_in_the_order(void **state)
{
    (void)state;
    each_constant("DT_SERIES_WHY_DEFINED", check_place);
    assert_int_equal(reason_count(), last_constant("DT_SERIES_WHY_DEFINED"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_has_its_place_in_the_order),
        cmocka_unit_test(of_two_reasons_the_first_in_the_order_is_given),
        cmocka_unit_test(the_same_reason_is_given_where_a_bitmap_tells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
