/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

#include <dtgrowth/growth.h>

#include "growth/scalar_power.h"

static const struct {
    const char *name;
    double (*function)(double);
} one[] = {
    { "doubling", dt_growth_doubling }, { "to_log", dt_growth_to_log },
    { "from_log", dt_growth_from_log },
};

static const struct {
    const char *name;
    double (*function)(double, double);
} two[] = {
    { "rate", dt_growth_rate }, { "log", dt_growth_log },
    { "midpoint", dt_growth_midpoint }, { "compound", dt_growth_compound },
    { "backcast", dt_growth_backcast },
};

static const struct {
    const char *name;
    double (*function)(double, double, double);
} three[] = {
    { "cagr", dt_growth_cagr }, { "project", dt_growth_project },
    { "periods", dt_growth_periods },
};

static double
call(const struct vector *v)
{
    const char *name = v->text[0];
    const double a = v->value[2];
    const double b = v->fields > 3 ? v->value[3] : 0;
    const double c = v->fields > 4 ? v->value[4] : 0;

    for (size_t i = 0; i < COUNT(two); i++)
        if (strcmp(name, two[i].name) == 0)
            return two[i].function(a, b);
    for (size_t i = 0; i < COUNT(three); i++)
        if (strcmp(name, three[i].name) == 0)
            return three[i].function(a, b, c);
    for (size_t i = 0; i < COUNT(one); i++)
        if (strcmp(name, one[i].name) == 0)
            return one[i].function(a);
    fail_msg("%s:%d: no function %s", v->file, v->line, name);
    return 0;
}

static void
check(const struct vector *v)
{
    char function[40] = "dt_growth_";

    (void)strncat(function, v->text[0], sizeof(function) - 20);
    assert_ulp_at(call(v), v->value[1], stated_error(function), function,
                  v->file, v->line);
}

static void
every_scalar_keeps_to_its_error(void **state)
{
    (void)state;
    each_vector("growth_scalar.txt", 3, check);
}

/* Nine times, by exponents of which only the quotient is moderate. */
static void
exponents_may_be_extreme(void **state)
{
    static const double by[] = { 1, 0x1p899, 0x1p900, 0x1p901, 0x1p-899,
                                 0x1p-900, 0x1p-901, 0x1p-902 };

    (void)state;
    for (size_t i = 0; i < COUNT(by); i++) {
        assert_ulp(dt__compound_growth(1, 3, 2 * by[i], by[i]), 8, 0);
        assert_ulp(dt__compound_growth(4, 1, 2 * by[i], by[i]), -0.9375, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_keeps_to_its_error),
        cmocka_unit_test(exponents_may_be_extreme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
