/* SPDX-License-Identifier: MIT */
/* Calls every function of numbers alone with all tuples of the values that
 * break naive code. In the default environment quiet operands raise neither the
 * invalid nor the division flag, and every NaN that is returned is one and the
 * same; in any whose traps are closed, control word and errno stay, and none
 * hangs. */

#include <float.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <dtgrowth/dt.h>

#include "scalars.h"
#include "word.h"

enum { MOST_OPERANDS = 4, SECONDS = 60, SHOWN = 20, MANY = 20000, STEP = 7 };
#define CANONICAL UINT64_C(0x7ff8000000000000)
#define LOUD      UINT64_C(0x7ff0000000000001)
#define COUNT     (sizeof(values) / sizeof(values[0]))

static const uint64_t values[] = {
    0, UINT64_C(0x8000000000000000),                 /* Zeros. */
    1, UINT64_C(0x8000000000000001),                 /* 2^-1074, */
    UINT64_C(0x0010000000000000),                    /* 2^-1022, */
    UINT64_C(0x8010000000000000),
    UINT64_C(0x3ff0000000000000),                    /* 1, */
    UINT64_C(0xbff0000000000000),
    UINT64_C(0x3ff0000000000001),                    /* above it, */
    UINT64_C(0x3fefffffffffffff),                    /* below it, */
    UINT64_C(0xbfefffffffffffff), UINT64_C(0xbff0000000000001),
    UINT64_C(0x3fb999999999999a),                    /* 0.1, */
    UINT64_C(0x4000000000000000),                    /* 2, */
    UINT64_C(0x4341c37937e08000),                    /* 1e16, */
    UINT64_C(0x433fffffffffffff),                    /* 2^53 - 1, */
    UINT64_C(0x4340000000000001),                    /* 2^53 + 2, */
    UINT64_C(0x7fefffffffffffff),                    /* the largest, */
    UINT64_C(0xffefffffffffffff),
    UINT64_C(0x7ff0000000000000),                    /* infinite, */
    UINT64_C(0xfff0000000000000),
    CANONICAL, UINT64_C(0xfff8000000000000),         /* and none. */
    UINT64_C(0x7ff8dead0000beef), LOUD,
};

static const struct scalar *volatile calling;
static const struct environment *environment = &environments[0];
static double operands[MOST_OPERANDS];
static int wrong;

static void
show(const char *what)
{
    if (wrong++ >= SHOWN)
        return;
    fprintf(stderr, "%s, %s: %s, of", calling->name, environment->name, what);
    for (int i = 0; i < calling->operands; i++)
        fprintf(stderr, " %a", operands[i]);
    fputc('\n', stderr);
}

static void
hang(int number)
{
    (void)number;
    show("no end");
    _Exit(1);
}

/* Takes the tuple of a number; whether none of it signals. */
static int
take(size_t tuple)
{
    int quiet = 1;

    for (int i = 0; i < calling->operands; i++, tuple /= COUNT) {
        memcpy(&operands[i], &values[tuple % COUNT], sizeof(double));
        quiet = quiet && values[tuple % COUNT] != LOUD;
    }
    return quiet;
}

static void
check_result(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof(bits));
    if ((bits & ~(UINT64_C(1) << 63)) > UINT64_C(0x7ff0000000000000) &&
        bits != CANONICAL)
        show("another NaN");
}

static void
call(size_t tuple, const struct state *before)
{
    const int quiet = take(tuple);

    (void)feclearexcept(FE_ALL_EXCEPT);
    const volatile double x = calling->of(operands);
    const struct state after = state();
    if (environment == &environments[0]) { /* What is promised there. */
        check_result(x);
        if (quiet && (after.flags & (FE_INVALID | FE_DIVBYZERO)) != 0)
            show("a flag");
    }
    if (after.mode != before->mode || after.x87 != before->x87 ||
        ((after.control ^ before->control) & ~0x3fU) != 0)
        show("another control word");
    if (after.number != NUMBER)
        show("errno");
    errno = NUMBER;
}

/* All tuples; of very many, in other environments than the default, some. */
static size_t
call_all(void)
{
    size_t tuples = 1;

    for (int i = 0; i < calling->operands; i++)
        tuples *= COUNT;
    set_environment(environment);
    errno = NUMBER;
    const struct state before = state();
    const size_t step =
        tuples > MANY && environment != &environments[0] ? STEP : 1;
    for (size_t i = 0; i < tuples; i += step)
        call(i, &before);
    set_default();
    return tuples / step;
}

int
main(void)
{
    const size_t count = sizeof(scalars) / sizeof(scalars[0]);
    size_t calls = 0;

    (void)signal(SIGALRM, hang);
    for (size_t e = 0; e < sizeof(environments) / sizeof(environments[0]); e++)
        for (size_t i = 0; i < count && environments[e].off == 0; i++) {
            environment = &environments[e];
            calling = &scalars[i];
            (void)alarm(SECONDS);
            calls += call_all();
        }
    printf("%d functions, %d values, %.1f million calls, %d faults\n",
           (int)count, (int)COUNT, (double)calls / 1e6, wrong);
    return wrong > 0;
}
