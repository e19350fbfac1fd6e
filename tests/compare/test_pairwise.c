/* SPDX-License-Identifier: MIT */
/* Two series, period by period. */
#include "support.h"

#include <dtgrowth/compare.h>

#include <math.h>
#include <string.h>

enum { LENGTH = 6 };

/* x covers 2018 to 2023, y 2019 to 2025, as far as a test changes nothing. */
struct fixture {
    double x[LENGTH], y[LENGTH + 1], values[LENGTH];
    uint8_t why[LENGTH];
    struct dt_series a, b;
    struct dt_series_out out;
};

static void
set_up(struct fixture *f)
{
    static const double x[] = { 1, 2, 3, 4, 5, 6 };
    static const double y[] = { 10, 12, 8, 16, 20, 10, 5 };

    memcpy(f->x, x, sizeof(x));
    memcpy(f->y, y, sizeof(y));
    memset(f->values, 0x55, sizeof(f->values));
    memset(f->why, 0x55, sizeof(f->why));
    assert_int_equal(dt_series_view(f->x, LENGTH, 1, DT_SERIES_FREQ_YEAR, 2018,
                                    &f->a, NULL), DT_E_OK);
    assert_int_equal(dt_series_view(f->y, LENGTH + 1, 1, DT_SERIES_FREQ_YEAR,
                                    2019, &f->b, NULL),
                     DT_E_OK);
    f->out = (struct dt_series_out)DT_SERIES_OUT_WHY(f->values, f->why, LENGTH);
}

static void
compare(struct fixture *f, int32_t kind, int64_t lag)
{
    assert_int_equal(
        dt_compare_series(&f->a, &f->b, kind, lag, NULL, &f->out, NULL),
        DT_E_OK);
}

static void
assert_element(const struct fixture *f, int i, double value, int why)
{
    assert_int_equal(f->why[i], why);
    assert_ulp(f->values[i], value, 0);
}

/* Of less than a unit, and of nothing, also where no kernel computes it. */
static void
a_part_may_be_small(void **state)
{
    struct fixture f;

    (void)state;
    for (int64_t length = 2; length <= LENGTH; length += 4) {
        set_up(&f);
        f.x[1] = 0.5;
        f.a.length = length;
        compare(&f, DT_COMPARE_KIND_SHARE, 0);
        assert_element(&f, 1, 0.05, DT_SERIES_WHY_DEFINED);
        f.x[1] = 0;
        compare(&f, DT_COMPARE_KIND_SHARE, 0);
        assert_element(&f, 1, 0, DT_SERIES_WHY_DEFINED);
        f.x[1] = -0x1p-1074;
        compare(&f, DT_COMPARE_KIND_SHARE, 0);
        assert_element(&f, 1, NAN, DT_SERIES_WHY_DOMAIN);
    }
}

static void
periods_meet_and_not_rows(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    compare(&f, DT_COMPARE_KIND_SHARE, 0);
    assert_element(&f, 0, NAN, DT_SERIES_WHY_NO_BASE);
    assert_element(&f, 1, 0.2, DT_SERIES_WHY_DEFINED); /* 2 of 10, 2019 */
    assert_element(&f, 5, 0.3, DT_SERIES_WHY_DEFINED); /* 6 of 20, 2023 */
}

static void
each_kind_is_its_scalar(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 1);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_NO_BASE);
    assert_element(&f, 2, dt_compare_share_change(2, 3, 10, 12), 0);
    compare(&f, DT_COMPARE_KIND_CONTRIBUTION, 2);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_NO_BASE);
    assert_element(&f, 3, 0.2, 0); /* (4 - 2) / 10 */
    compare(&f, DT_COMPARE_KIND_DIFFERENTIAL, 0);
    assert_element(&f, 1, -8, 0);
    compare(&f, DT_COMPARE_KIND_GAP, 0);
    assert_element(&f, 1, -8, 0);
    compare(&f, DT_COMPARE_KIND_RATIO, 0);
    assert_element(&f, 3, 0.5, 0);
    compare(&f, DT_COMPARE_KIND_RELATIVE, 0);
    assert_element(&f, 3, dt_compare_relative(4, 8), 0);
}

static void
what_has_no_result_has_a_reason(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.x[1] = NAN;
    f.y[1] = NAN;
    f.y[2] = 0;
    f.y[3] = -16;
    f.x[5] = INFINITY;
    compare(&f, DT_COMPARE_KIND_SHARE, 0);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(&f, 3, NAN, DT_SERIES_WHY_ZERO_BASE);
    assert_element(&f, 4, NAN, DT_SERIES_WHY_NEGATIVE_BASE);
    assert_element(&f, 5, NAN, DT_SERIES_WHY_NOT_FINITE);

    set_up(&f);
    f.x[1] = -2;
    f.x[2] = 1.7e308;
    f.y[1] = 1e-300;
    compare(&f, DT_COMPARE_KIND_SHARE, 0);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_DOMAIN);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_OVERFLOW);
}

static void
a_lagged_kind_reads_its_bases_too(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.x[2] = NAN;
    f.y[3] = NAN; /* 2022, element 4 */
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 1);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_element(&f, 3, NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(&f, 4, NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(&f, 5, NAN, DT_SERIES_WHY_BASE_MISSING);

    set_up(&f);
    f.y[0] = 0;
    f.y[3] = -1;
    f.x[4] = -5;
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 1);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_ZERO_BASE);
    assert_element(&f, 4, NAN, DT_SERIES_WHY_NEGATIVE_BASE);
    f.y[3] = 1;
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 1);
    assert_element(&f, 4, NAN, DT_SERIES_WHY_DOMAIN);
    assert_element(&f, 5, NAN, DT_SERIES_WHY_DOMAIN);
    f.y[0] = -1;
    compare(&f, DT_COMPARE_KIND_CONTRIBUTION, 1);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_NEGATIVE_BASE);
    assert_element(&f, 4, -9.0 / 16 * 2, 0); /* (-5 - 4) / 8 */
}

static void
a_contribution_asks_nothing_of_the_total_at_its_end(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.y[1] = NAN; /* 2020, element 2 */
    f.y[3] = INFINITY;
    compare(&f, DT_COMPARE_KIND_CONTRIBUTION, 1);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_NO_BASE);
    assert_element(&f, 2, 0.1, DT_SERIES_WHY_DEFINED); /* (3 - 2) / 10 */
    assert_element(&f, 3, NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(&f, 4, 0.125, DT_SERIES_WHY_DEFINED); /* (5 - 4) / 8 */
    assert_element(&f, 5, NAN, DT_SERIES_WHY_NOT_FINITE);
    f.b.length = 1; /* 2019 alone */
    compare(&f, DT_COMPARE_KIND_CONTRIBUTION, 1);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_NO_BASE);
    assert_element(&f, 2, 0.1, DT_SERIES_WHY_DEFINED);
    assert_element(&f, 3, NAN, DT_SERIES_WHY_NO_BASE);
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 1);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_NO_BASE);
}

static void
what_is_missing_comes_before_what_is_not_finite(void **state)
{
    static const int32_t lagged[] = { DT_COMPARE_KIND_SHARE_CHANGE,
                                      DT_COMPARE_KIND_CONTRIBUTION };
    struct fixture f;

    (void)state;
    set_up(&f);
    f.x[1] = INFINITY;
    f.y[0] = NAN;
    f.x[2] = NAN;
    f.y[1] = INFINITY;
    compare(&f, DT_COMPARE_KIND_SHARE, 0);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_BASE_MISSING);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_VALUE_MISSING);
    for (int k = 0; k < 2; k++) {
        set_up(&f);
        f.x[3] = INFINITY; /* 2021 */
        f.x[2] = NAN;
        f.y[3] = INFINITY; /* 2022 */
        f.y[2] = NAN;
        compare(&f, lagged[k], 1);
        assert_element(&f, 2, NAN, DT_SERIES_WHY_VALUE_MISSING);
        assert_element(&f, 3, NAN, DT_SERIES_WHY_BASE_MISSING);
        assert_element(&f, 4, NAN, DT_SERIES_WHY_BASE_MISSING);
        assert_element(&f, 5, NAN, DT_SERIES_WHY_NOT_FINITE);
    }
}

static void
a_ratio_takes_any_sign_and_a_relative_no_total_loss(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.y[0] = -4;
    f.y[1] = 0;
    compare(&f, DT_COMPARE_KIND_RATIO, 0);
    assert_element(&f, 1, -0.5, 0);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_ZERO_BASE);
    f.y[0] = -1;
    f.y[1] = -2;
    f.x[3] = -3;
    compare(&f, DT_COMPARE_KIND_RELATIVE, 0);
    assert_element(&f, 1, NAN, DT_SERIES_WHY_ZERO_BASE);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_NEGATIVE_BASE);
    assert_element(&f, 3, NAN, DT_SERIES_WHY_DOMAIN);
}

static void
the_result_may_replace_x(void **state)
{
    struct fixture f, other;

    (void)state;
    set_up(&f);
    set_up(&other);
    compare(&other, DT_COMPARE_KIND_SHARE_CHANGE, 2);
    f.out.values = f.x;
    compare(&f, DT_COMPARE_KIND_SHARE_CHANGE, 2);
    for (int i = 0; i < LENGTH; i++)
        assert_ulp(f.x[i], other.values[i], 0);
}

static void
strides_and_bitmaps_are_followed(void **state)
{
    static const uint8_t valid[] = { 0xd7 }; /* Bit 3 is 0, and so is bit 5. */
    struct fixture f;

    (void)state;
    set_up(&f);
    f.a.length = 3;
    f.a.stride = 2; /* 1, 3, 5 in 2018 to 2020 */
    f.a.validity = valid;
    f.a.validity_offset = 1; /* 2020 is missing. */
    compare(&f, DT_COMPARE_KIND_GAP, 0);
    assert_element(&f, 1, -7, 0);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_VALUE_MISSING);
    assert_int_equal(f.why[3], 0x55);
    f.a.validity_offset = 0;
    f.b.validity = valid;
    f.b.validity_offset = 2; /* 2020 is missing in y. */
    compare(&f, DT_COMPARE_KIND_GAP, 0);
    assert_element(&f, 2, NAN, DT_SERIES_WHY_BASE_MISSING);
}

static void
assert_refused(struct fixture *f, int32_t kind, int64_t lag, int32_t code,
               const char *message)
{
    struct dt_error error;
    double before[LENGTH];

    memcpy(before, f->values, sizeof(before));
    assert_error(
        dt_compare_series(&f->a, &f->b, kind, lag, NULL, &f->out, &error), code,
        &error, message);
    assert_memory_equal(before, f->values, sizeof(before));
}

static void
kinds_and_lags_that_do_not_fit_are_refused(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    assert_refused(&f, -1, 0, DT_E_KIND, "kind is -1, no known comparison");
    assert_refused(&f, 7, 0, DT_E_KIND, "kind is 7, no known comparison");
    assert_refused(&f, DT_COMPARE_KIND_SHARE, 1, DT_E_LAG,
                   "lag is 1; 0 for this kind");
    assert_refused(&f, DT_COMPARE_KIND_CONTRIBUTION, 0, DT_E_LAG,
                   "lag is 0; at least 1");
    assert_refused(&f, DT_COMPARE_KIND_SHARE_CHANGE, INT64_MIN, DT_E_LAG, NULL);
    f.a.frequency = DT_SERIES_FREQ_MONTH;
    assert_refused(&f, DT_COMPARE_KIND_SHARE, 0, DT_E_MIXED, NULL);
    f.out.capacity = LENGTH - 1;
    assert_refused(&f, DT_COMPARE_KIND_SHARE, 0, DT_E_CAPACITY, NULL);
}

static void
a_lag_beyond_the_series_has_no_base(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    compare(&f, DT_COMPARE_KIND_CONTRIBUTION, INT64_MAX);
    for (int i = 0; i < LENGTH; i++)
        assert_element(&f, i, NAN, DT_SERIES_WHY_NO_BASE);
}

static void
units_that_do_not_fit_are_refused(void **state)
{
    struct fixture f;

    (void)state;
    set_up(&f);
    f.a.unit.kind = f.b.unit.kind = DT_SERIES_UNIT_KIND_FLOW;
    f.a.unit.vintage = 2024;
    f.b.unit.vintage = 2025;
    assert_refused(&f, DT_COMPARE_KIND_SHARE, 0, DT_E_VINTAGE, NULL);
    compare(&f, DT_COMPARE_KIND_RATIO, 0);
    f.b.unit.vintage = 2024;
    assert_refused(&f, DT_COMPARE_KIND_DIFFERENTIAL, 0, DT_E_UNIT,
                   "x->unit is one of levels; kind 3 compares rates");
    f.b.unit.scale = 9;
    assert_refused(&f, DT_COMPARE_KIND_GAP, 0, DT_E_UNIT, NULL);
    f.a.unit.kind = f.b.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    assert_refused(
        &f, DT_COMPARE_KIND_RELATIVE, 0, DT_E_UNIT,
        "x->unit is per cent; DT_COMPARE_KIND_RELATIVE takes fractions");
    f.a.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    assert_refused(&f, DT_COMPARE_KIND_RELATIVE, 0, DT_E_UNIT,
                   "x->unit is a logarithm; DT_COMPARE_KIND_RELATIVE takes "
                   "fractions");
    f.a.unit.kind = f.b.unit.kind = DT_SERIES_UNIT_KIND_PERCENT;
    f.b.unit.scale = 0;
    compare(&f, DT_COMPARE_KIND_DIFFERENTIAL, 0);
}

static void
null_arguments_are_named(void **state)
{
    struct fixture f;
    struct dt_error error;

    (void)state;
    set_up(&f);
    assert_error(dt_compare_series(NULL, &f.b, DT_COMPARE_KIND_SHARE, 0, NULL,
                                   &f.out, &error),
                 DT_E_NULL, &error, "x is null");
    assert_error(dt_compare_series(&f.a, NULL, DT_COMPARE_KIND_SHARE, 0, NULL,
                                   &f.out, &error),
                 DT_E_NULL, &error, "y is null");
    assert_error(dt_compare_series(&f.a, &f.b, DT_COMPARE_KIND_SHARE, 0, NULL,
                                   NULL, &error),
                 DT_E_NULL, &error, "out is null");
}

static void
room_of_options_that_is_not_zero_is_refused(void **state)
{
    struct dt_compare_options options;
    struct dt_error error;
    struct fixture f;

    (void)state;
    for (size_t i = 0; i < COUNT(options.reserved); i++) {
        set_up(&f);
        options = (struct dt_compare_options)DT_COMPARE_OPTIONS_INIT;
        options.reserved[i] = 1;
        f.values[0] = 7;
        assert_error(dt_compare_series(&f.a, &f.b, DT_COMPARE_KIND_SHARE, 0,
                                       &options, &f.out, &error),
                     DT_E_FLAG, &error, "options->reserved is not 0");
        assert_ulp(f.values[0], 7, 0);
    }
}

/* Each with its own, or all with one: the bits of two series at a time. */
static void
panels_are_compared_series_by_series(void **state)
{
    enum { ROWS = 7, MOST = 40 };
    static double a[ROWS * MOST], b[ROWS * MOST], all[ROWS * MOST], one[MOST];

    (void)state;
    for (int i = 0; i < ROWS * MOST; i++) {
        a[i] = draw_below(9) ? (double)draw_below(1000) : (double)NAN;
        b[i] = draw_below(9) ? (double)draw_below(1000) + 1 : 0;
    }
    for (int32_t kind = 0; kind <= DT_COMPARE_KIND_RATIO; kind++)
        for (int64_t n = 1; n <= MOST; n += 3)
            for (int64_t count = 1; count <= ROWS; count += ROWS - 1) {
                const int64_t lag = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                                    kind == DT_COMPARE_KIND_CONTRIBUTION;
                const struct dt_series_panel x = DT_SERIES_PANEL_OF(
                    a, ROWS, n, DT_SERIES_FREQ_YEAR, 1950);
                const struct dt_series_panel y = DT_SERIES_PANEL_OF(
                    b, count, n, DT_SERIES_FREQ_YEAR, 1950);
                const struct dt_series_panel_out to =
                    DT_SERIES_PANEL_OUT(all, NULL, ROWS, n);
                const struct dt_series_out alone = DT_SERIES_OUT(one, n);
                assert_int_equal(dt_compare_series_panel(&x, &y, kind, lag,
                                                         NULL, &to, NULL),
                                 DT_E_OK);
                for (int64_t j = 0; j < ROWS; j++) {
                    const struct dt_series xj =
                        DT_SERIES_OF(a + j * n, n, DT_SERIES_FREQ_YEAR, 1950);
                    const struct dt_series yj =
                        DT_SERIES_OF(b + (count == 1 ? 0 : j * n), n,
                                     DT_SERIES_FREQ_YEAR, 1950);
                    assert_int_equal(dt_compare_series(&xj, &yj, kind, lag,
                                                       NULL, &alone, NULL),
                                     DT_E_OK);
                    assert_memory_equal(all + j * n, one,
                                        (size_t)n * sizeof(double));
                }
            }
}

static void
panels_of_other_counts_are_refused(void **state)
{
    static const double values[6] = { 1, 2, 3, 4, 5, 6 };
    double result[6];
    const struct dt_series_panel x =
        DT_SERIES_PANEL_OF(values, 3, 2, DT_SERIES_FREQ_YEAR, 2000);
    const struct dt_series_panel y =
        DT_SERIES_PANEL_OF(values, 2, 2, DT_SERIES_FREQ_YEAR, 2000);
    const struct dt_series_panel_out out =
        DT_SERIES_PANEL_OUT(result, NULL, 3, 2);
    struct dt_error error;

    (void)state;
    assert_error(dt_compare_series_panel(&x, &y, DT_COMPARE_KIND_GAP, 0, NULL,
                                         &out, &error), DT_E_LENGTH, &error,
                 "y has 2 series, x has 3; as many, or one for all");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(room_of_options_that_is_not_zero_is_refused),
        cmocka_unit_test(panels_are_compared_series_by_series),
        cmocka_unit_test(panels_of_other_counts_are_refused),
        cmocka_unit_test(a_part_may_be_small),
        cmocka_unit_test(periods_meet_and_not_rows),
        cmocka_unit_test(each_kind_is_its_scalar),
        cmocka_unit_test(what_has_no_result_has_a_reason),
        cmocka_unit_test(a_lagged_kind_reads_its_bases_too),
        cmocka_unit_test(a_contribution_asks_nothing_of_the_total_at_its_end),
        cmocka_unit_test(what_is_missing_comes_before_what_is_not_finite),
        cmocka_unit_test(a_ratio_takes_any_sign_and_a_relative_no_total_loss),
        cmocka_unit_test(the_result_may_replace_x),
        cmocka_unit_test(strides_and_bitmaps_are_followed),
        cmocka_unit_test(kinds_and_lags_that_do_not_fit_are_refused),
        cmocka_unit_test(a_lag_beyond_the_series_has_no_base),
        cmocka_unit_test(units_that_do_not_fit_are_refused),
        cmocka_unit_test(null_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
