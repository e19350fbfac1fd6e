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

/* An item of a buffer: its letter, and whether its bytes are turned round. */
struct item {
    char letter;
    bool swapped;
    size_t size;
};

static struct item
item_of(const Py_buffer *buffer)
{
    const char *format = buffer->format == NULL ? "B" : buffer->format;
    struct item item = { 0, false, (size_t)buffer->itemsize };

    if (*format == '<' || *format == '>' || *format == '!')
        item.swapped = (*format != '<') != is_big_endian();
    if (strchr("<>!=@", *format) != NULL && *format != 0)
        format++;
    if (format[0] != 0 && format[1] == 0)
        item.letter = *format;
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
    for (int d = 0; d < b->ndim; d++)
        if (b->strides[d] % (Py_ssize_t)sizeof(double) != 0)
            return "steps of no whole numbers";
        else if (b->strides[d] == 0 && b->shape[d] > 1)
            return "one number for all";
    return NULL;
}

/* A view of one or two dimensions. */
static void
set_view(struct column *column, const double *values, const int64_t *shape,
         const int64_t *strides)
{
    if (column->dimensions == 1) {
        column->one = (struct dt_series)DT_SERIES_OF(values, shape[0], 0, 0);
        column->one.stride = strides[0] == 0 ? 1 : strides[0];
        return;
    }
    column->many = (struct dt_series_panel)DT_SERIES_PANEL_OF(
        values, shape[0], shape[1], 0, 0);
    column->many.stride = strides[1] == 0 ? 1 : strides[1];
    column->many.series_stride = strides[0];
    if (shape[0] <= 1 && strides[0] == 0)
        column->many.series_stride = shape[1] == 0 ? 1 : shape[1];
}

static int
copy_buffer(struct state *state, const char *name, const struct item *item,
            struct column *column)
{
    const Py_buffer *b = &column->buffer;
    const Py_ssize_t rows = b->ndim == 2 ? b->shape[0] : 1;
    const Py_ssize_t length = b->shape[b->ndim - 1];
    const Py_ssize_t row_step = b->ndim == 2 ? b->strides[0] : 0;
    const Py_ssize_t step = b->strides[b->ndim - 1];
    double *to = PyMem_Malloc((size_t)(rows * length + 1) * sizeof(double));

    if (to == NULL)
        return PyErr_NoMemory(), -1;
    column->copy = to;
    for (Py_ssize_t j = 0; j < rows; j++)
        for (Py_ssize_t i = 0; i < length; i++) {
            const char *at = (const char *)b->buf + j * row_step + i * step;
            if (!read_item(at, item, to++)) {
                refuse(state, DT_E_VALUE, i, "%s[%lld] is a whole number that "
                       "is no double", name, (long long)i);
                return -1;
            }
        }
    const int64_t shape[2] = { b->ndim == 2 ? rows : length, length };
    const int64_t strides[2] = { b->ndim == 2 ? length : 1, 1 };
    set_view(column, column->copy, shape, strides);
    PyBuffer_Release(&column->buffer);
    return 0;
}

static int
take_buffer(struct state *state, const char *name, struct column *column)
{
    const Py_buffer *b = &column->buffer;
    const struct item item = item_of(b);

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
    const int64_t size = sizeof(double);
    const int64_t shape[2] = { b->shape[0], b->shape[b->ndim - 1] };
    const int64_t strides[2] = { b->strides[0] / size,
                                 b->strides[b->ndim - 1] / size };
    set_view(column, b->buf, shape, strides);
    return 0;
}

/* None is missing, as pandas' NA and what else is not equal to itself. */
static int
read_object(PyObject *object, const char *name, Py_ssize_t i, double *x,
            bool *missing)
{
    *missing = object == Py_None;
    *x = *missing ? NAN : PyFloat_AsDouble(object);
    if (*missing || *x != -1 || !PyErr_Occurred())
        return 0;
    PyErr_Clear();
    PyObject *type = PyType_GetName(Py_TYPE(object));
    PyErr_Format(PyExc_TypeError, "%s[%zd] is %R of type %U; a number, or None "
                 "for one that is missing", name, i, object, type);
    Py_XDECREF(type);
    return -1;
}

/* Doubles and, where one is missing, a bitmap behind them. */
static int
take_list(PyObject *list, const char *name, struct column *column)
{
    const Py_ssize_t n = PyList_Size(list);
    const size_t bytes = (size_t)n * sizeof(double);
    double *values = PyMem_Calloc(bytes + (size_t)n / 8 + 8, 1);
    bool some = false, missing;

    if (values == NULL)
        return PyErr_NoMemory(), -1;
    column->copy = values;
    column->copied = "a list";
    column->dimensions = 1;
    uint8_t *validity = (uint8_t *)values + bytes;
    for (Py_ssize_t i = 0; i < n && i < PyList_Size(list); i++) {
        PyObject *item = Py_NewRef(PyList_GetItem(list, i));
        const int status = read_object(item, name, i, &values[i], &missing);
        Py_DECREF(item);
        if (status < 0)
            return -1;
        some |= missing;
        if (!missing)
            validity[i / 8] |= (uint8_t)(1 << i % 8);
    }
    column->one = (struct dt_series)DT_SERIES_OF(values, n, 0, 0);
    column->one.validity = some ? validity : NULL;
    return 0;
}

static int
take_values(PyObject *object, const char *name, struct column *column)
{
    PyObject *list = PyList_CheckExact(object) ? Py_NewRef(object)
                                               : PySequence_List(object);
    if (list == NULL)
        return -1;
    const int status = take_list(list, name, column);
    Py_DECREF(list);
    return status;
}

/* What has numbers, but says more than the numbers do; it is not dropped. */
static int
refuse_other(PyObject *object, const char *name)
{
    const char *hint = NULL;
    PyObject *index = NULL;

    if (PyUnicode_Check(object) || PyBytes_Check(object) ||
        PyByteArray_Check(object))
        hint = "text";
    else if (PyDict_Check(object))
        hint = "a dictionary: dtgrowth.series() takes one of periods";
    else if (PyFloat_Check(object) || PyLong_Check(object))
        hint = "one number: a series has many";
    else if (!PyList_Check(object) && !PyTuple_Check(object) &&
             (index = PyObject_GetAttrString(object, "index")) != NULL &&
             !PyCallable_Check(index))
        hint = "with an index of its own: give dtgrowth.series() its values "
               "and its periods";
    PyErr_Clear();
    Py_XDECREF(index);
    if (hint == NULL)
        return 0;
    PyErr_Format(PyExc_TypeError, "%s is %s", name, hint);
    return -1;
}

/* Whether an array hides some of its elements. The answer is the same for all
 * of a type, and few types are asked for. */
static bool
has_mask(struct state *state, PyObject *object)
{
    if (Py_TYPE(object) == state->plain)
        return false;
    PyObject *mask = PyObject_GetAttrString((PyObject *)Py_TYPE(object),
                                            "mask");
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

static int
take_masked(PyObject *object, const char *name, struct column *column)
{
    PyObject *list = PyObject_CallMethod(object, "tolist", NULL);
    if (list == NULL)
        return -1;
    const int status = take_values(list, name, column);
    Py_DECREF(list);
    column->copied = "a mask";
    return status;
}

int
column_take(struct state *state, PyObject *object, const char *name,
            struct column *column)
{
    int status;

    column->buffer.obj = NULL;
    column->copy = NULL;
    column->copied = NULL;
    if (!PyObject_CheckBuffer(object) || PyBytes_Check(object) ||
        PyByteArray_Check(object))
        status = refuse_other(object, name) < 0
                     ? -1 : take_values(object, name, column);
    else if (has_mask(state, object))
        status = take_masked(object, name, column);
    else if (PyObject_GetBuffer(object, &column->buffer, PyBUF_RECORDS_RO) < 0)
        return column->buffer.obj = NULL, -1;
    else if (column->buffer.format != NULL &&
             strcmp(column->buffer.format, "O") == 0)
        status = take_values(object, name, column);
    else
        status = take_buffer(state, name, column);
    if (status < 0)
        column_drop(column);
    return status;
}

int
column_take_writable(PyObject *object, struct column *column)
{
    column->copy = NULL;
    column->copied = NULL;
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
    const int64_t size = sizeof(double);
    const int64_t shape[2] = { b->shape[0], b->shape[b->ndim - 1] };
    const int64_t strides[2] = { b->strides[0] / size,
                                 b->strides[b->ndim - 1] / size };
    column->dimensions = b->ndim;
    set_view(column, b->buf, shape, strides);
    return 0;
}

void
column_drop(struct column *column)
{
    if (column->buffer.obj != NULL)
        PyBuffer_Release(&column->buffer);
    column->buffer.obj = NULL;
    PyMem_Free(column->copy);
    column->copy = NULL;
}

int64_t
column_count(const struct column *column)
{
    return column->dimensions == 1 ? 1 : column->many.count;
}

int64_t
column_length(const struct column *column)
{
    return column->dimensions == 1 ? column->one.length : column->many.length;
}

int64_t
column_elements(const struct column *column)
{
    return column_count(column) * column_length(column);
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
