/* SPDX-License-Identifier: MIT */
/* Frequencies and their names. */
#include "support.h"

#include <dtgrowth/series.h>

#include <string.h>

#include "calendar/frequency.h"

static const int32_t families[] = { DT_SERIES_FREQ_YEAR_BASE,
                                    DT_SERIES_FREQ_HALF_BASE,
                                    DT_SERIES_FREQ_QUARTER_BASE,
                                    DT_SERIES_FREQ_WEEK_BASE };
static const int32_t sizes[] = { 12, 6, 3, 7 };

static void
equivalent_anchors_give_one_frequency(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(families); f++) {
        const int32_t limit = families[f] == DT_SERIES_FREQ_WEEK_BASE ? 7 : 12;
        for (int32_t anchor = 1; anchor <= limit; anchor++)
            assert_int_equal(dt_series_frequency(families[f], anchor),
                             families[f] + (anchor - 1) % sizes[f] + 1);
        assert_int_equal(dt_series_frequency(families[f], 0), DT_E_FREQUENCY);
        assert_int_equal(dt_series_frequency(families[f], limit + 1),
                         DT_E_FREQUENCY);
        assert_int_equal(dt_series_frequency(families[f], INT32_MIN),
                         DT_E_FREQUENCY);
    }
    assert_int_equal(dt_series_frequency(DT_SERIES_FREQ_QUARTER_BASE, 12),
                     DT_SERIES_FREQ_QUARTER);
    assert_int_equal(dt_series_frequency(DT_SERIES_FREQ_HALF_BASE, 12),
                     DT_SERIES_FREQ_HALF);
}

static void
only_families_with_an_anchor_take_one(void **state)
{
    static const int32_t others[] = {
        DT_SERIES_FREQ_UNDATED,
        DT_SERIES_FREQ_MONTH,
        DT_SERIES_FREQ_BUSINESS_DAY,
        DT_SERIES_FREQ_DAY,
        DT_SERIES_FREQ_YEAR,
        101,
        800,
        -100,
        INT32_MIN,
        INT32_MAX,
    };
    (void)state;
    for (size_t i = 0; i < COUNT(others); i++)
        assert_int_equal(dt_series_frequency(others[i], 1), DT_E_FREQUENCY);
}

static void
every_frequency_has_its_own_name(void **state)
{
    const char *names[40];
    size_t known = 0;

    (void)state;
    for (int32_t frequency = -200; frequency < 1000; frequency++) {
        const char *name = dt_series_frequency_name(frequency);
        if (strcmp(name, "unknown frequency") == 0)
            continue;
        for (size_t i = 0; i < known; i++)
            assert_string_not_equal(names[i], name);
        assert_true(known < COUNT(names));
        names[known++] = name;
    }
    /* 12 + 6 + 3 + 7 with an anchor; month, business day, day, undated. */
    assert_int_equal(known, 32);
}

static void
check_row(const char *name, int32_t constant)
{
    /* The base of a family is no frequency, but the next number is. */
    const bool is_base = strstr(name, "_BASE") != NULL;
    const struct dt__family *family = dt__family(constant + is_base);
    if (family->measure == DT__UNKNOWN_MEASURE ||
        family->base != constant - constant % 100)
        fail_msg("%s has no row", name);
}

static void
every_frequency_of_the_header_has_its_row(void **state)
{
    (void)state;
    each_constant("DT_SERIES_FREQ_UNDATED", check_row);
}

static void
a_name_says_when_a_period_ends(void **state)
{
    static const struct { int32_t frequency; const char *name; } cases[] = {
        { DT_SERIES_FREQ_UNDATED, "undated" },
        { DT_SERIES_FREQ_YEAR, "year" },
        { DT_SERIES_FREQ_YEAR_BASE + 1, "year ending in January" },
        { DT_SERIES_FREQ_YEAR_BASE + 6, "year ending in June" },
        { DT_SERIES_FREQ_HALF, "half-year" },
        { DT_SERIES_FREQ_HALF_BASE + 5, "half-year ending in May" },
        { DT_SERIES_FREQ_QUARTER, "quarter" },
        { DT_SERIES_FREQ_QUARTER_BASE + 2, "quarter ending in February" },
        { DT_SERIES_FREQ_MONTH, "month" },
        { DT_SERIES_FREQ_WEEK, "week" },
        { DT_SERIES_FREQ_WEEK_BASE + 3, "week ending on Wednesday" },
        { DT_SERIES_FREQ_BUSINESS_DAY, "business day" },
        { DT_SERIES_FREQ_DAY, "day" },
        { DT_SERIES_FREQ_YEAR + 1, "unknown frequency" },
        { DT_SERIES_FREQ_MONTH + 1, "unknown frequency" },
        { -1, "unknown frequency" },
        { INT32_MIN, "unknown frequency" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(dt_series_frequency_name(cases[i].frequency),
                            cases[i].name);
}

static void
periods_per_year_are_known_only_where_the_calendar_fixes_them(void **state)
{
    static const int32_t cases[][2] = {
        { DT_SERIES_FREQ_YEAR, 1 }, { DT_SERIES_FREQ_YEAR_BASE + 3, 1 },
        { DT_SERIES_FREQ_HALF, 2 }, { DT_SERIES_FREQ_QUARTER, 4 },
        { DT_SERIES_FREQ_QUARTER_BASE + 1, 4 }, { DT_SERIES_FREQ_MONTH, 12 },
        { DT_SERIES_FREQ_WEEK, 0 }, { DT_SERIES_FREQ_BUSINESS_DAY, 0 },
        { DT_SERIES_FREQ_DAY, 0 }, { DT_SERIES_FREQ_UNDATED, 0 },
        { DT_SERIES_FREQ_YEAR + 1, 0 }, { DT_SERIES_FREQ_QUARTER + 1, 0 },
        { -DT_SERIES_FREQ_YEAR, 0 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(dt_series_per_year(cases[i][0]), cases[i][1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equivalent_anchors_give_one_frequency),
        cmocka_unit_test(only_families_with_an_anchor_take_one),
        cmocka_unit_test(every_frequency_has_its_own_name),
        cmocka_unit_test(every_frequency_of_the_header_has_its_row),
        cmocka_unit_test(a_name_says_when_a_period_ends),
        cmocka_unit_test(
            periods_per_year_are_known_only_where_the_calendar_fixes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
