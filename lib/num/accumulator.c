#include "num/num.h"

#include "base/number.h"
#include "num/scale.h"

/* Bit 0 of limb 0 weighs 2^-2148, the lowest bit of a product of two of the
 * smallest doubles; every limb is worth 32 bits. */
enum {
    SUM_LOWEST = -2148,
    SUM_PENDING_MAX = 1 << 28
};

void
dt__sum_init(struct dt__sum *self)
{
    memset(self, 0, sizeof(*self));
}

/* value = carry 2^32 + the digit that is returned, in [0, 2^32). */
static inline uint32_t
sum_digit(int64_t value, int64_t *carry)
{
    const uint32_t digit = (uint32_t)value;

    *carry = (value - (int64_t)digit) / INT64_C(0x100000000);
    return digit;
}

/* Every limb but the last lies in [0, 2^32) then. */
void
dt__sum_settle(struct dt__sum *self)
{
    int64_t carry = 0;

    for (int i = 0; i < DT__SUM_LIMBS - 1; i++)
        self->limb[i] = sum_digit(self->limb[i] + carry, &carry);
    self->limb[DT__SUM_LIMBS - 1] += carry;
    self->pending = 0;
}

/* Adds +-m 2^e. */
static void
sum_add_integer(struct dt__sum *self, uint64_t m, int e, bool negative)
{
    const int place = e - SUM_LOWEST;
    const int limb = place >> 5, shift = place & 31;
    const uint64_t low = m << shift;
    const uint64_t high = shift == 0 ? 0 : m >> (64 - shift);
    const int64_t part[3] = { (int64_t)(low & 0xffffffff),
                              (int64_t)(low >> 32), (int64_t)high };

    for (int i = 0; i < 3; i++)
        self->limb[limb + i] += negative ? -part[i] : part[i];
    if (++self->pending >= SUM_PENDING_MAX)
        dt__sum_settle(self);
}

void
dt__sum_add(struct dt__sum *self, double x)
{
    int e;

    if (!dt__is_finite(x)) {
        self->invalid = true;
        return;
    }
    const uint64_t m = dt__integer_of(x, &e);
    sum_add_integer(self, m, e, dt__bits(x) >> 63);
}

void
dt__sum_add_product(struct dt__sum *self, double a, double b)
{
    int a_e, b_e;

    if (!dt__is_finite(a) || !dt__is_finite(b)) {
        self->invalid = true;
        return;
    }
    const uint64_t x = dt__integer_of(a, &a_e), y = dt__integer_of(b, &b_e);
    const bool negative = (dt__bits(a) ^ dt__bits(b)) >> 63;
    /* Halves of 27 bits: four products of at most 54 bits. */
    const uint64_t mask = (UINT64_C(1) << 27) - 1;
    const uint64_t x0 = x & mask, x1 = x >> 27, y0 = y & mask, y1 = y >> 27;

    sum_add_integer(self, x0 * y0, a_e + b_e, negative);
    sum_add_integer(self, x0 * y1 + x1 * y0, a_e + b_e + 27, negative);
    sum_add_integer(self, x1 * y1, a_e + b_e + 54, negative);
}

/* No limb has more than 2^60 in it, so that two of them fit as they are. */
static void
sum_add_limbs(struct dt__sum *self, const struct dt__sum *other, int64_t sign)
{
    for (int i = 0; i < DT__SUM_LIMBS; i++)
        self->limb[i] += sign * other->limb[i];
    self->invalid = self->invalid || other->invalid;
    dt__sum_settle(self);
}

void
dt__sum_merge(struct dt__sum *self, const struct dt__sum *other)
{
    sum_add_limbs(self, other, 1);
}

void
dt__sum_subtract(struct dt__sum *self, const struct dt__sum *other)
{
    sum_add_limbs(self, other, -1);
}

/* The magnitude of a sum, as it is read. */
struct sum_digits {
    uint32_t digit[DT__SUM_LIMBS];
    int top; /* The highest that is not 0, or 2. */
    bool negative;
};

/* Sets the digits of the sum times `sign`; returns what is above them all. */
static int64_t
sum_carry(const struct dt__sum *self, int64_t sign, struct sum_digits *d)
{
    int64_t carry = 0;

    for (int i = 0; i < DT__SUM_LIMBS; i++)
        d->digit[i] = sum_digit(sign * self->limb[i] + carry, &carry);
    return carry;
}

static void
sum_find_top(struct sum_digits *d, int top)
{
    while (top > 2 && d->digit[top] == 0)
        top--;
    d->top = top;
}

static void
sum_read(const struct dt__sum *self, struct sum_digits *d)
{
    d->negative = sum_carry(self, 1, d) < 0;
    if (d->negative)
        (void)sum_carry(self, -1, d);
    sum_find_top(d, DT__SUM_LIMBS - 1);
}

/* Takes away a number of the same sign, which may leave one of the other. */
static void
sum_take_away(struct sum_digits *d, double x)
{
    int e;
    const uint64_t m = dt__integer_of(x, &e);
    const int limb = (e - SUM_LOWEST) >> 5, shift = (e - SUM_LOWEST) & 31;
    const int end = limb + 3 > d->top + 1 ? limb + 3 : d->top + 1;
    const uint64_t high = shift == 0 ? 0 : m >> (64 - shift);
    const int64_t part[3] = { (int64_t)(m << shift & 0xffffffff),
                              (int64_t)(m << shift >> 32), (int64_t)high };
    int64_t carry = 0;

    for (int i = limb; i < end; i++) {
        const int64_t less = i - limb < 3 ? part[i - limb] : 0;
        d->digit[i] = sum_digit(d->digit[i] - less + carry, &carry);
    }
    if (carry < 0) {
        d->negative = !d->negative;
        carry = 0;
        for (int i = 0; i < end; i++)
            d->digit[i] = sum_digit(carry - (int64_t)d->digit[i], &carry);
    }
    sum_find_top(d, end - 1);
}

/* Limb 135, of bits from 2^2172 on, only has the sign of such a sum, and limbs
 * 131 to 133 tell how many times 2^2048 it holds. */
bool
dt__sum_fits(const struct dt__sum *self, int64_t count)
{
    enum {
        FIRST = (2048 - SUM_LOWEST) / 32,
        SHIFT = (2048 - SUM_LOWEST) % 32
    };
    const int64_t last = self->limb[DT__SUM_LIMBS - 1];
    struct sum_digits d;

    if (last != 0 && last != -1)
        return false;
    sum_read(self, &d);
    if (count == 0)
        return d.top == 2 && (d.digit[0] | d.digit[1] | d.digit[2]) == 0;
    if (d.top > FIRST + 2 || d.digit[FIRST + 2] >> (SHIFT - 1) != 0)
        return false;
    return ((uint64_t)d.digit[FIRST] >> SHIFT |
            (uint64_t)d.digit[FIRST + 1] << (32 - SHIFT) |
            (uint64_t)d.digit[FIRST + 2] << (64 - SHIFT)) < (uint64_t)count;
}

static int
sum_bit_length(uint64_t x)
{
    int n = 0;
    for (; x != 0; x >>= 1)
        n++;
    return n;
}

/* m 2^e with a last bit that is not lost yet if `sticky`, to nearest even; m
 * has its highest bit set. */
static double
sum_round_integer(uint64_t m, int e, bool sticky)
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
sum_round_digits(const struct sum_digits *d)
{
    const uint64_t high = d->digit[d->top];
    const uint64_t middle = d->digit[d->top - 1];
    const uint64_t low = d->digit[d->top - 2];
    bool sticky = false;
    for (int i = 0; i < d->top - 2; i++)
        sticky = sticky || d->digit[i] != 0;

    /* The highest 64 of the 96 bits of three digits. */
    const int bits = high != 0 ? 32 + sum_bit_length(high)
                               : sum_bit_length(middle);
    if (bits < 32) /* Only the lowest ones, far below the smallest double. */
        return 0;
    const int drop = bits - 32;
    const uint64_t pair = high << 32 | middle;
    const uint64_t m = drop == 32 ? pair
                                  : pair << (32 - drop) | low >> drop;
    sticky = sticky || (low & ((UINT64_C(1) << drop) - 1)) != 0;

    const double size = sum_round_integer(
        m, 32 * (d->top - 2) + SUM_LOWEST + drop, sticky);
    return d->negative ? -size : size;
}

double
dt__sum_round(const struct dt__sum *self)
{
    struct sum_digits d;

    if (self->invalid)
        return dt__nan();
    sum_read(self, &d);
    return sum_round_digits(&d);
}

/* What is left after the nearest double is taken away rounds to the second
 * one. Uses up the digits. */
static struct dt__dd
sum_round_twice(struct sum_digits *d)
{
    const double hi = sum_round_digits(d);

    if (!dt__is_finite(hi))
        return dt__dd_from(hi);
    sum_take_away(d, hi);
    return (struct dt__dd){ hi, sum_round_digits(d) };
}

struct dt__dd
dt__sum_dd(const struct dt__sum *self)
{
    struct sum_digits d;

    if (self->invalid)
        return dt__dd_from(dt__nan());
    sum_read(self, &d);
    return sum_round_twice(&d);
}

struct dt__dd
dt__sum_wide(const struct dt__sum *self, int *e)
{
    /* 2^1088 times less, all sums of 2^63 products are doubles; what is lost
     * below lies 2^-2000 of such a sum away. */
    enum { LESS = 34 };
    struct sum_digits d;

    *e = 0;
    if (self->invalid)
        return dt__dd_from(dt__nan());
    sum_read(self, &d);
    if (!dt__is_finite(sum_round_digits(&d))) {
        *e = 32 * LESS;
        memmove(d.digit, d.digit + LESS,
                (DT__SUM_LIMBS - LESS) * sizeof(d.digit[0]));
        memset(d.digit + DT__SUM_LIMBS - LESS, 0, LESS * sizeof(d.digit[0]));
        d.top -= LESS;
    }
    return sum_round_twice(&d);
}

double
dt__sum_mean(const struct dt__sum *self, double n)
{
    const struct dt__dd sum = dt__sum_dd(self);
    return dt__is_finite(sum.hi) ? dt__quotient(sum, dt__dd_from(n)) : sum.hi;
}
