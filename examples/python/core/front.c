/* SPDX-License-Identifier: MIT */
/* A function of Python in front of one of the library: what says no more than
 * the latter takes goes there at once, the rest to the former, which has the
 * manual, too. */
#include <string.h>

#include "core.h"

static const struct function *
function_of(const char *name)
{
    for (int i = 0; i < function_count; i++)
        if (strcmp(functions[i].name, name) == 0)
            return &functions[i];
    return NULL;
}

/* Where a name stands among the parameters, options left out; -1 if nowhere. */
static int
place_of(const struct function *f, PyObject *name)
{
    for (int i = 0; i < f->count && f->parameters[i].shape <= PANEL_OUT; i++)
        if (f->parameters[i].shape != RECORD &&
            PyUnicode_CompareWithASCIIString(name, f->parameters[i].name) == 0)
            return i;
    return -1;
}

/* Words are texts and numbers are numbers here; all else is looked at there. */
static bool
is_plain(const struct parameter *p, PyObject *value)
{
    return p->shape == WORD ? PyUnicode_CheckExact(value)
         : p->shape == INTEGER64 || p->shape == INTEGER32
           ? PyLong_CheckExact(value) : true;
}

/* The arguments in the order of the library's function; false if they say
 * anything else. */
static bool
arrange(const struct front *front, PyObject *const *arguments,
        Py_ssize_t count, PyObject *names, PyObject **given)
{
    const struct function *f = front->function;
    const Py_ssize_t named = names == NULL ? 0 : PyTuple_Size(names);

    if (count > front->positional)
        return false;
    for (int i = 0; i < front->arguments; i++)
        given[i] = i < count ? arguments[i] : NULL;
    for (Py_ssize_t k = 0; k < named; k++) {
        const int i = place_of(f, PyTuple_GetItem(names, k));
        if (i < 0 || given[i] != NULL)
            return false;
        given[i] = arguments[count + k];
    }
    for (int i = 0; i < front->arguments; i++) {
        if (given[i] == NULL)
            given[i] = front->defaults[i];
        if (given[i] == NULL ||
            (i < front->positional && !is_plain(&f->parameters[i], given[i])))
            return false;
    }
    return true;
}

static PyObject *
call_behind(PyObject *function, PyObject *const *arguments, Py_ssize_t count,
            PyObject *names)
{
    const Py_ssize_t named = names == NULL ? 0 : PyTuple_Size(names);
    PyObject *tuple = PyTuple_New(count), *dict = PyDict_New();
    PyObject *result = NULL;
    int status = tuple == NULL || dict == NULL ? -1 : 0;

    for (Py_ssize_t i = 0; status == 0 && i < count; i++)
        status = PyTuple_SetItem(tuple, i, Py_NewRef(arguments[i]));
    for (Py_ssize_t i = 0; status == 0 && i < named; i++)
        status = PyDict_SetItem(dict, PyTuple_GetItem(names, i),
                                arguments[count + i]);
    if (status == 0)
        result = PyObject_Call(function, tuple, dict);
    Py_XDECREF(tuple);
    Py_XDECREF(dict);
    return result;
}

static PyObject *
call_front(PyObject *module, PyObject *const *arguments, Py_ssize_t count,
           PyObject *names)
{
    const struct front *front = state_of(module)->front;
    PyObject *given[PARAMETERS];

    if (front->behind == NULL) {
        PyErr_SetString(PyExc_RuntimeError, "the module is gone");
        return NULL;
    }
    if (!arrange(front, arguments, count, names, given))
        return call_behind(front->behind, arguments, count, names);
    return call(module, (int)(front->function - functions), given,
                front->arguments, NULL);
}

void
front_drop(struct front *front)
{
    if (front == NULL)
        return;
    Py_XDECREF(front->behind);
    Py_XDECREF(front->known);
    Py_XDECREF(front->text);
    PyMem_Free(front);
}

/* Values of the last of the positional parameters; the others may be left out
 * or, of x, have to be said. */
static int
set_defaults(struct front *front)
{
    const struct function *f = front->function;
    const int known = (int)PyTuple_Size(front->known);

    if (known < 0)
        return -1;
    while (front->positional < f->count &&
           f->parameters[front->positional].shape != RECORD)
        front->positional++;
    for (int i = 0; i < f->count && f->parameters[i].shape <= PANEL_OUT; i++) {
        const int k = i - (front->positional - known);
        front->defaults[i] = i >= front->positional ? Py_None
            : k >= 0 ? PyTuple_GetItem(front->known, k) : NULL;
        front->arguments = i + 1;
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* _front(function, text): the text is the signature and the manual, as a
 * function of C has them. */
PyObject *
front_make(PyObject *self, PyObject *arguments)
{
    struct state *state = state_of(self);
    PyObject *behind, *text;

    if (!PyArg_ParseTuple(arguments, "OS", &behind, &text))
        return NULL;
    if (state->front != NULL) {
        PyErr_SetString(PyExc_ValueError, "one function is in front");
        return NULL;
    }
    PyObject *known = attribute_of(behind, "__defaults__");
    if (known == NULL)
        return NULL;
    PyObject *module = attribute_of(behind, "__module__");
    struct front *front = module == NULL ? NULL
        : PyMem_Calloc(1, sizeof(*front));
    if (front == NULL) {
        Py_DECREF(known);
        Py_XDECREF(module);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    state->front = front;
    front->function = function_of("growth_series");
    front->behind = Py_NewRef(behind);
    front->text = Py_NewRef(text);
    front->known = known;
    front->method = (PyMethodDef){
        "growth", (PyCFunction)(void (*)(void))call_front,
        METH_FASTCALL | METH_KEYWORDS, PyBytes_AsString(text) };
    PyObject *made = set_defaults(front) < 0 ? NULL
        : PyCFunction_NewEx(&front->method, self, module);
    Py_DECREF(module);
    if (made == NULL) {
        state->front = NULL;
        front_drop(front);
    }
    return made;
}
