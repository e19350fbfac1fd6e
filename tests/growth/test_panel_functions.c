/* SPDX-License-Identifier: MIT */
/* Functions of panels against those of their series: the same bits, and one
 * check of what is asked. */
#include "panels.h"

#include <dtgrowth/dt.h>

enum { MOST = 150, ROUNDS = 150 };

static double
draw_level(void)
{
    return 100 + (double)draw_below(1000000) * 1e-5;
}

static double
draw_rate(void)
{
    return (double)draw_below(2000) * 1e-4 - 0.1;
}

/* What a call chooses. */
struct choices {
    int32_t kind;
    int64_t lag, window;
    double periods, level;
    struct dt_growth_options options;
};

static int32_t
series_alone(const void *choices, const struct dt_series *x,
             const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_growth_series(x, c->kind, c->lag, &c->options, out, NULL);
}

static int32_t
series_all(const void *choices, const struct dt_series_panel *x,
           const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    return dt_growth_series_panel(x, c->kind, c->lag, &c->options, out, NULL);
}

static int32_t
windows_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_growth_rolling(x, c->kind, c->window, c->lag, &c->options, out,
                             NULL);
}

static int32_t
windows_all(const void *choices, const struct dt_series_panel *x,
            const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    return dt_growth_rolling_panel(x, c->kind, c->window, c->lag, &c->options,
                                   out, NULL);
}

static int32_t
sums_alone(const void *choices, const struct dt_series *x,
           const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_series_rolling(x, c->kind % 2, c->window, NULL, out, NULL);
}

static int32_t
sums_all(const void *choices, const struct dt_series_panel *x,
         const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    return dt_series_rolling_panel(x, c->kind % 2, c->window, NULL, out, NULL);
}

static int32_t
convert_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_growth_convert(x, c->kind % 4, c->kind % 4 == 0 ? c->periods : 0,
                             NULL, out, NULL);
}

static int32_t
convert_all(const void *choices, const struct dt_series_panel *x,
            const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    return dt_growth_convert_panel(
        x, c->kind % 4, c->kind % 4 == 0 ? c->periods : 0, NULL, out, NULL);
}

static const int32_t walks[] = { DT_GROWTH_KIND_RATE, DT_GROWTH_KIND_CHANGE,
                                 DT_GROWTH_KIND_LOG };

static int32_t
levels_alone(const void *choices, const struct dt_series *x,
             const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_growth_levels(x, walks[c->kind % 3], x->start + x->length / 2 - 1,
                            c->level, NULL, out, NULL);
}

static int32_t
levels_all(const void *choices, const struct dt_series_panel *x,
           const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    double levels[PANEL_COUNT];
    const int64_t length = x->offsets != NULL ? x->offsets[1] : x->length;

    for (int j = 0; j < PANEL_COUNT; j++)
        levels[j] = c->level;
    return dt_growth_levels_panel(x, walks[c->kind % 3],
                                  x->start + length / 2 - 1, levels, NULL, out,
                                  NULL);
}

static int32_t
cumulative_alone(const void *choices, const struct dt_series *x,
                 const struct dt_series_out *out)
{
    const struct choices *c = choices;
    return dt_growth_cumulative(x, walks[c->kind % 3], NULL, out, NULL);
}

static int32_t
cumulative_all(const void *choices, const struct dt_series_panel *x,
               const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    return dt_growth_cumulative_panel(x, walks[c->kind % 3], NULL, out, NULL);
}

static int32_t
units_alone(const void *choices, const struct dt_series *x,
            const struct dt_series_out *out)
{
    const struct choices *c = choices;
    struct dt_series_unit to = x->unit;
    to.scale = c->kind;
    return dt_series_convert(x, &to, NULL, out, NULL);
}

static int32_t
units_all(const void *choices, const struct dt_series_panel *x,
          const struct dt_series_panel_out *out)
{
    const struct choices *c = choices;
    struct dt_series_unit to = x->unit;
    to.scale = c->kind;
    return dt_series_convert_panel(x, &to, NULL, out, NULL);
}

static const struct {
    panel_function *all;
    int32_t (*alone)(const void *choices, const struct dt_series *x,
                     const struct dt_series_out *out);
    double (*draw)(void);
} functions[] = {
    { series_all, series_alone, draw_level },
    { windows_all, windows_alone, draw_level },
    { sums_all, sums_alone, draw_level },
    { convert_all, convert_alone, draw_rate },
    { levels_all, levels_alone, draw_rate },
    { cumulative_all, cumulative_alone, draw_rate },
    { units_all, units_alone, draw_level },
};

static void
panels_have_the_bits_of_their_series(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (int round = 0; round < ROUNDS; round++) {
            const struct choices c = {
                .kind = (int32_t)draw_below(7),
                .lag = 1 + (int64_t)draw_below(14),
                .window = 1 + (int64_t)draw_below(70),
                .periods = 4, .level = draw_level(),
                .options = DT_GROWTH_OPTIONS_INIT,
            };
            struct dt_series like = panel_like(DT_SERIES_FREQ_MONTH, 24000,
                                               (int64_t)draw_below(MOST));
            if (functions[f].all == units_all)
                like.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 3);
            panel_check_function(functions[f].all, functions[f].alone, &c,
                                 functions[f].draw, &like);
        }
}

/* Rows without a gap, where nothing but values is asked for, are run as one. */
static void
no_growth_crosses_the_border_of_two_series(void **state)
{
    static double x[PANEL_COUNT * MOST], result[PANEL_COUNT * MOST];

    (void)state;
    for (int i = 0; i < PANEL_COUNT * MOST; i++)
        x[i] = draw_below(50) ? draw_level() : (double)NAN;
    for (int64_t length = 1; length <= MOST; length++)
        for (int64_t lag = 1; lag <= length + 1; lag += 1 + length / 7) {
            const struct dt_series_panel panel = DT_SERIES_PANEL_OF(
                x, PANEL_COUNT, length, DT_SERIES_FREQ_MONTH, 600);
            const struct dt_series_panel_out out =
                DT_SERIES_PANEL_OUT(result, NULL, PANEL_COUNT, length);
            assert_int_equal(
                dt_growth_series_panel(&panel, DT_GROWTH_KIND_RATE, lag, NULL,
                                       &out, NULL),
                DT_E_OK);
            for (int64_t i = 0; i < PANEL_COUNT * length; i++)
                assert_ulp(result[i],
                           i % length < lag ? (double)NAN
                                            : dt_growth_rate(x[i - lag], x[i]),
                           0);
        }
}

/* Rows or spans that are good, and how a call refuses what is wrong of them. */
static const struct {
    bool spans;
    int32_t status;
    const char *message;
    int64_t at; /* The series, from 1 on; 0 where it is about none. */
} refusals[] = {
    { false, DT_E_LENGTH, "x has -1 series of 3 observations", 0 },
    { false, DT_E_NULL, "x->values is null", 0 },
    { false, DT_E_STRIDE, "x->stride is 0", 0 },
    { false, DT_E_LENGTH, "x cannot be addressed: 2 series, "
                          "2305843009213693952 apart", 0 },
    { false, DT_E_FREQUENCY, "x->frequency is 1", 0 },
    { false, DT_E_FLAG, "x->reserved is not 0", 0 },
    { false, DT_E_PERIOD,
      "x->starts[1] is 9223372036854775806, no period to start at", 2 },
    { true, DT_E_LENGTH, "x->offsets[2] is 3, less than the one before",
      3 },
    { true, DT_E_STRIDE,
      "x has offsets, and a length or series strides beside them", 0 },
    { false, DT_E_CAPACITY,
      "out has room for 1 series of 3, and needs it for 2 of 3", 0 },
    { true, DT_E_CAPACITY,
      "out has room for 2 series of 5, and needs it for 2 of 6", 0 },
    { false, DT_E_STRIDE, "the strides of out->values give two elements one "
                          "place, or none", 0 },
    { false, DT_E_STRIDE, "the strides of out->why give two elements one "
                          "place, or none", 0 },
    { true, DT_E_STRIDE, "out has series strides, and the panel has offsets",
      0 },
    { false, DT_E_FLAG, "out->reserved is not 0", 0 },
    { false, DT_E_STRIDE, "the strides of out->validity give two elements one "
                          "place, or none", 0 },
    { false, DT_E_LENGTH, "x->count is 9223372036854775807, of which no "
                          "results can be addressed", 0 },
    { false, DT_E_STRIDE, "the strides of out->values give two elements one "
                          "place, or none", 0 },
};

struct bad {
    struct dt_series_panel x;
    struct dt_series_panel_out out;
};

static const double six[6] = { 1, 2, 3, 4, 5, 6 };
static double results[6];

static struct bad
make_good(bool spans)
{
    static const int64_t offsets[] = { 0, 2, 6 };
    const struct bad rows = {
        DT_SERIES_PANEL_OF(six, 2, 3, DT_SERIES_FREQ_MONTH, 600),
        DT_SERIES_PANEL_OUT(results, NULL, 2, 3),
    };
    const struct bad column = {
        DT_SERIES_PANEL_SPANS(six, 2, offsets, NULL, DT_SERIES_FREQ_MONTH),
        DT_SERIES_PANEL_OUT_SPANS(results, NULL, 2, 6),
    };

    return spans ? column : rows;
}

static void
make_bad(struct bad bad[COUNT(refusals)])
{
    static const int64_t down[] = { 0, 4, 3 };
    static const int64_t starts[] = { 600, INT64_MAX - 1 };

    for (size_t i = 0; i < COUNT(refusals); i++)
        bad[i] = make_good(refusals[i].spans);
    bad[0].x.count = -1;
    bad[1].x.values = NULL;
    bad[2].x.stride = 0;
    bad[3].x.series_stride = INT64_C(1) << 61;
    bad[4].x.frequency = 1;
    bad[5].x.reserved[2] = 1;
    bad[6].x.starts = starts;
    bad[7].x.offsets = down;
    bad[8].x.series_stride = 3;
    bad[9].out.count = 1;
    bad[10].out.length = 5;
    bad[11].out.series_stride = 2;
    bad[12].out.why = (uint8_t *)results;
    bad[12].out.why_series_stride = 1;
    bad[13].out.series_stride = 3;
    bad[14].out.reserved[3] = 1;
    bad[15].out.validity = (uint8_t *)results;
    bad[15].out.validity_series_stride = 2;
    bad[16].x.count = INT64_MAX;
    bad[16].x.length = bad[16].x.series_stride = 0;
    bad[17].out.series_stride = 0;
}

static void
bad_panels_are_named(void **state)
{
    struct bad bad[COUNT(refusals)];
    struct dt_error error;

    (void)state;
    make_bad(bad);
    results[0] = 7;
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_fault(dt_growth_series_panel(&bad[i].x, DT_GROWTH_KIND_CHANGE, 1,
                                            NULL, &bad[i].out, &error),
                     refusals[i].status, &error, refusals[i].at - 1,
                     refusals[i].message);
        assert_ulp(results[0], 7, 0);
    }
}

/* Nothing is written before all bases are looked at; the index is that of the
 * series where a level is at fault. */
static void
a_series_at_fault_is_found_before_any_result(void **state)
{
    static const double x[6] = { 1, 2, 3, 4, 0, 6 };
    static const double known[2] = { 100, INFINITY };
    double values[6] = { 7, 7, 7, 7, 7, 7 };
    const struct dt_series_panel rows =
        DT_SERIES_PANEL_OF(x, 2, 3, DT_SERIES_FREQ_MONTH, 600);
    const struct dt_series_panel_out out =
        DT_SERIES_PANEL_OUT(values, NULL, 2, 3);
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;
    struct dt_error error;

    (void)state;
    options.base_rule = DT_GROWTH_BASE_REFUSE;
    assert_fault(dt_growth_series_panel(&rows, DT_GROWTH_KIND_RATE, 1, &options,
                                        &out, &error),
                 DT_E_BASE, &error, 1, "x has the base 0 in period 0050-02");
    assert_fault(dt_growth_between_panel(&rows, &rows, DT_GROWTH_KIND_RATE, 1,
                                         NULL, &options, &out, &error),
                 DT_E_BASE, &error, 1, "base has the base 0 in period 0050-02");
    assert_fault(dt_growth_levels_panel(&rows, DT_GROWTH_KIND_RATE, 600, known,
                                        NULL, &out, &error),
                 DT_E_VALUE, &error, 1, "levels is inf; it must be finite");
    assert_error(dt_growth_levels_panel(&rows, DT_GROWTH_KIND_RATE, 600, NULL,
                                        NULL, &out, &error),
                 DT_E_NULL, &error, "levels is null");
    for (int i = 0; i < 6; i++)
        assert_ulp(values[i], 7, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panels_have_the_bits_of_their_series),
        cmocka_unit_test(no_growth_crosses_the_border_of_two_series),
        cmocka_unit_test(bad_panels_are_named),
        cmocka_unit_test(a_series_at_fault_is_found_before_any_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
