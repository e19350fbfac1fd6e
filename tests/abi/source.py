# SPDX-License-Identifier: MIT
"""What the checks of the sources share: C text without its comments and
strings, and the functions that a file defines."""

import re
from typing import NamedTuple


class Function(NamedTuple):
    name: str
    first: int      # Line of the name; the type stands on the line before.
    last: int       # Line of the closing brace.
    head: str       # From the type to the closing parenthesis.
    body: str


def plain(text):
    """The lines of the text with blanks for comments, strings and characters,
    and without blanks at their ends."""
    text = re.sub(
        r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
        lambda found: re.sub(r'[^\n]', ' ', found.group()), text, flags=re.S)
    return re.sub(r'[ \t]+$', '', text, flags=re.M)


def functions(text):
    """The functions of a plain text: a brace alone in the first column opens
    one, the next brace there closes it."""
    lines = text.split('\n')
    for body in re.finditer(r'^\{\n(.*?)^\}', text, re.M | re.S):
        brace = top = text.count('\n', 0, body.start())
        while top > 0 and lines[top - 1] and lines[top - 1][0] not in '#}':
            top -= 1
        head = lines[top:brace]
        # DT__ISA(name)(...) is a name that a macro completes.
        found = re.search(r'^[A-Z_]+\((\w+)\)\(|(?:^|(?<=[ *]))(\w+)\(',
                          '\n'.join(head), re.M)
        if found:
            at = top + '\n'.join(head)[:found.start()].count('\n')
            yield Function(found.group(1) or found.group(2), at + 1,
                           brace + body.group().count('\n') + 1,
                           '\n'.join(head), body.group(1))
