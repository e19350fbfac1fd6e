/* SPDX-License-Identifier: MIT */
/* The neighbours of a double, and roundings in a direction. */
#ifndef DTGROWTH_LIB_NUM_DIRECTED_H
#define DTGROWTH_LIB_NUM_DIRECTED_H

#include "num/dd.h"

/* hi + lo rounded downwards and upwards, where the true value lies within
 * `error` (an absolute bound) of hi + lo. */
double dt__round_down(struct dt__dd x, double error);
double dt__round_up(struct dt__dd x, double error);

/* a b to 2^-102, where what is too small to be seen in the pair still moves it
 * off the middle of two doubles. */
struct dt__dd dt__multiply_off(struct dt__dd a, struct dt__dd b);

/* The neighbours of a finite double. */
double dt__next_up(double x);
double dt__next_down(double x);

#endif
