# SPDX-License-Identifier: MIT
"""The report on digital trade is that of the C program, line by line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("DTGROWTH_ROOT",
                           Path(__file__).resolve().parent / "../../.."))
if not (ROOT / "examples/c/expected/digital_trade.txt").exists():
    pytest.skip("an archive of the package alone", allow_module_level=True)
EXPECTED = ROOT / "examples/c/expected/digital_trade.txt"
TABLE = ROOT / "examples/data/digital_trade.csv"


def report(table):
    ran = subprocess.run(
        [sys.executable, str(ROOT / "examples/python/digital_trade.py"),
         str(table)], capture_output=True, text=True, timeout=60)
    assert ran.stderr == ""
    return ran.stdout


def sections(text):
    """The lines below each heading in capitals."""
    found = {}
    for line in text.splitlines():
        if line[:2].isupper():
            lines = found.setdefault(line.split(",")[0], [])
        lines.append(line)
    return found


WANTED = sections(EXPECTED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found():
    return sections(report(TABLE))


def test_sections_are_the_same(found):
    assert list(found) == list(WANTED)
    assert len(WANTED) == 7


@pytest.mark.parametrize("heading", WANTED)
def test_section_is_the_same(found, heading):
    assert found[heading] == WANTED[heading]


def test_another_figure_makes_another_report(tmp_path):
    """The report is made of the table, and nothing of it is remembered."""
    table = tmp_path / "table.csv"
    table.write_text(TABLE.read_text(encoding="utf-8").replace(
        "level,2024,,7.23,2", "level,2024,,7.33,2"), encoding="utf-8")
    made = sections(report(table))
    same = [h for h in WANTED if made[h] == WANTED[h]]
    assert same == ["CHINA IN YUAN AND IN DOLLARS"]
