/* SPDX-License-Identifier: MIT */
/* Measures two builds of the library in one process, in rounds that take
 * turns, and prints the lower quartiles as CSV:
 *     function,input,n,old,new,ratio
 * usage: ab OLD.so NEW.so [REGEX]          nanoseconds a call
 *        ab --count OLD.so NEW.so [REGEX]  under callgrind: one part of its
 *            output for each call, old and new of each row in turn
 * Exit status: 0, 2 where something fails, 3 where the machine is not quiet.
 * See ab.sh. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <inttypes.h>
#include <math.h>
#include <regex.h>
#include <sched.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__has_include)
#  if __has_include(<valgrind/callgrind.h>)
#    include <valgrind/callgrind.h>
#  endif
#endif
#ifndef CALLGRIND_TOGGLE_COLLECT
#  define CALLGRIND_TOGGLE_COLLECT (void)0
#  define CALLGRIND_DUMP_STATS (void)0
#endif

#include "ab.h"

enum { OLD, NEW, BUILDS };
enum {
    ROUNDS = 15,
    CONTROLS = 40,    /* At most as many places for the control loop. */
    TURNS = 75000,    /* Of the control loop. */
    SPARE = 64,       /* Values after the last one, for scalars. */
    STEP = AB_COLUMNS /* The stride of a table by rows. */
};
static const double slot = 150000; /* Nanoseconds of a build in a round. */
static const double worth = 12; /* Milliseconds that a call may take. */
static const int64_t sizes[] = { 1, 8, 20, 60, 300, 10000, 1000000 };
enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };
static const int64_t counted = 10000; /* The largest one for --count. */
static const char *const input_names[AB_INPUTS] = {
    "plain", "why", "stride", "gaps", "bitmap", "in place", "awkward"
};
/* A row as slow as that is measured once more, and the second time counts;
 * the control loop may vary by so much. */
static const double limit = 1.05, quiet = .02;

struct row {
    struct ab_job job;
    const char *input;
    int64_t repeats;
    double times[BUILDS][ROUNDS];
};

struct control {
    double times[BUILDS][ROUNDS];
};

/* Columns side by side, or one after the other. */
struct table {
    double *values;
    int64_t n, column, stride;
};

static struct ab_api builds[BUILDS];
static struct row *rows;
static int row_count;
static volatile double control_sink;

static void
fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(2);
}

static void *
allocate(size_t bytes)
{
    void *memory = aligned_alloc(64, (bytes + 127) / 64 * 64);
    if (memory == NULL)
        fail("no memory for %zu bytes", bytes);
    return memory;
}

/* ------------------------------------------------------------------------ */
/* Two builds. */

static void
load(struct ab_api *api, const char *path)
{
    static const struct {
        const char *name;
        size_t offset;
    } functions[] = {
#define AB_FUNCTION(name) { "dt_" #name, offsetof(struct ab_api, name) },
        AB_FUNCTIONS(AB_FUNCTION)
    };
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);

    if (library == NULL)
        fail("%s", dlerror());
    for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
        void *symbol = dlsym(library, functions[i].name);
        if (symbol == NULL)
            fail("%s has no %s", path, functions[i].name);
        memcpy((char *)api + functions[i].offset, &symbol, sizeof(symbol));
    }
}

/* ------------------------------------------------------------------------ */
/* Inputs. */

static uint64_t
next(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return *seed >> 33;
}

static void
fill(double *row[AB_COLUMNS], int64_t i, enum ab_input input, uint64_t *seed)
{
    const double level = 100 + (double)next(seed) * 0x1p-28;
    const int awkward = input == AWKWARD;
    const double swing = awkward ? (i & 1 ? -.6 : 1.5)
                                 : ((double)next(seed) - 0x1p30) * 0x1p-41;

    *row[LEVELS] = awkward && i & 1 ? level * 4 : level;
    *row[LATER] = level * (1 + (double)next(seed) * 0x1p-32);
    *row[RATES] = (double)next(seed) * (awkward ? 0x1p-30 : 0x1p-35);
    *row[OTHERS] = (double)next(seed) * 0x1p-35;
    *row[SWINGS] = swing;
    *row[FACTORS] = 1 + swing;
    *row[COUNTS] = 1 + (double)(next(seed) % 20);
    for (int c = 0; c < AB_COLUMNS; c++)
        if (input == GAPS && next(seed) % 50 == 0)
            *row[c] = (double)NAN;
        else if (awkward && c <= RATES && next(seed) % 10 == 0)
            *row[c] = 0;
}

/* The table of a size and an input, which is made when it is asked for. */
static const struct table *
table_of(int size, enum ab_input input)
{
    static struct table tables[SIZES][AB_INPUTS];
    struct table *t;
    uint64_t seed = 1;

    if (input == WHY || input == BITMAP || input == IN_PLACE)
        input = PLAIN;
    t = &tables[size][input];
    if (t->values)
        return t;
    t->n = sizes[size] + SPARE;
    t->column = input == STRIDE ? 1 : t->n;
    t->stride = input == STRIDE ? STEP : 1;
    t->values = allocate((size_t)t->n * AB_COLUMNS * sizeof(double));
    for (int64_t i = 0; i < t->n; i++) {
        double *row[AB_COLUMNS];
        for (int c = 0; c < AB_COLUMNS; c++)
            row[c] = t->values + c * t->column + i * t->stride;
        fill(row, i, input, &seed);
    }
    return t;
}

/* Memory that all rows share. */
static struct {
    double *out, *in_place;
    int64_t *work;
    uint8_t *why, *validity, *valid;
} shared;

static void
share(void)
{
    const size_t n = (size_t)sizes[SIZES - 1] + SPARE;
    uint64_t seed = 1;

    shared.out = allocate(n * STEP * sizeof(double));
    shared.in_place = allocate(n * sizeof(double));
    shared.work = allocate(n * sizeof(int64_t));
    shared.why = allocate(n);
    shared.valid = allocate(n / 8 + 1);
    shared.validity = allocate(n / 8 + 1);
    memset(shared.valid, 255, n / 8 + 1);
    for (size_t i = 0; i < n; i++)
        if (next(&seed) % 50 == 0)
            shared.valid[i / 8] &= (uint8_t)~(1 << i % 8);
}

static struct dt_series
view(const struct ab_job *job, const struct table *t, enum ab_column column,
     enum ab_input input)
{
    const int32_t frequency = job->task->frequency ? job->task->frequency
                                                   : DT_SERIES_FREQ_MONTH;
    struct dt_series s;

    if (builds[OLD].series_view(t->values + column * t->column, job->n,
                                t->stride, frequency, ab_start(frequency), &s,
                                NULL) < 0)
        fail("no view of %s", job->task->name);
    if (input == BITMAP)
        s.validity = shared.valid;
    return s;
}

static struct ab_job
job_of(const struct ab_case *task, enum ab_input input, int size)
{
    const struct table *t = table_of(size, input);
    struct ab_job job = { .task = task, .n = sizes[size] };

    job.x = view(&job, t, task->x, input);
    job.y = view(&job, t, task->y, input);
    job.z = view(&job, t, task->z, input);
    job.work = shared.work;
    job.out.values = shared.out;
    job.out.stride = t->stride;
    job.out.capacity = job.n;
    if (input == WHY)
        job.out.why = shared.why;
    if (input == BITMAP)
        job.out.validity = shared.validity;
    if (input == IN_PLACE) {
        job.fresh = job.x.values;
        job.x.values = job.out.values = shared.in_place;
    }
    return job;
}

/* ------------------------------------------------------------------------ */
/* Rows. */

static void
restore(const struct ab_job *job)
{
    if (job->fresh)
        memcpy(job->out.values, job->fresh, (size_t)job->n * sizeof(double));
}

static int32_t
call(const struct ab_job *job, int build)
{
    restore(job);
    return job->task->run(&builds[build], job);
}

/* Of this thread alone: others may have had their turn in between. */
static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* A sum of the bits of a result, in which one NaN is like another. */
static uint64_t
digest(const struct ab_job *job)
{
    uint64_t sum = 0, bits;

    for (int64_t i = 0; i < job->n; i++) {
        const double value = job->out.values[i * job->out.stride];
        memcpy(&bits, &value, sizeof(bits));
        sum = sum * 31 + (value == value ? bits : 1);
    }
    return sum;
}

/* Runs both builds, which have to do the same; 0 if they refuse the job. */
static int
agree(const struct ab_job *job, const char *input)
{
    const int64_t stride = job->out.stride;
    uint64_t sums[BUILDS];
    int32_t status[BUILDS];

    for (int b = 0; b < BUILDS; b++) {
        for (int64_t i = 0; i < job->n; i++)
            job->out.values[i * stride] = 0;
        status[b] = call(job, b);
        sums[b] = digest(job);
    }
    if (status[OLD] != status[NEW])
        fail("%s, %s, %" PRId64 ": status %d and now %d", job->task->name,
             input, job->n, (int)status[OLD], (int)status[NEW]);
    if (sums[OLD] != sums[NEW])
        fprintf(stderr, "%s, %s, %" PRId64 ": the results differ\n",
                job->task->name, input, job->n);
    return status[OLD] == 0;
}

/* Nanoseconds of a run of the slower build. */
static double
estimate(const struct ab_job *job)
{
    double longest = 0;

    for (int b = 0; b < BUILDS; b++) {
        int64_t repeats = 0;
        const double start = now();
        double end;
        do {
            call(job, b);
            repeats++;
        } while ((end = now()) < start + 10000);
        longest = fmax(longest, (end - start) / (double)repeats);
    }
    return longest;
}

/* Adds a row for each size of a case with an input, as far as they match. */
static void
add_rows(const struct ab_case *task, enum ab_input input, const regex_t *filter,
         int counting)
{
    for (int size = 0; size < SIZES; size++) {
        char name[200];
        struct row *row = &rows[row_count];
        const int64_t n = sizes[size];
        double cost;

        snprintf(name, sizeof(name), "%s,%s,%" PRId64, task->name,
                 input_names[input], n);
        if ((task->inputs == AB_ONCE && n > 1) ||
            (task->limit && n > task->limit) || (counting && n > counted) ||
            regexec(filter, name, 0, NULL, 0) != 0)
            continue;
        if (n > counted) { /* The size before tells whether it takes ages. */
            const struct ab_job before = job_of(task, input, size - 1);
            if (estimate(&before) * (double)n / (double)counted > worth * 1e6)
                continue;
        }
        row->job = job_of(task, input, size);
        row->input = input_names[input];
        if (!agree(&row->job, row->input))
            continue;
        cost = counting ? slot : estimate(&row->job);
        row->repeats = cost < slot ? (int64_t)(slot / cost) : 1;
        row_count++;
    }
}

static void
make_rows(const char *pattern, int counting)
{
    regex_t filter;

    if (regcomp(&filter, pattern, REG_EXTENDED | REG_NOSUB) != 0)
        fail("%s is no extended regular expression", pattern);
    rows = calloc((size_t)ab_case_count * AB_INPUTS * SIZES, sizeof(*rows));
    if (rows == NULL)
        fail("no memory for rows");
    for (int c = 0; c < ab_case_count; c++)
        for (int input = 0; input < AB_INPUTS; input++) {
            const struct ab_case *task = &ab_cases[c];
            if ((task->inputs == AB_ONCE ? 1 << PLAIN : task->inputs) >>
                    input & 1)
                add_rows(task, (enum ab_input)input, &filter, counting);
        }
    regfree(&filter);
    if (row_count == 0)
        fail("nothing matches %s", pattern);
}

static int64_t
calls_of(const struct row *row)
{
    return row->job.task->inputs == AB_ONCE ? AB_CALLS : 1;
}

/* ------------------------------------------------------------------------ */
/* Times. */

static int
compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
lower_quartile(const double *times, int count)
{
    double sorted[BUILDS * ROUNDS];

    memcpy(sorted, times, (size_t)count * sizeof(double));
    qsort(sorted, (size_t)count, sizeof(double), compare);
    return sorted[count / 4];
}

static double
ratio_of(const struct row *row)
{
    return lower_quartile(row->times[NEW], ROUNDS) /
           lower_quartile(row->times[OLD], ROUNDS);
}

static double
time_slot(const struct row *row, int build)
{
    double start;

    if (row->repeats > 1)
        call(&row->job, build); /* Warms up. */
    start = now();
    for (int64_t i = 0; i < row->repeats; i++)
        call(&row->job, build);
    return (now() - start) / (double)(row->repeats * calls_of(row));
}

/* A chain of sums and products, each of which waits for the one before. */
static double
time_control(void)
{
    const double start = now();
    double value = 1;

    for (int i = 0; i < TURNS; i++)
        value = value * .999 + .001;
    control_sink = value;
    return now() - start;
}

/* Builds take turns, and so does who is first. */
static void
run_round(struct row *const *chosen, int count, int round,
          struct control *controls)
{
    const int step = (count + CONTROLS - 1) / CONTROLS;

    for (int r = 0; r < count; r++)
        for (int turn = 0; turn < BUILDS; turn++) {
            const int build = turn ^ (round & 1);
            if (r % step == 0)
                controls[r / step].times[build][round] = time_control();
            chosen[r]->times[build][round] = time_slot(chosen[r], build);
        }
}

static double
spread(double a, double b)
{
    return fabs(a / b - 1);
}

/* The spread of a control loop: of old against new, and of the first half of
 * the rounds against the second. */
static double
control_spread(const struct control *c)
{
    double halves[2][BUILDS * ROUNDS];
    int counts[2] = { 0, 0 };

    for (int b = 0; b < BUILDS; b++)
        for (int i = 0; i < ROUNDS; i++) {
            const int late = i > ROUNDS / 2;
            halves[late][counts[late]++] = c->times[b][i];
        }
    return fmax(spread(lower_quartile(c->times[OLD], ROUNDS),
                       lower_quartile(c->times[NEW], ROUNDS)),
                spread(lower_quartile(halves[0], counts[0]),
                       lower_quartile(halves[1], counts[1])));
}

/* Whether the rounds may be judged: nine of ten control loops are steady. */
static int
is_quiet(const struct control *controls, int count)
{
    double spreads[CONTROLS];

    for (int i = 0; i < count; i++)
        spreads[i] = control_spread(&controls[i]);
    qsort(spreads, (size_t)count, sizeof(double), compare);
    fprintf(stderr, "control loops: spread %.1f %%, at worst %.1f %%\n",
            100 * spreads[count * 9 / 10], 100 * spreads[count - 1]);
    return spreads[count * 9 / 10] <= quiet;
}

/* Times the chosen rows; 0 if the machine is not quiet. */
static int
time_rows(struct row *const *chosen, int count)
{
    static struct control controls[CONTROLS];
    const int step = (count + CONTROLS - 1) / CONTROLS;

    for (int round = 0; round < ROUNDS; round++)
        run_round(chosen, count, round, controls);
    return is_quiet(controls, (count + step - 1) / step);
}

static int
time_all(void)
{
    struct row **chosen = calloc((size_t)row_count, sizeof(*chosen));
    int steady, count = 0;

    if (chosen == NULL)
        fail("no memory for rows");
    for (int r = 0; r < row_count; r++)
        chosen[r] = &rows[r];
    steady = time_rows(chosen, row_count);
    for (int r = 0; r < row_count; r++)
        if (ratio_of(&rows[r]) > limit)
            chosen[count++] = &rows[r];
    if (count)
        steady &= time_rows(chosen, count);
    free(chosen);
    for (int r = 0; r < row_count; r++)
        printf("%s,%s,%" PRId64 ",%.1f,%.1f,%.3f\n", rows[r].job.task->name,
               rows[r].input, rows[r].job.n,
               lower_quartile(rows[r].times[OLD], ROUNDS),
               lower_quartile(rows[r].times[NEW], ROUNDS), ratio_of(&rows[r]));
    return steady ? 0 : 3;
}

/* ------------------------------------------------------------------------ */

static int
count_all(void)
{
    for (int r = 0; r < row_count; r++) {
        const struct ab_job *job = &rows[r].job;
        for (int b = 0; b < BUILDS; b++) {
            restore(job);
            CALLGRIND_TOGGLE_COLLECT;
            job->task->run(&builds[b], job);
            CALLGRIND_TOGGLE_COLLECT;
            CALLGRIND_DUMP_STATS;
        }
        printf("%s,%s,%" PRId64 ",%" PRId64 "\n", job->task->name,
               rows[r].input, job->n, calls_of(&rows[r]));
    }
    return 0;
}

static void
stay_on_this_core(void)
{
    cpu_set_t cores;

    CPU_ZERO(&cores);
    CPU_SET((size_t)sched_getcpu(), &cores);
    sched_setaffinity(0, sizeof(cores), &cores);
}

int
main(int argc, char **argv)
{
    const int counting = argc > 1 && strcmp(argv[1], "--count") == 0;

    argc -= counting;
    argv += counting;
    if (argc < 3 || argc > 4)
        fail("usage: ab [--count] OLD.so NEW.so [REGEX]");
    stay_on_this_core();
    load(&builds[OLD], argv[1]);
    load(&builds[NEW], argv[2]);
    share();
    make_rows(argc > 3 ? argv[3] : "", counting);
    return counting ? count_all() : time_all();
}
