/* SPDX-License-Identifier: MIT */
/* Units in words. */
#ifndef DTGROWTH_LIB_UNITS_UNIT_TEXT_H
#define DTGROWTH_LIB_UNITS_UNIT_TEXT_H

#include <stdbool.h>

#include <dtgrowth/series.h>

enum { DT__UNIT_TEXT_SIZE = 256 };

/* Describes a good unit and returns the buffer. The decimals, which never
 * make two units differ, can be left out. */
const char *dt__unit_text(char buffer[DT__UNIT_TEXT_SIZE],
                          const struct dt_series_unit *unit,
                          bool with_decimals);

#endif
