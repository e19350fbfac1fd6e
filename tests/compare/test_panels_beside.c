/* SPDX-License-Identifier: MIT */
/* Panels that go with others, and panels whose results are no series: the bits
 * of one call for each series. */
#include "make.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <dtgrowth/dt.h>

enum { COUNT_OF = 9, MOST = 70, ROOM = COUNT_OF * MOST };

/* A panel over memory of its own, and the view of one of its series. */
struct source {
    double values[ROOM];
    uint8_t bits[ROOM / 8 + 1];
    int64_t offsets[COUNT_OF + 1], starts[COUNT_OF];
    struct dt_series_panel panel;
};

static void
fill(struct source *self)
{
    for (int i = 0; i < ROOM; i++)
        self->values[i] = draw_below(12) ? 1 + (double)draw_below(9999) / 100
                                         : draw_below(2) ? (double)NAN : -1;
    for (size_t i = 0; i < sizeof(self->bits); i++)
        self->bits[i] = draw_below(3) ? 255 : (uint8_t)draw_below(256);
}

/* Rows, columns, or spans of lengths[j]; starts of each or one for all. */
static void
make_panel(struct source *self, int64_t count, const int64_t *lengths, int way)
{
    self->panel = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        self->values, count, lengths[0], DT_SERIES_FREQ_YEAR, 2000);
    self->offsets[0] = 0;
    for (int64_t j = 0; j < count; j++) {
        self->offsets[j + 1] = self->offsets[j] + lengths[j];
        self->starts[j] = 1990 + (int64_t)draw_below(20);
    }
    if (way == 1) {
        self->panel.stride = count;
        self->panel.series_stride = 1;
    } else if (way == 2) {
        self->panel.offsets = self->offsets;
        self->panel.length = self->panel.series_stride = 0;
        self->panel.validity_series_stride = 0;
    }
    if (draw_below(2))
        self->panel.starts = self->starts;
    if (draw_below(3) == 0)
        self->panel.validity = self->bits;
}

static struct dt_series
series_of(const struct dt_series_panel *p, int64_t j)
{
    const bool spans = p->offsets != NULL;
    struct dt_series x = DT_SERIES_OF(p->values, p->length, p->frequency,
                                      p->start);

    j = p->count == 1 ? 0 : j;
    x.stride = p->stride;
    x.length = spans ? p->offsets[j + 1] - p->offsets[j] : p->length;
    x.values += spans ? p->offsets[j] * p->stride : j * p->series_stride;
    x.validity = p->validity;
    x.validity_offset = spans ? p->offsets[j] : j * p->validity_series_stride;
    x.start = p->starts != NULL ? p->starts[j] : p->start;
    x.unit = p->unit;
    return x;
}

/* The results of a panel and of its series, each with all that can be asked. */
struct results {
    double values[ROOM];
    uint8_t why[ROOM], bits[ROOM / 8 + 1];
    struct dt_series_summary summaries[COUNT_OF];
    struct dt_growth_average_result averages[COUNT_OF];
    struct dt_growth_trend_result trends[COUNT_OF];
    struct dt_compare_decomposition sums[COUNT_OF];
};

static struct results all, alone;

static struct source x, y, z;

static struct dt_series_panel_out
out_of(struct results *to, const struct dt_series_panel *p)
{
    struct dt_series_panel_out out = {
        .values = to->values, .why = to->why, .validity = to->bits,
        .summaries = to->summaries, .count = p->count,
        .length = p->offsets != NULL ? p->offsets[p->count] : p->length,
        .stride = p->stride, .series_stride = p->series_stride,
        .why_stride = p->stride, .why_series_stride = p->series_stride,
        .validity_series_stride = p->offsets != NULL ? 0 : p->length,
    };
    return out;
}

static struct dt_series_out
series_out_of(struct results *to, const struct dt_series_panel *p, int64_t j)
{
    const bool spans = p->offsets != NULL;
    const int64_t at = spans ? p->offsets[j] * p->stride
                             : j * p->series_stride;
    const struct dt_series_out out = {
        .values = to->values + at, .why = to->why + at, .validity = to->bits,
        .summary = to->summaries + j, .stride = p->stride,
        .capacity = series_of(p, j).length, .why_stride = p->stride,
        .validity_offset = spans ? p->offsets[j] : j * p->length,
    };
    return out;
}

/* A function as it is called with a panel, and with one of its series. */
struct twin {
    const char *name;
    bool same_length, three;
    int32_t (*panel)(const struct dt_series_panel_out *out);
    int32_t (*one)(int64_t j, const struct dt_series_out *out);
};

static double total_base[COUNT_OF], total_end[COUNT_OF];
static int64_t work[MOST];

static int32_t
between_panel(const struct dt_series_panel_out *out)
{
    return dt_growth_between_panel(&x.panel, &y.panel,
                                   DT_GROWTH_KIND_ANNUALIZED, 0, &z.panel, NULL,
                                   out, NULL);
}

static int32_t
between(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    const struct dt_series c = series_of(&z.panel, j);
    return dt_growth_between(&ours, &b, DT_GROWTH_KIND_ANNUALIZED, 0, &c, NULL,
                             out, NULL);
}

static int32_t
between_panel_plain(const struct dt_series_panel_out *out)
{
    return dt_growth_between_panel(&x.panel, &y.panel, DT_GROWTH_KIND_RATE, 4,
                                   NULL, NULL, out, NULL);
}

static int32_t
between_plain(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    return dt_growth_between(&ours, &b, DT_GROWTH_KIND_RATE, 4, NULL, NULL, out,
                             NULL);
}

static int32_t
periods_panel(const struct dt_series_panel_out *out)
{
    return dt_growth_periods_between_panel(&x.panel, &y.panel, 0, &z.panel,
                                           NULL, out, NULL);
}

static int32_t
periods(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    const struct dt_series c = series_of(&z.panel, j);
    return dt_growth_periods_between(&ours, &b, 0, &c, NULL, out, NULL);
}

static int32_t
periods_panel_plain(const struct dt_series_panel_out *out)
{
    return dt_growth_periods_between_panel(&x.panel, &y.panel, .03, NULL, NULL,
                                           out, NULL);
}

static int32_t
periods_plain(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    return dt_growth_periods_between(&ours, &b, .03, NULL, NULL, out, NULL);
}

static int32_t
currency_panel(const struct dt_series_panel_out *out)
{
    return dt_series_convert_currency_panel(&x.panel, &y.panel,
                                            DT_SERIES_QUOTE_INVERSE, NULL, out,
                                            NULL);
}

static int32_t
currency(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    return dt_series_convert_currency(&ours, &b, DT_SERIES_QUOTE_INVERSE, NULL,
                                      out, NULL);
}

static int32_t
rank_panel(const struct dt_series_panel_out *out)
{
    return dt_compare_rank_panel(&x.panel, DT_COMPARE_ORDER_DESCENDING,
                                 DT_COMPARE_TIES_AVERAGE, NULL, work, MOST, out,
                                 NULL);
}

static int32_t
rank(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    return dt_compare_rank(&ours, DT_COMPARE_ORDER_DESCENDING,
                           DT_COMPARE_TIES_AVERAGE, NULL, work, MOST, out,
                           NULL);
}

static int32_t
contributions_panel(const struct dt_series_panel_out *out)
{
    return dt_compare_contributions_panel(&x.panel, &y.panel, total_base,
                                          total_end, NULL, out, all.sums, NULL);
}

static int32_t
contributions(int64_t j, const struct dt_series_out *out)
{
    const struct dt_series ours = series_of(&x.panel, j);
    const struct dt_series b = series_of(&y.panel, j);
    return dt_compare_contributions(&ours, &b, total_base[j], total_end[j],
                                    NULL, out, &alone.sums[j], NULL);
}

static const struct twin twins[] = {
    { "between, periods of each", true, true, between_panel, between },
    { "between", true, false, between_panel_plain, between_plain },
    { "periods, rates of each", true, true, periods_panel, periods },
    { "periods", true, false, periods_panel_plain, periods_plain },
    { "currency", false, false, currency_panel, currency },
    { "rank", false, false, rank_panel, rank },
    { "contributions", true, false, contributions_panel, contributions },
};

/* Panels of which those beside the first have as many series, or one. */
static void
draw_panels(const struct twin *twin)
{
    const int64_t count = 1 + (int64_t)draw_below(COUNT_OF);
    const int way = (int)draw_below(3);
    const bool one = draw_below(3) == 0, even = way < 2 || (one && count > 1);
    int64_t lengths[COUNT_OF], others[COUNT_OF];

    for (int64_t j = 0; j < count; j++) {
        lengths[j] = j > 0 && even ? lengths[0] : (int64_t)draw_below(MOST);
        others[j] = twin->same_length ? lengths[j] : (int64_t)draw_below(MOST);
        total_base[j] = (double)draw_below(1000);
        total_end[j] = (double)draw_below(1000);
    }
    fill(&x);
    fill(&y);
    fill(&z);
    make_panel(&x, count, lengths, way);
    make_panel(&y, one ? 1 : count, others,
               way == 2 ? 2 : (int)draw_below(2));
    make_panel(&z, count, lengths, way);
}

static void
assert_as_alone(const char *name, const void *a, const void *b, size_t size)
{
    if (memcmp(a, b, size) != 0)
        fail_msg("%s: the panel has other bits", name);
}

static void
panels_have_the_bits_of_their_series(void **state)
{
    (void)state;
    for (int round = 0; round < 4000; round++) {
        const struct twin *twin = &twins[round % (int)COUNT(twins)];

        draw_panels(twin);
        memset(&all, 0x55, sizeof(all));
        memset(&alone, 0x55, sizeof(alone));
        const struct dt_series_panel_out out = out_of(&all, &x.panel);
        assert_int_equal(twin->panel(&out), DT_E_OK);
        for (int64_t j = 0; j < x.panel.count; j++) {
            const struct dt_series_out to = series_out_of(&alone, &x.panel, j);
            assert_int_equal(twin->one(j, &to), DT_E_OK);
        }
        assert_as_alone(twin->name, &all, &alone, sizeof(all));
    }
}

/* Averages and trends over periods that every series has. */
static void
results_that_are_no_series_are_those_of_each(void **state)
{
    (void)state;
    for (int round = 0; round < 3000; round++) {
        const int32_t average = round % (DT_GROWTH_AVERAGE_YEARS + 1);
        const int32_t trend = round % 2;
        int64_t lengths[COUNT_OF];
        const int64_t count = 1 + (int64_t)draw_below(COUNT_OF);

        for (int j = 0; j < COUNT_OF; j++)
            lengths[j] = 45 + (int64_t)draw_below(MOST - 45);
        fill(&x);
        fill(&y);
        make_panel(&x, count, lengths, (int)draw_below(3));
        make_panel(&y, draw_below(2) ? 1 : count, lengths, (int)draw_below(3));
        const struct dt_series_panel *at = draw_below(2) ? &y.panel : NULL;
        memset(&all, 0x55, sizeof(all));
        memset(&alone, 0x55, sizeof(alone));
        assert_int_equal(dt_growth_average_panel(&x.panel, average, 2012, 2030,
                                                 NULL, all.averages, NULL),
                         DT_E_OK);
        assert_int_equal(dt_growth_trend_panel(&x.panel, at, trend, 2011, 2031,
                                               NULL, all.trends, NULL),
                         DT_E_OK);
        for (int64_t j = 0; j < count; j++) {
            const struct dt_series one = series_of(&x.panel, j);
            const struct dt_series there = series_of(&y.panel, j);
            assert_int_equal(dt_growth_average(&one, average, 2012, 2030, NULL,
                                               &alone.averages[j], NULL),
                             DT_E_OK);
            assert_int_equal(dt_growth_trend(&one, at != NULL ? &there : NULL,
                                             trend, 2011, 2031, NULL,
                                             &alone.trends[j], NULL), DT_E_OK);
        }
        assert_as_alone("averages and trends", &all, &alone, sizeof(all));
    }
}

/* Rows of a matrix, each from the earlier start on. */
static void
spliced_panels_are_their_series_spliced(void **state)
{
    enum { ROW = 2 * MOST + 40 };
    static double values[COUNT_OF * ROW], row[ROW];
    static uint8_t why[COUNT_OF * ROW], row_why[ROW];

    (void)state;
    for (int round = 0; round < 1500; round++) {
        int64_t lengths[COUNT_OF];
        const int64_t count = 1 + (int64_t)draw_below(COUNT_OF);
        const struct dt_series_panel_out out =
            DT_SERIES_PANEL_OUT(values, why, COUNT_OF, ROW);

        for (int j = 0; j < COUNT_OF; j++)
            lengths[j] = 25 + (int64_t)draw_below(MOST - 25);
        for (int i = 0; i < ROOM; i++)
            x.values[i] = y.values[i] = 1 + (double)draw_below(50);
        make_panel(&x, count, lengths, (int)draw_below(3));
        make_panel(&y, draw_below(2) ? 1 : count, lengths, (int)draw_below(3));
        x.panel.validity = y.panel.validity = NULL;
        memset(values, 0x55, sizeof(values));
        memset(why, 0x55, sizeof(why));
        assert_int_equal(dt_series_splice_panel(&x.panel, &y.panel,
                                                DT_SERIES_SPLICE_LINK, NULL,
                                                &out, NULL), DT_E_OK);
        for (int64_t j = 0; j < count; j++) {
            const struct dt_series older = series_of(&x.panel, j);
            const struct dt_series newer = series_of(&y.panel, j);
            const struct dt_series_out to = DT_SERIES_OUT_WHY(row, row_why,
                                                              ROW);
            memset(row, 0x55, sizeof(row));
            memset(row_why, 0x55, sizeof(row_why));
            assert_int_equal(dt_series_splice(&older, &newer,
                                              DT_SERIES_SPLICE_LINK, NULL, &to,
                                              NULL), DT_E_OK);
            assert_memory_equal(values + j * ROW, row, sizeof(row));
            assert_memory_equal(why + j * ROW, row_why, sizeof(row_why));
        }
    }
}

/* Two rows of two, and an output for them. */
static const double four[4] = { 1, 2, 3, 4 };
static const struct dt_series_panel two =
    DT_SERIES_PANEL_OF(four, 2, 2, DT_SERIES_FREQ_YEAR, 2000);
static const struct dt_series_panel_out to_two =
    DT_SERIES_PANEL_OUT(all.values, NULL, 2, 2);

static void
what_one_series_lacks_fails_before_any_result(void **state)
{
    static const double conflict[4] = { 1, 2, 3, 5 };
    static const int64_t starts[2] = { 2000, 2001 };
    const struct dt_series_panel b =
        DT_SERIES_PANEL_OF(conflict, 2, 2, DT_SERIES_FREQ_YEAR, 2000);
    struct dt_series_panel later = two;
    struct dt_error error;

    (void)state;
    later.starts = starts;
    memset(&all, 0x55, sizeof(all));
    alone = all;
    assert_fault(dt_series_splice_panel(&two, &b, DT_SERIES_SPLICE_PLAIN, NULL,
                                        &to_two, &error),
                 DT_E_CONFLICT, &error, 1, "older is 4 and newer is 5 at 2001");
    assert_fault(dt_growth_average_panel(&later, DT_GROWTH_AVERAGE_CAGR, 2000,
                                         2001, NULL, all.averages, &error),
                 DT_E_BEFORE, &error, 1, "base is 2000; x starts at 2001");
    assert_fault(dt_growth_trend_panel(&later, NULL, DT_GROWTH_TREND_LOG, 2000,
                                       2001, NULL, all.trends, &error),
                 DT_E_BEFORE, &error, 1, "base is 2000; x starts at 2001");
    assert_memory_equal(&all, &alone, sizeof(all));
}

static void
panels_that_do_not_go_together_are_named(void **state)
{
    const struct dt_series_panel three =
        DT_SERIES_PANEL_OF(four, 3, 1, DT_SERIES_FREQ_YEAR, 2000);
    const struct dt_series_panel shorter =
        DT_SERIES_PANEL_OF(four, 2, 1, DT_SERIES_FREQ_YEAR, 2000);
    struct dt_error error;

    (void)state;
    memset(&all, 0x55, sizeof(all));
    alone = all;
    assert_error(dt_growth_between_panel(&two, &three, DT_GROWTH_KIND_RATE, 1,
                                         NULL, NULL, &to_two, &error),
                 DT_E_LENGTH, &error,
                 "end has 3 series, base has 2; as many, or one for all");
    assert_fault(dt_growth_between_panel(&two, &shorter, DT_GROWTH_KIND_RATE, 1,
                                         NULL, NULL, &to_two, &error),
                 DT_E_LENGTH, &error, 0, "end has 1 elements, base has 2");
    assert_error(dt_growth_periods_between_panel(&two, &two, -1, NULL, NULL,
                                                 &to_two, &error),
                 DT_E_VALUE, &error, "rate is -1; finite and above -1");
    assert_error(
        dt_compare_rank_panel(&two, 0, 0, NULL, work, 1, &to_two, &error),
        DT_E_CAPACITY, &error, "work_capacity is 1 for length 2");
    assert_error(dt_compare_contributions_panel(&two, &two, NULL, total_end,
                                                NULL, &to_two, all.sums,
                                                &error),
                 DT_E_NULL, &error, "total_base is null");
    assert_memory_equal(&all, &alone, sizeof(all));
}

/* Panels of no series need no memory. */
static void
no_series_have_no_results(void **state)
{
    const struct dt_series_panel none =
        DT_SERIES_PANEL_OF(NULL, 0, 0, DT_SERIES_FREQ_YEAR, 2000);
    const struct dt_series_panel_out out =
        DT_SERIES_PANEL_OUT(NULL, NULL, 0, 0);

    (void)state;
    assert_int_equal(dt_growth_average_panel(&none, 0, 2000, 2001, NULL, NULL,
                                             NULL), DT_E_OK);
    assert_int_equal(dt_growth_trend_panel(&none, &none, 0, 2000, 2001, NULL,
                                           NULL, NULL), DT_E_OK);
    assert_int_equal(dt_compare_contributions_panel(&none, &none, NULL, NULL,
                                                    NULL, &out, NULL, NULL),
                     DT_E_OK);
    assert_int_equal(dt_series_splice_panel(&none, &none, 0, NULL, &out, NULL),
                     DT_E_OK);
    assert_int_equal(dt_compare_rank_panel(&none, 0, 0, NULL, NULL, 0, &out,
                                           NULL), DT_E_OK);
    assert_int_equal(dt_growth_between_panel(&none, &none, 0, 1, NULL, NULL,
                                             &out, NULL), DT_E_OK);
}

/* What is common to all series belongs to none of them. */
static void
periods_common_to_all_blame_no_series(void **state)
{
    static const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
    static const struct {
        int64_t count, base, end;
        int32_t code;
        const char *message;
    } bad[] = {
        { 2, 2003, 2001, DT_E_PERIODS,
          "base and end are -2 periods apart; at least 1" },
        { 0, 2003, 2001, DT_E_PERIODS,
          "base and end are -2 periods apart; at least 1" },
        { 0, INT64_MAX, INT64_MIN + 1, DT_E_PERIODS,
          "base and end are -18446744073709551614 periods apart; at least 1" },
        { 2, DT_SERIES_NO_PERIOD, 2001, DT_E_PERIOD, "base is no period" },
        { 0, 2000, DT_SERIES_NO_PERIOD, DT_E_PERIOD, "end is no period" },
    };
    struct dt_growth_average_result averages[2];
    struct dt_growth_trend_result trends[2];
    struct dt_error error;

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        const struct dt_series_panel some = DT_SERIES_PANEL_OF(
            values, bad[i].count, 4, DT_SERIES_FREQ_YEAR, 2000);
        assert_refused(dt_growth_average_panel(&some, 0, bad[i].base,
                                               bad[i].end, NULL, averages,
                                               &error),
                       bad[i].code, &error, bad[i].message);
        assert_int_equal(error.index, -1);
        assert_refused(dt_growth_trend_panel(&some, NULL, 0, bad[i].base,
                                             bad[i].end, NULL, trends, &error),
                       bad[i].code, &error, bad[i].message);
        assert_int_equal(error.index, -1);
    }
    const struct dt_series_panel none =
        DT_SERIES_PANEL_OF(NULL, 0, 0, DT_SERIES_FREQ_YEAR, 2000);
    assert_int_equal(dt_growth_average_panel(&none, 0, INT64_MIN + 1, INT64_MAX,
                                             NULL, NULL, NULL), DT_E_OK);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panels_have_the_bits_of_their_series),
        cmocka_unit_test(results_that_are_no_series_are_those_of_each),
        cmocka_unit_test(spliced_panels_are_their_series_spliced),
        cmocka_unit_test(what_one_series_lacks_fails_before_any_result),
        cmocka_unit_test(panels_that_do_not_go_together_are_named),
        cmocka_unit_test(no_series_have_no_results),
        cmocka_unit_test(periods_common_to_all_blame_no_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
