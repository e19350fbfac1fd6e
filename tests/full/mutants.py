# SPDX-License-Identifier: MIT
"""Mutants of C sources, by token: relations, arithmetic, logic, constants,
statements left out, conditions forced, statuses and reasons exchanged."""

import os
import re
import sys
from collections import namedtuple

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)) + '/../abi')
from source import functions, plain  # noqa: E402

# A part of a source that is replaced, and how the mutant is called.
Mutant = namedtuple('Mutant', 'path start end text line name')

TOKENS = re.compile(r'[A-Za-z_]\w*|0[xX][\da-fA-F.]+[pP][+-]?\d+|'
                    r'0[xX][\da-fA-F]+[uUlL]*|'
                    r'(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[uUlLfF]*|'
                    r'<<=|>>=|->|\+\+|--|[<>=!+\-*/%&|^]=|&&|\|\||<<|>>|\S')
SWAPS = {
    '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'],
    '==': ['!='], '!=': ['=='], '&&': ['||'], '||': ['&&'],
    '+': ['-'], '/': ['*'], '%': ['*'], '<<': ['>>'], '>>': ['<<'],
    '|': ['&'], '^': ['|'], '+=': ['-='], '-=': ['+='], '*=': ['/='],
    '/=': ['*='], '|=': ['&='], '&=': ['|='], '++': ['--'], '--': ['++'],
    '!': [''], 'true': ['false'], 'false': ['true'],
}
# Operators of two operands, which may also be those of one.
EITHER = {'-': '+', '*': '/', '&': '|'}
OTHER_WORD = {'DT_E_OK': 'DT_E_DOMAIN', 'DT_SERIES_WHY_DEFINED':
              'DT_SERIES_WHY_NOT_FINITE'}
KEYWORDS = {'return', 'case', 'else', 'sizeof', 'do'}
TYPES = re.compile(r'(?:u?int\d*(?:_t)?|double|char|bool|void|size_t|'
                   r'struct|const|\w+_t)$')
INTEGER = re.compile(r'(0[xX][\da-fA-F]+|\d+)([uUlL]*)$')
STATEMENT = re.compile(r'(?<=[;{})])\s*((?:\w+(?:->|\.)?)[^;{}]*;)')
DECLARES = re.compile(r'(?:const|struct|static|enum|u?int\w*_t|int|double|'
                      r'bool|char|size_t|unsigned|union|return|break|'
                      r'continue|goto|case|default|else|do|if|for|while|'
                      r'switch|_Static_assert|typedef)\b')


def closing(text, at):
    """Where the bracket that opens at `at` is closed."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == '(') - (text[i] == ')')
        if depth == 0:
            return i
    return None


def of_token(token, before, after):
    """What may stand in the place of a token."""
    if token in EITHER:
        pointer = TYPES.match(before) or not re.search(r'[\w)\]]$', before)
        if pointer or before in KEYWORDS:
            return [''] if token == '-' and before != '(' else []
        return [EITHER[token]]
    number = INTEGER.match(token)
    if number:
        value, suffix = int(number[1], 0), number[2]
        return [f'{value + 1}{suffix}'] + (
            [f'{value - 1}{suffix}'] if value > 0 else [])
    if re.match(r'[\d.]', token):
        return [f'({token} * 2)']
    if token.startswith('DT_E_') and token != 'DT_E_OK':
        return ['DT_E_OK']
    if token.startswith('DT_SERIES_WHY_') and token not in OTHER_WORD:
        return ['DT_SERIES_WHY_DEFINED']
    if token in OTHER_WORD:
        return [OTHER_WORD[token]]
    return SWAPS.get(token, [])


def by_tokens(body, offset):
    found = list(TOKENS.finditer(body, offset))
    for i, match in enumerate(found):
        token = match.group()
        before = found[i - 1].group() if i else ''
        after = found[i + 1].group() if i + 1 < len(found) else ''
        for text in of_token(token, before, after):
            yield (match.start(), match.end(), text,
                   f'{token} for {text or "nothing"}')


def by_statement(body, offset):
    for match in STATEMENT.finditer(body, offset):
        if not DECLARES.match(match[1]):
            yield (match.start(1), match.end(1), ';',
                   f'without {" ".join(match[1].split())[:40]}')


def by_condition(body, offset):
    for match in re.finditer(r'\b(if|while) \(', body[offset:]):
        start = offset + match.end() - 1
        end = closing(body, start)
        if end is None:
            continue
        for text in ['0', '1'] if match[1] == 'if' else ['0']:
            yield start, end + 1, f'({text})', f'{match[1]} ({text})'


def by_return(body, offset):
    for match in re.finditer(r'\breturn ([^;]+);', body[offset:]):
        yield (offset + match.start(1), offset + match.end(1), '0',
               f'return 0 for {" ".join(match[1].split())[:40]}')


def without_directives(text):
    """The text with blanks for comments, strings and directives."""
    lines = text.split('\n')
    kept = '\n'.join(line.ljust(len(lines[i])) for i, line in
                     enumerate(plain(text).split('\n')))
    return re.sub(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*',
                  lambda m: re.sub(r'[^\n]', ' ', m.group()), kept,
                  flags=re.M)


def spans(text):
    """Where bodies of functions and tables of values begin and end."""
    lines = [0]
    for line in text.split('\n'):
        lines.append(lines[-1] + len(line) + 1)
    for f in functions(re.sub(r'[ \t]+$', '', text, flags=re.M)):
        yield text.index('\n{', lines[f.first - 1]) + 1, lines[f.last]
    for table in re.finditer(r'^(?:static )?const [^;{}()]*=\s*\{.*?^\};',
                             text, re.M | re.S):
        yield text.index('=', table.start()) + 1, table.end()


def mutants_of(path, text):
    """Every mutant of a source, in a fixed order."""
    clean = without_directives(text)
    assert len(clean) == len(text), path
    for start, end in spans(clean):
        body = clean[:end]
        for way in (by_tokens, by_statement, by_condition, by_return):
            for a, b, new, name in way(body, start):
                if clean[a:b] != new:
                    yield Mutant(path, a, b, new,
                                 text.count('\n', 0, a) + 1, name)


def changed(text, mutant):
    return text[:mutant.start] + mutant.text + text[mutant.end:]


if __name__ == '__main__':
    for path in sys.argv[1:]:
        for m in mutants_of(path, open(path, encoding='utf-8').read()):
            print(f'{m.path}:{m.line}: {m.name}')
