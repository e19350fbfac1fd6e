/* SPDX-License-Identifier: MIT */
/* Random cases of every scalar against MPFR, which counts those that are not
 * correctly rounded; the run of hours.
 *   usage: check_mpfr CASES [SEED [NAME...]]
 * CASES per function, of all or of those that are named. */

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mpfr.h>

#include <dtgrowth/dt.h>

enum { ARGUMENTS = 4, BITS = 400 };

/* Numbers for the exact computation; `a` holds the arguments. */
static mpfr_t a[ARGUMENTS], one, t, u, r;

static uint64_t state;

/* splitmix64 */
static uint64_t
draw(void)
{
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static double
uniform(double low, double high)
{
    return low + (high - low) * ((double)(draw() >> 11) * 0x1p-53);
}

static double
level(void)
{
    switch (draw() % 4) {
    case 0:  return ldexp(uniform(1, 2), (int)(draw() % 2097) - 1074);
    case 1:  return (double)(draw() % 100000 + 1) / 100;
    default: return uniform(0.5, 2000);
    }
}

/* Another level: near the first, or any. */
static double
second(double x)
{
    switch (draw() % 3) {
    case 0:  return fmin(x * (1 + (double)(draw() % 2000) * 0x1p-52), 1e308);
    case 1:  return fmin(x * uniform(0.5, 2), 1e308);
    default: return level();
    }
}

static double
rate(void)
{
    switch (draw() % 5) {
    case 0:  return (double)((int)(draw() % 1500) - 500) / 1000;
    case 1:  return ldexp(uniform(-1, 1), -(int)(draw() % 70));
    case 2:  return uniform(-0.999, 5);
    case 3:  return ldexp(uniform(0, 1), (int)(draw() % 300));
    default: return uniform(-0.2, 0.3);
    }
}

static double
periods(void)
{
    switch (draw() % 4) {
    case 0:  return (double)(draw() % 60 + 1);
    case 1:  return uniform(0.01, 100);
    case 2:  return 1 / (double)(draw() % 60 + 1);
    default: return ldexp(uniform(1, 2), (int)(draw() % 40) - 20);
    }
}

/* Each draws its arguments, and computes the result in both ways. */
struct function {
    const char *name;
    int arguments;
    void (*choose)(double *);
    double (*call)(const double *);
    void (*exact)(void);
};

static void
two_levels(double *x)
{
    x[0] = level();
    x[1] = second(x[0]);
}

static void
levels_periods(double *x)
{
    two_levels(x);
    x[2] = periods();
}

static void
levels_rate(double *x)
{
    two_levels(x);
    x[2] = rate();
}

static void
rate_periods(double *x)
{
    x[0] = rate();
    x[1] = periods();
}

static void
level_rate_periods(double *x)
{
    x[0] = level();
    rate_periods(x + 1);
}

static void
level_rate(double *x)
{
    x[0] = level();
    x[1] = rate();
}

static void
one_rate(double *x)
{
    x[0] = rate();
}

static void
two_rates(double *x)
{
    x[0] = rate();
    x[1] = draw() % 2 ? rate() : x[0] * (1 + (double)(draw() % 99) * 0x1p-52);
}

static void
four_levels(double *x)
{
    two_levels(x);
    x[2] = second(x[0]);
    x[3] = second(x[1]);
}

#define CALL(name, expression) \
    static double call_##name(const double *x) { return expression; }
CALL(rate, dt_growth_rate(x[0], x[1]))
CALL(log, dt_growth_log(x[0], x[1]))
CALL(midpoint, dt_growth_midpoint(x[0], x[1]))
CALL(cagr, dt_growth_cagr(x[0], x[1], x[2]))
CALL(compound, dt_growth_compound(x[0], x[1]))
CALL(project, dt_growth_project(x[0], x[1], x[2]))
CALL(backcast, dt_growth_backcast(x[0], x[1]))
CALL(periods, dt_growth_periods(x[0], x[1], x[2]))
CALL(doubling, dt_growth_doubling(x[0]))
CALL(from_log, dt_growth_from_log(x[0]))
CALL(to_log, dt_growth_to_log(x[0]))
CALL(share, dt_compare_share(x[0], x[1]))
CALL(share_change, dt_compare_share_change(x[0], x[2], x[1], x[3]))
CALL(contribution, dt_compare_contribution(x[0], x[1], x[2]))
CALL(relative, dt_compare_relative(x[0], x[1]))

static void
exact_rate(void)
{
    mpfr_sub(t, a[1], a[0], MPFR_RNDN); /* Too few bits for far levels: */
    mpfr_div(r, t, a[0], MPFR_RNDN);
    if (mpfr_cmpabs(r, one) < 0)
        return;
    mpfr_div(t, a[1], a[0], MPFR_RNDN);
    mpfr_sub(r, t, one, MPFR_RNDN);
}

static void
exact_log(void)
{
    mpfr_sub(t, a[1], a[0], MPFR_RNDN);
    mpfr_div(t, t, a[0], MPFR_RNDN);
    mpfr_log1p(r, t, MPFR_RNDN);
    mpfr_div(t, a[1], a[0], MPFR_RNDN);
    if (mpfr_cmp_d(t, 0.5) < 0 || mpfr_cmp_d(t, 2) > 0)
        mpfr_log(r, t, MPFR_RNDN);
}

static void
exact_midpoint(void)
{
    mpfr_sub(t, a[1], a[0], MPFR_RNDN);
    mpfr_add(u, a[1], a[0], MPFR_RNDN);
    mpfr_div(r, t, u, MPFR_RNDN);
    mpfr_mul_2ui(r, r, 1, MPFR_RNDN);
}

static void
exact_cagr(void)
{
    exact_log();
    mpfr_div(t, r, a[2], MPFR_RNDN);
    mpfr_expm1(r, t, MPFR_RNDN);
    /* A power with a whole exponent may be a tie, and has to be exact. */
    mpfr_ui_div(u, 1, a[2], MPFR_RNDN);
    if (!mpfr_integer_p(u) || mpfr_cmp_ui(u, 60) > 0)
        return;
    mpfr_div(t, a[1], a[0], MPFR_RNDN);
    mpfr_pow(t, t, u, MPFR_RNDN);
    if (mpfr_cmp_d(t, 2) > 0)
        mpfr_sub(r, t, one, MPFR_RNDN);
}

/* (1 + rate)^periods, exact where it has no more bits than it can have. */
static void
power(mpfr_t rate_, mpfr_t periods_)
{
    mpfr_add(t, rate_, one, MPFR_RNDN);
    mpfr_pow(t, t, periods_, MPFR_RNDN);
}

static void
exact_compound(void)
{
    mpfr_log1p(t, a[0], MPFR_RNDN);
    mpfr_mul(t, t, a[1], MPFR_RNDN);
    mpfr_expm1(r, t, MPFR_RNDN);
    power(a[0], a[1]);
    if (mpfr_cmp_d(t, 2) > 0)
        mpfr_sub(r, t, one, MPFR_RNDN);
}

static void
exact_project(void)
{
    power(a[1], a[2]);
    mpfr_mul(r, t, a[0], MPFR_RNDN);
}

static void
exact_backcast(void)
{
    mpfr_add(t, a[1], one, MPFR_RNDN);
    mpfr_div(r, a[0], t, MPFR_RNDN);
}

static void
exact_periods(void)
{
    exact_log();
    mpfr_log1p(t, a[2], MPFR_RNDN);
    mpfr_div(r, r, t, MPFR_RNDN);
}

static void
exact_doubling(void)
{
    mpfr_log1p(t, a[0], MPFR_RNDN);
    mpfr_const_log2(r, MPFR_RNDN);
    mpfr_div(r, r, t, MPFR_RNDN);
}

static void
exact_from_log(void)
{
    mpfr_expm1(r, a[0], MPFR_RNDN);
}

static void
exact_to_log(void)
{
    mpfr_log1p(r, a[0], MPFR_RNDN);
}

static void
exact_share(void)
{
    mpfr_div(r, a[0], a[1], MPFR_RNDN);
}

static void
exact_share_change(void)
{
    mpfr_div(t, a[2], a[3], MPFR_RNDN);
    mpfr_div(u, a[0], a[1], MPFR_RNDN);
    mpfr_sub(r, t, u, MPFR_RNDN);
}

static void
exact_contribution(void)
{
    mpfr_sub(t, a[1], a[0], MPFR_RNDN);
    mpfr_div(r, t, a[2], MPFR_RNDN);
}

static void
exact_relative(void)
{
    mpfr_sub(t, a[0], a[1], MPFR_RNDN);
    mpfr_add(u, a[1], one, MPFR_RNDN);
    mpfr_div(r, t, u, MPFR_RNDN);
}

#define FUNCTION(name, arguments, choose) \
    { #name, arguments, choose, call_##name, exact_##name }
static const struct function functions[] = {
    FUNCTION(rate, 2, two_levels),
    FUNCTION(log, 2, two_levels),
    FUNCTION(midpoint, 2, two_levels),
    FUNCTION(cagr, 3, levels_periods),
    FUNCTION(compound, 2, rate_periods),
    FUNCTION(project, 3, level_rate_periods),
    FUNCTION(backcast, 2, level_rate),
    FUNCTION(periods, 3, levels_rate),
    FUNCTION(doubling, 1, one_rate),
    FUNCTION(from_log, 1, one_rate),
    FUNCTION(to_log, 1, one_rate),
    FUNCTION(share, 2, two_levels),
    FUNCTION(share_change, 4, four_levels),
    FUNCTION(contribution, 3, four_levels),
    FUNCTION(relative, 2, two_rates),
};

/* The nearest double; mpfr_get_d() rounds once, subnormal results too. */
static int
is_right(const struct function *f, const double *x, double *expected)
{
    for (int i = 0; i < f->arguments; i++)
        mpfr_set_d(a[i], x[i], MPFR_RNDN);
    f->exact();
    *expected = mpfr_get_d(r, MPFR_RNDN);
    const double result = f->call(x);
    return result == *expected || (isnan(result) && isnan(*expected));
}

static int64_t
check(const struct function *f, int64_t cases)
{
    int64_t wrong = 0;

    for (int64_t i = 0; i < cases; i++) {
        double x[ARGUMENTS], expected;
        f->choose(x);
        if (is_right(f, x, &expected) || ++wrong > 3)
            continue;
        printf("  %s of", f->name);
        for (int j = 0; j < f->arguments; j++)
            printf(" %a", x[j]);
        printf(" is %a, not %a\n", expected, f->call(x));
    }
    printf("%-12s %" PRId64 " cases, %" PRId64 " misrounded\n", f->name, cases,
           wrong);
    fflush(stdout);
    return wrong;
}

static int
is_wanted(const char *name, int count, char **names)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return 1;
    return count <= 0;
}

int
main(int argc, char **argv)
{
    int64_t wrong = 0;
    size_t done = 0;

    if (argc < 2) {
        fprintf(stderr, "usage: %s CASES [SEED [NAME...]]\n", argv[0]);
        return 2;
    }
    state = argc >= 3 ? strtoull(argv[2], NULL, 10) : 1;
    mpfr_inits2(BITS, one, t, u, r, (mpfr_ptr)0);
    for (int i = 0; i < ARGUMENTS; i++)
        mpfr_init2(a[i], 53);
    mpfr_set_ui(one, 1, MPFR_RNDN);
    const size_t count = sizeof(functions) / sizeof(functions[0]);
    for (size_t i = 0; i < count; i++)
        if (is_wanted(functions[i].name, argc - 3, argv + 3)) {
            wrong += check(&functions[i], strtoll(argv[1], NULL, 10));
            done++;
        }
    printf("%" PRId64 " misrounded of %zu functions\n", wrong, done);
    return wrong > 0 || done == 0;
}
