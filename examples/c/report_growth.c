/* SPDX-License-Identifier: MIT */
/* Each published rate of growth against the levels that are published. */
#include "report.h"

#include <inttypes.h>
#include <string.h>

/* A published rate with the two levels that it joins, and the verdict. */
struct statement {
    const struct row *base, *end, *rate;
    int64_t periods;
    struct dt_compare_growth_check check;
};

/* Row i of the table, checked; 0 if it is no rate, or its levels are not
 * published. */
static int
read_statement(const struct table *t, int i, struct statement *s)
{
    struct dt_error error;

    s->rate = &t->rows[i];
    if (strcmp(s->rate->field[MEASURE], "growth") != 0)
        return 0;
    s->base = table_find(t, s->rate->field[KEY], "level", s->rate->field[BASE]);
    s->end =
        table_find(t, s->rate->field[KEY], "level", s->rate->field[PERIOD]);
    if (s->base == NULL || s->end == NULL)
        return 0;
    must(dt_series_period_difference(s->base->period, s->end->period,
                                     &s->periods, &error), &error);
    must(dt_compare_check_growth(&s->base->figure, &s->end->figure,
                                 &s->rate->figure, (double)s->periods,
                                 DT_COMPARE_METHOD_CAGR, &s->check, &error),
         &error);
    return 1;
}

static void
print_statement(const struct statement *s)
{
    char span[40], name[100];
    const struct dt_compare_interval *r = &s->check.recomputed;

    snprintf(span, sizeof(span), "%.16s-%.16s", s->base->field[PERIOD],
             s->end->field[PERIOD]);
    snprintf(name, sizeof(name), "%.20s: %.60s", s->rate->field[AREA],
             s->rate->field[NAME]);
    printf("  %-46.46s %-10s %5s > %-5s %8.4f  [%7.4f, %7.4f] %6s  %s\n", name,
           span, s->base->field[VALUE], s->end->field[VALUE], 100 * r->value,
           100 * r->lower, 100 * r->upper, s->rate->field[VALUE],
           dt_compare_verdict_name(s->check.verdict));
}

static void
chart_statement(const struct statement *s, FILE *chart)
{
    const struct dt_compare_interval *r = &s->check.recomputed;
    const struct dt_compare_interval *p = &s->check.published;

    fprintf(chart, "\"%s: %s, %s\"\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%d\n",
            s->rate->field[AREA], s->rate->field[NAME], s->end->field[PERIOD],
            100 * r->value, 100 * r->lower, 100 * r->upper, 100 * p->value,
            100 * p->lower, 100 * p->upper,
            s->check.verdict == DT_COMPARE_VERDICT_INCONSISTENT);
}

/* Over one period the methods agree, but for the logarithm. */
static void
print_method(const struct statement *s)
{
    const struct dt_compare_growth_check *c = &s->check;

    if (s->periods > 1 && c->methods == 1u << DT_COMPARE_METHOD_CAGR)
        printf("      of the methods, only compound growth gives this rate");
    else if (s->periods > 1 && c->methods != 0)
        printf("      compound growth is not the only method that fits");
    else
        return;
    if (c->periods_first == c->periods_last)
        printf(", and only over %" PRId64 " years\n", c->periods_first);
    else
        printf(", over %" PRId64 " to %" PRId64 " years\n", c->periods_first,
               c->periods_last);
}

void
report_growth(const struct table *t, const struct charts *charts)
{
    puts("\nGROWTH, per cent a year: recomputed from the published levels, "
         "with the interval\nthat their rounding leaves, and as published\n");
    for (int i = 0; i < t->count; i++) {
        struct statement s;
        if (!read_statement(t, i, &s))
            continue;
        print_statement(&s);
        print_method(&s);
        if (charts->growth != NULL &&
            s.check.verdict != DT_COMPARE_VERDICT_UNDECIDABLE)
            chart_statement(&s, charts->growth);
    }
}

/* The revised e-commerce of 2022 was published as its two directions. */
static void
print_revised(const struct table *t, const struct statement *s)
{
    const struct dt_compare_figure parts[] = {
        must_find(t, "china_ecommerce_revised_exports", "level",
                  "2022")->figure,
        must_find(t, "china_ecommerce_revised_imports", "level",
                  "2022")->figure,
    };
    const struct dt_compare_figure *total =
        &must_find(t, "china_ecommerce_revised", "level", "2022")->figure;
    struct dt_compare_sum_check sum;
    struct dt_error error;

    must(dt_compare_check_sum(parts, 2, total, &sum, &error), &error);
    printf("      Exports and imports as revised make %.4f [%.4f, %.4f], which "
           "%s\n",
           sum.sum.value, sum.sum.lower, sum.sum.upper,
           sum.sum.lower <= s->check.implied_base.upper &&
                   sum.sum.upper >= s->check.implied_base.lower
               ? "fits"
               : "does not fit");
}

void
report_bases(const struct table *t)
{
    puts("\nRATES THAT NEED ANOTHER BASE than the one published before\n");
    for (int i = 0; i < t->count; i++) {
        struct statement s;
        if (!read_statement(t, i, &s) ||
            s.check.verdict != DT_COMPARE_VERDICT_INCONSISTENT)
            continue;
        const struct dt_compare_interval *base = &s.check.implied_base;
        printf("  %s: %s, %s: %s with %s %% needs %.4f [%.4f, %.4f]\n"
               "      in %s, where edition %s says %s\n", s.rate->field[AREA],
               s.rate->field[NAME], s.end->field[PERIOD], s.end->field[VALUE],
               s.rate->field[VALUE], base->value, base->lower, base->upper,
               s.base->field[PERIOD], s.base->field[VINTAGE],
               s.base->field[VALUE]);
        if (strcmp(s.rate->field[KEY], "china_ecommerce") == 0)
            print_revised(t, &s);
    }
}
