/* SPDX-License-Identifier: MIT */
/* Growth that takes a power. */

/* e^y - 1 of a block of y = h + l; whether there is a doubt about one. */
static bool
DT__ISA(exponential)(struct dt__work *w, int length, double *out)
{
    const int n = dt__whole_steps(length);
    uint64_t open = 0;

    DT__EACH(i) {
        const bool small = dt__abs(w->h[i]) < DT__FAST_LARGEST_LOG;
        const struct dt__dd y = { small ? w->h[i] : dt__nan(), w->l[i] };
        const struct dt__reduced t = DT__ISA(fast_reduce_exponent)(y);
        w->hi[i] = t.hi;
        w->lo[i] = t.lo;
        w->k[i] = t.k;
        w->r[i] = DT__ISA(fast_exp_bound)(y.hi, t.hi);
    }
    DT__EACH(i)
        w->m[i] = DT__ISA(fast_exp_tail)(w->hi[i]);
    DT__EACH(i) {
        const struct dt__reduced t = { w->hi[i], w->lo[i], w->k[i] };
        const struct dt__dd e = DT__ISA(fast_exp_head)(t, w->m[i]);
        w->h[i] = e.hi;
        w->l[i] = e.lo;
    }
    DT__EACH(i) {
        const struct dt__dd e = { w->h[i], w->l[i] };
        const struct dt__dd twice = DT__ISA(fast_exp_double)(e);
        const struct dt__dd all = DT__ISA(fast_exp_double)(twice);
        w->h[i] = all.hi;
        w->l[i] = all.lo;
    }
    DT__EACH(i) {
        const struct dt__dd e = { w->h[i], w->l[i] };
        const struct dt__rounded r = DT__ISA(fast_round)(
            DT__ISA(fast_exp_join)(e, w->k[i], w->r[i]));

        out[i] = dt__doubt_rounded(r);
        open |= dt__doubt_not_finite(out[i]);
    }
    return open != 0;
}

static int
DT__ISA(power_rate_lanes)(const struct dt__lanes *lanes)
{
    struct dt__work w;

    DT__ISA(logarithm)(lanes, &w);
    DT__ISA(scale_logarithm)(lanes, &w);
    return DT__ISA(exponential)(&w, lanes->n, lanes->out)
               ? DT__ISA(settle_each)(lanes) : 0;
}

static int
DT__ISA(compound_lanes)(const struct dt__lanes *lanes)
{
    const double *rates = lanes->x[0];
    const double periods = lanes->parameter[0];
    const struct dt__dd exponent = {
        dt__doubt_nan(dt__doubt_level(dt__abs(periods)), periods), 0
    };
    const int n = dt__whole_steps(lanes->n);
    struct dt__work w;

    DT__ISA(logarithm_of_rates)(rates, n, &w);
    DT__EACH(i)
        DT__ISA(put_product)(&w, i, exponent);
    return DT__ISA(exponential)(&w, n, lanes->out)
               ? DT__ISA(settle)(lanes, 1) : 0;
}

static int
DT__ISA(from_log_lanes)(const struct dt__lanes *lanes)
{
    const double *log = lanes->x[0];
    const int n = dt__whole_steps(lanes->n);
    struct dt__work w;

    DT__EACH(i) {
        w.h[i] = dt__doubt_nan(dt__doubt_level(dt__abs(log[i])), log[i]);
        w.l[i] = 0;
    }
    return DT__ISA(exponential)(&w, n, lanes->out)
               ? DT__ISA(settle)(lanes, 1) : 0;
}
