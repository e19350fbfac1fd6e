/* SPDX-License-Identifier: MIT */
/* Sequences of calls on three sums: each has a model of exact integers and
 * counts, and what is read of it is judged by the model. */

#include "data.h"
#include "exact.h"

/* A ratio rests on 106 bits of each sum: what is a tie to so many goes either
 * way. */
enum { SUMS = 3, SUMS_CALLS = 40, SUMS_BITS = 103 };

struct sums_model {
    struct exact total;
    int64_t used, missing, not_finite;
};

/* A sum, in memory of its own, and what it must come to. */
struct sums_one {
    struct dt_series_sum *sum;
    struct sums_model model;
};

static int64_t
sums_count(const struct sums_model *m)
{
    return m->used + m->missing + m->not_finite;
}

static void
sums_init(struct sums_one *one)
{
    const int32_t status = dt_series_sum_init(one->sum, NULL);

    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    memset(&one->model, 0, sizeof(one->model));
}

/* One observation of the model. */
static void
sums_model_add(struct sums_model *m, int32_t why, double x, double weight)
{
    struct exact a, b;

    m->missing += why == DT_SERIES_WHY_VALUE_MISSING;
    m->not_finite += why == DT_SERIES_WHY_NOT_FINITE;
    m->used += why == DT_SERIES_WHY_DEFINED;
    if (why != DT_SERIES_WHY_DEFINED)
        return;
    exact_double(&a, x);
    exact_double(&b, weight);
    exact_times(&a, &a, &b);
    exact_add(&m->total, &m->total, &a);
}

/* Missing before not finite, whichever of the two it is. */
static int32_t
sums_weigh(const struct dt_series *w, int64_t period, int32_t why,
           double *weight)
{
    int32_t its = DT_SERIES_WHY_VALUE_MISSING;

    if (period >= w->start && period < w->start + w->length)
        its = data_read(w, period - w->start, weight);
    if (why == DT_SERIES_WHY_VALUE_MISSING || its == why)
        return why;
    if (why == DT_SERIES_WHY_DEFINED || its == DT_SERIES_WHY_VALUE_MISSING)
        return its;
    return why;
}

static void
sums_add(struct fuzz *f, struct sums_one *one)
{
    const bool weighted = fuzz_chance(f, 3);
    struct sums_model model = one->model;
    struct data x, w;

    data_make(f, &x, data_length(f), DT_SERIES_FREQ_YEAR, 2000);
    if (weighted)
        data_make(f, &w, data_length(f), DT_SERIES_FREQ_YEAR,
                  1997 + fuzz_below(f, 7));
    const bool fits = sums_count(&model) <= INT64_MAX - x.x.length;
    for (int64_t i = 0; fits && i < x.x.length; i++) {
        double value, weight = 1;
        int32_t why = data_read(&x.x, i, &value);
        if (weighted)
            why = sums_weigh(&w.x, x.x.start + i, why, &weight);
        sums_model_add(&model, why, value, weight);
    }
    const int32_t status = dt_series_sum_add(one->sum, &x.x,
                                             weighted ? &w.x : NULL, NULL);
    FUZZ_NEED(status == (fits ? DT_E_OK : DT_E_OVERFLOW), "%d", (int)status);
    one->model = model;
    data_free(&x);
    if (weighted)
        data_free(&w);
}

static void
sums_merge(struct sums_one *one, const struct sums_one *other)
{
    const struct sums_model more = other->model;
    struct sums_model *m = &one->model;
    const bool fits = sums_count(m) <= INT64_MAX - sums_count(&more);
    const int32_t status = dt_series_sum_merge(one->sum, other->sum, NULL);

    FUZZ_NEED(status == (fits ? DT_E_OK : DT_E_OVERFLOW), "%d", (int)status);
    if (!fits)
        return;
    m->used += more.used;
    m->missing += more.missing;
    m->not_finite += more.not_finite;
    exact_add(&m->total, &m->total, &more.total);
}

static int32_t
sums_why(const struct sums_model *m, int32_t rule)
{
    if (m->missing > 0 && rule == DT_SERIES_MISSING_COUNTS)
        return DT_SERIES_WHY_VALUE_MISSING;
    return m->not_finite > 0 ? DT_SERIES_WHY_NOT_FINITE : DT_SERIES_WHY_DEFINED;
}

static void
sums_read(const struct sums_one *one, int32_t rule)
{
    const struct sums_model *m = &one->model;
    struct dt_series_sum_result r = { .reserved = 7 };
    const int32_t status = dt_series_sum_read(one->sum, rule, &r, NULL);
    const int32_t why = sums_why(m, rule);
    struct exact used;

    FUZZ_NEED(status == DT_E_OK && r.reserved == 0, "%d", (int)status);
    FUZZ_NEED(r.used == m->used && r.missing == m->missing &&
              r.not_finite == m->not_finite, "%" PRId64 " %" PRId64 " %" PRId64,
              r.used, r.missing, r.not_finite);
    if (r.why == DT_SERIES_WHY_OVERFLOW && why == DT_SERIES_WHY_DEFINED) {
        FUZZ_NEED(exact_is_rounded_number(m->total.negative ? -INFINITY
                                                            : INFINITY,
                                          &m->total) && r.sum != r.sum,
                  "%a", r.sum);
        return;
    }
    FUZZ_NEED(r.why == why, "%d not %d", (int)r.why, (int)why);
    if (why != DT_SERIES_WHY_DEFINED) {
        FUZZ_NEED(r.sum != r.sum && r.mean != r.mean, "%a %a", r.sum, r.mean);
        return;
    }
    FUZZ_NEED(r.sum - r.sum == 0 && exact_is_rounded_number(r.sum, &m->total),
              "%a", r.sum);
    exact_integer(&used, m->used);
    FUZZ_NEED(m->used == 0 ? r.mean != r.mean
                           : exact_is_rounded(r.mean, &m->total, &used),
              "%a / %" PRId64 ": %a", r.sum, m->used, r.mean);
}

static void
sums_ratio(const struct sums_one *a, const struct sums_one *b, int32_t rule)
{
    double ratio = 7;
    int32_t why = -7, wanted = sums_why(&a->model, rule);
    const int32_t base = sums_why(&b->model, rule);
    const int32_t status = dt_series_sum_ratio(a->sum, b->sum, rule, &ratio,
                                               &why, NULL);

    if (wanted != DT_SERIES_WHY_VALUE_MISSING) {
        if (base == DT_SERIES_WHY_VALUE_MISSING)
            wanted = DT_SERIES_WHY_BASE_MISSING;
        else if (base == DT_SERIES_WHY_NOT_FINITE)
            wanted = base;
        else if (wanted == DT_SERIES_WHY_DEFINED && b->model.total.n == 0)
            wanted = DT_SERIES_WHY_ZERO_BASE;
    }
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    if (wanted == DT_SERIES_WHY_DEFINED && why == DT_SERIES_WHY_OVERFLOW) {
        FUZZ_NEED(ratio != ratio &&
                  exact_is_rounded(a->model.total.negative !=
                                           b->model.total.negative
                                       ? -INFINITY : INFINITY,
                                   &a->model.total, &b->model.total), "%a",
                  ratio);
        return;
    }
    FUZZ_NEED(why == wanted, "%d not %d", (int)why, (int)wanted);
    if (why != DT_SERIES_WHY_DEFINED)
        FUZZ_NEED(ratio != ratio, "%a", ratio);
    else
        FUZZ_NEED(exact_is_rounded_to(ratio, &a->model.total, &b->model.total,
                                      SUMS_BITS),
                  "%a", ratio);
}

/* What is saved loads, and saves the same; another sum of the same value and
 * counts, too. */
static void
sums_save(struct sums_one *one)
{
    uint8_t *bytes = fuzz_room(DT_SERIES_SUM_BYTES);
    uint8_t *again = fuzz_room(DT_SERIES_SUM_BYTES);
    struct dt_series_sum *loaded = fuzz_room(sizeof(*loaded));
    int32_t status = dt_series_sum_save(one->sum, bytes, DT_SERIES_SUM_BYTES,
                                        NULL);

    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    status = dt_series_sum_load(loaded, bytes, DT_SERIES_SUM_BYTES, NULL);
    FUZZ_NEED(status == DT_E_OK, "%d", (int)status);
    status = dt_series_sum_save(loaded, again, DT_SERIES_SUM_BYTES, NULL);
    FUZZ_NEED(status == DT_E_OK &&
              memcmp(bytes, again, DT_SERIES_SUM_BYTES) == 0, "%d",
              (int)status);
    free(one->sum);
    one->sum = loaded;
    free(bytes);
    free(again);
}

static void
sums_call(struct fuzz *f, struct sums_one *sums)
{
    struct sums_one *one = &sums[fuzz_below(f, SUMS)];
    const struct sums_one *other = &sums[fuzz_below(f, SUMS)];
    const int32_t rule = fuzz_below(f, 2);

    switch (fuzz_below(f, 8)) {
    case 0:
        sums_init(one);
        break;
    case 1:
        sums_save(one);
        break;
    case 2:
        sums_merge(one, other);
        break;
    case 3:
        for (int i = fuzz_below(f, 64); i > 0; i--)
            sums_merge(one, one);
        break;
    case 4:
        sums_ratio(one, other, rule);
        break;
    case 5:
        sums_read(one, rule);
        break;
    default:
        sums_add(f, one);
        sums_read(one, rule);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f = { data, size };
    struct sums_one sums[SUMS];

    for (int i = 0; i < SUMS; i++) {
        sums[i].sum = fuzz_room(sizeof(*sums[i].sum));
        sums_init(&sums[i]);
    }
    for (int i = 0; i < SUMS_CALLS && f.left > 0; i++)
        sums_call(&f, sums);
    for (int i = 0; i < SUMS; i++) {
        sums_save(&sums[i]);
        sums_read(&sums[i], DT_SERIES_MISSING_SKIPPED);
        sums_ratio(&sums[i], &sums[(i + 1) % SUMS], DT_SERIES_MISSING_SKIPPED);
    }
    for (int i = 0; i < SUMS; i++)
        free(sums[i].sum);
    return 0;
}
