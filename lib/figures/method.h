/* SPDX-License-Identifier: MIT */
/* How a rate of growth is made: one row for each DT_COMPARE_METHOD_*. */
#ifndef DTGROWTH_LIB_FIGURES_METHOD_H
#define DTGROWTH_LIB_FIGURES_METHOD_H

#include <stdbool.h>
#include <stdint.h>

/* What kind of growth a method's rate stands for. */
enum dt__growth_form {
    DT__NO_GROWTH_FORM,
    DT__SIMPLE,     /* A part of the base: the factor is 1 + rate. */
    DT__COMPOUND,   /* One on the other: (1 + rate)^periods. */
    DT__CONTINUOUS  /* e^(rate periods) */
};

struct dt__method {
    enum dt__growth_form form;
    bool timeless; /* A rate of all periods together, not of one. */
};

/* The row of a method; of an unknown one, null. */
const struct dt__method *dt__method(int32_t method);

#endif
