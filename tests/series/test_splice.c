/* SPDX-License-Identifier: MIT */
#include "make.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define QNAN ((double)NAN)
#define MISSING DT_SERIES_WHY_VALUE_MISSING

static void
a_plain_splice_keeps_the_levels(void **state)
{
    (void)state;
    static const double old_values[] = { 10, 11, QNAN, 13 };
    static const double new_values[] = { 12, QNAN, 14, 15 };
    const struct dt_series older = years(old_values, 4, 2018);
    const struct dt_series newer = years(new_values, 4, 2020);
    double result[7] = { 0, 0, 0, 0, 0, 0, 1e99 };
    uint8_t why[6];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 6);

    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < 6; i++)
        assert_element(result, why, i, 10 + i, DT_SERIES_WHY_DEFINED);
    assert_ulp(result[6], 1e99, 0);
}

static void
periods_of_neither_are_missing(void **state)
{
    (void)state;
    static const double values[] = { 10, QNAN };
    const struct dt_series older = years(values, 2, 2018);
    const struct dt_series newer = years(values, 2, 2022);
    double result[6];
    uint8_t why[6];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 6);

    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
    assert_element(result, why, 0, 10, DT_SERIES_WHY_DEFINED);
    for (int i = 1; i < 4; i++)
        assert_element(result, why, i, QNAN, MISSING);
    assert_element(result, why, 4, 10, DT_SERIES_WHY_DEFINED);
    assert_element(result, why, 5, QNAN, MISSING);
}

static void
the_older_series_may_start_later_and_end_later(void **state)
{
    (void)state;
    static const double old_values[] = { 13, 14, 15 };
    static const double new_values[] = { 12, 13, QNAN };
    const struct dt_series older = years(old_values, 3, 2021);
    const struct dt_series newer = years(new_values, 3, 2020);
    double result[4];
    uint8_t why[4];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 4);

    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
    for (int i = 0; i < 4; i++)
        assert_element(result, why, i, 12 + i, DT_SERIES_WHY_DEFINED);
}

static void
two_editions_are_not_one_series(void **state)
{
    (void)state;
    static const double values[] = { 10, 11 };
    struct dt_series older = years(values, 2, 2018);
    struct dt_series newer = years(values, 2, 2020);
    double result[4] = { 1e99, 1e99, 1e99, 1e99 };
    uint8_t why[4] = { 0x55, 0x55, 0x55, 0x55 };
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 4);
    struct dt_error error;

    older.unit = newer.unit = unit_of(DT_SERIES_UNIT_KIND_FLOW, "CNY", 12);
    older.unit.vintage = 2024;
    newer.unit.vintage = 2025;
    assert_refused(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                    NULL, &out, &error),
                   DT_E_VINTAGE, &error,
                   "units differ in vintage: flow, CNY, 10^12, vintage 2024 "
                   "against flow, CNY, 10^12, vintage 2025");
    newer.unit.scale = 9;
    for (int32_t kind = 0; kind < 2; kind++)
        assert_refused(
            dt_series_splice(&older, &newer, kind, NULL, &out, &error),
            DT_E_UNIT, &error,
            kind == DT_SERIES_SPLICE_LINK
                ? "units differ in scale: flow, CNY, 10^12, vintage "
                  "2024 against flow, CNY, 10^9, vintage 2025"
                : "units differ in scale and vintage: flow, CNY, "
                  "10^12, vintage 2024 against flow, CNY, 10^9, "
                  "vintage 2025");
    for (int i = 0; i < 4; i++) {
        assert_ulp(result[i], 1e99, 0);
        assert_int_equal(why[i], 0x55);
    }
}

static void
values_that_disagree_are_named_with_their_period(void **state)
{
    (void)state;
    static const double old_values[] = { 10, 11, 12, 13.5 };
    static const double new_values[] = { 12, 13.25 };
    struct dt_series older = years(old_values, 4, 8096);
    struct dt_series newer = years(new_values, 2, 8098);
    double result[4] = { 1e99, 1e99, 1e99, 1e99 };
    const struct dt_series_out out = DT_SERIES_OUT(result, 4);
    struct dt_error error;

    older.frequency = newer.frequency = DT_SERIES_FREQ_QUARTER;
    assert_fault(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN, NULL,
                                  &out, &error), DT_E_CONFLICT, &error, 3,
                 "older is 13.5 and newer is 13.25 at 2024-Q4");
    assert_ulp(result[0], 1e99, 0);
}

static void
a_value_that_is_not_finite_agrees_with_itself_alone(void **state)
{
    (void)state;
    static const double nan[] = { QNAN }, inf[] = { HUGE_VAL }, one[] = { 1 };
    const double *const values[] = { nan, inf, one };

    for (size_t a = 0; a < 3; a++)
        for (size_t b = 0; b < 3; b++) {
            struct dt_series older = years(values[a], 1, 2019);
            struct dt_series newer = years(values[b], 1, 2019);
            double result[1];
            uint8_t why[1];
            const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 1);
            older.flags = newer.flags = DT_SERIES_FLAG_NAN_IS_VALUE;
            const int32_t status = dt_series_splice(
                &older, &newer, DT_SERIES_SPLICE_PLAIN, NULL, &out, NULL);
            assert_int_equal(status, a == b ? DT_E_OK : DT_E_CONFLICT);
            if (a == b)
                assert_element(result, why, 0, a == 2 ? 1 : QNAN,
                               a == 2 ? DT_SERIES_WHY_DEFINED
                                      : DT_SERIES_WHY_NOT_FINITE);
        }
}

static void
a_linked_splice_keeps_growth(void **state)
{
    (void)state;
    static const double old_values[] = { 50, 60, QNAN, 80, 100, HUGE_VAL };
    static const double new_values[] = { QNAN, 160, 999, QNAN, 300 };
    struct dt_series older = years(old_values, 6, 2018);
    struct dt_series newer = years(new_values, 5, 2020);
    double result[7];
    uint8_t why[7];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 7);

    older.unit.vintage = 2024;
    newer.unit.vintage = 2025;
    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, NULL),
                     DT_E_OK);
    assert_element(result, why, 0, 100, DT_SERIES_WHY_DEFINED);
    assert_element(result, why, 1, 120, DT_SERIES_WHY_DEFINED);
    assert_element(result, why, 2, QNAN, MISSING);
    assert_element(result, why, 3, 160, DT_SERIES_WHY_DEFINED);
    assert_element(result, why, 4, 999, DT_SERIES_WHY_DEFINED);
    assert_element(result, why, 5, QNAN, DT_SERIES_WHY_NOT_FINITE);
    assert_element(result, why, 6, 300, DT_SERIES_WHY_DEFINED);
}

/* The level stands before the link; zero stays zero, with its sign. */
static void
check_vector(const struct vector *v)
{
    const double old_values[] = { v->value[0], v->value[1], 0.0, -0.0 };
    const double *const new_values = &v->value[2];
    const struct dt_series older = years(old_values, 4, 2018);
    const struct dt_series newer = years(new_values, 1, 2019);
    double result[4];
    uint8_t why[4];
    const struct dt_series_out out = DT_SERIES_OUT_WHY(result, why, 4);

    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, NULL),
                     DT_E_OK);
    if (isinf(v->value[3]))
        assert_element(result, why, 0, QNAN, DT_SERIES_WHY_OVERFLOW);
    else {
        assert_element(result, why, 0, v->value[3], DT_SERIES_WHY_DEFINED);
        /* A zero may be an underflow, whose sign stays. */
        assert_int_equal(!signbit(result[0]), !signbit(v->value[3]));
    }
    assert_element(result, why, 1, v->value[2], DT_SERIES_WHY_DEFINED);
    assert_true(result[2] == 0 && !signbit(result[2]));
    assert_true(result[3] == 0 && signbit(result[3]));
}

static void
a_linked_level_is_correctly_rounded(void **state)
{
    (void)state;
    each_vector("series_link.txt", 4, check_vector);
}

/* The first shared period decides: to look for a better one is to guess. */
static void
levels_that_do_not_link_are_named(void **state)
{
    (void)state;
    static const struct {
        double older, newer;
        const char *message;
    } bad[] = {
        { 0, 5, "older is 0 and newer is 5 at 2019, which do not link" },
        { 5, 0, "older is 5 and newer is 0 at 2019, which do not link" },
        { -5, 5, "older is -5 and newer is 5 at 2019, which do not link" },
        { 5, -5, "older is 5 and newer is -5 at 2019, which do not link" },
        { HUGE_VAL, 5, "older is inf and newer is 5 at 2019, which do not "
                       "link" },
        { 5, HUGE_VAL, "older is 5 and newer is inf at 2019, which do not "
                       "link" },
    };

    for (size_t i = 0; i < COUNT(bad); i++) {
        const double old_values[] = { 7, bad[i].older, 8 };
        const double new_values[] = { bad[i].newer, 8 };
        const struct dt_series older = years(old_values, 3, 2018);
        const struct dt_series newer = years(new_values, 2, 2019);
        double result[3] = { 1e99, 1e99, 1e99 };
        const struct dt_series_out out = DT_SERIES_OUT(result, 3);
        struct dt_error error;
        assert_fault(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, &error),
                     DT_E_CONFLICT, &error, 1, bad[i].message);
        assert_ulp(result[0], 1e99, 0);
    }
}

static void
a_link_needs_a_period_that_both_have(void **state)
{
    (void)state;
    /* The last of each array lies beyond its view. */
    static const double old_values[] = { 7, QNAN, 8, 9 };
    static const double new_values[] = { 5, QNAN, 6, 7 };
    const struct dt_series older = years(old_values, 3, 2018);
    const struct dt_series newer = years(new_values, 2, 2019);
    const struct dt_series next = years(new_values, 4, 2021);
    const struct dt_series apart = years(new_values, 2, 2030);
    double result[16];
    const struct dt_series_out out = DT_SERIES_OUT(result, 16);
    struct dt_error error;

    assert_error(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK, NULL,
                                  &out, &error),
                 DT_E_CONFLICT, &error,
                 "older and newer share no period with a value in both");
    assert_int_equal(dt_series_splice(&older, &apart, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, NULL),
                     DT_E_CONFLICT);
    assert_int_equal(dt_series_splice(&older, &next, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, NULL),
                     DT_E_CONFLICT);
    assert_int_equal(dt_series_splice(&older, &next, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
}

static void
the_first_shared_period_may_be_the_first_of_both(void **state)
{
    (void)state;
    static const double old_values[] = { 10, 20, 30 };
    static const double new_values[] = { 20, 20 };
    const struct dt_series older = years(old_values, 3, 2018);
    const struct dt_series newer = years(new_values, 2, 2018);
    double result[3];
    const struct dt_series_out out = DT_SERIES_OUT(result, 3);

    assert_int_equal(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK,
                                      NULL, &out, NULL),
                     DT_E_OK);
    assert_ulp(result[2], 60, 0);
}

static void
empty_series_can_be_joined(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    const struct dt_series none = years(NULL, 0, 2019);
    const struct dt_series some = years(values, 2, 2019);
    double result[2];
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);

    assert_int_equal(dt_series_splice(&none, &some, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
    assert_ulp(result[1], 2, 0);
    assert_int_equal(dt_series_splice(&some, &none, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
    assert_int_equal(dt_series_splice(&none, &none, DT_SERIES_SPLICE_PLAIN,
                                      NULL, &out, NULL),
                     DT_E_OK);
}

static void
the_result_needs_room_for_every_period(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    struct dt_series older = years(values, 2, 2018);
    struct dt_series newer = years(values, 2, 2030);
    double result[13];
    const struct dt_series_out out = DT_SERIES_OUT(result, 13);
    struct dt_error error;

    assert_refused(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                    NULL, &out, &error),
                   DT_E_CAPACITY, &error, "out->capacity is 13 for length 14");
    older.frequency = newer.frequency = DT_SERIES_FREQ_UNDATED;
    older.start = -2;
    newer.start = INT64_MAX - 2;
    assert_refused(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                    NULL, &out, &error),
                   DT_E_OVERFLOW, &error,
                   "older and newer span more than 9223372036854775807 "
                   "periods");
    newer.start = INT64_MAX - 4;
    assert_refused(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN,
                                    NULL, &out, &error),
                   DT_E_CAPACITY, &error,
                   "out->capacity is 13 for length 9223372036854775807");
}

static void
bad_arguments_are_named(void **state)
{
    (void)state;
    static const double values[] = { 1, 2 };
    double result[2] = { 1e99, 1e99 };
    const struct dt_series s = years(values, 2, 2018);
    struct dt_series monthly = s;
    const struct dt_series_out out = DT_SERIES_OUT(result, 2);
    struct dt_error error;

    monthly.frequency = DT_SERIES_FREQ_MONTH;
    assert_refused(
        dt_series_splice(NULL, &s, DT_SERIES_SPLICE_PLAIN, NULL, &out, &error),
        DT_E_NULL, &error, "older is null");
    assert_refused(
        dt_series_splice(&s, NULL, DT_SERIES_SPLICE_PLAIN, NULL, &out, &error),
        DT_E_NULL, &error, "newer is null");
    assert_refused(
        dt_series_splice(&s, &s, DT_SERIES_SPLICE_PLAIN, NULL, NULL, &error),
        DT_E_NULL, &error, "out is null");
    assert_refused(dt_series_splice(&s, &monthly, DT_SERIES_SPLICE_PLAIN, NULL,
                                    &out, &error),
                   DT_E_MIXED, &error,
                   "older->frequency is year, newer->frequency is month");
    assert_refused(dt_series_splice(&s, &s, 2, NULL, &out, &error), DT_E_KIND,
                   &error, "kind is 2");
    assert_ulp(result[0], 1e99, 0);
    assert_ulp(result[1], 1e99, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_splice_keeps_the_levels),
        cmocka_unit_test(periods_of_neither_are_missing),
        cmocka_unit_test(the_older_series_may_start_later_and_end_later),
        cmocka_unit_test(two_editions_are_not_one_series),
        cmocka_unit_test(values_that_disagree_are_named_with_their_period),
        cmocka_unit_test(a_value_that_is_not_finite_agrees_with_itself_alone),
        cmocka_unit_test(a_linked_splice_keeps_growth),
        cmocka_unit_test(a_linked_level_is_correctly_rounded),
        cmocka_unit_test(levels_that_do_not_link_are_named),
        cmocka_unit_test(a_link_needs_a_period_that_both_have),
        cmocka_unit_test(the_first_shared_period_may_be_the_first_of_both),
        cmocka_unit_test(empty_series_can_be_joined),
        cmocka_unit_test(the_result_needs_room_for_every_period),
        cmocka_unit_test(bad_arguments_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
