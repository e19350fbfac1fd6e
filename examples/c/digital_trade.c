/* SPDX-License-Identifier: MIT */
/* Checks the published figures on digital trade of 2018 to 2025 against each
 * other.
 *   usage: digital_trade TABLE.csv [FOLDER for the data of the charts] */

#include <stdlib.h>
#include <string.h>

#include "report.h"

const struct row *
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

void
must(int32_t status, const struct dt_error *error)
{
    if (status < 0) {
        fprintf(stderr, "%s: %s\n", dt_status_name(status), error->message);
        exit(1);
    }
}

double
value_of(const struct row *row)
{
    struct dt_compare_interval interval;
    struct dt_error error;
    must(dt_compare_figure_interval(&row->figure, &interval, &error), &error);
    return interval.value;
}

static const char *
scale_name(const struct row *row)
{
    switch (row->unit.scale) {
    case 12: return "trillion";
    case 9: return "billion";
    default: return "";
    }
}

void
report_levels(const struct table *t)
{
    puts("LEVELS AS PUBLISHED\n");
    printf("  %-53s %-8s %7s  %-12s %-8s %s\n", "", "period", "", "",
           "flow", "edition");
    for (int i = 0; i < t->count; i++) {
        const struct row *r = &t->rows[i];
        char name[100];
        if (strcmp(r->field[MEASURE], "level") != 0)
            continue;
        snprintf(name, sizeof(name), "%.20s: %.60s", r->field[AREA],
                 r->field[NAME]);
        printf("  %-53.53s %-8s %7s  %-8s %-3s %-8s %s%s\n", name,
               r->field[PERIOD], r->field[VALUE], scale_name(r),
               r->field[CURRENCY], r->field[TRADE], r->field[VINTAGE],
               r->figure.quality == DT_COMPARE_QUALITY_VAGUE ? "  (vague)"
                                                             : "");
    }
}

static FILE *
chart_file(const char *folder, const char *name)
{
    char path[1024];
    const int needed = snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = needed > 0 && (size_t)needed < sizeof(path)
                     ? fopen(path, "w") : NULL;
    if (file == NULL) {
        fprintf(stderr, "%s/%s: cannot be written\n", folder, name);
        exit(1);
    }
    return file;
}

int
main(int argc, char **argv)
{
    struct table table;
    struct charts charts = { NULL, NULL, NULL };

    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: %s TABLE.csv [FOLDER]\n", argv[0]);
        return 2;
    }
    if (table_read(argv[1], &table) < 0) {
        table_free(&table);
        return 1;
    }
    if (argc == 3) {
        charts.levels = chart_file(argv[2], "levels.tsv");
        charts.growth = chart_file(argv[2], "growth.tsv");
        charts.shares = chart_file(argv[2], "shares.tsv");
    }
    report_levels(&table);
    report_growth(&table, &charts);
    report_bases(&table);
    report_parts(&table, &charts);
    report_pace(&table);
    report_china(&table);
    report_editions(&table);
    table_free(&table);
    if (argc == 3 && (fclose(charts.levels) != 0 ||
                      fclose(charts.growth) != 0 ||
                      fclose(charts.shares) != 0)) {
        fprintf(stderr, "%s: the data of the charts cannot be written\n",
                argv[2]);
        return 1;
    }
    return 0;
}
