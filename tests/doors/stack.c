/* SPDX-License-Identifier: MIT */
/* Runs each call of a file on a small stack of its own, below which memory is
 * protected: of 16 KB, and of 24 KB where the header says that a function needs
 * more than 8. The stack is painted before the call, and looked at behind it:
 * no call takes more than its header says, but for those in which libc writes a
 * text or a message. Elsewhere than with glibc on x86-64 the paint alone tells,
 * as a thread needs more for itself.
 *   usage: stack CALLS */

#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

static void before_call(void);
static void after_call(void);
#define DOOR_BEFORE() before_call()
#define DOOR_AFTER()  after_call()
#include "door.h"

#if defined(__x86_64__) && defined(__GLIBC__)
enum { SMALL = 16 << 10, LARGE = 24 << 10 };
#else
enum { SMALL = 256 << 10, LARGE = SMALL };
#endif
#if !defined(MORE)
#  define MORE 2048 /* Which base.h allows to other compilers and processors. */
#endif
enum { KB = 1024, MUCH = 8, PAGE = 64 << 10, PAINTED = 40 << 10, OWN = 128,
       COLOUR = 0x5A };
#define FRAME ((unsigned char *)__builtin_frame_address(0))

static unsigned char *stack, *painted;  /* Null where nothing is measured. */
static unsigned char other_stack[PAGE]; /* For a signal. */
static const struct door *volatile calling;
static size_t depth, deepest[sizeof(doors) / sizeof(doors[0])];

/* Down from the frame of the caller, but for what is in use here. */
__attribute__((noinline)) static void
before_call(void)
{
    if (stack == NULL)
        return;
    painted = FRAME - PAINTED < stack ? stack : FRAME - PAINTED;
    for (volatile unsigned char *at = painted; at < FRAME - OWN; at++)
        *at = COLOUR;
}

__attribute__((noinline)) static void
after_call(void)
{
    volatile unsigned char *at = painted;

    if (stack == NULL)
        return;
    while (at < FRAME - OWN && *at == COLOUR)
        at++;
    depth = (size_t)(FRAME - (unsigned char *)at);
}

static void
overflow(int number)
{
    static const char what[] = ": the stack is too small\n";

    (void)number;
    if (write(2, calling->name, strlen(calling->name)) < 0 ||
        write(2, what, sizeof(what) - 1) < 0)
        _exit(2);
    _exit(1);
}

static int
is_written_by_libc(void)
{
    int i = 0;

    while (i < room_count && rooms[i].add != add_char)
        i++;
    return last_status < 0 || i < room_count;
}

static void *
on_thread(void *unused)
{
    stack_t other = { .ss_sp = other_stack, .ss_size = sizeof(other_stack) };

    if (sigaltstack(&other, NULL) != 0)
        stop("no stack for a signal", "");
    run(calling);
    size_t *most = &deepest[calling - doors];
    if (!is_written_by_libc() && depth > *most)
        *most = depth;
    return unused;
}

/* A stack of that size in the middle of memory that is protected. */
static unsigned char *
make_stack(size_t size)
{
    unsigned char *memory = mmap(NULL, 2 * PAGE + size, PROT_NONE,
                                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED ||
        mprotect(memory + PAGE, size, PROT_READ | PROT_WRITE) != 0)
        stop("no memory is left", "");
    return memory + PAGE;
}

static void
run_on(unsigned char *memory, size_t size)
{
    pthread_attr_t attributes;
    pthread_t thread;

    stack = memory;
    if (pthread_attr_init(&attributes) != 0 ||
        pthread_attr_setstack(&attributes, memory, size) != 0 ||
        pthread_create(&thread, &attributes, on_thread, NULL) != 0)
        stop("no thread with such a stack", "");
    (void)pthread_join(thread, NULL);
    (void)pthread_attr_destroy(&attributes);
    stack = NULL;
}

/* Each call twice, as what is called first is bound first. */
static void
run_all(const char *text)
{
    unsigned char *small = make_stack(SMALL), *large = make_stack(LARGE);
    char *copy = (char *)malloc(strlen(text) + 1);

    if (copy == NULL)
        stop("no memory is left", "");
    for (int small_stacks = 0; small_stacks < 2; small_stacks++) {
        cursor = strcpy(copy, text);
        for (const char *name; (name = next_token()) != NULL;) {
            calling = door_of(name);
            if (!small_stacks)
                run(calling);
            else if (calling->stack <= MUCH)
                run_on(small, SMALL);
            else
                run_on(large, LARGE);
        }
    }
    free(copy);
}

static int
report(void)
{
    size_t most = 0;
    int wrong = 0;

    for (size_t i = 0; i < sizeof(doors) / sizeof(doors[0]); i++) {
        most = deepest[i] > most ? deepest[i] : most;
        if (deepest[i] <= (size_t)doors[i].stack * KB + MORE)
            continue;
        wrong++;
        fprintf(stderr, "%s takes %d bytes, and says %d KB\n", doors[i].name,
                (int)deepest[i], doors[i].stack);
    }
    printf("stacks of %d and %d KB, of which up to %d bytes are used\n",
           SMALL / KB, LARGE / KB, (int)most);
    return wrong > 0;
}

int
main(int argc, char **argv)
{
    const struct sigaction action = { .sa_handler = overflow,
                                      .sa_flags = SA_ONSTACK };

    if (argc != 2)
        stop("usage", "stack CALLS");
    load(argv[1]);
    arena = (unsigned char *)calloc(ARENA, 1);
    if (arena == NULL || sigaction(SIGSEGV, &action, NULL) != 0 ||
        sigaction(SIGBUS, &action, NULL) != 0)
        stop("no memory is left", "");
    run_all(cursor);
    return report();
}
