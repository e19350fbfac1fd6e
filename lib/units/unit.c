#include "units/unit.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
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

/* The members that are bad, a bit for each. */
static int
unit_bad_members(const struct dt_series_unit *unit)
{
    int bad = dt__unit_unknown(unit);

    if (unit->scale < -UNIT_SCALE_MAX || unit->scale > UNIT_SCALE_MAX)
        bad |= 1 << 1;
    if (unit->decimals < DT_SERIES_DECIMALS_UNSTATED ||
        unit->decimals > UNIT_DECIMALS_MAX)
        bad |= 1 << 5;
    if (unit->reserved != 0)
        bad |= 1 << 6;
    return bad;
}

/* Names the first of them. */
DT__OWN_FRAME static int32_t
unit_refuse(const struct dt_series_unit *unit, int bad, const char *owner,
            const char *link, struct dt_error *error)
{
    const struct {
        const char *name;
        int32_t value;
    } members[] = {
        { "kind", unit->kind }, { "scale", unit->scale },
        { "price", unit->price }, { "trade", unit->trade },
        { "adjusted", unit->adjusted }, { "decimals", unit->decimals },
        { "reserved", unit->reserved },
    };
    int i = 0;

    while (!(bad >> i & 1))
        i++;
    return dt__fail(error, DT_E_UNIT, -1, "%s%s%s is %" PRId32, owner, link,
                    members[i].name, members[i].value);
}

static int32_t
unit_check_members(const struct dt_series_unit *unit, const char *owner,
                   const char *link, struct dt_error *error)
{
    const int bad = unit_bad_members(unit);

    if (bad != 0)
        return unit_refuse(unit, bad, owner, link, error);
    if (!unit_currency_is_good(unit->currency))
        return dt__fail(error, DT_E_UNIT, -1,
                        "%s%scurrency is not three capital letters", owner,
                        link);
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

/* Zero is "not stated" and agrees with anything. */
static bool
unit_differ(int64_t a, int64_t b)
{
    return a != 0 && b != 0 && a != b;
}

/* The first member, other than the vintage, in which two units differ. */
static const char *
unit_difference(const struct dt_series_unit *a, const struct dt_series_unit *b,
                bool with_magnitude)
{
    if (with_magnitude) {
        if (unit_differ(a->kind, b->kind))
            return "kind";
        if (a->kind != 0 && b->kind != 0 && a->scale != b->scale)
            return "scale";
    }
    if (a->currency[0] != '\0' && b->currency[0] != '\0' &&
        memcmp(a->currency, b->currency, sizeof(a->currency)) != 0)
        return "currency";
    if (unit_differ(a->price, b->price))
        return "price";
    if (unit_differ(a->trade, b->trade))
        return "trade";
    if (unit_differ(a->adjusted, b->adjusted))
        return "adjustment";
    return NULL;
}

int32_t
dt__check_same_unit(const struct dt_series_unit *a,
                    const struct dt_series_unit *b, int skip,
                    struct dt_error *error)
{
    const char *what = unit_difference(a, b, !(skip & DT__UNIT_SKIP_MAGNITUDE));
    int32_t code = DT_E_UNIT;

    if (what == NULL) {
        if ((skip & DT__UNIT_SKIP_VINTAGE) ||
            !unit_differ(a->vintage, b->vintage))
            return DT_E_OK;
        what = "vintage";
        code = DT_E_VINTAGE;
    }
    char a_text[DT__UNIT_TEXT_SIZE], b_text[DT__UNIT_TEXT_SIZE];
    return dt__fail(error, code, -1, "units differ in %s: %s against %s", what,
                    dt__unit_text(a_text, a, false),
                    dt__unit_text(b_text, b, false));
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
