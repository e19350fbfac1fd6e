"""Every check of the sources finds the fault that is planted for it, in a copy.
The rows: a check, a file of the copy, what is added at the file's end, and a
part of what the check prints."""

import os
import shutil
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))

LONG_FUNCTION = 'static int\nlong_one(void)\n{\n' + '    ;\n' * 38 + '}\n'
ROWS = [
    ('style.py', 'include/dtgrowth/base.h', '/*' + 77 * '.' + '*/\n',
     ': 81 columns'),
    ('style.py', 'tests/support.c', LONG_FUNCTION, ': long_one has 41 lines'),
    ('style.py', 'lib/base/text.c', 'int one_line(void)\n{\n}\n',
     ': one_line does not start its line'),
    ('style.py', 'lib/base/text.c', '\n' * 300, 'lib/base/text.c:301: '),
    ('style.py', 'lib/base/text.c', 'static int\nlost(void)\n{\n'
     '    dt__enter();\n    DT__TRY(f());\n    dt__leave(c);\n}\n',
     ': lost: DT__TRY before dt__leave()'),
    ('style.py', 'lib/base/text.c', 'int a = f() != DT_E_OK;\n',
     ': "!= DT_E_OK", not "< 0"'),
    ('style.py', 'lib/base/text.c', 'if (status)\n',
     ': "if (status)", not "< 0"'),
    ('layers.py', 'lib/num/scale.h', '#include "series/view.h"\n',
     ': uses series, which is above it'),
    ('layers.py', 'lib/base/text.c', '#include <math.h>\n',
     ': math.h, which we do without'),
    ('layers.py', 'lib/base/text.h', 'int dt__fail(int);\n',
     ': dt__fail is defined in base/error.c'),
    ('layers.py', 'lib/units/text.c', '', ': has the name of lib/base/text.c'),
    ('layers.py', 'lib/base/error.c', 'void\ndt__planted(void)\n{\n'
     '    dt__read_options();\n}\n', ': a circle: base/error uses '
     'dt__read_options of base/options, base/options uses'),
    ('layers.py', 'lib/num/dd.h', '#include "num/scale.h"\n',
     ': a circle: num/dd.h uses it of num/scale.h, num/scale.h uses'),
]


def found(check, path, text, said):
    with tempfile.TemporaryDirectory() as copy:
        for part in ('include', 'lib', 'tests'):
            shutil.copytree(f'{ROOT}/{part}', f'{copy}/{part}')
        with open(f'{copy}/{path}', 'a', encoding='utf-8') as file:
            file.write(text)
        run = subprocess.run([sys.executable, f'{FOLDER}/{check}', copy],
                             capture_output=True, text=True)
    return run.returncode == 1 and said in run.stdout


missed = [row for row in ROWS if not found(*row)]
for check, path, text, said in missed:
    print(f'{check} does not say "{said}"')
print(f'{len(ROWS)} planted faults')
sys.exit(bool(missed))
