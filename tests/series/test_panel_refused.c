/* SPDX-License-Identifier: MIT */
/* Panels, and room for their results, that cannot be: each refusal, its words,
 * and the series that it is about. */
#include <inttypes.h>
#include <stdio.h>

#include "make.h"

#include <dtgrowth/dt.h>

#include "series/panel.h"
#include "series/panel_check.h"

static double values[6];
static uint8_t why[6], bits[6];

static struct dt_series_panel
three_pairs(void)
{
    return (struct dt_series_panel)DT_SERIES_PANEL_OF(
        values, 3, 2, DT_SERIES_FREQ_YEAR, 2020);
}

static struct dt_series_panel_out
room(void)
{
    return (struct dt_series_panel_out){
        .values = values, .why = why, .validity = bits, .count = 3,
        .length = 2, .stride = 1, .series_stride = 2, .why_stride = 1,
        .why_series_stride = 2, .validity_series_stride = 2,
    };
}

static void
refused(const struct dt_series_panel *panel, int32_t code, int64_t index,
        const char *message)
{
    struct dt_error error;

    assert_fault(dt_series_panel_check(panel, &error), code, &error, index,
                 message);
}

static void
a_panel_that_cannot_be_is_named(void **state)
{
    static const int64_t down[] = { 0, 2, 1, 6 }, up[] = { 0, 2, 4, 6 };
    static const int64_t none[] = { 2020, DT_SERIES_NO_PERIOD, 2020 };
    static const int64_t late[] = { 2020, 2020, INT64_MAX - 1 };
    struct dt_series_panel p = three_pairs();

    (void)state;
    assert_int_equal(dt_series_panel_check(&p, NULL), DT_E_OK);
    p.length = -1;
    refused(&p, DT_E_LENGTH, -1, "self has 3 series of -1 observations");
    p = three_pairs();
    p.count = -1;
    refused(&p, DT_E_LENGTH, -1, "self has -1 series of 2 observations");
    p = three_pairs();
    p.starts = none;
    refused(&p, DT_E_PERIOD, 1, "self->starts[1] is -9223372036854775808, no "
                                "period to start at");
    p.starts = late;
    refused(&p, DT_E_PERIOD, 2, "self->starts[2] is 9223372036854775806, no "
                                "period to start at");
    p = (struct dt_series_panel)DT_SERIES_PANEL_SPANS(
        values, 3, up, NULL, DT_SERIES_FREQ_YEAR);
    assert_int_equal(dt_series_panel_check(&p, NULL), DT_E_OK);
    p.starts = late;
    refused(&p, DT_E_PERIOD, 2, NULL);
    p.starts = NULL;
    p.offsets = down;
    refused(&p, DT_E_LENGTH, 2, "self->offsets[2] is 1, less than the one "
                                "before");
}

/* Values and bits far away, and the last value just inside and just outside of
 * what can be addressed. */
static void
a_panel_lies_where_memory_can_be(void **state)
{
    static const int64_t far[] = { INT64_MIN, INT64_MAX, INT64_MAX / 4,
                                   -(INT64_MAX / 4) };
    const int64_t most = PTRDIFF_MAX / (int64_t)sizeof(double);
    struct dt_series_panel p;

    (void)state;
    for (size_t i = 0; i < COUNT(far); i++) {
        p = three_pairs();
        p.series_stride = far[i];
        refused(&p, DT_E_LENGTH, -1, NULL);
        p = three_pairs();
        p.validity_series_stride = far[i];
        if (i < 2 || far[i] / 2 > PTRDIFF_MAX || far[i] / 2 < -PTRDIFF_MAX)
            refused(&p, DT_E_LENGTH, -1, NULL);
        else
            assert_int_equal(dt_series_panel_check(&p, NULL), DT_E_OK);
    }
    /* 2 (most / 2 - 1) + 1, and two more. */
    p = three_pairs();
    p.series_stride = most / 2 - 1;
    assert_int_equal(dt_series_panel_check(&p, NULL), DT_E_OK);
    p.series_stride = most / 2;
    char said[80];
    snprintf(said, sizeof(said), "self cannot be addressed: 3 series, %" PRId64
             " apart", most / 2);
    refused(&p, DT_E_LENGTH, -1, said);
    p.series_stride = -(most / 2);
    refused(&p, DT_E_LENGTH, -1, NULL);
}

static void
refused_out(const struct dt_series_panel_out *out, int32_t code,
            const char *message)
{
    const struct dt_series_panel p = three_pairs();
    struct dt_error error;

    assert_refused(dt__check_panel_out(out, &p, &error), code, &error,
                   message);
}

#define ONE_PLACE "give two elements one place, or none"

static void
two_elements_never_have_one_place(void **state)
{
    static const char in_values[] = "the strides of out->values " ONE_PLACE;
    static const int64_t bad[] = { 0, 1, -1, INT64_MIN, INT64_MAX };
    const struct dt_series_panel p = three_pairs();
    struct dt_series_panel_out out = room();

    (void)state;
    assert_int_equal(dt__check_panel_out(&out, &p, NULL), DT_E_OK);
    for (size_t i = 0; i < COUNT(bad); i++) {
        out = room();
        out.series_stride = bad[i];
        refused_out(&out, DT_E_STRIDE, in_values);
        out = room();
        out.why_series_stride = bad[i];
        refused_out(&out, DT_E_STRIDE, "the strides of out->why " ONE_PLACE);
        out.why = NULL;
        assert_int_equal(dt__check_panel_out(&out, &p, NULL), DT_E_OK);
        out = room();
        out.validity_series_stride = bad[i];
        refused_out(&out, DT_E_STRIDE,
                    "the strides of out->validity " ONE_PLACE);
        out.validity = NULL;
        assert_int_equal(dt__check_panel_out(&out, &p, NULL), DT_E_OK);
    }
    out = room();
    out.why_stride = 0;
    refused_out(&out, DT_E_STRIDE, "the strides of out->why " ONE_PLACE);
    out.why_stride = INT64_MAX;
    refused_out(&out, DT_E_STRIDE, "the strides of out->why " ONE_PLACE);
    /* In columns: 2 (3 - 1) is less than 5, and no less than 4. */
    out = room();
    out.series_stride = 2;
    out.stride = 5;
    assert_int_equal(dt__check_panel_out(&out, &p, NULL), DT_E_OK);
    out.stride = 4;
    refused_out(&out, DT_E_STRIDE, in_values);
}

static void
room_that_is_none_is_named(void **state)
{
    struct dt_series_panel_out out = room();

    (void)state;
    out.values = NULL;
    refused_out(&out, DT_E_NULL, "out->values is null");
    out = room();
    out.stride = 0;
    refused_out(&out, DT_E_STRIDE, "out->stride is 0");
    out = room();
    out.validity_offset = -1;
    refused_out(&out, DT_E_LENGTH, "out->validity_offset is -1");
    out = room();
    out.reserved[2] = 1;
    refused_out(&out, DT_E_FLAG, "out->reserved is not 0");
    out = room();
    out.count = 2;
    refused_out(&out, DT_E_CAPACITY, "out has room for 2 series of 2, and "
                                     "needs it for 3 of 2");
    out = room();
    out.length = 1;
    refused_out(&out, DT_E_CAPACITY, "out has room for 3 series of 1, and "
                                     "needs it for 3 of 2");
}

/* A failure that is about one series says which, to whom wants to know. */
static void
the_series_is_blamed(void **state)
{
    struct dt_error error = { .index = -1 };

    (void)state;
    assert_int_equal(dt__panel_blame(DT_E_BASE, 7, &error), DT_E_BASE);
    assert_int_equal(error.index, 7);
    assert_int_equal(dt__panel_blame(DT_E_OK, 8, &error), DT_E_OK);
    assert_int_equal(error.index, 7);
    assert_int_equal(dt__panel_blame(DT_E_BASE, 7, NULL), DT_E_BASE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_panel_that_cannot_be_is_named),
        cmocka_unit_test(a_panel_lies_where_memory_can_be),
        cmocka_unit_test(two_elements_never_have_one_place),
        cmocka_unit_test(room_that_is_none_is_named),
        cmocka_unit_test(the_series_is_blamed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
