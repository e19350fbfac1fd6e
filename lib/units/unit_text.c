#include "units/unit_text.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/table.h"

/* What is not stated is not written. */
static const char *const unit_text_kinds[] = {
    [DT_SERIES_UNIT_UNSTATED] = NULL,
    [DT_SERIES_UNIT_FLOW] = "flow",
    [DT_SERIES_UNIT_STOCK] = "stock",
    [DT_SERIES_UNIT_AVERAGE] = "average",
    [DT_SERIES_UNIT_INDEX] = "index",
    [DT_SERIES_UNIT_FRACTION] = "fraction",
    [DT_SERIES_UNIT_PERCENT] = "percent",
    [DT_SERIES_UNIT_LOG] = "log",
};
DT__ROWS(unit_text_kinds, DT__UNIT_KIND_MAX);

static const char *const unit_text_prices[] = {
    [DT_SERIES_PRICE_UNSTATED] = NULL,
    [DT_SERIES_PRICE_CURRENT] = "current prices",
    [DT_SERIES_PRICE_CONSTANT] = "constant prices",
    [DT_SERIES_PRICE_CHAINED] = "chained prices",
};
DT__ROWS(unit_text_prices, DT__UNIT_PRICE_MAX);

static const char *const unit_text_trades[] = {
    [DT_SERIES_TRADE_UNSTATED] = NULL,
    [DT_SERIES_TRADE_EXPORTS] = "exports",
    [DT_SERIES_TRADE_IMPORTS] = "imports",
    [DT_SERIES_TRADE_BOTH] = "both ways",
};
DT__ROWS(unit_text_trades, DT__UNIT_TRADE_MAX);

static const char *const unit_text_adjustments[] = {
    [DT_SERIES_ADJUSTED_UNSTATED] = NULL,
    [DT_SERIES_ADJUSTED_NONE] = "unadjusted",
    [DT_SERIES_ADJUSTED_SEASON] = "season adjusted",
    [DT_SERIES_ADJUSTED_CALENDAR] = "calendar adjusted",
    [DT_SERIES_ADJUSTED_BOTH] = "adjusted",
};
DT__ROWS(unit_text_adjustments, DT__UNIT_ADJUSTED_MAX);

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
