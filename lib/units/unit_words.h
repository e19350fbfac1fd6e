/* SPDX-License-Identifier: MIT */
/* The constants of a unit's members, as rows of tables. A word is empty where
 * nothing is stated. */
#ifndef DTGROWTH_LIB_UNITS_UNIT_WORDS_H
#define DTGROWTH_LIB_UNITS_UNIT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/series.h>

/* What there is to know of a kind. */
enum {
    DT__UNIT_STATED     = 1,
    DT__UNIT_LEVELS     = 2, /* Amounts, averages and index numbers. */
    DT__UNIT_NO_MONEY   = 4, /* No rate of exchange applies. */
    DT__UNIT_RATIO      = 8,
    DT__UNIT_HUNDREDTHS = 16,
    DT__UNIT_LOGARITHMS = 32,
    DT__UNIT_ADDS_UP    = 64, /* Parts make a total, */
    DT__UNIT_ADDS_UP_OVER_TIME = 128 /* and months a year. */
};

struct dt__unit_kind {
    const char *word;
    uint32_t facts;
};

extern const struct dt__unit_kind dt__unit_kinds[];

/* Whether something is so of the kind of a good unit. */
static inline bool
dt__unit_is(const struct dt_series_unit *unit, uint32_t fact)
{
    return (dt__unit_kinds[unit->kind].facts & fact) != 0;
}

/* The members that hold an unknown constant: bit 1 << i for member i of the
 * order kind, scale, price, trade, adjusted, denominator. */
int dt__unit_unknown(const struct dt_series_unit *unit);

/* Of constants that are known. */
bool dt__price_is_chained(int32_t price);
const char *dt__price_word(int32_t price);
const char *dt__trade_word(int32_t trade);
const char *dt__adjusted_word(int32_t adjusted);
const char *dt__denominator_word(int32_t denominator);

#endif
