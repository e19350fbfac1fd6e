# SPDX-License-Identifier: MIT
"""Describes the public interface for machines, from the headers: api.json, and
the words of constants in lib/base/enum_words.c.

usage: api.py [--check]     writes both, or complains where one is not up to date
"""

import json
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
os.chdir(ROOT)
LICENCE = 'SPDX-License-Identifier: MIT'
HEADERS = ['base', 'period', 'series', 'growth', 'compare', 'figures']

# What comments do not say as data: the elements that a pointer points to, as an
# expression of other parameters; 1 is not said. Views and outputs say their
# lengths themselves.
LENGTHS = {
    'dt_series_view.values': '(length - 1) * stride + 1',
    'dt_series_period_format.buffer': 'capacity',
    'dt_series_unit_format.buffer': 'capacity',
    'dt_compare_figure_format.buffer': 'capacity',
    'dt_series_period_parse.text': 'zero-terminated',
    'dt_compare_figure_parse.text': 'zero-terminated',
    'dt_enum_word.enumeration': 'zero-terminated',
    'dt_enum_value.enumeration': 'zero-terminated',
    'dt_enum_value.word': 'zero-terminated',
    'dt_compare_rank.work': 'work_capacity',
    'dt_compare_check_sum.parts': 'count',
    'dt_growth_levels_panel.levels': 'growth->count',
    'dt_growth_average_panel.results': 'x->count',
    'dt_growth_trend_panel.results': 'x->count',
    'dt_compare_contributions_panel.total_base': 'base->count',
    'dt_compare_contributions_panel.total_end': 'base->count',
    'dt_compare_contributions_panel.results': 'base->count',
    'dt_compare_rank_panel.work': 'work_capacity',
    'dt_series_sum_save.bytes': 'capacity',
    'dt_series_sum_load.bytes': 'size',
    'dt_growth_options_init.options': 'struct_size bytes',
    'dt_series_options_init.options': 'struct_size bytes',
    'dt_compare_options_init.options': 'struct_size bytes',
}
# Members: the elements that a pointer points to.
MEMBERS = {
    'dt_series.values': '(length - 1) * stride + 1',
    'dt_series.validity': 'bits validity_offset ... + length',
    'dt_series.status': '(length - 1) * status_stride + 1',
    'dt_series_out.values': '(length - 1) * stride + 1',
    'dt_series_out.why': '(length - 1) * why_stride + 1',
    'dt_series_out.validity': 'bits validity_offset ... + length',
    'dt_series_out.summary': '1',
    'dt_series_out.status': '(length - 1) * status_stride + 1',
    'dt_series_panel.values': 'a matrix, or offsets[count]',
    'dt_series_panel.validity': 'bits of a matrix, or offsets[count]',
    'dt_series_panel.offsets': 'count + 1',
    'dt_series_panel.starts': 'count',
    'dt_series_panel.status': 'a matrix, or offsets[count]',
    'dt_series_panel_out.values': 'a matrix, or offsets[count]',
    'dt_series_panel_out.why': 'a matrix, or offsets[count]',
    'dt_series_panel_out.validity': 'bits of a matrix, or offsets[count]',
    'dt_series_panel_out.summaries': 'count',
}
# Frequencies have anchors, and comments say "any" of them.
FREQUENCIES = ('frequency', 'from', 'to')
# Outputs that may be an array of an input.
ALIASES = r'May be the arrays? of (@p \w+(?: or @p \w+)*)'


def plain(comment):
    """A comment without its stars, in one line."""
    text = re.sub(r'^\s*/?\*+[<*]*', ' ', comment, flags=re.M)
    text = text.replace('*/', ' ')
    return ' '.join(text.split())


def without_comments(text):
    return re.sub(r'/\*.*?\*/', ' ', text, flags=re.S)


texts = {name: open(f'include/dtgrowth/{name}.h', encoding='utf-8').read()
         for name in HEADERS}
whole = '\n'.join(texts.values())


def enumerations():
    found = []
    for header, text in texts.items():
        for tag, body in re.findall(r'^enum (\w+) \{(.*?)^\};', text,
                                    re.M | re.S):
            code = without_comments(body)
            constants = re.findall(r'(\w+)\s*=\s*(-?\d+)', code)
            prefix = 'DT_E_' if tag == 'dt_status' else tag.upper() + '_'
            for name, _ in constants:
                if not name.startswith(prefix):
                    sys.exit(f'{name} does not begin with {prefix}')
            found.append({
                'name': tag, 'header': header, 'prefix': prefix,
                'constants': [{'name': name, 'value': int(value),
                               'word': name[len(prefix):].lower()}
                              for name, value in constants]})
    return found


def layouts():
    """Sizes and offsets, of the committed table."""
    sizes, here = {}, None
    for line in open('tests/abi/layout.txt', encoding='utf-8'):
        head = re.match(r'struct (\w+): (\d+) bytes', line)
        member = re.match(r' +(\w+) +at +(\d+), +(\d+) bytes', line)
        if head:
            here = sizes.setdefault(head.group(1), {'size': int(head.group(2)),
                                                    'members': {}})
        elif member:
            here['members'][member.group(1)] = (int(member.group(2)),
                                                int(member.group(3)))
    return sizes


def enumeration_of(kind, name, said):
    """The enumeration of a number, by the first constant that it is said to
    be; frequencies have anchors, and are not said so."""
    if kind not in ('int32_t', 'uint32_t'):
        return None
    if name in FREQUENCIES or name.endswith('frequency'):
        return 'dt_series_freq'
    families = re.findall(r'\b(DT_[A-Z_]+_)(?:\*|[A-Z0-9]+)', said)
    return next((e['name'] for family in families for e in ENUMERATIONS
                 if family.startswith(e['prefix'])), None)


def structs():
    sizes, found = layouts(), []
    for header, text in texts.items():
        for tag, body in re.findall(r'^struct (\w+) \{(.*?)^\};', text,
                                    re.M | re.S):
            members = []
            said = dict(re.findall(
                r'(\w+)(?:\[\d+\])?;\s*/\*\*<(.*?)\*/', body, re.S))
            for kind, stars, name, count in re.findall(
                    r'^\s*((?:const )?(?:struct )?\w+)\s+(\*?)(\w+)'
                    r'(?:\[(\d+)\])?;', without_comments(body), re.M):
                offset, size = sizes[tag]['members'][name]
                member = {'name': name, 'type': kind + (' *' if stars else ''),
                          'offset': offset, 'size': size}
                if count:
                    member['count'] = int(count)
                if stars:
                    member['points_to'] = MEMBERS[f'{tag}.{name}']
                family = enumeration_of(kind, name, said.get(name, ''))
                if family and not stars:
                    member['enumeration'] = family
                members.append(member)
            if len(members) != len(sizes[tag]['members']):
                sys.exit(f'struct {tag}: not every member was read')
            found.append({'name': tag, 'header': header,
                          'size': sizes[tag]['size'], 'members': members})
    return found


FUNCTION = re.compile(
    r'/\*\*((?:(?!\*/).)*)\*/\s*DTGROWTH_API\s+(DTGROWTH_NODISCARD\s+)?'
    r'([\w\s*]+?)\b(\w+)\(([^)]*)\);', re.S)


def section(comment, name):
    """The texts of a tag that takes a word."""
    return {word: plain(text) for word, text in re.findall(
        rf'^ \* @{name}\s+(\w+)\s+(.*?)(?=^ \* @|^ \*$|\Z)', comment,
        re.M | re.S)}


def parameter(function, comment, words):
    kind, name = re.match(r'(.*?)(\w+)$', words.strip()).groups()
    said = section(comment, r'param(?:\[[\w,]+\])?').get(name, '')
    direction = re.search(rf'@param\[([\w,]+)\]\s+{name}\b', comment)
    entry = {'name': name, 'type': ' '.join(kind.replace('*', ' * ').split()),
             'direction': direction.group(1) if direction else 'out'}
    family = enumeration_of(kind.strip(), name, said)
    if family:
        entry['enumeration'] = family
    if '*' in kind:
        null = re.search(r'may be null|\bnull (?:\w+s|for)\b', said, re.I)
        entry['nullable'] = bool(null) or name == 'error'
        entry['points_to'] = LENGTHS.get(f'{function}.{name}', '1')
        alias = re.search(ALIASES, said)
        if alias:
            entry['may_be'] = re.findall(r'@p (\w+)', alias.group(1))
    return entry


def functions():
    found = []
    for header, text in texts.items():
        for comment, checked, kind, name, words in FUNCTION.findall(text):
            entry = {
                'name': name, 'header': header,
                'returns': ' '.join(kind.replace('*', ' * ').split()),
                'status': bool(checked), 'since': '0.1',
                'brief': plain(re.split(r'\n \*\n', comment)[0]).split(': see')[0],
                'parameters': [] if words.strip() == 'void' else [
                    parameter(name, comment, part)
                    for part in words.split(',')],
                'statuses': re.findall(r'^ \* @retval (DT_E_\w+)', comment,
                                       re.M)}
            stack = re.search(r'Stack: (\d+) KB\.\n', comment)
            if stack:
                entry['stack'] = int(stack.group(1))
            error = re.search(r'Error: (.*?)\.\n', comment)
            if error:
                entry['error'] = plain(error.group(1))
            found.append(entry)
    known = {f'{f["name"]}.{p["name"]}' for f in found
             for p in f['parameters']}
    for name in LENGTHS:
        if name not in known:
            sys.exit(f'{name} is no parameter')
    return sorted(found, key=lambda f: f['name'])


def numbers():
    """Macros that are whole numbers, which no other language sees."""
    return [{'name': name, 'header': header,
             'value': -2**63 if value == 'INT64_MIN' else int(value)}
            for header, text in texts.items()
            for name, value in re.findall(
                r'^#define (DT_[A-Z]\w+)\s+\(?(INT64_MIN|-?\d+)\)?\s*(?:/\*|$)',
                text, re.M)]


ENUMERATIONS = enumerations()
version = re.search(r'DT_VERSION_STRING "(.*?)"', texts['base']).group(1)
api = {'library': 'dtgrowth', 'version': version, 'functions': functions(),
       'structs': structs(), 'enumerations': ENUMERATIONS,
       'numbers': numbers()}


def lines(value, indent=0):
    """JSON in which each function, member and constant is one line."""
    pad = ' ' * indent
    if isinstance(value, dict) and indent < 2:
        return '{\n' + ',\n'.join(f'{pad} {json.dumps(k)}: '
                                  f'{lines(v, indent + 1)}'
                                  for k, v in value.items()) + f'\n{pad}}}'
    if isinstance(value, list) and indent < 2:
        return '[\n' + ',\n'.join(f'{pad} {lines(v, 2)}'
                                  for v in value) + f'\n{pad}]'
    return json.dumps(value)


def words():
    rows = []
    for e in ENUMERATIONS:
        for c in e['constants']:
            rows.append(f'    {{ "{e["name"]}", "{c["word"]}", '
                        f'{c["value"]} }},')
    return (f'/* {LICENCE} */\n'
            '/* Made by lib/tools/api.py from the headers; the order is theirs. '
            '*/\n#include "base/enum_words.h"\n\n'
            'const struct dt__enum_word dt__enum_words[] = {\n' +
            '\n'.join(rows) + '\n};\n\n'
            'const int32_t dt__enum_count =\n'
            '    (int32_t)(sizeof(dt__enum_words) / '
            'sizeof(dt__enum_words[0]));\n')


files = {'include/dtgrowth/api.json': lines(api) + '\n',
         'lib/base/enum_words.c': words()}
status = 0
for path, text in files.items():
    if '--check' not in sys.argv:
        open(path, 'w', encoding='utf-8').write(text)
    elif not os.path.exists(path) or open(path,
                                          encoding='utf-8').read() != text:
        print(f'{path} is not what lib/tools/api.py makes of the headers')
        status = 1
print(f'{len(api["functions"])} functions, {len(api["structs"])} structs, '
      f'{len(ENUMERATIONS)} enumerations')
sys.exit(status)
