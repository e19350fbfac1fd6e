/* SPDX-License-Identifier: MIT */
/* Walks along observations: each element once, in order, and no further than
 * told; and the same in blocks, in memory that ends where it does. */
#define _DEFAULT_SOURCE
#include "guard.h"

#include "series/fold.h"

enum { LONGEST = 200, OPERANDS = 3 };

static struct source sources[OPERANDS];
static int64_t places[LONGEST];
static struct dt__operand operands[OPERANDS];
static struct dt__task task;

/* The elements that were handed out, one after the other. */
struct walk {
    int64_t next, stop;  /* Where it goes on, and where it is ended. */
    int32_t stop_why;
    int64_t taken, gaps;
};

/* Element i: its operands, and the reason against it. */
static int32_t
expect(int64_t i, double *x)
{
    int32_t why = DT_SERIES_WHY_DEFINED;

    for (int k = 0; k < task.operands; k++) {
        const struct dt__operand *o = &task.operand[k];
        const bool is_placed = o->from == DT__FROM_PLACE;
        const int64_t at = is_placed && places[i] < 0
                               ? -1 : (is_placed ? places[i] : i) + o->shift;
        const bool is_inside = at >= 0 && at < o->x->length;
        int32_t own = is_inside ? source_read(&sources[k], at, &x[k])
                                : o->outside;
        if (is_inside && own == DT_SERIES_WHY_VALUE_MISSING)
            own = o->missing;
        why = first_reason(why, own);
    }
    return why;
}

static int32_t
take(void *self, int64_t i, const double *x)
{
    struct walk *walk = self;
    double expected[OPERANDS];

    assert_int_equal(i, walk->next++);
    assert_int_equal(expect(i, expected), DT_SERIES_WHY_DEFINED);
    for (int k = 0; k < task.operands; k++)
        assert_true(x[k] == expected[k]);
    walk->taken++;
    return i == walk->stop ? walk->stop_why : DT_SERIES_WHY_DEFINED;
}

static int32_t
gap(void *self, int64_t i, int32_t why)
{
    struct walk *walk = self;
    double x[OPERANDS];

    assert_int_equal(i, walk->next++);
    assert_true(why != DT_SERIES_WHY_DEFINED);
    assert_int_equal(why, expect(i, x));
    walk->gaps++;
    return i == walk->stop ? walk->stop_why : DT_SERIES_WHY_DEFINED;
}

static bool
locate(const void *self, struct dt__block *b)
{
    assert_ptr_equal(self, &task);
    for (int i = 0; i < b->n; i++)
        b->place[i] = places[b->first + i];
    return true;
}

static int64_t
draw_stride(void)
{
    static const int64_t strides[] = { 1, 1, 3, -1, -2 };
    return strides[draw_below(COUNT(strides))];
}

/* A task of as many operands, the last of which is located. */
static void
draw_task(int count, uint64_t rare)
{
    task = (struct dt__task){ .self = &task, .operand = operands,
                              .operands = (uint8_t)count, .locate = locate };
    for (int k = 0; k < count; k++) {
        const int64_t length = (int64_t)draw_below(LONGEST + 60);
        const int64_t back = (int64_t)draw_below(90) - 60;
        const struct dt__operand value = DT__VALUE_OF(&sources[k].view);
        const struct dt__operand base = DT__BASE_OF(&sources[k].view, back);

        draw_source(&sources[k], length, draw_stride(), rare, draw_below(2));
        operands[k] = k == 1 ? value : base;
        if (k < OPERANDS - 1)
            continue;
        operands[k].from = DT__FROM_PLACE;
        for (int i = 0; i < LONGEST; i++)
            places[i] = (int64_t)draw_below((uint64_t)length + 1) - 1;
    }
}

static void
check_walk(int64_t from, int64_t to, int64_t stop)
{
    struct walk walk = { .next = from, .stop = stop,
                         .stop_why = DT_SERIES_WHY_DOMAIN };
    const struct dt__fold fold = { &walk, take, gap };
    int64_t at = -7;
    const int32_t why = dt__fold(&task, &fold, from, to, &at);

    if (stop >= from && stop < to) {
        assert_int_equal(why, DT_SERIES_WHY_DOMAIN);
        assert_int_equal(at, stop);
        assert_int_equal(walk.next, stop + 1);
    } else {
        assert_int_equal(why, DT_SERIES_WHY_DEFINED);
        assert_int_equal(at, -7);
        assert_int_equal(walk.next, to > from ? to : from);
    }
    assert_int_equal(walk.taken + walk.gaps, walk.next - from);
}

static void
each_element_is_handed_out_once_and_in_order(void **state)
{
    static const uint64_t rare[] = { 0, 50, 3 };

    (void)state;
    for (int64_t length = 0; length <= LONGEST; length++)
        for (int round = 0; round < 12; round++) {
            draw_task(1 + round % OPERANDS, rare[round % (int)COUNT(rare)]);
            const int64_t from = (int64_t)draw_below((uint64_t)length + 1);
            check_walk(0, length, -1);
            check_walk(from, length, -1);
            check_walk(0, from, -1);
            check_walk(length, from, -1);
        }
}

static void
a_reason_ends_the_walk_where_it_is_given(void **state)
{
    (void)state;
    for (int64_t stop = 0; stop < LONGEST; stop++)
        for (int round = 0; round < 6; round++) {
            draw_task(1 + round % OPERANDS, 3);
            check_walk(0, LONGEST, stop);
            check_walk(stop, LONGEST, stop);
            check_walk(stop / 2, stop + 1, stop);
            check_walk(0, stop, stop);
        }
}

static void
a_walk_that_minds_gaps_ends_at_the_first(void **state)
{
    double x[OPERANDS];

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct walk walk = { .stop = -1 };
        const struct dt__fold fold = { &walk, take, NULL };
        int64_t at = -7, first = 0;

        draw_task(1 + round % OPERANDS, 1 + draw_below(200));
        while (first < LONGEST && expect(first, x) == DT_SERIES_WHY_DEFINED)
            first++;
        const int32_t why = dt__fold(&task, &fold, 0, LONGEST, &at);
        assert_int_equal(walk.taken, first);
        assert_int_equal(at, first < LONGEST ? first : -7);
        assert_int_equal(why, first < LONGEST ? expect(first, x)
                                              : DT_SERIES_WHY_DEFINED);
    }
}

static void
the_place_of_an_operand_is_that_of_its_observation(void **state)
{
    (void)state;
    for (int round = 0; round < 100; round++) {
        draw_task(OPERANDS, 0);
        struct dt__task only = task;
        only.operands = 1;
        for (int64_t i = 0; i < LONGEST; i++) {
            const int64_t at = i + task.operand[0].shift;
            const int64_t found = dt__operand_place(&only, i);
            assert_true(at >= 0 && at < task.operand[0].x->length
                            ? found == at : found < 0);
        }
        only.operand = &operands[OPERANDS - 1];
        operands[OPERANDS - 1].shift = 0;
        for (int64_t i = 0; i < LONGEST; i++)
            assert_int_equal(dt__operand_place(&only, i), places[i]);
    }
}

/* Blocks that were handed out. */
struct blocks {
    int64_t next, count;
};

static void
take_block(void *self, const double *values, int64_t at, int n, int missing)
{
    struct blocks *blocks = self;
    const struct source *s = &sources[0];
    int gone = 0;

    assert_int_equal(at, blocks->next);
    assert_true(n >= 1 && n <= DT__SUM_BLOCK);
    assert_true(n == DT__SUM_BLOCK || at + n == s->view.length);
    for (int i = 0; i < n; i++) {
        const double expected = s->is_there[at + i] ? s->number[at + i] : 0;
        assert_true(values[i] == expected ||
                    (isnan(values[i]) && isnan(expected)));
        gone += !s->is_there[at + i];
    }
    for (int i = n; i % DT__STEP != 0; i++)
        assert_true(values[i] == 0);
    assert_int_equal(missing, gone);
    blocks->next += n;
    blocks->count++;
}

static void
check_blocks(int64_t length, int64_t stride, uint64_t rare)
{
    struct blocks blocks = { 0, 0 };

    draw_source(&sources[0], length, stride, rare, draw_below(2));
    dt__fold_blocks(&sources[0].view, &blocks, take_block);
    assert_int_equal(blocks.next, length);
    assert_int_equal(blocks.count, (length + 511) / 512);
}

static void
blocks_cover_every_observation_once_and_in_order(void **state)
{
    static const int64_t middles[] = { 8, 64, 512, 1024, 1280 };
    static const int64_t strides[] = { 1, 2, -1, -3 };

    (void)state;
    for (size_t m = 0; m < COUNT(middles); m++)
        for (int64_t length = middles[m] - 8; length <= middles[m] + 9;
             length++)
            for (size_t s = 0; s < COUNT(strides); s++)
                for (uint64_t rare = 0; rare < 80; rare += 13)
                    check_blocks(length, strides[s], rare);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_element_is_handed_out_once_and_in_order),
        cmocka_unit_test(a_reason_ends_the_walk_where_it_is_given),
        cmocka_unit_test(a_walk_that_minds_gaps_ends_at_the_first),
        cmocka_unit_test(the_place_of_an_operand_is_that_of_its_observation),
        cmocka_unit_test(blocks_cover_every_observation_once_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
