/* SPDX-License-Identifier: MIT */
#include "units/unit.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "calendar/frequency.h"
#include "units/unit_text.h"
#include "units/unit_words.h"

enum {
    UNIT_SCALE_MAX = 30,
    UNIT_DECIMALS_MAX = 30
};

/* Three capital letters and a terminator, or nothing. */
static bool
unit_currency_is_good(const char currency[4])
{
    if (currency[0] == '\0')
        return true;
    for (int i = 0; i < 3; i++)
        if (currency[i] < 'A' || currency[i] > 'Z')
            return false;
    return currency[3] == '\0';
}

/* A reference is a dated period, or nothing is said of it. */
static bool
unit_reference_is_good(const struct dt_series_unit *unit)
{
    return unit->reference_frequency == DT_SERIES_FREQ_UNDATED
               ? unit->reference == 0
               : unit->reference != DT_SERIES_NO_PERIOD;
}

/* The members that are bad, a bit for each. */
static int
unit_bad_members(const struct dt_series_unit *unit)
{
    int bad = dt__unit_unknown(unit);

    if (unit->scale < -UNIT_SCALE_MAX || unit->scale > UNIT_SCALE_MAX)
        bad |= 1 << 1;
    if (unit->decimals < DT_SERIES_DECIMALS_UNSTATED ||
        unit->decimals > UNIT_DECIMALS_MAX)
        bad |= 1 << 6;
    if (!dt__frequency_is_known(unit->reference_frequency))
        bad |= 1 << 7;
    if (!unit_reference_is_good(unit))
        bad |= 1 << 8;
    if ((unit->reserved[0] | unit->reserved[1]) != 0)
        bad |= 1 << 9;
    return bad;
}

/* Names the first of them. */
DT__OWN_FRAME static int32_t
unit_refuse(const struct dt_series_unit *unit, int bad, const char *owner,
            const char *link, struct dt_error *error)
{
    const struct {
        const char *name;
        int64_t value;
    } members[] = {
        { "kind", unit->kind }, { "scale", unit->scale },
        { "price", unit->price }, { "trade", unit->trade },
        { "adjusted", unit->adjusted }, { "denominator", unit->denominator },
        { "decimals", unit->decimals },
        { "reference_frequency", unit->reference_frequency },
        { "reference", unit->reference },
        { "reserved", unit->reserved[0] | unit->reserved[1] },
    };
    int i = 0;

    while (!(bad >> i & 1))
        i++;
    return dt__fail(error, DT_E_UNIT, -1, "%s%s%s is %" PRId64, owner, link,
                    members[i].name, members[i].value);
}

static int32_t
unit_check_members(const struct dt_series_unit *unit, const char *owner,
                   const char *link, struct dt_error *error)
{
    const int bad = unit_bad_members(unit);

    if (bad != 0)
        return unit_refuse(unit, bad, owner, link, error);
    const char *letters = !unit_currency_is_good(unit->currency) ? "currency"
                          : !unit_currency_is_good(unit->per)    ? "per"
                                                                 : NULL;
    if (letters != NULL)
        return dt__fail(error, DT_E_UNIT, -1,
                        "%s%s%s is not three capital letters", owner, link,
                        letters);
    return DT_E_OK;
}

int32_t
dt__check_unit_members(const struct dt_series_unit *unit, const char *owner,
                       const char *link, struct dt_error *error)
{
    return dt__unit_is_unstated(unit)
               ? DT_E_OK : unit_check_members(unit, owner, link, error);
}

int32_t
dt__check_unit(const struct dt_series_unit *unit, const char *name,
               struct dt_error *error)
{
    DT__TRY(dt__check_given(unit, name, error));
    return dt__check_unit_members(unit, name, "->", error);
}

/* What two units may differ in, in the order of a message. */
enum {
    UNIT_KIND, UNIT_SCALE, UNIT_CURRENCY, UNIT_PER, UNIT_PRICE,
    UNIT_REFERENCE, UNIT_TRADE, UNIT_ADJUSTED, UNIT_DENOMINATOR, UNIT_COVERAGE,
    UNIT_VINTAGE, UNIT_MEMBERS
};

/* Zero is "not stated" and agrees with anything. */
static bool
unit_differ(int64_t a, int64_t b)
{
    return a != 0 && b != 0 && a != b;
}

static bool
unit_letters_differ(const char a[4], const char b[4])
{
    return a[0] != '\0' && b[0] != '\0' && memcmp(a, b, 4) != 0;
}

static bool
unit_references_differ(const struct dt_series_unit *a,
                       const struct dt_series_unit *b)
{
    return a->reference_frequency != 0 && b->reference_frequency != 0 &&
           (a->reference_frequency != b->reference_frequency ||
            a->reference != b->reference);
}

/* Those in which two units differ, a bit for each. */
static int
unit_differences(const struct dt_series_unit *a, const struct dt_series_unit *b)
{
    const bool scaled = a->kind != 0 && b->kind != 0;

    return unit_differ(a->kind, b->kind) << UNIT_KIND |
           (scaled && a->scale != b->scale) << UNIT_SCALE |
           unit_letters_differ(a->currency, b->currency) << UNIT_CURRENCY |
           unit_letters_differ(a->per, b->per) << UNIT_PER |
           unit_differ(a->price, b->price) << UNIT_PRICE |
           unit_references_differ(a, b) << UNIT_REFERENCE |
           unit_differ(a->trade, b->trade) << UNIT_TRADE |
           unit_differ(a->adjusted, b->adjusted) << UNIT_ADJUSTED |
           unit_differ(a->denominator, b->denominator) << UNIT_DENOMINATOR |
           unit_differ(a->coverage, b->coverage) << UNIT_COVERAGE |
           unit_differ(a->vintage, b->vintage) << UNIT_VINTAGE;
}

/* "kind, scale and vintage": all names fit. */
static void
unit_list(int differences, char text[128])
{
    static const char *const names[UNIT_MEMBERS] = {
        "kind", "scale", "currency", "currency per", "price",
        "reference period", "trade", "adjustment", "denominator", "coverage",
        "vintage",
    };

    text[0] = '\0';
    for (int i = 0; i < UNIT_MEMBERS; i++) {
        if (!(differences >> i & 1))
            continue;
        if (text[0] != '\0')
            strcat(text, differences >> (i + 1) ? ", " : " and ");
        strcat(text, names[i]);
    }
}

DT__OWN_FRAME static int32_t
unit_refuse_both(const struct dt_series_unit *a, const struct dt_series_unit *b,
                 int differences, struct dt_error *error)
{
    const int32_t code = differences == 1 << UNIT_VINTAGE ? DT_E_VINTAGE
                                                          : DT_E_UNIT;
    char a_text[DT__UNIT_TEXT_SIZE], b_text[DT__UNIT_TEXT_SIZE], list[128];

    unit_list(differences, list);
    return dt__fail(error, code, -1, "units differ in %s: %s against %s", list,
                    dt__unit_text(a_text, a, false),
                    dt__unit_text(b_text, b, false));
}

int32_t
dt__check_same_unit(const struct dt_series_unit *a,
                    const struct dt_series_unit *b, int skip,
                    struct dt_error *error)
{
    if (memcmp(a, b, sizeof(*a)) == 0) /* Mostly. */
        return DT_E_OK;
    int differences = unit_differences(a, b);

    if (skip & DT__UNIT_SKIP_MAGNITUDE)
        differences &= ~(1 << UNIT_KIND | 1 << UNIT_SCALE);
    if (skip & DT__UNIT_SKIP_EDITION)
        differences &= ~(1 << UNIT_REFERENCE | 1 << UNIT_VINTAGE);
    return differences == 0 ? DT_E_OK
                            : unit_refuse_both(a, b, differences, error);
}

int32_t
dt_series_unit_check(const struct dt_series_unit *a,
                     const struct dt_series_unit *b, struct dt_error *error)
{
    DT__TRY(dt__check_unit(a, "a", error));
    DT__TRY(dt__check_unit(b, "b", error));
    return dt__check_same_unit(a, b, DT__UNIT_ALL, error);
}

int32_t
dt_series_unit_format(const struct dt_series_unit *unit, char *buffer,
                      int64_t capacity, int64_t *needed,
                      struct dt_error *error)
{
    DT__TRY(dt__check_buffer(buffer, capacity, error));
    DT__TRY(dt__check_unit(unit, "unit", error));

    char text[DT__UNIT_TEXT_SIZE];
    return dt__give_text(dt__unit_text(text, unit, true), buffer, capacity,
                         needed, error);
}
