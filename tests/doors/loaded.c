/* SPDX-License-Identifier: MIT */
/* Loads a module that is linked with the library, runs the calls of a file
 * through it, and unloads both, again and again: each time the library is gone,
 * and nothing is left in memory.
 *   usage: loaded MODULE LIBRARY CYCLES CALLS DIGEST
 * MODULE is door.c, compiled as one whose main is door_main. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { FEW = 3 };   /* Cycles after which nothing more may be mapped. */

static void
stop(const char *what)
{
    fprintf(stderr, "%s\n", what != NULL ? what : "it cannot be loaded");
    exit(1);
}

/* How many pieces of memory the process has. */
static int
pieces(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    int lines = 0;

    if (maps == NULL)
        stop("/proc/self/maps cannot be read");
    for (int c; (c = getc(maps)) != EOF;)
        lines += c == '\n';
    fclose(maps);
    return lines;
}

static void
run(const char *module, const char *library, char **arguments)
{
    int (*door)(int, char **);
    void *loaded = dlopen(module, RTLD_NOW | RTLD_LOCAL);

    if (loaded == NULL)
        stop(dlerror());
    *(void **)&door = dlsym(loaded, "door_main");
    if (door == NULL || door(3, arguments) != 0)
        stop("other results than of a program");
    if (dlclose(loaded) != 0)
        stop(dlerror());
    if (dlopen(library, RTLD_NOW | RTLD_NOLOAD) != NULL)
        stop("the library is still there");
}

int
main(int argc, char **argv)
{
    int before = 0;

    if (argc != 6)
        stop("usage: loaded MODULE LIBRARY CYCLES CALLS DIGEST");
    char *arguments[] = { argv[0], argv[4], argv[5], NULL };
    const int cycles = atoi(argv[3]);
    for (int i = 0; i < cycles; i++) {
        run(argv[1], argv[2], arguments);
        if (i == FEW)
            before = pieces();
    }
    if (pieces() > before)
        stop("memory is left behind");
    fprintf(stderr, "loaded and unloaded %d times\n", cycles);
    return 0;
}
