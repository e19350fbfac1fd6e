/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

#include "base/options.h"

/* The struct as an old, the present and a future release know it. */
struct old { uint32_t struct_size; int32_t a; };
struct now { uint32_t struct_size; int32_t a; int64_t b; };
struct later { uint32_t struct_size; int32_t a; int64_t b; int64_t c; };

static const struct now defaults = { sizeof(struct now), 0, 0 };

static int32_t
read_now(struct now *self, const void *given, struct dt_error *error)
{
    *self = defaults;
    return dt__read_options(self, sizeof(*self), sizeof(struct old), given,
                            error);
}

static void
null_keeps_the_defaults(void **state)
{
    (void)state;
    struct now got;

    assert_int_equal(read_now(&got, NULL, NULL), DT_E_OK);
    assert_memory_equal(&got, &defaults, sizeof(got));
}

static void
an_older_caller_gets_defaults_for_what_it_does_not_know(void **state)
{
    (void)state;
    const struct old given = { sizeof(given), 5 };
    struct now got;

    assert_int_equal(read_now(&got, &given, NULL), DT_E_OK);
    assert_int_equal(got.a, 5);
    assert_int_equal(got.b, 0);
    assert_int_equal(got.struct_size, sizeof(got));
}

static void
a_newer_caller_is_accepted_while_its_news_is_zero(void **state)
{
    (void)state;
    struct later given = { sizeof(given), 5, 6, 0 };
    struct now got;
    struct dt_error error;

    assert_int_equal(read_now(&got, &given, NULL), DT_E_OK);
    assert_int_equal(got.b, 6);
    given.c = INT64_C(1) << 56;
    assert_int_equal(read_now(&got, &given, &error), DT_E_NEWER);
    assert_int_equal(error.code, DT_E_NEWER);
}

static void
an_impossible_size_is_refused(void **state)
{
    (void)state;
    static const uint32_t bad[] = { 0, 4, sizeof(struct old) - 1, 9, 12, 33,
                                    4097, UINT32_MAX };
    struct now got;
    struct dt_error error;

    for (size_t i = 0; i < COUNT(bad); i++) {
        const struct now given = { bad[i], 1, 1 };
        assert_int_equal(read_now(&got, &given, &error), DT_E_STRUCT);
        assert_memory_equal(&got, &defaults, sizeof(got));
    }
}

static void
init_zeroes_what_the_caller_has(void **state)
{
    (void)state;
    struct later given;
    static const struct later zeroed = { sizeof(given), 0, 0, 0 };

    memset(&given, 0x55, sizeof(given));
    assert_int_equal(dt__init_options(&given, sizeof(given),
                                      sizeof(struct old)), DT_E_OK);
    assert_memory_equal(&given, &zeroed, sizeof(given));
    assert_int_equal(dt__init_options(NULL, 8, 8), DT_E_NULL);
    assert_int_equal(dt__init_options(&given, 7, 8), DT_E_STRUCT);
    assert_int_equal(dt__init_options(&given, 5000, 8), DT_E_STRUCT);
    assert_memory_equal(&given, &zeroed, sizeof(given));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(null_keeps_the_defaults),
        cmocka_unit_test(
            an_older_caller_gets_defaults_for_what_it_does_not_know),
        cmocka_unit_test(a_newer_caller_is_accepted_while_its_news_is_zero),
        cmocka_unit_test(an_impossible_size_is_refused),
        cmocka_unit_test(init_zeroes_what_the_caller_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
