/* The ground floor: error-free arithmetic, logarithm, exponential, exact sums
 * and directed rounding on IEEE doubles. Knows nothing of series.
 *
 * Only + - * / and integer operations are used, so every function gives the
 * same bits everywhere. Round-to-nearest is assumed, as by <math.h>. */
#ifndef DTGROWTH_LIB_NUM_NUM_H
#define DTGROWTH_LIB_NUM_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "num/dd.h"

/* ln(end / base); base and end positive and finite, the whole range of doubles
 * (subnormals too). Relative error below 2^-95. */
struct dt__dd dt__log_ratio(struct dt__dd base, struct dt__dd end);

/* ln(1 + rate), rate > -1 and finite; rate may be tiny. */
struct dt__dd dt__log1p(double rate);

/* e^y - 1, rounded to the nearest double; saturates to -1 and infinity. */
double dt__expm1(struct dt__dd y);

/* The same before its rounding; |y| < 700. */
struct dt__dd dt__expm1_dd(struct dt__dd y);

/* scale * e^y, rounded once, without premature over- or underflow. */
double dt__scaled_exp(double scale, struct dt__dd y);

/* (end - base) / base rounded; base not 0, both finite. Infinite where it
 * overflows. */
double dt__rate(double base, double end);

/* (numerator / denominator) ln(end / base) = y 2^e, |y| from 2^-54 to 2^11; all
 * positive and finite, base and end different. */
struct dt__dd dt__log_of_power(double base, double end, double numerator,
                               double denominator, int *e);

/* (end / base)^(numerator / denominator) - 1 rounded; base > 0, end >= 0,
 * finite; both exponents positive and finite. */
double dt__power_rate(double base, double end, double numerator,
                      double denominator);

/* a / b rounded to double, for two double-doubles, b not 0; correct over the
 * whole range where hi is finite. */
double dt__quotient(struct dt__dd a, struct dt__dd b);

/* a / b * 2^e, likewise; |e| <= 5000. */
double dt__scaled_quotient(struct dt__dd a, struct dt__dd b, int e);

/* The root of a pair, not negative; relative error below 2^-100. */
struct dt__dd dt__square_root(struct dt__dd x);

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

/* Limbs of 32 bits that cover every double and every product of two. */
enum { DT__SUM_LIMBS = 136 };

/* An exact sum of doubles and products: order-free, rounded once. */
struct dt__sum {
    int64_t limb[DT__SUM_LIMBS];
    int64_t pending; /* Additions since the last carry propagation. */
    bool invalid;    /* A term was not finite. */
};
void dt__sum_init(struct dt__sum *self);
void dt__sum_add(struct dt__sum *self, double x);
void dt__sum_add_product(struct dt__sum *self, double a, double b);
void dt__sum_merge(struct dt__sum *self, const struct dt__sum *other);
void dt__sum_subtract(struct dt__sum *self, const struct dt__sum *other);
/* Brings the limbs into the one form that a value has. */
void dt__sum_settle(struct dt__sum *self);
/* Whether `count` products of two doubles may come to a settled sum, as far as
 * its size tells: they stay below count 2^2048. */
bool dt__sum_fits(const struct dt__sum *self, int64_t count);
double dt__sum_round(const struct dt__sum *self); /* Nearest, ties to even. */
/* The sum divided by n > 0, rounded. */
double dt__sum_mean(const struct dt__sum *self, double n);
/* hi + lo of the sum; hi is infinite where that is too large for a double. */
struct dt__dd dt__sum_dd(const struct dt__sum *self);
/* The same in units of 2^*e, which never is infinite. */
struct dt__dd dt__sum_wide(const struct dt__sum *self, int *e);

#endif
