/* SPDX-License-Identifier: MIT */
#include <dtgrowth/growth.h>

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "growth/growth_options.h"
#include "growth/operands.h"
#include "growth/scalar.h"
#include "num/environment.h"
#include "series/why.h"

double
dt_growth_periods(double base, double end, double rate)
{
    if (!dt__is_finite(base) || !dt__is_finite(end) || !dt__is_finite(rate) ||
        base <= 0 || end <= 0 || rate <= -1)
        return dt__nan();
    if (base == end)
        return rate == 0 ? dt__nan() : 0;
    if (rate == 0)
        return end > base ? dt__infinity() : -dt__infinity();
    return dt__quotient(dt__log_ratio(dt__dd_from(base), dt__dd_from(end)),
                        dt__log1p(rate));
}

double
dt_growth_doubling(double rate)
{
    return dt_growth_periods(1, 2, rate);
}

/* The periods between two levels that are there. */
static int32_t
periods_one(const void *self, const double *x, double *result)
{
    (void)self;
    if (x[0] <= 0)
        return dt__why_of_sign(x[0]);
    const double periods = dt_growth_periods(x[0], x[1], x[2]);
    return periods != periods ? DT_SERIES_WHY_DOMAIN
                              : dt__finish(periods, result);
}

/* One rate for all, or 0 beside those of each. */
static int32_t
periods_check_rate(double rate, bool has_rates, struct dt_error *error)
{
    char number[DT__NUMBER_SIZE];

    if (has_rates ? rate == 0 : dt__is_finite(rate) && rate > -1)
        return DT_E_OK;
    return dt__fail(error, DT_E_VALUE, -1, "rate is %s; %s",
                    dt__number(number, rate),
                    has_rates ? "0 beside rates" : "finite and above -1");
}

static void
periods_run(const void *plan, const struct dt__operands *from,
            const struct dt_series_out *out)
{
    struct dt__operand operands[DT__OPERANDS_BETWEEN];
    const double parameter[] = { 0, from->common };
    struct dt__task task = { .one = periods_one, .parameter = parameter };

    (void)plan;
    dt__set_operands(from, operands, &task);
    dt__use_kernel(&task, DT__KERNEL_PERIODS);
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_PERIODS,
                                   &from->base->unit, dt__nan(), 0 };
    dt__summary_open(out->summary, &made);
    dt__compute(&task, 0, from->base->length, out);
}

/* What is left once the arguments are there; inside, where a rate below the
 * normal numbers is not 0. */
static int32_t
periods_fill(const struct dt__operands *from, const struct dt_series_out *out,
             struct dt_error *error)
{
    DT__TRY(periods_check_rate(from->common, from->each != NULL, error));
    periods_run(NULL, from, out);
    return DT_E_OK;
}

int32_t
dt_growth_periods_between(const struct dt_series *base,
                          const struct dt_series *end, double rate,
                          const struct dt_series *rates,
                          const struct dt_growth_options *options,
                          const struct dt_series_out *out,
                          struct dt_error *error)
{
    const struct dt__operands from = { base, end, rates, rate, "rates" };

    DT__TRY(dt__check_operands(&from, out, error));
    DT__TRY(dt__no_growth_options(options, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = periods_fill(&from, out, error);
    dt__leave(caller);
    return status;
}

static int32_t
periods_fill_panel(const struct dt__operand_panels *from,
                   const struct dt_series_panel_out *out,
                   struct dt_error *error)
{
    DT__TRY(periods_check_rate(from->common, from->each != NULL, error));
    dt__run_operand_panels(from, periods_run, NULL, out);
    return DT_E_OK;
}

int32_t
dt_growth_periods_between_panel(const struct dt_series_panel *base,
                                const struct dt_series_panel *end, double rate,
                                const struct dt_series_panel *rates,
                                const struct dt_growth_options *options,
                                const struct dt_series_panel_out *out,
                                struct dt_error *error)
{
    const struct dt__operand_panels from = { base, end, rates, rate, "rates" };

    DT__TRY(dt__check_operand_panels(&from, out, error));
    DT__TRY(dt__no_growth_options(options, error));

    const struct dt__environment caller = dt__enter();
    const int32_t status = periods_fill_panel(&from, out, error);
    dt__leave(caller);
    return status;
}
