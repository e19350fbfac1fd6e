# SPDX-License-Identifier: MIT
"""Calls every public function with one thing wrong at a time, made of api.json
so that none is forgotten: a wrong unit, frequency, option, number or pointer is
refused with the status that the header states and a message that names it, and
nothing is written.

usage: misuse.py LIBRARY.so"""

import ctypes
import fnmatch
import functools
import itertools
import math
import mmap
import os
import re
import sys

import binding
from calls import (Call, INSTEAD, LENGTH, MONTH, PATTERN, QUARTER,
                   functions)
from effects import without_effect
from interface import statuses as codes
from misuse_allowed import ALLOWED, NO_VALUE

INT32 = (-2**31, 2**31 - 1)
INT64 = (-2**63, 2**63 - 1)
enumerations = {e['name']: e for e in binding.api['enumerations']}
layouts = {s['name']: s for s in binding.api['structs']}
words_of = {value: name for name, value in codes.items()}
os.chdir(os.path.dirname(os.path.abspath(__file__)) + '/../..')
headers = {name: open(f'include/dtgrowth/{name}.h', encoding='utf-8').read()
           for name in {f['header'] for f in binding.api['functions']}}
plain = {name: ' '.join(re.sub(r'^ *\*(?!/)', ' ', text, flags=re.M).split())
         for name, text in headers.items()}
touched, faults, occurred, calls = set(), [], set(), 0
last = mmap.mmap(-1, 256)

# Members that are of an enumeration, and those that only come out.
MEMBERS = {
    'dt_series_unit.kind': 'dt_series_unit_kind',
    'dt_series_unit.price': 'dt_series_price',
    'dt_series_unit.trade': 'dt_series_trade',
    'dt_series_unit.adjusted': 'dt_series_adjusted',
    'dt_series_unit.denominator': 'dt_series_denominator',
    'dt_series_unit.reference_frequency': 'dt_series_freq',
    'dt_series.frequency': 'dt_series_freq',
    'dt_series_panel.frequency': 'dt_series_freq',
    'dt_series.flags': 'dt_series_flag', 'dt_series_panel.flags':
    'dt_series_flag', 'dt_series_options.flags': 'dt_series_option',
    'dt_growth_options.flags': 'dt_growth_option',
    'dt_compare_options.flags': 'dt_compare_option',
    'dt_growth_options.lag_rule': 'dt_growth_lag',
    'dt_growth_options.base_rule': 'dt_growth_base',
    'dt_growth_options.year_rule': 'dt_series_year_ago',
    'dt_compare_options.lag_rule': 'dt_growth_lag',
    'dt_compare_options.year_rule': 'dt_series_year_ago',
    'dt_compare_figure.rounding': 'dt_compare_rounding',
    'dt_compare_figure.quality': 'dt_compare_quality'}
RETURNED = {'dt_status', 'dt_status_class', 'dt_series_why',
            'dt_series_transformation', 'dt_compare_verdict',
            'dt_series_status'}
ENUMERATED = {'KIND', 'RULE', 'FREQUENCY'}
# What is wrong for a member, and the statuses that may say so. Members of an
# enumeration, spare ones and pointers that a type tells are not listed.
HUGE = [-1, *INT64]
WRONG = {
    'dt_series_unit.currency': ([b'u$D', b'usd', b'US', b'USDX'], {'UNIT'}),
    'dt_series_unit.per': ([b'u$D', b'usd', b'US', b'USDX'], {'UNIT'}),
    'dt_series_unit.scale': ([31, -31, *INT32], {'UNIT'}),
    'dt_series_unit.decimals': ([31, -2, *INT32], {'UNIT'}),
    'dt_series_unit.reference': ([INT64[0]], {'UNIT'}),
    'dt_series.length': (HUGE, {'LENGTH'}),
    'dt_series.stride': ([0, 2**62, *INT64], {'STRIDE', 'LENGTH'}),
    'dt_series.validity_offset': (HUGE, {'LENGTH'}),
    'dt_series.start': ([*INT64, INT64[1] - LENGTH + 1], {'PERIOD'}),
    'dt_series.status_stride': ([1, -1], {'FLAG'}),
    'dt_series_out.stride': ([0, 2**62, *INT64], {'STRIDE', 'LENGTH'}),
    'dt_series_out.capacity': ([-1, INT64[0], 0, LENGTH - 1],
                               {'CAPACITY', 'LENGTH'}),
    'dt_series_out.validity_offset': (HUGE, {'LENGTH'}),
    'dt_series_out.why_stride': (INT64, {'LENGTH', 'STRIDE'}),
    'dt_series_out.status_stride': ([1, -1], {'FLAG'}),
    'dt_series_panel.count': (HUGE, {'LENGTH'}),
    'dt_series_panel.length': (HUGE, {'LENGTH'}),
    'dt_series_panel.stride': ([0, 2**62, *INT64], {'STRIDE', 'LENGTH'}),
    'dt_series_panel.series_stride': ([2**62, *INT64], {'STRIDE', 'LENGTH'}),
    'dt_series_panel.validity_offset': (HUGE, {'LENGTH'}),
    'dt_series_panel.validity_series_stride': (INT64, {'LENGTH'}),
    'dt_series_panel.start': ([*INT64, INT64[1] - LENGTH + 1], {'PERIOD'}),
    'dt_series_panel.status_stride': ([1, -1], {'FLAG'}),
    'dt_series_panel_out.count': ([-1, INT64[0], 0, 1],
                                  {'CAPACITY', 'LENGTH'}),
    'dt_series_panel_out.length': ([-1, INT64[0], 0, LENGTH - 1],
                                   {'CAPACITY', 'LENGTH'}),
    'dt_series_panel_out.stride': ([0, 2**62, *INT64], {'STRIDE', 'LENGTH'}),
    'dt_series_panel_out.series_stride': ([2**62, *INT64],
                                          {'STRIDE', 'LENGTH', 'CAPACITY'}),
    'dt_series_panel_out.why_stride': (INT64, {'LENGTH', 'STRIDE'}),
    'dt_series_panel_out.why_series_stride': (INT64, {'LENGTH', 'STRIDE'}),
    'dt_series_panel_out.validity_offset': (HUGE, {'LENGTH'}),
    'dt_series_panel_out.validity_series_stride': (
        INT64, {'LENGTH', 'STRIDE'}),
    'dt_compare_figure.digits': ([10**15, -10**15, *INT64], {'VALUE'}),
    'dt_compare_figure.decimals': ([19, -16, *INT32], {'VALUE'}),
    'dt_growth_options.per_year': ([-1.0, math.nan, math.inf, -math.inf],
                                   {'VALUE', 'RULE', 'FLAG'}),
    'dt_series_sum.opaque': ([0, 1, 2**64 - 1], {'STRUCT'})}
# Another good value, and how a message tells the two apart.
OTHER = {
    'frequency': (MONTH, 'quarter', 'month', {'MIXED'}),
    'kind': (2, 'flow', 'stock', {'UNIT'}),
    'currency': (b'GBP', '', 'GBP', {'UNIT'}),
    'per': (b'GBP', '', 'GBP', {'UNIT'}),
    'scale': (9, '10^6', '10^9', {'UNIT'}),
    'price': (1, 'constant', 'current', {'UNIT'}),
    'trade': (2, 'exports', 'imports', {'UNIT'}),
    'adjusted': (1, 'season', 'unadjusted', {'UNIT'}),
    'denominator': (3, 'per capita', 'per worker', {'UNIT'}),
    'decimals': (3, '', '', set()),
    'reference_frequency': (MONTH, '2015', 'reference', {'UNIT'}),
    'reference': (2010, '2015', '2010', {'UNIT'}),
    'vintage': (2023, '2024', '2023', {'VINTAGE'}),
    'coverage': (8, 'coverage 7', 'coverage 8', {'UNIT'})}


def note(name, label):
    """Says which call is made, should it be the last one."""
    text = f'{name}, {label}'.encode()[:255]
    last[:256] = text.ljust(256, b'\0')


def fault(name, label, what):
    faults.append(f'{name}, {label}: {what}')


def comment_of(name):
    found = re.search(rf'/\*\*((?:(?!\*/).)*)\*/\s*DTGROWTH_API[^;]*?'
                      rf'\b{name}\(', headers[functions[name]['header']], re.S)
    return found.group(1)


def said(call):
    """The message, which is ASCII whatever the arguments are."""
    message = call.error.message
    if not all(32 <= byte < 127 for byte in message):
        fault(call.name, 'message', f'{message} is no text')
    return message.decode(errors='replace')


def comment_of_options(tag):
    text = headers[layouts[tag]['header']]
    return re.search(rf'/\*\*((?:(?!\*/).)*)\*/\s*struct {tag} {{', text,
                     re.S).group(1)


@functools.cache
def stated(name, seen=()):
    """The statuses that a function states, also through another's."""
    comment = comment_of(name)
    tail = re.search(r'@return (Otherwise.*?)(?=\n \*\n|\Z)', comment, re.S)
    tail = tail.group(1) if tail else ''
    found = set(functions[name]['statuses'])
    found |= set(re.findall(r'DT_E_\w+', tail))
    if 'dt_compare_figure)' in tail:
        found |= {'DT_E_VALUE', 'DT_E_RULE', 'DT_E_KIND', 'DT_E_FLAG'}
    for p in functions[name]['parameters']:
        options = re.search(r'struct (dt_\w+_options)', p['type'])
        if options:
            found |= set(re.findall(r'DT_E_\w+', comment_of_options(
                options.group(1))))
    for other in re.findall(r'(dt_\w+)\(\)', tail):
        if other not in seen and other != name:
            found |= stated(other, (*seen, name))
    return found


def allowed(name, label):
    for i, (functions_of, labels, reason) in enumerate(ALLOWED):
        if fnmatch.fnmatchcase(name, functions_of) and \
                fnmatch.fnmatchcase(label, labels):
            occurred.add(i)
            return True
    return False


def refused(name, label, spoil, expected=None, words=()):
    """Makes the call with and without an error; it is to be refused."""
    global calls
    statuses = []
    note(name, label)
    for given in (True, False):
        call = Call(name)
        spoil(call)
        call.error_given = given
        before = call.snapshot()
        status = call.run()
        calls += 1
        statuses.append(status)
        if status < 0 and call.snapshot() != before:
            changed = [k for k, v in call.snapshot().items() if v != before[k]]
            fault(name, label, f'fails and changes {", ".join(changed)}')
        if given:
            message, code = said(call), call.error.code
    if statuses[0] != statuses[1]:
        fault(name, label, f'{statuses[0]}, without an error {statuses[1]}')
    if allowed(name, label):
        if statuses[0] < 0:
            fault(name, label, f'documented as allowed, fails: {message}')
        return
    status = statuses[0]
    if status >= 0:
        fault(name, label, f'is accepted with {status}')
        return
    word = words_of.get(status, status)
    if word not in stated(name):
        fault(name, label, f'{word}, which is not stated: {message}')
    if expected and word[5:] not in expected:
        fault(name, label, f'{word}, not one of {expected}: {message}')
    if 'error' not in call.arguments:
        return
    touched.update(('dt_error.code', 'dt_error.message'))
    if code != status:
        fault(name, label, f'code {code}, status {status}')
    for part in words:
        if part and part not in message:
            fault(name, label, f'no "{part}" in "{message}"')
    if call.error.reserved != 0 or call.error.index < -1:
        fault(name, label, 'spare or index of the error')
    touched.update(('dt_error.reserved', 'dt_error.index'))


def setter(parameter, path, value):
    """Sets a parameter, or a member of what it points to."""
    def spoil(call):
        if not path:
            call.arguments[parameter] = value
            return
        here = call.arguments[parameter]
        if isinstance(here, ctypes.Array):
            here = here[0]
        for name in path[:-1]:
            here = getattr(here, name)
        if path[-1].isdigit():
            here[int(path[-1])] = value
        else:
            setattr(here, path[-1], value)
    return spoil


def unknown(enumeration):
    values = [c['value'] for c in enumerations[enumeration]['constants']]
    if enumeration in ('dt_series_flag', 'dt_series_option', 'dt_growth_option',
                       'dt_compare_option', 'dt_compare_text'):
        return [max(values) * 2, 2**31, 2**32 - 1]
    if enumeration == 'dt_series_freq':
        return [999, -5, 100, 113, 207, 508, max(values) + 1, *INT32]
    return [-1, max(values) + 1, *INT32]


# A message tells of these by the sizes that they lead to.
BY_SIZE = {'count', 'length', 'series_stride', 'validity_series_stride',
           'why_stride', 'why_series_stride', 'status_stride'}
# Any number will do; units that differ in it are told apart by a pair.
ANY_NUMBER = ('dt_series_unit.vintage', 'dt_series_unit.coverage')


def wrong_members(tag):
    """Paths of members, wrong values, statuses; None where it is another's."""
    for member in layouts[tag]['members']:
        name, kind = member['name'], member['type']
        full = f'{tag}.{name}'
        if full in ANY_NUMBER:
            continue
        touched.add(full)
        if kind.startswith('struct ') and '*' not in kind:
            for path, values, expected in wrong_members(kind[7:]):
                yield (name, *path), values, expected
        elif full in MEMBERS:
            touched.add(MEMBERS[full])
            expected = ({'UNIT'} if tag == 'dt_series_unit' else
                        {'FLAG', 'RULE'} if name == 'flags' else ENUMERATED)
            yield (name,), unknown(MEMBERS[full]), expected
        elif full == 'dt_series_sum.opaque':
            yield (name, '0'), WRONG[full][0], WRONG[full][1]
        elif full in WRONG:
            yield (name,), *WRONG[full]
        elif name == 'reserved' and 'count' in member:
            for i in range(member['count']):
                yield (name, str(i)), [1, INT64[0]], {'FLAG', 'UNIT'}
        elif name == 'reserved':
            yield (name,), [1, INT32[0]], {'FLAG'}
        elif name == 'status':
            yield (name,), [4096], {'FLAG'}
        elif name == 'values':
            yield (name,), [None], {'NULL'}
            yield (name,), [4097], {'ALIGNMENT'}
        elif name in SPECIAL or name == 'struct_size':
            continue
        else:
            fault(tag, name, 'no wrong value is known for it')


# Pointers of views and outputs, each of which may be null.
SPECIAL = ('validity', 'why', 'summary', 'summaries', 'offsets', 'starts')


def vary_members(name, parameter, tag):
    owner = parameter['name']
    for path, values, expected in wrong_members(tag):
        for value in values:
            label = f'{owner}->{".".join(path)}={value}'
            words = [owner]
            if tag != 'dt_series_sum':
                member = [p for p in path if not p.isdigit()][-1]
                words += [member] if member not in BY_SIZE else []
            refused(name, label, setter(owner, path, value), expected, words)
    for member in layouts[tag]['members']:
        if member['name'] in SPECIAL[:4]:
            vary_null(name, f'{owner}->{member["name"]}', owner,
                      (member['name'],))
    if tag == 'dt_series_panel':
        vary_offsets(name, owner)


def vary_null(name, label, owner, path):
    """What may be null makes no difference to the status."""
    note(name, label + ' null')
    call = Call(name)
    setter(owner, path, None)(call)
    if owner in INSTEAD and not path:
        setter(INSTEAD[owner], (), 0.5)(call)
    if path == ('why',):
        call.arguments[owner].why_stride = 0
        if hasattr(call.arguments[owner], 'why_series_stride'):
            call.arguments[owner].why_series_stride = 0
    if call.run() != 0:
        fault(name, label + ' null', said(call))


# Pointers that may be null where there is no length.
NULL_IF_ZERO = {'buffer': 'capacity', 'values': 'length',
                'work': 'work_capacity'}


def vary_pointer_of_length(name, owner):
    refused(name, f'{owner}=null', setter(owner, (), None), {'NULL'}, [owner])
    call = Call(name)
    call.arguments[owner] = None
    call.arguments[NULL_IF_ZERO[owner]] = 0
    if owner == 'work':
        call.arguments['x'].length = 0
    expected = codes['DT_E_CAPACITY'] if owner == 'buffer' else 0
    if call.run() != expected:
        fault(name, f'{owner}=null, of no length', said(call))


def vary_offsets(name, owner):
    def spans(offsets, starts):
        def spoil(call):
            panel = call.arguments[owner]
            panel.length = panel.series_stride = 0
            panel.validity_series_stride = 0
            for member, given in (('offsets', offsets), ('starts', starts)):
                if given:
                    array = (ctypes.c_int64 * len(given))(*given)
                    setattr(panel, member,
                            call.keep(f'{owner}->{member}', array))
        return spoil

    def beside(call):
        spans([0, 8, 16], None)(call)
        call.arguments[owner].series_stride = 8

    def starts(call):
        array = (ctypes.c_int64 * 2)(8080, INT64[0])
        call.arguments[owner].starts = call.keep(f'{owner}->starts', array)

    for offsets in ([0, 8, 4], [-1, 8, 16], [0, INT64[1], INT64[1]],
                    [INT64[0], 0, 8]):
        refused(name, f'{owner}->offsets={offsets}', spans(offsets, None),
                {'LENGTH'}, [owner])
    for start in INT64:
        refused(name, f'{owner}->starts={start}',
                spans([0, 8, 16], [8080, start]), {'PERIOD'},
                [owner, 'starts'])
    refused(name, f'{owner}->offsets beside strides', beside, {'STRIDE'},
            [owner])
    refused(name, f'{owner}->starts of a matrix', starts, {'PERIOD'},
            [owner, 'starts'])


def vary_options(name, owner, tag):
    made = binding.structs[tag]
    vary_members(name, {'name': owner}, tag)

    def sized(size, tail=0):
        def spoil(call):
            array = (ctypes.c_ubyte * 5000)()
            ctypes.cast(array, ctypes.POINTER(ctypes.c_uint32))[0] = size
            array[ctypes.sizeof(made) + 8] = tail
            call.arguments[owner] = array
        return spoil

    touched.add(f'{tag}.struct_size')
    for size in (0, 4, 8, ctypes.sizeof(made) - 1, ctypes.sizeof(made) + 1,
                 5000, 2**32 - 1):
        refused(name, f'{owner}->struct_size={size}', sized(size), {'STRUCT'},
                [owner, 'struct_size', str(size)])
    refused(name, f'{owner} with a tail', sized(ctypes.sizeof(made) + 16, 1),
            {'NEWER'}, [owner])
    call = Call(name)
    sized(ctypes.sizeof(made) + 16)(call)
    if call.run() != 0:
        fault(name, f'{owner} with a tail of zeros',
              said(call))


def vary_scalar(name, parameter):
    owner, kind = parameter['name'], parameter['type']
    expected = None
    if 'enumeration' in parameter:
        values = unknown(parameter['enumeration'])
        expected = {'FLAG'} if kind == 'uint32_t' else ENUMERATED
        touched.add(parameter['enumeration'])
    elif kind == 'double':
        values = [math.nan, math.inf, -math.inf]
    elif kind == 'int64_t':
        values = HUGE
    elif kind == 'uint32_t':
        values = [0, 4, 31, 33, 2**32 - 1]
    else:
        values = INT32
    for value in values:
        if 'enumeration' in parameter and kind == 'int32_t':
            words = [owner, str(value)]
        else:
            words = [owner]
        refused(name, f'{owner}={value}', setter(owner, (), value), expected,
                words)
        for other in functions[name]['parameters'] if kind == 'double' else ():
            if other.get('nullable') and 'dt_series *' in other['type']:
                refused(name, f'{owner}={value} alone',
                        lambda call: (setter(owner, (), value)(call),
                                      setter(other['name'], (), None)(call)),
                        expected, words)


def vary_pairs(name, parameters):
    """Two inputs that are good, and do not go together."""
    unit_of = {'dt_series': ('unit',), 'dt_series_panel': ('unit',),
               'dt_series_unit': ()}
    inputs = [(p['name'], p['type'].replace('const struct ', '').rstrip(' *'))
              for p in parameters if 'in' in p['direction'].split(',')]
    inputs = [(n, tag) for n, tag in inputs if tag in unit_of]
    for (first, _), (second, tag) in itertools.combinations(inputs, 2):
        for member, (value, one, other, expected) in OTHER.items():
            if member == 'frequency' and tag == 'dt_series_unit':
                continue
            touched.add('dt_series_unit.' + member)
            path = ((member,) if member == 'frequency'
                    else (*unit_of[tag], member))
            words = (one, other)
            if name.startswith('dt_series_convert_currency'):
                words = (other,)
            if member == 'kind' and name.startswith('dt_growth_convert'):
                words = ()
            refused(name, f'{first}/{second} of another {member}',
                    setter(second, path, value), expected, words)
        if tag in ('dt_series', 'dt_series_panel'):
            vary_lengths(name, first, second, tag)


def vary_lengths(name, first, second, tag):
    member = 'length' if tag == 'dt_series' else 'count'
    comment = comment_of(name)
    if re.search(r'@retval DT_E_LENGTH\s+(There are not|@p \w+ (or @p \w+ )?'
                 r'has|@p y has)', comment):
        value = 3 if member == 'count' else LENGTH - 1
        refused(name, f'{first}/{second} of another length',
                setter(second, (member,), value), {'LENGTH'}, (second,))


def vary(name):
    parameters = functions[name]['parameters']
    for p in parameters:
        owner, kind = p['name'], p['type']
        if '*' not in kind:
            vary_scalar(name, p)
            continue
        if owner == 'error':
            continue
        if owner in NULL_IF_ZERO:
            vary_pointer_of_length(name, owner)
        elif p['nullable']:
            vary_null(name, owner, owner, ())
        else:
            refused(name, f'{owner}=null', setter(owner, (), None), {'NULL'},
                    [owner])
        tag = kind.replace('const struct ', '').replace('struct ', '')
        tag = tag.rstrip(' *')
        if tag.endswith('_options'):
            vary_options(name, owner, tag)
        elif 'const struct' in kind or (p['direction'] == 'in,out'):
            vary_members(name, p, tag)
        elif kind == 'const char *':
            for text in (b'', b'?', b'2024-Q5', b'1' * 5000, b'\xff\xfe'):
                refused(name, f'{owner}={text[:9]}', setter(owner, (), text))
    vary_pairs(name, parameters)


def good(name):
    """The call as it is: it succeeds, and writes whole results."""
    note(name, 'good call')
    call = Call(name)
    status = call.run()
    if functions[name]['status'] and status != 0:
        fault(name, 'good call', said(call))
    for place, memory in call.memory.items():
        tag = type(memory).__name__
        summary = tag == 'dt_series_summary' and name != 'dt_series_from_out'
        if tag in layouts and '->' not in place or summary:
            check_written(name, place, memory)


def check_written(name, place, memory):
    tag = type(memory).__name__
    for member in layouts[tag]['members']:
        touched.add(f'{tag}.{member["name"]}')
        bytes_of = bytes(memory)[member['offset']:][:member['size']]
        if bytes_of == bytes([PATTERN]) * member['size']:
            fault(name, place, f'{member["name"]} is not written')


def without_status(name):
    """Functions that cannot fail have an answer to everything."""
    note(name, 'without a status')
    entry = functions[name]
    call = Call(name)
    result = call.run()
    if entry['returns'] == 'double' and name != 'dt_series_at':
        for p in entry['parameters']:
            for value in (math.nan, math.inf, -math.inf):
                label = f'{p["name"]}={value}'
                call = Call(name)
                call.arguments[p['name']] = value
                if not math.isnan(call.run()) and not documented(name, label):
                    fault(name, label, f'is {call.run()}')
    for p in entry['parameters']:
        if p['type'] == 'int32_t' and name not in ('dt_series_is_missing',):
            if 'enumeration' in p:
                touched.add(p['enumeration'])
            for value in INT32 if p['name'] == 'year' else (*INT32, -5, 999):
                call = Call(name)
                call.arguments[p['name']] = value
                answer = call.run()
                if answer not in UNKNOWN[name]:
                    fault(name, f'{p["name"]}={value}', f'is {answer}')
        elif p['type'] == 'const char *':
            for text in (None, b'', b'?'):
                call = Call(name)
                call.arguments[p['name']] = text
                if call.run() != b'unknown':
                    fault(name, f'{p["name"]}={text}', 'is known')
    return result


UNKNOWN = {
    'dt_series_frequency': [codes['DT_E_FREQUENCY']],
    'dt_series_frequency_name': [b'unknown frequency'],
    'dt_series_per_year': [0], 'dt_series_period_of': [INT64[0]],
    'dt_series_why_name': [b'unknown reason'], 'dt_status_class': [1],
    'dt_compare_verdict_name': [b'unknown verdict'],
    'dt_status_name': [b'unknown status', b'DT_E_STRIDE', b'DT_E_PERIODS',
                       b'DT_E_CAPACITY'],
    'dt_enum_word': [b'unknown']}


def documented(name, label):
    for i, (functions_of, labels, reason) in enumerate(NO_VALUE):
        if fnmatch.fnmatchcase(name, functions_of) and \
                fnmatch.fnmatchcase(label, labels):
            occurred.add(len(ALLOWED) + i)
            return True
    return False


def check_effects(name):
    note(name, 'effects of options')
    for label in without_effect(name):
        if not allowed(name, label):
            fault(name, label, 'neither refused nor of effect')


def check_words():
    """Of every enumeration, the words and numbers that it does not have."""
    for tag in enumerations:
        for word in (b'', b'nonesuch', b'LOG'):
            call = Call('dt_enum_value')
            call.arguments['enumeration'] = tag.encode()
            call.arguments['word'] = word
            if call.run() != codes['DT_E_TEXT']:
                fault('dt_enum_value', f'{tag}, {word}', 'is known')
        for value in INT32:
            call = Call('dt_enum_word')
            call.arguments['enumeration'] = tag.encode()
            call.arguments['value'] = value
            if call.run() != b'unknown':
                fault('dt_enum_word', f'{tag}, {value}', 'is known')


def check_complete(called):
    """Nothing in api.json is without its variation."""
    for name in set(functions) - called:
        fault(name, 'in api.json', 'nothing calls it')
    for tag in set(enumerations) - touched - RETURNED:
        fault(tag, 'in api.json', 'no unknown value of it is passed')
    for tag, struct in layouts.items():
        for member in struct['members']:
            if f'{tag}.{member["name"]}' not in touched:
                fault(tag, member['name'], 'nothing varies it')
    for i, (name, label, reason) in enumerate(ALLOWED + NO_VALUE):
        if i not in occurred:
            fault(name, label, 'an exception that does not occur')
        if not any(' '.join(reason.split()) in text for text in plain.values()):
            fault(name, label, f'no header says "{reason}"')


def main():
    called = set()
    for name, entry in functions.items():
        called.add(name)
        if not entry['status']:
            without_status(name)
            continue
        good(name)
        vary(name)
        if any(p['type'].endswith('_options *') for p in entry['parameters']):
            check_effects(name)
    check_words()
    check_complete(called)
    print('\n'.join(faults) if faults else
          f'{calls} calls of {len(called)} functions, {len(ALLOWED)} kinds '
          'of them allowed')
    return bool(faults)


def watched():
    """The calls are made in one process, of which another sees the end."""
    child = os.fork()
    if child == 0:
        status = main()
        sys.stdout.flush()
        os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        text = last[:].rstrip(b'\0').decode(errors='replace')
        print(f'{text}: dies of signal {os.WTERMSIG(status)}')
    return status != 0


if __name__ == '__main__':
    sys.exit(watched())
