/* SPDX-License-Identifier: MIT */
/* What every test program uses: cmocka, a comparison of doubles that cannot be
 * fooled by NaN, and the reader of vector files. */
#ifndef DTGROWTH_TESTS_SUPPORT_H
#define DTGROWTH_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dtgrowth/base.h>

/* The number of elements of an array. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The next of a fixed row of whole numbers below `limit`. */
uint64_t draw_below(uint64_t limit);

/* The distance in units of the last place of the expected value; infinite
 * between NaN and a number, and zero between two NaNs. */
double ulp_distance(double actual, double expected);

/* cmocka 1.1 compares floating point after a cast to float. This does not. */
#define assert_ulp(actual, expected, max_ulp) \
    assert_ulp_at((actual), (expected), (max_ulp), #actual, __FILE__, __LINE__)

void assert_ulp_at(double actual, double expected, double max_ulp,
                   const char *what, const char *file, int line);

/* What the documentation of a public function says of its errors: how far its
 * result may be, in units of the last place, from one that is correctly
 * rounded, and the end of an interval from one that is rounded outwards. Fails
 * if it says nothing. */
double stated_error(const char *function);
double stated_error_of_ends(const char *function);

/* The text of the public headers, one after the other. */
const char *headers(void);

/* Calls check() for every constant of that enumeration of the headers which
 * begins with `first`, so that a constant that is added is checked as well;
 * fails if there is none. */
void each_constant(const char *first,
                   void (*check)(const char *name, int32_t value));

/* The last constant of such an enumeration, for loops that must not leave out
 * what is added. */
int32_t last_constant(const char *first);

/* The first of two reasons, in the order that series.h states, and how many
 * have a place there. */
int32_t first_reason(int32_t a, int32_t b);
int32_t reason_count(void);

/* The status is `code`, and the error says so in exactly these words (null:
 * in any words), of no element, or of the one that is named. */
#define assert_error(status, code, error, message) \
    assert_fault((status), (code), (error), -1, (message))
#define assert_fault(status, code, error, index, message) \
    assert_error_at((status), (code), (error), (index), (message), __FILE__, \
                    __LINE__)

void assert_error_at(int32_t status, int32_t code,
                     const struct dt_error *error, int64_t index,
                     const char *message, const char *file, int line);

/* One line of a vector file: whitespace-separated fields, the first of which
 * may be read as numbers (C99 hex floats, decimals, inf, nan). */
enum { VECTOR_FIELDS = 64 };
struct vector {
    const char *file;
    int line;
    int fields;
    const char *text[VECTOR_FIELDS];
    double value[VECTOR_FIELDS]; /* NaN where the text is no number. */
};

/* Calls check() for every line of the named file that is neither empty nor a
 * comment (#), with at least `fields` fields; fails if there is none. */
void each_vector(const char *file, int fields,
                 void (*check)(const struct vector *));

#endif
