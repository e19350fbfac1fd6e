/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "core.h"

PyObject *
attribute_of(PyObject *object, const char *name)
{
    PyObject *word = PyUnicode_InternFromString(name);
    PyObject *value = word == NULL ? NULL : PyObject_GetAttr(object, word);
    Py_XDECREF(word);
    return value;
}

bool
has_keys(PyObject *object)
{
    if (PyDict_Check(object))
        return true;
    PyObject *keys = attribute_of(object, "keys");
    PyErr_Clear();
    Py_XDECREF(keys);
    return keys != NULL;
}

const char *
text_of(PyObject *object, const char *name)
{
    Py_ssize_t size;

    if (!PyUnicode_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s is %R, no text", name, object);
        return NULL;
    }
    const char *text = PyUnicode_AsUTF8AndSize(object, &size);
    if (text == NULL || strlen(text) == (size_t)size)
        return text;
    PyErr_Format(PyExc_ValueError, "%s has a null in it", name);
    return NULL;
}

/* Two dictionaries of each enumeration. */
int
make_words(struct state *state)
{
    state->words = PyMem_Calloc(2 * (size_t)enumeration_count,
                                sizeof(*state->words));
    if (state->words == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (int e = 0; e < enumeration_count; e++) {
        PyObject *values = state->words[2 * e] = PyDict_New();
        PyObject *words = state->words[2 * e + 1] = PyDict_New();
        if (values == NULL || words == NULL)
            return -1;
        for (int i = 0; i < enumerations[e].count; i++) {
            PyObject *word = PyUnicode_InternFromString(
                enumerations[e].constants[i].word);
            PyObject *value = PyLong_FromLong(
                enumerations[e].constants[i].value);
            const int status = word == NULL || value == NULL ? -1
                : PyDict_SetItem(values, word, value) |
                  PyDict_SetItem(words, value, word);
            Py_XDECREF(word);
            Py_XDECREF(value);
            if (status < 0)
                return -1;
        }
    }
    return 0;
}

/* Where a word stands for an anchor, by the months' and the weekdays' names. */
static const char anchors[] = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
static const char weekdays[] = "MONTUEWEDTHUFRISATSUN";

static int32_t
anchor_of(const char *text, const char *names)
{
    for (int32_t i = 0; names[3 * i] != 0; i++)
        if (strlen(text) == 3 && memcmp(names + 3 * i, text, 3) == 0)
            return i + 1;
    return 0;
}

/* The frequency of a word such as "A", "Q-FEB", "W-WED"; -1 if it is none. */
static int32_t
frequency_of(const char *text)
{
    static const struct { char letter; int32_t usual, family; } rows[] = {
        { 'A', DT_SERIES_FREQ_YEAR, DT_SERIES_FREQ_YEAR_BASE },
        { 'S', DT_SERIES_FREQ_HALF, DT_SERIES_FREQ_HALF_BASE },
        { 'Q', DT_SERIES_FREQ_QUARTER, DT_SERIES_FREQ_QUARTER_BASE },
        { 'M', DT_SERIES_FREQ_MONTH, 0 },
        { 'W', DT_SERIES_FREQ_WEEK, DT_SERIES_FREQ_WEEK_BASE },
        { 'B', DT_SERIES_FREQ_BUSINESS_DAY, 0 },
        { 'D', DT_SERIES_FREQ_DAY, 0 },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (text[0] != rows[i].letter)
            continue;
        if (text[1] == 0)
            return rows[i].usual;
        const int32_t anchor = text[1] != '-' || rows[i].family == 0 ? 0
            : anchor_of(text + 2, text[0] == 'W' ? weekdays : anchors);
        return anchor == 0 ? -1 : dt_series_frequency(rows[i].family, anchor);
    }
    return text[0] == 0 ? DT_SERIES_FREQ_UNDATED : -1;
}

PyObject *
frequency_word(int32_t frequency)
{
    static const char letters[] = "ASQ\0W";
    const int32_t family = frequency / 100, anchor = frequency % 100;

    switch (frequency) {
    case DT_SERIES_FREQ_UNDATED: return PyUnicode_FromString("");
    case DT_SERIES_FREQ_YEAR: return PyUnicode_FromString("A");
    case DT_SERIES_FREQ_HALF: return PyUnicode_FromString("S");
    case DT_SERIES_FREQ_QUARTER: return PyUnicode_FromString("Q");
    case DT_SERIES_FREQ_MONTH: return PyUnicode_FromString("M");
    case DT_SERIES_FREQ_WEEK: return PyUnicode_FromString("W");
    case DT_SERIES_FREQ_BUSINESS_DAY: return PyUnicode_FromString("B");
    case DT_SERIES_FREQ_DAY: return PyUnicode_FromString("D");
    default: break;
    }
    if (family < 1 || family > 5 || anchor < 1 || anchor > 12)
        return PyUnicode_FromFormat("%d", (int)frequency);
    return PyUnicode_FromFormat("%c-%.3s", letters[family - 1],
                                (family == 5 ? weekdays : anchors) +
                                3 * (anchor - 1));
}

static int
no_word(struct state *state, int which, PyObject *word)
{
    PyObject *all = PyDict_Keys(state->words[2 * which]);
    PyObject *separator = PyUnicode_FromString(", ");
    PyObject *text = all == NULL || separator == NULL
                         ? NULL : PyUnicode_Join(separator, all);
    if (text != NULL && which == frequencies)
        refuse(state, DT_E_FREQUENCY, -1, "freq is \"%s\"; A S Q M W B D, or "
               "with an anchor, A-JUN, Q-FEB, W-WED",
               PyUnicode_AsUTF8AndSize(word, NULL));
    else if (text != NULL)
        refuse(state, DT_E_KIND, -1, "\"%s\" is none of %s",
               PyUnicode_AsUTF8AndSize(word, NULL),
               PyUnicode_AsUTF8AndSize(text, NULL));
    Py_XDECREF(all);
    Py_XDECREF(separator);
    Py_XDECREF(text);
    return -1;
}

int
word_value(struct state *state, int which, PyObject *word, int32_t *value)
{
    if (!PyUnicode_Check(word)) {
        const long number = PyLong_AsLong(word);
        if (number == -1 && PyErr_Occurred())
            return -1;
        *value = number < INT32_MIN || number > INT32_MAX ? INT32_MIN
                                                          : (int32_t)number;
        return 0;
    }
    PyObject *found = PyDict_GetItemWithError(state->words[2 * which], word);
    if (found != NULL) {
        *value = (int32_t)PyLong_AsLong(found);
        return 0;
    }
    const char *text = PyErr_Occurred() ? NULL : text_of(word, "a word");
    if (text == NULL)
        return -1;
    *value = which == frequencies ? frequency_of(text) : -1;
    return *value >= 0 ? 0 : no_word(state, which, word);
}

int
flags_value(struct state *state, int which, PyObject *words, uint32_t *bits)
{
    *bits = 0;
    if (PyLong_Check(words)) {
        const unsigned long number = PyLong_AsUnsignedLong(words);
        if (PyErr_Occurred())
            return -1;
        *bits = number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
        return 0;
    }
    PyObject *list = PyUnicode_Check(words) ? Py_BuildValue("[O]", words)
                                            : PySequence_List(words);
    if (list == NULL)
        return -1;
    for (Py_ssize_t i = 0; i < PyList_Size(list); i++) {
        int32_t bit;
        if (word_value(state, which, PyList_GetItem(list, i), &bit) < 0) {
            Py_DECREF(list);
            return -1;
        }
        *bits |= (uint32_t)bit;
    }
    Py_DECREF(list);
    return 0;
}

PyObject *
word_of(struct state *state, int which, int32_t value)
{
    if (which == frequencies)
        return frequency_word(value);
    PyObject *number = PyLong_FromLong(value);
    if (number == NULL)
        return NULL;
    PyObject *word = PyDict_GetItemWithError(state->words[2 * which + 1],
                                             number);
    if (word == NULL)
        return PyErr_Occurred() ? NULL : number;
    Py_DECREF(number);
    return Py_NewRef(word);
}
