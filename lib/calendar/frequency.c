/* SPDX-License-Identifier: MIT */
#include "calendar/frequency.h"

#include <inttypes.h>
#include <stddef.h>

#include <dtgrowth/period.h>

#include "base/table.h"

enum { FREQUENCY_STEP = 100 }; /* From the base of a family to the next. */

/* The name of a family, and those of its periods that do not end with the
 * year or the week. */
#define FREQUENCY_MONTHS(name)                                                 \
    name, (const char *const[]){                                               \
        name " ending in January", name " ending in February",                 \
        name " ending in March", name " ending in April",                      \
        name " ending in May", name " ending in June",                         \
        name " ending in July", name " ending in August",                      \
        name " ending in September", name " ending in October",                \
        name " ending in November",                                            \
    }
#define FREQUENCY_WEEKDAYS(name)                                               \
    name, (const char *const[]){                                               \
        name " ending on Monday", name " ending on Tuesday",                   \
        name " ending on Wednesday", name " ending on Thursday",               \
        name " ending on Friday", name " ending on Saturday",                  \
    }

/* In the order of the bases. */
static const struct dt__family frequency_families[] = {
    { DT_SERIES_FREQ_UNDATED, 0, 0, 0, '\0', 0, false, DT__NUMBERS,
      "17", "undated", NULL },
    { DT_SERIES_FREQ_YEAR_BASE, 12, 12, 0, 'A', 1, false, DT__MONTHS,
      "2024", FREQUENCY_MONTHS("year") },
    { DT_SERIES_FREQ_HALF_BASE, 6, 6, 0, 'S', 1, false, DT__MONTHS,
      "2024-S1", FREQUENCY_MONTHS("half-year") },
    { DT_SERIES_FREQ_QUARTER_BASE, 3, 3, 0, 'Q', 1, false, DT__MONTHS,
      "2024-Q3", FREQUENCY_MONTHS("quarter") },
    { DT_SERIES_FREQ_MONTH, 0, 1, 0, 'M', 2, true, DT__MONTHS,
      "2024-07", "month", NULL },
    { DT_SERIES_FREQ_WEEK_BASE, 7, 0, 52, 'W', 2, false, DT__WEEKS,
      "2024-W05", FREQUENCY_WEEKDAYS("week") },
    { DT_SERIES_FREQ_BUSINESS_DAY, 0, 0, 260, '\0', 0, false, DT__BUSINESS_DAYS,
      "2024-07-15", "business day", NULL },
    { DT_SERIES_FREQ_DAY, 0, 0, 364, '\0', 0, false, DT__DAYS,
      "2024-07-15", "day", NULL },
};
_Static_assert(DT__COUNT(frequency_families) ==
                   DT_SERIES_FREQ_DAY / FREQUENCY_STEP + 1,
               "each base has its row");

static const struct dt__family frequency_unknown = {
    .name = "unknown frequency",
};

/* The family that a number would belong to. */
static const struct dt__family *
frequency_family_at(int32_t number)
{
    const int32_t limit = (int32_t)DT__COUNT(frequency_families) *
                          FREQUENCY_STEP;
    return number < 0 || number >= limit
               ? &frequency_unknown
               : &frequency_families[number / FREQUENCY_STEP];
}

const struct dt__family *
dt__family(int32_t frequency)
{
    const struct dt__family *family = frequency_family_at(frequency);
    const int32_t anchor = frequency - family->base;
    const bool known = anchor <= family->anchors &&
                       (anchor > 0 || family->anchors == 0);
    return known ? family : &frequency_unknown;
}

bool
dt__frequency_is_known(int32_t frequency)
{
    return dt__family(frequency) != &frequency_unknown;
}

int32_t
dt__check_frequency(int32_t frequency, const char *name,
                    struct dt_error *error)
{
    if (!dt__frequency_is_known(frequency))
        return dt__fail(error, DT_E_FREQUENCY, -1, "%s is %" PRId32
                        ", no known frequency", name, frequency);
    return DT_E_OK;
}

int32_t
dt__check_dated(int32_t frequency, const char *name, struct dt_error *error)
{
    DT__TRY(dt__check_frequency(frequency, name, error));
    if (frequency == DT_SERIES_FREQ_UNDATED)
        return dt__fail(error, DT_E_FREQUENCY, -1,
                        "%s is undated: its periods have no dates", name);
    return DT_E_OK;
}

int32_t
dt__anchor(int32_t frequency)
{
    return frequency % FREQUENCY_STEP;
}

bool
dt__is_week(int32_t frequency)
{
    return dt__family(frequency)->measure == DT__WEEKS;
}

bool
dt__is_iso_week(int32_t frequency)
{
    return frequency == DT_SERIES_FREQ_WEEK;
}

int32_t
dt_series_frequency(int32_t family, int32_t anchor)
{
    const struct dt__family *row = frequency_family_at(family);
    /* A period of months may be named by any of the months that end one. */
    const int32_t limit = row->months > 0 ? 12 : row->anchors;

    if (family != row->base || row->anchors == 0 || anchor < 1 ||
        anchor > limit)
        return DT_E_FREQUENCY;
    return family + (anchor - 1) % row->anchors + 1;
}

const char *
dt_series_frequency_name(int32_t frequency)
{
    const struct dt__family *family = dt__family(frequency);
    const int32_t anchor = dt__anchor(frequency);

    return family->endings == NULL || anchor == family->anchors
               ? family->name
               : family->endings[anchor - 1];
}

int32_t
dt_series_per_year(int32_t frequency)
{
    const int32_t months = dt__family(frequency)->months;
    return months == 0 ? 0 : 12 / months;
}
