/* SPDX-License-Identifier: MIT */
/* The fast steps of fast.h, made once for each instruction set. */

/* numerator / denominator as a pair, for moderate ones. */
static inline struct dt__dd
DT__ISA(fast_divide)(double numerator, double denominator)
{
    const double q = numerator / denominator;
    const struct dt__dd back = DT__ISA(two_product)(q, denominator);
    const double rest = (numerator - back.hi) - back.lo;
    return (struct dt__dd){ q, rest / denominator };
}

/* The same; false unless both are moderate. */
static inline bool
DT__ISA(fast_quotient)(double numerator, double denominator,
                       struct dt__dd *quotient)
{
    if (!(dt__fast_covers(numerator) & dt__fast_covers(denominator)))
        return false;
    *quotient = DT__ISA(fast_divide)(numerator, denominator);
    return true;
}

/* s = 2 (y - base) / (y + base) for y = end 2^-k in base * [2/3, 3/2]. */
static inline struct dt__reduced
DT__ISA(fast_reduce)(double base, double end)
{
    const uint64_t a = dt__bits(base), b = dt__bits(end);
    /* k + 512, rounded: the bias keeps the shift unsigned. */
    const uint64_t k = (b - a + ((uint64_t)1 << 51) + ((uint64_t)512 << 52)) >>
                       52;
    const double y = dt__double(b - ((k - 512) << 52));
    const double d = y - base, t = y + base;
    const double t_lo = d - (t - (base + base));
    const double r = 1.0 / t, twice = d + d;
    const double s = twice * r;
    const struct dt__dd p = DT__ISA(two_product)(s, t);

    return (struct dt__reduced){
        s, (((twice - p.hi) - p.lo) - s * t_lo) * r,
        dt__double(k + UINT64_C(0x4338000000000000)) - DT__TO_INTEGER - 512,
    };
}

/* The same for a base of 1 and an end in two parts, which is 1 + rate. */
static inline struct dt__reduced
DT__ISA(fast_reduce_pair)(struct dt__dd end)
{
    const uint64_t one = (uint64_t)1023 << 52;
    const uint64_t k = (dt__bits(end.hi) - one + ((uint64_t)1 << 51) +
                        ((uint64_t)512 << 52)) >> 52;
    const double power = dt__double(one - ((k - 512) << 52));
    const double y = end.hi * power, y_lo = end.lo * power;
    const struct dt__dd d = dt__two_sum(y - 1, y_lo);
    const double t = y + 1, t_lo = ((y - 1) - (t - 2)) + y_lo;
    const double r = 1.0 / t, twice = d.hi + d.hi;
    const double s = twice * r;
    const struct dt__dd p = DT__ISA(two_product)(s, t);

    return (struct dt__reduced){
        s, ((((twice - p.hi) - p.lo) + 2 * d.lo) - s * t_lo) * r,
        dt__double(k + UINT64_C(0x4338000000000000)) - DT__TO_INTEGER - 512,
    };
}

static inline struct dt__dd
DT__ISA(fast_multiply)(struct dt__dd a, struct dt__dd b)
{
    const struct dt__dd p = DT__ISA(two_product)(a.hi, b.hi);
    return (struct dt__dd){ p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi) };
}

/* q in 2 atanh(s / 2) = s + s v (1/12 + v (1/80 + v q)), v = s^2. */
static inline double
DT__ISA(fast_log_tail)(double s)
{
    const double v = s * s;
    double q = 0x1.d8494390b4262p-25;

    q = q * v + 0x1.a7aee58d07d6cp-23;
    q = q * v + 0x1.e24070be2fe1ap-21;
    q = q * v + 0x1.110fab6a80acbp-18;
    q = q * v + 0x1.3b13b7afbcab2p-16;
    q = q * v + 0x1.745d173421db5p-14;
    q = q * v + 0x1.c71c71c736771p-12;
    return q * v + 0x1.2492492492416p-9;
}

static inline struct dt__log_middle
DT__ISA(fast_log_middle)(struct dt__dd s, double q)
{
    const struct dt__dd v = DT__ISA(fast_multiply)(s, s);
    const struct dt__dd c2 = dt__fast_add(0x1.999999999999ap-7,
                                          -0x1.999999999999ap-61,
                                          v.hi * q, v.lo * q);
    return (struct dt__log_middle){ v, DT__ISA(fast_multiply)(v, c2) };
}

/* m = s v (1/12 + w), which is 2 atanh(s / 2) - s. */
static inline struct dt__dd
DT__ISA(fast_log_rest)(struct dt__dd s, struct dt__log_middle x)
{
    const struct dt__dd c1 = dt__fast_add(0x1.5555555555555p-4,
                                          0x1.5555555555555p-58, x.w.hi,
                                          x.w.lo);
    return DT__ISA(fast_multiply)(s, DT__ISA(fast_multiply)(x.v, c1));
}

/* k ln 2 + s + m */
static inline struct dt__dd
DT__ISA(fast_log_join)(struct dt__reduced x, struct dt__dd m)
{
    const struct dt__dd y = dt__fast_add(x.hi, x.lo, m.hi, m.lo);
    const struct dt__dd z = dt__fast_add(x.k * DT__LN2_HI, x.k * DT__LN2_LO,
                                         y.hi, y.lo);
    return dt__fast_sum(z.hi, z.lo);
}

/* The logarithm k ln 2 + 2 atanh(s / 2), its leading terms in pairs. */
static inline struct dt__dd
DT__ISA(fast_log_of)(struct dt__reduced x)
{
    const struct dt__dd s = { x.hi, x.lo };
    const struct dt__log_middle m =
        DT__ISA(fast_log_middle)(s, DT__ISA(fast_log_tail)(x.hi));
    return DT__ISA(fast_log_join)(x, DT__ISA(fast_log_rest)(s, m));
}

/* y = k ln 2 + 4 t, |t| <= ln 2 / 8. */
static inline struct dt__reduced
DT__ISA(fast_reduce_exponent)(struct dt__dd y)
{
    const double k = (y.hi * 0x1.71547652b82fep+0 + DT__TO_INTEGER) -
                     DT__TO_INTEGER;
    const struct dt__dd t = dt__fast_sum(y.hi - k * DT__LN2_HI,
                                         y.lo - k * DT__LN2_LO);

    return (struct dt__reduced){ t.hi * 0.25, t.lo * 0.25, k };
}

/* q in e^t - 1 = t + t^2/2 + t^3 (1/6 + t q). */
static inline double
DT__ISA(fast_exp_tail)(double t)
{
    double q = 0x1.ae73dd4bb210dp-26;

    q = q * t + 0x1.27f35fdf72b4cp-22;
    q = q * t + 0x1.71de3a1608651p-19;
    q = q * t + 0x1.a01a011bf902ep-16;
    q = q * t + 0x1.a01a01a01ade5p-13;
    q = q * t + 0x1.6c16c16c18be6p-10;
    q = q * t + 0x1.1111111111111p-7;
    return q * t + 0x1.5555555555555p-5;
}

/* e^t - 1, its leading terms in pairs. */
static inline struct dt__dd
DT__ISA(fast_exp_head)(struct dt__reduced x, double q)
{
    const double t = x.hi;
    const struct dt__dd t2 = DT__ISA(two_product)(t, t);
    const struct dt__dd t3 = DT__ISA(fast_multiply)(t2, dt__dd_from(t));
    const struct dt__dd c = dt__fast_add(0x1.5555555555555p-3,
                                         0x1.5555555555555p-57, t * q, 0);
    const struct dt__dd g = DT__ISA(fast_multiply)(t3, c);
    const struct dt__dd u = dt__fast_sum(0.5 * t2.hi, g.hi);
    const struct dt__dd e = dt__fast_sum(t, u.hi);

    return (struct dt__dd){ e.hi, e.lo + ((u.lo + (0.5 * t2.lo + g.lo)) +
                                          (x.lo + x.lo * e.hi)) };
}

/* (w + 1)^2 - 1 = w (w + 2) */
static inline struct dt__dd
DT__ISA(fast_exp_double)(struct dt__dd w)
{
    const struct dt__dd square = DT__ISA(two_product)(w.hi, w.hi);
    const double twice = w.hi + w.hi;
    const struct dt__dd sum = dt__fast_sum(twice, square.hi);
    return (struct dt__dd){ sum.hi, (sum.lo + square.lo) +
                                    ((w.lo + w.lo) + twice * w.lo) };
}

/* The relative error of that w, where y is off by that of a logarithm: the tail
 * weighs t^3/24 of the result, and is off by 3 2^-53. */
static inline double
DT__ISA(fast_exp_bound)(double y, double t)
{
    const double t_cubed = dt__abs(t) * t * t;
    return (1 + dt__abs(y)) * DT__FAST_LOG_BOUND + t_cubed * 0x1p-54;
}

/* 2^k (w + 1) - 1, where w is off by `bound` of itself. */
static inline struct dt__estimate
DT__ISA(fast_exp_join)(struct dt__dd w, double k, double bound)
{
    const double power = dt__double((dt__bits(k + DT__TO_INTEGER) + 1023) <<
                                    52);
    const struct dt__dd one = dt__two_sum(power, -1.0);
    const double scaled = power * w.hi;
    const struct dt__dd sum = dt__two_sum(one.hi, scaled);

    return (struct dt__estimate){
        { sum.hi, sum.lo + (one.lo + power * w.lo) },
        (dt__abs(scaled) + dt__abs(sum.hi)) * bound,
    };
}

static inline struct dt__rounded
DT__ISA(fast_round)(struct dt__estimate x)
{
    return (struct dt__rounded){ x.value.hi + (x.value.lo - x.error),
                                 x.value.hi + (x.value.lo + x.error) };
}

static inline bool
DT__ISA(fast_settle)(struct dt__estimate x, double *result)
{
    const struct dt__rounded r = DT__ISA(fast_round)(x);

    *result = r.low;
    return r.low == r.high;
}

/* e^y - 1 for a y with the error of a logarithm; not for large ones. */
static inline struct dt__estimate
DT__ISA(fast_exp_of)(struct dt__dd y)
{
    const struct dt__reduced t = DT__ISA(fast_reduce_exponent)(y);
    const double q = DT__ISA(fast_exp_tail)(t.hi);
    struct dt__dd w = DT__ISA(fast_exp_head)(t, q);
    /* t is a quarter of what is left of y. */
    w = DT__ISA(fast_exp_double)(DT__ISA(fast_exp_double)(w));
    return DT__ISA(fast_exp_join)(w, t.k,
                                  DT__ISA(fast_exp_bound)(y.hi, t.hi));
}

static inline bool
DT__ISA(fast_expm1)(struct dt__dd y, double *result)
{
    return dt__abs(y.hi) < DT__FAST_LARGEST_LOG &&
           DT__ISA(fast_settle)(DT__ISA(fast_exp_of)(y), result);
}

/* ln(1 + rate) before its rounding; false where a rate is out of range. */
static inline bool
DT__ISA(fast_log1p)(double rate, struct dt__dd *log)
{
    const struct dt__dd factor = dt__two_sum(1, rate);
    if (!(dt__fast_covers(factor.hi) & dt__fast_covers(dt__abs(rate))))
        return false;
    const struct dt__reduced s = DT__ISA(fast_reduce_pair)(factor);
    *log = DT__ISA(fast_log_of)(s);
    return true;
}

/* A logarithm that is off by `times` its bound. */
static inline struct dt__estimate
DT__ISA(fast_log_estimate)(struct dt__dd log, double times)
{
    return (struct dt__estimate){
        log, dt__abs(log.hi) * (times * DT__FAST_LOG_BOUND),
    };
}
