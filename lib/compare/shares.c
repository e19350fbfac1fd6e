#include <dtgrowth/compare.h>

#include "num/num.h"

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

static struct dt__dd
divide(double part, double total)
{
    return dt__dd_divide(dt__dd_from(part), dt__dd_from(total));
}

double
dt_compare_share_change(double part_base, double total_base, double part_end,
                        double total_end)
{
    const double before = dt_compare_share(part_base, total_base);
    const double after = dt_compare_share(part_end, total_end);

    if (!dt__is_finite(before) || !dt__is_finite(after))
        return dt__nan();
    /* Not rounded in between: shares that are close keep their digits. */
    const struct dt__dd change =
        dt__dd_add(divide(part_end, total_end),
                   dt__dd_negate(divide(part_base, total_base)));
    const double rounded = change.hi + change.lo;
    return dt__is_finite(rounded) ? rounded : after - before;
}

double
dt_compare_contribution(double part_base, double part_end, double total_base)
{
    if (!dt__is_finite(part_base) || !dt__is_finite(part_end) ||
        !dt__is_finite(total_base) || total_base <= 0)
        return dt__nan();
    const struct dt__dd rise = dt__two_sum(part_end, -part_base);
    if (!dt__is_finite(rise.hi))
        return part_end / total_base - part_base / total_base;
    return dt__quotient(rise, dt__dd_from(total_base));
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
