/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <math.h>
#include <string.h>

#include "series/output.h"

#define QNAN ((double)NAN)

static void
an_element_goes_to_its_place_and_nowhere_else(void **state)
{
    (void)state;
    static const int64_t strides[] = { 1, 2, 3, -1, -2 };

    for (size_t k = 0; k < COUNT(strides); k++) {
        double cells[13];
        uint8_t why[3] = { 0x55, 0x55, 0x55 };
        for (size_t i = 0; i < COUNT(cells); i++)
            cells[i] = 1e99;
        struct dt_series_out out = DT_SERIES_OUT_WHY(cells + 6, why, 3);
        out.stride = strides[k];
        dt__put(&out, 0, 1.5, DT_SERIES_WHY_DEFINED);
        dt__put(&out, 1, 2.5, DT_SERIES_WHY_ZERO_BASE);
        dt__put(&out, 2, 3.5, DT_SERIES_WHY_DEFINED);

        for (int64_t c = 0; c < 13; c++) {
            double expected = 1e99;
            expected = c == 6 ? 1.5 : expected;
            expected = c == 6 + strides[k] ? QNAN : expected;
            expected = c == 6 + 2 * strides[k] ? 3.5 : expected;
            assert_ulp(cells[c], expected, 0);
        }
        assert_int_equal(why[0], DT_SERIES_WHY_DEFINED);
        assert_int_equal(why[1], DT_SERIES_WHY_ZERO_BASE);
        assert_int_equal(why[2], DT_SERIES_WHY_DEFINED);
    }
}

static void
an_undefined_element_is_the_quiet_nan_of_every_platform(void **state)
{
    (void)state;
    double cell = 1;
    uint64_t bits;
    const struct dt_series_out out = DT_SERIES_OUT(&cell, 1);

    dt__put(&out, 0, -HUGE_VAL, DT_SERIES_WHY_OVERFLOW);
    memcpy(&bits, &cell, sizeof(bits));
    assert_true(bits == UINT64_C(0x7ff8000000000000));
}

static void
only_the_bits_of_the_elements_are_written(void **state)
{
    (void)state;
    for (int64_t offset = 0; offset <= 17; offset++)
        for (int fill = 0; fill < 2; fill++) {
            double cells[3];
            uint8_t bits[3];
            memset(bits, fill ? 0xff : 0, sizeof(bits));
            struct dt_series_out out = DT_SERIES_OUT(cells, 3);
            out.validity = bits;
            out.validity_offset = offset;
            dt__put(&out, 0, 1, DT_SERIES_WHY_DEFINED);
            dt__put(&out, 1, 1, DT_SERIES_WHY_NO_BASE);
            dt__put(&out, 2, 1, DT_SERIES_WHY_DEFINED);
            for (int64_t b = 0; b < 24; b++) {
                int expected = fill;
                if (b == offset || b == offset + 2)
                    expected = 1;
                if (b == offset + 1)
                    expected = 0;
                assert_int_equal(bits[b / 8] >> (b % 8) & 1, expected);
            }
        }
}

static const struct {
    int32_t status;
    const char *message;
} refusals[] = {
    { DT_E_NULL, "out->values is null" },
    { DT_E_ALIGNMENT,
      "out->values is no address of a double: 1 modulo " ALIGNMENT },
    { DT_E_STRIDE, "out->stride is 0" },
    { DT_E_CAPACITY, "out->capacity is 3 for length 5" },
    { DT_E_LENGTH, "out->capacity is -1" },
    { DT_E_LENGTH, "out->stride -9223372036854775808 cannot be addressed "
                   "for length 5" },
    { DT_E_LENGTH, "out->validity_offset is -8" },
    { DT_E_FLAG, "out->reserved is not 0" },
    { DT_E_FLAG, "out->reserved is not 0" },
    { DT_E_FLAG, "out->status is not null, and not written yet" },
    { DT_E_FLAG, "out->status is not null, and not written yet" },
    { DT_E_STRIDE, "out->why_stride is 2, and out->why is null" },
    { DT_E_LENGTH, "out->why_stride -9223372036854775808 cannot be addressed "
                   "for length 5" },
    { DT_E_LENGTH, "out->stride -1 cannot be addressed for length 5" },
    { DT_E_LENGTH, "out->stride 1 cannot be addressed for length 5" },
};

static void
an_output_is_checked_member_by_member(void **state)
{
    (void)state;
    double cells[5];
    struct dt_series_out bad[COUNT(refusals)];

    for (size_t i = 0; i < COUNT(bad); i++)
        bad[i] = (struct dt_series_out)DT_SERIES_OUT(cells, 5);
    bad[0].values = NULL;
    bad[1].values = (double *)((uintptr_t)cells + 1);
    bad[2].stride = 0;
    bad[3].capacity = 3;
    bad[4].capacity = -1;
    bad[5].stride = INT64_MIN;
    bad[6].validity_offset = -8;
    bad[7].reserved[0] = 1;
    bad[8].reserved[1] = 1;
    bad[9].status = (uint8_t *)cells;
    bad[10].status_stride = 1;
    bad[11].why_stride = 2;
    bad[12].why = (uint8_t *)cells;
    bad[12].why_stride = INT64_MIN;
    bad[13].values = (double *)(uintptr_t)16; /* It wraps below address 0, */
    bad[13].stride = -1;
    bad[14].values = (double *)(UINTPTR_MAX - 15); /* and above the last. */
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct dt_error error;
        assert_refused(dt__check_out(&bad[i], 5, &error), refusals[i].status,
                       &error, refusals[i].message);
    }

    struct dt_error error;
    assert_refused(dt__check_out(NULL, 0, &error), DT_E_NULL, &error,
                   "out is null");
}

static void
an_output_for_nothing_needs_no_array(void **state)
{
    (void)state;
    const struct dt_series_out out = DT_SERIES_OUT(NULL, 0);

    assert_int_equal(dt__check_out(&out, 0, NULL), DT_E_OK);
}

static void
a_result_becomes_a_series_of_the_same_periods(void **state)
{
    (void)state;
    static const double values[] = { 1, 2, 3 };
    double cells[6] = { 10, 99, QNAN, 99, 30, 99 };
    uint8_t bits[1] = { 0x0b };
    struct dt_series s = years(values, 3, 2019);
    s.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
    s.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "USD", 12);
    const struct dt_series_unit percent =
        unit_of(DT_SERIES_UNIT_KIND_PERCENT, "", 0);
    static const struct dt_series_unit unstated = DT_SERIES_UNIT_INIT;
    struct dt_series_out out = DT_SERIES_OUT(cells, 3);
    struct dt_series result;

    out.stride = 2;
    assert_int_equal(dt_series_from_out(&out, &s, &percent, &result, NULL),
                     DT_E_OK);
    assert_int_equal(dt_series_check(&result, NULL), DT_E_OK);
    assert_int_equal(result.start, 2019);
    assert_int_equal(result.frequency, DT_SERIES_FREQ_YEAR);
    assert_int_equal(result.length, 3);
    assert_int_equal(result.flags, 0);
    assert_memory_equal(&result.unit, &percent, sizeof(percent));
    assert_ulp(dt_series_at(&result, 2), 30, 0);
    assert_int_equal(dt_series_is_missing(&result, 1), 1);

    out.validity = bits;
    out.validity_offset = 1;
    assert_int_equal(dt_series_from_out(&out, &s, NULL, &s, NULL), DT_E_OK);
    assert_memory_equal(&s.unit, &unstated, sizeof(unstated));
    assert_int_equal(dt_series_is_missing(&s, 0), 0);
    assert_int_equal(dt_series_is_missing(&s, 1), 1);
    assert_int_equal(dt_series_is_missing(&s, 2), 0);
}

static void
a_result_that_is_no_series_is_refused(void **state)
{
    (void)state;
    double cells[3] = { 1, 2, 3 };
    const struct dt_series s = years(cells, 3, 2019);
    const struct dt_series_out out = DT_SERIES_OUT(cells, 3);
    const struct dt_series_out small = DT_SERIES_OUT(cells, 2);
    const struct dt_series_unit bad = unit_of(9, "", 0);
    struct dt_series result, before;
    struct dt_error error;

    memset(&result, 0x55, sizeof(result));
    before = result;
    assert_refused(dt_series_from_out(&out, &s, NULL, NULL, &error), DT_E_NULL,
                   &error, "self is null");
    assert_refused(dt_series_from_out(NULL, &s, NULL, &result, &error),
                   DT_E_NULL, &error, "out is null");
    assert_refused(dt_series_from_out(&out, NULL, NULL, &result, &error),
                   DT_E_NULL, &error, "like is null");
    assert_refused(dt_series_from_out(&small, &s, NULL, &result, &error),
                   DT_E_CAPACITY, &error, "out->capacity is 2 for length 3");
    assert_refused(dt_series_from_out(&out, &s, &bad, &result, &error),
                   DT_E_UNIT, &error, "unit->kind is 9");
    assert_memory_equal(&result, &before, sizeof(result));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_element_goes_to_its_place_and_nowhere_else),
        cmocka_unit_test(
            an_undefined_element_is_the_quiet_nan_of_every_platform),
        cmocka_unit_test(only_the_bits_of_the_elements_are_written),
        cmocka_unit_test(an_output_is_checked_member_by_member),
        cmocka_unit_test(an_output_for_nothing_needs_no_array),
        cmocka_unit_test(a_result_becomes_a_series_of_the_same_periods),
        cmocka_unit_test(a_result_that_is_no_series_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
