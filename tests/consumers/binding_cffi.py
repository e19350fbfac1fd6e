# SPDX-License-Identifier: MIT
"""A binding by cffi, made of api.json alone and compiled against the headers:
the compiler compares types, cffi compares sizes, offsets and constants, and
every function is called once.

usage: binding_cffi.py --write FILE.c     the module's source
       binding_cffi.py MODULE.so          loads it and calls
"""

import importlib.machinery
import importlib.util
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                '../abi'))
from interface import VALUES, api, call

MODULE = '_dtgrowth'


def prototype(entry):
    parameters = [f'{p["type"]} {p["name"]}' for p in entry['parameters']]
    return (f'{entry["returns"]} {entry["name"]}'
            f'({", ".join(parameters) or "void"});\n')


def struct(entry):
    """Without dots, so that cffi refuses a member more or elsewhere."""
    members = ''.join(
        f'    {m["type"]} {m["name"]}' +
        (f'[{m["count"]}]' if 'count' in m else '') + ';\n'
        for m in entry['members'])
    return f'struct {entry["name"]} {{\n{members}}};\n'


def enumeration(entry):
    constants = ', '.join(f'{c["name"]} = {c["value"]}'
                          for c in entry['constants'])
    return f'enum {entry["name"]} {{ {constants} }};\n'


def write(path):
    from cffi import FFI
    ffi = FFI()
    prototypes = ''.join(map(prototype, api['functions']))
    ffi.cdef(''.join(map(enumeration, api['enumerations'])) +
             ''.join(map(struct, api['structs'])) + prototypes)
    # A call would convert numbers: declared again, they must be the same.
    ffi.set_source(MODULE, '#define DTGROWTH_NO_INLINE\n'
                   '#include <dtgrowth/dt.h>\n' + prototypes)
    ffi.emit_c_code(path)


def load(path):
    loader = importlib.machinery.ExtensionFileLoader(MODULE, path)
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader(MODULE, loader))
    loader.exec_module(module)
    return module.ffi, module.lib


def layout_faults(ffi):
    for entry in api['structs']:
        kind = f'struct {entry["name"]}'
        if ffi.sizeof(kind) != entry['size']:
            yield f'{kind} has {ffi.sizeof(kind)} bytes'
        fields = dict(ffi.typeof(kind).fields)
        for m in entry['members']:
            found = fields.pop(m['name'])
            if (found.offset, ffi.sizeof(found.type)) != (m['offset'],
                                                          m['size']):
                yield f'{kind}: {m["name"]} is elsewhere'
        for name in fields:
            yield f'{kind}: api.json lacks {name}'


def value_faults(lib):
    for entry in api['enumerations']:
        for c in entry['constants']:
            if getattr(lib, c['name']) != c['value']:
                yield f'{c["name"]} is {getattr(lib, c["name"])}'


def call_faults(ffi, lib):
    numbers = ffi.new('double[]', VALUES)
    view = ffi.new('struct dt_series *', {
        'values': numbers, 'length': len(VALUES), 'stride': 1})
    for entry in api['functions']:
        arguments, expected = call(entry, view)
        result = getattr(lib, entry['name'])(
            *[ffi.NULL if a is None else a for a in arguments])
        if expected is not None and result != expected:
            yield f'{entry["name"]}() gives {result}, not {expected}'
    if not 0.120291 < lib.dt_growth_cagr(4.59, 7.23, 4) < 0.120293:
        yield 'another growth of digital trade'


if sys.argv[1] == '--write':
    write(sys.argv[2])
    sys.exit()
ffi, lib = load(os.path.abspath(sys.argv[1]))
faults = [*layout_faults(ffi), *value_faults(lib), *call_faults(ffi, lib)]
print('\n'.join(faults) if faults else
      f'{len(api["functions"])} functions, {len(api["structs"])} structs, '
      f'{sum(len(e["constants"]) for e in api["enumerations"])} constants')
sys.exit(bool(faults))
