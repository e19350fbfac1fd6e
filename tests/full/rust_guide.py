# SPDX-License-Identifier: MIT
"""Runs each ```rust block of the guide and of the README as a program of its own,
and compares what it prints with the ```text block under it.

usage: rust_guide.py WORKSPACE    a copy of examples/rust, which it writes to
"""

import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
PAGES = ('docs/rust.md', 'README.md')
BLOCK = re.compile(r'```rust\n(.*?)```\n+```text\n(.*?)```\n', re.S)


def blocks_of(page):
    with open(f'{ROOT}/{page}', encoding='utf-8') as file:
        text = file.read()
    found = BLOCK.findall(text)
    if not found or len(found) != text.count('```rust\n'):
        sys.exit(f'{page}: a block without what it prints')
    return [(page, *block) for block in found]


def main():
    workspace = os.path.abspath(sys.argv[1])
    crate = workspace + '/guide'
    blocks = [block for page in PAGES for block in blocks_of(page)]
    os.makedirs(crate + '/src/bin')
    with open(crate + '/Cargo.toml', 'w', encoding='utf-8') as file:
        file.write('[package]\nname = "guide"\nedition = "2024"\n[dependencies]'
                   '\ndtgrowth = { path = "../dtgrowth" }\n[workspace]\n')
    for n, (_, code, _) in enumerate(blocks):
        with open(f'{crate}/src/bin/b{n}.rs', 'w', encoding='utf-8') as file:
            file.write(code)
    subprocess.run(['cargo', 'build', '-q', '--bins'], cwd=crate, check=True)
    folder = os.environ['CARGO_TARGET_DIR'] + '/debug/'
    bad = 0
    for n, (page, _, said) in enumerate(blocks):
        found = subprocess.run([f'{folder}b{n}'], capture_output=True,
                               text=True, check=False)
        if found.stdout != said:
            bad += 1
            print(f'{page}: block {n} prints\n{found.stdout}'
                  f'{found.stderr}where it says\n{said}')
    if bad:
        sys.exit(1)
    print(f'{len(blocks)} blocks')


if __name__ == '__main__':
    main()
