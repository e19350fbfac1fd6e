/* SPDX-License-Identifier: MIT */
/* The one pass over the data, by a made-up quantity that shows who computed
 * what, against the same element by element, in memory that ends where it
 * does. */
#define _DEFAULT_SOURCE
#include "guard.h"

#include <limits.h>

#include "num/dd.h"
#include "series/blocks.h"
#include "series/output.h"

/* Elements of a result of which every number is tried, of the longest, and by
 * how many a view may have more. */
enum { LONGEST = 200, MOST = 10200, BESIDE = 60, VIEWS = 4 };

static struct source sources[VIEWS];
static double filled[DT__OPERANDS][MOST + BESIDE];
static int64_t places[MOST + BESIDE];
static const double parameters[] = { 2.5, -1 };

/* The quantity is a sum with weights, all of it exact, and tells by its
 * fraction who computed it. */
static const double weight[DT__OPERANDS] = { 1, 3, 5, 7 };
#define BY_KERNEL 0.5
#define BY_ONE    0.25
#define BY_ALL    0.125

enum how { COMPUTE, PART, ALL };

/* A pass: the quantity, and what is asked for. */
struct pass {
    struct dt__task task;
    struct dt__operand operand[DT__OPERANDS]; /* Those of the task. */
    int doubts; /* One sum in so many is left in doubt; 0: none. */
    enum how how;
    int64_t from, to, length;
    bool few; /* So few are computed that none is gathered. */
    bool in_place, bits_in_place, wants_why, wants_bits, wants_summary;
};
static struct pass pass;

/* What was seen of it. */
struct seen {
    int64_t asked;        /* Calls of one(). */
    int64_t located, last, low, high;
    int64_t taken, longs; /* Elements that the kernel got; more than a block. */
    int64_t doubted, alls, baseless;
    bool by_all[MOST + BESIDE];
};
static struct seen seen;

static bool
is_doubtful(double sum)
{
    return pass.doubts > 0 && (int64_t)sum % pass.doubts == 0;
}

static int32_t
ask(const void *self, const double *x, double *result)
{
    double sum = 0;

    assert_ptr_equal(self, &pass);
    for (int k = 0; k < pass.task.operands; k++) {
        assert_true(isfinite(x[k]));
        sum += weight[k] * x[k];
    }
    seen.asked++;
    *result = sum + BY_ONE;
    return (int64_t)sum % 7 == 3 ? DT_SERIES_WHY_DOMAIN : DT_SERIES_WHY_DEFINED;
}

static bool
is_common(uint8_t from)
{
    return from == DT__FROM_COMMON || from == DT__FROM_ROOM;
}

/* An element as the kernel sees it: its sum, infinite if an operand is, NaN if
 * one is missing; and whether it is padding. */
static double
weigh(const struct dt__lanes *lanes, int i, bool *is_padding)
{
    double sum = 0;
    bool is_infinite = false;

    *is_padding = false;
    for (int k = 0; k < pass.task.operands; k++) {
        const double x = lanes->x[k] != NULL ? lanes->x[k][i]
                                             : pass.task.operand[k].common;
        const uint8_t from = pass.task.operand[k].from;
        assert_int_equal(lanes->x[k] == NULL, from == DT__FROM_COMMON);
        if (from == DT__FROM_ROOM)
            assert_true(dt__bits(x) == dt__bits(pass.task.operand[k].common));
        if (isnan(x) && !is_common(from))
            return (double)NAN;
        is_infinite = is_infinite || !isfinite(x);
        *is_padding = *is_padding || (!is_common(from) && x == 1);
        sum += weight[k] * x;
    }
    return is_infinite ? (double)INFINITY : sum;
}

static void
assert_apart_from_operands(const struct dt__lanes *lanes)
{
    for (int k = 0; k < pass.task.operands; k++)
        assert_true(lanes->x[k] == NULL ||
                    lanes->x[k] + lanes->n <= lanes->out ||
                    lanes->out + lanes->n <= lanes->x[k]);
}

/* An element in doubt is infinite. Padding always is. */
static int
kernel(const struct dt__lanes *lanes)
{
    const int most = pass.task.any_length ? INT_MAX
                     : pass.task.most > 0 ? pass.task.most : DT__BLOCK;
    int said = 0;

    assert_true(lanes->n % DT__STEP == 0 && lanes->n <= most);
    assert_true(lanes->parameter[0] == 2.5 && lanes->parameter[1] == -1);
    assert_apart_from_operands(lanes);
    for (int i = 0; i < lanes->n; i++) {
        bool is_padding;
        const double sum = weigh(lanes, i, &is_padding);
        const bool open = is_padding || isinf(sum) ||
                          (!isnan(sum) && is_doubtful(sum));
        lanes->out[i] = open ? draw_below(2) ? (double)INFINITY
                                             : -(double)INFINITY
                        : isnan(sum) ? dt__nan() : sum + BY_KERNEL;
        said |= isnan(sum) ? DT__SOME_MISSING : open ? DT__SOME_DOUBT : 0;
        seen.taken += !is_padding;
    }
    if (lanes->n > DT__BLOCK)
        seen.longs++;
    return said;
}

/* Blocks come one after the other, in the order that the task names. */
static void
see_block(const struct dt__block *b)
{
    const int64_t end = b->first + b->n;
    const int most = pass.task.most > 0 ? pass.task.most : DT__BLOCK;

    assert_true(b->n >= 1 && b->n <= most);
    assert_int_equal(b->lanes.n, pass.task.kernel != NULL ? (b->n + 7) / 8 * 8
                                                          : b->n);
    if (seen.located > 0 && pass.task.order == DT__FORWARD)
        assert_int_equal(b->first, seen.high);
    if (seen.located > 0 && pass.task.order == DT__BACKWARD)
        assert_int_equal(end, seen.low);
    assert_true(seen.located == 0 || b->first == seen.high || end == seen.low);
    seen.low = seen.located == 0 || b->first < seen.low ? b->first : seen.low;
    seen.high = seen.located == 0 || end > seen.high ? end : seen.high;
    seen.located += b->n;
    seen.last = b->first;
}

static int
put_rooms(struct dt__block *b)
{
    int said = 0;

    for (int k = 0; k < pass.task.operands; k++) {
        if (pass.task.operand[k].from != DT__FROM_FILL)
            continue;
        for (int i = 0; i < b->lanes.n; i++) {
            b->room[k][i] = i < b->n ? filled[k][b->first + i] : 1;
            said |= isnan(b->room[k][i]) ? DT__SOME_MISSING : 0;
        }
    }
    return said;
}

/* Whether no element of a block has a base. */
static bool
is_baseless(const struct dt__block *b)
{
    bool some = false, asks = false;

    for (int k = 0; k < pass.task.operands; k++)
        asks = asks || (pass.task.operand[k].from == DT__FROM_PLACE &&
                        pass.task.operand[k].outside == DT_SERIES_WHY_NO_BASE);
    for (int i = 0; i < b->n; i++)
        some = some || places[b->first + i] >= 0;
    return asks && !some;
}

/* There are as many places as in a block, in the room of an operand. */
static bool
are_places_asked(void)
{
    return pass.task.most <= DT__BLOCK && pass.task.operands < DT__OPERANDS;
}

static bool
locate(const void *self, struct dt__block *b)
{
    assert_ptr_equal(self, &pass);
    see_block(b);
    if (is_baseless(b) && draw_below(2)) {
        seen.baseless += b->n;
        return false;
    }
    for (int i = 0; i < b->n && are_places_asked(); i++)
        b->place[i] = places[b->first + i];
    if (pass.task.fill == NULL)
        (void)put_rooms(b);
    return true;
}

static int
fill(void *state, struct dt__block *b)
{
    const bool doubts = pass.task.all != NULL && draw_below(3) == 0;

    assert_ptr_equal(state, &seen);
    assert_true(pass.task.locate == NULL || b->first == seen.last);
    seen.doubted += doubts;
    return put_rooms(b) | (doubts ? DT__SOME_DOUBT : 0);
}

static void
compute_block(void *state, struct dt__block *b)
{
    assert_ptr_equal(state, &seen);
    assert_true(pass.task.locate == NULL || b->first == seen.last);
    seen.alls++;
    for (int i = 0; i < b->n; i++) {
        double x[DT__OPERANDS], sum = 0;
        const int32_t why = dt__block_operands(b, i, x);
        for (int k = 0; k < pass.task.operands; k++)
            sum += weight[k] * x[k];
        b->lanes.out[i] = why == DT_SERIES_WHY_DEFINED ? sum + BY_ALL
                                                       : dt__nan();
        b->why[i] = (uint8_t)why;
        seen.by_all[b->first + i] = true;
    }
}

/* Operand k of element i, and its reason. */
static int32_t
expect_operand(const struct source *of, const struct dt__operand *o, int k,
               int64_t i, double *x)
{
    const int64_t at = o->from == DT__FROM_PLACE ? places[i] : i + o->shift;

    if (is_common(o->from) || o->from == DT__FROM_FILL) {
        *x = is_common(o->from) ? o->common : filled[k][i];
        return isfinite(*x) ? DT_SERIES_WHY_DEFINED
               : isnan(*x) && o->from == DT__FROM_FILL
                   ? o->missing : DT_SERIES_WHY_NOT_FINITE;
    }
    *x = (double)NAN;
    if (at < 0 || at >= o->x->length)
        return o->outside;
    const int32_t why = source_read(of, at, x);
    return why == DT_SERIES_WHY_VALUE_MISSING ? o->missing : why;
}

static const struct source *
source_of(const struct dt__operand *o)
{
    for (int v = 0; v < VIEWS; v++)
        if (o->x == &sources[v].view)
            return &sources[v];
    return NULL;
}

/* Element i by itself; *asks is whether one() computes it. */
static int32_t
expect(int64_t i, double *result, bool *asks)
{
    int32_t why = DT_SERIES_WHY_DEFINED;
    double sum = 0;

    *result = (double)NAN;
    *asks = false;
    for (int k = 0; k < pass.task.operands; k++) {
        double x;
        const struct dt__operand *o = &pass.task.operand[k];
        why = first_reason(why, expect_operand(source_of(o), o, k, i, &x));
        sum += weight[k] * x;
    }
    if (why != DT_SERIES_WHY_DEFINED)
        return why;
    *asks = !seen.by_all[i] &&
            (pass.few || pass.task.kernel == NULL || is_doubtful(sum));
    *result = sum + (*asks ? BY_ONE : seen.by_all[i] ? BY_ALL : BY_KERNEL);
    return *asks && (int64_t)sum % 7 == 3 ? DT_SERIES_WHY_DOMAIN
                                          : DT_SERIES_WHY_DEFINED;
}

/* Where results go, and what has to be there in the end. */
struct target {
    struct pen values, why, bits;
    struct dt_series_out out;
    unsigned char image[3][PEN_SIZE];
};
static struct target target;

/* What is there before the pass. */
static void
take_images(void)
{
    const struct pen *pens[] = {
        pass.in_place ? &sources[0].values : &target.values, &target.why,
        pass.bits_in_place ? &sources[0].bits : &target.bits,
    };

    for (int p = 0; p < 3; p++)
        memcpy(target.image[p], pens[p]->room, pens[p]->size);
}

static void
put_expected(int64_t i, double value, int32_t why)
{
    static const uint64_t canonical = UINT64_C(0x7ff8000000000000);
    const struct dt_series_out *out = &target.out;
    const unsigned char *room = pass.in_place ? sources[0].values.room
                                              : target.values.room;
    unsigned char *at = target.image[0] +
                        ((unsigned char *)&out->values[i * out->stride] - room);
    const int64_t bit = out->validity_offset + i;

    if (why == DT_SERIES_WHY_DEFINED)
        memcpy(at, &value, sizeof(value));
    else
        memcpy(at, &canonical, sizeof(canonical));
    if (out->why != NULL)
        target.image[1][out->why + i - target.why.room] = (unsigned char)why;
    if (out->validity == NULL)
        return;
    room = pass.bits_in_place ? sources[0].bits.room : target.bits.room;
    at = target.image[2] + (out->validity + bit / 8 - room);
    *at = (unsigned char)(why == DT_SERIES_WHY_DEFINED ? *at | 1 << bit % 8
                                                       : *at & ~(1 << bit % 8));
}

static void
complain(const char *what)
{
    print_error("%s: length %d, from %d to %d by %d, %d operands, order %d, "
                "most %d, stride %d, in place %d, kernel %d, fill %d, all %d\n",
                what, (int)pass.length, (int)pass.from, (int)pass.to, pass.how,
                pass.task.operands, pass.task.order, pass.task.most,
                (int)target.out.stride, pass.in_place,
                pass.task.kernel != NULL, pass.task.fill != NULL,
                pass.task.all != NULL);
    fail();
}

static void
check_images(void)
{
    static const char *const names[] = { "values", "why", "bits" };
    const struct pen *pens[] = {
        pass.in_place ? &sources[0].values : &target.values, &target.why,
        pass.bits_in_place ? &sources[0].bits : &target.bits,
    };

    for (int p = 0; p < 3; p++)
        if (memcmp(target.image[p], pens[p]->room, pens[p]->size) != 0)
            complain(names[p]);
}

/* Whether the function that is called computes element i at all. */
static bool
is_computed(int64_t i)
{
    if (pass.how == COMPUTE || pass.how == PART)
        return i >= pass.from && i < pass.to;
    for (int k = 0; k < pass.task.operands; k++) {
        const struct dt__operand *o = &pass.task.operand[k];
        const bool needed = o->from == DT__FROM_VIEW &&
                            o->outside == DT_SERIES_WHY_NO_BASE;
        if (needed && (i + o->shift < 0 || i + o->shift >= o->x->length))
            return false;
    }
    return true;
}

static bool
are_few(void)
{
    const struct dt__task *task = &pass.task;
    int64_t computed = 0;

    for (int64_t i = 0; i < pass.length; i++)
        computed += is_computed(i);
    return computed <= DT__FEW && task->locate == NULL && task->fill == NULL &&
           task->all == NULL && (task->kernel == NULL || task->any_length);
}

static void
count_expected(struct dt_series_summary *all, int64_t i, int32_t why)
{
    all->defined += why == DT_SERIES_WHY_DEFINED;
    if (why == DT_SERIES_WHY_DEFINED)
        return;
    if (all->undefined++ == 0) {
        all->first_undefined = i;
        all->first_why = why;
    }
    all->reasons |= UINT32_C(1) << why;
}

static void
check_summary(const struct dt_series_summary *summary,
              const struct dt_series_summary *expected)
{
    if (summary->defined != expected->defined ||
        summary->undefined != expected->undefined ||
        summary->first_undefined != expected->first_undefined ||
        summary->first_why != expected->first_why ||
        summary->reasons != expected->reasons)
        complain("summary");
}

/* What was asked of whom; `computed` elements were. */
static void
check_calls(int64_t computed, int64_t asked)
{
    bool all_common = true;
    int64_t left = pass.few ? 0 : computed - seen.baseless;

    for (int k = 0; k < pass.task.operands; k++)
        all_common = all_common && is_common(pass.task.operand[k].from);
    for (int64_t i = 0; i < pass.length; i++)
        left -= seen.by_all[i];
    if (seen.asked != asked)
        complain("asked");
    if (pass.task.locate != NULL && seen.located != computed)
        complain("located");
    /* What is taken at once and left open is taken again in blocks. */
    if (pass.task.kernel != NULL && !all_common &&
        (pass.task.any_length ? seen.taken < left : seen.taken != left))
        complain("taken by the kernel");
    if (pass.task.fill != NULL && seen.doubted != seen.alls)
        complain("doubts that were not given to all()");
}

/* Compares what was written, what was counted and what was asked. */
static void
check_pass(const struct dt_series_summary *summary)
{
    struct dt_series_summary expected = { .first_undefined = -1 };
    int64_t computed = 0, asked = 0;
    const int64_t first = pass.how == COMPUTE ? pass.from : 0;
    const int64_t end = pass.how == COMPUTE ? pass.to : pass.length;

    pass.few = are_few();
    for (int64_t i = first; i < end; i++) {
        double value = (double)NAN;
        bool asks = false;
        const int32_t why = is_computed(i) ? expect(i, &value, &asks)
                                           : DT_SERIES_WHY_NO_BASE;
        put_expected(i, value, why);
        count_expected(&expected, i, why);
        computed += is_computed(i);
        asked += asks;
    }
    check_images();
    if (pass.wants_summary)
        check_summary(summary, &expected);
    check_calls(computed, asked);
}

static const struct dt_series_summary opened = { .first_undefined = -1 };

static void
run(void)
{
    struct dt_series_summary summary;
    struct dt_series_summary *wanted = pass.wants_summary ? &summary : NULL;

    memset(&seen, 0, sizeof(seen));
    summary = opened;
    target.out.summary = wanted;
    take_images();
    if (pass.how == COMPUTE)
        dt__compute(&pass.task, pass.from, pass.to, &target.out);
    else if (pass.how == PART)
        dt__compute_part(&pass.task, pass.from, pass.to, pass.length,
                         &target.out);
    else
        dt__compute_all(&pass.task, pass.length, &target.out);
    check_pass(&summary);
}

static int64_t
draw_stride(void)
{
    static const int64_t strides[] = { 1, 1, 1, 3, -1, -2 };
    return strides[draw_below(COUNT(strides))];
}

static void
draw_target(int64_t length)
{
    struct dt_series_out *out = &target.out;

    out->stride = draw_stride();
    out->capacity = length;
    out->values = pen_place_doubles(&target.values, length, out->stride);
    out->why = pen_place(&target.why, (size_t)length);
    out->validity_offset = (int64_t)draw_below(20);
    out->validity = pen_place_bits(&target.bits, length, out->validity_offset);
    for (size_t i = 0; i < target.bits.size; i++)
        target.bits.room[i] = (unsigned char)draw_below(256);
    if (pass.in_place) {
        out->values = sources[0].first;
        out->stride = sources[0].view.stride;
    }
    if (!pass.wants_why)
        out->why = NULL;
    if (!pass.wants_bits)
        out->validity = NULL;
    /* As where a result is a view in turn. */
    pass.bits_in_place = pass.in_place && pass.wants_bits && draw_below(2) &&
                         sources[0].view.validity != NULL;
    if (pass.bits_in_place) {
        out->validity = sources[0].bits_first;
        out->validity_offset = sources[0].view.validity_offset;
    }
}

/* As a kernel may write to it. */
static void
make_target_plain(int64_t length)
{
    target.out.stride = 1;
    target.out.values = pen_place_doubles(&target.values, length, 1);
    target.out.validity = NULL;
    pass.wants_bits = false;
}

/* How far an operand lies from its element: in place, on the side that is not
 * yet overwritten. */
static int64_t
draw_shift(bool in_place)
{
    static const int64_t far[] = {
        64, 128, 199, 200, 201, 1000, INT64_MAX / 4, INT64_MAX / 2,
    };
    const int64_t shift = draw_below(4) == 0
                              ? far[draw_below(COUNT(far))]
                              : (int64_t)draw_below(30);
    if (in_place)
        return pass.task.order == DT__FORWARD ? shift : -shift;
    return draw_below(2) ? shift : -shift;
}

static struct dt__operand
draw_operand(uint64_t rare)
{
    static const uint8_t missing[] = { DT_SERIES_WHY_VALUE_MISSING,
                                       DT_SERIES_WHY_BASE_MISSING };
    static const uint8_t outside[] = { DT_SERIES_WHY_NO_BASE,
                                       DT_SERIES_WHY_NO_BASE,
                                       DT_SERIES_WHY_VALUE_MISSING,
                                       DT_SERIES_WHY_BASE_MISSING };
    const uint64_t view = draw_below(VIEWS);
    struct dt__operand o = {
        .from = (uint8_t)(draw_below(2) ? DT__FROM_VIEW : draw_below(5)),
        .missing = missing[draw_below(COUNT(missing))],
        .outside = outside[draw_below(COUNT(outside))],
    };

    if (o.from == DT__FROM_PLACE && !are_places_asked())
        o.from = DT__FROM_VIEW;
    if (is_common(o.from))
        o.common = draw_number(20 * rare);
    if (o.from == DT__FROM_VIEW) {
        o.x = &sources[view].view;
        o.shift = draw_shift(pass.in_place && view == 0);
    }
    if (o.from == DT__FROM_PLACE)
        o.x = &sources[VIEWS - 1].view;
    return o;
}

/* Who computes: each of the ways in which a quantity can say it. */
static void
draw_functions(void)
{
    const uint64_t way = draw_below(8);
    struct dt__task *task = &pass.task;

    task->one = ask;
    task->locate = locate;
    if ((way < 2 || way == 3 || way == 4) && task->most != DT__CHAIN_BLOCK)
        task->kernel = kernel;
    if (way >= 3)
        task->fill = fill;
    if (way == 4 || way >= 6)
        task->all = compute_block;
    if (way == 7) {
        task->fill = NULL;
        task->one = NULL;
    }
    for (int k = 0; k < task->operands; k++)
        if (task->operand[k].from == DT__FROM_PLACE ||
            task->operand[k].from == DT__FROM_FILL)
            return;
    if (draw_below(2))
        task->locate = NULL; /* Nothing needs it. */
}

static void
draw_pass(int64_t length, uint64_t rare)
{
    static const int doubts[] = { 0, 1, 4, 50 };
    static const int16_t mosts[] = { 0, 0, 0, DT__CHAIN_BLOCK, DT__ROLL_BLOCK };
    static const uint8_t orders[] = { DT__ANY_ORDER, DT__ANY_ORDER, DT__FORWARD,
                                      DT__BACKWARD };

    memset(&pass, 0, sizeof(pass));
    pass.task = (struct dt__task){
        .self = &pass, .state = &seen, .operand = pass.operand,
        .parameter = parameters,
        .order = orders[draw_below(COUNT(orders))],
        .most = mosts[draw_below(COUNT(mosts))],
    };
    pass.in_place = draw_below(3) == 0;
    pass.doubts = doubts[draw_below(COUNT(doubts))];
    pass.wants_why = draw_below(2);
    pass.wants_bits = draw_below(2);
    pass.wants_summary = draw_below(2);
    /* As many as there is room for. */
    const int rooms = 5 * DT__BLOCK /
                      (pass.task.most == 0 ? DT__BLOCK : pass.task.most);
    pass.task.operands = (uint8_t)(1 + draw_below((uint64_t)rooms - 1));
    for (int k = 0; k < pass.task.operands; k++)
        pass.operand[k] = draw_operand(rare);
    draw_functions();
    pass.how = (enum how)draw_below(3);
    pass.length = length;
    pass.from = (int64_t)draw_below((uint64_t)length + 1);
    pass.to = pass.from +
              (int64_t)draw_below((uint64_t)(length - pass.from) + 1);
    if (pass.how == PART && draw_below(3) == 0) { /* Beyond, or none. */
        pass.from += (int64_t)draw_below(30);
        pass.to = draw_below(2) ? pass.from - (int64_t)draw_below(5)
                                : INT64_MAX;
    }
}

static void
draw_data(int64_t length, uint64_t rare, bool plain)
{
    for (int v = 0; v < VIEWS; v++)
        draw_source(&sources[v],
                    v == 0 ? length
                           : (int64_t)draw_below((uint64_t)length + BESIDE),
                    plain ? 1 : draw_stride(), rare, !plain && draw_below(2));
    /* As where a series starts. */
    const int64_t based = draw_below(2) ? 0 : (int64_t)draw_below(200);
    for (int64_t i = 0; i < length + BESIDE; i++) {
        const uint64_t room = (uint64_t)sources[VIEWS - 1].view.length;
        places[i] = i < based ? -1 : (int64_t)draw_below(room + 1) - 1;
        for (int k = 0; k < DT__OPERANDS; k++)
            filled[k][i] = draw_number(rare);
    }
}

static void
every_length_gives_what_its_elements_give_by_themselves(void **state)
{
    static const uint64_t rare[] = { 0, 300, 10, 2 };

    (void)state;
    for (int64_t length = 0; length <= LONGEST; length++)
        for (int round = 0; round < 60; round++) {
            const uint64_t r = rare[round % (int)COUNT(rare)];
            draw_data(length, r, draw_below(4) == 0);
            draw_pass(length, r);
            draw_target(length);
            run();
        }
}

/* A quantity with such a kernel; one of its views may not be plain. */
static void
draw_long_pass(int64_t length, uint64_t rare)
{
    static const int doubts[] = { 0, 0, 16000, 300 };
    struct source *odd = &sources[draw_below(VIEWS)];

    draw_data(length, rare, true);
    do
        draw_pass(length, rare);
    while (pass.task.kernel == NULL);
    if (draw_below(3) == 0)
        draw_source(odd, odd->view.length, draw_below(2) ? 1 : 2, 3000,
                    draw_below(2));
    pass.task.any_length = true;
    pass.task.locate = NULL;
    pass.task.fill = NULL;
    pass.task.all = NULL;
    pass.task.order = draw_below(4) ? DT__ANY_ORDER : DT__FORWARD;
    pass.doubts = doubts[draw_below(COUNT(doubts))];
    pass.in_place = draw_below(8) == 0;
}

static void
check_long(int64_t length, uint64_t rare)
{
    draw_long_pass(length, rare);
    const bool inside = draw_below(4) > 0;
    if (inside)
        pass.how = ALL;
    for (int k = 0; k < pass.task.operands; k++) {
        const bool ahead = pass.task.order == DT__FORWARD ||
                           (k > 0 && draw_below(2));
        if (is_common(pass.operand[k].from))
            continue;
        pass.operand[k].from = DT__FROM_VIEW;
        pass.operand[k].x = &sources[k].view;
        if (inside)
            pass.operand[k].outside = DT_SERIES_WHY_NO_BASE;
        pass.operand[k].shift = ahead ? (int64_t)draw_below(4)
                                      : -(int64_t)draw_below(300);
    }
    draw_target(length);
    if (draw_below(4) && !pass.in_place)
        make_target_plain(length);
    run();
}

static void
what_is_taken_at_once_is_what_blocks_give(void **state)
{
    static const int64_t lengths[] = { 1016, 1024, 1025, 1032, 2048, 2049, 3333,
                                       5120, 5121, 5185, 6145, MOST };
    static const uint64_t rare[] = { 0, 0, 20000, 3000, 50 };
    int64_t longs = 0;

    (void)state;
    for (size_t n = 0; n < COUNT(lengths); n++)
        for (int round = 0; round < 100; round++) {
            check_long(lengths[n], rare[draw_below(COUNT(rare))]);
            longs += seen.longs;
        }
    assert_true(longs > 300);
}

/* A level follows from the known one both ways, in two passes. */
static void
a_summary_goes_on_from_pass_to_pass(void **state)
{
    struct dt_series_summary halves, whole;

    (void)state;
    for (int64_t cut = 0; cut <= LONGEST; cut += 10) {
        draw_data(LONGEST, 5, false);
        draw_pass(LONGEST, 5);
        pass.task.all = NULL; /* Who computes must not depend on blocks. */
        pass.task.one = ask;
        pass.in_place = false;
        draw_target(LONGEST);
        halves = whole = opened;
        target.out.summary = &whole;
        memset(&seen, 0, sizeof(seen));
        dt__compute(&pass.task, 0, LONGEST, &target.out);
        target.out.summary = &halves;
        memset(&seen, 0, sizeof(seen));
        dt__compute(&pass.task, cut, LONGEST, &target.out);
        memset(&seen, 0, sizeof(seen));
        dt__compute(&pass.task, 0, cut, &target.out);
        check_summary(&halves, &whole);
    }
}

/* x starts at one period, the other view at another, the base lies so many
 * periods before: it is that far from its element. */
struct distance {
    int64_t x, other, back, shift;
};

static int64_t
shift_of(const struct distance *row)
{
    const struct dt_series other = { .start = row->other };
    const struct dt__operand o = DT__BASE_IN(&other, row->x, row->back);
    const struct dt__operand beside = DT__BESIDE(&other, row->x);

    assert_int_equal(beside.shift, dt__shift_to(&other, row->x, 0));
    assert_true(row->back > 0 || o.shift == beside.shift);
    return o.shift;
}

static void
a_base_in_another_view_is_found_by_period(void **state)
{
    static const struct distance rows[] = {
        { 0, 0, 0, 0 },
        { 5, 3, 0, 2 },
        { 5, 3, 4, -2 },
        { -5, 3, 1, -9 },
        { INT64_MAX - 300, INT64_MAX - 302, 0, 2 },
        { INT64_MAX - 300, INT64_MAX - 300, 299, -299 },
        { INT64_MIN + 1, INT64_MIN + 1, 0, 0 },
        { INT64_MIN + 1, INT64_MIN + 201, 0, -200 },
        { INT64_MIN + 201, INT64_MIN + 1, 12, 188 },
        { -3, INT64_C(1) << 40, 0, -3 - (INT64_C(1) << 40) },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(shift_of(&rows[i]), rows[i].shift);
}

/* Where the distance is no integer, or nearly none, no element has a base. */
static void
a_base_beyond_every_view_is_outside_of_them(void **state)
{
    static const struct distance rows[] = {
        { INT64_MAX - 300, INT64_MIN + 1, 0, 1 },
        { INT64_MAX - 300, INT64_MIN + 1, 1, 1 },
        { INT64_MAX - 300, 0, 0, 1 },
        { INT64_MIN + 1, INT64_MAX - 300, 0, -1 },
        { INT64_MIN + 1, INT64_MAX - 300, 1, -1 },
        { INT64_MIN + 1, INT64_MAX - 300, 303, -1 },
        { INT64_MIN + 1, INT64_MAX - 300, 1000, -1 },
        { INT64_MIN + 1, INT64_MAX - 300, INT64_MAX, -1 },
        { INT64_MIN + 1, 0, INT64_MAX, -1 },
        { 0, INT64_MAX - 300, 300, -1 },
        { 0, 0, INT64_MAX, -1 },
        { 0, 0, INT64_MAX / 4, -1 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const int64_t shift = shift_of(&rows[i]);
        assert_true(rows[i].shift > 0 ? shift > INT64_C(1) << 59
                                      : shift < -(INT64_C(1) << 59));
        /* Its ends can be told without an overflow. */
        assert_true(shift <= INT64_MAX - LONGEST && -shift > INT64_MIN / 2 - 2);
    }
}

/* Both are far, and what is between them is not. */
static void
a_base_is_found_however_far_the_other_view_and_the_lag_reach(void **state)
{
    static const struct distance rows[] = {
        { INT64_MAX - 300, 0, INT64_MAX - 300, 0 },
        { INT64_MAX - 300, 0, INT64_MAX - 302, 2 },
        { INT64_MAX / 2, 0, INT64_MAX / 2 + 7, -7 },
        { 0, -(INT64_MAX / 4) - 100, INT64_MAX / 4 + 10, 90 },
        { -10, INT64_MIN + 1, INT64_MAX, -10 },
    };
    /* Nor is anything where the lag makes up for half of the distance. */
    static const struct distance far = { INT64_MAX - 300, INT64_MIN + 1,
                                         INT64_MAX, 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(shift_of(&rows[i]), rows[i].shift);
    assert_true(shift_of(&far) > INT64_C(1) << 59);
}

/* Operands that may lie outside have no value there, also where a kernel takes
 * more than a block at once. */
static void
nothing_outside_of_a_view_is_taken_at_once(void **state)
{
    (void)state;
    for (int round = 0; round < 8; round++) {
        draw_data(MOST, 0, true);
        memset(&pass, 0, sizeof(pass));
        pass.operand[0] = (struct dt__operand)DT__BESIDE(
            &sources[0].view, sources[0].view.start);
        pass.operand[0].shift = round % 2 ? 3000 : -3000;
        pass.task = (struct dt__task){
            .self = &pass, .state = &seen, .operand = pass.operand,
            .operands = 1, .parameter = parameters, .kernel = kernel,
            .any_length = true, .one = ask,
        };
        pass.how = round % 4 < 2 ? COMPUTE : ALL;
        pass.length = pass.to = MOST;
        pass.wants_why = pass.wants_summary = true;
        draw_target(MOST);
        make_target_plain(MOST);
        run();
    }
}

/* Whether a view and a result share a byte, a byte at a time. */
static bool
share_a_byte(const struct dt_series *x, const struct dt_series_out *out,
             int64_t length)
{
    static unsigned char of_view[4096];

    memset(of_view, 0, sizeof(of_view));
    for (int64_t i = 0; i < x->length; i++) {
        const int64_t bit = x->validity_offset + i;
        const unsigned char *at = (const unsigned char *)
                                  &x->values[i * x->stride];
        of_view[at - sources[0].values.memory] = 1;
        if (x->validity != NULL)
            of_view[2048 + bit / 8] = 1;
    }
    for (int64_t i = 0; i < length; i++) {
        const int64_t bit = out->validity_offset + i;
        const unsigned char *at = (const unsigned char *)
                                  &out->values[i * out->stride];
        if (of_view[at - sources[0].values.memory] ||
            (x->validity != NULL && out->validity != NULL &&
             of_view[2048 + (out->validity - x->validity) + bit / 8]))
            return true;
    }
    return false;
}

static void
what_shares_a_byte_with_a_view_is_not_apart(void **state)
{
    static const int64_t strides[] = { 1, 1, 2, 5, -1, -3 };
    static uint8_t bits[64];
    int apart = 0;

    (void)state;
    (void)pen_place(&sources[0].values, 2048);
    double *const memory = (double *)(void *)sources[0].values.memory;
    for (int round = 0; round < 20000; round++) {
        const int64_t length = (int64_t)draw_below(9);
        struct dt_series x = { .length = (int64_t)draw_below(9) };
        struct dt_series_out out = { .capacity = length };
        x.values = memory + 40 + draw_below(80);
        x.stride = strides[draw_below(COUNT(strides))];
        x.validity = draw_below(2) ? bits : NULL;
        x.validity_offset = (int64_t)draw_below(40);
        out.values = memory + 40 + draw_below(80);
        out.stride = strides[draw_below(COUNT(strides))];
        out.validity = draw_below(2) ? bits + draw_below(4) : NULL;
        out.validity_offset = (int64_t)draw_below(40);
        const bool is_apart = dt__is_apart(&x, &out, length);
        assert_false(is_apart && share_a_byte(&x, &out, length));
        apart += is_apart;
    }
    assert_true(apart > 5000); /* Most of those that are. */
}

/* Its stride is not looked at, whatever is beside it. */
static void
a_view_of_one_observation_may_have_any_stride(void **state)
{
    static const double amounts[] = { 1, 2, 3 }, rate[] = { 4 };
    static const int64_t strides[] = { INT64_MAX, INT64_MIN, INT64_C(1) << 60 };
    double values[3];
    const struct dt_series_out out = DT_SERIES_OUT(values, 3);
    const struct dt_series x = years(amounts, 3, 2020);

    (void)state;
    for (size_t i = 0; i < COUNT(strides); i++) {
        struct dt_series rates = years(rate, 1, 2022);
        rates.stride = strides[i];
        assert_int_equal(dt_series_convert_currency(&x, &rates,
                                                    DT_SERIES_QUOTE_PER_UNIT,
                                                    NULL, &out, NULL),
                         DT_E_OK);
        assert_true(isnan(values[0]) && isnan(values[1]) && values[2] == 12);
    }
}

static void
the_base_of_a_series_lies_before_its_element(void **state)
{
    struct dt_series x = { .start = 7 };
    const struct dt__operand value = DT__VALUE_OF(&x);
    const struct dt__operand same = DT__BASE_OF(&x, 0);
    const struct dt__operand base = DT__BASE_OF(&x, 12);
    const struct dt__operand far = DT__BASE_OF(&x, INT64_MAX);

    (void)state;
    assert_int_equal(value.shift, 0);
    assert_ptr_equal(value.x, &x);
    assert_int_equal(same.shift, 0);
    assert_int_equal(base.shift, -12);
    assert_true(far.shift < -(INT64_C(1) << 59));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            every_length_gives_what_its_elements_give_by_themselves),
        cmocka_unit_test(what_is_taken_at_once_is_what_blocks_give),
        cmocka_unit_test(a_summary_goes_on_from_pass_to_pass),
        cmocka_unit_test(a_base_in_another_view_is_found_by_period),
        cmocka_unit_test(a_base_beyond_every_view_is_outside_of_them),
        cmocka_unit_test(
            a_base_is_found_however_far_the_other_view_and_the_lag_reach),
        cmocka_unit_test(nothing_outside_of_a_view_is_taken_at_once),
        cmocka_unit_test(what_shares_a_byte_with_a_view_is_not_apart),
        cmocka_unit_test(a_view_of_one_observation_may_have_any_stride),
        cmocka_unit_test(the_base_of_a_series_lies_before_its_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
