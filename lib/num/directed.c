/* SPDX-License-Identifier: MIT */
#include "num/directed.h"

double
dt__next_up(double x)
{
    const uint64_t bits = dt__bits(x);

    if (x == 0)
        return dt__double(1);
    return dt__double(bits >> 63 ? bits - 1 : bits + 1);
}

double
dt__next_down(double x)
{
    return -dt__next_up(-x);
}

double
dt__round_down(struct dt__dd x, double error)
{
    /* Covers the roundings of the two additions as well. */
    const double margin = error * (1 + 0x1p-50) + dt__abs(x.lo) * 0x1p-52;
    const struct dt__dd s = dt__two_sum(x.hi, x.lo - margin);

    return s.lo < 0 ? dt__next_down(s.hi) : s.hi;
}

double
dt__round_up(struct dt__dd x, double error)
{
    return -dt__round_down(dt__dd_negate(x), error);
}

struct dt__dd
dt__multiply_off(struct dt__dd a, struct dt__dd b)
{
    const struct dt__dd p = dt__two_product(a.hi, b.hi);
    const double more = a.hi * b.lo + a.lo * b.hi;
    double lo = p.lo + more;

    if (more != 0 && lo == p.lo)
        lo = more > 0 ? dt__next_up(lo) : dt__next_down(lo);
    return dt__fast_sum(p.hi, lo);
}
