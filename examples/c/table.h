/* The table of published figures, read from CSV. */
#ifndef DTGROWTH_EXAMPLES_TABLE_H
#define DTGROWTH_EXAMPLES_TABLE_H

#include <dtgrowth/dt.h>

struct row {
    char *field[14];                 /* As in the header of the file. */
    struct dt_compare_figure figure; /* Of the value as printed. */
    int64_t period;                  /* Ordinal of its year, or none. */
};

enum { KEY, AREA, MEASURE, PERIOD, BASE, VALUE, QUALITY, UNIT, SCALE, CURRENCY,
       TRADE, VINTAGE, SOURCE, NOTE, FIELDS };

struct table {
    char *text;
    struct row *rows;
    int count;
};

/* Reads a file; on failure says where on standard error and returns -1. */
int table_read(const char *path, struct table *table);
void table_free(struct table *table);

/* The row of a series, measure and period, or null. */
const struct row *table_find(const struct table *table, const char *key,
                             const char *measure, const char *period);

#endif
