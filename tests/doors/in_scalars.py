# SPDX-License-Identifier: MIT
"""Each function of numbers alone, as one of an array of its operands, in C."""

from draw import api

SCALARS = [f for f in api['functions'] if f['returns'] == 'double' and all(
    p['type'] == 'double' for p in f['parameters'])]


class Door:
    """It reads no file."""

    def function(self, f):
        passed = ', '.join(f'x[{i}]' for i in range(len(f['parameters'])))
        return ['', 'static double', f'of_{f["name"]}(const double *x)', '{',
                f'    return {f["name"]}({passed});', '}']

    def lines(self):
        yield '/* Made of api.json by tests/doors/in_scalars.py. */'
        for f in SCALARS:
            yield from self.function(f)
        yield from ['', 'static const struct scalar {', '    const char *name;',
                    '    double (*of)(const double *x);', '    int operands;',
                    '} scalars[] = {']
        for f in SCALARS:
            yield (f'    {{ "{f["name"]}", of_{f["name"]}, '
                   f'{len(f["parameters"])} }},')
        yield '};'
