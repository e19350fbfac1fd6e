/* SPDX-License-Identifier: MIT */
/* Panels of series that are summed over windows or converted, by one plan. */
#include "panels.h"

#include "series/convert.h"
#include "series/rolling.h"

enum { LONGEST = 150 };

static double
draw_level(void)
{
    return 100 + (double)draw_below(1000000) * 1e-5;
}

struct rolling_choices {
    int32_t kind;
    int64_t window;
};

static int32_t
rolling_alone(const void *choices, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const struct rolling_choices *c = choices;

    return dt_series_rolling(x, c->kind, c->window, NULL, out, NULL);
}

static void
rolling_windows_of_a_panel_are_those_of_its_series(void **state)
{
    static const int64_t windows[] = { 1, 2, 12, 63, 64, 65, 100, 151,
                                       INT64_MAX };

    (void)state;
    for (int64_t length = 0; length <= LONGEST; length++) {
        const struct rolling_choices choices = {
            (int32_t)draw_below(2), windows[draw_below(COUNT(windows))],
        };
        const struct dt_series like = panel_like(DT_SERIES_FREQ_MONTH, 24000,
                                                 length);
        struct dt__rolling_plan plan;

        assert_int_equal(dt__plan_rolling(&like.unit, choices.kind,
                                          choices.window, NULL, &plan, NULL),
                         DT_E_OK);
        panel_check(&(struct panel_case){ "rolling", dt__rolling_run, &plan,
                                          rolling_alone, &choices, draw_level },
                    &like);
    }
}

/* From one power of ten to another. */
static int32_t
convert_alone(const void *power, const struct dt_series *x,
              const struct dt_series_out *out)
{
    const int32_t by = *(const int32_t *)power;
    struct dt_series from = *x;
    struct dt_series_unit to = unit_of(DT_SERIES_UNIT_KIND_FLOW, "", -by / 2);

    from.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "", by - by / 2);
    return dt_series_convert(&from, &to, NULL, out, NULL);
}

static void
converted_panels_are_their_series_converted(void **state)
{
    static const int32_t powers[] = { 0, 3, -3, 22, -22, 23, -23, 60, -60 };

    (void)state;
    for (int64_t length = 0; length <= LONGEST; length++) {
        const int32_t power = powers[length % (int64_t)COUNT(powers)];
        const struct dt_series like =
            panel_like(DT_SERIES_FREQ_YEAR, 1900, length);

        const struct dt_series_unit to = DT_SERIES_UNIT_INIT;
        const struct dt__convert_plan plan = { power, &to };
        panel_check(&(struct panel_case){ "convert", dt__convert_run, &plan,
                                          convert_alone, &power, draw_level },
                    &like);
    }
}

/* What is run, with what it is run on. */
struct visits {
    int64_t count;
    const struct dt_series_summary *last;
};

static double nothing[1];

static void
visit(const void *plan, const struct dt_series *x,
      const struct dt_series_out *out)
{
    struct visits *visits = *(struct visits *const *)plan;

    visits->count++;
    visits->last = out->summary;
    assert_int_equal(x->length, 0);
    assert_int_equal(out->capacity, 0);
}

static void
a_panel_of_no_series_runs_nothing(void **state)
{
    struct visits visits = { 0, NULL };
    struct visits *plan = &visits;
    struct dt_series_summary summary = { .defined = -5 };
    const struct dt_series_panel_out out = {
        .values = nothing, .summaries = &summary, .count = 1, .stride = 1,
    };
    struct dt_series_panel panel =
        DT_SERIES_PANEL_OF(nothing, 0, 0, DT_SERIES_FREQ_YEAR, 2000);

    (void)state;
    dt__panel_run(&panel, visit, &plan, &out);
    assert_int_equal(visits.count, 0);
    assert_int_equal(summary.defined, -5);
    panel.count = 1;
    dt__panel_run(&panel, visit, &plan, &out);
    assert_int_equal(visits.count, 1);
    assert_ptr_equal(visits.last, &summary);
}

static void
a_panel_of_empty_series_needs_no_values(void **state)
{
    const struct dt_series_unit to = DT_SERIES_UNIT_INIT;
    const struct dt__convert_plan plan = { 3, &to };
    struct dt_series_summary summaries[2] = { { .defined = -5 },
                                              { .defined = -5 } };
    const struct dt_series_panel_out out = {
        .summaries = summaries, .count = 2, .stride = 1,
    };
    const struct dt_series_panel panel =
        DT_SERIES_PANEL_OF(NULL, 2, 0, DT_SERIES_FREQ_YEAR, 2000);

    (void)state;
    dt__panel_run(&panel, dt__convert_run, &plan, &out);
    for (int i = 0; i < 2; i++)
        assert_true(summaries[i].defined == 0 && summaries[i].undefined == 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rolling_windows_of_a_panel_are_those_of_its_series),
        cmocka_unit_test(converted_panels_are_their_series_converted),
        cmocka_unit_test(a_panel_of_no_series_runs_nothing),
        cmocka_unit_test(a_panel_of_empty_series_needs_no_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
