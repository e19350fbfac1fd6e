/* SPDX-License-Identifier: MIT */
/* Panels of which each series has a start and a length of its own. */
#include <string.h>

#include "core.h"

/* Room for offsets, of which there is one more, and for starts behind them. */
static int64_t *
new_memory(int64_t count)
{
    return PyMem_Malloc((2 * (size_t)count + 1) * sizeof(int64_t));
}

int
spans_set(struct column *column, const double *values, int64_t stride,
          const struct dt_series_panel *like)
{
    const int64_t count = like->count;
    int64_t *offsets = new_memory(count);

    if (offsets == NULL)
        return PyErr_NoMemory(), -1;
    int64_t *starts = offsets + count + 1;
    memcpy(offsets, like->offsets, (size_t)(count + 1) * sizeof(int64_t));
    memcpy(starts, like->starts, (size_t)count * sizeof(int64_t));
    column->spans = offsets;
    column->dimensions = 2;
    column->many = (struct dt_series_panel)DT_SERIES_PANEL_SPANS(
        values, count, offsets, starts, like->frequency);
    column->many.stride = stride;
    return 0;
}

/* Whole numbers of a list; of their own type, whose reading runs no code. */
static int
take_numbers(PyObject *list, int64_t *to)
{
    const Py_ssize_t n = PyList_Size(list);

    for (Py_ssize_t i = 0; i < n; i++) {
        PyObject *item = PyList_GetItem(list, i);
        if (!PyLong_CheckExact(item)) {
            PyErr_SetString(PyExc_TypeError, "lengths and starts are whole "
                            "numbers");
            return -1;
        }
        if (take_integer(item, INT64_MIN, INT64_MAX, &to[i]) < 0)
            return -1;
    }
    return 0;
}

/* Lengths become offsets, in place. */
static int
add_up(struct state *state, int64_t *offsets, int64_t count, int64_t length)
{
    int64_t next = 0;

    for (int64_t j = 0; j < count; j++) {
        const int64_t n = offsets[j];
        offsets[j] = next;
        if (n < 0 || n > length - next)
            return refuse(state, DT_E_LENGTH, j, "lengths[%lld] is %lld; there "
                          "are %lld values", (long long)j, (long long)n,
                          (long long)length), -1;
        next += n;
    }
    offsets[count] = next;
    if (next == length)
        return 0;
    refuse(state, DT_E_LENGTH, -1, "there are %lld values, and the lengths add "
           "up to %lld", (long long)length, (long long)next);
    return -1;
}

/* A column of numbers as spans. */
static int
cut(struct state *state, struct column *column, PyObject *lengths,
    PyObject *starts)
{
    const Py_ssize_t count = PyList_Size(lengths);
    const struct dt_series one = column->one;

    if (column->dimensions != 1 || PyList_Size(starts) != count)
        return refuse(state, DT_E_LENGTH, -1, "a length and a start of each "
                      "series, of numbers in one dimension"), -1;
    int64_t *offsets = new_memory(count);
    if (offsets == NULL)
        return PyErr_NoMemory(), -1;
    int64_t *first = offsets + count + 1;
    column->spans = offsets;
    if (take_numbers(lengths, offsets) < 0 || take_numbers(starts, first) < 0 ||
        add_up(state, offsets, count, one.length) < 0)
        return -1;
    column->dimensions = 2;
    column->many = (struct dt_series_panel)DT_SERIES_PANEL_SPANS(
        one.values, count, offsets, first, 0);
    column->many.stride = one.stride;
    column->many.validity = one.validity;
    column->many.validity_offset = one.validity_offset;
    return 0;
}

PyObject *
panel_spans(PyObject *module, PyObject *arguments)
{
    struct state *state = state_of(module);
    struct column column;
    PyObject *values, *lengths, *starts, *frequency, *unit;
    long long flags;
    int32_t code;

    if (!PyArg_ParseTuple(arguments, "OO!O!OOL", &values, &PyList_Type,
                          &lengths, &PyList_Type, &starts, &frequency, &unit,
                          &flags))
        return NULL;
    if (word_value(state, frequencies, frequency, &code) < 0 ||
        column_take(state, values, "values", &column) < 0)
        return NULL;
    if (cut(state, &column, lengths, starts) < 0) {
        column_drop(&column);
        return NULL;
    }
    return frame_finish(state, &column, unit, code, 0, flags);
}
