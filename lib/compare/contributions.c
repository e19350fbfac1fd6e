#include <dtgrowth/compare.h>
#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"

static int32_t
check(const struct dt_series *base, const struct dt_series *end,
      const struct dt_series_out *out,
      const struct dt_compare_decomposition *result, struct dt_error *error)
{
    int32_t status = dt__check_series(base, "base", error);
    if (status == DT_E_OK)
        status = dt__check_series(end, "end", error);
    if (status < 0)
        return status;
    if (end->length != base->length)
        return dt__fail(error, DT_E_LENGTH, -1, "end has %" PRId64
                        " parts, base has %" PRId64, end->length,
                        base->length);
    status = dt__check_out(out, base->length, error);
    if (status < 0)
        return status;
    if (result == NULL)
        return dt__fail(error, DT_E_NULL, -1, "result is null");
    return dt_series_unit_check(&base->unit, &end->unit, error);
}

static int32_t
total_reason(double total_base, double total_end)
{
    if (!dt__is_finite(total_base) || !dt__is_finite(total_end))
        return DT_SERIES_WHY_NOT_FINITE;
    if (total_base <= 0)
        return total_base == 0 ? DT_SERIES_WHY_ZERO_BASE
                               : DT_SERIES_WHY_NEGATIVE_BASE;
    return DT_SERIES_WHY_DEFINED;
}

static void
leave_undefined(struct dt_compare_decomposition *self, int32_t why,
                int64_t index)
{
    const double nan = dt__nan();
    *self = (struct dt_compare_decomposition){
        nan, nan, nan, nan, nan, index, why, 0
    };
}

/* The sums of the parts, exact until their one rounding. */
struct sums {
    struct dt__sum base, end, rise;
};

/* sum / total, also where the sum is too large for a double. */
static double
contributions_quotient(const struct dt__sum *sum, double total)
{
    int e;
    const struct dt__dd wide = dt__sum_wide(sum, &e);

    return dt__scaled_quotient(wide, dt__dd_from(total), e);
}

static void
finish(const struct sums *sums, double total_base, double total_end,
       struct dt_compare_decomposition *result)
{
    struct dt__sum base = sums->base, end = sums->end, unexplained = sums->rise;

    result->growth = dt__rate(total_base, total_end);
    result->sum = contributions_quotient(&sums->rise, total_base);
    /* total_base - sum of the parts, as -(sum - total). */
    dt__sum_add(&base, -total_base);
    dt__sum_add(&end, -total_end);
    result->discrepancy_base = 0 - dt__sum_round(&base);
    result->discrepancy_end = 0 - dt__sum_round(&end);
    dt__sum_add(&unexplained, -total_end);
    dt__sum_add(&unexplained, total_base);
    result->discrepancy = 0 - contributions_quotient(&unexplained, total_base);
    result->index = -1;
    result->why = DT_SERIES_WHY_DEFINED;
    result->reserved = 0;
}

int32_t
dt_compare_contributions(const struct dt_series *base,
                         const struct dt_series *end, double total_base,
                         double total_end, const struct dt_series_out *out,
                         struct dt_compare_decomposition *result,
                         struct dt_error *error)
{
    const int32_t status = check(base, end, out, result, error);
    if (status < 0)
        return status;

    const struct dt__environment caller = dt__enter();
    struct sums sums;
    dt__sum_init(&sums.base);
    dt__sum_init(&sums.end);
    dt__sum_init(&sums.rise);
    const int32_t total_why = total_reason(total_base, total_end);
    int32_t first_why = total_why;
    int64_t first = -1;
    for (int64_t i = 0; i < base->length; i++) {
        double before, after;
        const int32_t before_why = dt__why_of_base(dt__read(base, i, &before));
        const int32_t part_why = dt__first_why(dt__read(end, i, &after),
                                               before_why);
        const int32_t why = dt__first_why(part_why, total_why);
        if (why != DT_SERIES_WHY_DEFINED) {
            if (first_why == DT_SERIES_WHY_DEFINED) {
                first_why = why;
                first = i;
            }
            dt__put(out, i, 0, why);
            continue;
        }
        dt__sum_add(&sums.base, before);
        dt__sum_add(&sums.end, after);
        dt__sum_add(&sums.rise, after);
        dt__sum_add(&sums.rise, -before);
        const double share = dt_compare_contribution(before, after, total_base);
        dt__put(out, i, share, dt__is_finite(share) ? DT_SERIES_WHY_DEFINED
                                                    : DT_SERIES_WHY_OVERFLOW);
    }
    if (first_why == DT_SERIES_WHY_DEFINED)
        finish(&sums, total_base, total_end, result);
    else
        leave_undefined(result, first_why, first);
    dt__leave(caller);
    return DT_E_OK;
}
