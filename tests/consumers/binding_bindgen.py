# SPDX-License-Identifier: MIT
"""Prints the program that compares a binding by bindgen, made of the headers,
with api.json: types, sizes, offsets and constants, and that neither has what
the other lacks; then it calls every function once.

usage: binding_bindgen.py BINDINGS.rs"""

import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../abi'))
from interface import VALUES, api, call

PLAIN = {'double': 'f64', 'int32_t': 'i32', 'uint32_t': 'u32',
         'int64_t': 'i64', 'uint64_t': 'u64', 'uint8_t': 'u8',
         'char': 'std::os::raw::c_char', 'void': 'std::os::raw::c_void'}
constants = [c for e in api['enumerations'] for c in e['constants']]


def type_of(words):
    kind = words.replace('const ', '').replace(' *', '')
    kind = kind[7:] if kind.startswith('struct ') else PLAIN[kind]
    if '*' not in words:
        return kind
    return ('*const ' if words.startswith('const ') else '*mut ') + kind


def struct_lines(entry):
    name = entry['name']
    fields = ', '.join(m['name'] for m in entry['members'])
    yield f'    let {name} {{ {fields} }} = unsafe {{ std::mem::zeroed() }};'
    yield f'    same("{name}", size_of::<{name}>(), {entry["size"]});'
    for m in entry['members']:
        kind = type_of(m['type'])
        kind = f'[{kind}; {m["count"]}]' if 'count' in m else kind
        where = f'"{name}.{m["name"]}"'
        yield f'    let _: &{kind} = &{m["name"]};'
        yield (f'    same({where}, size_of_val(&{m["name"]}), '
               f'{m["size"]});')
        yield f'    same({where}, offset!({name}, {m["name"]}), {m["offset"]});'


def function_lines(entry):
    kinds = ', '.join(type_of(p['type']) for p in entry['parameters'])
    arguments, expected = call(entry, '&view')
    words = ['null!()' if a is None else f'{a} as _' if a == 1 else a
             for a in arguments]
    yield (f'    let f: unsafe extern "C" fn({kinds}) -> '
           f'{type_of(entry["returns"])} = {entry["name"]};')
    yield f'    let result = unsafe {{ f({", ".join(words)}) }};'
    yield ('    let _ = result;' if expected is None else
           f'    same("{entry["name"]}()", result, {expected} as _);')


def lacking(text):
    """What the binding has, and what api.json says of it."""
    pairs = [
        ('function', re.findall(r'pub fn (dt_\w+)', text), api['functions']),
        ('struct', re.findall(r'pub struct (dt_\w+)', text), api['structs']),
        ('enumeration', re.findall(r'pub type (dt_\w+) = ', text),
         api['enumerations']),
        ('constant', re.findall(r'pub const (DT_\w+): dt_\w+ =', text),
         constants)]
    for kind, found, entries in pairs:
        known = {entry['name'] for entry in entries}
        for name in sorted(known ^ set(found)):
            yield (f'{kind} {name}: the binding lacks it' if name in known
                   else f'{kind} {name}: api.json lacks it')


faults = list(lacking(open(sys.argv[1], encoding='utf-8').read()))
if faults:
    sys.exit('\n'.join(faults))
print(open(HERE + '/binding.rs', encoding='utf-8').read())
print('fn structs() {')
for entry in api['structs']:
    print('\n'.join(struct_lines(entry)))
print('}\n\nfn constants() {')
for c in constants:
    print(f'    same("{c["name"]}", {c["name"]} as i64, {c["value"]});')
print(f'}}\n\nconst VALUES: [f64; {len(VALUES)}] = {VALUES};\n\n'
      'fn functions(view: dt_series) {')
for entry in api['functions']:
    print('\n'.join(function_lines(entry)))
print('}\n\n'
      f'const WORDS: &str = "{len(api["functions"])} functions, '
      f'{len(api["structs"])} structs, {len(constants)} constants";')
