# SPDX-License-Identifier: MIT
"""Prints a C program that prints the value of every constant and the size and
offsets of every struct of the public headers.   usage: layout.py HEADER..."""

import re
import sys

print('#include <stddef.h>\n#include <stdio.h>\n#include <dtgrowth/dt.h>\n'
      'int main(void)\n{')
for path in sys.argv[1:]:
    text = re.sub(r'/\*.*?\*/|//[^\n]*', ' ', open(path).read(), flags=re.S)
    for name in re.findall(r'^#define (DT_\w+_(?:MIN|MAX|PERIOD|UNSTATED|VALUE|BYTES))\s',
                           text, re.M):
        print(f'    printf("%s %lld\\n", "{name}", (long long)({name}));')
    for body in re.findall(r'\benum \w*\s*\{(.*?)\}', text, re.S):
        for name in re.findall(r'\b(DT_\w+)\s*=', body):
            print(f'    printf("%s %lld\\n", "{name}", (long long)({name}));')
    for name, body in re.findall(r'\bstruct (\w+)\s*\{(.*?)\};', text, re.S):
        print(f'    printf("struct %s: %d bytes\\n", "{name}", '
              f'(int)sizeof(struct {name}));')
        for declaration in body.split(';'):
            found = re.search(r'(\w+)\s*(?:\[\w+\])?\s*$', declaration)
            if found:
                member = found.group(1)
                print(f'    printf("    %-18s at %3d, %3d bytes\\n", '
                      f'"{member}", (int)offsetof(struct {name}, {member}), '
                      f'(int)sizeof(((struct {name} *)0)->{member}));')
print('    return 0;\n}')
