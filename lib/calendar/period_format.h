/* A period in a message. */
#ifndef DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H
#define DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H

#include <stdint.h>

enum { DT__PERIOD_TEXT_SIZE = 32 };

/* Writes a period for a message: as a date where it has one, as its ordinal
 * otherwise. Returns the buffer. */
const char *dt__period_text(char buffer[DT__PERIOD_TEXT_SIZE],
                            int32_t frequency, int64_t period);

#endif
