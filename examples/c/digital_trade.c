/* Checks the published figures on digital trade of 2018 to 2025 against each
 * other.   usage: digital_trade TABLE.csv [FOLDER for the data of the charts] */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table.h"

static const struct row *
must_find(const struct table *t, const char *key, const char *measure,
          const char *period)
{
    const struct row *row = table_find(t, key, measure, period);
    if (row == NULL) {
        fprintf(stderr, "the table has no %s of %s in %s\n", measure, key,
                period);
        exit(1);
    }
    return row;
}

/* Every call here has good arguments; a failure is a bug of this program. */
static void
must(int32_t status, const struct dt_error *error)
{
    if (status < 0) {
        fprintf(stderr, "%s: %s\n", dt_status_name(status), error->message);
        exit(1);
    }
}

static double
value_of(const struct row *row)
{
    struct dt_compare_interval interval;
    struct dt_error error;
    must(dt_compare_figure_interval(&row->figure, &interval, &error), &error);
    return interval.value;
}

static void
print_levels(const struct table *t)
{
    puts("Levels as published");
    for (int i = 0; i < t->count; i++) {
        const struct row *r = &t->rows[i];
        if (strcmp(r->field[MEASURE], "level") == 0)
            printf("  %-23s %-8s %8s  10^%-2s %s  edition %s  %s\n",
                   r->field[KEY], r->field[PERIOD], r->field[VALUE],
                   r->field[SCALE], r->field[CURRENCY], r->field[VINTAGE],
                   r->field[QUALITY][0] == 'v' ? "(vague)" : "");
    }
}

static void
explain(const struct dt_compare_growth_check *c, int64_t periods)
{
    static const char *const methods[] = { "compound", "total", "linear",
                                           "log" };
    if (c->verdict == DT_COMPARE_UNDECIDABLE)
        return;
    printf("      fits over %" PRId64 " %s:", periods,
           periods == 1 ? "period" : "periods");
    for (int m = 0; m < 4; m++)
        if (c->methods >> m & 1)
            printf(" %s", methods[m]);
    if (c->methods == 0)
        printf(" no method");
    if (c->periods_first <= c->periods_last)
        printf("; compound fits %" PRId64 " to %" PRId64 " periods",
               c->periods_first, c->periods_last);
    printf("\n");
    if (c->verdict == DT_COMPARE_INCONSISTENT)
        printf("      the rate needs a base of %.4g (%.4f to %.4f): "
               "a revised or another base\n", c->implied_base.value,
               c->implied_base.lower, c->implied_base.upper);
}

/* Every published growth rate whose two levels are in the table. */
static void
print_growth(const struct table *t, FILE *chart)
{
    struct dt_error error;

    puts("\nGrowth, recomputed from the published levels (per cent)");
    for (int i = 0; i < t->count; i++) {
        const struct row *rate = &t->rows[i];
        if (strcmp(rate->field[MEASURE], "growth") != 0)
            continue;
        const struct row *base = table_find(t, rate->field[KEY], "level",
                                            rate->field[BASE]);
        const struct row *end = table_find(t, rate->field[KEY], "level",
                                           rate->field[PERIOD]);
        if (base == NULL || end == NULL)
            continue;
        const int64_t periods = end->period - base->period;
        struct dt_compare_growth_check c;
        must(dt_compare_check_growth(&base->figure, &end->figure,
                                     &rate->figure, (double)periods,
                                     DT_COMPARE_METHOD_CAGR, &c, &error),
             &error);
        printf("  %-23s %s-%s %5s -> %5s: %7.4f [%7.4f, %7.4f], published "
               "%5s: %s\n", rate->field[KEY], base->field[PERIOD],
               end->field[PERIOD], base->field[VALUE], end->field[VALUE],
               100 * c.recomputed.value, 100 * c.recomputed.lower,
               100 * c.recomputed.upper, rate->field[VALUE],
               dt_compare_verdict_name(c.verdict));
        explain(&c, periods);
        if (chart != NULL && c.verdict != DT_COMPARE_UNDECIDABLE)
            fprintf(chart, "\"%s %s\"\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\n",
                    rate->field[KEY], rate->field[PERIOD],
                    100 * c.recomputed.value, 100 * c.recomputed.lower,
                    100 * c.recomputed.upper, 100 * c.published.value,
                    100 * c.published.lower, 100 * c.published.upper);
    }
}

static void
print_parts(const struct table *t, FILE *levels, FILE *shares)
{
    static const char *const years[] = { "2020", "2024" };
    double delivered[2], ordered[2], total[2];
    struct dt_error error;

    puts("\nParts of global digital trade");
    for (int i = 0; i < 2; i++) {
        const struct row *d = must_find(t, "world_delivered", "level", years[i]);
        const struct row *o = must_find(t, "world_ordered", "level", years[i]);
        const struct row *a = must_find(t, "world_digital", "level", years[i]);
        const struct dt_compare_figure parts[] = { d->figure, o->figure };
        struct dt_compare_sum_check sum;
        struct dt_compare_interval ds, os;
        must(dt_compare_check_sum(parts, 2, &a->figure, &sum, &error), &error);
        must(dt_compare_figure_ratio(&d->figure, &a->figure, &ds, &error),
             &error);
        must(dt_compare_figure_ratio(&o->figure, &a->figure, &os, &error),
             &error);
        printf("  %s: delivered %.1f %% [%.1f, %.1f], ordered %.1f %% [%.1f, "
               "%.1f] of the total;\n        overlap %.2f [%.3f, %.3f]: %s\n",
               years[i], 100 * ds.value, 100 * ds.lower, 100 * ds.upper,
               100 * os.value, 100 * os.lower, 100 * os.upper,
               sum.overlap.value, sum.overlap.lower, sum.overlap.upper,
               sum.overlap.lower > 0 ? "more than rounding, both at once"
                                     : "may be rounding");
        delivered[i] = value_of(d);
        ordered[i] = value_of(o);
        total[i] = value_of(a);
        if (levels != NULL)
            fprintf(levels, "%s\t%g\t%g\t%g\n", years[i], total[i],
                    delivered[i], ordered[i]);
        if (shares != NULL)
            fprintf(shares, "%s\t%g\t%g\n", years[i], 100 * ds.value,
                    100 * os.value);
    }
    printf("  Change of share: delivered %+.1f points, ordered %+.1f points\n",
           100 * dt_compare_share_change(delivered[0], total[0], delivered[1],
                                         total[1]),
           100 * dt_compare_share_change(ordered[0], total[0], ordered[1],
                                         total[1]));

    const double base[] = { delivered[0], ordered[0] };
    const double end[] = { delivered[1], ordered[1] };
    double parts[2];
    struct dt_series b, e;
    const struct dt_series_out out = DT_SERIES_OUT(parts, 2);
    struct dt_compare_decomposition d;
    must(dt_series_view(base, 2, 1, DT_SERIES_UNDATED, 0, &b, &error), &error);
    must(dt_series_view(end, 2, 1, DT_SERIES_UNDATED, 0, &e, &error), &error);
    must(dt_compare_contributions(&b, &e, total[0], total[1], &out, &d, &error),
         &error);
    printf("  Of the %.1f %% rise from 2020 to 2024 delivered trade contributed "
           "%.2f points,\n        ordered trade %.2f, the overlap %.2f\n",
           100 * d.growth, 100 * parts[0], 100 * parts[1],
           100 * d.discrepancy + 0.0);
    printf("  At the rates of these years ordered trade overtakes delivered "
           "trade in %.1f years\n",
           dt_compare_catch_up(ordered[1], delivered[1],
                               dt_growth_cagr(ordered[0], ordered[1], 4),
                               dt_growth_cagr(delivered[0], delivered[1], 4)));
}

static void
print_pace(const struct table *t)
{
    const struct row *digital = must_find(t, "world_digital", "growth", "2024");
    const struct row *total = must_find(t, "world_total", "growth", "2024");
    const double a = value_of(digital) / 100, b = value_of(total) / 100;
    struct dt_compare_interval pace;
    struct dt_error error;

    must(dt_compare_figure_ratio(&digital->figure, &total->figure, &pace,
                                 &error), &error);
    puts("\nDigital trade against total trade");
    printf("  %s against %s per cent a year: %+.1f points; relative to the "
           "total %+.2f %% a year\n", digital->field[VALUE],
           total->field[VALUE], 100 * dt_compare_differential(a, b),
           100 * dt_compare_relative(a, b));
    printf("  \"Twice the pace\": the rates are %.2f to 1 [%.2f, %.2f], so the "
           "claim %s\n", pace.value, pace.lower, pace.upper,
           pace.lower <= 2 && pace.upper >= 2 ? "holds" : "does not hold");
}

static void
print_china(const struct table *t)
{
    static const char *const years[] = { "2022", "2024" };
    struct dt_error error;

    puts("\nChina in yuan and in dollars");
    for (int i = 0; i < 2; i++) {
        const struct row *cny = must_find(t, "china_deliverable_cny", "level",
                                          years[i]);
        const struct row *usd = must_find(t, "china_deliverable_usd", "level",
                                          years[i]);
        const struct row *official = must_find(t, "cny_per_usd", "rate",
                                               years[i]);
        struct dt_compare_interval r;
        must(dt_compare_figure_ratio(&cny->figure, &usd->figure, &r, &error),
             &error);
        /* Trillions over billions. */
        printf("  %s: %s trillion yuan, %s billion dollars: %.3f yuan a dollar "
               "[%.3f, %.3f];\n        the official average is %s\n", years[i],
               cny->field[VALUE], usd->field[VALUE], 1000 * r.value,
               1000 * r.lower, 1000 * r.upper, official->field[VALUE]);
        const double g = value_of(must_find(t, "china_deliverable_cny",
                                            "growth", years[i])) / 100;
        const double h = value_of(must_find(t, "china_deliverable_usd",
                                            "growth", years[i])) / 100;
        printf("        +%.1f %% in yuan and +%.1f %% in dollars imply a "
               "dollar dearer by %+.2f %%\n", 100 * g, 100 * h,
               100 * dt_compare_relative(g, h));
    }
}

static void
print_editions(const struct table *t)
{
    double old_values[3], new_values[5], joined[5];
    struct dt_series older, newer;
    const struct dt_series_out out = DT_SERIES_OUT(joined, 5);
    struct dt_series_unit unit = DT_SERIES_UNIT_INIT;
    struct dt_error error;

    /* Years without a figure are missing. */
    const uint8_t old_valid = 0x5, new_valid = 0x11;
    old_values[1] = new_values[1] = new_values[2] = new_values[3] = 0;
    old_values[0] = value_of(must_find(t, "world_digital_2024", "level", "2021"));
    old_values[2] = value_of(must_find(t, "world_digital_2024", "level", "2023"));
    new_values[0] = value_of(must_find(t, "world_digital", "level", "2020"));
    new_values[4] = value_of(must_find(t, "world_digital", "level", "2024"));
    must(dt_series_view(old_values, 3, 1, DT_SERIES_YEAR, 2021, &older, &error),
         &error);
    must(dt_series_view(new_values, 5, 1, DT_SERIES_YEAR, 2020, &newer, &error),
         &error);
    older.validity = &old_valid;
    newer.validity = &new_valid;
    unit.kind = DT_SERIES_UNIT_FLOW;
    unit.scale = 12;
    unit.trade = DT_SERIES_TRADE_EXPORTS;
    memcpy(unit.currency, "USD", 4);
    older.unit = newer.unit = unit;
    older.unit.vintage = 2024;
    newer.unit.vintage = 2025;

    puts("\nThe editions of 2024 and 2025 as one series");
    const int32_t status = dt_series_splice(&older, &newer,
                                            DT_SERIES_SPLICE_PLAIN, &out,
                                            &error);
    if (status < 0)
        printf("  refused, %s: %s\n", dt_status_name(status), error.message);
    else
        puts("  accepted, which is a mistake");
    printf("  It would have shown %+.0f %% in 2021 and %+.1f %% in 2024\n",
           100 * dt_growth_rate(new_values[0], old_values[0]),
           100 * dt_growth_rate(old_values[2], new_values[4]));
}

static FILE *
chart_file(const char *folder, const char *name)
{
    char path[1024];
    const int needed = snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = needed > 0 && (size_t)needed < sizeof(path)
                     ? fopen(path, "w") : NULL;
    if (file == NULL) {
        fprintf(stderr, "%s/%s cannot be written\n", folder, name);
        exit(1);
    }
    return file;
}

int
main(int argc, char **argv)
{
    struct table table;
    FILE *growth = NULL, *levels = NULL, *shares = NULL;

    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: %s TABLE.csv [FOLDER]\n", argv[0]);
        return 2;
    }
    if (table_read(argv[1], &table) < 0) {
        table_free(&table);
        return 1;
    }
    if (argc == 3) {
        growth = chart_file(argv[2], "growth.tsv");
        levels = chart_file(argv[2], "levels.tsv");
        shares = chart_file(argv[2], "shares.tsv");
    }
    print_levels(&table);
    print_growth(&table, growth);
    print_parts(&table, levels, shares);
    print_pace(&table);
    print_china(&table);
    print_editions(&table);
    if (argc == 3 && (fclose(growth) != 0 || fclose(levels) != 0 ||
                      fclose(shares) != 0)) {
        fprintf(stderr, "the data of the charts cannot be written\n");
        return 1;
    }
    table_free(&table);
    return 0;
}
