/* SPDX-License-Identifier: MIT */
/* A period in a message. */
#ifndef DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H
#define DTGROWTH_LIB_CALENDAR_PERIOD_FORMAT_H

#include <stdint.h>

enum { DT__PERIOD_TEXT_SIZE = 32 };

/* Writes a period for a message: as a date where it has one, as its ordinal
 * otherwise. Returns the buffer. */
const char *dt__period_text(char buffer[DT__PERIOD_TEXT_SIZE],
                            int32_t frequency, int64_t period);

/* What a caller may have meant by a period that lies outside a view, where one
 * of it and the start of the view reads like a year or a date, as 2024 and
 * 202401 do, and they are far apart: for the end of a message. Empty otherwise.
 * Returns the buffer. */
enum { DT__PERIOD_SLIP_SIZE = 80 };
const char *dt__period_slip(char buffer[DT__PERIOD_SLIP_SIZE],
                            int32_t frequency, int64_t period, int64_t start);

#endif
