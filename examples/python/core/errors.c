/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core.h"

/* The names of classes under which the package registers exceptions. */
static const char *
class_name(int32_t status)
{
    switch (dt_status_class(status)) {
    case DT_STATUS_CLASS_UNIT: return "UnitError";
    case DT_STATUS_CLASS_PERIOD: return "PeriodError";
    case DT_STATUS_CLASS_TEXT: return "TextError";
    case DT_STATUS_CLASS_RANGE: return "RangeError";
    default: return "ArgumentError";
    }
}

void *
fail(struct state *state, const struct dt_error *error)
{
    PyObject *class = PyDict_GetItemString(state->classes,
                                           class_name(error->code));
    if (class == NULL) {
        PyErr_SetString(PyExc_ValueError, error->message);
        return NULL;
    }
    /* It may end in half a letter. */
    PyObject *message = PyUnicode_DecodeUTF8(
        error->message, (Py_ssize_t)strlen(error->message), "ignore");
    PyObject *exception = message == NULL ? NULL : PyObject_CallFunction(
        class, "OsL", message, dt_status_name(error->code),
        (long long)error->index);
    Py_XDECREF(message);
    if (exception != NULL) {
        PyErr_SetObject(class, exception);
        Py_DECREF(exception);
    }
    return NULL;
}

void *
refuse(struct state *state, int32_t status, int64_t index, const char *format,
       ...)
{
    struct dt_error error = { .code = status, .index = index };
    va_list list;

    va_start(list, format);
    (void)vsnprintf(error.message, sizeof(error.message), format, list);
    va_end(list);
    return fail(state, &error);
}
