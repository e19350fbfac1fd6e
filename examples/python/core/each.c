/* Functions of numbers, of arrays: each element by itself, and a number for all
 * of them. */
#include <math.h>

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
    operand->column.buffer.obj = NULL;
    operand->column.copy = NULL;
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

static double
element(const struct operand *operand, int64_t j, int64_t i)
{
    const struct column *c = operand->view;
    if (c == NULL)
        return operand->number;
    if (c->dimensions == 1)
        return dt_series_is_missing(&c->one, i) ? NAN
                                                : dt_series_at(&c->one, i);
    const struct dt_series_panel *p = &c->many;
    const int64_t bit = p->validity_offset + j * p->validity_series_stride + i;
    if (p->validity != NULL && (p->validity[bit / 8] >> bit % 8 & 1) == 0)
        return NAN;
    return p->values[j * p->series_stride + i * p->stride];
}

/* Whether two columns belong to the same periods: nothing goes by row. */
static bool
has_periods_of(const struct column *a, const struct column *b)
{
    return column_frequency(a) == column_frequency(b) &&
           column_start(a) == column_start(b);
}

/* Arrays of one shape and of the same periods. */
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
        if (c->dimensions != first->dimensions ||
            column_length(c) != column_length(first) ||
            column_count(c) != column_count(first))
            return refuse(state, DT_E_LENGTH, -1, "%s: %s has %lld elements, "
                          "another argument %lld", f->name, name,
                          (long long)column_elements(c),
                          (long long)column_elements(first));
        if (column_frequency(c) == 0)
            continue;
        dated = dated == NULL ? c : dated;
        if (!has_periods_of(dated, c))
            return refuse(state, DT_E_MIXED, -1, "%s: %s has other periods "
                          "than another argument; align() cuts two series to "
                          "those of both", f->name, name);
    }
    return first;
}

static void
compute_each(const struct function *f, const struct operand *operands,
             const struct column *like, double *to)
{
    union value values[PARAMETERS], result;

    for (int64_t j = 0; j < column_count(like); j++)
        for (int64_t i = 0; i < column_length(like); i++) {
            for (int k = 0; k < f->count; k++)
                values[k].number = element(&operands[k], j, i);
            f->run(values, &result);
            *to++ = result.number;
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
    const struct column *like = taken < f->count
        ? NULL : common_shape(state, f, operands);
    if (like != NULL)
        made = result_new(state, like, column_start(like), column_length(like),
                          NULL);
    if (made != NULL) {
        made->why = NULL;
        made->summaries = NULL;
        compute_each(f, operands, like, (double *)(
            made->column.dimensions == 1 ? made->column.one.values
                                         : made->column.many.values));
    }
    for (int i = 0; i < taken; i++)
        column_drop(&operands[i].column);
    return (PyObject *)made;
}
