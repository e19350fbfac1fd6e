/* A period in a message. */
#ifndef DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H
#define DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H

#include <stdint.h>

enum { DT__PERIOD_TEXT_SIZE = 32 };

/* Writes a period for a message: as a date where it has one, as its ordinal
 * otherwise. Returns the buffer. */
const char *dt__period_text(char buffer[DT__PERIOD_TEXT_SIZE],
                            int32_t frequency, int64_t period);

/* What a caller may have meant by an ordinal that reads like a year or a date,
 * such as 2024 or 202401, where it is none: for the end of a message; empty
 * otherwise. Returns the buffer. */
enum { DT__PERIOD_SLIP_SIZE = 80 };
const char *dt__period_slip(char buffer[DT__PERIOD_SLIP_SIZE],
                            int32_t frequency, int64_t period);

#endif
