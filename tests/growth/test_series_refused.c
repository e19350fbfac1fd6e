/* SPDX-License-Identifier: MIT */
/* Arguments and options that dt_growth_series() refuses. */
#include "make.h"

#include <math.h>
#include <string.h>

#include <dtgrowth/growth.h>

static const double levels[] = { 4, 5, 0, 7, -1, 9 };

/* A refusal leaves every output as it was, byte for byte. */
static void
refused(const struct dt_series *x, int32_t kind, int64_t lag,
        const struct dt_growth_options *options, int32_t code, int64_t index,
        const char *message)
{
    double values[6];
    uint8_t why[6], bitmap = 0xa5;
    struct dt_series_out out = DT_SERIES_OUT_WHY(values, why, 6);
    struct dt_error error;

    out.validity = &bitmap;
    memset(values, 0x5a, sizeof(values));
    memset(why, 0x5a, sizeof(why));
    assert_fault(dt_growth_series(x, kind, lag, options, &out, &error), code,
                 &error, index, message);
    assert_int_equal(dt_growth_series(x, kind, lag, options, &out, NULL),
                     code);
    for (size_t i = 0; i < sizeof(values); i++)
        assert_int_equal(((const unsigned char *)values)[i], 0x5a);
    for (size_t i = 0; i < sizeof(why); i++)
        assert_int_equal(why[i], 0x5a);
    assert_int_equal(bitmap, 0xa5);
}

static void
pointers_views_and_outputs_come_first(void **state)
{
    (void)state;
    double values[6];
    struct dt_series x = years(levels, 6, 2020);
    const struct dt_series_out small = DT_SERIES_OUT(values, 5);
    struct dt_series_out bad = DT_SERIES_OUT(values, 6);
    struct dt_error error;

    bad.stride = 0;
    refused(NULL, 99, 0, NULL, DT_E_NULL, -1, "x is null");
    assert_refused(dt_growth_series(&x, 99, 0, NULL, NULL, &error), DT_E_NULL,
                   &error, "out is null");
    assert_refused(dt_growth_series(&x, 99, 0, NULL, &small, &error),
                   DT_E_CAPACITY, &error, "out->capacity is 5 for length 6");
    assert_refused(dt_growth_series(&x, 99, 0, NULL, &bad, &error),
                   DT_E_STRIDE, &error, "out->stride is 0");
    x.frequency = 99;
    refused(&x, 0, 1, NULL, DT_E_FREQUENCY, -1, NULL);
}

static void
kinds_and_rules_are_named(void **state)
{
    (void)state;
    struct dt_series x = years(levels, 6, 2020);
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;

    refused(&x, 7, 1, NULL, DT_E_KIND, -1,
            "kind is 7, no known kind of growth");
    refused(&x, -1, 1, NULL, DT_E_KIND, -1,
            "kind is -1, no known kind of growth");
    o.base_rule = 5;
    refused(&x, 0, 1, &o, DT_E_RULE, -1,
            "options->base_rule is 5, no known rule");
    o.base_rule = -1;
    refused(&x, 0, 1, &o, DT_E_RULE, -1,
            "options->base_rule is -1, no known rule");
    o.base_rule = DT_GROWTH_BASE_MIDPOINT;
    refused(&x, DT_GROWTH_KIND_FACTOR, 1, &o, DT_E_RULE, -1,
            "options->base_rule is \"midpoint\", which changes nothing for "
            "kind \"factor\"");
    o.base_rule = 0;
    o.lag_rule = 7;
    refused(&x, 0, 1, &o, DT_E_RULE, -1,
            "options->lag_rule is 7, no known rule");
    refused(&x, 0, 0, NULL, DT_E_LAG, -1, "lag is 0; at least 1");
    x.unit.kind = DT_SERIES_UNIT_KIND_LOG;
    refused(
        &x, DT_GROWTH_KIND_RATE, 1, NULL, DT_E_UNIT, -1,
        "x->unit is a logarithm, of which DT_GROWTH_KIND_CHANGE is the only "
        "growth; kind is 0");
}

static void
periods_per_year_belong_to_the_annualized_kinds(void **state)
{
    (void)state;
    static const int32_t annualized[] = { DT_GROWTH_KIND_ANNUALIZED,
                                          DT_GROWTH_KIND_ANNUALIZED_LOG };
    struct dt_series x = years(levels, 6, 2020);
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;

    o.per_year = 12;
    for (int32_t kind = 0; kind < DT_GROWTH_KIND_ANNUALIZED; kind++)
        refused(&x, kind, 1, &o, DT_E_VALUE, -1,
                "options->per_year is 12; it is 0 for a kind that is not "
                "annualized");
    for (size_t i = 0; i < COUNT(annualized); i++) {
        o.per_year = -1;
        refused(&x, annualized[i], 1, &o, DT_E_VALUE, -1,
                "options->per_year is -1; positive and finite, or 0");
        o.per_year = HUGE_VAL;
        refused(&x, annualized[i], 1, &o, DT_E_VALUE, -1,
                "options->per_year is inf; positive and finite, or 0");
        o.per_year = (double)NAN;
        refused(&x, annualized[i], 1, &o, DT_E_VALUE, -1,
                "options->per_year is nan; positive and finite, or 0");
        x.frequency = DT_SERIES_FREQ_WEEK;
        refused(&x, annualized[i], 1, NULL, DT_E_RULE, -1,
                "options->per_year is 0, but a year has no fixed number of "
                "periods of frequency week");
        x.frequency = DT_SERIES_FREQ_YEAR;
    }
}

static void
options_of_other_releases_are_read(void **state)
{
    (void)state;
    struct { struct dt_growth_options o; int64_t later; } newer = {
        DT_GROWTH_OPTIONS_INIT, 0 };
    struct dt_growth_options o;
    const struct dt_series x = years(levels, 6, 2020);
    double values[6];
    const struct dt_series_out out = DT_SERIES_OUT(values, 6);
    static const struct dt_growth_options init = DT_GROWTH_OPTIONS_INIT;

    assert_int_equal(sizeof(o), 32);
    memset(&o, 0x55, sizeof(o));
    assert_int_equal(dt_growth_options_init(&o, sizeof(o)), DT_E_OK);
    assert_memory_equal(&o, &init, sizeof(o));
    assert_int_equal(dt_growth_options_init(NULL, sizeof(o)), DT_E_NULL);
    assert_int_equal(dt_growth_options_init(&o, 31), DT_E_STRUCT);
    newer.o.struct_size = sizeof(newer);
    assert_int_equal(
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, &newer.o, &out, NULL),
        DT_E_OK);
    newer.later = 1;
    refused(&x, 0, 1, &newer.o, DT_E_NEWER, -1, NULL);
    o.struct_size = 31;
    refused(&x, 0, 1, &o, DT_E_STRUCT, -1,
            "options->struct_size is 31; expected 32");
    o = init;
    o.flags = 0x10;
    refused(&x, 0, 1, &o, DT_E_FLAG, -1,
            "options->flags is 0x10, of which 0x10 is unknown or without "
            "effect here");
    o = init;
    o.reserved = 3;
    refused(&x, 0, 1, &o, DT_E_FLAG, -1,
            "options->reserved is 3; it must be 0");
}

/* Observations 2 and 4 are bad bases; which one is met depends on the lag. */
static void
a_bad_base_is_refused_on_demand(void **state)
{
    const int32_t last = last_constant("DT_GROWTH_KIND_RATE");
    (void)state;
    double values[6];
    const struct dt_series_out out = DT_SERIES_OUT(values, 6);
    struct dt_series x = years(levels, 6, 2020);
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;
    const uint8_t present = 0x3b; /* All but observation 2. */

    o.base_rule = DT_GROWTH_BASE_REFUSE;
    for (int32_t kind = 0; kind <= last; kind++) {
        if (kind == DT_GROWTH_KIND_CHANGE)
            continue;
        refused(&x, kind, 1, &o, DT_E_BASE, 2,
                "x has the base 0 in period 2022");
        x.validity = &present;
        refused(&x, kind, 1, &o, DT_E_BASE, 4,
                "x has the base -1 in period 2024");
        assert_int_equal(dt_growth_series(&x, kind, 2, &o, &out, NULL),
                         DT_E_OK);
        x.validity = NULL;
        assert_int_equal(dt_growth_series(&x, kind, 4, &o, &out, NULL),
                         DT_E_OK);
    }
    refused(&x, DT_GROWTH_KIND_CHANGE, 1, &o, DT_E_RULE, -1,
            "options->base_rule is \"refuse\", which changes nothing for kind "
            "\"change\"");
}

/* A rule is refused for a kind exactly where no level has another result. */
static void
rules_that_change_nothing_are_refused(void **state)
{
    static const double pairs[] = { -4, 4, NAN, 0, 5, NAN,
                                    4, -12, NAN, -4, -5 };
    enum { N = COUNT(pairs) };
    const int32_t last = last_constant("DT_GROWTH_KIND_RATE");
    double plain[N], values[N];
    const struct dt_series x = years(pairs, N, 2000);
    const struct dt_series_out a = DT_SERIES_OUT(plain, N);
    const struct dt_series_out b = DT_SERIES_OUT(values, N);
    struct dt_growth_options o = DT_GROWTH_OPTIONS_INIT;

    (void)state;
    for (int32_t kind = 0; kind <= last; kind++) {
        assert_int_equal(dt_growth_series(&x, kind, 1, NULL, &a, NULL),
                         DT_E_OK);
        for (o.base_rule = 1; o.base_rule <= DT_GROWTH_BASE_REFUSE;
             o.base_rule++) {
            const int serves = served_rule(kind, o.base_rule) == o.base_rule;
            const int32_t status = dt_growth_series(&x, kind, 1, &o, &b, NULL);
            if (!serves)
                assert_int_equal(status, DT_E_RULE);
            else if (o.base_rule == DT_GROWTH_BASE_REFUSE)
                assert_int_equal(status, DT_E_BASE);
            else
                assert_true(status == DT_E_OK &&
                            memcmp(plain, values, sizeof(plain)) != 0);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pointers_views_and_outputs_come_first),
        cmocka_unit_test(kinds_and_rules_are_named),
        cmocka_unit_test(periods_per_year_belong_to_the_annualized_kinds),
        cmocka_unit_test(options_of_other_releases_are_read),
        cmocka_unit_test(a_bad_base_is_refused_on_demand),
        cmocka_unit_test(rules_that_change_nothing_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
