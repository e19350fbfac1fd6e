#include "units/unit_text.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Each list starts with "not stated", which is not written. */
static const char *const unit_text_kinds[] = {
    NULL, "flow", "stock", "average", "index", "fraction", "percent", "log",
};
static const char *const unit_text_prices[] = {
    NULL, "current prices", "constant prices", "chained prices",
};
static const char *const unit_text_trades[] = {
    NULL, "exports", "imports", "both ways",
};
static const char *const unit_text_adjustments[] = {
    NULL, "unadjusted", "season adjusted", "calendar adjusted", "adjusted",
};

/* Appends ", text"; null is not stated. The longest unit fits the buffer. */
static void
unit_text_append(char buffer[DT__UNIT_TEXT_SIZE], const char *text)
{
    if (text == NULL)
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
    unit_text_append(buffer, unit_text_kinds[unit->kind]);
    unit_text_append(buffer, unit->currency[0] != '\0' ? unit->currency : NULL);
    if (unit->kind != DT_SERIES_UNIT_UNSTATED && unit->scale != 0) {
        (void)snprintf(number, sizeof(number), "10^%" PRId32, unit->scale);
        unit_text_append(buffer, number);
    }
    unit_text_append(buffer, unit_text_prices[unit->price]);
    unit_text_append(buffer, unit_text_trades[unit->trade]);
    unit_text_append(buffer, unit_text_adjustments[unit->adjusted]);
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
    unit_text_append(buffer, buffer[0] == '\0' ? "not stated" : NULL);
    return buffer;
}
