/* SPDX-License-Identifier: MIT */
#include <dtgrowth/compare.h>

#include "num/num.h"
#include "num/scale.h"

/* Finiteness is asked of the bits first: comparing a quiet NaN would raise
 * the invalid flag. */
double
dt_compare_share(double part, double total)
{
    if (!dt__is_finite(part) || !dt__is_finite(total) || total <= 0 ||
        part < 0)
        return dt__nan();
    return part / total;
}

/* A product m n 2^e of two positive numbers, m and n from 1 to 2. */
struct shares_product {
    double m, n;
    int e;
};

static struct shares_product
shares_multiply(double a, double b)
{
    int a_e, b_e;
    const double m = dt__split(a, &a_e), n = dt__split(b, &b_e);
    return (struct shares_product){ m, n, a_e + b_e };
}

/* Adds +-p 2^-e; what is 2^900 times smaller than the other product only
 * matters for its sign. */
static void
shares_add_product(struct dt__sum *sum, struct shares_product p, int e,
                   bool negative)
{
    const double n = dt__scale(p.n, p.e - e < -900 ? -900 : p.e - e);
    dt__sum_add_product(sum, negative ? -p.m : p.m, n);
}

double
dt_compare_share_change(double part_base, double part_end, double total_base,
                        double total_end)
{
    const double before = dt_compare_share(part_base, total_base);
    const double after = dt_compare_share(part_end, total_end);

    if (before != before || after != after)
        return dt__nan();
    if (part_base == 0 || part_end == 0)
        return after - before;

    /* (part_end total_base - part_base total_end) / (total_base total_end),
     * its numerator exact: shares that are close keep all their digits. */
    const struct shares_product up = shares_multiply(part_end, total_base);
    const struct shares_product down = shares_multiply(part_base, total_end);
    const struct shares_product total = shares_multiply(total_base, total_end);
    const int e = up.e > down.e ? up.e : down.e;
    struct dt__sum sum;
    dt__sum_init(&sum);
    shares_add_product(&sum, up, e, false);
    shares_add_product(&sum, down, e, true);
    return dt__scaled_quotient(dt__sum_dd(&sum),
                               dt__two_product(total.m, total.n), e - total.e);
}

double
dt_compare_contribution(double part_base, double part_end, double total_base)
{
    if (!dt__is_finite(part_base) || !dt__is_finite(part_end) ||
        !dt__is_finite(total_base) || total_base <= 0)
        return dt__nan();
    /* Near the end of the range a step of the sum may overflow, where the sum
     * itself does not: half the change is exact there, and cannot. */
    if (dt__abs(0.5 * part_end - 0.5 * part_base) < 0x1p1022)
        return dt__quotient(dt__two_difference(part_end, part_base),
                            dt__dd_from(total_base));
    return dt__scaled_quotient(
        dt__two_difference(0.5 * part_end, 0.5 * part_base),
        dt__dd_from(total_base), 1);
}

double
dt_compare_overlap(double a, double b, double total)
{
    struct dt__sum sum;

    dt__sum_init(&sum);
    dt__sum_add(&sum, a);
    dt__sum_add(&sum, b);
    dt__sum_add(&sum, -total);
    return dt__sum_round(&sum);
}
