/* SPDX-License-Identifier: MIT */
#include "core.h"

struct state *
state_of(PyObject *module)
{
    return PyModule_GetState(module);
}

static int
module_start(PyObject *module)
{
    struct state *state = state_of(module);

    state->classes = PyDict_New();
    if (state->classes == NULL || make_words(state) < 0 ||
        make_types(module, state) < 0)
        return -1;
    if (PyModule_AddFunctions(module, frame_functions) < 0)
        return -1;
    if (!DT_VERSION_IS_SERVED_BY(dt_version_number())) {
        PyErr_Format(PyExc_ImportError, "the library is of version %s",
                     dt_version_string());
        return -1;
    }
    return 0;
}

static int
module_visit(PyObject *module, visitproc visit, void *arg)
{
    struct state *state = state_of(module);
    for (int i = 0; i < TYPES; i++)
        Py_VISIT(state->types[i]);
    Py_VISIT(state->classes);
    Py_VISIT(state->plain);
    if (state->front != NULL)
        Py_VISIT(state->front->behind);
    return 0;
}

static int
module_clear(PyObject *module)
{
    struct state *state = state_of(module);
    for (int i = 0; i < TYPES; i++)
        Py_CLEAR(state->types[i]);
    Py_CLEAR(state->classes);
    Py_CLEAR(state->plain);
    if (state->front != NULL)
        Py_CLEAR(state->front->behind);
    return 0;
}

static void
module_free(void *module)
{
    struct state *state = state_of(module);
    (void)module_clear(module);
    for (int i = 0; state->words != NULL && i < 2 * enumeration_count; i++)
        Py_CLEAR(state->words[i]);
    PyMem_Free(state->words);
    state->words = NULL;
    front_drop(state->front);
    state->front = NULL;
}

/* Python 3.12 asks whether a module may be in several interpreters, each with a
 * lock of its own; 3.11 does not know the question. */
enum { MULTIPLE_INTERPRETERS = 3, LOCK_OF_ITS_OWN = 2 };

static PyModuleDef_Slot module_slots[] = {
    { Py_mod_exec, module_start },
    { MULTIPLE_INTERPRETERS, (void *)LOCK_OF_ITS_OWN },
    { 0, NULL },
};

struct PyModuleDef core_module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "dtgrowth.c",
    .m_doc = "Every function of the C library, under its name without dt_.",
    .m_size = sizeof(struct state),
    .m_methods = core_methods,
    .m_slots = module_slots,
    .m_traverse = module_visit,
    .m_clear = module_clear,
    .m_free = module_free,
};

PyMODINIT_FUNC
PyInit_c(void)
{
    if (Py_Version < 0x030c0000)
        module_slots[1] = (PyModuleDef_Slot){ 0, NULL };
    return PyModuleDef_Init(&core_module);
}
