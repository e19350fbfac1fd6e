"""Every check of the sources finds the fault that is planted for it. The rows:
a check, files that are all it sees, and a part of what it prints."""

import os
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))


def function(name, body='', kind='void'):
    return f'{kind}\n{name}(void)\n{{\n{body}}}\n'


HEADER, TEST = 'include/dtgrowth/planted.h', 'tests/planted.c'
LOW, HIGH = 'lib/base/planted.c', 'lib/series/planted_above.c'
ROWS = [
    ('style.py', {HEADER: '/*' + 77 * '.' + '*/\n'},
     f'{HEADER}:1: 81 columns'),
    ('style.py', {TEST: function('long_one', 38 * '    ;\n')},
     f'{TEST}:2: long_one has 41 lines'),
    ('style.py', {LOW: 'int planted(void)\n{\n}\n'},
     f'{LOW}:1: planted does not start its line'),
    ('style.py', {LOW: 301 * '\n'}, f'{LOW}:301: 301 lines'),
    ('style.py', {LOW: function('lost', '    dt__enter();\n    DT__TRY(f());\n'
                                        '    dt__leave(c);\n')},
     f'{LOW}:2: lost: DT__TRY before dt__leave()'),
    ('style.py', {LOW: 'int a = f() != DT_E_OK;\n'},
     f'{LOW}:1: "!= DT_E_OK", not "< 0"'),
    ('style.py', {LOW: '\nif (status)\n'},
     f'{LOW}:2: "if (status)", not "< 0"'),

    ('layers.py', {LOW: '#include "series/view.h"\n'},
     f'{LOW}:1: uses series, which is above it'),
    ('layers.py', {LOW: '#include <math.h>\n'},
     f'{LOW}:1: math.h, which we do without'),
    ('layers.py', {'lib/base/planted.h': '\nint dt__planted(int);\n',
                   HIGH: function('dt__planted')},
     'lib/base/planted.h:2: dt__planted is defined in series/planted_above.c'),
    ('layers.py', {LOW: '', 'lib/series/planted.c': ''},
     f'lib/series/planted.c: has the name of {LOW}'),
    ('layers.py', {LOW: function('dt__low', '    dt__high();\n'),
                   HIGH: function('dt__high', '    dt__low();\n')},
     'lib/base/planted: a circle: base/planted uses dt__high of '
     'series/planted_above, series/planted_above uses dt__low of base/planted'),
    ('layers.py', {'lib/base/a.h': '#include "base/b.h"\n',
                   'lib/base/b.h': '#include "base/a.h"\n'},
     'lib/base/a.h: a circle: base/a.h uses it of base/b.h, base/b.h uses'),

    ('tables.py', {HEADER: 'enum planted { PLANTED_A = 0, PLANTED_B = 1 };\n',
                   LOW: 'DT__DEFINE_HAS_ROW(is_a, planted, ROWS)\n'
                        'int a[] = { PLANTED_A, PLANTED_B };\n',
                   HIGH: function('f', '    if (k == PLANTED_B)\n        ;\n')},
     'lib/series/planted_above.c:4: PLANTED_B stands outside'),
    ('tables.py', {HEADER: 'enum planted { PLANTED_A = 0, PLANTED_B = 1 };\n',
                   LOW: 'DT__DEFINE_HAS_ROW(is_a, planted, ROWS)\n'
                        'int a[] = { PLANTED_A };\n'},
     f'{LOW}: PLANTED_B has no row'),
    ('tables.py', {HIGH: function('f', '    for (int i = 0; i < x->length; )\n'
                                       '        ;\n')},
     'lib/series/planted_above.c:4: f has a loop over elements'),
]
ROWS += [
    ('unique.py', {LOW: low, HIGH: high},
     f'{name}: {kind} of {LOW}, {other} of {HIGH}')
    for name, kind, low, other, high in [
        ('planted', 'function', function('planted', kind='static int'),
         'function', function('planted', kind='static long')),
        ('struct planted', 'tag', 'struct planted { int a; };\n',
         'tag', 'struct planted {\n    long b;\n};\n'),
        ('planted', 'enumerator', 'enum { FIRST = 1, planted };\n',
         'macro', '#define planted 3\n'),
        ('planted', 'macro', '#  define planted() 1\n',
         'word', function('other', '    int planted = 3;\n')),
        ('planted', 'type', 'typedef int (*planted)(int);\n',
         'type', 'typedef double planted __attribute__((aligned(8)));\n'),
        ('planted', 'variable', 'static int a[2] = { 1, 2 }, *planted;\n',
         'variable', function('f', kind='static int') +
         'static const struct {\n    int b;\n} planted[] = { { 1 }, { 2 } };'),
    ]
]


def found(check, files, said):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.dirname(f'{root}/{path}'), exist_ok=True)
            with open(f'{root}/{path}', 'w', encoding='utf-8') as file:
                file.write(text)
        run = subprocess.run([sys.executable, f'{FOLDER}/{check}', root],
                             capture_output=True, text=True)
    if run.returncode != 1 or said not in run.stdout:
        print(f'{check} does not say "{said}"{run.stderr}')
        return False
    return True


results = [found(*row) for row in ROWS]
print(f'{len(results)} planted faults')
sys.exit(not all(results))
