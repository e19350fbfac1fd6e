# SPDX-License-Identifier: MIT
"""Every block of Python in the guide and in the two READMEs runs alone, in an
interpreter of its own, and prints what stands in the block of text below it.

The blocks of C in README.md are those of tests/abi/examples.py, which leaves a
text below Python to this file."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("DTGROWTH_ROOT",
                           Path(__file__).resolve().parent / "../../.."))
if not (ROOT / "docs/python.md").exists():
    pytest.skip("an archive of the package alone", allow_module_level=True)
PAGES = {"docs/python.md": 20, "README.md": 2, "examples/python/README.md": 1}
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(page):
    """Of each block of Python: the line it starts at, it, and what it prints,
    null where no text follows."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = list(FENCED.finditer(text))
    for block, after in zip(found, [*found[1:], None]):
        if block[1] == "python":
            line = text.count("\n", 0, block.start()) + 2
            below = after and after[1] == "text" and not text[
                block.end():after.start()].strip()
            yield line, block[2], after[2] if below else None


CASES = [pytest.param(page, *block, id=f"{page}:{block[0]}")
         for page in PAGES for block in blocks(page)]


def needed(code):
    """What a block imports that may not be there."""
    return [name for name in re.findall(r"^(?:import|from) (\w+)", code, re.M)
            if name in ("numpy", "pandas", "matplotlib")]


@pytest.mark.parametrize(("page", "line", "code", "expected"), CASES)
def test_block_prints_what_stands_below(page, line, code, expected, tmp_path):
    assert expected is not None, "no block of text stands below"
    for name in needed(code):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True,
        timeout=60, cwd=tmp_path, env={**os.environ, "MPLBACKEND": "Agg"})
    assert ran.stderr == ""
    assert ran.stdout == expected


@pytest.mark.parametrize("page", PAGES)
def test_page_has_its_blocks(page):
    assert len(list(blocks(page))) >= PAGES[page]
