/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <math.h>
#include <string.h>

#include "series/view.h"

#define QNAN ((double)NAN)

static const double data[6] = { 1.5, 2.25, 3.125, 4.0625, 5.5, 6.75 };

static void
a_view_borrows_the_array_and_states_no_unit(void **state)
{
    (void)state;
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    struct dt_series s;

    assert_int_equal(
        dt_series_view(data, 3, 2, DT_SERIES_FREQ_QUARTER, 8076, &s, NULL),
        DT_E_OK);
    assert_ptr_equal(s.values, data);
    assert_null(s.validity);
    assert_int_equal(s.length, 3);
    assert_int_equal(s.start, 8076);
    assert_int_equal(s.frequency, DT_SERIES_FREQ_QUARTER);
    assert_int_equal(s.flags, 0);
    assert_memory_equal(&s.unit, &unstated, sizeof(unstated));
    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
}

static void
observation_i_lies_i_strides_away(void **state)
{
    (void)state;
    static const int64_t strides[] = { 1, 2, 3, -1, -2 };

    for (size_t k = 0; k < COUNT(strides); k++) {
        double cells[13];
        struct dt_series s;
        for (size_t i = 0; i < COUNT(cells); i++)
            cells[i] = 1e99;
        for (int64_t i = 0; i < 3; i++)
            cells[6 + i * strides[k]] = data[i];
        assert_int_equal(dt_series_view(cells + 6, 3, strides[k],
                                        DT_SERIES_FREQ_YEAR, 2019, &s, NULL),
                         DT_E_OK);
        for (int64_t i = 0; i < 3; i++) {
            assert_ulp(dt_series_at(&s, i), data[i], 0);
            assert_int_equal(dt_series_is_missing(&s, i), 0);
        }
    }
}

/* The symbol, which other languages call, does what the inline twin does. */
static void
the_accessors_and_their_inline_twins_agree(void **state)
{
    (void)state;
    static const double values[] = { 1.5, QNAN, HUGE_VAL, 0 };
    static const uint8_t bits[] = { 0x6d };

    for (uint32_t flags = 0; flags < 2; flags++)
        for (int64_t offset = 0; offset < 4; offset++) {
            struct dt_series s = years(values, 4, 2019);
            s.validity = bits;
            s.validity_offset = offset;
            s.flags = flags;
            for (int64_t i = 0; i < 4; i++) {
                assert_ulp((dt_series_at)(&s, i), dt_series_at(&s, i), 0);
                assert_int_equal((dt_series_is_missing)(&s, i),
                                 dt_series_is_missing(&s, i));
            }
        }
}

static void
an_observation_is_missing_where_it_is_nan_or_its_bit_is_0(void **state)
{
    (void)state;
    static const double values[] = { 1, QNAN, 3, HUGE_VAL };
    static const int32_t missing[2][4] = { { 0, 1, 1, 0 }, { 0, 0, 1, 0 } };
    static const int32_t why[2][4] = {
        { DT_SERIES_WHY_DEFINED, DT_SERIES_WHY_VALUE_MISSING,
          DT_SERIES_WHY_VALUE_MISSING, DT_SERIES_WHY_NOT_FINITE },
        { DT_SERIES_WHY_DEFINED, DT_SERIES_WHY_NOT_FINITE,
          DT_SERIES_WHY_VALUE_MISSING, DT_SERIES_WHY_NOT_FINITE },
    };

    for (int64_t offset = 0; offset <= 17; offset++) {
        uint8_t bits[3] = { 0xff, 0xff, 0xff };
        const int64_t hole = offset + 2;
        bits[hole / 8] = (uint8_t)(0xff ^ (1 << (hole % 8)));
        struct dt_series s = years(values, 4, 2019);
        s.validity = bits;
        s.validity_offset = offset;
        for (uint32_t flags = 0; flags < 2; flags++) {
            s.flags = flags;
            for (int64_t i = 0; i < 4; i++) {
                double value;
                assert_int_equal(dt_series_is_missing(&s, i),
                                 missing[flags][i]);
                assert_int_equal(dt__read(&s, i, &value), why[flags][i]);
                assert_ulp(value, values[i], 0);
            }
        }
    }
}

static void
an_empty_view_needs_no_array(void **state)
{
    (void)state;
    const struct dt_series s = years(NULL, 0, 2019);

    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
    assert_int_equal(s.length, 0);
}

static void
a_view_may_reach_the_limits(void **state)
{
    (void)state;
    struct dt_series s = years(data, 6, INT64_MAX - 6);

    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
    s.start = INT64_MIN + 1;
    s.validity_offset = INT64_MAX - 6;
    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
    s.length = 2;
    s.stride = PTRDIFF_MAX / (int64_t)sizeof(double);
    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
    s.stride = -s.stride; /* Below address 0. */
    assert_int_equal(dt_series_check(&s, NULL), DT_E_LENGTH);
    s.length = 1;
    s.stride = INT64_MIN;
    assert_int_equal(dt_series_check(&s, NULL), DT_E_OK);
}

struct bad_view {
    const double *values;
    int64_t length, stride;
    int32_t frequency;
    int64_t start;
    int32_t status;
    const char *message;
};

static void
assert_no_view(const struct bad_view *bad)
{
    struct dt_series s, before;
    struct dt_error error = { 0 };

    memset(&s, 0x55, sizeof(s));
    before = s;
    const int32_t status =
        dt_series_view(bad->values, bad->length, bad->stride, bad->frequency,
                       bad->start, &s, &error);
    assert_refused(status, bad->status, &error, bad->message);
    assert_memory_equal(&s, &before, sizeof(s));
}

static void
a_bad_argument_is_named_and_the_view_is_kept(void **state)
{
    (void)state;
    const double *const crooked = (const double *)((uintptr_t)data + 3);
    const struct bad_view bad[] = {
        { NULL, 1, 1, DT_SERIES_FREQ_YEAR, 0, DT_E_NULL, "values is null" },
        { data, -1, 1, DT_SERIES_FREQ_YEAR, 0, DT_E_LENGTH, "length is -1" },
        { data, INT64_MIN, 0, 5, 0, DT_E_LENGTH,
          "length is -9223372036854775808" },
        { crooked, 3, 1, DT_SERIES_FREQ_YEAR, 0, DT_E_ALIGNMENT,
          "values is no address of a double: 3 modulo " ALIGNMENT },
        { data, 6, 0, DT_SERIES_FREQ_YEAR, 0, DT_E_STRIDE, "stride is 0" },
        { data, INT64_MAX, 1, DT_SERIES_FREQ_YEAR, 0, DT_E_LENGTH,
          "stride 1 cannot be addressed for length 9223372036854775807" },
        { data, 3, INT64_MIN, DT_SERIES_FREQ_YEAR, 0, DT_E_LENGTH,
          "stride -9223372036854775808 cannot be addressed for length 3" },
        { data, 2, PTRDIFF_MAX / 8 + 1, DT_SERIES_FREQ_YEAR, 0, DT_E_LENGTH,
          NULL },
        { data, 6, 1, 7, 0, DT_E_FREQUENCY, "frequency is 7" },
        { data, 6, 1, DT_SERIES_FREQ_YEAR_BASE, 0, DT_E_FREQUENCY,
          "frequency is 100" },
        { data, 6, 1, DT_SERIES_FREQ_YEAR, INT64_MAX - 5, DT_E_PERIOD,
          "start 9223372036854775802 leaves no room for length 6" },
        { NULL, 0, 1, DT_SERIES_FREQ_YEAR, DT_SERIES_NO_PERIOD, DT_E_PERIOD,
          "start is no period" },
    };

    for (size_t i = 0; i < COUNT(bad); i++)
        assert_no_view(&bad[i]);

    struct dt_error error;
    assert_refused(
        dt_series_view(data, 6, 1, DT_SERIES_FREQ_YEAR, 0, NULL, &error),
        DT_E_NULL, &error, "self is null");
}

static const struct {
    int32_t status;
    const char *message;
} refusals[] = {
    { DT_E_NULL, "self->values is null" },
    { DT_E_LENGTH, "self->length is -2" },
    { DT_E_STRIDE, "self->stride is 0" },
    { DT_E_LENGTH, "self->validity_offset is -1" },
    { DT_E_LENGTH, "self->validity_offset 9223372036854775807 leaves no "
                   "room for length 6" },
    { DT_E_FREQUENCY, "self->frequency is -700" },
    { DT_E_PERIOD, "self->start is no period" },
    { DT_E_FLAG, "self->flags is 0x2" },
    { DT_E_FLAG, "self->flags is 0x80000001" },
    { DT_E_UNIT, "self->unit.kind is 8" },
};

static void
a_view_filled_by_hand_is_checked_member_by_member(void **state)
{
    (void)state;
    struct dt_series bad[COUNT(refusals)];

    for (size_t i = 0; i < COUNT(bad); i++)
        bad[i] = years(data, 6, 2019);
    bad[0].values = NULL;
    bad[1].length = -2;
    bad[2].stride = 0;
    bad[3].validity_offset = -1;
    bad[4].validity_offset = INT64_MAX;
    bad[5].frequency = -700;
    bad[6].start = DT_SERIES_NO_PERIOD;
    bad[7].flags = 2;
    bad[8].flags = UINT32_C(0x80000001);
    bad[9].unit.kind = 8;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct dt_error error;
        assert_refused(dt_series_check(&bad[i], &error), refusals[i].status,
                       &error, refusals[i].message);
        assert_int_equal(dt_series_check(&bad[i], NULL), refusals[i].status);
    }

    struct dt_error error;
    assert_refused(dt_series_check(NULL, &error), DT_E_NULL, &error,
                   "self is null");
}

static void
frequencies_that_differ_are_named(void **state)
{
    (void)state;
    const struct dt_series a = years(data, 6, 2019);
    struct dt_series b = a;
    struct dt_error error;

    assert_int_equal(dt__check_same_frequency(&a, "x", &b, "rates", NULL),
                     DT_E_OK);
    b.frequency = DT_SERIES_FREQ_MONTH;
    assert_refused(dt__check_same_frequency(&a, "x", &b, "rates", &error),
                   DT_E_MIXED, &error,
                   "x->frequency is year, rates->frequency is month");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_view_borrows_the_array_and_states_no_unit),
        cmocka_unit_test(observation_i_lies_i_strides_away),
        cmocka_unit_test(the_accessors_and_their_inline_twins_agree),
        cmocka_unit_test(
            an_observation_is_missing_where_it_is_nan_or_its_bit_is_0),
        cmocka_unit_test(an_empty_view_needs_no_array),
        cmocka_unit_test(a_view_may_reach_the_limits),
        cmocka_unit_test(a_bad_argument_is_named_and_the_view_is_kept),
        cmocka_unit_test(a_view_filled_by_hand_is_checked_member_by_member),
        cmocka_unit_test(frequencies_that_differ_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
