/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <dtgrowth/dt.h>

#include "series/why.h"

static void
every_reason_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int32_t a = 0; a <= DT_SERIES_WHY_TOO_FEW; a++) {
        assert_string_not_equal(dt_series_why_name(a), "unknown reason");
        for (int32_t b = 0; b < a; b++)
            assert_string_not_equal(dt_series_why_name(a),
                                    dt_series_why_name(b));
    }
    assert_string_equal(dt_series_why_name(DT_SERIES_WHY_BASE_MISSING),
                        "base missing");
    assert_string_equal(dt_series_why_name(DT_SERIES_WHY_DEFINED), "defined");
}

/* As series.h states the order, of every two. */
static void
the_first_of_two_reasons_is_that_of_the_header(void **state)
{
    (void)state;
    for (int32_t a = 0; a < reason_count(); a++)
        for (int32_t b = 0; b < reason_count(); b++)
            assert_int_equal(dt__first_why(a, b), first_reason(a, b));
}

static void
an_unknown_reason_is_called_so(void **state)
{
    (void)state;
    static const int32_t unknown[] = { -1, DT_SERIES_WHY_TOO_FEW + 1,
                                       INT32_MIN, INT32_MAX };
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_string_equal(dt_series_why_name(unknown[i]), "unknown reason");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_has_a_name_of_its_own),
        cmocka_unit_test(the_first_of_two_reasons_is_that_of_the_header),
        cmocka_unit_test(an_unknown_reason_is_called_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
