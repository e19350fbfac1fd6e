/* SPDX-License-Identifier: MIT */
#include "num/accumulator_round.h"

#include "base/number.h"
#include "num/rate.h"
#include "num/scale.h"

/* The magnitude of a sum, as it is read. */
struct accumulator_digits {
    uint32_t digit[DT__SUM_LIMBS];
    int top; /* The highest that is not 0, or 2. */
    bool negative;
};

/* Sets the digits of the sum times `sign`; returns what is above them all. */
static int64_t
accumulator_carry(const struct dt__sum *self, int64_t sign,
                  struct accumulator_digits *d)
{
    int64_t carry = 0;

    for (int i = 0; i < DT__SUM_LIMBS; i++)
        d->digit[i] = dt__sum_digit(sign * self->limb[i] + carry, &carry);
    return carry;
}

static void
accumulator_find_top(struct accumulator_digits *d, int top)
{
    while (top > 2 && d->digit[top] == 0)
        top--;
    d->top = top;
}

static void
accumulator_read(const struct dt__sum *self, struct accumulator_digits *d)
{
    d->negative = accumulator_carry(self, 1, d) < 0;
    if (d->negative)
        (void)accumulator_carry(self, -1, d);
    accumulator_find_top(d, DT__SUM_LIMBS - 1);
}

/* Takes away a number of the same sign, which may leave one of the other. */
static void
accumulator_take_away(struct accumulator_digits *d, double x)
{
    int e;
    const uint64_t m = dt__integer_of(x, &e);
    const int place = e - DT__SUM_LOWEST;
    const int limb = place >> 5, shift = place & 31;
    const int end = limb + 3 > d->top + 1 ? limb + 3 : d->top + 1;
    const uint64_t high = shift == 0 ? 0 : m >> (64 - shift);
    const int64_t part[3] = { (int64_t)(m << shift & 0xffffffff),
                              (int64_t)(m << shift >> 32), (int64_t)high };
    int64_t carry = 0;

    for (int i = limb; i < end; i++) {
        const int64_t less = i - limb < 3 ? part[i - limb] : 0;
        d->digit[i] = dt__sum_digit(d->digit[i] - less + carry, &carry);
    }
    if (carry < 0) {
        d->negative = !d->negative;
        carry = 0;
        for (int i = 0; i < end; i++)
            d->digit[i] = dt__sum_digit(carry - (int64_t)d->digit[i], &carry);
    }
    accumulator_find_top(d, end - 1);
}

/* Limb 135, of bits from 2^2172 on, only has the sign of such a sum, and limbs
 * 131 to 133 tell how many times 2^2048 it holds. */
bool
dt__sum_fits(const struct dt__sum *self, int64_t count)
{
    enum {
        FIRST = (2048 - DT__SUM_LOWEST) / 32,
        SHIFT = (2048 - DT__SUM_LOWEST) % 32
    };
    const int64_t last = self->limb[DT__SUM_LIMBS - 1];
    struct accumulator_digits d;

    if (last != 0 && last != -1)
        return false;
    accumulator_read(self, &d);
    if (count == 0)
        return d.top == 2 && (d.digit[0] | d.digit[1] | d.digit[2]) == 0;
    if (d.top > FIRST + 2 || d.digit[FIRST + 2] >> (SHIFT - 1) != 0)
        return false;
    return ((uint64_t)d.digit[FIRST] >> SHIFT |
            (uint64_t)d.digit[FIRST + 1] << (32 - SHIFT) |
            (uint64_t)d.digit[FIRST + 2] << (64 - SHIFT)) < (uint64_t)count;
}

static int
accumulator_bit_length(uint64_t x)
{
    int n = 0;
    for (; x != 0; x >>= 1)
        n++;
    return n;
}

/* m 2^e with a last bit that is not lost yet if `sticky`, to nearest even; m
 * has its highest bit set. */
static double
accumulator_round_integer(uint64_t m, int e, bool sticky)
{
    /* 53 bits are kept, fewer if the result is subnormal. */
    const int excess = -1074 - (e + 11);
    const int drop = 11 + (excess > 0 ? excess : 0);
    if (drop > 64)
        return 0;

    uint64_t kept = drop == 64 ? 0 : m >> drop;
    const uint64_t below = drop == 64 ? m : m << (64 - drop);
    const uint64_t half = UINT64_C(1) << 63;
    if (below > half || (below == half && (sticky || (kept & 1))))
        kept++;
    return dt__scale((double)kept, e + drop);
}

static double
accumulator_round_digits(const struct accumulator_digits *d)
{
    const uint64_t high = d->digit[d->top];
    const uint64_t middle = d->digit[d->top - 1];
    const uint64_t low = d->digit[d->top - 2];
    bool sticky = false;
    for (int i = 0; i < d->top - 2; i++)
        sticky = sticky || d->digit[i] != 0;

    /* The highest 64 of the 96 bits of three digits. */
    const int bits = high != 0 ? 32 + accumulator_bit_length(high)
                               : accumulator_bit_length(middle);
    if (bits < 32) /* Only the lowest ones, far below the smallest double. */
        return 0;
    const int drop = bits - 32;
    const uint64_t pair = high << 32 | middle;
    const uint64_t m = drop == 32 ? pair
                                  : pair << (32 - drop) | low >> drop;
    sticky = sticky || (low & ((UINT64_C(1) << drop) - 1)) != 0;

    const double size = accumulator_round_integer(
        m, 32 * (d->top - 2) + DT__SUM_LOWEST + drop, sticky);
    return d->negative ? -size : size;
}

double
dt__sum_round(const struct dt__sum *self)
{
    struct accumulator_digits d;

    if (self->invalid)
        return dt__nan();
    accumulator_read(self, &d);
    return accumulator_round_digits(&d);
}

/* What is left after the nearest double is taken away rounds to the second
 * one. Uses up the digits. */
static struct dt__dd
accumulator_round_twice(struct accumulator_digits *d)
{
    const double hi = accumulator_round_digits(d);

    if (!dt__is_finite(hi))
        return dt__dd_from(hi);
    accumulator_take_away(d, hi);
    return (struct dt__dd){ hi, accumulator_round_digits(d) };
}

struct dt__dd
dt__sum_dd(const struct dt__sum *self)
{
    struct accumulator_digits d;

    if (self->invalid)
        return dt__dd_from(dt__nan());
    accumulator_read(self, &d);
    return accumulator_round_twice(&d);
}

/* Moves all digits down by so many, or up. */
static void
accumulator_move(struct accumulator_digits *d, int down)
{
    const int up = down < 0 ? -down : 0, by = down < 0 ? 0 : down;
    const int kept = DT__SUM_LIMBS - up - by;

    memmove(d->digit + up, d->digit + by, (size_t)kept * sizeof(d->digit[0]));
    memset(d->digit + (down < 0 ? 0 : kept), 0,
           (size_t)(up + by) * sizeof(d->digit[0]));
    accumulator_find_top(d, d->top - down > 2 ? d->top - down : 2);
}

struct dt__dd
dt__sum_wide(const struct dt__sum *self, int *e)
{
    /* 2^1088 times less, all sums of 2^63 products are doubles; what is lost
     * below lies 2^-2000 of such a sum away. As many times more, the smallest
     * one fills a pair. */
    enum { BY = 34, SMALL = 40 };
    struct accumulator_digits d;

    *e = 0;
    if (self->invalid)
        return dt__dd_from(dt__nan());
    accumulator_read(self, &d);
    const int down = !dt__is_finite(accumulator_round_digits(&d)) ? BY
                     : d.top < SMALL ? -BY : 0;
    if (down != 0)
        accumulator_move(&d, down);
    *e = 32 * down;
    return accumulator_round_twice(&d);
}

/* The sign of a sum less n times the middle of two doubles: exact, of twice
 * that. */
static int
accumulator_against(const struct dt__sum *self, struct dt__dd n, double a,
                    double b)
{
    struct dt__sum rest = *self;
    struct accumulator_digits d;

    dt__sum_merge(&rest, self);
    dt__sum_add_product(&rest, -a, n.hi);
    dt__sum_add_product(&rest, -a, n.lo);
    dt__sum_add_product(&rest, -b, n.hi);
    dt__sum_add_product(&rest, -b, n.lo);
    accumulator_read(&rest, &d);
    if (d.top == 2 && (d.digit[0] | d.digit[1] | d.digit[2]) == 0)
        return 0;
    return d.negative ? -1 : 1;
}

/* The neighbour of a mean, or the mean, whichever the sum is nearer to. */
static double
accumulator_settle(const struct dt__sum *self, struct dt__dd n, double mean,
                   double other)
{
    const int away = other > mean ? 1 : -1;
    const int side = away * accumulator_against(self, n, mean, other);

    return side > 0 || (side == 0 && (dt__bits(mean) & 1)) ? other : mean;
}

double
dt__sum_mean(const struct dt__sum *self, int64_t n)
{
    int e;
    const struct dt__dd sum = dt__sum_wide(self, &e);
    const struct dt__dd by = dt__two_sum((double)(n & ~INT64_C(0xffffffff)),
                                         (double)(n & INT64_C(0xffffffff)));
    /* More than a pair and its quotient leave open. */
    const double open = dt__abs(sum.hi) * 0x1p-96;
    const struct dt__dd less = { sum.hi, sum.lo - open };
    const struct dt__dd more = { sum.hi, sum.lo + open };
    const double low = dt__scaled_quotient(less, by, e);
    const double high = dt__scaled_quotient(more, by, e);

    return dt__bits(low) == dt__bits(high)
               ? high : accumulator_settle(self, by, low, high);
}
