/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

#include <dtgrowth/dt.h>

static void
check_name(const char *name, int32_t verdict)
{
    if (strcmp(dt_compare_verdict_name(verdict), "unknown verdict") == 0)
        fail_msg("%s has no name", name);
}

static void
every_verdict_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(dt_compare_verdict_name(DT_COMPARE_VERDICT_EXACT),
                        "exact");
    assert_string_equal(dt_compare_verdict_name(DT_COMPARE_VERDICT_WITHIN),
                        "within rounding");
    assert_string_equal(dt_compare_verdict_name(DT_COMPARE_VERDICT_EDGE),
                        "only at the edge");
    assert_string_equal(
        dt_compare_verdict_name(DT_COMPARE_VERDICT_INCONSISTENT),
        "inconsistent");
    assert_string_equal(dt_compare_verdict_name(DT_COMPARE_VERDICT_UNDECIDABLE),
                        "undecidable");
    each_constant("DT_COMPARE_VERDICT_EXACT", check_name);
}

static void
an_unknown_verdict_is_called_so(void **state)
{
    (void)state;
    static const int32_t unknown[] = { -1, 5, INT32_MIN, INT32_MAX };
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_string_equal(dt_compare_verdict_name(unknown[i]),
                            "unknown verdict");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verdict_has_a_name),
        cmocka_unit_test(an_unknown_verdict_is_called_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
