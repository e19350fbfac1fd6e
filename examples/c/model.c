/* SPDX-License-Identifier: MIT */
/* A model of several countries that asks for growth in each of its steps, from
 * its own memory: a step is a struct of arrays, a country one column through
 * all steps. Nothing is copied, and nothing allocated.
 *   usage: model [--time]     with what a step of growth costs, and what a loop
 *                             does that looks at its bases too */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <dtgrowth/dt.h>

enum { COUNTRIES = 5, STEPS = 24, YEAR = 4, START = 2019 * YEAR };

struct step {
    double gdp[COUNTRIES], trade[COUNTRIES];
    double growth[COUNTRIES], trade_growth[COUNTRIES]; /* Over a year. */
    uint8_t why[8]; /* Of the growth of trade; a multiple of a double. */
};

/* Doubles from a step to the next. */
enum { STRIDE = sizeof(struct step) / sizeof(double) };

static struct step steps[STEPS];
static const char *const names[COUNTRIES] = { "Atria", "Borea", "Corva",
                                              "Delta", "Estia" };
static const double trends[COUNTRIES] = { 0.004, 0.011, 0.006, 0.008, 0.003 };

/* Growth of one array of a step over that of a year before. */
static int32_t
grow(const double *base, const double *end, double *growth, uint8_t *why,
     struct dt_error *error)
{
    const struct dt_series from =
        DT_SERIES_OF(base, COUNTRIES, DT_SERIES_FREQ_UNDATED, 0);
    const struct dt_series to =
        DT_SERIES_OF(end, COUNTRIES, DT_SERIES_FREQ_UNDATED, 0);
    const struct dt_series_out out = DT_SERIES_OUT_WHY(growth, why, COUNTRIES);

    return dt_growth_between(&from, &to, DT_GROWTH_KIND_RATE, 1, NULL, NULL,
                             &out, error);
}

/* Levels of a step: trend, what the others grew by in the year before, and a
 * port that is closed for a quarter. */
static void
advance(struct step *now, const struct step *last, int step)
{
    for (int i = 0; i < COUNTRIES; i++) {
        double others = 0;

        for (int k = 0; k < COUNTRIES; k++)
            if (k != i && last->growth[k] == last->growth[k])
                others += last->growth[k] / (COUNTRIES - 1);
        now->gdp[i] = last->gdp[i] * (1 + trends[i] + 0.05 * others);
        now->trade[i] = 0.3 * now->gdp[i] * (1 + others);
    }
    if (step == 17)
        now->trade[2] = 0;
}

static int32_t
run(struct dt_error *error)
{
    for (int i = 0; i < COUNTRIES; i++) {
        steps[0].gdp[i] = 100 + 20 * i;
        steps[0].trade[i] = 0.3 * steps[0].gdp[i];
    }
    for (int t = 0; t < STEPS; t++) {
        struct step *now = &steps[t];
        int32_t status = 0;

        if (t > 0)
            advance(now, now - 1, t);
        for (int i = 0; i < COUNTRIES; i++)
            now->growth[i] = now->trade_growth[i] = (double)NAN;
        if (t >= YEAR)
            status = grow(now[-YEAR].gdp, now->gdp, now->growth, NULL, error);
        if (t >= YEAR && status >= 0)
            status = grow(now[-YEAR].trade, now->trade, now->trade_growth,
                          now->why, error);
        if (status < 0)
            return status;
    }
    return 0;
}

static void
print_last_steps(void)
{
    printf("Trade, growth over the year, per cent\n          ");
    for (int t = STEPS - 5; t < STEPS; t++)
        printf("  %d-Q%d", (START + t) / YEAR, (START + t) % YEAR + 1);
    for (int i = 0; i < COUNTRIES; i++) {
        printf("\n%-10s", names[i]);
        for (int t = STEPS - 5; t < STEPS; t++)
            if (steps[t].why[i] == DT_SERIES_WHY_DEFINED)
                printf("%9.2f", 100 * steps[t].trade_growth[i]);
            else
                printf("%9s", "none");
    }
    printf("\nnone: %s\n", dt_series_why_name(steps[21].why[2]));
}

/* Afterwards all countries through all steps, in one call: the same bits. */
static int32_t
compare_with_panel(struct dt_error *error)
{
    static double growth[STEPS][COUNTRIES];
    struct dt_series_panel gdp = DT_SERIES_PANEL_OF(
        steps[0].gdp, COUNTRIES, STEPS, DT_SERIES_FREQ_QUARTER, START);
    struct dt_series_panel_out out =
        DT_SERIES_PANEL_OUT(growth[0], NULL, COUNTRIES, STEPS);
    int same = 0;

    gdp.stride = STRIDE;
    gdp.series_stride = 1;
    out.stride = COUNTRIES;
    out.series_stride = 1;
    const int32_t status = dt_growth_series_panel(
        &gdp, DT_GROWTH_KIND_RATE, YEAR, NULL, &out, error);
    if (status < 0)
        return status;
    for (int t = YEAR; t < STEPS; t++)
        same += memcmp(growth[t], steps[t].growth, sizeof(growth[t])) == 0;
    printf("%d of %d steps have the bits of the whole panel\n", same,
           STEPS - YEAR);
    return 0;
}

static double
seconds(void)
{
    struct timespec now;

    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* The loop that is written in place of the library, with care: it rounds more
 * than once, and has one reason for all. */
static void
loop(const double *base, const double *end, double *growth, uint8_t *why)
{
    for (int i = 0; i < COUNTRIES; i++) {
        const int good = base[i] > 0 && isfinite(base[i]) && isfinite(end[i]);

        growth[i] = good ? (end[i] - base[i]) / base[i] : (double)NAN;
        why[i] = !good;
    }
}

static void
print_cost(void)
{
    const int32_t times = 1000000;
    struct step *now = &steps[STEPS - 1];
    double start = seconds();

    for (int i = 0; i < times; i++)
        (void)grow(now[-YEAR].trade, now->trade, now->trade_growth, now->why,
                   NULL);
    const double library = seconds() - start;
    start = seconds();
    for (int i = 0; i < times; i++) {
        loop(now[-YEAR].trade, now->trade, now->trade_growth, now->why);
#if defined(__GNUC__)
        __asm__ volatile("" ::: "memory"); /* It is done each time. */
#endif
    }
    const double plain = seconds() - start;
    printf("growth of %d countries: %.0f ns a step, the loop %.0f ns\n",
           COUNTRIES, 1e9 * library / times, 1e9 * plain / times);
}

int
main(int count, char **arguments)
{
    struct dt_error error;

    if (run(&error) < 0 || compare_with_panel(&error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    print_last_steps();
    if (count > 1 && strcmp(arguments[1], "--time") == 0)
        print_cost();
    return 0;
}
