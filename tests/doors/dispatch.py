# SPDX-License-Identifier: MIT
"""Writes what of a door follows from api.json: how each struct is read and
joins the digest, and a call of each function. What a type is, the door itself
says.

usage: dispatch.py c | rust | fortran | scalars FILE"""

import importlib
import os
import sys

sys.path.insert(1, os.path.dirname(os.path.abspath(__file__)) +
                '/../../lib/tools')
language, path = sys.argv[1:3]
door = importlib.import_module('in_' + language).Door()
with open(path, 'w', encoding='ascii', newline='\n') as out:
    out.writelines(line + '\n' for line in door.lines())
