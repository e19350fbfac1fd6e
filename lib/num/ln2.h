/* SPDX-License-Identifier: MIT */
/* ln 2 in the forms that doubles ask for; dt__ln2 in coefficients.h is a longer
 * one. */
#ifndef DTGROWTH_LIB_NUM_LN2_H
#define DTGROWTH_LIB_NUM_LN2_H

/* In two parts; the first has 42 bits, so that its product with an integer
 * below 2^11 is exact. */
#define DT__LN2_HI 0x1.62e42fefa3000p-1
#define DT__LN2_LO 0x1.3de6af278ece6p-42

/* The nearest double, and the nearest one to what it leaves. */
#define DT__LN2      0x1.62e42fefa39efp-1
#define DT__LN2_REST 0x1.abc9e3b39803fp-56

/* 1 / ln 2 */
#define DT__PER_LN2 0x1.71547652b82fep+0

#endif
