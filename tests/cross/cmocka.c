/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "cmocka.h"

jmp_buf cross_failed;

int
cross_run(const struct CMUnitTest *tests, size_t count)
{
    volatile int failures = 0;

    printf("1..%d\n", (int)count);
    for (volatile size_t i = 0; i < count; i++) {
        void *state = NULL;
        if (setjmp(cross_failed) == 0) {
            tests[i].function(&state);
            printf("ok %d - %s\n", (int)i + 1, tests[i].name);
        } else {
            failures++;
            printf("not ok %d - %s\n", (int)i + 1, tests[i].name);
        }
    }
    return failures;
}
