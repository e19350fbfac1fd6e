#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The inputs of a fuzz target as one text, a line of hexadecimal digits each,
and as the files that libFuzzer wants.
usage: corpus.py pack FOLDER FILE | unpack FILE FOLDER"""

import hashlib
import os
import sys


def pack(folder, path):
    inputs = set()
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), 'rb') as file:
            inputs.add(file.read())
    lines = [data.hex() + '\n'
             for data in sorted(inputs, key=lambda d: (len(d), d)) if data]
    with open(path, 'w', encoding='ascii') as file:
        file.writelines(lines)
    return len(lines)


def unpack(path, folder):
    os.makedirs(folder, exist_ok=True)
    with open(path, encoding='ascii') as file:
        inputs = [bytes.fromhex(line) for line in file]
    for data in inputs:
        name = hashlib.sha1(data).hexdigest()
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(data)
    return len(inputs)


if len(sys.argv) != 4 or sys.argv[1] not in ('pack', 'unpack'):
    sys.exit(__doc__)
print({'pack': pack, 'unpack': unpack}[sys.argv[1]](*sys.argv[2:]), 'inputs')
