/* What functions of series give in every floating-point environment. */
#include "environment.h"

#include <math.h>

static void
give_index(int64_t index)
{
    give(&index, sizeof(index));
}

static void
give_view(const struct dt_series *x)
{
    give_index(x->start);
    give_index(x->length);
}

static void
align(void)
{
    struct dt_series later = others, a, b;
    later.start += 7;
    give_status(DT_E_OK, dt_series_align(&levels, &later, &a, &b, &said));
    give_view(&a);
    give_view(&b);
}

static void
at(void)
{
    for (int64_t i = 0; i < SERIES_LENGTH; i++)
        give_number((dt_series_at)(&levels, i));
}

static void
check(void)
{
    struct dt_series bad = levels;
    give_status(DT_E_OK, dt_series_check(&levels, &said));
    bad.stride = 0;
    give_status(DT_E_STRIDE, dt_series_check(&bad, &said));
}

static void
convert(void)
{
    struct dt_series money = levels;
    struct dt_series_unit to = levels.unit;
    money.unit.kind = to.kind = DT_SERIES_UNIT_KIND_FLOW;
    for (to.scale = -8; to.scale <= 7; to.scale += 15)
        give_out(dt_series_convert(&money, &to, NULL, &out, &said));
    money.unit.scale = 24;
    to.scale = -12;
    give_out(dt_series_convert(&money, &to, NULL, &out, &said));
}

static void
exchange(void)
{
    struct dt_series money = levels;
    money.unit.kind = DT_SERIES_UNIT_KIND_FLOW;
    for (int32_t quote = 0; quote < 2; quote++) {
        give_out(dt_series_convert_currency(&money, &others, quote, NULL, &out,
                                            &said));
        give_out(dt_series_convert_currency(&money, &levels, quote, NULL, &out,
                                            &said));
    }
}

static void
frequency(void)
{
    give_index(dt_series_frequency(DT_SERIES_FREQ_QUARTER_BASE, 3));
}

static void
frequency_name(void)
{
    give_text(dt_series_frequency_name(DT_SERIES_FREQ_QUARTER));
}

static void
from_out(void)
{
    struct dt_series x;
    give_status(DT_E_OK, dt_series_from_out(&out, &levels, NULL, &x, &said));
    give_view(&x);
}

static void
find(void)
{
    int64_t index = -1;
    give_status(DT_E_OK, dt_series_find(&levels, 2041, &index, &said));
    give_status(DT_E_BEFORE, dt_series_find(&levels, 1999, &index, &said));
    give_index(index);
}

static void
is_missing(void)
{
    for (int64_t i = 0; i < SERIES_LENGTH; i++)
        give_index((dt_series_is_missing)(&levels, i));
}

static void
per_year(void)
{
    give_index(dt_series_per_year(DT_SERIES_FREQ_MONTH));
}

static void
period_add(void)
{
    int64_t sum = 0;
    give_status(DT_E_OK, dt_series_period_add(2000, -7, &sum, &said));
    give_status(DT_E_OVERFLOW, dt_series_period_add(INT64_MAX, 1, &sum,
                                                    &said));
    give_index(sum);
}

static void
period_convert(void)
{
    int64_t month = 0;
    give_status(DT_E_OK, dt_series_period_convert(
                             DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_MONTH, 2019,
                             DT_SERIES_WHICH_LAST, &month, &said));
    give_index(month);
}

static void
period_difference(void)
{
    int64_t count = 0;
    give_status(DT_E_OK, dt_series_period_difference(7, 2000, &count, &said));
    give_index(count);
}

static void
period_format(void)
{
    char text[32] = "";
    give_status(DT_E_OK,
                dt_series_period_format(DT_SERIES_FREQ_MONTH, 600, text,
                                        sizeof(text), NULL, &said));
    give_text(text);
}

static void
period_from_date(void)
{
    int64_t week = 0;
    give_status(DT_E_OK, dt_series_period_from_date(DT_SERIES_FREQ_WEEK, 2020,
                                                    2, 29, &week, &said));
    give_status(DT_E_DATE, dt_series_period_from_date(DT_SERIES_FREQ_WEEK, 2021,
                                                      2, 29, &week, &said));
    give_index(week);
}

static void
period_parse(void)
{
    int64_t quarter = 0;
    give_status(DT_E_OK,
                dt_series_period_parse(DT_SERIES_FREQ_QUARTER, "2020-Q3",
                                       &quarter, &said));
    give_status(DT_E_TRAILING, dt_series_period_parse(
        DT_SERIES_FREQ_QUARTER, "2020-Q3.5", &quarter, &said));
    give_index(quarter);
}

static void
period_to_date(void)
{
    int32_t date[3] = { 0, 0, 0 };
    give_status(DT_E_OK, dt_series_period_to_date(DT_SERIES_FREQ_WEEK, 2600,
                                                  DT_SERIES_WHICH_LAST, date,
                                                  date + 1, date + 2, &said));
    give(date, sizeof(date));
}

static void
period_by_number(void)
{
    give_index(dt_series_period_of(DT_SERIES_FREQ_DAY, 2024, 366));
}

static void
period_year_ago(void)
{
    int64_t earlier = 0;
    give_status(DT_E_OK, dt_series_period_year_ago(DT_SERIES_FREQ_DAY, 18321, 1,
                                                   DT_SERIES_YEAR_AGO_CLAMP,
                                                   &earlier, &said));
    give_index(earlier);
}

static void
rolling(void)
{
    static const int64_t windows[] = { 12, 70 };
    struct dt_series x = levels;
    for (int i = 0; i < 4; i++) {
        x.flags = i & 1 ? DT_SERIES_FLAG_NAN_IS_VALUE : 0;
        give_out(dt_series_rolling(&x, DT_SERIES_ROLLING_SUM, windows[i / 2],
                                   NULL, &out, &said));
        give_out(dt_series_rolling(&x, DT_SERIES_ROLLING_MEAN, windows[i / 2],
                                   NULL, &out, &said));
    }
}

static void
slice(void)
{
    struct dt_series part = levels;
    give_status(DT_E_OK, dt_series_slice(&levels, 2010, 2017, &part, &said));
    give_status(DT_E_AFTER, dt_series_slice(&levels, 2010, 2900, &part,
                                            &said));
    give_view(&part);
}

/* Older levels that end where newer ones begin; two that disagree. */
static void
splice(void)
{
    static const double old[] = { 4e-310, 1.0 / 3, 2e-310 };
    static const double new[] = { 6e-310, 7, -2.0 / 3 };
    struct dt_series older = levels, newer = levels;
    older.values = old;
    newer.values = new;
    older.length = newer.length = 3;
    newer.start += 2;
    give_out(dt_series_splice(&older, &newer, DT_SERIES_SPLICE_LINK, NULL, &out,
                              &said));
    give_status(DT_E_CONFLICT, dt_series_splice(
        &older, &newer, DT_SERIES_SPLICE_PLAIN, NULL, &out, &said));
    give_out(dt_series_splice(&levels, &levels, DT_SERIES_SPLICE_PLAIN, NULL,
                              &out, &said));
}

/* A sum of all observations, and one of half of them, weighted. */
static struct dt_series_sum
made(int weighted)
{
    struct dt_series_sum sum;
    give_status(DT_E_OK, dt_series_sum_init(&sum, &said));
    give_status(DT_E_OK, dt_series_sum_add(&sum, &levels,
                                           weighted ? &others : NULL, &said));
    return sum;
}

static void
give_sum(const struct dt_series_sum *sum)
{
    struct dt_series_sum_result r;
    give_status(DT_E_OK, dt_series_sum_read(sum, DT_SERIES_MISSING_SKIPPED, &r,
                                            &said));
    give(&r, sizeof(r));
}

static void
sum_add(void)
{
    struct dt_series_sum sum = made(1);
    give_status(DT_E_OK, dt_series_sum_add(&sum, &levels, NULL, &said));
    give_sum(&sum);
}

static void
sum_init(void)
{
    struct dt_series_sum sum;
    give_status(DT_E_OK, dt_series_sum_init(&sum, &said));
    give(&sum, sizeof(sum));
}

static void
sum_load(void)
{
    uint8_t bytes[DT_SERIES_SUM_BYTES];
    const struct dt_series_sum sum = made(1);
    struct dt_series_sum loaded;
    give_status(DT_E_OK, dt_series_sum_save(&sum, bytes, sizeof(bytes),
                                            &said));
    give_status(DT_E_OK, dt_series_sum_load(&loaded, bytes, sizeof(bytes),
                                            &said));
    give_sum(&loaded);
    bytes[DT_SERIES_SUM_BYTES - 1] = 1;
    give_status(DT_E_VALUE, dt_series_sum_load(&loaded, bytes, sizeof(bytes),
                                               &said));
}

static void
sum_merge(void)
{
    struct dt_series_sum sum = made(0), other = made(1);
    give_status(DT_E_OK, dt_series_sum_merge(&sum, &other, &said));
    give_sum(&sum);
}

static void
sum_ratio(void)
{
    const struct dt_series_sum top = made(1), bottom = made(0);
    double ratio = 0;
    int32_t why = -1;
    give_status(DT_E_OK, dt_series_sum_ratio(
        &top, &bottom, DT_SERIES_MISSING_SKIPPED, &ratio, &why, &said));
    give_number(ratio);
    give_index(why);
}

static void
sum_read(void)
{
    const struct dt_series_sum sum = made(0);
    give_sum(&sum);
}

static void
sum_save(void)
{
    uint8_t bytes[DT_SERIES_SUM_BYTES];
    const struct dt_series_sum sum = made(1);
    give_status(DT_E_OK, dt_series_sum_save(&sum, bytes, sizeof(bytes),
                                            &said));
    give(bytes, sizeof(bytes));
}

static void
unit_check(void)
{
    struct dt_series_unit flow = levels.unit, stock = levels.unit;
    flow.kind = DT_SERIES_UNIT_KIND_FLOW;
    stock.kind = DT_SERIES_UNIT_KIND_STOCK;
    give_status(DT_E_OK, dt_series_unit_check(&flow, &flow, &said));
    give_status(DT_E_UNIT, dt_series_unit_check(&flow, &stock, &said));
}

static void
unit_format(void)
{
    char text[128] = "";
    struct dt_series_unit unit = levels.unit;
    unit.kind = DT_SERIES_UNIT_KIND_FLOW;
    unit.scale = 9;
    give_status(DT_E_OK, dt_series_unit_format(&unit, text, sizeof(text), NULL,
                                               &said));
    give_text(text);
}

static void
view(void)
{
    struct dt_series x;
    give_status(DT_E_OK, dt_series_view(levels.values, 7, 2, DT_SERIES_FREQ_DAY,
                                        1, &x, &said));
    give_view(&x);
}

static void
why_name(void)
{
    give_text(dt_series_why_name(DT_SERIES_WHY_DOMAIN));
}

static void
panels(void)
{
    struct dt_series_panel x = DT_SERIES_PANEL_OF(
        levels.values, 4, levels.length / 4, levels.frequency, levels.start);
    const struct dt_series_panel_out to =
        DT_SERIES_PANEL_OUT(out.values, NULL, 4, levels.length / 4);

    give_status(DT_E_OK, dt_series_panel_check(&x, &said));
    give_out(dt_series_rolling_panel(&x, DT_SERIES_ROLLING_MEAN, 3, NULL, &to,
                                     &said));
    x.unit.kind = DT_SERIES_UNIT_KIND_FLOW;
    struct dt_series_unit unit = x.unit;
    unit.scale = 3;
    give_out(dt_series_convert_panel(&x, &unit, NULL, &to, &said));
    x.unit.kind = DT_SERIES_UNIT_KIND_AVERAGE;
    give_out(dt_series_convert_currency_panel(&x, &x, DT_SERIES_QUOTE_INVERSE,
                                              NULL, &to, &said));
    give_out(dt_series_splice_panel(&x, &x, DT_SERIES_SPLICE_PLAIN, NULL, &to,
                                    &said));
}

static void
options_init(void)
{
    struct dt_series_options options;
    give_status(DT_E_OK, dt_series_options_init(&options, sizeof(options)));
    give(&options, sizeof(options));
}

const char *const environment_prefix = "dt_series_";
const struct call environment_calls[] = {
    { "dt_series_options_init", options_init, 0 },
    { "dt_series_align", align, 0 },
    { "dt_series_at", at, 1 },
    { "dt_series_check", check, 0 },
    { "dt_series_convert", convert, 0 },
    { "dt_series_convert_currency", exchange, 0 },
    { "dt_series_frequency", frequency, 0 },
    { "dt_series_frequency_name", frequency_name, 0 },
    { "dt_series_from_out", from_out, 0 },
    { "dt_series_find", find, 0 },
    { "dt_series_is_missing", is_missing, 1 },
    { "dt_series_per_year", per_year, 0 },
    { "dt_series_period_add", period_add, 0 },
    { "dt_series_period_convert", period_convert, 0 },
    { "dt_series_period_difference", period_difference, 0 },
    { "dt_series_period_format", period_format, 0 },
    { "dt_series_period_from_date", period_from_date, 0 },
    { "dt_series_period_of", period_by_number, 0 },
    { "dt_series_period_parse", period_parse, 0 },
    { "dt_series_period_to_date", period_to_date, 0 },
    { "dt_series_period_year_ago", period_year_ago, 0 },
    { "dt_series_rolling", rolling, 0 },
    { "dt_series_panel_check", panels, 0 },
    { "dt_series_rolling_panel", panels, 0 },
    { "dt_series_convert_panel", panels, 0 },
    { "dt_series_convert_currency_panel", panels, 0 },
    { "dt_series_splice_panel", panels, 0 },
    { "dt_series_slice", slice, 0 },
    { "dt_series_splice", splice, 0 },
    { "dt_series_sum_add", sum_add, 0 },
    { "dt_series_sum_init", sum_init, 0 },
    { "dt_series_sum_load", sum_load, 0 },
    { "dt_series_sum_merge", sum_merge, 0 },
    { "dt_series_sum_ratio", sum_ratio, 0 },
    { "dt_series_sum_read", sum_read, 0 },
    { "dt_series_sum_save", sum_save, 0 },
    { "dt_series_unit_check", unit_check, 0 },
    { "dt_series_unit_format", unit_format, 0 },
    { "dt_series_view", view, 0 },
    { "dt_series_why_name", why_name, 0 },
};
const size_t environment_count = COUNT(environment_calls);
