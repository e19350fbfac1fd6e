/* SPDX-License-Identifier: MIT */
/* The fast steps of one element: each is false where it cannot vouch for the
 * result. */

/* ln(end / base) */
static inline bool
DT__ISA(fast_log)(double base, double end, double *result)
{
    if (!(dt__fast_covers(base) & dt__fast_covers(end)))
        return false;
    const struct dt__reduced s = DT__ISA(fast_reduce)(base, end);
    const struct dt__dd log = DT__ISA(fast_log_of)(s);
    return DT__ISA(fast_settle)(DT__ISA(fast_log_estimate)(log, 1), result);
}

/* (end / base)^(numerator / denominator) - 1 */
static inline bool
DT__ISA(fast_power_rate)(double base, double end, double numerator,
                         double denominator, double *result)
{
    struct dt__dd f;
    if (!(dt__fast_covers(base) & dt__fast_covers(end)) ||
        !DT__ISA(fast_quotient)(numerator, denominator, &f))
        return false;
    const struct dt__reduced s = DT__ISA(fast_reduce)(base, end);
    const struct dt__dd log = DT__ISA(fast_log_of)(s);
    return DT__ISA(fast_expm1)(DT__ISA(fast_multiply)(log, f), result);
}

/* (1 + rate)^periods - 1 */
static inline bool
DT__ISA(fast_compound)(double rate, double periods, double *result)
{
    const struct dt__dd n = dt__dd_from(periods);
    struct dt__dd log;
    return dt__fast_covers(dt__abs(periods)) &&
           DT__ISA(fast_log1p)(rate, &log) &&
           DT__ISA(fast_expm1)(DT__ISA(fast_multiply)(log, n), result);
}

/* ln(1 + rate) */
static inline bool
DT__ISA(fast_to_log)(double rate, double *result)
{
    struct dt__dd log;
    return DT__ISA(fast_log1p)(rate, &log) &&
           DT__ISA(fast_settle)(DT__ISA(fast_log_estimate)(log, 1), result);
}

/* e^log - 1 */
static inline bool
DT__ISA(fast_from_log)(double log, double *result)
{
    return dt__fast_covers(dt__abs(log)) &&
           DT__ISA(fast_expm1)(dt__dd_from(log), result);
}
