/* SPDX-License-Identifier: MIT */
/* Digital trade: its parts, its place in total trade, China, the editions. */
#include "report.h"

#include <math.h>

static const char *const years[] = { "2020", "2024" };

/* Delivered, ordered and all digital trade of the world. */
struct world {
    const struct row *delivered, *ordered, *all;
};

static struct world
world_in(const struct table *t, const char *year)
{
    return (struct world){ must_find(t, "world_delivered", "level", year),
                           must_find(t, "world_ordered", "level", year),
                           must_find(t, "world_digital", "level", year) };
}

/* numerator / denominator in per cent. */
static struct dt_compare_interval
percent_of(const struct row *numerator, const struct row *denominator)
{
    struct dt_compare_interval r;
    struct dt_error error;
    must(dt_compare_figure_ratio(&numerator->figure, &denominator->figure, &r,
                                 &error), &error);
    return (struct dt_compare_interval){ 100 * r.value, 100 * r.lower,
                                         100 * r.upper };
}

static void
print_year(const struct world *w, const char *year,
           const struct charts *charts)
{
    const struct dt_compare_interval d = percent_of(w->delivered, w->all);
    const struct dt_compare_interval o = percent_of(w->ordered, w->all);
    const struct dt_compare_figure parts[] = { w->delivered->figure,
                                               w->ordered->figure };
    struct dt_compare_sum_check sum;
    struct dt_error error;

    must(dt_compare_check_sum(parts, 2, &w->all->figure, &sum, &error), &error);
    printf("  %s  delivered %.1f %% [%.1f, %.1f] and ordered %.1f %% [%.1f, "
           "%.1f] of %s\n        overlap %.2f [%.3f, %.3f]: %s\n", year,
           d.value, d.lower, d.upper, o.value, o.lower, o.upper,
           w->all->field[VALUE], sum.overlap.value, sum.overlap.lower,
           sum.overlap.upper, sum.overlap.lower > 0
               ? "some trade is both ordered and delivered"
               : "may be nothing but rounding");
    if (charts->levels != NULL)
        fprintf(charts->levels, "%s\t%s\t%s\t%s\n", year,
                w->all->field[VALUE], w->delivered->field[VALUE],
                w->ordered->field[VALUE]);
    if (charts->shares != NULL)
        fprintf(charts->shares, "%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\n",
                year, d.value, d.lower, d.upper, o.value, o.lower, o.upper);
}

static void
print_contributions(const struct world *from, const struct world *to)
{
    const double base[] = { value_of(from->delivered),
                            value_of(from->ordered) };
    const double end[] = { value_of(to->delivered), value_of(to->ordered) };
    double points[2];
    struct dt_series b, e;
    const struct dt_series_out out = DT_SERIES_OUT(points, 2);
    struct dt_compare_decomposition d;
    struct dt_error error;

    must(dt_series_view(base, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &b, &error),
         &error);
    must(dt_series_view(end, 2, 1, DT_SERIES_FREQ_UNDATED, 0, &e, &error),
         &error);
    must(dt_compare_contributions(&b, &e, value_of(from->all),
                                  value_of(to->all), NULL, &out, &d, &error),
         &error);
    /* The overlap is as large in both years, up to the sign of a zero. */
    printf("  Contributions to the rise of %.1f %%: delivered %.2f points, "
           "ordered %.2f,\n        less overlap %.2f\n", 100 * d.growth,
           100 * points[0], 100 * points[1], fabs(100 * d.discrepancy));
}

void
report_parts(const struct table *t, const struct charts *charts)
{
    const struct world a = world_in(t, years[0]), b = world_in(t, years[1]);
    const double ordered[] = { value_of(a.ordered), value_of(b.ordered) };
    const double delivered[] = { value_of(a.delivered), value_of(b.delivered) };

    puts("\nPARTS OF GLOBAL DIGITAL TRADE, trillion dollars\n");
    print_year(&a, years[0], charts);
    print_year(&b, years[1], charts);
    printf("  Change of share: delivered %+.1f points, ordered %+.1f points\n",
           100 * dt_compare_share_change(delivered[0], delivered[1],
                                         value_of(a.all), value_of(b.all)),
           100 * dt_compare_share_change(ordered[0], ordered[1],
                                         value_of(a.all), value_of(b.all)));
    print_contributions(&a, &b);
    printf("  At these rates ordered trade catches up with delivered trade "
           "%.1f years after %s\n",
           dt_compare_catch_up(ordered[1], delivered[1],
                               dt_growth_cagr(ordered[0], ordered[1], 4),
                               dt_growth_cagr(delivered[0], delivered[1], 4)),
           years[1]);
}

/* Total trade is published as a rate only; the shares imply its levels. */
static void
print_total(const struct table *t)
{
    double level[2];

    printf("  The published shares imply total trade of");
    for (int i = 0; i < 2; i++) {
        const struct row *share = must_find(t, "world_digital_share", "share",
                                            years[i]);
        const struct dt_compare_interval total =
            percent_of(must_find(t, "world_digital", "level", years[i]), share);
        level[i] = total.value;
        printf(" %.2f [%.2f, %.2f] in %s%s", total.value, total.lower,
               total.upper, years[i], i == 0 ? "\n        and" : ",");
    }
    printf("\n        which is %.2f %% a year, where %s was published\n",
           100 * dt_growth_cagr(level[0], level[1], 4),
           must_find(t, "world_total", "growth", "2024")->field[VALUE]);
}

void
report_pace(const struct table *t)
{
    const struct row *digital = must_find(t, "world_digital", "growth", "2024");
    const struct row *total = must_find(t, "world_total", "growth", "2024");
    const double a = value_of(digital) / 100, b = value_of(total) / 100;
    struct dt_compare_interval pace;
    struct dt_error error;

    must(dt_compare_figure_ratio(&digital->figure, &total->figure, &pace,
                                 &error), &error);
    puts("\nDIGITAL AGAINST TOTAL TRADE, per cent a year\n");
    printf("  %s less %s: %+.1f points; relative to total trade %+.2f %% a "
           "year\n", digital->field[VALUE], total->field[VALUE],
           100 * dt_compare_differential(a, b),
           100 * dt_compare_relative(a, b));
    printf("  \"Twice the pace\": one rate is %.2f [%.2f, %.2f] times the "
           "other; the claim %s\n", pace.value, pace.lower, pace.upper,
           pace.lower <= 2 && pace.upper >= 2 ? "holds" : "does not hold");
    print_total(t);
}

static void
print_china_year(const struct table *t, const char *year)
{
    const struct row *cny =
        must_find(t, "china_deliverable_cny", "level", year);
    const struct row *usd =
        must_find(t, "china_deliverable_usd", "level", year);
    const double g = value_of(must_find(t, "china_deliverable_cny", "growth",
                                        year)) / 100;
    const double h = value_of(must_find(t, "china_deliverable_usd", "growth",
                                        year)) / 100;
    struct dt_compare_interval r;
    struct dt_error error;

    must(dt_compare_figure_ratio(&cny->figure, &usd->figure, &r, &error),
         &error);
    /* Trillions over billions. */
    printf("  %s  %s trillion yuan are %s billion dollars at %.3f [%.3f, %.3f] "
           "yuan a dollar;\n        the central parity averaged %s\n", year,
           cny->field[VALUE], usd->field[VALUE], 1000 * r.value,
           1000 * r.lower, 1000 * r.upper,
           must_find(t, "cny_per_usd", "rate", year)->field[VALUE]);
    printf("        %+.1f %% in yuan and %+.1f %% in dollars: the dollar rose "
           "by %.2f %% in yuan\n", 100 * g, 100 * h,
           100 * dt_compare_relative(g, h));
}

void
report_china(const struct table *t)
{
    puts("\nCHINA IN YUAN AND IN DOLLARS, digitally deliverable services\n");
    print_china_year(t, "2022");
    print_china_year(t, "2024");
}

/* Two levels as a series of years with none between: `bits` says which. */
static struct dt_series
two_levels(const struct row *from, const struct row *to, const uint8_t *bits,
           double *values)
{
    struct dt_series s;
    struct dt_error error;
    const int64_t last = to->period - from->period;

    for (int64_t i = 0; i <= last; i++)
        values[i] = 0;
    values[0] = value_of(from);
    values[last] = value_of(to);
    must(dt_series_view(values, last + 1, 1, DT_SERIES_FREQ_YEAR, from->period,
                        &s, &error),
         &error);
    s.validity = bits;
    s.unit = to->unit;
    return s;
}

void
report_editions(const struct table *t)
{
    static const uint8_t ends_of_3 = 0x05, ends_of_5 = 0x11;
    double old_values[3], new_values[5], joined[5];
    const struct dt_series older = two_levels(
        must_find(t, "world_digital_2024", "level", "2021"),
        must_find(t, "world_digital_2024", "level", "2023"), &ends_of_3,
        old_values);
    const struct dt_series newer = two_levels(
        must_find(t, "world_digital", "level", "2020"),
        must_find(t, "world_digital", "level", "2024"), &ends_of_5, new_values);
    const struct dt_series_out out = DT_SERIES_OUT(joined, 5);
    const struct row *china = must_find(t, "china_deliverable_cny", "level",
                                        "2024");
    struct dt_error error;

    puts("\nWHAT MUST NOT BE SET SIDE BY SIDE\n");
    if (dt_series_splice(&older, &newer, DT_SERIES_SPLICE_PLAIN, NULL, &out,
                         &error) < 0)
        printf("  The editions of 2024 and 2025 as one series: %s,\n        "
               "%s\n", dt_status_name(error.code), error.message);
    printf("        It would have shown %+.0f %% in 2021 and %+.1f %% in "
           "2024\n", 100 * dt_growth_rate(new_values[0], old_values[0]),
           100 * dt_growth_rate(old_values[2], new_values[4]));
    if (dt_series_unit_check(&china->unit,
                             &must_find(t, "world_delivered", "level",
                                        "2024")->unit, &error) < 0)
        printf("  China's %s and the world's: %s,\n        %s\n",
               china->field[VALUE], dt_status_name(error.code), error.message);
}
