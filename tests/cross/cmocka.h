/* SPDX-License-Identifier: MIT */
/* Stands for cmocka on the platforms for which Debian has a compiler but no
 * cmocka: the same names, as far as the tests use them, and TAP on standard
 * output. A failure ends the test by longjmp, as there. */
#ifndef DTGROWTH_TESTS_CROSS_CMOCKA_H
#define DTGROWTH_TESTS_CROSS_CMOCKA_H

#include <stdio.h>
#include <string.h>

struct CMUnitTest {
    const char *name;
    void (*function)(void **);
};

/* Where a failure goes; cmocka.c owns it. */
extern jmp_buf cross_failed;

#define cmocka_unit_test(f) { #f, f }
#define print_error(...) (void)fprintf(stderr, __VA_ARGS__)
#define print_message(...) (void)fprintf(stderr, __VA_ARGS__)
#define _fail(file, line) \
    ((void)fprintf(stderr, "%s:%d: failed\n", (file), (line)), \
     longjmp(cross_failed, 1))
#define cross_require(condition, text) \
    ((condition) ? (void)0 \
                 : ((void)fprintf(stderr, "%s\n", (text)), \
                    _fail(__FILE__, __LINE__)))

#define fail() _fail(__FILE__, __LINE__)
#define fail_msg(...) (print_error(__VA_ARGS__), fail())
#define assert_true(c) cross_require((c) ? 1 : 0, #c)
#define assert_false(c) cross_require((c) ? 0 : 1, "not: " #c)
#define assert_null(p) cross_require((p) == NULL, #p " is not null")
#define assert_non_null(p) cross_require((p) != NULL, #p " is null")
#define assert_ptr_equal(a, b) \
    cross_require((const void *)(a) == (const void *)(b), #a " != " #b)
#define assert_int_equal(a, b) \
    cross_require((unsigned long long)(a) == (unsigned long long)(b), \
                  #a " != " #b)
#define assert_int_not_equal(a, b) \
    cross_require((unsigned long long)(a) != (unsigned long long)(b), \
                  #a " == " #b)
#define assert_string_equal(a, b) \
    cross_require(strcmp((a), (b)) == 0, #a " != " #b)
#define assert_string_not_equal(a, b) \
    cross_require(strcmp((a), (b)) != 0, #a " == " #b)
#define assert_memory_equal(a, b, size) \
    cross_require(memcmp((a), (b), (size)) == 0, #a " != " #b)
#define assert_memory_not_equal(a, b, size) \
    cross_require(memcmp((a), (b), (size)) != 0, #a " == " #b)

#define cmocka_run_group_tests(tests, set_up, tear_down) \
    cross_run((tests), sizeof(tests) / sizeof((tests)[0]))

int cross_run(const struct CMUnitTest *tests, size_t count);

#endif
