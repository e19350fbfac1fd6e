#include <inttypes.h>
#include <stddef.h>

#include "base/error.h"
#include "calendar/period_format.h"
#include "num/environment.h"
#include "num/num.h"
#include "num/scale.h"
#include "series/find.h"
#include "series/output.h"
#include "series/view.h"
#include "units/unit.h"

/* What turns the older levels into newer ones: end / base * 2^e, both from 1
 * to 2 in size. */
struct link {
    double base, end;
    int e;
};

static struct link
splice_link(double base, double end)
{
    struct link link;
    int base_e, end_e;

    link.base = dt__split(base, &base_e);
    link.end = dt__split(end, &end_e);
    link.e = end_e - base_e;
    return link;
}

/* level * end / base, rounded once. */
static double
splice_apply(const struct link *link, double level)
{
    if (level == 0)
        return level;
    int e;
    const double x = dt__split(level, &e);

    return dt__scaled_quotient(dt__two_product(x, link->end),
                               dt__dd_from(link->base), e + link->e);
}

/* The two values of a period, and why either may not be one. */
struct shared {
    double older, newer;
    int32_t older_why, newer_why;
};

/* Reads the period of observation i of `older`; false if one has no value. */
static bool
read_shared(const struct dt_series *older, const struct dt_series *newer,
            int64_t i, struct shared *both)
{
    const int64_t j = dt__find(newer, older->start + i);
    if (j < 0)
        return false;

    both->older_why = dt__read(older, i, &both->older);
    both->newer_why = dt__read(newer, j, &both->newer);
    return both->older_why != DT_SERIES_WHY_VALUE_MISSING &&
           both->newer_why != DT_SERIES_WHY_VALUE_MISSING;
}

static int32_t
conflict(const struct dt_series *older, int64_t i, const struct shared *both,
         const char *verdict, struct dt_error *error)
{
    char period[DT__PERIOD_TEXT_SIZE];
    char a[DT__NUMBER_SIZE], b[DT__NUMBER_SIZE];

    return dt__fail(error, DT_E_CONFLICT, i,
                    "older is %s and newer is %s at %s%s",
                    dt__number(a, both->older), dt__number(b, both->newer),
                    dt__period_text(period, older->frequency,
                                    older->start + i), verdict);
}

/* Every shared value is the same in both. Two NaN that count as values are. */
static int32_t
check_agreement(const struct dt_series *older, const struct dt_series *newer,
                struct dt_error *error)
{
    for (int64_t i = 0; i < older->length; i++) {
        struct shared both;
        if (!read_shared(older, newer, i, &both) || both.older == both.newer ||
            (both.older != both.older && both.newer != both.newer))
            continue;
        return conflict(older, i, &both, "", error);
    }
    return DT_E_OK;
}

/* The link at the first period that both have. It has to be a good one: a
 * later period would be a choice that nobody made. */
static int32_t
find_link(const struct dt_series *older, const struct dt_series *newer,
          struct link *link, struct dt_error *error)
{
    for (int64_t i = 0; i < older->length; i++) {
        struct shared both;
        if (!read_shared(older, newer, i, &both))
            continue;
        if (both.older_why != DT_SERIES_WHY_DEFINED ||
            both.newer_why != DT_SERIES_WHY_DEFINED || both.older == 0 ||
            both.newer == 0 || (both.older < 0) != (both.newer < 0))
            return conflict(older, i, &both, ", which do not link", error);
        *link = splice_link(both.older, both.newer);
        return DT_E_OK;
    }
    return dt__fail(error, DT_E_CONFLICT, -1,
                    "older and newer share no period with a value in both");
}

/* The periods of the result. */
struct span {
    int64_t start, length;
};

static int32_t
find_span(const struct dt_series *older, const struct dt_series *newer,
          struct span *span, struct dt_error *error)
{
    const int64_t older_end = older->start + older->length;
    const int64_t newer_end = newer->start + newer->length;
    const int64_t end = older_end > newer_end ? older_end : newer_end;

    span->start = older->start < newer->start ? older->start : newer->start;
    if (span->start < 0 && end > INT64_MAX + span->start)
        return dt__fail(error, DT_E_OVERFLOW, -1,
                        "older and newer span more than %" PRId64 " periods",
                        INT64_MAX);
    span->length = end - span->start;
    return DT_E_OK;
}

static int32_t
check_kind(const struct dt_series *older, const struct dt_series *newer,
           int32_t kind, struct dt_error *error)
{
    if (kind != DT_SERIES_SPLICE_PLAIN && kind != DT_SERIES_SPLICE_LINK)
        return dt__fail(error, DT_E_KIND, -1, "kind is %" PRId32, kind);
    return dt__check_same_unit(&older->unit, &newer->unit,
                               kind == DT_SERIES_SPLICE_LINK
                                   ? DT__UNIT_SKIP_VINTAGE
                                   : DT__UNIT_ALL, error);
}

/* Writes element i, which belongs to `period`; no link is a plain joint. */
static void
join(const struct dt_series *older, const struct dt_series *newer,
     const struct link *link, int64_t period, int64_t i,
     const struct dt_series_out *out)
{
    double value = dt__nan();
    int32_t why = DT_SERIES_WHY_VALUE_MISSING;

    const int64_t j = dt__find(newer, period);
    if (j >= 0)
        why = dt__read(newer, j, &value);
    const int64_t k = dt__find(older, period);
    if (why == DT_SERIES_WHY_VALUE_MISSING && k >= 0) {
        why = dt__read(older, k, &value);
        if (why == DT_SERIES_WHY_DEFINED && link != NULL) {
            value = splice_apply(link, value);
            if (!dt__is_finite(value))
                why = DT_SERIES_WHY_OVERFLOW;
        }
    }
    dt__put(out, i, value, why);
}

int32_t
dt_series_splice(const struct dt_series *older, const struct dt_series *newer,
                 int32_t kind, const struct dt_series_out *out,
                 struct dt_error *error)
{
    int32_t status = dt__check_series(older, "older", error);
    if (status == DT_E_OK)
        status = dt__check_series(newer, "newer", error);
    if (status == DT_E_OK)
        status = dt__check_same_frequency(older, "older", newer, "newer",
                                          error);
    struct span span = { 0, 0 };
    if (status == DT_E_OK)
        status = find_span(older, newer, &span, error);
    if (status == DT_E_OK)
        status = dt__check_out(out, span.length, error);
    if (status == DT_E_OK)
        status = check_kind(older, newer, kind, error);

    struct link link;
    const bool linked = kind == DT_SERIES_SPLICE_LINK;
    if (status != DT_E_OK)
        return status;

    const struct dt__environment caller = dt__enter();
    status = linked ? find_link(older, newer, &link, error)
                    : check_agreement(older, newer, error);
    for (int64_t i = 0; status == DT_E_OK && i < span.length; i++)
        join(older, newer, linked ? &link : NULL, span.start + i, i, out);
    dt__leave(caller);
    return status;
}
