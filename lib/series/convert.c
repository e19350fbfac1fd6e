/* SPDX-License-Identifier: MIT */
#include "series/convert.h"

#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/output.h"
#include "series/panel.h"
#include "series/panel_check.h"
#include "series/series_options.h"
#include "series/view.h"
#include "series/why.h"
#include "units/unit.h"
#include "units/unit_words.h"

/* The powers of ten that are doubles. */
enum { CONVERT_EXACT_MAX = 22 };
static const double convert_tens[CONVERT_EXACT_MAX + 1] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

/* 10^k, 0 <= k <= 66, as a sum of four doubles, exactly. */
static void
convert_split_power(int32_t k, double term[4])
{
    const int32_t first = k < CONVERT_EXACT_MAX ? k : CONVERT_EXACT_MAX;
    const int32_t rest = k - first;
    const int32_t second = rest < CONVERT_EXACT_MAX ? rest : CONVERT_EXACT_MAX;
    const double third = convert_tens[rest - second];
    const struct dt__dd a = dt__two_product(convert_tens[first],
                                            convert_tens[second]);
    const struct dt__dd hi = dt__two_product(a.hi, third);
    const struct dt__dd lo = dt__two_product(a.lo, third);

    term[0] = hi.hi;
    term[1] = hi.lo;
    term[2] = lo.hi;
    term[3] = lo.lo;
}

/* value * 10^k for a power that no double holds. */
static double
convert_shift_far(double value, int32_t k)
{
    double term[4];

    /* An exact sum that is zero has no sign. */
    if (value == 0)
        return value;
    if (k > 0) {
        struct dt__sum sum;
        convert_split_power(k, term);
        dt__sum_init(&sum);
        for (int i = 0; i < 4; i++)
            dt__sum_add_product(&sum, value, term[i]);
        return dt__sum_round(&sum);
    }
    convert_split_power(-k, term);
    return dt__quotient(dt__dd_from(value),
                        dt__fast_sum(term[0], term[1] + term[2]));
}

static bool
convert_is_far(int32_t k)
{
    return k > CONVERT_EXACT_MAX || k < -CONVERT_EXACT_MAX;
}

/* value * 10^k, rounded once. */
static double
convert_shift(double value, int32_t k)
{
    if (convert_is_far(k))
        return convert_shift_far(value, k);
    return k < 0 ? value / convert_tens[-k] : value * convert_tens[k];
}

/* The power of ten of the number 1: per cent are hundredths. */
static int32_t
convert_magnitude(const struct dt_series_unit *unit)
{
    return unit->scale - (dt__unit_is(unit, DT__UNIT_HUNDREDTHS) ? 2 : 0);
}

static int32_t
convert_check_units(const struct dt_series_unit *from,
                    const struct dt_series_unit *to, struct dt_error *error)
{
    DT__TRY(dt__check_unit(to, "to", error));
    if (!dt__unit_is(from, DT__UNIT_STATED))
        return dt__fail(error, DT_E_UNIT, -1, "x->unit.kind is not stated");
    if (!dt__unit_is(to, DT__UNIT_STATED))
        return dt__fail(error, DT_E_UNIT, -1, "to->kind is not stated");

    const bool convertible = from->kind == to->kind ||
                             (dt__unit_is(from, DT__UNIT_RATIO) &&
                              dt__unit_is(to, DT__UNIT_RATIO));
    return dt__check_same_unit(from, to,
                               convertible ? DT__UNIT_SKIP_MAGNITUDE
                                           : DT__UNIT_ALL, error);
}

static int32_t
convert_one(const void *self, const double *x, double *result)
{
    const int32_t *power = self;

    return dt__finish(convert_shift(x[1], *power), result);
}

void
dt__convert_run(const void *self, const struct dt_series *x,
                const struct dt_series_out *out)
{
    const struct dt__convert_plan *plan = self;
    const int32_t power = plan->power;
    const struct dt__made made = { DT_SERIES_TRANSFORMATION_LEVEL, plan->to, 0,
                                   0 };
    const bool far = convert_is_far(power);
    const struct dt__operand operands[] = {
        DT__SPREAD(far ? 1 : convert_tens[power < 0 ? -power : power]),
        DT__VALUE_OF(x),
    };
    struct dt__task task = { .self = &plan->power, .one = convert_one,
                             .operand = operands, .operands = 2 };

    if (!far)
        dt__use_kernel(&task, power < 0 ? DT__KERNEL_QUOTIENT
                                        : DT__KERNEL_PRODUCT);
    dt__summary_open(out->summary, &made);
    dt__compute(&task, 0, x->length, out);
}

int32_t
dt_series_convert(const struct dt_series *x, const struct dt_series_unit *to,
                  const struct dt_series_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    DT__TRY(dt__check_series(x, "x", error));
    DT__TRY(dt__check_out(out, x->length, error));
    DT__TRY(dt__no_series_options(options, error));
    DT__TRY(convert_check_units(&x->unit, to, error));
    const struct dt__convert_plan plan = {
        convert_magnitude(&x->unit) - convert_magnitude(to), to,
    };

    const struct dt__environment caller = dt__enter();
    dt__convert_run(&plan, x, out);
    dt__leave(caller);
    return DT_E_OK;
}

int32_t
dt_series_convert_panel(const struct dt_series_panel *x,
                        const struct dt_series_unit *to,
                        const struct dt_series_options *options,
                        const struct dt_series_panel_out *out,
                        struct dt_error *error)
{
    DT__TRY(dt__check_panel(x, "x", error));
    DT__TRY(dt__check_panel_out(out, x, error));
    DT__TRY(dt__no_series_options(options, error));
    DT__TRY(convert_check_units(&x->unit, to, error));
    const struct dt__convert_plan plan = {
        convert_magnitude(&x->unit) - convert_magnitude(to), to,
    };

    const struct dt__environment caller = dt__enter();
    dt__panel_run(x, dt__convert_run, &plan, out);
    dt__leave(caller);
    return DT_E_OK;
}
