/* SPDX-License-Identifier: MIT */
/* Levels that are linked: multiplied by a ratio of two others. */
#ifndef DTGROWTH_LIB_NUM_LINK_H
#define DTGROWTH_LIB_NUM_LINK_H

/* end / base 2^e, both from 1 to 2 in size. */
struct dt__link {
    double base, end;
    int e;
};

/* That of two finite levels, neither of which is 0. */
struct dt__link dt__link_of(double base, double end);

/* level * end / base, rounded once; infinite where it overflows. */
double dt__link_level(const struct dt__link *link, double level);

#endif
