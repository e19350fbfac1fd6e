#include "support.h"

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
                const char *message, const char *file, int line)
{
    if (status == code && error->code == code && error->message[0] != '\0' &&
        (message == NULL || strcmp(error->message, message) == 0))
        return;

    print_error("status %s with error %s, \"%s\"; expected %s, \"%s\"\n",
                dt_status_name(status), dt_status_name(error->code),
                error->message, dt_status_name(code),
                message == NULL ? "..." : message);
    _fail(file, line);
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
