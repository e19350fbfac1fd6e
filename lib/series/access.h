/* What the other floors use of a series: argument checks, element access. */
#ifndef DTGROWTH_LIB_SERIES_ACCESS_H
#define DTGROWTH_LIB_SERIES_ACCESS_H

#include <stdbool.h>
#include <stdint.h>

#include <dtgrowth/series.h>

#include "base/error.h"
#include "num/dd.h"

/* Checks a view; `name` is the argument in messages. */
int32_t dt__check_series(const struct dt_series *x, const char *name,
                         struct dt_error *error);

/* Checks an output for `length` elements; its name is "out". */
int32_t dt__check_out(const struct dt_series_out *out, int64_t length,
                      struct dt_error *error);

/* DT_E_MIXED, naming both, if the frequencies differ. */
int32_t dt__check_same_frequency(const struct dt_series *a, const char *a_name,
                                 const struct dt_series *b, const char *b_name,
                                 struct dt_error *error);

bool dt__frequency_is_known(int32_t frequency);

/* Checks a unit by itself: known members, a terminated currency. */
int32_t dt__check_unit(const struct dt_series_unit *unit, const char *name,
                       struct dt_error *error);

enum { DT__PERIOD_TEXT_SIZE = 32 };

/* Writes a period for a message: as a date where it has one, as its ordinal
 * otherwise. Returns the buffer. */
const char *dt__period_text(char buffer[DT__PERIOD_TEXT_SIZE],
                            int32_t frequency, int64_t period);

/* Index of a period, or -1 outside the view. No period is outside. */
int64_t dt__find(const struct dt_series *x, int64_t period);

/* The same for a period that the caller named: DT_E_PERIOD, DT_E_BEFORE or
 * DT_E_AFTER with both arguments by name, and *index left alone. */
int32_t dt__find_named(const struct dt_series *x, const char *view,
                       int64_t period, const char *name, int64_t *index,
                       struct dt_error *error);

/* Reads observation i, 0 <= i < length. Returns DT_SERIES_WHY_DEFINED,
 * ..._VALUE_MISSING, or ..._NOT_FINITE for an infinity and for a NaN that
 * counts as a value. */
static inline int32_t
dt__read(const struct dt_series *x, int64_t i, double *value)
{
    *value = dt_series_at_i(x, i);
    if (dt_series_is_missing_i(x, i))
        return DT_SERIES_WHY_VALUE_MISSING;
    return dt__is_finite(*value) ? DT_SERIES_WHY_DEFINED
                                 : DT_SERIES_WHY_NOT_FINITE;
}

/* Copies observations i..i + n, with `gap` for each whose validity bit says
 * that it is missing; how many those are. */
int dt__copy_block(const struct dt_series *x, int64_t i, int n, double gap,
                   double *room);

/* Writes element i: the value, or the canonical NaN where `why` is not
 * DEFINED; the reason and the validity bit where the caller wants them. */
void dt__put(const struct dt_series_out *out, int64_t i, double value,
             int32_t why);

/* Whether `length` elements of an output with stride 1 can be written while
 * the view is read. */
bool dt__is_apart(const struct dt_series *x, const struct dt_series_out *out,
                  int64_t length);

/* Writes elements i..i + n; the values are NaN where why[] is not DEFINED. */
void dt__put_block(const struct dt_series_out *out, int64_t i, int n,
                   const double *values, const uint8_t *why);

#endif
