# SPDX-License-Identifier: MIT
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
WALK, KERNEL = 'lib/growth/walk.c', 'lib/kernels/kernels.h'
WALKS = ('enum dt__walk_id {\n    DT__WALK_NONE = 0, DT__WALK_A = 1,\n'
         '    DT__WALK_B,\n    DT__WALKS_COUNT\n};\n'
         'int a[] = { [DT__WALK_A] = 1, [DT__WALK_B] = 2 };\n')
KERNELS = '#define R(ROW) ROW(DT__KERNEL_A, a) ROW(DT__KERNEL_B, b)\n'
DAYS = 'lib/calendar/period_days.c'
CASES = 'enum dt__measure { WEEKS, DAYS };\n' + function(
    'f', '    switch (m) {\n    case WEEKS:\n    case DAYS:\n'
    '        g();\n    }\n')
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
    ('layers.py', {LOW: '\n#include "../num/exp.h"\n'},
     f'{LOW}:2: ../num/exp.h is no folder and file'),
    ('layers.py', {LOW: '#include "num/../num/exp.h"\n'},
     f'{LOW}:1: num/../num/exp.h is no folder and file'),
    ('layers.py', {LOW: '#include "planted.h"\n'},
     f'{LOW}:1: planted.h is no folder and file'),
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
    ('tables.py', {HIGH: function('f', '    switch (kind) {\n    case 3:\n'
                                       '        break;\n    }\n')},
     'lib/series/planted_above.c:4: a switch whose cases'),
    ('tables.py', {HIGH: function('f', '    switch (kind) {\n    case KIND:\n'
                                       '        break;\n    }\n')},
     'lib/series/planted_above.c:4: a switch whose cases'),
    ('tables.py', {WALK: WALKS, HIGH: function(
        'f', '    if (w == 1)\n        ;\n    else if (w == DT__WALK_B)\n')},
     'lib/series/planted_above.c:6: DT__WALK_B is told apart outside of '
     'growth/walk.c'),
    ('tables.py', {WALK: WALKS, HIGH: 'int a = DT__WALK_A <\n    w ? 1 : 2;\n'},
     'lib/series/planted_above.c:1: DT__WALK_A is told apart outside of '),
    ('tables.py', {KERNEL: KERNELS,
                   HIGH: 'bool a = k->kernel >= DT__KERNEL_B;\n'},
     'lib/series/planted_above.c:1: DT__KERNEL_B is told apart outside of '
     'kernels/kernels.h'),
    ('tables.py', {WALK: WALKS.replace('[DT__WALK_B] = 2', '')},
     f'{WALK}: DT__WALK_B has 0 rows'),
    ('tables.py', {WALK: WALKS.replace('WALK_A]', 'WALK_B]')},
     f'{WALK}: DT__WALK_B has 2 rows'),
    ('tables.py', {DAYS: CASES.replace('case DAYS:', '')},
     f'{DAYS}:5: a switch whose cases are not the rows'),
    ('tables.py', {DAYS: CASES.replace('case DAYS:', 'default:')},
     f'{DAYS}:5: a switch whose cases are not the rows'),
    ('tables.py', {DAYS: CASES.replace('DAYS:', 'DAYS:\n    default:')},
     f'{DAYS}:5: a switch whose cases are not the rows'),
    ('tables.py', {WALK: ''}, f'{WALK}: there is no enum dt__walk_id'),
    ('tables.py', {HEADER: 'enum {\n    DT_SERIES_FREQ_UNDATED = 0, BASE = 100,\n'
                           '    B = 112, LAST = 200 /* Behind. */ };\n',
                   'lib/calendar/frequency.c':
                   'int a[] = { ROW(DT_SERIES_FREQ_UNDATED, 1) { BASE, 2 } };\n'},
     'lib/calendar/frequency.c: LAST has no row'),
    ('tables.py', {HIGH: function('f', '    for (int i = 0; i < x->length; )\n'
                                       '        ;\n')},
     'lib/series/planted_above.c:4: f has a loop over elements'),
]
ROWS += [
    ('unique.py', {LOW: low, HIGH: high},
     f'{name}: {kind} of {LOW}, {other} of {HIGH}')
    for name, kind, low, other, high in [
        ('planted', 'static function', function('planted', kind='static int'),
         'static function', function('planted', kind='static long')),
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
ROWS += [
    ('unique.py', {'lib/base/planted_here.c': text},
     f'{name}: {kind} of lib/base/planted_here.c, and not planted_*')
    for name, kind, text in [
        ('here_f', 'static function', function('here_f', kind='static int')),
        ('is_planted', 'static function',
         'DT__DEFINE_HAS_ROW(is_planted, tag, ROWS)\n'),
        ('dt__f', 'static function', function('dt__f', kind='static int')),
        ('struct here', 'tag', 'struct here {\n    int a;\n};\n'),
        ('here_type', 'type', 'typedef int here_type;\n'),
        ('HERE', 'macro', '#define HERE 1\n'),
        ('HERE_MOST', 'enumerator', 'enum { HERE_MOST = 3 };\n'),
        ('heres', 'variable', 'static const int heres[] = { 1 };\n'),
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
