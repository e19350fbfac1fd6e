/* SPDX-License-Identifier: MIT */
/* Each function that takes a kind knows every constant of its family, and no
 * other number: the families are read from the text of the headers. */
#include "make.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dtgrowth/dt.h>

#include "growth/kinds.h"

enum { UNTOUCHED = 0x55, CONSTANTS = 32, LENGTH = 6 };

/* Whatever a call may write to. */
struct written {
    double values[LENGTH];
    uint8_t why[LENGTH], bits[2];
    struct dt_growth_average_result average;
    struct dt_growth_trend_result trend;
    struct dt_growth_average_result averages[2];
    struct dt_growth_trend_result trends[2];
    struct dt_series_sum_result sum;
    double ratio;
    int32_t ratio_why;
    int64_t work[LENGTH];
};
static struct written written;

static const struct dt_series_out out = {
    .values = written.values, .why = written.why, .validity = written.bits,
    .stride = 1, .capacity = LENGTH, .validity_offset = 1,
};

static struct dt_series
levels(void)
{
    static const double values[LENGTH] = { 1, 1.5, 1.25, 2, 1.75, 3 };
    return years(values, LENGTH, 2000);
}

/* The calls, with arguments that are good for every kind. */
typedef int32_t call(int32_t kind, struct dt_error *error);

static int32_t
call_series(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_series(&x, kind, 1, NULL, &out, error);
}

static int32_t
call_growth_rolling(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_rolling(&x, kind, 2, 1, NULL, &out, error);
}

static int32_t
call_between(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_between(&x, &x, kind, 1, NULL, NULL, &out, error);
}

static int32_t
call_levels(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_levels(&x, kind, 2000, 100, NULL, &out, error);
}

static int32_t
call_cumulative(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_cumulative(&x, kind, NULL, &out, error);
}

static int32_t
call_convert(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_convert(&x, kind, 0, NULL, &out, error);
}

static const double known_levels[2] = { 100, 100 };

static struct dt_series_panel
panel(void)
{
    static const double values[LENGTH] = { 1, 1.5, 1.25, 2, 1.75, 3 };
    return (struct dt_series_panel)DT_SERIES_PANEL_OF(
        values, 2, LENGTH / 2, DT_SERIES_FREQ_YEAR, 2000);
}

static const struct dt_series_panel_out panel_out = {
    .values = written.values, .why = written.why, .validity = written.bits,
    .count = 2, .length = LENGTH / 2, .stride = 1, .series_stride = LENGTH / 2,
    .why_stride = 1, .why_series_stride = LENGTH / 2, .validity_offset = 1,
    .validity_series_stride = LENGTH / 2,
};

static int32_t
call_series_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_series_panel(&x, kind, 1, NULL, &panel_out, error);
}

static int32_t
call_growth_rolling_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_rolling_panel(&x, kind, 1, 1, NULL, &panel_out, error);
}

static int32_t
call_convert_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_convert_panel(&x, kind, 0, NULL, &panel_out, error);
}

static int32_t
call_levels_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_levels_panel(&x, kind, 2000, known_levels, NULL,
                                  &panel_out, error);
}

static int32_t
call_between_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_between_panel(&x, &x, kind, 1, NULL, NULL, &panel_out,
                                   error);
}

static int32_t
call_average_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_average_panel(&x, kind, 2000, 2002, NULL, written.averages,
                                   error);
}

static int32_t
call_trend_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_trend_panel(&x, NULL, kind, 2000, 2002, NULL,
                                 written.trends, error);
}

static int32_t
call_splice_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_series_splice_panel(&x, &x, kind, NULL, &panel_out, error);
}

static int32_t
call_currency_panel(int32_t quote, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_series_convert_currency_panel(&x, &x, quote, NULL, &panel_out,
                                            error);
}

static int32_t
call_order_panel(int32_t order, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_compare_rank_panel(&x, order, DT_COMPARE_TIES_MIN, NULL,
                                 written.work, x.length, &panel_out, error);
}

static int32_t
call_rank_panel(int32_t ties, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_compare_rank_panel(&x, DT_COMPARE_ORDER_ASCENDING, ties, NULL,
                                 written.work, x.length, &panel_out, error);
}

static int32_t
call_cumulative_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_growth_cumulative_panel(&x, kind, NULL, &panel_out, error);
}

static int32_t
call_rolling_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    return dt_series_rolling_panel(&x, kind, 2, NULL, &panel_out, error);
}

static int32_t
call_compare_panel(int32_t kind, struct dt_error *error)
{
    const struct dt_series_panel x = panel();
    const bool lagged = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                        kind == DT_COMPARE_KIND_CONTRIBUTION;
    return dt_compare_series_panel(&x, &x, kind, lagged ? 1 : 0, NULL,
                                   &panel_out, error);
}

static int32_t
call_average(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_average(&x, kind, 2000, 2005, NULL, &written.average,
                             error);
}

static int32_t
call_trend(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_growth_trend(&x, NULL, kind, 2000, 2005, NULL, &written.trend,
                           error);
}

static int32_t
call_splice(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_series_splice(&x, &x, kind, NULL, &out, error);
}

static int32_t
call_rolling(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_series_rolling(&x, kind, 2, NULL, &out, error);
}

static int32_t
call_convert_currency(int32_t quote, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_series_convert_currency(&x, &x, quote, NULL, &out, error);
}

/* Two kinds take a lag, and the others none. */
static int32_t
call_compare(int32_t kind, struct dt_error *error)
{
    const struct dt_series x = levels();
    const int64_t lag = kind == DT_COMPARE_KIND_SHARE_CHANGE ||
                        kind == DT_COMPARE_KIND_CONTRIBUTION;
    return dt_compare_series(&x, &x, kind, lag, NULL, &out, error);
}

static int32_t
call_rank(int32_t ties, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_compare_rank(&x, DT_COMPARE_ORDER_ASCENDING, ties, NULL,
                           written.work, x.length, &out, error);
}

/* The rules among the options. */
static int32_t
call_with_options(const struct dt_growth_options *options,
                  struct dt_error *error)
{
    const struct dt_series x = levels();
    const int64_t lag = options->lag_rule < DT_GROWTH_LAG_END_OF_LAST_YEAR;
    return dt_growth_series(&x, DT_GROWTH_KIND_RATE, lag, options, &out, error);
}

static int32_t
call_lag_rule(int32_t rule, struct dt_error *error)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.lag_rule = rule;
    return call_with_options(&options, error);
}

static int32_t
call_base_rule(int32_t rule, struct dt_error *error)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.base_rule = rule;
    return call_with_options(&options, error);
}

static int32_t
call_year_rule(int32_t rule, struct dt_error *error)
{
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.lag_rule = DT_GROWTH_LAG_YEARS;
    options.year_rule = rule;
    return call_with_options(&options, error);
}

static int32_t
call_lag_rule_of_windows(int32_t rule, struct dt_error *error)
{
    const struct dt_series x = levels();
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.lag_rule = rule;
    return dt_growth_rolling(&x, DT_GROWTH_KIND_RATE, 2,
                             rule < DT_GROWTH_LAG_END_OF_LAST_YEAR, &options,
                             &out, error);
}

static int32_t
call_compare_with_options(const struct dt_compare_options *options,
                          struct dt_error *error)
{
    const struct dt_series x = levels();
    const int64_t lag = options->lag_rule < DT_GROWTH_LAG_END_OF_LAST_YEAR;
    return dt_compare_series(&x, &x, DT_COMPARE_KIND_SHARE_CHANGE, lag, options,
                             &out, error);
}

static int32_t
call_compare_lag_rule(int32_t rule, struct dt_error *error)
{
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    options.lag_rule = rule;
    return call_compare_with_options(&options, error);
}

static int32_t
call_compare_year_rule(int32_t rule, struct dt_error *error)
{
    struct dt_compare_options options = DT_COMPARE_OPTIONS_INIT;

    options.lag_rule = DT_GROWTH_LAG_YEARS;
    options.year_rule = rule;
    return call_compare_with_options(&options, error);
}

static int32_t
call_average_year_rule(int32_t rule, struct dt_error *error)
{
    const struct dt_series x = levels();
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.year_rule = rule;
    return dt_growth_average(&x, DT_GROWTH_AVERAGE_YEARS, x.start, x.start + 4,
                             &options, &written.average, error);
}

static int32_t
call_base_rule_between(int32_t rule, struct dt_error *error)
{
    const struct dt_series x = levels();
    struct dt_growth_options options = DT_GROWTH_OPTIONS_INIT;

    options.base_rule = rule;
    return dt_growth_between(&x, &x, DT_GROWTH_KIND_RATE, 1, NULL, &options,
                             &out, error);
}

static int32_t
call_order(int32_t order, struct dt_error *error)
{
    const struct dt_series x = levels();
    return dt_compare_rank(&x, order, DT_COMPARE_TIES_MIN, NULL, written.work,
                           x.length, &out, error);
}

static void
sum_levels(struct dt_series_sum *sum)
{
    const struct dt_series x = levels();

    assert_int_equal(dt_series_sum_init(sum, NULL), DT_E_OK);
    assert_int_equal(dt_series_sum_add(sum, &x, NULL, NULL), DT_E_OK);
}

static int32_t
call_sum_read(int32_t missing, struct dt_error *error)
{
    struct dt_series_sum sum;

    sum_levels(&sum);
    return dt_series_sum_read(&sum, missing, &written.sum, error);
}

static int32_t
call_sum_ratio(int32_t missing, struct dt_error *error)
{
    struct dt_series_sum sum;

    sum_levels(&sum);
    return dt_series_sum_ratio(&sum, &sum, missing, &written.ratio,
                               &written.ratio_why, error);
}

/* A family, a function that takes it, what the parameter is called, how an
 * unknown one is refused, and how many constants it serves: 0 is all. */
struct user {
    const char *family, *function, *parameter;
    call *call;
    int32_t code;
    int serves;
};

static const struct user users[] = {
    { "enum dt_growth_kind {", "dt_growth_series", "kind", call_series,
      DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_rolling", "kind", call_growth_rolling,
      DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_between", "kind", call_between,
      DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_levels", "kind", call_levels,
      DT_E_KIND, 4 },
    { "enum dt_growth_kind {", "dt_growth_cumulative", "kind", call_cumulative,
      DT_E_KIND, 4 },
    { "enum dt_growth_convert {", "dt_growth_convert", "kind",
      call_convert, DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_series_panel", "kind",
      call_series_panel, DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_rolling_panel", "kind",
      call_growth_rolling_panel, DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_levels_panel", "kind",
      call_levels_panel, DT_E_KIND, 4 },
    { "enum dt_growth_kind {", "dt_growth_cumulative_panel", "kind",
      call_cumulative_panel, DT_E_KIND, 4 },
    { "enum dt_growth_convert {", "dt_growth_convert_panel", "kind",
      call_convert_panel, DT_E_KIND, 0 },
    { "enum dt_series_rolling {", "dt_series_rolling_panel", "kind",
      call_rolling_panel, DT_E_KIND, 0 },
    { "enum dt_compare_kind {", "dt_compare_series_panel", "kind",
      call_compare_panel, DT_E_KIND, 0 },
    { "enum dt_growth_kind {", "dt_growth_between_panel", "kind",
      call_between_panel, DT_E_KIND, 0 },
    { "enum dt_growth_average {", "dt_growth_average_panel", "kind",
      call_average_panel, DT_E_KIND, 0 },
    { "enum dt_growth_trend {", "dt_growth_trend_panel", "kind",
      call_trend_panel, DT_E_KIND, 0 },
    { "enum dt_series_splice {", "dt_series_splice_panel", "kind",
      call_splice_panel, DT_E_KIND, 0 },
    { "enum dt_series_quote {", "dt_series_convert_currency_panel", "quote",
      call_currency_panel, DT_E_RULE, 0 },
    { "enum dt_compare_order {", "dt_compare_rank_panel", "order",
      call_order_panel, DT_E_RULE, 0 },
    { "enum dt_compare_ties {", "dt_compare_rank_panel", "ties",
      call_rank_panel, DT_E_RULE, 0 },
    { "enum dt_growth_average {", "dt_growth_average", "kind",
      call_average, DT_E_KIND, 0 },
    { "enum dt_growth_trend {", "dt_growth_trend", "kind", call_trend,
      DT_E_KIND, 0 },
    { "enum dt_series_splice {", "dt_series_splice", "kind", call_splice,
      DT_E_KIND, 0 },
    { "enum dt_series_rolling {", "dt_series_rolling", "kind",
      call_rolling, DT_E_KIND, 0 },
    { "enum dt_compare_kind {", "dt_compare_series", "kind", call_compare,
      DT_E_KIND, 0 },
    { "enum dt_series_quote {", "dt_series_convert_currency", "quote",
      call_convert_currency,
      DT_E_RULE, 0 },
    { "enum dt_compare_ties {", "dt_compare_rank", "ties", call_rank, DT_E_RULE,
      0 },
    { "enum dt_growth_lag {", "dt_growth_series", "lag_rule",
      call_lag_rule, DT_E_RULE, 0 },
    { "enum dt_growth_lag {", "dt_growth_rolling", "lag_rule",
      call_lag_rule_of_windows, DT_E_RULE, 2 },
    /* Families without a name, by what their list starts with. */
    { "enum dt_growth_base {", "dt_growth_series", "base_rule",
      call_base_rule, DT_E_RULE, 0 },
    { "enum dt_growth_base {", "dt_growth_between", "base_rule",
      call_base_rule_between, DT_E_RULE, 0 },
    { "enum dt_series_year_ago {", "dt_growth_series",
      "year_rule", call_year_rule, DT_E_RULE, 0 },
    { "enum dt_series_year_ago {", "dt_growth_average", "year_rule",
      call_average_year_rule, DT_E_RULE, 0 },
    { "enum dt_growth_lag {", "dt_compare_series", "lag_rule",
      call_compare_lag_rule, DT_E_RULE, 0 },
    { "enum dt_series_year_ago {", "dt_compare_series", "year_rule",
      call_compare_year_rule, DT_E_RULE, 0 },
    { "enum dt_compare_order {", "dt_compare_rank", "order", call_order,
      DT_E_RULE, 0 },
    { "enum dt_series_missing {", "dt_series_sum_read", "missing",
      call_sum_read, DT_E_RULE, 0 },
    { "enum dt_series_missing {", "dt_series_sum_ratio", "missing",
      call_sum_ratio, DT_E_RULE, 0 },
};

/* The constants of a family, in the order of the header; how many. */
static int
read_family(const char *family, int32_t constants[CONSTANTS])
{
    const char *at = strstr(headers(), family);
    int count = 0;

    assert_non_null(at);
    for (at = strchr(at, '{'); *at != '}'; at++) {
        if (strncmp(at, "/*", 2) == 0)
            at = strstr(at, "*/") + 1;
        if (*at != '=')
            continue;
        assert_true(count < CONSTANTS);
        constants[count++] = (int32_t)strtol(at + 1, NULL, 10);
    }
    return count;
}

static void
every_constant_of_a_header_is_served(void **state)
{
    (void)state;
    for (size_t u = 0; u < COUNT(users); u++) {
        int32_t constants[CONSTANTS];
        const int count = read_family(users[u].family, constants);
        int served = 0;

        assert_true(count >= 2);
        for (int i = 0; i < count; i++) {
            struct dt_error error = { 0 };
            const int32_t status = users[u].call(constants[i], &error);
            if (status < 0 && users[u].serves == 0)
                fail_msg("%s(): %s %d: %s", users[u].function,
                         users[u].parameter, (int)constants[i], error.message);
            assert_true(status == DT_E_OK || status == users[u].code);
            served += status == DT_E_OK;
        }
        assert_int_equal(served, users[u].serves > 0 ? users[u].serves : count);
    }
}

static bool
is_among(int32_t number, const int32_t *constants, int count)
{
    for (int i = 0; i < count; i++)
        if (constants[i] == number)
            return true;
    return false;
}

static void
check_refused(const struct user *user, int32_t number)
{
    struct written before;
    struct dt_error error = { 0 };

    memset(&written, UNTOUCHED, sizeof(written));
    before = written;
    const int32_t status = user->call(number, &error);
    if (status != user->code || error.code != user->code)
        fail_msg("%s(): %s %d gives %s", user->function, user->parameter,
                 (int)number, dt_status_name(status));
    char text[32];
    (void)snprintf(text, sizeof(text), "%s is %d", user->parameter,
                   (int)number);
    if (strstr(error.message, text) == NULL)
        fail_msg("%s(): \"%s\" does not say \"%s\"", user->function,
                 error.message, text);
    assert_int_equal(error.index, -1);
    assert_memory_equal(&written, &before, sizeof(written));
    assert_int_equal(user->call(number, NULL), user->code);
    assert_memory_equal(&written, &before, sizeof(written));
}

static void
every_other_number_is_refused_and_nothing_is_written(void **state)
{
    (void)state;
    for (size_t u = 0; u < COUNT(users); u++) {
        int32_t constants[CONSTANTS];
        const int count = read_family(users[u].family, constants);
        const int32_t last = constants[count - 1];
        const int32_t others[] = {
            -1, last + 1, last + 2, 127, 128, 255, 256, 65536, 1 << 30,
            INT32_MAX, INT32_MAX - 1, INT32_MIN, INT32_MIN + 1, -last - 1,
            256 + last, INT32_MIN + last,
        };
        for (size_t i = 0; i < COUNT(others); i++)
            if (!is_among(others[i], constants, count))
                check_refused(&users[u], others[i]);
    }
}

/* Whether the function that a place in the headers belongs to is listed. */
static void
assert_is_listed(const char *at, const char *parameter)
{
    while (strncmp(at, "\ndt_", 4) != 0)
        at--;
    at++;
    const size_t length = (size_t)(strchr(at, '(') - at);
    for (size_t u = 0; u < COUNT(users); u++)
        if (strlen(users[u].function) == length &&
            strncmp(users[u].function, at, length) == 0 &&
            strcmp(users[u].parameter, parameter) == 0)
            return;
    fail_msg("%.*s() takes a %s that no test gives it", (int)length, at,
             parameter);
}

static void
every_function_with_such_a_parameter_is_among_them(void **state)
{
    static const char *const names[] = { "kind", "quote", "ties", "order",
                                         "missing" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        char words[40];
        int count = 0;
        (void)snprintf(words, sizeof(words), "int32_t %s,", names[i]);
        for (const char *at = strstr(headers(), words); at != NULL;
             at = strstr(at + 1, words), count++)
            assert_is_listed(at, names[i]);
        assert_true(count > 0);
    }
}

static void
every_kind_of_growth_has_a_row_of_its_own(void **state)
{
    int32_t constants[CONSTANTS];
    const int count = read_family("enum dt_growth_kind {", constants);

    (void)state;
    for (int i = 0; i < count; i++) {
        const struct dt__growth_kind *row = dt__growth_kind(constants[i]);
        assert_non_null(row);
        assert_non_null(row->grow);
        assert_non_null(row->grow_pair);
        for (int j = 0; j < i; j++) {
            const struct dt__growth_kind *other = dt__growth_kind(constants[j]);
            assert_true(row->grow != other->grow);
            assert_true(row->grow_pair != other->grow_pair);
            assert_true(row->kernel != other->kernel);
        }
    }
    assert_null(dt__growth_kind(-1));
    assert_null(dt__growth_kind(constants[count - 1] + 1));
    assert_null(dt__growth_kind(256));
    assert_null(dt__growth_kind(INT32_MIN));
    assert_null(dt__growth_kind(INT32_MAX));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_constant_of_a_header_is_served),
        cmocka_unit_test(every_other_number_is_refused_and_nothing_is_written),
        cmocka_unit_test(every_function_with_such_a_parameter_is_among_them),
        cmocka_unit_test(every_kind_of_growth_has_a_row_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
