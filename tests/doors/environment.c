/* SPDX-License-Identifier: MIT */
/* Runs the calls of a file in every floating-point environment. A function with
 * a status gives the same in each, and leaves control word, flags and errno as
 * they were; a scalar, which assumes the default one, leaves control word and
 * errno.
 *   usage: environment CALLS [LOCALE]
 * With LOCALE in that one alone, which must have a decimal comma; exits with 77
 * where the system lacks it. */

#include <locale.h>
#include <signal.h>

static void before_call(void);
static void after_call(void);
#define DOOR_BEFORE() before_call()
#define DOOR_AFTER()  after_call()
#include "door.h"
#include "word.h"

enum { MOST_LINES = 1 << 14, SHOWN = 20 };

static const struct environment *environment;
static const struct door *calling;
static struct state left, found;
static uint64_t expected[MOST_LINES];
static int wrong;

/* ---- Around a call */

/* A scalar may not be called with open traps, which it does not close. */
static void
before_call(void)
{
    const int opens = environment->off != 0;

    set_environment(calling->plain && opens ? &environments[0] : environment);
    errno = NUMBER;
    left = state();
}

static void
after_call(void)
{
    found = state();
    set_default();
}

static void
tell(int number)
{
    (void)number;
    fprintf(stderr, "%s, %s: sets off a trap\n", calling->name,
            environment->name);
    _Exit(1);
}

static void
complain(const char *what, unsigned now, unsigned before)
{
    wrong++;
    if (wrong <= SHOWN)
        fprintf(stderr, "%s, %s: %s is %#x, and was %#x\n", calling->name,
                environment->name, what, now, before);
}

static void
compare(const char *what, unsigned now, unsigned before)
{
    if (now != before)
        complain(what, now, before);
}

/* The word of SSE holds its flags, too. */
static void
check_state(void)
{
    unsigned flags = 0;
#if defined(__SSE2__)
    flags = calling->plain ? 0x3fU : 0U;
#endif

    compare("errno", (unsigned)found.number, (unsigned)left.number);
    compare("the rounding mode", (unsigned)found.mode, (unsigned)left.mode);
    compare("the control word", found.control & ~flags, left.control & ~flags);
    compare("the word of the x87", found.x87, left.x87);
    if (calling->plain)
        return;
    compare("the flags", (unsigned)found.flags, (unsigned)left.flags);
    compare("the flags of the x87", found.x87_flags, left.x87_flags);
}

/* ---- All calls */

static void
run_line(size_t line, const char *name)
{
    if (line >= MOST_LINES)
        stop("more lines than expected", name);
    calling = door_of(name);
    hash = hash_of_nothing;
    run(calling);
    check_state();
    if (expected[line] == 0)
        expected[line] = hash;
    if (!calling->plain && expected[line] != hash)
        complain("a digest", (unsigned)hash, (unsigned)expected[line]);
}

/* Every line, and the functions that no line calls. */
static size_t
run_all(const char *text)
{
    static unsigned char called[sizeof(doors) / sizeof(doors[0])];
    char *copy = (char *)malloc(strlen(text) + 1);
    size_t line = 0;

    if (copy == NULL)
        stop("no memory is left", "");
    memset(sums, 0, sizeof(sums));
    cursor = strcpy(copy, text);
    for (const char *name; (name = next_token()) != NULL; line++) {
        run_line(line, name);
        called[calling - doors] = 1;
    }
    for (size_t i = 0; i < sizeof(called); i++)
        if (!called[i])
            run_line(line++, doors[i].name);
    free(copy);
    return line;
}

/* Whether a locale with a comma is there, and set. */
static int
set_locale(const char *name)
{
    /* musl takes every name, and has one point. */
    if (setlocale(LC_ALL, name) != NULL &&
        strcmp(localeconv()->decimal_point, ",") == 0)
        return 1;
    printf("not run: no locale %s with a comma here\n", name);
    return 0;
}

int
main(int argc, char **argv)
{
    size_t count = sizeof(environments) / sizeof(environments[0]), lines = 0;

    if (argc != 2 && argc != 3)
        stop("usage", "environment CALLS [LOCALE]");
    load(argv[1]);
    arena = (unsigned char *)calloc(ARENA, 1);
    if (arena == NULL)
        stop("no memory is left", "");
    (void)signal(SIGFPE, tell);
    const char *text = cursor;
    environment = &environments[0];
    lines = run_all(text);
    if (argc == 3) {
        if (!set_locale(argv[2]))
            return 77;
        count = 2;
    }
    for (size_t i = 1; i < count; i++) {
        environment = &environments[argc == 3 ? 0 : i];
        (void)run_all(text);
    }
    printf("%d functions, %d calls in %d environments, %d faults\n",
           (int)(sizeof(doors) / sizeof(doors[0])), (int)lines, (int)count,
           wrong);
    return wrong > 0;
}
