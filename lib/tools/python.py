# SPDX-License-Identifier: MIT
"""Writes the interface for Python, made of api.json: the table of calls of the
module dtgrowth.c, its types, the records and the words.

usage: python.py [--check]    writes what the package says of types, or complains
                              where it is not up to date
       python.py FOLDER       interface.c, as the module is built
"""

import json
import keyword
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
PACKAGE = ROOT + '/examples/python/src/dtgrowth'
# Made by hand in the module, as the lengths of Python's objects are known.
BY_HAND = ('dt_series_view', 'dt_series_from_out')
PARAMETERS = 9  # As in core.h.
PERIODS = ('base', 'end', 'period', 'first', 'last', 'start')
PLAIN = {'double': 'NUMBER', 'int32_t': 'INTEGER32', 'uint32_t': 'UNSIGNED32',
         'int64_t': 'INTEGER64'}
OUTPUTS = {'double': 'OUT_NUMBER', 'int32_t': 'OUT_INTEGER32',
           'int64_t': 'OUT_INTEGER64'}
STRUCTS = {'dt_series': 'ONE_SERIES', 'dt_series_panel': 'ONE_PANEL',
           'dt_series_sum': 'A_SUM', 'dt_series_out': 'OUT',
           'dt_series_panel_out': 'PANEL_OUT', 'dt_error': 'ERROR'}
HIDDEN = ('COUNT_OF', 'SIZE_OF_RECORD', 'CAPACITY', 'NEEDED', 'WORK', 'ERROR')


def read_api():
    for folder in (ROOT + '/include/dtgrowth', '.', 'vendor'):
        path = os.path.join(folder, 'api.json')
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                return json.load(file)
    sys.exit('there is no api.json')


API = read_api()
ENUMERATIONS = [e['name'] for e in API['enumerations']]
FLAGS = ('dt_series_flag', 'dt_series_option', 'dt_growth_option',
         'dt_compare_option', 'dt_compare_text')


def is_record(struct):
    return struct['name'] != 'dt_error' and not any(
        m['type'].endswith('*') or m['name'] == 'opaque'
        for m in struct['members'])


RECORDS = [s for s in API['structs'] if is_record(s)]
RECORD_NAMES = [s['name'] for s in RECORDS]


def members(struct):
    return [m for m in struct['members']
            if m['name'] not in ('reserved', 'spare', 'struct_size')]


def bare(kind):
    return kind.removeprefix('const ').removeprefix('struct ').rstrip(' *')


# ---------------------------------------------------------------------------
# Shapes

def struct_shape(function, p):
    tag = bare(p['type'])
    if tag == 'dt_series' and p['direction'] == 'out':
        return 'OUT_SERIES', 0
    if tag in STRUCTS:
        return STRUCTS[tag], 0
    many = p['points_to'] != '1'
    out = p['direction'] == 'out'
    return (('OUT_' if out else '') + ('RECORDS' if many else 'RECORD'),
            RECORD_NAMES.index(tag))


def pointer_shape(function, p):
    kind, out = bare(p['type']), p['direction'] == 'out'
    if 'struct' in p['type']:
        return struct_shape(function, p)
    if kind == 'void':
        tag = function['name'].removesuffix('_init')
        return 'OUT_RECORD', RECORD_NAMES.index(tag)
    if kind == 'char':
        return ('OUT_TEXT' if out else 'TEXT'), 0
    if kind == 'uint8_t':
        return ('OUT_BYTES' if out else 'BYTES'), 0
    if p['name'] in ('needed', 'work'):
        return p['name'].upper(), 0
    if p['name'] == 'why':
        return 'OUT_WORD', ENUMERATIONS.index('dt_series_why')
    return ('NUMBERS' if not out else OUTPUTS[kind]), 0


def shape(function, p):
    """Of a parameter: the constant of core.h, and which record or words."""
    names = [q['name'] for q in function['parameters']]
    if p['type'].endswith('*'):
        return pointer_shape(function, p)
    if p['name'] in ('capacity', 'work_capacity'):
        return 'CAPACITY', 0
    if p['name'] == 'struct_size':
        return 'SIZE_OF_RECORD', RECORD_NAMES.index(
            function['name'].removesuffix('_init'))
    if p['name'] == 'size' or (p['name'] == 'count' and 'parts' in names):
        return 'COUNT_OF', 0
    if 'enumeration' in p:
        flags = p['enumeration'] in FLAGS
        return ('FLAGS' if flags else 'WORD',
                ENUMERATIONS.index(p['enumeration']))
    if p['type'] == 'int64_t' and p['name'] == 'i':
        return 'INDEX', 0
    has_series = any('dt_series ' in q['type'] or 'dt_series_panel ' in q['type']
                     for q in function['parameters'])
    if p['type'] == 'int64_t' and p['name'] in PERIODS and has_series:
        return 'PERIOD', 0
    return PLAIN[p['type']], 0


def is_optional(name, p):
    return name == 'OUT' or name == 'PANEL_OUT' or p.get('nullable', False)


def bound():
    return [f for f in API['functions'] if f['name'] not in BY_HAND]


def in_order(function):
    """The parameters, with what Python gives and whether it may be left out."""
    rows = [({**p, 'name': word(p['name'])}, *shape(function, p))
            for p in function['parameters']]
    return [(p, name, which, is_optional(name, p)) for p, name, which in rows]


def word(name):
    return name + '_' if keyword.iskeyword(name) else name


# ---------------------------------------------------------------------------
# interface.c

def run_of(function):
    fields = {'NUMBER': 'number', 'INTEGER32': 'i32', 'UNSIGNED32': 'u32',
              'FLAGS': 'u32', 'WORD': 'i32', 'INTEGER64': 'i64', 'INDEX': 'i64',
              'PERIOD': 'i64', 'COUNT_OF': 'i64', 'CAPACITY': 'i64',
              'SIZE_OF_RECORD': 'u32'}
    arguments = ', '.join(
        f'v[{i}].{fields.get(name, "pointer")}'
        for i, (_, name, _, _) in enumerate(in_order(function)))
    field = {'double': 'number', 'const char *': 'pointer',
             'int64_t': 'i64'}.get(function['returns'], 'i32')
    cast = '(void *)' if field == 'pointer' else (
        '(int32_t)' if function['returns'] == 'uint32_t' else '')
    unused = '' if function['parameters'] else '(void)v, '
    return (f'static void\nrun_{function["name"]}(union value *v, '
            f'union value *result)\n{{\n    {unused}result->{field} = '
            f'{cast}{function["name"]}({arguments});\n}}\n')


def gives_of(function):
    return {'double': 'GIVES_NUMBER', 'const char *': 'GIVES_TEXT',
            'int64_t': 'GIVES_LONG'}.get(
        function['returns'],
        'GIVES_STATUS' if function['status'] or
        function['name'].endswith('_init') else 'GIVES_INTEGER')


def function_row(function, names):
    rows = []
    for p, name, which, optional in in_order(function):
        rows.append(f'        {{ "{p["name"]}", {name}, {which}, '
                    f'{str(optional).lower()} }},')
    panel = function['name'] + '_panel'
    twin = names.index(panel) if panel in names else -1
    may_be = [name for p in function['parameters']
              for name in p.get('may_be', [])]
    in_place = sum(1 << i for i, p in enumerate(function['parameters'])
                   if p['name'] in may_be)
    spans = function['name'].startswith('dt_series_splice')
    if len(rows) > PARAMETERS:
        sys.exit(f'{function["name"]} has {len(rows)} parameters: core.h')
    return (f'    {{ "{function["name"].removeprefix("dt_")}", {{\n' +
            '\n'.join(rows or ['        { 0 },']) +
            f'\n      }}, {len(rows)}, {gives_of(function)}, {twin}, '
            f'{in_place}, {str(spans).lower()},\n'
            f'      run_{function["name"]} }},')


def signature(function):
    order = in_order(function)
    given = [(p, o) for p, name, _, o in order
             if name not in HIDDEN and not name.startswith('OUT_')]
    text = []
    for k, (p, _) in enumerate(given):
        rest = all(o for _, o in given[k:])
        text.append(p['name'] + ('=None' if rest else ''))
    return ', '.join(text)


def method_row(i, function):
    name = function['name'].removeprefix('dt_')
    brief = function['brief'].replace('"', '\\"')
    doc = f'{name}({signature(function)})\\n--\\n\\n{brief}'
    return (f'    {{ "{name}", (PyCFunction)(void (*)(void))call_{i},\n'
            f'      METH_FASTCALL | METH_KEYWORDS, "{doc}" }},')


def member_row(struct, m):
    kinds = {'double': 'M_NUMBER', 'int32_t': 'M_I32', 'uint32_t': 'M_U32',
             'int64_t': 'M_I64'}
    which = 0
    if 'enumeration' in m:
        kind = ('M_FLAGS' if m['enumeration'] in FLAGS else
                'M_BITS' if m['type'] == 'uint32_t' else 'M_WORD')
        which = ENUMERATIONS.index(m['enumeration'])
    elif m['type'] == 'char':
        kind, which = 'M_CHARS', m['count']
    elif m['type'].startswith('struct'):
        kind, which = 'M_RECORD', RECORD_NAMES.index(bare(m['type']))
    elif 'count' in m:
        kind, which = 'M_I32S', m['count']
    else:
        kind = kinds[m['type']]
    return (f'    {{ "{m["name"]}", {kind}, '
            f'offsetof(struct {struct["name"]}, {m["name"]}), {which} }},')


def has_init(struct):
    return struct['name'].endswith('_options') or struct['name'].endswith('_unit')


def record_text(struct):
    tag = struct['name']
    rows = '\n'.join(member_row(struct, m) for m in members(struct))
    init = f' = {tag.upper()}_INIT' if has_init(struct) else ''
    return (f'_Static_assert(sizeof(struct {tag}) <= RECORD_ROOM, "room");\n'
            f'static const struct member members_{tag}[] = {{\n{rows}\n}};\n'
            f'static const struct {tag} init_{tag}{init};\n')


def interface():
    functions, names = bound(), [f['name'] for f in bound()]
    parts = ['/* SPDX-License-Identifier: MIT */\n'
             '/* Made of api.json by lib/tools/python.py. */\n'
             '#include <stddef.h>\n\n#include "core.h"\n']
    parts += [record_text(s) for s in RECORDS]
    parts.append('const struct record records[] = {')
    for s in RECORDS:
        tag = s['name']
        parts.append(f'    {{ "{camel(tag)}", sizeof(struct {tag}), '
                     f'members_{tag}, {len(members(s))}, &init_{tag} }},')
    parts.append('};\n')
    for e in API['enumerations']:
        rows = ', '.join(f'{{ "{c["word"]}", {c["value"]} }}'
                         for c in e['constants'])
        parts.append(f'static const struct word words_{e["name"]}[] = '
                     f'{{ {rows} }};')
    parts.append('const struct enumeration enumerations[] = {')
    for e in API['enumerations']:
        parts.append(f'    {{ "{e["name"]}", {len(e["constants"])}, '
                     f'words_{e["name"]} }},')
    parts.append('};\n')
    parts += [run_of(f) for f in functions]
    parts.append('const struct function functions[] = {')
    parts += [function_row(f, names) for f in functions]
    parts.append('};\n')
    for i, _ in enumerate(functions):
        parts.append(f'CALL({i})')
    parts.append('\nPyMethodDef core_methods[] = {')
    parts += [method_row(i, f) for i, f in enumerate(functions)]
    parts.append('    { NULL, NULL, 0, NULL },\n};\n')
    parts += [f'const int enumeration_count = {len(ENUMERATIONS)};',
              f'const int function_count = {len(functions)};']
    for name, tag in (('frequencies', 'dt_series_freq'),
                      ('whys', 'dt_series_why')):
        parts.append(f'const int {name} = {ENUMERATIONS.index(tag)};')
    for name in ('unit', 'summary'):
        parts.append(f'const int {name}_record = '
                     f'{RECORD_NAMES.index("dt_series_" + name)};')
    parts.append('const int figure_record = '
                 f'{RECORD_NAMES.index("dt_compare_figure")};')
    return '\n'.join(parts) + '\n'


# ---------------------------------------------------------------------------
# What the package says of types

def camel(tag):
    return ''.join(word.capitalize()
                   for word in tag.removeprefix('dt_').split('_'))


def literal(enumeration):
    return camel(enumeration)


def words_text():
    lines = ['# SPDX-License-Identifier: MIT',
             '"""The words of kinds and rules, and numbers, made of api.json by',
             'lib/tools/python.py."""', '',
             'from typing import Final, Literal', '']
    for e in API['enumerations']:
        words = [f'"{c["word"]}"' for c in e['constants']]
        text = f'{camel(e["name"])} = Literal[{", ".join(words)}]'
        if len(text) > 79:
            text = f'{camel(e["name"])} = Literal[\n' + ''.join(
                f'    {w},\n' for w in words) + ']'
        lines.append(text)
    lines += [f'{n["name"].removeprefix("DT_")}: Final = {n["value"]}'
              for n in API['numbers']]
    return '\n'.join(lines) + '\n'


def member_type(m):
    if 'enumeration' in m:
        return ('int' if m['enumeration'] in FLAGS else
                'tuple[str, ...]' if m['type'] == 'uint32_t' else 'str')
    if m['type'] == 'char':
        return 'str'
    if m['type'].startswith('struct'):
        return camel(bare(m['type']))
    if 'count' in m:
        return 'tuple[int, ...]'
    return 'float' if m['type'] == 'double' else 'int'


def default(struct, m):
    if not (has_init(struct) or struct['name'] == 'dt_compare_figure'):
        return ''
    if m['name'] == 'decimals' and has_init(struct):
        return ' = -1'
    if member_type(m) == 'str' and 'enumeration' in m:
        if m['enumeration'] == 'dt_series_freq':
            return ' = ""'
        e = next(e for e in API['enumerations'] if e['name'] == m['enumeration'])
        return f' = "{e["constants"][0]["word"]}"'
    return {'str': ' = ""', 'float': ' = 0.0'}.get(member_type(m), ' = 0')


def records_text():
    lines = ['# SPDX-License-Identifier: MIT',
             '"""What calls of dtgrowth.c take and give as records, made of '
             'api.json by', 'lib/tools/python.py."""', '',
             'from typing import NamedTuple', '', 'from . import c', '']
    for s in RECORDS:
        lines += ['', f'class {camel(s["name"])}(NamedTuple):',
                  f'    """struct {s["name"]}"""', '']
        lines += [f'    {m["name"]}: {member_type(m)}{default(s, m)}' +
                  ('  # type: ignore[assignment]' if m['name'] == 'index'
                   else '') for m in members(s)]
        lines.append('')
    lines += ['', 'for _class in (']
    lines += [f'        {camel(s["name"])},' for s in RECORDS]
    lines += ['):', '    c._use(_class.__name__, _class)']
    return '\n'.join(lines)


def argument_type(name, which):
    record = camel(RECORD_NAMES[which]) if 'RECORD' in name else ''
    return {
        'NUMBER': 'float', 'INTEGER32': 'int', 'UNSIGNED32': 'int',
        'INTEGER64': 'int', 'WORD': 'str | int', 'FLAGS': 'str | int | list[str]',
        'PERIOD': 'PeriodLike', 'INDEX': 'int', 'TEXT': 'str',
        'ONE_SERIES': 'Numbers', 'ONE_PANEL': 'Numbers', 'NUMBERS': 'Numbers',
        'RECORD': f'RecordLike | records.{record}',
        'RECORDS': 'list[Any]', 'BYTES': 'bytes', 'A_SUM': 'Sum',
        'OUT': 'Writable', 'PANEL_OUT': 'Writable'}[name]


def result_type(function):
    plain = {'double': 'float', 'const char *': 'str'}
    if gives_of(function) != 'GIVES_STATUS':
        return plain.get(function['returns'], 'int')
    kinds = []
    for _, name, which, _ in in_order(function):
        record = f'records.{camel(RECORD_NAMES[which])}' if which < len(
            RECORD_NAMES) else ''
        made = {'OUT': 'Result', 'PANEL_OUT': 'PanelResult', 'OUT_RECORD': record,
                'OUT_RECORDS': f'list[{record}]', 'OUT_INTEGER32': 'int',
                'OUT_INTEGER64': 'int', 'OUT_WORD': 'str', 'OUT_NUMBER': 'float',
                'OUT_TEXT': 'str', 'OUT_BYTES': 'bytes',
                'OUT_SERIES': 'Series'}.get(name)
        if made:
            kinds.append(made)
    if not kinds:
        return 'None'
    text = kinds[0] if len(kinds) == 1 else f'tuple[{", ".join(kinds)}]'
    has_twin = function['name'] + '_panel' in [f['name'] for f in API['functions']]
    return 'Any' if has_twin else text


def stub():
    lines = ['# SPDX-License-Identifier: MIT',
             '# Made of api.json by lib/tools/python.py.',
             'from typing import Any', '', 'from . import records',
             'from ._types import Numbers, PeriodLike, RecordLike, Writable',
             'from .frames import PanelResult, Result, Series', '',
             'class Frame:',
             '    @property', '    def frequency(self) -> int: ...',
             '    @property', '    def freq(self) -> str: ...',
             '    @property', '    def ordinal(self) -> int: ...',
             '    @property', '    def ordinals(self) -> list[int]: ...',
             '    @property', '    def unit(self) -> Any: ...',
             '    @property', '    def flags(self) -> int: ...',
             '    @property', '    def ndim(self) -> int: ...',
             '    @property', '    def copied(self) -> str: ...',
             '    @property', '    def why(self) -> Any: ...',
             '    @property', '    def reasons(self) -> bytes | None: ...',
             '    @property', '    def summary(self) -> Any: ...',
             '    def __len__(self) -> int: ...',
             '    def __getitem__(self, key: int, /) -> Any: ...',
             '    def __buffer__(self, flags: int, /) -> memoryview: ...',
             '    def _part(self, first: int, count: int, /) -> Any: ...',
             '', 'class Sum: ...', '',
             'def series_view(values: Numbers, frequency: str | int = 0, '
             'start: int = 0,\n                unit: Any = None, '
             'flags: int = 0, count: int = -1, /) -> Any: ...',
             'def series_from_out(out: Numbers, like: Frame, '
             'unit: Any = None, /) -> Any: ...',
             'def panel_spans(values: Numbers, lengths: list[int], '
             'starts: list[int],\n                frequency: str | int, '
             'unit: Any, flags: int, /) -> Any: ...',
             'def _use(name: str, class_: Any, /) -> None: ...',
             'def _front(function: Any, text: bytes, /) -> Any: ...']
    for function in bound():
        given = [(p, argument_type(name, which), optional)
                 for p, name, which, optional in in_order(function)
                 if name not in HIDDEN and not name.startswith('OUT_')]
        texts = []
        for k, (p, kind, optional) in enumerate(given):
            rest = all(o for _, _, o in given[k:])
            texts.append(f'    {p["name"]}: {kind}' +
                         (' | None' if optional else '') +
                         (' = None' if rest else '') + ',')
        name = function['name'].removeprefix('dt_')
        head = f'def {name}(' + ('\n' + '\n'.join(texts) + '\n' if texts else '')
        lines.append(f'{head}) -> {result_type(function)}: ...')
    return '\n'.join(lines) + '\n'


def main():
    files = {'words.py': words_text(), 'records.py': records_text(),
             'c.pyi': stub()}
    if sys.argv[1:] and sys.argv[1] != '--check':
        with open(sys.argv[1] + '/interface.c', 'w', encoding='utf-8') as file:
            file.write(interface())
        return
    for name, text in files.items():
        path = f'{PACKAGE}/{name}'
        if sys.argv[1:] == ['--check']:
            if open(path, encoding='utf-8').read() != text:
                sys.exit('lib/tools/python.py has not been run')
        else:
            open(path, 'w', encoding='utf-8').write(text)
    print(f'{len(API["functions"])} functions')


if __name__ == '__main__':
    main()
