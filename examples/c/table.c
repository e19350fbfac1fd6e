#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
complain(const char *path, int line, int column, const char *what)
{
    fprintf(stderr, "%s:%d:%d: %s\n", path, line, column, what);
    return -1;
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
    fclose(file);
    if (text != NULL)
        text[size] = '\0';
    return text;
}

/* Splits one line in place; leaves *next at the following one. */
static int
split(const char *path, int line, char *start, char **field, char **next)
{
    char *in = start, *out = start;

    for (int n = 0;; n++) {
        if (n == FIELDS)
            return complain(path, line, (int)(in - start) + 1,
                            "too many fields");
        field[n] = out;
        const int column = (int)(in - start) + 1;
        const int quoted = *in == '"';
        if (quoted)
            in++;
        for (;; in++) {
            if (quoted && *in == '"' && in[1] == '"')
                in++;
            else if (quoted ? *in == '"' : *in == ',' || *in == '\n' ||
                                           *in == '\0')
                break;
            else if (*in == '\0' || *in == '\n')
                return complain(path, line, column, "a quote is not closed");
            *out++ = *in;
        }
        if (quoted)
            in++;
        const char end = *in;
        if (end != ',' && end != '\n' && end != '\0')
            return complain(path, line, (int)(in - start) + 1,
                            "text after a closing quote");
        *out++ = '\0';
        if (end == ',') {
            in++;
            continue;
        }
        if (n + 1 < FIELDS)
            return complain(path, line, (int)(in - start) + 1,
                            "too few fields");
        *next = end == '\0' ? in : in + 1;
        return 0;
    }
}

static int
read_row(const char *path, int line, char *text, struct row *row, char **next)
{
    struct dt_error error;
    char message[300];

    if (split(path, line, text, row->field, next) < 0)
        return -1;
    if (dt_compare_figure_parse(row->field[VALUE], 0, &row->figure,
                                &error) < 0) {
        snprintf(message, sizeof(message), "value: %s", error.message);
        return complain(path, line, (int)(row->field[VALUE] - text) + 1,
                        message);
    }
    const char *quality = row->field[QUALITY];
    if (strcmp(quality, "printed") != 0 && strcmp(quality, "vague") != 0)
        return complain(path, line, (int)(quality - text) + 1,
                        "quality is neither printed nor vague");
    if (quality[0] == 'v')
        row->figure.quality = DT_COMPARE_VAGUE;
    const int32_t frequency = strchr(row->field[PERIOD], '-') != NULL
                                  ? DT_SERIES_HALF : DT_SERIES_YEAR;
    if (dt_series_period_parse(row->field[PERIOD], frequency, &row->period,
                               &error) < 0) {
        snprintf(message, sizeof(message), "period: %s", error.message);
        return complain(path, line, (int)(row->field[PERIOD] - text) + 1,
                        message);
    }
    return 0;
}

int
table_read(const char *path, struct table *table)
{
    struct row header;
    char *next;
    int line = 1, room = 0;

    *table = (struct table){ read_all(path), NULL, 0 };
    if (table->text == NULL)
        return complain(path, 0, 0, "cannot be read");
    if (table->text[0] == '\0')
        return complain(path, 1, 1, "the file is empty");
    if (split(path, line++, table->text, header.field, &next) < 0)
        return -1;
    for (; *next != '\0'; line++) {
        if (table->count == room) {
            room = room * 2 + 64;
            struct row *rows = realloc(table->rows,
                                       (size_t)room * sizeof(*rows));
            if (rows == NULL)
                return complain(path, line, 1, "out of memory");
            table->rows = rows;
        }
        if (read_row(path, line, next, &table->rows[table->count], &next) < 0)
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
