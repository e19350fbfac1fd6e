/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[COLUMNS] = {
    "key", "area", "name", "measure", "period", "base", "value", "decimals",
    "quality", "unit", "scale", "currency", "trade", "vintage", "source",
    "note",
};

/* Where a line stands, for messages. */
struct place {
    const char *path;
    int line;
};

static int
complain(const struct place *place, int at, const char *what)
{
    fprintf(stderr, "%s:%d:%d: %s\n", place->path, place->line, at, what);
    return -1;
}

static int
complain_field(const struct place *place, const struct row *row,
               enum column column, const char *what)
{
    char message[640];
    snprintf(message, sizeof(message), "%s is \"%.80s\": %s", names[column],
             row->field[column], what);
    return complain(place, row->at[column], message);
}

static char *
read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    size_t size = 0, room = 1 << 16;
    char *text = malloc(room);
    while (text != NULL) {
        size += fread(text + size, 1, room - size - 1, file);
        if (size < room - 1)
            break;
        char *more = realloc(text, room *= 2);
        if (more == NULL)
            free(text);
        text = more;
    }
    if (ferror(file)) {
        free(text);
        text = NULL;
    }
    fclose(file);
    if (text != NULL)
        text[size] = '\0';
    return text;
}

/* Reads one field in place, quoted or not; *in is left at what ends it. */
static int
split_field(const struct place *place, const char *start, char **in)
{
    const int at = (int)(*in - start) + 1;
    const int quoted = **in == '"';
    char *out = *in;

    if (quoted)
        (*in)++;
    for (;; (*in)++) {
        if (quoted && **in == '"' && (*in)[1] == '"')
            (*in)++;
        else if (quoted ? **in == '"' : **in == ',' || **in == '\n' ||
                                        **in == '\0')
            break;
        else if (**in == '\0' || **in == '\n')
            return complain(place, at, "a quote is not closed");
        *out++ = **in;
    }
    if (quoted) {
        (*in)++;
        if (**in != ',' && **in != '\n' && **in != '\0')
            return complain(place, (int)(*in - start) + 1,
                            "text after a closing quote");
        *out = '\0';
    }
    return 0;
}

/* Splits the line at *next in place; leaves *next at the following one. */
static int
split(const struct place *place, struct row *row, char **next)
{
    const char *start = *next;
    char *in = *next;

    for (int n = 0;; n++) {
        if (n == COLUMNS)
            return complain(place, (int)(in - start) + 1, "too many fields");
        row->field[n] = in;
        row->at[n] = (int)(in - start) + 1;
        if (split_field(place, start, &in) < 0)
            return -1;
        const char end = *in;
        *in = '\0';
        if (end == ',') {
            in++;
            continue;
        }
        if (n + 1 < COLUMNS)
            return complain(place, (int)(in - start) + 1, "too few fields");
        *next = end == '\0' ? in : in + 1;
        return 0;
    }
}

/* The place of a word in a list that ends with null, or -1. */
static int
word(const char *text, const char *const *list)
{
    for (int i = 0; list[i] != NULL; i++)
        if (strcmp(text, list[i]) == 0)
            return i;
    return -1;
}

static int
read_number(const struct place *place, const struct row *row,
            enum column column, long *number)
{
    char *end;
    *number = strtol(row->field[column], &end, 10);
    if (end == row->field[column] || *end != '\0' || *number < 0 ||
        *number > 9999)
        return complain_field(place, row, column, "not a whole number");
    return 0;
}

static int
read_figure(const struct place *place, struct row *row)
{
    static const char *const qualities[] = { "printed", "vague", NULL };
    struct dt_error error;
    long decimals;

    if (dt_compare_figure_parse(row->field[VALUE], 0, &row->figure,
                                &error) < 0)
        return complain_field(place, row, VALUE, error.message);
    if (read_number(place, row, DECIMALS, &decimals) < 0)
        return -1;
    if (decimals != row->figure.decimals)
        return complain_field(place, row, DECIMALS,
                              "the value is printed with another number");
    const int quality = word(row->field[QUALITY], qualities);
    if (quality < 0)
        return complain_field(place, row, QUALITY,
                              "neither printed nor vague");
    row->figure.quality =
        quality == 0 ? DT_COMPARE_QUALITY_PRINTED : DT_COMPARE_QUALITY_VAGUE;
    return 0;
}

static int
read_unit(const struct place *place, struct row *row)
{
    static const char *const kinds[] = { "", "flow", "stock", "average",
                                         "index", "fraction", "percent", NULL };
    static const char *const trades[] = { "", "exports", "imports", "both",
                                          NULL };
    const struct dt_series_unit none = DT_SERIES_UNIT_INIT;
    struct dt_error error;
    long scale, vintage;

    row->unit = none;
    row->unit.kind = word(row->field[UNIT], kinds);
    if (row->unit.kind < 0)
        return complain_field(place, row, UNIT, "unknown");
    row->unit.trade = word(row->field[TRADE], trades);
    if (row->unit.trade < 0)
        return complain_field(place, row, TRADE, "unknown");
    if (read_number(place, row, SCALE, &scale) < 0 ||
        read_number(place, row, VINTAGE, &vintage) < 0)
        return -1;
    row->unit.scale = (int32_t)scale;
    row->unit.vintage = vintage;
    row->unit.decimals = row->figure.decimals;
    if (strlen(row->field[CURRENCY]) > 3)
        return complain_field(place, row, CURRENCY, "not three letters");
    strcpy(row->unit.currency, row->field[CURRENCY]);
    if (dt_series_unit_check(&row->unit, &none, &error) < 0)
        return complain(place, row->at[UNIT], error.message);
    return 0;
}

static int
read_period(const struct place *place, struct row *row, enum column column,
            int64_t *period)
{
    struct dt_error error;
    if (dt_series_period_parse(row->frequency, row->field[column], period,
                               &error) < 0)
        return complain_field(place, row, column, error.message);
    return 0;
}

static int
read_row(const struct place *place, struct row *row, char **next)
{
    if (split(place, row, next) < 0)
        return -1;
    row->frequency = strchr(row->field[PERIOD], '-') != NULL
                         ? DT_SERIES_FREQ_HALF
                         : DT_SERIES_FREQ_YEAR;
    row->base = DT_SERIES_NO_PERIOD;
    if (read_period(place, row, PERIOD, &row->period) < 0)
        return -1;
    if (row->field[BASE][0] != '\0' &&
        read_period(place, row, BASE, &row->base) < 0)
        return -1;
    if (read_figure(place, row) < 0)
        return -1;
    return read_unit(place, row);
}

static int
read_header(const struct place *place, char **next)
{
    struct row header;
    if (split(place, &header, next) < 0)
        return -1;
    for (int i = 0; i < COLUMNS; i++)
        if (strcmp(header.field[i], names[i]) != 0) {
            char message[100];
            snprintf(message, sizeof(message), "column %d must be \"%s\"",
                     i + 1, names[i]);
            return complain(place, header.at[i], message);
        }
    return 0;
}

int
table_read(const char *path, struct table *table)
{
    struct place place = { path, 1 };
    int room = 0;

    *table = (struct table){ read_all(path), NULL, 0 };
    if (table->text == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return -1;
    }
    char *next = table->text;
    if (read_header(&place, &next) < 0)
        return -1;
    for (place.line = 2; *next != '\0'; place.line++) {
        if (table->count == room) {
            room = room * 2 + 64;
            struct row *rows = realloc(table->rows,
                                       (size_t)room * sizeof(*rows));
            if (rows == NULL)
                return complain(&place, 1, "out of memory");
            table->rows = rows;
        }
        if (read_row(&place, &table->rows[table->count], &next) < 0)
            return -1;
        table->count++;
    }
    return 0;
}

void
table_free(struct table *table)
{
    free(table->rows);
    free(table->text);
}

const struct row *
table_find(const struct table *table, const char *key, const char *measure,
           const char *period)
{
    for (int i = 0; i < table->count; i++)
        if (strcmp(table->rows[i].field[KEY], key) == 0 &&
            strcmp(table->rows[i].field[MEASURE], measure) == 0 &&
            strcmp(table->rows[i].field[PERIOD], period) == 0)
            return &table->rows[i];
    return NULL;
}
