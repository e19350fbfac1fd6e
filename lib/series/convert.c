#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/output.h"
#include "series/view.h"
#include "units/unit.h"

/* The powers of ten that are doubles. */
enum { EXACT_MAX = 22 };
static const double tens[EXACT_MAX + 1] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

/* 10^k, 0 <= k <= 66, as a sum of four doubles, exactly. */
static void
split_power(int32_t k, double term[4])
{
    const int32_t first = k < EXACT_MAX ? k : EXACT_MAX;
    const int32_t second = k - first < EXACT_MAX ? k - first : EXACT_MAX;
    const double third = tens[k - first - second];
    const struct dt__dd a = dt__two_product(tens[first], tens[second]);
    const struct dt__dd hi = dt__two_product(a.hi, third);
    const struct dt__dd lo = dt__two_product(a.lo, third);

    term[0] = hi.hi;
    term[1] = hi.lo;
    term[2] = lo.hi;
    term[3] = lo.lo;
}

/* value * 10^k for a power that no double holds. */
static double
shift_far(double value, int32_t k)
{
    double term[4];

    /* An exact sum that is zero has no sign. */
    if (value == 0)
        return value;
    if (k > 0) {
        struct dt__sum sum;
        split_power(k, term);
        dt__sum_init(&sum);
        for (int i = 0; i < 4; i++)
            dt__sum_add_product(&sum, value, term[i]);
        return dt__sum_round(&sum);
    }
    split_power(-k, term);
    return dt__quotient(dt__dd_from(value),
                        dt__fast_sum(term[0], term[1] + term[2]));
}

/* value * 10^k, rounded once. */
static double
shift(double value, int32_t k)
{
    if (k > EXACT_MAX || k < -EXACT_MAX)
        return shift_far(value, k);
    return k < 0 ? value / tens[-k] : value * tens[k];
}

static bool
is_ratio(int32_t kind)
{
    return kind == DT_SERIES_UNIT_FRACTION || kind == DT_SERIES_UNIT_PERCENT;
}

/* The power of ten of the number 1: per cent are hundredths. */
static int32_t
magnitude(const struct dt_series_unit *unit)
{
    return unit->scale - (unit->kind == DT_SERIES_UNIT_PERCENT ? 2 : 0);
}

static int32_t
check_units(const struct dt_series_unit *from, const struct dt_series_unit *to,
            struct dt_error *error)
{
    int32_t status = dt__check_unit(to, "to", error);
    if (status != DT_E_OK)
        return status;
    if (from->kind == DT_SERIES_UNIT_UNSTATED)
        return dt__fail(error, DT_E_UNIT, -1, "x->unit.kind is not stated");
    if (to->kind == DT_SERIES_UNIT_UNSTATED)
        return dt__fail(error, DT_E_UNIT, -1, "to->kind is not stated");

    const bool convertible = from->kind == to->kind ||
                             (is_ratio(from->kind) && is_ratio(to->kind));
    return dt__check_same_unit(from, to,
                               convertible ? DT__UNIT_SKIP_MAGNITUDE
                                           : DT__UNIT_ALL, error);
}

int32_t
dt_series_convert(const struct dt_series *x, const struct dt_series_unit *to,
                  const struct dt_series_out *out, struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status == DT_E_OK)
        status = check_units(&x->unit, to, error);
    if (status != DT_E_OK)
        return status;

    const int32_t k = magnitude(&x->unit) - magnitude(to);
    const struct dt__environment caller = dt__enter();
    for (int64_t i = 0; i < x->length; i++) {
        double value;
        int32_t why = dt__read(x, i, &value);
        if (why == DT_SERIES_WHY_DEFINED) {
            value = shift(value, k);
            if (!dt__is_finite(value))
                why = DT_SERIES_WHY_OVERFLOW;
        }
        dt__put(out, i, value, why);
    }
    dt__leave(caller);
    return DT_E_OK;
}
