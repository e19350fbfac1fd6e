#include "series/sum.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "kernels/kernels.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/find.h"
#include "series/view.h"
#include "series/why.h"

_Static_assert(sizeof(struct dt__sum_state) <= sizeof(struct dt_series_sum),
               "the public struct has room for the state");

int32_t
dt__sum_open(const struct dt_series_sum *self, const char *name,
             struct dt__sum_state *state, struct dt_error *error)
{
    if (self == NULL)
        return dt__fail(error, DT_E_NULL, -1, "%s is null", name);
    memcpy(state, self, sizeof(*state));
    if (state->mark != DT__SUM_MARK)
        return dt__fail(error, DT_E_STRUCT, -1,
                        "%s was not made by dt_series_sum_init()", name);
    return DT_E_OK;
}

void
dt__sum_close(struct dt_series_sum *self, const struct dt__sum_state *state)
{
    memcpy(self, state, sizeof(*state));
}

int32_t
dt_series_sum_init(struct dt_series_sum *self, struct dt_error *error)
{
    if (self == NULL)
        return dt__fail(error, DT_E_NULL, -1, "self is null");
    memset(self, 0, sizeof(*self));
    dt__sum_close(self, &(struct dt__sum_state){ .mark = DT__SUM_MARK });
    return DT_E_OK;
}

/* Observations of any kind; never more than an integer counts. */
static int64_t
sum_count(const struct dt__sum_state *state)
{
    return state->used + state->missing + state->not_finite;
}

static int32_t
sum_check_count(const struct dt__sum_state *state, int64_t more,
                const char *name, struct dt_error *error)
{
    const int64_t count = sum_count(state);

    if (more > INT64_MAX - count)
        return dt__fail(error, DT_E_OVERFLOW, -1, "self has %" PRId64
                        " observations and %s %" PRId64 "; more than %" PRId64,
                        count, name, more, INT64_MAX);
    return DT_E_OK;
}

/* One observation, times its weight unless that is null. */
static void
add_one(struct dt__sum_state *state, const struct dt_series *x,
        const struct dt_series *weights, int64_t i)
{
    double value, weight = 1;
    int32_t why = dt__read(x, i, &value);

    if (weights != NULL && why != DT_SERIES_WHY_VALUE_MISSING) {
        const int64_t j = dt__find(weights, x->start + i);
        const int32_t other = j < 0 ? DT_SERIES_WHY_VALUE_MISSING
                                    : dt__read(weights, j, &weight);
        why = other != DT_SERIES_WHY_DEFINED ? other : why;
    }
    state->missing += why == DT_SERIES_WHY_VALUE_MISSING;
    state->not_finite += why == DT_SERIES_WHY_NOT_FINITE;
    if (why != DT_SERIES_WHY_DEFINED)
        return;
    state->used++;
    if (weights == NULL)
        dt__sum_add(&state->sum, value);
    else
        dt__sum_add_product(&state->sum, value, weight);
}

/* All observations without weights. */
static void
add_blocks(struct dt__sum_state *state, const struct dt_series *x)
{
    /* A shorter rest is faster one by one. */
    enum { WORTH_A_BLOCK = 96 };

    const bool plain = x->stride == 1 && x->validity == NULL;
    double room[DT__SUM_BLOCK];
    const bool skip_nan = !(x->flags & DT_SERIES_NAN_IS_VALUE);
    int64_t nan = 0;
    int exponent = -2000;

    for (int64_t i = 0, n; i < x->length; i += n) {
        n = x->length - i < DT__SUM_BLOCK ? x->length - i : DT__SUM_BLOCK;
        const bool whole = plain && n == DT__SUM_BLOCK;
        int64_t missing = 0;
        if (!whole && n >= WORTH_A_BLOCK) {
            missing = dt__copy_block(x, i, (int)n, 0, room);
            for (int64_t j = n; j < DT__SUM_BLOCK; j++)
                room[j] = 0;
        }
        if (n >= WORTH_A_BLOCK &&
            dt__sum_add_block(&state->sum, whole ? x->values + i : room,
                              skip_nan, &exponent, &nan)) {
            missing += nan;
            state->missing += missing;
            state->used += n - missing;
            continue;
        }
        for (int64_t j = 0; j < n; j++)
            add_one(state, x, NULL, i + j);
    }
}

int32_t
dt_series_sum_add(struct dt_series_sum *self, const struct dt_series *x,
                  const struct dt_series *weights, struct dt_error *error)
{
    struct dt__sum_state state;
    int32_t status = dt__sum_open(self, "self", &state, error);
    if (status == DT_E_OK)
        status = dt__check_series(x, "x", error);
    if (status == DT_E_OK && weights != NULL)
        status = dt__check_series(weights, "weights", error);
    if (status == DT_E_OK && weights != NULL)
        status = dt__check_same_frequency(x, "x", weights, "weights", error);
    if (status == DT_E_OK)
        status = sum_check_count(&state, x->length, "x", error);
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    if (weights == NULL)
        add_blocks(&state, x);
    else
        for (int64_t i = 0; i < x->length; i++)
            add_one(&state, x, weights, i);
    dt__leave(caller);
    dt__sum_close(self, &state);
    return DT_E_OK;
}

int32_t
dt_series_sum_merge(struct dt_series_sum *self,
                    const struct dt_series_sum *other, struct dt_error *error)
{
    struct dt__sum_state state, more;
    int32_t status = dt__sum_open(self, "self", &state, error);
    if (status == DT_E_OK)
        status = dt__sum_open(other, "other", &more, error);
    if (status == DT_E_OK)
        status = sum_check_count(&state, sum_count(&more), "other", error);
    if (status != DT_E_OK)
        return status;

    state.used += more.used;
    state.missing += more.missing;
    state.not_finite += more.not_finite;
    dt__sum_merge(&state.sum, &more.sum);
    dt__sum_close(self, &state);
    return DT_E_OK;
}

static int32_t
reason(const struct dt__sum_state *state, int32_t missing)
{
    if (state->missing > 0 && missing == DT_SERIES_MISSING_COUNTS)
        return DT_SERIES_WHY_VALUE_MISSING;
    return state->not_finite > 0 ? DT_SERIES_WHY_NOT_FINITE
                                 : DT_SERIES_WHY_DEFINED;
}

static int32_t
check_missing(int32_t missing, struct dt_error *error)
{
    if (missing != DT_SERIES_MISSING_COUNTS &&
        missing != DT_SERIES_MISSING_SKIPPED)
        return dt__fail(error, DT_E_RULE, -1, "missing is %" PRId32
                        ", no known rule", missing);
    return DT_E_OK;
}

int32_t
dt_series_sum_read(const struct dt_series_sum *self, int32_t missing,
                   struct dt_series_sum_result *result, struct dt_error *error)
{
    struct dt__sum_state state;
    int32_t status = dt__sum_open(self, "self", &state, error);
    if (status == DT_E_OK && result == NULL)
        status = dt__fail(error, DT_E_NULL, -1, "result is null");
    if (status == DT_E_OK)
        status = check_missing(missing, error);
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    struct dt_series_sum_result r = {
        dt__nan(), dt__nan(), state.used, state.missing, state.not_finite,
        reason(&state, missing), 0,
    };
    if (r.why == DT_SERIES_WHY_DEFINED) {
        const double sum = dt__sum_round(&state.sum);
        if (!dt__is_finite(sum))
            r.why = DT_SERIES_WHY_OVERFLOW;
        else
            r.sum = sum;
        if (r.why == DT_SERIES_WHY_DEFINED && state.used > 0)
            r.mean = dt__sum_mean(&state.sum, (double)state.used);
    }
    dt__leave(caller);
    *result = r;
    return DT_E_OK;
}

int32_t
dt_series_sum_ratio(const struct dt_series_sum *numerator,
                    const struct dt_series_sum *denominator, int32_t missing,
                    double *ratio, int32_t *why, struct dt_error *error)
{
    struct dt__sum_state top, bottom;
    int32_t status = dt__sum_open(numerator, "numerator", &top, error);
    if (status == DT_E_OK)
        status = dt__sum_open(denominator, "denominator", &bottom, error);
    if (status == DT_E_OK && (ratio == NULL || why == NULL))
        status = dt__fail(error, DT_E_NULL, -1, "%s is null",
                          ratio == NULL ? "ratio" : "why");
    if (status == DT_E_OK)
        status = check_missing(missing, error);
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    const struct dt__dd a = dt__sum_dd(&top.sum), b = dt__sum_dd(&bottom.sum);
    *why = dt__first_why(reason(&top, missing),
                         dt__why_of_base(reason(&bottom, missing)));
    if (*why == DT_SERIES_WHY_DEFINED && b.hi == 0)
        *why = DT_SERIES_WHY_ZERO_BASE;
    *ratio = dt__nan();
    if (*why == DT_SERIES_WHY_DEFINED) {
        const double q = dt__is_finite(a.hi) && dt__is_finite(b.hi)
                             ? dt__quotient(a, b) : dt__infinity();
        if (dt__is_finite(q))
            *ratio = q;
        else
            *why = DT_SERIES_WHY_OVERFLOW;
    }
    dt__leave(caller);
    return DT_E_OK;
}
