# SPDX-License-Identifier: MIT
"""Writes the interface as Rust, made of api.json: the bindings of the crate
dtgrowth-sys, with assertions of every size and offset.

usage: rust.py [--check]    writes them, or complains where they are not up to date
"""

import json
import os
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
PATH = ROOT + '/examples/rust/dtgrowth-sys/src/bindings.rs'
PLAIN = {'double': 'f64', 'int32_t': 'i32', 'uint32_t': 'u32', 'int64_t': 'i64',
         'uint64_t': 'u64', 'uint8_t': 'u8', 'char': 'c_char', 'void': 'c_void'}


def kind(words):
    constant = words.startswith('const ')
    words = words.removeprefix('const ')
    if words.endswith('*'):
        return ('*const ' if constant else '*mut ') + kind(words[:-1].strip())
    return words.removeprefix('struct ') if words.startswith('struct ') \
        else PLAIN[words]


def name(word):
    return {'self': 'self_'}.get(word, word)


def constants(api):
    for enumeration in api['enumerations']:
        yield f'\n/// Values of `{enumeration["name"]}`.'
        yield f'pub mod {enumeration["name"]} {{'
        for c in enumeration['constants']:
            yield f'    pub const {c["name"]}: i32 = {c["value"]};'
        yield '}'
        yield f'pub use {enumeration["name"]}::*;'
    for n in api['numbers']:
        yield f'pub const {n["name"]}: i64 = {n["value"]};'


def structs(api):
    for struct in api['structs']:
        tag = struct['name']
        yield f'\n/// `struct {tag}`'
        yield '#[repr(C)]'
        yield '#[derive(Clone, Copy, Debug)]'
        yield f'pub struct {tag} {{'
        for member in struct['members']:
            made = kind(member['type'])
            if 'count' in member:
                made = f'[{made}; {member["count"]}]'
            yield f'    pub {name(member["name"])}: {made},'
        yield '}'
        yield '#[cfg(target_pointer_width = "64")]'
        yield 'const _: () = {'
        yield f'    assert!(size_of::<{tag}>() == {struct["size"]});'
        for member in struct['members']:
            yield (f'    assert!(offset_of!({tag}, {name(member["name"])}) == '
                   f'{member["offset"]});')
        yield '};'


def functions(api):
    yield '\nunsafe extern "C" {'
    for entry in api['functions']:
        parameters = ', '.join(f'{name(p["name"])}: {kind(p["type"])}'
                               for p in entry['parameters'])
        result = ('' if entry['returns'] == 'void'
                  else f' -> {kind(entry["returns"])}')
        yield f'    /// {entry["brief"]}'
        if entry['status']:
            yield '    #[must_use]'
        yield f'    pub fn {entry["name"]}({parameters}){result};'
    yield '}'


def main():
    with open(ROOT + '/include/dtgrowth/api.json', encoding='utf-8') as file:
        api = json.load(file)
    text = '\n'.join([
        '// SPDX-License-Identifier: MIT',
        '// Made of api.json by lib/tools/rust.py.',
        'use core::ffi::{c_char, c_void};', 'use core::mem::{offset_of, size_of};',
        *constants(api), *structs(api), *functions(api)]) + '\n'
    if sys.argv[1:] == ['--check']:
        if open(PATH, encoding='utf-8').read() != text:
            sys.exit('lib/tools/rust.py has not been run')
    else:
        open(PATH, 'w', encoding='utf-8').write(text)
    print(f'{len(api["functions"])} functions')


if __name__ == '__main__':
    main()
