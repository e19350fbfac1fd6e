/* SPDX-License-Identifier: MIT */
/* The words of all constants of the headers. */
#ifndef DTGROWTH_LIB_BASE_ENUM_WORDS_H
#define DTGROWTH_LIB_BASE_ENUM_WORDS_H

#include <stdint.h>

struct dt__enum_word {
    const char *enumeration, *word;
    int32_t value;
};

extern const struct dt__enum_word dt__enum_words[];
extern const int32_t dt__enum_count;

#endif
