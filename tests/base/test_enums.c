/* SPDX-License-Identifier: MIT */
/* Words of constants, both ways, against the text of the headers. */
#include "support.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <dtgrowth/dt.h>

/* Checks each constant of an enumeration of the headers. */
static int
check_enumeration(const char *at, const char *tag)
{
    const char *const end = strstr(at, "\n};");
    char name[80], word[80];
    int count = 0, number;

    for (; at < end; at = strchr(at, '\n') + 1) {
        if (sscanf(at, " %79[A-Z0-9_] = %d", name, &number) != 2)
            continue;
        const char *rest = name + (strcmp(tag, "dt_status") == 0
                                       ? strlen("DT_E_") : strlen(tag) + 1);
        size_t length = 0;
        for (; rest[length] != '\0'; length++)
            word[length] = (char)tolower(rest[length]);
        word[length] = '\0';

        int32_t value = 77;
        assert_string_equal(dt_enum_word(tag, number), word);
        assert_int_equal(dt_enum_value(tag, word, &value, NULL), DT_E_OK);
        assert_int_equal(value, number);
        count++;
    }
    return count;
}

static void
every_constant_of_the_headers_has_its_word(void **state)
{
    int enumerations = 0, constants = 0;

    (void)state;
    for (const char *at = strstr(headers(), "\nenum dt_"); at != NULL;
         at = strstr(at + 1, "\nenum dt_")) {
        char tag[80];
        assert_int_equal(sscanf(at, "\nenum %79s {", tag), 1);
        constants += check_enumeration(strchr(at + 1, '\n') + 1, tag);
        enumerations++;
    }
    assert_true(enumerations >= 30 && constants >= 180);
}

static void
what_is_no_constant_is_named(void **state)
{
    struct dt_error error;
    int32_t value = 77;

    (void)state;
    assert_string_equal(dt_enum_word("dt_growth_kind", 7), "unknown");
    assert_string_equal(dt_enum_word("dt_growth", 0), "unknown");
    assert_string_equal(dt_enum_word(NULL, 0), "unknown");
    assert_error(dt_enum_value("dt_growth_kind", "Rate", &value, &error),
                 DT_E_TEXT, &error,
                 "word is \"Rate\", which is none of dt_growth_kind");
    assert_error(dt_enum_value("dt_growth", "rate", &value, &error), DT_E_KIND,
                 &error, "enumeration is \"dt_growth\", which is none of the "
                 "library's");
    assert_error(dt_enum_value("dt_growth_kind", "r\xc3\n", &value, &error),
                 DT_E_TEXT, &error,
                 "word is \"r??\", which is none of dt_growth_kind");
    assert_error(dt_enum_value("\xff", "rate", &value, &error), DT_E_KIND,
                 &error, "enumeration is \"?\", which is none of the "
                 "library's");
    assert_error(dt_enum_value(NULL, "rate", &value, &error), DT_E_NULL, &error,
                 "enumeration is null");
    assert_error(dt_enum_value("dt_growth_kind", NULL, &value, &error),
                 DT_E_NULL, &error, "word is null");
    assert_error(dt_enum_value("dt_growth_kind", "rate", NULL, &error),
                 DT_E_NULL, &error, "value is null");
    assert_int_equal(value, 77);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_constant_of_the_headers_has_its_word),
        cmocka_unit_test(what_is_no_constant_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
