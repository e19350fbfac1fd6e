/* SPDX-License-Identifier: MIT */
/* Functions of numbers, of arrays: each element by itself, and a number for all
 * of them. */
#include <math.h>
#include <string.h>

#include "core.h"

/* Whether an object has many numbers: an array without dimensions is one. */
static bool
is_many(PyObject *object)
{
    if (PyFloat_Check(object) || PyLong_Check(object) ||
        PyUnicode_Check(object))
        return false;
    if (!PyObject_CheckBuffer(object))
        return PySequence_Check(object);
    PyObject *dimensions = attribute_of(object, "ndim");
    const long n = dimensions == NULL ? 1 : PyLong_AsLong(dimensions);
    PyErr_Clear();
    Py_XDECREF(dimensions);
    return n != 0;
}

bool
is_of_each(const struct function *f, PyObject *const *given)
{
    bool some = false;

    if (f->gives != GIVES_NUMBER || f->parameters[0].shape != NUMBER)
        return false;
    for (int i = 0; i < f->count; i++)
        some |= is_many(given[i]);
    return some;
}

/* An argument: a column, or one number. */
struct operand {
    struct column column;
    const struct column *view;
    double number;
};

static int
take_operand(struct state *state, const char *name, PyObject *object,
             struct operand *operand)
{
    operand->view = NULL;
    operand->number = NAN;
    column_clear(&operand->column);
    if (is_frame(state, object)) {
        operand->view = &((struct frame *)object)->column;
        return 0;
    }
    if (!is_many(object)) {
        operand->number = PyFloat_AsDouble(object);
        return operand->number == -1 && PyErr_Occurred() ? -1 : 0;
    }
    if (column_take(state, object, name, &operand->column) < 0)
        return -1;
    operand->view = &operand->column;
    return 0;
}

/* Whether two parameters are of one unit: levels are, and rates. */
static bool
is_rate(const char *name)
{
    return strncmp(name, "rate", 4) == 0 || strcmp(name, "other") == 0 ||
           strcmp(name, "log_growth") == 0;
}

static int
check_units(struct state *state, const struct function *f,
            const struct operand *operands)
{
    struct dt_error error;

    for (int i = 0; i < f->count; i++)
        for (int k = 0; k < i; k++) {
            const char *a = f->parameters[k].name, *b = f->parameters[i].name;
            if (operands[i].view == NULL || operands[k].view == NULL ||
                is_rate(a) != is_rate(b) || strcmp(b, "periods") == 0)
                continue;
            if (dt_series_unit_check(column_unit(operands[k].view),
                                     column_unit(operands[i].view),
                                     &error) < 0)
                return fail(state, &error), -1;
        }
    return 0;
}

/* Arrays of one shape and of the same periods: nothing goes by row. */
static const struct column *
common_shape(struct state *state, const struct function *f,
             const struct operand *operands)
{
    const struct column *first = NULL, *dated = NULL;

    for (int i = 0; i < f->count; i++) {
        const struct column *c = operands[i].view;
        const char *name = f->parameters[i].name;
        if (c == NULL)
            continue;
        first = first == NULL ? c : first;
        if (!column_is_shaped_as(c, first))
            return refuse(state, DT_E_LENGTH, -1, "%s: %s has %lld elements, "
                          "another argument %lld", f->name, name,
                          (long long)column_elements(c),
                          (long long)column_elements(first));
        if (column_frequency(c) == 0)
            continue;
        dated = dated == NULL ? c : dated;
        if (!column_has_periods_of(dated, c))
            return refuse(state, DT_E_MIXED, -1, "%s: %s has other periods "
                          "than another argument; align() cuts two series to "
                          "those of both", f->name, name);
    }
    return dated != NULL ? dated : first;
}

/* Why an element is undefined: something is missing, or has no such growth. */
static uint8_t
reason(const struct function *f, const union value *values, double result)
{
    if (!isnan(result))
        return DT_SERIES_WHY_DEFINED;
    for (int k = 0; k < f->count; k++)
        if (isnan(values[k].number))
            return DT_SERIES_WHY_VALUE_MISSING;
    return DT_SERIES_WHY_DOMAIN;
}

static void
compute_each(const struct function *f, const struct operand *operands,
             const struct column *like, double *to, uint8_t *why)
{
    union value values[PARAMETERS], result;
    struct dt_series rows[PARAMETERS];

    for (int k = 0; k < f->count; k++)
        values[k].number = operands[k].number;
    for (int64_t j = 0; j < column_count(like); j++) {
        for (int k = 0; k < f->count; k++)
            if (operands[k].view != NULL)
                rows[k] = column_row(operands[k].view, j);
        const int64_t length = column_row(like, j).length;
        for (int64_t i = 0; i < length; i++) {
            for (int k = 0; k < f->count; k++)
                if (operands[k].view != NULL)
                    values[k].number = dt_series_is_missing(&rows[k], i)
                        ? NAN : dt_series_at(&rows[k], i);
            f->run(values, &result);
            *why++ = reason(f, values, result.number);
            *to++ = result.number;
        }
    }
}

static void
fill(const struct function *f, const struct operand *operands,
     const struct column *like, struct frame *made)
{
    static const struct dt_series_unit none = DT_SERIES_UNIT_INIT;
    const bool one = made->column.dimensions == 1;
    double *to = (double *)(one ? made->column.one.values
                                : made->column.many.values);

    if (column_elements(like) >= LONG_ENOUGH) {
        PyThreadState *thread = PyEval_SaveThread();
        compute_each(f, operands, like, to, made->why);
        PyEval_RestoreThread(thread);
    } else {
        compute_each(f, operands, like, to, made->why);
    }
    for (int64_t j = 0; j < column_count(like); j++) {
        made->summaries[j] = (struct dt_series_summary){ .periods = NAN,
                                                         .unit = none };
        summarize(&made->summaries[j], made->why + column_first(like, j),
                  column_row(like, j).length);
    }
}

PyObject *
call_each(struct state *state, const struct function *f,
          PyObject *const *given)
{
    struct operand operands[PARAMETERS];
    struct frame *made = NULL;
    int taken = 0;

    while (taken < f->count &&
           take_operand(state, f->parameters[taken].name, given[taken],
                        &operands[taken]) == 0)
        taken++;
    const struct column *like = taken < f->count ||
        check_units(state, f, operands) < 0
            ? NULL : common_shape(state, f, operands);
    if (like != NULL)
        made = result_new(state, like, column_start(like), column_length(like),
                          NULL);
    if (made != NULL)
        fill(f, operands, like, made);
    for (int i = 0; i < taken; i++)
        column_drop(&operands[i].column);
    return (PyObject *)made;
}
