/* SPDX-License-Identifier: MIT */
#include <dtgrowth/base.h>

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/enum_words.h"
#include "base/error.h"
#include "base/text.h"

const char *
dt_enum_word(const char *enumeration, int32_t value)
{
    for (int32_t i = 0; enumeration != NULL && i < dt__enum_count; i++)
        if (dt__enum_words[i].value == value &&
            strcmp(dt__enum_words[i].enumeration, enumeration) == 0)
            return dt__enum_words[i].word;
    return "unknown";
}

int32_t
dt_enum_value(const char *enumeration, const char *word, int32_t *value,
              struct dt_error *error)
{
    bool known = false;
    char quoted[DT__QUOTE_SIZE];

    DT__TRY(dt__check_given(enumeration, "enumeration", error));
    DT__TRY(dt__check_given(word, "word", error));
    DT__TRY(dt__check_given(value, "value", error));
    for (int32_t i = 0; i < dt__enum_count; i++) {
        if (strcmp(dt__enum_words[i].enumeration, enumeration) != 0)
            continue;
        known = true;
        if (strcmp(dt__enum_words[i].word, word) == 0) {
            *value = dt__enum_words[i].value;
            return DT_E_OK;
        }
    }
    if (!known)
        return dt__fail(error, DT_E_KIND, -1, "enumeration is \"%s\", which "
                        "is none of the library's",
                        dt__quote(enumeration, quoted));
    return dt__fail(error, DT_E_TEXT, -1, "word is \"%s\", which is none of %s",
                    dt__quote(word, quoted), enumeration);
}
