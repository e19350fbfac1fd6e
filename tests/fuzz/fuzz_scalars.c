/* SPDX-License-Identifier: MIT */
/* Scalars whose results are quotients, sums and whole powers, judged by exact
 * integers: the nearest double, or NaN where there is no result. */

#include "exact.h"

#include <dtgrowth/dt.h>

/* Results that rest on pairs of doubles may take what is a tie to so many bits
 * for one; all others are judged to the last bit. */
enum { SCALARS_POWER = 7, SCALARS_BITS = 96 };

/* A number, in exact form where it is finite. */
struct scalars_number {
    double x;
    struct exact e;
};

static void
scalars_draw(struct fuzz *f, struct scalars_number *number)
{
    number->x = fuzz_double(f);
    exact_double(&number->e, number->x - number->x == 0 ? number->x : 0);
}

/* Judges a result that has a value. */
static void
scalars_need(const char *name, double r, const struct exact *num,
             const struct exact *den, const struct scalars_number *n)
{
    FUZZ_NEED(exact_is_rounded(r, num, den), "%s(%a, %a, %a, %a): %a", name,
              n[0].x, n[1].x, n[2].x, n[3].x, r);
}

static void
scalars_need_pair(const char *name, double r, const struct exact *num,
                  const struct exact *den, const struct scalars_number *n)
{
    FUZZ_NEED(exact_is_rounded_to(r, num, den, SCALARS_BITS),
              "%s(%a, %a, %a, %a): %a", name, n[0].x, n[1].x, n[2].x, n[3].x,
              r);
}

static void
scalars_none(const char *name, double r, const struct scalars_number *n)
{
    FUZZ_NEED(r != r, "%s(%a, %a, %a, %a): %a", name, n[0].x, n[1].x, n[2].x,
              n[3].x, r);
}

static bool
scalars_finite(const struct scalars_number *n, int count)
{
    for (int i = 0; i < count; i++)
        if (n[i].x - n[i].x != 0)
            return false;
    return true;
}

static void
scalars_check_growth(const struct scalars_number *n)
{
    const double b = n[0].x, v = n[1].x;
    const bool finite = scalars_finite(n, 2);
    const double change = dt_growth_change(b, v), rate = dt_growth_rate(b, v);
    const double middle = dt_growth_midpoint(b, v);
    struct exact rise, mean, one;

    exact_integer(&one, 1);
    exact_less(&rise, &n[1].e, &n[0].e);
    exact_add(&mean, &n[0].e, &n[1].e);
    if (finite)
        scalars_need("change", change, &rise, &one, n);
    else
        scalars_none("change", change, n);
    if (finite && b > 0)
        scalars_need("rate", rate, &rise, &n[0].e, n);
    else
        scalars_none("rate", rate, n);
    if (finite && b >= 0 && v >= 0 && b + v > 0) {
        exact_add(&rise, &rise, &rise);
        scalars_need("midpoint", middle, &rise, &mean, n);
    } else {
        scalars_none("midpoint", middle, n);
    }
}

static void
scalars_check_shares(const struct scalars_number *n)
{
    const double *x[] = { &n[0].x, &n[1].x, &n[2].x, &n[3].x };
    const double share = dt_compare_share(*x[0], *x[1]);
    const double change = dt_compare_share_change(*x[0], *x[1], *x[2], *x[3]);
    const double part = dt_compare_contribution(*x[0], *x[1], *x[2]);
    struct exact a, b;

    if (scalars_finite(n, 2) && *x[0] >= 0 && *x[1] > 0)
        scalars_need("share", share, &n[0].e, &n[1].e, n);
    else
        scalars_none("share", share, n);
    exact_less(&a, &n[1].e, &n[0].e);
    if (scalars_finite(n, 3) && *x[2] > 0)
        scalars_need("contribution", part, &a, &n[2].e, n);
    else
        scalars_none("contribution", part, n);
    exact_times(&a, &n[1].e, &n[2].e);
    exact_times(&b, &n[0].e, &n[3].e);
    exact_less(&a, &a, &b);
    exact_times(&b, &n[2].e, &n[3].e);
    if (!scalars_finite(n, 4) || *x[0] < 0 || *x[1] < 0 || *x[2] <= 0 ||
        *x[3] <= 0)
        scalars_none("share_change", change, n);
    else
        scalars_need_pair("share_change", change, &a, &b, n);
}

static void
scalars_check_rates(const struct scalars_number *n)
{
    const double a = n[0].x, b = n[1].x;
    const double gap = dt_compare_differential(a, b);
    const double relative = dt_compare_relative(a, b);
    const double overlap = dt_compare_overlap(a, b, n[2].x);
    struct exact num, den, one;

    exact_integer(&one, 1);
    exact_less(&num, &n[0].e, &n[1].e);
    exact_add(&den, &one, &n[1].e);
    if (scalars_finite(n, 2))
        scalars_need("differential", gap, &num, &one, n);
    else
        scalars_none("differential", gap, n);
    if (scalars_finite(n, 2) && a >= -1 && b > -1)
        scalars_need_pair("relative", relative, &num, &den, n);
    else
        scalars_none("relative", relative, n);
    exact_add(&num, &n[0].e, &n[1].e);
    exact_less(&num, &num, &n[2].e);
    if (scalars_finite(n, 3))
        scalars_need("overlap", overlap, &num, &one, n);
    else
        scalars_none("overlap", overlap, n);
}

/* (1 + rate)^n, where both are there. */
static void
scalars_factor(const struct exact *rate, int n, struct exact *factor)
{
    struct exact one;

    exact_integer(&one, 1);
    exact_add(&one, &one, rate);
    exact_power(factor, &one, n);
}

static void
scalars_check_compound(const struct scalars_number *n, int power)
{
    const double compound = dt_growth_compound(n[1].x, power);
    const double level = dt_growth_project(n[0].x, n[1].x, power);
    const double back = dt_growth_backcast(n[0].x, n[1].x);
    struct exact factor, one, num;

    exact_integer(&one, 1);
    scalars_factor(&n[1].e, power, &factor);
    if (scalars_finite(n + 1, 1) && n[1].x >= -1) {
        exact_less(&num, &factor, &one);
        scalars_need_pair("compound", compound, &num, &one, n);
    } else if (power > 0) {
        scalars_none("compound", compound, n);
    }
    exact_times(&num, &factor, &n[0].e);
    if (scalars_finite(n, 2) && n[1].x >= -1)
        scalars_need_pair("project", level, &num, &one, n);
    scalars_factor(&n[1].e, 1, &factor);
    if (scalars_finite(n, 2) && n[1].x > -1)
        scalars_need_pair("backcast", back, &n[0].e, &factor, n);
    else
        scalars_none("backcast", back, n);
}

/* Whether base (1 + r)^n is on that side of the end, for r in the middle of
 * two doubles. */
static int
scalars_cagr_side(double a, double b, const struct scalars_number *n, int power,
                  bool *lost)
{
    struct exact middle, other, half;

    exact_double(&middle, a);
    exact_double(&other, b);
    exact_add(&middle, &middle, &other);
    exact_set(&half, false, 1, -1);
    exact_times(&middle, &middle, &half);
    scalars_factor(&middle, power, &middle);
    exact_times(&middle, &middle, &n[0].e);
    *lost = middle.lost || exact_is_near(&middle, &n[1].e, SCALARS_BITS);
    return exact_compare(&middle, &n[1].e);
}

static void
scalars_check_cagr(const struct scalars_number *n, int power)
{
    const double r = dt_growth_cagr(n[0].x, n[1].x, power);
    bool lost_low, lost_high;

    if (!scalars_finite(n, 2) || n[0].x <= 0 || n[1].x < 0 || power == 0) {
        scalars_none("cagr", r, n);
        return;
    }
    FUZZ_NEED(r >= -1, "cagr(%a, %a, %d): %a", n[0].x, n[1].x, power, r);
    if (r - r != 0 || r == DBL_MAX || r == -1)
        return;
    const int low = scalars_cagr_side(nextafter(r, -2), r, n, power, &lost_low);
    const int high = scalars_cagr_side(r, fuzz_up(r), n, power, &lost_high);
    FUZZ_NEED((lost_low || low <= 0) && (lost_high || high >= 0),
              "cagr(%a, %a, %d): %a", n[0].x, n[1].x, power, r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };
    struct scalars_number n[4];
    const int power = fuzz_below(&f, SCALARS_POWER + 1);

    for (int i = 0; i < 4; i++)
        scalars_draw(&f, &n[i]);
    scalars_check_growth(n);
    scalars_check_shares(n);
    scalars_check_rates(n);
    scalars_check_compound(n, power);
    scalars_check_cagr(n, power);
    return 0;
}
