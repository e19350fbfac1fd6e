/* SPDX-License-Identifier: MIT */
/* What is known of a frequency: one row for each family. */
#ifndef DTGROWTH_LIB_CALENDAR_FREQUENCY_H
#define DTGROWTH_LIB_CALENDAR_FREQUENCY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/* What a period is made of, which is all that the calendar's arithmetic
 * depends on. */
enum dt__measure {
    DT__UNKNOWN_MEASURE, /* Of no frequency. */
    DT__NUMBERS,         /* Undated. */
    DT__MONTHS,
    DT__WEEKS,
    DT__BUSINESS_DAYS,
    DT__DAYS
};

struct dt__family {
    int32_t base;          /* Its frequencies are base + 1 to base + anchors, */
    int8_t anchors;        /* or the base alone if it has no anchors. */
    int8_t months;         /* Of a period of months; otherwise 0. */
    int16_t per_364_days;  /* Periods of weeks or days; otherwise 0. */
    char letter;           /* Of its number in a year: 'Q' in "2024-Q3". */
    int8_t digits;         /* Of that number. */
    bool bare;             /* Its text does without the letter: "2024-07". */
    enum dt__measure measure;
    const char *example;   /* Of its text. */
    const char *name;      /* Of the last anchor, which has no ending. */
    const char *const *endings; /* The names of the anchors before. */
};

/* The row of a frequency. An unknown one has a row of its own, in which
 * everything is 0 but the name. */
const struct dt__family *dt__family(int32_t frequency);

bool dt__frequency_is_known(int32_t frequency);

/* DT_E_FREQUENCY unless known; unless known and dated. */
int32_t dt__check_frequency(int32_t frequency, const char *name,
                            struct dt_error *error);
int32_t dt__check_dated(int32_t frequency, const char *name,
                        struct dt_error *error);

/* The month or weekday in which a period ends, from 1; 0 if there is none. */
int32_t dt__anchor(int32_t frequency);

bool dt__is_week(int32_t frequency);

/* Weeks that end on Sunday have a number in a year, others have not. */
bool dt__is_iso_week(int32_t frequency);

#endif
