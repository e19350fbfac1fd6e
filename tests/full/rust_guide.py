"""Runs each ```rust block of the guide as a program of its own, and compares
what it prints with the ```text block under it.

usage: rust_guide.py WORKSPACE    a copy of examples/rust, which it writes to
"""

import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
GUIDE = ROOT + '/docs/rust.md'
BLOCK = re.compile(r'```rust\n(.*?)```\n```text\n(.*?)```\n', re.S)


def main():
    workspace = os.path.abspath(sys.argv[1])
    crate = workspace + '/guide'
    with open(GUIDE, encoding='utf-8') as file:
        text = file.read()
    blocks = BLOCK.findall(text)
    if not blocks or len(blocks) != text.count('```rust\n'):
        sys.exit('docs/rust.md: a block without what it prints')
    os.makedirs(crate + '/src/bin')
    with open(crate + '/Cargo.toml', 'w', encoding='utf-8') as file:
        file.write('[package]\nname = "guide"\nedition = "2024"\n[dependencies]'
                   '\ndtgrowth = { path = "../dtgrowth" }\n[workspace]\n')
    for n, (code, _) in enumerate(blocks):
        with open(f'{crate}/src/bin/b{n}.rs', 'w', encoding='utf-8') as file:
            file.write(code)
    subprocess.run(['cargo', 'build', '-q', '--bins'], cwd=crate, check=True)
    folder = os.environ['CARGO_TARGET_DIR'] + '/debug/'
    bad = 0
    for n, (code, said) in enumerate(blocks):
        found = subprocess.run([f'{folder}b{n}'], capture_output=True,
                               text=True, check=False)
        if found.stdout != said:
            bad += 1
            print(f'docs/rust.md: block {n} prints\n{found.stdout}'
                  f'{found.stderr}where it says\n{said}')
    if bad:
        sys.exit(1)
    print(f'{len(blocks)} blocks')


if __name__ == '__main__':
    main()
