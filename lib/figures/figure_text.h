/* SPDX-License-Identifier: MIT */
/* A figure in a message. */
#ifndef DTGROWTH_LIB_FIGURES_FIGURE_TEXT_H
#define DTGROWTH_LIB_FIGURES_FIGURE_TEXT_H

#include <dtgrowth/figures.h>

/* A sign, 15 digits, 15 zeros; or "-0." and 18 digits; a terminator. */
enum { DT__FIGURE_TEXT_SIZE = 40 };

/* Writes a figure as printed, and returns the text. */
const char *dt__figure_text(const struct dt_compare_figure *figure,
                            char text[DT__FIGURE_TEXT_SIZE]);

#endif
