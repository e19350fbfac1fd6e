/* SPDX-License-Identifier: MIT */
/* Numbers of other objects, in place where the library can step over them. */
#include <math.h>
#include <string.h>

#include "core.h"

static bool
is_big_endian(void)
{
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 0;
}

/* An item of a buffer: its letter, and whether its bytes are turned round; and
 * where the items lie. */
struct item {
    char letter;
    bool swapped;
    size_t size;
    Py_ssize_t rows, length, row_step, step;
};

/* Exporters such as ctypes leave out the strides of what is dense. */
static void
set_place(const Py_buffer *b, struct item *item)
{
    const int last = b->ndim - 1;

    item->length = b->shape[last];
    item->step = b->strides == NULL ? b->itemsize : b->strides[last];
    item->rows = b->ndim == 2 ? b->shape[0] : 1;
    item->row_step = b->ndim == 1 ? 0
        : b->strides == NULL ? b->itemsize * item->length : b->strides[0];
}

static bool
is_letter(const char *format, char letter)
{
    return format[0] == letter && format[1] == 0;
}

static struct item
item_of(const Py_buffer *buffer)
{
    const char *format = buffer->format == NULL ? "B" : buffer->format;
    struct item item = { .size = (size_t)buffer->itemsize };

    if (buffer->ndim == 1 || buffer->ndim == 2)
        set_place(buffer, &item);
    if (is_letter(format, 'd') && item.size == sizeof(double)) {
        item.letter = 'd'; /* Nearly always. */
        return item;
    }
    if (*format == '<' || *format == '>' || *format == '!')
        item.swapped = (*format != '<') != is_big_endian();
    if (strchr("<>!=@", *format) != NULL && *format != 0)
        format++;
    if (*format != 0 && is_letter(format, *format))
        item.letter = *format;
    if ((item.letter == 'd' && item.size != sizeof(double)) ||
        (item.letter == 'f' && item.size != sizeof(float)))
        item.letter = 0;
    return item;
}

/* What is read from items that are no doubles; false if no double is it. */
static bool
read_integer(const unsigned char *bytes, const struct item *item, double *x)
{
    const bool is_signed = strchr("bhilqn", item->letter) != NULL;
    const bool little = item->swapped == is_big_endian();
    uint64_t bits = 0;

    for (size_t i = 0; i < item->size; i++)
        bits |= (uint64_t)bytes[little ? i : item->size - 1 - i] << 8 * i;
    if (!is_signed) {
        *x = (double)bits;
        return *x < 0x1p64 && (uint64_t)*x == bits;
    }
    const uint64_t sign = UINT64_C(1) << (8 * item->size - 1);
    const int64_t value = (int64_t)((bits ^ sign) - sign);
    *x = (double)value;
    return *x < 0x1p63 && (int64_t)*x == value;
}

static bool
read_item(const char *at, const struct item *item, double *x)
{
    unsigned char bytes[8];
    float f;

    memcpy(bytes, at, item->size);
    if (item->letter != 'd' && item->letter != 'f')
        return read_integer(bytes, item, x);
    for (size_t i = 0; item->swapped && i < item->size / 2; i++) {
        const unsigned char byte = bytes[i];
        bytes[i] = bytes[item->size - 1 - i];
        bytes[item->size - 1 - i] = byte;
    }
    if (item->letter == 'f') {
        memcpy(&f, bytes, sizeof(f));
        *x = (double)f;
    } else {
        memcpy(x, bytes, sizeof(*x));
    }
    return true;
}

/* Why doubles cannot be read where they are; null if they can. */
static const char *
why_copied(const Py_buffer *b, const struct item *item)
{
    if (item->letter == 'f')
        return "numbers of 32 bits";
    if (item->letter != 'd')
        return "whole numbers";
    if (item->swapped)
        return "bytes in the other order";
    if ((uintptr_t)b->buf % sizeof(double) != 0)
        return "numbers that are not aligned";
    const Py_ssize_t size = sizeof(double);
    if (item->step % size != 0 || item->row_step % size != 0)
        return "steps of no whole numbers";
    if ((item->step == 0 && item->length > 1) ||
        (item->row_step == 0 && item->rows > 1))
        return "one number for all";
    return NULL;
}

/* A view of one or two dimensions, of doubles. */
static void
set_view(struct column *column, const double *values, const struct item *item)
{
    const Py_ssize_t size = sizeof(double);
    const int64_t stride = item->step == 0 ? 1 : item->step / size;

    if (column->dimensions == 1) {
        column->one = (struct dt_series)DT_SERIES_OF(values, item->length, 0,
                                                     0);
        column->one.stride = stride;
        return;
    }
    column->many = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        values, item->rows, item->length, 0, 0);
    column->many.stride = stride;
    if (item->row_step != 0)
        column->many.series_stride = item->row_step / size;
    else if (item->length == 0)
        column->many.series_stride = 1;
}

bool
is_too_large(int64_t count, int64_t length, size_t size)
{
    const int64_t most = PTRDIFF_MAX / (int64_t)size - 1;
    return length > most || (length > 0 && count > most / length);
}

static int
copy_buffer(struct state *state, const char *name, struct item *item,
            struct column *column)
{
    const char *from = column->buffer.buf;
    double *to = is_too_large(item->rows, item->length, sizeof(double)) ? NULL
        : PyMem_Malloc((size_t)(item->rows * item->length + 1) *
                       sizeof(double));

    if (to == NULL)
        return PyErr_NoMemory(), -1;
    column->copy = to;
    for (Py_ssize_t j = 0; j < item->rows; j++)
        for (Py_ssize_t i = 0; i < item->length; i++) {
            const char *at = from + j * item->row_step + i * item->step;
            if (!read_item(at, item, to++)) {
                refuse(state, DT_E_VALUE, i, "%s[%lld] is a whole number that "
                       "is no double", name, (long long)i);
                return -1;
            }
        }
    item->step = sizeof(double);
    item->row_step = item->length * item->step;
    set_view(column, column->copy, item);
    PyBuffer_Release(&column->buffer);
    return 0;
}

static int
take_buffer(struct state *state, const char *name, struct column *column)
{
    const Py_buffer *b = &column->buffer;
    struct item item = item_of(b);

    if (b->ndim < 1 || b->ndim > 2)
        return refuse(state, DT_E_LENGTH, -1, "%s has %d dimensions; a series "
                      "has one, a panel two", name, b->ndim), -1;
    column->dimensions = b->ndim;
    const bool is_known = item.letter != 0 && item.size <= 8 &&
                          strchr("dfbBhHiIlLqQnN", item.letter) != NULL;
    if (!is_known) {
        PyErr_Format(PyExc_TypeError, "%s is of the type \"%s\"; float64, "
                     "float32 and whole numbers are read", name,
                     b->format == NULL ? "bytes" : b->format);
        return -1;
    }
    column->copied = why_copied(b, &item);
    if (column->copied != NULL)
        return copy_buffer(state, name, &item, column);
    set_view(column, b->buf, &item);
    return 0;
}

/* Whether a number is that of an object, if the object is a whole number. */
static int
is_the_same(PyObject *object, double x)
{
    if (x > -0x1p53 && x < 0x1p53)
        return 1;
    PyObject *whole = PyFloat_Check(object) || !PyIndex_Check(object)
        ? Py_NewRef(Py_None) : PyNumber_Index(object);
    PyObject *back = whole == NULL || whole == Py_None
        ? Py_NewRef(Py_None) : PyLong_FromDouble(x);
    const int same = whole == NULL || back == NULL
        ? -1 : PyObject_RichCompareBool(whole, back, Py_EQ);
    Py_XDECREF(whole);
    Py_XDECREF(back);
    return same;
}

/* None is missing. */
static int
read_object(struct state *state, PyObject *object, const char *name,
            Py_ssize_t i, double *x)
{
    *x = object == Py_None ? NAN : PyFloat_AsDouble(object);
    if (*x != -1 || !PyErr_Occurred()) {
        const int same = is_the_same(object, *x);
        if (same == 0)
            refuse(state, DT_E_VALUE, i, "%s[%lld] is a whole number that is "
                   "no double", name, (long long)i);
        return same == 1 ? 0 : -1;
    }
    if (!PyErr_ExceptionMatches(PyExc_TypeError))
        return -1;
    PyErr_Clear();
    PyObject *type = PyType_GetName(Py_TYPE(object));
    PyErr_Format(PyExc_TypeError, "%s[%zd] is %R of type %U; a number, or None "
                 "for one that is missing", name, i, object, type);
    Py_XDECREF(type);
    return -1;
}

/* Doubles and, where one is missing, a bitmap behind them. What reads one may
 * be code that changes the list. */
static int
take_list(struct state *state, PyObject *list, const char *name,
          struct column *column)
{
    const Py_ssize_t n = PyList_Size(list);
    const size_t bytes = (size_t)n * sizeof(double);
    double *values = PyMem_Calloc(bytes + (size_t)n / 8 + 8, 1);
    bool some = false;

    if (values == NULL)
        return PyErr_NoMemory(), -1;
    column->copy = values;
    column->copied = "a list";
    column->dimensions = 1;
    uint8_t *validity = (uint8_t *)values + bytes;
    for (Py_ssize_t i = 0; i < n && n == PyList_Size(list); i++) {
        PyObject *item = Py_NewRef(PyList_GetItem(list, i));
        const bool missing = item == Py_None;
        const int status = read_object(state, item, name, i, &values[i]);
        Py_DECREF(item);
        if (status < 0)
            return -1;
        some |= missing;
        if (!missing)
            validity[i / 8] |= (uint8_t)(1 << i % 8);
    }
    if (n != PyList_Size(list)) {
        PyErr_Format(PyExc_RuntimeError, "%s changed its size while it was "
                     "read", name);
        return -1;
    }
    column->one = (struct dt_series)DT_SERIES_OF(values, n, 0, 0);
    column->one.validity = some ? validity : NULL;
    return 0;
}

static int
take_values(struct state *state, PyObject *object, const char *name,
            struct column *column)
{
    PyObject *list = PyList_CheckExact(object) ? Py_NewRef(object)
                                               : PySequence_List(object);
    if (list == NULL)
        return -1;
    const int status = take_list(state, list, name, column);
    Py_DECREF(list);
    return status;
}

/* Whether an object has an index of its own, as those of pandas. */
static bool
has_index(PyObject *object)
{
    if (PyList_Check(object) || PyTuple_Check(object))
        return false;
    PyObject *index = attribute_of(object, "index");
    PyErr_Clear();
    const bool has = index != NULL && !PyCallable_Check(index);
    Py_XDECREF(index);
    return has;
}

/* What has numbers, but says more than the numbers do, or not their order; it
 * is not dropped. */
static int
refuse_other(PyObject *object, const char *name)
{
    const char *hint = NULL;

    if (PyUnicode_Check(object) || PyBytes_Check(object) ||
        PyByteArray_Check(object))
        hint = "is text";
    else if (has_index(object))
        hint = "has an index of its own: give dtgrowth.series() its values "
               "and its periods";
    else if (has_keys(object))
        hint = "is a dictionary: dtgrowth.series() takes one of periods";
    else if (PyAnySet_Check(object))
        hint = "is a set, which has no order";
    else if (PyFloat_Check(object) || PyIndex_Check(object))
        hint = "is one number: a series has many";
    if (hint == NULL)
        return 0;
    PyErr_Format(PyExc_TypeError, "%s %s", name, hint);
    return -1;
}

/* Whether an array hides some of its elements. The answer is the same for all
 * of a type, and few types are asked for. */
static bool
has_mask(struct state *state, PyObject *object)
{
    if (Py_TYPE(object) == state->plain)
        return false;
    PyObject *mask = attribute_of((PyObject *)Py_TYPE(object), "mask");
    PyErr_Clear();
    if (mask == NULL) {
        PyTypeObject *old = state->plain;
        state->plain = (PyTypeObject *)Py_NewRef((PyObject *)Py_TYPE(object));
        Py_XDECREF((PyObject *)old);
        return false;
    }
    Py_DECREF(mask);
    return true;
}

/* Objects in one dimension: what they are in two is another thing. */
static int
take_objects(struct state *state, PyObject *object, const char *name,
             struct column *column)
{
    if (column->buffer.ndim == 1)
        return take_values(state, object, name, column);
    PyErr_Format(PyExc_TypeError, "%s has objects in %d dimensions; they are "
                 "read in one", name, column->buffer.ndim);
    return -1;
}

static int
take_masked(struct state *state, PyObject *object, const char *name,
            struct column *column)
{
    PyObject *method = attribute_of(object, "tolist");
    PyObject *list = method == NULL ? NULL : PyObject_CallNoArgs(method);
    Py_XDECREF(method);
    if (list == NULL)
        return -1;
    const int status = take_values(state, list, name, column);
    Py_DECREF(list);
    column->copied = "a mask";
    return status;
}

void
column_clear(struct column *column)
{
    column->buffer.obj = NULL;
    column->copy = column->spans = NULL;
    column->copied = NULL;
}

int
column_take(struct state *state, PyObject *object, const char *name,
            struct column *column)
{
    int status;

    column_clear(column);
    if (!PyObject_CheckBuffer(object) || PyBytes_Check(object) ||
        PyByteArray_Check(object))
        status = refuse_other(object, name) < 0
                     ? -1 : take_values(state, object, name, column);
    else if (has_mask(state, object))
        status = take_masked(state, object, name, column);
    else if (PyObject_GetBuffer(object, &column->buffer, PyBUF_RECORDS_RO) < 0)
        return column->buffer.obj = NULL, -1;
    else if (column->buffer.format != NULL &&
             is_letter(column->buffer.format, 'O'))
        status = take_objects(state, object, name, column);
    else
        status = take_buffer(state, name, column);
    if (status < 0)
        column_drop(column);
    return status;
}

int
column_take_writable(struct state *state, PyObject *object,
                     struct column *column)
{
    column_clear(column);
    if (PyObject_CheckBuffer(object) && has_mask(state, object)) {
        PyErr_SetString(PyExc_TypeError, "out has a mask, which would hide "
                        "some of the result");
        return -1;
    }
    if (PyObject_GetBuffer(object, &column->buffer, PyBUF_RECORDS) < 0) {
        column->buffer.obj = NULL;
        return -1;
    }
    const struct item item = item_of(&column->buffer);
    const Py_buffer *b = &column->buffer;
    const char *why = b->ndim < 1 || b->ndim > 2 || item.letter == 0
                          ? "something else" : why_copied(b, &item);
    if (why != NULL) {
        PyErr_Format(PyExc_TypeError, "out is an array of %s; it has to be of "
                     "float64, in one or two dimensions", why);
        column_drop(column);
        return -1;
    }
    column->dimensions = b->ndim;
    set_view(column, b->buf, &item);
    return 0;
}

void
column_drop(struct column *column)
{
    if (column->buffer.obj != NULL)
        PyBuffer_Release(&column->buffer);
    column->buffer.obj = NULL;
    PyMem_Free(column->copy);
    PyMem_Free(column->spans);
    column->copy = column->spans = NULL;
}

bool
column_has_spans(const struct column *column)
{
    return column->dimensions == 2 && column->many.offsets != NULL;
}

int64_t
column_count(const struct column *column)
{
    return column->dimensions == 1 ? 1 : column->many.count;
}

int64_t
column_length(const struct column *column)
{
    return column->dimensions == 1 ? column->one.length
         : column_has_spans(column) ? column->many.offsets[column->many.count]
         : column->many.length;
}

/* Where series j begins among all elements. */
int64_t
column_first(const struct column *column, int64_t j)
{
    return column_has_spans(column) ? column->many.offsets[j]
                                    : j * column_length(column);
}

static bool
has_numbers_of(const int64_t *a, const int64_t *b, int64_t n)
{
    return memcmp(a, b, (size_t)n * sizeof(*a)) == 0;
}

bool
column_is_shaped_as(const struct column *a, const struct column *b)
{
    const int64_t count = column_count(a);

    if (a->dimensions != b->dimensions || count != column_count(b) ||
        column_length(a) != column_length(b) ||
        column_has_spans(a) != column_has_spans(b))
        return false;
    return !column_has_spans(a) ||
           has_numbers_of(a->many.offsets, b->many.offsets, count + 1);
}

/* Of two of one shape. */
bool
column_has_periods_of(const struct column *a, const struct column *b)
{
    if (column_frequency(a) != column_frequency(b))
        return false;
    return column_has_spans(a)
               ? has_numbers_of(a->many.starts, b->many.starts, a->many.count)
               : column_start(a) == column_start(b);
}

int64_t
column_elements(const struct column *column)
{
    return column_has_spans(column)
               ? column_length(column)
               : column_count(column) * column_length(column);
}

int32_t
column_frequency(const struct column *column)
{
    return column->dimensions == 1 ? column->one.frequency
                                   : column->many.frequency;
}

int64_t
column_start(const struct column *column)
{
    return column->dimensions == 1 ? column->one.start : column->many.start;
}

struct dt_series
column_row(const struct column *column, int64_t j)
{
    if (column->dimensions == 1)
        return column->one;
    const struct dt_series_panel *p = &column->many;
    const bool spans = column_has_spans(column);
    const int64_t first = spans ? p->offsets[j] : 0;
    const int64_t length = spans ? p->offsets[j + 1] - first : p->length;
    struct dt_series one = DT_SERIES_OF(
        length == 0 ? p->values
                    : p->values + j * p->series_stride + first * p->stride,
        length, p->frequency, spans ? p->starts[j] : p->start);
    one.stride = p->stride;
    one.flags = p->flags;
    one.unit = p->unit;
    one.validity = p->validity;
    one.validity_offset =
        p->validity_offset + j * p->validity_series_stride + first;
    return one;
}

const struct dt_series_unit *
column_unit(const struct column *column)
{
    return column->dimensions == 1 ? &column->one.unit : &column->many.unit;
}

void
column_extent(const struct column *column, const char **from, const char **to)
{
    const bool one = column->dimensions == 1;
    const double *values = one ? column->one.values : column->many.values;
    const int64_t steps[2] = {
        (column_length(column) - 1) *
            (one ? column->one.stride : column->many.stride),
        one ? 0 : (column->many.count - 1) * column->many.series_stride };
    int64_t low = 0, high = 1;

    for (int i = 0; i < 2; i++)
        if (steps[i] < 0)
            low += steps[i];
        else
            high += steps[i];
    if (column_elements(column) == 0)
        low = high = 0;
    *from = (const char *)(values + low);
    *to = (const char *)(values + high);
}
