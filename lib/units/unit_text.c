#include "units/unit_text.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Each list starts with "not stated", which is not written. */
static const char *const kinds[] = { NULL, "flow", "stock", "average", "index",
                                     "fraction", "percent", "log" };
static const char *const prices[] = { NULL, "current prices",
                                      "constant prices", "chained prices" };
static const char *const trades[] = { NULL, "exports", "imports",
                                      "both ways" };
static const char *const adjustments[] = { NULL, "unadjusted",
                                           "season adjusted",
                                           "calendar adjusted", "adjusted" };

/* Appends ", text"; null is not stated. The longest unit fits the buffer. */
static void
append(char buffer[DT__UNIT_TEXT_SIZE], const char *text)
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
    append(buffer, kinds[unit->kind]);
    append(buffer, unit->currency[0] != '\0' ? unit->currency : NULL);
    if (unit->kind != DT_SERIES_UNIT_UNSTATED && unit->scale != 0) {
        (void)snprintf(number, sizeof(number), "10^%" PRId32, unit->scale);
        append(buffer, number);
    }
    append(buffer, prices[unit->price]);
    append(buffer, trades[unit->trade]);
    append(buffer, adjustments[unit->adjusted]);
    if (with_decimals && unit->decimals != DT_SERIES_DECIMALS_UNSTATED) {
        (void)snprintf(number, sizeof(number), "%" PRId32 " decimal%s",
                       unit->decimals, unit->decimals == 1 ? "" : "s");
        append(buffer, number);
    }
    if (unit->vintage != 0) {
        (void)snprintf(number, sizeof(number), "vintage %" PRId64,
                       unit->vintage);
        append(buffer, number);
    }
    append(buffer, buffer[0] == '\0' ? "not stated" : NULL);
    return buffer;
}
