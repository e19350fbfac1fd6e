/* SPDX-License-Identifier: MIT */
/* How every kernel of growth ends: it tells what is missing, and in doubt. */

/* Gives NaN to the elements of which one of so many operands is NaN, which
 * leaves no doubt; returns DT__SOME_*. */
static inline int
DT__ISA(settle)(const struct dt__lanes *lanes, int operands)
{
    const double *a = lanes->x[0];
    const double *b = operands > 1 ? lanes->x[1] : a;
    const double *c = operands > 2 ? lanes->x[2] : a;
    const double *d = operands > 3 ? lanes->x[3] : a;
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    const double nan = dt__nan(), infinity = dt__infinity();
    uint64_t missing = 0, doubtful = 0;

    DT__EACH(i) {
        const uint64_t gap = dt__doubt_gap(a[i]) | dt__doubt_gap(b[i]) |
                             dt__doubt_gap(c[i]) | dt__doubt_gap(d[i]);
        const double result = dt__double(gap) == 0 ? out[i] : nan;
        out[i] = result;
        missing |= gap;
        doubtful |= dt__bits(result == infinity ? 1.0 : 0.0);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}

/* The same of two operands, which may be in doubt themselves, and of results
 * that may be infinite of either sign, or NaN by overflow. */
DT__INLINE int
DT__ISA(settle_pairs)(const struct dt__lanes *lanes,
                      uint64_t (*doubt)(double, double))
{
    const double *a = lanes->x[0], *b = lanes->x[1];
    double *out = lanes->out;
    const int n = dt__whole_steps(lanes->n);
    const double nan = dt__nan(), infinity = dt__infinity();
    uint64_t missing = 0, doubtful = 0;

    DT__EACH(i) {
        const uint64_t gap = dt__doubt_gap(a[i]) | dt__doubt_gap(b[i]);
        const double sure = dt__doubt_unless(
            doubt(a[i], b[i]) | dt__doubt_open(out[i]), out[i]);
        const double result = dt__double(gap) == 0 ? sure : nan;
        out[i] = result;
        missing |= gap;
        doubtful |= dt__bits(result == infinity ? 1.0 : 0.0);
    }
    return (missing ? DT__SOME_MISSING : 0) | (doubtful ? DT__SOME_DOUBT : 0);
}
