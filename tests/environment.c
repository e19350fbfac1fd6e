/* No function with a status depends on the caller's rounding mode, flags,
 * flush-to-zero, traps, locale or errno, and each leaves them as they were. */
#include "environment.h"

#include <errno.h>
#include <fenv.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SSE2__)
#  include <xmmintrin.h>
#endif

enum { RECORD_SIZE = 1 << 17 };

/* What a row has given. */
struct record {
    size_t size;
    int surprises; /* Statuses that are not the expected ones. */
    unsigned char bytes[RECORD_SIZE];
};

struct dt_series levels, others, rates;
double room[SERIES_LENGTH];
uint8_t reasons[SERIES_LENGTH];
const struct dt_series_out out = DT_SERIES_OUT_WHY(room, reasons,
                                                   SERIES_LENGTH);
struct dt_error said;

static struct record expected, got, *record;
static const char *running = "nothing";

void
give(const void *bytes, size_t size)
{
    if (size > RECORD_SIZE - record->size) {
        record->surprises++;
        return;
    }
    memcpy(record->bytes + record->size, bytes, size);
    record->size += size;
}

void
give_text(const char *text)
{
    give(text, strlen(text) + 1);
}

void
give_number(double x)
{
    give(&x, sizeof(x));
}

void
give_status(int32_t expected_status, int32_t status)
{
    record->surprises += status != expected_status;
    give(&status, sizeof(status));
    if (status < 0)
        give_text(said.message);
}

void
give_out(int32_t status)
{
    give_status(DT_E_OK, status);
    give(room, sizeof(room));
    give(reasons, sizeof(reasons));
}

static struct dt_series
view(const double *values)
{
    struct dt_series x;
    if (dt_series_view(values, SERIES_LENGTH, 1, DT_SERIES_FREQ_YEAR, 2000, &x,
                       NULL) < 0)
        abort();
    return x;
}

static void
fill(void)
{
    static double x[SERIES_LENGTH], y[SERIES_LENGTH], g[SERIES_LENGTH];
    uint64_t seed = 2;

    for (int i = 0; i < SERIES_LENGTH; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        x[i] = 100 + (double)(seed >> 40) * 0x1p-20;
        y[i] = x[i] + 37.25;
    }
    x[17] = 1e-310;
    x[41] = NAN;
    x[77] = 0;
    x[99] = 1e308;
    for (int i = 0; i < SERIES_LENGTH; i++)
        g[i] = (x[i] - 100) / 4096;
    y[20] = y[23] = 4e-310;
    levels = view(x);
    others = view(y);
    rates = view(g);
}

/* The control word and the flags. */
struct word {
    int mode, flags;
    unsigned control;
};

static struct word
read_word(void)
{
    struct word word = { fegetround(), fetestexcept(FE_ALL_EXCEPT), 0 };
#if defined(__SSE2__)
    word.control = _mm_getcsr();
#endif
    return word;
}

struct environment {
    const char *name;
    int mode;
    int raised;
    unsigned on, off; /* Bits of the control word of SSE. */
};

static void
set_environment(const struct environment *e)
{
    (void)feclearexcept(FE_ALL_EXCEPT);
    (void)fesetround(e->mode);
    (void)feraiseexcept(e->raised);
#if defined(__SSE2__)
    /* The flag of subnormal operands is none of fenv.h. */
    _mm_setcsr(((_mm_getcsr() & ~0x2U) | e->on) & ~e->off);
#endif
}

static const struct environment standard = { "the default", FE_TONEAREST,
                                             0, 0, 0 };

static void
restore(void)
{
#if defined(__SSE2__)
    _mm_setcsr(0x1f80);
#endif
    set_environment(&standard);
}

/* Runs a row; the number of things that are wrong. */
static int
run(const struct call *call, const struct environment *e, struct record *to)
{
    memset(room, 0, sizeof(room));
    memset(reasons, 0, sizeof(reasons));
    memset(&said, 0, sizeof(said));
    to->size = 0;
    to->surprises = 0;
    record = to;
    running = call->name;
    set_environment(e);
    errno = 77;
    const struct word before = read_word();
    call->run();
    struct word after = read_word();
    const int error = errno;
    restore();
    running = "nothing";

    if (call->scalar) { /* It may raise flags. */
        after.flags = before.flags;
        after.control = (after.control & ~0x3fU) | (before.control & 0x3fU);
    }
    const int wrong = error != 77 || after.mode != before.mode ||
                      after.flags != before.flags ||
                      after.control != before.control;
    if (wrong)
        print_error("%s, %s: errno %d, mode %#x, flags %#x, word %#x; before: "
                    "77, %#x, %#x, %#x\n", call->name, e->name, error,
                    (unsigned)after.mode, (unsigned)after.flags, after.control,
                    (unsigned)before.mode, (unsigned)before.flags,
                    before.control);
    return wrong;
}

/* What a row gives by default. */
static int
expect(const struct call *call)
{
    const int wrong = run(call, &standard, &expected);

    if (expected.surprises == 0)
        return wrong;
    print_error("%s: not the expected status\n", call->name);
    return wrong + 1;
}

static int
differs(const struct call *call, const struct environment *e)
{
    const int wrong = run(call, e, &got);

    if (call->scalar ||
        (got.size == expected.size &&
         memcmp(got.bytes, expected.bytes, got.size) == 0))
        return wrong;
    print_error("%s, %s: another result\n", call->name, e->name);
    return wrong + 1;
}

static void
assert_same(const struct environment *environments, size_t count)
{
    int wrong = 0;

    for (size_t i = 0; i < environment_count; i++) {
        wrong += expect(&environment_calls[i]);
        for (size_t k = 0; k < count; k++)
            wrong += differs(&environment_calls[i], &environments[k]);
    }
    assert_int_equal(wrong, 0);
}

static void
every_rounding_mode_gives_the_same_bits(void **state)
{
    static const struct environment modes[] = {
        { "to nearest", FE_TONEAREST, 0, 0, 0 },
#ifdef FE_DOWNWARD
        { "downwards", FE_DOWNWARD, 0, 0, 0 },
        { "upwards", FE_UPWARD, 0, 0, 0 },
        { "towards zero", FE_TOWARDZERO, 0, 0, 0 },
#endif
    };

    (void)state;
    assert_same(modes, COUNT(modes));
}

static void
flags_are_left_as_they_were(void **state)
{
    static const struct environment raised[] = {
        { "a flag", FE_TONEAREST, FE_DIVBYZERO, 0, 0 },
        { "all flags", FE_TONEAREST, FE_ALL_EXCEPT, 0, 0 },
    };

    (void)state;
    assert_same(raised, COUNT(raised));
}

#if defined(__SSE2__)
/* Flush-to-zero and denormals-are-zero, as -Ofast programs set them. */
static void
subnormal_numbers_are_kept(void **state)
{
    static const struct environment flushed[] = {
        { "flush-to-zero", FE_TONEAREST, 0, 0x8000, 0 },
        { "denormals-are-zero", FE_TONEAREST, 0, 0x40, 0 },
        { "both", FE_TONEAREST, 0, 0x8040, 0 },
        { "both, upwards", FE_UPWARD, 0, 0x8040, 0 },
    };

    (void)state;
    assert_same(flushed, COUNT(flushed));
}

/* Ends the program: whoever returns from here is sent again. */
static void
tell(int number)
{
    (void)number;
    print_error("%s sets off a trap\n", running);
    _Exit(1);
}

/* A caller who wants to be told of every division by zero is not told of
 * those of the library. */
static void
traps_of_the_caller_do_not_go_off(void **state)
{
    static const struct environment open[] = {
        { "open traps", FE_TONEAREST, 0, 0, 0x1f80 },
        { "open traps, denormals-are-zero", FE_TONEAREST, 0, 0x40, 0x1f80 },
    };
    int wrong = 0;

    (void)state;
    (void)signal(SIGFPE, tell);
    for (size_t i = 0; i < environment_count; i++) {
        wrong += expect(&environment_calls[i]);
        for (size_t k = 0; k < COUNT(open); k++)
            if (!environment_calls[i].scalar)
                wrong += differs(&environment_calls[i], &open[k]);
    }
    (void)signal(SIGFPE, SIG_DFL);
    assert_int_equal(wrong, 0);
}
#endif

/* A locale with a decimal comma, where the system has one. */
static void
the_locale_does_not_matter(void **state)
{
    static const char *const names[] = { "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8",
                                         "C.UTF-8" };
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < environment_count; i++) {
        wrong += expect(&environment_calls[i]);
        for (size_t k = 0; k < COUNT(names); k++) {
            const struct environment e = { .name = names[k],
                                           .mode = FE_TONEAREST };
            if (setlocale(LC_ALL, names[k]) != NULL)
                wrong += differs(&environment_calls[i], &e);
            (void)setlocale(LC_ALL, "C");
        }
    }
    assert_int_equal(wrong, 0);
}

/* How often a name has a row. */
static int
rows_of(const char *name)
{
    int rows = 0;

    for (size_t i = 0; i < environment_count; i++)
        rows += strcmp(environment_calls[i].name, name) == 0;
    return rows;
}

/* Whether a function is this wing's. What no other wing has is the base's. */
static int
is_ours(const char *name)
{
    static const char *const wings[] = { "dt_series_", "dt_growth_",
                                         "dt_compare_", "dt_" };
    size_t i = 0;

    while (strncmp(name, wings[i], strlen(wings[i])) != 0)
        i++;
    return strcmp(wings[i], environment_prefix) == 0;
}

static void
every_function_of_the_map_has_one_row(void **state)
{
    const char *path = getenv("DTGROWTH_TEST_MAP");
    char line[256], name[80];
    size_t functions = 0;
    int wrong = 0;

    (void)state;
    assert_non_null(path);
    FILE *map = fopen(path, "r");
    assert_non_null(map);
    while (fgets(line, sizeof(line), map) != NULL) {
        if (sscanf(line, " %79[a-z0-9_];", name) != 1 ||
            strncmp(name, "dt_", 3) != 0 || !is_ours(name))
            continue;
        functions++;
        if (rows_of(name) != 1) {
            print_error("%s has %d rows\n", name, rows_of(name));
            wrong++;
        }
    }
    fclose(map);
    assert_int_equal(wrong, 0);
    assert_int_equal(functions, environment_count);
}

static void
no_function_with_a_status_is_a_scalar(void **state)
{
    (void)state;
    for (size_t i = 0; i < environment_count; i++)
        if (environment_calls[i].scalar &&
            returns_a_status(environment_calls[i].name))
            fail_msg("%s returns a status", environment_calls[i].name);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_function_of_the_map_has_one_row),
        cmocka_unit_test(no_function_with_a_status_is_a_scalar),
        cmocka_unit_test(every_rounding_mode_gives_the_same_bits),
        cmocka_unit_test(flags_are_left_as_they_were),
        cmocka_unit_test(the_locale_does_not_matter),
#if defined(__SSE2__)
        cmocka_unit_test(subnormal_numbers_are_kept),
        cmocka_unit_test(traps_of_the_caller_do_not_go_off),
#endif
    };

    fill();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
