#include <dtgrowth/growth.h>

#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/kinds.h"
#include "growth/growth_options.h"
#include "growth/operands.h"
#include "growth/plan.h"
#include "num/environment.h"

static int32_t
between_check_periods(const struct dt__operands *from, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (from->each != NULL)
        return from->common == 0
                   ? DT_E_OK
                   : dt__fail(error, DT_E_PERIODS, -1, "periods is %s; 0 "
                              "beside periods_each",
                              dt__number(number, from->common));
    if (!(dt__is_finite(from->common) && from->common > 0))
        return dt__fail(error, DT_E_PERIODS, -1,
                        "periods is %s; positive and finite",
                        dt__number(number, from->common));
    return DT_E_OK;
}

static int32_t
between_one(const void *growth, const double *x, double *result)
{
    return dt__grow_over(growth, x[0], x[1], x[2], result);
}

static int32_t
between_plan(const struct dt__operands *from, int32_t kind,
             const struct dt_growth_options *options,
             struct dt__growth *growth, struct dt_error *error)
{
    struct dt_growth_options chosen;

    DT__TRY(dt__read_growth_options(options, 0, DT__COUNTS_BASE |
                                    DT__COUNTS_PER_YEAR, &chosen, error));
    DT__TRY(dt__choose_kind(kind, &chosen, from->base, "base", 1, growth,
                            error));
    return between_check_periods(from, error);
}

static int32_t
between_grow(const struct dt__operands *from, int32_t kind,
             const struct dt_growth_options *options,
             const struct dt_series_out *out, struct dt_error *error)
{
    struct dt__growth growth;
    struct dt__operand operands[DT__OPERANDS_BETWEEN];
    struct dt__task task = { .self = &growth, .one = between_one };

    DT__TRY(between_plan(from, kind, options, &growth, error));
    if (dt__refuses_bases(&growth)) {
        const struct dt__operand base = DT__BASE_OF(from->base, 0);
        const struct dt__task bases = { .operand = &base, .operands = 1 };
        DT__TRY(dt__refuse_bases(&bases, from->base->length, "base", error));
    }
    const double parameter[] = { growth.per_year, from->common };
    dt__set_operands(from, operands, &task);
    task.parameter = parameter;
    /* Other kernels do not look at the periods of each. */
    if (from->each == NULL || (growth.kind->flags & DT__KIND_ANNUALIZED))
        dt__use_kernel(&task, growth.kind->kernel);
    dt__open_growth_summary(&growth, &from->base->unit,
                            from->each == NULL ? from->common : dt__nan(),
                            out->summary);
    dt__compute(&task, 0, from->base->length, out);
    return DT_E_OK;
}

int32_t
dt_growth_between(const struct dt_series *base, const struct dt_series *end,
                  int32_t kind, double periods,
                  const struct dt_series *periods_each,
                  const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    const struct dt__operands from = { base, end, periods_each, periods,
                                       "periods_each" };

    DT__TRY(dt__check_operands(&from, out, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = between_grow(&from, kind, options, out, error);
    dt__leave(caller);
    return status;
}
