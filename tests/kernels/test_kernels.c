/* SPDX-License-Identifier: MIT */
/* The kernels element by element, on every instruction set that the machine
 * has: against the second steps of lib/num, which share no line with them. */
#include "each_isa.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include "kernels/kernels.h"
#include "num/num.h"
#include "num/scale.h"

enum { ROUNDS = 200, ROOM = DT__BLOCK + DT__STEP };

static const double untouched = 0x1.2345p100;

/* Operands and parameters of one element. */
struct element {
    double x[4], parameter[2];
};

static double
rounded(struct dt__dd x)
{
    return x.hi + x.lo;
}

static struct dt__dd
log_of_levels(const struct element *e)
{
    return dt__log_ratio(dt__dd_from(e->x[0]), dt__dd_from(e->x[1]));
}

static double
product(const struct element *e)
{
    return e->x[1] * e->x[0];
}

static double
quotient(const struct element *e)
{
    return e->x[1] / e->x[0];
}

static double
change(const struct element *e)
{
    return e->x[1] - e->x[0];
}

static double
factor(const struct element *e)
{
    return e->x[1] / e->x[0];
}

static double
rate(const struct element *e)
{
    return dt__rate(e->x[0], e->x[1]);
}

static double
midpoint(const struct element *e)
{
    const struct dt__dd rise = dt__two_sum(e->x[1], -e->x[0]);
    return 2 * dt__quotient(rise, dt__two_sum(e->x[1], e->x[0]));
}

static double
logarithm(const struct element *e)
{
    return rounded(log_of_levels(e));
}

/* The second parameter is the periods, or the rate, of all or of each. */
static double
scaled_log(const struct element *e)
{
    int power = 0;

    if (e->x[0] == e->x[1])
        return 0;
    const struct dt__dd y = dt__log_of_power(
        e->x[0], e->x[1], e->parameter[0], e->parameter[1], &power);
    return dt__round_scaled(y, power);
}

static double
power_rate(const struct element *e)
{
    return dt__power_rate(e->x[0], e->x[1], e->parameter[0], e->parameter[1]);
}

static double
compound(const struct element *e)
{
    return dt__expm1(dt__dd_multiply(dt__log1p(e->x[0]),
                                     dt__dd_from(e->parameter[0])));
}

static double
to_log(const struct element *e)
{
    return rounded(dt__log1p(e->x[0]));
}

static double
from_log(const struct element *e)
{
    return dt__expm1(dt__dd_from(e->x[0]));
}

static double
doubling(const struct element *e)
{
    return dt__quotient(dt__log_ratio(dt__dd_from(1), dt__dd_from(2)),
                        dt__log1p(e->x[0]));
}

static double
periods(const struct element *e)
{
    return dt__quotient(log_of_levels(e), dt__log1p(e->parameter[1]));
}

static double
rate_of_sums(const struct element *e)
{
    const struct dt__dd base = dt__two_sum(e->x[0], e->x[1]);
    const struct dt__dd end = dt__two_sum(e->x[2], e->x[3]);
    return dt__quotient(dt__dd_add(end, dt__dd_negate(base)), base);
}

/* What the operands of a kernel are. */
enum { LEVEL, RATE, PERIODS, LOW };

static const struct kernel {
    int id, operands, kind[4];
    double parameter[2];
    double (*expected)(const struct element *);
} kernels[] = {
    { DT__KERNEL_PRODUCT, 2, { LEVEL, RATE }, { 0 }, product },
    { DT__KERNEL_QUOTIENT, 2, { LEVEL, RATE }, { 0 }, quotient },
    { DT__KERNEL_CHANGE, 2, { LEVEL, LEVEL }, { 0 }, change },
    { DT__KERNEL_FACTOR, 2, { LEVEL, LEVEL }, { 0 }, factor },
    { DT__KERNEL_RATE, 2, { LEVEL, LEVEL }, { 0 }, rate },
    { DT__KERNEL_MIDPOINT, 2, { LEVEL, LEVEL }, { 0 }, midpoint },
    { DT__KERNEL_LOG, 2, { LEVEL, LEVEL }, { 0 }, logarithm },
    { DT__KERNEL_SCALED_LOG, 2, { LEVEL, LEVEL }, { 4, 3 }, scaled_log },
    { DT__KERNEL_SCALED_LOG, 3, { LEVEL, LEVEL, PERIODS }, { 4 }, scaled_log },
    { DT__KERNEL_POWER_RATE, 2, { LEVEL, LEVEL }, { 12, 7 }, power_rate },
    { DT__KERNEL_POWER_RATE, 3, { LEVEL, LEVEL, PERIODS }, { 12 }, power_rate },
    { DT__KERNEL_COMPOUND, 1, { RATE }, { 2.5 }, compound },
    { DT__KERNEL_TO_LOG, 1, { RATE }, { 0 }, to_log },
    { DT__KERNEL_FROM_LOG, 1, { RATE }, { 0 }, from_log },
    { DT__KERNEL_DOUBLING, 1, { RATE }, { 0 }, doubling },
    { DT__KERNEL_PERIODS, 2, { LEVEL, LEVEL }, { 0, 0.0625 }, periods },
    { DT__KERNEL_PERIODS, 3, { LEVEL, LEVEL, RATE }, { 0 }, periods },
    { DT__KERNEL_RATE_OF_SUMS, 4, { LEVEL, LOW, LEVEL, LOW }, { 0 },
      rate_of_sums },
};

static double
fraction(void)
{
    return (double)draw_below(UINT64_C(1) << 53) * 0x1p-53;
}

static double
ordinary(int kind)
{
    switch (kind) {
    case LEVEL: return 100 * (1 + fraction());
    case RATE:  return 0.2 * (fraction() - 0.4);
    case LOW:   return 0x1p-60 * fraction();
    default:    return 0.5 + 40 * fraction();
    }
}

static double
awkward(int kind)
{
    static const double values[] = {
        0.0, -0.0, 1, -1, -3.5, 0x1p-1074, 0x1p-1000, -0x1p-300, 0x1p-250,
        0x1.fffffffffffffp249, 0x1p250, 0x1.fffffffffffffp1023, INFINITY,
        -INFINITY, 0x1p-60, 300, 1e-10, NAN, NAN,
    };
    return draw_below(3) == 0 ? values[draw_below(COUNT(values))]
                              : ordinary(kind);
}

/* The arrays of a call, with what lies behind them. */
struct call {
    double x[4][ROOM], out[ROOM];
    int n, said;
};

static void
fill(const struct kernel *k, double (*draw)(int), struct call *c)
{
    for (int j = 0; j < k->operands; j++)
        for (int i = 0; i < ROOM; i++)
            c->x[j][i] = draw(k->kind[j]);
}

static void
call_kernel(const struct kernel *k, int n, struct call *c)
{
    struct dt__lanes lanes = {
        .parameter = { k->parameter[0], k->parameter[1] },
        .out = c->out,
        .n = n,
    };

    for (int i = 0; i < ROOM; i++)
        c->out[i] = untouched;
    for (int j = 0; j < k->operands; j++)
        lanes.x[j] = c->x[j];
    c->n = n;
    c->said = dt__kernels()->lanes[k->id](&lanes);
}

/* Element i as one; whether an operand is missing. */
static bool
element_of(const struct kernel *k, const struct call *c, int i,
           struct element *e)
{
    bool missing = false;

    *e = (struct element){ { 0 }, { k->parameter[0], k->parameter[1] } };
    for (int j = 0; j < k->operands; j++) {
        e->x[j] = c->x[j][i];
        missing = missing || isnan(e->x[j]);
    }
    if (k->operands == 3)
        e->parameter[1] = e->x[2];
    return missing;
}

/* Checks a call; the number of elements in doubt. */
static int
check(const struct kernel *k, const struct call *c)
{
    int doubts = 0, gaps = 0;

    for (int i = 0; i < c->n; i++) {
        struct element e;
        const bool missing = element_of(k, c, i, &e);
        const bool doubt = isinf(c->out[i]);

        gaps += missing;
        doubts += doubt;
        if (missing) {
            assert_true(dt__bits(c->out[i]) == dt__bits(dt__nan()));
        } else if (!doubt) {
            assert_ulp(c->out[i], k->expected(&e), 0);
        }
    }
    for (int i = c->n; i < ROOM; i++)
        assert_true(c->out[i] == untouched);
    assert_int_equal(c->said, (doubts > 0 ? DT__SOME_DOUBT : 0) |
                                  (gaps > 0 ? DT__SOME_MISSING : 0));
    return doubts;
}

static void
compare_elements(void)
{
    struct call c;

    for (size_t j = 0; j < COUNT(kernels); j++)
        for (int n = DT__STEP; n <= DT__BLOCK; n += DT__STEP) {
            fill(&kernels[j], ordinary, &c);
            call_kernel(&kernels[j], n, &c);
            (void)check(&kernels[j], &c);
            fill(&kernels[j], awkward, &c);
            call_kernel(&kernels[j], n, &c);
            (void)check(&kernels[j], &c);
        }
}

static void
kernels_agree_with_the_second_steps(void **state)
{
    (void)state;
    each_isa(compare_elements);
}

static void
few_ordinary_elements_are_in_doubt(void **state)
{
    struct call c;

    (void)state;
    for (size_t j = 0; j < COUNT(kernels); j++) {
        int doubts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            fill(&kernels[j], ordinary, &c);
            call_kernel(&kernels[j], DT__BLOCK, &c);
            doubts += check(&kernels[j], &c);
        }
        assert_true(doubts < ROUNDS * DT__BLOCK / 100);
    }
}

static void
place_one(double value)
{
    struct call c;

    for (size_t j = 0; j < COUNT(kernels); j++)
        for (int operand = 0; operand < kernels[j].operands; operand++)
            for (int i = 0; i < DT__BLOCK; i++) {
                fill(&kernels[j], ordinary, &c);
                c.x[operand][i] = value;
                call_kernel(&kernels[j], i / DT__STEP * DT__STEP + DT__STEP,
                            &c);
                (void)check(&kernels[j], &c);
                assert_true(c.said & (isnan(value) ? DT__SOME_MISSING
                                                   : DT__SOME_DOUBT));
            }
}

static void
place_one_of_each(void)
{
    place_one(NAN);
    place_one(INFINITY);
}

static void
one_odd_operand_is_found_wherever_it_is(void **state)
{
    (void)state;
    each_isa(place_one_of_each);
}

static void
every_number_has_its_kernel(void **state)
{
    (void)state;
    assert_null(dt__kernels()->lanes[DT__KERNEL_NONE]);
    for (int id = 1; id < DT__KERNELS_COUNT; id++) {
        int cases = 0;
        for (size_t j = 0; j < COUNT(kernels); j++)
            cases += kernels[j].id == id;
        assert_true(cases > 0);
        assert_non_null(dt__kernels()->lanes[id]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kernels_agree_with_the_second_steps),
        cmocka_unit_test(few_ordinary_elements_are_in_doubt),
        cmocka_unit_test(one_odd_operand_is_found_wherever_it_is),
        cmocka_unit_test(every_number_has_its_kernel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
