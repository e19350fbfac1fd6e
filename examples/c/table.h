/* SPDX-License-Identifier: MIT */
/* The table of published figures, read from CSV. */
#ifndef DTGROWTH_EXAMPLES_TABLE_H
#define DTGROWTH_EXAMPLES_TABLE_H

#include <dtgrowth/dt.h>

/* The columns, in the order of the file; its first line names them. */
enum column { KEY, AREA, NAME, MEASURE, PERIOD, BASE, VALUE, DECIMALS, QUALITY,
              UNIT, SCALE, CURRENCY, TRADE, VINTAGE, SOURCE, NOTE, COLUMNS };

struct row {
    char *field[COLUMNS];
    int at[COLUMNS];                 /* Where each starts, from 1. */
    int32_t frequency;               /* Of the period: years or half-years. */
    int64_t period;                  /* The period, and the one to compare */
    int64_t base;                    /* with; DT_SERIES_NO_PERIOD if none. */
    struct dt_compare_figure figure; /* The value as printed. */
    struct dt_series_unit unit;
};

struct table {
    char *text;
    struct row *rows;
    int count;
};

/* Reads a file; on failure says where on standard error and returns -1. Free
 * the table in either case. */
int table_read(const char *path, struct table *table);
void table_free(struct table *table);

/* The row of a series, measure and period, or null. */
const struct row *table_find(const struct table *table, const char *key,
                             const char *measure, const char *period);

#endif
