/* SPDX-License-Identifier: MIT */
/* Runs the calls of a file while something else goes on in the process; each
 * gives what it gives alone.
 *   usage: disturbed CALLS DIGESTS signals ROUNDS
 *          disturbed CALLS DIGESTS fork | threads
 *          disturbed CALLS DIGESTS first LINE
 * DIGESTS is what door CALLS --lines says, in another process. A timer sends
 * signals, whose handler calls the library; children are made between lines;
 * eight threads, none of which has called the library, do so at once: all
 * lines, or that of the number LINE alone. */

#define DOOR_LOCAL static _Thread_local
#include "door.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 8, MOST_LINES = 1 << 14, INTERVAL = 50, BETWEEN = 700,
       VALUES = 37, NUMBER = 77 };

static const char *text;        /* The calls. */
static uint64_t expected[MOST_LINES];
static size_t first;            /* 0 for all lines. */
static pthread_barrier_t barrier;
static _Thread_local int wrong;

static void
read_digests(const char *path)
{
    FILE *file = fopen(path, "r");
    size_t line = 0;

    if (file == NULL)
        stop("cannot be read", path);
    while (line < MOST_LINES &&
           fscanf(file, "%*s %*d %" SCNx64, &expected[line]) == 1)
        line++;
    fclose(file);
}

static void
run_line(size_t line, const char *name)
{
    hash = hash_of_nothing;
    run(door_of(name));
    if (hash == expected[line])
        return;
    wrong++;
    fprintf(stderr, "line %d, %s: another digest\n", (int)line + 1, name);
}

/* Forgets what this thread has kept. */
static char *
begin(void)
{
    char *copy = (char *)malloc(strlen(text) + 1);

    if (arena == NULL)
        arena = (unsigned char *)calloc(ARENA, 1);
    if (copy == NULL || arena == NULL)
        stop("no memory is left", "");
    memset(sums, 0, sizeof(sums));
    cursor = strcpy(copy, text);
    return copy;
}

static size_t
run_all(void (*between)(size_t line))
{
    char *copy = begin();
    size_t line = 0;

    for (const char *name; (name = next_token()) != NULL; line++) {
        run_line(line, name);
        if (between != NULL)
            between(line);
    }
    free(copy);
    return line;
}

/* ---- Signals */

static double of_signal[VALUES], of_nothing[VALUES];
static volatile sig_atomic_t signals, unlike;

/* Growth of a series, by kernels, and a message. */
static void
call_library(double *growth)
{
    static const double levels[VALUES] = { 7.23, 4.59, 1e-310, 3, 0, 5, 1e308 };
    const struct dt_series_out out = DT_SERIES_OUT(growth, VALUES);
    struct dt_series x;
    struct dt_error said;

    if (dt_series_view(levels, VALUES, 1, DT_SERIES_FREQ_YEAR, 2000, &x,
                       &said) < 0 ||
        dt_growth_series(&x, DT_GROWTH_KIND_LOG, 1, NULL, &out, &said) < 0 ||
        dt_series_view(NULL, VALUES, 1, DT_SERIES_FREQ_YEAR, 2000, &x,
                       &said) != DT_E_NULL)
        unlike = 1;
}

static void
handle(int number)
{
    const int kept = errno;

    (void)number;
    signals = signals + 1;
    errno = NUMBER;
    call_library(of_signal);
    if (memcmp(of_signal, of_nothing, sizeof(of_signal)) != 0 ||
        errno != NUMBER)
        unlike = 1;
    errno = kept;
}

static int
storm(int rounds)
{
    const struct sigaction action = { .sa_handler = handle,
                                      .sa_flags = SA_RESTART };
    const struct itimerval often = { { 0, INTERVAL }, { 0, INTERVAL } };
    const struct itimerval never = { { 0, 0 }, { 0, 0 } };
    size_t lines = 0;

    call_library(of_nothing);
    if (sigaction(SIGALRM, &action, NULL) != 0 ||
        setitimer(ITIMER_REAL, &often, NULL) != 0)
        stop("no timer", "");
    for (int i = 0; i < rounds; i++)
        lines += run_all(NULL);
    (void)setitimer(ITIMER_REAL, &never, NULL);
    printf("%d signals during %d calls\n", (int)signals, (int)lines);
    return wrong > 0 || unlike || signals < rounds;
}

/* ---- Children */

static int children;

static void
make_child(size_t line)
{
    int status = 0;

    if (line % BETWEEN != 0)
        return;
    const pid_t child = fork();
    if (child == 0) {
        /* Everything again, where another process has begun it. */
        cursor = NULL;
        (void)run_all(NULL);
        _exit(wrong > 0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        wrong++;
    children++;
}

static int
be_parent(void)
{
    const size_t lines = run_all(make_child);

    printf("%d children, of %d calls each\n", children, (int)lines);
    return wrong > 0;
}

/* ---- Threads */

static void
run_first(void)
{
    char *copy = begin();

    for (size_t line = 1; line < first && *cursor != 0; line++)
        cursor = strchr(cursor, '\n') + 1;
    const char *name = next_token();
    if (name == NULL)
        stop("there are fewer lines", "");
    (void)pthread_barrier_wait(&barrier);
    run_line(first - 1, name);
    free(copy);
}

static void *
on_thread(void *result)
{
    if (first > 0) {
        run_first();
    } else {
        (void)pthread_barrier_wait(&barrier);
        (void)run_all(NULL);
    }
    free(arena);
    *(int *)result = wrong;
    return NULL;
}

static int
race(void)
{
    pthread_t threads[THREADS];
    int results[THREADS], faults = 0;

    if (pthread_barrier_init(&barrier, NULL, THREADS) != 0)
        stop("no barrier", "");
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, on_thread, &results[i]) != 0)
            stop("no thread", "");
    for (int i = 0; i < THREADS; i++) {
        (void)pthread_join(threads[i], NULL);
        faults += results[i];
    }
    printf("%d threads\n", THREADS);
    return faults > 0;
}

int
main(int argc, char **argv)
{
    const char *what = argc >= 4 ? argv[3] : "";
    const int number = argc == 5 ? (int)integer(argv[4]) : 0;

    if (argc >= 4) {
        load(argv[1]);
        text = cursor;
        read_digests(argv[2]);
    }
    if (strcmp(what, "signals") == 0)
        return storm(number);
    if (strcmp(what, "fork") == 0)
        return be_parent();
    if (strcmp(what, "threads") != 0 && strcmp(what, "first") != 0)
        stop("usage", "disturbed CALLS DIGESTS signals | fork | threads");
    first = (size_t)number;
    return race();
}
