#include "num/num.h"

#include "base/number.h"
#include "num/scale.h"

/* Bit 0 of limb 0 weighs 2^-2148, the lowest bit of a product of two of the
 * smallest doubles; every limb is worth 32 bits. */
enum {
    LOWEST = -2148,
    PENDING_MAX = 1 << 28
};

void
dt__sum_init(struct dt__sum *self)
{
    memset(self, 0, sizeof(*self));
}

/* Every limb but the last lies in [0, 2^32) then. */
void
dt__sum_settle(struct dt__sum *self)
{
    int64_t carry = 0;

    for (int i = 0; i < DT__SUM_LIMBS - 1; i++) {
        const int64_t value = self->limb[i] + carry;
        /* A floor division, whatever the sign. */
        carry = value >= 0 ? value >> 32
                           : -((-value + INT64_C(0xffffffff)) >> 32);
        self->limb[i] = value - carry * INT64_C(0x100000000);
    }
    self->limb[DT__SUM_LIMBS - 1] += carry;
    self->pending = 0;
}

/* Adds +-m 2^e. */
static void
add_integer(struct dt__sum *self, uint64_t m, int e, bool negative)
{
    const int place = e - LOWEST;
    const int limb = place >> 5, shift = place & 31;
    const uint64_t low = m << shift;
    const uint64_t high = shift == 0 ? 0 : m >> (64 - shift);
    const int64_t part[3] = { (int64_t)(low & 0xffffffff),
                              (int64_t)(low >> 32), (int64_t)high };

    for (int i = 0; i < 3; i++)
        self->limb[limb + i] += negative ? -part[i] : part[i];
    if (++self->pending >= PENDING_MAX)
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
    add_integer(self, m, e, dt__bits(x) >> 63);
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

    add_integer(self, x0 * y0, a_e + b_e, negative);
    add_integer(self, x0 * y1 + x1 * y0, a_e + b_e + 27, negative);
    add_integer(self, x1 * y1, a_e + b_e + 54, negative);
}

static void
add_limbs(struct dt__sum *self, const struct dt__sum *other, int64_t sign)
{
    struct dt__sum settled = *other;

    dt__sum_settle(&settled);
    dt__sum_settle(self);
    for (int i = 0; i < DT__SUM_LIMBS; i++)
        self->limb[i] += sign * settled.limb[i];
    self->invalid = self->invalid || settled.invalid;
    dt__sum_settle(self);
}

void
dt__sum_merge(struct dt__sum *self, const struct dt__sum *other)
{
    add_limbs(self, other, 1);
}

void
dt__sum_subtract(struct dt__sum *self, const struct dt__sum *other)
{
    add_limbs(self, other, -1);
}

/* The magnitude of a sum, and where its highest limb is. */
static bool
magnitude(const struct dt__sum *self, struct dt__sum *s, int *top)
{
    *s = *self;
    dt__sum_settle(s);
    const bool negative = s->limb[DT__SUM_LIMBS - 1] < 0;
    if (negative) {
        for (int i = 0; i < DT__SUM_LIMBS; i++)
            s->limb[i] = -s->limb[i];
        dt__sum_settle(s);
    }
    *top = DT__SUM_LIMBS - 1;
    while (*top > 2 && s->limb[*top] == 0)
        (*top)--;
    return negative;
}

/* Limb 135, of bits from 2^2172 on, only has the sign of such a sum, and limbs
 * 131 to 133 tell how many times 2^2048 it holds. */
bool
dt__sum_fits(const struct dt__sum *self, int64_t count)
{
    enum { FIRST = (2048 - LOWEST) / 32, SHIFT = (2048 - LOWEST) % 32 };
    const int64_t last = self->limb[DT__SUM_LIMBS - 1];
    struct dt__sum s;
    int top;

    if (last != 0 && last != -1)
        return false;
    (void)magnitude(self, &s, &top);
    if (count == 0)
        return top == 2 && (s.limb[0] | s.limb[1] | s.limb[2]) == 0;
    if (top > FIRST + 2 || s.limb[FIRST + 2] >> (SHIFT - 1) != 0)
        return false;
    return (s.limb[FIRST] >> SHIFT | s.limb[FIRST + 1] << (32 - SHIFT) |
            s.limb[FIRST + 2] << (64 - SHIFT)) < count;
}

static int
bit_length(uint64_t x)
{
    int n = 0;
    for (; x != 0; x >>= 1)
        n++;
    return n;
}

/* m 2^e with a last bit that is not lost yet if `sticky`, to nearest even; m
 * has its highest bit set. */
static double
round_integer(uint64_t m, int e, bool sticky)
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

double
dt__sum_round(const struct dt__sum *self)
{
    struct dt__sum s;
    int top;

    if (self->invalid)
        return dt__nan();
    const bool negative = magnitude(self, &s, &top);
    const uint64_t high = (uint64_t)s.limb[top];
    const uint64_t middle = (uint64_t)s.limb[top - 1];
    const uint64_t low = (uint64_t)s.limb[top - 2];
    bool sticky = false;
    for (int i = 0; i < top - 2; i++)
        sticky = sticky || s.limb[i] != 0;

    /* The highest 64 of the 96 bits of three limbs. */
    const int bits = high != 0 ? 32 + bit_length(high) : bit_length(middle);
    if (bits < 32) /* Only the lowest limbs, far below the smallest double. */
        return 0;
    const int drop = bits - 32;
    const uint64_t pair = high << 32 | middle;
    const uint64_t m = drop == 32 ? pair
                                  : pair << (32 - drop) | low >> drop;
    sticky = sticky || (low & ((UINT64_C(1) << drop) - 1)) != 0;

    const double size = round_integer(m, 32 * (top - 2) + LOWEST + drop,
                                      sticky);
    return negative ? -size : size;
}

struct dt__dd
dt__sum_dd(const struct dt__sum *self)
{
    /* What is left after the nearest double is taken away rounds to the
     * second one. */
    struct dt__sum rest = *self;
    const double hi = dt__sum_round(self);

    if (!dt__is_finite(hi))
        return dt__dd_from(hi);
    dt__sum_add(&rest, -hi);
    return (struct dt__dd){ hi, dt__sum_round(&rest) };
}

struct dt__dd
dt__sum_wide(const struct dt__sum *self, int *e)
{
    /* 2^1088 times less, all sums of 2^63 products are doubles; what is lost
     * below lies 2^-2000 of such a sum away. */
    enum { LIMBS = 34 };
    const struct dt__dd sum = dt__sum_dd(self);

    *e = 0;
    if (dt__is_finite(sum.hi) || self->invalid)
        return sum;
    struct dt__sum less = *self;
    dt__sum_settle(&less);
    memmove(less.limb, less.limb + LIMBS,
            (DT__SUM_LIMBS - LIMBS) * sizeof(less.limb[0]));
    memset(less.limb + DT__SUM_LIMBS - LIMBS, 0,
           LIMBS * sizeof(less.limb[0]));
    *e = 32 * LIMBS;
    return dt__sum_dd(&less);
}

double
dt__sum_mean(const struct dt__sum *self, double n)
{
    const struct dt__dd sum = dt__sum_dd(self);
    return dt__is_finite(sum.hi) ? dt__quotient(sum, dt__dd_from(n)) : sum.hi;
}
