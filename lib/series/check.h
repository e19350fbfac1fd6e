/* Checks and texts that the files of this floor share. A message names a
 * member as `owner`, `link`, member: "x", "->", "stride"; both are empty
 * where the member is an argument of its own. */
#ifndef DTGROWTH_LIB_SERIES_CHECK_H
#define DTGROWTH_LIB_SERIES_CHECK_H

#include "series/access.h"

/* Checks that `length` doubles, `stride` apart, can be addressed. */
int32_t dt__check_memory(const double *values, int64_t length, int64_t stride,
                         const char *owner, const char *link,
                         struct dt_error *error);

/* Checks the first bit of a bitmap of `length` bits. */
int32_t dt__check_bits(int64_t offset, int64_t length, const char *owner,
                       const char *link, struct dt_error *error);

/* dt__check_unit() for a unit that is there. */
int32_t dt__check_unit_members(const struct dt_series_unit *unit,
                               const char *owner, const char *link,
                               struct dt_error *error);

/* Members that a comparison of two units leaves out. */
enum {
    DT__UNIT_ALL            = 0,
    DT__UNIT_SKIP_MAGNITUDE = 1, /* Kind and scale. */
    DT__UNIT_SKIP_VINTAGE   = 2
};

/* Compares two units that are good by themselves: DT_E_UNIT, DT_E_VINTAGE. */
int32_t dt__check_same_unit(const struct dt_series_unit *a,
                            const struct dt_series_unit *b, int skip,
                            struct dt_error *error);

enum { DT__UNIT_TEXT_SIZE = 128 };

/* Describes a good unit and returns the buffer. The decimals, which never
 * make two units differ, can be left out. */
const char *dt__unit_text(char buffer[DT__UNIT_TEXT_SIZE],
                          const struct dt_series_unit *unit,
                          bool with_decimals);

#endif
