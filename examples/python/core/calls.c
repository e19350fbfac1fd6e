/* SPDX-License-Identifier: MIT */
/* A call of the library: arguments are made of objects by the table, the
 * function runs, results become objects. */
#include <string.h>

#include "core.h"

enum { TEXT_ROOM = 512 };

/* What an argument needs while the call lasts. */
struct room {
    struct column column; /* Of numbers that are no series yet. */
    const struct column *view;
    struct dt_series one;
    struct dt_series_panel many;
    void *memory;
    bool taken; /* `column` has to be dropped. */
};

struct call {
    struct state *state;
    const struct function *function;
    PyObject *given[PARAMETERS];
    union value values[PARAMETERS];
    struct room rooms[PARAMETERS];
    const struct column *first; /* The first series. */
    struct frame *result;
    struct dt_series_out out;
    struct dt_series_panel_out panel_out;
    struct dt_error error;
    union {
        char bytes[RECORD_ROOM];
        double align;
    } records[PARAMETERS];
};

/* ------------------------------------------------------------------------ */
/* Which object is which argument */

static bool
is_given(enum shape shape)
{
    return shape < COUNT_OF;
}

static int
bind_name(struct call *c, PyObject *name, PyObject *value)
{
    const struct function *f = c->function;

    for (int i = 0; i < f->count; i++) {
        if (!is_given(f->parameters[i].shape) ||
            PyUnicode_CompareWithASCIIString(name, f->parameters[i].name) != 0)
            continue;
        if (c->given[i] != NULL) {
            PyErr_Format(PyExc_TypeError, "%s: %U is given twice", f->name,
                         name);
            return -1;
        }
        c->given[i] = value;
        return 0;
    }
    PyErr_Format(PyExc_TypeError, "%s has no argument %R", f->name, name);
    return -1;
}

static int
bind(struct call *c, PyObject *const *arguments, Py_ssize_t count,
     PyObject *names)
{
    const struct function *f = c->function;
    Py_ssize_t next = 0;

    for (int i = 0; i < f->count; i++)
        c->given[i] = is_given(f->parameters[i].shape) && next < count
                          ? arguments[next++] : NULL;
    if (next < count) {
        PyErr_Format(PyExc_TypeError, "%s takes %zd arguments, not %zd",
                     f->name, next, count);
        return -1;
    }
    const Py_ssize_t named = names == NULL ? 0 : PyTuple_Size(names);
    for (Py_ssize_t i = 0; i < named; i++)
        if (bind_name(c, PyTuple_GetItem(names, i), arguments[count + i]) < 0)
            return -1;
    for (int i = 0; i < f->count; i++) {
        const struct parameter *p = &f->parameters[i];
        if (c->given[i] == Py_None && p->optional)
            c->given[i] = NULL;
        if (c->given[i] == NULL && is_given(p->shape) && !p->optional) {
            PyErr_Format(PyExc_TypeError, "%s needs %s", f->name, p->name);
            return -1;
        }
    }
    return 0;
}

/* ------------------------------------------------------------------------ */
/* Arguments */

static int
take_column(struct call *c, int i)
{
    struct room *room = &c->rooms[i];

    if (room->view != NULL)
        return 0;
    if (is_frame(c->state, c->given[i])) {
        room->view = &((struct frame *)c->given[i])->column;
    } else {
        if (column_take(c->state, c->given[i],
                        c->function->parameters[i].name, &room->column) < 0)
            return -1;
        room->taken = true;
        room->view = &room->column;
    }
    if (c->first == NULL)
        c->first = room->view;
    return 0;
}

static int
take_series(struct call *c, int i)
{
    if (c->given[i] == NULL)
        return 0;
    if (take_column(c, i) < 0)
        return -1;
    if (c->rooms[i].view->dimensions != 1) {
        PyErr_Format(PyExc_TypeError, "%s: %s is a panel, not a series",
                     c->function->name, c->function->parameters[i].name);
        return -1;
    }
    c->values[i].pointer = (void *)&c->rooms[i].view->one;
    return 0;
}

/* A series stands for a panel of one. */
static int
take_panel(struct call *c, int i)
{
    struct room *room = &c->rooms[i];

    if (c->given[i] == NULL)
        return 0;
    if (take_column(c, i) < 0)
        return -1;
    const struct dt_series *one = &room->view->one;
    if (room->view->dimensions == 2) {
        c->values[i].pointer = (void *)&room->view->many;
        return 0;
    }
    room->many = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        one->values, 1, one->length, one->frequency, one->start);
    room->many.stride = one->stride;
    room->many.validity = one->validity;
    room->many.validity_offset = one->validity_offset;
    room->many.flags = one->flags;
    room->many.unit = one->unit;
    c->values[i].pointer = &room->many;
    return 0;
}

/* A period: a number, or what the package makes one of for the frequency of
 * the first series. */
static int
take_period(struct call *c, int i)
{
    PyObject *object = c->given[i];
    const int32_t frequency = c->first == NULL ? 0
                                               : column_frequency(c->first);
    PyObject *ordinal = PyLong_Check(object)
        ? Py_NewRef(object)
        : of_class(c->state, "ordinal_of",
                   Py_BuildValue("(Oi)", object, (int)frequency));

    if (ordinal == NULL)
        return -1;
    c->values[i].i64 = PyLong_AsLongLong(ordinal);
    Py_DECREF(ordinal);
    return PyErr_Occurred() ? -1 : 0;
}

/* An observation of the first series, which the library does not check. */
static int
take_index(struct call *c, int i)
{
    c->values[i].i64 = PyLong_AsLongLong(c->given[i]);
    if (PyErr_Occurred())
        return -1;
    if (c->values[i].i64 >= 0 && c->values[i].i64 < column_length(c->first))
        return 0;
    PyErr_Format(PyExc_IndexError, "%s: no observation %R", c->function->name,
                 c->given[i]);
    return -1;
}

static int
take_text(struct call *c, int i)
{
    c->values[i].pointer = (void *)text_of(
        c->given[i], c->function->parameters[i].name);
    return c->values[i].pointer == NULL ? -1 : 0;
}

/* A figure may be a text. */
static int
take_struct(struct call *c, int which, PyObject *object, void *bytes)
{
    if (which != figure_record || !PyUnicode_Check(object))
        return record_take(c->state, which, object, bytes);
    const char *text = text_of(object, "a figure");
    if (text == NULL)
        return -1;
    if (dt_compare_figure_parse(text, DT_COMPARE_TEXT_GROUPS, bytes,
                                &c->error) < 0)
        return fail(c->state, &c->error), -1;
    return 0;
}

static int
take_record(struct call *c, int i)
{
    if (c->given[i] == NULL)
        return 0;
    c->values[i].pointer = c->records[i].bytes;
    return take_struct(c, c->function->parameters[i].which, c->given[i],
                       c->records[i].bytes);
}

/* Several records, and how many there are in the parameter behind. */
static int
take_records(struct call *c, int i)
{
    const int which = c->function->parameters[i].which;
    const size_t size = records[which].size;
    PyObject *list = PySequence_List(c->given[i]);

    if (list == NULL)
        return -1;
    const Py_ssize_t n = PyList_Size(list);
    char *bytes = PyMem_Calloc((size_t)n + 1, size);
    int status = bytes == NULL ? (PyErr_NoMemory(), -1) : 0;
    c->rooms[i].memory = bytes;
    for (Py_ssize_t k = 0; status == 0 && k < n; k++)
        status = take_struct(c, which, PyList_GetItem(list, k),
                             bytes + (size_t)k * size);
    Py_DECREF(list);
    c->values[i].pointer = bytes;
    c->values[i + 1].i64 = n;
    return status;
}

/* A number for each series of the panel. */
static int
take_numbers(struct call *c, int i)
{
    struct column *column = &c->rooms[i].column;
    const char *name = c->function->parameters[i].name;
    const int64_t count = column_count(c->first);

    if (column_take(c->state, c->given[i], name, column) < 0)
        return -1;
    c->rooms[i].taken = true;
    if (column->dimensions != 1 || column->one.length != count) {
        refuse(c->state, DT_E_LENGTH, -1, "%s has %lld numbers; there are %lld "
               "series", name, (long long)column_length(column),
               (long long)count);
        return -1;
    }
    double *numbers = PyMem_Malloc((size_t)(count + 1) * sizeof(double));
    if (numbers == NULL)
        return PyErr_NoMemory(), -1;
    for (int64_t k = 0; k < count; k++)
        numbers[k] = dt_series_at(&column->one, k);
    c->values[i].pointer = c->rooms[i].memory = numbers;
    return 0;
}

static int
take_bytes(struct call *c, int i)
{
    Py_ssize_t size;
    char *bytes;

    if (PyBytes_AsStringAndSize(c->given[i], &bytes, &size) < 0)
        return -1;
    c->values[i].pointer = bytes;
    c->values[i + 1].i64 = size;
    return 0;
}

static int
take_sum(struct call *c, int i)
{
    if (!PyObject_TypeCheck(c->given[i], c->state->types[SUM])) {
        PyErr_Format(PyExc_TypeError, "%s: %s is no Sum", c->function->name,
                     c->function->parameters[i].name);
        return -1;
    }
    c->values[i].pointer = &((struct sum *)c->given[i])->sum;
    return 0;
}

static int
take_plain(struct call *c, int i)
{
    const struct parameter *p = &c->function->parameters[i];
    union value *value = &c->values[i];
    int64_t number = 0;

    switch (p->shape) {
    case NUMBER:
        value->number = PyFloat_AsDouble(c->given[i]);
        return value->number == -1 && PyErr_Occurred() ? -1 : 0;
    case INTEGER32:
        if (take_integer(c->given[i], INT32_MIN, INT32_MAX, &number) < 0)
            return -1;
        value->i32 = (int32_t)number;
        return 0;
    case UNSIGNED32:
        if (take_integer(c->given[i], 0, UINT32_MAX, &number) < 0)
            return -1;
        value->u32 = (uint32_t)number;
        return 0;
    case INTEGER64:
        return take_integer(c->given[i], INT64_MIN, INT64_MAX, &value->i64);
    case WORD: return word_value(c->state, p->which, c->given[i], &value->i32);
    case FLAGS:
        return flags_value(c->state, p->which, c->given[i], &value->u32);
    default: return 0;
    }
}

static int
take(struct call *c, int i)
{
    switch (c->function->parameters[i].shape) {
    case ONE_SERIES: return take_series(c, i);
    case ONE_PANEL: return take_panel(c, i);
    case PERIOD: return take_period(c, i);
    case INDEX: return take_index(c, i);
    case TEXT: return take_text(c, i);
    case RECORD: return take_record(c, i);
    case RECORDS: return take_records(c, i);
    case NUMBERS: return take_numbers(c, i);
    case BYTES: return take_bytes(c, i);
    case A_SUM: return take_sum(c, i);
    default: return take_plain(c, i);
    }
}

/* ------------------------------------------------------------------------ */
/* Room for results */

/* An output may replace an input, if the function reads it in that order, but
 * not lie across one. */
static int
check_overlap(struct call *c)
{
    const struct column *out = &c->result->column;
    const char *from, *to, *other_from, *other_to;

    column_extent(out, &from, &to);
    for (int i = 0; i < c->function->count; i++) {
        const struct column *x = c->rooms[i].view;
        if (x == NULL)
            continue;
        column_extent(x, &other_from, &other_to);
        if (to <= other_from || other_to <= from)
            continue;
        const bool same = column_is_shaped_as(x, out) &&
            (out->dimensions == 1
                 ? x->one.values == out->one.values &&
                       x->one.stride == out->one.stride
                 : x->many.values == out->many.values &&
                       x->many.stride == out->many.stride &&
                       x->many.count == out->many.count &&
                       (x->many.series_stride == out->many.series_stride ||
                        x->many.count == 1));
        if (same && (c->function->in_place >> i & 1) != 0)
            continue;
        refuse(c->state, DT_E_CAPACITY, -1, "%s: out lies across %s",
               c->function->name, c->function->parameters[i].name);
        return -1;
    }
    return 0;
}

/* The first period of a result, and how many there are. */
static void
result_span(const struct call *c, int64_t *start, int64_t *length)
{
    *start = column_start(c->first);
    *length = column_length(c->first);
    const struct column *other = c->rooms[1].view;
    if (!c->function->spans || other == NULL)
        return;
    const int64_t end = *start + *length;
    const int64_t other_end = column_start(other) + column_length(other);
    if (column_start(other) < *start)
        *start = column_start(other);
    const uint64_t span = (uint64_t)(other_end > end ? other_end : end) -
                          (uint64_t)*start;
    *length = span > INT64_MAX ? INT64_MAX : (int64_t)span;
}

/* Joined, they would be of as many lengths as there are series. */
static int
refuse_joined_spans(const struct call *c)
{
    for (int i = 0; c->function->spans && i < c->function->count; i++)
        if (c->rooms[i].view != NULL && column_has_spans(c->rooms[i].view))
            return refuse(c->state, DT_E_PERIOD, -1, "%s: each series of %s "
                          "has periods of its own: join them one by one",
                          c->function->name,
                          c->function->parameters[i].name), -1;
    return 0;
}

static int
make_out(struct call *c, int i)
{
    PyObject *out = c->given[i];
    int64_t start, length;

    if (refuse_joined_spans(c) < 0)
        return -1;
    result_span(c, &start, &length);
    c->result = result_new(c->state, c->first, start, length, out);
    if (c->result == NULL || (out != NULL && check_overlap(c) < 0))
        return -1;
    if (c->result->column.dimensions == 1 &&
        c->function->parameters[i].shape == PANEL_OUT) {
        PyErr_Format(PyExc_TypeError, "%s: %s is a series, not a panel",
                     c->function->name, c->function->parameters[0].name);
        return -1;
    }
    const struct dt_series *one = &c->result->column.one;
    const struct dt_series_panel *many = &c->result->column.many;
    if (c->result->column.dimensions == 1) {
        c->out = (struct dt_series_out)DT_SERIES_OUT_WHY(
            (double *)one->values, c->result->why, one->length);
        c->out.stride = one->stride;
        c->out.summary = c->result->summaries;
        c->values[i].pointer = &c->out;
        return 0;
    }
    c->panel_out = (struct dt_series_panel_out)DT_SERIES_PANEL_OUT(
        (double *)many->values, c->result->why, many->count,
        column_length(&c->result->column));
    c->panel_out.stride = many->stride;
    c->panel_out.series_stride = many->series_stride;
    if (column_has_spans(&c->result->column))
        c->panel_out.why_series_stride =
            c->panel_out.validity_series_stride = 0;
    c->panel_out.summaries = c->result->summaries;
    c->values[i].pointer = &c->panel_out;
    return 0;
}

static int
make_memory(struct call *c, int i, int64_t count, size_t size)
{
    c->rooms[i].memory = is_too_large(1, count, size)
        ? NULL : PyMem_Calloc((size_t)count + 1, size);
    c->values[i].pointer = c->rooms[i].memory;
    return c->values[i].pointer == NULL ? (PyErr_NoMemory(), -1) : 0;
}

static int
make(struct call *c, int i)
{
    const struct parameter *p = &c->function->parameters[i];
    const int64_t length = c->first == NULL ? 0 : column_length(c->first);

    switch (p->shape) {
    case OUT:
    case PANEL_OUT: return make_out(c, i);
    case OUT_RECORDS:
        return make_memory(c, i, column_count(c->first),
                           records[p->which].size);
    case WORK:
        c->values[i + 1].i64 = length;
        return make_memory(c, i, length, sizeof(int64_t));
    case OUT_BYTES:
        c->values[i + 1].i64 = DT_SERIES_SUM_BYTES;
        return make_memory(c, i, DT_SERIES_SUM_BYTES, 1);
    case OUT_TEXT:
        c->values[i + 1].i64 = TEXT_ROOM;
        return make_memory(c, i, TEXT_ROOM, 1);
    case SIZE_OF_RECORD:
        c->values[i].u32 = (uint32_t)records[p->which].size;
        return 0;
    case OUT_SERIES: c->values[i].pointer = &c->rooms[i].one; return 0;
    case ERROR: c->values[i].pointer = &c->error; return 0;
    case OUT_RECORD:
    case OUT_INTEGER32:
    case OUT_INTEGER64:
    case OUT_WORD:
    case OUT_NUMBER: c->values[i].pointer = c->records[i].bytes; return 0;
    default: return 0;
    }
}

/* ------------------------------------------------------------------------ */
/* What comes out */

static PyObject *
give_records(struct call *c, int i)
{
    const int which = c->function->parameters[i].which;
    const int64_t count = column_count(c->first);
    PyObject *list = PyList_New((Py_ssize_t)count);

    for (int64_t k = 0; list != NULL && k < count; k++) {
        PyObject *record = record_give(
            c->state, which, (const char *)c->rooms[i].memory +
                                 (size_t)k * records[which].size);
        if (record == NULL || PyList_SetItem(list, (Py_ssize_t)k, record) < 0)
            Py_CLEAR(list);
    }
    return list;
}

/* A part looks at the memory of the series of the same place, or of the first
 * one; numbers that were no series become one. */
static PyObject *
give_series(struct call *c, int i)
{
    int from = 0;
    for (int k = 0, outs = 0; k < i; k++)
        outs += c->function->parameters[k].shape == OUT_SERIES, from = outs;
    struct room *room = &c->rooms[from];
    if (!room->taken)
        return frame_part(c->state, c->given[from], &c->rooms[i].one);
    struct frame *parent = frame_new(c->state, SERIES);
    if (parent == NULL)
        return NULL;
    parent->column = room->column;
    room->taken = false;
    PyObject *part = frame_part(c->state, (PyObject *)parent,
                                &c->rooms[i].one);
    Py_DECREF((PyObject *)parent);
    return part;
}

static PyObject *
give(struct call *c, int i)
{
    const struct parameter *p = &c->function->parameters[i];
    const void *bytes = c->records[i].bytes;

    switch (p->shape) {
    case OUT:
    case PANEL_OUT: return Py_NewRef((PyObject *)c->result);
    case OUT_RECORD: return record_give(c->state, p->which, bytes);
    case OUT_RECORDS: return give_records(c, i);
    case OUT_INTEGER32: return PyLong_FromLong(*(const int32_t *)bytes);
    case OUT_WORD: return word_of(c->state, p->which, *(const int32_t *)bytes);
    case OUT_INTEGER64: return PyLong_FromLongLong(*(const int64_t *)bytes);
    case OUT_NUMBER: return PyFloat_FromDouble(*(const double *)bytes);
    case OUT_TEXT: return PyUnicode_FromString(c->rooms[i].memory);
    case OUT_BYTES:
        return PyBytes_FromStringAndSize(c->rooms[i].memory,
                                         DT_SERIES_SUM_BYTES);
    case OUT_SERIES: return give_series(c, i);
    default: return NULL;
    }
}

static bool
is_output(enum shape shape)
{
    return shape == OUT || shape == PANEL_OUT ||
           (shape >= OUT_RECORD && shape <= OUT_SERIES);
}

/* One result is itself, several are a tuple. */
static PyObject *
give_all(struct call *c)
{
    const struct function *f = c->function;
    PyObject *results[PARAMETERS], *all;
    int count = 0;

    for (int i = 0; i < f->count; i++) {
        if (!is_output(f->parameters[i].shape))
            continue;
        results[count] = give(c, i);
        if (results[count] == NULL)
            break;
        if (++count == PARAMETERS)
            break;
    }
    if (PyErr_Occurred() || count != 1) {
        all = PyErr_Occurred() ? NULL
              : count == 0 ? Py_NewRef(Py_None) : PyTuple_New(count);
        for (int k = 0; k < count; k++)
            if (all == NULL || PyTuple_SetItem(all, k, results[k]) < 0)
                Py_DECREF(results[k]);
        return all;
    }
    return results[0];
}

static PyObject *
finish(struct call *c, const union value *result)
{
    switch (c->function->gives) {
    case GIVES_NUMBER: return PyFloat_FromDouble(result->number);
    case GIVES_INTEGER: return PyLong_FromLong(result->i32);
    case GIVES_LONG: return PyLong_FromLongLong(result->i64);
    case GIVES_TEXT: return PyUnicode_FromString(result->pointer);
    default: break;
    }
    if (result->i32 < 0) {
        if (c->function->parameters[c->function->count - 1].shape != ERROR)
            c->error = (struct dt_error){ .code = result->i32, .index = -1 };
        return fail(c->state, &c->error);
    }
    if (c->result != NULL)
        result_done(c->result);
    return give_all(c);
}

/* ------------------------------------------------------------------------ */

static int
take_all(struct call *c)
{
    const struct function *f = c->function;

    for (int i = 0; i < f->count; i++)
        if (f->parameters[i].shape == ONE_SERIES && c->given[i] != NULL &&
            take_column(c, i) < 0)
            return -1;
    if (f->twin >= 0 && c->first != NULL && c->first->dimensions == 2)
        f = c->function = &functions[f->twin];
    for (int i = 0; i < f->count; i++)
        if (is_given(f->parameters[i].shape) && c->given[i] != NULL &&
            f->parameters[i].shape < OUT && take(c, i) < 0)
            return -1;
    for (int i = 0; i < f->count; i++)
        if (f->parameters[i].shape >= OUT && make(c, i) < 0)
            return -1;
    return 0;
}

static PyObject *
run(struct call *c)
{
    union value result = { 0 };

    /* A sum is written to, and has one writer. */
    const bool has_state = c->function->parameters[0].shape == A_SUM;
    if (!has_state && c->first != NULL &&
        column_elements(c->first) >= LONG_ENOUGH) {
        PyThreadState *thread = PyEval_SaveThread();
        c->function->run(c->values, &result);
        PyEval_RestoreThread(thread);
    } else {
        c->function->run(c->values, &result);
    }
    return finish(c, &result);
}

PyObject *
call(PyObject *module, int which, PyObject *const *arguments,
     Py_ssize_t count, PyObject *names)
{
    struct call c;
    PyObject *all = NULL;

    c.state = state_of(module);
    c.function = &functions[which];
    c.first = NULL;
    c.result = NULL;
    for (int i = 0; i < c.function->count; i++) {
        c.values[i].pointer = NULL;
        c.rooms[i].view = NULL;
        c.rooms[i].memory = NULL;
        c.rooms[i].taken = false;
    }
    const int bound = bind(&c, arguments, count, names);
    if (bound == 0 && is_of_each(c.function, c.given))
        return call_each(c.state, c.function, c.given);
    if (bound == 0 && take_all(&c) == 0)
        all = run(&c);
    for (int i = 0; i < c.function->count; i++) {
        if (c.rooms[i].taken)
            column_drop(&c.rooms[i].column);
        PyMem_Free(c.rooms[i].memory);
    }
    Py_XDECREF((PyObject *)c.result);
    return all;
}
