/* SPDX-License-Identifier: MIT */
/* The module dtgrowth.c: the C library as Python calls it. Arguments come in as
 * columns (numbers in memory) and records (structs), results go out the same
 * way; what a function takes and gives stands in a table that is made of
 * api.json. */
#ifndef DTGROWTH_PYTHON_CORE_H
#define DTGROWTH_PYTHON_CORE_H

#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#  define Py_LIMITED_API 0x030b0000
#endif
#include <Python.h>

#include <stdbool.h>

#include "dtgrowth.h"

/* What the module holds: no global variable does. */
enum type { SERIES, PANEL, RESULT, PANEL_RESULT, FRAME, SUM, TYPES };

struct state {
    PyTypeObject *types[TYPES];
    PyObject *classes; /* Of records, periods and errors, by name: the package
                          fills it. */
    PyObject **words;  /* Of each enumeration: from words to numbers, and from
                          numbers to words. */
    struct front *front; /* What Python calls instead of a function. */
    PyTypeObject *plain; /* A type of buffers that was seen to have no mask. */
};

extern struct PyModuleDef core_module;
struct state *state_of(PyObject *module);

/* ------------------------------------------------------------------------ */
/* interface.c, which is made of api.json */

/* Of what shape a parameter is. Below the line they come from other ones. */
enum shape {
    NUMBER, INTEGER32, UNSIGNED32, INTEGER64, WORD, FLAGS, PERIOD, INDEX, TEXT,
    ONE_SERIES, ONE_PANEL, RECORD, RECORDS, NUMBERS, BYTES, A_SUM,
    OUT, PANEL_OUT,
    /* --- */
    COUNT_OF, SIZE_OF_RECORD, OUT_RECORD, OUT_RECORDS, OUT_INTEGER32,
    OUT_INTEGER64, OUT_WORD, OUT_NUMBER, OUT_TEXT, OUT_BYTES, OUT_SERIES,
    CAPACITY, NEEDED, WORK, ERROR
};

struct parameter {
    const char *name;
    enum shape shape;
    int which; /* An enumeration or a record. */
    bool optional;
};

enum { PARAMETERS = 9 };

union value {
    double number;
    int32_t i32;
    uint32_t u32;
    int64_t i64;
    void *pointer;
};

struct function {
    const char *name;
    struct parameter parameters[PARAMETERS];
    int count;
    enum { GIVES_STATUS, GIVES_NUMBER, GIVES_INTEGER, GIVES_LONG,
           GIVES_TEXT } gives;
    int twin;     /* The function of panels, or -1. */
    int in_place; /* A bit for each parameter that the output may be. */
    bool spans;   /* The result spans both series. */
    void (*run)(union value *values, union value *result);
};

extern const struct function functions[];
extern const int function_count;

struct member {
    const char *name;
    enum { M_NUMBER, M_I32, M_U32, M_I64, M_WORD, M_CHARS, M_RECORD, M_I32S,
           M_FLAGS, M_BITS } kind;
    size_t offset;
    int which; /* An enumeration, a record, or how many. */
};

struct record {
    const char *name;
    size_t size;
    const struct member *members;
    int count;
    const void *init; /* What it is if nothing is said. */
};

extern const struct record records[];

struct word {
    const char *word;
    int32_t value;
};

struct enumeration {
    const char *name;
    int count;
    const struct word *constants;
};

extern const struct enumeration enumerations[];
extern const int enumeration_count;
extern const int frequencies, whys; /* Which they are. */
extern const int unit_record, summary_record, figure_record;

extern PyMethodDef core_methods[];

/* ------------------------------------------------------------------------ */
/* errors.c */

/* A failure of the library as an exception; returns null. */
void *fail(struct state *state, const struct dt_error *error);

/* One of the module itself. */
void *refuse(struct state *state, int32_t status, int64_t index,
             const char *format, ...);

/* ------------------------------------------------------------------------ */
/* words.c */

int make_words(struct state *state);

/* By the name that Python itself knows: it remembers where it found a name by
 * its address, and would keep each new one. */
PyObject *attribute_of(PyObject *object, const char *name);

/* Whether an object is a dictionary, or like one. */
bool has_keys(PyObject *object);

/* The text of an object, without a null in it; null and an exception. */
const char *text_of(PyObject *object, const char *name);

/* Numbers of words, frequencies among them ("Q", "A-JUN"); -1 and an
 * exception. */
int word_value(struct state *state, int which, PyObject *word, int32_t *value);
int flags_value(struct state *state, int which, PyObject *words,
                uint32_t *bits);

/* A new reference to a word; the number where there is none. */
PyObject *word_of(struct state *state, int which, int32_t value);

/* "Q-FEB" of a frequency. */
PyObject *frequency_word(int32_t frequency);

/* ------------------------------------------------------------------------ */
/* column.c */

/* Numbers in memory: of somebody else, or a copy. */
struct column {
    int dimensions; /* One: a series; two: a panel, of spans if it has
                       offsets. */
    union {
        struct dt_series one;
        struct dt_series_panel many;
    };
    Py_buffer buffer;   /* Of somebody else, unless `obj` is null. */
    void *copy;
    void *spans; /* Their offsets and starts, if they are in no copy. */
    const char *copied; /* Why, or null. */
};

/* Nothing yet, which column_drop() drops. */
void column_clear(struct column *column);
int column_take(struct state *state, PyObject *object, const char *name,
                struct column *column);
void column_drop(struct column *column);

/* A writable one, of doubles that the library can step over. */
int column_take_writable(struct state *state, PyObject *object,
                         struct column *column);

/* Whether so many items are no size of memory. */
bool is_too_large(int64_t count, int64_t length, size_t size);

/* Where a column lies, and what the next one is. The length of spans is that of
 * all of them. */
bool column_has_spans(const struct column *column);
int64_t column_count(const struct column *column);
int64_t column_length(const struct column *column);
int64_t column_first(const struct column *column, int64_t j);
bool column_is_shaped_as(const struct column *a, const struct column *b);
bool column_has_periods_of(const struct column *a, const struct column *b);
int64_t column_elements(const struct column *column);
int32_t column_frequency(const struct column *column);
int64_t column_start(const struct column *column);
struct dt_series column_row(const struct column *column, int64_t j);
const struct dt_series_unit *column_unit(const struct column *column);
void column_extent(const struct column *column, const char **from,
                   const char **to);

/* ------------------------------------------------------------------------ */
/* spans.c */

/* Numbers that lie one after the other as the spans of another column. */
int spans_set(struct column *column, const double *values, int64_t stride,
              const struct dt_series_panel *like);
PyObject *panel_spans(PyObject *module, PyObject *arguments);

/* ------------------------------------------------------------------------ */
/* frame.c */

/* A series or a panel as an object; a result has reasons and summaries, too. */
struct frame {
    PyObject_HEAD
    struct state *state;
    struct column column;
    PyObject *parent; /* Whose memory it looks at. */
    uint8_t *why;
    struct dt_series_summary *summaries;
    Py_ssize_t shape[2], strides[2];
};

/* Shorter inputs are done before another thread would have taken over. */
enum { LONG_ENOUGH = 4096 };

int make_types(PyObject *module, struct state *state);
bool is_frame(struct state *state, PyObject *object);
struct frame *frame_new(struct state *state, enum type type);

/* A series or a panel of numbers that were taken; drops them if it fails. */
PyObject *frame_finish(struct state *state, struct column *column,
                       PyObject *unit, int32_t frequency, int64_t start,
                       int64_t flags);

/* A series in the memory of another one. */
PyObject *frame_part(struct state *state, PyObject *parent,
                     const struct dt_series *part);

/* A result, of as many elements as `like` or `length`, in memory of its own or
 * in that of `out`. */
struct frame *result_new(struct state *state, const struct column *like,
                         int64_t start, int64_t length, PyObject *out);

/* Counts reasons. */
void summarize(struct dt_series_summary *summary, const uint8_t *why,
               int64_t n);

/* After a call that succeeded: its unit. */
void result_done(struct frame *self);

extern PyMethodDef frame_functions[];

struct sum {
    PyObject_HEAD
    struct dt_series_sum sum;
};

/* ------------------------------------------------------------------------ */
/* records.c */

/* More than the largest record, which interface.c asserts. */
enum { RECORD_ROOM = 512 };

/* A whole number between two. */
int take_integer(PyObject *object, int64_t low, int64_t high, int64_t *number);

int record_take(struct state *state, int which, PyObject *object, void *bytes);
PyObject *record_give(struct state *state, int which, const void *bytes);

/* An object of a class of the package. */
PyObject *of_class(struct state *state, const char *name, PyObject *arguments);

/* ------------------------------------------------------------------------ */
/* calls.c */

PyObject *call(PyObject *module, int which, PyObject *const *arguments,
               Py_ssize_t count, PyObject *names);

/* A function of numbers, of each of the elements of arrays. */
bool is_of_each(const struct function *function, PyObject *const *given);
PyObject *call_each(struct state *state, const struct function *function,
                    PyObject *const *given);

/* ------------------------------------------------------------------------ */
/* front.c */

struct front {
    const struct function *function;
    PyObject *behind; /* The function of Python. */
    PyObject *known;  /* Its defaults. */
    PyObject *text;
    PyObject *defaults[PARAMETERS]; /* Borrowed from `known`. */
    int positional, arguments;
    PyMethodDef method;
};

PyObject *front_make(PyObject *self, PyObject *arguments);
void front_drop(struct front *front);

/* The function of Python that calls function `i`. */
#define CALL(i) \
    static PyObject * \
    call_##i(PyObject *module, PyObject *const *arguments, Py_ssize_t count, \
             PyObject *names) \
    { \
        return call(module, i, arguments, count, names); \
    }

#endif
