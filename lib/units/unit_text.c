/* SPDX-License-Identifier: MIT */
#include "units/unit_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "calendar/period_format.h"
#include "units/unit_words.h"

/* Appends ", text"; what is not stated is empty. The longest unit fits the
 * buffer. */
static void
unit_text_append(char buffer[DT__UNIT_TEXT_SIZE], const char *text)
{
    if (text[0] == '\0')
        return;
    if (buffer[0] != '\0')
        strcat(buffer, ", ");
    strcat(buffer, text);
}

static void
unit_text_append_number(char buffer[DT__UNIT_TEXT_SIZE], const char *before,
                        int64_t number, const char *after)
{
    char text[48];

    (void)snprintf(text, sizeof(text), "%s%" PRId64 "%s", before, number,
                   after);
    unit_text_append(buffer, text);
}

/* "CNY per USD", or one of the two alone. */
static void
unit_text_append_currency(char buffer[DT__UNIT_TEXT_SIZE],
                          const struct dt_series_unit *unit)
{
    char text[16];

    (void)snprintf(text, sizeof(text), "%s%s%s", unit->currency,
                   unit->per[0] == '\0'          ? ""
                   : unit->currency[0] == '\0' ? "per "
                                                : " per ", unit->per);
    unit_text_append(buffer, text);
}

static void
unit_text_append_reference(char buffer[DT__UNIT_TEXT_SIZE],
                           const struct dt_series_unit *unit)
{
    char period[DT__PERIOD_TEXT_SIZE];
    char text[DT__PERIOD_TEXT_SIZE + 16] = "reference ";

    strcat(text, dt__period_text(period, unit->reference_frequency,
                                 unit->reference));
    unit_text_append(buffer, text);
}

const char *
dt__unit_text(char buffer[DT__UNIT_TEXT_SIZE],
              const struct dt_series_unit *unit, bool with_decimals)
{
    buffer[0] = '\0';
    unit_text_append(buffer, dt__unit_kinds[unit->kind].word);
    unit_text_append_currency(buffer, unit);
    if (dt__unit_is(unit, DT__UNIT_STATED) && unit->scale != 0)
        unit_text_append_number(buffer, "10^", unit->scale, "");
    unit_text_append(buffer, dt__price_word(unit->price));
    if (unit->reference_frequency != DT_SERIES_FREQ_UNDATED)
        unit_text_append_reference(buffer, unit);
    unit_text_append(buffer, dt__trade_word(unit->trade));
    unit_text_append(buffer, dt__adjusted_word(unit->adjusted));
    unit_text_append(buffer, dt__denominator_word(unit->denominator));
    if (with_decimals && unit->decimals != DT_SERIES_DECIMALS_UNSTATED)
        unit_text_append_number(buffer, "", unit->decimals,
                                unit->decimals == 1 ? " decimal" : " decimals");
    if (unit->coverage != 0)
        unit_text_append_number(buffer, "coverage ", unit->coverage, "");
    if (unit->vintage != 0)
        unit_text_append_number(buffer, "vintage ", unit->vintage, "");
    if (buffer[0] == '\0')
        unit_text_append(buffer, "not stated");
    return buffer;
}
