/* SPDX-License-Identifier: MIT */
#include "series/sum.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/table.h"
#include "kernels/kernels.h"
#include "kernels/sum_block.h"
#include "num/environment.h"
#include "num/num.h"
#include "series/fold.h"
#include "series/view.h"
#include "series/why.h"

_Static_assert(sizeof(struct dt__sum_state) <= sizeof(struct dt_series_sum),
               "the public struct has room for the state");

int32_t
dt__sum_open(const struct dt_series_sum *self, const char *name,
             struct dt__sum_state *state, struct dt_error *error)
{
    DT__TRY(dt__check_given(self, name, error));
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
    DT__TRY(dt__check_given(self, "self", error));
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

/* An observation, times its weight where there are some. */
static int32_t
sum_take(void *self, int64_t i, const double *x)
{
    struct dt__sum_state *state = self;

    (void)i;
    state->used++;
    dt__sum_add(&state->sum, x[0]);
    return DT_SERIES_WHY_DEFINED;
}

static int32_t
sum_take_weighted(void *self, int64_t i, const double *x)
{
    struct dt__sum_state *state = self;

    (void)i;
    state->used++;
    dt__sum_add_product(&state->sum, x[0], x[1]);
    return DT_SERIES_WHY_DEFINED;
}

static int32_t
sum_miss(void *self, int64_t i, int32_t why)
{
    struct dt__sum_state *state = self;

    (void)i;
    state->missing += why == DT_SERIES_WHY_VALUE_MISSING;
    state->not_finite += why == DT_SERIES_WHY_NOT_FINITE;
    return DT_SERIES_WHY_DEFINED;
}

static void
sum_add_weighted(struct dt__sum_state *state, const struct dt_series *x,
                 const struct dt_series *weights)
{
    const struct dt__fold fold = { state, sum_take_weighted, sum_miss };
    const struct dt__operand operands[] = { DT__VALUE_OF(x),
                                            DT__BESIDE(weights, x->start) };
    const struct dt__task task = { .operand = operands, .operands = 2 };
    int64_t at;

    (void)dt__fold(&task, &fold, 0, x->length, &at);
}

/* Observations without weights, on their way into a sum. */
struct sum_blocks {
    struct dt__sum_state *state;
    const struct dt_series *x;
    int exponent; /* A guess, kept from block to block. */
};

static void
sum_take_one_by_one(struct dt__sum_state *state, const struct dt_series *x,
                    int64_t at, int n)
{
    for (int i = 0; i < n; i++) {
        double value;
        const int32_t why = dt__read(x, at + i, &value);
        if (why == DT_SERIES_WHY_DEFINED)
            (void)sum_take(state, at + i, &value);
        else
            (void)sum_miss(state, at + i, why);
    }
}

static void
sum_take_block(void *self, const double *values, int64_t at, int n,
               int missing)
{
    /* Fewer are faster one by one. */
    enum { WORTH_A_BLOCK = 16 };
    struct sum_blocks *blocks = self;
    struct dt__sum_state *state = blocks->state;
    const bool skip_nan = !(blocks->x->flags & DT_SERIES_FLAG_NAN_IS_VALUE);
    const int padded = dt__padded(n);
    int64_t nan = 0;

    if (n < WORTH_A_BLOCK ||
        !dt__sum_add_block(&state->sum, values, padded, skip_nan,
                           &blocks->exponent, &nan)) {
        sum_take_one_by_one(state, blocks->x, at, n);
        return;
    }
    state->missing += missing + nan;
    state->used += n - missing - nan;
}

int32_t
dt_series_sum_add(struct dt_series_sum *self, const struct dt_series *x,
                  const struct dt_series *weights, struct dt_error *error)
{
    struct dt__sum_state state;

    DT__TRY(dt__sum_open(self, "self", &state, error));
    DT__TRY(dt__check_series(x, "x", error));
    if (weights != NULL) {
        DT__TRY(dt__check_series(weights, "weights", error));
        DT__TRY(dt__check_same_frequency(x, "x", weights, "weights", error));
    }
    DT__TRY(sum_check_count(&state, x->length, "x", error));

    const struct dt__environment caller = dt__enter();
    struct sum_blocks blocks = { &state, x, DT__SUM_NO_GUESS };
    if (weights != NULL)
        sum_add_weighted(&state, x, weights);
    else
        dt__fold_blocks(x, &blocks, sum_take_block);
    dt__leave(caller);
    dt__sum_close(self, &state);
    return DT_E_OK;
}

int32_t
dt_series_sum_merge(struct dt_series_sum *self,
                    const struct dt_series_sum *other, struct dt_error *error)
{
    struct dt__sum_state state, more;

    DT__TRY(dt__sum_open(self, "self", &state, error));
    DT__TRY(dt__sum_open(other, "other", &more, error));
    DT__TRY(sum_check_count(&state, sum_count(&more), "other", error));

    state.used += more.used;
    state.missing += more.missing;
    state.not_finite += more.not_finite;
    dt__sum_merge(&state.sum, &more.sum);
    dt__sum_close(self, &state);
    return DT_E_OK;
}

/* Whether what is missing leaves a sum undefined. */
#define SUM_MISSING(ROW)                                                       \
    ROW(DT_SERIES_MISSING_COUNTS, true)                                        \
    ROW(DT_SERIES_MISSING_SKIPPED, false)

static const bool sum_minds_missing[] = { SUM_MISSING(DT__ENTRY) };

DT__DEFINE_HAS_ROW(sum_is_missing_rule, dt_series_missing, SUM_MISSING)

static int32_t
sum_why(const struct dt__sum_state *state, int32_t missing)
{
    if (state->missing > 0 && sum_minds_missing[missing])
        return DT_SERIES_WHY_VALUE_MISSING;
    return state->not_finite > 0 ? DT_SERIES_WHY_NOT_FINITE
                                 : DT_SERIES_WHY_DEFINED;
}

static int32_t
sum_check_missing(int32_t missing, struct dt_error *error)
{
    if (!sum_is_missing_rule(missing))
        return dt__fail(error, DT_E_RULE, -1, "missing is %" PRId32
                        ", no known rule", missing);
    return DT_E_OK;
}

int32_t
dt_series_sum_read(const struct dt_series_sum *self, int32_t missing,
                   struct dt_series_sum_result *result, struct dt_error *error)
{
    struct dt__sum_state state;

    DT__TRY(dt__sum_open(self, "self", &state, error));
    DT__TRY(dt__check_given(result, "result", error));
    DT__TRY(sum_check_missing(missing, error));

    const struct dt__environment caller = dt__enter();
    struct dt_series_sum_result r = {
        dt__nan(), dt__nan(), state.used, state.missing, state.not_finite,
        sum_why(&state, missing), 0,
    };
    if (r.why == DT_SERIES_WHY_DEFINED) {
        const double sum = dt__sum_round(&state.sum);
        if (!dt__is_finite(sum))
            r.why = DT_SERIES_WHY_OVERFLOW;
        else
            r.sum = sum;
        if (r.why == DT_SERIES_WHY_DEFINED && state.used > 0)
            r.mean = dt__sum_mean(&state.sum, state.used);
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

    DT__TRY(dt__sum_open(numerator, "numerator", &top, error));
    DT__TRY(dt__sum_open(denominator, "denominator", &bottom, error));
    DT__TRY(dt__check_given(ratio, "ratio", error));
    DT__TRY(dt__check_given(why, "why", error));
    DT__TRY(sum_check_missing(missing, error));

    const struct dt__environment caller = dt__enter();
    int a_e, b_e;
    const struct dt__dd a = dt__sum_wide(&top.sum, &a_e);
    const struct dt__dd b = dt__sum_wide(&bottom.sum, &b_e);
    *why = dt__first_why(sum_why(&top, missing),
                         dt__why_of_base(sum_why(&bottom, missing)));
    if (*why == DT_SERIES_WHY_DEFINED && b.hi == 0)
        *why = DT_SERIES_WHY_ZERO_BASE;
    *ratio = dt__nan();
    if (*why == DT_SERIES_WHY_DEFINED)
        *why = dt__finish(dt__scaled_quotient(a, b, a_e - b_e), ratio);
    dt__leave(caller);
    return DT_E_OK;
}
