/* SPDX-License-Identifier: MIT */
#include "num/root.h"

#include "num/scale.h"

struct dt__dd
dt__square_root(struct dt__dd x)
{
    int e;

    if (x.hi == 0)
        return x;
    struct dt__dd m = dt__split_pair(x, &e);
    const int odd = e & 1;
    m = (struct dt__dd){ m.hi * (1 + odd), m.lo * (1 + odd) };

    /* Each of Newton's steps doubles the digits, of which the first guess has
     * at least two bits for a number from 1 to 4. */
    double s = 0.5 * (1 + m.hi);
    for (int step = 0; step < 5; step++)
        s = 0.5 * (s + m.hi / s);
    const struct dt__dd square = dt__two_product(s, s);
    const struct dt__dd rest = dt__dd_add(m, dt__dd_negate(square));
    const struct dt__dd root = dt__fast_sum(s, rest.hi / (2 * s));
    const double power = dt__power2((e - odd) / 2);

    return (struct dt__dd){ root.hi * power, root.lo * power };
}
