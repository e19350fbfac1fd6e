# SPDX-License-Identifier: MIT
"""What of the door of Fortran follows from api.json."""

from described import FUNCTIONS, READ, SPARE, STRUCTS, pointed, target, written
from draw import structs
from fortran import KINDS, wrapped

SIZES = {'double': 8, 'int64_t': 8, 'int32_t': 4, 'uint32_t': 4, 'uint8_t': 1}


def size(inside):
    found = structs[inside]['size'] if inside in structs else SIZES[inside]
    return f'{found}_c_int64_t'


class Door:
    """Procedures that take addresses of elements."""

    def read_member(self, m):
        words, name = m['type'], m['name']
        if name in SPARE:
            return []
        inside = target(words)
        if '*' in words:
            how = (f'read_array({size(inside)}, read_{inside})'
                   if words.startswith('const') else
                   f'make_room({size(inside)}, add_{inside})')
            return [f'    at%{name} = {how}']
        if words == 'char':
            return [f'    call read_chars(at%{name})']
        return [f'    call read_{inside}(c_loc(at%{name}))']

    def add_member(self, m):
        words, name = m['type'], m['name']
        inside = target(words)
        if '*' in words:
            return [f'    call add_pointer(at%{name}, add_{inside})']
        if words == 'char':
            return [f'    call add_chars(at%{name})']
        return [f'    call add_many(c_loc(at%{name}), {m.get("count", 1)}'
                f'_c_int64_t, {size(inside)}, add_{inside})']

    def struct(self, s, word):
        member = {'read': self.read_member, 'add': self.add_member}[word]
        tag = s['name']
        return ['', f'subroutine {word}_{tag}(p)',
                '    type(c_ptr), intent(in) :: p',
                f'    type({tag}), pointer :: at', '',
                '    call c_f_pointer(p, at)',
                *(line for m in s['members'] for line in member(m)),
                f'end subroutine {word}_{tag}']

    def argument(self, f, p):
        """What declares it, and what it is."""
        words, inside = p['type'], pointed(f, p)
        if words == 'const char *':
            return 'type(c_ptr)', 'next_text()'
        if words == 'char *':
            return 'type(c_ptr)', 'make_text()'
        if inside == 'dt_series_sum':
            return 'type(c_ptr)', 'c_loc(sums(next_integer()))'
        if words == 'double':
            return 'real(c_double)', 'next_double()'
        if '*' not in words:
            kind = KINDS[words]
            return kind, f'int(next_integer(), {kind[8:-1]})'
        if words.startswith('const'):
            return 'type(c_ptr)', f'read_array({size(inside)}, read_{inside})'
        add = ('add_nothing' if p['name'] == 'work' else f'add_{inside}')
        return 'type(c_ptr)', f'make_room({size(inside)}, {add})'

    def call(self, f):
        names = [f'a_{p["name"]}' for p in f['parameters']]
        made = [(name, *self.argument(f, p))
                for name, p in zip(names, f['parameters'])
                if p['name'] != 'error']
        called = f'{f["name"]}({", ".join(names)})'.replace('a_error',
                                                            'c_loc(error)')
        yield from ['', f'subroutine call_{f["name"]}()',
                    *(f'    {kind} :: {name}' for name, kind, _ in made)]
        if not f['status'] and '*' not in f['returns']:
            yield f'    {KINDS[f["returns"]]}, target :: x'
        yield ''
        for name, _, how in made:
            yield f'    {name} = {how}'
        if f['status']:
            yield wrapped(f'    call finish({called})')
        elif '*' in f['returns']:
            yield f'    call add_text({called})'
        else:
            yield f'    x = {called}'
            yield f'    call add_{f["returns"]}(c_loc(x))'
        yield f'end subroutine call_{f["name"]}'

    def lines(self):
        yield '! Made of api.json by tests/doors/in_fortran.py.'
        for s in written():
            yield from self.struct(s, 'add')
        for s in STRUCTS:
            if s['name'] in READ:
                yield from self.struct(s, 'read')
        for f in FUNCTIONS:
            yield from self.call(f)
        yield from ['', 'subroutine enter(name)',
                    '    character(len=*), intent(in) :: name', '',
                    '    select case (name)']
        for f in FUNCTIONS:
            yield f"    case ('{f['name']}')"
            yield f'        call call_{f["name"]}()'
        yield from ['    case default', '        error stop "no function"',
                    '    end select', 'end subroutine enter']
