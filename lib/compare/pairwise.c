#include <dtgrowth/compare.h>
#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/find.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"

/* x and y of a period, and of the one `lag` before it. */
struct pair {
    double x, y, x_base, y_base;
};

static bool
is_lagged(int32_t kind)
{
    return kind == DT_COMPARE_SHARE_CHANGE || kind == DT_COMPARE_CONTRIBUTION;
}

static bool
compares_rates(int32_t kind)
{
    return kind == DT_COMPARE_DIFFERENTIAL || kind == DT_COMPARE_RELATIVE;
}

static int32_t
check_units(const struct dt_series *x, const struct dt_series *y, int32_t kind,
            struct dt_error *error)
{
    /* A ratio of two units is a quantity of its own. */
    if (kind == DT_COMPARE_RATIO)
        return DT_E_OK;
    const int32_t unit = x->unit.kind;
    if (compares_rates(kind) && unit >= DT_SERIES_UNIT_FLOW &&
        unit <= DT_SERIES_UNIT_INDEX)
        return dt__fail(error, DT_E_UNIT, -1,
                        "x->unit is one of levels; kind %" PRId32
                        " compares rates", kind);
    if (kind == DT_COMPARE_RELATIVE && (unit == DT_SERIES_UNIT_PERCENT ||
                                        unit == DT_SERIES_UNIT_LOG))
        return dt__fail(error, DT_E_UNIT, -1, "x->unit is %s; "
                        "DT_COMPARE_RELATIVE takes fractions",
                        unit == DT_SERIES_UNIT_LOG ? "a logarithm"
                                                   : "per cent");
    return dt_series_unit_check(&x->unit, &y->unit, error);
}

static int32_t
check(const struct dt_series *x, const struct dt_series *y, int32_t kind,
      int64_t lag, const struct dt_series_out *out, struct dt_error *error)
{
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_series(y, "y", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status < 0)
        return status;
    if (kind < DT_COMPARE_SHARE || kind > DT_COMPARE_RATIO)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32
                        ", no known comparison", kind);
    if (is_lagged(kind) ? lag < 1 : lag != 0)
        return dt__fail(error, DT_E_LAG, -1, "lag is %" PRId64 "; %s", lag,
                        is_lagged(kind) ? "at least 1 for this kind"
                                        : "0 for this kind");
    status = dt__check_same_frequency(x, "x", y, "y", error);
    if (status == DT_E_OK)
        status = check_units(x, y, kind, error);
    return status;
}

/* Adds the reason of an operand that plays the base. */
static int32_t
pairwise_join(int32_t why, int32_t base)
{
    return dt__first_why(why, dt__why_of_base(base));
}

/* Reads the operands of the kind; of y at period i a contribution is none. */
static int32_t
pairwise_read(const struct dt_series *x, const struct dt_series *y,
              int32_t kind, int64_t i, int64_t lag, struct pair *pair)
{
    const bool reads_y = kind != DT_COMPARE_CONTRIBUTION;
    const int64_t j = reads_y ? dt__find(y, x->start + i) : -1;
    if ((reads_y && j < 0) || i < lag)
        return DT_SERIES_WHY_NO_BASE;
    const int64_t base = lag > 0 ? dt__find(y, x->start + i - lag) : -1;
    if (lag > 0 && base < 0)
        return DT_SERIES_WHY_NO_BASE;

    int32_t why = dt__read(x, i, &pair->x);
    if (reads_y)
        why = pairwise_join(why, dt__read(y, j, &pair->y));
    if (lag > 0) {
        why = pairwise_join(why, dt__read(x, i - lag, &pair->x_base));
        why = pairwise_join(why, dt__read(y, base, &pair->y_base));
    }
    return why;
}

static int32_t
total_reason(double total)
{
    if (total == 0)
        return DT_SERIES_WHY_ZERO_BASE;
    return total < 0 ? DT_SERIES_WHY_NEGATIVE_BASE : DT_SERIES_WHY_DEFINED;
}

/* Whether the operands lie in the domain of the kind. */
static int32_t
domain(int32_t kind, const struct pair *p)
{
    int32_t why = DT_SERIES_WHY_DEFINED;

    switch (kind) {
    case DT_COMPARE_SHARE:
    case DT_COMPARE_SHARE_CHANGE:
        why = total_reason(p->y);
        if (kind == DT_COMPARE_SHARE_CHANGE)
            why = dt__first_why(why, total_reason(p->y_base));
        if (why == DT_SERIES_WHY_DEFINED &&
            (p->x < 0 || (kind == DT_COMPARE_SHARE_CHANGE && p->x_base < 0)))
            why = DT_SERIES_WHY_DOMAIN;
        return why;
    case DT_COMPARE_CONTRIBUTION:
        return total_reason(p->y_base);
    case DT_COMPARE_RELATIVE:
        if (p->y <= -1)
            return p->y == -1 ? DT_SERIES_WHY_ZERO_BASE
                              : DT_SERIES_WHY_NEGATIVE_BASE;
        return p->x < -1 ? DT_SERIES_WHY_DOMAIN : DT_SERIES_WHY_DEFINED;
    case DT_COMPARE_RATIO:
        return p->y == 0 ? DT_SERIES_WHY_ZERO_BASE : DT_SERIES_WHY_DEFINED;
    default:
        return DT_SERIES_WHY_DEFINED;
    }
}

static double
compute(int32_t kind, const struct pair *p)
{
    switch (kind) {
    case DT_COMPARE_SHARE:
        return dt_compare_share(p->x, p->y);
    case DT_COMPARE_SHARE_CHANGE:
        return dt_compare_share_change(p->x_base, p->y_base, p->x, p->y);
    case DT_COMPARE_CONTRIBUTION:
        return dt_compare_contribution(p->x_base, p->x, p->y_base);
    case DT_COMPARE_RELATIVE:
        return dt_compare_relative(p->x, p->y);
    case DT_COMPARE_RATIO:
        return p->x / p->y;
    default:
        return dt_compare_differential(p->x, p->y);
    }
}

int32_t
dt_compare_series(const struct dt_series *x, const struct dt_series *y,
                  int32_t kind, int64_t lag, const struct dt_series_out *out,
                  struct dt_error *error)
{
    const int32_t status = check(x, y, kind, lag, out, error);
    if (status < 0)
        return status;

    /* From the end, so that the result may replace x. */
    const struct dt__environment caller = dt__enter();
    for (int64_t i = x->length - 1; i >= 0; i--) {
        struct pair pair = { 0, 0, 0, 0 };
        double result = 0;
        int32_t why = pairwise_read(x, y, kind, i, lag, &pair);
        if (why == DT_SERIES_WHY_DEFINED)
            why = domain(kind, &pair);
        if (why == DT_SERIES_WHY_DEFINED) {
            result = compute(kind, &pair);
            if (!dt__is_finite(result))
                why = DT_SERIES_WHY_OVERFLOW;
        }
        dt__put(out, i, result, why);
    }
    dt__leave(caller);
    return DT_E_OK;
}
