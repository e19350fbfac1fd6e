/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <string.h>

#include "series/find.h"

static const double data[8] = { 10, 11, 12, 13, 14, 15, 16, 17 };

static void
a_period_is_found_by_its_ordinal(void **state)
{
    (void)state;
    const struct dt_series s = years(data, 5, 2019);
    int64_t index = -7;

    for (int64_t i = 0; i < 5; i++) {
        assert_int_equal(dt_series_find(&s, 2019 + i, &index, NULL), DT_E_OK);
        assert_int_equal(index, i);
        assert_int_equal(dt__find(&s, 2019 + i), i);
    }
    assert_int_equal(dt__find(&s, 2018), -1);
    assert_int_equal(dt__find(&s, 2024), -1);
    assert_int_equal(dt__find(&s, DT_SERIES_NO_PERIOD), -1);
    assert_int_equal(dt__find(&s, INT64_MAX), -1);
}

static void
the_limits_of_ordinals_are_periods_too(void **state)
{
    (void)state;
    struct dt_series s = years(data, 5, INT64_MIN + 1);
    s.frequency = DT_SERIES_FREQ_UNDATED;

    assert_int_equal(dt__find(&s, INT64_MIN + 1), 0);
    assert_int_equal(dt__find(&s, DT_SERIES_NO_PERIOD), -1);
    assert_int_equal(dt__find(&s, INT64_MAX), -1);
    s.start = INT64_MAX - 5;
    assert_int_equal(dt__find(&s, INT64_MAX - 1), 4);
    assert_int_equal(dt__find(&s, INT64_MAX), -1);
    assert_int_equal(dt__find(&s, INT64_MIN + 1), -1);
}

static void
a_period_outside_is_named_with_the_limit(void **state)
{
    (void)state;
    const struct dt_series s = years(data, 5, 2019);
    const struct dt_series empty = years(NULL, 0, 2019);
    struct dt_series far = s;
    int64_t index = -7;
    struct dt_error error;

    assert_refused(dt_series_find(&s, 2018, &index, &error), DT_E_BEFORE,
                   &error, "period is 2018; self starts at 2019");
    assert_refused(dt_series_find(&s, 2024, &index, &error), DT_E_AFTER,
                   &error, "period is 2024; self ends at 2023");
    assert_refused(dt_series_find(&empty, 2018, &index, &error), DT_E_BEFORE,
                   &error, "period is 2018; self is empty");
    assert_refused(dt_series_find(&empty, 2019, &index, &error), DT_E_AFTER,
                   &error, "period is 2019; self is empty");
    assert_refused(dt_series_find(&s, DT_SERIES_NO_PERIOD, &index, &error),
                   DT_E_PERIOD, &error, "period is no period");
    far.frequency = DT_SERIES_FREQ_QUARTER;
    far.start = 8098;
    assert_refused(dt_series_find(&far, 8097, &index, &error), DT_E_BEFORE,
                   &error, "period is 2024-Q2; self starts at 2024-Q3");
    assert_refused(dt_series_find(&far, INT64_MAX, &index, &error), DT_E_AFTER,
                   &error,
                   "period is 9223372036854775807; self ends at 2025-Q3");
    assert_refused(dt_series_find(NULL, 2019, &index, &error), DT_E_NULL,
                   &error, "self is null");
    assert_int_equal(index, -7);
    assert_refused(dt_series_find(&s, 2019, NULL, &error), DT_E_NULL, &error,
                   "index is null");
}

/* Every slice of views of every stride, and its bits, against the parent. */
static void
a_slice_holds_the_observations_of_its_periods(void **state)
{
    (void)state;
    static const int64_t strides[] = { 1, 2, -1, -2 };
    static const uint8_t bits[] = { 0x5a, 0xc3 };

    for (size_t k = 0; k < COUNT(strides); k++)
        for (int64_t first = 2019; first < 2023; first++)
            for (int64_t last = first; last < 2023; last++) {
                const double *origin = strides[k] < 0 ? data + 7 : data;
                struct dt_series s = years(origin, 4, 2019), slice;
                s.stride = strides[k];
                s.validity = bits;
                s.validity_offset = 3;
                s.unit.vintage = 2025;
                assert_int_equal(dt_series_slice(&s, first, last, &slice,
                                                 NULL), DT_E_OK);
                assert_int_equal(slice.start, first);
                assert_int_equal(slice.length, last - first + 1);
                assert_int_equal(slice.unit.vintage, 2025);
                for (int64_t i = 0; i < slice.length; i++) {
                    const int64_t j = first - 2019 + i;
                    assert_ulp(dt_series_at(&slice, i), dt_series_at(&s, j),
                               0);
                    assert_int_equal(dt_series_is_missing(&slice, i),
                                     dt_series_is_missing(&s, j));
                }
            }
}

static void
a_view_may_be_sliced_into_itself(void **state)
{
    (void)state;
    struct dt_series s = years(data, 8, 2019);

    assert_int_equal(dt_series_slice(&s, 2021, 2024, &s, NULL), DT_E_OK);
    assert_int_equal(dt_series_slice(&s, 2022, 2022, &s, NULL), DT_E_OK);
    assert_int_equal(s.length, 1);
    assert_int_equal(s.start, 2022);
    assert_ulp(dt_series_at(&s, 0), 13, 0);
}

static void
a_bad_slice_is_refused(void **state)
{
    (void)state;
    const struct dt_series s = years(data, 5, 2019);
    static const struct {
        int64_t first, last;
        int32_t status;
        const char *message;
    } bad[] = {
        { 2018, 2020, DT_E_BEFORE, "first is 2018; self starts at 2019" },
        { 2024, 2024, DT_E_AFTER, "first is 2024; self ends at 2023" },
        { 2019, 2024, DT_E_AFTER, "last is 2024; self ends at 2023" },
        { 2021, 2018, DT_E_BEFORE, "last is 2018; self starts at 2019" },
        { 2021, 2020, DT_E_PERIODS, "last is 2020, before first, 2021" },
        { DT_SERIES_NO_PERIOD, 2020, DT_E_PERIOD, "first is no period" },
        { 2020, DT_SERIES_NO_PERIOD, DT_E_PERIOD, "last is no period" },
    };
    struct dt_series slice, before;
    struct dt_error error;

    memset(&slice, 0x55, sizeof(slice));
    before = slice;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_refused(dt_series_slice(&s, bad[i].first, bad[i].last, &slice,
                                       &error), bad[i].status, &error,
                       bad[i].message);
    assert_refused(dt_series_slice(NULL, 2019, 2020, &slice, &error), DT_E_NULL,
                   &error, "self is null");
    assert_memory_equal(&slice, &before, sizeof(slice));
    assert_refused(dt_series_slice(&s, 2019, 2020, NULL, &error), DT_E_NULL,
                   &error, "slice is null");
}

static void
aligned_views_cover_the_shared_periods(void **state)
{
    (void)state;
    for (int64_t start = 2010; start <= 2030; start++) {
        const struct dt_series a = years(data, 5, 2019);
        const struct dt_series b = years(data, 8, start);
        struct dt_series a_cut, b_cut;
        int64_t shared = 0;
        for (int64_t period = 2000; period < 2050; period++)
            shared += dt__find(&a, period) >= 0 && dt__find(&b, period) >= 0;

        assert_int_equal(dt_series_align(&a, &b, &a_cut, &b_cut, NULL),
                         DT_E_OK);
        assert_int_equal(a_cut.length, shared);
        assert_int_equal(b_cut.length, shared);
        assert_int_equal(a_cut.start, start > 2019 ? start : 2019);
        assert_int_equal(b_cut.start, a_cut.start);
        assert_int_equal(dt_series_check(&a_cut, NULL), DT_E_OK);
        assert_int_equal(dt_series_check(&b_cut, NULL), DT_E_OK);
        for (int64_t i = 0; i < shared; i++) {
            const int64_t period = a_cut.start + i;
            assert_ulp(dt_series_at(&a_cut, i), data[period - 2019], 0);
            assert_ulp(dt_series_at(&b_cut, i), data[period - start], 0);
        }
    }
}

static void
views_may_be_aligned_in_place_and_in_exchange(void **state)
{
    (void)state;
    struct dt_series a = years(data, 5, 2019);
    struct dt_series b = years(data, 5, 2021);

    assert_int_equal(dt_series_align(&a, &b, &b, &a, NULL), DT_E_OK);
    assert_ulp(dt_series_at(&b, 0), 12, 0);
    assert_ulp(dt_series_at(&a, 0), 10, 0);
    assert_int_equal(a.length, 3);
    assert_int_equal(b.length, 3);
}

static void
empty_views_align_to_nothing(void **state)
{
    (void)state;
    struct dt_series a = years(NULL, 0, 2019);
    struct dt_series b = years(data, 5, 2010);

    assert_int_equal(dt_series_align(&a, &b, &a, &b, NULL), DT_E_OK);
    assert_int_equal(a.length, 0);
    assert_int_equal(b.length, 0);
    assert_int_equal(b.start, 2019);
}

static void
views_that_cannot_be_aligned_are_refused(void **state)
{
    (void)state;
    const struct dt_series a = years(data, 5, 2019);
    struct dt_series b = a, a_cut, b_cut, before;
    struct dt_error error;

    memset(&a_cut, 0x55, sizeof(a_cut));
    b_cut = before = a_cut;
    assert_refused(dt_series_align(NULL, &b, &a_cut, &b_cut, &error), DT_E_NULL,
                   &error, "a is null");
    assert_refused(dt_series_align(&a, NULL, &a_cut, &b_cut, &error), DT_E_NULL,
                   &error, "b is null");
    assert_refused(dt_series_align(&a, &b, NULL, &b_cut, &error), DT_E_NULL,
                   &error, "a_cut is null");
    assert_refused(dt_series_align(&a, &b, &a_cut, NULL, &error), DT_E_NULL,
                   &error, "b_cut is null");
    b.frequency = DT_SERIES_FREQ_QUARTER;
    assert_refused(dt_series_align(&a, &b, &a_cut, &b_cut, &error), DT_E_MIXED,
                   &error, "a->frequency is year, b->frequency is quarter");
    assert_memory_equal(&a_cut, &before, sizeof(before));
    assert_memory_equal(&b_cut, &before, sizeof(before));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_is_found_by_its_ordinal),
        cmocka_unit_test(the_limits_of_ordinals_are_periods_too),
        cmocka_unit_test(a_period_outside_is_named_with_the_limit),
        cmocka_unit_test(a_slice_holds_the_observations_of_its_periods),
        cmocka_unit_test(a_view_may_be_sliced_into_itself),
        cmocka_unit_test(a_bad_slice_is_refused),
        cmocka_unit_test(aligned_views_cover_the_shared_periods),
        cmocka_unit_test(views_may_be_aligned_in_place_and_in_exchange),
        cmocka_unit_test(empty_views_align_to_nothing),
        cmocka_unit_test(views_that_cannot_be_aligned_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
