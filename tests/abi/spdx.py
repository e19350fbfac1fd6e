# SPDX-License-Identifier: MIT
"""Every source, script, build file and guide says what its license is."""
import pathlib
import re
import sys

NAMED = re.compile(r'\.(c|h|py|pyi|sh|build|rs|md|toml|ini|gp|R|map|f90|mjs|in)$'
                   r'|^(run|CMakeLists\.txt|meson_options\.txt)$')
files = [path for path in pathlib.Path().rglob('*') if NAMED.search(path.name)
         and path.is_file() and not set(path.parts) & {
             'build', 'target', 'vendor', '.git', '.pytest_cache'}]
ENDS = re.compile(r'(.*\n)?.*SPDX-License-Identifier: MIT|(?s:.*)'
                  r'<!-- SPDX-License-Identifier: MIT -->\n$')
bare = [path for path in files if not ENDS.match(path.read_text('utf-8'))]
print(*(f'{path}: no license' for path in bare), f'{len(files)} files', sep='\n')
sys.exit(bool(bare) or len(files) < 400)
