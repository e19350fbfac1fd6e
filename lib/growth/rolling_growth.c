#include <dtgrowth/growth.h>
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "growth/lag.h"
#include "growth/pair.h"
#include "growth/plan.h"
#include "num/environment.h"
#include "series/output.h"
#include "series/view.h"
#include "series/why.h"
#include "series/window.h"

/* A call: the window that ends with period i against that which ends `lag`
 * periods earlier. */
struct rolling {
    const struct dt_series *x;
    struct dt__growth growth;
    int64_t window, lag;
    const struct dt_series_out *out;
};

static double
rolling_clamp(double x)
{
    return x > DBL_MAX ? DBL_MAX : x < -DBL_MAX ? -DBL_MAX : x;
}

/* Why there is no growth where one of the sums overflows: the signs of both
 * may give an earlier reason. */
static int32_t
rolling_overflow(const struct rolling *self, double base, double value)
{
    double growth;

    return dt__first_why(dt__grow(&self->growth, rolling_clamp(base),
                                  rolling_clamp(value), (double)self->lag,
                                  &growth),
                         DT_SERIES_WHY_OVERFLOW);
}

/* The growth between two windows that are there, from their exact sums. */
static int32_t
grow_sums(const struct rolling *self, const struct dt__sum *base,
          const struct dt__sum *value, double *result)
{
    struct dt__sum rise = *value;
    struct dt__levels levels = { dt__sum_dd(base), dt__sum_dd(value), { 0, 0 } };

    if (!dt__is_finite(levels.base.hi) || !dt__is_finite(levels.value.hi))
        return rolling_overflow(self, levels.base.hi, levels.value.hi);
    dt__sum_subtract(&rise, base);
    levels.rise = dt__sum_dd(&rise);
    return dt__grow_pair(&self->growth, &levels, (double)self->lag, result);
}

/* Elements last ... first, one by one; each observation is read before its
 * element is written. */
static void
slide(const struct rolling *self, int64_t first, int64_t last)
{
    struct dt__window base, value;

    dt__window_open(&base, self->x, self->window, last - self->lag);
    dt__window_open(&value, self->x, self->window, last);
    for (int64_t i = last; i >= first; i--) {
        double result = 0;
        int32_t why = dt__first_why(dt__window_why(&value),
                                    dt__why_of_base(dt__window_why(&base)));
        if (why == DT_SERIES_WHY_DEFINED)
            why = grow_sums(self, &base.sum, &value.sum, &result);
        dt__window_back(&value, i);
        dt__window_back(&base, i - self->lag);
        dt__put(self->out, i, result, why);
    }
}

/* The two blocks of windows on their way, and their growth. */
struct blocks {
    struct dt__window_block base, value;
    double results[DT__BLOCK], doubt[DT__BLOCK];
    uint8_t why[DT__BLOCK];
};

/* Element i of a block, whose sums are pairs, exactly, or NaN. */
static void
grow_one(const struct rolling *self, int i, struct blocks *b)
{
    const struct dt__dd base = dt__two_sum(b->base.high[i], b->base.low[i]);
    const struct dt__dd value = dt__two_sum(b->value.high[i], b->value.low[i]);
    const struct dt__levels levels = {
        base, value, dt__dd_add(value, dt__dd_negate(base)),
    };
    const bool no_value = value.hi != value.hi, no_base = base.hi != base.hi;

    b->why[i] = no_value ? DT_SERIES_WHY_VALUE_MISSING
                         : DT_SERIES_WHY_BASE_MISSING;
    if (!no_value && !no_base)
        b->why[i] = (uint8_t)dt__grow_pair(&self->growth, &levels,
                                           (double)self->lag, &b->results[i]);
    if (b->why[i] != DT_SERIES_WHY_DEFINED)
        b->results[i] = dt__nan();
}

/* The growth of a block; the kernel leaves open what it is not sure of, and
 * the reasons. */
static void
grow_sums_of_block(const struct rolling *self, int n, struct blocks *b)
{
    const bool all = self->growth.kind != DT_GROWTH_RATE;
    int said = DT__SOME_DOUBT;

    if (!all)
        said = dt__kernels()->rate_of_sums(b->base.high, b->base.low,
                                           b->value.high, b->value.low,
                                           b->results, b->doubt);
    memset(b->why, DT_SERIES_WHY_DEFINED, sizeof(b->why));
    if (said == DT__SOME_MISSING && self->out->why == NULL &&
        self->out->validity == NULL)
        return; /* Nobody asks for reasons. */
    for (int i = 0; said != 0 && i < n; i++)
        if (all || b->doubt[i] != 0 || b->results[i] != b->results[i])
            grow_one(self, i, b);
}

static bool
grow_block(const struct rolling *self, int64_t at, int n, struct blocks *b)
{
    const int window = (int)self->window;

    if ((dt__window_sums_of_block(self->x, window, at - self->lag, n, &b->base) |
         dt__window_sums_of_block(self->x, window, at, n, &b->value)) &
        DT__SOME_DOUBT)
        return false;
    grow_sums_of_block(self, n, b);
    return true;
}

/* Elements first ... last, from the last block to the first, each of which is
 * read before it is written. */
static void
grow_blocks(const struct rolling *self, int64_t first)
{
    struct blocks b = { .base.exponent = -2000, .value.exponent = -2000 };

    for (int64_t end = self->x->length, n; end > first; end -= n) {
        n = end - first < DT__BLOCK ? end - first : DT__BLOCK;
        if (grow_block(self, end - n, (int)n, &b))
            dt__put_block(self->out, end - n, (int)n, b.results, b.why);
        else
            slide(self, end - n, end - 1);
    }
}

static int32_t
check_options(const struct dt_series *x, int32_t kind, int64_t lag,
              const struct dt_growth_options *options, struct rolling *self,
              struct dt_error *error)
{
    struct dt_growth_options chosen;
    int32_t status = dt__read_growth_options(options, &chosen, error);
    if (status == DT_E_OK)
        status = dt__choose_kind(kind, &chosen, x, "x",
                                 dt_series_per_year(x->frequency),
                                 &self->growth, error);
    if (status != DT_E_OK)
        return status;

    const struct dt__lag rule = { x->frequency, chosen.lag_rule,
                                  chosen.year_rule, lag };
    status = dt__check_lag(&rule, error);
    if (status != DT_E_OK)
        return status;
    self->lag = dt__constant_lag(&rule);
    if (self->lag == 0)
        return dt__fail(error, DT_E_RULE, -1, "options->lag_rule is %" PRId32
                        ", which is no fixed number of periods of frequency %s",
                        chosen.lag_rule,
                        dt_series_frequency_name(x->frequency));
    if (chosen.base_rule == DT_GROWTH_BASE_REFUSE)
        return dt__fail(error, DT_E_RULE, -1, "options->base_rule is "
                        "DT_GROWTH_BASE_REFUSE, which no window has");
    return DT_E_OK;
}

static void
rolling_grow(const struct rolling *self)
{
    /* The first element of which both windows lie in the series. */
    const int64_t length = self->x->length;
    const int64_t first = self->window > length || self->lag > length
                              ? length : self->window - 1 + self->lag;
    if (first < length && dt__windows_fit(self->x, self->window))
        grow_blocks(self, first);
    else if (first < length)
        slide(self, first, length - 1);
    for (int64_t i = 0; i < length && i < first; i++)
        dt__put(self->out, i, 0, DT_SERIES_WHY_NO_BASE);
}

int32_t
dt_growth_rolling(const struct dt_series *x, int32_t kind, int64_t window,
                  int64_t lag, const struct dt_growth_options *options,
                  const struct dt_series_out *out, struct dt_error *error)
{
    struct rolling self = { .x = x, .window = window, .out = out };
    /* The checks compare doubles, and print them. */
    const struct dt__environment caller = dt__enter();
    int32_t status = dt__check_series(x, "x", error);
    if (status == DT_E_OK)
        status = dt__check_out(out, x->length, error);
    if (status == DT_E_OK)
        status = check_options(x, kind, lag, options, &self, error);
    if (status == DT_E_OK && window < 1)
        status = dt__fail(error, DT_E_PERIODS, -1, "window is %" PRId64
                          "; at least 1", window);
    if (status == DT_E_OK)
        rolling_grow(&self);
    dt__leave(caller);
    return status;
}
