/* SPDX-License-Identifier: MIT */
#include "units/unit_words.h"

#include "base/table.h"

enum {
    UNIT_LEVEL = DT__UNIT_STATED | DT__UNIT_LEVELS,
    UNIT_RATIO = DT__UNIT_STATED | DT__UNIT_NO_MONEY | DT__UNIT_RATIO,
    UNIT_LOG   = DT__UNIT_STATED | DT__UNIT_NO_MONEY | DT__UNIT_LOGARITHMS
};

#define UNIT_KINDS(ROW)                                                        \
    ROW(DT_SERIES_UNIT_KIND_UNSTATED, "", 0)                                   \
    ROW(DT_SERIES_UNIT_KIND_FLOW, "flow",                                      \
        UNIT_LEVEL | DT__UNIT_ADDS_UP | DT__UNIT_ADDS_UP_OVER_TIME)            \
    ROW(DT_SERIES_UNIT_KIND_STOCK, "stock", UNIT_LEVEL | DT__UNIT_ADDS_UP)     \
    ROW(DT_SERIES_UNIT_KIND_AVERAGE, "average", UNIT_LEVEL | DT__UNIT_ADDS_UP) \
    ROW(DT_SERIES_UNIT_KIND_INDEX, "index", UNIT_LEVEL | DT__UNIT_NO_MONEY)    \
    ROW(DT_SERIES_UNIT_KIND_FRACTION, "fraction", UNIT_RATIO)                  \
    ROW(DT_SERIES_UNIT_KIND_PERCENT, "percent",                                \
        UNIT_RATIO | DT__UNIT_HUNDREDTHS)                                      \
    ROW(DT_SERIES_UNIT_KIND_LOG, "log", UNIT_LOG)

const struct dt__unit_kind dt__unit_kinds[] = { UNIT_KINDS(DT__ROW) };

DT__DEFINE_HAS_ROW(unit_has_kind, dt_series_unit_kind, UNIT_KINDS)

/* Word, and whether what is at such prices does not add up. */
#define UNIT_PRICES(ROW)                                                       \
    ROW(DT_SERIES_PRICE_UNSTATED, "", false)                                   \
    ROW(DT_SERIES_PRICE_CURRENT, "current prices", false)                      \
    ROW(DT_SERIES_PRICE_CONSTANT, "constant prices", false)                    \
    ROW(DT_SERIES_PRICE_CHAINED, "chained prices", true)

static const struct unit_price {
    const char *word;
    bool chained;
} unit_prices[] = { UNIT_PRICES(DT__ROW) };

DT__DEFINE_HAS_ROW(unit_has_price, dt_series_price, UNIT_PRICES)

const char *
dt__price_word(int32_t price)
{
    return unit_prices[price].word;
}

bool
dt__price_is_chained(int32_t price)
{
    return unit_prices[price].chained;
}

#define UNIT_TRADE_WORDS(ROW)                                                  \
    ROW(DT_SERIES_TRADE_UNSTATED, "")                                          \
    ROW(DT_SERIES_TRADE_EXPORTS, "exports")                                    \
    ROW(DT_SERIES_TRADE_IMPORTS, "imports")                                    \
    ROW(DT_SERIES_TRADE_BOTH, "both ways")

static const char *const unit_trade_words[] = { UNIT_TRADE_WORDS(DT__ENTRY) };

DT__DEFINE_HAS_ROW(unit_has_trade, dt_series_trade, UNIT_TRADE_WORDS)

const char *
dt__trade_word(int32_t trade)
{
    return unit_trade_words[trade];
}

#define UNIT_ADJUSTED_WORDS(ROW)                                               \
    ROW(DT_SERIES_ADJUSTED_UNSTATED, "")                                       \
    ROW(DT_SERIES_ADJUSTED_NONE, "unadjusted")                                 \
    ROW(DT_SERIES_ADJUSTED_SEASON, "season adjusted")                          \
    ROW(DT_SERIES_ADJUSTED_CALENDAR, "calendar adjusted")                      \
    ROW(DT_SERIES_ADJUSTED_BOTH, "adjusted")

static const char *const unit_adjusted_words[] = {
    UNIT_ADJUSTED_WORDS(DT__ENTRY)
};

DT__DEFINE_HAS_ROW(unit_has_adjusted, dt_series_adjusted, UNIT_ADJUSTED_WORDS)

const char *
dt__adjusted_word(int32_t adjusted)
{
    return unit_adjusted_words[adjusted];
}

#define UNIT_DENOMINATOR_WORDS(ROW)                                            \
    ROW(DT_SERIES_DENOMINATOR_UNSTATED, "")                                    \
    ROW(DT_SERIES_DENOMINATOR_NONE, "total")                                   \
    ROW(DT_SERIES_DENOMINATOR_PERSON, "per capita")                            \
    ROW(DT_SERIES_DENOMINATOR_WORKER, "per worker")                            \
    ROW(DT_SERIES_DENOMINATOR_HOUR, "per hour")                                \
    ROW(DT_SERIES_DENOMINATOR_HOUSEHOLD, "per household")

static const char *const unit_denominator_words[] = {
    UNIT_DENOMINATOR_WORDS(DT__ENTRY)
};

DT__DEFINE_HAS_ROW(unit_has_denominator, dt_series_denominator,
                   UNIT_DENOMINATOR_WORDS)

const char *
dt__denominator_word(int32_t denominator)
{
    return unit_denominator_words[denominator];
}

int
dt__unit_unknown(const struct dt_series_unit *unit)
{
    int unknown = 0;

    if (!unit_has_kind(unit->kind))
        unknown = 1;
    if (!unit_has_price(unit->price))
        unknown |= 1 << 2;
    if (!unit_has_trade(unit->trade))
        unknown |= 1 << 3;
    if (!unit_has_adjusted(unit->adjusted))
        unknown |= 1 << 4;
    if (!unit_has_denominator(unit->denominator))
        unknown |= 1 << 5;
    return unknown;
}
