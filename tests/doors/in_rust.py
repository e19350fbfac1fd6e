# SPDX-License-Identifier: MIT
"""What of the door of Rust follows from api.json."""

from described import FUNCTIONS, READ, SPARE, STRUCTS, pointed, target, written
from draw import structs
from rust import PLAIN


def kind(inside):
    return inside if inside in structs else PLAIN[inside]


def place(member):
    return f'(&raw mut (*at).{member["name"]}).cast()'


class Door:
    """Functions that go through pointers to elements, as those of C do."""

    def read_member(self, m):
        words, name = m['type'], m['name']
        if name in SPARE:
            return []
        inside = target(words)
        if '*' in words:
            size = f'size_of::<{kind(inside)}>()'
            how = (f'd.read_array({size}, read_{inside})'
                   if words.startswith('const') else
                   f'd.make_room({size}, Some(add_{inside}))')
            return [f'    (*at).{name} = {how}.cast();']
        if words == 'char':
            return [f'    d.read_chars({place(m)}, {m["count"]});']
        return [f'    read_{inside}(d, {place(m)});']

    def add_member(self, m):
        words, name = m['type'], m['name']
        inside = target(words)
        if '*' in words:
            return [f'    d.add_pointer((*at).{name}.cast_mut().cast(), '
                    f'add_{inside});']
        many, each = m.get('count', 1), inside
        if words == 'char':
            each = 'uint8_t'
        return [f'    d.add_many({place(m)}, {many}, '
                f'size_of::<{kind(inside)}>(), add_{each});']

    def struct(self, s, word):
        member = {'read': self.read_member, 'add': self.add_member}[word]
        tag = s['name']
        return [f'fn {word}_{tag}(d: &mut Door, at: *mut u8) {{ unsafe {{',
                f'    let at = at.cast::<{tag}>();',
                *(line for m in s['members'] for line in member(m)), '} }']

    def argument(self, f, p):
        words, inside = p['type'], pointed(f, p)
        if p['name'] == 'error':
            return '&raw mut d.error'
        if words == 'const char *':
            return 'd.text()'
        if words == 'char *':
            return 'd.make_text()'
        if inside == 'dt_series_sum':
            return 'd.sum()'
        if words == 'double':
            return 'd.double()'
        if '*' not in words:
            return f'd.integer() as {PLAIN[words]}'
        size = f'size_of::<{kind(inside)}>()'
        if words.startswith('const'):
            return f'd.read_array({size}, read_{inside}).cast()'
        add = 'None' if p['name'] == 'work' else f'Some(add_{inside})'
        return f'd.make_room({size}, {add}).cast()'

    def call(self, f):
        names = [f'a_{p["name"]}' for p in f['parameters']]
        yield f'fn call_{f["name"]}(d: &mut Door) {{ unsafe {{'
        for name, p in zip(names, f['parameters']):
            yield f'    let {name} = {self.argument(f, p)};'
        yield f'    let x = {f["name"]}({", ".join(names)});'
        if f['status']:
            yield '    d.finish(x);'
        elif f['returns'] == 'const char *':
            yield '    d.add_text(x);'
        else:
            yield f'    d.add(x.to_le_bytes());'
        yield '} }'

    def lines(self):
        yield '// Made of api.json by tests/doors/in_rust.py.'
        for s in written():
            yield from self.struct(s, 'add')
        for s in STRUCTS:
            if s['name'] in READ:
                yield from self.struct(s, 'read')
        for f in FUNCTIONS:
            yield from self.call(f)
        yield 'const DOORS: &[(&str, fn(&mut Door))] = &['
        for f in FUNCTIONS:
            yield f'    ("{f["name"]}", call_{f["name"]}),'
        yield '];'
