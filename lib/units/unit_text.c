#include "units/unit_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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

const char *
dt__unit_text(char buffer[DT__UNIT_TEXT_SIZE],
              const struct dt_series_unit *unit, bool with_decimals)
{
    char number[40];

    buffer[0] = '\0';
    unit_text_append(buffer, dt__unit_kinds[unit->kind].word);
    unit_text_append(buffer, unit->currency);
    if (dt__unit_is(unit, DT__UNIT_STATED) && unit->scale != 0) {
        (void)snprintf(number, sizeof(number), "10^%" PRId32, unit->scale);
        unit_text_append(buffer, number);
    }
    unit_text_append(buffer, dt__price_word(unit->price));
    unit_text_append(buffer, dt__trade_word(unit->trade));
    unit_text_append(buffer, dt__adjusted_word(unit->adjusted));
    if (with_decimals && unit->decimals != DT_SERIES_DECIMALS_UNSTATED) {
        (void)snprintf(number, sizeof(number), "%" PRId32 " decimal%s",
                       unit->decimals, unit->decimals == 1 ? "" : "s");
        unit_text_append(buffer, number);
    }
    if (unit->vintage != 0) {
        (void)snprintf(number, sizeof(number), "vintage %" PRId64,
                       unit->vintage);
        unit_text_append(buffer, number);
    }
    if (buffer[0] == '\0')
        unit_text_append(buffer, "not stated");
    return buffer;
}
