/* SPDX-License-Identifier: MIT */
/* The door of C, and compiled as C++ that of C++: runs the calls of a file and
 * prints their digest, as calls.py says.
 *   usage: door CALLS [DIGEST | --each | --lines]
 * DIGEST is a file that holds what it should be. --each prints a line for each
 * call: its function, its status, and the digest so far; --lines the same, with
 * the digest of this call alone. */

#include "door.h"

int
main(int argc, char **argv)
{
    const int alone = argc == 3 && strcmp(argv[2], "--lines") == 0;
    const int each = alone || (argc == 3 && strcmp(argv[2], "--each") == 0);
    uint64_t expected = 0;

    if (argc != 2 && argc != 3)
        stop("usage", "door CALLS [DIGEST | --each | --lines]");
    load(argv[1]);
    arena = (unsigned char *)calloc(ARENA, 1);
    if (arena == NULL)
        stop("no memory is left", "");
    char *start = cursor;
    hash = hash_of_nothing;
    for (const char *name; (name = next_token()) != NULL;) {
        hash = alone ? hash_of_nothing : hash;
        run(door_of(name));
        if (each)
            printf("%s %d %016" PRIx64 "\n", name, (int)last_status, hash);
    }
    free(start);
    free(arena);
    if (!each)
        printf("%016" PRIx64 "\n", hash);
    if (argc == 2 || each)
        return 0;
    FILE *file = fopen(argv[2], "r");
    if (file == NULL || fscanf(file, "%" SCNx64, &expected) != 1)
        stop("no digest", argv[2]);
    fclose(file);
    return hash != expected;
}
