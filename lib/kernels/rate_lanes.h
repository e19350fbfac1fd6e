/* SPDX-License-Identifier: MIT */
/* Growth that is a difference or a quotient. */
/* The first loop of each only asks whether there is a doubt; where there is, a
 * second one looks for it. */

static int
DT__ISA(change_lanes)(const struct dt__lanes *lanes)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t open = 0;

    DT__EACH(i) {
        const double change = end[i] - base[i];
        out[i] = change;
        open |= dt__doubt_not_finite(change);
    }
    return open == 0 ? 0 : DT__ISA(settle_pairs)(lanes, dt__doubt_no_pair);
}

/* Looks for levels that are left out, and tells of all doubts. */
static int
DT__ISA(settle_levels)(const struct dt__lanes *lanes)
{
    return DT__ISA(settle_pairs)(lanes, dt__doubt_levels);
}

static int
DT__ISA(factor_lanes)(const struct dt__lanes *lanes)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t doubt = 0;

    DT__EACH(i) {
        const double a = base[i], b = end[i];
        out[i] = b / a;
        doubt |= dt__doubt_levels(a, b);
    }
    return dt__doubt_is_set(doubt) ? DT__ISA(settle_levels)(lanes) : 0;
}

/* Looks for what x[0] cannot scale, or only beyond the largest number. */
static int
DT__ISA(settle_scaled)(const struct dt__lanes *lanes)
{
    return DT__ISA(settle_pairs)(lanes, dt__doubt_scale);
}

static int
DT__ISA(product_lanes)(const struct dt__lanes *lanes)
{
    const double *by = lanes->x[0], *x = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t doubt = 0, open = 0;

    DT__EACH(i) {
        const double product = x[i] * by[i];
        out[i] = product;
        open |= dt__doubt_not_finite(product);
        doubt |= dt__doubt_scale(by[i], x[i]);
    }
    return open != 0 || dt__doubt_is_set(doubt)
               ? DT__ISA(settle_scaled)(lanes) : 0;
}

static int
DT__ISA(quotient_lanes)(const struct dt__lanes *lanes)
{
    const double *by = lanes->x[0], *x = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t doubt = 0, open = 0;

    DT__EACH(i) {
        const double quotient = x[i] / by[i];
        out[i] = quotient;
        open |= dt__doubt_not_finite(quotient);
        doubt |= dt__doubt_scale(by[i], x[i]);
    }
    return open != 0 || dt__doubt_is_set(doubt)
               ? DT__ISA(settle_scaled)(lanes) : 0;
}

/* The quotient of two pairs, and what it may be off by: `error` of itself. */
static inline struct dt__rounded
DT__ISA(quotient_of_pairs)(struct dt__dd a, struct dt__dd b, double error)
{
    const double q = a.hi / b.hi;
    const struct dt__dd back = DT__ISA(two_product)(q, b.hi);
    const double rest = ((a.hi - back.hi) - back.lo) + (a.lo - q * b.lo);
    const double fix = rest / b.hi;
    const double bound = dt__abs(q) * error;

    return (struct dt__rounded){ q + (fix - bound), q + (fix + bound) };
}

/* 2 (end - base) / (end + base), both in pairs without an error. */
static int
DT__ISA(midpoint_lanes)(const struct dt__lanes *lanes)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t doubt = 0, open = 0;

    DT__EACH(i) {
        const double a = base[i], b = end[i];
        const struct dt__dd rise = dt__two_difference(b, a);
        const double result = 2 * dt__doubt_rounded(
            DT__ISA(quotient_of_pairs)(rise, dt__two_sum(b, a), 0x1p-98));

        out[i] = result;
        open |= dt__doubt_not_finite(result);
        doubt |= dt__doubt_levels(a, b);
    }
    return open != 0 || dt__doubt_is_set(doubt)
               ? DT__ISA(settle_levels)(lanes) : 0;
}

/* Rates of any levels: the error of the difference and the remainder of the
 * division make one correction. */
static int
DT__ISA(rate_of_any)(const struct dt__lanes *lanes)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);

    DT__EACH(i) {
        const double a = base[i], b = end[i];
        const struct dt__dd rise = dt__two_difference(b, a);
        const double q = rise.hi / a;
        const struct dt__dd back = DT__ISA(two_product)(q, a);
        const double rest = ((rise.hi - back.hi) - back.lo) + rise.lo;
        const double fix = rest / a;
        const double error = dt__abs(q) * 0x1p-100;
        const struct dt__rounded r = { q + (fix - error), q + (fix + error) };
        const double result = dt__doubt_rounded(r);

        out[i] = rise.lo == 0 ? q : result;
    }
    return DT__ISA(settle_levels)(lanes);
}

/* Unless base / 2 <= end <= 2 base, which makes end - base exact (Sterbenz) and
 * lets the quotient round once. With a base between twice the smallest and half
 * the largest level that is covered, so is such an end. */
static inline uint64_t
DT__ISA(doubt_near)(double base, double end)
{
    const uint64_t doubled = UINT64_C(1) << 52; /* In a sum of bits. */
    const uint64_t more = dt__bits(end) - dt__bits(base);

    return (doubled - more) | (doubled + more) |
           dt__doubt_between(dt__bits(base), 2 * DT__FAST_SMALLEST,
                         DT__FAST_LARGEST / 2);
}

/* Gives NaN to elements that lack an operand; whether others are in doubt. */
static inline bool
DT__ISA(rate_gaps)(const double *base, const double *end, int n, double *out)
{
    const double nan = dt__nan();
    uint64_t doubt = 0;

    DT__EACH(i) {
        const double a = base[i], b = end[i];
        const uint64_t missing = dt__doubt_missing(a) | dt__doubt_missing(b);
        const uint64_t gap = dt__doubt_gap(a) | dt__doubt_gap(b);
        doubt |= DT__ISA(doubt_near)(a, b) & ~missing;
        out[i] = dt__double(gap) == 0 ? out[i] : nan;
    }
    return dt__doubt_is_set(doubt);
}

static int
DT__ISA(rate_lanes)(const struct dt__lanes *lanes)
{
    const double *base = lanes->x[0], *end = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t doubt = 0;

    DT__EACH(i) {
        const double a = base[i], b = end[i];
        out[i] = (b - a) / a;
        doubt |= DT__ISA(doubt_near)(a, b);
    }
    if (!dt__doubt_is_set(doubt))
        return 0;
    return DT__ISA(rate_gaps)(base, end, n, out) ? DT__ISA(rate_of_any)(lanes)
                                                 : DT__SOME_MISSING;
}

/* The difference of two pairs to 2^-105 of the larger one, and the remainder
 * of the division make one correction: to (1 + |q|) 2^-102 in all. */
static int
DT__ISA(rate_of_sums_lanes)(const struct dt__lanes *lanes)
{
    const double *base_high = lanes->x[0], *base_low = lanes->x[1];
    const double *end_high = lanes->x[2], *end_low = lanes->x[3];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    uint64_t open = 0;

    DT__EACH(i) {
        const struct dt__dd a = dt__two_sum(base_high[i], base_low[i]);
        const struct dt__dd b = dt__two_sum(end_high[i], end_low[i]);
        const struct dt__dd rise = dt__two_difference(b.hi, a.hi);
        const double rise_lo = rise.lo + (b.lo - a.lo);
        const double q = rise.hi / a.hi;
        const struct dt__dd back = DT__ISA(two_product)(q, a.hi);
        const double rest = ((rise.hi - back.hi) - back.lo) +
                            (rise_lo - q * a.lo);
        const double fix = rest / a.hi;
        const double error = (1 + dt__abs(q)) * 0x1p-102;
        const struct dt__rounded r = { q + (fix - error), q + (fix + error) };

        const double result = dt__doubt_unless(
            dt__doubt_levels(a.hi, b.hi), dt__doubt_rounded(r));

        out[i] = result;
        open |= dt__doubt_not_finite(result);
    }
    return open == 0 ? 0 : DT__ISA(settle)(lanes, 4);
}
