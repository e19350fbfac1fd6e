/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <dtgrowth/series.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The step is taken towards zero: it is the smaller of the two neighbours'
 * distances, and finite even for DBL_MAX. */
uint64_t
draw_below(uint64_t limit)
{
    static uint64_t seed = 5;

    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (seed >> 33) % limit;
}

double
ulp_distance(double actual, double expected)
{
    if (isnan(actual) || isnan(expected))
        return isnan(actual) && isnan(expected) ? 0 : HUGE_VAL;
    if (actual == expected)
        return 0;
    if (isinf(actual) || isinf(expected))
        return HUGE_VAL;

    const double ulp = expected == 0 ? 0x1p-1074
                                     : fabs(expected - nextafter(expected, 0));
    return fabs(actual - expected) / ulp;
}

void
assert_ulp_at(double actual, double expected, double max_ulp,
              const char *what, const char *file, int line)
{
    const double distance = ulp_distance(actual, expected);
    if (distance <= max_ulp)
        return;

    print_error("%s = %a (%.17g), expected %a (%.17g): %g ulp > %g\n", what,
                actual, actual, expected, expected, distance, max_ulp);
    _fail(file, line);
}

void
assert_error_at(int32_t status, int32_t code, const struct dt_error *error,
                int64_t index, const char *message, const char *file, int line)
{
    if (status == code && error->code == code && error->message[0] != '\0' &&
        error->index == index &&
        (message == NULL || strcmp(error->message, message) == 0))
        return;

    print_error("status %s with error %s at %lld, \"%s\"; expected %s at %lld, "
                "\"%s\"\n", dt_status_name(status), dt_status_name(error->code),
                (long long)error->index, error->message, dt_status_name(code),
                (long long)index, message == NULL ? "..." : message);
    _fail(file, line);
}

const char *
headers(void)
{
    static const char *const names[] = { "base.h",   "period.h",  "series.h",
                                         "growth.h", "compare.h", "figures.h" };
    static char text[262144];
    const char *dir = getenv("DTGROWTH_TEST_HEADERS");
    size_t length = 0;

    if (text[0] != '\0')
        return text;
    assert_non_null(dir);
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[1024];
        const int needed = snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
        assert_true(needed > 0 && (size_t)needed < sizeof(path));
        FILE *stream = fopen(path, "r");
        assert_non_null(stream);
        length += fread(text + length, 1, sizeof(text) - 1 - length, stream);
        assert_true(length < sizeof(text) - 1);
        fclose(stream);
    }
    return text;
}

void
each_constant(const char *first,
              void (*check)(const char *name, int32_t value))
{
    char begin[80], name[80];
    const int needed = snprintf(begin, sizeof(begin), " {\n    %s ", first);
    assert_true(needed > 0 && (size_t)needed < sizeof(begin));
    const char *at = strstr(headers(), begin);
    assert_non_null(at);

    const char *const end = strstr(at, "\n};");
    assert_non_null(end);
    for (at = strstr(at, "DT_"); at != NULL && at < end;
         at = strstr(at + strlen(name), "DT_")) {
        int value;
        assert_int_equal(sscanf(at, "%79[A-Z0-9_]", name), 1);
        /* Comments name constants too, without a number. */
        if (sscanf(at + strlen(name), " = %d", &value) == 1)
            check(name, value);
    }
}

static int32_t last_value;

static void
keep_last(const char *name, int32_t value)
{
    (void)name;
    last_value = value;
}

int32_t
last_constant(const char *first)
{
    each_constant(first, keep_last);
    return last_value;
}

static const int32_t reason_order[] = {
    DT_SERIES_WHY_NO_BASE,      DT_SERIES_WHY_VALUE_MISSING,
    DT_SERIES_WHY_BASE_MISSING, DT_SERIES_WHY_NOT_FINITE,
    DT_SERIES_WHY_ZERO_BASE,    DT_SERIES_WHY_NEGATIVE_BASE,
    DT_SERIES_WHY_DOMAIN,       DT_SERIES_WHY_TOO_FEW,
    DT_SERIES_WHY_NO_PERIODS,   DT_SERIES_WHY_OVERFLOW,
};

int32_t
first_reason(int32_t a, int32_t b)
{
    for (size_t i = 0; i < COUNT(reason_order); i++)
        if (reason_order[i] == a || reason_order[i] == b)
            return reason_order[i];
    return DT_SERIES_WHY_DEFINED;
}

int32_t
reason_count(void)
{
    return (int32_t)COUNT(reason_order);
}

/* The last place of `word` before `from`. */
static const char *
last(const char *text, const char *from, const char *word)
{
    const char *found = from - strlen(word);

    while (found > text && strncmp(found, word, strlen(word)) != 0)
        found--;
    return found;
}

/* The number that follows `words` in the comment on a declaration, or 0. */
static double
stated(const char *function, const char *words)
{
    const char *const text = headers();
    char call[80];
    const int needed = snprintf(call, sizeof(call), "%s(", function);

    assert_true(needed > 0 && (size_t)needed < sizeof(call));
    for (const char *at = strstr(text, call); at != NULL;
         at = strstr(at + 1, call)) {
        const char *end = last(text, at, "*/");
        const char *declared = last(text, at, "DTGROWTH_API");
        if (declared < end || last(text, at, ";") > end)
            continue;
        const char *says = strstr(last(text, end, "/**"), words);
        return says != NULL && says < end ? strtod(says + strlen(words), NULL)
                                          : 0;
    }
    fail_msg("%s is declared nowhere", function);
    return 0;
}

double
stated_error(const char *function)
{
    const double ulp = stated(function, "Error: at most ");

    if (ulp < 0.5)
        fail_msg("%s does not state its error", function);
    return ceil(ulp - 0.5);
}

double
stated_error_of_ends(const char *function)
{
    const double less = stated(function, "ends less than ");
    const double most = stated(function, "ends at most ");

    if (less < 1 && most < 1)
        fail_msg("%s does not state the error of its ends", function);
    return less < 1 ? most : less - 1;
}

static void
split(struct vector *v, char *text)
{
    for (char *field = strtok(text, " \t\r\n"); field != NULL;
         field = strtok(NULL, " \t\r\n")) {
        if (v->fields == VECTOR_FIELDS)
            break;
        char *end;
        const double value = strtod(field, &end);
        v->text[v->fields] = field;
        v->value[v->fields++] = *end == '\0' ? value : (double)NAN;
    }
}

void
each_vector(const char *file, int fields, void (*check)(const struct vector *))
{
    const char *dir = getenv("DTGROWTH_TEST_VECTORS");
    char path[1024];
    assert_non_null(dir);
    const int needed = snprintf(path, sizeof(path), "%s/%s", dir, file);
    assert_true(needed > 0 && (size_t)needed < sizeof(path));

    FILE *stream = fopen(path, "r");
    assert_non_null(stream);

    char text[2048];
    int checked = 0;
    for (int line = 1; fgets(text, sizeof(text), stream); line++) {
        struct vector v = { .file = file, .line = line };
        if (text[0] != '#')
            split(&v, text);
        if (v.fields == 0)
            continue;
        if (v.fields < fields) {
            print_error("%s:%d: %d fields\n", file, line, v.fields);
            fail();
        }
        check(&v);
        checked++;
    }
    fclose(stream);
    assert_true(checked > 0);
}
