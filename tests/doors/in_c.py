# SPDX-License-Identifier: MIT
"""What of the door of C follows from api.json."""

from described import READ, SPARE, STRUCTS, pointed, target, written
from draw import api, structs

# Those that no line calls are called by programs of C alone.
FUNCTIONS = api['functions']


def is_plain(f):
    """A function that has no status and works with numbers of its caller."""
    kinds = [f['returns'], *(p['type'] for p in f['parameters'])]
    return not f['status'] and any(
        kind in ('double', 'const struct dt_series *') for kind in kinds)


class Door:
    """One header, of functions that go through pointers to elements."""

    def read_member(self, m):
        kind, name = m['type'], m['name']
        if name in SPARE:
            return []
        if '*' in kind:
            inside = target(kind)
            const = 'const ' if kind.startswith('const') else ''
            how = (f'read_array(sizeof(*to->{name}), read_{inside})'
                   if const else
                   f'make_room(sizeof(*to->{name}), add_{inside})')
            struct = 'struct ' if inside in structs else ''
            return [f'    to->{name} = ({const}{struct}{inside} *)',
                    f'        {how};']
        if kind == 'char':
            return [f'    read_chars(to->{name}, sizeof(to->{name}));']
        return [f'    read_{target(kind)}(&to->{name});']

    def add_member(self, m):
        kind, name = m['type'], m['name']
        inside = target(kind)
        if '*' in kind:
            return [f'    add_pointer(from->{name}, add_{inside});']
        if kind == 'char':
            return [f'    add_chars(from->{name}, sizeof(from->{name}));']
        if 'count' in m:
            return [f'    for (int i = 0; i < {m["count"]}; i++)',
                    f'        add_{inside}(&from->{name}[i]);']
        return [f'    add_{inside}(&from->{name});']

    def struct(self, s, word, const):
        """What reads a struct, or adds it to the digest."""
        here = {'read': 'to', 'add': 'from'}[word]
        member = {'read': self.read_member, 'add': self.add_member}[word]
        tag = s['name']
        return ['', 'static void', f'{word}_{tag}({const}void *element)', '{',
                f'    {const}struct {tag} *{here} =',
                f'        ({const}struct {tag} *)element;', '',
                *(line for m in s['members'] for line in member(m)), '}']

    def argument(self, f, p):
        kind, name = p['type'], 'a_' + p['name']
        inside = pointed(f, p)
        if name == 'a_error':
            return [], '&error'
        if kind == 'const char *':
            return [f'    const char *{name} = read_text();'], name
        if kind == 'char *':
            return [f'    char *{name} = make_text();'], name
        if inside == 'dt_series_sum':
            return [f'    struct dt_series_sum *{name} ='
                    ' &sums[next_integer() % SUMS];'], name
        if '*' not in kind:
            return [f'    {kind} {name};', f'    read_{kind}(&{name});'], name
        struct = 'struct ' if inside in structs else ''
        if kind.startswith('const'):
            how = f'read_array(sizeof(*{name}), read_{inside})'
        else:
            add = 'NULL' if name == 'a_work' else f'add_{inside}'
            how = f'make_room(sizeof(*{name}), {add})'
        return [f'    {struct}{inside} *{name} = ({struct}{inside} *)',
                f'        {how};'], name

    def call(self, f):
        made = [self.argument(f, p) for p in f['parameters']]
        lines = [line for declared, _ in made for line in declared]
        passed = ''.join(',\n        ' + name for _, name in made)[1:]
        kind = f['returns'] + ('' if f['returns'].endswith('*') else ' ')
        yield from ['', 'static void', f'call_{f["name"]}(void)', '{', *lines,
                    '    DOOR_BEFORE();',
                    f'    {kind}x = {f["name"]}({passed});',
                    '    DOOR_AFTER();']
        if f['status']:
            yield '    finish(x);'
        elif f['returns'] == 'const char *':
            yield '    add_text(x);'
        else:
            yield f'    add_{f["returns"]}(&x);'
        yield '}'

    def table(self):
        """A row of each function: whether it assumes the default environment,
        as a function of numbers that has no status, and its stack in KB."""
        yield from ['', 'static const struct door {', '    const char *name;',
                    '    void (*call)(void);', '    int plain, stack;',
                    '} doors[] = {']
        for f in FUNCTIONS:
            yield (f'    {{ "{f["name"]}", call_{f["name"]}, '
                   f'{int(is_plain(f))}, {f.get("stack", 1)} }},')
        yield '};'

    def lines(self):
        yield '/* Made of api.json by tests/doors/in_c.py. */'
        for s in written():
            yield from self.struct(s, 'add', 'const ')
        for s in STRUCTS:
            if s['name'] in READ:
                yield from self.struct(s, 'read', '')
        for f in FUNCTIONS:
            yield from self.call(f)
        yield from self.table()
