/* SPDX-License-Identifier: MIT */
/* The sections of the report on digital trade, and what they share. */
#ifndef DTGROWTH_EXAMPLES_REPORT_H
#define DTGROWTH_EXAMPLES_REPORT_H

#include <stdio.h>

#include "table.h"

/* Data of the charts, or null where none are asked for. */
struct charts {
    FILE *levels, *growth, *shares;
};

/* The row, or the end of the program: the table lacks what the report needs. */
const struct row *must_find(const struct table *t, const char *key,
                            const char *measure, const char *period);

/* Every call of the report has good arguments; a failure is a bug of it. */
void must(int32_t status, const struct dt_error *error);

/* The printed value as a double. */
double value_of(const struct row *row);

void report_levels(const struct table *t);
void report_growth(const struct table *t, const struct charts *charts);
void report_bases(const struct table *t);
void report_parts(const struct table *t, const struct charts *charts);
void report_pace(const struct table *t);
void report_china(const struct table *t);
void report_editions(const struct table *t);

#endif
