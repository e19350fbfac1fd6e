# SPDX-License-Identifier: MIT
"""What the module dtgrowth.c gives, as the bytes that door.c adds to its digest
of the same call."""

import struct

from described import SPARE, pointed, target
from draw import structs
from given import FREQUENCIES, WORDS, Out, Unsaid, has_bit
from lent import PATTERN

FORMATS = {'double': 'd', 'int64_t': 'q', 'int32_t': 'i', 'uint32_t': 'I',
           'uint8_t': 'B'}
STATUSES = {f'DT_E_{word.upper()}': value
            for word, value in WORDS['dt_status'].items()}


def number_of(enumeration, x):
    if not isinstance(x, str):
        return x
    return (FREQUENCIES[x] if enumeration == 'dt_series_freq'
            else WORDS[enumeration][x])


def text_bytes(text):
    return text.encode() + b'\0'


def plain_bytes(kind, x):
    return struct.pack('<' + FORMATS[kind], x)


def untouched(size):
    return bytes([PATTERN]) * size


def member_bytes(tag, m, value):
    kind, name = target(m['type']), m['name']
    if name in SPARE:
        return bytes(m.get('count', 1) * struct.calcsize(FORMATS[kind]))
    if name == 'struct_size':
        return plain_bytes(kind, structs[tag]['size'])
    x = getattr(value, name)
    if kind == 'char':
        return x.encode().ljust(m['count'], b'\0')
    if kind in structs:
        return record_bytes(kind, x)
    if 'count' in m:
        return b''.join(plain_bytes(kind, each) for each in x)
    if isinstance(x, tuple):  # Words of bits.
        x = sum(1 << number_of(m['enumeration'], word) for word in x)
    return plain_bytes(kind, number_of(m.get('enumeration'), x))


def record_bytes(tag, value):
    return b''.join(member_bytes(tag, m, value)
                    for m in structs[tag]['members'])


# ---------------------------------------------------------------------------
# Results

def places(out, step, row):
    return (j * row + i * step for j in range(out.count)
            for i in range(out.length))


def values_bytes(out, result):
    given = memoryview(result).tobytes()
    if out.given is None:
        return given
    if out.given.tobytes() != given:
        raise AssertionError('the result is not what is in out')
    return out.room.bytes()


def reasons_of(turn, out, result):
    """Bytes, or words."""
    if not turn.by_record:
        return result.reasons
    words = sum(result.why, []) if out.many else result.why
    return [number_of('dt_series_why', w or 'defined') for w in words]


def why_bytes(out, reasons):
    made = bytearray(untouched(out.out['why'] or 0))
    row = out.out['why_series_stride'] or out.length
    step = out.out['why_stride'] or 1
    for at, why in zip(places(out, step, row) if made else (), reasons):
        made[at] = why
    return bytes(made)


def bits_bytes(out, reasons):
    """A bit says that there is no reason."""
    made = bytearray(untouched(out.out['validity'] or 0))
    row = out.out['validity_series_stride'] or out.length
    for at, why in zip(places(out, 1, row) if made else (), reasons):
        at += out.out['validity_offset']
        made[at >> 3] = (made[at >> 3] & ~(1 << (at & 7)) |
                         (not why) << (at & 7))
    return bytes(made)


def check_place(line, result):
    """Periods are those of the first series, or from where one begins."""
    given = [value[0] for p, value in line.given if value and pointed(
        line.entry, p) in ('dt_series', 'dt_series_panel')]
    starts = [x.get('starts') or [x['start']] * x.get('count', 1)
              for x in given]
    expected = [min(starts)[0]] * len(result.ordinals) \
        if 'splice' in line.name else starts[0]
    summary = result.summary[0] if result.ndim == 2 else result.summary
    if (result.frequency, result.ordinals, result.unit) != (
            given[0]['frequency'], expected, summary.unit):
        raise AssertionError('the result has other periods, or another unit')


def out_bytes(turn, line, out, result):
    check_place(line, result)
    reasons = reasons_of(turn, out, result)
    if len(reasons) != out.count * out.length:
        raise AssertionError(f'{len(reasons)} reasons')
    made = values_bytes(out, result) + why_bytes(out, reasons)
    made += bits_bytes(out, reasons)
    if out.out['summaries' if out.many else 'summary'] is None:
        return made
    return made + b''.join(record_bytes('dt_series_summary', s) for s in (
        result.summary if out.many else [result.summary]))


def read_bytes(out):
    """Of room that is read, and not written to."""
    summary = (out['summary'] or 0) * structs['dt_series_summary']['size']
    return untouched(8 * out['values'] + (out['why'] or 0) + summary)


# ---------------------------------------------------------------------------
# A series that looks at memory

def origin(line, p):
    """Where it is from: this says what Python does not show of it."""
    plain = {'validity': None, 'validity_offset': 0, 'flags': 0}
    name = line.name.removeprefix('dt_series_')
    if name == 'view':
        return {**plain, **line.of}
    if name == 'from_out':
        out = line.of['out'][0]
        if out['validity'] is not None:
            raise Unsaid('a bitmap behind an output')
        values = struct.unpack(f'<{out["values"]}d',
                               untouched(8 * out['values']))
        return {**plain, **line.of['like'][0], 'stride': out['stride'],
                'flags': 0, 'validity': None, 'values': values}
    return line.of[{'slice': 'self'}.get(p['name'], p['name'][0])][0]


def check_elements(s, like, first):
    """Those of where it is from; a missing one is a NaN."""
    expected = [like['values'][i * like['stride']] if has_bit(like, i)
                else float('nan') for i in range(first, first + len(s))]
    if struct.pack(f'{len(s)}d', *s) != struct.pack(f'{len(s)}d', *expected):
        raise AssertionError('observations differ')


def view_bytes(line, p, s):
    like = origin(line, p)
    first = s.ordinal - like['start']
    bits = like['validity']
    check_elements(s, like, first)
    if not has_bit(like, first):
        raise Unsaid('what lies under a missing bit')
    stride = like['stride'] if bits else memoryview(s).strides[0] // 8
    made = b'\1' + memoryview(s)[:1].tobytes()
    made += b'\1' + bytes(bits[:1]) if bits else b'\0'
    made += struct.pack('<4qiI', len(s), stride,
                        like['validity_offset'] + first, s.ordinal,
                        s.frequency, like['flags'])
    # No pointer to statuses, their stride, and what is reserved.
    return made + record_bytes('dt_series_unit', s.unit) + bytes(1 + 5 * 8)


# ---------------------------------------------------------------------------
# A call

def output_bytes(line, p, result):
    inside, size = pointed(line.entry, p), line.of[p['name']]
    if inside == 'char':
        if size < len(text_bytes(result)):
            raise Unsaid('no room for a text')
        return text_bytes(result)
    if size is None or inside == 'uint8_t':
        return b'' if size is None else result
    if inside == 'dt_series':
        return view_bytes(line, p, result)
    each = result if isinstance(result, list) else [result]
    if inside in structs:
        made = b''.join(record_bytes(inside, x) for x in each)
    else:
        made = b''.join(plain_bytes(inside, number_of('dt_series_why', x))
                        for x in each)
    return made + untouched(len(made) // len(each) * (size - len(each)))


def finished(turn, line, given, result):
    """All rooms, in the order of the arguments."""
    names = [p['name'] for p, _ in line.given if line.makes(p)]
    results = dict(zip(names, result if len(names) > 1 else [result]))
    made = [plain_bytes('int32_t', 0)]
    for p, value in line.given:
        out = given.get(p['name'])
        if p['name'] == 'needed' and value:
            text = next(iter(results.values()))
            made.append(plain_bytes('int64_t', len(text_bytes(text))))
        elif isinstance(out, Out) and not line.makes(p):
            made.append(read_bytes(value[0]))
        elif isinstance(out, Out):
            made.append(out_bytes(turn, line, out, results[p['name']]))
        elif line.makes(p):
            made.append(output_bytes(line, p, results[p['name']]))
    return b''.join(made)


def failed(line, error):
    made = plain_bytes('int32_t', STATUSES[error.status])
    if line.entry['parameters'][-1]['name'] != 'error':
        return made + plain_bytes('int64_t', 0) + text_bytes('')
    return made + plain_bytes('int64_t', error.index) + text_bytes(str(error))


def returned(line, result):
    kind = line.entry['returns']
    if line.name == 'dt_series_at' and not has_bit(line.of['self'][0],
                                                   line.of['i']):
        raise Unsaid('what lies under a missing bit')
    return (text_bytes(result) if kind == 'const char *'
            else plain_bytes(kind, result))
