# SPDX-License-Identifier: MIT
"""Every public function that computes numbers states the error of its results,
in words that tests/support.c reads.   usage: errors.py HEADER..."""

import re
import sys

# What hands on a number that is there.
GIVEN = {'dt_series_at'}

stated, silent = 0, []
for path in sys.argv[1:]:
    text = open(path).read()
    for comment, result, name in re.findall(
            r'/\*\*((?:(?!\*/).)*)\*/\s*DTGROWTH_API\s+'
            r'(?:DTGROWTH_NODISCARD\s+)?([\w\s*]+?)\b(\w+)\(', text, re.S):
        accuracy = re.search(r'@par Accuracy\n \* (.*)', comment)
        if re.search(r'Error: at most 0\.\d+ ulp', comment):
            stated += 1
        elif (accuracy and not accuracy.group(1).startswith('Exact')) or (
                result.strip() == 'double' and name not in GIVEN):
            silent.append(name)
for name in silent:
    print(f'{name} does not state its error')
print(f'{stated} functions')
sys.exit(bool(silent) or stated == 0)
