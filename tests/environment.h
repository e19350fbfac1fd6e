/* Calls of public functions, run in every floating-point environment. A test
 * program has one row for each function of its wing; the map of the library's
 * symbols says which those are, so that none can be forgotten. */
#ifndef DTGROWTH_TESTS_ENVIRONMENT_H
#define DTGROWTH_TESTS_ENVIRONMENT_H

#include "support.h"

#include <dtgrowth/dt.h>

struct call {
    const char *name;
    void (*run)(void);
    /* A function of doubles without a status: it keeps the control word and
     * errno, and assumes the default environment. */
    int scalar;
};

/* The wing's rows, and how the names of its functions begin. */
extern const struct call environment_calls[];
extern const size_t environment_count;
extern const char *const environment_prefix;

/* Observations of many kinds: levels with a gap, a zero, a subnormal and a
 * huge one; positive ones with two subnormals; rates of growth. */
enum { SERIES_LENGTH = 300 };
extern struct dt_series levels, others, rates;
extern double room[SERIES_LENGTH];
extern uint8_t reasons[SERIES_LENGTH];
extern const struct dt_series_out out; /* Both of them. */

/* Adds to what a row gives, which is compared bit for bit. Rows may not
 * calculate: they run with the caller's traps open. */
void give(const void *bytes, size_t size);
void give_text(const char *text);
void give_number(double x);

/* A status that must be the expected one, and the message of a failure. */
void give_status(int32_t expected, int32_t status);
extern struct dt_error said;

/* The same, and then the whole output. */
void give_out(int32_t status);

#endif
