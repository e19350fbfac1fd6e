/* SPDX-License-Identifier: MIT */
/* Series, panels and results as objects: numbers with periods and a unit. */
#include <math.h>
#include <string.h>

#include "core.h"

static const char *const type_names[] = { "Series", "Panel", "Result",
                                          "PanelResult" };

bool
is_frame(struct state *state, PyObject *object)
{
    return PyObject_TypeCheck(object, state->types[FRAME]);
}

struct frame *
frame_new(struct state *state, enum type type)
{
    PyTypeObject *made = state->types[type];
    allocfunc alloc = (allocfunc)PyType_GetSlot(made, Py_tp_alloc);
    struct frame *self = (struct frame *)alloc(made, 0); /* All zero. */
    if (self != NULL)
        self->state = state;
    return self;
}

static void
frame_dealloc(PyObject *object)
{
    struct frame *self = (struct frame *)object;
    PyTypeObject *type = Py_TYPE(object);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);

    column_drop(&self->column);
    Py_XDECREF(self->parent);
    release(object);
    Py_DECREF((PyObject *)type);
}

static struct dt_series_unit *
unit_of(struct column *column)
{
    return (struct dt_series_unit *)column_unit(column);
}

static int32_t
check(struct column *column, int32_t frequency, int64_t start, uint32_t flags,
      struct dt_error *error)
{
    if (column->dimensions == 1) {
        column->one.frequency = frequency;
        column->one.start = start;
        column->one.flags = flags;
        return dt_series_check(&column->one, error);
    }
    column->many.frequency = frequency;
    column->many.start = start;
    column->many.flags = flags;
    return dt_series_panel_check(&column->many, error);
}

/* The bitmap of a series whose numbers are looked at. */
static void
keep_mask(struct column *self, const struct column *other)
{
    const bool is_same = self->dimensions == other->dimensions &&
                         column_count(self) == column_count(other) &&
                         column_length(self) == column_length(other);

    if (!is_same) /* A subclass may show other numbers. */
        return;
    if (self->dimensions == 1) {
        self->one.validity = other->one.validity;
        self->one.validity_offset = other->one.validity_offset;
        return;
    }
    self->many.validity = other->many.validity;
    self->many.validity_offset = other->many.validity_offset;
    self->many.validity_series_stride = other->many.validity_series_stride;
}

/* The numbers of spans are those of no series. */
static int
refuse_spans(struct state *state, PyObject *object)
{
    if (!is_frame(state, object) ||
        !column_has_spans(&((struct frame *)object)->column))
        return 0;
    refuse(state, DT_E_PERIOD, -1, "each series of the panel has periods of "
           "its own: take one of them, or say which period is meant");
    return -1;
}

/* Numbers side by side as a panel of so many series. */
static int
fold(struct state *state, struct column *column, int64_t count)
{
    const struct dt_series one = column->one;

    if (column->dimensions != 1 || one.stride != 1 ||
        (count == 0 ? one.length != 0 : one.length % count != 0))
        return refuse(state, DT_E_LENGTH, -1, "they are no %lld series",
                      (long long)count), -1;
    column->dimensions = 2;
    column->many = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        one.values, count, count == 0 ? 0 : one.length / count, 0, 0);
    if (column->many.length == 0)
        column->many.series_stride = 1;
    column->many.validity = one.validity;
    column->many.validity_offset = one.validity_offset;
    return 0;
}

PyObject *
frame_finish(struct state *state, struct column *column, PyObject *unit,
             int32_t frequency, int64_t start, int64_t flags)
{
    struct dt_error error;
    struct frame *self = NULL;

    if (flags < 0 || flags > UINT32_MAX)
        PyErr_Format(PyExc_OverflowError, "flags are %lld", (long long)flags);
    else
        self = frame_new(state, column->dimensions == 1 ? SERIES : PANEL);
    if (self == NULL) {
        column_drop(column);
        return NULL;
    }
    self->column = *column;
    const int taken = unit == Py_None ? 0 : record_take(
        state, unit_record, unit, unit_of(&self->column));
    if (taken == 0 &&
        check(&self->column, frequency, start, (uint32_t)flags, &error) ==
            DT_E_OK)
        return (PyObject *)self;
    Py_DECREF((PyObject *)self);
    return taken < 0 ? NULL : fail(state, &error);
}

static PyObject *
frame_of(struct state *state, PyObject *values, PyObject *frequency,
         int64_t start, PyObject *unit, int64_t flags, int64_t count)
{
    struct column column;
    int32_t code = 0;

    if ((frequency != NULL &&
         word_value(state, frequencies, frequency, &code) < 0) ||
        refuse_spans(state, values) < 0 ||
        column_take(state, values, "values", &column) < 0)
        return NULL;
    if (is_frame(state, values))
        keep_mask(&column, &((struct frame *)values)->column);
    if (count >= 0 && fold(state, &column, count) < 0) {
        column_drop(&column);
        return NULL;
    }
    return frame_finish(state, &column, unit, code, start, flags);
}

static PyObject *
series_view(PyObject *module, PyObject *arguments)
{
    PyObject *values, *frequency = NULL, *unit = Py_None;
    long long start = 0;
    long long flags = 0, count = -1;

    if (!PyArg_ParseTuple(arguments, "O|OLOLL", &values, &frequency, &start,
                          &unit, &flags, &count))
        return NULL;
    return frame_of(state_of(module), values, frequency, start, unit, flags,
                    count);
}

/* The numbers of a result with the periods of a series. */
static PyObject *
series_from_out(PyObject *module, PyObject *arguments)
{
    struct state *state = state_of(module);
    PyObject *out, *like, *unit = Py_None;

    if (!PyArg_ParseTuple(arguments, "OO|O", &out, &like, &unit))
        return NULL;
    if (!is_frame(state, like)) {
        PyErr_SetString(PyExc_TypeError, "like is no series");
        return NULL;
    }
    if (refuse_spans(state, like) < 0)
        return NULL;
    const struct column *column = &((struct frame *)like)->column;
    PyObject *frequency = PyLong_FromLong(column_frequency(column));
    PyObject *made = frequency == NULL ? NULL
        : frame_of(state, out, frequency, column_start(column), unit, 0,
                   -1);
    Py_XDECREF(frequency);
    return made;
}

/* ------------------------------------------------------------------------ */
/* Results */

static int
set_place(struct column *column, const struct column *like, double *values,
          int64_t start, int64_t length)
{
    struct dt_series *one = &column->one;
    struct dt_series_panel *many = &column->many;

    if (column_has_spans(like))
        return spans_set(column, values, 1, &like->many);
    column->dimensions = like->dimensions;
    if (like->dimensions == 1) {
        *one = (struct dt_series)DT_SERIES_OF(values, length,
                                              like->one.frequency, start);
    } else {
        *many = (struct dt_series_panel)DT_SERIES_PANEL_OF(
            values, like->many.count, length, like->many.frequency, start);
    }
    return 0;
}

static int
refuse_out(struct state *state, const struct column *out,
           const struct column *like, int64_t length)
{
    if (column_has_spans(like))
        refuse(state, DT_E_CAPACITY, -1, "out has %lld elements in %d "
               "dimensions; the result has %lld in one, series after series",
               (long long)column_elements(out), out->dimensions,
               (long long)length);
    else
        refuse(state, DT_E_CAPACITY, -1, "out has %lld series of %lld "
               "elements; the result has %lld of %lld",
               (long long)column_count(out), (long long)column_length(out),
               (long long)column_count(like), (long long)length);
    return -1;
}

/* In the memory of `out`, which has to be of the shape. */
static int
place_out(struct state *state, struct frame *self, const struct column *like,
          int64_t start, int64_t length, PyObject *out)
{
    struct column *column = &self->column;

    if (column_take_writable(state, out, column) < 0)
        return -1;
    if (column_has_spans(like) && column->dimensions == 1 &&
        column->one.length == length)
        return spans_set(column, column->one.values, column->one.stride,
                         &like->many);
    if (column->dimensions != like->dimensions || column_has_spans(like) ||
        column_length(column) != length ||
        column_count(column) != column_count(like))
        return refuse_out(state, column, like, length);
    if (column->dimensions == 1) {
        column->one.frequency = like->one.frequency;
        column->one.start = start;
    } else {
        column->many.frequency = like->many.frequency;
        column->many.start = start;
    }
    return 0;
}

struct frame *
result_new(struct state *state, const struct column *like, int64_t start,
           int64_t length, PyObject *out)
{
    const size_t count = (size_t)column_count(like);
    const size_t elements = column_has_spans(like) ? (size_t)length
                                                   : count * (size_t)length;
    const size_t head = count * sizeof(struct dt_series_summary);
    const bool too_large =
        is_too_large(1, (int64_t)count, 2 * sizeof(struct dt_series_summary)) ||
        is_too_large(column_has_spans(like) ? 1 : (int64_t)count, length,
                     4 * sizeof(double));
    const size_t own = out == NULL ? elements * sizeof(double) : 0;
    struct frame *self = frame_new(
        state, like->dimensions == 1 ? RESULT : PANEL_RESULT);

    if (self == NULL)
        return NULL;
    if (out != NULL &&
        place_out(state, self, like, start, length, out) < 0) {
        Py_DECREF((PyObject *)self);
        return NULL;
    }
    char *block = too_large ? NULL : PyMem_Malloc(head + own + elements + 1);
    self->column.copy = block;
    if (block == NULL) {
        Py_DECREF((PyObject *)self);
        return (struct frame *)PyErr_NoMemory();
    }
    self->summaries = (struct dt_series_summary *)(void *)block;
    self->why = (uint8_t *)block + head + own;
    if (out == NULL && set_place(&self->column, like,
                                 (double *)(void *)(block + head), start,
                                 length) < 0) {
        Py_DECREF((PyObject *)self);
        return NULL;
    }
    return self;
}

void
result_done(struct frame *self)
{
    if (column_count(&self->column) > 0)
        *unit_of(&self->column) = self->summaries[0].unit;
}

void
summarize(struct dt_series_summary *summary, const uint8_t *why, int64_t n)
{
    summary->defined = summary->undefined = 0;
    summary->first_undefined = -1;
    summary->first_why = DT_SERIES_WHY_DEFINED;
    summary->reasons = 0;
    for (int64_t i = 0; i < n; i++) {
        if (why[i] == DT_SERIES_WHY_DEFINED) {
            summary->defined++;
            continue;
        }
        if (summary->undefined++ == 0) {
            summary->first_undefined = i;
            summary->first_why = why[i];
        }
        summary->reasons |= UINT32_C(1) << why[i];
    }
}

/* A part of a result has its reasons, and says what it is. */
static int
keep_reasons(struct frame *self, const struct frame *parent)
{
    struct dt_series_summary *summary = PyMem_Malloc(sizeof(*summary));

    if (summary == NULL)
        return PyErr_NoMemory(), -1;
    self->column.copy = summary;
    self->summaries = summary;
    self->why = parent->why;
    if (self->column.one.length > 0)
        self->why += self->column.one.start - parent->column.one.start;
    *summary = parent->summaries[0];
    summarize(summary, self->why, self->column.one.length);
    return 0;
}

PyObject *
frame_part(struct state *state, PyObject *parent, const struct dt_series *part)
{
    const struct frame *whole = (struct frame *)parent;
    const bool is_result = whole->why != NULL;
    struct frame *self = frame_new(state, is_result ? RESULT : SERIES);

    if (self == NULL)
        return NULL;
    self->column.dimensions = 1;
    self->column.one = *part;
    self->parent = Py_NewRef(parent);
    if (!is_result || keep_reasons(self, whole) == 0)
        return (PyObject *)self;
    Py_DECREF((PyObject *)self);
    return NULL;
}

/* Series j of a panel. */
static PyObject *
frame_row(struct state *state, struct frame *panel, int64_t j)
{
    struct frame *self = frame_new(state, panel->why == NULL ? SERIES : RESULT);

    if (self == NULL)
        return NULL;
    self->column.one = column_row(&panel->column, j);
    self->column.dimensions = 1;
    self->parent = Py_NewRef((PyObject *)panel);
    if (panel->why != NULL) {
        self->why = panel->why + column_first(&panel->column, j);
        self->summaries = panel->summaries + j;
    }
    return (PyObject *)self;
}

/* ------------------------------------------------------------------------ */
/* As a buffer and as a sequence */

/* Whether the numbers lie as a reader asks for them. */
static bool
has_layout(const struct column *c, int flags)
{
    const bool one = c->dimensions == 1;
    const int64_t rows = column_has_spans(c) ? 1 : column_count(c);
    const int64_t length = column_length(c);
    const bool is_small = rows == 0 || length == 0;
    const int64_t stride = one ? c->one.stride : c->many.stride;
    const bool row = stride == 1 || length <= 1;
    const bool by_rows = is_small || (row && (rows == 1 ||
                                              c->many.series_stride == length));
    const bool by_columns = is_small ||
        (rows == 1 ? row : c->many.series_stride == 1 &&
                               (length == 1 || stride == rows));
    const int ask = flags & ~PyBUF_STRIDES;

    if ((flags & PyBUF_STRIDES) != PyBUF_STRIDES ||
        (ask & PyBUF_C_CONTIGUOUS) != 0)
        return by_rows;
    if ((ask & PyBUF_F_CONTIGUOUS) != 0)
        return by_columns;
    return (ask & PyBUF_ANY_CONTIGUOUS) == 0 || by_rows || by_columns;
}

static int
frame_buffer(PyObject *object, Py_buffer *view, int flags)
{
    struct frame *self = (struct frame *)object;
    const struct column *c = &self->column;
    const bool one = c->dimensions == 1, spans = column_has_spans(c);
    const Py_ssize_t size = sizeof(double);

    /* Spans are one column. */
    self->shape[0] = (Py_ssize_t)(one || spans ? column_length(c)
                                               : c->many.count);
    self->shape[1] = (Py_ssize_t)c->many.length;
    self->strides[0] = (Py_ssize_t)(one ? c->one.stride
                                    : spans ? c->many.stride
                                    : c->many.series_stride) * size;
    self->strides[1] = (Py_ssize_t)c->many.stride * size;
    view->obj = NULL;
    if (flags & PyBUF_WRITABLE) {
        PyErr_SetString(PyExc_BufferError, "a series is read-only");
        return -1;
    }
    if (!has_layout(c, flags)) {
        PyErr_SetString(PyExc_BufferError, "its numbers are not side by side");
        return -1;
    }
    *view = (Py_buffer){
        .buf = (void *)(one ? c->one.values : c->many.values),
        .len = (Py_ssize_t)column_elements(c) * size,
        .itemsize = size, .readonly = 1, .ndim = spans ? 1 : c->dimensions,
        .format = flags & PyBUF_FORMAT ? "d" : NULL,
        .shape = flags & PyBUF_ND ? self->shape : NULL,
        .strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? self->strides
                                                            : NULL,
        .obj = Py_NewRef(object),
    };
    return 0;
}

static Py_ssize_t
frame_length(PyObject *object)
{
    const struct column *c = &((struct frame *)object)->column;
    return (Py_ssize_t)(c->dimensions == 1 ? c->one.length : c->many.count);
}

/* A missing one is a NaN, whatever lies under its bit. */
static PyObject *
frame_item(PyObject *object, Py_ssize_t i)
{
    struct frame *self = (struct frame *)object;

    if (i < 0 || i >= frame_length(object)) {
        PyErr_SetString(PyExc_IndexError, "no such element");
        return NULL;
    }
    if (self->column.dimensions == 2)
        return frame_row(((struct frame *)object)->state, self, i);
    return PyFloat_FromDouble(dt_series_is_missing(&self->column.one, i)
                                  ? NAN : dt_series_at(&self->column.one, i));
}

/* ------------------------------------------------------------------------ */
/* What else it is */

static PyObject *
get_frequency(PyObject *self, void *unused)
{
    (void)unused;
    return PyLong_FromLong(column_frequency(&((struct frame *)self)->column));
}

static PyObject *
get_freq(PyObject *self, void *unused)
{
    (void)unused;
    return frequency_word(column_frequency(&((struct frame *)self)->column));
}

static PyObject *
get_ordinal(PyObject *self, void *unused)
{
    (void)unused;
    if (refuse_spans(((struct frame *)self)->state, self) < 0)
        return NULL;
    return PyLong_FromLongLong(column_start(&((struct frame *)self)->column));
}

/* The first period of each series. */
static PyObject *
get_ordinals(PyObject *self, void *unused)
{
    const struct column *c = &((struct frame *)self)->column;
    const int64_t count = column_count(c);
    PyObject *list = PyList_New((Py_ssize_t)count);

    (void)unused;
    for (int64_t j = 0; list != NULL && j < count; j++) {
        PyObject *start = PyLong_FromLongLong(column_row(c, j).start);
        if (start == NULL || PyList_SetItem(list, (Py_ssize_t)j, start) < 0)
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *
get_unit(PyObject *self, void *unused)
{
    (void)unused;
    return record_give(((struct frame *)self)->state, unit_record,
                       unit_of(&((struct frame *)self)->column));
}

static PyObject *
get_flags(PyObject *self, void *unused)
{
    const struct column *c = &((struct frame *)self)->column;
    (void)unused;
    return PyLong_FromUnsignedLong(c->dimensions == 1 ? c->one.flags
                                                      : c->many.flags);
}

static PyObject *
get_ndim(PyObject *self, void *unused)
{
    (void)unused;
    return PyLong_FromLong(((struct frame *)self)->column.dimensions);
}

static PyObject *
get_copied(PyObject *self, void *unused)
{
    const char *copied = ((struct frame *)self)->column.copied;
    (void)unused;
    return PyUnicode_FromString(copied == NULL ? "" : copied);
}

/* Words, "" where the element is defined. */
static PyObject *
why_words(struct state *state, const uint8_t *why, int64_t n)
{
    PyObject *list = PyList_New((Py_ssize_t)n);

    for (int64_t i = 0; list != NULL && i < n; i++) {
        PyObject *word = why[i] == DT_SERIES_WHY_DEFINED
                             ? PyUnicode_FromString("")
                             : word_of(state, whys, why[i]);
        if (word == NULL || PyList_SetItem(list, (Py_ssize_t)i, word) < 0)
            Py_CLEAR(list);
    }
    return list;
}

/* Of a panel, one of each series. */
static PyObject *
of_each(struct frame *self, PyObject *(*one)(struct frame *, int64_t))
{
    if (self->summaries == NULL)
        return Py_NewRef(Py_None);
    if (self->column.dimensions == 1)
        return one(self, 0);
    const int64_t count = self->column.many.count;
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (int64_t j = 0; list != NULL && j < count; j++) {
        PyObject *item = one(self, j);
        if (item == NULL || PyList_SetItem(list, (Py_ssize_t)j, item) < 0)
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *
one_why(struct frame *self, int64_t j)
{
    const struct dt_series row = column_row(&self->column, j);
    return why_words(self->state, self->why + column_first(&self->column, j),
                     row.length);
}

static PyObject *
one_summary(struct frame *self, int64_t j)
{
    return record_give(self->state,
                       summary_record, &self->summaries[j]);
}

static PyObject *
get_why(PyObject *self, void *unused)
{
    (void)unused;
    return of_each((struct frame *)self, one_why);
}

static PyObject *
get_summary(PyObject *self, void *unused)
{
    (void)unused;
    return of_each((struct frame *)self, one_summary);
}

/* One byte for each element, for those who count. */
static PyObject *
get_reasons(PyObject *object, void *unused)
{
    const struct frame *self = (struct frame *)object;
    (void)unused;
    if (self->why == NULL)
        return Py_NewRef(Py_None);
    return PyBytes_FromStringAndSize(
        (const char *)self->why, (Py_ssize_t)column_elements(&self->column));
}

static PyObject *
frame_part_of(PyObject *object, PyObject *arguments)
{
    struct frame *self = (struct frame *)object;
    long long first, count;
    struct dt_series part = self->column.one;

    if (!PyArg_ParseTuple(arguments, "LL", &first, &count))
        return NULL;
    if (self->column.dimensions != 1 || first < 0 || count < 0 ||
        first > part.length - count) {
        PyErr_SetString(PyExc_IndexError, "no such part");
        return NULL;
    }
    part.values += count == 0 ? 0 : first * part.stride;
    part.validity_offset += first;
    part.length = count;
    part.start += first;
    return frame_part(((struct frame *)object)->state, object, &part);
}

static PyGetSetDef frame_getters[] = {
    { "frequency", get_frequency, NULL, "The frequency as a number.", NULL },
    { "freq", get_freq, NULL, "The frequency as a word.", NULL },
    { "ordinal", get_ordinal, NULL, "The first period as a number.", NULL },
    { "ordinals", get_ordinals, NULL, "Those of all series.", NULL },
    { "unit", get_unit, NULL, "What the numbers are.", NULL },
    { "flags", get_flags, NULL, "1 where NaN is a value.", NULL },
    { "ndim", get_ndim, NULL, "1 for a series, 2 for a panel.", NULL },
    { "copied", get_copied, NULL, "Why the numbers were copied, or \"\".",
      NULL },
    { "why", get_why, NULL, "Why elements are undefined; \"\" for others.",
      NULL },
    { "reasons", get_reasons, NULL, "The same as bytes.", NULL },
    { "summary", get_summary, NULL, "What came of the call.", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};

static PyMethodDef frame_methods[] = {
    { "_part", frame_part_of, METH_VARARGS, "Some of a series." },
    { NULL, NULL, 0, NULL },
};

static PyType_Slot frame_slots[] = {
    { Py_tp_doc, "Numbers with periods and a unit: series_view() makes one." },
    { Py_tp_dealloc, frame_dealloc },
    { Py_tp_getset, frame_getters },
    { Py_tp_methods, frame_methods },
    { Py_sq_length, frame_length },
    { Py_sq_item, frame_item },
    { Py_bf_getbuffer, frame_buffer },
    { 0, NULL },
};

static PyType_Spec frame_spec = {
    .name = "dtgrowth.c.Frame",
    .basicsize = sizeof(struct frame),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE |
             Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = frame_slots,
};

/* ------------------------------------------------------------------------ */
/* Exact sums */

static PyObject *
sum_make(PyTypeObject *type, PyObject *arguments, PyObject *names)
{
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    if (PyTuple_Size(arguments) != 0 ||
        (names != NULL && PyDict_Size(names) != 0)) {
        PyErr_SetString(PyExc_TypeError, "a Sum starts empty: add() adds");
        return NULL;
    }
    struct sum *self = (struct sum *)alloc(type, 0);
    if (self != NULL)
        (void)!dt_series_sum_init(&self->sum, NULL);
    return (PyObject *)self;
}

static void
sum_dealloc(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(object);
    Py_DECREF((PyObject *)type);
}

static PyType_Slot sum_slots[] = {
    { Py_tp_doc, "Sum()\n--\n\nThe state of an exact sum." },
    { Py_tp_new, sum_make },
    { Py_tp_dealloc, sum_dealloc },
    { 0, NULL },
};

static PyType_Spec sum_spec = {
    .name = "dtgrowth.c.Sum",
    .basicsize = sizeof(struct sum),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = sum_slots,
};

/* ------------------------------------------------------------------------ */

int
make_types(PyObject *module, struct state *state)
{
    PyObject *frame = PyType_FromModuleAndSpec(module, &frame_spec, NULL);
    PyObject *sum = PyType_FromModuleAndSpec(module, &sum_spec, NULL);

    if (frame == NULL || sum == NULL)
        return -1;
    for (int i = 0; i < SUM; i++)
        state->types[i] = (PyTypeObject *)Py_NewRef(frame);
    Py_DECREF(frame);
    state->types[SUM] = (PyTypeObject *)sum;
    return PyModule_AddObjectRef(module, "Frame", frame) |
           PyModule_AddObjectRef(module, "Sum", sum);
}

/* _use(name, class): what is made of a name in the calls that follow. */
static PyObject *
use(PyObject *module, PyObject *arguments)
{
    struct state *state = state_of(module);
    const char *name;
    PyObject *class;

    if (!PyArg_ParseTuple(arguments, "sO", &name, &class))
        return NULL;
    for (int i = 0; i < FRAME; i++)
        if (strcmp(name, type_names[i]) == 0) {
            if (!PyType_Check(class) ||
                !PyType_IsSubtype((PyTypeObject *)class,
                                  state->types[FRAME])) {
                PyErr_Format(PyExc_TypeError, "%R is no Frame", class);
                return NULL;
            }
            PyTypeObject *old = state->types[i];
            state->types[i] = (PyTypeObject *)Py_NewRef(class);
            Py_DECREF((PyObject *)old);
            return Py_NewRef(Py_None);
        }
    return PyDict_SetItemString(state->classes, name, class) < 0
               ? NULL : Py_NewRef(Py_None);
}

PyMethodDef frame_functions[] = {
    { "_use", use, METH_VARARGS,
      "_use(name, class, /)\n--\n\nThe class that objects of a name are of." },
    { "panel_spans", panel_spans, METH_VARARGS,
      "panel_spans(values, lengths, starts, frequency, unit, flags, /)\n--\n\n"
      "Views one column of numbers as a panel: the first so many are a series, "
      "which starts in its own period, and so on." },
    { "_front", front_make, METH_VARARGS,
      "_front(function, text, /)\n--\n\n"
      "A function that does what is plain at once, and else calls this one." },
    { "series_view", series_view, METH_VARARGS,
      "series_view(values, frequency=0, start=0, unit=None, flags=0, count=-1, "
      "/)\n--\n\nViews numbers as a series or, of two dimensions or of a "
      "count, a panel." },
    { "series_from_out", series_from_out, METH_VARARGS,
      "series_from_out(out, like, unit=None, /)\n--\n\n"
      "Views a result as a series, with the periods of another one." },
    { NULL, NULL, 0, NULL },
};
