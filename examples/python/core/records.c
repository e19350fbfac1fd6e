/* SPDX-License-Identifier: MIT */
/* Structs of numbers and words, as named tuples of the package. */
#include <string.h>

#include "core.h"

PyObject *
of_class(struct state *state, const char *name, PyObject *arguments)
{
    if (arguments == NULL)
        return NULL;
    PyObject *class = PyDict_GetItemString(state->classes, name);
    PyObject *object = class == NULL ? Py_NewRef(arguments)
                                     : PyObject_CallObject(class, arguments);
    Py_DECREF(arguments);
    return object;
}

static PyObject *
give_numbers(const int32_t *numbers, int count)
{
    PyObject *tuple = PyTuple_New(count);
    for (int i = 0; tuple != NULL && i < count; i++)
        if (PyTuple_SetItem(tuple, i, PyLong_FromLong(numbers[i])) < 0)
            Py_CLEAR(tuple);
    return tuple;
}

/* The words of which each is a bit: 1 << its number. */
static PyObject *
give_bits(struct state *state, int which, uint32_t bits)
{
    PyObject *list = PyList_New(0);

    for (int32_t i = 0; list != NULL && i < 32; i++) {
        if ((bits >> i & 1) == 0)
            continue;
        PyObject *word = word_of(state, which, i);
        if (word == NULL || PyList_Append(list, word) < 0)
            Py_CLEAR(list);
        Py_XDECREF(word);
    }
    PyObject *tuple = list == NULL ? NULL : PyList_AsTuple(list);
    Py_XDECREF(list);
    return tuple;
}

static PyObject *
give_member(struct state *state, const struct member *m, const char *at)
{
    switch (m->kind) {
    case M_NUMBER: return PyFloat_FromDouble(*(const double *)at);
    case M_I32: return PyLong_FromLong(*(const int32_t *)at);
    case M_FLAGS:
    case M_U32: return PyLong_FromUnsignedLong(*(const uint32_t *)at);
    case M_I64: return PyLong_FromLongLong(*(const int64_t *)at);
    case M_WORD: return word_of(state, m->which, *(const int32_t *)at);
    case M_CHARS: return PyUnicode_FromString(at);
    case M_RECORD: return record_give(state, m->which, at);
    case M_BITS: return give_bits(state, m->which, *(const uint32_t *)at);
    case M_I32S: return give_numbers((const int32_t *)at, m->which);
    }
    return NULL;
}

PyObject *
record_give(struct state *state, int which, const void *bytes)
{
    const struct record *record = &records[which];
    PyObject *tuple = PyTuple_New(record->count);

    for (int i = 0; tuple != NULL && i < record->count; i++) {
        const struct member *m = &record->members[i];
        PyObject *value = give_member(state, m,
                                      (const char *)bytes + m->offset);
        if (value == NULL || PyTuple_SetItem(tuple, i, value) < 0)
            Py_CLEAR(tuple);
    }
    return of_class(state, record->name, tuple);
}

int
take_integer(PyObject *value, int64_t low, int64_t high, int64_t *number)
{
    const long long given = PyLong_AsLongLong(value);
    if (given == -1 && PyErr_Occurred())
        return -1;
    if (given < low || given > high) {
        PyErr_Format(PyExc_OverflowError, "%R is too large", value);
        return -1;
    }
    *number = given;
    return 0;
}

static int
take_chars(const struct record *record, const struct member *m, PyObject *value,
           char *at)
{
    const char *text = text_of(value, m->name);
    if (text == NULL)
        return -1;
    const size_t size = strlen(text);
    if (size >= (size_t)m->which) {
        PyErr_Format(PyExc_ValueError, "%s of %s is %R; at most %d letters",
                     m->name, record->name, value, m->which - 1);
        return -1;
    }
    memset(at, 0, (size_t)m->which);
    memcpy(at, text, size);
    return 0;
}

static int
take_member(struct state *state, const struct record *record,
            const struct member *m, PyObject *value, char *at)
{
    int64_t number = 0;

    switch (m->kind) {
    case M_NUMBER:
        *(double *)at = PyFloat_AsDouble(value);
        return PyErr_Occurred() ? -1 : 0;
    case M_I32:
        if (take_integer(value, INT32_MIN, INT32_MAX, &number) < 0)
            return -1;
        *(int32_t *)at = (int32_t)number;
        return 0;
    case M_U32:
        if (take_integer(value, 0, UINT32_MAX, &number) < 0)
            return -1;
        *(uint32_t *)at = (uint32_t)number;
        return 0;
    case M_I64: return take_integer(value, INT64_MIN, INT64_MAX,
                                    (int64_t *)at);
    case M_FLAGS: return flags_value(state, m->which, value, (uint32_t *)at);
    case M_WORD: return word_value(state, m->which, value, (int32_t *)at);
    case M_CHARS: return take_chars(record, m, value, at);
    case M_RECORD: return record_take(state, m->which, value, at);
    case M_BITS:
    case M_I32S: break;
    }
    PyErr_Format(PyExc_TypeError, "%s of %s cannot be given", m->name,
                 record->name);
    return -1;
}

static const struct member *
member_of(const struct record *record, PyObject *key)
{
    if (PyUnicode_Check(key))
        for (int i = 0; i < record->count; i++)
            if (PyUnicode_CompareWithASCIIString(
                    key, record->members[i].name) == 0)
                return &record->members[i];
    PyErr_Format(PyExc_TypeError, "%R is no member of %s", key, record->name);
    return NULL;
}

/* A copy, since code that reads a number may change the original. */
static int
take_mapping(struct state *state, const struct record *record,
             PyObject *mapping, char *bytes)
{
    PyObject *copy = PyDict_New(), *key, *value;
    Py_ssize_t position = 0;
    int status = copy == NULL ? -1 : PyDict_Update(copy, mapping);

    while (status == 0 && PyDict_Next(copy, &position, &key, &value)) {
        const struct member *m = member_of(record, key);
        status = m == NULL ? -1 : take_member(state, record, m, value,
                                              bytes + m->offset);
    }
    Py_XDECREF(copy);
    return status;
}

int
record_take(struct state *state, int which, PyObject *object, void *bytes)
{
    const struct record *record = &records[which];

    memcpy(bytes, record->init, record->size);
    if (has_keys(object))
        return take_mapping(state, record, object, bytes);
    for (int i = 0; i < record->count; i++) {
        const struct member *m = &record->members[i];
        PyObject *value = attribute_of(object, m->name);
        if (value == NULL)
            return -1;
        const int status = take_member(state, record, m, value,
                                       (char *)bytes + m->offset);
        Py_DECREF(value);
        if (status < 0)
            return -1;
    }
    return 0;
}
