/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <dtgrowth/series.h>

#include "calendar/day.h"
#include "calendar/period_days.h"

static void
the_calendar_ends_with_its_first_and_last_year(void **state)
{
    const struct dt__date first = { DT_SERIES_YEAR_MIN, 1, 1 };
    const struct dt__date last = { DT_SERIES_YEAR_MAX, 12, 31 };

    (void)state;
    assert_int_equal(dt__day_of_date(first), DT__FIRST_DAY);
    assert_int_equal(dt__day_of_date(last), DT__LAST_DAY);
}

/* One day after the other, by the rules of the calendar alone. */
static void
every_day_has_a_date_and_every_date_a_day(void **state)
{
    struct dt__date date = { 1583, 1, 1 };
    int64_t day = dt__day_of_date(date);

    (void)state;
    for (; date.year < 2500; day++) {
        const struct dt__date back = dt__date_of_day(day);
        assert_int_equal(dt__day_of_date(date), day);
        assert_int_equal(back.year, date.year);
        assert_int_equal(back.month, date.month);
        assert_int_equal(back.day, date.day);
        if (++date.day > dt__days_in_month(date.year, date.month)) {
            date.day = 1;
            date.month = date.month % 12 + 1;
            date.year += date.month == 1;
        }
    }
}

/* What is undated is asked for no dates; were it, there are none. */
static void
an_undated_period_has_no_days(void **state)
{
    int64_t first = 1, last = 2;

    (void)state;
    assert_int_equal(dt__period_days(DT_SERIES_FREQ_UNDATED, 17, &first, &last,
                                     NULL), DT_E_PERIOD);
    assert_int_equal(first, 1);
    assert_int_equal(last, 2);
    assert_true(dt__period_of_day(DT_SERIES_FREQ_UNDATED, 17) ==
                DT_SERIES_NO_PERIOD);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_calendar_ends_with_its_first_and_last_year),
        cmocka_unit_test(every_day_has_a_date_and_every_date_a_day),
        cmocka_unit_test(an_undated_period_has_no_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
