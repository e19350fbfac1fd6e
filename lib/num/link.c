/* SPDX-License-Identifier: MIT */
#include "num/link.h"

#include "num/num.h"
#include "num/scale.h"

struct dt__link
dt__link_of(double base, double end)
{
    struct dt__link link;
    int base_e, end_e;

    link.base = dt__split(base, &base_e);
    link.end = dt__split(end, &end_e);
    link.e = end_e - base_e;
    return link;
}

double
dt__link_level(const struct dt__link *link, double level)
{
    if (level == 0)
        return level;
    int e;
    const double x = dt__split(level, &e);

    return dt__scaled_quotient(dt__two_product(x, link->end),
                               dt__dd_from(link->base), e + link->e);
}
