/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

#include <dtgrowth/dt.h>

#include "base/error.h"

static void
check_name(const char *name, int32_t status)
{
    assert_string_equal(dt_status_name(status), name);
}

static void
every_status_has_a_name_of_its_own(void **state)
{
    (void)state;
    each_constant("DT_E_OK", check_name);
}

static void
an_unknown_status_is_called_so(void **state)
{
    (void)state;
    static const int32_t unknown[] = { 1, DT_E_CONFLICT - 1, INT32_MIN,
                                       INT32_MAX };
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_string_equal(dt_status_name(unknown[i]), "unknown status");
}

static void
the_library_is_of_the_version_of_its_header(void **state)
{
    (void)state;
    assert_int_equal(dt_version_number(), DT_VERSION_NUMBER);
    assert_string_equal(dt_version_string(), DT_VERSION_STRING);
}

/* One failure of each class. */
static void
a_failure_has_a_class(void **state)
{
    static const struct {
        int32_t status, class;
    } rows[] = {
        { DT_E_OK, DT_STATUS_CLASS_OK },
        { DT_E_STRIDE, DT_STATUS_CLASS_ARGUMENT },
        { DT_E_VINTAGE, DT_STATUS_CLASS_UNIT },
        { DT_E_DATE, DT_STATUS_CLASS_PERIOD },
        { DT_E_TRAILING, DT_STATUS_CLASS_TEXT },
        { DT_E_OVERFLOW, DT_STATUS_CLASS_RANGE },
        { 1, DT_STATUS_CLASS_ARGUMENT },
        { -29, DT_STATUS_CLASS_ARGUMENT },
        { INT32_MIN, DT_STATUS_CLASS_ARGUMENT },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(dt_status_class(rows[i].status), rows[i].class);
}

static void
a_failure_without_an_error_struct_is_fine(void **state)
{
    (void)state;
    assert_int_equal(dt__fail(NULL, DT_E_LAG, -1, "lag is %d", 0), DT_E_LAG);
}

static void
a_long_message_is_cut_and_terminated(void **state)
{
    (void)state;
    char text[600];
    struct dt_error error;

    memset(text, 'x', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    assert_int_equal(dt__fail(&error, DT_E_TEXT, 7, "%s", text), DT_E_TEXT);
    assert_int_equal(strlen(error.message), sizeof(error.message) - 1);
    assert_int_equal(error.index, 7);
    assert_int_equal(error.reserved, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_a_name_of_its_own),
        cmocka_unit_test(an_unknown_status_is_called_so),
        cmocka_unit_test(the_library_is_of_the_version_of_its_header),
        cmocka_unit_test(a_failure_has_a_class),
        cmocka_unit_test(a_failure_without_an_error_struct_is_fine),
        cmocka_unit_test(a_long_message_is_cut_and_terminated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
